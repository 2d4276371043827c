"""Which mode an entry of the state directory has in the copy, where all is root's.

A program of uid 1000 that is set-uid would be root's there for everybody who may run it: the two bits
go with the owner they stood for. The copy's own folder is root's alone while nobody uses it yet, and stays so.
"""

from beneath import SET_ID

OWN = 0o700


def mode_of(regular, mode, uid, gid):
    return mode & ~SET_ID if regular and (uid, gid) != (0, 0) else mode


def expected(entry):
    """The entry of a source's manifest as its copy has to be (but for the owner)."""
    if entry["path"] == ".":
        return {**entry, "mode": OWN}
    mode = mode_of(entry["type"] == "file", entry["mode"], entry["uid"], entry["gid"])
    return entry if mode == entry["mode"] else {**entry, "mode": mode}


def loses_bits(entry):
    return entry["path"] != "." and expected(entry)["mode"] != entry["mode"]
