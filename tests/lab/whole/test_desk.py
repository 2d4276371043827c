#!/usr/bin/env python3
"""The operator's own disk, full or read-only: a run stops before it would act without a journal, and says so."""
import subprocess
import unittest

import bed
import desk as desks
import judge
import moments
import states


def mount(folder, options):
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True)


def fill(file):
    with open(file, "wb", buffering=0) as out:
        try:
            while out.write(bytes(4096)):
                pass
        except OSError:
            pass


class OwnDisk(unittest.TestCase):
    def setUp(self):
        self.desk = states.before(101, "own-disk")
        bed.quiet_source(101)
        self.source = judge.source(101)

    def own_file_system(self, options):
        mount(self.desk.folder, options)
        self.addCleanup(subprocess.run, ["umount", self.desk.folder], check=True)

    def refused(self, done):
        self.assertNotEqual(done.code, desks.SUCCEEDED, done)
        told = done.reason + done.out
        self.assertTrue("journal-unwritable" in told or "data-folder-unwritable" in told, done)

    def nothing_was_done(self):
        self.assertEqual(bed.guest(101, f"ls /{bed.RUNS} 2>/dev/null || true"), "", "nothing was sent to the guest")
        self.assertEqual(judge.cards(), [], "no lease is kept")
        self.assertTrue(judge.docker_serves(101), judge.faces(101))

    def test_a_folder_that_cannot_be_written_to_begins_no_run(self):
        self.own_file_system("size=8m,mode=0700")
        subprocess.run(["mount", "-o", "remount,ro", self.desk.folder], check=True)
        self.refused(self.desk.migrate(101))
        self.nothing_was_done()

    def test_a_full_disk_begins_no_run(self):
        self.own_file_system("size=8m")
        fill(self.desk.folder / "filler")
        self.refused(self.desk.migrate(101))
        self.nothing_was_done()

    def test_a_disk_that_fills_under_way_stops_the_run_and_room_lets_it_go_on(self):
        self.own_file_system("size=64m")
        run = self.desk.start("migrate", "--vmid", 101)
        self.assertTrue(moments.wait_for_step(self.desk, 101, run, "b-archive", "while"))
        filler = self.desk.folder / "filler"
        fill(filler)
        self.refused(run.wait(600))
        # The step that was sent ends by itself; the next one is never sent, since its begin could not be kept.
        self.assertIsNone(moments.folder_of(101, "c-policy"), "the switch was not begun")
        self.assertTrue(judge.docker_serves(101), judge.faces(101))
        filler.unlink()
        done = desks.resume_until_it_ends(self.desk, 101)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertTrue(judge.direct_serves(101), judge.faces(101))
        self.assertEqual(judge.changed_source(self.source, judge.source(101)), [])
        self.assertEqual(self.desk.do("record", "verify", "--vmid", 101).code, desks.SUCCEEDED)


if __name__ == "__main__":
    unittest.main(verbosity=2)
