"""Installers of OpenClaw, Node or npm that someone else runs in this guest.

usage: installers.py wait       until there are none; ends the step where one takes longer
       installers.py ours       ends the step: another step of this program installs
"""

import os
import re
import sys
import time

import processes
import step_io

TRIES, PAUSE = 30, 2

INSTALLER = re.compile(rb"openclaw\.ai/install|install\.sh(?=\0|\Z)|npm(?:-cli\.js)?\0(?:.*\0)?(?:i|install|add|ci|update)(?:\0|\Z)"
                       rb"|openclaw(?:\.mjs)?\0update(?:\0|\Z)|nodesource", re.DOTALL)


def found():
    """A line for each: PID and what it is, without its arguments."""
    mine = processes.control_group(os.getpid())
    lines = []
    for pid in processes.pids():
        group = processes.control_group(pid)
        if group == mine or "/docker" in group:
            continue
        if INSTALLER.search(processes.command(pid)):
            lines.append(f"{pid} {processes.name_of(pid)} {processes.unit_of(pid)}")
    return lines


def refuse(text):
    step_io.fail("installer-busy", text)


def tell(lines):
    """What the scan found of it."""
    step_io.finding("blocks", "installer-busy", step_io.phrase("installer-busy", show="; ".join(map(step_io.show, lines))))


def wait():
    others = []
    for _ in range(TRIES):
        others = found()
        if not others:
            return
        time.sleep(PAUSE)
    refuse(step_io.phrase("installer-beside", others="; ".join(others)))


if __name__ == "__main__":
    if sys.argv[1] == "ours":
        refuse(step_io.phrase("installer-of-ours"))
    wait()
