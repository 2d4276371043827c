"""Two labs of this checkout side by side, and an Ansible that knows the collection as it is built and installed."""
import contextlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
LAB = CHECKOUT / "tests/lab/lab"
CLI = Path(os.environ.get("UNDOCK_CLI", CHECKOUT / "build/bin/openclaw-undock-cli"))
FULL = os.environ.get("UNDOCK_LAB_FULL", "") not in ("", "0")
# One more on the first node than it works on at a time.
GUESTS = (4, 2) if FULL else (1, 1)
BASE = os.environ.get("LAB_NAME", "fleet")
COLLECTION = CHECKOUT / "installer/ansible"
sys.path.insert(0, str(CHECKOUT / "tests/samples"))


class Node:
    def __init__(self, name, guests):
        self.name, self.guests, self.lab_name = name, guests, f"{BASE}-{name}"

    def lab(self, *words, check=True, limit=1800):
        done = subprocess.run([LAB, *map(str, words)], capture_output=True, text=True, errors="replace", timeout=limit, check=False,
                              env={**os.environ, "LAB_NAME": self.lab_name, "LAB_VARIANT": "plain"})
        if check and done.returncode:
            raise AssertionError(f"{self.name}: lab {' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr[-1500:]}")
        return done.stdout

    def up(self):
        self.lab("up", "--guests", self.guests)
        self.env = dict(word.split("=", 1) for word in shlex.split(self.lab("env")))

    def down(self):
        self.lab("down", check=False)

    def containers(self, vmid):
        return sorted(self.lab("exec", vmid, "--", "docker", "ps", "--format", "{{.Names}}").split())

    def direct(self, vmid):
        return self.lab("exec", vmid, "--", "systemctl", "is-active", "openclaw-gateway", "openclaw-panel", check=False).split()

    def cards(self):
        """How many VMs are worked on, by the node's own files."""
        return len(self.lab("node", "--", "bash", "-c", "ls /var/lib/openclaw-undock/cards 2>/dev/null || true", check=False).split())


class Ansible:
    """The collection from its tarball, in a home of its own; the program behind a recorder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.data, self.calls = self.folder / "desk", self.folder / "calls"
        self.calls.mkdir()
        shutil.copy(CHECKOUT / "tests/lab/fleet/recorder", self.calls / "openclaw-undock-cli")
        (self.calls / "program").write_text(str(CLI))
        self.environment = {**os.environ, "HOME": str(self.folder), "ANSIBLE_COLLECTIONS_PATH": str(self.folder / "collections"), "ANSIBLE_NOCOLOR": "1",
                            "ANSIBLE_LOCALHOST_WARNING": "0", "ANSIBLE_RETRY_FILES_ENABLED": "0", "LC_ALL": "C.UTF-8", "ANSIBLE_FORKS": "6"}
        self.environment.pop("PYTHONPATH", None)
        self.do("ansible-galaxy", "collection", "build", COLLECTION, "--output-path", self.folder / "build", "--force")

    def inventory(self, nodes):
        """One known hosts file and one agent for all nodes: before a deletion each of them is asked the same way."""
        agent = subprocess.run(["ssh-agent", "-c", "-a", self.folder / "agent"], capture_output=True, text=True, check=True)
        self.agent = int(re.search(r"SSH_AGENT_PID (\d+)", agent.stdout)[1])
        self.environment["SSH_AUTH_SOCK"] = str(self.folder / "agent")
        for node in nodes:
            subprocess.run(["ssh-add", "-q", node.env["LAB_IDENTITY"]], env=self.environment, stdin=subprocess.DEVNULL, check=True)
        known = self.folder / "known_hosts"
        known.write_text("".join(Path(node.env["LAB_KNOWN_HOSTS"]).read_text() for node in nodes))
        path = self.folder / "fleet.undock_nodes.yml"
        path.write_text(json.dumps({
            "plugin": "openclaw.undock.undock_nodes", "cli": str(self.calls / "openclaw-undock-cli"), "data_dir": str(self.data),
            "known_hosts": str(known),
            "nodes": [{"node": node.env["LAB_NODE"], "name": node.name,
                       "vars": {"undock_operator": "tester", "undock_records": str(self.folder / "records")}} for node in nodes]}))
        return path

    def close(self):
        with contextlib.suppress(AttributeError, ProcessLookupError):
            os.kill(self.agent, signal.SIGTERM)

    def start(self, *words):
        log = open(self.folder / "play.log", "w+", encoding="utf-8", errors="replace")
        process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=self.folder,
                                   env=self.environment, start_new_session=True)
        process.log = log
        return process

    def end(self, process, limit=1800):
        try:
            code = process.wait(limit)
        finally:
            process.log.seek(0)
            said = process.log.read()
            process.log.close()
        return code, said

    def do(self, *words, code=0):
        got, said = self.end(self.start(*words))
        if code is not None and got != code:
            raise AssertionError(f"{' '.join(map(str, words))}: exit {got}, not {code}\n{said[-6000:]}")
        return said

    def changed(self, said):
        """host -> how many changes, by the recap."""
        return {host: int(count) for host, count in re.findall(r"(?m)^(\S+)\s+: ok=.*?changed=(\d+)", said)}

    def journals(self):
        return "".join(path.read_text(errors="replace") for path in self.data.glob("runs/*/journal.jsonl"))

    def programs(self):
        """Programs that work on this desk."""
        found = []
        for place in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = place.read_bytes().split(b"\0")
            except OSError:
                continue
            if words[0] == str(CLI).encode() and str(self.data).encode() in words:
                found.append(int(place.parent.name))
        return found

    @staticmethod
    def kill(process):
        """As a power cut does: the play and whatever it has started, at once."""
        parents = {}
        for place in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(place.parent.name)] = int(place.read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
        doomed = [process.pid]
        for pid in doomed:
            doomed += [child for child, parent in parents.items() if parent == pid]
        for pid in doomed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def recorded(self):
        return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.calls.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)]


def readme():
    """The README's lines that call Ansible, by the playbook or the program that they call."""
    text = (COLLECTION / "README.md").read_text(encoding="utf-8")
    lines = [shlex.split(line) for line in text.splitlines() if line.startswith("    ansible-")]
    return {next((word.rpartition(".")[2] for word in words if word.startswith("openclaw.undock.")), words[0]): words for words in lines}


def wait_for(what, told, limit=600):
    end = time.monotonic() + limit
    while not (answer := what()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {limit} s for {told}")
        time.sleep(0.3)
    return answer
