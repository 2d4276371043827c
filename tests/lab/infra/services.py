"""The outside world as the guests see it, at the bridge's address: content/services."""
import subprocess
from pathlib import Path

from . import cache, cgroup
from .names import CONTENT, GATEWAY, LabNames


def start(lab: LabNames, artifacts: Path) -> subprocess.Popen:
    ca = cache.authority()
    command = ["nsenter", f"--net=/run/netns/{lab.netns}", CONTENT / "services",
               "--listen", GATEWAY, "--cert", ca / "server.crt", "--key", ca / "server.key",
               "--artifacts", artifacts, "--log", lab.logs / "services.log"]
    with open(lab.logs / "services.out", "ab") as out:
        return subprocess.Popen(cgroup.entering(cgroup.path(lab.tag, "services"), command),
                                stdin=subprocess.DEVNULL, stdout=out, stderr=out)
