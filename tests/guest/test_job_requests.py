#!/usr/bin/env python3
"""Requests themselves: what is malformed is refused by name, and every answer is framed."""
import hashlib
import subprocess
import unittest
from unittest import mock

from desk import job
from local_runtime import ROOT, Case, Clock, job_server, served

SHA = "a" * 64
WELL = {"put": (SHA, 0, 1), "start": ("r", 1, SHA, 0), "follow": ("r", "01-b-one", 0, 0, 0), "fetch": ("r", "01-b-one", 0, 1), "pause": ("r",),
        "cancel": ("r",), "report": ("r",), "runs": (), "note": ("r", "n"), "read-note": ("r", "n", 0, 1)}


class Malformed(Case):
    def refused(self, *words):
        answer = self.desk.ask(*words)
        self.assertEqual((answer.status, answer.get("code")), ("refused", "bad-request"), words)
        return answer.text("reason")

    def test_each_request_takes_so_many_values(self):
        for verb, words in WELL.items():
            self.assertNotEqual(self.desk.ask(verb, *words).get("code"), "bad-request", verb)
            most = words if verb != "report" else (*words, 1)
            self.assertIn(f"{verb} takes {len(most)} values", self.refused(verb, *most, 1))
            if words:
                self.assertIn(f"{verb} takes ", self.refused(verb, *words[:-1]))
        self.assertEqual(set(WELL), set(job_server.VERBS))

    def test_names_that_are_none(self):
        for name in ("../etc", ".", "a/b", "-x", "a" * 65):
            for words in (("start", name, 1, SHA, 0), ("follow", name, "01-b-one", 0, 0, 0), ("pause", name), ("cancel", name), ("report", name),
                          ("report", name, 1), ("note", name, "n"), ("read-note", name, "n", 0, 1), ("fetch", name, "01-b-one", 0, 1)):
                self.refused(*words)
        for name in ("01-B-ONE", "1-b-one", "../01-b-one", "01-b-one/out"):
            self.refused("follow", "r", name, 0, 0, 0)
        for name in ("zz", "a" * 63, "A" * 64, "a" * 65):
            self.refused("put", name, 0, 1)
            self.refused("start", "r", 1, name, 0)
        for name in ("state", "pause", "01-b-one", ".hidden", "a" * 65):
            self.refused("note", "r", name)
            self.refused("read-note", "r", name, 0, 1)
        self.refused("nonsense")

    def test_numbers_that_are_none(self):
        for number in ("x", "-1", "1.0", "0x1", "1" * 16):
            for verb, words in WELL.items():
                for place, word in enumerate(words):
                    if isinstance(word, int):
                        self.refused(verb, *words[:place], number, *words[place + 1:])

    def test_numbers_that_are_too_large(self):
        """Each with the largest that is taken."""
        self.ended({"01-b-one": (job(""), b"")})
        self.desk.ask("note", self.run_name, "n", body=b"x")
        run, far = self.run_name, 1 << 40
        for words, place, most in ((("follow", run, "01-b-one", 0, 0, 0), 3, far), (("follow", run, "01-b-one", 0, 0, 0), 4, 25),
                                   (("follow", run, "01-b-one", 0, 0, 0), 5, 3600), (("fetch", run, "01-b-one", 0, 1), 3, far),
                                   (("read-note", run, "n", 0, 1), 3, far), (("read-note", run, "n", 0, 1), 4, 192 << 10)):
            for number in (most, most + 1):
                with Clock().rules():
                    answer = self.desk.ask(*words[:place], number, *words[place + 1:])
                self.assertEqual(answer.get("code"), None if number == most else "bad-request", (words, place, number))
        self.refused("start", run, 1, SHA, 26)

    def test_words_that_are_no_words(self):
        for words in ((b"follow", b"n", b"$(id)"), (b"fol;low", b"n"), (b"runs", b"n", b""), (b"runs", b"n", b"\xff")):
            code, answer = self.desk.raw(b" ".join(words) + b"\n")
            self.assertEqual(code, 0)
            self.assertRegex(answer, b"^UNDOCK1 n refused [0-9]+ [0-9a-f]{64}\ncode bad-request\n")

    def test_without_a_nonce_there_is_no_answer(self):
        for header in (b"", b"\n", b"runs\n", b"runs `id`\n", b"runs \xff\n", b"runs  n\n"):
            self.assertEqual(self.desk.raw(header), (64, b""), header)

    def test_the_request_itself_runs_nothing(self):
        self.assertEqual(self.desk.raw(b"follow $(id) `id` ;reboot\n"), (64, b""))


class Frames(Case):
    def test_an_answer_is_framed_by_nonce_length_and_sum(self):
        code, answer = self.desk.raw(b"cancel n0nce r\n")
        payload = b"state idle\n"
        self.assertEqual((code, answer), (0, b"UNDOCK1 n0nce ok %d %s\n%sUNDOCK1-END n0nce\n" % (
            len(payload), hashlib.sha256(payload).hexdigest().encode(), payload)))

    def test_a_process_of_its_own_answers_the_same(self):
        for request, code in ((b"cancel n0nce r\n", 0), (b"cancel\n", 64)):
            asked = served(subprocess.PIPE)
            answer, _ = asked.communicate(request)
            self.assertEqual((asked.returncode, answer), (code, self.desk.raw(request)[1]))

    def test_the_largest_answer_that_goes_out(self):
        most = 2 << 20
        for size in (most, most + 1):
            with mock.patch.object(job_server, "carry_out", lambda _, size=size: ["x" * (size - 1)]):
                code, answer = self.desk.raw(b"runs n\n")
            self.assertEqual((code, b" ok " in answer.split(b"\n")[0]), (0, size == most))

    def test_the_guests_own_trouble_is_told_in_words(self):
        ROOT.mkdir()
        (ROOT / "runs").write_text("in the way of the folder")
        answer = self.desk.ask("note", "r", "n")
        self.assertEqual((answer.status, answer["code"]), ("refused", "guest-error"))
        self.assertIn(f"Not a directory: '{ROOT}/runs/r'", answer.text("reason"))
        (ROOT / "runs").unlink()


if __name__ == "__main__":
    unittest.main(verbosity=2)
