"""lab faults: what qm is to do wrong, and what the link to the node is to do."""
import fcntl
import json
import subprocess

from . import network
from .names import LabNames
from .shell import LabError

STANDING = ("startup", "pace", "encode-once")
# one-shot (a count may follow: NAME*3), but for those that stand
QM = {"timeout-after-run": None, "swallow-result": None, "cross-talk": None, "no-socket": None,
      "lose-after-send": None, "cluster-down": None, "delay": float, "startup": float, "pace": float,
      "encode-once": float}
LINK = ("freeze", "unfreeze", "cut")
CHAIN = "LAB-FAULTS"


def parse(spec: str) -> dict:
    text, star, count = spec.partition("*")
    name, equals, value = text.partition("=")
    if name not in QM:
        raise LabError(f"unknown fault {name!r}; there are {', '.join(QM)} for a VM, "
                       f"{', '.join(LINK + STANDING)} for the node")
    order = {"fault": name, "count": int(count) if star else 1}
    if QM[name]:
        if not equals:
            raise LabError(f"{name} needs a value: {name}=SECONDS")
        order["value"] = QM[name](value)
    return order


def order(lab: LabNames, which: str, specs) -> None:
    """Add to the orders of a VM (or the node); `clear` drops those before it."""
    with open(lab.run / "faults" / f"{which}.json", "r+") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        orders = json.loads(handle.read() or "[]")
        for spec in specs:
            if spec == "clear":
                orders.clear()
            elif (fresh := parse(spec))["fault"] in STANDING:
                orders[:] = [o for o in orders if o["fault"] != fresh["fault"]] + [fresh]
            else:
                orders.append(fresh)
        handle.seek(0)
        handle.truncate()
        handle.write(json.dumps(orders))


def show(lab: LabNames, which: str) -> list[dict]:
    return json.loads((lab.run / "faults" / f"{which}.json").read_text() or "[]")


def link(lab: LabNames, what: str) -> None:
    """The link between this machine and the node's sshd.

    freeze: open connections and new ones hang, as with a dead peer. cut: the
    open ones are reset and new ones are possible at once, as when a NAT box
    forgets them."""
    def tables(*words, check=True):
        return network.inside(lab, "iptables", *words, check=check)

    if what == "freeze":
        tables("-N", CHAIN, check=False)
        if tables("-C", "INPUT", "-j", CHAIN, check=False).returncode:
            tables("-I", "INPUT", "-j", CHAIN)
            tables("-I", "OUTPUT", "-j", CHAIN)
        tables("-F", CHAIN)
        tables("-A", CHAIN, "-i", "eno1", "-p", "tcp", "--dport", "22", "-j", "DROP")
        tables("-A", CHAIN, "-p", "tcp", "--sport", "22", "-j", "DROP")
    elif what == "unfreeze":
        tables("-F", CHAIN, check=False)
    else:
        subprocess.run(["nsenter", f"--net=/run/netns/{lab.netns}", "ss", "-K", "state", "established",
                        "sport", "=", "22"], capture_output=True)
