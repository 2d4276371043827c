"""What is mounted where, as the kernel tells it. Looks at no mount point itself: one whose other end is gone would hang or fail."""

import os
import re
import subprocess
import time

TABLE = "/proc/self/mountinfo"
PATIENCE = 10.0


def points():
    """[(mount point, file system type)], in the order of mounting."""
    found = []
    with open(TABLE, "rb") as file:
        for line in file:
            words = line.split()
            path = re.sub(rb"\\([0-7]{3})", lambda match: bytes([int(match[1], 8)]), words[4])
            found.append((os.fsdecode(path), words[words.index(b"-") + 1].decode("ascii", "replace")))
    return found


def at(path):
    """The type of what is mounted on this very path, or ""."""
    return next((kind for point, kind in reversed(points()) if point == path), "")


def inside(root):
    """[(mount point, type)] of what is mounted below a folder."""
    return [(point, kind) for point, kind in points() if point.startswith(root.rstrip("/") + "/")]


def answers(path):
    """Whether a mount says anything at all within some seconds. Asked by another process: it may hang for ever."""
    asker = subprocess.Popen(["stat", "--", path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    while asker.poll() is None:
        if time.monotonic() >= until:
            asker.kill()  # not waited for: one that hangs in the kernel does not go
            return False
        time.sleep(0.02)
    return True
