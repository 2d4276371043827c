#!/usr/bin/env python3
"""Replays recordings of the real command line (tests/samples/cli), one a call, in the order of script.json beside it; each
call's words and the state of its stdin are written down. A call that the script does not foresee ends with 97."""
import json
import os
import stat
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
script = json.loads((HERE / "script.json").read_text())
calls = HERE / "calls.jsonl"
number = len(calls.read_text().splitlines()) if calls.exists() else 0
null = os.stat("/dev/null")
stdin = os.fstat(0)
with open(calls, "a", encoding="utf-8") as log:
    log.write(json.dumps({"words": sys.argv[1:], "stdin": "null" if stat.S_ISCHR(stdin.st_mode) and stdin.st_rdev == null.st_rdev else "open"}) + "\n")
if number >= len(script):
    print(f"fake: call {number} was not foreseen: {sys.argv[1:]}", file=sys.stderr)
    sys.exit(97)
answer = script[number]
if answer["words"][0] != sys.argv[1]:
    print(f"fake: '{answer['words'][0]}' was foreseen, not {sys.argv[1:]}", file=sys.stderr)
    sys.exit(97)
for line in answer["lines"]:
    print(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False))
sys.exit(answer["code"])
