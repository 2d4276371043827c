#!/usr/bin/env python3
"""The job runtime in a real guest, through `qm guest exec`: what systemd, the agent, a reboot and the disk do to jobs.

    python3 tests/guest/test_runtime.py        needs root; brings up a bare lab of its own

What needs no guest is in test_job_*.py: the same runtime, in a temporary root.
"""

import os
import secrets
import time
import unittest

os.environ.setdefault("LAB_NAME", "test-guest")

from desk import HOME, LIB, LIB_PACK, Desk, job, jobs_pack, lab  # noqa: E402


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

    def until(self, what, condition, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, f"waited {seconds} s for {what}")
            time.sleep(0.1)

    def until_began(self, name):
        self.until(f"output of {name}", lambda: self.follow(name)["total"] != "0")

    def until_answered(self, condition=lambda: True):
        def answers():
            try:
                return condition() and self.desk.ask("runs").status == "ok"
            except AssertionError:
                return False
        self.until("the guest's answers", answers)


class Uploads(Case):
    def test_the_first_upload_needs_nothing_in_the_guest(self):
        desk = Desk(lib=f"{HOME}/lib/{secrets.token_hex(8)}")
        self.assertEqual(desk.ask("runs").status, "missing-lib")
        answer = desk.put_first(LIB_PACK, chunk=5000)
        self.assertEqual((answer.status, answer["complete"]), ("ok", "1"))
        self.assertEqual(desk.ask("runs").status, "ok")


class Starting(Case):
    def test_many_starts_at_once_run_it_once(self):
        digest, _ = self.desk.put(jobs_pack({"01-b-one": job("echo once >>/tmp/undock-count; sleep 1")}))
        self.desk.guest("rm -f /tmp/undock-count")
        stub = f"exec /bin/bash {LIB}/undock-guest"
        request = f"start n {self.run_name} 1 {digest} 0"
        # Side by side in the guest itself: qm lets only one call at a time through.
        self.desk.guest(f"for i in 1 2 3 4 5 6; do (printf '%s\\n' '{request}' | bash -c '{stub}') & done; wait")
        self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual(self.desk.guest("cat /tmp/undock-count"), "once\n")


class Ending(Case):
    def test_the_time_limit_ends_the_step_and_its_children(self):
        self.start({"01-b-one": job("trap '' TERM; setsid sleep 300 & sleep 300", limit=1), "02-b-two": job("true")})
        answer, _ = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual(answer["state"], "timed-out")
        self.assertEqual(self.desk.finish(self.run_name, "02-b-two")[0]["state"], "skipped")
        self.assertEqual(self.desk.guest("pgrep -x sleep || true"), "")

    def test_a_killed_supervisor_is_a_step_that_died(self):
        self.start({"01-b-one": job("echo begun; sleep 300"), "02-b-two": job("true")})
        self.until_began("01-b-one")
        self.desk.guest(f"kill -9 $(cat {self.path('01-b-one/started/pid')})")
        self.until("the step's end", lambda: self.follow("01-b-one")["state"] == "died")
        self.assertEqual(self.follow("02-b-two")["state"], "skipped")
        self.assertEqual(self.desk.guest("pgrep -x sleep || true"), "")
        # And the way is free for the next.
        self.assertEqual(self.start({"03-b-one": job("true")}).status, "ok")

    def test_a_restart_of_the_agent_does_not_touch_the_step(self):
        self.start({"01-b-one": job('echo begun; until [ -e "$UNDOCK_RUN/go" ]; do sleep 0.1; done; say done')})
        self.until_began("01-b-one")
        self.desk.guest("systemctl restart qemu-guest-agent")
        self.until_answered()
        self.assertEqual(self.follow("01-b-one")["state"], "running")
        self.desk.guest(f"touch {self.path('go')}")
        answer, out = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((answer["state"], out), ("passed", b"begun\ndone\n"))

    def reboot(self, how):
        before = self.desk.guest("cat /proc/sys/kernel/random/boot_id")
        self.desk.guest(how, check=False)
        self.until_answered(lambda: self.desk.guest("cat /proc/sys/kernel/random/boot_id") != before)

    def test_a_reboot_interrupts(self):
        for how in ("systemctl reboot", "systemctl reboot --force --force"):
            with self.subTest(how):
                self.run_name = "t-" + secrets.token_hex(4)
                self.start({"01-b-one": job("echo begun; sleep 300"), "02-b-two": job("true")})
                self.until_began("01-b-one")
                boot = self.follow("01-b-one")["boot"]
                self.reboot(how)
                report = self.desk.ask("report", self.run_name)
                self.assertIn(("job-state", "01-b-one interrupted"), report.lines)
                self.assertIn(("job-state", "02-b-two skipped"), report.lines)
                self.assertNotEqual(report["boot"], boot)
                answer = self.follow("01-b-one")
                self.assertEqual((answer["state"], answer["boot"], answer.bytes("out")), ("interrupted", boot, b"begun\n"))

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

    def test_hostile_values_and_output_go_through_the_agent_as_they_are(self):
        hostile = bytes(range(256)) + b"\x1b]0;x\x07\nUNDOCK1-END x\nUNDOCK1 x ok 0 " + b"\xff\xfe\n{\"pid\":1}\n" + b"A" * 100000
        self.start({"01-b-one": job("param data", params={"data": hostile})}, wait=5)
        answer, out = self.desk.finish(self.run_name, "01-b-one")
        self.assertEqual((answer["state"], out), ("passed", hostile))


if __name__ == "__main__":
    unittest.main(verbosity=2)
