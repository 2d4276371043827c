"""The faults of the matrix: each is struck at one instant and, where it lasts, taken back later."""
import signal
import time
from dataclasses import dataclass
from typing import Callable

import bed

FROZEN = 30  # seconds; a dead peer has to be noticed within twenty
JUMP = 7200  # seconds by which a clock jumps
CLOCK_FILE = "/run/undock-test-clock"


@dataclass
class Fault:
    strike: Callable  # (passage): at the instant
    take_back: Callable = lambda passage: None  # once the program has ended, before it is resumed
    prepare: Callable = lambda passage: None  # before the program starts


def cut(passage):
    bed.lab("faults", "node", "cut")


def freeze(passage):
    bed.lab("faults", "node", "freeze")
    time.sleep(FROZEN)
    bed.lab("faults", "node", "unfreeze")


def kill(passage):
    passage.run.signal(signal.SIGKILL)


def restart_agent(passage):
    bed.guest(passage.vmid, "systemctl restart qemu-guest-agent", check=False)


def reboot_guest(passage):
    bed.reboot(passage.vmid)


def restart_sshd(passage):
    """The listener starts anew and every open session is ended."""
    bed.node("""for p in /proc/[0-9]*; do
        read -r _ name _ parent _ <$p/stat 2>/dev/null || continue
        case "$name $parent" in '(sshd-session) 2') kill ${p#/proc/} ;; esac
    done; kill -HUP 2""", check=False)


# -- a full disk: everything that the steps write below lies on one small file system ----------
# Guests share one pool, so a guest is given a disk of its own that can be filled: a tmpfs.

SMALL = """set -e
systemctl is-active --quiet openclaw-gateway && direct=1 || direct=
[ -z "$direct" ] || systemctl stop openclaw-gateway openclaw-panel
mkdir -p /small /var/lib/openclaw-undock; chmod 700 /var/lib/openclaw-undock
mount -t tmpfs -o size=3g,mode=700 none /small
for d in root var/lib/openclaw-undock; do
    mkdir -p "/small/$d"; cp -a "/$d/." "/small/$d/"; chmod --reference="/$d" "/small/$d"
    mount --bind "/small/$d" "/$d"
done
# The copy has other inodes; the run knows the directory that it placed by its own.
for known in /var/lib/openclaw-undock/runs/*/state/placed_inode; do
    [ ! -e "$known" ] || stat -c %i /root/.openclaw | tr -d '\n' >"$known"
done
[ -z "$direct" ] || systemctl start openclaw-gateway openclaw-panel
"""


def make_small(passage):
    bed.guest(passage.vmid, SMALL, limit=300)
    if passage.begins_direct:
        bed.wait_serving(passage.vmid)


def fill(passage):
    bed.guest(passage.vmid, "dd if=/dev/zero of=/small/filler bs=1M status=none 2>/dev/null; "
                         "cat /dev/zero >>/small/filler 2>/dev/null; true", check=False, limit=300)


def empty(passage):
    bed.guest(passage.vmid, "rm -f /small/filler")


# -- a clock that jumps: what systemd starts in the guest sees another time ----------------------
# Guests share this machine's clock, so it is libfaketime that jumps, for every new process.

LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"


# The agent keeps the true time when it is restarted, as it has until then: Python's sleep fails under
# libfaketime now and then, and it is the steps' clock that is to jump.
TRUE_AGENT = """mkdir -p /etc/systemd/system/qemu-guest-agent.service.d
printf '[Service]\nUnsetEnvironment=LD_PRELOAD\n' >/etc/systemd/system/qemu-guest-agent.service.d/true-time.conf
systemctl daemon-reload; """


def install_clock(passage):
    with open(LIBRARY, "rb") as library:
        bed.lab("exec", passage.vmid, "--", "sh", "-c", "cat >/usr/local/lib/libfaketime.so.1", stdin=library.read())
    bed.guest(passage.vmid, TRUE_AGENT + f"echo +0 >{CLOCK_FILE}; chmod 644 {CLOCK_FILE}; systemctl set-environment "
                         f"FAKETIME_TIMESTAMP_FILE={CLOCK_FILE} FAKETIME_NO_CACHE=1 DONT_FAKE_MONOTONIC=1 "
                         "NO_FAKE_STAT=1 LD_PRELOAD=/usr/local/lib/libfaketime.so.1")


def set_clock(passage, offset):
    bed.guest(passage.vmid, f"echo {offset} >{CLOCK_FILE}.new; mv {CLOCK_FILE}.new {CLOCK_FILE}")


def jump(passage):
    set_clock(passage, f"{'-' if (passage.number + len(passage.struck)) % 2 else '+'}{JUMP}")


def jump_back(passage):
    """The time service has noticed: a second jump, the other way."""
    set_clock(passage, "+0")


def qm(name):
    return lambda passage: bed.lab("faults", passage.vmid, name)


FAULTS = {
    "ssh-cut": Fault(cut),
    "ssh-frozen": Fault(freeze),
    "program-killed": Fault(kill),
    "agent-restarted": Fault(restart_agent),
    "guest-rebooted": Fault(reboot_guest),
    "sshd-restarted": Fault(restart_sshd),
    "disk-full": Fault(fill, take_back=empty, prepare=make_small),
    "qm-timeout-after-run": Fault(qm("timeout-after-run")),
    "qm-cross-talk": Fault(qm("cross-talk")),
    "qm-result-swallowed": Fault(qm("swallow-result")),
    "clock-jump": Fault(jump, take_back=jump_back, prepare=install_clock),
}
