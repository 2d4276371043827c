#!/usr/bin/python3
"""What the procedure says must not change: sshd, the front's configuration, the firewall, cron. As lines.

usage: baseline.py   prints `sshd HASH`, `nginx HASH`, `firewall HASH`, `cron HASH`

The scan keeps the lines in the run's state folder; the acceptance and the way back compare with
them, line by line. The hash of the lines is what the record has.
"""

import hashlib
import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import firewall_lines  # noqa: E402
import line_difference  # noqa: E402
import redact  # noqa: E402
import step_io  # noqa: E402
from line_difference import LINE, NOTE, Unread  # noqa: E402
from scan_tools import read, run, which  # noqa: E402
from step_io import phrase  # noqa: E402

KEPT = "baseline.json"
FRONTS = ("/etc/nginx/**/*", "/etc/caddy/**/*", "/etc/haproxy/**/*", "/etc/apache2/**/*", "/etc/traefik/**/*", "/etc/lighttpd/**/*")
CRON = ("/etc/crontab", "/etc/anacrontab", "/etc/cron.d/*", "/var/spool/cron/*", "/var/spool/cron/crontabs/*")
CRON_SCRIPTS = ("/etc/cron.hourly/*", "/etc/cron.daily/*", "/etc/cron.weekly/*", "/etc/cron.monthly/*")


def content(path):
    """A file that is there but cannot be read is not an empty one."""
    data = read(path, line_difference.BIGGEST)
    if not data and os.path.getsize(path):
        raise Unread(path)
    return data


def sshd():
    files = line_difference.paths(("/etc/ssh/sshd_config", "/etc/ssh/sshd_config.d/*"))
    for path in list(files):
        for pattern in re.findall(r"(?mi)^\s*Include\s+(.+)$", content(path).decode("utf-8", "replace")):
            files += [other for one in pattern.split() for other in
                      line_difference.paths((one if one.startswith("/") else f"/etc/ssh/{one}",)) if other not in files]
    return [line for path in files for line in line_difference.lines_of(path, content(path))]


def loaded_by_nginx():
    """The files that nginx loads; None when it cannot say (then each counts)."""
    code, listing = run("nginx", "-T", timeout=20) if which("nginx") else (1, b"")
    if code:
        return None
    return set(re.findall(r"(?m)^# configuration file (.+):$", listing.decode("utf-8", "surrogateescape")))


def nginx():
    loaded, lines = loaded_by_nginx(), []
    for path in line_difference.paths(FRONTS):
        idle = loaded is not None and path.startswith("/etc/nginx/") and path not in loaded and not line_difference.WHOLE.search(path)
        lines += line_difference.lines_of(path, content(path), kind=NOTE if idle else LINE)
    return lines


def cron():
    lines = [line for path in line_difference.paths(CRON) for line in line_difference.lines_of(path, content(path), trailing=False)]
    for path in line_difference.paths(CRON_SCRIPTS):
        # One that may not be executed is not run.
        lines.append((path, "is run" if os.access(path, os.X_OK) else "is not run", LINE))
        lines += line_difference.lines_of(path, content(path), trailing=False)
    return lines


KINDS = {"sshd": sshd, "nginx": nginx, "firewall": firewall_lines.now, "cron": cron}


def take():
    """{name: lines, or None where they could not be read; "docker": what Docker has}"""
    docker = firewall_lines.docker_now()
    taken = {"docker": docker.as_json()}
    for name, lines in KINDS.items():
        try:
            taken[name] = lines()
        except (Unread, OSError) as trouble:
            step_io.say(f"{name} could not be read: {trouble}")
            taken[name] = None
    if taken["firewall"] is not None:
        taken["firewall"] = firewall_lines.without_docker(taken["firewall"], docker)
    return taken


def hash_of(lines):
    text = "\n".join(f"{place}\0{text}" for place, text, kind in lines if kind == LINE)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def all_hashes(taken=None):
    taken = taken or take()
    return {name: "unread" if taken.get(name) is None else hash_of(taken[name]) for name in KINDS}


def keep(taken):
    step_io.keep(KEPT, json.dumps(taken))


def kept():
    """What the scan kept; None for a run whose scan kept no lines."""
    try:
        value = json.loads(step_io.kept(KEPT)) if step_io.is_kept(KEPT) else None
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def compare(before, now, name):
    """The Difference of one kind; None when one of the two could not be read."""
    old, new = before.get(name), now.get(name)
    if old is None or new is None:
        return None
    if name == "firewall":
        docker = firewall_lines.Docker.of_json(before["docker"]).both(firewall_lines.Docker.of_json(now["docker"]))
        old, new = firewall_lines.without_docker(old, docker), firewall_lines.without_docker(new, docker)
    return line_difference.Difference(old, new)


def check(checks, told_by_scan):
    """A row for each kind. told_by_scan: {name: hash} as the record has it, {} when it is not known here."""
    before, now, secrets = kept(), take(), redact.known()
    for name in KINDS:
        identifier, expected = f"baseline-{name}", phrase("no-line-added-removed")
        if before is None or name not in before:
            checks.tell(identifier, "info", "unknown", expected, phrase("scan-kept-no-lines"))
            continue
        if before[name] is None:
            checks.tell(identifier, "info", "unknown", expected, phrase("unread-at-the-scan"), phrase("unread"))
            continue
        was = phrase("lines-sha256", count=len(before[name]), sum=hash_of(before[name])[:16])
        if told_by_scan.get(name) not in (None, "", hash_of(before[name])):
            checks.tell(identifier, "info", "unknown", expected, phrase("kept-lines-are-others"), was)
            continue
        difference = compare(before, now, name)
        if difference is None:
            checks.tell(identifier, "critical", "unknown", expected, phrase("could-not-be-read"), was)
            continue
        verdict = difference.verdict()
        checks.tell(identifier, "critical" if verdict != "warning" else "info", verdict, expected, difference.told(secrets), was)


if __name__ == "__main__":
    for kind, value in all_hashes().items():
        print(kind, value)
