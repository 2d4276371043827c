#!/usr/bin/env python3
"""The catalogue (resources/words; "codes", "checks", "conditions", "documents") and whoever sends these agree: a code without words in a
language, words without a code, a key that stands twice. What is said with arguments is test_phrases.py's."""

import collections
import functools
import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/guest"))
import step_codes  # noqa: E402

FILES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "resources/words").glob("*.json"))}
LANGUAGES = {name: json.loads(text) for name, text in FILES.items()}
# The words are English: what a language has instead is its own. Han, because that is what the only other one is written in.
SHAPE = {"zh_CN": re.compile(r"[\u4e00-\u9fff]")}
SAME = {"websocket"}  # written the same everywhere
IN_CPP = (re.compile(r'(?:\bKind::(?:BadInput|Refused|NotReached|Unknown|Failed),\s*|refused\()QStringLiteral\("([a-z]+(?:-[a-z0-9]+)*)"\)'),
          # Helpers that end in fail(): their first argument is the code.
          re.compile(r'\b(?:refuse|refusal|badTable|badLine|badLedger|notReached|giveUp|fault|disagreed|fileError)\(\s*"([a-z]+(?:-[a-z0-9]+)*)",'),
          re.compile(r'\bKind::\w+,\s*\w+ \? QStringLiteral\("([a-z-]+)"\)'), re.compile(r'\bKind::\w+,\s*\w+ \? QStringLiteral\("[a-z-]+"\)\s*: QStringLiteral\("([a-z-]+)"\)'),
          re.compile(r'\bcode = QStringLiteral\("([a-z-]+)"\)|QStringLiteral\("(?=bundle-)([a-z-]+)"\)'), re.compile(r'QmTrouble::\w+, "(qm-[a-z-]+)"'))
IN_NODE = re.compile(r"\b(?:refuse|not_asked) ([a-z]+(?:-[a-z0-9]+)+)(?=[\s;])")
# Names that are put together while the acceptance runs.
MADE_CHECKS = {"listeners-*": [f"listeners-{port}" for port in (18080, 18789, 28080, 28789)]}
# The page at a path of its own is the gateway's alone, whichever ports the loop beside it goes through.
NO_CHECK = {"http-gateway-base-path-28080", "http-gateway-base-path-18080"}

# Whoever writes a document, and how it asks for what stands between the values (core/record/words.h).
DOCUMENTS = [ROOT / "src" / folder for folder in ("core/record", "core/instruct", "engine/records")]
KEY_ASKED = re.compile(r'(?:\bt|\bt\(\)|\bm_words|\bdirect|\bsay|\bline|\badd)\(\s*"([a-z0-9-]+)"|\{ StepRole::\w+, "[a-z_]+", "([a-z0-9-]+)" \}')


def sources():
    """Production sources without the words: {path: text}."""
    globs = ("src/**/*.cpp", "src/**/*.h", "resources/guest/*", "resources/steps/*.sh", "resources/node/*.sh")
    return {path: path.read_text(encoding="utf-8") for glob in globs for path in sorted(ROOT.glob(glob)) if path.is_file() and path.suffix != ".json"}


@functools.cache
def steps():
    return step_codes.all_steps()


def sent_codes(texts):
    """Findings, warnings and failures of the steps; errors of the program and of its scripts on the node."""
    codes = {name.split(" ")[-1] for kinds in steps().values() for kind in ("finding", "warning", "failure") for name in kinds[kind]} - {"*"}
    # How a job may end without a failure of its own, and what the job runtime refuses.
    codes.update(re.findall(r'\{ "([a-z-]+)", JobState::(?!Claimed|Running|Passed)', texts[ROOT / "src/remote/guest/job_news.cpp"]))
    codes.update(re.findall(r'Refusal\("[a-z-]+", "([a-z0-9-]+)"', texts[ROOT / "resources/guest/job_server.py"]))
    own = re.search(r"itsOwn\{(.*?)\};", texts[ROOT / "src/remote/guest/guest_link.cpp"], re.S)[1]
    codes.update(re.findall(r'"([a-z0-9-]+)"', own))
    for path, text in texts.items():
        for pattern in IN_CPP if path.suffix in (".cpp", ".h") else (IN_NODE,) if path.parent.name == "node" else ():
            codes.update(code for found in pattern.findall(text) for code in ([found] if isinstance(found, str) else found) if code)
    return codes


def sent_checks():
    sent = {name for kinds in steps().values() for name in kinds["check"]}
    return {made for name in sent for made in MADE_CHECKS.get(name, [name])} - NO_CHECK


def conditions(texts):
    gate = texts[ROOT / "src/core/gate/deletion.cpp"]
    return set(re.findall(r'\bcondition\(\s*"([a-z-]+)"', gate)) | set(re.findall(r'QStringLiteral\("([a-z]+(?:-[a-z]+)+)"\), ', gate))


def document_keys(texts):
    """What records, bundles and the instruction say: keys asked for, and every literal of those sources."""
    own = "\n".join(text for path, text in texts.items() if path.parent in DOCUMENTS)
    return {key for found in KEY_ASKED.findall(own) for key in found if key}, set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', own))


def named(key, text):
    """Whether a source names it, whole or with a part that is chosen while it runs."""
    if "-" not in key:  # a plain word: only where it is a code
        return bool(re.search(rf"""["']{key}["']|\b(?:fail|warn|refuse|not_asked|finding \w+) {key}\b""", text))
    if re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text):
        return True
    parts = key.split("-")
    return any(re.search(rf"(?<![\w-]){re.escape('-'.join(parts[:n]))}-[{{$*%]", text) for n in range(1, len(parts)))


def missing(section, keys, languages):
    """Codes without words."""
    for name, words in languages.items():
        for key in sorted(keys):
            if "*" in key:
                pattern = re.compile(re.escape(key).replace(r"\*", ".+"))
                found = [text for one, text in words[section].items() if pattern.fullmatch(one)]
            else:
                found = [words[section][key]] if key in words[section] else []
            titles = [text["title"] if isinstance(text, dict) else text for text in found]
            if not titles or not all(titles):
                yield f"{name}: {section}: no words for {key}"
            elif name in SHAPE and key not in SAME and not all(SHAPE[name].search(title) for title in titles):
                yield f"{name}: {section}: {key} is not in that language"


def unequal(languages):
    """Languages that have other keys, or an advice that another lacks."""
    english = languages["en"]
    yield from (f"{name}: what the language calls itself is missing" for name, words in languages.items() if not words.get("name"))
    for name, words in languages.items():
        for section in ("codes", "checks", "conditions", "documents"):
            yield from (f"{name}: {section}: {key} is not in every language" for key in sorted(set(english[section]) ^ set(words[section])))
        yield from (f"{name}: codes: {code}: title and cure are not those of en" for code in sorted(set(english["codes"]) & set(words["codes"]))
                    if set(english["codes"][code]) != set(words["codes"][code]))
        yield from (f"{name}: codes: {code}: {part}" for code, entry in words["codes"].items() for part in set(entry) - {"title", "cure"})
        yield from (f"{name}: {code} has a place, but titles and cures have no values" for code, entry in words["codes"].items()
                    for text in entry.values() if re.search(r"[{}]", text))


def unsent(section, languages, sent, texts):
    """Words without a code. A code that is sent in a way that cannot be read has to be named at least."""
    everything = "\n".join(texts.values())
    yield from (f"en: {section}: nobody sends {key}" for key in sorted(languages["en"][section])
                if key not in sent and not any("*" in one and re.fullmatch(re.escape(one).replace(r"\*", ".+"), key) for one in sent)
                and not named(key, everything))


def twice(text):
    """Keys that stand twice in one object of a file: of two entries only one is ever shown."""
    found = []

    def once(pairs):
        found.extend(key for key, count in collections.Counter(key for key, _ in pairs).items() if count > 1)
        return dict(pairs)
    json.loads(text, object_pairs_hook=once)
    return found


class CodesAndTheirWords(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.texts = sources()
        self.sent = {"codes": sent_codes(self.texts), "checks": sent_checks(), "conditions": conditions(self.texts)}

    def test_each_code_has_words_and_each_words_a_code(self):
        for section, least in (("codes", 350), ("checks", 60), ("conditions", 10)):
            sent = self.sent[section]
            self.assertGreater(len(sent), least, f"{section} were not found")
            self.assertEqual([*missing(section, sent, LANGUAGES), *unsent(section, LANGUAGES, sent, self.texts)], [])

    def test_documents_have_words(self):
        asked, literals = document_keys(self.texts)
        self.assertGreater(len(asked), 350, "what documents say was not found")
        self.assertEqual([f"{name}: documents: no words for {key}" for name, words in LANGUAGES.items() for key in sorted(asked - set(words["documents"]))], [])
        self.assertEqual(sorted(set(LANGUAGES["en"]["documents"]) - literals), [], "no document says these")

    def test_languages_have_the_same_keys(self):
        self.assertEqual(list(unequal(LANGUAGES)), [])

    def test_no_key_stands_twice(self):
        for name, text in FILES.items():
            self.assertEqual(twice(text), [], name)

    def test_no_phrase_shows_a_backslash(self):
        # A quote that was escaped twice; the documents hold commands that have some.
        for language, words in LANGUAGES.items():
            self.assertEqual([key for key, text in words["said"].items() if "\\" in text], [], language)

    def test_each_fault_is_seen(self):
        words = {"en": {"name": "English", "codes": {"a-b": {"title": "x", "cure": "y"}}, "checks": {"c-18": "x"}, "conditions": {}, "documents": {}},
                 "zh_CN": {"name": "中文", "codes": {"a-b": {"title": "一", "cure": "二"}}, "checks": {"c-18": "三"}, "conditions": {}, "documents": {}}}
        texts = {pathlib.Path("x.cpp"): 'fail("a-b") tell(f"c-{port}")'}
        self.assertEqual([*missing("codes", {"a-b"}, words), *missing("checks", {"c-*"}, words), *unequal(words),
                          *unsent("codes", words, {"a-b"}, texts), *unsent("checks", words, set(), texts)], [])
        self.assertEqual(len(list(missing("codes", {"a-b", "no-words"}, words))), 2)
        self.assertEqual(len(list(unsent("codes", words, set(), {pathlib.Path("x"): ""}))), 1)
        english = {**words, "zh_CN": {**words["zh_CN"], "codes": {"a-b": {"title": "x"}}}}
        self.assertEqual(len(list(missing("codes", {"a-b"}, english))), 1)
        self.assertEqual(len(list(unequal(english))), 1)
        self.assertEqual(twice('{"a": {"b": 1, "b": 2}}'), ["b"])


if __name__ == "__main__":
    sys.exit(unittest.main())
