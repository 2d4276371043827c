"""What the backup consists of, and where its parts are noted for later steps."""

import os

import layout
import step_io

# Archive name → what it holds, as the procedure has it (§5.2).
PARTS = {
    "data-openclaw": (layout.SRC_STATE,),
    "data-panel": (layout.SRC_PANEL,),
    "opt-openclaw": (layout.COMPOSE_DIR,),
    "root-ssh": ("/root/.ssh", layout.LOGIN_FILE),
}
PLACE = "/root"  # where the backup folders are
DATA_ROOTS = (layout.SRC_STATE, layout.SRC_PANEL)
SUMS = "SHA256SUMS.txt"
INCOMPLETE = "INCOMPLETE"
DELETED = "supplement-deleted.nul"

# Kept in the run's state folder.
MEMBERS = os.path.join(step_io.STATE, "archive-members.jsonl")
VERIFIED = os.path.join(step_io.STATE, "verified-manifest.jsonl")
STOPPED = os.path.join(step_io.STATE, "stopped-manifest.jsonl")
SOURCE = os.path.join(step_io.STATE, "source-manifest.jsonl")


def present():
    """({archive: [roots that exist]}, [roots that do not])."""
    parts, missing = {}, []
    for name, roots in PARTS.items():
        here = [root for root in roots if os.path.lexists(root)]
        missing += [root for root in roots if root not in here]
        if here:
            parts[name] = here
    return parts, missing


def folder():
    path = step_io.kept("backup_dir")
    if not os.path.isdir(path):
        step_io.fail("backup-gone", step_io.phrase("backup-folder-gone", path=path))
    return path


def read_sums(path):
    """{file name: sha256} of a SHA256SUMS.txt."""
    sums = {}
    with open(os.path.join(path, SUMS), encoding="utf-8") as file:
        for line in file:
            digest, name = line.rstrip("\n").split("  ", 1)
            sums[name] = digest
    return sums


def archive_sums(path):
    """The archives' sums alone, without what stage C adds."""
    return {name: digest for name, digest in read_sums(path).items() if not name.startswith("supplement-")}


def write_sums(path, sums):
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    step_io.write_durably(os.path.join(path, SUMS), lines.encode())


def differing(member, live):
    """Fields in which an archive's member and what is on disk differ; owners by number."""
    import tree
    return tree.differing(member, {**live, "path": member["path"]}, ignore=("hard",))


def full_path(entry):
    """Absolute path of a tree.py entry, as archives name it."""
    return entry["root"] if entry["path"] == "." else f"{entry['root']}/{entry['path']}"
