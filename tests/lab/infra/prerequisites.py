"""What the machine must have, and how to get it."""
import os
import shutil
import subprocess
from pathlib import Path

from .shell import LabError, say

# a program of it -> the Debian package
TOOLS = {
    "debootstrap": "debootstrap", "systemd-nspawn": "systemd-container", "ip": "iproute2",
    "iptables-restore": "iptables", "mkfs.btrfs": "btrfs-progs", "ssh-keygen": "openssh-client",
    "nsenter": "util-linux", "openssl": "openssl", "losetup": "mount", "curl": "curl",
    "npm": "npm", "git": "git", "xz": "xz-utils",
}


def missing_packages() -> list[str]:
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    return sorted({p for tool, p in TOOLS.items() if not shutil.which(tool, path=path)})


def in_a_chroot() -> bool:
    """Whether the root seen here is not that of the mount namespace, to which `docker exec` in a guest goes back."""
    real = subprocess.run(["nsenter", "--mount=/proc/self/ns/mnt", "stat", "-c", "%d:%i", "/"],
                          capture_output=True, text=True)
    here = os.stat("/")
    return real.returncode == 0 and real.stdout.strip() != f"{here.st_dev}:{here.st_ino}"


def faults() -> list[str]:
    """Each thing that stands in the way and cannot be installed, with the way out."""
    found = []
    if os.geteuid() != 0:
        found.append("it needs root (namespaces, mounts, iptables): run it with sudo")
        return found
    if not Path("/dev/loop-control").exists():
        found.append("no /dev/loop-control: the kernel needs loop devices (modprobe loop)")
    if subprocess.run(["unshare", "--net", "--mount", "--pid", "--fork", "true"],
                      capture_output=True).returncode:
        found.append("namespaces cannot be made: run it on a machine of its own or in a "
                     "privileged container")
    elif in_a_chroot():
        found.append("this is a chroot: what runs in the guests' containers would land in the machine's own root; "
                     "run it on the machine itself or in a container (pivot_root)")
    known = Path("/proc/filesystems").read_text().split()
    for name in ("btrfs", "overlay", "cgroup2"):
        if name not in known and subprocess.run(["modprobe", name], capture_output=True).returncode:
            found.append(f"the kernel has no {name}: load its module or take a kernel with it")
    if "cgroup2" not in {line.split()[2] for line in Path("/proc/mounts").read_text().splitlines()}:
        found.append("no cgroup2 is mounted: mount -t cgroup2 none /sys/fs/cgroup/unified")
    return found


def ensure() -> None:
    os.environ["PATH"] = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    problems = faults()
    if problems:
        raise LabError("this machine cannot run the lab:\n  - " + "\n  - ".join(problems))
    packages = missing_packages()
    if not packages:
        return
    say("installing " + " ".join(packages))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-q"], install):
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True)
    if done.returncode:
        raise LabError(f"could not install {' '.join(packages)}; as root: apt-get install "
                       f"{' '.join(packages)}\n{done.stderr.strip()[-800:]}")
