"""c-manifest: the manifest of the data that is moved, taken while its containers are stopped.

It is what the copy is proven against, so it is kept with the backup and in the run. The bot
is down meanwhile: what the supplement has looked at moments ago is not looked at again (whatever
touched it since makes the copy differ from this manifest, and the proof of the copy fails).
Later, or after a reboot, everything is looked at, and hashed anew where it was touched.
"""

import hashlib
import os
import re
import time

import backup
import job_store
import layout
import step_io
import tree
from throttle import Progress

SESSION = re.compile(r"agents/main/sessions/.*", re.S)
WORKSPACE = re.compile(r"workspace/.*", re.S)
FRESH_NS = 60_000_000_000


def count(entries, pattern):
    return sum(1 for entry in entries if entry["root"] == layout.SRC_STATE and entry["type"] == "file"
               and pattern.match(entry["path"]))


def moments_ago(stopped):
    age = time.time_ns() - stopped.began_ns
    return 0 <= age < FRESH_NS and step_io.is_kept("stopped_boot") and step_io.kept("stopped_boot") == job_store.boot_id()


def look_again(roots, stopped):
    # After the stop nothing may write: what the supplement read holds, sessions included.
    manifest = tree.scan(roots, cache=stopped, on_progress=Progress("bytes"), always=None if stopped else tree.ALWAYS)
    unstable = [entry for entry in manifest.entries if entry.get("unstable")]
    if unstable:
        step_io.fail("source-moving", path=step_io.show(backup.full_path(unstable[0])))
    moved = next(different(stopped, manifest, roots), None) if stopped else None
    if moved:
        step_io.fail("source-moving", step_io.phrase("source-moved-since", path=step_io.show(moved)))
    return manifest


def main():
    folder = backup.folder()
    roots = [root for root in backup.DATA_ROOTS if os.path.lexists(root)]
    stopped = tree.load(backup.STOPPED) if os.path.isfile(backup.STOPPED) else None
    if stopped and moments_ago(stopped):
        manifest = tree.Manifest(roots, stopped.began_ns, [entry for entry in stopped.entries if entry["root"] in roots])
    else:
        manifest = look_again(roots, stopped)
    data = manifest.dump()
    step_io.write_durably(backup.SOURCE, data)
    step_io.write_durably(os.path.join(folder, os.path.basename(backup.SOURCE)), data)
    files = [entry for entry in manifest.entries if entry["type"] == "file"]
    digest = hashlib.sha256(data).hexdigest()
    step_io.fact("manifest_sha256", digest)
    step_io.fact("files", len(files))
    step_io.fact("bytes", sum(entry["size"] for entry in files))
    step_io.fact("entries", len(manifest.entries))
    step_io.fact("sessions", count(files, SESSION))
    step_io.fact("workspace", count(files, WORKSPACE))
    step_io.say(f"{len(manifest.entries)} entries, {len(files)} files; manifest sha256 {digest}")


def different(old, new, roots):
    """Paths that differ between two manifests, under the roots."""
    for root in roots:
        missing, extra, changed = tree.compare(old.of_root(root), new.of_root(root))
        yield from (backup.full_path(entry) for entry in missing + extra)
        yield from (backup.full_path(entry) for entry, _, _ in changed)


if __name__ == "__main__":
    tree.told(main)
