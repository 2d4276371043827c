"""The outside world as the guests see it, at the bridge's address: content/services."""
import subprocess
import sys
from pathlib import Path

from . import cache, cgroup
from .names import CONTENT, GATEWAY, INFRA, LabNames
from .shell import run

sys.path.insert(0, str(CONTENT / "lib"))
import sources_site  # noqa: E402  (which names it answers to is said there)

LABS_OWN = ["sources.lab.test", "model.lab.test"]


def write_names(lab: LabNames, artifacts: Path | None) -> None:
    """The names that guests have to find at the bridge's address: for their /etc/hosts, and the certificate."""
    found = LABS_OWN + (sources_site.names(artifacts)[0] if artifacts else [])
    (lab.run / "names").write_text("\n".join(found) + "\n")


def start(lab: LabNames, artifacts: Path) -> subprocess.Popen:
    run(INFRA / "make-certificate", cache.authority(), lab.state, *(lab.run / "names").read_text().split())
    command = ["nsenter", f"--net=/run/netns/{lab.netns}", CONTENT / "services",
               "--listen", GATEWAY, "--cert", lab.state / "server.crt", "--key", lab.state / "server.key",
               "--artifacts", artifacts, "--overlay", lab.state / "site", "--log", lab.logs / "services.log"]
    with open(lab.logs / "services.out", "ab") as out:
        return subprocess.Popen(cgroup.entering(cgroup.path(lab.tag, "services"), command),
                                stdin=subprocess.DEVNULL, stdout=out, stderr=out)
