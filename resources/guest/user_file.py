"""Files that users and their programs may write (openclaw.json, transcripts), for root to read: never a pipe, never
a device, never what a link outside their folder names, and never more than a bound.

usage: user_file.py copy PATH NEW      the content into NEW, which root alone may write beside; nothing when it cannot be read
"""

import hashlib
import os
import sys

import beneath

LARGEST = 16 << 20
# Under these names the state directory is known, in the container and after the move; links may say either.
STATE = ("/home/node/.openclaw", "/data/openclaw", "/root/.openclaw")


TREES = ("/data/openclaw", "/data/panel", "/opt/openclaw", "/root/.openclaw")


def split(path):
    """(the folder that users may write in, the path inside)."""
    path = os.fspath(path)
    for tree in TREES:
        if path.startswith(tree + "/"):
            return tree, path[len(tree) + 1:]
    return os.path.split(path)


def read(path, limit=LARGEST):
    """What the file holds. FileNotFoundError: it is not there; any other OSError: it is, and says nothing."""
    folder, name = split(path)
    with beneath.Tree(folder) as tree:
        return tree.read(name, limit, follow=True, aliases=STATE)


def read_any(path, limit=LARGEST):
    """As read() where users may write; anywhere else links are the system's own, and are followed."""
    if any(path.startswith(tree + "/") for tree in TREES):
        return read(path, limit)
    return beneath.read_path(path, limit)


def is_link(path):
    return os.path.islink(path)


def digest(path):
    """sha256, or "missing"."""
    try:
        return hashlib.sha256(read(path)).hexdigest()
    except FileNotFoundError:
        return "missing"


def make_private(folder, pattern):
    """Mode 600 for the folder's own files of these names; a link's aim is nobody's business."""
    with beneath.Tree(folder) as tree:
        for name in tree.glob(pattern):
            try:
                descriptor = tree.open_file(name)
            except OSError:
                continue  # gone, or no file any more
            try:
                os.fchmod(descriptor, 0o600)
            finally:
                os.close(descriptor)


def reason(error):
    """For people: why a file that is there could not be read."""
    if isinstance(error, beneath.LeadsOut):
        return "it is a link that leads out of its folder"
    if isinstance(error, beneath.NotAFile):
        return "it is no regular file but a pipe, a folder or the like"
    if isinstance(error, NotADirectoryError):
        return "its folder is a link"
    return error.strerror or str(error)


def main():
    try:
        data = read(sys.argv[2])
    except OSError:
        return
    descriptor = os.open(sys.argv[3], os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with open(descriptor, "wb") as file:
        file.write(data)


if __name__ == "__main__":
    main()
