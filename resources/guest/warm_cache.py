"""Where OpenClaw keeps what it compiled: /tmp/jiti and /tmp/node-compile-cache. What lies there is run as root.

usage: warm_cache.py secure         both are folders of root's in which nobody else may write, or become such
       warm_cache.py carry FROM     what the warm-up compiled (FROM/jiti …) comes there too

/tmp is everybody's, and neither jiti nor Node asks whose a cache is: a name that fits and a hash that everybody
can compute are enough. So a folder there that is not root's alone, or holds anything that is not, is moved
aside under another name and never read. In a folder of root's in /tmp nobody else can put or move anything.
"""

import os
import re
import secrets
import stat
import sys

import beneath
import step_io

TMP = "/tmp"
CACHES = ("jiti", "node-compile-cache")
NAME = re.compile(r"[A-Za-z0-9@+][A-Za-z0-9@+._-]{0,254}\Z")
LARGEST = 64 << 20
MOST_BYTES = 1 << 30
MOST_FILES = 50000


def is_root_s(status):
    return status.st_uid == 0 and not status.st_mode & 0o022


def trusted(path):
    """A folder, and in it nothing but folders and files that root alone could have put there."""
    try:
        with beneath.Tree(path):
            pass
    except OSError:
        return False
    for _, _, status in beneath.walk(path):
        if not is_root_s(status) or not (stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode)):
            return False
        if stat.S_ISREG(status.st_mode) and status.st_nlink != 1:
            return False
    return True


def secure():
    with beneath.Tree(TMP) as tmp:
        for name in CACHES:
            if tmp.stat(name) is not None:
                if trusted(os.path.join(TMP, name)):
                    continue
                aside = f"{name}.undock-not-root-s-{secrets.token_hex(4)}"
                os.rename(name, aside, src_dir_fd=tmp.descriptor, dst_dir_fd=tmp.descriptor)
                step_io.say(f"{TMP}/{name} was not root's alone; it was moved to {TMP}/{aside} and is not used")
                step_io.finding("attention", "cache-not-root-s", f"{TMP}/{name} was not root's alone: whoever may write there chooses what root's OpenClaw runs. It was moved aside and is not used.")
            beneath.make_folder(tmp.descriptor, name, (0, 0), 0o700)


def carry(source):
    """Copies, so that what the warm-up still holds open is not what is used."""
    secure()
    count = size = 0
    with beneath.Tree(TMP) as tmp:
        for cache in CACHES:
            for path, _, status in list(beneath.walk(os.path.join(source, cache))):
                if path == "." or not stat.S_ISREG(status.st_mode) or not all(NAME.match(part) for part in path.split("/")):
                    continue
                size += status.st_size
                count += 1
                if status.st_size > LARGEST or size > MOST_BYTES or count > MOST_FILES:
                    break
                take(source, tmp, f"{cache}/{path}", status)
    step_io.say(f"{count} compiled files are kept for the first start ({size} bytes)")


def take(source, tmp, path, status):
    *above, name = path.split("/")
    folder = os.dup(tmp.descriptor)
    try:
        for part in above:
            try:
                inner = beneath.open_folder(part, folder)
            except FileNotFoundError:
                beneath.make_folder(folder, part, (0, 0), 0o700)
                inner = beneath.open_folder(part, folder)
            os.close(folder)
            folder = inner
        with beneath.Tree(source) as here:
            descriptor = here.open_file(path, status)
        with open(descriptor, "rb") as file:
            beneath.put(folder, name, file, sync=False)
    finally:
        os.close(folder)


if __name__ == "__main__":
    if sys.argv[1] == "secure":
        secure()
    else:
        carry(sys.argv[2])
