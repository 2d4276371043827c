#!/usr/bin/env python3
"""A run whose VM is not its own any more stops before its next step."""
import unittest

import bed
import desk as desks
import judge
import moments
import states


class LostLease(unittest.TestCase):
    def test_a_run_whose_card_is_gone_does_not_go_on(self):
        desk = states.before(101, "card-gone")
        run = desk.start("migrate", "--vmid", 101)
        self.assertTrue(moments.wait_for_step(desk, 101, run, "b-archive", "while"))
        bed.node(f"rm {bed.NODE_ROOT}/cards/101")
        done = run.wait(300)
        self.assertIn(done.code, (desks.UNKNOWN, desks.REFUSED), done)
        self.assertIn("lease-lost", done.reason)
        self.assertFalse(moments.journal_has(desk, "begin", "c-policy"), "nothing was sent after it")
        self.assertEqual(judge.containers(101, running_only=True), ["openclaw-gateway", "openclaw-panel"])
        # Nobody else took the VM: the run may take it up again.
        done = desks.resume_until_it_ends(desk, 101)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertTrue(judge.direct_serves(101), judge.faces(101))


if __name__ == "__main__":
    unittest.main(verbosity=2)
