#!/usr/bin/env python3
"""Plants one forbidden include at a time in a copy of src/ and sees it caught."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECK = ROOT / "tests" / "check_layers.py"


class LayerCheck(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name)
        shutil.copytree(ROOT / "src", cls.root / "src")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_check(self):
        done = subprocess.run([sys.executable, str(CHECK), str(self.root)], capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.returncode, done.stdout

    def plant(self, path, text):
        planted = self.root / "src" / path
        planted.parent.mkdir(parents=True, exist_ok=True)
        self.assertFalse(planted.exists())
        planted.write_text(text, encoding="utf-8")
        try:
            return self.run_check()
        finally:
            planted.unlink()

    def assert_caught(self, path, text):
        code, out = self.plant(path, text)
        self.assertEqual(code, 1, f"not caught in {path}: {text}")
        self.assertIn(f"src/{path}:", out)

    def assert_fine(self, path, text):
        code, out = self.plant(path, text)
        self.assertEqual(code, 0, out)

    def test_the_tree_itself_is_clean(self):
        self.assertEqual(self.run_check()[0], 0)

    def test_a_widget_below_the_gui_is_caught_with_and_without_its_module(self):
        for layer in ("core/record", "remote/ssh", "secrets", "engine", "cli"):
            for header in ("<QtWidgets/QWidget>", "<QWidget>", "<QtGui/QImage>", "<QColor>", '"QWidget"', "<qwidget.h>"):
                self.assert_caught(f"{layer}/planted.cpp", f"#include {header}\n")
        self.assert_fine("gui/planted.cpp", "#include <QWidget>\n#include <QtGui/QImage>\n")

    def test_json_without_bounds_is_caught(self):
        for call in ("Json::parse(text)", "nlohmann::json::parse (text)", "QJsonDocument::fromJson(text)"):
            self.assert_caught("engine/planted.cpp", f"auto read = {call};\n")
        self.assert_fine("engine/planted.cpp", "auto read = parseJson(text, 100); // Json::parse(\n")

    def test_ssh_stays_in_its_folder(self):
        for folder in ("core/run", "remote/node", "engine", "gui", "cli", "secrets"):
            self.assert_caught(f"{folder}/planted.h", "#include <libssh/libssh.h>\n")
        self.assert_fine("remote/ssh/planted.h", "#include <libssh/libssh.h>\n")

    def test_the_keychain_stays_in_its_folder(self):
        for header in ("<qt6keychain/keychain.h>", "<keychain.h>", '"qt6keychain/keychain.h"'):
            for folder in ("core/run", "remote/ssh", "engine", "gui", "cli"):
                self.assert_caught(f"{folder}/planted.cpp", f"#include {header}\n")
            self.assert_fine("secrets/planted.cpp", f"#include {header}\n")

    def test_archives_stay_in_their_folders(self):
        self.assert_caught("engine/planted.cpp", "#include <archive.h>\n")
        self.assert_caught("remote/ssh/planted.cpp", "#include <archive_entry.h>\n")
        self.assert_fine("remote/guest/planted.cpp", "#include <archive.h>\n#include <archive_entry.h>\n")
        # The one file beside it that may is in the tree, which is clean.
        self.assert_caught("engine/records/planted.cpp", "#include <archive.h>\n")

    def test_no_layer_reaches_up_or_across(self):
        for path in ("remote/up.h", "secrets/up.h", "engine/up.h", "gui/up.h", "cli/up.h"):
            (self.root / "src" / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / "src" / path).write_text("#pragma once\n", encoding="utf-8")
        try:
            for planted, header in (("core/run/planted.cpp", "remote/up.h"), ("core/run/planted.cpp", "engine/up.h"),
                                    ("remote/node/planted.cpp", "engine/up.h"), ("remote/node/planted.cpp", "secrets/up.h"),
                                    ("secrets/planted.cpp", "remote/up.h"), ("engine/planted.cpp", "secrets/up.h"),
                                    ("engine/planted.cpp", "gui/up.h"), ("cli/planted.cpp", "gui/up.h"),
                                    ("gui/planted.cpp", "remote/up.h")):
                self.assert_caught(planted, f'#include "{header}"\n')
                self.assert_caught(planted, f"#include <{header}>\n")
            self.assert_fine("engine/planted.cpp", '#include "remote/up.h"\n#include "core/base/result.h"\n')
        finally:
            for path in ("remote/up.h", "secrets/up.h", "engine/up.h", "gui/up.h", "cli/up.h"):
                (self.root / "src" / path).unlink()

    def test_the_rules_touch_no_files_outside_the_journal(self):
        for header in ("<QFile>", "<QtCore/QProcess>", "<fstream>", "<unistd.h>", "<sys/socket.h>"):
            self.assert_caught("core/params/planted.cpp", f"#include {header}\n")
        self.assert_fine("core/journal/planted_posix.cpp", "#include <QFile>\n#include <unistd.h>\n")
        self.assert_caught("core/params/planted_posix.cpp", "#include <unistd.h>\n")

    def test_a_header_of_one_system_stays_in_that_system_s_half(self):
        own = {"_posix": ("<unistd.h>", "<sys/stat.h>", "<csignal>", '"fcntl.h"'),
               "_windows": ("<Windows.h>", "<winsock2.h>", '"io.h"')}
        for half, headers in own.items():
            for header in headers:
                for ending in ("", "_posix", "_windows"):
                    see = self.assert_fine if ending == half else self.assert_caught
                    see(f"remote/ssh/planted{ending}.cpp", f"#include {header}\n")
                self.assert_caught(f"remote/ssh/planted{half}.h", f"#include {header}\n")
        self.assert_fine("remote/ssh/planted.cpp", "#include <string.h>\n#include <cerrno>\n#include <ctime>\n")
        self.assert_caught("gui/app/planted.cpp", "#include <unistd.h>\n")

    def test_spelling_does_not_help(self):
        self.assert_caught("core/run/planted.cpp", "  #  include   <libssh/libssh.h>\n")
        self.assert_caught("core/run/planted.cpp", "/* a */ #include <libssh/libssh.h>\n")
        self.assert_caught("core/run/planted.cpp", "#include \\\n<libssh/libssh.h>\n")
        self.assert_caught("core/run/planted.cpp", '#define H <libssh/libssh.h>\n#include H\n')
        self.assert_caught("core/run/planted.cpp", '#include "core/../remote/x.h"\n')
        self.assert_caught("core/run/planted.h", '#include "../../gui/main_window.h"\n')
        self.assert_fine("core/run/planted.cpp", "// #include <libssh/libssh.h>\n/*\n#include <QWidget>\n*/\n")

    def test_an_unknown_library_is_a_decision_not_an_accident(self):
        self.assert_caught("engine/planted.cpp", "#include <curl/curl.h>\n")
        self.assert_caught("newlayer/planted.cpp", "#include <vector>\n")

    def test_a_link_against_the_layers_is_caught(self):
        lists = self.root / "src" / "core" / "CMakeLists.txt"
        before = lists.read_text(encoding="utf-8")
        lists.write_text(before + "target_link_libraries(undock_core PUBLIC undock_remote)\n", encoding="utf-8")
        try:
            code, out = self.run_check()
        finally:
            lists.write_text(before, encoding="utf-8")
        self.assertEqual(code, 1)
        self.assertIn("may not link undock_remote", out)


if __name__ == "__main__":
    unittest.main(verbosity=1)
