"""The four ways to move a VM. Each runs to its last acceptance check and says what it knows of its stages."""
import base64
import json
import os
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import ground  # first: it makes the lab's own helpers known
import bed
import desk as desks

PANEL_REPO = "Bianshumeng/openclaw-panel-public"
WAYS = Path(__file__).resolve().parent / "ways"
LIMIT = 3600


@dataclass
class Outcome:
    """`stages`: (letter, when it ended), in order, as far as the way tells; `jobs`: what ran in the
    guest, (step, began, ended); `took`: seconds of parts by name."""
    good: bool
    said: str
    began: float
    ended: float
    stages: list = field(default_factory=list)
    jobs: list = field(default_factory=list)
    took: dict = field(default_factory=dict)

    @property
    def wall(self):
        return self.ended - self.began


def log_file(name):
    folder = ground.OUT / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.log"


def acceptance_script():
    """The last stage of script and playbook: the program's own checks, packed into one script."""
    pack = subprocess.run(["tar", "-C", str(ground.CHECKOUT / "resources"), "-cJ", "guest"],
                          capture_output=True, check=True).stdout
    text = ("set -eu\nplace=$(mktemp -d)\nbase64 -d <<'END' | tar -xJ -C \"$place\"\n"
            f"{base64.encodebytes(pack).decode()}END\ncat >\"$place/same_checks.py\" <<'END'\n"
            f"{(WAYS / 'guest/same_checks.py').read_text()}END\n"
            "exec python3 \"$place/same_checks.py\" \"$place/guest\" \"$@\"\n")
    path = ground.OUT / "acceptance.sh"
    path.write_text(text)
    return path


def sources():
    words = dict(zip(*[iter(bed.environment()["LAB_SOURCES"].split())] * 2))
    return words["--installer-url"], words["--panel-source"], words["--npm-registry"]


def _run(command, environment, name):
    """Runs it with its words in a log file; (exit code, began, ended, text)."""
    path = log_file(name)
    with open(path, "w+", encoding="utf-8", errors="replace") as log:
        began = time.time()
        process = subprocess.Popen(command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            code = process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        ended = time.time()
        log.seek(0)
        return code, began, ended, log.read()


def _shared_folder():
    """For sockets of connections that are used again; their paths have to be short."""
    shared = Path(f"/run/undock-bench-{ground.lab_names().tag}")
    shutil.rmtree(shared, ignore_errors=True)
    shared.mkdir(mode=0o700)
    return shared


def _script_environment():
    env = bed.environment()
    installer, panel_source, registry = sources()
    shared = _shared_folder()
    return {"BENCH_NODE": env["LAB_NODE"], "BENCH_IDENTITY": env["LAB_IDENTITY"],
            "BENCH_KNOWN_HOSTS": env["LAB_KNOWN_HOSTS"], "BENCH_PANEL_TAG": env["LAB_PANEL_TAG"],
            "BENCH_PANEL_REPO": PANEL_REPO, "BENCH_INSTALLER": installer, "BENCH_PANEL_SOURCE": panel_source,
            "BENCH_REGISTRY": registry, "BENCH_ACCEPT": str(acceptance_script()), "BENCH_SHARED": str(shared)}


def _took(text):
    """What the guest's scripts say of themselves: `took-ms NAME N`."""
    found = {}
    for line in text.replace("\\n", "\n").splitlines():
        words = line.split("took-ms ", 1)[-1].split()
        if "took-ms " in line and len(words) >= 2 and words[1].isdigit():
            found[words[0]] = int(words[1]) / 1000
    return found


def script(vmids, name, at_once=3):
    command = [str(WAYS / "script.sh"), str(vmids[0])] if len(vmids) == 1 else \
        ["xargs", "-n", "1", "-P", str(at_once), "-a", str(_list_of(vmids)), str(WAYS / "script.sh")]
    code, began, ended, text = _run(command, _script_environment(), name)
    marks = [(line.split()[1], int(line.split()[2]) / 1000) for line in text.splitlines() if line.startswith("stage ")]
    stages = [(letter, until) for (letter, _), (_, until) in zip(marks, marks[1:])] if len(vmids) == 1 else []
    return Outcome(code == 0, text[-2000:], began, ended, stages, took=_took(text))


def _list_of(vmids):
    path = ground.OUT / "vmids"
    path.write_text("".join(f"{vmid}\n" for vmid in vmids))
    return path


def ansible(vmids, name, at_once=3):
    env = bed.environment()
    installer, panel_source, registry = sources()
    user, address = env["LAB_NODE"].split("@")
    inventory = ground.OUT / "inventory.json"
    shared = {"ansible_host": address, "ansible_user": user, "ansible_ssh_private_key_file": env["LAB_IDENTITY"],
              "ansible_ssh_common_args": f"-o UserKnownHostsFile={env['LAB_KNOWN_HOSTS']}",
              "ansible_python_interpreter": "/usr/bin/python3", "scripts": str(WAYS / "guest"),
              "accept": str(acceptance_script()), "installer": installer, "panel_source": panel_source,
              "panel_repo": PANEL_REPO, "panel_tag": env["LAB_PANEL_TAG"], "registry": registry}
    inventory.write_text(json.dumps({"vms": {"vars": shared, "hosts": {f"vm{v}": {"vmid": str(v)} for v in vmids}}}))
    connections = _shared_folder()
    settings_file = ground.OUT / "ansible.cfg"  # nobody's own settings
    settings_file.write_text("[defaults]\n")
    settings = {"ANSIBLE_CONFIG": str(settings_file), "ANSIBLE_PIPELINING": "1", "ANSIBLE_HOME": str(connections),
                "ANSIBLE_SSH_CONTROL_PATH_DIR": str(connections / "cp"), "ANSIBLE_STRATEGY": "free" if len(vmids) > 1 else "linear",
                "ANSIBLE_FORKS": str(at_once), "ANSIBLE_NOCOLOR": "1", "LC_ALL": "C.UTF-8"}
    command = ["ansible-playbook", "-v", "-i", str(inventory), str(WAYS / "playbook.yml")]
    code, began, ended, text = _run(command, settings, name)
    return Outcome(code == 0, text[-3000:], began, ended, took=_took(text))


def _from_journals(desk):
    """(jobs, stages): what ran in the guests by their own clocks, which are this machine's."""
    jobs, stages = [], []
    for journal in desk.journals():
        begins = {}
        for line in journal.read_text(errors="replace").splitlines():
            event = json.loads(line)
            data = event.get("data", {})
            if event.get("type") == "begin":
                begins[data["job"]] = data
            elif event.get("type") == "end" and data.get("ended_ms"):
                begin = begins.get(data["job"], {})
                began, ended = data["began_ms"] / 1000, data["ended_ms"] / 1000
                if begin.get("where") == "guest":
                    jobs.append((begin["step"], began, ended))
                stages.append((begin.get("stage", "?"), ended))
    return sorted(jobs, key=lambda job: job[1]), sorted(stages, key=lambda stage: stage[1])


def ours(vmids, name, order, at_once=3):
    desk = desks.Desk(name).forget()
    desk.folder.mkdir(parents=True)
    if len(vmids) == 1:
        words = ["migrate", "--vmid", vmids[0], "--order", order]
    else:
        file = desk.folder / "queue.csv"
        file.write_text("vmid\n" + "".join(f"{vmid}\n" for vmid in vmids))
        words = ["queue", "run", file, "--workers", at_once, "--order", order]
    began = time.time()
    done = desk.do(*words, limit=LIMIT)
    ended = time.time()
    log_file(name).write_text(f"{done.out}\n{done.err}", errors="replace")
    jobs, stages = _from_journals(desk)
    return Outcome(done.code == desks.SUCCEEDED, str(done)[-2000:], began, ended,
                   stages if len(vmids) == 1 else [], jobs)


def run(way, vmids, name, at_once=3):
    if way == "script":
        return script(vmids, name, at_once)
    if way == "ansible":
        return ansible(vmids, name, at_once)
    return ours(vmids, name, way, at_once)
