#!/usr/bin/env python3
"""awkward_data.py WORKSPACE large|small: fills a workspace with what real ones have at their worst.

The same at every making (times of files included), so that a snapshot can be compared.
"""

import hashlib
import os
import pathlib
import stat
import subprocess
import sys

NODE = 1000
LARGE = 200 << 20

NAMES = [
    "笔记/今日计划.md", "笔记/会议 记录（终稿）.txt", "emoji 🦞🎉.txt", "two  spaces .txt",
    " leading space", "trailing space ", "new\nline.txt", "tab\there.txt", "-rf", "--delete",
    "quote'double\"back`tick.txt", "$(touch pwned).sh", "${HOME};echo pwned", "glob*[a-z]?.txt",
    "back\\slash.txt", "café.txt", "cafe\u0301.txt", ".hidden/.deeper", "~tilde~", "#hash#",
    "percent%20%n%s.txt", "\u202erightleft.txt", "好" * 85, "CON", "a=b:c,d.txt", "&lt;.html",
]


def content(name, size):
    """Bytes that do not compress and can be foretold."""
    block = hashlib.shake_256(name.encode()).digest(min(size, 1 << 20))
    return (block * (size // len(block) + 1))[:size] if size else b""


class Workspace:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self._clock = 1_760_000_000

    def write(self, name, data):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def names(self):
        for name in NAMES:
            self.write("awkward/" + name, f"contents of {name!r}\n".encode())
        # A name of a time before UTF-8.
        with open(os.fsencode(self.root / "awkward") + b"/latin1-\xe9.txt", "wb") as file:
            file.write(b"not UTF-8 by name\n")
        deep = "/".join(f"第{n}层" for n in range(40))
        self.write(f"awkward/{deep}/bottom.txt", b"deep\n")

    def everyday(self):
        for day in range(1, 29):
            self.write(f"memory/2026-02-{day:02}.md", content(f"day {day}", 700 + 131 * day))
        for n in range(120):
            self.write(f"project/src/部分{n % 7}/file{n}.txt", content(f"file {n}", 97 * n))
        # The user's own lock files are data, unlike the gateway's.
        self.write("project/package-lock.json", b"{}\n")
        self.write("project/yarn.lock", b"# yarn lockfile v1\n")
        self.write("project/run.sh", b"#!/bin/sh\necho run\n").chmod(0o755)

    def links(self):
        first = self.write("links/hard one", b"one content, three names\n")
        for other in ("links/hard two", "memory/hard three.md"):
            (self.root / other).unlink(missing_ok=True)
            os.link(first, self.root / other)
        targets = {
            "relative": "../memory/2026-02-01.md",
            "folder": "../project/src",
            "into old home": "/home/node/.openclaw/workspace/memory/2026-02-02.md",
            "into old media": "/home/node/.openclaw/media",
            "old skills": "/app/skills/weather",
            "dangling": "nowhere/at all",
            "loop": "loop",
            "outside": "/etc/hostname",
            "new\nline link": "../awkward/new\nline.txt",
        }
        for name, target in targets.items():
            path = self.root / "links" / name
            path.unlink(missing_ok=True)
            path.symlink_to(target)

    def sparse_and_empty(self):
        self.write("kinds/empty", b"")
        (self.root / "kinds/empty folder").mkdir(exist_ok=True)
        with open(self.root / "kinds/sparse.img", "wb") as file:
            file.truncate(64 << 20)
            file.seek(33 << 20)
            file.write(b"in the middle of nothing")
        pipe = self.root / "kinds/pipe"
        if not pipe.exists():
            os.mkfifo(pipe)

    def large(self):
        with open(self.root / "kinds/large.bin", "wb") as file:
            for number in range(LARGE >> 20):
                file.write(content(f"large {number}", 1 << 20))

    def attributes(self):
        path = self.write("kinds/attributes", b"with attributes\n")
        os.setxattr(path, "user.comment", "备注 with spaces".encode())
        os.setxattr(path, "user.binary", bytes(range(64)))
        os.setxattr(path, "user.empty", b"")
        os.setxattr(self.root / "kinds", "user.folder", b"also on folders")
        listed = self.write("kinds/acl file", b"with a list\n")
        folder = self.root / "kinds/acl folder"
        folder.mkdir(exist_ok=True)
        self._setfacl("-m", "u:33:rw,g:44:r,m::rw", listed)
        self._setfacl("-m", "u:12345:rwx,d:u:12345:rw,d:g::r", folder)

    @staticmethod
    def _setfacl(option, entries, path):
        subprocess.run(["setfacl", option, entries, "--", path], check=True)

    def owners_and_times(self):
        for path in self._everything():
            os.chown(path, NODE, NODE, follow_symlinks=False)
        modes = {"kinds/mode 000": (0o000, 0, 0), "kinds/mode 4755": (0o4755, 0, 0),
                 "kinds/mode 0444": (0o444, 33, 33), "kinds/mode 2711": (0o2711, 12345, 54321),
                 "kinds/mode 0666": (0o666, NODE, 0)}
        for name, (mode, user, group) in modes.items():
            path = self.write(name, name.encode())
            os.chown(path, user, group)
            path.chmod(mode)
        for name, mode in {"kinds/sticky": 0o1777, "kinds/setgid": 0o2775}.items():
            folder = self.root / name
            folder.mkdir(exist_ok=True)
            folder.chmod(mode)
        self._times()

    def _times(self):
        for path in sorted(self._everything(), key=os.fsencode, reverse=True):
            self._clock += 61
            os.utime(path, ns=(self._clock * 10**9, self._clock * 10**9 + 123_456_789),
                     follow_symlinks=False)
        odd = {"kinds/mode 0444": 1, "kinds/empty": 981_173_106, "kinds/attributes": 4_102_444_800}
        for name, seconds in odd.items():
            os.utime(self.root / name, (seconds, seconds))

    def _everything(self):
        for folder in ("awkward", "memory", "project", "links", "kinds"):
            top = self.root / folder
            yield top
            for where, folders, files in os.walk(top):
                for name in folders + files:
                    yield pathlib.Path(where) / name


def main(root, size):
    workspace = Workspace(root)
    workspace.root.mkdir(parents=True, exist_ok=True)
    # The folders on the way belong to the container's user, like everything it makes.
    for parent in (workspace.root, *workspace.root.parents):
        if parent == pathlib.Path("/data/openclaw") or parent == pathlib.Path("/"):
            break
        os.chown(parent, NODE, NODE)
        parent.chmod(stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
    workspace.names()
    workspace.everyday()
    workspace.links()
    workspace.sparse_and_empty()
    workspace.attributes()
    if size == "large":
        workspace.large()
    workspace.owners_and_times()


main(sys.argv[1], sys.argv[2])
