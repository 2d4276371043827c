#!/usr/bin/env python3
"""Records what the program prints with --json on the sample runs, for tests that must not call it: tests/samples/cli/NAME.json.

usage: UNDOCK_CLI=build/bin/openclaw-undock-cli python3 tests/samples/record_cli.py

Those that want a VM (tests/samples/cli/lab-*.json) are recorded by tests/lab/fleet, UNDOCK_RECORD=1.
"""
import fcntl
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

import desk_of_samples

HERE = Path(__file__).resolve().parent / "cli"
NODE = "root@node-1.example"
NOWHERE = "root@127.0.0.1:1"
GIVEN = ["--node", NOWHERE, "--vmid", "101", "--panel-tag", "v2026.02.20-r4"]

# name -> (sample, up to which event; None: no run, words)
RECORDINGS = {
    "status-none": (None, None, ["status"]),
    "status-scanned": ("whole", "config-diff", ["status"]),
    "status-awaiting-user": ("whole", "finished", ["status"]),
    "status-accepted": ("whole", "accepted", ["status"]),
    "status-deleted": ("whole", "", ["status"]),
    "status-under-way": ("whole", "hold", ["status"]),
    "status-acceptance-failed": ("rolled-back", "trouble", ["status"]),
    "status-rolled-back": ("rolled-back", "", ["status"]),
    "migrate-unchanged": ("whole", "finished", ["migrate", "--vmid", "101"]),
    "accept-unchanged": ("whole", "accepted", ["accept", "--vmid", "101", "--by", "王先生", "--note", "聊天记录都在，能正常回复", "--tried", "网页、Telegram"]),
    "migrate-check-new": (None, None, ["migrate", "--check", *GIVEN]),
    "migrate-check-bad-input": (None, None, ["migrate", "--check", *GIVEN[:4], "--panel-tag", "no tag"]),
    "accept-check": ("whole", "finished", ["accept", "--check", "--vmid", "101", "--by", "x"]),
    "delete-check-not-accepted": ("whole", "finished", ["delete-docker", "--check", "--vmid", "101"]),
    "delete-check": ("whole", "accepted", ["delete-docker", "--check", "--vmid", "101"]),
    "delete-check-deleted": ("whole", "", ["delete-docker", "--check", "--vmid", "101"]),
    "rollback-check": ("whole", "finished", ["rollback", "--check", "--vmid", "101"]),
    "rollback-check-rolled-back": ("rolled-back", "", ["rollback", "--check", "--vmid", "102"]),
    "migrate-no-node": (None, None, ["migrate", *GIVEN]),
    "migrate-in-use": ("whole", "hold", ["migrate", "--vmid", "101"]),
    "scan-no-node": (None, None, ["scan", *GIVEN]),
    "delete-no-node": ("whole", "accepted", ["delete-docker", "--vmid", "101"]),
    "migrate-bad-input": (None, None, ["migrate", *GIVEN[:4], "--panel-tag", "no tag"]),
    "discover-no-node": (None, None, ["discover", "--node", NOWHERE]),
    "plan": ("whole", "finished", ["plan", "--vmid", "101"]),
}


def plain(line, folder):
    line = re.sub(r'"program":"[^"]*"', '"program":"0.0.0"', line).replace(str(folder), "/desk")
    return json.loads(line)


def record(cli, name, sample, until, words):
    with tempfile.TemporaryDirectory() as folder:
        held = []
        if sample:
            run = desk_of_samples.plant(folder, sample, until or None)
            if name.endswith("-in-use"):
                held.append(open(Path(folder) / "runs" / run / "journal.jsonl", "rb"))
                fcntl.flock(held[0], fcntl.LOCK_EX)
        done = subprocess.run([cli, *words, "--json", "--non-interactive", "--data-dir", folder, "--records", folder], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=120, check=False)
        for journal in held:
            journal.close()
        lines = [plain(line, folder) for line in done.stdout.splitlines()]
    for line in lines:
        if line["event"] == "planned-step":
            line["script"] = line["script"][:80]  # the scripts are elsewhere in this tree
    write(name, words, done.returncode, lines)


def write(name, words, code, lines):
    HERE.mkdir(exist_ok=True)
    told = ",\n  ".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (HERE / f"{name}.json").write_text(f'{{"words": {json.dumps(words, ensure_ascii=False)}, "code": {code}, "lines": [\n  {told}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    for each, (run, moment, said) in RECORDINGS.items():
        record(os.environ["UNDOCK_CLI"], each, run, moment, said)
