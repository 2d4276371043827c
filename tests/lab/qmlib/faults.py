"""Faults that a test ordered: a list per machine, each with a count that goes
down as it strikes; "startup", "pace" and "encode-once" stand until they are cleared."""
import fcntl
import json
import time

from .config import MACHINES

FOLDER = MACHINES / "faults"


def _edit(name: str, change):
    try:
        handle = open(FOLDER / f"{name}.json", "r+")
    except OSError:
        return None
    with handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            orders = json.loads(handle.read() or "[]")
        except ValueError:
            orders = []
        result = change(orders)
        handle.seek(0)
        handle.truncate()
        handle.write(json.dumps(orders))
        return result


def take(vmid: int, fault: str):
    """The order's value when the fault is to strike now (True without one), else None."""
    def change(orders):
        for order in orders:
            if order["fault"] == fault and order["count"] > 0:
                order["count"] -= 1
                if not order["count"]:
                    orders.remove(order)
                return order.get("value", True)
        return None
    return _edit(str(vmid), change)


def standing(vmid, fault: str, otherwise: float) -> float:
    """The value of an order that stands until it is cleared, for the machine or for the whole node."""
    for name in (str(vmid), "node"):
        try:
            orders = json.loads((FOLDER / f"{name}.json").read_text() or "[]")
        except (OSError, ValueError):
            continue
        for order in orders:
            if order["fault"] == fault:
                return float(order["value"])
    return otherwise


def cluster_down(vmid=None) -> bool:
    """The cluster file system restarts just now; an order for the machine or for the whole node."""
    return any(take(name, "cluster-down") for name in (vmid, "node") if name)


def startup(vmid=None) -> None:
    """What starting the interpreter costs on a real node."""
    time.sleep(standing(vmid, "startup", 0))
