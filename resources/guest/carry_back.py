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
import json_spans
import lock_rule
import step_io
import tree

NOT_CARRIED = re.compile(r"openclaw\.json([.].*)?\Z|\.undock-|logs/", re.S)
SESSIONS = re.compile(r"agents/[^/]+/sessions/sessions\.json\Z")
TRANSCRIPT = re.compile(r"agents/[^/]+/sessions/[^/]+\.jsonl\Z")


class CarryBack:
    def __init__(self, unpacked, source, manifest, conflicts, skills):
        self.unpacked, self.source, self.conflicts = unpacked, source, conflicts
        self.before = {entry["path"]: entry for entry in tree.load(manifest).of_root(source)}
        self.mapping = adapt_paths.backward(skills)
        self.applied = self.removed = 0
        self.left, self.conflicting = [], []

    def run(self, deleted):
        for path, full, status in sorted(tree.walk(self.unpacked), key=lambda item: os.fsencode(item[0])):
            if path == ".":
                continue
            if NOT_CARRIED.match(path) or stat.S_ISREG(status.st_mode) and lock_rule.is_lock(os.fsencode(path), full, status.st_size):
                self.left.append(path)
            else:
                self._entry(path, os.fsdecode(full), status)
        for path in sorted(deleted, key=os.fsencode, reverse=True):
            if not NOT_CARRIED.match(path):
                self._delete(path)

    def _now(self, path):
        return os.path.join(self.source, path)

    def _untouched(self, path):
        """Nobody has written to this path of Docker's data since stage C."""
        before, now = self.before.get(path), self._now(path)
        if not os.path.lexists(now):
            return before is None
        if before is None:
            return False
        entry = tree.entry_of(self.source, path, os.fsencode(now), os.lstat(now))
        if entry["type"] == "file":
            entry["sha256"] = tree.hash_file(os.fsencode(now))[0]
        return not tree.differing(before, entry, ignore=("hard", "mtime_ns", "mode", "uid", "gid"))

    def _owner(self, path):
        """The owner of what stands there, else of the nearest folder above it."""
        while not os.path.lexists(self._now(path)):
            path = os.path.dirname(path)
        status = os.lstat(self._now(path))
        return status.st_uid, status.st_gid

    def _entry(self, path, full, status):
        if stat.S_ISDIR(status.st_mode):
            if not os.path.lexists(self._now(path)):
                owner = self._owner(path)
                os.mkdir(self._now(path), stat.S_IMODE(status.st_mode))
                os.chown(self._now(path), *owner)
                os.chmod(self._now(path), stat.S_IMODE(status.st_mode))
            return
        if not os.path.isdir(os.path.dirname(self._now(path))):
            self._conflict(path, full)  # a folder above it is a file on Docker's side
            return
        if stat.S_ISLNK(status.st_mode):
            if self._untouched(path):
                self._link(path, self.mapping.path(os.readlink(full)), status)
            else:
                self._conflict(path, full)
            return
        if not stat.S_ISREG(status.st_mode):
            self.left.append(path)
            return
        content = self._content(path, full)
        if content is None:
            if self._untouched(path):
                self._file(path, full, status)
            elif TRANSCRIPT.match(path) and self._grew(path, full):
                self._file(path, full, status)
            elif not self._same(path, full):
                self._conflict(path, full)
        elif self._untouched(path):
            self._file(path, full, status, content)
        else:
            joined = self._joined(path, content)
            if joined is None:
                self._conflict(path, full)
            else:
                self._file(path, full, status, joined)

    def _content(self, path, full):
        """The text with the container's paths, for the file that holds paths; None for all others."""
        if not SESSIONS.match(path):
            return None
        with open(full, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
        try:
            return json_spans.edit(text, self.mapping.change)[0].encode("utf-8", "surrogateescape")
        except (ValueError, RecursionError):
            return text.encode("utf-8", "surrogateescape")

    def _joined(self, path, content):
        """Both sides' sessions; of a session that both have, the one that was used last."""
        try:
            with open(self._now(path), encoding="utf-8", errors="surrogateescape") as file:
                here = json.load(file)
            there = json.loads(content.decode("utf-8", "surrogateescape"))
        except (OSError, ValueError):
            return None
        if not isinstance(here, dict) or not isinstance(there, dict):
            return None
        for key, entry in there.items():
            old = here.get(key)
            if not isinstance(old, dict) or (entry.get("updatedAt") or 0) > (old.get("updatedAt") or 0):
                here[key] = entry
        return json.dumps(here, ensure_ascii=False, indent=2).encode("utf-8", "surrogateescape")

    def _grew(self, path, full):
        """Docker's transcript is the beginning of the carried one; one that it archived under another name is not."""
        if not os.path.isfile(self._now(path)):
            return False
        with open(self._now(path), "rb") as old, open(full, "rb") as new:
            while block := old.read(1 << 20):
                if new.read(len(block)) != block:
                    return False
        return True

    def _same(self, path, full):
        return os.path.isfile(self._now(path)) and tree.hash_file(os.fsencode(self._now(path)))[0] == tree.hash_file(os.fsencode(full))[0]

    def _file(self, path, full, status, content=None):
        owner, now = self._owner(path), self._now(path)
        part = os.path.join(os.path.dirname(now), ".undock-part")
        if content is None:
            shutil.copyfile(full, part)
        else:
            with open(part, "wb") as file:
                file.write(content)
        os.chown(part, *owner)
        os.chmod(part, stat.S_IMODE(status.st_mode))
        for name in os.listxattr(full):
            os.setxattr(part, name, os.getxattr(full, name))
        os.utime(part, ns=(status.st_atime_ns, status.st_mtime_ns))
        if os.path.isdir(now) and not os.path.islink(now):
            os.unlink(part)
            self._conflict(path, full)
            return
        os.replace(part, now)
        self.applied += 1

    def _link(self, path, destination, status):
        owner, now = self._owner(path), self._now(path)
        part = os.path.join(os.path.dirname(now), ".undock-part")
        os.symlink(destination, part)
        os.chown(part, *owner, follow_symlinks=False)
        os.utime(part, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=False)
        os.replace(part, now)
        self.applied += 1

    def _delete(self, path):
        now = self._now(path)
        if not os.path.lexists(now):
            return
        if os.path.isdir(now) and not os.path.islink(now):
            try:
                os.rmdir(now)
            except OSError:
                return  # something new is in it
        elif self._untouched(path):
            os.unlink(now)
        else:
            self.conflicting.append(path)
            return
        self.removed += 1

    def _conflict(self, path, full):
        self.conflicting.append(path)
        place = os.path.join(self.conflicts, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if os.path.islink(full):
            os.symlink(os.readlink(full), place)
        else:
            shutil.copy2(full, place)


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
        step_io.fact("not_carried", step_io.show(path))
    for path in work.conflicting[:100]:
        step_io.say(f"written on both sides: {step_io.show(path)}")
    if work.conflicting:
        step_io.warn("carry-conflicts", f"{len(work.conflicting)} files were written by both versions. Docker's stand in place, "
                     f"the direct version's are in {conflicts}; let the user choose.")


if __name__ == "__main__":
    main()
