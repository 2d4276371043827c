"""The supplement: what changed since the archives, so that archives and supplement equal the source.

Runs while the bot is down: only what the metadata says was touched since the check of the
backup is read again, and sessions, credentials and configuration always.
"""

import hashlib
import os
import tarfile
import zlib

import backup
import job_store
import step_io
import tgz
import tree
from throttle import Progress

TRIES = 3


def with_hard_links(wanted, entries):
    """All names of an inode go in together, or unpacking would part them."""
    groups = {}
    for path, entry in entries.items():
        if entry["type"] == "file":
            groups.setdefault(tuple(entry["id"][:2]), []).append(path)
    names = set(wanted)
    for path in wanted:
        if entries[path]["type"] == "file":
            names.update(groups[tuple(entries[path]["id"][:2])])
    return names


class Moving(Exception):
    """The source changed while it was read, although its containers are stopped."""


def prove(folder, name, expected):
    """The supplement just written, read back: exactly these entries, with this content."""
    reader = tgz.Reader(os.path.join(folder, name + ".tgz"))
    try:
        found = {entry["path"]: entry for entry in tgz.members(reader, name)}
    except (tarfile.TarError, zlib.error, EOFError, OSError, KeyError) as error:
        step_io.fail("supplement-broken", archive=f"{name}.tgz", error=error)
    finally:
        reader.close()
    bad = [path for path, entry in expected.items() if path not in found or backup.differing(found[path], entry)]
    bad += [path for path in found if path not in expected]
    if bad:
        raise Moving(bad[0])
    return reader.state.hexdigest()


def remove_earlier(folder):
    """A supplement of an earlier, interrupted try."""
    for name in os.listdir(folder):
        if name.startswith("supplement-"):
            os.unlink(os.path.join(folder, name))


def take(folder, parts, members, cache):
    """One try at it: (manifest of the source, sums of the supplements, entries taken, paths that are gone)."""
    part_of = {root: name for name, roots in parts.items() for root in roots}
    live = tree.scan(list(part_of), cache=cache, on_progress=Progress("bytes"))
    entries = {backup.full_path(entry): entry for entry in live.entries if entry["type"] != "socket"}
    for path, entry in entries.items():
        if entry.get("unstable"):
            raise Moving(path)
    wanted = with_hard_links([path for path, entry in entries.items()
                              if path not in members or backup.differing(members[path], entry)], entries)
    deleted = sorted(path for path in members if path not in entries)
    # Unpacking a file, or removing one, touches its folder: with the folder's own entry its times come back.
    wanted |= {os.path.dirname(path) for path in wanted | set(deleted)} & entries.keys()

    remove_earlier(folder)
    sums = {}
    for part in parts:
        chosen = {path: entries[path] for path in sorted(wanted, key=os.fsencode)
                  if part_of[entries[path]["root"]] == part}
        if not chosen:
            continue
        name = "supplement-" + part
        tgz.write(os.path.join(folder, name + ".tgz"), ["--no-recursion"], [os.fsencode(path[1:]) for path in chosen])
        sums[name + ".tgz"] = prove(folder, name, chosen)
        step_io.say(f"{name}.tgz: {len(chosen)} entries, sha256 {sums[name + '.tgz']}")
    data = b"".join(os.fsencode(path) + b"\0" for path in deleted)
    step_io.write_durably(os.path.join(folder, backup.DELETED), data)
    sums[backup.DELETED] = hashlib.sha256(data).hexdigest()
    return live, sums, wanted, deleted


def main():
    folder = backup.folder()
    parts, _ = backup.present()
    for path in (backup.MEMBERS, backup.VERIFIED):
        if not os.path.isfile(path):
            step_io.state_missing(step_io.phrase("backup-check-missing"))
    members = {entry["path"]: entry for entry in tree.load(backup.MEMBERS).entries}
    cache = tree.load(backup.VERIFIED)
    for attempt in range(TRIES):
        try:
            live, sums, wanted, deleted = take(folder, parts, members, cache)
            break
        except Moving as moving:
            step_io.say(f"{step_io.show(str(moving))} changed while it was saved (try {attempt + 1} of {TRIES})")
            if attempt == TRIES - 1:
                step_io.fail("source-moving", step_io.phrase("source-keeps-moving", path=step_io.show(str(moving))))
        except tree.Unreadable:
            raise
        except (tgz.TarTrouble, OSError) as error:
            step_io.fail("supplement-failed", error=error)

    backup.write_sums(folder, {**backup.archive_sums(folder), **sums})
    # Members that were not taken again were compared field by field, with hashes that hold.
    step_io.write_durably(backup.STOPPED, live.dump())
    step_io.keep("stopped_boot", job_store.boot_id())
    for name, digest in sums.items():
        step_io.fact("supplement", f"{name} {os.path.getsize(os.path.join(folder, name))} {digest}")
    step_io.fact("supplement_files", len(wanted))
    step_io.fact("supplement_deleted", len(deleted))
    step_io.fact("equal", "yes")
    step_io.say(f"archives and supplement equal the source: {len(live.entries)} entries, {len(wanted)} of them in the supplement, {len(deleted)} gone since the archives")


if __name__ == "__main__":
    tree.told(main)
