"""Bringing a lab up: fresh guests, a fresh node, whatever was there before."""
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import agent, cache, cgroup, leftovers, machine, network, pool, services, variants, waiting
from .control import ask
from .names import FIRST_VMID, LAB_DIR, LabNames, guest_ip, guest_name
from .shell import LabError, run, say

QUIET_SECONDS = 240  # see waiting.py


def _keys(lab: LabNames, node_root: Path) -> None:
    """The operator's key is kept from lab to lab; the node's host key is the lab's too."""
    host_key = lab.state / "ssh_host_ed25519_key"
    for key in (lab.identity, host_key):
        if not key.exists():
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", f"lab {lab.tag}", "-f", key)
    public = lab.identity.with_suffix(".pub").read_text()
    for home, owner in (("root", 0), ("home/operator", (node_root / "home/operator").stat().st_uid)):
        place = node_root / home / ".ssh/authorized_keys"
        place.write_text(public)
        place.chmod(0o600)
        os.chown(place.parent, owner, owner)
        os.chown(place, owner, owner)
    for name in ("ssh_host_ed25519_key", "ssh_host_ed25519_key.pub"):
        shutil.copy(lab.state / name, node_root / "etc/ssh" / name)
    (node_root / "etc/ssh/ssh_host_ed25519_key").chmod(0o600)


def _machine_files(node_root: Path, vmids) -> None:
    folder = node_root / "etc/pve/nodes/pve/qemu-server"
    for vmid in vmids:
        settings = {
            "agent": "1", "boot": "order=scsi0", "cores": "2", "cpu": "host", "memory": "2048",
            "name": guest_name(vmid), "ostype": "l26", "onboot": "1", "scsihw": "virtio-scsi-single",
            "ipconfig0": f"ip={guest_ip(vmid)}/24,gw=10.10.10.1",
            "net0": f"virtio=BC:24:11:26:02:{vmid % 256:02X},bridge=vmbr0",
            "scsi0": f"local-lvm:vm-{vmid}-disk-0,size=20G",
        }
        lines = [f"{k}: {v}" for k, v in sorted(settings.items())]
        (folder / f"{vmid}.conf").write_text("\n".join([*lines, ""]))


def _install_qm(node_root: Path) -> None:
    target = node_root / "usr/local/lib/lab/qmlib"
    shutil.copytree(LAB_DIR / "qmlib", target, dirs_exist_ok=True,
                    ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(LAB_DIR / "qm", node_root / "usr/sbin/qm")
    # Compiled once here, since every qm call would do it again on the node.
    run("chroot", node_root, "python3", "-m", "compileall", "-q", "/usr/local/lib/lab/qmlib")


def _make_node(lab: LabNames, base: Path, vmids) -> None:
    root = pool.lab_folder(lab.tag) / "node"
    pool.snapshot(base, root)
    (root / "run/lab-vms").mkdir(parents=True, exist_ok=True)
    _keys(lab, root)
    _machine_files(root, vmids)
    _install_qm(root)


def _sshd_missing(address: str) -> str:
    try:
        with socket.create_connection((address, 22), 1) as link:
            return "" if link.recv(4) == b"SSH-" else "a port without SSH's greeting"
    except OSError as error:
        return str(error)


def _start_keeper(lab: LabNames) -> None:
    with open(lab.logs / "keeper.log", "ab") as out:
        subprocess.Popen([sys.executable, str(LAB_DIR / "lab"), "_keeper", lab.seed],
                         stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
                         cwd="/")
    waiting.until("the lab's keeper", lambda: "" if lab.control.exists() else "no socket of it", QUIET_SECONDS,
                  hint=f"its log is {lab.logs / 'keeper.log'}")


def serving(lab: LabNames, vmid: int) -> str:
    """What does not answer yet in the guest; empty when both of Docker's ports do."""
    leader = ask(lab, "status")["guests"].get(str(vmid), 0)
    if not leader:
        return "the machine"
    probe = ("for p in 28080 28789; do c=$(curl -s -o /dev/null -m 3 -w %{http_code} "
             "http://127.0.0.1:$p/); [ \"$c\" = 200 ] || { echo port $p: $c; exit; }; done")
    done = subprocess.run(machine.enter(lab, vmid, leader, ["sh", "-c", probe]),
                          capture_output=True, text=True)
    return done.stdout.strip() or ("" if done.returncode == 0 else done.stderr.strip() or "the probe")


def wait_ready(lab: LabNames, vmid: int, until_serving: bool) -> None:
    group, hint = cgroup.path(lab.tag, vmid), f"its console is {lab.logs}/{vmid}.console"
    socket_path = lab.rundir(vmid) / "qga.sock"
    waiting.until(f"the agent of VM {vmid}", lambda: agent.missing(socket_path), QUIET_SECONDS, group, hint=hint)
    if until_serving:
        waiting.until(f"gateway and panel of VM {vmid}", lambda: serving(lab, vmid), QUIET_SECONDS, group, hint=hint, pace=0.5)


def wait_all(lab: LabNames, vmids, until_serving: bool) -> None:
    with ThreadPoolExecutor(8) as waiters:
        for _ in waiters.map(lambda v: wait_ready(lab, v, until_serving), vmids):
            pass


def up(lab: LabNames, guests: int, bare: bool = False) -> None:
    started = time.monotonic()
    vmids = [FIRST_VMID + n for n in range(guests)]
    with ThreadPoolExecutor(2) as makers:  # the two have nothing to do with each other
        artifacts = None if bare else makers.submit(cache.artifacts)
        node_base, guest_base = cache.base()
        pieces = variants.Pieces(guest_base, artifacts and artifacts.result())
    sources = pieces.roots(vmids)

    leftovers.clear(lab)
    for folder in (lab.run / "faults", lab.logs):
        folder.mkdir(parents=True, exist_ok=True)
    for old in lab.logs.iterdir():
        old.unlink()
    services.write_names(lab, pieces.artifacts)
    for name in ["node", *vmids]:
        (lab.run / "faults" / f"{name}.json").write_text("[]")
    for vmid in vmids:
        lab.rundir(vmid).mkdir(exist_ok=True)
    node_address = network.set_up(lab)
    network.forward_ports(lab, node_address, vmids)
    _make_node(lab, node_base, vmids)
    for vmid, source in sources.items():
        root = pool.lab_folder(lab.tag) / str(vmid)
        pool.snapshot(source, root)
        machine.prepare_guest(lab, root, vmid)

    host_key = (lab.state / "ssh_host_ed25519_key.pub").read_text().split()
    lab.known_hosts.write_text(f"{node_address} {host_key[0]} {host_key[1]}\n")
    (lab.state / "config.json").write_text(json.dumps({
        "checkout": lab.seed, "vmids": vmids, "node": node_address, "bare": bare,
        "sources": {str(v): str(s) for v, s in sources.items()},
        "artifacts": str(pieces.artifacts or "")}))
    _start_keeper(lab)
    waiting.until(f"the node's sshd at {node_address}", lambda: _sshd_missing(node_address), QUIET_SECONDS,
                  cgroup.path(lab.tag, "node"))
    wait_all(lab, vmids, until_serving=not bare)
    say(f"up: {guests} guest(s) behind root@{node_address} in {time.monotonic() - started:.1f} s")
