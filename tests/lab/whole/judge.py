"""What is true of a guest, found out without the program: curl, docker, systemd, the lab's own manifest."""
import hashlib
import json
import re
import time

import bed

def manifest(vmid, folder) -> list[str]:
    return bed.said("manifest", vmid, folder, limit=400).splitlines()


def by_path(lines) -> dict:
    entries = map(json.loads, lines)
    return {e.get("path", e.get("path_b64")): e for e in entries}


def differences(one, other) -> list[str]:
    """Paths that are not the same in two manifests, with what differs."""
    a, b = by_path(one), by_path(other)
    found = []
    for path in sorted(a.keys() | b.keys()):
        if a.get(path) != b.get(path):
            fields = [f for f in sorted((a.get(path) or {}).keys() | (b.get(path) or {}).keys())
                      if (a.get(path) or {}).get(f) != (b.get(path) or {}).get(f)]
            found.append(f"{path}: {'only before' if path not in b else 'only after' if path not in a else fields}")
    return found


# Reads the login itself: it is the lab's own, worth nothing outside, and passes through no command line here.
FACES = r"""login=$(sed -nE 's/^[Uu][Ss][Ee][Rr][A-Za-z_]*[ ]*[:=][ ]*([^ ]+).*/\1/p' /root/OPENCLAW_WEB_LOGIN.txt | head -n 1)
login=$login:$(sed -nE 's/^[Pp][Aa][Ss][Ss][A-Za-z_]*[ ]*[:=][ ]*([^ ]+).*/\1/p' /root/OPENCLAW_WEB_LOGIN.txt | head -n 1)
ask() { curl -s -m 10 -o /dev/null -w '%{http_code} ' "$@" || true; }
for port in 28080 28789 18080 18789; do ask "http://127.0.0.1:$port/"; done
for port in 18080 18789; do ask -u "$login" "http://127.0.0.1:$port/"; done
"""


def faces(vmid) -> dict:
    """HTTP codes: direct, through nginx without the login, and with it."""
    names = ("panel", "gateway", "front panel", "front gateway", "front panel with login", "front gateway with login")
    return dict(zip(names, map(int, bed.guest(vmid, FACES).split())))


ALL_ANSWER = {"panel": 200, "gateway": 200, "front panel": 401, "front gateway": 401,
              "front panel with login": 200, "front gateway with login": 200}


def containers(vmid, running_only=False) -> list[str]:
    return sorted(bed.guest(vmid, f"docker ps {'' if running_only else '-a'} --format '{{{{.Names}}}}'").split())


def gateways(vmid) -> int:
    """How many gateways run in the guest, those in containers too: each gives its process this name."""
    return len(bed.guest(vmid, "pgrep -fx openclaw-gateway", check=False).split())


def agent_rests(vmid) -> bool:
    """The guest agent does nothing when nobody asks it. One that was left with a command's unread input uses a whole
    processor, until it is started again."""
    def ticks():
        fields = bed.guest(vmid, "cat /proc/$(pidof -s qemu-ga)/stat").rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def unchanged():
        before = ticks()
        time.sleep(1)
        return ticks() - before <= 1

    return bed.wait_for(unchanged, 60, 0)


def docker_token_hash(vmid) -> str:
    """sha256 of the token that the containers are made with."""
    value = bed.guest(vmid, "docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' openclaw-gateway"
                            " | sed -n 's/^OPENCLAW_GATEWAY_TOKEN=//p'").strip()
    return hashlib.sha256(value.encode()).hexdigest() if value else ""


def direct_token_hash(vmid) -> str:
    value = bed.guest(vmid, "pid=$(systemctl show -p MainPID --value openclaw-gateway); tr '\\0' '\\n' </proc/$pid/environ"
                            " | sed -n 's/^OPENCLAW_GATEWAY_TOKEN=//p'").strip()
    return hashlib.sha256(value.encode()).hexdigest() if value else ""


def chat(vmid, text, way) -> str:
    """A real turn; the transcript's path in the guest."""
    return bed.said("chat", vmid, text, f"--{way}", limit=240).strip()


def lines_of(vmid, path) -> list[str]:
    return bed.guest(vmid, f"cat {path}").splitlines()


def transcripts(vmid, state) -> dict:
    """Name → text of the transcripts below a state directory."""
    listing = bed.guest(vmid, f"cd {state}/agents/main/sessions && sha256sum *.jsonl")
    return {line.split(None, 1)[1]: line.split(None, 1)[0] for line in listing.splitlines()}


def docker_serves(vmid) -> bool:
    return (containers(vmid, running_only=True) == ["openclaw-gateway", "openclaw-panel"]
            and bool(bed.wait_for(lambda: faces(vmid) == ALL_ANSWER, 300, 2)))


def direct_serves(vmid) -> bool:
    return (bed.guest(vmid, "systemctl is-active openclaw-gateway openclaw-panel", check=False).split()
            == ["active", "active"] and bool(bed.wait_for(lambda: faces(vmid) == ALL_ANSWER, 300, 2)))


def unlike_undisturbed(vmid) -> list[str]:
    """What is not as a migration leaves it that nothing disturbed."""
    wrong = [] if direct_serves(vmid) else [f"it does not serve: {faces(vmid)}"]
    if gateways(vmid) != 1:
        wrong.append(f"{gateways(vmid)} gateways")
    if containers(vmid, running_only=True):
        wrong.append(f"containers run: {containers(vmid, running_only=True)}")
    if containers(vmid) != ["openclaw-gateway", "openclaw-panel"]:
        wrong.append(f"containers: {containers(vmid)}")
    wrong += [f"hold: {hold}" for hold in holds()]
    return wrong + [f"run twice: {job}" for job in jobs_run_twice(vmid)]


def cards() -> list[str]:
    """Who is at work on which VM, as a person at the node reads it."""
    return bed.node(f"ls {bed.NODE_ROOT}/cards 2>/dev/null || true").split()


def holds() -> list[str]:
    return bed.node(f"ls {bed.NODE_ROOT}/holds 2>/dev/null || true").split()


def source(vmid) -> list[str]:
    """/data as it must stay, but for the lab's own writer, which writes as long as Docker's gateway runs."""
    return [line for part in ("/data/openclaw", "/data/panel") for line in manifest(vmid, part)
            if '"workspace/live' not in line]


def jobs(vmid) -> list[str]:
    """Every job that was ever sent to the guest."""
    return sorted(f"{job.parent.name}/{job.name}" for job in (bed.root_of(vmid) / bed.RUNS).glob("*/[0-9]*-*"))


# They look only, or save the containers' logs to one place anew before each deletion that is asked for.
MAY_RUN_AGAIN = ("b-verify", "i-save", "i-check")


def jobs_run_twice(vmid, since=0.0) -> list[str]:
    """Steps that change something and passed more than once in a run."""
    twice = []
    for run in (bed.root_of(vmid) / bed.RUNS).glob("*"):
        passed = []
        for job in run.glob("[0-9]*-[b-gi]-*"):
            step = job.name.split("-", 1)[1]
            result = job / "result"
            if step not in MAY_RUN_AGAIN and result.exists() and result.stat().st_mtime >= since and "state passed" in result.read_text(errors="replace"):
                twice += [f"{run.name}/{step}"] if step in passed else []
                passed.append(step)
    return twice


def unfinished_jobs(vmid) -> list[str]:
    """Jobs that began and have no result."""
    return [str(job.relative_to(bed.root_of(vmid) / bed.RUNS))
            for job in (bed.root_of(vmid) / bed.RUNS).glob("*/[0-9]*-?-*")
            if (job / "began").exists() and not (job / "result").exists()]


HOME_IN_CONTAINER = "/home/node/.openclaw"

# What Docker's own version writes into its state directory when it comes back; nothing of the user's.
ITS_OWN = ("update-check.json", "devices", "identity", "cron", "logs", "canvas", ".", "openclaw.json.bak")


def changed_source(before, after) -> list[str]:
    """As `differences`, but for ITS_OWN, and for a folder's time: Docker's gateway writes some files
    anew with the same bytes as it starts."""
    kinds = {path: entry["type"] for path, entry in by_path(after).items()}
    found = (d.split(": ", 1) for d in differences(before, after))
    return [f"{path}: {what}" for path, what in found
            if path.split("/")[0] not in ITS_OWN and not (kinds.get(path) == "dir" and what == "['mtime']")]


def turned(link):
    """Where a link into the container's own places leads once it was moved, as far as that can be known."""
    return "/root/.openclaw" + link[len(HOME_IN_CONTAINER):] if link and link.startswith(HOME_IN_CONTAINER) else link


def same_link(old, new) -> bool:
    if old and old.startswith("/app/skills/"):  # part of the package, wherever that was installed
        return bool(new) and new.startswith("/usr/") and new.endswith(old[len("/app"):])
    return new == turned(old)


def without_set_id(entry) -> dict:
    """A program of a user's has no set-uid or set-gid bit at the target, where all is root's."""
    if entry["type"] != "file" or entry.get("owner") in ("0:0", "root:root"):
        return entry
    return {**entry, "mode": f"{int(entry['mode'], 8) & 0o1777:04o}"}


def not_moved(vmid) -> list[str]:
    """What users keep in the source and is not the same at the target."""
    wrong = []
    for folder in ("workspace", "spaces", "credentials"):
        old = by_path(manifest(vmid, f"/data/openclaw/{folder}") if exists(vmid, f"/data/openclaw/{folder}") else [])
        new = by_path(manifest(vmid, f"/root/.openclaw/{folder}") if exists(vmid, f"/root/.openclaw/{folder}") else [])
        for path, entry in old.items():
            entry, other = without_set_id(entry), new.get(path)
            if path.startswith("live") or path == ".":
                continue
            entry = {**entry, "mode": mode_for_root(entry)}
            fields = [f for f in ("type", "mode", "size", "sha256", "mtime") if other and entry.get(f) != other.get(f)
                      and not (f == "mtime" and entry["type"] == "dir")]
            if other and not same_link(entry.get("link"), other.get("link")):
                fields.append(f"link {entry.get('link')} -> {other.get('link')}")
            if other is None or fields:
                wrong.append(f"{folder}/{path}: {'missing' if other is None else fields}")
    return wrong


def mode_for_root(entry) -> str:
    """A program that is set-uid or set-gid for another owner loses these bits when it becomes root's."""
    keep = 0o7777 if entry["type"] != "file" or entry["owner"] == "0:0" else 0o1777
    return f"{int(entry['mode'], 8) & keep:04o}"


def exists(vmid, path) -> bool:
    return bed.guest(vmid, f"[ -e {path} ] && echo yes || true").strip() == "yes"
