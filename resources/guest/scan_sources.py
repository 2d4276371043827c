"""Scan: whether what the later stages download can be had, in the version wanted."""

import calendar
import hashlib
import http.client
import json
import re
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request

import registry
from step_io import fact, finding, has_param, param, say, warn

TIMEOUT = 20
CLOCK_SECONDS = 300
LARGEST_INSTALLER = 4 << 20
LARGEST_PANEL = 64 << 20


class Faithful(urllib.request.HTTPRedirectHandler):
    """What was asked for with TLS is not fetched without it, wherever the answer leads."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        where = urllib.parse.urlsplit(newurl).scheme.lower()
        if where != "https" and (where != "http" or req.type == "https"):
            raise urllib.error.URLError(f"it leads from {req.type} to {where or 'nowhere'}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def ask(url, method="GET", accept="*/*", limit=64 << 20):
    """(status, headers, body) or (0, {}, reason). Redirects are followed, but for one that gives up TLS."""
    request = urllib.request.Request(url, method=method, headers={"User-Agent": "openclaw-undock", "Accept": accept})
    try:
        opener = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=ssl.create_default_context()), Faithful)
        with opener.open(request, timeout=TIMEOUT) as answer:
            return answer.status, answer.headers, answer.read(limit) if method == "GET" else b""
    except urllib.error.HTTPError as error:
        return error.code, error.headers, b""
    except (OSError, ValueError, http.client.HTTPException) as error:
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
    except (ValueError, KeyError, TypeError, RecursionError):
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
    status, _, body = ask(param("installer_url"), limit=LARGEST_INSTALLER + 1)
    if status == 200:
        finding("fine", "installer", "The installer can be had.")
        if len(body) > LARGEST_INSTALLER:
            return
        digest = hashlib.sha256(body).hexdigest()
        fact("installer_sum", digest)
        pinned = param("installer_sha256") if has_param("installer_sha256") else ""
        seen = param("installer_sha256_seen") if has_param("installer_sha256_seen") else ""
        if pinned and digest != pinned:
            finding("blocks", "installer-differs", f"The installer's bytes are not the pinned ones (sha256 {digest}).")
        elif not pinned and seen and digest != seen:
            warn("installer-changed", f"The installer's bytes are others than for an earlier VM (sha256 {digest}); look at it before root runs it.")
    else:
        finding("blocks", "installer-unreachable", f"The installer cannot be had ({status or body}).")


def panel_sum(url):
    """Fetched whole only where there is something to hold it against."""
    pinned = param("panel_sha256") if has_param("panel_sha256") else ""
    seen = param("panel_sha256_seen") if has_param("panel_sha256_seen") else ""
    if not pinned and not seen:
        return
    status, _, body = ask(url, limit=LARGEST_PANEL + 1)
    if status != 200 or len(body) > LARGEST_PANEL:
        finding("attention", "panel-unmeasured", "The panel's release could not be fetched whole to be held against its known sum; it is at the deployment.")
        return
    digest = hashlib.sha256(body).hexdigest()
    fact("panel_sum", digest)
    if pinned and digest != pinned:
        finding("blocks", "panel-differs", f"The panel's release is not the pinned one (sha256 {digest}).")
    elif not pinned and digest != seen:
        warn("panel-changed", f"The panel's release has other bytes than for an earlier VM (sha256 {digest}); look at it before root runs it.")


def plain_http():
    """Whoever sits on the way chooses what root runs; on this machine nobody sits there."""
    names = []
    for name in ("installer_url", "panel_source", "npm_registry"):
        parts = urllib.parse.urlsplit(param(name))
        if parts.scheme == "http" and not re.match(r"localhost\Z|127\.[0-9.]+\Z|::1\Z", parts.hostname or ""):
            names.append(name)
    if names:
        warn("plain-http", f"These sources are fetched without TLS, and whoever is on the way can change what root runs: {', '.join(names)}.")


def panel():
    url = f"{param('panel_source').rstrip('/')}/repos/{param('panel_repo')}/tarball/{param('panel_tag')}"
    status, _, body = ask(url, "HEAD")
    if status == 405:
        status, _, body = ask(url, limit=1)
    fact("panel_available", "yes" if status == 200 else "no")
    if status == 200:
        finding("fine", "panel-release", f"The panel's release {param('panel_tag')} can be had.")
        panel_sum(url)
    elif status == 404:
        finding("blocks", "panel-tag-missing", f"There is no release {param('panel_tag')} of {param('panel_repo')}.")
    elif status in (403, 429):
        finding("attention", "panel-source-limited", f"The panel's source answers {status}: too many requests from this address for now. The download may have to wait.")
    else:
        finding("blocks", "panel-unreachable", f"The panel's release cannot be had ({status or body}).")


def scan(docker):
    say("-- what is downloaded later")
    plain_http()
    openclaw(docker)
    installer()
    panel()
