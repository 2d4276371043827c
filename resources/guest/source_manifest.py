"""c-manifest: the manifest of the data that is moved, taken while its containers are stopped.

It is what the copy is proven against, so it is kept with the backup and in the run. What
c-supplement has just hashed is not hashed again unless something touched it since.
"""

import hashlib
import os
import re

import backup
import step_io
import tree
from throttle import Progress

SESSION = re.compile(r"agents/main/sessions/.*", re.S)
WORKSPACE = re.compile(r"workspace/.*", re.S)


def count(entries, pattern):
    return sum(1 for entry in entries if entry["root"] == "/data/openclaw" and entry["type"] == "file"
               and pattern.match(entry["path"]))


def main():
    folder = backup.folder()
    roots = [root for root in backup.DATA_ROOTS if os.path.lexists(root)]
    cache = tree.load(backup.STOPPED) if os.path.isfile(backup.STOPPED) else None
    # After the stop nothing may write: what c-supplement read holds, sessions included.
    manifest = tree.scan(roots, cache=cache, on_progress=Progress("bytes"), always=None if cache else tree.ALWAYS)
    unstable = [entry for entry in manifest.entries if entry.get("unstable")]
    if unstable:
        step_io.fail("source-moving", f"{step_io.show(backup.full_path(unstable[0]))} is being written although the containers are stopped; find out by what, then run stage C again.")
    if cache:
        known = [entry for entry in cache.entries if entry["root"] in roots]
        moved = [kind for kind in compare_all(known, manifest.entries, roots) if kind]
        if moved:
            step_io.fail("source-moving", f"{step_io.show(moved[0])} changed since the supplement was made; run stage C again from c-supplement.")
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


def compare_all(old, new, roots):
    """Paths that differ between two manifests' entries of the same roots."""
    for root in roots:
        missing, extra, changed = tree.compare([entry for entry in old if entry["root"] == root],
                                               [entry for entry in new if entry["root"] == root])
        yield from (backup.full_path(entry) for entry in missing + extra)
        yield from (backup.full_path(entry) for entry, _, _ in changed)


if __name__ == "__main__":
    main()
