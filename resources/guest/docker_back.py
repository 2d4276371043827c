"""Waits until Docker's version answers, then checks it: after a rollback, a carry-back or a restore.

usage: docker_back.py LIMIT
"""

import sys
import time

import checks_http
import checks_system
import processes
import step_io
import web
from containers import GATEWAY, PANEL

PORTS = (("gateway", 28789), ("panel", 28080))
PACE = 0.2
ANSWERED = "front_answers"  # kept by the scan: the front's checks that passed before the migration


class Told:
    """The same face as acceptance.Checks, counting what fails.

    nginx and the login file are not what a rollback brings back: where they were not seen to be
    right before, what is wrong with them is information.
    """

    def __init__(self, answered=()):
        self.failed, self.shared, self.answered = [], {}, answered

    def tell(self, identifier, weight, verdict, expected, found):
        if "-front-" in identifier and identifier not in self.answered:
            weight, verdict = "info", "warning" if verdict == "failed" else verdict
        if verdict in ("failed", "unknown") and weight == "critical":
            self.failed.append(identifier)
        step_io.check(identifier, weight, verdict, expected, found)

    def critical(self, identifier, good, expected, found):
        self.tell(identifier, "critical", "passed" if good else "failed", expected, found)


def wait(limit):
    """{name: moment of the first 200}"""
    deadline, back = time.monotonic() + limit, {}
    while len(back) < len(PORTS) and time.monotonic() < deadline:
        for name, port in PORTS:
            if name not in back and web.code(port) == 200:
                back[name] = int(time.time() * 1000)
                step_io.fact(f"{name}_back_ms", back[name])
        time.sleep(PACE)
    return back


def containers(told):
    for role, name in zip((GATEWAY, PANEL), checks_system.CONTAINERS):
        one = checks_system.inspect(name)
        state = one["State"]["Status"] if one else "gone"
        told.critical(f"docker-{role}", state == "running", "running", state)


def direct_units(told):
    states = processes.unit_states(checks_system.GATEWAY, checks_system.PANEL)
    for unit in (checks_system.GATEWAY, checks_system.PANEL):
        state = states.get(unit, {})
        good = state.get("ActiveState") in ("inactive", "failed") and state.get("UnitFileState") in ("disabled", "", "masked", None)
        told.critical(f"direct-off-{unit.removesuffix('.service')}", good, "stopped, not started at boot",
                      f"{state.get('ActiveState')}, {state.get('UnitFileState') or 'no such unit'}")


def main():
    told = Told(step_io.kept(ANSWERED).split() if step_io.is_kept(ANSWERED) else ())
    back = wait(float(sys.argv[1]))
    for name, port in PORTS:
        answer = web.request(port)
        told.critical(f"http-{name}-docker", name in back and answer.status == 200, "200", answer.told())
    containers(told)
    direct_units(told)
    checks_http.front_anonymous(told)
    checks_http.front_login(told)
    if told.failed:
        step_io.fail("docker-not-back", f"Docker's version does not answer as it should: {', '.join(told.failed)}. The data "
                     "and the backup are untouched; look at `docker logs openclaw-gateway` in the guest.")


if __name__ == "__main__":
    main()
