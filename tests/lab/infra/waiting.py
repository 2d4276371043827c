"""Waiting for what a machine of the lab does, however slow or busy the computer under it is.

A limit in seconds means: so long without any work done. As long as the machine that is waited
for uses the processor, it is waited for.
"""
import time
from pathlib import Path

from .shell import LabError, say

WORK_UNIT = 5  # seconds of the processor; looking at an idle machine costs some hundredths a second
TOLD_AFTER = 20  # what took longer is told


def processor_seconds(*groups: Path) -> float:
    """What the machines in these control groups have used; 0 for those that are not there."""
    total = 0
    for group in groups:
        try:
            total += int((group / "cpu.stat").read_text().split("\n", 1)[0].split()[1])
        except (OSError, ValueError, IndexError):
            pass
    return total / 1e6


def until(what: str, missing, quiet: float, *groups: Path, hint: str = "", pace: float = 0.1) -> None:
    """Until missing() returns "": its text says what was last seen. LabError once nothing was done for
    `quiet` seconds. `groups`: the control groups of the machines that do the work."""
    began = moved = time.monotonic()
    done, last = processor_seconds(*groups), ""
    while seen := missing():
        now = time.monotonic()
        used = processor_seconds(*groups)
        if seen != last or used >= done + WORK_UNIT:
            last, done, moved = seen, used, now
        if now - moved > quiet:
            raise LabError(f"waited {now - began:.0f} s for {what}, and nothing was done in the last {quiet:.0f} s; "
                           f"last seen: {seen}{'; ' + hint if hint else ''}")
        time.sleep(pace)
    if time.monotonic() - began > TOLD_AFTER:
        say(f"waited {time.monotonic() - began:.0f} s for {what}")
