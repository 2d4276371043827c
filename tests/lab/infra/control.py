"""Asking the lab's keeper: one line of JSON there, one back."""
import json
import socket

from .names import LabNames
from .shell import LabError


def ask(lab: LabNames, do: str, timeout: float = 180, **words) -> dict:
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(timeout)
            link.connect(str(lab.control))
            link.sendall(json.dumps({"do": do, **words}).encode() + b"\n")
            answer = json.loads(link.makefile().readline() or '{"error": "no answer"}')
    except (OSError, ValueError) as error:
        raise LabError(f"this checkout's lab is not up ({error}): ./dev lab up") from error
    if "error" in answer:
        raise LabError(answer["error"])
    return answer
