#!/usr/bin/env python3
"""The program killed, the link cut, qm wrong, in the middle: the end is that of an undisturbed run."""
import signal
import unittest

import bed
import desk as desks
import judge
import moments
import states


class Interrupted(unittest.TestCase):
    def ends_as_undisturbed(self, vmid):
        self.assertEqual(judge.unlike_undisturbed(vmid), [])
        self.assertEqual(judge.cards(), [], "the lease is given back")

    def test_killed_in_the_middle_of_the_switch_then_resumed(self):
        desk = states.before(101, "killed")
        words = "before the kill"
        file = judge.chat(101, words, "docker").rsplit("/", 1)[1]
        token = judge.docker_token_hash(101)
        run = desk.start("migrate", "--vmid", 101)
        self.assertTrue(moments.wait_for_step(desk, 101, run, "e-copy", "while"))
        run.kill()
        self.assertEqual(desk.do("status", "--vmid", 101).code, desks.SUCCEEDED)
        done = desks.resume_until_it_ends(desk, 101)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.ends_as_undisturbed(101)
        self.assertEqual(judge.direct_token_hash(101), token)
        landed = judge.chat(101, "after the kill", "direct")
        self.assertTrue(landed.endswith(file))
        self.assertIn(words, bed.guest(101, f"cat {landed}"))

    @unittest.skipUnless(bed.FULL, "each lost answer: tst_lost_answers; here and with the real qm in the full run")
    def test_cut_links_and_a_lying_qm_do_not_stop_it(self):
        desk = states.before(102, "cut")
        for fault in ("timeout-after-run", "swallow-result", "cross-talk"):
            bed.lab("faults", 102, fault)
        run = desk.start("migrate", "--vmid", 102)
        for step in ("b-archive", "e-copy"):
            self.assertTrue(moments.wait_for_step(desk, 102, run, step, "while"), step)
            bed.lab("faults", "node", "cut")
            for fault in ("swallow-result", "cross-talk", "timeout-after-run"):
                bed.lab("faults", 102, fault)
        done = run.wait(900)
        if done.code == desks.UNKNOWN:
            done = desks.resume_until_it_ends(desk, 102)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(bed.said("faults", 102).split(), [], "every fault has struck")
        self.ends_as_undisturbed(102)

    @unittest.skipUnless(bed.FULL, "each stage: in the full run and the bench")
    def test_killed_in_each_stage(self):
        for step in ("a-scan", "b-archive", "b-verify", "c-stop", "d-install", "e-adapt", "f-panel", "g-start", "h-checks"):
            with self.subTest(step):
                desk = states.before(101, f"killed-{step}")
                run = desk.start("migrate", "--vmid", 101)
                self.assertTrue(moments.wait_for_step(desk, 101, run, step, "while"))
                run.signal(signal.SIGKILL)
                run.wait(30)
                done = desks.resume_until_it_ends(desk, 101)
                self.assertEqual(done.code, desks.SUCCEEDED, done)
                self.ends_as_undisturbed(101)

    @unittest.skipUnless(bed.FULL, "in the full run and the bench")
    def test_killed_in_a_deletion(self):
        desk, _ = states.accepted(101)
        run = desk.start("delete-docker", "--vmid", 101)
        self.assertTrue(moments.wait_for_step(desk, 101, run, "i-delete", "while"))
        run.kill()
        done = desks.resume_until_it_ends(desk, 101)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(judge.containers(101), [])
        self.assertTrue(judge.direct_serves(101))


if __name__ == "__main__":
    unittest.main(verbosity=2)
