"""The machines' configuration files, as a node keeps them."""
import json
import os
import re
import socket
from pathlib import Path

from .errors import BadParameter, QmError
from .options import TRUE

PVE = Path(os.environ.get("LAB_QM_PVE", "/etc/pve"))
MACHINES = Path(os.environ.get("LAB_QM_MACHINES", "/run/lab-vms"))


PENDING = "PENDING"  # the section of what waits for the next start


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
        return {name: s for name, s in self.sections.items() if name and name != PENDING}

    @property
    def pending(self) -> dict[str, str]:
        """The settings as they will be after the machine's next start; what waits replaces what is in force."""
        waiting = self.sections.get(PENDING, {})
        gone = re.split(r"[,; ]+", waiting.get("delete", ""))
        merged = {k: v for k, v in self.current.items() if k not in gone}
        return merged | {k: v for k, v in waiting.items() if k != "delete"}

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


def agent_enabled(setting: str | None) -> bool:
    """As qm reads it: `1`, `on`, … alone or as `enabled=…`, in any case."""
    for part in (setting or "").split(","):
        key, equals, value = part.partition("=")
        if not equals or key == "enabled":
            return (value if equals else key).lower() in TRUE
    return False


def refresh_vmlist() -> None:
    """The cluster file system makes this list by itself, of all its nodes' machines."""
    ids = {}
    for kind, folder in (("qemu", "qemu-server"), ("lxc", "lxc")):
        for file in sorted(PVE.glob(f"nodes/*/{folder}/*.conf")):
            if file.stem.isdigit():
                ids[file.stem] = {"node": file.parts[-3], "type": kind, "version": 1}
    text = json.dumps({"version": 1, "ids": ids}, indent=0) + "\n"
    target = PVE / ".vmlist"
    try:
        if not target.exists() or target.read_text() != text:
            fresh = PVE / f".vmlist.{os.getpid()}"
            fresh.write_text(text)
            fresh.rename(target)
    except OSError:
        pass  # without it the machine of this call can still be reached


def all_vmids() -> list[int]:
    found = (PVE / "qemu-server").glob("*.conf")
    return sorted(int(p.stem) for p in found if p.stem.isdigit())
