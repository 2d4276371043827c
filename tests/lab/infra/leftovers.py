"""Ending a lab, be it in order or killed half-way: everything that carries its tag."""
import fcntl
import os
import signal
import subprocess
import time
from pathlib import Path

from . import cgroup, network, pool
from .names import LabNames


def _keeper_pid(lab: LabNames) -> int:
    """The keeper's pid if it is still this lab's keeper."""
    try:
        pid = int((lab.state / "keeper.pid").read_text())
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (OSError, ValueError):
        return 0
    return pid if b"_keeper" in words and lab.seed.encode() in words else 0


def stop_keeper(lab: LabNames) -> None:
    pid = _keeper_pid(lab)
    if not pid:
        return
    os.kill(pid, signal.SIGTERM)
    for _ in range(200):
        if not _keeper_pid(lab):
            return
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)


def clear(lab: LabNames) -> None:
    stop_keeper(lab)
    root = cgroup.path(lab.tag)
    if root.is_dir():
        cgroup.kill(root)
    network.tear_down(lab)
    if pool.IMAGE.exists():
        pool.ensure_mounted()
        pool.delete_tree(pool.lab_folder(lab.tag))
    # What is kept: the key, so that an agent or a known_hosts entry goes on fitting.
    for name in ("config.json", "keeper.pid"):
        (lab.state / name).unlink(missing_ok=True)
    subprocess.run(["rm", "-rf", lab.run], check=False)


class exclusive:
    """One verb that changes the lab at a time."""

    def __init__(self, lab: LabNames):
        lab.state.mkdir(parents=True, exist_ok=True)
        self._handle = open(lab.state / ".lock", "w")

    def __enter__(self):
        fcntl.flock(self._handle, fcntl.LOCK_EX)

    def __exit__(self, *_):
        self._handle.close()
