"""Scan: which node will run OpenClaw. The first that a shell finds may be too old while another suits."""

import os

import node_range
import step_io
from scan_tools import read
from step_io import fact, finding, phrase, show

LIST = os.path.join(step_io.JOB, "nodes")  # from find_openclaw.sh: path and version of each that runs, in a shell's order


def nodes():
    return [tuple(line.rsplit(" ", 1)) for line in os.fsdecode(read(LIST)).splitlines() if " " in line]


def suits(version, needed):
    try:
        return node_range.satisfies(version, needed)
    except ValueError:
        return True  # a range that is not understood refuses nothing


def scan():
    needed, found = step_io.told("node_needed"), nodes()
    for path, version in found:
        fact("node", f"{path} {version}")
    if not found or needed in ("", "unknown") or suits(found[0][1], needed):
        return
    first, version = show(found[0][0]), show(found[0][1])
    for path, other in found:
        if suits(other, needed):
            finding("attention", "node-old", phrase("node-old-other-used", first=first, version=version, needed=needed, path=show(path),
                                                    other=show(other)))
            return
    finding("attention", "node-old", phrase("node-old-none-fits", first=first, version=version, needed=needed))
