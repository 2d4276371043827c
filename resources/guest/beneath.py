"""Files in folders that somebody else may write in: reached by descriptors, one name at a time, never through a link.

Root works in trees of uid 1000 and of the bot. Whoever may write there can put a link, a pipe or another
file under any name at any moment. So nothing here opens a path: a tree's own folder is opened once, each
further name is looked up in the folder before it, and a link in it ends the way. What is written gets a
random name that is made anew, its owner and mode on the open file, and its place by a rename there.
"""

import contextlib
import errno
import fnmatch
import os
import secrets
import shutil
import stat

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Whatever stands there is looked at before it is opened: a pipe would hold up who opens it, and some devices begin to
# work (a container's root can put one there).
PLACE = os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC
FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
PART = ".undock-part-"
MOST_LINKS = 16
SET_ID = stat.S_ISUID | stat.S_ISGID


class NotAFile(OSError):
    """A pipe, a device, a folder or a socket stands where a file was looked for."""


class Replaced(OSError):
    """What was opened is not what was listed."""


class LeadsOut(OSError):
    """A link leads out of its tree, or in a circle."""


class Unreadable(OSError):
    """Something that is there cannot be looked at or read: a mount without its other end, a broken disk, no right to."""

    def __init__(self, path, error):
        super().__init__(error.errno, error.strerror or str(error), os.fsdecode(path))


class TooLarge(OSError):
    """More than the reader takes."""


def names(relative):
    """The names of a relative path; none for the tree's own folder."""
    path = os.fsencode(relative)
    if path in (b"", b"."):
        return []
    found = path.split(b"/")
    if any(name in (b"", b".", b"..") for name in found):
        raise ValueError(f"not a path inside a tree: {os.fsdecode(path)!r}")
    return found


def at(folder, name="."):
    """A path of what stands in an open folder, for the calls that take no descriptor: links on the way cannot
    bend it. The last name has to be told not to be followed (follow_symlinks=False)."""
    return b"/proc/self/fd/%d/%s" % (folder, os.fsencode(name))


def open_folder(name, folder=None):
    try:
        return os.open(name, FOLDER, dir_fd=folder)
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ELOOP):
            raise NotADirectoryError(errno.ENOTDIR, "not a folder of its own, but a link or a file", os.fsdecode(name)) from None
        raise


def open_file(name, folder=None, seen=None):
    """A descriptor of a regular file. seen: the status it was listed with; another file is refused."""
    place = os.open(name, PLACE, dir_fd=folder)
    try:
        status = os.fstat(place)
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(errno.EINVAL, "not a regular file", os.fsdecode(name))
        if seen is not None and (status.st_dev, status.st_ino) != (seen.st_dev, seen.st_ino):
            raise Replaced(errno.ESTALE, "another file came to stand there", os.fsdecode(name))
        # The very one that was looked at, whatever the name leads to by now.
        very = f"/proc/self/fd/{place}"
        try:
            return os.open(very, FILE | os.O_NOATIME)
        except PermissionError:
            return os.open(very, FILE)
    finally:
        os.close(place)


def read_open(descriptor, limit):
    """What an open file holds, and closes it; TooLarge when that is more than limit bytes."""
    with open(descriptor, "rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(errno.EFBIG, f"larger than {limit} bytes")
    return data


def read_path(path, limit):
    """A file by its path. For places that root alone may write in, and for /proc: pipes and devices are
    refused all the same, and links are followed."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotAFile(errno.EINVAL, "not a regular file", os.fsdecode(path))
    return read_open(descriptor, limit)


class Tree:
    """A folder and all below it. The way to the folder itself is root's."""

    def __init__(self, path):
        self.path = os.fsencode(path)
        self.descriptor = open_folder(self.path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def open_folder(self, relative=""):
        descriptor = os.dup(self.descriptor)
        try:
            for name in names(relative):
                inner = open_folder(name, descriptor)
                os.close(descriptor)
                descriptor = inner
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    @contextlib.contextmanager
    def folder(self, relative=""):
        descriptor = self.open_folder(relative)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    @contextlib.contextmanager
    def parent(self, relative):
        """(descriptor of the folder that it is in, its name there)."""
        *above, name = names(relative)
        with self.folder(b"/".join(above)) as folder:
            yield folder, name

    def stat(self, relative):
        """What stands there, a link as a link; None when nothing does. A link on the way: NotADirectoryError."""
        if not names(relative):
            return os.fstat(self.descriptor)
        try:
            with self.parent(relative) as (folder, name):
                return os.stat(name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def open_file(self, relative, seen=None):
        with self.parent(relative) as (folder, name):
            return open_file(name, folder, seen)

    def resolve(self, relative, aliases=()):
        """Where a path leads through links that stay inside; LeadsOut where one does not.

        aliases: absolute paths under which this tree is known elsewhere, in a container say.
        """
        pending, done, followed = names(relative), [], 0
        while pending:
            name = pending.pop(0)
            if name in (b"", b"."):
                continue
            if name == b"..":
                if not done:
                    raise LeadsOut(errno.EXDEV, "a link leads out of the folder", os.fsdecode(relative))
                done.pop()
                continue
            with self.folder(b"/".join(done)) as folder:
                if not stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
                    done.append(name)
                    continue
                aim = os.readlink(name, dir_fd=folder)
            followed += 1
            if followed > MOST_LINKS:
                raise LeadsOut(errno.ELOOP, "links lead in a circle", os.fsdecode(relative))
            if aim.startswith(b"/"):
                inside = next((aim[len(alias):] for alias in map(os.fsencode, (self.path, *aliases))
                               if aim == alias or aim.startswith(alias + b"/")), None)
                if inside is None:
                    raise LeadsOut(errno.EXDEV, "a link leads out of the folder", os.fsdecode(relative))
                aim, done = inside, []
            pending = aim.split(b"/") + pending
        return b"/".join(done)

    def glob(self, pattern):
        """Relative paths of the regular files that fit: each name of the pattern stands for one name (fnmatch), sorted."""
        def below(folder, done, parts):
            part, *rest = parts
            found = fnmatch.filter((name for name in os.listdir(folder) if not name.startswith(".")), part)
            for name in sorted(found, key=os.fsencode):
                path = f"{done}{name}"
                with contextlib.suppress(OSError):
                    if not rest:
                        if stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
                            yield path
                        continue
                    inner = open_folder(name, folder)
                    try:
                        yield from below(inner, path + "/", rest)
                    finally:
                        os.close(inner)
        yield from below(self.descriptor, "", pattern.split("/"))

    def read(self, relative, limit, follow=False, aliases=()):
        """What a regular file holds. follow: through links that stay inside the tree."""
        return read_open(self.open_file(self.resolve(relative, aliases) if follow else relative), limit)


def walk(root, unreadable=None):
    """(path, place, status) of everything under root, root first. What vanishes meanwhile is left out.

    place is as at() has it, and good until the next one is asked for. What cannot be looked at is given to
    unreadable(full path, error) and left out; without one, Unreadable is raised.
    """
    def refuse(path, error):
        full = os.path.join(os.fsdecode(root), path) if path else os.fsdecode(root)
        if unreadable is None:
            raise Unreadable(full, error) from error
        unreadable(full, error)

    try:
        status = os.lstat(root)
    except FileNotFoundError:
        return
    except OSError as error:
        refuse("", error)
        return
    if not stat.S_ISDIR(status.st_mode):
        yield ".", os.fsencode(root), status
        return
    with contextlib.ExitStack() as stack:
        try:
            tree = stack.enter_context(Tree(root))
        except (FileNotFoundError, NotADirectoryError):
            yield ".", os.fsencode(root), status
            return
        except OSError as error:
            refuse("", error)
            return
        yield ".", at(tree.descriptor), os.fstat(tree.descriptor)
        pending = [""]
        while pending:
            path = pending.pop()
            try:
                folder = tree.open_folder(path)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                refuse(path, error)
                continue
            try:
                try:
                    with os.scandir(folder) as listing:
                        children = list(listing)
                except OSError as error:
                    refuse(path, error)
                    continue
                for child in children:
                    inner = f"{path}/{child.name}" if path else child.name
                    try:
                        status = child.stat(follow_symlinks=False)
                    except FileNotFoundError:
                        continue
                    except OSError as error:
                        refuse(inner, error)
                        continue
                    yield inner, at(folder, child.name), status
                    if stat.S_ISDIR(status.st_mode):
                        pending.append(inner)
            finally:
                os.close(folder)


# -- writing --------------------------------------------------------------------------------

def xattrs_of(what):
    """{name: value} of an open file, or of a place as at() names it."""
    more = {} if isinstance(what, int) else {"follow_symlinks": False}
    try:
        found = os.listxattr(what, **more)
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.EPERM):
            return {}
        raise
    values = {}
    for name in found:
        try:
            values[name] = os.getxattr(what, name, **more)
        except OSError as error:
            if error.errno != errno.ENODATA:
                raise
    return values


@contextlib.contextmanager
def new_file(folder):
    """(descriptor, name) of a new, empty file of mode 600 in the folder; gone again unless it was renamed."""
    name = PART + secrets.token_hex(8)
    descriptor = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=folder)
    try:
        yield descriptor, name
    finally:
        os.close(descriptor)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name, dir_fd=folder)


def put(folder, name, content, owner=(0, 0), mode=0o600, xattrs=None, times=None, sync=True):
    """content (bytes, or an open file) under this name, atomically and durably (unless not sync); what stood there is gone.

    times: (atime_ns, mtime_ns). A folder of that name stays, and is an error.
    """
    with new_file(folder) as (descriptor, part):
        with open(os.dup(descriptor), "wb") as file:
            if isinstance(content, (bytes, bytearray)):
                file.write(content)
            else:
                shutil.copyfileobj(content, file, 1 << 20)
        os.fchown(descriptor, *owner)
        os.fchmod(descriptor, mode)
        for key, value in (xattrs or {}).items():
            os.setxattr(descriptor, key, value)
        if times:
            os.utime(descriptor, ns=times)
        if sync:
            os.fsync(descriptor)
        os.rename(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    if sync:
        os.fsync(folder)


def put_link(folder, name, aim, owner, times):
    """A symbolic link under this name; what stood there is gone. A folder of that name stays, and is an error."""
    part = PART + secrets.token_hex(8)
    os.symlink(aim, part, dir_fd=folder)
    try:
        os.chown(part, *owner, dir_fd=folder, follow_symlinks=False)
        os.utime(part, ns=times, dir_fd=folder, follow_symlinks=False)
        os.rename(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part, dir_fd=folder)
        raise


def require_own(descriptor, name):
    """A folder made a moment ago: still that one, and nobody else's."""
    status = os.fstat(descriptor)
    if (status.st_uid, stat.S_IMODE(status.st_mode) & 0o777) != (os.geteuid(), 0o700) or os.listdir(descriptor):
        raise Replaced(errno.ESTALE, "another folder came to stand there", os.fsdecode(name))


def private_folder(folder, name):
    """A descriptor of a new folder of mode 700. Whoever renames it later renames it under our hand."""
    part = PART + secrets.token_hex(8)
    os.mkdir(part, 0o700, dir_fd=folder)
    inner = -1
    try:
        inner = open_folder(part, folder)
        require_own(inner, name)
        os.rename(part, name, src_dir_fd=folder, dst_dir_fd=folder)
        return inner
    except BaseException:
        if inner >= 0:
            os.close(inner)
        with contextlib.suppress(OSError):
            os.rmdir(part, dir_fd=folder)
        raise


def make_folder(folder, name, owner, mode):
    """A new folder. Its owner and mode are set on the folder that was made, whatever its name leads to by then."""
    inner = private_folder(folder, name)
    try:
        os.fchown(inner, *owner)
        os.fchmod(inner, mode)
    finally:
        os.close(inner)


def free_name(folder, name):
    """The name itself, or with -2, -3 … when something stands there already."""
    found, number = name, 2
    while True:
        try:
            os.stat(found, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            return found
        found = f"{name}-{number}"
        number += 1


def remove(folder, name):
    """Whatever stands there, with all below it; nothing is fine too."""
    try:
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return
    if stat.S_ISDIR(status.st_mode):
        shutil.rmtree(name, dir_fd=folder)
    else:
        os.unlink(name, dir_fd=folder)
