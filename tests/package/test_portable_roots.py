#!/usr/bin/env python3
"""The portable archive where nothing of what it needs is installed: fresh roots of Debian 13 and of sid.

UNDOCK_PORTABLE=ARCHIVE looks at that one; otherwise one is made of the build folder.
"""
import os
import re
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import picture
import portable_tree
import roots

WORK: Path
ARCHIVE: Path
FONT = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
# As a colleague looks for the program who has only unpacked the archive.
FIND = "find /opt -name openclaw-undock-cli -type f -o -name openclaw-undock-cli -type l | head -1"
LATEST = 60  # seconds that a window may take to be seen


def setUpModule():
    global WORK, ARCHIVE
    portable_tree.skip_where_it_cannot_be_made()
    if os.geteuid() != 0:
        raise unittest.SkipTest("fresh roots are root's to make")
    folder = tempfile.TemporaryDirectory(prefix="portable-roots-", dir=portable_tree.BUILD)
    unittest.addModuleCleanup(folder.cleanup)
    WORK = Path(folder.name)
    given = os.environ.get("UNDOCK_PORTABLE")
    ARCHIVE = Path(given).resolve() if given else portable_tree.make(WORK / "archive")


class FreshRoot:
    suite = ""

    @classmethod
    def setUpClass(cls):
        cls.root = roots.Root(cls.suite, WORK)
        cls.addClassCleanup(cls.root.remove)
        cls.found_before = [str(path) for path in cls.root.path.rglob("*.so*") if path.name.startswith(("libQt6", "libX11", "libxcb", "libssh"))]
        subprocess.run(["tar", "-C", str(cls.root.path / "opt"), "-xf", str(ARCHIVE)], check=True)
        cls.inside = "/opt/" + ARCHIVE.name.removesuffix(".tar.xz")
        cls.tree = cls.root.path / cls.inside.lstrip("/")
        # A desk has fonts; they are no library.
        if FONT.exists():
            (cls.root.path / "usr/share/fonts").mkdir(parents=True, exist_ok=True)
            shutil.copy(FONT, cls.root.path / "usr/share/fonts")
        cls.root.run("useradd", "-m", "-u", "4242", "operator-of-test")
        cls.home = cls.root.path / "home/operator-of-test"

    def as_user(self, *command: str, **variables: str) -> list[str]:
        return self.root.command(*command, user="4242:4242", HOME="/home/operator-of-test", **variables)

    def expect_own(self, maps: str):
        files = portable_tree.mapped(maps)
        self.assertTrue([file for file in files if file.endswith("libQt6Core.so.6")], "Qt is not in the process")
        # In the map of a process that is looked at from outside, paths begin with the root's own.
        files = {"/" + os.path.relpath(file, self.root.path) if file.startswith(str(self.root.path)) else file for file in files}
        self.assertEqual(portable_tree.foreign(files, self.inside), [])

    def test_1_it_is_bare(self):
        self.assertEqual(self.found_before, [])

    def test_2_the_command_line_starts_by_its_path_without_proc(self):
        self.assertFalse(os.path.ismount(self.root.path / "proc"))
        self.assertRegex(self.root.run("sh", "-c", f"$({FIND}) --version"), r"^openclaw-undock-cli \d+\.\d+\.\d+")

    def test_3_the_window_draws_without_proc_and_without_a_display(self):
        self.assertFalse(os.path.ismount(self.root.path / "proc"))
        self.root.run(f"{self.inside}/bin/openclaw-undock", "--picture", "/tmp/window.ppm", HOME="/root", QT_QPA_PLATFORM="offscreen")
        self.assertTrue(picture.is_drawn(picture.of_ppm(self.root.path / "tmp/window.ppm")))

    def test_4_https_and_keychain_open_what_came_along(self):
        self.root.mount_proc()
        portable_tree.put_probe(self.tree)
        said = self.root.run(f"{self.inside}/libexec/probe", LD_DEBUG="libs")
        self.assertIn("tls yes OpenSSL 3.0", said)
        loaded = set(re.findall(r"calling init: (\S+)", said))
        loaded = {os.path.normpath(path) for path in loaded}
        self.assertEqual(portable_tree.foreign(loaded, self.inside), [])
        self.assertIn(f"{self.inside}/lib/libsecret-1.so.0", loaded)
        self.assertIn(f"{self.inside}/lib/libssl.so", loaded)

    def test_5_the_window_draws_on_a_display(self):
        # X's own libraries come along, so the root has none even now.
        if not shutil.which("Xvfb"):
            self.skipTest("Xvfb is not installed")
        self.root.mount_proc()
        screen = WORK / f"screen-{self.suite}"
        screen.mkdir()
        read, write = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-ac",
                                   "-fbdir", str(screen)], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        os.close(write)
        with os.fdopen(read) as number:
            display = ":" + number.readline().strip()
        self.assertNotEqual(display, ":", "Xvfb told no display")
        with (WORK / f"said-{self.suite}").open("w+") as said:
            window = subprocess.Popen(self.as_user(f"{self.inside}/bin/openclaw-undock", DISPLAY=display, QT_IM_MODULE="fcitx"),
                                      stdout=said, stderr=said)
            self.addCleanup(window.wait)
            self.addCleanup(window.kill)
            end = time.monotonic() + LATEST
            while not picture.is_drawn(picture.of_xvfb(screen)):
                said.seek(0)
                self.assertIsNone(window.poll(), f"the window ended: {said.read()}")
                self.assertLess(time.monotonic(), end, "no window was drawn")
                time.sleep(0.2)
            maps = Path(f"/proc/{window.pid}/maps").read_text()
        self.expect_own(maps)
        for plugin in ("libqxcb.so", "libfcitx5platforminputcontextplugin.so"):
            self.assertIn(f"{self.inside}/plugins/", maps)
            self.assertIn(plugin, maps)

    def test_6_installed_and_removed_by_a_user(self):
        self.root.mount_proc()
        self.assertFalse([path for path in self.tree.rglob("*") if path.stat().st_uid != 0], "unpacked as somebody's")
        before = sorted(self.home.rglob("*"))
        local = "/home/operator-of-test/.local"
        subprocess.run(self.as_user(f"{self.inside}/install.sh"), check=True, stdout=subprocess.DEVNULL)
        said = subprocess.run(self.as_user(f"{local}/bin/openclaw-undock-cli", "--version"), check=True, capture_output=True, text=True)
        self.assertRegex(said.stdout, r"^openclaw-undock-cli \d")
        subprocess.run(self.as_user(f"{local}/lib/openclaw-undock/uninstall.sh"), check=True, stdout=subprocess.DEVNULL)
        self.assertEqual(sorted(self.home.rglob("*")), before)


class Debian13(FreshRoot, unittest.TestCase):
    suite = "trixie"


class DebianSid(FreshRoot, unittest.TestCase):
    suite = "sid"


if __name__ == "__main__":
    unittest.main()
