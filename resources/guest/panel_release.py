"""Unpacks a panel release: one folder named owner-repository-commit, and nothing that leaves it.

usage: panel_release.py TARBALL FOLDER     unpacks into FOLDER (which must not exist); prints the commit
"""

import os
import re
import shutil
import sys
import tarfile

import step_io

# Not part of a deployment: a developer's repository, and what the panel makes while it runs.
LEFT_OUT = {".git", "node_modules", ".runtime"}
NEEDED = ("package.json", "src/server.js")
LARGEST = 1 << 30


def top_folder(members):
    tops = {member.name.split("/")[0] for member in members if member.name.strip("/")}
    if len(tops) != 1:
        step_io.fail("release-odd")
    return tops.pop()


def extract_plain(archive, members, folder):
    """For a Python without tarfile's filters (3.11.2 of Debian 12): folders and files, each made anew. Where no link is
    ever made, no name leads out of a folder that root just made."""
    for member in members:
        parts = [part for part in member.name.split("/") if part not in ("", ".")]
        if not parts or ".." in parts or not (member.isdir() or member.isfile()):
            step_io.fail("release-odd", step_io.phrase("release-odd-entry", name=repr(member.name[:200])))
        place = os.path.join(folder, *parts)
        os.makedirs(place if member.isdir() else os.path.dirname(place), 0o755, exist_ok=True)
        if member.isfile():
            with archive.extractfile(member) as source, open(place, "xb") as target:
                shutil.copyfileobj(source, target)
            os.chmod(place, 0o755 if member.mode & 0o100 else 0o644)


def unpack(path, folder):
    with tarfile.open(path, "r:*") as archive:
        archive.errorlevel = 2
        members = [member for member in archive.getmembers() if member.type not in (tarfile.XGLTYPE, tarfile.XHDTYPE)]
        if sum(member.size for member in members) > LARGEST:
            step_io.fail("release-odd", step_io.phrase("release-too-large"))
        top = top_folder(members)
        chosen = []
        for member in members:
            parts = member.name.split("/")[1:]
            if not parts or parts[0] in LEFT_OUT:
                continue
            member.name = "/".join(parts)
            if member.islnk():
                member.linkname = "/".join(member.linkname.split("/")[1:])
            chosen.append(member)
        os.mkdir(folder, 0o755)
        if hasattr(tarfile, "data_filter"):
            archive.extractall(folder, members=chosen, filter="data")
        else:
            extract_plain(archive, chosen, folder)
    missing = [name for name in NEEDED if not os.path.isfile(os.path.join(folder, name))]
    if missing:
        shutil.rmtree(folder)
        step_io.fail("release-odd", step_io.phrase("release-incomplete", missing=", ".join(missing)))
    commit = re.search(r"-([0-9a-f]{7,40})\Z", top)
    return commit[1] if commit else "unknown"


def main():
    try:
        print(unpack(*sys.argv[1:3]))
    except (tarfile.TarError, OSError, EOFError) as error:
        step_io.fail("release-broken", error=error)


if __name__ == "__main__":
    main()
