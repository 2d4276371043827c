#!/usr/bin/env python3
"""Manifests, archives and JSON5: the Python tools of the guest, on this machine, on awkward data.

    python3 tests/guest/test_data_tools.py      (extended attributes want root or a file system with them)
"""

import contextlib
import json
import os
import pathlib
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"))
import json5  # noqa: E402
import tgz  # noqa: E402
import tree  # noqa: E402

NOBODY = 0xFFFFFFFF


def acl(*entries):
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def awkward(root):
    """Everything that has ever broken a copy."""
    os.makedirs(root + "/sub/deep er")
    for name, data in (("plain", b"x" * 5000), ("empty", b""), ("中文 😀", b"q"), ("new\nline", b"q"), ("-dash", b"q"), (" blank ", b"q")):
        pathlib.Path(root, name).write_bytes(data)
    with open(os.fsencode(root) + b"/sub/\xff\xfe", "wb") as file:
        file.write(b"not UTF-8")
    os.link(root + "/plain", root + "/sub/again")
    os.symlink("/home/node/.openclaw/x", root + "/absolute")
    os.symlink("gone \n", root + "/dangling")
    os.mkfifo(root + "/pipe")
    for name in ("sparse", "sub/稀疏", "sub/" + "long" * 40):
        with open(f"{root}/{name}", "wb") as file:
            file.seek(5 << 20)
            file.write(b"end")
            file.truncate(9 << 20)
    os.chmod(root + "/empty", 0o000 if os.geteuid() == 0 else 0o400)  # only root reads a file of mode 0
    os.chmod(root + "/-dash", 0o4751)
    os.utime(root + "/plain", ns=(1, 981173106123456789))
    os.utime(root + "/ blank ", ns=(1, -31535998500000000))
    os.setxattr(root + "/plain", "user.note", b"v\n\0\xff=1")
    os.setxattr(root + "/plain", "user.odd = key %", b"")
    with contextlib.suppress(OSError):
        os.setxattr(root + "/plain", "system.posix_acl_access", acl((1, 6, NOBODY), (2, 4, 33), (4, 4, NOBODY), (16, 6, NOBODY), (32, 4, NOBODY)))
        os.setxattr(root + "/sub", "system.posix_acl_default", acl((1, 7, NOBODY), (2, 4, 12345), (4, 4, NOBODY), (16, 6, NOBODY), (32, 4, NOBODY)))
    if os.geteuid() == 0:
        os.chown(root + "/sub", 1000, 12345)


def differences(old, new, ignore=()):
    missing, extra, changed = tree.compare(old, new, ignore)
    return sorted([("missing", item["path"]) for item in missing] + [("extra", item["path"]) for item in extra]
                  + [(",".join(fields), item["path"]) for item, _, fields in changed])


class Case(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name
        self.root = holder.name + "/data"
        os.mkdir(self.root)
        awkward(self.root)

    def scan(self, **options):
        return tree.scan([self.root], **options)

    def path(self, name):
        return f"{self.root}/{name}"


class Manifests(Case):
    def test_an_untouched_tree_gives_the_same_lines(self):
        self.assertEqual(self.scan().entries, self.scan().entries)

    def test_writing_and_reading_loses_nothing(self):
        manifest = self.scan()
        with open(self.folder + "/m", "wb") as file:
            file.write(manifest.dump())
        self.assertEqual(tree.load(self.folder + "/m").entries, manifest.entries)

    def test_each_kind_of_change_is_told(self):
        changes = {
            "sha256,": lambda: (pathlib.Path(self.path("-dash")).write_bytes(b"Q"), os.utime(self.path("-dash"), ns=(1, 1))),
            "mode": lambda: os.chmod(self.path("empty"), 0o600),
            "xattrs": lambda: os.setxattr(self.path("plain"), "user.note", b"other"),
            "mtime_ns": lambda: os.utime(self.path("中文 😀"), ns=(1, 981173106123456780)),
            "link": lambda: (os.unlink(self.path("absolute")), os.symlink("/elsewhere", self.path("absolute"))),
            "type": lambda: (os.unlink(self.path("pipe")), os.mkdir(self.path("pipe"))),
            "missing": lambda: os.unlink(self.path("new\nline")),
            "extra": lambda: os.mkdir(self.path("fresh")),
            "hard": lambda: (os.unlink(self.path("sub/again")), subprocess.run(["cp", "-a", self.path("plain"), self.path("sub/again")], check=True)),
        }
        os.utime(self.path("-dash"), ns=(1, 1))
        for what, change in changes.items():
            with self.subTest(what):
                before = self.scan().entries
                change()
                told = ",".join(kind + "," for kind, _ in differences(before, self.scan().entries))
                self.assertIn(what, told)

    def test_what_nothing_touched_is_not_read_again(self):
        first = self.scan()
        first.began_ns += 3_000_000_000
        for entry in first.entries:
            if entry["path"] in ("plain", "sub/again"):
                entry["sha256"] = "kept"
        second = self.scan(cache=first)
        self.assertEqual({entry["sha256"] for entry in second.entries if entry["path"] in ("plain", "sub/again")}, {"kept"})

    def test_a_rewrite_that_keeps_size_and_time_is_seen(self):
        first = self.scan()
        first.began_ns += 3_000_000_000
        status = os.stat(self.path("plain"))
        with open(self.path("plain"), "r+b") as file:
            file.write(b"y")
        os.utime(self.path("plain"), ns=(status.st_atime_ns, status.st_mtime_ns))
        kinds = dict((path, kind) for kind, path in differences(first.entries, self.scan(cache=first).entries))
        self.assertEqual(kinds["plain"], "sha256")

    def test_a_file_touched_just_before_the_scan_is_not_trusted(self):
        pathlib.Path(self.path("late")).write_bytes(b"1")
        first = self.scan()
        self.assertNotIn((self.root, "late"), first.trusted())

    def test_sessions_credentials_and_configuration_are_always_read(self):
        for path in ("openclaw.json", "openclaw.json.bak.1", ".env", "credentials/a/b", "agents/main/sessions/x.jsonl", "agents/x/agent/auth-profiles.json", "docker-compose.yml", "cron/jobs.json"):
            self.assertTrue(tree.ALWAYS.match(path), path)
        for path in ("workspace/openclaw.json", "workspace/agents/main/sessions/x", "media/a.yml"):
            self.assertFalse(tree.ALWAYS.match(path), path)

    def test_a_file_that_never_holds_still_is_told(self):
        writer = subprocess.Popen([sys.executable, "-c", f"while True: open({self.path('busy')!r}, 'ab', 0).write(b'x')"])
        try:
            time.sleep(0.3)
            with open(self.path("busy"), "ab") as file:
                file.truncate(64 << 20)
            entry = next(item for item in self.scan().entries if item["path"] == "busy")
        finally:
            writer.kill()
            writer.wait()
        self.assertTrue(entry.get("unstable"))


class Archives(Case):
    def write(self, name="a.tgz", arguments=()):
        target = f"{self.folder}/{name}"
        return target, tgz.write(target, list(arguments), [os.fsencode(self.root[1:])], threads=2)

    def read(self, target):
        reader = tgz.Reader(target)
        try:
            return list(tgz.members(reader, "a")), reader
        finally:
            reader.close()

    def test_members_equal_the_source_entry_by_entry(self):
        target, (digest, size, _) = self.write()
        members, reader = self.read(target)
        self.assertEqual((reader.state.hexdigest(), reader.size), (digest, size))
        self.assertEqual(os.path.getsize(target), size)
        live = [{**entry, "path": self.root if entry["path"] == "." else f"{self.root}/{entry['path']}"} for entry in self.scan().entries]
        self.assertEqual(differences(members, live, ("hard",)), [])

    def test_the_common_tools_read_it(self):
        target, _ = self.write()
        subprocess.run(["gzip", "-t", target], check=True)
        out = self.folder + "/out"
        os.mkdir(out)
        subprocess.run(["tar", "-xpzf", target, "-C", out, "--xattrs", "--xattrs-include=*", "--acls", "--numeric-owner"], check=True, stderr=subprocess.DEVNULL)
        restored = tree.scan([out + self.root])
        self.assertEqual(differences(self.scan().entries, restored.entries, ("hard",)), [])

    def test_every_flipped_bit_is_found(self):
        target, (digest, _, _) = self.write()
        size = os.path.getsize(target)
        for place in range(0, size, max(1, size // 40)):
            with open(target, "r+b") as file:
                file.seek(place)
                byte = file.read(1)
                file.seek(place)
                file.write(bytes([byte[0] ^ 1]))
            self.assertTrue(self.damaged(target, digest), place)
            with open(target, "r+b") as file:
                file.seek(place)
                file.write(byte)
        self.assertFalse(self.damaged(target, digest))

    def test_a_truncated_archive_is_found(self):
        target, (digest, size, _) = self.write()
        for length in (0, 1, size // 2, size - 1):
            with open(target, "r+b") as file:
                file.truncate(length)
            self.assertTrue(self.damaged(target, digest), length)

    def damaged(self, target, digest):
        import tarfile
        import zlib
        try:
            _, reader = self.read(target)
        except (tarfile.TarError, zlib.error, EOFError, OSError, KeyError):
            return True
        return reader.state.hexdigest() != digest

    def test_a_socket_is_left_out_and_tar_says_so(self):
        place = socket.socket(socket.AF_UNIX)
        self.addCleanup(place.close)
        place.bind(self.path("sock"))
        _, (_, _, warnings) = self.write()
        self.assertIn("socket ignored", " ".join(warnings))

    def test_a_root_that_is_not_there_is_an_error(self):
        with self.assertRaises(tgz.TarTrouble):
            tgz.write(self.folder + "/b.tgz", [], [b"nowhere/at/all"])


class Json5(unittest.TestCase):
    def test_plain_json_means_the_same(self):
        for value in ({"a": [1, 2.5, -3e7, True, None, "x\"\\\n中😀"]}, [], {}, "", 0):
            self.assertEqual(json5.loads(json.dumps(value)), value)
            self.assertEqual(json5.loads(json.dumps(value, ensure_ascii=False)), value)

    def test_what_json5_adds(self):
        text = "// c\n{a: 1, 'b': [+1.5, .5, 5., 0x1F,], /* x\n */ $d_1: null, \u00e4: 'it''s'}".replace("''", "\\'")
        self.assertEqual(json5.loads(text), {"a": 1, "b": [1.5, 0.5, 5, 31], "$d_1": None, "\u00e4": "it's"})
        self.assertEqual(json5.loads("'a\\\nb\\x41\\u4e2d\\v\\0'"), "abA\u4e2d\v\0")
        self.assertEqual(json5.loads("\ufeff{}".encode()), {})

    def test_numbers_keep_their_spelling(self):
        for number in ("12345678901234567890", "1.10", "1e400", "-0", "0.1000000000000000055511151231257827"):
            self.assertEqual(json5.dumps(json5.parse(number)), number)

    def test_order_is_kept(self):
        self.assertEqual(json5.dumps(json5.parse("{z:1,a:{y:[],x:{}}}")), '{\n  "z": 1,\n  "a": {\n    "y": [],\n    "x": {}\n  }\n}')

    def test_what_is_no_json5_is_refused_with_its_place(self):
        for text in ("", "{", "{a}", "{a:1 b:2}", "[1,,2]", "'x", "'a\nb'", "{a:NaN}", "{a:Infinity}", "01", "{1:2}", "'\\1'", "nul", "{} {}", "[" * 5000):
            with self.assertRaises(ValueError, msg=text) as caught:
                json5.parse(text)
            self.assertRegex(str(caught.exception), r"line [0-9]+, column [0-9]+", text)

    def test_secrets_do_not_stand_in_the_error(self):
        with self.assertRaises(ValueError) as caught:
            json5.parse("{token: 'LABSECRET' oops}")
        self.assertNotIn("LABSECRET", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
