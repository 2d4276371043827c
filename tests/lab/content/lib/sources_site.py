"""What guests fetch from outside, under the names that the program's default settings lead to.

Which site is asked is told by the request's Host:

openclaw.ai            GET /install.sh                          the installer
api.github.com         GET /repos/OWNER/REPO/releases[/latest]  releases, newest first
                       GET /repos/OWNER/REPO/releases/tags/TAG  one release
                       GET /repos/OWNER/REPO/tarball/TAG        a panel release, by a redirect as GitHub does it
codeload.github.com    GET /OWNER/REPO/legacy.tar.gz/TAG        where that redirect leads
the package client's   GET /NAME[/VERSION], /NAME/-/FILE.tgz    npm registry
own registry
sources.lab.test       a mirror of all: /install.sh, /repos/…, /npm/…, and GET /files/NAME, a tarball or a
                       version file for the lab's installer
"""

import json
import pathlib
import re
import shutil
from urllib.parse import unquote, urlsplit

from base_handler import BaseHandler

CONTENT = pathlib.Path(__file__).resolve().parent.parent
PLAIN_NAME = re.compile(r"@?[A-Za-z0-9][A-Za-z0-9._@+-]*\Z")


class SourcesHandler(BaseHandler):
    artifacts = None
    overlay = None  # a folder whose files go before those of the same name in artifacts
    registry = ""  # what the guests' package client calls its registry by itself
    server_version = "lab-sources"

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        parts = [unquote(p) for p in urlsplit(self.path).path.split("/") if p]
        # A scoped package is asked for as @scope/name or, in one part, as @scope%2fname.
        parts = [piece for part in parts for piece in (part.split("/") if part.startswith("@") else [part])]
        handler, rest = self._route(parts)
        if handler is None or not all(self._plain(p) for p in parts):
            self.send_json(404, {"message": "Not Found"})
        else:
            handler(rest)

    def _host(self):
        return (self.headers.get("Host") or "").rpartition(":")[0] or (self.headers.get("Host") or "")

    def _route(self, parts):
        """The handler of a request and what it gets of the path."""
        host, registry = self._host(), urlsplit(self.registry)
        if host == registry.hostname:
            prefix = [p for p in registry.path.split("/") if p]
            return (self._npm, parts[len(prefix):]) if parts[:len(prefix)] == prefix else (None, [])
        first, rest = parts[0] if parts else "", parts[1:]
        if host == "codeload.github.com":
            return self._codeload, parts
        routes = {
            "openclaw.ai": {"install.sh": self._installer},
            "api.github.com": {"repos": self._repos},
        }.get(host, {"install.sh": self._installer, "files": self._files, "repos": self._repos,
                     "codeload": self._codeload, "npm": self._npm})
        return routes.get(first), rest

    def _base(self):
        """The registry's address as this client knows it."""
        if self._host() == urlsplit(self.registry).hostname:
            return self.registry.rstrip("/")
        return f"https://{self.headers.get('Host')}/npm"

    @staticmethod
    def _plain(part):
        return part == "-" or PLAIN_NAME.match(part) is not None

    def _index(self):
        return json.loads((self.artifacts / "index.json").read_text())

    def _installer(self, rest):
        if rest:
            return self.send_json(404, {"message": "Not Found"})
        return self._send_file(CONTENT / "install.sh", "text/x-shellscript")

    def _files(self, rest):
        if len(rest) != 1:
            return self.send_json(404, {"message": "Not Found"})
        return self._send_file(self.artifacts / rest[0], "application/octet-stream")

    def _repos(self, rest):
        if len(rest) < 3:
            return self.send_json(404, {"message": "Not Found"})
        repo, what, which = "/".join(rest[:2]), rest[2], rest[3:]
        tags = self._index()["releases"].get(repo, [])
        if what == "tarball" and len(which) == 1 and which[0] in tags:
            if self._host() == "api.github.com":
                return self._redirect(f"https://codeload.github.com/{repo}/legacy.tar.gz/{which[0]}")
            return self._redirect(f"/codeload/{repo}/legacy.tar.gz/{which[0]}")
        if what == "releases" and tags:
            releases = [self._release(repo, tag) for tag in reversed(tags)]
            if not which:
                return self.send_json(200, releases)
            if which == ["latest"]:
                return self.send_json(200, releases[0])
            if len(which) == 2 and which[0] == "tags" and which[1] in tags:
                return self.send_json(200, self._release(repo, which[1]))
        return self.send_json(404, {"message": "Not Found"})

    def _codeload(self, rest):
        if len(rest) != 4 or rest[2] != "legacy.tar.gz" or \
                rest[3] not in self._index()["releases"].get("/".join(rest[:2]), []):
            return self.send_json(404, {"message": "Not Found"})
        name = f"panel/{rest[3]}.tar.gz"
        own = self.overlay / name if self.overlay else None
        return self._send_file(own if own and own.is_file() else self.artifacts / name, "application/x-gzip")

    def _redirect(self, location):
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _release(self, repo, tag):
        base = f"https://{self.headers.get('Host')}/repos/{repo}"
        return {"tag_name": tag, "name": tag, "draft": False, "prerelease": False,
                "url": f"{base}/releases/tags/{tag}", "tarball_url": f"{base}/tarball/{tag}"}

    def _npm(self, rest):
        if rest[:1] and rest[0].startswith("@"):
            rest = ["/".join(rest[:2]), *rest[2:]]
        name = rest[0] if rest else ""
        if rest[1:2] == ["-"] and len(rest) == 3:
            return self._send_file(self.artifacts / "npm" / rest[2], "application/octet-stream")
        if name == "openclaw":
            document = self._index()["openclaw_document"]
        else:
            path = self.artifacts / "npm" / (name.replace("/", "+") + ".json")
            text = path.read_text(encoding="utf-8") if name and path.is_file() else "null"
            document = json.loads(text.replace("@BASE@", self._base()))
        if document is None:
            return self.send_json(404, {"error": "Not found"})
        if len(rest) == 1:
            return self.send_json(200, document)
        version = document["dist-tags"].get(rest[1], rest[1])
        if len(rest) == 2 and version in document["versions"]:
            return self.send_json(200, document["versions"][version])
        return self.send_json(404, {"error": "version not found: " + rest[1]})

    def do_POST(self):
        # npm asks for advisories after an install; the lab has none to give.
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if "/-/npm/v1/security/" in urlsplit(self.path).path:
            return self.send_json(200, {})
        return self.send_json(404, {"message": "Not Found"})

    def _send_file(self, path, content_type):
        if not path.is_file():
            return self.send_json(404, {"message": "Not Found"})
        with path.open("rb") as source:
            self.send_response(200)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(path.stat().st_size))
            self.end_headers()
            if self.command != "HEAD":
                shutil.copyfileobj(source, self.wfile, 1 << 20)
        return None


def names(artifacts):
    """The names that a guest has to find here, besides the lab's own."""
    registry = (artifacts / "npm-registry").read_text(encoding="ascii").strip()
    return ["openclaw.ai", "api.github.com", "codeload.github.com", urlsplit(registry).hostname], registry


def handler_for(artifacts, log, overlay=None):
    return type("Handler", (SourcesHandler,), {"artifacts": artifacts, "overlay": overlay, "request_log": log, "registry": names(artifacts)[1]})
