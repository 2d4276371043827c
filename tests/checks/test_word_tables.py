#!/usr/bin/env python3
"""No table of words has the same key twice: of two entries only one is ever shown, and nobody sees which."""

import collections
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ("src/core/record/check_titles.cpp", "src/gui/text/code_texts.cpp")
LITERAL = r'"(?:[^"\\]|\\.)*"'


def tables(text):
    """The keys of each list of pairs in a source."""
    for block in re.split(r"\n(?=\S|    (?:static )?const |        const std::pair)", text):
        keys = ["".join(re.findall(LITERAL, match)) for match in re.findall(rf"\{{\s*((?:{LITERAL}\s*)+),", block)]
        if len(keys) > 1:
            yield keys


class WordTables(unittest.TestCase):
    def test_no_key_stands_twice(self):
        for name in TABLES:
            found = list(tables((ROOT / name).read_text(encoding="utf-8")))
            self.assertGreater(sum(map(len, found)), 20, f"{name}: its tables were not found")
            twice = [key for keys in found for key, count in collections.Counter(keys).items() if count > 1]
            self.assertEqual(twice, [], name)

    def test_a_key_that_stands_twice_is_seen(self):
        text = 'constexpr Entry some[] = {\n    { "a", "x" },\n    { "b",\n        "y" },\n    { "a", "z" },\n};\nconstexpr Entry others[] = {\n    { "a", "x" },\n    { "c", "x" },\n};\n'
        self.assertEqual([collections.Counter(keys).most_common(1)[0] for keys in tables(text)], [('"a"', 2), ('"a"', 1)])


if __name__ == "__main__":
    sys.exit(unittest.main())
