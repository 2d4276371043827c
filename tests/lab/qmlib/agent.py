"""The guest agent's protocol, one connection a command, as qm speaks it."""
import base64
import json
import os
import socket
import time

from .config import MACHINES, Config, agent_enabled
from .errors import QmError
from .state import running

PING_TIMEOUT = 3
TIMEOUTS = {"guest-fsfreeze-freeze": 3600, "guest-fsfreeze-thaw": 180, "guest-fstrim": 600}
DEFAULT_TIMEOUT = 5
LARGEST = 3 << 20  # bytes of output; of what is above, qm gets nothing in time
WEDGED = "/run/lab-qm"  # which agents wait for the rest of a request


class _Failed(Exception):
    """Why no answer came."""


def _connect(vmid: int, timeout: float) -> socket.socket:
    link = socket.socket(socket.AF_UNIX)
    deadline = time.monotonic() + timeout
    tries = 0
    while True:
        tries += 1
        try:
            link.settimeout(1)
            link.connect(str(MACHINES / str(vmid) / "qga.sock"))
            return link
        except (BlockingIOError, InterruptedError, TimeoutError):
            if time.monotonic() > deadline:
                raise _Failed(f"unable to connect to VM {vmid} qga socket - "
                              f"timeout after {tries} retries") from None
            time.sleep(0.1)
        except OSError as error:
            raise _Failed(f"unable to connect to VM {vmid} qga socket - {error.strerror}") from None


def _life(vmid: int) -> str:
    """Changes when the agent is started anew: its socket is another one then."""
    try:
        seen = (MACHINES / str(vmid) / "qga.sock").stat()
        return f"{seen.st_ino} {seen.st_ctime_ns}"
    except OSError:
        return ""


def _is_wedged(vmid: int) -> bool:
    try:
        with open(f"{WEDGED}/{vmid}.wedged") as handle:
            return handle.read() == _life(vmid)
    except OSError:
        return False


def _wedge(vmid: int) -> None:
    os.makedirs(WEDGED, mode=0o700, exist_ok=True)
    with open(f"{WEDGED}/{vmid}.wedged", "w") as handle:
        handle.write(_life(vmid))


def _talk(vmid: int, execute: str, arguments: dict, timeout: float, after_send=None) -> dict:
    words = [w for v in arguments.values() for w in (v if isinstance(v, list) else [v]) if isinstance(w, str)]
    if not _is_wedged(vmid) and not all(word.isascii() for word in words):
        # qm counts characters and sends as many bytes: the end of the request is missing, and the agent
        # waits for it, whoever asks, until it is restarted.
        _wedge(vmid)
    if _is_wedged(vmid):
        time.sleep(timeout)
        raise _Failed("got timeout")
    sync = int(f"{os.getpid()}0{time.monotonic_ns() % 10**6}")
    with _connect(vmid, timeout) as link:
        link.sendall(b"".join(json.dumps(c).encode() + b"\n" for c in (
            {"execute": "guest-sync-delimited", "arguments": {"id": sync}},
            {"execute": execute, "arguments": arguments})))
        deadline = time.monotonic() + timeout
        got = bytearray()
        while True:
            start = got.rfind(b"\xff") + 1
            if start and got.count(b"\n", start) >= 2:
                break
            left = deadline - time.monotonic()
            if left <= 0:
                raise _Failed("got timeout")
            link.settimeout(left)
            try:
                piece = link.recv(1 << 20)
            except TimeoutError:
                raise _Failed("got timeout") from None
            except OSError:
                piece = b""
            if not piece:
                raise _Failed("client closed connection")
            got += piece
    if after_send:
        after_send()
    first, second = bytes(got[start:]).split(b"\n")[:2]
    if json.loads(first).get("return") != sync:
        raise _Failed(f"got wrong command id '{json.loads(first).get('return')}' (expected {sync})")
    return json.loads(second)


def command(vmid: int, name: str, arguments: dict, after_send=None):
    """The agent's answer to guest-NAME, after the checks that qm makes first."""
    if not agent_enabled(Config(vmid).current.get("agent")):
        raise QmError("No QEMU guest agent configured")
    if not running(vmid):
        raise QmError(f"VM {vmid} is not running")
    try:
        _talk(vmid, "guest-ping", {}, PING_TIMEOUT)
    except _Failed:
        raise QmError("QEMU guest agent is not running") from None
    execute = f"guest-{name}"
    try:
        answer = _talk(vmid, execute, arguments, TIMEOUTS.get(execute, DEFAULT_TIMEOUT), after_send)
    except _Failed as why:
        raise QmError(f"VM {vmid} qga command '{execute}' failed - {why}") from None
    if "error" in answer:
        raise QmError(f"Agent error: {answer['error'].get('desc', '')}")
    return answer["return"]


def execute(vmid: int, words: list[str], stdin: bytes | None, after_send=None) -> int:
    arguments: dict = {"capture-output": True}
    if words:
        arguments.update(path=words[0], arg=words[1:])
    if stdin is not None:
        arguments["input-data"] = base64.b64encode(stdin).decode()
    if not words and stdin is None:
        raise QmError("command or input-data (or both) required")
    return command(vmid, "exec", arguments, after_send)["pid"]


def execute_status(vmid: int, pid: int, after_send=None) -> dict:
    """The agent's answer, its streams as bytes and its truths as 1 and 0."""
    answer = command(vmid, "exec-status", {"pid": pid}, after_send)
    for key, value in answer.items():
        if isinstance(value, bool):
            answer[key] = int(value)
        elif key in ("out-data", "err-data"):
            answer[key] = base64.b64decode(value)
    if sum(len(answer.get(key, b"")) for key in ("out-data", "err-data")) > LARGEST:
        raise QmError(f"VM {vmid} qga command 'guest-exec-status' failed - got timeout")
    return answer
