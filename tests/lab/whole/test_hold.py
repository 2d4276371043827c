#!/usr/bin/env python3
"""What keeps Docker from being deleted: conditions that are not met, and the hold of a failed acceptance."""
import unittest

import bed
import desk as desks
import judge
import states

BOTH = ["openclaw-gateway", "openclaw-panel"]


class Refused(unittest.TestCase):
    @unittest.skipUnless(bed.FULL, "each condition: tst_deletion_cut; in the full run")
    def test_before_a_migration(self):
        desk = states.before(101, "delete-first")
        done = desk.delete(101)
        self.assertIn(done.code, (desks.BAD_INPUT, desks.REFUSED), done)
        scanned = desk.do("scan", "--vmid", 101)
        self.assertEqual(scanned.code, desks.SUCCEEDED, scanned)
        done = desk.delete(101)
        self.assertEqual(done.code, desks.REFUSED, done)
        for condition in ("backup-verified", "equality-proven", "cutover-present", "acceptance-green-now", "user-accepted"):
            self.assertIn(condition, done.reason)
        self.assertEqual(judge.containers(101, running_only=True), BOTH)

    @unittest.skipUnless(bed.FULL, "in the full run")
    def test_without_the_users_acceptance(self):
        desk, _ = states.migrated(101)
        done = desk.delete(101)
        self.assertEqual(done.code, desks.REFUSED, done)
        self.assertIn("user-accepted", done.reason)
        self.assertNotIn("backup-verified", done.reason)
        self.assertEqual(judge.containers(101), BOTH)

    def test_a_damaged_backup(self):
        desk, _ = states.accepted(101)
        bed.guest(101, "for f in /root/migrate-backup-101-*/data-openclaw.tgz; do"
                       " printf x | dd of=$f bs=1 seek=4000 conv=notrunc status=none; done")
        done = desk.delete(101)
        self.assertNotEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(judge.containers(101), BOTH)
        self.assertIn("backup", done.reason)

    @unittest.skipUnless(bed.FULL, "in the full run")
    def test_what_was_accepted_is_not_there_any_more(self):
        desk, _ = states.accepted(101)
        bed.lab("break", 101, "update-api")
        done = desk.delete(101)
        self.assertNotEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(judge.containers(101), BOTH)


class Hold(unittest.TestCase):
    def test_one_failed_acceptance_keeps_docker_on_every_vm_until_it_passes(self):
        other, _ = states.accepted(102)
        desk, _ = states.migrated(101)  # cleans the node, so it comes last
        bed.lab("break", 101, "nginx")
        done = desk.check(101)
        self.assertEqual(done.code, desks.FAILED, done)
        self.assertEqual(judge.holds(), ["101"])
        self.assertIn("the acceptance failed", bed.node(f"cat {bed.NODE_ROOT}/holds/101"), "a person reads why")

        refused = other.delete(102)
        self.assertEqual(refused.code, desks.REFUSED, refused)
        self.assertIn("no-hold-anywhere", refused.reason)
        self.assertIn("101", refused.reason)
        self.assertEqual(judge.containers(102), BOTH)
        released = other.do("holds", "release", "--vmid", 101, "--reason", "in a hurry")
        self.assertEqual(released.code, desks.REFUSED, "a hold whose cause stands is not released")

        bed.lab("fix", 101, "nginx")
        # A user who edits files after the cutover does not make a later acceptance fail.
        bed.guest(101, "echo more >>/root/.openclaw/workspace/notes-of-today.md; rm -rf /root/.openclaw/workspace/memory")
        done = desk.check(101)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(judge.holds(), [])
        done = other.delete(102)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual(judge.containers(102), [])
        # The acceptance that a deletion runs again stands under a hold of its own while it runs.
        story = [event["data"].get("action") or event["data"].get("step") for event in other.events()
                 if event["type"] == "hold" or event["type"] == "begin" and event["data"]["step"] in ("h-checks", "i-delete")]
        self.assertEqual(story[-4:], ["provisional", "h-checks", "lifted", "i-delete"])

    @unittest.skipUnless(bed.FULL, "each way to break it: in the full run")
    def test_whatever_is_broken_the_hold_is_there(self):
        for what in ("panel", "gateway", "update-api"):
            with self.subTest(what):
                desk, _ = states.migrated(101)
                bed.lab("break", 101, what)
                done = desk.check(101)
                self.assertEqual(done.code, desks.FAILED, done)
                self.assertEqual(judge.holds(), ["101"])
                bed.lab("fix", 101, what)
                bed.wait_serving(101)
                self.assertEqual(desk.check(101).code, desks.SUCCEEDED)
                self.assertEqual(judge.holds(), [])


class SecondMigration(unittest.TestCase):
    @unittest.skipUnless(bed.FULL, "in the full run")
    def test_by_the_same_desk(self):
        desk, _ = states.migrated(101)
        done = self.nothing_happens(desk, desks.SUCCEEDED)
        self.assertEqual([event["code"] for event in done.named("unchanged")], ["already-migrated"])

    @unittest.skipUnless(bed.FULL, "in the full run")
    def test_by_another_desk(self):
        states.migrated(101)
        done = self.nothing_happens(desks.Desk("another").forget(), desks.REFUSED)
        self.assertRegex(done.reason, "(?i)migrat|direct|cutover", "it says why")

    def nothing_happens(self, desk, end):
        words = "said before the second migration"
        transcript = judge.chat(101, words, "direct")
        source = judge.source(101)
        done = desk.migrate(101)
        self.assertEqual(done.code, end, done)
        self.assertIn(words, bed.guest(101, f"cat {transcript}"))
        self.assertEqual(judge.differences(source, judge.source(101)), [])
        self.assertEqual(judge.containers(101), BOTH)
        self.assertTrue(judge.direct_serves(101), judge.faces(101))
        return done


if __name__ == "__main__":
    unittest.main(verbosity=2)
