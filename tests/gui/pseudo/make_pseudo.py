#!/usr/bin/env python3
"""A language that a machine makes of the English one, as a third language would be added: one catalogue, one .ts.

usage: make_pseudo.py CHECKOUT FOLDER     writes en_XA.json and openclaw-undock_en_XA.ts into FOLDER

Each letter has an accent, a text is half as long again (140 % and its marks), and stands between « and ».
Places, tags, entities and the & of a mnemonic stay.
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

NAME = "en_XA"
LONGER = 0.4
KEPT = re.compile(r"(<[^<>]*>|&(?:[a-z]+|#\d+);|\{[a-z][a-z0-9_]*\}|%L?\d{1,2}|%n|\*\.\w+|&(?=\w))")
KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt|Meta)\+)*(?:F\d+|[A-Z0-9,.+-]|Del|Ins|Return|Space|Esc|PgUp|PgDown|Up|Down)\Z")
ACCENTS = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀçđéƒĝĥíĵķłḿñóƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶŁḾÑÓƤɊŔŠŢÚṼŴẊÝŽ")
FILLER = "óñé ţŵó ţĥŕéé ƒóúŕ ƒíṽé šíẋ "


def pseudo(text):
    parts = KEPT.split(text)
    letters = sum(character.isalpha() for part in parts[::2] for character in part)
    if letters < 2 or KEYS.match(text):
        return text
    filler = FILLER if " " in text.strip() else FILLER.replace(" ", "")
    more = (filler * (letters // len(filler) + 1))[:max(1, round(len("".join(parts[::2])) * LONGER) - 2)].rstrip()
    changed = "".join(part if index % 2 else part.translate(ACCENTS) for index, part in enumerate(parts))
    # Markup that a text begins and ends with stays outside, blanks and what reads on after it, too.
    head, body, tail = re.fullmatch(r"((?:\s|<[^<>]*>)*)(.*?)((?:\s|<[^<>]*>)*)", changed, re.S).groups()
    return f"{head}«{body}{' ' if ' ' in text.strip() else ''}{more}»{tail}"


def header(path):
    return dict(re.findall(r"^#: ([a-z-]+):\s*(.*)$", path.read_text(encoding="utf-8"), re.M))


def catalogue(checkout):
    words = json.loads((checkout / "resources/words/en.json").read_text(encoding="utf-8"))
    for path in sorted((checkout / "resources/steps").glob("*.sh")):
        said = header(path)
        words["steps"][said["id"]] = {"title": said["title"], "back": said["undone-by"]}

    def changed(value):
        return {key: changed(entry) for key, entry in value.items()} if isinstance(value, dict) else pseudo(value)
    return {key: value if key in ("between",) else changed(value) for key, value in words.items()}


def texts(checkout):
    tree = ET.parse(checkout / "translations/openclaw-undock_en.ts")
    tree.getroot().set("language", NAME)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        for form in list(translation):
            translation.remove(form)
        told = pseudo(message.findtext("source"))
        if message.get("numerus") == "yes":
            translation.text = None
            for _ in range(2):
                ET.SubElement(translation, "numerusform").text = told
        else:
            translation.text = told
    return tree


def main():
    checkout, folder = map(pathlib.Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.json").write_text(json.dumps(catalogue(checkout), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    texts(checkout).write(folder / f"openclaw-undock_{NAME}.ts", encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
