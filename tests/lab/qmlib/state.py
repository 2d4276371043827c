"""Whether a machine runs, and asking the lab to change that."""
import json
import socket

from .config import MACHINES
from .errors import QmError


def state(vmid: int) -> dict:
    try:
        return json.loads((MACHINES / str(vmid) / "state").read_text())
    except (OSError, ValueError):
        return {"state": "stopped", "leader": 0}


def running(vmid: int) -> bool:
    return state(vmid)["state"] == "running"


def ask(do: str, vmid: int, **words) -> None:
    """The lab's keeper does what a hypervisor would."""
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(300)
            link.connect(str(MACHINES / "control.sock"))
            link.sendall(json.dumps({"do": do, "vmid": vmid, **words}).encode() + b"\n")
            answer = json.loads(link.makefile().readline() or "{}")
    except (OSError, ValueError) as error:
        raise QmError(f"VM {vmid}: the lab's keeper does not answer: {error}") from error
    if "error" in answer:
        raise QmError(answer["error"])
