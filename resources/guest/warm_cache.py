"""Where OpenClaw keeps what it compiled: /tmp/jiti and /tmp/node-compile-cache. What lies there is run as root.

usage: warm_cache.py secure         both are folders of root's in which nobody else may write, or become such
       warm_cache.py carry FROM     what the warm-up compiled (FROM/jiti …) comes there, if it is more; FROM lies in /tmp

/tmp is everybody's, and neither jiti nor Node asks whose a cache is: a name that fits and a hash that everybody
can compute are enough. So a folder there that is not root's alone, or holds anything that is not, is moved
aside under another name and never read. In a folder of root's in /tmp nobody else can put or move anything.
"""

import errno
import os
import secrets
import stat
import sys

import beneath
import step_io

TMP = os.path.realpath("/tmp")
CACHES = ("jiti", "node-compile-cache")
MOST_TRIES = 200


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


def secure_one(tmp, name):
    """True when it stands there as a folder of root's; False when another put something there meanwhile."""
    if tmp.stat(name) is not None:
        if trusted(os.path.join(TMP, name)):
            return True
        aside = f"{name}.undock-not-root-s-{secrets.token_hex(4)}"
        try:
            os.rename(name, aside, src_dir_fd=tmp.descriptor, dst_dir_fd=tmp.descriptor)
        except FileNotFoundError:
            return False  # he took it away himself
        step_io.say(f"{TMP}/{name} was not root's alone; it was moved to {TMP}/{aside} and is not used")
    try:
        beneath.make_folder(tmp.descriptor, name, (0, 0), 0o700)
    except OSError as error:
        if error.errno not in (errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY):
            raise
    return False  # looked at once more


def secure():
    with beneath.Tree(TMP) as tmp:
        for name in CACHES:
            planted = tmp.stat(name) is not None and not trusted(os.path.join(TMP, name))
            # Whoever plants something anew each time loses once, and then cannot touch it any more.
            if not any(secure_one(tmp, name) for _ in range(MOST_TRIES)):
                sys.exit(f"Somebody puts something at {TMP}/{name} faster than it can be moved away; end that process in the guest.")
            if planted:
                step_io.finding("attention", "cache-not-root-s", step_io.phrase("cache-not-root-s", tmp=TMP, name=name))


def files_in(path):
    return sum(stat.S_ISREG(status.st_mode) for _, _, status in beneath.walk(path))


def carry(source):
    """The folders change places as a whole: some thousand small files, and the first start waits."""
    secure()
    with beneath.Tree(TMP) as tmp, beneath.Tree(source) as warm:
        for cache in CACHES:
            made, there = os.path.join(source, cache), os.path.join(TMP, cache)
            if warm.stat(cache) is None or not trusted(made):
                continue
            count = files_in(made)
            if count <= files_in(there):
                continue  # what an earlier warm-up or start left is more
            os.rename(cache, cache + ".before", src_dir_fd=tmp.descriptor, dst_dir_fd=warm.descriptor)
            os.rename(cache, cache, src_dir_fd=warm.descriptor, dst_dir_fd=tmp.descriptor)
            with tmp.folder(cache) as folder:
                os.fchmod(folder, 0o700)
            step_io.say(f"{count} compiled files are kept in {there}")


if __name__ == "__main__":
    if sys.argv[1] == "secure":
        secure()
    else:
        carry(sys.argv[2])
