#!/usr/bin/env python3
"""How a step ends: by itself, by its time limit, by a pause, a cancel, a warning, or with its supervisor."""
import os
import pathlib
import signal
import unittest

from desk import job
from local_runtime import WAIT, Case, Clock, kill_unit, store, until


class Chains(Case):
    def test_after_a_failure_the_rest_is_skipped(self):
        self.start({"01-b-one": job('fail bad-luck @no-space path="the cellar" needed=1'), "02-b-two": job('touch "$UNDOCK_RUN/never"'), "03-b-three": job("true")})
        answer, _ = self.finish("01-b-one")
        self.assertEqual((answer["state"], answer["exit"], answer.fact("failure")), ("failed", "1", ["bad-luck @no-space path=the%2520cellar needed=1"]))
        for name in ("02-b-two", "03-b-three"):
            answer, _ = self.finish(name)
            self.assertEqual((answer["state"], answer.text("reason")), ("skipped", "@job-before-failed job=01-b-one"))
        self.assertFalse(self.path("never").exists())

    def test_a_step_that_ends_silently_says_where(self):
        self.start({"01-b-one": job("true\nfalse\ntrue")})
        answer, _ = self.finish("01-b-one")
        self.assertEqual(answer["state"], "failed")
        self.assertIn("step-aborted", answer.fact("failure")[0])
        self.assertIn("line=2", answer.fact("failure")[0])

    def test_a_promised_fact_that_is_missing_fails_the_step(self):
        self.start({"01-b-one": job("fact one 1", facts="one two")})
        answer, _ = self.finish("01-b-one")
        self.assertEqual((answer["state"], answer["exit"]), ("failed", "0"))
        self.assertEqual(answer.text("reason"), "@step-facts-missing names=two")

    def test_a_warning_holds_the_rest_up_until_it_is_acknowledged(self):
        for number, (accepted, state) in enumerate((("", "skipped"), ("other-one", "skipped"), ("other-one\nodd-thing", "passed")), 1):
            self.start({f"{number}1-b-one": job('warn odd-thing "it is odd"', accepted=accepted), f"{number}2-b-two": job("true")})
            self.assertEqual(self.finish(f"{number}1-b-one")[0]["state"], "passed")
            answer, _ = self.finish(f"{number}2-b-two")
            self.assertEqual((answer["state"], "odd-thing" in answer.text("reason")), (state, state == "skipped"), accepted)
            until("the supervisor's end", store.lock_free)
        self.assertEqual(answer.facts(), [])

    def test_a_step_that_a_signal_ended(self):
        self.start({"01-b-one": job("kill -KILL $$")})
        answer, _ = self.finish("01-b-one")
        self.assertEqual((answer["state"], answer["signal"], answer.get("exit")), ("failed", "9", None))

    def test_the_time_limit_ends_the_step(self):
        self.start({"01-b-one": job("say begun; sleep 300", limit=1), "02-b-two": job("true")})
        answer, _ = self.finish("01-b-one")
        self.assertEqual((answer["state"], answer.text("reason")), ("timed-out", "@step-timed-out limit=1"))
        self.assertEqual(self.finish("02-b-two")[0]["state"], "skipped")


class Pauses(Case):
    def test_a_pause_lets_the_step_end_and_begins_no_other(self):
        self.start({"01-b-one": job(WAIT + "say done"), "02-b-two": job("true")})
        self.until_running("01-b-one")
        self.assertEqual(self.desk.ask("pause", self.run_name).status, "ok")
        self.assertEqual(self.follow("01-b-one")["state"], "running")
        self.let_go()
        answer, out = self.finish("01-b-one")
        self.assertEqual((answer["state"], out), ("passed", b"done\n"))
        answer, _ = self.finish("02-b-two")
        self.assertEqual((answer["state"], answer.text("reason")), ("skipped", "@run-paused-before"))
        until("the supervisor's end", store.lock_free)
        self.start({"03-b-three": job("true"), "04-b-four": job("true")})
        self.assertEqual(self.finish("04-b-four")[0]["state"], "passed")

    def test_a_run_that_never_was_is_not_paused(self):
        answer = self.desk.ask("pause", self.run_name)
        self.assertEqual((answer.status, answer["code"]), ("refused", "no-such-run"))


class Cancelling(Case):
    def cancel(self, run=None):
        return self.desk.ask("cancel", run or self.run_name)

    def running(self, name="01-b-one", **how):
        self.start({name: job("say begun; " + WAIT, **how), "09-b-next": job("true")})
        self.until_began(name)

    def test_nothing_runs_is_idle(self):
        self.assertEqual(self.cancel().lines, [("state", "idle")])

    def test_a_cancelled_step_is_told_as_soon_as_it_ended(self):
        self.running()
        clock = Clock()
        clock.at(0.1, lambda: until("the step's end", self.job("01-b-one").result))
        with clock.rules():
            answer = self.cancel()
        self.assertLessEqual(clock.spent, 0.1)
        self.assertEqual((answer["job"], answer["state"]), ("01-b-one", "cancelled"))
        self.assertEqual(self.finish("09-b-next")[0]["state"], "skipped")

    def test_a_later_step_of_the_chain_is_cancelled_as_well(self):
        self.start({"01-b-one": job("true"), "02-b-two": job("say begun; " + WAIT)})
        self.until_began("02-b-two")
        answer = self.cancel()
        self.assertEqual((answer["job"], answer["state"]), ("02-b-two", "cancelled"))
        self.assertEqual(self.follow("01-b-one")["state"], "passed")

    def test_another_run_is_left_alone(self):
        self.running()
        self.assertEqual(self.cancel("t-other").lines, [("state", "idle")])
        self.assertEqual(self.follow("01-b-one")["state"], "running")
        self.assertFalse(self.path("01-b-one/cancel").exists())

    def test_a_step_that_deletes_is_not_ended_half_way(self):
        for name, effect in (("01-b-one", "deletes"), ("02-b-two", "")):
            self.running(name, effect=effect)
            answer = self.cancel()
            self.assertEqual((answer.status, answer["code"]), ("refused", "not-cancellable"))
            self.assertFalse(self.path(f"{name}/cancel").exists())
            self.let_go()
            self.assertEqual(self.finish(name)[0]["state"], "passed")
            self.path("go").unlink()
            until("the supervisor's end", store.lock_free)

    def test_a_step_that_does_not_end_is_told_as_running_after_twenty_seconds(self):
        self.running()
        os.kill(int(self.path("01-b-one/started/pid").read_text()), signal.SIGSTOP)
        clock = Clock()
        with clock.rules():
            answer = self.cancel()
        self.assertEqual((answer["state"], clock.spent), ("running", 20))

    def test_nobody_waits_for_a_supervisor_that_died(self):
        self.running()
        clock = Clock()
        clock.at(0.3, lambda: (kill_unit(self.job("01-b-one")), until("its end", store.lock_free)))
        os.kill(int(self.path("01-b-one/started/pid").read_text()), signal.SIGSTOP)
        with clock.rules():
            answer = self.cancel()
        self.assertEqual((answer["state"], clock.spent), ("died", 0.3))


class Dying(Case):
    def test_a_killed_supervisor_is_a_step_that_died(self):
        self.start({"01-b-one": job("echo begun; " + WAIT), "02-b-two": job("true")})
        self.until_began("01-b-one")
        kill_unit(self.job("01-b-one"))
        until("its end", store.lock_free)
        answer = self.follow("01-b-one")
        self.assertEqual((answer["state"], answer.bytes("out")), ("died", b"begun\n"))
        self.assertEqual(self.follow("02-b-two")["state"], "skipped")
        # And the way is free for the next.
        self.assertEqual(self.start({"03-b-one": job("true")}).status, "ok")

    def test_what_another_boot_began_was_interrupted(self):
        self.claimed({"01-b-one": job(""), "02-b-two": job("")})
        os.mkdir(self.path("01-b-one/started"))
        for name, text in (("boot", "an-earlier-one"), ("unit", "gone.service"), ("pid", "1")):
            pathlib.Path(self.path(f"01-b-one/started/{name}")).write_text(text + "\n")
        report = self.desk.ask("report", self.run_name)
        self.assertIn(("job-state", "01-b-one interrupted"), report.lines)
        self.assertIn(("job-state", "02-b-two skipped"), report.lines)
        self.assertEqual(self.follow("01-b-one")["boot"], "an-earlier-one")
        self.assertEqual(report["boot"], store.boot_id())


if __name__ == "__main__":
    unittest.main(verbosity=2)
