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
from step_io import fact, finding, has_param, param, params, phrase, say, warn

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
        finding("attention", "clock-off", phrase("clock-ahead" if off > 0 else "clock-behind", seconds=abs(off)))


def openclaw(docker):
    wanted = param("openclaw_version")
    if wanted == "same":
        wanted = docker.version
        if not wanted:
            finding("blocks", "version-unknown", phrase("version-unknown"))
            return
    address = registry.address(param("npm_registry"))
    if not address:
        finding("attention", "registry-untold", phrase("registry-untold"))
        if wanted != "latest":
            fact("version_wanted", wanted)
        return
    fact("registry", address)
    status, headers, body = ask(f"{address}/openclaw", accept="application/vnd.npm.install-v1+json, application/json;q=0.8")
    clock(headers)
    if status != 200:
        finding("blocks", "registry-unreachable", phrase("registry-unreachable", address=address, status=status or body))
        return
    try:
        document = json.loads(body)
        versions = document["versions"]
        if wanted == "latest":
            wanted = document["dist-tags"]["latest"]
    except (ValueError, KeyError, TypeError, RecursionError):
        finding("blocks", "registry-unreadable", phrase("registry-unreadable"))
        return
    fact("version_wanted", wanted)
    if wanted not in versions:
        finding("blocks", "version-unavailable", phrase("version-unavailable", wanted=wanted))
        return
    fact("version_available", "yes")
    engines = (versions[wanted] or {}).get("engines")
    needed = engines.get("node") if isinstance(engines, dict) else ""
    fact("node_needed", needed or "unknown")
    finding("fine", "version", phrase("version-and-node", version=wanted, needed=needed) if needed else phrase("version", version=wanted))
    if docker.version and numbers(wanted) > numbers(docker.version):
        finding("attention", "version-newer", phrase("version-newer", wanted=wanted, version=docker.version))


def numbers(version):
    return [int(part) for part in re.findall(r"[0-9]+", version)[:3]]


def installer():
    status, _, body = ask(param("installer_url"), limit=LARGEST_INSTALLER + 1)
    if status == 200:
        finding("fine", "installer", phrase("installer"))
        if len(body) > LARGEST_INSTALLER:
            return
        digest = hashlib.sha256(body).hexdigest()
        fact("installer_sum", digest)
        pinned = param("installer_sha256") if has_param("installer_sha256") else ""
        seen = param("installer_sha256_seen") if has_param("installer_sha256_seen") else ""
        if pinned and digest != pinned:
            finding("blocks", "installer-differs", phrase("installer-differs", digest=digest))
        elif not pinned and seen and digest != seen:
            warn("installer-changed", phrase("installer-changed", digest=digest))
    else:
        finding("blocks", "installer-unreachable", phrase("installer-unreachable", status=status or body))


def panel_sum(url):
    """Fetched whole only where there is something to hold it against."""
    pinned = param("panel_sha256") if has_param("panel_sha256") else ""
    seen = param("panel_sha256_seen") if has_param("panel_sha256_seen") else ""
    if not pinned and not seen:
        return
    status, _, body = ask(url, limit=LARGEST_PANEL + 1)
    if status != 200 or len(body) > LARGEST_PANEL:
        finding("attention", "panel-unmeasured", phrase("panel-unmeasured"))
        return
    digest = hashlib.sha256(body).hexdigest()
    fact("panel_sum", digest)
    if pinned and digest != pinned:
        finding("blocks", "panel-differs", phrase("panel-differs", digest=digest))
    elif not pinned and digest != seen:
        warn("panel-changed", phrase("panel-changed", digest=digest))


def plain_http():
    """Whoever sits on the way chooses what root runs; on this machine nobody sits there."""
    names = []
    for name in params():
        # Whatever of the values is an address: a new source cannot be forgotten here.
        address = param(name)
        if re.match("http://", address) and not re.match(r"localhost\Z|127\.[0-9.]+\Z|::1\Z", urllib.parse.urlsplit(address).hostname or ""):
            names.append(name)
    if names:
        warn("plain-http", phrase("plain-http", names=", ".join(names)))


def panel():
    url = f"{param('panel_source').rstrip('/')}/repos/{param('panel_repo')}/tarball/{param('panel_tag')}"
    status, _, body = ask(url, "HEAD")
    if status == 405:
        status, _, body = ask(url, limit=1)
    fact("panel_available", "yes" if status == 200 else "no")
    if status == 200:
        finding("fine", "panel-release", phrase("panel-release", tag=param("panel_tag")))
        panel_sum(url)
    elif status == 404:
        finding("blocks", "panel-tag-missing", phrase("panel-tag-missing", tag=param("panel_tag"), repository=param("panel_repo")))
    elif status in (403, 429):
        finding("attention", "panel-source-limited", phrase("panel-source-limited", status=status))
    else:
        finding("blocks", "panel-unreachable", phrase("panel-unreachable", status=status or body))


def scan(docker):
    say("-- what is downloaded later")
    plain_http()
    openclaw(docker)
    installer()
    panel()
