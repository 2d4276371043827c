#!/usr/bin/env python3
"""From Docker to deleted, one guest after the other, judged from outside.

    python3 tests/lab/whole/test_life.py [Life.test_101]

UNDOCK_CLI names the program, UNDOCK_LAB_FULL=1 takes all six variants instead of one (test_readme takes the second).
"""
import unittest

import bed
import desk as desks
import judge
import states


class Life(unittest.TestCase):
    """Made below: one test for each guest."""

    maxDiff = 4000

    def whole_life(self, vmid):
        desk, seen = states.migrated(vmid)
        self.assertTrue(seen["token"], "the lab's guest has a token")
        refused = desk.delete(vmid)
        self.assertEqual(refused.code, desks.REFUSED, refused)
        self.assertIn("user-accepted", refused.reason, refused)
        self.assertEqual(judge.containers(vmid), ["openclaw-gateway", "openclaw-panel"])

        done = desk.check(vmid)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        done = desk.accept(vmid)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        done = desk.delete(vmid)
        self.assertEqual(done.code, desks.SUCCEEDED, done)

        self.judge_direct(vmid, seen, f"after deletion {vmid}")
        bed.reboot(vmid)
        bed.wait_serving(vmid)
        self.judge_direct(vmid, seen, f"after reboot {vmid}")
        self.assertEqual(judge.holds(), [])
        records = desk.records()
        self.assertEqual(len(records), 1, records)
        text = records[0].read_text()
        for word in ("备份", "回滚", "验收", "sha256"):
            self.assertIn(word, text)

    def judge_direct(self, vmid, seen, new_words):
        self.assertTrue(judge.direct_serves(vmid), judge.faces(vmid))
        self.assertEqual(judge.containers(vmid), [])
        self.assertEqual(judge.gateways(vmid), 1)
        self.assertEqual(judge.direct_token_hash(vmid), seen["token"], "the token is the same")
        landed = judge.chat(vmid, new_words, "direct")
        self.assertEqual(landed, f"/root/.openclaw/agents/main/sessions/{seen['file']}", "the old transcript goes on")
        text = bed.guest(vmid, f"cat {landed}")
        self.assertIn(seen["words"], text)
        self.assertIn(new_words, text)
        self.assertLess(text.index(seen["words"]), text.index(new_words))
        self.assertEqual(judge.differences(seen["source"], judge.source(vmid)), [], "/data is untouched")


def test_of(vmid):
    def test(self):
        self.whole_life(vmid)
    test.__doc__ = f"VM {vmid} ({bed.variant_of(vmid)})"
    return test if bed.FULL or vmid == 101 else unittest.skip("in the full run; here test_readme deletes this one's Docker")(test)


for number in range(101, 101 + bed.GUESTS):
    setattr(Life, f"test_{number}", test_of(number))


if __name__ == "__main__":
    unittest.main(verbosity=2)
