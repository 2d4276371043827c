#!/usr/bin/env python3
"""step_codes.py knows what the steps send: written out, handed through functions, or put together of constants."""

import ast
import sys
import unittest

import step_codes
from tool_calls import PLACE, Program

TOLD = step_codes.all_steps()


class Steps(unittest.TestCase):
    def test_nothing_is_left_that_cannot_be_told(self):
        self.assertEqual(list(step_codes.complaints(TOLD)), [])

    def test_each_way_of_sending_is_seen(self):
        for step, kind, name, how in (
                ("a-scan", "finding", "blocks disk-short", "written out"),
                ("a-scan", "finding", "attention front-silent-18080", "put together in a loop"),
                ("a-scan", "warning", "plain-http", "written out"),
                ("a-scan", "fact", "curl_version", "put together in a loop"),
                ("a-config", "failure", "config-ambiguous", "as a fact"),
                ("b-verify", "failure", "sum-differs", "through a function of its own"),
                ("c-stop", "finding", "attention stop-complained", "by the script"),
                ("c-manifest", "failure", "containers-running", "by the prelude's function"),
                ("e-copy", "failure", "disk-full", "by a module that a tool imports"),
                ("d-install", "failure", "step-aborted", "where a command fails"),
                ("h-checks", "check", "services-sustained-gateway", "put together in a loop"),
                ("h-checks", "check", "http-panel-front-login", "handed through functions"),
                ("h-checks", "check", "baseline-firewall", "a loop over a module's constant"),
                ("i-check", "check", "data-untouched", "by the script"),
                ("r-verify", "check", "http-gateway-docker", "put together in a loop"),
                ("a-node", "finding", "attention nat-doubled", "by the desk"),
                ("a-node", "finding", "blocks no-such-vm", "by the desk, for another's error"),
                ("h-outside", "check", "outside-panel", "by the desk")):
            with self.subTest(f"{step}: {name}, {how}"):
                self.assertIn(name, TOLD[step][kind])

    def test_what_is_imported_and_not_called_is_not_sent(self):
        self.assertNotIn("services-sustained-gateway", TOLD["r-verify"]["check"])
        self.assertNotIn("sum-differs", TOLD["b-archive"]["failure"])


class Calls(unittest.TestCase):
    def texts(self, source):
        """What the calls of said() in a module can give."""
        program = Program({"tool": ast.parse(source)}, ["tool"])
        return set().union(*(program.texts(call.args[0]) for call in program.calls if program.target(call)[1] == "said"))

    def test_a_name_is_followed(self):
        for source, told in (
                ("said('a')", {"a"}),
                ("def f(x):\n    said(f'{x}-b')\nf('a')\nf('c')", {"a-b", "c-b"}),
                ("K = (('a', 1), ('b', 2))\ndef f():\n    for name, _ in K:\n        said(name)\nf()", {"a", "b"}),
                ("K = {'a': 1}\ndef f():\n    for name, _ in K.items():\n        said('x-' + name)\nf()", {"x-a"}),
                ("def f(y):\n    x = 'a' if y else 'b'\n    said(x)\nf(1)", {"a", "b"}),
                ("def f(x='a'):\n    said(x)\nf()", {"a"}),
                ("class C:\n    def tell(self, x):\n        said(x)\nC().tell('a')", {"a"}),
                ("def f(x):\n    said(x)\nf(open('y').read())", {PLACE}),
                ("def f(x):\n    for y in x:\n        x = y\n    said(x)\nf('a')", {"a"}),
                ("K = (('a', 1),)\nL = tuple((name, 2) for name, _ in K)\ndef f():\n    for name, _ in L:\n        said(name)\nf()", {"a"}),
                ("def f():\n    said('a')", set())):
            with self.subTest(source):
                self.assertLessEqual(told, self.texts(source))

    def test_what_nobody_calls_sends_nothing(self):
        self.assertEqual(self.texts("def f():\n    said('a')\ndef g():\n    f()"), set())


if __name__ == "__main__":
    sys.exit(unittest.main())
