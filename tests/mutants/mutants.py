#!/usr/bin/env python3
"""Alters one condition, constant or call at a time, and tells which the tests do not see.

    ./dev bench mutants [--area AREA…] [--all | --every N] [--seed N] [--hours H] [--go-on | --survivors] [--list]

Works on a copy of the tree in build-mutants, builds there only what a change touches, and asks only the tests that
can see it (areas.py). Prints what survived, file by file, and writes build/bench/mutants.jsonl, a line a change:
file, line, change, caught (true or false), by (the first test that failed). A change that does not compile is printed
and not counted. Each area has a sample that fits into an hour for all of them (areas.py); --every N takes each Nth
change from a place that --seed says, --all takes every one. C++ is tried on all processors, a change each (variant.py).
"""
import argparse
import contextlib
import ctypes
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import variant  # noqa: E402
from alter import changes  # noqa: E402
from areas import AREAS, EQUIVALENT  # noqa: E402

CHECKOUT = Path(__file__).resolve().parents[2]
TREE = CHECKOUT / "build-mutants/tree"
BUILD = CHECKOUT / "build-mutants/build"
ROWS = CHECKOUT / "build/bench/mutants.jsonl"
LANGUAGES = {".cpp": "cpp", ".py": "py", ".sh": "sh"}
TEST_LIMIT = 120  # seconds a test may take; one that stands still has seen the change


def run(words, limit=3600, **more):
    """(exit code, output); 124 when it took too long, with all that it had started."""
    process = subprocess.Popen([str(w) for w in words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, errors="replace", start_new_session=True, **more)
    try:
        return process.communicate(timeout=limit)[0], process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return process.communicate()[0], 124


def children():
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(status.read_text().rsplit(")", 1)[1].split()[1]) == os.getpid():
                found.append(int(status.parent.name))
    return found


def end_orphans():
    """What an altered program started and no longer ends: it came to us when its parent ended (see main)."""
    while found := children():
        for number in found:  # what these started comes to us in the next round
            with contextlib.suppress(OSError):
                os.kill(number, signal.SIGKILL)
                os.waitpid(number, 0)


def must(words):
    out, code = run(words)
    if code:
        sys.exit(f"mutants: {' '.join(map(str, words))} ended with {code}\n{out[-4000:]}")
    return out


def prepare():
    """The tree as it is in git and on disk, built once: layers as shared libraries, so that a change links nothing else."""
    TREE.mkdir(parents=True, exist_ok=True)
    files = must(["git", "-C", CHECKOUT, "ls-files", "-co", "--exclude-standard"])
    # Without their times: an altered file that was put back is newer than what was built of it, and has to stay so.
    subprocess.run(["rsync", "-a", "--no-times", "--checksum", "--ignore-missing-args", "--files-from=-", f"{CHECKOUT}/", f"{TREE}/"], input=files, text=True, check=True)
    launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if run(["sh", "-c", "command -v ccache"])[1] == 0 else []
    must(["cmake", "-G", "Ninja", "-S", TREE, "-B", BUILD, "-DCMAKE_BUILD_TYPE=Debug", f"-DCMAKE_CXX_FLAGS_DEBUG={variant.TESTS_AT} -g0",
          "-DUNDOCK_UNITY=OFF", "-DUNDOCK_SHARED=ON", "-DUNDOCK_GUI=OFF", *launcher])


def tests_of(area):
    """ctest's names of the tests that can see a change there."""
    listed = [json.loads(must(["ctest", "--test-dir", BUILD, "-N", "--show-only=json-v1", "-R", pattern, "-E", AREAS[area].without]))["tests"]
              for pattern in AREAS[area].tests]
    return [test["name"] for tests in listed for test in tests]


def targets(areas):
    names = {name for area in areas for name in tests_of(area)}
    return sorted(name.rsplit(".", 1)[1] for name in names if name.startswith("unit."))


def build(names):
    return run(["cmake", "--build", BUILD, "-j", os.cpu_count() or 2, "--target", *names]) if names else ("", 0)


def caught_by(area):
    """The first test that fails, or "" when none does."""
    for pattern in AREAS[area].tests:
        out, code = run(["ctest", "--test-dir", BUILD, "-R", pattern, "-E", AREAS[area].without, "-j", os.cpu_count() or 2, "--stop-on-failure", "--timeout", TEST_LIMIT],
                        env={**os.environ, "QTEST_FUNCTION_TIMEOUT": str(TEST_LIMIT * 1000), "UNDOCK_TESTS_IMPATIENT": "1"})
        if code:
            failed = re.search(r"^\s*\d+ - (\S+) \(", out, re.MULTILINE)
            return failed[1] if failed else f"ended with {code}"
    return ""


def sees_cpp(area):
    return all(glob.endswith(".cpp") for glob in AREAS[area].files)


def measured_tests(areas):
    """Area → its tests with the seconds that they take; the unaltered tree passes each, or nothing is tried."""
    known, found = {}, {}
    for area in areas:
        for pattern in AREAS[area].tests:
            for test in variant.tests(BUILD, pattern, AREAS[area].without):
                if test.name not in known:
                    known[test.name] = variant.measured(test)
                    if known[test.name] is None:
                        sys.exit(f"mutants: {test.name} fails without any change")
                found.setdefault(area, {})[test.name] = known[test.name]
    return {area: list(tests.values()) for area, tests in found.items()}


class Hand:
    """What one process of the pool knows: how sources are built, the tests of each area, and which of them saw most."""

    recipes, tests, seen = {}, {}, Counter()

    @classmethod
    def begin(cls, recipes, tests):
        ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans become our children
        cls.recipes, cls.tests = recipes, tests

    @classmethod
    def try_one(cls, area, file, change):
        lines = (TREE / file).read_text(encoding="utf-8").split("\n")
        lines[change.line - 1] = change.after
        asked = sorted(cls.tests[area], key=lambda test: (test.seconds + 0.1) / (1 + cls.seen[area, test.name]))
        by = variant.caught(cls.recipes[str(file)], TREE / file, "\n".join(lines), asked)
        end_orphans()
        cls.seen[area, by] += 1
        return row_of(area, file, change, by)


def row_of(area, file, change, by):
    return {"file": str(file), "line": change.line, "change": change.text, "area": area, "caught": bool(by), "by": by}


def chosen(args):
    """(area, file, change) in the order of areas and files; a file belongs to the first area that names it.
    What nobody could notice (EQUIVALENT) is not among them. A sample is taken of each area by itself."""
    unseen = {(file, text) for file, text, _ in EQUIVALENT}
    seen, chosen_ones = set(), []
    for area in args.area or AREAS:
        found = []
        for glob in AREAS[area].files:
            for path in sorted(CHECKOUT.glob(glob)):
                if path in seen:
                    continue
                seen.add(path)
                mine = changes(path.read_text(encoding="utf-8"), LANGUAGES[path.suffix])
                name = path.relative_to(CHECKOUT)
                found += [(area, name, change) for change in mine if (str(name), change.text) not in unseen]
        every = 1 if args.all else args.every or AREAS[area].every
        chosen_ones += found[random.Random(args.seed).randrange(every)::every]
    return chosen_ones


def try_one(area, file, change, names):
    place = TREE / file
    original = place.read_text(encoding="utf-8")
    lines = original.split("\n")
    lines[change.line - 1] = change.after
    place.write_text("\n".join(lines), encoding="utf-8")
    try:
        out, code = build(names if file.suffix != ".py" else [])
        by = "compiler" if code else caught_by(area)
    finally:
        place.write_text(original, encoding="utf-8")
        end_orphans()
    return row_of(area, file, change, by)


def table(rows):
    """What survived, then the shares."""
    by_file, by_area = defaultdict(list), defaultdict(list)
    for row in rows:
        by_file[row["file"]].append(row)
        by_area[row["area"]].append(row)
    for file, found in sorted(by_file.items()):
        alive = [row for row in found if not row["caught"]]
        if alive:
            print(file)
        for row in sorted(alive, key=lambda row: row["line"]):
            print(f"  {row['line']:4}  {row['change']}")
    for file, text, why in EQUIVALENT:
        if file in by_file:
            print(f"not tried, as it changes nothing that can be seen: {file}  {text}\n      {why}")
    print(f"{'area':14} {'tried':>6} {'caught':>6} {'share':>7}   goal")
    for area, found in by_area.items():
        caught = sum(row["caught"] for row in found)
        print(f"{area:14} {len(found):6} {caught:6} {caught / len(found):7.1%}   {AREAS[area].goal:.0%}")


def tried(todo, names, until):
    """(area, file, change, row) as they come: C++ by all processors, what is built into the programs one by one."""
    aside = [one for one in todo if sees_cpp(one[0])]
    if aside:
        recipes, tests = variant.recipes(BUILD, TREE), measured_tests(dict.fromkeys(one[0] for one in aside))
        with ProcessPoolExecutor(os.cpu_count() or 2, initializer=Hand.begin, initargs=(recipes, tests)) as pool:
            waiting = [pool.submit(Hand.try_one, *one) for one in aside]
            for one, future in zip(aside, waiting):
                if time.monotonic() > until:
                    pool.shutdown(cancel_futures=True)
                if future.cancelled():
                    return
                yield future.result()
    for area, file, change in [one for one in todo if not sees_cpp(one[0])]:
        if time.monotonic() > until:
            return
        yield try_one(area, file, change, names)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--area", action="append", choices=list(AREAS))
    parser.add_argument("--all", action="store_true", help="every change, not each area's sample: many hours")
    parser.add_argument("--every", type=int, default=0, help="each Nth change of each area")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hours", type=float, default=0, help="begin nothing new after that time")
    parser.add_argument("--go-on", action="store_true", help="keep the rows of this commit that are there")
    parser.add_argument("--survivors", action="store_true", help="keep all rows that are there, and try again what no test saw")
    parser.add_argument("--list", action="store_true", help="only count the changes")
    args = parser.parse_args()
    args.all = args.all or args.survivors  # a sample moves with every change that is named as equivalent
    todo = chosen(args)
    if args.list:
        for area in args.area or AREAS:
            print(f"{area:14} {sum(one[0] == area for one in todo):6}")
        return 0
    ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans become our children
    until = time.monotonic() + args.hours * 3600 if args.hours else float("inf")
    commit = must(["git", "-C", CHECKOUT, "rev-parse", "--short", "HEAD"]).strip()
    keeps = args.go_on or args.survivors
    kept = [json.loads(line) for line in ROWS.read_text().splitlines()] if keeps and ROWS.exists() else []
    rows = [row for row in kept if (row["caught"] if args.survivors else row["commit"] == commit)]
    if args.survivors:  # a line may stand elsewhere by now
        asked = {(row["file"], row["change"]) for row in kept if not row["caught"]}
        todo = [one for one in todo if (str(one[1]), one[2].text) in asked]
    else:
        done = {(row["file"], row["line"], row["change"]) for row in rows}
        todo = [one for one in todo if (str(one[1]), one[2].line, one[2].text) not in done]
    prepare()
    names = targets(args.area or AREAS)
    out, code = build(names)
    if code:
        sys.exit(f"mutants: the unaltered tree does not build\n{out[-4000:]}")
    for area in args.area or AREAS:
        if not sees_cpp(area) and (by := caught_by(area)):
            sys.exit(f"mutants: {by} fails without any change")
    ROWS.parent.mkdir(parents=True, exist_ok=True)
    with open(ROWS, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        number = 0
        for number, row in enumerate(tried(todo, names, until), 1):
            print(f"[{number}/{len(todo)}] {row['by'] or 'SURVIVED':40} {row['file']}:{row['line']}  {row['change']}", flush=True)
            if row["by"] != "compiler":
                rows.append({**row, "commit": commit})
                file.write(json.dumps(rows[-1], ensure_ascii=False) + "\n")
                file.flush()
        if number < len(todo):
            print(f"stopped by --hours: {len(todo) - number} of {len(todo)} changes were not tried")
    table(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
