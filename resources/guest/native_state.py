"""What the direct state directory was at the cutover, and what has happened to it since.

usage: native_state.py record TARGET CACHE OUT      CACHE: the manifest of the copy before it was placed
       native_state.py save MANIFEST TARGET FOLDER NAME
                                    archives what is new or changed since into FOLDER/NAME.tgz (with
                                    NAME.deleted, NUL-separated, and NAME.manifest.jsonl), reads it back
                                    and reports the counts; exit 3, and nothing left of it, when it cannot
       native_state.py tell FOLDER/NAME
                                    reports the counts of a snapshot made before
"""

import contextlib
import json
import os
import re
import sys
import traceback

import step_io
import throttle
import tgz
import tree

SESSION = re.compile(r"agents/[^/]+/sessions/[^/]+\.jsonl\Z")
MOST_LISTED = 100
PARTS = (".tgz", ".deleted", ".manifest.jsonl", ".json")
NOT_SAVED = 3


def record(target, cache, out):
    known = None
    try:
        known = tree.load(cache)
        known.roots = [target]
        for entry in known.entries:
            entry["root"] = target
    except (OSError, ValueError):
        pass
    # The copy was proven moments ago and only this program has written to it since.
    manifest = (known and tree.refresh(known, target)) or tree.scan([target], cache=known, on_progress=throttle.Progress("bytes"))
    step_io.write_durably(out, manifest.dump())


def differences(manifest, target):
    """(new and changed entries, which of them are new, paths that are gone, the manifest of now)."""
    before = tree.load(manifest)
    now = tree.scan([target], cache=before, on_progress=throttle.Progress("bytes"))
    missing, extra, changed = tree.compare(before.of_root(before.roots[0]), now.entries)
    taken = [entry for entry in extra if entry["type"] != "socket"]
    taken += [new for _, new, fields in changed if fields != ["mtime_ns"] or new["type"] != "dir"]
    return taken, extra, [entry["path"] for entry in missing], now


def prove(path, target, taken):
    """Read the archive back: exactly these entries, with this content."""
    reader = tgz.Reader(path)
    try:
        found = {entry["path"]: entry for entry in tgz.members(reader, os.path.basename(path))}
    finally:
        reader.close()
    wanted = {f"{target}/{entry['path']}" if entry["path"] != "." else target: entry for entry in taken}
    bad = [name for name, entry in wanted.items()
           if name not in found or tree.differing(found[name], {**entry, "path": name}, ignore=("hard",))]
    if bad or len(found) != len(wanted):
        raise tgz.TarTrouble(f"it does not read back as it was written (first: {step_io.show((bad or ['too many entries'])[0])})")
    return reader.state.hexdigest()


def save(manifest, target, folder, name):
    base = os.path.join(folder, name)
    try:
        archive(manifest, target, base)
    except Exception as error:  # users wait for Docker's version: no trouble with a copy may be what keeps it down
        for part in PARTS:
            for half in (base + part, base + part + ".new"):
                with contextlib.suppress(OSError):
                    os.unlink(half)
        if not isinstance(error, (tgz.TarTrouble, OSError)):
            traceback.print_exc()
        step_io.say(f"{base}.tgz could not be made: {error}")
        sys.exit(NOT_SAVED)
    tell(base)


def archive(manifest, target, base):
    taken, extra, deleted, now = differences(manifest, target)
    path = base + ".tgz"
    members = [os.fsencode((target if entry["path"] == "." else f"{target}/{entry['path']}")[1:]) for entry in taken]
    digest = "none"
    if members:
        tgz.write(path, ["--no-recursion"], members)
        digest = prove(path, target, taken)
    step_io.write_durably(base + ".deleted", b"".join(os.fsencode(item) + b"\0" for item in deleted))
    step_io.write_durably(base + ".manifest.jsonl", now.dump())
    # Last: where it stands, the others are whole.
    step_io.write_durably(base + ".json", json.dumps(
        {"archive": os.path.basename(path) if members else None, "sha256": digest, **counted(taken, extra, deleted)}, indent=2).encode("ascii"))


def counted(taken, extra, deleted):
    added = {entry["path"] for entry in extra}
    files = [entry for entry in taken if entry["type"] != "dir"]
    new = [entry for entry in files if entry["path"] in added]
    for entry in files[:MOST_LISTED]:
        step_io.say(f"  {'new' if entry['path'] in added else 'changed'}: {step_io.show(entry['path'])}")
    for path in deleted[:MOST_LISTED]:
        step_io.say(f"  gone: {step_io.show(path)}")
    return {"changed": len(files) - len(new), "new": len(new), "deleted": len(deleted),
            "sessions_new": sum(1 for entry in new if SESSION.match(entry["path"]))}


def tell_counts(counts):
    step_io.say(", ".join(f"{name.replace('_', ' ')}: {count}" for name, count in counts.items()))
    for name, count in counts.items():
        step_io.fact(name, count)


def tell(base):
    with open(base + ".json", encoding="ascii") as file:
        found = json.load(file)
    if found["archive"]:
        step_io.fact("snapshot", os.path.join(os.path.dirname(base), found["archive"]))
        step_io.fact("snapshot_sha256", found["sha256"])
    tell_counts({name: found[name] for name in ("changed", "new", "deleted", "sessions_new")})


if __name__ == "__main__":
    {"record": record, "save": save, "tell": tell}[sys.argv[1]](*sys.argv[2:])
