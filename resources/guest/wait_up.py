"""Waits until the direct services answer, then sees that they stay: for the first start and after a restart.

usage: wait_up.py [--steady] LIMIT WINDOW [gateway] [panel]
       --steady: they are up already (how they answer was judged before); when they answered first is not told

"is-active" says nothing about a service that dies and is started again every few seconds.
Up means: a process of the unit holds the port and answers as the gateway or panel did before
(behaviour.Up; any HTTP answer where that is not known); sustained means: the same main process
and no restart for WINDOW seconds after both were up.
"""

import sys
import time

import behaviour
import layout
import processes
import standing
import step_io
import web

SERVICES = {"gateway": (layout.GATEWAY_UNIT, layout.GATEWAY_PORT), "panel": (layout.PANEL_UNIT, layout.PANEL_PORT)}
PACE = 0.1
STATE_PACE = 1.0
MOST_RESTARTS = 3


class Watch:
    def __init__(self, names, steady=False):
        self.services = {name: SERVICES[name] for name in names}
        self.restarts = {name: int(state.get("NRestarts") or 0) for name, state in self.states().items()}
        self.up_ms, self.main, self.said = {}, {}, {}
        before = behaviour.load()
        self.up = {name: behaviour.Up(before, name, 0 if steady else behaviour.SETTLED) for name in names}

    def states(self):
        states = processes.unit_states(*(unit for unit, _ in self.services.values()))
        return {name: states.get(unit, {}) for name, (unit, _) in self.services.items()}

    def answers(self, name):
        unit, port = self.services[name]
        status = web.code(port)
        if status and not any(owner == unit for *_, owner in processes.listeners(port)):
            status = 0  # whoever answers there, it is not the unit
        self.said[name] = status
        return self.up[name].look(status)

    def trouble(self):
        """What the services' states forbid, or None."""
        for name, state in self.states().items():
            unit = self.services[name][0]
            restarts = int(state.get("NRestarts") or 0) - self.restarts[name]
            if restarts >= MOST_RESTARTS or (name in self.main and restarts):
                return name, step_io.phrase("service-restarted", unit=unit, times=restarts)
            if state.get("ActiveState") in ("failed", "inactive"):
                return name, step_io.phrase("service-is", unit=unit, state=state.get("ActiveState"))
            if name in self.main and state.get("MainPID") != self.main[name]:
                return name, step_io.phrase("service-other-process", unit=unit)
        return None

    def wait(self, limit):
        """Until all are up. Returns what went wrong, or None."""
        deadline = time.monotonic() + limit
        next_look = time.monotonic() + STATE_PACE
        while True:
            for name in self.services:
                if name not in self.up_ms and self.answers(name):
                    self.up_ms[name] = int(time.time() * 1000)
            if len(self.up_ms) == len(self.services):
                return None
            if time.monotonic() >= next_look:
                next_look = time.monotonic() + STATE_PACE
                if trouble := self.trouble():
                    return trouble
            if time.monotonic() >= deadline:
                name = next(name for name in self.services if name not in self.up_ms)
                return name, step_io.phrase("service-silent", unit=self.services[name][0], port=self.services[name][1], limit=f"{limit:.0f}",
                                            expected=self.up[name].told(), found=behaviour.told(self.said.get(name)))
            time.sleep(PACE)

    def sustain(self, window):
        self.restarts = {name: int(state.get("NRestarts") or 0) for name, state in self.states().items()}
        self.main = {name: state.get("MainPID") for name, state in self.states().items()}
        deadline = time.monotonic() + window
        while time.monotonic() < deadline:
            time.sleep(min(1.0, max(0.05, deadline - time.monotonic())))
            if trouble := self.trouble():
                return trouble
        for name in self.services:
            # An answer of another kind that was taken for up has settled long since, and still counts.
            if not self.answers(name):
                return name, step_io.phrase("service-stopped-answering", unit=self.services[name][0])
        return None


def main():
    steady = "--steady" in sys.argv
    limit, window, *names = [word for word in sys.argv[1:] if word != "--steady"]
    limit, window = float(limit), float(window)
    watch = Watch(names or list(SERVICES), steady)
    trouble = watch.wait(limit)
    for name, moment in watch.up_ms.items():
        step_io.say(f"{name}: {behaviour.told(watch.said.get(name))}")
        if not steady:
            step_io.fact(f"{name}_up_ms", moment)
    trouble = trouble or watch.sustain(window)
    if trouble:
        name, what = trouble
        step_io.say(step_io.in_english(what))
        step_io.fact("trouble", what)
        step_io.fact("trouble_unit", watch.services[name][0])
        return 1
    for name, pid in watch.main.items():
        step_io.say(f"{name}: main process {pid}, unchanged for {window:.0f} s")
        if not steady:
            step_io.fact(f"{name}_pid", pid)
            standing.begin(SERVICES[name][0], pid, watch.restarts[name], time.monotonic() - window)
    return 0


if __name__ == "__main__":
    sys.exit(main())
