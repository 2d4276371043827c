#!/usr/bin/env python3
"""Every fault at every step at every moment, on real guests, judged from outside the program.

    ./dev bench faults [--sample] [--most N] [--hours H] [--lanes N] [--fault F] [--step S] [--moment M]
                       [--go-on]

Writes build/bench/faults.jsonl, a line a case, and prints the table of fault × step. A lane is
a lab of its own with one guest; two fit on two cores. Cases come in an order in which every
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

from plan import ordered, sample  # noqa: E402
from table import show  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", action="store_true", help="one short case a fault")
    parser.add_argument("--most", type=int, default=0, help="at most so many cases")
    parser.add_argument("--hours", type=float, default=9, help="no new case after that time (9: a night; 0: all)")
    parser.add_argument("--lanes", type=int, default=2, help="labs at once (2)")
    parser.add_argument("--lane", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--here", action="store_true", help="in the lab that LAB_NAME names and that is up, one lane")
    parser.add_argument("--go-on", action="store_true", help="keep this commit's results, and run what they lack")
    parser.add_argument("--fault", action="append")
    parser.add_argument("--step", action="append")
    parser.add_argument("--moment", action="append")
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


def chosen(args):
    wanted = [c for c in (sample() if args.sample else ordered())
              if (not args.fault or c.fault in args.fault) and (not args.step or c.step in args.step)
              and (not args.moment or c.moment in args.moment)]
    if args.go_on:
        done = {(r["fault"], r["step"], r["moment"]) for r in results_of(args.out)}
        wanted = [c for c in wanted if (c.fault, c.step, c.moment) not in done]
    return wanted[:args.most] if args.most else wanted


def results_of(file) -> list[dict]:
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def commit() -> str:
    return subprocess.run(["git", "-C", CHECKOUT, "rev-parse", "HEAD"], capture_output=True, text=True).stdout.strip()


def run_lane(args, begun) -> None:
    if not args.here:
        os.environ["LAB_NAME"] = f"faults-{args.lane}"
        os.environ["UNDOCK_LAB_GUESTS"] = "1"
        os.environ["UNDOCK_LAB_WORK"] = str(CHECKOUT / f"build/lab-faults-{args.lane}")
    import bed
    import case
    import places
    cases = list(enumerate(chosen(args)))  # before any lane adds to what is done
    bed.up(afresh=not args.here)
    stamp = commit()
    try:
        if not args.here:
            places.prepare(101)
            print(f"lane {args.lane} is ready after {time.time() - begun:.0f} s", flush=True)
        for number, spec in cases[args.lane::args.lanes]:
            if args.hours and time.time() - begun > args.hours * 3600:
                break
            result = case.carry_out(spec, number)
            line = json.dumps({**result, "commit": stamp}, ensure_ascii=False) + "\n"
            with open(args.out, "a", encoding="utf-8") as out:
                out.write(line)
            print(f"{result['outcome']:<12} {spec.fault} {spec.step} {spec.moment}  {result['seconds']:.0f} s"
                  + f" ({', '.join(f'{part} {seconds:.0f}' for part, seconds in result['parts'].items())})"
                  + (f"  {'; '.join(result['evidence'])[:300]}" if result["evidence"] else ""), flush=True)
    finally:
        if not args.here:
            bed.down()


def main() -> int:
    args = arguments()
    begun = float(os.environ.get("UNDOCK_BENCH_BEGUN", time.time()))
    if args.lane is not None:
        run_lane(args, begun)
        return 0
    if any(c.fault == "clock-jump" for c in chosen(args)) and not Path(LIBRARY).exists():
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "libfaketime"],
                       env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"), stdout=subprocess.DEVNULL, check=True)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    if args.go_on:
        kept = [r for r in results_of(args.out) if r["commit"] == commit()]
        args.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in kept))
    else:
        args.out.unlink(missing_ok=True)
    lanes = 1 if args.here else max(1, min(args.lanes, len(chosen(args))))
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
