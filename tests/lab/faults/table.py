"""The matrix for people: fault × step, and what fell short with its evidence."""
from collections import Counter

# Seconds a way through a guest on two cores, seen; and what a lane needs before its first.
WAY = {"migration": 75, "deletion": 70, "rollback": 50}
READY = 150
SIDE_BY_SIDE = 0.7  # two lanes on two cores are not twice as fast

LETTERS = {"resumed": "r", "rolled-back": "b", "fell-short": "X"}


def estimate(ways, lanes) -> str:
    seconds = READY + sum(WAY[way[0].line] for way in ways) * (SIDE_BY_SIDE if lanes > 1 else 1)
    return f"some {max(1, round(seconds / 60))} min on two cores that have nothing else to do"


def show(results, seconds) -> None:
    faults = sorted({r["fault"] for r in results})
    steps = list(dict.fromkeys(sorted((r["step"] for r in results), key=lambda s: (s[0] != "b", s))))
    cells = {}
    for r in results:
        cells.setdefault((r["fault"], r["step"]), []).append(LETTERS[r["outcome"]])
    wide = max((len(s) for s in steps), default=4)
    print(f"{'':<{wide}}  " + "  ".join(faults))
    for step in steps:
        print(f"{step:<{wide}}  " + "  ".join(
            f"{''.join(sorted(cells.get((f, step), ['.']))):<{len(f)}}" for f in faults))
    print("r resumed   b rolled back   X FELL SHORT   . not tried")
    for r in results:
        if r["outcome"] == "fell-short":
            print(f"FELL SHORT  {r['fault']} × {r['step']} × {r['moment']}:")
            for line in r["evidence"]:
                print(f"    {line}")
    totals = Counter(r["outcome"] for r in results)
    print(f"{len(results)} cases, {len(faults)} faults, {len(steps)} steps in {seconds / 60:.0f} min: "
          + ", ".join(f"{totals.get(o, 0)} {o}" for o in LETTERS))
