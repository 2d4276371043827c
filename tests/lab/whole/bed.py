"""The lab as these tests use it: guests put into a known state, and things said to them.

Nothing here knows how the program works inside. A state is made once and put back from a
snapshot after that, since a migration takes a minute and a restore some seconds.
"""
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
LAB = CHECKOUT / "tests/lab/lab"
sys.path.insert(0, str(CHECKOUT / "tests/lab"))
from infra.names import variant_of  # noqa: E402,F401

NAME = os.environ.setdefault("LAB_NAME", "whole")
FULL = os.environ.get("UNDOCK_LAB_FULL", "") not in ("", "0")
GUESTS = int(os.environ.get("UNDOCK_LAB_GUESTS", "6" if FULL else "2"))
WORK = Path(os.environ.get("UNDOCK_LAB_WORK", CHECKOUT / "build/lab-whole"))
NODE_ROOT = "/var/lib/openclaw-undock"
RUNS = "var/lib/openclaw-undock/runs"
_leaders: dict[int, int] = {}


class LabFailed(AssertionError):
    pass


def lab(*words, check=True, limit=300, stdin=None) -> subprocess.CompletedProcess:
    command = [LAB, *map(str, words)]
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired as late:  # a guest that goes down takes what runs in it along, or stands still
        done = subprocess.CompletedProcess(command, 124, b"", str(late).encode())
    if check and done.returncode:
        raise LabFailed(f"lab {' '.join(map(str, words))[:300]}: exit {done.returncode}\n"
                        f"{done.stderr.decode(errors='replace')[-1500:]}")
    return done


def said(*words, **more) -> str:
    return lab(*words, **more).stdout.decode(errors="replace")


def guest(vmid, script, check=True, limit=120) -> str:
    """What a script of bash in the guest says; it goes in by a way of the lab's own, not through qm."""
    return said("exec", vmid, "--", "bash", "-c", script, check=check, limit=limit)


def node(script, check=True) -> str:
    return said("node", "--", "bash", "-c", script, check=check)


def root_of(vmid) -> Path:
    """The guest's root as its processes see it, from this machine: for looking at files without asking anybody."""
    leader = _leaders.get(vmid)
    if leader and Path(f"/proc/{leader}/root/run").is_dir():
        return Path(f"/proc/{leader}/root")
    for row in json.loads(said("status", "--json"))["guests"]:
        _leaders[row["vmid"]] = row["leader"]
    return Path(f"/proc/{_leaders.get(vmid) or 'none'}/root")


def is_up() -> bool:
    done = lab("status", "--json", check=False)
    return done.returncode == 0 and len(json.loads(done.stdout)["guests"]) >= GUESTS


def up(afresh=False) -> None:
    if afresh or not is_up():
        lab("up", "--guests", GUESTS, limit=1800)
        shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True, exist_ok=True)


def down() -> None:
    lab("down", limit=300)
    shutil.rmtree(WORK, ignore_errors=True)


def environment() -> dict:
    pairs = (word.split("=", 1) for word in shlex.split(said("env")))
    return dict(pairs)


def vmids() -> list[int]:
    return [int(v) for v in environment()["LAB_VMIDS"].split()]


def clean_node() -> None:
    """No hold, card or fault from the test before. Generations stay: they only ever grow."""
    node(f"rm -rf {NODE_ROOT}/holds {NODE_ROOT}/cards {NODE_ROOT}/live")
    lab("faults", "node", "clear")
    for vmid in vmids():
        lab("faults", vmid, "clear")


def wait_for(what, limit=60.0, pace=0.5):
    """The first true answer of what(), or the last one."""
    end = time.monotonic() + limit
    while True:
        answer = what()
        if answer or time.monotonic() > end:
            return answer
        time.sleep(pace)


def quiet_source(vmid) -> None:
    """What writes beside OpenClaw into /data stops, so that before and after may be compared."""
    guest(vmid, "systemctl disable --now --quiet lab-writer; sync")


def wait_serving(vmid, limit=600) -> None:
    def answers():
        return guest(vmid, "for p in 28080 28789; do curl -s -m 5 -o /dev/null -w '%{http_code} ' "
                           "http://127.0.0.1:$p/; done", check=False).split() == ["200", "200"]
    if not wait_for(answers, limit, 1):
        raise LabFailed(f"VM {vmid} does not serve after {limit} s")


def keep(vmid, name) -> None:
    lab("save", vmid, name)
    (WORK / f"kept-{vmid}-{name}").touch()


def put_back(vmid, name, serving=True) -> bool:
    """The kept state again, and serving if it does by itself; false when there is none."""
    if not (WORK / f"kept-{vmid}-{name}").exists():
        return False
    if lab("restore", vmid, name, check=False).returncode:
        return False
    if serving:
        wait_serving(vmid)
    return True


def before(vmid) -> None:
    """The guest as it was before any migration, serving from Docker."""
    if not put_back(vmid, "before"):
        lab("reset", vmid, limit=400)
        wait_serving(vmid)
        keep(vmid, "before")


def reboot(vmid) -> None:
    boot = guest(vmid, "cat /proc/sys/kernel/random/boot_id")
    guest(vmid, "systemctl reboot", check=False, limit=30)

    def came_back():
        now = guest(vmid, "cat /proc/sys/kernel/random/boot_id", check=False, limit=10)
        return now not in ("", boot)
    if not wait_for(came_back, 300):
        raise LabFailed(f"VM {vmid} does not come back")
