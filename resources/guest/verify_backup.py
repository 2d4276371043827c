"""b-verify: the archives against their sums, and every member against the live source.

What differs because it changed after the archive was begun is noted for the supplement; what
differs without having changed since means that the archive is wrong.
"""

import os
import tarfile
import threading
import zlib

import backup
import step_io
import tgz
import tree
from throttle import Progress

LISTED = 50


def refuse(code, /, **values):
    """Fail, and mark the backup as one that the next archiving replaces."""
    step_io.write_durably(os.path.join(step_io.kept("backup_dir"), backup.INCOMPLETE),
                          (os.path.basename(step_io.RUN) + "\n").encode())
    step_io.fail(code, **values)


def read_archives(folder, sums, on_bytes):
    """Every member of every archive, by absolute path."""
    found = {}
    for name, digest in sorted(sums.items()):
        reader = tgz.Reader(os.path.join(folder, name), on_bytes)
        try:
            count = 0
            for entry in tgz.members(reader, name.removesuffix(".tgz")):
                found[entry["path"]] = entry
                count += 1
        except (tarfile.TarError, zlib.error, EOFError, OSError, KeyError) as error:
            refuse("archive-broken", archive=name, error=error)
        finally:
            reader.close()
        if reader.state.hexdigest() != digest:
            refuse("sum-differs", archive=name)
        step_io.say(f"{name}: sum right, {count} members read")
    return found


class LiveScan(threading.Thread):
    """The source, hashed while the archives are unpacked."""

    def __init__(self, roots):
        super().__init__()
        self.roots, self.manifest, self.error = roots, None, None

    def run(self):
        try:
            self.manifest = tree.scan(self.roots)
        except OSError as error:
            self.error = error


def sort_out(members, live, began_ns):
    """(paths that changed since the archive was begun, lines about members that are wrong)."""
    entries = {backup.full_path(entry): entry for entry in live.entries}
    changed, wrong = [], []

    def touched(path):
        while path != "/":
            if path in entries:
                return entries[path]["id"][2] >= began_ns
            path = os.path.dirname(path)
        return False

    for path, member in members.items():
        entry = entries.get(path)
        if entry is None:
            fields = ["vanished"]
            fresh = touched(os.path.dirname(path))
        else:
            fields = backup.differing(member, entry)
            fresh = touched(path)
        if fields:
            (changed if fresh else wrong).append((path, fields))
    for path, entry in entries.items():
        if path not in members and entry["type"] != "socket":
            (changed if touched(path) else wrong).append((path, ["new"]))
    return sorted(changed), sorted(wrong)


def main():
    folder = backup.folder()
    if os.path.exists(os.path.join(folder, backup.INCOMPLETE)):
        step_io.fail("backup-incomplete", path=folder)
    sums = backup.archive_sums(folder)
    parts, _ = backup.present()
    absent = [name for name in parts if name + ".tgz" not in sums]
    if absent:
        refuse("archive-missing", names=", ".join(absent))
    for name in sums:
        if not os.path.isfile(os.path.join(folder, name)):
            refuse("archive-missing", names=name)

    scan = LiveScan([root for roots in parts.values() for root in roots])
    scan.start()
    total, done = sum(os.path.getsize(os.path.join(folder, name)) for name in sums), 0
    progress = Progress("bytes", total=total)

    def on_bytes(count):
        nonlocal done
        done += count
        progress(done, total)

    members = read_archives(folder, sums, on_bytes)
    scan.join()
    if scan.error:
        tree.cannot_read(scan.error)

    began_ns = int(step_io.kept("archive_began_ns")) - tree.RACY_NS
    changed, wrong = sort_out(members, scan.manifest, began_ns)
    for path, fields in changed[:LISTED]:
        step_io.say(f"changed since: {step_io.show(path)} ({', '.join(fields)})")
    if len(changed) > LISTED:
        step_io.say(f"… and {len(changed) - LISTED} more")
    if wrong:
        for path, fields in wrong[:LISTED]:
            step_io.say(f"WRONG in the archive: {step_io.show(path)} ({', '.join(fields)})")
        refuse("archive-differs", count=len(wrong))

    archive_index = tree.Manifest(sorted(sums), scan.manifest.began_ns, list(members.values()))
    step_io.write_durably(backup.MEMBERS, archive_index.dump())
    step_io.write_durably(backup.VERIFIED, scan.manifest.dump())
    step_io.fact("verified", len(members))
    step_io.fact("changed_count", len(changed))
    step_io.say(f"{len(members)} members equal the source, but for {len(changed)} that changed since")


if __name__ == "__main__":
    main()
