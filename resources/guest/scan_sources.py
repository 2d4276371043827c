"""Scan: whether what the later stages download can be had, in the version wanted."""

import calendar
import json
import re
import ssl
import time
import urllib.error
import urllib.request

import registry
from step_io import fact, finding, param, say

TIMEOUT = 20
CLOCK_SECONDS = 300


def ask(url, method="GET", accept="*/*", limit=64 << 20):
    """(status, headers, body) or (0, {}, reason). Redirects are followed."""
    request = urllib.request.Request(url, method=method, headers={"User-Agent": "openclaw-undock", "Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT, context=ssl.create_default_context()) as answer:
            return answer.status, answer.headers, answer.read(limit) if method == "GET" else b""
    except urllib.error.HTTPError as error:
        return error.code, error.headers, b""
    except (OSError, ValueError) as error:
        return 0, {}, str(getattr(error, "reason", error))


def clock(headers):
    """The guest's clock against the server's: with a wrong one certificates fail."""
    stamp = headers.get("Date") if headers else None
    try:
        there = calendar.timegm(time.strptime(stamp, "%a, %d %b %Y %H:%M:%S GMT"))
    except (TypeError, ValueError):
        return
    off = int(time.time() - there)
    fact("clock_off_seconds", off)
    if abs(off) > CLOCK_SECONDS:
        finding("attention", "clock-off", f"The guest's clock is {abs(off)} s {'ahead of' if off > 0 else 'behind'} the download server's; set it right (timedatectl set-ntp true).")


def openclaw(docker):
    wanted = param("openclaw_version")
    if wanted == "same":
        wanted = docker.version
        if not wanted:
            finding("blocks", "version-unknown", "The container's version is to be kept, but it could not be told; choose a version.")
            return
    address = registry.address(param("npm_registry"))
    if not address:
        finding("attention", "registry-untold", "Which package registry the guest's package client asks could not be told (no npm in the guest, and the container's did not answer); whether the wanted version can be had is seen at the installation.")
        if wanted != "latest":
            fact("version_wanted", wanted)
        return
    fact("registry", address)
    status, headers, body = ask(f"{address}/openclaw", accept="application/vnd.npm.install-v1+json, application/json;q=0.8")
    clock(headers)
    if status != 200:
        finding("blocks", "registry-unreachable", f"The package registry {address} does not tell OpenClaw's versions ({status or body}).")
        return
    try:
        document = json.loads(body)
        versions = document["versions"]
        if wanted == "latest":
            wanted = document["dist-tags"]["latest"]
    except (ValueError, KeyError, TypeError):
        finding("blocks", "registry-unreadable", "The package registry's answer about OpenClaw cannot be read.")
        return
    fact("version_wanted", wanted)
    if wanted not in versions:
        finding("blocks", "version-unavailable", f"OpenClaw {wanted} is not in the package registry; choose another version.")
        return
    fact("version_available", "yes")
    engines = (versions[wanted] or {}).get("engines")
    needed = engines.get("node") if isinstance(engines, dict) else ""
    fact("node_needed", needed or "unknown")
    finding("fine", "version", f"OpenClaw {wanted} can be had" + (f"; it needs Node {needed}." if needed else "."))
    if docker.version and numbers(wanted) > numbers(docker.version):
        finding("attention", "version-newer", f"OpenClaw {wanted} is newer than the container's {docker.version}: its first start changes data in a way that Docker's version may not read any more.")


def numbers(version):
    return [int(part) for part in re.findall(r"[0-9]+", version)[:3]]


def installer():
    status, _, body = ask(param("installer_url"), "HEAD")
    if status == 405:
        status, _, body = ask(param("installer_url"), limit=1)
    if status == 200:
        finding("fine", "installer", "The installer can be had.")
    else:
        finding("blocks", "installer-unreachable", f"The installer cannot be had ({status or body}).")


def panel():
    url = f"{param('panel_source').rstrip('/')}/repos/{param('panel_repo')}/tarball/{param('panel_tag')}"
    status, _, body = ask(url, "HEAD")
    if status == 405:
        status, _, body = ask(url, limit=1)
    fact("panel_available", "yes" if status == 200 else "no")
    if status == 200:
        finding("fine", "panel-release", f"The panel's release {param('panel_tag')} can be had.")
    elif status == 404:
        finding("blocks", "panel-tag-missing", f"There is no release {param('panel_tag')} of {param('panel_repo')}.")
    elif status in (403, 429):
        finding("attention", "panel-source-limited", f"The panel's source answers {status}: too many requests from this address for now. The download may have to wait.")
    else:
        finding("blocks", "panel-unreachable", f"The panel's release cannot be had ({status or body}).")


def scan(docker):
    say("-- what is downloaded later")
    openclaw(docker)
    installer()
    panel()
