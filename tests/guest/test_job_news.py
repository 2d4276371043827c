#!/usr/bin/env python3
"""What follow and fetch tell of a job: its output and end, whole, bounded, and no secret as output."""
import base64
import hashlib
import os
import unittest
from unittest import mock

from desk import job
from local_runtime import WAIT, Case, job_server, store

CHUNK = 192 << 10
HEAD = 4 << 20


class Output(Case):
    def test_hostile_output_arrives_as_it_is(self):
        hostile = bytes(range(256)) + b"\x1b]0;x\x07\nUNDOCK1-END x\nUNDOCK1 x ok 0 " + b"\xff\xfe\n{\"pid\":1}\n" + b"A" * 100000
        self.start({"01-b-one": job("param data", params={"data": hostile})})
        answer, out = self.finish("01-b-one")
        self.assertEqual((answer["state"], out, answer["out-sha256"]), ("passed", hostile, hashlib.sha256(hostile).hexdigest()))

    def test_news_begin_where_the_desk_stands(self):
        out = os.urandom(2 * CHUNK + 9)
        self.ended({"01-b-one": (job(""), out)})
        for offset in (0, 5, CHUNK, 2 * CHUNK, len(out) - 1, len(out), len(out) + 5):
            answer = self.follow("01-b-one", offset)
            self.assertEqual((answer["offset"], answer["total"]), (str(offset), str(len(out))))
            self.assertEqual(answer.bytes("out"), out[offset:offset + CHUNK])
            self.assertEqual("out" in answer.values, offset < len(out))

    def test_of_large_output_come_the_head_and_the_tail(self):
        self.ended({"01-b-one": (job(""), b"")})
        out, end = self.path("01-b-one/out"), b"the end" + os.urandom((16 << 10) - 7)
        for size in (HEAD, HEAD + 1):
            with open(out, "wb") as file:
                file.seek(size - len(end))
                file.write(end)
            self.assertEqual(len(self.follow("01-b-one", HEAD - 10).bytes("out")), 10)
            self.assertEqual(self.follow("01-b-one", HEAD + 1).get("out"), None)
            self.assertEqual(self.follow("01-b-one", HEAD).bytes("tail"), end if size > HEAD else b"")
        self.assertEqual(self.follow("01-b-one", HEAD).get("out"), None)

    def test_the_tail_comes_with_the_end_alone(self):
        self.start({"01-b-one": job(WAIT)})
        self.until_running("01-b-one")
        os.truncate(self.path("01-b-one/out"), HEAD + 5)
        self.assertEqual(self.follow("01-b-one", HEAD).get("tail"), None)

    def test_a_piece_is_fetched_by_itself(self):
        out = os.urandom(CHUNK + 100)
        self.ended({"01-b-one": (job(""), out)})
        for offset, length in ((0, CHUNK), (100, CHUNK), (7, 1), (CHUNK, 500)):
            answer = self.desk.ask("fetch", self.run_name, "01-b-one", offset, length)
            self.assertEqual((answer["job"], answer["offset"], answer["total"], answer.bytes("out")),
                             ("01-b-one", str(offset), str(len(out)), out[offset:offset + length]))
        for offset, length in ((0, 0), (len(out), 10)):
            answer = self.desk.ask("fetch", self.run_name, "01-b-one", offset, length)
            self.assertEqual((answer.status, answer.get("out")), ("ok", None))
        self.assertEqual(self.desk.ask("fetch", self.run_name, "01-b-one", 0, CHUNK + 1)["code"], "bad-request")
        self.assertEqual(self.desk.ask("fetch", self.run_name, "02-b-two", 0, 1)["code"], "no-such-job")


class State(Case):
    def test_a_job_that_never_was_is_told_apart(self):
        answer = self.follow("01-b-one")
        self.assertEqual((answer.status, answer["code"]), ("refused", "no-such-job"))

    def test_a_job_that_did_not_begin(self):
        self.claimed({"01-b-one": job("")})
        self.assertEqual(self.follow("01-b-one").lines, [("state", "claimed"), ("job", "01-b-one"), ("offset", "0"), ("total", "0"),
                                                         ("boot", "-"), ("began", "0")])

    def test_a_job_that_runs_and_one_whose_output_is_gone(self):
        self.start({"01-b-one": job("fact early 1; progress 3 9 files; " + WAIT)})
        self.until_running("01-b-one")
        began = self.path("01-b-one/began").read_text().strip()
        answer = self.desk.ask("follow", self.run_name, "01-b-one", 0, 0, 0)
        self.assertEqual((answer["boot"], answer["began"], answer.get("facts"), answer.get("exit")), (store.boot_id(), began, None, None))
        os.rename(self.path("01-b-one/out"), self.path("01-b-one/out.away"))
        self.assertEqual(job_server.out_size(self.job("01-b-one")), 0)
        os.rename(self.path("01-b-one/out.away"), self.path("01-b-one/out"))
        self.let_go()
        answer, _ = self.finish("01-b-one")
        self.assertEqual((answer["boot"], answer["began"], answer["exit"], answer["progress"], answer.facts()),
                         (store.boot_id(), began, "0", "3 9 files", [("early", "1")]))
        self.assertGreaterEqual(int(answer["ended"]), int(began))

    def test_progress_that_is_none_is_not_told(self):
        self.ended({"01-b-one": (job(""), b"")})
        for text, told in (("3 9 files\n", "3 9 files"), ("3 9 miles", None), ("3 9 files\nstate failed", None), ("x", None)):
            self.path("01-b-one/progress").write_text(text)
            self.assertEqual(self.follow("01-b-one").get("progress"), told)


class Secrets(Case):
    def ended_in_secret(self, out):
        self.ended({"01-a-one": (job("", secret_output="yes"), out)})
        return self.follow("01-a-one")

    def test_secret_output_never_comes_as_output(self):
        self.start({"01-a-one": job("say S3CRET; " + WAIT, secret_output="yes")})
        self.until_began("01-a-one")
        answer = self.follow("01-a-one")
        self.assertEqual((answer["state"], answer.get("out"), answer.get("secret")), ("running", None, None))
        self.let_go()
        answer, _ = self.finish("01-a-one")
        self.assertEqual((answer["state"], answer.get("out"), answer["total"], answer.bytes("secret")), ("passed", None, "7", b"S3CRET\n"))
        self.assertEqual(self.desk.ask("fetch", self.run_name, "01-a-one", 0, 100).text("out"), "S3CRET\n")

    def test_a_secret_of_one_byte_comes(self):
        self.assertEqual(self.ended_in_secret(b"x").bytes("secret"), b"x")

    def test_no_secret_is_told_as_none(self):
        self.assertEqual(self.ended_in_secret(b"").get("secret"), None)

    def test_a_large_secret_output_is_fetched_by_itself(self):
        for name, size in (("01-a-fits", 48 << 10), ("02-a-large", (48 << 10) + 1)):
            self.ended({name: (job("", secret_output="yes"), b"S" * size)})
            answer = self.follow(name)
            self.assertEqual((answer.get("out"), len(answer.bytes("secret")), answer["total"]), (None, size if "fits" in name else 0, str(size)))


class Together(Case):
    """The news of the next steps come with those of the one that was asked for: a call costs a second and more."""

    def also(self, *asked):
        return [base64.b64decode(value).decode() for key, value in self.follow(*asked).lines if key == "also"]

    def test_the_ends_of_quick_steps_come_together(self):
        self.start({"01-b-a": job("true"), "02-b-b": job("echo two; fact n 2"), "03-b-c": job("echo three; " + WAIT), "04-b-d": job("true")})
        self.until_began("03-b-c")
        also = self.also("01-b-a")
        self.assertEqual(len(also), 1, "what still runs is not told")
        self.assertIn("state passed\njob 02-b-b\noffset 0\ntotal 4\n", also[0])
        self.assertIn(base64.b64encode(b"two\n").decode(), also[0])
        self.assertEqual(self.also("03-b-c"), [], "nor what comes after it")

    def test_in_their_order_and_after_the_own_output_is_whole(self):
        self.ended({"01-b-a": (job(""), b"x" * (CHUNK + 7)), "02-b-b": (job(""), b"two"), "03-b-c": (job(""), b"three")})
        self.assertEqual(self.also("01-b-a", 0), [])
        self.assertEqual(self.also("01-b-a", 6), [])
        told = self.also("01-b-a", 7)
        self.assertEqual([text.split("\n")[1] for text in told], ["job 02-b-b", "job 03-b-c"])
        self.assertEqual([text.split("\n")[1] for text in self.also("02-b-b")], ["job 03-b-c"])
        self.assertEqual(self.also("03-b-c"), [])

    def news(self, name):
        return store.b64("".join(line + "\n" for line in job_server.news_of(self.job(name), 0)))

    def test_what_is_too_large_is_asked_for_by_itself(self):
        self.ended({"01-b-a": (job(""), b""), "02-b-b": (job(""), b"two"), "03-b-c": (job(""), b"three"), "04-b-d": (job(""), b"")})
        two, three = len(self.news("02-b-b")), len(self.news("03-b-c"))
        for limit, told in ((two + three, 2), (two + three - 1, 1), (two, 1), (two - 1, 0)):
            with mock.patch.object(job_server, "ALSO_LIMIT", limit):
                self.assertEqual(len(self.also("01-b-a")), told)

    def test_together_they_are_at_most_96_kib(self):
        self.ended({"01-b-a": (job(""), b""), "02-b-b": (job(""), b"x" * 55000)})
        while len(self.news("02-b-b")) <= 96 << 10:
            told = self.also("01-b-a")
            self.assertEqual(len(told), 1)
            with open(self.path("02-b-b/out"), "ab") as file:
                file.write(b"xxx")
        self.assertEqual(self.also("01-b-a"), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
