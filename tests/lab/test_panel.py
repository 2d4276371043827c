#!/usr/bin/env python3
"""The lab's panel answers as the real one was recorded: each call of content/panel/recorded/api.jsonl.

Needs node, neither root nor a running lab: python3 tests/lab/test_panel.py
"""

import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

PANEL = pathlib.Path(__file__).resolve().parent / "content" / "panel"
RECORDED = [json.loads(line) for line in (PANEL / "recorded/api.jsonl").read_text(encoding="utf-8").splitlines()]
TOOLS = {
    "systemctl": '#!/bin/sh\ncase $1 in is-active) echo active ;; *) echo "● openclaw-gateway.service" ;; esac\n',
    "journalctl": "#!/bin/sh\necho 2026-11-30T01:41:11+00:00 vm openclaw: a line\n",
    "openclaw": "#!/bin/sh\necho 2026.2.19\n",
}
# What a person's machine says goes in here: the recording has another machine's.
OF_THIS_MACHINE = {"timestamp", "generatedAt", "lines", "output", "message", "rawText", "mtimeMs", "size", "path", "filePath", "sessions",
                   "total", "updatedAt", "panelLocalUrl", "github_token", "config_path"}


def kind(value):
    return "number" if isinstance(value, (int, float)) and not isinstance(value, bool) else type(value).__name__


def differences(recorded, answered, place=""):
    """Where the answer has other keys or types, or another value that is not this machine's own."""
    if kind(recorded) != kind(answered):
        return [f"{place}: {kind(recorded)} recorded, {kind(answered)} answered"]
    if isinstance(recorded, dict):
        found = [f"{place}/{key}: only in the recording" for key in recorded.keys() - answered.keys()]
        found += [f"{place}/{key}: never recorded" for key in answered.keys() - recorded.keys()]
        for key in recorded.keys() & answered.keys():
            found += differences(recorded[key], answered[key], f"{place}/{key}")
        return found
    if isinstance(recorded, list):
        return differences(recorded[0], answered[0], f"{place}[]") if recorded and answered else []
    if recorded != answered and not any(part in OF_THIS_MACHINE for part in re.split(r"/|\[\]", place)):
        return [f"{place}: {recorded!r} recorded, {answered!r} answered"]
    return []


class Panel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        for name, text in TOOLS.items():
            (root / name).write_text(text)
            (root / name).chmod(0o755)
        subprocess.run(["cp", "-R", PANEL, root / "panel"], check=True)
        (root / "panel/.panel-release.json").write_text('{"tag": "v2026.02.20-r4"}')
        sessions = root / "state/agents/main/sessions"
        sessions.mkdir(parents=True)
        (sessions / "sessions.json").write_text(json.dumps({"agent:main:main": {
            "sessionId": "04b81a54", "updatedAt": 1796001775111, "modelProvider": "lab", "model": "lab-echo", "contextTokens": 128000,
            "totalTokens": 11545, "abortedLastRun": False}}))
        (root / "state/openclaw.json").write_text('{"gateway": {}}\n')
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            cls.port = probe.getsockname()[1]
        config = next(call["body"]["panelConfig"] for call in RECORDED if call["path"] == "/api/settings")
        config["openclaw"]["config_path"] = str(root / "state/openclaw.json")
        (root / "config.json").write_text(json.dumps(config))
        cls.process = subprocess.Popen(
            ["node", root / "panel/src/server.js"], stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PATH": f"{root}:{os.environ['PATH']}", "PANEL_CONFIG_PATH": str(root / "config.json"),
                 "PANEL_LISTEN_HOST": "127.0.0.1", "PANEL_LISTEN_PORT": str(cls.port)})
        if "panel listens" not in cls.process.stdout.readline():
            raise AssertionError("the panel did not start")

    @classmethod
    def tearDownClass(cls):
        cls.process.kill()
        cls.process.wait()
        cls.process.stdout.close()
        cls.folder.cleanup()

    def call(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        ask = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, method=method, headers={"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(ask, timeout=20) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers["Content-Type"], error.read()

    def test_each_recorded_call_is_answered_alike(self):
        for recorded in RECORDED:
            with self.subTest(f"{recorded['method']} {recorded['path']}"):
                status, content_type, body = self.call(recorded["method"], recorded["path"], {} if recorded["method"] == "POST" else None)
                self.assertEqual((status, content_type), (recorded["status"], recorded["content_type"]))
                if isinstance(recorded["body"], dict):
                    self.assertEqual(differences(recorded["body"], json.loads(body)), [])

    def test_offline_the_panels_own_question_carries_the_warning(self):
        result = json.loads(self.call("GET", "/api/update/check?target=panel")[2])["result"]
        self.assertEqual((result["currentTag"], result["warning"]), ("v2026.02.20-r4", "fetch failed"))

    def test_a_save_that_comes_too_late_is_refused_and_changes_nothing(self):
        raw = json.loads(self.call("GET", "/api/openclaw-config/raw")[2])
        status, _, _ = self.call("PUT", "/api/openclaw-config/raw", {"rawText": "{}", "expectedMtimeMs": raw["mtimeMs"] - 1000})
        self.assertEqual(status, 409)
        self.assertEqual(json.loads(self.call("GET", "/api/openclaw-config/raw")[2])["rawText"], raw["rawText"])
        status, _, _ = self.call("PUT", "/api/openclaw-config/raw", {"rawText": raw["rawText"], "expectedMtimeMs": raw["mtimeMs"]})
        self.assertEqual(status, 200)

    def test_it_ends_at_once_when_it_is_told_to(self):
        began = time.monotonic()
        process = subprocess.Popen(["node", pathlib.Path(self.folder.name) / "panel/src/server.js"], stdout=subprocess.PIPE, text=True,
                                   env={**os.environ, "PANEL_CONFIG_PATH": str(pathlib.Path(self.folder.name) / "config.json"),
                                        "PANEL_LISTEN_HOST": "127.0.0.1", "PANEL_LISTEN_PORT": "0"})
        with process.stdout:
            self.assertIn("panel listens", process.stdout.readline())
            process.terminate()
            self.assertEqual(process.wait(60), -15, f"after {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    unittest.main()
