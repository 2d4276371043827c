"""qm list, status, config, and starting and stopping."""
import re
import time

from . import state
from .config import Config, all_vmids, check_vmid
from .errors import BadParameter, QmError
from .options import parse
from .output import write


def one_vmid(words, known=None):
    rest, options = parse(words, known or {})
    if not rest:
        raise BadParameter("vmid", "property is missing and it is not optional")
    if len(rest) > 1:
        raise QmError("400 too many arguments")
    return check_vmid(rest[0]), options


def _disk(config: dict) -> float:
    found = re.search(r"size=(\d+)G", config.get("scsi0", ""))
    return float(found[1]) if found else 0.0


def list_(words) -> None:
    parse(words, {"full": "bool"})
    rows = all_vmids()
    if not rows:
        return
    write("%10s %-20s %-10s %-10s %12s %-10s\n"
          % ("VMID", "NAME", "STATUS", "MEM(MB)", "BOOTDISK(GB)", "PID"))
    for vmid in rows:
        config, now = Config(vmid).current, state.state(vmid)
        write("%10s %-20s %-10s %-10s %12.2f %-10s\n"
              % (vmid, config.get("name", f"VM {vmid}"), now["state"], config.get("memory", "512"),
                 _disk(config), now.get("leader", 0)))


def status(words) -> None:
    vmid, options = one_vmid(words, {"verbose": "bool"})
    config = Config(vmid)
    now = state.state(vmid)
    if not options.get("verbose"):
        write(f"status: {now['state']}\n")
        return
    uptime = int(time.time()) - now.get("since", 0) if now["state"] == "running" else 0
    write(f"cpus: {config.current.get('cores', 1)}\nname: {config.current.get('name', '')}\n"
          f"qmpstatus: {now['state']}\nstatus: {now['state']}\nuptime: {uptime}\nvmid: {vmid}\n")


def config(words) -> None:
    vmid, options = one_vmid(words, {"current": "bool", "snapshot": "str"})
    whole = Config(vmid)
    section = whole.current if options.get("current") else whole.pending
    if name := options.get("snapshot"):
        if name not in whole.snapshots:
            raise QmError(f"snapshot '{name}' does not exist")
        section = whole.snapshots[name]
    for key, value in sorted(section.items()):
        write(f"{key}: {value}\n")


def _locked(vmid: int) -> None:
    if lock := Config(vmid).current.get("lock"):
        raise QmError(f"VM is locked ({lock})")


def start(words) -> None:
    vmid, _ = one_vmid(words)
    _locked(vmid)
    if state.running(vmid):
        raise QmError(f"VM {vmid} already running")
    state.ask("start", vmid)


def stop(words) -> None:
    vmid, _ = one_vmid(words, {"skiplock": "bool", "timeout": "int"})
    Config(vmid)
    state.ask("kill", vmid)


def shutdown(words) -> None:
    vmid, options = one_vmid(words, {"timeout": "int", "forceStop": "bool"})
    Config(vmid)
    state.ask("shutdown", vmid, timeout=options.get("timeout", 60))


def reboot(words) -> None:
    vmid, options = one_vmid(words, {"timeout": "int"})
    Config(vmid)
    if not state.running(vmid):
        raise QmError(f"VM {vmid} not running")
    state.ask("shutdown", vmid, timeout=options.get("timeout", 60))
    state.ask("start", vmid)
