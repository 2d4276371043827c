"""Applies what users wrote with the direct version to Docker's data: the other direction of stage E.

usage: carry_back.py UNPACKED DELETED SOURCE SOURCE_MANIFEST CONFLICTS SKILLS

UNPACKED holds the snapshot's files as they were under /root/.openclaw, DELETED the paths
that were gone (NUL-separated). A file of Docker's data that nobody touched since stage C
takes the new content; one that was written on both sides is not guessed at: a transcript
that only grew is continued, sessions.json is joined entry by entry, anything else is put
into CONFLICTS. openclaw.json is never carried: the two versions need different ones.
"""

import json
import os
import re
import shutil
import stat
import sys

import adapt_paths
import beneath
import json_spans
import lock_rule
import step_io
import tree

NOT_CARRIED = re.compile(r"openclaw\.json([.].*)?\Z|\.undock-|logs/", re.S)
SESSIONS = re.compile(r"agents/[^/]+/sessions/sessions\.json\Z")
TRANSCRIPT = re.compile(r"agents/[^/]+/sessions/[^/]+\.jsonl\Z")


class CarryBack:
    """source is uid 1000's, and its programs may be at work in it: all goes by descriptors (beneath). unpacked and
    conflicts are root's alone."""

    def __init__(self, unpacked, source, manifest, conflicts, skills):
        self.unpacked, self.source, self.conflicts = unpacked, source, conflicts
        self.before = {entry["path"]: entry for entry in tree.load(manifest).of_root(source)}
        self.mapping = adapt_paths.backward(skills)
        self.applied = self.removed = 0
        self.left, self.conflicting = [], []
        self.there = self.here = None

    def run(self, deleted):
        with beneath.Tree(self.source) as self.there, beneath.Tree(self.unpacked) as self.here:
            for path, status in sorted(((path, status) for path, _, status in beneath.walk(self.unpacked)),
                                       key=lambda item: os.fsencode(item[0])):
                if path == ".":
                    continue
                if NOT_CARRIED.match(path) or stat.S_ISREG(status.st_mode) and \
                        lock_rule.is_lock(os.fsencode(path), status.st_size, lambda path=path: self.here.open_file(path)):
                    self.left.append(path)
                    continue
                try:
                    self._entry(path, status)
                except (NotADirectoryError, beneath.NotAFile, beneath.Replaced):
                    self._conflict(path)  # a link, a file or the like is where a folder or a file was
            for path in sorted(deleted, key=os.fsencode, reverse=True):
                if not NOT_CARRIED.match(path):
                    try:
                        self._delete(path)
                    except (NotADirectoryError, beneath.NotAFile, beneath.Replaced):
                        self.conflicting.append(path)

    def _hash(self, side, path):
        return tree.hash_file(lambda: side.open_file(path))[0]

    def _untouched(self, path):
        """Nobody has written to this path of Docker's data since stage C."""
        before, now = self.before.get(path), self.there.stat(path)
        if now is None:
            return before is None
        if before is None:
            return False
        with self.there.parent(path) as (folder, name):
            entry = tree.entry_of(self.source, path, beneath.at(folder, name), now)
        if entry["type"] == "file":
            entry["sha256"] = self._hash(self.there, path)
        return not tree.differing(before, entry, ignore=("hard", "mtime_ns", "mode", "uid", "gid"))

    def _owner(self, path):
        """The owner of what stands there, else of the nearest folder above it."""
        while True:
            status = self.there.stat(path)
            if status is not None:
                return status.st_uid, status.st_gid
            path = os.path.dirname(path)

    def _entry(self, path, status):
        now = self.there.stat(path)
        if stat.S_ISDIR(status.st_mode):
            if now is None:
                with self.there.parent(path) as (folder, name):
                    beneath.make_folder(folder, name, self._owner(path), stat.S_IMODE(status.st_mode) & ~beneath.SET_ID)
            elif stat.S_ISLNK(now.st_mode):
                self._conflict(path)  # and so is each of what it holds
            return
        if stat.S_ISLNK(status.st_mode):
            if self._untouched(path):
                self._link(path, status)
            else:
                self._conflict(path)
            return
        if not stat.S_ISREG(status.st_mode):
            self.left.append(path)
            return
        content = self._content(path)
        if content is None:
            if self._untouched(path) or TRANSCRIPT.match(path) and self._grew(path):
                self._file(path, status)
            elif not self._same(path):
                self._conflict(path)
        elif self._untouched(path):
            self._file(path, status, content)
        else:
            joined = self._joined(path, content)
            if joined is None:
                self._conflict(path)
            else:
                self._file(path, status, joined)

    def _read(self, side, path):
        with open(side.open_file(path), encoding="utf-8", errors="surrogateescape") as file:
            return file.read()

    def _content(self, path):
        """The text with the container's paths, for the file that holds paths; None for all others."""
        if not SESSIONS.match(path):
            return None
        text = self._read(self.here, path)
        try:
            return json_spans.edit(text, self.mapping.change)[0].encode("utf-8", "surrogateescape")
        except (ValueError, RecursionError):
            return text.encode("utf-8", "surrogateescape")

    def _joined(self, path, content):
        """Both sides' sessions; of a session that both have, the one that was used last."""
        try:
            here = json.loads(self._read(self.there, path))
            there = json.loads(content.decode("utf-8", "surrogateescape"))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(here, dict) or not isinstance(there, dict):
            return None
        for key, entry in there.items():
            old = here.get(key)
            if not isinstance(old, dict) or last_used(entry) > last_used(old):
                here[key] = entry
        return json.dumps(here, ensure_ascii=False, indent=2).encode("utf-8", "surrogateescape")

    def _is_file(self, path):
        status = self.there.stat(path)
        return status is not None and stat.S_ISREG(status.st_mode)

    def _grew(self, path):
        """Docker's transcript is the beginning of the carried one; one that it archived under another name is not."""
        if not self._is_file(path):
            return False
        with open(self.there.open_file(path), "rb") as old, open(self.here.open_file(path), "rb") as new:
            while block := old.read(1 << 20):
                if new.read(len(block)) != block:
                    return False
        return True

    def _same(self, path):
        return self._is_file(path) and self._hash(self.there, path) == self._hash(self.here, path)

    def _file(self, path, status, content=None):
        now = self.there.stat(path)
        if now is not None and stat.S_ISDIR(now.st_mode):
            self._conflict(path)
            return
        owner = self._owner(path)
        with open(self.here.open_file(path), "rb") as carried, self.there.parent(path) as (folder, name):
            # What it runs as is its owner's: a bit that root's program set would be another's here.
            beneath.put(folder, name, carried if content is None else content, owner, stat.S_IMODE(status.st_mode) & ~beneath.SET_ID,
                        beneath.xattrs_of(carried.fileno()), (status.st_atime_ns, status.st_mtime_ns))
        self.applied += 1

    def _link(self, path, status):
        with self.here.parent(path) as (folder, name):
            aim = self.mapping.path(os.fsdecode(os.readlink(name, dir_fd=folder)))
        owner = self._owner(path)
        with self.there.parent(path) as (folder, name):
            beneath.put_link(folder, name, aim, owner, (status.st_atime_ns, status.st_mtime_ns))
        self.applied += 1

    def _delete(self, path):
        now = self.there.stat(path)
        if now is None:
            return
        with self.there.parent(path) as (folder, name):
            if stat.S_ISDIR(now.st_mode):
                try:
                    os.rmdir(name, dir_fd=folder)
                except OSError:
                    return  # something new is in it
            elif self._untouched(path):
                os.unlink(name, dir_fd=folder)
            else:
                self.conflicting.append(path)
                return
        self.removed += 1

    def _conflict(self, path):
        self.conflicting.append(path)
        full, place = os.path.join(self.unpacked, path), os.path.join(self.conflicts, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if os.path.islink(full):
            os.symlink(os.readlink(full), place)
        elif os.path.isdir(full):
            os.makedirs(place, exist_ok=True)
        else:
            shutil.copy2(full, place)


def last_used(entry):
    moment = entry.get("updatedAt") if isinstance(entry, dict) else None
    return moment if isinstance(moment, (int, float)) else 0


def main():
    unpacked, deleted, source, manifest, conflicts, skills = sys.argv[1:7]
    with open(deleted, "rb") as file:
        gone = [os.fsdecode(name) for name in file.read().split(b"\0") if name]
    work = CarryBack(unpacked, source, manifest, conflicts, skills)
    work.run(gone)
    os.sync()
    step_io.fact("carried", work.applied)
    step_io.fact("removed", work.removed)
    step_io.fact("conflicts", len(work.conflicting))
    step_io.say(f"{work.applied} files carried back, {work.removed} removed, {len(work.conflicting)} written on both sides")
    for path in work.left:
        step_io.say(f"not carried: {step_io.show(path)}")
        step_io.listed("not_carried", step_io.show(path))
    for path in work.conflicting[:100]:
        step_io.say(f"written on both sides: {step_io.show(path)}")
    if work.conflicting:
        step_io.warn("carry-conflicts", step_io.phrase("carry-conflicts", count=len(work.conflicting), conflicts=conflicts))


if __name__ == "__main__":
    main()
