#!/usr/bin/env python3
"""A backup is worth what it restores: Docker's data destroyed and brought back, and a damaged backup refused."""
import unittest

import bed
import desk as desks
import judge
import states

DAMAGES = {"a flipped bit": "printf x | dd of=data-panel.tgz bs=1 seek=400 conv=notrunc status=none",
           "a truncated archive": "truncate -s -1000 data-openclaw.tgz",
           "a missing archive": "rm opt-openclaw.tgz"}


class Restore(unittest.TestCase):
    def test_destroyed_data_comes_back_and_a_damaged_backup_changes_nothing(self):
        desk, seen = states.migrated(101)
        backup = bed.guest(101, "ls -d /root/migrate-backup-101-*").strip()
        bed.guest(101, "rm -rf /data/openclaw")

        bed.guest(101, f"cp -a {backup} /root/sound")
        for what, damage in DAMAGES.items():
            with self.subTest(what):
                bed.guest(101, f"cd {backup} && {damage}")
                done = desk.roll_back(101, "--restore")
                self.assertEqual(done.code, desks.FAILED, done)
                self.assertIn("backup-damaged", done.reason, done)
                self.assertFalse(judge.exists(101, "/data/openclaw/openclaw.json"))
                bed.guest(101, f"cp -a /root/sound/. {backup}/")

        # The backup is proved before anything is stopped: no try has saved anything of the direct install.
        self.assertEqual(bed.guest(101, f"ls -d {backup}/after-cutover-* 2>/dev/null || true"), "")
        self.assertTrue(judge.direct_serves(101), judge.faces(101))
        done = desk.roll_back(101, "--restore")
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertTrue(judge.docker_serves(101), judge.faces(101))
        self.assertEqual(judge.gateways(101), 1)
        self.assertEqual(judge.changed_source(seen["source"], judge.source(101)), [], "all of it, as it was")
        self.assertEqual(judge.docker_token_hash(101), seen["token"])
        file = judge.chat(101, "after the restore", "docker").rsplit("/", 1)[1]
        self.assertEqual(file, seen["file"], "the old transcript goes on")
        self.assertIn(seen["words"], bed.guest(101, f"cat /data/openclaw/agents/main/sessions/{file}"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
