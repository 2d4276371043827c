"""From the words of the command line to a verb."""
import os

from . import faults, guest, machine, output, snapshot
from .config import refresh_vmlist
from .errors import BadParameter, QmError
from .output import warn

VERBS = {
    ("list",): machine.list_, ("status",): machine.status, ("config",): machine.config,
    ("start",): machine.start, ("stop",): machine.stop, ("shutdown",): machine.shutdown,
    ("reboot",): machine.reboot, ("snapshot",): snapshot.take, ("rollback",): snapshot.rollback,
    ("delsnapshot",): snapshot.delete, ("listsnapshot",): snapshot.listing,
    ("guest", "exec"): guest.exec_, ("guest", "exec-status"): guest.exec_status,
    ("guest", "cmd"): guest.cmd, ("agent",): guest.cmd,
}

USAGE = "USAGE: qm <COMMAND> [ARGS] [OPTIONS]\n" + "\n".join(
    "       qm " + " ".join(verb) + " …" for verb in sorted(VERBS))


def main(words) -> int:
    for length in (1, 2):
        verb = tuple(words[:length])
        if act := VERBS.get(verb):
            break
    else:
        named = " ".join(words[:1])
        warn(f"ERROR: unknown command 'qm {named}'\n{USAGE}" if words else
             f"ERROR: no command specified\n{USAGE}")
        return 255
    if os.geteuid() != 0:
        warn("please run as root")
        return 255
    rest = words[length:]
    vmid = next((w for w in rest if w.isdigit()), None)
    faults.startup(vmid)
    if faults.cluster_down(vmid):
        for number in (1, 2, 3):
            warn(f"ipcc_send_rec[{number}] failed: Connection refused")
        warn("Unable to load access control list: Connection refused")
        return 111
    output.once = bool(faults.standing(vmid, "encode-once", 0))
    refresh_vmlist()
    try:
        act(rest)
    except BadParameter as error:
        warn(f"{error}\nqm {' '.join(verb)} <vmid> [OPTIONS]")
        return error.code
    except QmError as error:
        warn(str(error))
        return error.code
    except BrokenPipeError:
        return 141
    return 0
