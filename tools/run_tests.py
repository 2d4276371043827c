#!/usr/bin/env python3
"""Runs ctest and shows what it says; the longest tests, and what single tests left out
with their reasons, stand before ctest's own summary, which stays last.

    run_tests.py ctest ARGS…
"""
import os
import re
import subprocess
import sys
from pathlib import Path

LOG = Path("build/Testing/Temporary/LastTest.log")
# What Qt Test, and Python's unittest with -v, print for a test they leave out.
QT = re.compile(r"^SKIP\s+: (.+?)\((.*?)\) ?(.*)$")
UNITTEST = re.compile(r"^(.*) \.\.\. skipped (.*)$")
SUMMARY = re.compile(r"^\d+% tests passed")
ENDED = re.compile(r"^ *\d+/\d+ Test +#\d+: (\S+) \.*.*? ([0-9.]+) sec")
LONGEST = 10


def skipped() -> list[str]:
    if not LOG.exists():
        return []
    found, test = [], ""
    for line in LOG.read_text(errors="replace").splitlines():
        if match := re.match(r"^\d+/\d+ Test: (.*)$", line):
            test = match[1]
        elif match := QT.match(line):
            found.append(f"{test}: {match[1]}({match[2]}): {match[3]}")
        elif match := UNITTEST.match(line):
            found.append(f"{test}: {match[1]}: {match[2]}")
    return found


def main() -> int:
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True, errors="replace")
    summary: list[str] = []
    took: list[tuple[float, str]] = []
    for line in process.stdout:
        if summary or SUMMARY.match(line):
            summary.append(line)
        else:
            print(line, end="", flush=True)
            if match := ENDED.match(line):
                took.append((float(match[2]), match[1]))
    code = process.wait()
    left_out = skipped()
    if os.environ.get("UNDOCK_LAB_TESTS") == "off":
        left_out.append("every test labelled lab: UNDOCK_LAB_TESTS=off")
    if "long" in sys.argv:
        left_out.append("every test labelled long (ctest -N -L long lists them): ask with UNDOCK_TESTS=all")
    if len(took) > LONGEST:
        print(f"\nThe longest {LONGEST}:")
        for seconds, name in sorted(took, reverse=True)[:LONGEST]:
            print(f"  {seconds:7.1f} s  {name}")
    print("\nLeft out:" if left_out else "\nNothing was left out.")
    for line in left_out:
        print("  " + line)
    print("\n" + "".join(summary), end="", flush=True)
    return code


sys.exit(main())
