#!/usr/bin/env python3
"""The acceptance's questions to the panel, asked of what the real panel answered when it was recorded.

    python3 tests/guest/test_panel_checks.py        needs neither root nor a lab
"""

import copy
import json
import pathlib
import sys
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources/guest"))

import behaviour  # noqa: E402
import checks_panel  # noqa: E402
import step_io  # noqa: E402

RECORDED = ROOT / "tests/lab/content/panel/recorded/api.jsonl"


class Replay(BaseHTTPRequestHandler):
    answers = {}

    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        call = self.answers.get(f"{self.command} {self.path}", {"status": 404, "content_type": "application/json", "body": {"ok": False}})
        body = json.dumps(call["body"]).encode()
        self.send_response(call["status"])
        self.send_header("Content-Type", call["content_type"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = answer

    def log_message(self, *_):
        pass


class Checks:
    """What acceptance.Checks is to a check."""

    def __init__(self, **values):
        self.values, self.verdicts, self.before = values, {}, behaviour.Behaviour()

    def tell(self, identifier, weight, verdict, expected, found, *_):
        self.verdicts[identifier] = (weight, verdict, found)

    def critical(self, identifier, good, expected, found, *_):
        self.tell(identifier, "critical", "passed" if good else "failed", expected, found)


class PanelChecks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = HTTPServer(("127.0.0.1", 0), Replay)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.job = tempfile.TemporaryDirectory()
        step_io.JOB = cls.job.name
        checks_panel.PORT = cls.server.server_port

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        cls.job.cleanup()

    def setUp(self):
        calls = [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]
        Replay.answers = {f"{call['method']} {call['path']}": call for call in copy.deepcopy(calls)}

    def ask(self, check, **values):
        checks = Checks(openclaw_version="2026.2.19", panel_tag="v2026.02.20-r4", **values)
        check(checks)
        return checks.verdicts

    def test_the_real_panel_passes(self):
        self.assertEqual(self.ask(checks_panel.update_bot)["update-bot"][:2], ("critical", "passed"))
        self.assertEqual(self.ask(checks_panel.service_status)["panel-service-status"][:2], ("critical", "passed"))
        for identifier, verdict in self.ask(checks_panel.answers).items():
            self.assertEqual(verdict[:2], ("critical", "passed"), identifier)

    def test_the_warning_of_a_panel_without_the_release_lists_fails_nothing(self):
        weight, verdict, found = self.ask(checks_panel.update_panel)["update-panel"]
        self.assertEqual((weight, verdict), ("info", "warning"))
        self.assertIn("warning: fetch failed", step_io.in_english(found))

    def test_another_tag_than_the_wanted_one_fails(self):
        for target, check in (("bot", checks_panel.update_bot), ("panel", checks_panel.update_panel)):
            Replay.answers[f"GET /api/update/check?target={target}"]["body"]["result"]["currentTag"] = "v2000.1.1"
            self.assertEqual(self.ask(check)[f"update-{target}"][:2], ("critical", "failed"))

    def test_a_service_that_is_not_active_fails_whatever_the_text_says(self):
        result = Replay.answers["POST /api/service/status"]["body"]["result"]
        result["active"], result["output"] = False, "inactive\n○ openclaw-gateway.service\n     Active: inactive (dead)"
        self.assertEqual(self.ask(checks_panel.service_status)["panel-service-status"][:2], ("critical", "failed"))

    def test_a_panel_that_still_looks_at_docker_fails(self):
        Replay.answers["POST /api/service/status"]["body"]["result"]["runtimeMode"] = "docker"
        self.assertEqual(self.ask(checks_panel.service_status)["panel-service-status"][:2], ("critical", "failed"))


if __name__ == "__main__":
    unittest.main()
