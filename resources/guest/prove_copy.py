"""Copies what still differs, then proves that the staging directory equals the source as stage C left it.

usage: prove_copy.py SOURCE_MANIFEST SOURCE STAGING STAGING_MANIFEST INDEX     (INDEX: see copy_tree.py)

All is compared (type, mode, size, times, xattrs with ACLs, hard links, content) but the
owner, which becomes root. What the copying leaves out must be exactly what lock_rule says.
"""

import os
import sys

import copy_tree
import lock_rule
import step_io
import throttle
import tree

MOST_SHOWN = 40


def main():
    source_manifest, source, staging, staging_manifest, index = sys.argv[1:6]
    if not os.path.isfile(source_manifest):
        step_io.fail("no-manifest", "There is no manifest of the source; run stage C again.")
    copy_tree.copy_and_tell(source, staging, index, live=False)
    old = tree.load(source_manifest).of_root(source)
    if not old:
        step_io.fail("no-manifest", "The manifest that stage C makes does not cover the source; run stage C again.")
    try:
        cache = tree.load(staging_manifest)
    except (OSError, ValueError):
        cache = None
    new = tree.scan([staging], cache=cache, on_progress=throttle.Progress("bytes"))
    step_io.write_durably(staging_manifest, new.dump())

    missing, extra, changed = tree.compare(old, new.entries, ignore=("uid", "gid"))
    dropped = [entry for entry in missing if entry["type"] == "socket" or entry["type"] == "file" and
               lock_rule.is_lock(os.fsencode(entry["path"]), os.path.join(source, entry["path"]), entry["size"])]
    missing = [entry for entry in missing if entry not in dropped]
    owners = [entry for entry in new.entries if (entry["uid"], entry["gid"]) != (0, 0)]
    lines = [f"missing in the copy: {step_io.show(entry['path'])}" for entry in missing]
    lines += [f"only in the copy: {step_io.show(entry['path'])}" for entry in extra]
    lines += [f"differs ({', '.join(fields)}): {step_io.show(entry['path'])}" for entry, _, fields in changed]
    lines += [f"not root's: {step_io.show(entry['path'])}" for entry in owners]
    for line in lines[:MOST_SHOWN]:
        step_io.say(line)

    files = [entry for entry in new.entries if entry["type"] == "file"]
    step_io.fact("files", len(files))
    step_io.fact("bytes", sum(entry["size"] for entry in files))
    step_io.fact("equal", "no" if lines else "yes")
    if lines:
        step_io.fail("copy-differs", f"The copy differs from the source in {len(lines)} places (the first are above); "
                     "Docker's data is untouched. Run this stage again; if it fails again, look who writes to the source.")
    step_io.say(f"equal to the source: {len(new.entries)} entries, {len(files)} files; "
                f"{len(dropped)} locks or sockets left out")


if __name__ == "__main__":
    main()
