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
# Someone's touch of a file changes nothing in it.
TIMES = {"mtime_ns"}


def differences(old, new):
    """(what differs, what has only other times), each as (word, path), between two manifests."""
    lines, touched = [], []
    for root in old.roots:
        missing, extra, changed = tree.compare(old.of_root(root), new.of_root(root))
        lines += [("gone", f"{root}/{entry['path']}") for entry in missing]
        lines += [("new", f"{root}/{entry['path']}") for entry in extra]
        lines += [(f"changed ({', '.join(fields)})", f"{root}/{entry['path']}") for entry, _, fields in changed if set(fields) - TIMES]
        touched += [("other time", f"{root}/{entry['path']}") for entry, _, fields in changed if not set(fields) - TIMES]
    return lines, touched


def show(lines):
    for word, path in lines[:MOST_SHOWN]:
        step_io.say(f"{word}: {step_io.show(path)}")


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
    try:
        lines, touched = differences(old, tree.scan(old.roots, cache=old))
    except OSError as error:
        # The way back does not wait for a mount that lost its other end.
        step_io.say(f"the old data cannot be compared: {step_io.show(error.filename or '')} cannot be read ({error.strerror or error})")
        tell("unknown", 0)
        return
    show(lines + touched)
    step_io.say(f"{len(lines)} differences to the manifest of stage C" if lines else "as the manifest of stage C has it")
    tell("no" if lines else "yes", len(lines))


if __name__ == "__main__":
    main()
