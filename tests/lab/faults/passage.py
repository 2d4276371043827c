"""One way through a guest: put into its state, a task begun, faults struck one after the other, each
at its moment, and after each what an operator does: resume, and where that cannot go on, roll back.

Several cases share a way, since most of a way's time is the work itself. What is judged at its end
holds for all of them; a way that does not end well is taken apart, and each case tried alone.
"""
import time
import traceback

import bed
import desk as desks
import judge
import moments
import states
import warmth
from faults import FAULTS

TRIES = 6  # resumes after one fault
TASKS = {"migration": "resume", "deletion": "delete-docker", "rollback": "rollback"}
ARRIVED = {"migration": "awaiting-user", "deletion": "deleted", "rollback": "rolled-back"}


class Clock:
    """Where the time goes: seconds a part, parts in the order they came."""

    def __init__(self):
        self.parts, self._since = {}, time.monotonic()

    def lap(self, part) -> None:
        now = time.monotonic()
        self.parts[part] = round(self.parts.get(part, 0) + now - self._since, 1)
        self._since = now


class Passage:
    def __init__(self, specs, number):
        self.specs, self.number, self.vmid = list(specs), number, 101
        self.line = specs[0].line
        self.task = "migrate" if specs[0].step.startswith("b-") else TASKS[self.line]
        self.begins_direct = self.line != "migration"
        self.waiting, self.struck, self.missed, self.lasting = list(specs), {}, [], []
        self.run = None
        self.notes = []
        self.clock = Clock()

    # -- doing -------------------------------------------------------------------------------
    def begin(self):
        seen = {}
        if self.task == "migrate":
            self.desk = states.before(self.vmid, "passage")
        else:
            state = {"migration": states.backed_up, "deletion": states.accepted, "rollback": states.migrated}[self.line]
            self.desk, seen = state(self.vmid)
        # Where Docker's version stood still as the state was kept, so did its data since.
        if "source" not in seen:
            bed.quiet_source(self.vmid)
        self.source = seen.get("source") or judge.source(self.vmid)
        bed.lab("faults", "node", "pace=0.1")  # the original's second between two looks is no fault's business
        self.clock.lap("state")
        for fault in dict.fromkeys(spec.fault for spec in self.specs):
            FAULTS[fault].prepare(self)
        self.clock.lap("preparing")
        self.since = time.time()
        journals = self.desk.journals()
        self.since_line = len(journals[-1].read_text().splitlines()) if journals else 0

    def _seen(self):
        return {"since": self.since, "since_line": self.since_line}

    def _moment(self, spec):
        """Step and moment to look for: before a step that others of its sending precede is after those."""
        if spec.moment == "before" and spec.step_before:
            return spec.step_before, "after"
        return spec.step, spec.moment

    def _too_late(self, spec) -> bool:
        """What came before took longer than the way to this moment."""
        if spec.moment == "after":
            return moments.journal_has(self.desk, "end", spec.step, self.since_line)
        return moments.ran(self.vmid, spec.step, "began" if spec.moment == "before" else "result", self.since)

    def _comes(self, spec) -> bool:
        """Waits for the moment while the program is at work; false when it ended before it."""
        step, moment = self._moment(spec)
        return moments.wait_for_step(self.desk, self.vmid, self.run, step, moment, 900, **self._seen()) and self.run.alive

    def _strike(self, spec) -> None:
        self.take_back()  # one at a time
        self.struck[spec] = moments.standing(self.desk, self.vmid, spec.step, **self._seen())
        self.notes.append(f"{spec.fault} at {spec.step}: {self.struck[spec]}")
        FAULTS[spec.fault].strike(self)
        self.lasting.append(spec.fault)

    def take_back(self) -> None:
        for fault in self.lasting:
            FAULTS[fault].take_back(self)
        self.lasting = []

    def _meet(self):
        """Strikes what comes, until the program has ended."""
        while self.waiting:
            if self._too_late(self.waiting[0]):
                self.missed.append(self.waiting.pop(0))
            elif self._comes(self.waiting[0]):
                self._strike(self.waiting.pop(0))
                self.tries = 0
            else:
                break
        done = self.run.wait(1200)
        self.take_back()
        return done

    def go(self):
        self.tries = 0
        self.run = self.desk.start(self.task, "--vmid", self.vmid)
        while True:
            done = self._meet()
            arrived = self.phase() == ARRIVED[self.line]
            if done.code == desks.SUCCEEDED and arrived or self.tries == TRIES:
                break
            if self.tries:
                time.sleep(5)
            self.tries += 1
            # `resume`, as the program says; a deletion or rollback that never began is asked for again.
            again = self.line != "migration" and done.code == desks.SUCCEEDED
            self.run = self.desk.start(self.task if again else "resume", "--vmid", self.vmid)
            self.notes.append(f"ended {done.code} {done.outcome.get('error', {}).get('code', '')}, went on")
        self.missed += self.waiting
        self.clock.lap("the way")
        return done, arrived

    def phase(self) -> str:
        status = self.desk.do("status", "--vmid", self.vmid)
        return status.events[-1].get("phase", "") if status.events else ""

    # -- judging -----------------------------------------------------------------------------
    def evidence(self, direct) -> list[str]:
        """What is wrong, seen from outside; empty when nothing is."""
        vmid, wrong = self.vmid, []

        def must(true, text):
            if not true:
                wrong.append(text)
        serves = judge.direct_serves(vmid) if direct else judge.docker_serves(vmid)
        must(serves, f"{'the direct install' if direct else 'Docker'} does not answer: {judge.faces(vmid)}")
        must(judge.gateways(vmid) == 1, f"{judge.gateways(vmid)} gateways run")
        source = judge.source(vmid)
        changed = judge.changed_source(self.source, source)
        must(not changed, f"the source changed: {changed[:5]}")
        names = judge.containers(vmid)
        gone = direct and self.line == "deletion"
        must(names == ([] if gone else ["openclaw-gateway", "openclaw-panel"]), f"containers: {names}")
        if direct:
            moved = judge.not_moved(vmid)
            must(not moved, f"the target differs: {moved[:5]}")
        twice = judge.jobs_run_twice(vmid, self.since)
        must(not twice, f"took effect twice: {twice}")
        must(not judge.holds(), f"holds are left: {judge.holds()}")
        must(not judge.unfinished_jobs(vmid), f"jobs are left: {judge.unfinished_jobs(vmid)}")
        must(not judge.cards(), f"the lease is kept: {judge.cards()}")
        verified = self.desk.do("record", "verify", "--vmid", vmid)
        must(verified.code == desks.SUCCEEDED, f"the journal does not verify: {verified.out[-200:]}")
        return wrong

    def carry_out(self) -> dict:
        done, arrived = self.go()
        if done.code == desks.SUCCEEDED and arrived:
            wrong = self.evidence(direct=self.line != "rollback")
            self.clock.lap("judged")
            return {"outcome": "fell-short" if wrong else "resumed", "evidence": wrong}
        why = f"could not be resumed: exit {done.code} {done.outcome.get('error', '')}"
        for _ in range(3):
            done = self.desk.roll_back(self.vmid)
            if done.code != desks.UNKNOWN:
                break
        self.clock.lap("rolled back")
        if done.code != desks.SUCCEEDED:
            return {"outcome": "fell-short", "evidence": [why, f"nor rolled back: {done.outcome}"]}
        bed.node(f"rm -rf {bed.NODE_ROOT}/holds")  # released by a person, with a reason
        wrong = self.evidence(direct=False)
        self.clock.lap("judged")
        return {"outcome": "fell-short" if wrong else "rolled-back", "evidence": [why, *wrong]}


def _once(specs, number, notes) -> tuple[Passage, dict]:
    """The passage and how it ended; what is the lab's own trouble is tried once more, and told."""
    for trial in (1, 2):
        passage = Passage(specs, number)
        try:
            passage.begin()
            return passage, passage.carry_out()
        except Exception as trouble:
            if passage.run:
                passage.run.kill()
            said = f"{type(trouble).__name__}: {str(trouble)[-600:]}"
            result = {"outcome": "fell-short", "evidence": [said, traceback.format_exc(limit=-2)[-300:]]}
            notes.append(f"try {trial}: {said[:300]}")
            try:
                bed.lab("faults", "node", "clear")
            except Exception:
                bed.up(afresh=True)
                warmth.prepare(passage.vmid)
    return passage, result


def carry_out(specs, number) -> tuple[list[dict], list]:
    """A row for each case that was struck, and the cases whose moment was missed."""
    began, notes = time.time(), []
    passage, result = _once(specs, number, notes)
    struck = list(passage.struck) or list(specs)[:1]
    missed = [spec for spec in specs if spec not in struck]
    seconds = round((time.time() - began) / len(struck), 1)
    if not passage.struck and result["outcome"] == "resumed":
        result = {"outcome": "fell-short", "evidence": ["its moment never came"]}

    def row(spec, found, **more):
        return {"fault": spec.fault, "step": spec.step, "moment": spec.moment, **found,
                "standing": passage.struck.get(spec, ""), "together": len(struck), "seconds": seconds,
                "parts": passage.clock.parts, "notes": notes + passage.notes, **more}
    if result["outcome"] == "resumed" or len(struck) == 1:
        return [row(spec, result) for spec in struck], missed
    # Which of them was it? Each alone; and what only all of them together bring about is told with the last.
    rows = []
    for spec in struck:
        alone, _ = carry_out([spec], number)
        rows += alone
    if result["outcome"] == "fell-short" and all(r["outcome"] != "fell-short" for r in rows):
        rows[-1] = row(struck[-1], {**result, "evidence": ["only together with the others", *result["evidence"]]})
    for r in rows:
        r["notes"] = [f"together with others: {result['outcome']}", *result["evidence"][:1], *r["notes"]]
    return rows, missed
