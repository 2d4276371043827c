"""Puts a configuration in place which the desk prepared from the guest's own, or an earlier one back.

usage: put_config.py put NEW PLACE SUFFIX EXPECTED CURRENT
           Writes NEW to PLACE, 0600, atomically, if CURRENT still has the sha256 that NEW was made from
           ("missing": if it is not there). What stood at PLACE is kept as PLACE.bak.SUFFIX, 0600.
       put_config.py back PLACE NAME SUFFIX
           PLACE gets the content of NAME beside it; what stood there is kept as PLACE.bak.SUFFIX.
       put_config.py private PLACE     mode 600 for every PLACE.bak*
       put_config.py digest PATH       its sha256, or "missing"; ends the step where it is there and cannot be read

The folder may be one in which users' programs write.
"""

import contextlib
import hashlib
import os
import stat
import sys

import beneath
import step_io
import user_file

LARGEST = user_file.LARGEST


def standing(path):
    """(content or None, whether it stands there as a file of its own)."""
    folder, name = user_file.split(path)
    with beneath.Tree(folder) as tree:
        status = tree.stat(name)
        if status is None:
            return None, False
        return tree.read(name, LARGEST, follow=True, aliases=user_file.STATE), stat.S_ISREG(status.st_mode)


def refuse(text):
    step_io.fail("config-is-link", text)


def tell_link(path):
    """What the scan found of it."""
    step_io.finding("blocks", "config-is-link", step_io.phrase("config-is-link", path=path))


def read(path):
    try:
        return standing(path)
    except OSError as error:
        refuse(step_io.phrase("config-not-replaced", path=path, reason=user_file.reason(error)))


def tell_digest(path):
    try:
        step_io.say(user_file.digest(path))
    except OSError as error:
        with contextlib.redirect_stdout(sys.stderr):  # the step takes what is on stdout for the digest
            step_io.say(user_file.reason(error))
            refuse(step_io.phrase("config-unread-above", path=path))


def sum_of(data):
    return "missing" if data is None else hashlib.sha256(data).hexdigest()


def keep(folder, name, data, suffix, place):
    backup = beneath.free_name(folder, f"{name}.bak.{suffix}")
    beneath.put(folder, backup, data)
    path = os.path.join(os.path.dirname(place), backup)
    step_io.fact("config_backup", path)
    return path


def put(new, place, suffix, expected, current):
    data = beneath.read_path(new, LARGEST)
    stands, own = read(place)
    found = stands if place == current else read(current)[0]
    # Where the place is what it was made from, a second time finds the result of the first.
    if sum_of(found) != expected and not (place == current and stands == data):
        step_io.fail("config-changed", path=current)
    folder_path, name = user_file.split(place)
    with beneath.Tree(folder_path) as tree:
        folder = tree.descriptor
        if own and stands == data:
            user_file.make_private(folder_path, name)
            step_io.say(f"{place} has the new content already")
            return
        if stands is not None:
            step_io.say(f"{place} is kept as {keep(folder, name, stands, suffix, place)}")
        beneath.put(folder, name, data)
        step_io.say(f"{place} is written")


def back(place, name, suffix):
    folder_path, current = user_file.split(place)
    with beneath.Tree(folder_path) as tree:
        try:
            data = tree.read(name, LARGEST)
        except OSError as error:
            step_io.fail("no-such-backup", path=f"{folder_path}/{name}", reason=user_file.reason(error))
        stands, _ = read(place)
        if stands is None:
            step_io.fact("config_backup", "none")
        else:
            step_io.say(f"what was in use is kept as {keep(tree.descriptor, current, stands, suffix, place)}")
        beneath.put(tree.descriptor, current, data)


if __name__ == "__main__":
    if sys.argv[1] == "private":
        user_file.make_private(os.path.dirname(sys.argv[2]), os.path.basename(sys.argv[2]) + ".bak*")
    else:
        {"put": put, "back": back, "digest": tell_digest}[sys.argv[1]](*sys.argv[2:])
