"""Guests kept right before a sending, with the desk that is about to send.

A case pays for its own step and what follows, not for what comes before. The program itself
makes the places: a migration is held at each step of its switch with the runtime's own `pause`
(a file that the guest's supervisor looks for between two steps), and saved there. What is put
back is what a power cut at that instant would leave, so every case begins with a booted guest.
"""
import json
import time

import bed
import desk as desks
import judge
import moments
import states
from plan import SWITCH

WARMTH = "/var/cache/lab-jiti"
# OpenClaw compiles itself into a folder that a boot empties, and takes twenty seconds of both
# cores for it. That is no fault's business: these guests find it there after each boot.
WARM_UNIT = """set -e
cat >/etc/systemd/system/lab-warm.service <<'UNIT'
[Unit]
DefaultDependencies=no
After=local-fs.target systemd-tmpfiles-setup.service
Before=basic.target
[Service]
Type=oneshot
ExecStart=/bin/sh -c '[ ! -d /var/cache/lab-jiti ] || cp -a /var/cache/lab-jiti /tmp/jiti'
[Install]
WantedBy=basic.target
UNIT
systemctl enable --quiet lab-warm.service; sync
"""


def _archive():
    """Kept for lanes and runs to come; a stale one only means a cold start."""
    return bed.CHECKOUT / "build/bench/jiti.tar"


def warm(vmid) -> None:
    """The state "before" with that folder in it: what a first migration left, once there was one."""
    bed.before(vmid)
    bed.guest(vmid, WARM_UNIT)
    bed.quiet_source(vmid)
    if _archive().exists():
        _put_warmth(vmid)
    bed.keep(vmid, "before")


def _put_warmth(vmid) -> None:
    bed.lab("exec", vmid, "--", "tar", "-xf", "-", "-C", "/var/cache", stdin=_archive().read_bytes())
    bed.guest(vmid, f"rm -rf {WARMTH} /tmp/jiti; mv /var/cache/jiti {WARMTH}; cp -a {WARMTH} /tmp/jiti; sync")


def prepare(vmid) -> None:
    """What every case of a lane builds on."""
    warm(vmid)
    states.migrated(vmid)
    if _archive().exists():
        return
    fresh = _archive().with_suffix(f".{bed.NAME}")
    fresh.write_bytes(bed.lab("exec", vmid, "--", "tar", "-cf", "-", "-C", "/tmp", "jiti").stdout)
    fresh.rename(_archive())
    warm(vmid)
    name = f"migrated-{states.build()}"
    bed.lab("restore", vmid, name)
    _put_warmth(vmid)
    bed.keep(vmid, name)


def before_step(vmid, step):
    """The guest, and a desk of which `resume` sends that step first."""
    if step == SWITCH[0]:
        return states.backed_up(vmid)
    if step in SWITCH:
        docker_runs = SWITCH.index(step) <= SWITCH.index("c-stop")
        return states.reach(vmid, f"at-{step}", lambda desk: _hold_at(desk, vmid, step), serving=docker_runs)
    assert step == "h-outage"
    return states.reach(vmid, "at-h-outage", lambda desk: _start_only(desk, vmid))


def place_of(step):
    """The step that the program sends first in the step's cases."""
    # After a boot with the policies off the containers would not run, and there were nothing to stop.
    # The acceptance is one sending.
    return {"c-stop": "c-policy", "h-checks": "h-outage"}.get(step, step)


def _hold_at(desk, vmid, step) -> None:
    """From the place before it: one step further, and held there."""
    previous = SWITCH[SWITCH.index(step) - 1]
    for _ in range(5):
        earlier, seen = before_step(vmid, place_of(previous))
        desk.copy_from(earlier.folder)
        since = time.time()
        run = desk.start("resume", "--vmid", vmid)
        if moments.wait_for_step(desk, vmid, run, previous, "while", 300, since):
            folder = moments.folder_of(vmid, previous, since)
            (folder.parent / "pause").touch()
        done = run.wait(600)
        if done.code == desks.WAITS and not moments.has(vmid, step, "began", since):
            if previous == "c-stop":
                seen = {"source": judge.source(vmid)}
            (desk.folder / "seen.json").write_text(json.dumps(seen))
            bed.guest(vmid, "sync")
            return
    raise AssertionError(f"could not be held at {step}: {done}")


def _start_only(desk, vmid) -> None:
    """Everything but the acceptance: the program is killed between the two."""
    for _ in range(5):
        earlier, seen = before_step(vmid, SWITCH[-1])
        desk.copy_from(earlier.folder)
        line = len(desk.journals()[-1].read_text().splitlines())
        run = desk.start("resume", "--vmid", vmid)
        bed.wait_for(lambda: not run.alive or moments.journal_has(desk, "end", SWITCH[-1], line), 600, 0.01)
        run.kill()
        if moments.journal_has(desk, "end", SWITCH[-1], line) and not moments.journal_has(desk, "begin", "h-outage", line):
            (desk.folder / "seen.json").write_text(json.dumps(seen))
            return
    raise AssertionError("the gap between start and acceptance was missed")
