#!/usr/bin/env python3
"""The command line where no node answers: which run a word means, and how it ends. UNDOCK_CLI names the program."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

CLI = os.environ["UNDOCK_CLI"]
# Nothing listens there: refused at once, and nobody is asked anything.
NODE, OTHER = "root@127.0.0.1:1", "root@127.0.0.1:2"
SUCCEEDED, BAD_INPUT, UNKNOWN = 0, 2, 3


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def do(self, *words):
        done = subprocess.run([CLI, *map(str, words), "--json", "--data-dir", self.folder / "data", "--records", self.folder / "records"],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
        self.codes = [line["error"] for line in self.lines(done.stdout + done.stderr) if line.get("event") == "error"]
        return done.returncode

    @staticmethod
    def lines(text):
        return [json.loads(line) for line in text.splitlines() if line.startswith("{")]

    def runs(self):
        return sorted(folder.name for folder in (self.folder / "data" / "runs").iterdir())

    def plan(self, node=NODE, tag="v2026.02.20-r4", vmid=102):
        return self.do("plan", "--node", node, "--vmid", vmid, "--ip", "10.10.10.22", "--panel-tag", tag)

    def test_a_number_that_two_nodes_have_wants_the_node(self):
        self.assertEqual((self.plan(NODE), self.plan(OTHER)), (UNKNOWN, UNKNOWN))
        for words in (["accept", "--by", "x", "--tried", "y"], ["delete-docker"], ["rollback"]):
            self.assertEqual(self.do(*words, "--vmid", 102), BAD_INPUT, words)
            self.assertEqual(self.codes, ["vmid-on-several-nodes"], words)
        self.assertNotEqual(self.do("rollback", "--vmid", 102, "--node", OTHER), BAD_INPUT)
        self.assertNotEqual(self.do("rollback", "--run", self.runs()[0]), BAD_INPUT)

    def test_the_same_words_go_on_with_the_run_and_others_begin_a_new_one(self):
        self.plan()
        self.plan()
        self.assertEqual(len(self.runs()), 1, "nothing was said that is new")
        self.do("plan", "--node", NODE, "--vmid", 102)
        self.assertEqual(len(self.runs()), 1, "what is not said stays as it was")
        self.plan(tag="v2026.02.21-r1")
        self.assertEqual(len(self.runs()), 2)
        self.plan(tag="v2026.02.21-r1")
        self.assertEqual(len(self.runs()), 2)

    def test_a_plan_looks_at_the_vm_each_time(self):
        self.assertEqual(self.plan(), UNKNOWN)
        self.assertEqual(self.plan(), UNKNOWN, "a plan without a scan would say that all is well")


if __name__ == "__main__":
    unittest.main(verbosity=2)
