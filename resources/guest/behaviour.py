"""How this VM answered while Docker's version ran, and what is judged by it afterwards.

The scan takes it and keeps it in the run's state folder (behaviour.json: statuses, names of
processes, no secrets). Acceptance, way back, start and outage probe ask here what counts as
answering: a healthy gateway need not say 200, nor a front 401.
"""

import json
import os
import time

import layout
import step_io
from layout import GATEWAY_PORT as GATEWAY, PANEL_PORT as PANEL

KEPT = "behaviour.json"
FRONT_OF = {GATEWAY: layout.FRONT_GATEWAY_PORT, PANEL: layout.FRONT_PANEL_PORT}
NAMES = {GATEWAY: "gateway", PANEL: "panel"}
HEALTH = {GATEWAY: ("/healthz", "/readyz"), PANEL: ("/api/health",)}
PATIENCE, PACE = 15.0, 0.5
# An answer of another kind than before counts as up when it stays: the acceptance judges it then,
# instead of users waiting for the end of the start's time limit.
SETTLED, SETTLED_ERROR = 15.0, 60.0
GUARDED = (401, 403)
NO_BACKEND = (502, 504)


class Behaviour:
    """What was seen before; each question is answered None where it was not asked then."""

    def __init__(self, seen=None):
        self.seen = seen if isinstance(seen, dict) else {}

    @property
    def known(self):
        return bool(self.seen)

    def part(self, *keys):
        value = self.seen
        for key in keys:
            value = value.get(str(key)) if isinstance(value, dict) else None
        return value

    def status(self, port, path="/", way="anonymous"):
        """An HTTP status; 0: there was no answer; None: not asked."""
        found = self.part("ports", port, "http", path, way)
        return found if isinstance(found, int) else None

    def paths(self, port):
        return list(self.part("ports", port, "http") or {})

    def of_docker(self):
        """For Docker's version itself: the very version that answered then."""
        return Behaviour({key: value for key, value in self.seen.items() if key != "otherwise"})

    def otherwise(self, name):
        """Another version than Docker's was chosen, which may answer otherwise."""
        return bool(self.part("otherwise", name))


def load(folder=None):
    try:
        with open(os.path.join(folder or step_io.STATE, KEPT), encoding="utf-8") as file:
            return Behaviour(json.load(file))
    except (OSError, ValueError):
        return Behaviour()


def same(before, now):
    """Redirects are alike."""
    return before == now or (before or 0) // 100 == now // 100 == 3


class Up:
    """Whether one port is up, asked again and again."""

    def __init__(self, before, name, settled=SETTLED):
        port = next(port for port, known in NAMES.items() if known == name)
        self.settled = settled
        self.expected = before.status(port)
        self.any = not self.expected or self.expected >= 500 or before.otherwise(name)
        self.since, self.kind = None, ""

    def told(self):
        return step_io.phrase("any-http-answer") if self.any else step_io.phrase("http-as-before", status=self.expected)

    def look(self, status, moment=None):
        """status: of this moment's answer, 0 for none; moment: time.monotonic()."""
        moment = time.monotonic() if moment is None else moment
        if status and (self.any or same(self.expected, status)):
            self.since = None
            return True
        kind = "" if not status else "error" if status >= 500 else "answer"
        if not kind or kind != self.kind:
            self.since = moment if kind else None
        self.kind = kind
        return bool(kind) and moment - self.since >= (SETTLED_ERROR if kind == "error" else self.settled)


def judge(before, now, otherwise=False, guard=False):
    """(verdict, weight) of an HTTP status against what it was; 0 is no answer. guard: everybody can come here."""
    if same(before, now):
        return "passed", "critical" if before else "info"
    if before == 0 or before >= 500:
        # Broken before: no worse is no failure. That something answered, if only an error, may not go.
        return ("failed", "critical") if now == 0 else ("warning", "info") if now >= 500 else ("passed", "critical")
    if now == 0 or now in NO_BACKEND or (now >= 500 and not otherwise):
        return "failed", "critical"
    if guard and before in GUARDED and 200 <= now < 300:
        return "failed", "critical"  # what asked who comes lets everybody in
    if 200 <= before < 300 and not otherwise:
        return "failed", "critical"
    return "warning", "info"


def told(status):
    return step_io.phrase("not-asked") if status is None else f"HTTP {status}" if status else step_io.phrase("no-answer")


def settle(ask, good):
    """The first good answer, or the last one when none comes: a service just started may need a moment."""
    until = time.monotonic() + PATIENCE
    while True:
        answer = ask()
        if good(answer) or time.monotonic() >= until:
            return answer
        time.sleep(PACE)


def compare(checks, identifier, before, ask, otherwise=False, usual=None, must_answer=False, guard=False):
    """A row: what is answered now against what was.

    usual: what the procedure has, for a run whose scan asked nothing. must_answer: that nothing
    answered before is no excuse (the direct ports: the procedure sets them).
    """
    if (before is None and usual is None) or (must_answer and not before):
        answer = settle(ask, lambda answer: answer.status)
        checks.tell(identifier, "critical", "passed" if answer.status else "failed", step_io.phrase("any-http-answer"), answer.told(), told(before))
        return
    reference = usual if before is None else before
    answer = settle(ask, lambda answer: judge(reference, answer.status, otherwise, guard)[0] == "passed")
    verdict, weight = judge(reference, answer.status, otherwise, guard)
    if before is None:
        expected = f"HTTP {usual}"
    elif not before:
        expected = step_io.phrase("no-answer-as-before-or-better")
    else:
        expected = step_io.phrase("http-as-before-may-differ" if otherwise else "http-as-before", status=before)
    checks.tell(identifier, weight, verdict, expected, answer.told(), told(before))
