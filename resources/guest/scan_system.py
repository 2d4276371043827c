"""Scan: the guest itself. Its system, tools, clock, listeners, nginx, and what must not change."""

import os
import re
import time

import baseline
import job_store
import layout
from scan_tools import read, run, text_of, which
from step_io import fact, finding, phrase, say

PORTS = {layout.GATEWAY_PORT: "gateway", layout.PANEL_PORT: "panel", layout.FRONT_GATEWAY_PORT: "gateway through nginx", layout.FRONT_PANEL_PORT: "panel through nginx"}


def system():
    release = dict(line.split("=", 1) for line in read("/etc/os-release").decode("utf-8", "replace").splitlines() if "=" in line)
    release = {key: value.strip('"') for key, value in release.items()}
    uname = os.uname()
    fact("hostname", uname.nodename)
    fact("os", release.get("PRETTY_NAME", "unknown"))
    fact("kernel", uname.release)
    fact("arch", uname.machine)
    fact("cpus", os.cpu_count() or 1)
    if release.get("ID") != "debian" or release.get("VERSION_ID") not in ("12", "13"):
        finding("attention", "os-untried", phrase("os-untried", system=release.get("PRETTY_NAME", "This system")))
    if uname.machine != "x86_64":
        finding("attention", "arch-untried", phrase("arch-untried", machine=uname.machine))
    memory = re.search(rb"MemAvailable:\s+([0-9]+) kB", read("/proc/meminfo"))
    if memory:
        fact("memory_available", int(memory[1]) * 1024)
        if int(memory[1]) < 300 * 1024:
            finding("attention", "memory-low", phrase("memory-low"))


def tools():
    for name, option in (("python3", "--version"), ("curl", "--version"), ("rsync", "--version"), ("tar", "--version"), ("docker", "--version")):
        path = which(name)
        version = re.search(r"[0-9]+\.[0-9]+[0-9.]*", text_of(path, option)) if path else None
        fact(f"{name}_version", version[0] if version else "missing")
    missing = [name for name in ("curl", "tar", "ss", "systemctl", "flock", "ionice", "renice", "awk", "cmp", "du", "find", "grep", "gzip", "nsenter", "sed",
                                 "sha256sum", "systemd-analyze", "systemd-run", "timeout", "xargs") if not which(name)]
    if missing:
        finding("blocks", "tools-missing", phrase("tools-missing", missing=", ".join(missing)))
    else:
        finding("fine", "tools", phrase("tools"))


def clock():
    fact("clock_ms", int(time.time() * 1000))
    fact("timezone", text_of("date", "+%Z %z"))
    synchronized = text_of("timedatectl", "show", "--property=NTPSynchronized", "--value")
    fact("clock_synchronized", synchronized or "unknown")


def listeners():
    """{port: set of process names} of what listens on TCP."""
    found = {}
    for line in run("ss", "-Hlntp")[1].decode("utf-8", "replace").splitlines():
        fields = line.split()
        if len(fields) < 4:
            continue
        port = fields[3].rsplit(":", 1)[-1]
        if port.isdigit():
            found.setdefault(int(port), set()).update(re.findall(r'\("([^"]+)"', line))
    for port in sorted(found):
        if port in PORTS or port == 22:
            fact("listener", f"{port} {','.join(sorted(found[port])) or '?'}")
    return found


def front(found):
    """nginx before the two ports, as the procedure takes for granted."""
    if not which("nginx"):
        finding("attention", "nginx-missing", phrase("nginx-missing"))
        return
    code, listing = run("nginx", "-T", timeout=20)
    if code != 0:
        finding("attention", "nginx-config", phrase("nginx-config"))
        return
    for port, behind in ((layout.FRONT_PANEL_PORT, layout.PANEL_PORT), (layout.FRONT_GATEWAY_PORT, layout.GATEWAY_PORT)):
        if port not in found:
            finding("attention", f"front-silent-{port}", phrase("front-silent", port=port, ports=PORTS[port]))
        elif "nginx" not in found[port]:
            finding("attention", f"front-other-{port}", phrase("front-held-by-other", port=port,
                                                               found=", ".join(sorted(found[port])) or "@another-program"))
        elif not re.search(rb"listen\s+(\S+:)?%d\b" % port, listing) or not re.search(rb"(127\.0\.0\.1|localhost):%d\b" % behind, listing):
            finding("attention", f"front-proxy-{port}", phrase("front-proxy-not-seen", port=port, behind=behind))
        else:
            finding("fine", f"front-{port}", phrase("front-leads-to", port=port, behind=behind))


def login():
    path = layout.LOGIN_FILE
    fact("login_file", "yes" if os.path.isfile(path) else "no")
    if not os.path.isfile(path):
        finding("attention", "login-missing", phrase("login-missing", path=path))


def unchanged():
    """What must not change is kept as lines, once: after the cutover there is nothing to keep anew."""
    taken = baseline.kept() if os.path.lexists(job_store.CUTOVER) else None
    if taken is None:
        taken = baseline.take()
        baseline.keep(taken)
    for name, value in baseline.all_hashes(taken).items():
        fact(f"baseline_{name}", value)
        if value == "unread":
            finding("attention", "baseline-unread", phrase("baseline-unread", name=name))


def scan():
    say("-- system")
    system()
    tools()
    clock()
    found = listeners()
    front(found)
    login()
    unchanged()
    return found
