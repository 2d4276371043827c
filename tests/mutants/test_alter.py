#!/usr/bin/env python3
"""What is altered in a line, and what is left alone."""
import unittest
from pathlib import Path

from alter import changes
from areas import EQUIVALENT

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = {".cpp": "cpp", ".py": "py", ".sh": "sh"}


def texts(line, language="cpp"):
    return [change.after for change in changes(line, language)]


class Altering(unittest.TestCase):
    def test_conditions_constants_and_calls(self):
        self.assertEqual(texts("    if (left && count == 3)"),
                         ["    if (left && count != 3)", "    if (left || count == 3)", "    if (left && count == 4)",
                          "    if (!(left && count == 3))"])
        self.assertEqual(texts("    return !isHeld(vm);"), ["    return isHeld(vm);"])
        self.assertEqual(texts("    m_port.release(lease);"), [""])
        self.assertEqual(texts("    accepted = true;"), ["    accepted = false;"])

    def test_python_and_shell(self):
        self.assertEqual(texts("    if not done and left:", "py"), ["    if not done or left:", "    if done and left:"])
        self.assertEqual(texts("    os.fsync(folder)", "py"), ["    pass"])
        self.assertEqual(texts('[ "$a" = 1 ] && echo yes > out', "sh"), ['[ "$a" = 1 ] || echo yes > out', '[ "$a" = 2 ] && echo yes > out'])

    def test_comments_strings_and_declarations_are_left_alone(self):
        for line in ("    // if (a == b) is told", '    say("a == 3 && true");', "#include <a == b>", "    /* true */", "template <int N = 3>"):
            self.assertEqual([text for text in texts(line) if text], [], line)
        self.assertEqual(texts("    # not so and true", "py"), [])
        self.assertEqual([change.line for change in changes('"""One\nand two.\n"""\na and b\n', "py")], [4])

    def test_a_change_knows_its_line(self):
        (change,) = changes("int a;\nreturn a == b;\n", "cpp")
        self.assertEqual((change.line, change.text), (2, "return a == b; → return a != b;"))

    def test_what_is_told_as_changing_nothing_is_a_change_that_there_is(self):
        for file, text, why in EQUIVALENT:
            there = {change.text for change in changes((ROOT / file).read_text(encoding="utf-8"), LANGUAGES[Path(file).suffix])}
            self.assertIn(text, there, file)
            self.assertTrue(why)


if __name__ == "__main__":
    unittest.main()
