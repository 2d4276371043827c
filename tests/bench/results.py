"""Samples, their medians, the table, and what became of the goals."""
import json
import os
import statistics
import subprocess
from dataclasses import dataclass

import ground

ORDER = ("script", "ansible", "procedure", "early", "limit", "window")
MAIN = ("outage_gateway", "outage_panel", "wall", "guest_work", "qm_calls", "ssh_bytes", "batch_wall", "batch_processor", "backup_rate",
        "backup_processor", "window_start", "window_stall", "window_memory")


def commit():
    return subprocess.run(["git", "-C", str(ground.CHECKOUT), "rev-parse", "HEAD"], capture_output=True, text=True,
                          check=True).stdout.strip()


class Results:
    def __init__(self, path, keep=False):
        """`keep`: other cases of the same commit, measured before, stay."""
        self._path = path
        self._commit = commit()
        self._samples = {}
        self._units = {}
        self.failures = []
        self.busiest = 0.0
        self._earlier = {}
        if keep and path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if row["commit"] == self._commit and row["median"] is not None:
                    self._earlier[row["metric"], row["case"], row["way"]] = row

    def add(self, metric, case, way, value, unit):
        self._samples.setdefault((metric, case, way), []).append(value)
        self._units[metric] = unit
        self.write()

    def fail(self, case, way, why):
        self.failures.append({"case": case, "way": way, "why": why.strip()})
        ground.say(f"FAILED: {case}, {way}: {why.strip()}")
        self.write()

    def note_busy(self, share):
        self.busiest = max(self.busiest, share)

    def rows(self):
        made = dict(self._earlier)
        for key, samples in self._samples.items():
            metric, case, way = key
            made[key] = {"metric": metric, "case": case, "way": way, "median": round(statistics.median(samples), 3),
                         "unit": self._units[metric], "commit": self._commit, "samples": [round(s, 3) for s in samples]}
        for failure in self.failures:
            key = ("failed", failure["case"], failure["way"])
            made[key] = {"metric": "failed", "case": failure["case"], "way": failure["way"], "median": None, "unit": "",
                         "commit": self._commit, "why": failure["why"][-500:]}
        return list(made.values())

    def write(self):
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.rows())
        fresh = self._path.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self._path)


class Table:
    """What the rows say, however they came about."""

    def __init__(self, rows):
        self.rows = rows
        self._values = {(r["metric"], r["case"], r["way"]): r for r in rows}

    def value(self, metric, case, way):
        row = self._values.get((metric, case, way))
        return row["median"] if row else None

    def ratio(self, metric, case, way, to):
        one, other = self.value(metric, case, way), self.value(metric, case, to)
        return one / other if one is not None and other else None

    def cases(self, metric):
        return list(dict.fromkeys(r["case"] for r in self.rows if r["metric"] == metric))

    def ways(self, metrics):
        used = {r["way"] for r in self.rows if r["metric"] in metrics}
        return [way for way in ORDER if way in used]


def shown(value, unit):
    if value is None:
        return "–"
    if unit == "bytes":
        return f"{value / 1e6:.2f} MB"
    if unit == "MB":
        return f"{value:.0f} MB"
    if unit == "calls":
        return f"{value:.0f}"
    if unit == "ms":
        return f"{value:.0f} ms"
    return f"{value:.2f} {unit}" if unit == "cores" or value < 10 else f"{value:.1f} {unit}"


def with_ratio(table, metric, case, way):
    row = next((r for r in table.rows if (r["metric"], r["case"], r["way"]) == (metric, case, way)), None)
    if row is None:
        return "–"
    text = shown(row["median"], row["unit"])
    ratio = table.ratio(metric, case, way, "script")
    return text if way in ("script", "window") or ratio is None else f"{text} ({ratio:.2f})"


def grid(table, metrics, cases=lambda case: True):
    ways = [way for way in table.ways(metrics) if way != "window"]
    if not ways:
        return []
    lines = ["| what | case | " + " | ".join(ways) + " |", "|---|---|" + "---|" * len(ways)]
    for metric in metrics:
        for case in filter(cases, table.cases(metric)):
            lines.append(f"| {metric} | {case} | " + " | ".join(with_ratio(table, metric, case, way) for way in ways) + " |")
    return lines if len(lines) > 2 else []


def main_table(table):
    return grid(table, [m for m in MAIN if not m.startswith("window")], lambda case: " stage " not in case)


def stage_table(table):
    return grid(table, ("qm_calls", "ssh_bytes"), lambda case: " stage " in case)


def part_table(table):
    ways = table.ways(("outage_part",))
    lines = ["| the gateway's outage | " + " | ".join(ways) + " |", "|---|" + "---|" * len(ways)]
    for case in sorted(table.cases("outage_part"), key=lambda c: (c.split()[0] != "small", "between" in c)):
        lines.append(f"| {case} | " + " | ".join(shown(table.value("outage_part", case, way), "s") for way in ways) + " |")
    return lines if ways else []


def window_table(table):
    lines = ["| the window | case | median |", "|---|---|---|"]
    for metric in ("window_start", "window_all_rows", "window_start_processor", "window_stall", "window_stall_processor", "window_memory"):
        for row in table.rows:
            if row["metric"] == metric:
                lines.append(f"| {metric} | {row['case']} | {shown(row['median'], row['unit'])} |")
    return lines if len(lines) > 2 else []


@dataclass
class Goal:
    words: str
    found: str
    met: object  # True, False, or None where it was not measured
    limit: str = ""


def _below(words, value, most, form, limit=""):
    if value is None:
        return Goal(words, "not measured", None)
    return Goal(words, form(value), value <= most, "" if value <= most else limit)


def biggest_parts(table, case, way):
    parts = [(table.value("outage_part", c, way) or 0, c.split(" ", 1)[1]) for c in table.cases("outage_part") if c.startswith(case + " ")]
    parts = sorted((p for p in parts if p[0] >= 0.2), reverse=True)
    return "the outage is " + ", ".join(f"{name} {seconds:.1f} s" for seconds, name in parts[:6]) if parts else ""


def goals(table):
    ratio = "{:.2f}".format
    found = []
    for case in ("small", "large"):
        early, warm = table.value("outage_gateway", case, "early"), table.value("outage_gateway", case, "limit")
        why = biggest_parts(table, case, "early")
        if warm is not None:
            why += f"; the gateway's own warm start is {warm:.1f} s"
            script = table.value("outage_gateway", case, "script")
            if script:
                why += f", {warm / script:.2f} of the script's outage by itself"
        found.append(_below(f"{case}: gateway's outage, early : script ≤ 0.12",
                            table.ratio("outage_gateway", case, "early", "script"), 0.12, ratio, why))
        found.append(_below(f"{case}: gateway's outage, early ≤ 5 s beyond its warm start",
                            None if early is None or warm is None else early - warm, 5, "{:.1f} s beyond".format, why))
        found.append(_below(f"{case}: gateway's outage, procedure : script ≤ 0.8",
                            table.ratio("outage_gateway", case, "procedure", "script"), 0.8, ratio, biggest_parts(table, case, "procedure")))
    for case in ("small", "large"):
        for way in ("procedure", "early"):
            wall, work = table.value("wall", case, way), table.value("guest_work", case, way)
            why = f"of {wall:.0f} s the guest itself works {work:.0f} s" if wall and work else ""
            for to in ("script", "ansible"):
                found.append(_below(f"{case}: wall time, {way} : {to} ≤ 0.9", table.ratio("wall", case, way, to), 0.9, ratio, why))
            found.append(_below(f"{case}: {way}, overhead over the guest's work ≤ 15 % + 10 s",
                                None if wall is None or work is None else wall - 1.15 * work, 10,
                                lambda value, w=wall, g=work: f"{w:.1f} s for {g:.1f} s of work", why))
    for way in ("procedure", "early"):
        found.append(_below(f"small: {way}, qm calls ≤ 40", table.value("qm_calls", "small", way), 40, "{:.0f}".format,
                            "see the calls by stage"))
    six = "six VMs, 3 at once"
    found.append(_below("six VMs at three workers : Ansible with three forks ≤ 0.9", table.ratio("batch_wall", six, "procedure", "ansible"),
                        0.9, ratio, shared_cores(table, six)))
    found.append(_below("window: start < 0.3 s", table.value("window_start", "500 rows, 200000 lines", "window"), 0.2999, "{:.2f} s".format,
                        start_limit(table)))
    found.append(_below("window: no stall > 50 ms", max([r["median"] for r in table.rows if r["metric"] == "window_stall"], default=None),
                        50, "{:.0f} ms".format, worst_stall(table)))
    found.append(_below("window: < 120 MB", table.value("window_memory", "500 rows, 200000 lines, the most at any time", "window"),
                        119.9, "{:.0f} MB".format, "the most is while a run's journal with 200,000 lines is read"))
    return found


def shared_cores(table, case):
    """Whether it was the processor that a batch waited for."""
    told = []
    for way in ("procedure", "ansible"):
        wall, worked = table.value("batch_wall", case, way), table.value("batch_processor", case, way)
        if wall and worked:
            told.append(f"{way} keeps {worked / wall:.1f} of {os.cpu_count()} cores at work, {worked:.0f} core seconds")
    return "three VMs at a time share the cores: " + "; ".join(told)


def start_limit(table):
    cpu = table.value("window_start_processor", "500 rows, 200000 lines", "window")
    rows = table.value("window_start", "500 rows", "window")
    return f"{cpu:.2f} s of the processor; without the 200,000 lines in one journal the start takes {rows:.2f} s" if cpu and rows else ""


def worst_stall(table):
    rows = [r for r in table.rows if r["metric"] == "window_stall"]
    if not rows:
        return ""
    case = max(rows, key=lambda r: r["median"])["case"]
    work = table.value("window_stall_processor", case, "window")
    return f"the longest is at “{case}”" + (f", of which the window itself works {work:.0f} ms" if work is not None else "")


def goal_table(table):
    lines = ["| goal | found | verdict |", "|---|---|---|"]
    for goal in goals(table):
        verdict = "not measured" if goal.met is None else "met" if goal.met else "**missed**" + (f": {goal.limit}" if goal.limit else "")
        lines.append(f"| {goal.words} | {goal.found} | {verdict} |")
    return lines


def report(rows):
    """Everything, as Markdown; what docs/benchmarks.md has."""
    table = Table(rows)
    parts = [main_table(table), window_table(table), part_table(table), stage_table(table), goal_table(table)]
    failed = [f"FAILED: {r['case']}, {r['way']}: {r['why']}" for r in rows if r["metric"] == "failed"]
    return "\n\n".join("\n".join(part) for part in [*parts, failed] if part)
