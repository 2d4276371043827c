"""k-list: what migrations left behind, with size, age, and why it may not go.

A fact for each: `leftover=KIND REASON BYTES FILES CHANGED IDENTITY RUN PATH`, `-` for what there is not.
"""

import os
import time

import leftovers
import step_io

MOST = 500  # facts; a VM with more has another trouble


def main():
    items = leftovers.survey(os.path.basename(step_io.RUN))
    for item in items[:MOST]:
        step_io.fact("leftover", f"{item.kind} {item.reason or '-'} {item.size} {item.files} {item.changed} {item.identity} "
                     f"{item.run or '-'} {item.path}")
        day = time.strftime("%Y-%m-%d", time.localtime(item.changed))
        step_io.say(f"{item.size:>15,}  {day}  {item.path}" + (f"  stays: {step_io.in_english(leftovers.REASONS[item.reason])}" if item.reason else ""))
    if len(items) > MOST:
        step_io.say(f"there are {len(items)}; the first {MOST} are told to the desk")
    step_io.fact("leftovers", len(items))
    step_io.fact("removable", sum(1 for item in items if not item.reason))


if __name__ == "__main__":
    main()
