"""Waits until Docker's version answers, then checks it: after a rollback, a carry-back or a restore.

usage: docker_back.py LIMIT

Back means: as it was before the migration, whatever that was. What was broken before is
information; nginx and the login file are not what a rollback brings back.
"""

import sys
import time

import baseline
import behaviour
import checks_http
import checks_system
import processes
import step_io
import web
from containers import GATEWAY, PANEL

PORTS = (("gateway", behaviour.GATEWAY), ("panel", behaviour.PANEL))
PACE = 0.2
STATES = {"running": step_io.phrase("running"), "exited": step_io.phrase("exited"), "gone": step_io.phrase("gone")}
ANSWERED = "front_answers"  # kept by scans that took no baseline: the front's checks that passed then


class Told:
    """The same face as acceptance.Checks, counting what fails."""

    def __init__(self, before, answered=()):
        self.failed, self.shared, self.before, self.answered = [], {}, before, answered

    def tell(self, identifier, weight, verdict, expected, found, before=""):
        unasked = "-front-" in identifier and not self.before.known and identifier not in self.answered
        if unasked or identifier.startswith("baseline-"):
            weight, verdict = "info", "warning" if verdict == "failed" else verdict
        if verdict in ("failed", "unknown") and weight == "critical":
            self.failed.append(identifier)
        step_io.check(identifier, weight, verdict, expected, found, before)

    def critical(self, identifier, good, expected, found, before=""):
        self.tell(identifier, "critical", "passed" if good else "failed", expected, found, before)


def wait(limit, before):
    """{name: moment of the first answer that counts}. What did not answer before is given a moment only."""
    start, back = time.monotonic(), {}
    up = {name: behaviour.Up(before, name) for name, _ in PORTS}
    limits = {name: min(limit, behaviour.PATIENCE) if before.status(port) == 0 else limit for name, port in PORTS}
    while len(back) < len(PORTS) and time.monotonic() < start + max(limits[name] for name in limits if name not in back):
        for name, port in PORTS:
            if name not in back and up[name].look(web.code(port)):
                back[name] = int(time.time() * 1000)
                step_io.fact(f"{name}_back_ms", back[name])
        time.sleep(PACE)
    return back


def answers(told, back):
    for name, port in PORTS:
        before, answer = told.before.status(port), web.request(port)
        if before:
            # The very version that answered then: another kind of answer is not it.
            verdict, weight = behaviour.judge(before, answer.status)
            told.tell(f"http-{name}-docker", weight, verdict if name in back or verdict != "passed" else "failed",
                      step_io.phrase("http-as-before", status=before), answer.told(), behaviour.told(before))
        elif before == 0:
            told.tell(f"http-{name}-docker", "info", "passed" if answer.status else "warning", step_io.phrase("no-answer-as-before-or-better"), answer.told(),
                      behaviour.told(before))
        else:
            told.critical(f"http-{name}-docker", name in back and bool(answer.status), step_io.phrase("any-http-answer"), answer.told())


def containers(told):
    for role, name in zip((GATEWAY, PANEL), checks_system.CONTAINERS):
        one, before = checks_system.inspect(name), told.before.part("containers", role)
        state = one["State"]["Status"] if one else "gone"
        if before in (None, "running"):
            told.critical(f"docker-{role}", state == "running", step_io.phrase("running"), STATES.get(state, state), before or "")
        else:
            told.tell(f"docker-{role}", "info", "passed" if state in (before, "running") else "warning",
                      step_io.phrase("as-before-or-running", before=before), state if one else step_io.phrase("gone"), before)


def direct_units(told):
    states = processes.unit_states(checks_system.GATEWAY, checks_system.PANEL)
    for unit in (checks_system.GATEWAY, checks_system.PANEL):
        state = states.get(unit, {})
        good = state.get("ActiveState") in ("inactive", "failed") and state.get("UnitFileState") in ("disabled", "", "masked", None)
        told.critical(f"direct-off-{unit.removesuffix('.service')}", good, step_io.phrase("stopped-not-at-boot"),
                      step_io.phrase("state-and-boot", state=state.get("ActiveState"), boot=state.get("UnitFileState") or step_io.phrase("no-such-unit")))


def unchanged(told):
    """Information: Docker's version is back whatever somebody did to the rest of the VM meanwhile."""
    try:
        baseline.check(told, {})
    except Exception as error:  # of no weight for the way back
        told.tell("baseline-firewall", "info", "unknown", step_io.phrase("the-check-runs"), step_io.phrase("check-itself-broke", error=error))


def main():
    told = Told(behaviour.load().of_docker(), step_io.kept(ANSWERED).split() if step_io.is_kept(ANSWERED) else ())
    back = wait(float(sys.argv[1]), told.before)
    answers(told, back)
    containers(told)
    direct_units(told)
    checks_http.front_anonymous(told)
    checks_http.front_login(told)
    if told.before.known:
        checks_http.websocket(told)
    unchanged(told)
    if told.failed:
        step_io.fail("docker-not-back", checks=", ".join(told.failed))


if __name__ == "__main__":
    main()
