"""What is different in the old data against the manifest that stage C took. Tells, does not judge.

usage: source_diff.py [later]     facts: source_equal yes|no|unknown, source_changed N; names on stdout
                                  later: only changed_since_stop N, for when Docker's version writes again
"""

import os
import sys

import step_io
import tree

MANIFEST = os.path.join(step_io.STATE, "source-manifest.jsonl")
MOST_SHOWN = 50


def tell(equal, count):
    if "later" in sys.argv:
        step_io.fact("changed_since_stop", count)
    else:
        step_io.fact("source_equal", equal)
        step_io.fact("source_changed", count)


def main():
    if not os.path.isfile(MANIFEST):
        step_io.say("this run took no manifest of the source; there is nothing to compare with")
        tell("unknown", 0)
        return
    old = tree.load(MANIFEST)
    new = tree.scan(old.roots, cache=old)
    lines = []
    for root in old.roots:
        missing, extra, changed = tree.compare(old.of_root(root), new.of_root(root))
        lines += [f"gone: {root}/{step_io.show(entry['path'])}" for entry in missing]
        lines += [f"new: {root}/{step_io.show(entry['path'])}" for entry in extra]
        lines += [f"changed ({', '.join(fields)}): {root}/{step_io.show(entry['path'])}" for entry, _, fields in changed]
    for line in lines[:MOST_SHOWN]:
        step_io.say(line)
    step_io.say(f"{len(lines)} differences to the manifest of stage C" if lines else "as the manifest of stage C has it")
    tell("no" if lines else "yes", len(lines))


if __name__ == "__main__":
    main()
