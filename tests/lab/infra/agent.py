"""Just enough of the guest agent's protocol to see that a guest is up."""
import json
import socket
from pathlib import Path


def ping(path: Path, timeout: float = 1.0) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(timeout)
            link.connect(str(path))
            link.sendall(b'{"execute":"guest-ping"}\n')
            return "return" in json.loads(link.makefile().readline() or "{}")
    except (OSError, ValueError):
        return False


def missing(path: Path) -> str:
    """"" when the agent answers."""
    return "" if ping(path) else "no answer of the guest agent"
