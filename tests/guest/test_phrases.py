#!/usr/bin/env python3
"""Phrases as tools and steps say them: Python and bash write and read the same, whatever a value holds."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
from unittest import mock

GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))

import step_io  # noqa: E402

ODD = ("", "a b", " ", "100 %", "%20", "@scope/package", "a @none b", "{lock}", "x=y", "\\n \\ &", "*", "line\nend", "两个词 €", "'\"$(id)`", "|")


class Phrases(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        os.makedirs(os.path.join(self.folder, "job/params"))

    def bash(self, script, *arguments):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "UNDOCK_LIB": str(GUEST), "UNDOCK_RUN": self.folder, "UNDOCK_JOB": self.folder + "/job"}
        done = subprocess.run(["bash", "-c", f'set -euo pipefail; . "$UNDOCK_LIB/prelude.sh"; {script}', "bash", *arguments], env=environment, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def facts(self):
        return [urllib.parse.unquote(line) for line in pathlib.Path(self.folder, "job/facts").read_text().splitlines()]

    def test_any_value_goes_through(self):
        for value in ODD:
            with self.subTest(value):
                # Its text has its place in the middle, and no other program is asked for it.
                said = step_io.phrase("logs-incomplete", name=value)
                self.assertEqual(said.count(" "), 1, "a value cannot begin another argument")
                self.assertEqual(step_io.in_english(said), f"The log of {value} could not be saved completely.")
                self.assertEqual(self.bash('phrase logs-incomplete name="$1"; said=$REPLY; in_english "$said"; printf "%s\\n%s" "$said" "$REPLY"', value),
                                 f"{said}\nThe log of {value} could not be saved completely.")

    def test_a_phrase_in_a_phrase_and_a_list(self):
        why = step_io.phrase("no-answer-because", error="timed out")
        self.assertEqual(step_io.in_english(step_io.phrase("status-and-service", status=why, state=step_io.phrase("active"))), "no answer (timed out), active")
        self.assertEqual(step_io.in_english(step_io.phrases([step_io.phrase("none"), "nginx, too"])), "none; nginx, too")
        self.assertEqual(self.bash('in_english "$1"; printf %s "$REPLY"', step_io.phrase("status-and-service", status=why, state=step_io.phrase("active"))),
                         "no answer (timed out), active")

    def test_what_does_not_fit_stays_as_it_came(self):
        for text in ("an old sentence", "@no-such-code a=b", "@logs-incomplete", "@logs-incomplete name=a more=b"):
            self.assertEqual(step_io.in_english(text), text)
        self.assertEqual(self.bash('in_english "@no-such-code a=b"; printf %s "$REPLY"'), "@no-such-code a=b")

    def test_the_output_has_the_sentence_and_the_fact_the_phrase(self):
        out = self.bash('phrase image-in-use name=x reference="a b"; warn image-in-use "$REPLY"; finding attention stop-complained @stop-complained; '
                        "check containers-gone critical passed @no-container @none")
        self.assertIn("warning: The image of x (a b) could not be removed; something else uses it.\n", out)
        self.assertIn("attention docker stop reported an error; what runs is looked at next.\n", out)
        self.assertIn("containers-gone: expected no container, found none\n", out)
        self.assertEqual(self.facts(), ["warning=image-in-use @image-in-use name=x reference=a%20b", "finding=attention stop-complained @stop-complained",
                                        "check=containers-gone|critical|passed|@no-container|@none"])

    def test_a_failure_is_told_by_its_codes_phrase_or_by_another(self):
        out = self.bash('(fail backup-gone) 2>&1 || true; (fail no-space @no-space-for-restore needed="1 x") 2>&1 || true; '
                        'phrase service-is unit=a.service state=failed; (fail not-up what:="$REPLY") 2>&1 || true')
        self.assertEqual(out, "failed: The backup folder of this run is not there any more; nothing was changed.\n"
                         "failed: There is no room for the restored data beside the old (1 x bytes); free some space first. Nothing was stopped.\n"
                         "failed: a.service is failed. Docker's version is stopped and whole: roll back, or mend the cause and run this step again.\n")
        self.assertEqual(self.facts(), ["failure=backup-gone @backup-gone", "failure=no-space @no-space-for-restore needed=1%20x",
                                        "failure=not-up @not-up what=@service-is%20unit=a.service%20state=failed"])
        said = []
        with mock.patch.object(step_io, "JOB", self.folder + "/job"), mock.patch.object(step_io, "say", said.append):
            for arguments, values in ((("restore-failed",), {"archive": "a.tgz"}), (("restore-failed", step_io.phrase("restore-lacks", archive="a.tgz", path="/b")), {})):
                with self.assertRaises(SystemExit):
                    step_io.fail(*arguments, **values)
        self.assertEqual(said, ["failed: a.tgz could not be unpacked (see above); nothing was changed.", "failed: a.tgz does not hold /b; nothing was changed."])
        self.assertEqual(self.facts()[3:], ["failure=restore-failed @restore-failed archive=a.tgz", "failure=restore-failed @restore-lacks archive=a.tgz path=/b"])

    def test_a_check_that_is_called_like_a_phrase_is_not_taken_for_it(self):
        """The catalogue has both; a phrase's text stands under "said"."""
        twice = set(step_io.words()["checks"]) & set(step_io.words()["said"])
        for code in twice:
            self.assertEqual(self.bash('in_english "@$1"; printf %s "$REPLY"', code), step_io.in_english(f"@{code}"))
        self.assertEqual(self.bash('in_english "@one-gateway"; printf %s "$REPLY"'), "@one-gateway")

    def test_a_tool_does_the_same(self):
        said = []
        with mock.patch.object(step_io, "JOB", self.folder + "/job"), mock.patch.object(step_io, "say", said.append):
            step_io.finding("fine", "disk", step_io.phrase("disk", available="9.0 GiB", needed="2.0 GiB"))
            step_io.check("a", "info", "failed", step_io.phrase("as-before"), step_io.phrase("lines-differ", count=2) + "\n- @none", step_io.phrase("none"))
        self.assertEqual(said, ["fine      9.0 GiB free, 2.0 GiB needed at the most.", "failed   a: expected as before, found 2 lines differ (before: none)", "         - @none"])
        self.assertEqual(self.facts(), ["finding=fine disk @disk available=9.0%20GiB needed=2.0%20GiB",
                                        "check=a|info|failed|@as-before|@lines-differ count=2\n- @none|@none"])


if __name__ == "__main__":
    unittest.main()
