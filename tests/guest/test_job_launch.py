#!/usr/bin/env python3
"""Between a chain's claim and its supervisor's first sign; and what a start clears away."""
import os
import subprocess
import sys
import unittest
from unittest import mock

from desk import job
from local_runtime import LIB, ROOT, UNITS, Case, Clock, job_server, pack_of, store, until


class Launching(Case):
    """Between the claim and the supervisor's first sign."""

    def test_a_claim_whose_supervisor_could_not_be_started_can_be_started_again(self):
        (UNITS / "refusal").write_text("Failed to start transient service unit: Connection timed out\n")
        answer = self.start({"01-b-one": job("say ran")})
        self.assertEqual((answer.status, answer["code"]), ("refused", "launch-failed"))
        self.assertIn("could not be started: Failed to start transient service unit: Connection timed out", answer.text("reason"))
        self.assertEqual(self.follow("01-b-one")["state"], "claimed")
        (UNITS / "refusal").write_text("")
        digest, _ = pack_of({"01-b-one": job("say ran")})
        self.assertIn("no message", self.desk.ask("start", self.run_name, 1, digest, 0).text("reason"))
        (UNITS / "refusal").unlink()
        answer = self.desk.ask("start", self.run_name, 1, digest, 5)
        self.assertEqual((answer.status, answer["state"], answer.bytes("out")), ("ok", "passed", b"ran\n"))

    def test_without_a_launcher_nothing_was_started(self):
        with mock.patch.dict(os.environ, PATH=str(ROOT)):
            self.assertEqual(self.start({"01-b-one": job("true")})["code"], "launch-failed")
        self.assertEqual(self.follow("01-b-one")["state"], "claimed")

    def test_a_unit_that_another_start_began_is_waited_for(self):
        """systemd-run says that the unit is there; its supervisor has not shown itself yet."""
        self.claimed({"01-b-one": job("true")})
        first, unit = self.job("01-b-one"), f"openclaw-undock-{self.run_name}-01.service"
        go = UNITS / "go"
        command = f'until [ -e {go} ]; do sleep 0.02; done; exec "$@"'
        slow = subprocess.Popen(["bash", "-c", command, "slow", sys.executable, "-I", "-S", LIB / "supervise.py",
                                 self.run_name, "01-b-one", unit])
        (UNITS / unit).write_text(f"{slow.pid}\n")

        def shows_itself():
            go.touch()
            until("the supervisor's sign", lambda: store.started_by(first))
        clock = Clock()
        clock.at(0.1, shows_itself)
        with clock.rules():
            job_server.launch(first)
        self.assertEqual(clock.spent, 0.1)
        self.assertEqual(store.started_by(first)[1], unit)
        self.assertEqual(slow.wait(), 0)

    def test_a_supervisor_that_does_not_show_itself_is_waited_for_ten_seconds(self):
        self.claimed({"01-b-one": job("true")})
        clock = Clock()
        said = subprocess.CompletedProcess([], 0, b"")
        with mock.patch.object(job_server.subprocess, "run", lambda *_, **__: said), clock.rules():
            job_server.launch(self.job("01-b-one"))
        self.assertEqual(clock.spent, 10)

    def test_a_supervisor_that_shows_itself_is_waited_for_no_longer(self):
        self.claimed({"01-b-one": job("true")})
        clock = Clock()
        clock.at(0.02, lambda: until("the supervisor's sign", lambda: store.started_by(self.job("01-b-one"))))
        with clock.rules():
            job_server.launch(self.job("01-b-one"))
        self.assertLessEqual(clock.spent, 0.02)


class Leftovers(Case):
    def test_uploads_that_nobody_came_back_for_go_after_a_day(self):
        incoming = ROOT / "incoming"
        clock = Clock()
        for name, age in (("old", 86400.5), ("a-day", 86400), ("young", 10)):
            (incoming / f"claim.1.{name}" / "params").mkdir(parents=True)
            (incoming / name).touch()
            for path in (incoming / name, incoming / f"claim.1.{name}"):
                moment = round((clock.wall - age) * 1e9)
                os.utime(path, ns=(moment, moment))
        clock.wall = (incoming / "a-day").stat().st_mtime + 86400
        with mock.patch.object(job_server.time, "time", clock.time):
            self.start({"01-b-one": job("true")})
        self.assertEqual(sorted(os.listdir(incoming)), ["a-day", "claim.1.a-day", "claim.1.young", "young"])

    def test_secret_values_leave_the_guest_with_the_step(self):
        secret = {"params": {"config_new": "S3CRET"}, "secret_params": "config_new"}
        self.start({"01-b-one": job("param config_new >/dev/null; param ts >/dev/null", params={"config_new": "S3CRET", "ts": "1"}, secret_params="config_new"),
                    "02-b-two": job("false", **secret), "03-b-three": job("true", **secret)}, wait=5)
        self.finish("03-b-three")
        left = [path for path in ROOT.rglob("*") if path.is_file() and b"S3CRET" in path.read_bytes()]
        self.assertEqual(left, [])
        self.assertEqual(os.listdir(self.path("01-b-one/params")), ["ts"])

    def test_secret_output_is_gone_once_nobody_needs_it(self):
        self.ended({"01-a-one": (job("", secret_output="yes"), b"S3CRET\n"), "02-e-two": (job(""), b"on\n")})
        self.claimed({"90-e-waits": job("", secret_output="yes")})
        self.path("90-e-waits/out").write_bytes(b"early")
        for name, left in (("03-g-three", 7), ("04-h-four", 0)):
            self.start({name: job("true")})
            self.assertEqual(self.path("01-a-one/out").stat().st_size, left, name)
            self.finish(name)
            until("the supervisor's end", store.lock_free)
        self.assertEqual(self.path("02-e-two/out").read_bytes(), b"on\n")
        self.assertEqual(self.path("90-e-waits/out").read_bytes(), b"early", "what has no end yet is left alone")


if __name__ == "__main__":
    unittest.main(verbosity=2)
