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
import supervise  # noqa: E402
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


class Bounds(unittest.TestCase):
    """qm loses answers above some 3 MiB, tried with 2 and 4: none may come near."""

    def answer(self, header, lines):
        out = io.TextIOWrapper(io.BytesIO())
        with mock.patch.object(job_server, "carry_out", lambda _: lines), mock.patch.object(sys, "stdout", out), \
                mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(header + b"\n"))):
            code = job_server.main()
        return code, out.buffer.getvalue().decode("ascii")

    def test_what_may_come_together_fits(self):
        def in_base64(size):
            return size * 4 // 3 + 4
        most = (in_base64(job_server.CHUNK) + in_base64(job_server.TAIL) + in_base64(job_server.SECRET_LIMIT)
                + in_base64(supervise.FACTS_LIMIT) + job_server.ALSO_LIMIT + 64 * 1024)
        self.assertLess(most, job_server.ANSWER_LIMIT)
        self.assertLessEqual(job_server.ANSWER_LIMIT, 2 << 20)

    def test_a_larger_answer_is_refused_in_words(self):
        code, text = self.answer(b"runs n1", ["run x 1 1"] * 300000)
        self.assertEqual(code, 0)
        self.assertTrue(text.startswith("UNDOCK1 n1 refused "))
        self.assertIn("code output-too-large\n", text)
        self.assertLess(len(text), 1000)

    def test_of_a_start_only_silence_is_true(self):
        self.assertEqual(self.answer(b"start n1 r 1 s 0", ["x" * (3 << 20)]), (70, ""))

    def test_an_answer_that_fits_goes_out_as_it_is(self):
        code, text = self.answer(b"runs n1", ["run x 1 1"])
        self.assertEqual((code, text.split()[2]), (0, "ok"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
