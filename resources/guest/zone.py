"""Which zone a program means that is not told any: in the container, and in the guest.

OpenClaw's cron jobs without a zone of their own fire by it. Node asks TZ, then where /etc/localtime leads,
else takes UTC.
"""

import os
import re

ZONES = "/usr/share/zoneinfo"
UTC = {"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Etc/Universal", "Universal", "Zulu", "Etc/Zulu", "GMT", "Etc/GMT", "Etc/Greenwich", "Greenwich"}
GOOD = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}\Z")


class Difference:
    """there, here: the zones by name ("" when it cannot be told); carry: what TZ has to be, "" when nothing."""

    def __init__(self, there, here, carry):
        self.there, self.here, self.carry = there, here, carry


def name_of(path):
    found = re.search(r"/zoneinfo/(?:posix/|right/)?(.+)\Z", path)
    return found[1] if found else ""


def by_contents(data):
    """The zone whose file has these bytes, "" when none has."""
    if not data.startswith(b"TZif"):
        return ""
    for folder, folders, files in os.walk(ZONES):
        folders[:] = sorted(name for name in folders if name not in ("posix", "right"))
        for name in sorted(files):
            path = os.path.join(folder, name)
            try:
                if os.path.getsize(path) == len(data):
                    with open(path, "rb") as file:
                        if file.read() == data:
                            return os.path.relpath(path, ZONES)
            except OSError:
                continue
    return ""


def of_guest(localtime="/etc/localtime"):
    try:
        if os.path.islink(localtime):
            return name_of(os.path.realpath(localtime)) or name_of(os.readlink(localtime))
        with open(localtime, "rb") as file:
            return by_contents(file.read(1 << 20))
    except FileNotFoundError:
        return "UTC"
    except OSError:
        return ""


def of_container(container):
    """The zone's name, "" when it cannot be told."""
    told = container.environment.get("TZ", "").strip().lstrip(":")
    if told:
        return name_of(told) or told
    mount = container.mount_of("/etc/localtime")
    if mount is not None and mount.get("Type") == "bind":
        # Docker mounts what the link leads to, so the container sees the file alone.
        return of_guest(mount.get("Source") or "/etc/localtime")
    for member, archive in container.archive("/etc/localtime"):
        if member.issym():
            return name_of(os.path.normpath(os.path.join("/etc", member.linkname)))
        return by_contents(archive.extractfile(member).read(1 << 20)) if member.isreg() else ""
    return "UTC"


def differing(container):
    there, here = of_container(container), of_guest()
    if not there or not GOOD.match(there):
        return Difference("", here, "")
    same = there == here or (there in UTC and here in UTC)
    # What the user's environment says is carried in any case; an image's TZ, or none, is not.
    given = container.environment.get("TZ", "").strip() and container.image.get("TZ") != container.environment.get("TZ")
    return Difference(there, here, "" if same or given else there)
