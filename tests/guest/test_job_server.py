#!/usr/bin/env python3
"""What the job runtime answers when the guest itself is in trouble. Needs no guest."""
import io
import os
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

ROOT = tempfile.TemporaryDirectory()
os.environ["UNDOCK_ROOT"] = ROOT.name
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources/guest"))
import job_server  # noqa: E402
from job_store import Job, Refusal  # noqa: E402


class TroubleAroundTheLaunch(unittest.TestCase):
    """"Refused" says that nothing runs. From the launch on only silence is true: the desk asks again."""

    def start(self, **replaced):
        with mock.patch.multiple(job_server, claim=lambda *_: [Job("101-run", "01-b-archive")], **replaced), \
                mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO())):
            return job_server.start("101-run", "1", "0" * 64, "0")

    def falls_over(self, *_):
        raise OSError(22, "Invalid argument")

    def test_before_it_is_told(self):
        with self.assertRaises(OSError):
            self.start(fence=self.falls_over)

    def test_in_the_launch_and_after_it_there_is_no_answer(self):
        for replaced in ({"launch": self.falls_over}, {"launch": lambda _: None, "follow": self.falls_over}):
            with self.assertRaises(SystemExit) as ended:
                self.start(**replaced)
            self.assertEqual(ended.exception.code, 70)

    def test_a_launcher_that_is_not_there_started_nothing(self):
        with mock.patch.object(job_server.subprocess, "run", side_effect=FileNotFoundError("systemd-run")), \
                self.assertRaises(Refusal) as refused:
            self.start()
        self.assertEqual(refused.exception.code, "launch-failed")


if __name__ == "__main__":
    unittest.main(verbosity=2)
