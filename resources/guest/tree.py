"""What a folder is: every entry with its metadata and content hash, and how two of them differ.

A manifest is a file of JSON lines. The first line is a header ({"manifest": 1, "began_ns": …,
"roots": […]}), each other one an entry:

  root    the folder it was found under, e.g. /data/openclaw
  path    relative to root, "." for the root itself; bytes that are no UTF-8 as lone surrogates
  type    file | dir | link | fifo | socket | char | block
  mode    permission bits (07777);  uid, gid;  mtime_ns
  size    of a file;  sha256 of its content;  link: target of a symbolic link;  rdev of a device
  xattrs  {name: base64}, ACLs among them (system.posix_acl_*); absent when there are none
  hard    first path under root with the same inode; absent for that first one and for others
  id      [device, inode, ctime_ns]: tells that nothing was touched; never compared between trees

Entries are sorted by the bytes of root and path, so equal trees give equal lines but for `id`.
"""

import base64
import collections
import concurrent.futures
import errno
import hashlib
import json
import os
import re
import stat
import threading
import time

import beneath

TYPES = {stat.S_IFREG: "file", stat.S_IFDIR: "dir", stat.S_IFLNK: "link", stat.S_IFIFO: "fifo",
         stat.S_IFSOCK: "socket", stat.S_IFCHR: "char", stat.S_IFBLK: "block"}

# Small, precious, and rewritten in place by programs that may keep times: never taken on trust.
ALWAYS = re.compile(
    r"([^/]+\.json([.][^/]*)?|\.env|[^/]+\.ya?ml|credentials/.*|identity/.*|devices/.*|cron/.*"
    r"|agents/[^/]+/(sessions|agent)/.*)\Z", re.S)

# A file touched this shortly before it was hashed may be touched again within the same clock tick.
RACY_NS = 2_000_000_000

BLOCK = 1 << 20


Unreadable = beneath.Unreadable


def cannot_read(error):
    """Ends the step."""
    import step_io
    step_io.fail("source-unreadable", path=step_io.show(error.filename) if error.filename else "@some-file", why=error.strerror or str(error))


def tell_unreadable(path, reason):
    """What the scan found of it."""
    import step_io
    step_io.finding("blocks", "source-unreadable", step_io.phrase("data-unreadable", path=step_io.show(path), reason=reason))


def told(main):
    """Runs a tool's main; what it cannot read, or has no room to write, ends the step in words."""
    import step_io
    try:
        return main()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            step_io.fail("disk-full", path=step_io.show(error.filename) if error.filename else "@some-file", why=error.strerror or str(error))
        if isinstance(error, Unreadable) or error.errno in (errno.ENOTCONN, errno.EIO, errno.ESTALE, errno.EACCES, errno.EPERM):
            cannot_read(error)
        raise


def text(name):
    return name if isinstance(name, str) else os.fsdecode(name)


def xattrs_of(place):
    """{name: base64}, or {} where the file system has none."""
    return {name: base64.b64encode(value).decode("ascii") for name, value in sorted(beneath.xattrs_of(place).items())}


def entry_of(root, path, place, status):
    """An entry without its hash. place: as beneath.at() names it."""
    kind = TYPES[stat.S_IFMT(status.st_mode)]
    entry = {"root": root, "path": path, "type": kind, "mode": stat.S_IMODE(status.st_mode),
             "uid": status.st_uid, "gid": status.st_gid, "mtime_ns": status.st_mtime_ns}
    if kind == "file":
        entry["size"] = status.st_size
    elif kind == "link":
        entry["link"] = text(os.readlink(place))
    elif kind in ("char", "block"):
        entry["rdev"] = status.st_rdev
    xattrs = xattrs_of(place)
    if xattrs:
        entry["xattrs"] = xattrs
    entry["id"] = [status.st_dev, status.st_ino, status.st_ctime_ns]
    return entry


_buffers = threading.local()


def hash_file(opened):
    """(sha256, fstat) of a file that held still while it was read; (None, …) when it never did.

    opened() gives a new descriptor of it.
    """
    buffer = getattr(_buffers, "view", None)
    if buffer is None:
        buffer = _buffers.view = memoryview(bytearray(BLOCK))
    for _ in range(3):
        descriptor = opened()
        with open(descriptor, "rb", buffering=0) as file:
            before = os.fstat(descriptor)
            state = hashlib.sha256()
            while count := file.readinto(buffer):
                state.update(buffer[:count])
            after = os.fstat(descriptor)
        if (before.st_size, before.st_mtime_ns, before.st_ctime_ns) == \
                (after.st_size, after.st_mtime_ns, after.st_ctime_ns):
            return state.hexdigest(), after
    return None, after


class Openers:
    """Files of several trees, by root and path."""

    def __init__(self):
        self.trees = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for tree in self.trees.values():
            if tree:
                tree.close()

    def add(self, root):
        if root not in self.trees:
            try:
                self.trees[root] = beneath.Tree(root)
            except (NotADirectoryError, FileNotFoundError):
                self.trees[root] = None  # a file, or not there any more

    def open(self, entry):
        tree = self.trees[entry["root"]]
        if entry["path"] == "." or tree is None:
            return beneath.open_file(entry["root"])
        return tree.open_file(entry["path"])


class Manifest:
    def __init__(self, roots, began_ns, entries):
        self.roots, self.began_ns, self.entries = roots, began_ns, entries

    def by_key(self):
        return {(entry["root"], entry["path"]): entry for entry in self.entries}

    def trusted(self):
        """Entries whose hash still holds for a file with the same identity."""
        return {(entry["root"], entry["path"]): entry for entry in self.entries
                if entry.get("sha256") and entry["id"][2] < self.began_ns - RACY_NS}

    def dump(self):
        header = {"manifest": 1, "began_ns": self.began_ns, "roots": self.roots}
        encode = json.JSONEncoder(separators=(",", ":")).encode
        lines = [encode(item) for item in (header, *self.entries)]
        return ("\n".join(lines) + "\n").encode("ascii")

    def of_root(self, root):
        return [entry for entry in self.entries if entry["root"] == root]


def load(path):
    with open(path, encoding="ascii") as file:
        header = json.loads(file.readline())
        if header.get("manifest") != 1:
            raise ValueError(f"{path} is not a manifest")
        # As one document: line by line takes three times as long, and the bot may be down meanwhile.
        return Manifest(header["roots"], header["began_ns"], json.loads(f"[{','.join(file)}]"))


def sort_key(entry):
    return os.fsencode(entry["root"]), os.fsencode(entry["path"])


def note_hard_links(entries):
    groups = collections.defaultdict(list)
    for entry in entries:
        if entry["type"] == "file":
            groups[entry["root"], *entry["id"][:2]].append(entry)
    for group in groups.values():
        for entry in group[1:]:
            entry["hard"] = group[0]["path"]


def same_identity(old, new):
    return (old["id"] == new["id"] and old["mtime_ns"] == new["mtime_ns"] and old.get("size") == new.get("size")
            and old["type"] == new["type"])


def scan(roots, cache=None, threads=None, on_progress=None, always=ALWAYS):
    """A Manifest of the roots as they are now.

    cache: an earlier Manifest of the same roots; a file that nothing has touched since keeps its
    hash, unless its path matches `always`. on_progress(done_bytes, total_bytes) while hashing.
    """
    began_ns = time.time_ns()
    entries, work = [], []
    known = cache.trusted() if cache else {}
    for root in roots:
        for path, place, status in beneath.walk(root):
            try:
                entry = entry_of(root, path, place, status)
            except OSError as error:
                if error.errno not in (errno.ENOENT, errno.EINVAL):  # vanished, or a link no more
                    raise Unreadable(os.path.join(root, path), error) from error
                continue
            entries.append(entry)
            if entry["type"] == "file":
                old = known.get((root, path))
                if old and same_identity(old, entry) and not (always and always.match(path)):
                    entry["sha256"] = old["sha256"]
                else:
                    work.append(entry)
    entries.sort(key=sort_key)
    note_hard_links(entries)
    gone = hash_all(work, threads, on_progress)
    if gone:
        entries = [entry for entry in entries if id(entry) not in gone]
    return Manifest(list(roots), began_ns, entries)


def hash_all(work, threads, on_progress):
    """Fill in the hashes. Returns the id()s of entries whose file vanished meanwhile."""
    total = sum(entry["size"] for entry in work)
    gone, done = set(), 0

    def take(entry, sha, status):
        if sha is None:
            entry["unstable"] = True
        else:
            entry["sha256"] = sha
        if status is not None:
            entry["size"], entry["mtime_ns"] = status.st_size, status.st_mtime_ns
            entry["id"] = [status.st_dev, status.st_ino, status.st_ctime_ns]

    with Openers() as openers:
        def one(entry):
            """(entry, sha256, status): "" when its first name has the hash, None and None when it vanished."""
            if "hard" in entry:
                return entry, "", None
            try:
                return entry, *hash_file(lambda: openers.open(entry))
            except FileNotFoundError:
                return entry, None, None
            except (beneath.NotAFile, NotADirectoryError):
                return entry, "swapped", None  # a link, a pipe or the like came to stand there
            except OSError as error:
                raise Unreadable(os.path.join(entry["root"], entry["path"]), error) from error

        for root in {entry["root"] for entry in work}:
            openers.add(root)
        first = {}
        with concurrent.futures.ThreadPoolExecutor(threads or min(4, os.cpu_count() or 1)) as pool:
            for entry, sha, status in pool.map(one, work):
                done += entry["size"]
                if on_progress:
                    on_progress(done, total)
                if status is not None:
                    take(entry, sha, status)
                    first[entry["root"], entry["path"]] = entry
                elif sha == "swapped":
                    entry["unstable"] = True
                elif sha is None:
                    gone.add(id(entry))
        for entry in work:
            if "hard" in entry and id(entry) not in gone:
                leader = first.get((entry["root"], entry["hard"]))
                if leader is None or leader["id"] != entry["id"]:
                    # The first name had its hash from the cache, vanished, or was replaced meanwhile.
                    try:
                        take(entry, *hash_file(lambda entry=entry: openers.open(entry)))
                    except FileNotFoundError:
                        gone.add(id(entry))
                    except (beneath.NotAFile, NotADirectoryError):
                        entry["unstable"] = True
                    except OSError as error:
                        raise Unreadable(os.path.join(entry["root"], entry["path"]), error) from error
                else:
                    for key in ("sha256", "unstable", "size", "mtime_ns"):
                        if key in leader:
                            entry[key] = leader[key]
    return gone


def refresh(known, root):
    """The manifest of a tree in which entries were only added, removed or replaced since `known`.

    Each of these touches the folder that it happens in, so only such folders are read again. None when
    folders came or went, or something is not as told: a whole scan has to say.
    """
    entries = {entry["path"]: entry for entry in known.of_root(root)}
    folders = {path for path, entry in entries.items() if entry["type"] == "dir"}
    again, work = set(), []
    with beneath.Tree(root) as tree:
        for path in folders:
            try:
                with tree.folder(path) as folder:
                    entry = entry_of(root, path, beneath.at(folder), os.fstat(folder))
            except OSError:
                return None
            if entry != entries[path]:
                entries[path] = entry
                again.add(path)
        for path in [path for path, entry in entries.items() if entry["type"] != "dir" and (os.path.dirname(path) or ".") in again]:
            del entries[path]
        trusted = known.trusted()
        for within in again:
            with tree.folder(within) as folder:
                with os.scandir(folder) as listing:
                    children = list(listing)
                for child in children:
                    path = child.name if within == "." else f"{within}/{child.name}"
                    if child.is_dir(follow_symlinks=False):
                        if path not in folders:
                            return None
                        continue
                    entry = entry_of(root, path, beneath.at(folder, child.name), child.stat(follow_symlinks=False))
                    entries[path] = entry
                    old = trusted.get((root, path))
                    if entry["type"] == "file" and old and same_identity(old, entry):
                        entry["sha256"] = old["sha256"]
                    elif entry["type"] == "file":
                        work.append(entry)
    found = sorted(entries.values(), key=sort_key)
    for entry in found:
        entry.pop("hard", None)
    note_hard_links(found)
    if hash_all(work, None, None):
        return None
    return Manifest([root], time.time_ns(), found)


FIELDS = ("type", "mode", "uid", "gid", "size", "mtime_ns", "link", "rdev", "xattrs", "hard", "sha256")


def differing(old, new, ignore=()):
    """Names of the fields in which two entries differ."""
    names = []
    for name in FIELDS:
        if old.get(name) != new.get(name) and name not in ignore:
            names.append(name)
    if old.get("unstable") or new.get("unstable"):
        names.append("unstable")
    return names


def compare(old, new, ignore=()):
    """(missing, extra, changed) between two lists of entries of one root each, matched by path.

    missing and extra hold entries, changed holds (old, new, fields).
    """
    new_by_path = {entry["path"]: entry for entry in new}
    old_paths = {entry["path"] for entry in old}
    missing = [entry for entry in old if entry["path"] not in new_by_path]
    extra = [entry for entry in new if entry["path"] not in old_paths]
    changed = []
    for entry in old:
        other = new_by_path.get(entry["path"])
        if other is not None:
            fields = differing(entry, other, ignore)
            if fields:
                changed.append((entry, other, fields))
    return missing, extra, changed
