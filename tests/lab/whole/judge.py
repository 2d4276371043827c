"""What is true of a guest, found out without the program: curl, docker, systemd, the lab's own manifest."""
import hashlib
import json
import re

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


def http(vmid, port, login=None) -> int:
    return int(bed.guest(vmid, "curl -s -m 10 -o /dev/null -w '%{http_code}' "
                         + (f"-u {login} " if login else "") + f"http://127.0.0.1:{port}/ || true").strip() or 0)


def login(vmid) -> str:
    """user:password as a word for bash; the lab's own, and worth nothing outside."""
    text = bed.guest(vmid, "cat /root/OPENCLAW_WEB_LOGIN.txt")
    user = re.search(r"(?im)^user\w*\s*[:=]\s*(\S+)", text)[1]
    password = re.search(r"(?im)^pass\w*\s*[:=]\s*(\S+)", text)[1]
    return f"'{user}:{password}'"


def faces(vmid) -> dict:
    """HTTP codes: direct, through nginx without the login, and with it."""
    who = login(vmid)
    return {"panel": http(vmid, 28080), "gateway": http(vmid, 28789),
            "front panel": http(vmid, 18080), "front gateway": http(vmid, 18789),
            "front panel with login": http(vmid, 18080, who), "front gateway with login": http(vmid, 18789, who)}


ALL_ANSWER = {"panel": 200, "gateway": 200, "front panel": 401, "front gateway": 401,
              "front panel with login": 200, "front gateway with login": 200}


def containers(vmid, running_only=False) -> list[str]:
    return sorted(bed.guest(vmid, f"docker ps {'' if running_only else '-a'} --format '{{{{.Names}}}}'").split())


def gateways(vmid) -> int:
    """How many gateways run in the guest, those in containers too: each gives its process this name."""
    return len(bed.guest(vmid, "pgrep -fx openclaw-gateway", check=False).split())


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


def holds() -> list[str]:
    return bed.node(f"ls {bed.NODE_ROOT}/holds 2>/dev/null || true").split()


def source(vmid) -> list[str]:
    """/data as it must stay, but for the lab's own writer, which writes as long as Docker's gateway runs."""
    return [line for part in ("/data/openclaw", "/data/panel") for line in manifest(vmid, part)
            if '"workspace/live' not in line]


def jobs_run_twice(vmid, since=0.0) -> list[str]:
    """Steps that change something and passed more than once in a run."""
    twice = []
    for run in (bed.root_of(vmid) / bed.RUNS).glob("*"):
        passed = []
        for job in run.glob("[0-9]*-[b-gi]-*"):
            step = job.name.split("-", 1)[1]
            result = job / "result"
            if result.exists() and result.stat().st_mtime >= since and "state passed" in result.read_text(errors="replace"):
                twice += [f"{run.name}/{step}"] if step in passed else []
                passed.append(step)
    return twice


def unfinished_jobs(vmid) -> list[str]:
    """Jobs that began and have no result."""
    return [str(job.relative_to(bed.root_of(vmid) / bed.RUNS))
            for job in (bed.root_of(vmid) / bed.RUNS).glob("*/[0-9]*-?-*")
            if (job / "began").exists() and not (job / "result").exists()]


# What Docker's own version writes into its state directory when it comes back; nothing of the user's.
ITS_OWN = ("update-check.json", "devices", "identity", "cron", "logs", "canvas", ".", "openclaw.json.bak")


def changed_source(before, after) -> list[str]:
    """As `differences`, but for ITS_OWN, and for a folder's time: Docker's gateway writes some files
    anew with the same bytes as it starts."""
    kinds = {path: entry["type"] for path, entry in by_path(after).items()}
    found = (d.split(": ", 1) for d in differences(before, after))
    return [f"{path}: {what}" for path, what in found
            if path.split("/")[0] not in ITS_OWN and not (kinds.get(path) == "dir" and what == "['mtime']")]


def not_moved(vmid) -> list[str]:
    """What users keep in the source and is not the same at the target."""
    wrong = []
    for folder in ("workspace", "spaces", "credentials"):
        old = by_path(manifest(vmid, f"/data/openclaw/{folder}") if exists(vmid, f"/data/openclaw/{folder}") else [])
        new = by_path(manifest(vmid, f"/root/.openclaw/{folder}") if exists(vmid, f"/root/.openclaw/{folder}") else [])
        for path, entry in old.items():
            other = new.get(path)
            if path.startswith("live") or path == ".":
                continue
            fields = [f for f in ("type", "mode", "size", "sha256", "link", "mtime") if other and entry.get(f) != other.get(f)
                      and not (f == "mtime" and entry["type"] == "dir")]
            if other is None or fields:
                wrong.append(f"{folder}/{path}: {'missing' if other is None else fields}")
    return wrong


def exists(vmid, path) -> bool:
    return bed.guest(vmid, f"[ -e {path} ] && echo yes || true").strip() == "yes"
