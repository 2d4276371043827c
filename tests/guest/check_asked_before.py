#!/usr/bin/env python3
"""Nothing is asked for the first time after the stop: each failure of the stages C to G has its question in A.

usage: check_asked_before.py [--list]    exit 0 when asked_before.py holds them all; one line for each that it does not

In the procedure's order everything from C on runs while the bot is down. asked_before.TABLE names for each
code that a step there can fail with what the scan finds of it, or why nothing can tell before.
"""

import sys

import step_codes

STAGES = "cdefg"


def failures(told):
    """{code: step that can end with it} of the stages after the stop."""
    found = {}
    for step, kinds in sorted(told.items()):
        if step[0] in STAGES:
            for code in sorted(kinds["failure"]):
                found.setdefault(code, step)
    return found


def findings(told):
    """The codes that the guest's part of stage A finds, or fails with."""
    scans = [kinds for step, kinds in told.items() if step in ("a-scan", "a-config")]
    return {code for kinds in scans for code in kinds["failure"]} | {name.split(" ")[1] for kinds in scans for name in kinds["finding"]}


def main():
    told = step_codes.all_steps()
    sent, asked = failures(told), findings(told)
    if "--list" in sys.argv:
        print(*(f"{code}  ({where})" for code, where in sorted(sent.items())), "", *sorted(asked), sep="\n")
        return 0
    from asked_before import TABLE
    complaints = [f"{code} ({where}): neither a finding of stage A nor a reason is named" for code, where in sent.items() if code not in TABLE]
    complaints += [f"{code}: no step of C to G sends it" for code in TABLE if code not in sent]
    for code, answer in TABLE.items():
        names, reason = answer.findings, answer.reason
        if not names and not reason:
            complaints.append(f"{code}: neither a finding nor a reason")
        complaints += [f"{code}: stage A has no finding {name}" for name in names if name not in asked]
    for line in complaints:
        print(line)
    print(f"{len(sent)} failures of C to G, {sum(bool(TABLE[code].findings) for code in sent if code in TABLE)} with a question in A, {len(complaints)} complaints")
    return 1 if complaints or len(sent) < 40 else 0


if __name__ == "__main__":
    sys.exit(main())
