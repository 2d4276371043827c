"""docs/benchmarks.md, made from what the bench found."""
import os
import platform
import re
import subprocess
from datetime import date
from pathlib import Path

import ground
import results


def _first(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "not there"


def machine():
    processor = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1]) / (1 << 20)
    system = re.search(r'PRETTY_NAME="(.+)"', Path("/etc/os-release").read_text())[1]
    return f"{os.cpu_count()} × {processor[1] if processor else platform.machine()}, {memory:.0f} GiB, {system}, kernel {platform.release()}"


def versions():
    program = _first([str(ground.CHECKOUT / "build/bin/openclaw-undock-cli"), "--version"])
    ansible = _first(["ansible-playbook", "--version"])
    return f"{program}; OpenClaw 2026.2.19 in guests of Debian 13; {ansible}"


HEAD = """# Benchmarks

Made by `./dev bench --write-docs`; nothing here is written by hand. Times are medians of one run on the lab
([tests/lab](../tests/lab/README.md)), in brackets the ratio to the script's. The machine had nothing else to do, or it is said here. {busy}

- Machine: {machine}
- Versions: {versions}
- Date: {date}; commit {commit}

| way | what it is |
|---|---|
| script | `tests/bench/ways/script.sh`: bash over ssh and qm, the procedure's order, with the corrections it needs to work |
| ansible | `tests/bench/ways/playbook.yml`: the same scripts by Debian's ansible-core, pipelined, one connection |
| procedure | `openclaw-undock-cli migrate`, the procedure's order |
| early | the same with `--order early`: installed and copied before the stop |
| limit | outage: the gateway's own warm start, alone on the machine. wall: what the guest itself works in our run, by its jobs' recorded times, without SSH and qm |

`small` is a VM of the field's size (240 files, 66 MB, 64 of them a sparse file), `large` the same with 1 GiB in 20,000 files
more. Every VM begins from the same saved state. Starting `qm` costs 0.7 s, as on a node of the field.
Outages are what a probe in the VM sees that asks every 100 ms, the same for all ways; `front` is through nginx
with the login. Script and playbook end with the same acceptance checks as ours; with them the gateway is down while
Docker waits ten seconds for the panel, which ignores its signal. `outage_part`, `step_time` and all samples are in
`build/bench/bench.jsonl`.

"""


def write(rows, busiest):
    path = ground.CHECKOUT / "docs/benchmarks.md"
    calm = "" if busiest <= ground.BUSY else f"**The machine was not calm: up to {busiest:.0%} busy before a measurement began.**"
    commit = rows[0]["commit"][:12] if rows else "none"
    head = HEAD.format(machine=machine(), versions=versions(), date=date.today().isoformat(), commit=commit, busy=calm)
    path.write_text(head.replace(" \n", "\n") + results.report(rows) + "\n", encoding="utf-8")
    return path
