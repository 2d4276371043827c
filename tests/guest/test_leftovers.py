#!/usr/bin/env python3
"""Housekeeping in a VM: what is listed, what may go, and above all what may not.

    python3 tests/guest/test_leftovers.py
"""

import contextlib
import io
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
import job_store  # noqa: E402
import leftovers  # noqa: E402
import list_leftovers  # noqa: E402
import remove_leftover  # noqa: E402
import step_io  # noqa: E402

FIRST, SECOND = "102-20260101-080000-aaaa", "102-20260201-080000-bbbb"


class Housekeeping(unittest.TestCase):
    """A VM whose first run was rolled back and whose second one went all the way."""

    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name, value in (("HOME", "root"), ("NODE_HOME", "node"), ("OPT", "opt")):
            self.point(leftovers, name, self.path(value))
        self.point(job_store, "ROOT", self.path("undock"))
        self.point(job_store, "RUNS", self.path("undock/runs"))
        self.point(job_store, "CUTOVER", self.path("undock/cutover"))
        self.containers = []
        self.point(leftovers, "containers", lambda: self.containers)
        silence = contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO()))
        silence.__enter__()
        self.addCleanup(silence.__exit__, None, None, None)

        self.older = self.tree("root/migrate-backup-102-2026-01-01_080000", 1000, "SHA256SUMS.txt")
        self.newer = self.tree("root/migrate-backup-102-2026-02-01_080000", 2000, "SHA256SUMS.txt")
        self.aside = self.tree(f"root/.openclaw.rolledback-{FIRST}", 1500)
        self.before = self.tree(f"node/.openclaw.before-{SECOND}", 2100)
        self.panel = self.tree(f"opt/openclaw-panel.before-{SECOND}", 2100)
        self.job(FIRST, "01-b-archive", "02-c-stop", "03-g-start", "04-r-direct-stop", "05-r-verify")
        self.job(SECOND, "01-b-archive", "02-c-stop", "03-g-start", "04-h-checks", "05-i-save", "06-i-delete", "07-i-check")
        self.write(f"undock/runs/{FIRST}/state/backup_dir", self.older)
        self.write(f"undock/runs/{SECOND}/state/backup_dir", self.newer)
        self.write("undock/cutover", f"run={SECOND}\n")
        self.asks(SECOND)

    def point(self, module, name, value):
        old = getattr(module, name)
        setattr(module, name, value)
        self.addCleanup(setattr, module, name, old)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, text="x"):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        pathlib.Path(path).write_text(text)
        return path

    def tree(self, name, days, *files):
        for file in ("inner/file", *files):
            self.write(os.path.join(name, file), "y" * 5000)
        os.utime(self.path(name), (days * 86400, days * 86400))
        return self.path(name)

    def job(self, run, *names, state="passed"):
        for name in names:
            self.write(f"undock/runs/{run}/{name}/result", f"state {state}\n")

    def asks(self, run):
        job = self.path("undock", "runs", run, "90-k-remove")
        os.makedirs(os.path.join(job, "params"), exist_ok=True)
        step_io.JOB, step_io.RUN, step_io.STATE = job, os.path.dirname(job), os.path.join(os.path.dirname(job), "state")
        shutil.rmtree(os.path.join(job, "facts"), ignore_errors=True)

    def facts(self):
        with open(os.path.join(step_io.JOB, "facts"), encoding="utf-8") as file:
            return [tuple(line.rstrip("\n").split("=", 1)) for line in file]

    def reasons(self):
        return {item.path: item.reason for item in leftovers.survey(os.path.basename(step_io.RUN))}

    def remove(self, path, seen=None):
        """The failure's code, or None when it went through."""
        if seen is None:
            seen = next((item.identity for item in leftovers.survey("") if item.path == path), "0-0")
        for name, value in (("item", path), ("seen", seen)):
            pathlib.Path(step_io.JOB, "params", name).write_text(value)
        pathlib.Path(step_io.JOB, "facts").write_text("")
        try:
            remove_leftover.main()
        except SystemExit:
            return dict(self.facts())["failure"].split(" ", 1)[0]
        return None

    # -- what is listed ----------------------------------------------------------------------

    def test_each_leftover_is_told_with_its_kind_size_age_run_and_what_keeps_it(self):
        list_leftovers.main()
        told = {line.split(" ")[-1]: line.split(" ") for key, line in self.facts() if key == "leftover"}
        self.assertEqual({path: (words[0], words[1], words[6]) for path, words in told.items()}, {
            self.older: ("backup", "-", FIRST),
            self.newer: ("backup", "newest-backup", SECOND),
            self.aside: ("rolled-back", "-", FIRST),
            self.before: ("before", "-", SECOND),
            self.panel: ("panel-before", "-", SECOND),
            self.path("undock/runs", FIRST): ("run", "-", FIRST),
            self.path("undock/runs", SECOND): ("run", "this-run", SECOND),
        })
        self.assertEqual(told[self.aside][4], str(1500 * 86400))
        self.assertGreaterEqual(int(told[self.older][2]), 10000)
        self.assertEqual(told[self.older][3], "2")
        self.assertIn(("removable", "5"), self.facts())

    def test_what_is_not_ours_by_name_is_not_even_listed(self):
        for name in ("root/migrate-backup-102-mine", "root/.openclaw.before-2025", "root/.openclaw", "root/migrate-backup-102-2026-01-01_080000.old",
                     f"root/.openclaw.before-{FIRST}-1234", "opt/openclaw", "opt/openclaw-panel", "undock/runs/lost+found"):
            self.tree(name, 1)
        listed = self.reasons()
        self.assertEqual(len(listed), 7)

    # -- what stays --------------------------------------------------------------------------

    def test_the_newest_backup_stays_by_name_and_by_time(self):
        os.utime(self.older, (3000 * 86400, 3000 * 86400))
        self.assertEqual(self.reasons()[self.older], "newest-backup")
        self.assertEqual(self.reasons()[self.newer], "newest-backup")
        self.assertEqual(self.remove(self.newer), "item-kept")
        self.assertTrue(os.path.isdir(self.newer))

    def test_a_newer_backup_that_is_not_whole_does_not_free_the_last_whole_one(self):
        torn = self.tree("root/migrate-backup-102-2026-03-01_080000", 3000, "INCOMPLETE")
        self.assertEqual(self.reasons()[self.newer], "newest-backup")
        self.assertEqual(self.reasons()[torn], "newest-backup")

    def test_nothing_goes_while_dockers_side_is_not_deleted(self):
        shutil.rmtree(self.path("undock/runs", SECOND, "06-i-delete"))
        self.assertEqual(self.reasons()[self.older], "docker-not-deleted")
        self.assertEqual(self.reasons()[self.before], "run-unfinished")
        for path in (self.older, self.aside, self.before, self.path("undock/runs", FIRST)):
            self.assertEqual(self.remove(path), "item-kept")
            self.assertTrue(os.path.isdir(path))

    def test_a_deletion_that_failed_is_no_deletion(self):
        self.job(SECOND, "06-i-delete", state="failed")
        self.assertEqual(self.reasons()[self.older], "docker-not-deleted")

    def test_containers_that_somebody_made_again_keep_everything(self):
        self.containers = ["openclaw-gateway"]
        self.assertEqual(self.reasons()[self.older], "docker-not-deleted")
        self.containers = None
        self.assertEqual(self.reasons()[self.older], "docker-unknown")
        self.assertEqual(self.remove(self.older), "item-kept")

    def test_without_a_cutover_docker_is_in_use_and_everything_stays(self):
        os.unlink(self.path("undock/cutover"))
        self.assertEqual(self.remove(self.aside), "item-kept")

    def test_what_belongs_to_an_unfinished_run_stays(self):
        third = "102-20260301-080000-cccc"
        aside = self.tree(f"root/.openclaw.before-{third}", 1)
        backup = self.tree("root/migrate-backup-102-2025-12-01_080000", 1, "SHA256SUMS.txt")
        self.job(third, "01-b-archive", "02-c-stop")
        self.write(f"undock/runs/{third}/state/backup_dir", backup)
        for path in (aside, backup, self.path("undock/runs", third)):
            self.assertEqual(self.reasons()[path], "run-unfinished")
            self.assertEqual(self.remove(path), "item-kept")

    def test_a_run_with_a_step_of_unknown_end_is_unfinished(self):
        os.makedirs(self.path("undock/runs", FIRST, "06-r-carry-back"))
        self.assertEqual(self.reasons()[self.older], "run-unfinished")

    def test_a_rollback_that_did_not_come_to_its_end_is_unfinished(self):
        self.job(FIRST, "06-r-direct-stop")
        self.assertEqual(self.reasons()[self.aside], "run-unfinished")

    def test_a_run_that_stopped_nothing_is_over_when_a_later_one_went_all_the_way(self):
        early, late = "102-20250101-080000-dddd", "102-20270101-080000-eeee"
        self.job(early, "01-a-scan", "02-b-archive")
        self.job(late, "01-a-scan")
        self.assertEqual(self.reasons()[self.path("undock/runs", early)], "")
        self.assertEqual(self.reasons()[self.path("undock/runs", late)], "run-unfinished")

    def test_the_folders_of_the_run_that_asks_and_of_the_one_in_use_stay(self):
        self.asks(FIRST)
        self.assertEqual(self.reasons()[self.path("undock/runs", FIRST)], "this-run")
        self.assertEqual(self.reasons()[self.path("undock/runs", SECOND)], "serving-run")
        self.assertEqual(self.remove(self.path("undock/runs", SECOND)), "item-kept")

    def test_what_a_process_stands_in_stays(self):
        here = os.getcwd()
        self.addCleanup(os.chdir, here)
        os.chdir(os.path.join(self.aside, "inner"))
        self.assertEqual(self.reasons()[self.aside], "in-use")
        self.assertEqual(self.remove(self.aside), "item-kept")

    def test_where_the_direct_version_really_lives_stays(self):
        os.symlink(self.aside, self.path("root/.openclaw"))
        self.assertEqual(self.reasons()[self.aside], "in-use")

    def test_what_something_is_mounted_in_stays(self):
        self.point(leftovers, "mounts", lambda: [os.path.join(self.aside, "inner")])
        self.assertEqual(self.remove(self.aside), "item-kept")
        self.assertTrue(os.path.exists(os.path.join(self.aside, "inner/file")))

    # -- paths -------------------------------------------------------------------------------

    def test_a_foreign_path_is_refused(self):
        target = self.tree("root/.openclaw", 1)
        other = self.tree("elsewhere/.openclaw.before-" + FIRST, 1)
        name = os.path.basename(self.aside)
        for path in (target, other, "/", "", "/etc", self.path("root"), self.aside + "/inner", self.aside + "/", "/data/openclaw",
                     self.path("root/../root", name), self.path("root/inner/..", name), f"{self.path('root')}//{name}",
                     self.path("node", name), self.aside + "\n", name, self.path("opt/openclaw"), self.path("undock/runs/.."),
                     self.path("undock/runs")):
            with self.subTest(path=path):
                self.assertEqual(self.remove(path, "1-1"), "foreign-item")
        for path in (target, other, self.aside):
            self.assertTrue(os.path.isdir(path))

    def test_a_link_in_the_place_of_a_leftover_is_refused_and_what_it_leads_to_stays(self):
        precious = self.tree("precious", 1)
        shutil.rmtree(self.aside)
        os.symlink(precious, self.aside)
        self.assertEqual(self.reasons()[self.aside], "not-a-folder")
        self.assertEqual(self.remove(self.aside), "item-kept")
        self.assertTrue(os.path.exists(os.path.join(precious, "inner/file")))

    def test_a_place_that_is_a_link_is_not_entered(self):
        moved = self.path("moved")
        os.rename(self.path("node"), moved)
        os.symlink(moved, self.path("node"))
        self.assertNotIn(self.before, self.reasons())
        self.assertIsNone(self.remove(self.before, "1-1"))
        self.assertTrue(os.path.exists(os.path.join(moved, os.path.basename(self.before), "inner/file")))

    def test_links_inside_are_removed_and_not_followed(self):
        precious = self.tree("precious", 1)
        os.symlink(precious, os.path.join(self.aside, "inner", "link"))
        self.assertIsNone(self.remove(self.aside))
        self.assertFalse(os.path.lexists(self.aside))
        self.assertTrue(os.path.exists(os.path.join(precious, "inner/file")))

    # -- removing ----------------------------------------------------------------------------

    def test_one_thing_goes_and_nothing_else(self):
        before = set(self.reasons())
        self.assertIsNone(self.remove(self.older))
        self.assertEqual(before - set(self.reasons()), {self.older})
        self.assertEqual(dict(self.facts())["item_removed"], self.older)
        self.assertGreaterEqual(int(dict(self.facts())["freed"]), 10000)
        self.assertFalse(any(name.startswith(leftovers.REMOVING) for name in os.listdir(self.path("root"))))

    def test_what_changed_since_it_was_listed_stays(self):
        seen = next(item.identity for item in leftovers.survey("") if item.path == self.older)
        shutil.rmtree(self.older)
        self.tree("root/migrate-backup-102-2026-01-01_080000", 1001, "SHA256SUMS.txt")
        self.assertEqual(self.remove(self.older, seen), "item-changed")
        self.assertTrue(os.path.isdir(self.older))

    def test_a_removal_that_was_cut_short_is_listed_and_finished(self):
        doomed = self.path("root", leftovers.REMOVING + os.path.basename(self.older))
        seen = next(item.identity for item in leftovers.survey("") if item.path == self.older)
        os.rename(self.older, doomed)
        shutil.rmtree(os.path.join(doomed, "inner"))
        self.assertEqual(self.reasons()[doomed], "")
        self.assertIsNone(self.remove(self.older, seen), "asked again for what was asked for")
        self.assertFalse(os.path.lexists(doomed))
        self.assertIsNone(self.remove(self.older, seen), "and once more")
        self.assertEqual(dict(self.facts())["freed"], "0")


if __name__ == "__main__":
    unittest.main()
