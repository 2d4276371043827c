"""Starting the node and the guests as systemd-nspawn containers."""
import os
import secrets
import signal
import subprocess
from pathlib import Path

from . import cgroup
from .names import GATEWAY, LabNames, guest_ip, guest_name

REBOOT = 133  # what nspawn exits with when a guest reboots under --keep-unit


def _spawn(lab: LabNames, which, log: Path, *args) -> subprocess.Popen:
    """nspawn in the lab's network namespace and in a control group of its own."""
    group = cgroup.path(lab.tag, which)
    command = ["nsenter", f"--net=/run/netns/{lab.netns}", "systemd-nspawn", "--quiet",
               f"--machine={lab.machine(which)}", "--register=no", "--keep-unit", "--link-journal=no",
               "--capability=all", *args]
    environment = dict(os.environ, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY="1", LC_ALL="C.UTF-8",
                       PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
    with open(log, "ab") as out:
        return subprocess.Popen(cgroup.entering(group, command), stdin=subprocess.DEVNULL, stdout=out,
                                stderr=out, env=environment, start_new_session=True)


def prepare_guest(lab: LabNames, root: Path, vmid: int) -> None:
    """What differs between two guests of one kind, written before the start."""
    name = guest_name(vmid)
    (root / "etc/hostname").write_text(f"{name}\n")
    (root / "etc/machine-id").write_text(f"{secrets.token_hex(16)}\n")
    outside = (lab.run / "names").read_text().split()
    (root / "etc/hosts").write_text("\n".join([
        f"127.0.1.1 {name}", "127.0.0.1 localhost", f"{GATEWAY} {' '.join(outside)}", ""]))


def start_guest(lab: LabNames, root: Path, vmid: int, binds=()) -> subprocess.Popen:
    rundir = lab.rundir(vmid)
    rundir.mkdir(parents=True, exist_ok=True)
    (rundir / "qga.sock").unlink(missing_ok=True)
    (rundir / "net").write_text(f"IP={guest_ip(vmid)}\nGATEWAY={GATEWAY}\n")
    return _spawn(lab, vmid, lab.logs / f"{vmid}.console", f"--directory={root}", "--boot",
                  "--network-bridge=vmbr0", f"--bind={rundir}:/run/lab", "--bind=/dev/fuse",
                  "--system-call-filter=add_key keyctl bpf", *binds)


def start_node(lab: LabNames, root: Path) -> subprocess.Popen:
    return _spawn(lab, "node", lab.logs / "node.console", f"--directory={root}", "--as-pid2", "--hostname=pve",
                  f"--bind={lab.run}:/run/lab-vms", "/usr/local/lib/lab/init")


def leader(nspawn: subprocess.Popen | int) -> int:
    """The container's process 1, as the host numbers it; 0 when there is none."""
    pid = nspawn if isinstance(nspawn, int) else nspawn.pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    return int(children[0]) if children else 0


def power_off(leader_pid: int) -> None:
    os.kill(leader_pid, signal.SIGRTMIN + 4)


def enter(lab: LabNames, which, leader_pid: int, command, environment=None) -> list[str]:
    """A command line that runs `command` in the machine, and in its control
    group, so that it ends with the machine."""
    group = cgroup.path(lab.tag, which)
    payload = group / "payload"
    place = (payload if payload.is_dir() else group) / "lab.exec"
    words = environment or {}
    env = ["env", "-C", "/", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
           "HOME=/root", "LANG=C.UTF-8", "NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt",
           *(f"{k}={v}" for k, v in words.items())]
    return cgroup.entering(place, ["nsenter", "--target", leader_pid, "--mount", "--uts", "--ipc", "--net",
                                   "--pid", "--cgroup", "--root", "--", *env, *command])
