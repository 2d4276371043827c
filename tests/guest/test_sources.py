#!/usr/bin/env python3
"""Where things are downloaded from when no source is given, and what the scan says of it.

    python3 tests/guest/test_sources.py        needs neither root nor a lab
"""

import email.utils
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources/guest"))
sys.path.insert(0, str(ROOT / "tests/guest"))

import desk  # noqa: E402
import registry  # noqa: E402
import scan_docker  # noqa: E402
import scan_sources  # noqa: E402
import step_io  # noqa: E402

DOCUMENT = (b'{"dist-tags":{"latest":"2026.9.6"},"versions":{"2026.2.19":{"engines":{"node":">=22"}},'
            b'"2026.9.6":{"engines":{"node":">=24"}}}}')


class Step(unittest.TestCase):
    """A step's job folder with the parameters as the program sends them when nothing is given."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.job = pathlib.Path(folder.name)
        (self.job / "params").mkdir()
        self.give(**desk.program_defaults())
        patch = mock.patch.object(step_io, "JOB", folder.name)
        patch.start()
        self.addCleanup(patch.stop)

    def give(self, **values):
        for name, value in values.items():
            (self.job / "params" / name).write_text(value)

    def facts(self):
        lines = (self.job / "facts").read_text().splitlines() if (self.job / "facts").exists() else []
        return [line.split("=", 1) for line in lines]

    def findings(self):
        return [value.split(" ", 2)[:2] for key, value in self.facts() if key == "finding"]


class Registry(Step):
    def address(self, given="", guest="", settings=b"", container=""):
        with mock.patch.object(registry, "which", lambda name: "/usr/bin/npm" if guest else ""), \
                mock.patch.object(registry, "read", lambda path: settings), \
                mock.patch.object(registry, "text_of", lambda *words, **_: guest if words[0] == "/usr/bin/npm" else container):
            return registry.address(given)

    def test_the_given_address_goes_before_all(self):
        self.assertEqual(self.address("https://a.example/npm/", guest="https://b.example/"), "https://a.example/npm")

    def test_the_guests_own_client_tells(self):
        self.assertEqual(self.address(guest="https://b.example/", container="https://c.example/"), "https://b.example")

    def test_a_setting_of_the_guest_goes_before_the_containers_default(self):
        self.assertEqual(self.address(settings=b"fund=false\nregistry = https://s.example/npm/\n", container="https://c.example/"),
                         "https://s.example/npm")

    def test_without_a_client_in_the_guest_the_containers_tells(self):
        self.assertEqual(self.address(container="npm warn something\nhttps://c.example/"), "https://c.example")

    def test_what_is_no_address_is_not_taken_for_one(self):
        for said in ("", "undefined", "Error response from daemon: no such container", "file:///etc/passwd"):
            self.assertEqual(self.address(container=said), "", said)


class Scan(Step):
    def openclaw(self, registry_says, answers):
        asked = []

        def ask(url, *_, **__):
            asked.append(url)
            return answers.get(url, (404, {}, b""))
        docker = scan_docker.Docker()
        docker.version = "2026.2.19"
        with mock.patch.object(registry, "of_guest", lambda: ""), mock.patch.object(registry, "of_settings", lambda: ""), \
                mock.patch.object(registry, "of_container", lambda: registry_says), mock.patch.object(scan_sources, "ask", ask):
            scan_sources.openclaw(docker)
        return asked

    def test_with_default_settings_the_clients_own_registry_is_asked(self):
        asked = self.openclaw("https://c.example/", {"https://c.example/openclaw": (200, {}, DOCUMENT)})
        self.assertEqual(asked, ["https://c.example/openclaw"])
        self.assertEqual(self.findings(), [["fine", "version"]])
        self.assertIn(["version_wanted", "2026.2.19"], self.facts())

    def test_a_registry_that_cannot_be_told_is_said_and_blocks_nothing(self):
        self.assertEqual(self.openclaw("", {}), [])
        self.assertEqual(self.findings(), [["attention", "registry-untold"]])
        self.assertIn(["version_wanted", "2026.2.19"], self.facts())

    def test_a_mirror_with_a_path_is_asked_below_it(self):
        self.give(npm_registry="https://m.example/npm")
        asked = self.openclaw("https://c.example/", {"https://m.example/npm/openclaw": (200, {}, DOCUMENT)})
        self.assertEqual(asked, ["https://m.example/npm/openclaw"])

    def test_the_clock_is_right_in_summer_time_too(self):
        for zone in ("UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"):
            for moment in (time.time(), 1784000000, 1768000000):  # now, a July, a January
                with mock.patch.dict(os.environ, {"TZ": zone}), mock.patch.object(time, "time", lambda: moment):  # noqa: B023
                    time.tzset()
                    (self.job / "facts").unlink(missing_ok=True)
                    scan_sources.clock({"Date": email.utils.formatdate(moment - 2, usegmt=True)})
                self.assertEqual(self.findings(), [], f"{zone} {moment}")
        time.tzset()

    def test_a_clock_that_is_off_is_told(self):
        scan_sources.clock({"Date": email.utils.formatdate(time.time() - 3600, usegmt=True)})
        self.assertEqual(self.findings(), [["attention", "clock-off"]])


class Trusted(Step):
    """What comes from a source becomes root's code: what is told of it before it runs."""

    SCRIPT = b"#!/bin/sh\n"
    SUM = hashlib.sha256(SCRIPT).hexdigest()

    def scan(self, function, body=SCRIPT):
        with mock.patch.object(scan_sources, "ask", lambda *_, **__: (200, {}, body)):
            function()
        return self.facts()

    def told(self, facts):
        return [value.split(" ")[0] for key, value in facts if key == "warning"] + \
            [value.split(" ")[1] for key, value in facts if key == "finding" and not value.startswith("fine")]

    def test_an_installer_that_is_the_same_is_only_measured(self):
        self.give(installer_sha256_seen=self.SUM)
        facts = self.scan(scan_sources.installer)
        self.assertEqual(self.told(facts), [])
        self.assertIn(["installer_sum", self.SUM], facts)

    def test_an_installer_that_changed_since_the_last_vm_waits_for_a_person(self):
        self.give(installer_sha256_seen="0" * 64)
        self.assertEqual(self.told(self.scan(scan_sources.installer)), ["installer-changed"])

    def test_an_installer_that_is_not_the_pinned_one_blocks(self):
        self.give(installer_sha256="0" * 64, installer_sha256_seen=self.SUM)
        self.assertEqual(self.told(self.scan(scan_sources.installer)), ["installer-differs"])

    def test_the_panels_release_is_held_against_what_is_known_of_it(self):
        self.assertNotIn("panel_sum", [key for key, _ in self.scan(scan_sources.panel)])
        self.give(panel_sha256_seen="0" * 64)
        self.assertEqual(self.told(self.scan(scan_sources.panel)), ["panel-changed"])

    def test_the_panels_release_that_is_not_the_pinned_one_blocks(self):
        self.give(panel_sha256="0" * 64)
        self.assertEqual(self.told(self.scan(scan_sources.panel)), ["panel-differs"])

    def test_plain_http_waits_for_a_person_and_names_the_sources(self):
        self.give(installer_url="http://192.0.2.1/i.sh", npm_registry="http://127.0.0.1:4873", panel_source="https://192.0.2.1")
        scan_sources.plain_http()
        warnings = [value for key, value in self.facts() if key == "warning"]
        self.assertEqual(len(warnings), 1)
        self.assertTrue(warnings[0].startswith("plain-http ") and warnings[0].endswith(" names=installer_url"), warnings)

    def test_a_redirect_that_gives_up_tls_is_not_followed(self):
        follow = scan_sources.Faithful().redirect_request
        for start, end, followed in (("https://a/", "https://b/", True), ("http://a/", "https://b/", True), ("http://a/", "http://b/", True),
                                     ("https://a/", "http://b/", False), ("https://a/", "HTTP://b/", False), ("http://a/", "ftp://b/", False),
                                     ("https://a/", "file:///etc/passwd", False)):
            request = scan_sources.urllib.request.Request(start)
            with self.subTest(start=start, end=end):
                if followed:
                    self.assertEqual(follow(request, None, 302, "", {}, end).full_url, end)
                else:
                    with self.assertRaises(scan_sources.urllib.error.URLError):
                        follow(request, None, 302, "", {}, end)

    def fetched_with(self, url):
        bin_folder = self.job / "bin"
        bin_folder.mkdir(exist_ok=True)
        (bin_folder / "curl").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
        (bin_folder / "curl").chmod(0o755)
        guest = ROOT / "resources/guest"
        done = subprocess.run(["bash", "-eu", "-c", f'. {guest}/prelude.sh; . {guest}/direct.sh; fetch "$0" out 9', url],
                              capture_output=True, text=True, check=False, env={
            "PATH": f"{bin_folder}:/usr/bin:/bin", "UNDOCK_JOB": str(self.job), "UNDOCK_RUN": str(self.job), "UNDOCK_LIB": str(guest)})
        self.assertEqual(done.returncode, 0, done.stderr)
        words = done.stdout.split("\n")
        return words[words.index("--proto") + 1], words[words.index("--proto-redir") + 1]

    def test_curl_keeps_to_tls_where_it_began_with_it(self):
        self.assertEqual(self.fetched_with("https://192.0.2.1/x"), ("=https", "=https"))
        self.assertEqual(self.fetched_with("HTTPS://192.0.2.1/x"), ("=https", "=https"))
        self.assertEqual(self.fetched_with("http://192.0.2.1/x"), ("=https,http", "=https,http"))

    def test_nothing_else_fetches_what_root_runs(self):
        for step in ("d-install", "f-panel"):
            text = (ROOT / f"resources/steps/{step}.sh").read_text()
            self.assertNotRegex(text, r"curl [^\n]*-o ", f"{step} fetches by itself")
            self.assertIn("fetch \"", text)


class Newest(Step):
    """d-install's question for the newest version, as the step asks it."""

    def newest(self, npm_registry):
        self.give(npm_registry=npm_registry)
        bin_folder = self.job / "bin"
        bin_folder.mkdir(exist_ok=True)
        (bin_folder / "curl").write_text(f"#!/bin/sh\nfor last; do :; done\necho \"$last\" >>{self.job}/asked\n"
                                         f"cat <<'END'\n{DOCUMENT.decode()}\nEND\n")
        (bin_folder / "docker").write_text("#!/bin/sh\necho https://c.example/\n")
        for path in bin_folder.iterdir():
            path.chmod(0o755)
        step = (ROOT / "resources/steps/d-install.sh").read_text()
        function = step[step.index("newest() {"):step.index("# The installer calls openclaw, which")]
        script = f". {ROOT}/resources/guest/prelude.sh\n{function}\nnewest\n"
        done = subprocess.run(["bash", "-eu", "-c", script], capture_output=True, text=True, check=False, env={
            "PATH": f"{bin_folder}:/usr/bin:/bin", "UNDOCK_JOB": str(self.job), "UNDOCK_RUN": str(self.job), "UNDOCK_LIB": str(ROOT / "resources/guest")})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip(), (self.job / "asked").read_text().split()

    def test_an_address_is_asked_with_a_slash_before_the_package(self):
        self.assertEqual(self.newest("https://m.example/npm"), ("2026.9.6", ["https://m.example/npm/openclaw"]))


if __name__ == "__main__":
    unittest.main()
