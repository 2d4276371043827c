"""Download site: installer, OpenClaw and node, panel releases as GitHub has them, npm registry.

GET /install.sh                                   the installer
GET /files/NAME                                   a tarball or a version file
GET /repos/OWNER/REPO/releases[/latest]           releases, newest first
GET /repos/OWNER/REPO/releases/tags/TAG           one release
GET /repos/OWNER/REPO/tarball/TAG                 a panel release, by a redirect as GitHub does it
GET /npm/NAME[/VERSION], /npm/NAME/-/FILE.tgz     npm registry
"""

import json
import pathlib
import re
import shutil
from urllib.parse import unquote, urlsplit

from base_handler import BaseHandler

CONTENT = pathlib.Path(__file__).resolve().parent.parent
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]*\Z")


class SourcesHandler(BaseHandler):
    artifacts = None
    server_version = "lab-sources"

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        parts = [unquote(p) for p in urlsplit(self.path).path.split("/") if p]
        routes = {"install.sh": self._installer, "files": self._files, "repos": self._repos,
                  "codeload": self._codeload, "npm": self._npm}
        handler = routes.get(parts[0]) if parts else None
        if parts and (handler is None or not all(self._plain(p) for p in parts)):
            handler = None
        if handler is None:
            self.send_json(404, {"message": "Not Found"})
        else:
            handler(parts[1:])

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
            return self._redirect(f"/codeload/{repo}/{which[0]}")
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
        if len(rest) != 3 or rest[2] not in self._index()["releases"].get("/".join(rest[:2]), []):
            return self.send_json(404, {"message": "Not Found"})
        return self._send_file(self.artifacts / "panel" / f"{rest[2]}.tar.gz",
                               "application/x-gzip")

    def _redirect(self, location):
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _release(self, repo, tag):
        base = f"https://sources.lab.test/repos/{repo}"
        return {"tag_name": tag, "name": tag, "draft": False, "prerelease": False,
                "url": f"{base}/releases/tags/{tag}", "tarball_url": f"{base}/tarball/{tag}"}

    def _npm(self, rest):
        name = rest[0] if rest else ""
        if name == "openclaw":
            document = self._index()["openclaw_document"]
        elif rest[1:2] == ["-"] and len(rest) == 3:
            return self._send_file(self.artifacts / "npm" / rest[2], "application/octet-stream")
        else:
            path = self.artifacts / "npm" / f"{name}.json"
            document = json.loads(path.read_text()) if name and path.is_file() else None
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
        if urlsplit(self.path).path.startswith("/npm/-/npm/v1/security/"):
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


def handler_for(artifacts, log):
    return type("Handler", (SourcesHandler,), {"artifacts": artifacts, "request_log": log})
