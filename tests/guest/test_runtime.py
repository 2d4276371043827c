#!/usr/bin/env python3
"""The job runtime in a real guest, through `qm guest exec`: what is promised about jobs.

    python3 tests/guest/test_runtime.py        needs root; brings up a bare lab of its own
"""

import base64
import hashlib
import os
import secrets
import time
import unittest

os.environ.setdefault("LAB_NAME", "test-guest")

from desk import HOME, LIB, LIB_PACK, Desk, job, jobs_pack, lab, pack  # noqa: E402


def setUpModule():
    lab("up", "--bare", "--guests", "1")
    Desk().put_first()


def tearDownModule():
    lab("down")


class Case(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.run_name = "t-" + secrets.token_hex(4)

    def tearDown(self):
        self.desk.guest("for unit in $(systemctl list-units --plain --no-legend 'openclaw-undock-*' | cut -d' ' -f1); do systemctl kill -s KILL $unit; done; "
                        f"for i in $(seq 50); do systemctl list-units --plain --no-legend 'openclaw-undock-*' | grep -q . || break; sleep 0.1; done; rm -rf {HOME}/runs {HOME}/generation")

    def start(self, jobs, wait=0, generation=1):
        return self.desk.start(self.run_name, jobs, wait, generation)

    def follow(self, name, offset=0, wait=0, pace=0):
        return self.desk.ask("follow", self.run_name, name, offset, wait, pace)

    def path(self, name):
        return f"{HOME}/runs/{self.run_name}/{name}"

    def until(self, condition, seconds=10):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, "it did not come to pass")
            time.sleep(0.1)

    def until_running(self, name):
        self.until(lambda: self.follow(name)["state"] == "running")


class Uploads(Case):
    def test_the_first_upload_needs_nothing_in_the_guest(self):
        desk = Desk(lib=f"{HOME}/lib/{secrets.token_hex(8)}")
        self.assertEqual(desk.ask("runs").status, "missing-lib")
        answer = desk.put_first(LIB_PACK, chunk=5000)
        self.assertEqual((answer.status, answer["complete"]), ("ok", "1"))
        self.assertEqual(desk.ask("runs").status, "ok")

    def test_the_stub_refuses_a_folder_elsewhere(self):
        desk = Desk(lib="/etc/0123456789abcdef")
        self.assertEqual(desk.put_first().status, "refused")

    def test_chunks_may_come_twice(self):
        data = pack({"jobs/01-b-x/script": secrets.token_bytes(9000)})
        digest = hashlib.sha256(data).hexdigest()
        for offset in (0, 0, 4000, 4000, 8000, 8000):
            answer = self.desk.ask("put", digest, offset, len(data), body=data[offset:offset + 4000])
            self.assertEqual(answer.status, "ok")
        self.assertEqual(answer["complete"], "1")

    def test_a_gap_is_not_written_over(self):
        data = secrets.token_bytes(9000)
        digest = hashlib.sha256(data).hexdigest()
        self.desk.ask("put", digest, 0, len(data), body=data[:3000])
        answer = self.desk.ask("put", digest, 6000, len(data), body=data[6000:])
        self.assertEqual((answer["received"], answer["complete"]), ("3000", "0"))

    def test_a_damaged_upload_is_told_and_can_be_sent_again(self):
        data = secrets.token_bytes(2000)
        digest = hashlib.sha256(data).hexdigest()
        self.assertEqual(self.desk.ask("put", digest, 0, len(data), body=b"x" * 2000).status, "corrupt")
        answer = self.desk.ask("put", digest, 0, len(data), body=data)
        self.assertEqual((answer.status, answer["complete"]), ("ok", "1"))

    def test_a_pack_with_anything_but_jobs_is_refused(self):
        for name in ("jobs/../../etc/passwd", "jobs/01-b-x/params/../../x", "etc/cron.d/x", "jobs/01-b-x/result"):
            digest, _ = self.desk.put(pack({"jobs/01-b-x/script": b"true", name: b"x"}))
            answer = self.desk.ask("start", self.run_name, 1, digest, 0)
            self.assertIn(answer.status, ("refused", "corrupt"), name)
            self.assertEqual(answer["code"], "bad-pack")

    def test_a_note_is_kept_beside_the_run(self):
        text = b'{"event":"begin"}\n' * 3000
        self.assertEqual(self.desk.ask("note", self.run_name, "journal.jsonl", body=text)["stored"], str(len(text)))
        self.assertEqual(self.desk.guest(f"cat {self.path('journal.jsonl')}").encode(), text)
        self.assertIn(self.run_name, str(self.desk.ask("runs").lines))
        answer = self.desk.ask("read-note", self.run_name, "journal.jsonl", 18, 36)
        self.assertEqual((answer.bytes("out"), answer["total"]), (text[18:54], str(len(text))))
        self.assertEqual(self.desk.ask("read-note", self.run_name, "other", 0, 10)["code"], "no-such-note")


class Starting(Case):
    def test_a_chain_runs_in_order_with_its_values_and_facts(self):
        value = "a 'quoted' $(touch /tmp/undock-owned) \\ \n中文"
        jobs = {"01-b-one": job('say "<$(param ts)>"; fact who "one two"; keep left here', params={"ts": value}, facts="who"),
                "02-b-two": job('say "$(kept left)"; fact odd "a%b" $\'c\\nd\'')}
        self.start(jobs)
        answer, out = self.desk.finish(self.run_name, "02-b-two")
        self.assertEqual((answer["state"], answer["exit"], out), ("passed", "0", b"here\n"))
        self.assertEqual(answer.facts(), [("odd", "a%25b c%0Ad")])
        answer, out = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual(out.decode(), f"<{value}>\n")
        self.assertEqual(answer["out-sha256"], hashlib.sha256(out).hexdigest())
        self.assertEqual(self.desk.guest("ls /tmp").count("undock-owned"), 0)

    def test_after_a_failure_the_rest_is_skipped(self):
        self.start({"01-b-one": job('fail bad-luck "it rains"'), "02-b-two": job("touch /tmp/undock-never"), "03-b-three": job("true")})
        answer, _ = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((answer["state"], answer.fact("failure")), ("failed", ["bad-luck it rains"]))
        for name in ("02-b-two", "03-b-three"):
            self.assertEqual(self.desk.finish(self.run_name, name)[0]["state"], "skipped")
        self.assertEqual(self.desk.guest("ls /tmp").count("undock-never"), 0)

    def test_a_step_that_ends_silently_says_where(self):
        self.start({"01-b-one": job("true\nfalse\ntrue")})
        answer, _ = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual(answer["state"], "failed")
        self.assertIn("step-aborted", answer.fact("failure")[0])
        self.assertIn("line 2", answer.fact("failure")[0])

    def test_a_promised_fact_that_is_missing_fails_the_step(self):
        self.start({"01-b-one": job("fact one 1", facts="one two")})
        answer, _ = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((answer["state"], answer["exit"]), ("failed", "0"))
        self.assertIn("two", answer.text("reason"))

    def test_a_small_chain_comes_with_its_start(self):
        data = jobs_pack({"01-b-x": job("echo here")})
        digest = hashlib.sha256(data).hexdigest()
        damaged = self.desk.ask("start", self.run_name, 1, digest, 0, body=data[:-1])
        self.assertEqual((damaged.status, damaged["code"]), ("corrupt", "bad-sum"))
        answer = self.desk.ask("start", self.run_name, 1, digest, 5, body=data)
        self.assertEqual((answer.status, answer["state"], answer.bytes("out")), ("ok", "passed", b"here\n"))

    def test_the_same_start_again_runs_nothing_twice(self):
        jobs = {"01-b-one": job("echo once >>/tmp/undock-count; sleep 1")}
        digest, _ = self.desk.put(jobs_pack(jobs))
        self.desk.guest("rm -f /tmp/undock-count")
        for _ in range(3):
            self.assertEqual(self.desk.ask("start", self.run_name, 1, digest, 0).status, "ok")
        self.desk.finish(self.run_name, "01-b-one")
        # The same jobs in another pack (uploaded anew) are the same jobs.
        self.start({**jobs})
        self.assertEqual(self.desk.ask("start", self.run_name, 1, digest, 0)["state"], "passed")
        self.assertEqual(self.desk.guest("cat /tmp/undock-count"), "once\n")

    def test_a_chain_over_the_hundredth_job_started_again_is_the_same_chain(self):
        chain = {f"{number}-b-part": job(f"say {number}; sleep 0.5") for number in (98, 99, 100, 101)}
        digest, _ = self.desk.put(jobs_pack(chain))
        for _ in range(3):
            again = self.desk.ask("start", self.run_name, 1, digest, 0)
            self.assertEqual((again.status, again["job"]), ("ok", "98-b-part"), again)
        for number in (98, 99, 100, 101):
            answer, out = self.desk.finish(self.run_name, f"{number}-b-part")
            self.assertEqual((answer["state"], out), ("passed", f"{number}\n".encode()))

    def test_many_starts_at_once_run_it_once(self):
        digest, _ = self.desk.put(jobs_pack({"01-b-one": job("echo once >>/tmp/undock-count; sleep 1")}))
        self.desk.guest("rm -f /tmp/undock-count")
        stub = f"exec /bin/bash {LIB}/undock-guest"
        request = f"start n {self.run_name} 1 {digest} 0"
        # Side by side in the guest itself: qm lets only one call at a time through.
        self.desk.guest(f"for i in 1 2 3 4 5 6; do (printf '%s\\n' '{request}' | bash -c '{stub}') & done; wait")
        self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual(self.desk.guest("cat /tmp/undock-count"), "once\n")

    def test_a_second_supervisor_runs_nothing(self):
        self.desk.guest("rm -f /tmp/undock-count")
        self.start({"01-b-one": job("echo once >>/tmp/undock-count")})
        self.desk.finish(self.run_name, "01-b-one")
        self.desk.guest(f"python3 -I {LIB}/supervise.py {self.run_name} 01-b-one other.service")
        self.assertEqual(self.desk.guest("cat /tmp/undock-count"), "once\n")

    def test_a_job_id_with_another_script_or_value_is_refused(self):
        self.start({"01-b-one": job("true", params={"ts": "1"})}, wait=5)
        for other in (job("false", params={"ts": "1"}), job("true", params={"ts": "2"})):
            answer = self.start({"01-b-one": other})
            self.assertEqual((answer.status, answer["code"]), ("refused", "hash-differs"))
        self.assertEqual(self.start({"01-b-one": job("true", params={"ts": "1"})})["state"], "passed")

    def test_another_chain_waits_its_turn(self):
        self.start({"01-b-one": job("sleep 30")})
        answer = self.start({"02-b-two": job("true")})
        self.assertEqual((answer.status, answer["busy"]), ("busy", f"{self.run_name}/01-b-one"))
        answer = self.desk.start("t-other", {"01-b-one": job("true")})
        self.assertEqual(answer.status, "busy")

    def test_a_lower_generation_is_refused(self):
        self.start({"01-b-one": job("true")}, wait=5, generation=7)
        answer = self.start({"02-b-two": job("true")}, generation=6)
        self.assertEqual((answer.status, answer["code"], answer["generation"]), ("refused", "lower-generation", "7"))
        self.assertEqual(self.follow("02-b-two")["code"], "no-such-job")
        self.assertEqual(self.start({"02-b-two": job("true")}, generation=8).status, "ok")

    def test_a_pack_that_never_came_is_asked_for(self):
        self.assertEqual(self.desk.ask("start", self.run_name, 1, "0" * 64, 0).status, "missing-pack")

    def test_a_warning_holds_the_rest_up_until_it_is_acknowledged(self):
        for accepted, state in (("", "skipped"), ("other-one", "skipped"), ("other-one\nodd-thing", "passed")):
            self.run_name = "t-" + secrets.token_hex(4)
            self.start({"01-b-one": job('warn odd-thing "it is odd"', accepted=accepted), "02-b-two": job("true")}, wait=5)
            self.assertEqual(self.desk.finish(self.run_name, "01-b-one")[0]["state"], "passed")
            answer, _ = self.desk.finish(self.run_name, "02-b-two")
            self.assertEqual(answer["state"], state, accepted)
        self.assertEqual(answer.facts(), [])

    def test_a_report_fences_a_lower_start_off(self):
        self.start({"01-b-one": job("true")}, wait=5, generation=3)
        self.assertEqual(self.desk.ask("report", self.run_name, 5)["generation"], "5")
        self.assertEqual(self.start({"02-b-two": job("true")}, generation=4)["code"], "lower-generation")
        self.assertEqual(self.desk.ask("report", self.run_name).status, "ok")

    def test_secret_values_leave_the_guest_with_the_step(self):
        self.start({"01-b-one": job("param config_new >/dev/null; param ts >/dev/null", params={"config_new": "S3CRET", "ts": "1"}, secret_params="config_new"),
                    "02-b-two": job("false", params={"config_new": "S3CRET"}, secret_params="config_new"),
                    "03-b-three": job("true", params={"config_new": "S3CRET"}, secret_params="config_new")}, wait=5)
        self.desk.finish(self.run_name, "03-b-three")
        self.assertEqual(self.desk.guest(f"grep -rl S3CRET {HOME} || true"), "")
        self.assertEqual(self.desk.guest(f"ls {self.path('01-b-one/params')}"), "ts\n")

    def test_secret_output_never_comes_as_output(self):
        self.start({"01-a-one": job("say S3CRET", secret_output="yes")}, wait=5)
        answer = self.follow("01-a-one")
        self.assertEqual((answer["state"], answer.get("out"), answer["total"]), ("passed", None, "7"))
        self.assertEqual(base64.b64decode(answer["secret"]), b"S3CRET\n")
        self.assertEqual(self.desk.ask("fetch", self.run_name, "01-a-one", 0, 100).text("out"), "S3CRET\n")

    def test_a_large_secret_output_is_fetched_by_itself(self):
        self.start({"01-a-one": job("head -c 50000 /dev/zero | tr '\\0' S", secret_output="yes")}, wait=5)
        answer = self.follow("01-a-one")
        self.assertEqual((answer["state"], answer.get("out"), answer.get("secret"), answer["total"]), ("passed", None, None, "50000"))

    def test_secret_output_is_gone_once_nobody_needs_it(self):
        self.start({"01-a-one": job("say S3CRET", secret_output="yes"), "02-e-two": job("say on")}, wait=5)
        self.desk.finish(self.run_name, "02-e-two")
        for name, left in (("03-g-three", "7"), ("04-h-four", "0")):
            self.start({name: job("true")}, wait=5)
            self.desk.finish(self.run_name, name)
            self.assertEqual(self.desk.guest(f"stat -c %s {self.path('01-a-one')}/out").strip(), left, name)


class Ending(Case):
    def test_the_time_limit_ends_the_step_and_its_children(self):
        self.start({"01-b-one": job("trap '' TERM; setsid sleep 300 & sleep 300", limit=1), "02-b-two": job("true")})
        answer, _ = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual(answer["state"], "timed-out")
        self.assertEqual(self.desk.finish(self.run_name, "02-b-two")[0]["state"], "skipped")
        self.assertEqual(self.desk.guest("pgrep -x sleep || true"), "")

    def test_a_pause_lets_the_step_end_and_begins_no_other(self):
        self.start({"01-b-one": job("sleep 3; say done"), "02-b-two": job("true")})
        self.until_running("01-b-one")
        self.assertEqual(self.desk.ask("pause", self.run_name).status, "ok")
        answer, out = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((answer["state"], out), ("passed", b"done\n"))
        self.assertEqual(self.desk.finish(self.run_name, "02-b-two")[0]["state"], "skipped")
        self.start({"03-b-three": job("true"), "04-b-four": job("true")})
        self.assertEqual(self.desk.finish(self.run_name, "04-b-four")[0]["state"], "passed")

    def test_a_cancelled_step_ends_unless_it_deletes(self):
        self.assertEqual(self.desk.ask("cancel", self.run_name)["state"], "idle")
        self.start({"01-b-one": job("sleep 300"), "02-b-two": job("true")})
        self.until_running("01-b-one")
        answer = self.desk.ask("cancel", self.run_name)
        self.assertEqual((answer["job"], answer["state"]), ("01-b-one", "cancelled"))
        self.assertEqual(self.follow("02-b-two")["state"], "skipped")
        self.assertEqual(self.desk.guest("pgrep -x sleep || true"), "")
        self.start({"03-b-one": job("sleep 4", effect="deletes")})
        self.until_running("03-b-one")
        self.assertEqual(self.desk.ask("cancel", self.run_name)["code"], "not-cancellable")
        self.assertEqual(self.desk.finish(self.run_name, "03-b-one")[0]["state"], "passed")

    def test_a_killed_supervisor_is_a_step_that_died(self):
        self.start({"01-b-one": job("echo begun; sleep 300"), "02-b-two": job("true")})
        self.until(lambda: self.follow("01-b-one")["total"] != "0")
        self.desk.guest(f"kill -9 $(cat {self.path('01-b-one/started/pid')})")
        self.until(lambda: self.follow("01-b-one")["state"] == "died", 20)
        self.assertEqual(self.follow("02-b-two")["state"], "skipped")
        self.assertEqual(self.desk.guest("pgrep -x sleep || true"), "")
        # And the way is free for the next.
        self.assertEqual(self.start({"03-b-one": job("true")}).status, "ok")

    def test_a_restart_of_the_agent_does_not_touch_the_step(self):
        self.start({"01-b-one": job("sleep 3; say done")})
        self.until_running("01-b-one")
        self.desk.guest("systemctl restart qemu-guest-agent")
        time.sleep(1)
        answer, out = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((answer["state"], out), ("passed", b"done\n"))

    def reboot(self, how):
        before = self.desk.guest("cat /proc/sys/kernel/random/boot_id")
        self.desk.guest(how, check=False)

        def up():
            try:
                return self.desk.guest("cat /proc/sys/kernel/random/boot_id") != before and self.desk.ask("runs").status == "ok"
            except AssertionError:
                return False
        self.until(up, 60)

    def test_a_reboot_interrupts(self):
        for how in ("systemctl reboot", "systemctl reboot --force --force"):
            with self.subTest(how):
                self.run_name = "t-" + secrets.token_hex(4)
                self.start({"01-b-one": job("echo begun; sleep 300"), "02-b-two": job("true")})
                self.until(lambda: self.follow("01-b-one")["total"] != "0")
                boot = self.follow("01-b-one")["boot"]
                self.reboot(how)
                report = self.desk.ask("report", self.run_name)
                self.assertIn(("job-state", "01-b-one interrupted"), report.lines)
                self.assertIn(("job-state", "02-b-two skipped"), report.lines)
                self.assertNotEqual(report["boot"], boot)
                answer = self.follow("01-b-one")
                self.assertEqual((answer["state"], answer["boot"], answer.bytes("out")), ("interrupted", boot, b"begun\n"))

    def test_a_claim_without_a_supervisor_can_be_started_again(self):
        digest, _ = self.desk.put(jobs_pack({"01-b-one": job("say ran")}))
        self.desk.guest("mv /usr/bin/systemd-run /usr/bin/systemd-run.away")
        try:
            answer = self.desk.ask("start", self.run_name, 1, digest, 0)
        finally:
            self.desk.guest("mv /usr/bin/systemd-run.away /usr/bin/systemd-run")
        self.assertNotEqual(answer.status, "ok")
        self.assertEqual(self.follow("01-b-one")["state"], "claimed")
        answer = self.desk.ask("start", self.run_name, 1, digest, 5)
        self.assertEqual((answer.status, answer["state"]), ("ok", "passed"))

    def test_a_full_disk_does_not_swallow_the_end(self):
        self.desk.guest(f"mkdir -p {HOME}; mount -t tmpfs -o size=2M,mode=700 none {HOME}")
        try:
            self.desk.put_first()
            self.start({"01-b-one": job("head -c 100M /dev/zero >$UNDOCK_STATE/fill")})
            answer, _ = self.desk.finish(self.run_name, "01-b-one")
            self.assertEqual(answer["state"], "failed")
        finally:
            self.desk.guest(f"umount -l {HOME}")


class Following(Case):
    def test_news_come_at_the_pace_asked_for(self):
        self.start({"01-b-one": job("for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 1; done")})
        self.until_running("01-b-one")
        began = time.monotonic()
        answer = self.follow("01-b-one", 0, 20, 3)
        self.assertGreater(time.monotonic() - began, 2.9)
        self.assertLess(time.monotonic() - began, 7)
        self.assertEqual(answer["state"], "running")
        self.assertTrue(answer.bytes("out").startswith(b"1\n2\n"))

    def test_the_end_is_told_at_once(self):
        self.start({"01-b-one": job("sleep 4")})
        began = time.monotonic()
        self.assertEqual(self.follow("01-b-one", 0, 25, 5)["state"], "passed")
        self.assertLess(time.monotonic() - began, 8)

    def test_the_ends_of_quick_steps_come_together(self):
        answer = self.start({"01-b-a": job("sleep 1"), "02-b-b": job("echo two; fact n 2"), "03-b-c": job("sleep 30")}, wait=20)
        also = [base64.b64decode(value).decode() for key, value in answer.lines if key == "also"]
        self.assertEqual(answer["state"], "passed")
        self.assertEqual(len(also), 1, "what still runs is not told")
        self.assertIn("state passed\njob 02-b-b\n", also[0])
        self.assertIn(base64.b64encode(b"two\n").decode(), also[0])

    def test_silence_lasts_as_long_as_asked(self):
        self.start({"01-b-one": job("progress 3 9 files; sleep 60")})
        self.until_running("01-b-one")
        began = time.monotonic()
        answer = self.follow("01-b-one", 0, 3, 1)
        self.assertGreater(time.monotonic() - began, 3)
        self.assertEqual((answer["state"], answer["progress"]), ("running", "3 9 files"))

    def test_a_job_that_never_was_is_told_apart(self):
        answer = self.follow("01-b-one")
        self.assertEqual((answer.status, answer["code"]), ("refused", "no-such-job"))

    def test_large_output_stays_in_the_guest_but_for_head_and_tail(self):
        self.start({"01-b-one": job("head -c 20000000 /dev/urandom | tee $UNDOCK_RUN/copy")}, wait=20)
        answer, out = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((len(out), int(answer["total"])), (4 << 20, 20000000))
        self.assertEqual(answer["out-sha256"], self.desk.guest(f"sha256sum <{self.path('copy')}").split()[0])
        tail = self.desk.ask("fetch", self.run_name, "01-b-one", 20000000 - 16384, 16384)
        self.assertEqual(answer.bytes("tail"), tail.bytes("out"))

    def test_a_hundred_megabytes_and_a_line_of_fifty_cost_no_memory(self):
        flood = ("{ head -c 50000000 /dev/zero | tr '\\0' A; printf '\\nUNDOCK1 x ok 0 x\\nUNDOCK1-END x\\n'; "
                 "head -c 50000000 < <(yes '{\"pid\":1}'); } 2>/dev/null | tee $UNDOCK_RUN/copy")
        # The second step looks at the supervisor, which by then has taken the first one's hash.
        weigh = 'fact peak "$(sed -n "s/^VmHWM:[^0-9]*\\([0-9]*\\) kB/\\1/p" /proc/$(cat $UNDOCK_RUN/01-b-flood/started/pid)/status)"'
        self.start({"01-b-flood": job(flood), "02-b-weigh": job(weigh)}, wait=20)
        answer, out = self.desk.finish(self.run_name, "01-b-flood")
        self.assertEqual((answer["state"], len(out), out[:4 << 20]), ("passed", 4 << 20, b"A" * (4 << 20)))
        self.assertGreater(int(answer["total"]), 100_000_000)
        self.assertEqual(answer["out-sha256"], self.desk.guest(f"sha256sum <{self.path('copy')}").split()[0])
        weighed, _ = self.desk.finish(self.run_name, "02-b-weigh")
        peak = int(weighed.fact("peak")[0])
        print(f"supervisor's peak with 100 MB of output: {peak} kB")
        self.assertLess(peak, 64_000)

    def test_hostile_output_arrives_as_it_is(self):
        hostile = bytes(range(256)) + b"\x1b]0;x\x07\nUNDOCK1-END x\nUNDOCK1 x ok 0 " + b"\xff\xfe\n{\"pid\":1}\n" + b"A" * 100000
        self.start({"01-b-one": job("param data", params={"data": hostile})}, wait=5)
        answer, out = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((answer["state"], out), ("passed", hostile))

    def test_malformed_requests_are_refused_by_name(self):
        for words in (("follow", "../etc", "01-b-one", 0, 0, 0), ("follow", "r", "01-B-ONE", 0, 0, 0), ("follow", "r", "01-b-one", "x", 0, 0),
                      ("follow", "r", "01-b-one", 0, 99, 0), ("nonsense",), ("start", "r", 1, "zz", 0), ("note", "r", "state")):
            answer = self.desk.ask(*words)
            self.assertEqual((answer.status, answer["code"]), ("refused", "bad-request"), words)

    def test_the_request_itself_runs_nothing(self):
        raw = self.desk.qm(f"L={LIB}; exec /bin/bash $L/undock-guest\nfollow $(id) `id` ;reboot\n".encode())
        self.assertEqual(raw, b"")


if __name__ == "__main__":
    unittest.main(verbosity=2)
