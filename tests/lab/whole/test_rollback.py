#!/usr/bin/env python3
"""The way back: after a whole migration, and out of the middle of one."""
import json
import signal
import time
import unittest

import bed
import desk as desks
import judge
import moments
import states


EACH = ("c-probe", "c-policy", "c-stop", "c-supplement", "c-manifest", "d-install", "e-copy", "e-environment", "e-adapt",
        "e-config", "e-place", "f-panel", "f-config", "g-units", "g-start", "h-outage", "h-checks")


class RollBack(unittest.TestCase):
    def test_after_a_whole_migration_docker_answers_and_what_was_written_since_is_kept(self):
        desk, seen = states.migrated(101)
        words = "said after the cutover"
        judge.chat(101, words, "direct")
        done = desk.roll_back(101)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertTrue(judge.docker_serves(101), judge.faces(101))
        self.assertEqual(judge.gateways(101), 1)
        self.assertEqual(bed.guest(101, "systemctl is-enabled openclaw-gateway openclaw-panel", check=False)
                         .count("enabled"), 0, "the direct units stay away at the next boot")
        self.assertEqual(judge.changed_source(seen["source"], judge.source(101)), [], "the source is what it was")
        kept = bed.guest(101, f"grep -rlF '{words}' /root /var/lib/openclaw-undock --include='*.jsonl' || true").split()
        self.assertTrue(kept, "what was said since the cutover is kept")
        counted = [e for e in desk.events() if e.get("type") == "end" and "r-snapshot" in json.dumps(e)]
        self.assertTrue(counted, "and counted in the journal")
        self.assertIn(seen["words"], bed.guest(101, f"cat /data/openclaw/agents/main/sessions/{seen['file']}"))

        bed.reboot(101)
        bed.wait_serving(101)
        self.assertTrue(judge.docker_serves(101), "a reboot does not bring both worlds up")
        self.assertEqual(judge.gateways(101), 1)

        again = desk.migrate(101) if bed.FULL else None
        if again:
            self.assertEqual(again.code, desks.SUCCEEDED, again)

    @unittest.skipUnless(bed.FULL, "in the full run")
    def test_though_somebody_replaced_the_state_directory(self):
        for what, script in (("by a copy", "cp -a /root/.openclaw /root/x && mv /root/.openclaw /root/y && mv /root/x /root/.openclaw"),
                             ("by nothing", "mv /root/.openclaw /root/y")):
            with self.subTest(what):
                desk, seen = states.migrated(101)
                words = "said after the cutover"
                judge.chat(101, words, "direct")
                bed.guest(101, f"systemctl stop openclaw-gateway; {script}")
                done = desk.roll_back(101)
                self.assertEqual(done.code, desks.SUCCEEDED, done)
                self.assertTrue(judge.docker_serves(101), judge.faces(101))
                self.assertEqual(judge.changed_source(seen["source"], judge.source(101)), [])
                if what == "by a copy":
                    kept = bed.guest(101, f"grep -rlF '{words}' /root/.openclaw.* --include='*.jsonl' || true").split()
                    self.assertTrue(kept, "what stood there is kept")

    def test_out_of_the_switch_the_source_is_byte_for_byte_what_it_was(self):
        desk = states.before(102, "mid-rollback")
        bed.quiet_source(102)
        run = desk.start("migrate", "--vmid", 102)
        self.assertTrue(moments.wait_for_step(desk, 102, run, "e-copy", "while"), "the copy began")
        source = judge.source(102)
        run.signal(signal.SIGKILL)
        run.wait(30)
        done = desk.roll_back(102)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertTrue(judge.docker_serves(102), judge.faces(102))
        self.assertEqual(judge.gateways(102), 1)
        self.assertEqual(judge.changed_source(source, judge.source(102)), [])
        self.assertEqual(judge.holds(), [])
        self.assertEqual(bed.guest(102, "ls -d /root/.openclaw.undock-* 2>/dev/null || true"), "", "no half a copy is left")

    @unittest.skipUnless(bed.FULL, "out of each step: tst_ways_back; in the full run")
    def test_out_of_each_step(self):
        """Killed right after the step took effect, then rolled back: as if nothing had been."""
        for step in EACH:
            with self.subTest(step):
                print(f"  out of {step}", flush=True)
                desk, _ = states.backed_up(101)
                bed.quiet_source(101)
                words = "said before the way back"
                file = judge.chat(101, words, "docker").rsplit("/", 1)[1]
                since = time.time()
                run = desk.start("resume", "--vmid", 101)
                self.assertTrue(moments.wait_for_step(desk, 101, run, step, "after", since=since), f"{step} was reached")
                source = judge.source(101)
                run.kill()
                done = desk.roll_back(101)
                self.assertEqual(done.code, desks.SUCCEEDED, done)
                self.assertTrue(judge.docker_serves(101), judge.faces(101))
                self.assertEqual(judge.gateways(101), 1)
                self.assertEqual(judge.changed_source(source, judge.source(101)), [])
                self.assertIn(words, bed.guest(101, f"cat /data/openclaw/agents/main/sessions/{file}"))
                self.assertEqual(judge.unfinished_jobs(101), [])
                # An acceptance that had begun keeps its hold until a person releases it; it can be, now.
                if judge.holds():
                    self.assertIn(step, ("g-start", "h-outage", "h-checks"))
                    released = desk.do("holds", "release", "--vmid", 101, "--reason", "rolled back")
                    self.assertEqual(released.code, desks.SUCCEEDED, released)
                self.assertEqual(judge.holds(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
