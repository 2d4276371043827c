"""qm guest …: commands in the guest through its agent."""
import json
import os
import signal
import sys
import time

from . import agent, faults
from .config import Config, check_vmid
from .errors import BadParameter, QmError
from .options import integer, parse
from .output import show, warn

STDIN_LIMIT = 1024 * 1024
LAST = "/run/lab-qm"  # the last output of each machine, for mixed-up answers

COMMANDS = ("fsfreeze-freeze", "fsfreeze-status", "fsfreeze-thaw", "fstrim", "get-fsinfo",
            "get-host-name", "get-memory-block-info", "get-memory-blocks", "get-osinfo",
            "get-time", "get-timezone", "get-users", "get-vcpus", "info",
            "network-get-interfaces", "ping", "shutdown", "suspend-disk", "suspend-hybrid",
            "suspend-ram")


def read_stdin() -> bytes:
    data = bytearray()
    while piece := sys.stdin.buffer.read(65536):
        data += piece
        if len(data) > STDIN_LIMIT:
            raise QmError("'input-data' (STDIN) is limited to 1 MiB, aborting")
    return bytes(data)


def _mixed(vmid: int, result: dict) -> dict:
    """Remember this output; with the fault, hand out the one before it."""
    os.makedirs(LAST, mode=0o700, exist_ok=True)
    place = f"{LAST}/{vmid}"
    struck = faults.take(vmid, "cross-talk")
    earlier = {"out-data": b"output of another call\n", "exitcode": 0, "exited": 1}
    try:
        with open(place) as handle:
            earlier = {k: v.encode("latin-1") if isinstance(v, str) else v
                       for k, v in json.load(handle).items()}
    except (OSError, ValueError):
        pass
    with open(place, "w") as handle:
        json.dump({k: v.decode("latin-1") if isinstance(v, bytes) else v
                   for k, v in result.items()}, handle)
    return earlier if struck else result


def status(vmid: int, pid: int) -> dict:
    result = agent.execute_status(vmid, pid)
    if not result.get("exited"):
        return result
    if faults.take(vmid, "swallow-result"):
        raise QmError(f"VM {vmid} qga command 'guest-exec-status' failed - got timeout")
    return _mixed(vmid, result)


def exec_(words) -> None:
    rest, options = parse(words, {"timeout": "int", "synchronous": "bool", "pass-stdin": "bool"})
    if not rest:
        raise BadParameter("vmid", "property is missing and it is not optional")
    vmid, command = check_vmid(rest[0]), rest[1:]
    wait = options.get("synchronous", True)
    if "timeout" in options and not wait:
        raise BadParameter("synchronous", "needs to be set for 'timeout'")
    stdin = read_stdin() if options.get("pass-stdin") else None
    Config(vmid)

    if delay := faults.take(vmid, "delay"):
        time.sleep(float(delay))
    if faults.take(vmid, "no-socket"):
        raise QmError(f"VM {vmid} qga command 'guest-exec' failed - "
                      f"unable to connect to VM {vmid} qga socket - Connection refused")

    def after_send():
        if faults.take(vmid, "lose-after-send"):
            os.kill(os.getpid(), signal.SIGKILL)
        if faults.take(vmid, "timeout-after-run"):
            raise QmError(f"VM {vmid} qga command 'guest-exec' failed - got timeout")

    result: dict = {"pid": agent.execute(vmid, command, stdin, after_send)}
    if wait:
        patience = options.get("timeout", 30)
        # Whole seconds, as the original counts them.
        start = int(time.time())
        while patience == 0 or int(time.time()) - start < patience:
            answer = status(vmid, result["pid"])
            if answer.get("exited"):
                result = answer
                break
            time.sleep(faults.standing(vmid, "pace", 1))
        if not result.get("exited"):
            warn("timeout reached, returning pid")
    show(result)


def exec_status(words) -> None:
    rest, _ = parse(words, {})
    if len(rest) != 2:
        raise BadParameter("pid", "property is missing and it is not optional")
    show(status(check_vmid(rest[0]), integer("pid", rest[1])))


def cmd(words) -> None:
    rest, _ = parse(words, {})
    if len(rest) != 2:
        raise BadParameter("command", "property is missing and it is not optional")
    vmid, name = check_vmid(rest[0]), rest[1]
    if name not in COMMANDS:
        raise BadParameter("command", f"value '{name}' does not have a value in the "
                                      f"enumeration '{', '.join(COMMANDS)}'")
    if name.startswith(("get-", "network-")) or name == "info":
        show({"result": agent.command(vmid, name, {})}["result"])
    else:
        show(agent.command(vmid, name, {}))
