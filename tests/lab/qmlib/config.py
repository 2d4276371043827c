"""The machines' configuration files, as a node keeps them."""
import os
import re
import socket
from pathlib import Path

from .errors import BadParameter, QmError

PVE = Path(os.environ.get("LAB_QM_PVE", "/etc/pve"))
MACHINES = Path(os.environ.get("LAB_QM_MACHINES", "/run/lab-vms"))


def node_name() -> str:
    return socket.gethostname().split(".")[0]


def check_vmid(text: str) -> int:
    if not re.fullmatch(r"[0-9]+", text):
        raise BadParameter("vmid", f"type check ('integer') failed - got '{text}'")
    value = int(text)
    if value < 100:
        raise BadParameter("vmid", "value must have a minimum value of 100")
    if value > 999999999:
        raise BadParameter("vmid", "value must have a maximum value of 999999999")
    return value


def place(vmid: int) -> Path:
    return PVE / "qemu-server" / f"{vmid}.conf"


class Config:
    """One file: the current settings, and a section for each snapshot."""

    def __init__(self, vmid: int):
        self.vmid = vmid
        self.sections: dict[str, dict[str, str]] = {"": {}}
        try:
            text = place(vmid).read_text()
        except FileNotFoundError:
            raise QmError(f"Configuration file 'nodes/{node_name()}/qemu-server/{vmid}.conf' "
                          "does not exist", 2) from None
        current = self.sections[""]
        for line in text.splitlines():
            if head := re.fullmatch(r"\[([^\]]+)\]", line):
                current = self.sections.setdefault(head[1], {})
            elif line.startswith("#"):
                current["description"] = line[1:]
            elif ": " in line:
                key, _, value = line.partition(": ")
                current[key] = value

    @property
    def current(self) -> dict[str, str]:
        return self.sections[""]

    @property
    def snapshots(self) -> dict[str, dict[str, str]]:
        return {name: s for name, s in self.sections.items() if name}

    def write(self) -> None:
        lines = []
        for name, section in self.sections.items():
            if name:
                lines += ["", f"[{name}]"]
            if "description" in section:
                lines.append("#" + section["description"])
            lines += [f"{k}: {v}" for k, v in sorted(section.items()) if k != "description"]
        target = place(self.vmid)
        fresh = target.with_suffix(".tmp")
        fresh.write_text("\n".join([*lines, ""]))
        fresh.rename(target)


def all_vmids() -> list[int]:
    found = (PVE / "qemu-server").glob("*.conf")
    return sorted(int(p.stem) for p in found if p.stem.isdigit())
