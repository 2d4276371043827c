#!/usr/bin/env python3
"""What is kept beside a run (its journal's copy), and what report and runs tell of it."""
import hashlib
import os
import unittest

from desk import job
from local_runtime import ROOT, WAIT, Case, store


class Notes(Case):
    def read(self, name, offset, length):
        return self.desk.ask("read-note", self.run_name, name, offset, length)

    def test_a_note_is_kept_beside_the_run(self):
        text = b'{"event":"begin"}\n' * 3000
        answer = self.desk.ask("note", self.run_name, "journal.jsonl", body=text)
        self.assertEqual((answer["stored"], answer["sha256"]), (str(len(text)), hashlib.sha256(text).hexdigest()))
        self.assertEqual(self.path("journal.jsonl").read_bytes(), text)
        self.assertEqual(self.path("journal.jsonl").stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.desk.ask("note", self.run_name, "journal.jsonl", body=b"new")["stored"], "3")
        self.assertEqual(os.listdir(self.path("")), ["journal.jsonl"])
        self.assertEqual(self.path("journal.jsonl").read_bytes(), b"new")

    def test_a_note_is_read_in_pieces(self):
        text = os.urandom(1000)
        self.desk.ask("note", self.run_name, "n", body=text)
        for offset, length in ((0, 1000), (18, 36), (990, 100)):
            answer = self.read("n", offset, length)
            self.assertEqual((answer["offset"], answer["total"], answer.bytes("out")), (str(offset), "1000", text[offset:offset + length]))
        for offset, length in ((1000, 10), (0, 0)):
            self.assertEqual(self.read("n", offset, length).lines, [("offset", str(offset)), ("total", "1000")])
        self.assertEqual(self.read("other", 0, 10)["code"], "no-such-note")

    def test_a_note_of_64_mib_is_taken_and_no_larger_one(self):
        room = (64 << 20) * 4 // 3 + (4 << 20) + 4096
        for size, code in ((room, None), (room + 1, "too-large")):
            answer = self.desk.ask_text("note", self.run_name, "n", text=b" " * size)
            self.assertEqual(answer.get("code"), code)


class Reports(Case):
    def test_where_a_run_stands(self):
        self.ended({"02-b-two": (job(""), b"")})
        self.claimed({"100-b-late": job("")})
        lines = self.desk.ask("report", self.run_name).lines
        self.assertEqual(lines, [("boot", store.boot_id()), ("generation", "0"), ("job-state", "02-b-two passed"), ("job-state", "100-b-late claimed")])
        self.assertEqual(self.desk.ask("report", "t-other").lines, lines[:2])

    def test_what_is_at_work_is_told_whoever_asks(self):
        self.start({"01-b-one": job(WAIT)})
        self.until_running("01-b-one")
        for run in (self.run_name, "t-other"):
            self.assertEqual(self.desk.ask("report", run)["unfinished"], f"{self.run_name}/01-b-one")

    def test_the_cutover_mark_comes_with_it(self):
        ROOT.mkdir()
        for text, told in (("", b"\n"), ("run=x\n", b"run=x\n"), ("x" * 5000, b"x" * 4096)):
            (ROOT / "cutover").write_text(text)
            self.assertEqual(self.desk.ask("report", self.run_name).bytes("cutover"), told)
        (ROOT / "cutover").unlink()
        self.assertEqual(self.desk.ask("report", self.run_name).get("cutover"), None)

    def test_the_runs_with_their_sizes(self):
        self.assertEqual(self.desk.ask("runs").lines, [])
        for run, note in (("r2", b"12345"), ("r1", b"")):
            self.desk.ask("note", run, "n", body=note)
            os.utime(ROOT / "runs" / run / "n", (5, 1234))
        self.desk.ask("note", "r2", "m", body=b"678")
        os.utime(ROOT / "runs/r2/m", (5, 999))
        self.assertEqual(self.desk.ask("runs").lines, [("run", "r1 0 1234"), ("run", "r2 8 1234")])


if __name__ == "__main__":
    unittest.main(verbosity=2)
