"""Copies the state directory into a staging directory, again and again, touching only differences.

usage: copy_tree.py SOURCE TARGET INDEX [--live]

The index (JSON lines, the last line of a path counts) remembers for every regular file what
the source and the copy looked like (inode, size, mtime, ctime). A file whose two sides still
look the same is not copied again; what tree.ALWAYS names (sessions, credentials,
configuration) always is. With --live the source is in use: a file that changes under the
reader is left for the next pass. That the copy is equal is proven elsewhere, by manifest.

Kept: type, mode, mtime, xattrs with ACLs, hard links, holes. Not kept: the owner (all
becomes root's), left-over locks, sockets.
"""

import base64
import json
import os
import stat
import sys
import time

import lock_rule
import step_io
import throttle
import tree

BLOCK = 1 << 20
FEW = 32
OLD_PLACES = (b"/home/node/", b"/app/skills/")


class Moved(Exception):
    """The source changed while it was read."""


def sync_path(path):
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def look(status):
    return [status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns]


class Index:
    def __init__(self, path):
        self.path = path
        self.entries = {}
        try:
            with open(path, encoding="ascii") as file:
                for line in file:
                    try:
                        entry = json.loads(line)
                        self.entries[base64.b64decode(entry["path"])] = entry
                    except (ValueError, KeyError):
                        continue  # the last line of a killed copy
        except FileNotFoundError:
            pass
        self.file = open(path, "a", encoding="ascii")

    def note(self, relative, entry):
        entry["path"] = base64.b64encode(relative).decode("ascii")
        self.entries[relative] = entry
        self.file.write(json.dumps(entry) + "\n")

    def close(self, present):
        self.file.close()
        encode = json.JSONEncoder().encode
        lines = [encode(entry) + "\n" for relative, entry in self.entries.items() if relative in present]
        step_io.write_durably(self.path, "".join(lines).encode("ascii"))


class Copy:
    def __init__(self, source, target, index, live):
        self.source, self.target, self.live = os.fsencode(source), os.fsencode(target), live
        self.index = Index(index)
        self.copied = self.bytes = self.done = self.removed = 0
        self.total = 0
        self.dropped, self.unfinished = [], []
        self.links = {}
        self.present = set()
        self.show = throttle.Progress("bytes")

    def run(self):
        self.total = sum(self._sizes(self.source))
        if not os.path.lexists(self.target):
            os.mkdir(self.target, 0o700)
        self._folder(b"")
        self.index.close(self.present)
        os.sync()
        step_io.progress(self.total, self.total, "bytes")

    def run_for(self, touched, gone, folders, present):
        """Only these paths (relative bytes): to be made like the source, to be removed, to be dressed again.

        What is to be true of all others is proven afterwards, from the manifests.
        """
        self.present |= present
        whole = []
        for relative in sorted(gone, reverse=True):
            self._remove(os.path.join(self.target, relative))
            self.removed += 1
        for relative in sorted(touched):
            if whole and relative.startswith(whole[-1]):
                continue  # came with its folder
            if stat.S_ISDIR(os.lstat(os.path.join(self.source, relative)).st_mode):
                whole.append(relative + b"/")
            self._entry(relative)
        for relative in sorted(folders, key=len, reverse=True):
            source, target = os.path.join(self.source, relative), os.path.join(self.target, relative)
            self._dress(source, target, os.lstat(source))
        self.index.close(self.present)
        if len(touched) + len(folders) > FEW:
            os.sync()
            return
        # A sync of everything would also wait for what others write, and the bot is down.
        for relative in {*touched, *folders}:
            path = os.path.join(self.target, relative)
            if stat.S_IFMT(os.lstat(path).st_mode) in (stat.S_IFREG, stat.S_IFDIR):
                sync_path(path)

    def _sizes(self, folder):
        try:
            entries = list(os.scandir(folder))
        except FileNotFoundError:
            return
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    yield from self._sizes(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    yield entry.stat(follow_symlinks=False).st_size
            except FileNotFoundError:
                continue

    def _show(self, more):
        self.done += more
        self.show(min(self.done, self.total), self.total)

    def _folder(self, relative):
        source, target = os.path.join(self.source, relative), os.path.join(self.target, relative)
        status = os.lstat(source)
        wanted = set()
        for name in sorted(os.listdir(source)):
            child = os.path.join(relative, name) if relative else name
            try:
                if self._entry(child):
                    wanted.add(name)
            except (FileNotFoundError, Moved):
                if not self.live:
                    raise
                self.unfinished.append(child)
                wanted.add(name)
        for name in set(os.listdir(target)) - wanted:
            self._remove(os.path.join(target, name))
            self.removed += 1
        self._dress(source, target, status)

    def _entry(self, relative):
        """Make one entry of the copy like its source. False: it has no place in the copy."""
        source, target = os.path.join(self.source, relative), os.path.join(self.target, relative)
        status = os.lstat(source)
        kind = stat.S_IFMT(status.st_mode)
        if kind == stat.S_IFDIR:
            there = self._there(target)
            if there is None or not stat.S_ISDIR(there.st_mode):
                self._remove(target)
                os.mkdir(target, 0o700)
            self._folder(relative)
        elif kind == stat.S_IFREG:
            if lock_rule.is_lock(relative, source, status.st_size):
                self.dropped.append(relative)
                return False
            self._file(relative, source, target, status)
        elif kind == stat.S_IFLNK:
            self._link(source, target, status)
        elif kind == stat.S_IFSOCK:
            self.dropped.append(relative)
            return False
        else:
            self._remove(target)
            os.mknod(target, status.st_mode, status.st_rdev)
            self._dress(source, target, status)
        return True

    def _there(self, target):
        try:
            return os.lstat(target)
        except FileNotFoundError:
            return None

    def _link(self, source, target, status):
        destination = os.readlink(source)
        there = self._there(target)
        if there is None or not stat.S_ISLNK(there.st_mode) or os.readlink(target) != destination:
            self._remove(target)
            os.symlink(destination, target)
        self._dress(source, target, status)

    def _file(self, relative, source, target, status):
        self.present.add(relative)
        first = self.links.get((status.st_dev, status.st_ino)) if status.st_nlink > 1 else None
        if first is not None:
            there = self._there(target)
            origin = os.lstat(os.path.join(self.target, first))
            if there is None or there.st_ino != origin.st_ino:
                self._remove(target)
                os.link(os.path.join(self.target, first), target)
            self.index.note(relative, {**self.index.entries[first], "link": base64.b64encode(first).decode("ascii")})
            return
        if status.st_nlink > 1:
            self.links[(status.st_dev, status.st_ino)] = relative
        entry = self.index.entries.get(relative)
        there = self._there(target)
        if (entry is not None and there is not None and entry["source"] == look(status) and entry["copy"] == look(there)
                and not entry.get("racy") and "link" not in entry and not tree.ALWAYS.match(os.fsdecode(relative))):
            self._show(status.st_size)
            return
        for attempt in range(3):
            try:
                self._copy(relative, source, target)
                return
            except Moved:
                if self.live or attempt == 2:
                    raise

    def _copy(self, relative, source, target):
        self._remove(target)
        with open(source, "rb", buffering=0) as reader, open(target, "xb", buffering=0) as writer:
            before = os.fstat(reader.fileno())
            mentions, size = self._pour(reader, writer)
            after = os.fstat(reader.fileno())
            os.ftruncate(writer.fileno(), size)
        if look(before) != look(after) or size != before.st_size:
            raise Moved(relative)
        self._dress(source, target, before)
        self.copied += 1
        self.bytes += size
        entry = {"source": look(before), "copy": look(os.lstat(target))}
        if mentions:
            entry["mentions"] = True
        if time.time_ns() - max(before.st_mtime_ns, before.st_ctime_ns) < tree.RACY_NS:
            entry["racy"] = True
        self.index.note(relative, entry)

    def _pour(self, reader, writer):
        """Copy the bytes, leaving holes for blocks of zeros. Returns whether old paths were seen, and the size."""
        mentions, size, tail = False, 0, b""
        zeros = bytes(BLOCK)
        while block := reader.read(BLOCK):
            if block == zeros[:len(block)]:
                writer.seek(len(block), os.SEEK_CUR)
            else:
                view = memoryview(block)
                while view:
                    view = view[writer.write(view):]
                if not mentions:
                    window = tail + block
                    mentions = any(place in window for place in OLD_PLACES)
            tail = block[-16:]
            size += len(block)
            self._show(len(block))
        return mentions, size

    def _dress(self, source, target, status):
        """Owner, mode, xattrs, times: in this order, each undoes part of a later one otherwise."""
        link = stat.S_ISLNK(status.st_mode)
        there = os.lstat(target)
        if (there.st_uid, there.st_gid) != (0, 0):
            os.lchown(target, 0, 0)
        if not link and stat.S_IMODE(there.st_mode) != stat.S_IMODE(status.st_mode):
            os.chmod(target, stat.S_IMODE(status.st_mode))
        wanted = {name: os.getxattr(source, name, follow_symlinks=False)
                  for name in os.listxattr(source, follow_symlinks=False)}
        have = {name: os.getxattr(target, name, follow_symlinks=False)
                for name in os.listxattr(target, follow_symlinks=False)}
        for name in have.keys() - wanted.keys():
            os.removexattr(target, name, follow_symlinks=False)
        for name, value in wanted.items():
            if have.get(name) != value:
                os.setxattr(target, name, value, follow_symlinks=False)
        if os.lstat(target).st_mtime_ns != status.st_mtime_ns:
            os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=False)

    def _remove(self, path):
        there = self._there(path)
        if there is None:
            return
        if stat.S_ISDIR(there.st_mode):
            for name in os.listdir(path):
                self._remove(os.path.join(path, name))
            os.rmdir(path)
        else:
            os.unlink(path)


def copy_and_tell(source, target, index, live, difference=None):
    """difference: what run_for takes, when that is known; else everything is looked at."""
    if ".openclaw.undock-" not in os.path.basename(target):
        step_io.fail("not-staging", f"{target} is not a staging directory; nothing was touched.")
    copy = Copy(source, target, index, live)
    try:
        if difference is None:
            copy.run()
        else:
            copy.run_for(*difference)
    except Moved as moved:
        step_io.fail("source-changes", f"{step_io.show(moved.args[0])} changes while it is read although the containers "
                     "are stopped; find out what writes there, then run this stage again.")
    for relative in copy.dropped:
        step_io.say(f"not copied (lock or socket): {step_io.show(relative)}")
        step_io.fact("dropped_file", step_io.show(relative))
    for relative in copy.unfinished:
        step_io.say(f"left for later (in use): {step_io.show(relative)}")
    step_io.say(f"{copy.copied} files ({copy.bytes} bytes) copied, {copy.removed} entries removed from the copy")
    step_io.fact("copied", copy.copied)
    step_io.fact("copied_bytes", copy.bytes)
    if difference is None:
        step_io.fact("dropped", len(copy.dropped))


if __name__ == "__main__":
    copy_and_tell(*sys.argv[1:4], "--live" in sys.argv)
