"""same_checks.py LIB PANEL-TAG PANEL-REPO: the acceptance that our own way ends with, for the others.

The checks themselves are the program's (resources/guest, put at LIB), so that every way's
time ends behind the same ones. Two of them look into a run's own files, which the other ways
do not have: the copy is compared with the source by rsync instead.
"""
import hashlib
import os
import subprocess
import sys
import tempfile

library, tag, repository = sys.argv[1:]
sys.path.insert(0, library)
os.environ.update(HOME="/root", UNDOCK_LIB=library, UNDOCK_JOB=tempfile.mkdtemp(), UNDOCK_RUN=tempfile.mkdtemp())
import acceptance  # noqa: E402
import baseline  # noqa: E402
import checks_data  # noqa: E402


def output(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout.strip()


def container_token():
    listing = output("docker", "inspect", "-f", "{{range .Config.Env}}{{println .}}{{end}}", "openclaw-gateway")
    found = [line.split("=", 1)[1] for line in listing.splitlines() if line.startswith("OPENCLAW_GATEWAY_TOKEN=")]
    return hashlib.sha256(found[0].encode()).hexdigest()


def source_equal(checks):
    """What the users own is the same in both places, by name, size and time."""
    differing = []
    for folder in ("workspace", "credentials"):
        listing = output("rsync", "-rlpntD", "--delete", "--omit-dir-times", "--itemize-changes", "--exclude", "/live/",
                         f"/data/openclaw/{folder}/", f"/root/.openclaw/{folder}/")
        differing += listing.splitlines()
    checks.critical("copy-equality", not differing, "nothing differs", "; ".join(differing[:5]) or "nothing differs")


values = {"panel_tag": tag, "panel_repo": repository, "gateway_mode": "local", "steady_seconds": "4",
          "least_free_mib": "512", "token_sha256": container_token(),
          "openclaw_version": output("docker", "inspect", "-f", "{{.Config.Image}}", "openclaw-gateway").rsplit(":", 1)[1],
          "node_bin": output("sh", "-c", "command -v node"), "openclaw_bin": output("sh", "-c", "command -v openclaw")}
values.update((f"baseline_{name}", value) for name, value in baseline.all_hashes().items())
rest = [(name, weight, check) for name, weight, check in checks_data.ALL if name in ("user-data-counts", "baseline")]
told = acceptance.rows(values, [*rest, ("copy-equality", "critical", source_equal)])
failed, unknown, _, count = acceptance.tell_all(told)
print(f"{count} checks; failed: {failed or 'none'}; unknown: {unknown or 'none'}")
sys.exit(bool(failed or unknown))
