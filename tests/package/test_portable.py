#!/usr/bin/env python3
"""The portable archive on the machine that made it: Qt is installed here, so whatever would be taken from the machine is.

What is in it and what it asks of a machine, the rules that say so, install.sh and uninstall.sh.
"""
import os
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import portable_tree
import picture
from portable_tree import contents, rules

WORK: Path
TREE: Path


def setUpModule():
    global WORK, TREE
    portable_tree.skip_where_it_cannot_be_made()
    folder = tempfile.TemporaryDirectory(prefix="portable-", dir=portable_tree.BUILD)
    unittest.addModuleCleanup(folder.cleanup)
    WORK = Path(folder.name)
    TREE = portable_tree.make(WORK, "--tree")


def environment(home: Path, **more: str) -> dict[str, str]:
    """As a desk has it, in a home of its own; the machine's libraries are put in the way."""
    where = subprocess.run(["gcc", "-print-multiarch"], check=True, capture_output=True, text=True).stdout.strip()
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
            "LD_LIBRARY_PATH": f"/usr/lib/{where}", **more}


def watched(name: str, *command: str, **more: str) -> tuple[str, set[str]]:
    """What the command prints, and what the loader took for it."""
    logs, home = WORK / name, WORK / f"home-{name}"
    logs.mkdir()
    home.mkdir()
    result = subprocess.run(command, env=environment(home, LD_DEBUG="libs", LD_DEBUG_OUTPUT=str(logs / "log"), **more),
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=120)
    if result.returncode != 0:
        raise AssertionError(f"{command} ended with {result.returncode}:\n{result.stdout}")
    return result.stdout, portable_tree.loaded(logs)


class Archive(unittest.TestCase):
    def test_no_symbol_is_newer_than_glibc_2_36(self):
        for file, version in portable_tree.asked_of_glibc(TREE).items():
            self.assertLessEqual(version, (2, 36), file)

    def test_the_command_line_takes_no_library_of_ours_from_the_machine(self):
        said, loaded = watched("cli", str(TREE / "bin/openclaw-undock-cli"), "--version")
        self.assertRegex(said, r"^openclaw-undock-cli \d+\.\d+\.\d+")
        self.assertEqual(portable_tree.foreign(loaded, str(TREE)), [])

    def test_the_window_draws_with_libraries_of_the_archive_alone(self):
        file = WORK / "window.ppm"
        _, loaded = watched("window", str(TREE / "bin/openclaw-undock"), "--picture", str(file), QT_IM_MODULE="fcitx")
        self.assertTrue(picture.is_drawn(picture.of_ppm(file)))
        self.assertEqual(portable_tree.foreign(loaded, str(TREE)), [])
        names = {os.path.basename(path) for path in loaded}
        self.assertIn("libqoffscreen.so", names)
        self.assertIn("libqsvgicon.so", names)

    def test_https_and_keychain_open_the_libraries_that_came_along(self):
        portable_tree.put_probe(TREE)
        self.addCleanup((TREE / "libexec/probe").unlink)
        said, loaded = watched("probe", str(TREE / "libexec/probe"))
        self.assertIn("tls yes OpenSSL 3", said)
        self.assertEqual(portable_tree.foreign(loaded, str(TREE)), [])
        self.assertLessEqual({str(TREE / "lib" / name) for name in contents.OPENED_BY_NAME},
                             {os.path.realpath(path) for path in loaded})

    def test_every_library_has_its_package_and_licence(self):
        documents = TREE / "share/doc/openclaw-undock"
        rows = [line.split("\t") for line in (documents / "libraries.tsv").read_text().splitlines()[1:]]
        files = {str(path.relative_to(TREE)) for folder in ("lib", "plugins") for path in (TREE / folder).rglob("*.so*")
                 if not path.is_symlink()}
        self.assertEqual({row[0] for row in rows}, files)
        for _, package, version, source, source_version in rows:
            self.assertTrue(version and source and source_version, package)
            self.assertTrue((documents / "licences" / f"{package}.txt").stat().st_size, package)


class Rules(unittest.TestCase):
    """Each is broken once."""

    def setUp(self):
        # Links, so that it costs nothing; what a test changes it writes anew.
        self.tree = WORK / self._testMethodName
        shutil.copytree(TREE, self.tree, copy_function=os.link, symlinks=True)
        self.addCleanup(shutil.rmtree, self.tree)

    def expect(self, said: str):
        self.assertTrue([line for line in rules.problems(self.tree) if said in line], rules.problems(self.tree))

    def test_the_tree_as_made_is_whole(self):
        self.assertEqual(rules.problems(self.tree), [])

    def test_a_library_that_does_not_come_along(self):
        (self.tree / "lib/libssh.so.4").unlink()
        self.expect("libexec/undock-cli needs libssh.so.4, which does not come along")

    def test_what_only_its_name_opens(self):
        (self.tree / "lib/libssl.so.3").unlink()
        self.expect("lib/libssl.so.3 is missing (https")

    def test_the_name_by_which_qt_opens_openssl(self):
        (self.tree / "lib/libssl.so").unlink()
        self.expect("lib/libssl.so does not lead to libssl.so.3")

    def test_a_plugin(self):
        (self.tree / "plugins/platforms/libqxcb.so").unlink()
        self.expect("plugins/platforms/libqxcb.so is missing")

    def test_what_is_the_machines_own(self):
        os.link(self.tree / "lib/libz.so.1", self.tree / "lib/libstdc++.so.6")
        self.expect("lib/libstdc++.so.6 is the machine's own")

    def test_libraries_looked_for_outside(self):
        library = self.tree / "lib/libz.so.1"
        shutil.copy(library, library.with_suffix(".new"))
        library.with_suffix(".new").replace(library)
        subprocess.run(["patchelf", "--set-rpath", "/usr/lib", str(library)], check=True)
        self.expect("lib/libz.so.1 looks for libraries in [('RUNPATH', '/usr/lib')]")

    def test_a_symbol_that_is_too_new(self):
        self.addCleanup(contents.NEWEST.update, dict(contents.NEWEST))
        contents.NEWEST["GLIBC"] = (2, 35)
        self.expect("asks libc.so.6 for GLIBC_2.36: newer than GLIBC_2.35")

    def test_a_second_file_of_a_programs_name(self):
        (self.tree / "share/openclaw-undock-cli").write_text("")
        self.expect("openclaw-undock-cli has to be in bin/ and nowhere else")


class OneUser(unittest.TestCase):
    """install.sh and uninstall.sh, in homes whose names have a space."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="one user ", dir=WORK)
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.place = self.home / ".local/lib/openclaw-undock"

    def run_script(self, path: Path, **more: str) -> subprocess.CompletedProcess:
        return subprocess.run([str(path)], env=environment(self.home, **more), text=True, timeout=120, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def install(self, **more: str):
        result = self.run_script(TREE / "install.sh", **more)
        self.assertEqual(result.returncode, 0, result.stdout)

    def everything(self) -> list[str]:
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*"))

    def test_nothing_is_left(self):
        before = self.everything()
        self.install()
        said = subprocess.run([str(self.home / ".local/bin/openclaw-undock-cli"), "--version"], env=environment(self.home),
                              check=True, capture_output=True, text=True).stdout
        self.assertRegex(said, r"^openclaw-undock-cli \d")
        entry = (self.home / ".local/share/applications/openclaw-undock.desktop").read_text()
        self.assertIn(f'\nExec="{self.place}/bin/openclaw-undock"\n', entry)
        result = self.run_script(self.place / "uninstall.sh")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertEqual(self.everything(), before)

    def test_an_upgrade_and_its_removal_keep_what_is_not_ours(self):
        data = self.home / "elsewhere"
        kept = [data / "openclaw-undock/runs/journal", data / "applications/other.desktop", self.home / ".local/bin/other"]
        for path in kept:
            path.parent.mkdir(parents=True)
            path.write_text("kept")
        before = self.everything()
        self.install(XDG_DATA_HOME=str(data))
        (self.place / "lib/of-an-older-version").write_text("")
        self.install(XDG_DATA_HOME=str(data))
        self.assertFalse((self.place / "lib/of-an-older-version").exists())
        self.assertTrue((data / "icons/hicolor/scalable/apps/openclaw-undock.svg").exists())
        # The archive's own script removes it as well, and knows where the links are without the variable.
        result = self.run_script(TREE / "uninstall.sh")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertEqual(self.everything(), before)

    def test_a_strangers_file_is_not_replaced(self):
        stranger = self.home / ".local/bin/openclaw-undock"
        stranger.parent.mkdir(parents=True)
        stranger.write_text("somebody's script")
        before = self.everything()
        result = self.run_script(TREE / "install.sh")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("is not this program's. Nothing was changed", result.stdout)
        self.assertEqual((self.everything(), stranger.read_text()), (before, "somebody's script"))

    def test_a_link_that_was_changed_stays(self):
        self.install()
        link = self.home / ".local/bin/openclaw-undock"
        link.unlink()
        link.symlink_to("/usr/bin/true")
        self.assertEqual(self.run_script(self.place / "uninstall.sh").returncode, 0)
        self.assertEqual(os.readlink(link), "/usr/bin/true")

    def test_a_program_that_runs_is_not_removed_under_itself(self):
        self.install()
        window = subprocess.Popen([str(self.home / ".local/bin/openclaw-undock")], env=environment(self.home),
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(window.wait)
        self.addCleanup(window.kill)
        name = Path(f"/proc/{window.pid}/comm")
        end = time.monotonic() + 60
        while name.read_text().strip() != "undock-window" and time.monotonic() < end:
            time.sleep(0.05)
        before = sorted(self.place.rglob("*"))
        for script in (self.place / "uninstall.sh", TREE / "install.sh"):
            result = self.run_script(script)
            self.assertNotEqual(result.returncode, 0)
            self.assertIn(f"it is running (process {window.pid})", result.stdout)
        self.assertEqual(sorted(self.place.rglob("*")), before)

    def test_nothing_to_remove(self):
        result = self.run_script(TREE / "uninstall.sh")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("nothing is installed", result.stdout)


if __name__ == "__main__":
    unittest.main()
