#!/usr/bin/env python3
"""What the lab's outside world and its judge promise to the tests that lean on them.

Needs python3 and openssl, neither root nor a running lab: python3 tests/lab/test_content.py
"""

import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

CONTENT = pathlib.Path(__file__).resolve().parent / "content"
PANEL = "Bianshumeng/openclaw-panel-public"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Services(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=lab",
                        "-keyout", root / "key", "-out", root / "cert", "-days", "2",
                        "-addext", "subjectAltName=IP:127.0.0.1"],
                       check=True, capture_output=True)
        cls._make_artifacts(root / "artifacts")
        ports = [free_port() for _ in range(3)]
        cls.https, cls.http, cls.model = (
            f"{scheme}://127.0.0.1:{port}" for scheme, port in zip(("https", "http", "http"), ports))
        cls.context = ssl.create_default_context(cafile=root / "cert")
        cls.process = subprocess.Popen([
            sys.executable, CONTENT / "services", "--listen", "127.0.0.1", "--cert", root / "cert",
            "--key", root / "key", "--artifacts", root / "artifacts", "--log", root / "log",
            "--https-port", str(ports[0]), "--http-port", str(ports[1]),
            "--model-port", str(ports[2])])
        for _ in range(100):
            if (root / "log").exists() and "listening" in (root / "log").read_text():
                return
            time.sleep(0.1)
        raise AssertionError("the services do not start")

    @classmethod
    def _make_artifacts(cls, folder):
        (folder / "panel").mkdir(parents=True)
        (folder / "panel/v1.tar.gz").write_bytes(b"release one")
        (folder / "openclaw-1.0.tar").write_bytes(b"a tree")
        document = {"name": "openclaw", "dist-tags": {"latest": "1.0"},
                    "versions": {"1.0": {"version": "1.0", "engines": {"node": ">=22"}}}}
        (folder / "index.json").write_text(json.dumps(
            {"openclaw_document": document, "releases": {PANEL: ["v0", "v1"]}}))
        (folder / "npm-registry").write_text("https://registry.example/\n")
        (folder / "npm").mkdir()
        (folder / "npm/scope-part-1.2.0.tgz").write_bytes(b"a package")
        (folder / "npm/@scope+part.json").write_text(json.dumps({
            "name": "@scope/part", "dist-tags": {"latest": "1.2.0"}, "versions": {"1.2.0": {
                "version": "1.2.0", "dist": {"tarball": "@BASE@/@scope/part/-/scope-part-1.2.0.tgz"}}}}))

    @classmethod
    def tearDownClass(cls):
        cls.process.kill()
        cls.process.wait()
        cls.folder.cleanup()

    def get(self, path, base=None, follow=True, host=None):
        handlers = [urllib.request.HTTPSHandler(context=self.context)]
        if not follow:
            handlers.append(NoRedirect())
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), *handlers)
        try:
            ask = urllib.request.Request((base or self.https) + path, headers={"Host": host} if host else {})
            with opener.open(ask, timeout=10) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def complete(self, request):
        body = json.dumps(request).encode()
        headers = {"Authorization": "Bearer k", "Content-Type": "application/json"}
        ask = urllib.request.Request(self.model + "/v1/chat/completions", body, headers)
        with urllib.request.urlopen(ask, timeout=10) as answer:
            return answer.read().decode()

    def test_a_tarball_is_behind_a_redirect(self):
        path = f"/repos/{PANEL}/tarball/v1"
        self.assertEqual(self.get(path, follow=False)[0], 302)
        self.assertEqual(self.get(path), (200, b"release one"))

    def test_an_unknown_release_is_not_found(self):
        self.assertEqual(self.get(f"/repos/{PANEL}/tarball/v9")[0], 404)
        self.assertEqual(self.get("/repos/some/other/tarball/v1")[0], 404)

    def test_releases_come_newest_first(self):
        status, body = self.get(f"/repos/{PANEL}/releases")
        self.assertEqual((status, [r["tag_name"] for r in json.loads(body)]), (200, ["v1", "v0"]))
        self.assertEqual(json.loads(self.get(f"/repos/{PANEL}/releases/latest")[1])["tag_name"], "v1")

    def test_the_registry_says_which_versions_can_be_had(self):
        self.assertEqual(json.loads(self.get("/npm/openclaw/latest")[1])["version"], "1.0")
        self.assertEqual(self.get("/npm/openclaw/1.0")[0], 200)
        self.assertEqual(self.get("/npm/openclaw/2.0")[0], 404)

    def test_each_default_name_has_its_own_site(self):
        for host, path in (("openclaw.ai", "/install.sh"), ("api.github.com", f"/repos/{PANEL}/releases/latest"),
                           ("codeload.github.com", f"/{PANEL}/legacy.tar.gz/v1"), ("registry.example", "/openclaw/latest")):
            self.assertEqual(self.get(path, host=host)[0], 200, host)
        for host, path in (("openclaw.ai", "/openclaw/latest"), ("api.github.com", "/install.sh"), ("registry.example", "/install.sh"),
                           ("registry.example", f"/repos/{PANEL}/releases/latest"), ("api.github.com", "/files/openclaw-1.0.tar")):
            self.assertEqual(self.get(path, host=host)[0], 404, host + path)

    def test_a_scoped_package_is_told_under_the_address_that_was_asked(self):
        for host, base, path in (("registry.example", "https://registry.example", ""), ("mirror.test", "https://mirror.test/npm", "/npm")):
            for name in ("@scope/part", "@scope%2fpart"):
                status, body = self.get(f"{path}/{name}", host=host)
                self.assertEqual(status, 200, name)
                tarball = json.loads(body)["versions"]["1.2.0"]["dist"]["tarball"]
                self.assertEqual(tarball, f"{base}/@scope/part/-/scope-part-1.2.0.tgz")
            self.assertEqual(self.get(tarball.removeprefix(base.removesuffix(path)), host=host), (200, b"a package"))

    def test_the_same_is_there_without_tls(self):
        self.assertEqual(self.get("/files/openclaw-1.0.tar", self.http), (200, b"a tree"))

    def test_no_path_leads_out_of_the_artifacts(self):
        for path in ("/files/../index.json", "/files/..%2f..%2fkey", "/files/%2fetc%2fpasswd",
                     "/npm/x/-/..%2findex.json", "/files/"):
            self.assertEqual(self.get(path)[0], 404, path)

    def test_the_model_echoes_the_last_line(self):
        messages = [{"role": "system", "content": "s"},
                    {"role": "user", "content": [{"type": "text", "text": "preamble\n\n你好 lab\n"}]}]
        whole = json.loads(self.complete({"model": "m", "messages": messages}))
        self.assertEqual(whole["choices"][0]["message"]["content"], "echo: 你好 lab")

    def test_the_model_streams(self):
        text = self.complete({"stream": True, "messages": [{"role": "user", "content": "hello"}]})
        events = [line[6:] for line in text.splitlines() if line.startswith("data: ")]
        self.assertEqual(events[-1], "[DONE]")
        parts = [c["delta"].get("content", "") for e in events[:-1] for c in json.loads(e)["choices"]]
        self.assertEqual("".join(parts), "echo: hello")


class JudgeManifest(unittest.TestCase):
    def judge(self, folder):
        done = subprocess.run([sys.executable, CONTENT / "judge-manifest", folder],
                              check=True, capture_output=True, text=True)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return {line.get("path") or line["path_b64"]: line for line in lines}

    def test_every_kind_of_entry_is_told(self):
        with tempfile.TemporaryDirectory() as name:
            root = pathlib.Path(name)
            (root / "new\nline 🦞").write_text("x")
            os.link(root / "new\nline 🦞", root / "second")
            (root / "link").symlink_to("/nowhere")
            os.mkfifo(root / "pipe")
            (root / "folder").mkdir()
            with open(os.fsencode(root) + b"/\xe9", "wb") as file:
                file.write(b"y")
            found = self.judge(name)
        self.assertEqual(len(found), 7)
        self.assertEqual(found["second"]["links"], ["new\nline 🦞", "second"])
        self.assertEqual(found["link"]["link"], "/nowhere")
        self.assertEqual(found["pipe"]["type"], "fifo")
        self.assertEqual(found["6Q=="]["size"], 1)
        self.assertEqual(found["."]["type"], "dir")

    def test_a_change_of_content_mode_or_time_shows(self):
        with tempfile.TemporaryDirectory() as name:
            file = pathlib.Path(name) / "f"
            file.write_text("a")
            os.utime(file, ns=(1, 1))
            before = self.judge(name)["f"]
            file.write_text("b")
            os.utime(file, ns=(1, 1))
            self.assertNotEqual(before["sha256"], self.judge(name)["f"]["sha256"])
            file.chmod(0o4711)
            self.assertEqual(self.judge(name)["f"]["mode"], "4711")
            os.utime(file, ns=(2, 2))
            self.assertEqual(self.judge(name)["f"]["mtime"], 2)


if __name__ == "__main__":
    unittest.main()
