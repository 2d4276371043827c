"""Checks a restored tree against the manifest that stage C took."""

import os

import step_io
import tree

MANIFEST = os.path.join(step_io.STATE, "source-manifest.jsonl")


def prove(root, place):
    if not os.path.isfile(MANIFEST):
        step_io.say(f"{root}: this run took no manifest; the archives' sums are all that was checked")
        return
    old = [entry for entry in tree.load(MANIFEST).of_root(root) if entry["type"] != "socket"]
    if not old:
        step_io.say(f"{root}: not in the manifest")
        return
    missing, extra, changed = tree.compare(old, tree.scan([place]).entries)
    # Unpacking touches the folders last; their own times say nothing about what is in them.
    changed = [pair for pair in changed if not (pair[0]["type"] == "dir" and set(pair[2]) <= {"mtime_ns"})]
    lines = [f"missing: {step_io.show(entry['path'])}" for entry in missing]
    lines += [f"too much: {step_io.show(entry['path'])}" for entry in extra]
    lines += [f"differs ({', '.join(fields)}): {step_io.show(entry['path'])}" for entry, _, fields in changed]
    for line in lines[:40]:
        step_io.say(line)
    if lines:
        step_io.fail("restore-differs", path=root, count=len(lines))
    step_io.say(f"{root}: {len(old)} entries as in the manifest")
