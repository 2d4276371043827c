#!/usr/bin/env python3
"""./dev bench fleet [--vms N] [--nodes N] [--forks N]: what a fleet costs its controller. 1,000 VMs on 40 nodes are migrated,
accepted by their users' words and rid of Docker, by the collection's own playbooks and the real command line. Nodes and VMs are
data (tests/unit/support/scripted), so that nothing but the controller is measured. Each playbook runs twice: the second time there
is nothing to do. Prints a row a playbook and writes them to build/bench/fleet.jsonl; ends with 1 when a VM is not where it
should be, or when a program is left over."""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
CLI = Path(os.environ.get("UNDOCK_FLEET_CLI", CHECKOUT / "build/tests/undock-fleet-cli"))
ROWS = Path(os.environ.get("UNDOCK_FLEET_ROWS", CHECKOUT / "build/bench/fleet.jsonl"))
EVERY = 0.2  # seconds between two looks at the programs


class Tree:
    """The programs that descend from one, looked at again and again: how many, their memory, their open files."""

    def __init__(self, root):
        self.root, self.over = root, threading.Event()
        self.most = Counter()
        self.thread = threading.Thread(target=self.watch)

    @staticmethod
    def field(text, name):
        found = [line.split()[1] for line in text.splitlines() if line.startswith(name + ":")]
        return int(found[0]) if found else 0

    def members(self):
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
        found, grown = {self.root}, True
        while grown:
            more = {pid for pid, parent in parents.items() if parent in found} - found
            found, grown = found | more, bool(more)
        return found

    def look(self):
        seen = Counter()
        for pid in self.members():
            place = Path(f"/proc/{pid}")
            try:
                # Shared pages are counted once among those that share them.
                seen["memory_kb"] += self.field((place / "smaps_rollup").read_text(), "Pss")
                seen["files"] += len(os.listdir(place / "fd"))
                command = (place / "cmdline").read_bytes().split(b"\0")[0]
            except OSError:
                continue
            seen["programs"] += 1
            if command.endswith(CLI.name.encode()):
                seen["command_lines"] += 1
        for name, value in seen.items():
            self.most[name] = max(self.most[name], value)

    def watch(self):
        while not self.over.wait(EVERY):
            self.look()

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


class Fleet:
    def __init__(self, folder, args):
        self.folder, self.args = folder, args
        self.data = folder / "data"
        place = folder / "ansible_collections/openclaw"
        place.mkdir(parents=True)
        (place / "undock").symlink_to(CHECKOUT / "installer/ansible")
        self.environment = {**os.environ, "HOME": str(folder), "ANSIBLE_COLLECTIONS_PATH": str(folder), "ANSIBLE_NOCOLOR": "1",
                            "ANSIBLE_LOCALHOST_WARNING": "0", "ANSIBLE_DEPRECATION_WARNINGS": "0", "ANSIBLE_LOCAL_TEMP": str(folder / "tmp"),
                            "ANSIBLE_RETRY_FILES_ENABLED": "0", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1",
                            "UNDOCK_FLEET_DATA": str(self.data)}
        self.hosts = {f"n{n % args.nodes}-{1000 + n}": (f"root@node-{n % args.nodes}.example", 1000 + n) for n in range(args.vms)}
        (folder / "accepted.yml").write_text(json.dumps({"accepted": {host: {"by": "Li Lei", "tried": "old chat"} for host in self.hosts}}))

    def inventory(self, phase):
        common = {"ansible_connection": "local", "ansible_python_interpreter": "{{ ansible_playbook_python }}", "undock_cli": str(CLI),
                  "undock_data_dir": str(self.data), "undock_records": str(self.folder / "records"), "undock_read": True,
                  "undock_panel_tag": "v2026.02.20-r4", "undock_batch": self.args.batch, "undock_phase": phase}
        hosts = {host: {"undock_node": node, "undock_vmid": vmid} for host, (node, vmid) in self.hosts.items()}
        (self.folder / "fleet.yml").write_text(json.dumps({"undock_vms": {"hosts": hosts, "vars": common}, f"phase_{phase}": {"hosts": dict.fromkeys(hosts, {})}}))

    def play(self, name, phase):
        """The play's seconds, the most of what its programs held, and how many VMs it changed."""
        self.inventory(phase)
        words = ["ansible-playbook", "-i", "fleet.yml", f"openclaw.undock.{name}", "--forks", str(self.args.forks), "-e", "undock_acceptances=accepted.yml"]
        begun, used = time.monotonic(), os.times()
        with open(self.folder / "play.log", "w+", encoding="utf-8") as log:
            process = subprocess.Popen(words, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                       start_new_session=True)
            with Tree(process.pid) as tree:
                code = process.wait()
            log.seek(0)
            said = log.read()
        took, after = time.monotonic() - begun, os.times()
        if code:
            sys.exit(f"fleet: {name} ended with {code}\n{said[-4000:]}")
        changed = sum(int(line.split("changed=")[1].split()[0]) > 0 for line in said.splitlines() if "changed=" in line)
        worked = after.children_user + after.children_system - used.children_user - used.children_system
        return {"seconds": round(took, 1), "processor": round(worked, 1), "changed": changed, **tree.most}

    def phases(self):
        said = subprocess.run([CLI, "status", "--json", "--data-dir", self.data], capture_output=True, text=True, check=True, env=self.environment).stdout
        return Counter(json.loads(line)["phase"] for line in said.splitlines() if json.loads(line).get("event") == "run")

    def left_over(self):
        found = []
        for line in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if str(CLI).encode() in line.read_bytes() and str(self.folder).encode() in line.read_bytes():
                    found.append(line.parent.name)
            except OSError:
                continue
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vms", type=int, default=1000)
    parser.add_argument("--nodes", type=int, default=40)
    parser.add_argument("--forks", type=int, default=20)
    parser.add_argument("--batch", type=int, default=100, help="VMs that a playbook takes at a time")
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="undock-fleet-"))
    ROWS.parent.mkdir(parents=True, exist_ok=True)
    bad = 0
    try:
        fleet = Fleet(folder, args)
        print(f"{args.vms} VMs on {args.nodes} nodes, {args.forks} forks")
        print(f"{'playbook':16} {'seconds':>8} {'processor':>10} {'a VM':>7} {'memory':>8} {'programs':>9} {'files':>6} {'changed':>8}  phases")
        with open(ROWS, "w", encoding="utf-8") as rows:
            for name, before, after in (("migrate", "none", "awaiting-user"), ("accept", "awaiting-user", "accepted"), ("delete", "accepted", "deleted")):
                for again in (False, True):
                    # A deletion's inventory may be the one of before it.
                    row = fleet.play(name, after if again and name != "delete" else before)
                    phases = fleet.phases()
                    row.update(play=name, again=again, vms=args.vms, nodes=args.nodes, forks=args.forks, phases=dict(phases), left_over=len(fleet.left_over()))
                    wrong = phases != {after: args.vms} or row["changed"] != (0 if again else args.vms) or row["left_over"]
                    bad = bad or wrong
                    rows.write(json.dumps(row) + "\n")
                    rows.flush()
                    print(f"{name + (', again' if again else ''):16} {row['seconds']:8} {row['processor']:10} {row['processor'] / args.vms:6.2f}s"
                          f" {row['memory_kb'] / 1024:6.0f}MB {row['programs']:9} {row['files']:6} {row['changed']:8}  {dict(phases)}{'  WRONG' if wrong else ''}",
                          flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
