#!/usr/bin/env python3
"""Records the sample runs: the program carries them out on VMs of a lab of their own; their journals, made fit to be
checked in, become tests/samples/runs/NAME/journal.jsonl.

usage: ./dev samples [NAME…]     whole, rolled-back, retried; some minutes each, as root

What belongs to this machine is replaced (the node's address, this desk's name, the kernel); the lines are chained anew.
"""
import os
import shutil
import signal
import sys
import urllib.parse
from pathlib import Path

os.environ.setdefault("LAB_NAME", "samples")
os.environ.setdefault("UNDOCK_LAB_GUESTS", "3")
CHECKOUT = Path(__file__).resolve().parents[2]
os.environ.setdefault("UNDOCK_LAB_WORK", str(CHECKOUT / "build/samples"))
sys.path.insert(0, str(CHECKOUT / "tests/lab/whole"))
import bed  # noqa: E402
import desk as desks  # noqa: E402
import moments  # noqa: E402
import plain  # noqa: E402
import states  # noqa: E402

RUNS = Path(__file__).resolve().parent / "runs"


def expect(done, *codes):
    if done.code not in codes:
        raise SystemExit(f"record: not the end that was wanted ({', '.join(map(str, codes))})\n{done}")


def reached(desk, vmid, run, step, moment):
    if not moments.wait_for_step(desk, vmid, run, step, moment):
        raise SystemExit(f"record: {step} was not reached\n{run.wait(30)}")


def whole(desk, vmid):
    """Migrated, accepted by its user, Docker deleted."""
    expect(desk.migrate(vmid), desks.SUCCEEDED)
    expect(desk.do("accept", "--vmid", vmid, "--by", "王先生", "--note", "聊天记录都在，能正常回复", "--tried", "网页、Telegram"), desks.SUCCEEDED)
    expect(desk.delete(vmid), desks.SUCCEEDED)


def rolled_back(desk, vmid):
    """nginx goes down while the direct version starts: the acceptance fails, and the operator rolls back."""
    run = desk.start("migrate", "--vmid", vmid)
    reached(desk, vmid, run, "g-start", "while")
    bed.lab("break", vmid, "nginx")
    expect(run.wait(900), desks.FAILED)
    bed.lab("fix", vmid, "nginx")
    expect(desk.roll_back(vmid), desks.SUCCEEDED)


def retried(desk, vmid):
    """Paused after the backup; then the installer's site is gone for a while; tried again, it goes through."""
    run = desk.start("migrate", "--vmid", vmid)
    reached(desk, vmid, run, "b-archive", "before")
    run.signal(signal.SIGINT)
    expect(run.wait(600), desks.WAITS)
    site = urllib.parse.urlsplit(desk.events()[0]["data"]["params"]["installer_url"]).hostname
    bed.guest(vmid, f"cp -p /etc/hosts /root/hosts.kept && sed -i 's/\\b{site}\\b/gone.invalid/g' /etc/hosts")
    expect(desk.resume(vmid), desks.FAILED)
    bed.guest(vmid, "cat /root/hosts.kept >/etc/hosts && rm /root/hosts.kept")
    expect(desk.resume(vmid), desks.SUCCEEDED)


SAMPLES = {"whole": (whole, 101), "rolled-back": (rolled_back, 102), "retried": (retried, 103)}


def record(name):
    act, vmid = SAMPLES[name]
    desk = states.before(vmid, f"sample-{name}")
    act(desk, vmid)
    journal, = desk.journals()
    kept = RUNS / name / "journal.jsonl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(plain.journal(journal.read_bytes(), desk.env["LAB_NODE"].split("@")[1]))
    print(f"{kept.relative_to(CHECKOUT)}: {len(kept.read_bytes())} bytes", flush=True)


def main(names):
    unknown = [name for name in names if name not in SAMPLES]
    if unknown:
        raise SystemExit(f"record: no such sample: {', '.join(unknown)} (there are {', '.join(SAMPLES)})")
    bed.up(afresh=True)
    try:
        for name in names or SAMPLES:
            record(name)
    finally:
        bed.down()
        # Made by root, kept by whose checkout it is.
        owner = RUNS.parent.stat()
        for path in (RUNS, *RUNS.rglob("*")):
            os.chown(path, owner.st_uid, owner.st_gid)
        shutil.rmtree(bed.WORK, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
