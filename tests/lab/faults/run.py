#!/usr/bin/env python3
"""Every fault at every step, on real guests, judged from outside the program.

    ./dev bench faults [--all] [--alone] [--most N] [--hours H] [--lanes N]
                       [--fault F] [--step S] [--moment M] [--go-on] [--but FILE]

Without options: each fault at each step once, at one of the three moments; it says first how
long that may take. Writes build/bench/faults.jsonl, a line a case, and prints the table of
fault × step. A lane is a lab of its own with one guest. Cases come in an order in which every
beginning covers faults and steps evenly, so a short run is a fair sample of a long one.
"""
import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[2]
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "whole"))
RESULTS = CHECKOUT / "build/bench/faults.jsonl"
LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
LANE_MEMORY = 6 << 20  # KiB: a guest, and the disk of it that is filled

from plan import DEFAULT, ordered, passages, sample  # noqa: E402
from table import estimate, show  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="each fault at each step at each of the three moments")
    parser.add_argument("--alone", action="store_true", help="a guest put back for each case, not for several")
    parser.add_argument("--sample", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--most", type=int, default=0, help="at most so many cases")
    parser.add_argument("--hours", type=float, default=0, help="begin nothing new after that time")
    parser.add_argument("--lanes", type=int, default=0, help="labs at once (two where there is memory for them)")
    parser.add_argument("--lane", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--here", action="store_true", help="in the lab that LAB_NAME names and that is up, one lane")
    parser.add_argument("--go-on", action="store_true", help="keep this commit's results, and run what they lack")
    parser.add_argument("--but", type=Path, action="append", default=[], help="not the cases that this file has a good row of")
    parser.add_argument("--fault", action="append")
    parser.add_argument("--step", action="append")
    parser.add_argument("--moment", action="append")
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


def chosen(args):
    picked = args.fault or args.step or args.moment
    cases = sample() if args.sample else ordered() if args.all or picked else ordered()[:DEFAULT]
    wanted = [c for c in cases
              if (not args.fault or c.fault in args.fault) and (not args.step or c.step in args.step)
              and (not args.moment or c.moment in args.moment)]
    if args.go_on or args.but:
        rows = [r for file in args.but for r in results_of(file) if r["outcome"] != "fell-short"]
        done = {(r["fault"], r["step"], r["moment"]) for r in rows + (results_of(args.out) if args.go_on else [])}
        wanted = [c for c in wanted if (c.fault, c.step, c.moment) not in done]
    return wanted[:args.most] if args.most else wanted


def grouped(args, cases):
    return [[case] for case in cases] if args.alone else passages(cases)


def results_of(file) -> list[dict]:
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def git(*words) -> str:
    # Whoever owns the checkout, the bench runs as root.
    return subprocess.run(["git", "-c", f"safe.directory={CHECKOUT}", "-C", CHECKOUT, *words],
                          capture_output=True, text=True).stdout.strip()


def stamp() -> dict:
    changed = git("status", "--porcelain", "--untracked-files=no")
    return {"commit": git("rev-parse", "HEAD"), **({"changed": changed.split("\n")[:5]} if changed else {})}


def tell(result) -> None:
    print(f"{result['outcome']:<12} {result['fault']} {result['step']} {result['moment']}  {result['seconds']:.0f} s"
          + (f"  {'; '.join(result['evidence'])[:300]}" if result["outcome"] != "resumed" else ""), flush=True)


def run_lane(args, begun) -> None:
    if not args.here:
        os.environ["LAB_NAME"] = f"faults-{args.lane}"
        os.environ["UNDOCK_LAB_GUESTS"] = "1"
        os.environ["UNDOCK_LAB_WORK"] = str(CHECKOUT / f"build/lab-faults-{args.lane}")
    import bed
    import passage
    import warmth
    mine = list(enumerate(grouped(args, chosen(args))))[args.lane::args.lanes]  # before any lane adds to what is done
    bed.up(afresh=not args.here)
    marks = stamp()
    try:
        if not args.here:
            warmth.prepare(101)
            print(f"lane {args.lane} is ready after {time.time() - begun:.0f} s", flush=True)
        missed = []
        while mine:
            number, specs = mine.pop(0)
            if args.hours and time.time() - begun > args.hours * 3600:
                break
            rows, late = passage.carry_out(specs, number)
            missed += late
            with open(args.out, "a", encoding="utf-8") as out:
                out.writelines(json.dumps({**row, **marks}, ensure_ascii=False) + "\n" for row in rows)
            for row in rows:
                tell(row)
            print(", ".join(f"{part} {seconds:.0f}" for part, seconds in rows[0]["parts"].items()), flush=True)
            if not mine and missed:  # what a fault before them had made too late
                mine, missed = [(number + 1 + at, [spec]) for at, spec in enumerate(missed)], []
    finally:
        if not args.here:
            bed.down()


def lanes_for(args, ways) -> int:
    if args.here:
        return 1
    if not args.lanes:
        memory = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
        args.lanes = max(1, min(2, int(memory["MemAvailable"].split()[0]) // LANE_MEMORY))
    return max(1, min(args.lanes, ways))


def main() -> int:
    args = arguments()
    begun = float(os.environ.get("UNDOCK_BENCH_BEGUN", time.time()))
    if args.lane is not None:
        run_lane(args, begun)
        return 0
    args.out.parent.mkdir(parents=True, exist_ok=True)
    marks = stamp()
    if args.go_on:
        kept = [r for r in results_of(args.out) if r["commit"] == marks["commit"]]
        args.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in kept))
    else:
        args.out.unlink(missing_ok=True)
    cases = chosen(args)
    ways = grouped(args, cases)
    if any(c.fault == "clock-jump" for c in cases) and not Path(LIBRARY).exists():
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "libfaketime"],
                       env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"), stdout=subprocess.DEVNULL, check=True)
    lanes = lanes_for(args, len(ways))
    print(f"{len(cases)} cases on {len(ways)} ways through a guest, {lanes} at once: {estimate(ways, lanes)}", flush=True)
    command = [sys.executable, __file__, *sys.argv[1:], "--lanes", str(lanes)]
    started = [subprocess.Popen([*command, "--lane", str(lane)],
                                env=dict(os.environ, UNDOCK_BENCH_BEGUN=str(begun))) for lane in range(lanes)]
    broken = [lane for lane, process in enumerate(started) if process.wait() != 0]
    results = results_of(args.out)
    show(results, time.time() - begun)
    if broken:
        print(f"lanes that did not end by themselves: {broken}", file=sys.stderr)
    return 1 if broken or not results or any(r["outcome"] == "fell-short" for r in results) else 0


if __name__ == "__main__":
    sys.exit(main())
