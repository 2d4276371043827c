"""Measures, from inside the guest, how long the gateway and the panel did not answer.

usage: outage_probe.py FILE     (runs as a unit of its own until both answer again)
       outage_probe.py --tell FILE

Every 100 ms each port is asked once. The outage is the time from the last good answer to the
first good one after it, by the guest's clock; whoever answers counts, Docker's version or the
direct install, because that is what users see. Good is what was answered before (behaviour.Up,
from the run's state folder, in which FILE lies). FILE always holds what is known so far.
"""

import json
import os
import sys
import time

import behaviour
import layout
import step_io
import web

PORTS = {"gateway": layout.GATEWAY_PORT, "panel": layout.PANEL_PORT}
PACE = 0.1
STEADY = 3.0  # seconds both have to answer before the probe believes it
LONGEST = 4 * 3600
LONGEST_WITHOUT_OUTAGE = 3600


def now_ms():
    return int(time.time() * 1000)


def save(path, seen):
    temporary = path + ".new"
    with open(temporary, "w", encoding="ascii") as file:
        json.dump(seen, file)
    os.replace(temporary, path)


def probe(path):
    seen = {name: {} for name in PORTS}
    if os.path.exists(path):  # started again after an interruption: what began, began then
        with open(path, encoding="ascii") as file:
            seen.update(json.load(file))
    before = behaviour.load(os.path.dirname(os.path.abspath(path)))
    up = {name: behaviour.Up(before, name) for name in PORTS}
    last_good = {name: now_ms() for name in PORTS}
    began, up_since = time.monotonic(), None
    while time.monotonic() - began < LONGEST:
        good = {name: up[name].look(web.code(port, timeout=1)) for name, port in PORTS.items()}
        changed = False
        for name, answers in good.items():
            state = seen[name]
            if answers:
                last_good[name] = now_ms()
                if "from_ms" in state and "to_ms" not in state:
                    state["to_ms"] = last_good[name]
                    changed = True
            elif "from_ms" not in state or "to_ms" in state:
                # Down for the first time, or again: a service that falls over once more was not up.
                state.setdefault("from_ms", last_good[name])
                state.pop("to_ms", None)
                changed = True
        if changed:
            save(path, seen)
        any_down = any("from_ms" in state for state in seen.values())
        if all(good.values()):
            up_since = up_since or time.monotonic()
            if any_down and all("to_ms" in state for state in seen.values()) and time.monotonic() - up_since > STEADY:
                return
        else:
            up_since = None
        if not any_down and time.monotonic() - began > LONGEST_WITHOUT_OUTAGE:
            return
        time.sleep(PACE)


def tell(path):
    if not os.path.exists(path):
        step_io.say("no outage was measured")
        step_io.fact("outage", "none")
        return
    step_io.fact("outage", "measured")
    with open(path, encoding="ascii") as file:
        seen = json.load(file)
    for name, state in seen.items():
        for key in ("from_ms", "to_ms"):
            if key in state:
                step_io.fact(f"outage_{name}_{key}", state[key])
        if "to_ms" in state:
            step_io.say(f"{name}: no answer for {(state['to_ms'] - state['from_ms']) / 1000:.1f} s")


if __name__ == "__main__":
    if sys.argv[1] == "--tell":
        tell(sys.argv[2])
    else:
        probe(sys.argv[1])
