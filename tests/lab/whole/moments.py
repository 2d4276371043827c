"""When to strike: the instant a step is reached, seen in the guest's files from outside.

A step's folder is in the guest once it was sent, `began` in it once it runs, `result` once
it ended; the desk's journal has its end once the desk learnt of it.
"""
import json
import time
from pathlib import Path

import bed

MOMENTS = ("before", "while", "after")


def folder_of(vmid, step, since=0.0) -> Path | None:
    """The newest job folder of the step, made after `since`."""
    found = []
    for folder in (bed.root_of(vmid) / bed.RUNS).glob(f"*/[0-9]*-{step}"):
        try:
            found.append((folder.stat().st_ctime, folder))
        except OSError:
            pass  # it is just being renamed
    found = [pair for pair in found if pair[0] >= since]
    return max(found)[1] if found else None


def has(vmid, step, file, since=0.0) -> bool:
    folder = folder_of(vmid, step, since)
    return folder is not None and (folder / file).exists()


def ran(vmid, step, file, since=0.0) -> bool:
    """As `has`, of a job that began: one that was passed over has a result, too."""
    return has(vmid, step, "began", since) and has(vmid, step, file, since)


def journal_has(desk, kind, step, since_line=0) -> bool:
    """Whether the newest journal has a begin or an end of the step beyond that line (no end: one that was passed over)."""
    journals = desk.journals()
    if not journals:
        return False
    for line in journals[-1].read_text(errors="replace").splitlines()[since_line:]:
        if f'-{step}"' not in line:
            continue
        try:
            event = json.loads(line)
        except ValueError:
            continue
        data = event.get("data", {})
        if event.get("type") == kind and str(data.get("job", "")).split("-", 1)[-1] == step \
                and not (kind == "end" and data.get("state") in ("skipped", "refused")):
            return True
    return False


def reached(desk, vmid, step, moment, since=0.0, since_line=0) -> bool:
    if moment == "before":  # its begin is on disk at the desk, and nothing of it ran
        return journal_has(desk, "begin", step, since_line)
    return ran(vmid, step, "began" if moment == "while" else "result", since)


def standing(desk, vmid, step, since, since_line) -> str:
    """How far the step had come, for the report: what the desk and the guest have of it."""
    marks = [kind for kind in ("begin", "end") if journal_has(desk, kind, step, since_line)]
    return "+".join(marks + [file for file in ("began", "result") if has(vmid, step, file, since)]) or "nothing"


def wait_for_step(desk, vmid, run, step, moment, limit=600, since=0.0, since_line=0) -> bool:
    """True at the moment; false when the program ended before it came."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if reached(desk, vmid, step, moment, since, since_line):
            return True
        if not run.alive:
            return reached(desk, vmid, step, moment, since, since_line)
        time.sleep(0.03)
    return False
