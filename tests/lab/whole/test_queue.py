#!/usr/bin/env python3
"""Many VMs from a file by the queue, and what it leaves."""
import time
import unittest

import bed
import desk as desks
import judge


class Queue(unittest.TestCase):
    def test_a_file_of_vms_is_migrated_two_at_a_time(self):
        bed.up()
        bed.clean_node()
        vmids = bed.vmids()
        for vmid in vmids:
            bed.before(vmid)
        workers = min(3, len(vmids))
        desk = desks.Desk("queue").forget()
        desk.folder.mkdir(parents=True)
        file = desk.folder / "queue.csv"
        file.write_text("vmid\n" + "".join(f"{vmid}\n" for vmid in vmids))
        run = desk.start("queue", "run", file, "--workers", workers)
        most = 0
        while run.alive:
            seen = desk.do("leases")
            most = max(most, len([e for e in seen.events if "vmid" in e]))
            time.sleep(3)
        done = run.wait(3600)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(most, workers)
        self.assertEqual(len(desk.journals()), len(vmids))
        self.assertEqual(len(desk.records()), len(vmids))
        self.assertEqual(judge.holds(), [])
        for vmid in vmids:
            self.assertTrue(judge.direct_serves(vmid), f"VM {vmid}: {judge.faces(vmid)}")

    def test_a_bad_line_takes_nothing(self):
        bed.up()
        desk = desks.Desk("bad-queue").forget()
        desk.folder.mkdir(parents=True)
        file = desk.folder / "queue.csv"
        file.write_text("vmid\n101\n101; rm -rf /\n")
        done = desk.do("queue", "run", file)
        self.assertEqual(done.code, desks.BAD_INPUT, done)
        self.assertEqual(desk.journals(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
