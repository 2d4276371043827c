#!/usr/bin/python3
"""Manifests on the command line (tree.py says what stands in them).

make OUT ROOT…  [--cache MANIFEST]           write the manifest of the roots; prints its sha256
                [--settled]                  nobody else writes there: also what is only seconds old is trusted later
compare OLD NEW [--old-root R --new-root R]  exit 0 when equal, 1 when not; prints each difference
check MANIFEST ROOT [--at DIR]               the manifest's root against what is in DIR now
Common: --ignore FIELD,…  --cache MANIFEST  --leave-out FILE (NUL-separated paths not to miss)  --limit N
"""

import argparse
import hashlib
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import step_io  # noqa: E402
import tree  # noqa: E402


def progress():
    if not step_io.JOB:
        return None
    import throttle
    return throttle.Progress("bytes")


def report(missing, extra, changed, limit):
    lines = [("missing", entry["path"], "") for entry in missing]
    lines += [("extra", entry["path"], "") for entry in extra]
    lines += [("changed", old["path"], ",".join(fields)) for old, _, fields in changed]
    for kind, path, fields in lines[:limit]:
        step_io.say(f"{kind} {step_io.show(path)}{' ' if fields else ''}{fields}")
    if len(lines) > limit:
        step_io.say(f"… and {len(lines) - limit} more")
    return 1 if lines else 0


def left_out(options, entries):
    if not options.leave_out:
        return entries
    with open(options.leave_out, "rb") as file:
        names = {os.fsdecode(name) for name in file.read().split(b"\0")}
    return [entry for entry in entries if entry["path"] not in names]


def make(options):
    cache = tree.load(options.cache) if options.cache else None
    manifest = tree.scan(options.roots, cache=cache, on_progress=progress())
    if options.settled:
        manifest.began_ns = time.time_ns() + tree.RACY_NS
    data = manifest.dump()
    step_io.write_durably(options.out, data)
    step_io.say(hashlib.sha256(data).hexdigest())
    return 0


def pick(manifest, root):
    if root is None and len(manifest.roots) == 1:
        root = manifest.roots[0]
    if root not in manifest.roots:
        sys.exit(f"the manifest does not cover {root}")
    return manifest.of_root(root)


def compare(options):
    old = pick(tree.load(options.old), options.old_root)
    new = pick(tree.load(options.new), options.new_root or options.old_root)
    return report(*tree.compare(left_out(options, old), new, options.ignore), options.limit)


def check(options):
    old = pick(tree.load(options.manifest), options.root)
    cache = tree.load(options.cache) if options.cache else None
    new = tree.scan([options.at or options.root], cache=cache, on_progress=progress()).entries
    return report(*tree.compare(left_out(options, old), new, options.ignore), options.limit)


def main():
    parser = argparse.ArgumentParser()
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--ignore", type=lambda value: tuple(value.split(",")), default=())
    common.add_argument("--cache")
    common.add_argument("--leave-out")
    common.add_argument("--limit", type=int, default=200)
    verbs = parser.add_subparsers(required=True)
    verb = verbs.add_parser("make", parents=[common])
    verb.add_argument("out")
    verb.add_argument("roots", nargs="+")
    verb.add_argument("--settled", action="store_true")
    verb.set_defaults(run=make)
    verb = verbs.add_parser("compare", parents=[common])
    verb.add_argument("old")
    verb.add_argument("new")
    verb.add_argument("--old-root")
    verb.add_argument("--new-root")
    verb.set_defaults(run=compare)
    verb = verbs.add_parser("check", parents=[common])
    verb.add_argument("manifest")
    verb.add_argument("root")
    verb.add_argument("--at")
    verb.set_defaults(run=check)
    options = parser.parse_args()
    return options.run(options)


if __name__ == "__main__":
    sys.exit(tree.told(main) if step_io.JOB else main())
