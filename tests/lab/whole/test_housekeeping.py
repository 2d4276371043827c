#!/usr/bin/env python3
"""Housekeeping in a real guest: what is named and may go goes, and nothing else.

    python3 tests/lab/whole/test_housekeeping.py

UNDOCK_CLI names the program.
"""
import unittest

import bed
import desk as desks
import judge
import states

OLD_RUN = "101-20250101-080000-abcd"
OLD_BACKUP = "/root/migrate-backup-101-2025-01-01_080000"
OLD_ASIDE = f"/root/.openclaw.rolledback-{OLD_RUN}"
OLD_LINK = f"/root/.openclaw.before-{OLD_RUN}"
OLD_FOLDER = f"/{bed.RUNS}/{OLD_RUN}"

# What a run of last year left that was rolled back then: its backup, its state directory, its
# folder; and a link that somebody put where a folder of it would be.
PLANT = f"""set -e
install -d -m 700 {OLD_BACKUP} {OLD_ASIDE}/agents {OLD_FOLDER}/state
head -c 3000000 /dev/urandom >{OLD_BACKUP}/data-openclaw.tgz
(cd {OLD_BACKUP} && sha256sum data-openclaw.tgz >SHA256SUMS.txt)
ln -s /root/.openclaw/openclaw.json {OLD_ASIDE}/agents/link
ln -s /data/openclaw {OLD_LINK}
printf %s {OLD_BACKUP} >{OLD_FOLDER}/state/backup_dir
for job in 01-b-archive 02-c-stop 03-r-docker-start 04-r-verify; do
    install -d {OLD_FOLDER}/$job; echo 'state passed' >{OLD_FOLDER}/$job/result
done
touch -d 2025-01-01 {OLD_BACKUP} {OLD_ASIDE}"""


def there(vmid, *paths):
    """Which of the paths are there, links not followed."""
    return [path for path in paths if bed.guest(vmid, f"stat -c x {path}", check=False).strip()]


class Housekeeping(unittest.TestCase):
    maxDiff = 4000

    def listed(self, desk, vmid):
        done = desk.do("housekeeping", "list", "--vmid", vmid)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        return {one["path"]: one.get("stays", "") for one in done.named("leftover")}

    def remove(self, desk, vmid, *paths):
        return desk.do("housekeeping", "remove", *paths, "--yes", "--vmid", vmid)

    def test_only_what_is_named_and_may_go_is_removed(self):
        vmid = bed.vmids()[0]
        desk, seen = states.accepted(vmid)
        bed.guest(vmid, PLANT)

        # As long as Docker can come back, everything stays, also what a run of last year left.
        before = self.listed(desk, vmid)
        self.assertEqual(before[OLD_BACKUP], "docker-not-deleted")
        done = self.remove(desk, vmid, OLD_BACKUP)
        self.assertEqual(done.code, desks.REFUSED, done)
        self.assertEqual(len(there(vmid, OLD_BACKUP, OLD_ASIDE, OLD_FOLDER)), 3)

        done = desk.delete(vmid)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        after = self.listed(desk, vmid)
        self.assertEqual(set(after), set(before))
        newest, = [path for path, stays in after.items() if stays == "newest-backup"]
        own, = [path for path, stays in after.items() if stays == "this-run"]
        self.assertEqual({path for path, stays in after.items() if not stays}, {OLD_BACKUP, OLD_ASIDE, OLD_FOLDER})
        self.assertEqual(after[OLD_LINK], "not-a-folder")

        # One that must stay among them: nothing goes, not even what might.
        for kept in (newest, own, OLD_LINK):
            done = self.remove(desk, vmid, OLD_BACKUP, kept)
            self.assertEqual(done.code, desks.REFUSED, done)
        for foreign in ("/root/.openclaw", "/data/openclaw", "/etc", f"{OLD_BACKUP}/../.openclaw"):
            self.assertEqual(self.remove(desk, vmid, foreign).code, desks.BAD_INPUT, foreign)
        self.assertEqual(len(there(vmid, OLD_BACKUP, OLD_ASIDE, OLD_FOLDER, newest, own)), 5)

        done = self.remove(desk, vmid, OLD_BACKUP, OLD_ASIDE)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(done.outcome["phase"], "deleted", "it says nothing about where the migration stands")
        self.assertEqual(there(vmid, OLD_BACKUP, OLD_ASIDE, OLD_FOLDER, OLD_LINK, newest, own), [OLD_FOLDER, OLD_LINK, newest, own])
        self.assertEqual(set(self.listed(desk, vmid)), set(before) - {OLD_BACKUP, OLD_ASIDE})
        self.assertTrue(judge.direct_serves(vmid), judge.faces(vmid))
        self.assertEqual(judge.differences(seen["source"], judge.source(vmid)), [], "/data is untouched")
        gone = [event["data"]["values"]["item"] for event in desk.events()
                if event["type"] == "begin" and event["data"]["step"] == "k-remove"]
        self.assertEqual(gone, [OLD_BACKUP, OLD_ASIDE], "each stands in the journal before it goes")


if __name__ == "__main__":
    unittest.main(verbosity=2)
