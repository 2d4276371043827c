"""The restore: one folder of Docker's data out of the backup, first beside its place, then into it.

usage: restore_part.py unpack NAME PLACE BACKUP    archive NAME.tgz and its supplement, and proof against the manifest
       restore_part.py place NAME PLACE            what stands at PLACE is moved aside, what was unpacked comes there

The folder beside may belong to uid 1000 (many a /data does): what was made there is held by descriptor, and known
again by its number, not by its name.
"""

import os
import stat
import subprocess
import sys
import time

import beneath
import layout
import restore_backup
import step_io

UNPACK = ("tar", "-xz", "--xattrs", "--xattrs-include=*", "--acls", "--numeric-owner", "--same-owner", "-p", "--sparse",
          "--warning=no-timestamp")
DELETED = "supplement-deleted.nul"
UNPROVEN = (layout.COMPOSE_DIR,)  # the manifest does not cover it


def work_name(name):
    return f".undock-restore-{name}-{os.path.basename(step_io.RUN)}"


def identity(descriptor):
    status = os.fstat(descriptor)
    return f"{status.st_dev} {status.st_ino}"


def tar(descriptor, archive):
    answer = subprocess.run([*UNPACK, "-C", f"/proc/self/fd/{descriptor}", "-f", archive], pass_fds=[descriptor],
                            stdin=subprocess.DEVNULL, check=False)
    if answer.returncode != 0:
        step_io.fail("restore-failed", archive=os.path.basename(archive))


def remove_deleted(work, place, folder):
    """What was gone when the containers stopped. Folders come after what is in them."""
    try:
        with open(os.path.join(folder, DELETED), "rb") as file:
            gone = [name for name in file.read().split(b"\0") if name.startswith(os.fsencode(place) + b"/")]
    except FileNotFoundError:
        return
    for path in sorted(gone, reverse=True):
        try:
            with work.parent(path.lstrip(b"/")) as (parent, name):
                beneath.remove(parent, name)
        except FileNotFoundError:
            continue


def unpack(name, place, folder):
    above = os.path.dirname(place)
    with beneath.Tree(above) as parent:
        beneath.remove(parent.descriptor, work_name(name))
        descriptor = beneath.private_folder(parent.descriptor, work_name(name))
        try:
            step_io.keep(f"restore_{name}", identity(descriptor))
            tar(descriptor, os.path.join(folder, name + ".tgz"))
            with beneath.Tree(f"/proc/self/fd/{descriptor}/.") as work:
                remove_deleted(work, place, folder)
                # By tar's default what stands there is removed first; --overwrite would write into a file's other names too.
                if os.path.isfile(os.path.join(folder, f"supplement-{name}.tgz")):
                    tar(descriptor, os.path.join(folder, f"supplement-{name}.tgz"))
                status = work.stat(place.lstrip("/"))
            if status is None or not stat.S_ISDIR(status.st_mode):
                step_io.fail("restore-failed", step_io.phrase("restore-lacks", archive=f"{name}.tgz", path=place))
            if place not in UNPROVEN:
                restore_backup.prove(place, f"/proc/self/fd/{descriptor}{place}")
        finally:
            os.close(descriptor)


def put_in_place(name, place):
    above, last = os.path.split(place)
    with beneath.Tree(above) as parent:
        descriptor = beneath.open_folder(work_name(name), parent.descriptor)
        try:
            if identity(descriptor) != step_io.kept(f"restore_{name}"):
                step_io.fail("restore-failed", step_io.phrase("restore-replaced", unpacked=f"{above}/{work_name(name)}", path=place, folder=above))
            inner = os.open(f"/proc/self/fd/{descriptor}{above}", beneath.FOLDER)
            try:
                if parent.stat(last) is not None:
                    aside = beneath.free_name(parent.descriptor, f"{last}.before-restore-{time.strftime('%Y%m%d%H%M%S')}")
                    os.rename(last, aside, src_dir_fd=parent.descriptor, dst_dir_fd=parent.descriptor)
                    step_io.fact("kept_as", f"{above}/{aside}")
                    step_io.say(f"{place} as it was is kept as {above}/{aside}")
                os.rename(last, last, src_dir_fd=inner, dst_dir_fd=parent.descriptor)
                os.fsync(parent.descriptor)
            finally:
                os.close(inner)
        finally:
            os.close(descriptor)
    step_io.fact("restored", place)


if __name__ == "__main__":
    {"unpack": unpack, "place": put_in_place}[sys.argv[1]](*sys.argv[2:])
