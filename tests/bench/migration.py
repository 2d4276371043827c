"""One migration by one way, watched: outage, wall time, what it cost the node."""
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import ground  # first: it makes the lab's own helpers known
import bed
import judge
import ways
from meter import Meter

PROBE = (Path(__file__).resolve().parent / "probe.py").read_text()
TARGETS = {"gateway": ("outage_gateway", ""), "panel": ("outage_panel", ""),
           "gateway-front": ("outage_gateway", " front"), "panel-front": ("outage_panel", " front")}


class Probe:
    """The onlooker in the guest, by a way of the lab's own: it costs the node nothing."""

    def __init__(self, vmid):
        self._process = subprocess.Popen([bed.LAB, "exec", str(vmid), "--", "python3", "-c", PROBE],
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self._process.stdout.readline().strip() != "ready":
            raise bed.LabFailed("the probe does not start")

    def end(self):
        said, _ = self._process.communicate("", timeout=60)
        return json.loads(said.strip().splitlines()[-1])


def total(gaps):
    """Seconds without service; a service that falls over once more was not up."""
    return sum(end - start for start, end in gaps)


def union(spans):
    """Seconds covered by at least one of the spans."""
    covered, reach = 0.0, float("-inf")
    for start, end in sorted(spans):
        covered += max(0.0, end - max(start, reach))
        reach = max(reach, end)
    return covered


def inside(span, gaps):
    return sum(max(0.0, min(span[1], end) - max(span[0], start)) for start, end in gaps)


def warm_start(vmid):
    return float(bed.said("exec", vmid, "--", "python3", "-c", PROBE, "--warm-start", limit=200))


def measure(results, case, way, vmid, number):
    """Puts the samples into `results`; True when all went well."""
    name = f"{case}-{way}-{number}"
    ground.restore(vmid, case)
    ground.forget_runs()
    busy = ground.settle()
    ground.say(f"{name}: begins" + (f" on a machine that is {busy:.0%} busy" if busy > ground.BUSY else ""))
    results.note_busy(busy)
    with Meter(vmid) as meter:
        probe = Probe(vmid)
        time.sleep(1)
        outcome = ways.run(way, [vmid], name)
        time.sleep(2)
        seen = probe.end()
    problems = [] if outcome.good else [f"{way} ended badly: {outcome.said}"]
    problems += [f"{target} did not come back" for target, state in seen.items() if state["down"]]
    problems += [f"{target}: the probe saw no outage at all" for target, state in seen.items() if not state["gaps"]]
    if not problems and not judge.direct_serves(vmid):
        problems.append(f"the VM does not serve as it should: {judge.faces(vmid)}")
    if problems:
        results.fail(case, way, "; ".join(problems))
        return False

    for target, (metric, suffix) in TARGETS.items():
        results.add(metric, case + suffix, way, total(seen[target]["gaps"]), "s")
    results.add("wall", case, way, outcome.wall, "s")
    results.add("qm_calls", case, way, meter.calls_between(outcome.began, outcome.ended + 1), "calls")
    results.add("ssh_bytes", case, way, meter.bytes_between(outcome.began, outcome.ended + 1), "bytes")
    per_stage(results, case, way, outcome, meter)
    if outcome.jobs:
        results.add("guest_work", case, way, union([job[1:] for job in outcome.jobs]), "s")
        outage_parts(results, case, way, outcome, seen["gateway"]["gaps"])
        if way == "procedure":
            results.add("wall", case, "limit", union([job[1:] for job in outcome.jobs]), "s")
    backup(results, case, way, outcome, meter, vmid)
    if way == "early":
        results.add("outage_gateway", case, "limit", warm_start(vmid), "s")
    late = max(state["latest"] for state in seen.values())
    ground.say(f"{name}: gateway {total(seen['gateway']['gaps']):.1f} s, panel {total(seen['panel']['gaps']):.1f} s, "
               f"wall {outcome.wall:.1f} s, {meter.calls_between(outcome.began, outcome.ended + 1)} qm calls"
               + (f"; the probe was late by {late:.1f} s once" if late > 0.5 else ""))
    return True


def per_stage(results, case, way, outcome, meter):
    calls, sent = {}, {}
    since = outcome.began
    for letter, until in outcome.stages:
        calls[letter] = calls.get(letter, 0) + meter.calls_between(since, until)
        sent[letter] = sent.get(letter, 0) + meter.bytes_between(since, until)
        since = max(since, until)
    if calls:  # what comes after the last job belongs to the last stage
        last = outcome.stages[-1][0]
        calls[last] += meter.calls_between(since, outcome.ended + 1)
        sent[last] += meter.bytes_between(since, outcome.ended + 1)
    for letter in sorted(calls):
        results.add("qm_calls", f"{case} stage {letter}", way, calls[letter], "calls")
        results.add("ssh_bytes", f"{case} stage {letter}", way, sent[letter], "bytes")


def outage_parts(results, case, way, outcome, gaps):
    """Which steps the gateway's outage consists of, and what lies between them."""
    for step, began, ended in outcome.jobs:
        results.add("step_time", f"{case} {step}", way, ended - began, "s")  # in the rows only, for who looks for time
        seconds = inside((began, ended), gaps)
        if seconds > 0.05 and step != "d-warm":  # it runs beside others
            results.add("outage_part", f"{case} {step}", way, seconds, "s")
    inner = sum(inside_union(outcome.jobs, gap) for gap in gaps)
    results.add("outage_part", f"{case} between the steps", way, total(gaps) - inner, "s")


def inside_union(jobs, gap):
    return union([(max(began, gap[0]), min(ended, gap[1])) for _, began, ended in jobs if began < gap[1] and ended > gap[0]])


def backup(results, case, way, outcome, meter, vmid):
    """MB/s of making and checking the backup, and the cores it takes beside the bot. The small VM
    has next to nothing but a sparse file to archive: its rate would say nothing."""
    if case != "large":
        return
    size, _ = ground.size_of(vmid)
    if way == "script":
        took = outcome.took
        stage = dict(outcome.stages)
        if {"backup", "check"} <= took.keys():
            results.add("backup_rate", f"{case} archive and sums", way, size / 1e6 / took["backup"], "MB/s")
            results.add("backup_rate", case, way, size / 1e6 / (took["backup"] + took["check"]), "MB/s")
            span = (stage["A"], stage["B"])
            results.add("backup_processor", case, way, meter.processor_between(*span) / (took["backup"] + took["check"]), "cores")
    elif way == "procedure":
        spans = {step: (began, ended) for step, began, ended in outcome.jobs if step in ("b-archive", "b-verify")}
        if len(spans) == 2:
            archive, verify = spans["b-archive"], spans["b-verify"]
            both = archive[1] - archive[0] + verify[1] - verify[0]
            results.add("backup_rate", f"{case} archive and sums", way, size / 1e6 / (archive[1] - archive[0]), "MB/s")
            results.add("backup_rate", case, way, size / 1e6 / both, "MB/s")
            results.add("backup_processor", case, way, (meter.processor_between(*archive) + meter.processor_between(*verify)) / both, "cores")


def batch_case(vmids, at_once):
    number = "six" if len(vmids) == 6 else str(len(vmids))
    return f"{number} VMs, {at_once} at once" if at_once > 1 else f"{number} VMs, one after the other"


def batch(results, way, vmids, at_once):
    """Several VMs; the time until the last of them is accepted."""
    case = batch_case(vmids, at_once)
    ground.restore_all(vmids, "small")
    ground.forget_runs()
    results.note_busy(ground.settle(60))
    ground.say(f"{case}: {way} begins")
    with Meter() as meter:
        worked = ground.machine_seconds()
        outcome = ways.run(way, vmids, f"batch-{way}-{at_once}", at_once)
        worked = ground.machine_seconds() - worked
    wrong = [str(vmid) for vmid in vmids if not judge.direct_serves(vmid)] if outcome.good else []
    if not outcome.good or wrong:
        results.fail(case, way, f"VMs that do not serve: {', '.join(wrong)}" if wrong else outcome.said)
        return
    results.add("batch_wall", case, way, outcome.wall, "s")
    results.add("batch_processor", case, way, worked, "core s")
    results.add("qm_calls", case, way, meter.calls_between(outcome.began, outcome.ended + 1), "calls")
    ground.say(f"{case}: {way} {outcome.wall:.0f} s")
