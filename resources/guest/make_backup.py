"""The backup: the four archives and their sums, into a folder that counts only when it is complete.

usage: make_backup.py VMID TS
"""

import contextlib
import os
import shutil
import subprocess
import sys
import time

import backup
import job_store
import step_io
import tgz
from throttle import Progress


def remove_own_half_work(vmid):
    """Folders that an interrupted or refused try of this run left.

    Before the cutover they hold nothing that is not in the source; after it, even a bad backup is kept.
    """
    if os.path.exists(job_store.CUTOVER):
        return
    for name in sorted(os.listdir(backup.PLACE)):
        path = os.path.join(backup.PLACE, name)
        mark = os.path.join(path, backup.INCOMPLETE)
        if name.startswith(f"migrate-backup-{vmid}-") and os.path.isfile(mark) and not os.path.islink(path):
            with open(mark, encoding="utf-8") as file:
                if file.read().strip() == os.path.basename(step_io.RUN):
                    step_io.say(f"removing the unfinished {path} of an earlier try")
                    shutil.rmtree(path)


def empty(path):
    return os.path.isdir(path) and not os.listdir(path)


def begin(path):
    with contextlib.suppress(OSError):
        os.rmdir(path)  # empty: interrupted between these two lines
    os.mkdir(path, 0o700)
    step_io.write_durably(os.path.join(path, backup.INCOMPLETE), (os.path.basename(step_io.RUN) + "\n").encode())


def size_of(roots):
    answer = subprocess.run(["du", "-sb", "--", *roots], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return sum(int(line.split(b"\t")[0]) for line in answer.stdout.splitlines())


def archive_all(path):
    parts, missing = backup.present()
    sizes = {name: size_of(roots) for name, roots in parts.items()}
    progress, done, sums = Progress("bytes", total=sum(sizes.values())), 0, {}
    for name, roots in parts.items():
        written = 0

        def on_bytes(count, base=done, limit=sizes[name]):
            nonlocal written
            written += count
            progress(base + min(written, limit), 0)

        target = os.path.join(path, name + ".tgz")
        digest, size, warnings = tgz.write(target, [], [os.fsencode(root[1:]) for root in roots], on_bytes)
        sums[name + ".tgz"] = digest
        done += sizes[name]
        progress(done, 0)
        step_io.say(f"{name}.tgz  {size} bytes  sha256 {digest}")
        step_io.fact("archive", f"{name}.tgz {size} {digest}")
        for line in warnings[:20]:
            step_io.say(f"  {step_io.show(line)}")
        if len(warnings) > 20:
            step_io.say(f"  … and {len(warnings) - 20} more such lines")
    for root in missing:
        step_io.say(f"not there, so not archived: {root}")
        step_io.fact("missing", root)
    return sums


def main():
    vmid, ts = sys.argv[1:3]
    path = f"{backup.PLACE}/migrate-backup-{vmid}-{ts}"
    if step_io.is_kept("backup_dir") and step_io.kept("backup_dir") == path and os.path.isdir(path) \
            and not os.path.exists(os.path.join(path, backup.INCOMPLETE)):
        step_io.say("this backup was made before; the check that follows proves it")
        sums = backup.archive_sums(path)
    else:
        remove_own_half_work(vmid)
        if os.path.lexists(path) and not empty(path):
            step_io.fail("backup-exists", path=path)
        try:
            begin(path)
            began_ns = time.time_ns()
            sums = archive_all(path)
            backup.write_sums(path, sums)
        except tgz.TarTrouble as error:
            shutil.rmtree(path, ignore_errors=True)
            step_io.fail("archive-failed", error=error)
        except OSError as error:
            shutil.rmtree(path, ignore_errors=True)
            step_io.fail("archive-failed", step_io.phrase("backup-not-written", error=error))
        step_io.keep("archive_began_ns", began_ns)
        step_io.keep("backup_dir", path)
        # Last: whatever interrupts before this makes the next try begin anew.
        os.unlink(os.path.join(path, backup.INCOMPLETE))
        subprocess.run(["sync", "-f", path], check=True)
    step_io.fact("backup_dir", path)
    step_io.fact("archives", " ".join(sorted(sums)))
    step_io.fact("bytes", sum(os.path.getsize(os.path.join(path, name)) for name in sums))


if __name__ == "__main__":
    main()
