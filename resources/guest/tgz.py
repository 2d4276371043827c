"""A .tgz written and read with the content looked at on the way, in one pass each.

Compression uses every core: the stream is cut into blocks that become gzip members of their
own, which gzip and tar read as one. What is read back comes with the sha256 of the file.
"""

import base64
import collections
import concurrent.futures
import hashlib
import os
import queue
import re
import subprocess
import tarfile
import threading
import zlib

BLOCK = 1 << 20
# The bot still runs while the backup is made: the fastest level takes the least from it.
LEVEL = 1

TAR_TYPES = {tarfile.REGTYPE: "file", tarfile.AREGTYPE: "file", tarfile.CONTTYPE: "file",
             tarfile.GNUTYPE_SPARSE: "file", tarfile.LNKTYPE: "hard", tarfile.SYMTYPE: "link",
             tarfile.DIRTYPE: "dir", tarfile.FIFOTYPE: "fifo", tarfile.CHRTYPE: "char",
             tarfile.BLKTYPE: "block"}


class TarTrouble(Exception):
    """tar ended badly; the text is what it said."""


def _member(block):
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, 31)
    return packer.compress(block) + packer.flush()


def write(path, tar_arguments, names, on_bytes=None, threads=None):
    """Archive `names` (bytes, relative to /) into path. Returns (sha256, size, tar's warnings).

    tar's exit 1 means that files changed or vanished while they were read: on live data that is
    normal and is settled by verification. Anything worse raises TarTrouble.
    """
    workers = threads or max(1, os.cpu_count() or 1)
    command = ["tar", "--create", "--format=posix", "--xattrs", "--xattrs-include=*", "--acls",
               "--numeric-owner", "--sparse", "--directory=/", "--file=-", "--null",
               "--verbatim-files-from", *tar_arguments, "--files-from=-"]
    environment = {**os.environ, "LC_ALL": "C"}
    state, size = hashlib.sha256(), 0
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as out, subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment) as tar, concurrent.futures.ThreadPoolExecutor(workers) as pool:
        said = []
        listener = threading.Thread(target=lambda: said.append(tar.stderr.read()))
        feeder = threading.Thread(target=_feed, args=(tar.stdin, names))
        listener.start()
        feeder.start()
        pending = collections.deque()
        try:
            while True:
                block = tar.stdout.read(BLOCK)
                if block:
                    pending.append((len(block), pool.submit(_member, block)))
                while pending and (not block or len(pending) > 2 * workers):
                    length, future = pending.popleft()
                    packed = future.result()
                    state.update(packed)
                    out.write(packed)
                    size += len(packed)
                    if on_bytes:
                        on_bytes(length)
                if not block:
                    break
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            tar.kill()
            raise
        finally:
            feeder.join()
            listener.join()
    warnings = [line for line in b"".join(said).decode("utf-8", "backslashreplace").splitlines() if line]
    if tar.returncode not in (0, 1):
        raise TarTrouble("; ".join(warnings[:3]) or f"tar ended with {tar.returncode}")
    return state.hexdigest(), size, [line.removeprefix("tar: ") for line in warnings]


def _feed(pipe, names):
    try:
        with pipe:
            pipe.write(b"".join(name + b"\0" for name in names))
    except BrokenPipeError:
        pass


class Reader:
    """The unpacked stream of a .tgz, unpacked ahead in a thread; sha256 and size of the file after close."""

    def __init__(self, path, on_bytes=None):
        self.path, self.on_bytes = path, on_bytes
        self.state, self.size = hashlib.sha256(), 0
        self.ready, self.left, self.error = queue.Queue(8), b"", None
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._unpack, daemon=True)
        self.thread.start()

    def _unpack(self):
        try:
            unpacker = None
            with open(self.path, "rb") as file:
                while packed := file.read(BLOCK):
                    self.state.update(packed)
                    self.size += len(packed)
                    if self.on_bytes:
                        self.on_bytes(len(packed))
                    while packed:
                        unpacker = unpacker or zlib.decompressobj(31)
                        data = unpacker.decompress(packed)
                        if data:
                            self._give(data)
                        packed = unpacker.unused_data if unpacker.eof else b""
                        if unpacker.eof:
                            unpacker = None
            if unpacker is not None:
                raise EOFError("the archive ends in the middle")
        except (OSError, zlib.error, EOFError) as error:
            self.error = error
        self._give(None)

    def _give(self, data):
        while not self.stopped.is_set():
            try:
                return self.ready.put(data, timeout=0.5)
            except queue.Full:
                continue

    def read(self, length):
        parts, have = [], 0
        while have < length:
            if not self.left:
                data = self.ready.get()
                if data is None:
                    self.ready.put(None)
                    if self.error:
                        raise self.error
                    break
                self.left = memoryview(data)
            part, self.left = self.left[:length - have], self.left[length - have:]
            parts.append(part)
            have += len(part)
        return b"".join(parts)

    def drain(self):
        while self.read(BLOCK):
            pass

    def close(self):
        self.stopped.set()
        self.thread.join()


def mtime_ns(info):
    match = re.fullmatch(r"(-?)([0-9]+)(?:\.([0-9]+))?", info.pax_headers.get("mtime", ""))
    if not match:
        return int(info.mtime) * 10**9
    value = int(match[2]) * 10**9 + int((match[3] or "0")[:9].ljust(9, "0"))
    return -value if match[1] else value


def name_of(info):
    """The member's own name. tar stores a sparse file under a made-up one, and its real one beside;
    tarfile prefers the made-up one as soon as the path is not plain ASCII."""
    return info.pax_headers.get("GNU.sparse.name", info.name)


def xattrs(info):
    found = {}
    for key, value in info.pax_headers.items():
        if key.startswith("SCHILY.xattr."):
            name = key[len("SCHILY.xattr."):].replace("%3D", "=").replace("%25", "%")
            found[name] = base64.b64encode(os.fsencode(value)).decode("ascii")
    return dict(sorted(found.items()))


def members(stream, root):
    """Entries like tree.py's (root, path = absolute path) of a tar stream, each content read and hashed."""
    first = {}
    with tarfile.open(fileobj=stream, mode="r|", bufsize=BLOCK) as archive:
        for info in archive:
            kind = TAR_TYPES.get(info.type)
            if kind is None:
                raise tarfile.TarError(f"the archive holds a member of unknown type {info.type!r}")
            path = "/" + name_of(info).strip("/")
            entry = {"root": root, "path": path, "type": kind, "mode": info.mode & 0o7777,
                     "uid": info.uid, "gid": info.gid, "mtime_ns": mtime_ns(info)}
            if kind == "hard":
                leader = first["/" + info.linkname.strip("/")]
                entry.update({key: leader[key] for key in ("type", "size", "sha256")}, hard=leader["path"])
                # tar stores attributes once, with the inode's first name.
                if "xattrs" in leader:
                    entry["xattrs"] = leader["xattrs"]
            elif kind == "file":
                entry["size"] = info.size
                entry["sha256"] = _digest(archive.extractfile(info))
                first[path] = entry
            elif kind == "link":
                entry["link"] = info.linkname
            elif kind in ("char", "block"):
                entry["rdev"] = os.makedev(info.devmajor, info.devminor)
            found = xattrs(info)
            if found:
                entry["xattrs"] = found
            archive.members = []  # tarfile would keep every member it has seen
            yield entry
    stream.drain()


def _digest(file):
    state = hashlib.sha256()
    while block := file.read(BLOCK):
        state.update(block)
    return state.hexdigest()
