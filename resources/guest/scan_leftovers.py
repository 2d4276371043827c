"""Scan: what is there already. Direct installs, other gateways, callers of Docker, earlier runs."""

import contextlib
import glob
import os
import re
import tempfile

import job_store
import layout
import mounts
from scan_tools import TARGET, run, text_of, which
from step_io import fact, finding, listed, phrase, say, show

UNITS = (layout.GATEWAY_UNIT, layout.PANEL_UNIT)


def target():
    # A mount that lost its other end looks like nothing there; scan_places tells of it.
    if mounts.at(TARGET):
        fact("target_state", "mount")
        return
    if not os.path.lexists(TARGET):
        fact("target_state", "absent")
        return
    if os.path.islink(TARGET):
        fact("target_state", "link")
        finding("attention", "target-exists", phrase("target-link-moved-aside", target=TARGET, target2=show(os.readlink(TARGET))))
        return
    files = sum(len(names) for _, _, names in os.walk(TARGET))
    fact("target_state", "content" if files else "empty")
    if files:
        finding("attention", "target-exists", phrase("target-moved-aside", target=TARGET, files=files))


def version_of(path, pattern):
    """What `path --version` answers, run where it cannot make a state folder in /root."""
    with tempfile.TemporaryDirectory() as home:
        code, answer = run(path, "--version", timeout=60, env={"HOME": home, "TMPDIR": home, "PATH": "/usr/local/bin:/usr/bin:/bin"})
    found = re.search(pattern, answer.decode("utf-8", "replace"))
    return found[0] if code == 0 and found else ""


def programs():
    node, openclaw = which("node"), which("openclaw")
    node_version = version_of(node, r"v[0-9]+\.[0-9]+\.[0-9]+") if node else ""
    fact("node_bin", node or "missing")
    fact("node_version", node_version or "missing")
    if node and not node_version:
        finding("attention", "node-broken", phrase("node-broken", node=node))
    version = version_of(openclaw, r"[0-9]{4}\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?") if openclaw else ""
    fact("openclaw_bin", openclaw or "missing")
    fact("openclaw_direct_version", version or "missing")
    if openclaw and not version:
        finding("attention", "openclaw-shim", phrase("openclaw-shim", openclaw=openclaw))
    elif version:
        finding("attention", "openclaw-installed", phrase("openclaw-installed", version=version, openclaw=openclaw))


def earlier_runs():
    for run_name in job_store.runs():
        if run_name != os.path.basename(os.environ.get("UNDOCK_RUN", "")):
            listed("old_run", run_name)
    for path in sorted(glob.glob("/root/migrate-backup-*")):
        if os.path.isdir(path):
            size = 0
            for folder, _, names in os.walk(path):
                for name in names:
                    with contextlib.suppress(OSError):
                        size += os.lstat(os.path.join(folder, name)).st_size
            listed("old_backup", f"{path} {size}")


def state(docker):
    """docker, direct or mixed: which of the two worlds this VM lives in."""
    active = [unit for unit in UNITS if text_of("systemctl", "is-active", unit) in ("active", "activating")]
    enabled = [unit for unit in UNITS if text_of("systemctl", "is-enabled", unit) == "enabled"]
    for unit in UNITS:
        if os.path.exists(os.path.join("/etc/systemd/system", unit)):
            fact("direct_unit", f"{unit} {'active' if unit in active else 'inactive'} {'enabled' if unit in enabled else 'disabled'}")
    cutover = os.path.exists(job_store.CUTOVER)
    fact("cutover", "yes" if cutover else "no")
    running = docker.running("openclaw-gateway")
    if active and running:
        verdict = "mixed"
        finding("blocks", "state-mixed", phrase("both-gateways-run", active=", ".join(active)))
    elif active or (cutover and not running):
        verdict = "direct"
        finding("blocks", "already-direct", phrase("already-direct"))
    elif cutover or enabled:
        verdict = "mixed"
        what = "the mark of an earlier cutover is there" if cutover else f"{', '.join(enabled)} would start at the next boot"
        finding("blocks", "state-mixed", phrase("docker-in-use-but", what=what))
    else:
        verdict = "docker"
    fact("state", verdict)


def scan(docker):
    say("-- what is there already")
    state(docker)
    target()
    programs()
    earlier_runs()
