"""Since when a service stands: written when it first did, looked up by the acceptance.

Seconds count from the guest's boot, so that a clock that is set does not make them longer;
what was written before a reboot says nothing any more.
"""

import step_io

BOOT = "/proc/sys/kernel/random/boot_id"


def boot_id():
    with open(BOOT, encoding="ascii") as file:
        return file.read().strip()


def begin(unit, pid, restarts, moment):
    """`moment`: of time.monotonic(), from which on the unit answered with this main process."""
    step_io.keep(f"standing-{unit}", f"{boot_id()} {pid} {restarts} {moment:.3f}")


def since(unit, pid, restarts):
    """The moment (time.monotonic()) from which on this main process stands without a restart, or None."""
    name = f"standing-{unit}"
    words = step_io.kept(name).split() if step_io.is_kept(name) else []
    if words[:3] != [boot_id(), str(pid), str(restarts)] or len(words) != 4:
        return None
    try:
        return float(words[3])
    except ValueError:
        return None
