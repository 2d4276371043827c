"""Just enough of the guest agent's protocol to see that a guest is up."""
import json
import socket
import time
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


def wait(path: Path, timeout: float) -> bool:
    deadline = time.monotonic() + timeout
    while not ping(path):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
