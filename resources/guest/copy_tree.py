"""Copies the state directory into a staging directory, again and again, touching only differences.

usage: copy_tree.py SOURCE TARGET INDEX [--live]
       copy_tree.py SOURCE TARGET --keep      once, everything as it is, owners and locks too

The index (JSON lines, the last line of a path counts) remembers for every regular file what
the source and the copy looked like (inode, size, mtime, ctime). A file whose two sides still
look the same is not copied again; what tree.ALWAYS names (sessions, credentials,
configuration) always is. With --live the source is in use: a file that changes under the
reader is left for the next pass. That the copy is equal is proven elsewhere, by manifest.

Kept: type, mode, mtime, xattrs with ACLs, hard links, holes. Not kept: the owner (all
becomes root's, and with it go the bits that copied_mode names), left-over locks, sockets.
Devices are refused. Whoever may write in the source may do so at any moment: every entry is
opened in its folder without following a link, and is copied only if it is what was listed.
"""

import base64
import json
import os
import resource
import stat
import sys
import time

import beneath
import copied_mode
import lock_rule
import step_io
import throttle
import tree

BLOCK = 1 << 20
FEW = 32
OLD_PLACES = (b"/home/node/", b"/app/skills/")


class Moved(Exception):
    """The source changed while it was read."""


class Device(Exception):
    """A device file: a copy of it would be a door to the machine's hardware."""


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


class NoIndex:
    """For a copy that is made once."""

    def __init__(self):
        self.entries = {}

    def note(self, relative, entry):
        self.entries[relative] = entry

    def close(self, present):
        pass


def deep_enough():
    """Folders are held open from the top down to the one that is copied."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 20000))


class Copy:
    def __init__(self, source, target, index, live, keep=False):
        self.source_path, self.target_path, self.live, self.keep = os.fsencode(source), os.fsencode(target), live, keep
        self.source = self.target = None
        self.index = NoIndex() if keep else Index(index)
        self.copied = self.bytes = self.done = self.removed = 0
        self.total = 0
        self.dropped, self.unfinished = [], []
        self.links = {}
        self.present = set()
        self.show = throttle.Progress("bytes")

    def run(self):
        deep_enough()
        self.total = sum(status.st_size for _, _, status in beneath.walk(self.source_path) if stat.S_ISREG(status.st_mode))
        if not os.path.lexists(self.target_path):
            os.mkdir(self.target_path, copied_mode.OWN)
        with beneath.Tree(self.source_path) as self.source, beneath.Tree(self.target_path) as self.target:
            self._take_target()
            self._folder(b"", self.source.descriptor, self.target.descriptor)
        self.index.close(self.present)
        os.sync()
        step_io.progress(self.total, self.total, "bytes")

    def run_for(self, touched, gone, folders, present):
        """Only these paths (relative bytes): to be made like the source, to be removed, to be dressed again.

        What is to be true of all others is proven afterwards, from the manifests.
        """
        deep_enough()
        with beneath.Tree(self.source_path) as self.source, beneath.Tree(self.target_path) as self.target:
            self._take_target()
            self._difference(touched, gone, folders)
            self.index.close(self.present | present)
            if len(touched) + len(folders) > FEW:
                os.sync()
                return
            # A sync of everything would also wait for what others write, and the bot is down.
            for relative in {*touched, *folders}:
                self._sync(relative)

    def _take_target(self):
        """Nobody but root can be in the copy's folders: they are this one's, and this one is root's alone."""
        if os.fstat(self.target.descriptor).st_uid != os.geteuid():
            raise Moved(self.target_path)
        os.fchmod(self.target.descriptor, copied_mode.OWN)

    def _difference(self, touched, gone, folders):
        whole = []
        for relative in sorted(gone, reverse=True):
            with self.target.parent(relative) as (folder, name):
                beneath.remove(folder, name)
            self.removed += 1
        for relative in sorted(touched):
            if whole and relative.startswith(whole[-1]):
                continue  # came with its folder
            with self.source.parent(relative) as (source, name), self.target.parent(relative) as (target, _):
                if stat.S_ISDIR(os.stat(name, dir_fd=source, follow_symlinks=False).st_mode):
                    whole.append(relative + b"/")
                self._entry(relative, name, source, target)
        for relative in sorted(folders, key=len, reverse=True):
            with self.source.folder(relative) as source, self.target.folder(relative) as target:
                self._dress(source, target, os.fstat(source), relative == b"")

    def _sync(self, relative):
        if not relative:
            os.fsync(self.target.descriptor)
            return
        with self.target.parent(relative) as (folder, name):
            kind = stat.S_IFMT(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
            if kind in (stat.S_IFREG, stat.S_IFDIR):
                descriptor = beneath.open_file(name, folder) if kind == stat.S_IFREG else beneath.open_folder(name, folder)
                try:
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)

    def _show(self, more):
        self.done += more
        self.show(min(self.done, self.total), self.total)

    def _folder(self, relative, source, target):
        status = os.fstat(source)
        wanted = set()
        for name in sorted(map(os.fsencode, os.listdir(source))):
            child = relative + b"/" + name if relative else name
            try:
                if self._entry(child, name, source, target):
                    wanted.add(name)
            except (FileNotFoundError, Moved):
                if not self.live:
                    raise
                self.unfinished.append(child)
                wanted.add(name)
        for name in set(map(os.fsencode, os.listdir(target))) - wanted:
            beneath.remove(target, name)
            self.removed += 1
        self._dress(source, target, status, relative == b"")

    def _entry(self, relative, name, source, target):
        """Make one entry of the copy like its source (name in these two folders). False: it has no place in the copy."""
        status = os.stat(name, dir_fd=source, follow_symlinks=False)
        kind = stat.S_IFMT(status.st_mode)
        if kind == stat.S_IFDIR:
            there = self._there(target, name)
            if there is None or not stat.S_ISDIR(there.st_mode):
                beneath.remove(target, name)
                os.mkdir(name, copied_mode.OWN, dir_fd=target)
            self._inner(relative, name, source, target, status)
        elif kind == stat.S_IFREG:
            if not self.keep and lock_rule.is_lock(relative, status.st_size, lambda: beneath.open_file(name, source)):
                self.dropped.append(relative)
                return False
            self._file(relative, name, source, target, status)
        elif kind == stat.S_IFLNK:
            self._link(relative, name, source, target, status)
        elif kind == stat.S_IFSOCK and not self.keep:
            self.dropped.append(relative)
            return False
        elif kind in (stat.S_IFBLK, stat.S_IFCHR):
            raise Device(relative)
        else:
            beneath.remove(target, name)
            os.mknod(name, status.st_mode, status.st_rdev, dir_fd=target)
            self._dress_name(name, source, target, status)
        return True

    def _inner(self, relative, name, source, target, status):
        try:
            inner = beneath.open_folder(name, source)
        except NotADirectoryError:
            raise Moved(relative) from None
        try:
            opened = os.fstat(inner)
            if (opened.st_dev, opened.st_ino) != (status.st_dev, status.st_ino):
                raise Moved(relative)
            copy = beneath.open_folder(name, target)
            try:
                self._folder(relative, inner, copy)
            finally:
                os.close(copy)
        finally:
            os.close(inner)

    def _there(self, target, name):
        try:
            return os.stat(name, dir_fd=target, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def _link(self, relative, name, source, target, status):
        try:
            aim = os.readlink(name, dir_fd=source)
        except OSError as error:
            if isinstance(error, FileNotFoundError):
                raise
            raise Moved(relative) from None  # no link any more
        there = self._there(target, name)
        if there is None or not stat.S_ISLNK(there.st_mode) or os.readlink(name, dir_fd=target) != aim:
            beneath.remove(target, name)
            os.symlink(aim, name, dir_fd=target)
        self._dress_name(name, source, target, status)

    def _file(self, relative, name, source, target, status):
        self.present.add(relative)
        first = self.links.get((status.st_dev, status.st_ino)) if status.st_nlink > 1 else None
        if first is not None:
            there = self._there(target, name)
            with self.target.parent(first) as (folder, other):
                origin = os.stat(other, dir_fd=folder, follow_symlinks=False)
                if there is None or there.st_ino != origin.st_ino:
                    beneath.remove(target, name)
                    os.link(other, name, src_dir_fd=folder, dst_dir_fd=target, follow_symlinks=False)
            self.index.note(relative, {**self.index.entries[first], "link": base64.b64encode(first).decode("ascii")})
            return
        entry = self.index.entries.get(relative)
        there = self._there(target, name)
        if (entry is not None and there is not None and entry["source"] == look(status) and entry["copy"] == look(there)
                and not entry.get("racy") and "link" not in entry and not tree.ALWAYS.match(os.fsdecode(relative))):
            self._show(status.st_size)
            self._first(relative, status)
            return
        for attempt in range(3):
            try:
                self._copy(relative, name, source, target, status)
                self._first(relative, status)
                return
            except Moved:
                if self.live or attempt == 2:
                    raise
                status = os.stat(name, dir_fd=source, follow_symlinks=False)

    def _first(self, relative, status):
        """It is in the copy now: a further name of the same file becomes a link to this one."""
        if status.st_nlink > 1:
            self.links[(status.st_dev, status.st_ino)] = relative

    def _copy(self, relative, name, source, target, status):
        beneath.remove(target, name)
        try:
            opened = beneath.open_file(name, source, seen=status)
        except (beneath.NotAFile, beneath.Replaced):
            raise Moved(relative) from None
        fresh = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=target)
        with open(opened, "rb", buffering=0) as reader, open(fresh, "wb", buffering=0) as writer:
            before = os.fstat(opened)
            mentions, size = self._pour(reader, writer)
            after = os.fstat(opened)
            os.ftruncate(fresh, size)
            if look(before) != look(after) or size != before.st_size:
                raise Moved(relative)
            self._dress(opened, fresh, before)
            self.copied += 1
            self.bytes += size
            entry = {"source": look(before), "copy": look(os.fstat(fresh))}
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

    def _owner(self, status):
        return (status.st_uid, status.st_gid) if self.keep else (0, 0)

    def _mode(self, status, top):
        mode = stat.S_IMODE(status.st_mode)
        if self.keep:
            return mode
        return copied_mode.OWN if top else copied_mode.mode_of(stat.S_ISREG(status.st_mode), mode, status.st_uid, status.st_gid)

    def _dress(self, source, target, status, top=False):
        """Owner, mode, xattrs, times of an open file or folder: in this order, each undoes part of a later one otherwise."""
        there = os.fstat(target)
        owner, mode = self._owner(status), self._mode(status, top)
        if (there.st_uid, there.st_gid) != owner:
            os.fchown(target, *owner)
        if stat.S_IMODE(os.fstat(target).st_mode) != mode:
            os.fchmod(target, mode)
        self._dress_attributes(beneath.xattrs_of(source), target)
        if os.fstat(target).st_mtime_ns != status.st_mtime_ns:
            os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))

    def _dress_attributes(self, wanted, target):
        have = beneath.xattrs_of(target)
        more = {} if isinstance(target, int) else {"follow_symlinks": False}
        for name in have.keys() - wanted.keys():
            os.removexattr(target, name, **more)
        for name, value in wanted.items():
            if have.get(name) != value:
                os.setxattr(target, name, value, **more)

    def _dress_name(self, name, source, target, status):
        """The same for a link, a pipe or a socket, which cannot be opened. Nobody but root can be in the copy's folders."""
        os.chown(name, *self._owner(status), dir_fd=target, follow_symlinks=False)
        if not stat.S_ISLNK(status.st_mode):
            os.chmod(name, stat.S_IMODE(status.st_mode), dir_fd=target)
        self._dress_attributes(beneath.xattrs_of(beneath.at(source, name)), beneath.at(target, name))
        os.utime(name, ns=(status.st_atime_ns, status.st_mtime_ns), dir_fd=target, follow_symlinks=False)


def what_moved(trouble):
    name = trouble.filename if isinstance(trouble, OSError) else trouble.args[0]
    return step_io.show(name) if isinstance(name, (str, bytes)) else "@something"


def copy_and_tell(source, target, index, live, difference=None):
    """difference: what run_for takes, when that is known; else everything is looked at."""
    if ".openclaw.undock-" not in os.path.basename(target):
        step_io.fail("not-staging", path=target)
    copy = Copy(source, target, index, live)
    try:
        if difference is None:
            copy.run()
        else:
            copy.run_for(*difference)
    except (Moved, FileNotFoundError, NotADirectoryError) as moved:
        step_io.fail("source-changes", path=what_moved(moved))
    except Device as device:
        step_io.fail("device-file", step_io.phrase("device-file-in-source", path=step_io.show(device.args[0])))
    for relative in copy.dropped:
        step_io.say(f"not copied (lock or socket): {step_io.show(relative)}")
        step_io.listed("dropped_file", step_io.show(relative))
    for relative in copy.unfinished:
        step_io.say(f"left for later (in use): {step_io.show(relative)}")
    step_io.say(f"{copy.copied} files ({copy.bytes} bytes) copied, {copy.removed} entries removed from the copy")
    step_io.fact("copied", copy.copied)
    step_io.fact("copied_bytes", copy.bytes)
    if difference is None:
        step_io.fact("dropped", len(copy.dropped))


def keep_all(source, target):
    """Everything as it is, into a new folder. It is root's alone until it is whole."""
    copy = Copy(source, target, None, live=False, keep=True)
    if os.path.lexists(target):
        step_io.fail("copy-exists", path=target)
    try:
        copy.run()
    except (Moved, FileNotFoundError, NotADirectoryError) as moved:
        step_io.fail("source-changes", path=what_moved(moved))
    except Device as device:
        step_io.fail("device-file", step_io.phrase("device-file-in-source", path=step_io.show(device.args[0])))


if __name__ == "__main__":
    if "--keep" in sys.argv:
        tree.told(lambda: keep_all(*sys.argv[1:3]))
    else:
        tree.told(lambda: copy_and_tell(*sys.argv[1:4], "--live" in sys.argv))
