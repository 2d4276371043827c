"""One control group per machine.

nspawn puts a "payload" group under the one it is started in, so machines must
not share one. It is also the sure way to end all of a machine's processes, and
the way to find those that a killed lab left behind.
"""
import os
import time
from pathlib import Path

from .shell import LabError


def unified_root() -> Path:
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        if after.split()[0] == "cgroup2":
            return Path(before.split()[4])
    raise LabError("no cgroup2 file system is mounted: mount -t cgroup2 none /sys/fs/cgroup/unified")


def path(tag: str, which="") -> Path:
    return unified_root() / "openclaw-undock-lab" / tag / str(which)


def make(tag: str, which) -> Path:
    group = path(tag, which)
    group.mkdir(parents=True, exist_ok=True)
    return group


def entering(group: Path, command) -> list[str]:
    """A command line that runs `command` in the group."""
    return ["sh", "-c", 'mkdir -p "$0" && echo $$ >"$0/cgroup.procs" && exec "$@"', str(group),
            *(str(word) for word in command)]


def populated(group: Path) -> bool:
    try:
        return "populated 1" in (group / "cgroup.events").read_text()
    except OSError:
        return False


def kill(group: Path) -> None:
    """End every process in the group and below, and remove it."""
    if not group.is_dir():
        return
    deadline = time.monotonic() + 20
    while populated(group):
        (group / "cgroup.kill").write_text("1")
        if time.monotonic() > deadline:
            raise LabError(f"processes in {group} do not end")
        time.sleep(0.02)
    for folder, _, _ in os.walk(group, topdown=False):
        try:
            os.rmdir(folder)
        except OSError:
            pass


def freeze(group: Path, frozen: bool) -> None:
    (group / "cgroup.freeze").write_text("1" if frozen else "0")
    want = f"frozen {int(frozen)}"
    for _ in range(500):
        if want in (group / "cgroup.events").read_text():
            return
        time.sleep(0.01)
    raise LabError(f"{group} does not {'freeze' if frozen else 'thaw'}")
