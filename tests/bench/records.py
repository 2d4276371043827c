#!/usr/bin/env python3
"""./dev bench records [N]: N records (5000), made of the recorded runs with other VMs, names, nodes and days, are listed and
searched by the command line. Prints how long each takes, the index not yet made, made, and made anew; rows go to
build/bench/records.jsonl. Nothing is asserted: figures of a busy machine are figures of a busy machine."""
import datetime
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/samples"))
import desk_of_samples  # noqa: E402

CLI = ROOT / "build/bin/openclaw-undock-cli"
GOAL_SECONDS = 1.0
SAMPLES = ("whole", "retried", "rolled-back")


def another(lines, number):
    """The journal of another VM's run, its chain made anew; the run's id."""
    created = json.loads(lines[0])["data"]
    begun = datetime.datetime(2026, 1, 1, 8) + datetime.timedelta(minutes=37 * number)
    vmid = str(1000 + number)
    run = f"{vmid}-{begun:%Y%m%d-%H%M%S}-{number % 65536:04x}"
    text = b"".join(lines).decode()
    for old, new in ((created["run"], run), (f'"vmid":"{created["vmid"]}"', f'"vmid":"{vmid}"'), (f'"vmid":{created["vmid"]}', f'"vmid":{vmid}'),
                     (created["node"], f"root@node-{number % 12}.example"), ("vm-260219-0", f"vm-{number:05d}-"),
                     (json.loads(lines[0])["at"][:10], f"{begun:%Y-%m-%d}")):
        text = text.replace(old, new)
    made, before = [], "0" * 64
    for line in text.encode().splitlines():
        # Where it stands in the line and how it is spelled stays as the program writes it.
        previous = json.loads(line)["prev"]
        line = line.replace(previous.encode(), before.encode(), 1) + b"\n"
        before = hashlib.sha256(line.rstrip(b"\n")).hexdigest()
        made.append(line)
    return run, b"".join(made)


def plant(data, count):
    journals = {name: desk_of_samples.lines(name) for name in SAMPLES}
    for number in range(count):
        run, journal = another(journals[SAMPLES[number % len(SAMPLES)]], number)
        place = data / "runs" / run
        place.mkdir(parents=True)
        (place / "journal.jsonl").write_bytes(journal)


def listed(data, *words):
    begun = time.monotonic()
    done = subprocess.run([CLI, "record", "list", "--json", "--data-dir", data, *words], capture_output=True, text=True, check=True)
    took = time.monotonic() - begun
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if any(line["event"] == "set-aside" for line in lines):
        raise SystemExit("a journal of the bench cannot be read: " + done.stdout[:400])
    return took, sum(line["event"] == "listed-record" for line in lines)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    out = ROOT / "build/bench/records.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory(prefix="undock-records-", dir=os.environ.get("TMPDIR")) as folder, open(out, "w", encoding="utf-8") as rows:
        data = pathlib.Path(folder)
        plant(data, count)

        def measure(case, *words, repeat=5):
            samples, hits = [], 0
            for _ in range(repeat):
                took, hits = listed(data, *words)
                samples.append(took)
            median = statistics.median(samples)
            verdict = "" if repeat == 1 else " met" if median < GOAL_SECONDS else f" MISSED (goal {GOAL_SECONDS:g} s)"
            print(f"{case:42} {median:7.2f} s   {hits:5} of {count}{verdict}", flush=True)
            rows.write(json.dumps({"metric": "records", "case": case, "median": round(median, 3), "unit": "s", "records": count, "hits": hits,
                                   "samples": [round(one, 3) for one in samples], "commit": commit}) + "\n")

        measure("first list: every index is made", repeat=1)
        measure("all")
        measure("by VM", "--vmid", str(1000 + count // 2))
        measure("by node", "--node", "node-7.example")
        measure("by days", "--from", "2026-01-10", "--to", "2026-01-20")
        measure("by outcome", "--outcome", "rolled-back")
        measure("by version", "--version", "2026.2.19")
        measure("by finding", "--finding", "docker-caller")
        measure("by a text that one has", "--text", f"VM-{count // 2:05d}-")
        measure("by a text that all have", "--text", "docker")
        measure("by a text that none has", "--text", "stands nowhere at all")
        measure("made anew (--rebuild)", "--rebuild", repeat=1)
        size = sum(path.stat().st_size for path in data.glob("runs/*/search-index"))
        print(f"{'the index on disk':42} {size / 1e6:7.0f} MB")


if __name__ == "__main__":
    main()
