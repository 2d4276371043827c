#!/usr/bin/env python3
"""Every sentence that a guest tool or step writes for a record has its Chinese in machine_words_table.h."""

import ast
import pathlib
import re
import shlex
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "src/core/record/machine_words_table.h"
PLACE = "\0"  # stands for a value in a sentence of a tool
# calls that write for people: name -> positions of the arguments that a record shows
CALLS = {"finding": (2,), "warn": (1,), "critical": (2,), "info": (2,), "tell": (3,)}


def known():
    """The table's sentences as patterns; a place takes anything, so also a place of the tool."""
    literal = r'"(?:[^"\\]|\\.)*"'
    text = TABLE.read_text(encoding="utf-8")
    pairs = [tuple("".join(part[1:-1] for part in re.findall(literal, side)) for side in pair)
             for pair in re.findall(rf"\{{\s*((?:{literal}\s*)+),\s*((?:{literal}\s*)+)\}},", text)]
    if not pairs:
        raise SystemExit("the table could not be read")
    return [re.compile(".*?".join(map(re.escape, english.replace('\\"', '"').split("*"))), re.S) for english, _ in pairs], pairs


def templates(node):
    """The sentences an expression may give; values become PLACE. None: made elsewhere, cannot be told."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        out = [""]
        for part in node.values:
            inner = templates(part.value if isinstance(part, ast.FormattedValue) else part)
            out = [head + tail for head in out for tail in (inner or [PLACE])]
        return out
    if isinstance(node, ast.IfExp):
        return (templates(node.body) or [PLACE]) + (templates(node.orelse) or [PLACE])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [a + b for a in templates(node.left) or [PLACE] for b in templates(node.right) or [PLACE]]
    return None


def written():
    """(file, line, sentence) of every tool and step."""
    for path in sorted((ROOT / "resources/guest").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            for position in CALLS.get(name, ()):
                if position < len(node.args):
                    for sentence in templates(node.args[position]) or []:
                        yield path.name, node.lineno, sentence
    for path in sorted((ROOT / "resources/steps").glob("*.sh")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.search(r'(?:^|\|\| )\s*(?:finding (?:attention|blocks|fine) [\w-]+|warn [\w-]+|check [\w-]+ \w+ \w+) (".*)$', line.strip())
            if match:
                for sentence in shlex.split(match.group(1).split(" && ")[0].rstrip("; fi")):
                    yield path.name, number, re.sub(r"\$\{[^}]*\}|\$\w+", PLACE, sentence)


def plain(sentence):
    """Nothing but values, numbers and names: the same in every language."""
    return not re.search(r"[a-z]{2,} [a-z]{2,}", sentence) or sentence.startswith("sha256 ")


class MachineWords(unittest.TestCase):
    def test_every_sentence_has_its_chinese(self):
        patterns, _ = known()
        sentences = list(written())
        self.assertGreater(len(sentences), 80, "the tools' sentences were not found")
        lacking = [f"{name}:{line}: {sentence.replace(PLACE, '*')}" for name, line, sentence in sentences
                   if sentence.strip() and not plain(sentence) and not any(one.fullmatch(sentence) for one in patterns)]
        self.assertEqual(lacking, [])

    def test_places_of_both_languages_agree(self):
        for english, chinese in known()[1]:
            places = english.count("*")
            self.assertTrue(all(int(number) <= places for number in re.findall(r"%(\d)", chinese)), english)


if __name__ == "__main__":
    sys.exit(unittest.main())
