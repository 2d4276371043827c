"""Copies what still differs, then proves that the staging directory equals the source as stage C left it.

usage: prove_copy.py SOURCE_MANIFEST SOURCE STAGING STAGING_MANIFEST INDEX     (INDEX: see copy_tree.py)

All is compared (type, mode, size, times, xattrs with ACLs, hard links, content) but the
owner, which becomes root; of modes exactly that may differ which copied_mode says. What the
copying leaves out must be exactly what lock_rule says.
"""

import os
import sys

import beneath
import copied_mode
import copy_difference
import copy_tree
import lock_rule
import step_io
import throttle
import tree

MOST_SHOWN = 40


def prove(old, source, staging, cache):
    """(manifest of the copy, what differs as lines for people, how many entries were left out)."""
    new = tree.scan([staging], cache=cache, on_progress=throttle.Progress("bytes"))
    missing, extra, changed = tree.compare([copied_mode.expected(entry) for entry in old], new.entries, ignore=("uid", "gid"))
    with beneath.Tree(source) as there:
        dropped = [entry for entry in missing if lock_rule.left_out(entry, there)]
    lines = [f"missing in the copy: {step_io.show(entry['path'])}" for entry in missing if entry not in dropped]
    lines += [f"only in the copy: {step_io.show(entry['path'])}" for entry in extra]
    lines += [f"differs ({', '.join(fields)}): {step_io.show(entry['path'])}" for entry, _, fields in changed]
    lines += [f"not root's: {step_io.show(entry['path'])}" for entry in new.entries if (entry["uid"], entry["gid"]) != (0, 0)]
    return new, lines, len(dropped)


def tell_lost_bits(paths):
    step_io.fact("set_id_dropped", len(paths))
    for path in paths[:MOST_SHOWN]:
        step_io.say(f"set-uid or set-gid bit not copied: {step_io.show(path)}")


def main():
    source_manifest, source, staging, staging_manifest, index = sys.argv[1:6]
    if not os.path.isfile(source_manifest):
        step_io.fail("no-manifest")
    old = tree.load(source_manifest).of_root(source)
    if not old:
        step_io.fail("no-manifest", step_io.phrase("manifest-not-of-source"))
    try:
        cache = tree.load(staging_manifest)
    except (OSError, ValueError):
        cache = None
    difference = None
    if cache and os.path.isdir(staging):
        difference = copy_difference.between(old, cache.of_root(staging), source)
    copy_tree.copy_and_tell(source, staging, index, live=False, difference=difference)
    new, lines, dropped = prove(old, source, staging, cache)
    if lines and difference is not None:
        # The copy is not what its manifest said; everything is looked at.
        step_io.say("the copy was changed since it was made; comparing it file by file")
        difference = None
        copy_tree.copy_and_tell(source, staging, index, live=False)
        new, lines, dropped = prove(old, source, staging, new)
    step_io.write_durably(staging_manifest, new.dump())
    if difference is not None:
        step_io.fact("dropped", dropped)
    for line in lines[:MOST_SHOWN]:
        step_io.say(line)

    tell_lost_bits([entry["path"] for entry in old if copied_mode.loses_bits(entry)])
    files = [entry for entry in new.entries if entry["type"] == "file"]
    step_io.fact("files", len(files))
    step_io.fact("bytes", sum(entry["size"] for entry in files))
    step_io.fact("equal", "no" if lines else "yes")
    if lines:
        step_io.fail("copy-differs", count=len(lines))
    step_io.say(f"equal to the source: {len(new.entries)} entries, {len(files)} files; "
                f"{dropped} locks or sockets left out")


if __name__ == "__main__":
    tree.told(main)
