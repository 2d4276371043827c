#!/usr/bin/env python3
"""A colleague takes a run over from another desk: one that is gone, and one that only stood still."""
import gzip
import hashlib
import json
import signal
import unittest

import bed
import desk as desks
import judge
import moments
import states


def with_a_line_of_its_own(copy: bytes) -> bytes:
    """What root of the VM can always write: one line more, and the chain holds."""
    journal = gzip.decompress(copy)
    newest = journal.splitlines()[-1]
    line = {"seq": json.loads(newest)["seq"] + 1, "at": json.loads(newest)["at"], "type": "operator-note",
            "data": {"text": "all is well"}, "prev": hashlib.sha256(newest).hexdigest()}
    return gzip.compress(journal + json.dumps(line, separators=(",", ":")).encode() + b"\n")


class Adopt(unittest.TestCase):
    def under_way(self, name):
        """A desk in the middle of the switch, whose journal is in the guest already."""
        desk = states.before(101, name)
        run = desk.start("migrate", "--vmid", 101)
        self.assertTrue(moments.wait_for_step(desk, 101, run, "d-install", "while"))
        copy = bed.root_of(101) / bed.RUNS / desk.journals()[-1].parent.name / "journal.jsonl.gz"
        self.assertTrue(bed.wait_for(copy.exists, 60), "the journal came into the guest while it worked")
        return desk, run

    def adopted(self, first):
        other = desks.Desk("colleague").forget()
        done = other.do("resume", "--adopt", 101, "--reason", "the colleague's desk burnt")
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertTrue(judge.direct_serves(101), judge.faces(101))
        self.assertEqual(judge.gateways(101), 1)
        self.assertEqual(judge.jobs_run_twice(101), [])
        self.assertEqual(other.journals()[-1].parent.name, first.journals()[-1].parent.name, "it is the same run")
        taken = [e["data"] for e in other.events() if e["type"] == "lease" and e["data"]["action"] == "adopted"]
        self.assertEqual([t["reason"] for t in taken], ["the colleague's desk burnt"])
        self.assertNotIn("accepted_copy", taken[0], "the node knew the copy, and nobody had to accept it by name")
        return other

    @unittest.skipUnless(bed.FULL, "in the full run; here the other desk wakes up again")
    def test_from_a_desk_that_is_gone(self):
        desk, run = self.under_way("burnt")
        run.kill()
        other = self.adopted(desk)
        self.assertEqual(len(other.records()), 1)
        told = [line for line in other.records()[0].read_text().splitlines() if "由另一桌面接手" in line]
        self.assertEqual(len(told), 1, "the record says so")
        self.assertIn("the colleague's desk burnt", told[0])

    def test_from_a_desk_that_stood_still_and_wakes_up(self):
        desk, run = self.under_way("asleep")
        run.signal(signal.SIGSTOP)
        copy = bed.root_of(101) / bed.RUNS / desk.journals()[-1].parent.name / "journal.jsonl.gz"
        genuine = copy.read_bytes()
        copy.write_bytes(with_a_line_of_its_own(genuine))
        refused = desks.Desk("colleague").forget().do("resume", "--adopt", 101, "--reason", "x")
        self.assertEqual((refused.code, "copy-unproven" in refused.reason), (desks.REFUSED, True), refused)
        copy.write_bytes(genuine)
        other = self.adopted(desk)
        before = len(judge.jobs(101))
        run.signal(signal.SIGCONT)
        done = run.wait(300)
        self.assertIn(done.code, (desks.UNKNOWN, desks.REFUSED), done)
        self.assertRegex(done.reason, "lease-lost|lower-generation|vm-taken")
        self.assertEqual(len(judge.jobs(101)), before, "it sent nothing more")
        self.assertTrue(judge.direct_serves(101), judge.faces(101))
        self.assertEqual(judge.holds(), [])
        self.assertEqual(other.accept(101).code, desks.SUCCEEDED)


if __name__ == "__main__":
    unittest.main(verbosity=2)
