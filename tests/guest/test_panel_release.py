#!/usr/bin/env python3
"""The panel's release is unpacked into its folder alone, whatever its tarball holds, by an older python3 too.

    python3 tests/guest/test_panel_release.py        needs neither root nor a lab
"""
import contextlib
import io
import os
import pathlib
import shutil
import sys
import tarfile
import tempfile
import unittest
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources/guest"))

import panel_release  # noqa: E402
import step_io  # noqa: E402

TOP = "owner-panel-2cb297d"


class Unpacked(unittest.TestCase):
    """With tarfile's own filter."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.told = []
        told = mock.patch.object(step_io, "fact", lambda name, value: self.told.append((name, value)))
        told.start()
        self.addCleanup(told.stop)

    def tarball(self, *more, files=("package.json", "src/server.js")):
        path = self.root / "release.tgz"
        with tarfile.open(path, "w:gz") as archive:
            for name in files:
                self.add(archive, f"{TOP}/{name}", mode=0o755 if name.endswith(".js") else 0o644)
            for change in more:
                self.add(archive, **change)
        return path

    @staticmethod
    def add(archive, name, kind=tarfile.REGTYPE, link="", mode=0o644):
        member = tarfile.TarInfo(name)
        member.type, member.linkname, member.mode = kind, link, mode
        content = b"{}" if kind == tarfile.REGTYPE else b""
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))

    def unpack(self, path):
        with mock.patch.object(step_io, "say"):
            return panel_release.unpack(str(path), str(self.root / "panel"))

    def test_files_folders_and_what_can_be_run_are_there(self):
        path = self.tarball({"name": f"{TOP}/public", "kind": tarfile.DIRTYPE, "mode": 0o755}, {"name": f"{TOP}/.git/config"})
        self.assertEqual(self.unpack(path), "2cb297d")
        self.assertEqual((self.root / "panel/package.json").read_bytes(), b"{}")
        self.assertTrue((self.root / "panel/public").is_dir())
        self.assertTrue(os.access(self.root / "panel/src/server.js", os.X_OK))
        self.assertFalse((self.root / "panel/.git").exists(), "a developer's repository is no part of it")

    def test_nothing_leaves_its_folder(self):
        outside = self.root / "outside"
        for change in ({"name": f"{TOP}/../outside"}, {"name": f"{TOP}//{outside}"}, {"name": f"{TOP}/x/../../outside"},
                       {"name": f"{TOP}/way", "kind": tarfile.SYMTYPE, "link": str(self.root)},
                       {"name": f"{TOP}/way", "kind": tarfile.LNKTYPE, "link": "../../outside"},
                       {"name": f"{TOP}/way", "kind": tarfile.CHRTYPE}, {"name": f"{TOP}/way", "kind": tarfile.FIFOTYPE}):
            with self.subTest(change):
                self.told.clear()
                with contextlib.suppress(SystemExit, tarfile.TarError, OSError):
                    self.unpack(self.tarball(change))
                self.assertFalse(outside.exists())
                self.assertFalse((self.root / "panel/way").exists())
                self.assertFalse(os.path.islink(self.root / "panel/way"))
                shutil.rmtree(self.root / "panel", ignore_errors=True)

    def test_what_lacks_a_part_is_not_deployed(self):
        with self.assertRaises(SystemExit):
            self.unpack(self.tarball(files=("package.json",)))
        self.assertEqual([value.split(" ")[0] for name, value in self.told if name == "failure"], ["release-odd"])
        self.assertFalse((self.root / "panel").exists())


class ByAnOlderPython(Unpacked):
    """As 3.11.2 of Debian 12, which has no filter."""

    def setUp(self):
        super().setUp()
        if hasattr(tarfile, "data_filter"):
            kept = tarfile.data_filter
            del tarfile.data_filter
            self.addCleanup(setattr, tarfile, "data_filter", kept)
        # Whatever asks for a filter all the same fails as it would there.
        plain = mock.patch.object(tarfile.TarFile, "extractall", side_effect=TypeError("no filter in this python3"))
        plain.start()
        self.addCleanup(plain.stop)


if __name__ == "__main__":
    unittest.main()
