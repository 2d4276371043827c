#!/usr/bin/python3
"""Which package registry is asked: the given one, else the one that the package client has by itself.

usage: registry.py [ADDRESS]    prints the address, nothing when it cannot be told

The client is the guest's npm. Where the guest has none yet, the one in the gateway's container
tells: it has the same default as the one that the installation brings. A setting in root's own
or the system's npmrc goes before that default, as it will for the new client.
"""

import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import containers  # noqa: E402
from scan_tools import read, text_of, which  # noqa: E402

ADDRESS = re.compile(r"https?://[^\s\"'<>]+\Z")
SETTING = re.compile(rb"^\s*registry\s*=\s*[\"']?([^\s\"']+)", re.MULTILINE)
NPMRC = ("/root/.npmrc", "/usr/local/etc/npmrc", "/usr/etc/npmrc", "/etc/npmrc")
QUIET = {"npm_config_update_notifier": "false", "npm_config_logs_max": "0"}


def usable(text):
    """The last line of what a client printed, when it is an address; "" otherwise."""
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines and ADDRESS.match(lines[-1].strip()) else ""


def of_guest():
    npm = which("npm")
    if not npm:
        return ""
    with tempfile.TemporaryDirectory() as cache:
        return usable(text_of(npm, "config", "get", "registry", timeout=60, env={
            "HOME": "/root", "PATH": "/usr/local/bin:/usr/bin:/bin", "npm_config_cache": cache, **QUIET}))


def of_settings():
    for path in NPMRC:
        found = SETTING.search(read(path))
        if found and (address := usable(found[1].decode("utf-8", "replace"))):
            return address
    return ""


def of_container():
    quiet = [word for name, value in QUIET.items() for word in ("--env", f"{name}={value}")]
    # Its cache in /tmp: what is asked here must not be seen as a change of the user's home.
    return usable(text_of("docker", "exec", *quiet, "--env", "npm_config_cache=/tmp/.npm", "--workdir", "/",
                          containers.names()[0], "npm", "config", "get", "registry", timeout=60))


def address(given):
    return (given or of_guest() or of_settings() or of_container()).rstrip("/")


if __name__ == "__main__":
    print(address(sys.argv[1] if len(sys.argv) > 1 else ""))
