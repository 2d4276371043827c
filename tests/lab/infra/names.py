"""Where one checkout's lab lives and what its parts are called.

Everything a lab makes carries the first eight hex digits of its checkout's
path, so that two labs never meet and the rests of a killed one can be found.
"""
import hashlib
import os
from pathlib import Path

LAB_DIR = Path(__file__).resolve().parent.parent
INFRA = LAB_DIR / "infra"
CONTENT = LAB_DIR / "content"
CHECKOUT = LAB_DIR.parent.parent

CACHE = Path(os.environ.get("LAB_CACHE") or "/var/cache/openclaw-undock-lab")
STATES = Path("/var/lib/openclaw-undock-lab")

GATEWAY = "10.10.10.1"
PANEL_TAG = "v2026.02.20-r4"
SOURCES = "https://sources.lab.test"

VARIANTS = ("plain", "shim", "restart-always", "existing-home", "no-panel-config", "json5")
FIRST_VMID = 101


def variant_of(vmid: int) -> str:
    if one := os.environ.get("LAB_VARIANT"):  # a lab whose guests are all alike
        return one
    index = vmid - FIRST_VMID
    return VARIANTS[index] if index < len(VARIANTS) else "plain"


def guest_ip(vmid: int) -> str:
    return f"10.10.10.{vmid - 90}"


def guest_name(vmid: int) -> str:
    return f"vm-260219-{vmid - 100:02d}"


def port_base(vmid: int) -> int:
    return 10000 + 50 * (vmid - 100)


class LabNames:
    """Names and folders of one lab. `seed` is the checkout's path; with LAB_NAME
    set a checkout has another lab beside its first."""

    def __init__(self, seed: str = ""):
        other = os.environ.get("LAB_NAME", "")
        self.seed = seed or str(CHECKOUT) + (f"#{other}" if other else "")
        self.tag = hashlib.sha256(self.seed.encode()).hexdigest()[:8]
        self.state = STATES / self.tag
        self.run = self.state / "run"
        self.logs = self.state / "log"
        self.identity = self.state / "id_ed25519"
        self.known_hosts = self.state / "known_hosts"
        self.control = self.run / "control.sock"
        self.netns = f"ocu-{self.tag}"
        self.host_link = f"oh{self.tag}"
        self.node_link = f"on{self.tag}"

    def machine(self, which) -> str:
        return f"ocu-{self.tag}-{which}"

    def rundir(self, vmid: int) -> Path:
        return self.run / str(vmid)
