#!/usr/bin/env python3
"""Many VMs from a file by the queue, and what it leaves."""
import time
import unittest

import bed
import desk as desks
import judge
import moments


class Queue(unittest.TestCase):
    def unmigrated(self, name, vmids):
        """A desk with a file of VMs that still run in Docker, and how many of them go at once."""
        bed.clean_node()
        for vmid in vmids:
            bed.before(vmid)
        # The other addresses by option: everywhere else the program goes by its defaults.
        desk = desks.Desk(name, mirror=True).forget()
        desk.folder.mkdir(parents=True)
        file = desk.folder / "queue.csv"
        file.write_text("vmid\n" + "".join(f"{vmid}\n" for vmid in vmids))
        return desk, file, min(3, len(vmids))

    @unittest.skipUnless(bed.FULL, "undisturbed: in the full run; here it is killed on the way and gone on with")
    def test_a_file_of_vms_is_migrated_three_at_a_time(self):
        bed.up()
        vmids = bed.vmids()
        desk, file, workers = self.unmigrated("queue", vmids)
        run = desk.start("queue", "run", file, "--workers", workers)
        most = 0
        while run.alive:
            seen = desk.do("leases")
            most = max(most, len([e for e in seen.events if "vmid" in e]))
            time.sleep(3)
        done = run.wait(3600)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(most, workers)
        self.all_migrated(desk, vmids)

    def test_killed_with_every_worker_busy_then_the_same_file_again(self):
        bed.up()
        vmids = bed.vmids()[:3]
        desk, file, workers = self.unmigrated("queue-killed", vmids)
        words = {vmid: f"before the kill, VM {vmid}" for vmid in vmids}
        files = {vmid: judge.chat(vmid, words[vmid], "docker").rsplit("/", 1)[1] for vmid in vmids}
        run = desk.start("queue", "run", file, "--workers", workers)

        def one_switched_and_all_at_work():
            return not run.alive or (any(moments.has(vmid, "e-copy", "began") for vmid in vmids)
                                     and all(moments.has(vmid, "b-archive", "began") for vmid in vmids))
        self.assertTrue(bed.wait_for(one_switched_and_all_at_work, 900, 0.1))
        if not run.alive:
            self.fail(f"it ended before it could be killed: {run.wait(30)}")
        held = judge.cards()
        run.kill()
        self.assertEqual(len(held), workers, held)
        self.assertEqual(len(desk.journals()), len(vmids))
        # As an operator does: the same command again, until nothing is unknown any more and the dead link's hold on the VMs is over.
        for _ in range(6):
            done = desk.do("queue", "run", file, "--workers", workers, limit=1800)
            if done.code not in (desks.UNKNOWN, desks.REFUSED):
                break
            time.sleep(5)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(len(desk.journals()), len(vmids), "the runs are gone on with, not begun anew")
        self.all_migrated(desk, vmids)
        for vmid in vmids:
            landed = judge.chat(vmid, "after the kill", "direct")
            self.assertTrue(landed.endswith(files[vmid]), landed)
            self.assertIn(words[vmid], bed.guest(vmid, f"cat {landed}"))

    def all_migrated(self, desk, vmids):
        self.assertEqual(len(desk.journals()), len(vmids))
        self.assertEqual(len(desk.records()), len(vmids))
        self.assertEqual(judge.cards(), [], "the leases are given back")
        for vmid in vmids:
            self.assertEqual(judge.unlike_undisturbed(vmid), [], f"VM {vmid}")

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
