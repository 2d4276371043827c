"""One case of the matrix: a guest put into its state, a task begun, the fault struck at its
moment, then what an operator does: resume, and where that cannot go on, roll back."""
import time
import traceback

import bed
import desk as desks
import judge
import moments
import places
import states
from faults import FAULTS

ROLLBACK = ("r-direct-stop", "r-snapshot", "r-docker-start", "r-verify", "r-outage")


def step_before(step):
    """The step that the same sending has before this one, or None for the first that a case sends."""
    if step == "b-verify":
        return "b-archive"
    if step in ROLLBACK[1:]:
        return ROLLBACK[ROLLBACK.index(step) - 1]
    first = places.place_of(step)
    return None if first == step else first


class Clock:
    """Where a case's time goes: seconds a part, parts in the order they came."""

    def __init__(self):
        self.parts, self._since = {}, time.monotonic()

    def lap(self, part) -> None:
        now = time.monotonic()
        self.parts[part] = round(self.parts.get(part, 0) + now - self._since, 1)
        self._since = now


class Case:
    def __init__(self, spec, number):
        self.spec, self.number, self.vmid = spec, number, 101
        self.fault = FAULTS[spec.fault]
        self.begins_direct = spec.state in ("migrated", "accepted") or spec.step.startswith("h-")
        self.run = None
        self.notes = []
        self.clock = Clock()

    # -- doing -------------------------------------------------------------------------------
    def begin(self):
        seen = {}
        if self.spec.state == "before":
            self.desk = states.before(self.vmid, "case")
        elif self.spec.state == "place":
            self.desk, seen = places.before_step(self.vmid, places.place_of(self.spec.step))
        else:
            self.desk, seen = getattr(states, self.spec.state)(self.vmid)
        if "source" not in seen:
            bed.quiet_source(self.vmid)
        # Where Docker's version stood still as the state was kept, so did its data since.
        self.source = seen.get("source") or judge.source(self.vmid)
        bed.lab("faults", "node", "pace=0.1")  # the original's second between two looks is no fault's business
        self.clock.lap("state")
        self.fault.prepare(self)
        self.clock.lap("preparing the fault")
        self.since = time.time()
        journals = self.desk.journals()
        self.since_line = len(journals[-1].read_text().splitlines()) if journals else 0

    def reached(self) -> bool:
        """Waits for the moment; false when the program ended before it."""
        step, moment = self.spec.step, self.spec.moment
        words = {"since": self.since, "since_line": self.since_line, "limit": 900}
        previous = step_before(step)
        if moment == "before" and previous:
            # Steps of one sending are all in the guest already: what is left is the seam between two.
            return moments.wait_for_step(self.desk, self.vmid, self.run, previous, "after", **words)
        return moments.wait_for_step(self.desk, self.vmid, self.run, step, moment, **words)

    def task(self):
        return [self.spec.task, "--vmid", self.vmid]

    def go(self):
        self.run = self.desk.start(*self.task())
        if not self.reached():
            done = self.run.wait(900)
            raise AssertionError(f"the moment never came: {done}")
        self.clock.lap("until the moment")
        self.struck_at = moments.standing(self.desk, self.vmid, self.spec.step, self.since, self.since_line)
        self.fault.strike(self)
        done = self.run.wait(1200)
        self.clock.lap("from the fault on")
        self.fault.take_back(self)
        self.notes.append(f"struck at {self.struck_at}; ended {done.code}")
        for attempt in range(6):
            if done.code == desks.SUCCEEDED and self.arrived():
                return done
            if attempt:
                time.sleep(5)
            done = self.go_on(done)
            self.notes.append(f"went on: {done.code} {done.outcome.get('error', {}).get('code', '')}")
            self.clock.lap("resumed")
        return done

    def go_on(self, done):
        """`resume`, as the program says; a deletion or rollback that never began is asked for again."""
        resumed = self.desk.resume(self.vmid)
        if self.spec.task in ("delete-docker", "rollback") and resumed.code == desks.SUCCEEDED and not self.arrived():
            return self.desk.do(*self.task())
        return resumed

    def arrived(self) -> bool:
        phase = self.phase()
        return phase in {"migrate": ("awaiting-user",), "resume": ("awaiting-user",), "delete-docker": ("deleted",),
                         "rollback": ("rolled-back",)}[self.spec.task]

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
        changed = judge.changed_source(self.source, judge.source(vmid))
        must(not changed, f"the source changed: {changed[:5]}")
        names = judge.containers(vmid)
        gone = direct and self.spec.task == "delete-docker"
        must(names == ([] if gone else ["openclaw-gateway", "openclaw-panel"]), f"containers: {names}")
        if direct:
            moved = judge.not_moved(vmid)
            must(not moved, f"the target differs: {moved[:5]}")
        must(not judge.jobs_run_twice(vmid, self.since), f"took effect twice: {judge.jobs_run_twice(vmid, self.since)}")
        must(not judge.holds(), f"holds are left: {judge.holds()}")
        must(not judge.unfinished_jobs(vmid), f"jobs are left: {judge.unfinished_jobs(vmid)}")
        cards = bed.node(f"ls {bed.NODE_ROOT}/cards 2>/dev/null || true").split()
        must(not cards, f"the lease is kept: {cards}")
        verified = self.desk.do("record", "verify", "--vmid", vmid)
        must(verified.code == desks.SUCCEEDED, f"the journal does not verify: {verified.out[-200:]}")
        return wrong

    def carry_out(self) -> dict:
        done = self.go()
        if done.code == desks.SUCCEEDED and self.arrived():
            wrong = self.evidence(direct=self.spec.task != "rollback")
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
        return {"outcome": "fell-short" if wrong else "rolled-back", "evidence": [why, *wrong] if wrong else [],
                "why": why}


def carry_out(spec, number) -> dict:
    began = time.time()
    earlier = []
    case = Case(spec, number)
    result = {"fault": spec.fault, "step": spec.step, "moment": spec.moment}
    for trial in (1, 2):
        try:
            case.begin()
            result.update(case.carry_out())
            break
        except Exception as trouble:  # the lab's or the case's own: tried once more, and told
            if case.run:
                case.run.kill()
            said = f"{type(trouble).__name__}: {str(trouble)[-600:]}"
            result.update(outcome="fell-short", evidence=[said, traceback.format_exc(limit=-2)[-300:]])
            earlier.append(f"tried before: {said[:300]}")
            try:
                bed.lab("faults", "node", "clear")
            except Exception:
                bed.up(afresh=True)
                places.prepare(case.vmid)
            if trial == 1:
                case = Case(spec, number)
    return {**result, "seconds": round(time.time() - began, 1), "parts": case.clock.parts,
            "notes": earlier[:1] + case.notes if len(earlier) == 1 else earlier + case.notes}
