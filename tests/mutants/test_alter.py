#!/usr/bin/env python3
"""What is altered in a line, and what is left alone."""
import unittest

from alter import changes


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


if __name__ == "__main__":
    unittest.main()
