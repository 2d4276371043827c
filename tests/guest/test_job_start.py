#!/usr/bin/env python3
"""A chain is started once, by the desk that has the VM, and runs in order with its values."""
import os
import subprocess
import sys
import unittest

from desk import job
from local_runtime import LIB, ROOT, UNITS, WAIT, Case, job_server, pack_of, served, store, until


class Running(Case):
    def test_a_chain_runs_in_order_with_its_values_and_facts(self):
        owned = self.path("owned")
        value = f"a 'quoted' $(touch {owned}) \\ \n中文"
        self.start({"01-b-one": job('say "<$(param ts)>"; fact who "one two"; keep left here', params={"ts": value}, facts="who"),
                    "02-b-two": job('say "$(kept left)"; fact odd "a%b" $\'c\\nd\'')})
        answer, out = self.finish("02-b-two")
        self.assertEqual((answer["state"], answer["exit"], out), ("passed", "0", b"here\n"))
        self.assertEqual(answer.facts(), [("odd", "a%25b c%0Ad")])
        answer, out = self.finish("01-b-one")
        self.assertEqual(out.decode(), f"<{value}>\n")
        self.assertFalse(owned.exists(), "a value is never read as code")

    def test_the_unit_is_named_after_run_and_number(self):
        """So that a second start of the same chain is the same unit."""
        self.start({"07-b-one": job("true")}, wait=5)
        self.assertEqual((UNITS / "started").read_text(), f"openclaw-undock-{self.run_name}-07.service\n")

    def test_a_small_chain_comes_with_its_start(self):
        digest, data = pack_of({"01-b-x": job("echo here")})
        damaged = self.desk.ask("start", self.run_name, 1, digest, 0, body=data[:-1])
        self.assertEqual((damaged.status, damaged["code"]), ("corrupt", "bad-sum"))
        self.assertFalse(self.path("").exists())
        answer = self.desk.ask("start", self.run_name, 1, digest, 5, body=data)
        self.assertEqual((answer.status, answer["state"], answer.bytes("out")), ("ok", "passed", b"here\n"))
        self.assertEqual(list((ROOT / "incoming").iterdir()), [], "a pack may hold secrets")

    def test_a_pack_that_never_came_is_asked_for(self):
        self.assertEqual(self.desk.ask("start", self.run_name, 1, "0" * 64, 0).status, "missing-pack")
        self.assertFalse(self.path("").exists())

    def test_what_a_job_holds_is_roots_alone(self):
        self.start({"01-b-one": job("true", params={"ts": "1"})}, wait=5)
        for path in [ROOT, *ROOT.rglob("*")]:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)


class Once(Case):
    """Whatever is asked twice, or by many at once, or again after a loss runs once."""

    def setUp(self):
        super().setUp()
        self.count = UNITS / "count"
        self.once = f"echo once >>{self.count}; "

    def assert_ran_once(self, name="01-b-one"):
        self.assertEqual(self.finish(name)[0]["state"], "passed")
        until("the supervisor's end", store.lock_free)
        self.assertEqual(self.count.read_text(), "once\n")

    def test_the_same_start_again_runs_nothing_twice(self):
        jobs = {"01-b-one": job(self.once + WAIT)}
        digest, data = pack_of(jobs)
        for body in (data, b"", b""):
            self.assertEqual(self.desk.ask("start", self.run_name, 1, digest, 0, body=body).status, "ok")
        self.let_go()
        self.finish("01-b-one")
        # The same jobs in another pack (packed anew) are the same jobs.
        other = job(self.once + WAIT, limit=59)
        self.assertEqual(self.start({"01-b-one": other})["state"], "passed")
        self.assertEqual(self.desk.ask("start", self.run_name, 1, digest, 0)["state"], "passed")
        self.assert_ran_once()

    def test_many_starts_at_once_run_it_once(self):
        digest, _ = self.desk.put(pack_of({"01-b-one": job(self.once + WAIT)})[1])
        asked = [served(subprocess.PIPE) for _ in range(6)]
        for one in asked:
            one.stdin.write(f"start n {self.run_name} 1 {digest} 0\n".encode())
        for one in asked:
            one.stdin.close()
        for one in asked:
            self.assertRegex(one.stdout.read(), rb"^UNDOCK1 n ok .*\nstate (claimed|running)\njob 01-b-one\n")
            one.stdout.close()
            self.assertEqual(one.wait(), 0)
        self.let_go()
        self.assert_ran_once()

    def test_a_second_supervisor_runs_nothing(self):
        self.start({"01-b-one": job(self.once)})
        self.finish("01-b-one")
        until("the supervisor's end", store.lock_free)
        subprocess.run([sys.executable, "-I", "-S", LIB / "supervise.py", self.run_name, "01-b-one", "other.service"], check=True)
        self.assert_ran_once()

    def test_a_chain_over_the_hundredth_job_started_again_is_the_same_chain(self):
        digest, data = pack_of({f"{number}-b-part": job(f"say {number}; {WAIT}") for number in (98, 99, 100, 101)})
        for body in (data, b"", b""):
            again = self.desk.ask("start", self.run_name, 1, digest, 0, body=body)
            self.assertEqual((again.status, again["job"]), ("ok", "98-b-part"), again)
        self.let_go()
        for number in (98, 99, 100, 101):
            answer, out = self.finish(f"{number}-b-part")
            self.assertEqual((answer["state"], out), ("passed", f"{number}\n".encode()))

    def test_a_job_id_with_another_script_or_value_is_refused(self):
        self.start({"01-b-one": job("true", params={"ts": "1"})}, wait=5)
        others = (job("false", params={"ts": "1"}), job("true", params={"ts": "2"}), job("true", params={"ts": "1", "tt": ""}),
                  job("true"), job("true", params={"tt": "1"}))
        for other in others:
            answer = self.start({"01-b-one": other, "02-b-new": job("true")})
            self.assertEqual((answer.status, answer["code"]), ("refused", "hash-differs"))
            self.assertFalse(self.path("02-b-new").exists(), "a chain is claimed whole or not at all")
        self.assertEqual(self.start({"01-b-one": job("true", params={"ts": "1"})})["state"], "passed")

    def test_a_claim_that_was_torn_is_made_whole(self):
        """The guest fell over between the claims of two jobs of a chain."""
        jobs = {"01-b-one": job("say one"), "02-b-two": job("say two")}
        digest, data = pack_of(jobs)
        os.makedirs(self.path("state"))
        os.makedirs(ROOT / "incoming")
        job_server.lay_out(self.job("01-b-one"), jobs["01-b-one"], list(jobs), digest)
        self.assertEqual(self.desk.ask("start", self.run_name, 1, digest, 0).status, "missing-pack")
        self.assertEqual(self.desk.ask("start", self.run_name, 1, digest, 5, body=data)["state"], "passed")
        self.assertEqual(self.finish("02-b-two")[1], b"two\n")

    def test_a_place_that_is_taken_by_something_else_claims_nothing(self):
        os.makedirs(self.path("state"))
        self.path("01-b-one").touch()
        answer = self.start({"01-b-one": job("true")})
        self.assertEqual((answer.status, answer["code"]), ("refused", "guest-error"))
        self.assertEqual([name for name in os.listdir(ROOT / "incoming") if name.startswith("claim")], [], "nothing half-made stays")


class Turns(Case):
    def test_another_chain_waits_its_turn(self):
        self.start({"01-b-one": job(WAIT)})
        answer = self.start({"02-b-two": job("true")})
        self.assertEqual((answer.status, answer["code"], answer["busy"]), ("busy", "busy", f"{self.run_name}/01-b-one"))
        self.assertFalse(self.path("02-b-two").exists())
        self.assertEqual(self.desk.start("t-other", {"01-b-one": job("true")}).status, "busy")
        self.let_go()
        self.finish("01-b-one")
        until("the supervisor's end", store.lock_free)
        self.assertEqual(self.start({"02-b-two": job("true")}).status, "ok")

    def test_a_lower_generation_is_refused(self):
        self.start({"01-b-one": job("true")}, wait=5, generation=7)
        answer = self.start({"02-b-two": job("true")}, generation=6)
        self.assertEqual((answer.status, answer["code"], answer["generation"]), ("refused", "lower-generation", "7"))
        self.assertEqual(self.follow("02-b-two")["code"], "no-such-job")
        for generation in (7, 8):
            until("the supervisor's end", store.lock_free)
            self.assertEqual(self.start({f"1{generation}-b-two": job("true")}, generation=generation).status, "ok")
        self.assertEqual(self.desk.ask("report", self.run_name)["generation"], "8")

    def test_a_report_fences_a_lower_start_off(self):
        self.assertEqual(self.desk.ask("report", self.run_name)["generation"], "0")
        self.assertEqual(self.desk.ask("report", self.run_name, 5)["generation"], "5")
        self.assertEqual(self.start({"02-b-two": job("true")}, generation=4)["code"], "lower-generation")
        self.assertEqual(self.desk.ask("report", self.run_name, 4)["code"], "lower-generation")
        self.assertEqual(self.start({"02-b-two": job("true")}, generation=5).status, "ok")

    def test_generations_begin_at_nought(self):
        ROOT.mkdir()
        (ROOT / "generation").write_text("?\n")
        self.assertEqual(self.desk.ask("report", self.run_name, 0).status, "ok")
        self.assertEqual(self.start({"01-b-one": job("true")}, generation=0).status, "ok")
        for generation, code in ((10**12, None), (10**12 + 1, "bad-request")):
            self.assertEqual(self.desk.ask("report", self.run_name, generation).get("code"), code)
            until("the supervisor's end", store.lock_free)
            self.assertEqual(self.start({"02-b-two": job("true")}, generation=generation).get("code"), code)


if __name__ == "__main__":
    unittest.main(verbosity=2)
