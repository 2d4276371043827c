"""Saves what a container changed in its own layer: exactly the paths that `docker diff` names.

usage: layer_save.py CONTAINER FOLDER

Writes CONTAINER.diff (the list) and CONTAINER.tgz (the files). The container may be stopped.
Read through `docker export`, which works with every storage driver.
"""

import os
import subprocess
import sys
import tarfile

import step_io


def changes(container):
    """(kind, path) as docker diff lists them."""
    answer = subprocess.run(["docker", "diff", container], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, timeout=300, check=False)
    if answer.returncode != 0:
        step_io.fail("diff-failed", container=container, error=answer.stderr.decode("utf-8", "replace").strip())
    text = answer.stdout.decode("utf-8", "surrogateescape")
    return answer.stdout, [(line[0], line[2:]) for line in text.splitlines() if len(line) > 2 and line[1] == " "]


def wanted_paths(listing):
    """Added and changed paths; a changed folder alone only says that something in it changed."""
    return {path.lstrip("/") for kind, path in listing if kind in "AC"}


def save(container, folder):
    raw, listing = changes(container)
    step_io.write_durably(os.path.join(folder, container + ".diff"), raw)
    wanted = wanted_paths(listing)
    path, count = os.path.join(folder, container + ".tgz"), 0
    export = subprocess.Popen(["docker", "export", container], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    with tarfile.open(fileobj=export.stdout, mode="r|") as layers, tarfile.open(path, "w:gz", compresslevel=1, format=tarfile.PAX_FORMAT) as out:
        for member in layers:
            layers.members = []
            if member.name.strip("/") not in wanted:
                continue
            out.addfile(member, layers.extractfile(member) if member.isreg() else None)
            out.members = []
            count += 1
    while export.stdout.read(1 << 20):
        pass
    if export.wait() != 0:
        step_io.fail("export-failed", container=container)
    os.chmod(path, 0o600)
    step_io.say(f"{container}: {len(listing)} changes in its layer, {count} entries saved")
    step_io.fact("layer", f"{container} {len(listing)} {count}")


if __name__ == "__main__":
    os.umask(0o077)
    save(*sys.argv[1:3])
