#!/usr/bin/env python3
"""A VM is judged by what it was before: start, acceptance and way back against what the scan saw.

    python3 tests/guest/test_before_after.py

What the VM answers is a table here; the rules are the shipped ones.
"""

import contextlib
import io
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time
import unittest
from unittest import mock

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
import acceptance  # noqa: E402
import baseline  # noqa: E402
import behaviour  # noqa: E402
import checks_data  # noqa: E402
import checks_http  # noqa: E402
import checks_panel  # noqa: E402
import checks_system  # noqa: E402
import docker_back  # noqa: E402
import outage_probe  # noqa: E402
import processes  # noqa: E402
import scan_behaviour  # noqa: E402
import scan_docker  # noqa: E402
import step_io  # noqa: E402
import wait_up  # noqa: E402
import web  # noqa: E402

LOGIN = ("user", "word")
NGINX = [["nginx", "nginx.service"]]
SEEN_PANEL = {"health": {"status": 200, "ok": True}, "settings": {"status": 200, "ok": True}, "dashboard": {"status": 200, "ok": True},
              "config": {"status": 200, "ok": True}, "service": {"status": 200, "ok": True}, "sessions": {"status": 200, "ok": True, "total": 3}}


class Vm(unittest.TestCase):
    """self.now: {(port, path, with login): status}; what is not in it is refused."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        os.mkdir(self.folder + "/state")
        self.logins, self.greets, self.bodies = [LOGIN], {28789: True, 18789: True}, {}
        self.holds = {28789: ("node", checks_system.GATEWAY), 28080: ("node", checks_system.PANEL),
                      18789: ("nginx", "nginx.service"), 18080: ("nginx", "nginx.service")}
        self.usual()
        self.enterContext(mock.patch.multiple(step_io, STATE=self.folder + "/state", JOB=self.folder, RUN=self.folder))
        self.enterContext(mock.patch.multiple(web, request=self.request, code=lambda port, **_: self.request(port).status))
        self.enterContext(mock.patch.object(checks_http.login_file, "read", lambda: self.logins))
        self.enterContext(mock.patch.object(checks_http, "greeting", self.greeting))
        self.enterContext(mock.patch.object(processes, "listeners", self.listeners))
        self.enterContext(mock.patch.object(processes, "is_root_s", lambda _: True))
        self.enterContext(mock.patch.multiple(behaviour, PATIENCE=0, PACE=0))
        self.enterContext(mock.patch.multiple(scan_behaviour, PATIENCE=0, PATIENCE_YOUNG=0))
        self.enterContext(contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())))

    def usual(self):
        """As in the field: direct ports answer, the front asks for the login."""
        self.now = {}
        for port, paths in ((28789, ("/", "/healthz", "/readyz")), (28080, ("/", "/api/health"))):
            for path in paths:
                self.answers(port, path, 200)
                self.front(port, path, 401, 200)

    def answers(self, port, path, status):
        self.now[port, path, False] = status

    def front(self, port, path, anonymous, login):
        self.now[behaviour.FRONT_OF[port], path, False] = anonymous
        self.now[behaviour.FRONT_OF[port], path, True] = login

    def request(self, port, path="/", method="GET", body=None, headers=None, timeout=0):
        status = self.now.get((port, path, bool(headers)), 0 if (port, "/", False) not in self.now else 404)
        return web.Answer(status, {}, json.dumps(self.bodies.get((port, path), {})).encode(), "refused")

    def greeting(self, port, path="/", pair=None):
        return {"status": 101 if self.greets.get(port) else 400, "greeted": bool(self.greets.get(port)), "path": path}

    def listeners(self, port):
        return [("127.0.0.1", 7, *self.holds[port])] if port in self.holds else []

    def scanned(self, **more):
        """As if the scan had looked now."""
        seen = {"ports": {str(port): {"http": {"/": {"anonymous": 0}}, "listeners": [list(self.holds[port])] if port in self.holds else []} for port in
                          (28789, 28080, 18789, 18080)},
                "websocket": {"direct": self.greeting(28789), "front": self.greeting(18789)}, "panel": SEEN_PANEL,
                "containers": {"openclaw-gateway": "running", "openclaw-panel": "running"}, "otherwise": {"gateway": False, "panel": False}}
        for (port, path, login), status in self.now.items():
            if not login or (self.logins and self.now.get((port, path, False)) == 401):
                seen["ports"][str(port)]["http"].setdefault(path, {})["login" if login else "anonymous"] = status
        step_io.keep(behaviour.KEPT, json.dumps({**seen, **more}))

    def rows(self, *parts):
        """{identifier: (weight, verdict)} of these checks, or of those of HTTP and listeners."""
        checks = acceptance.Checks({})
        for part in parts or (checks_http.direct, checks_http.health, checks_http.front_anonymous, checks_http.front_login,
                              checks_http.websocket, checks_system.listeners):
            part(checks)
        self.told = {row[0]: row for row in checks.rows}
        return {row[0]: row[1:3] for row in checks.rows}

    def critical(self, rows):
        return sorted(name for name, row in rows.items() if row[0] == "critical" and row[1] in ("failed", "unknown"))


class Accepting(Vm):
    def test_what_is_as_before_passes_whatever_it_is(self):
        def no_page(port=28789):
            self.answers(port, "/", 404)
            self.front(port, "/", 401, 404)

        def own_path():
            no_page()
            self.answers(28789, "/chat/", 200)
            self.front(28789, "/chat/", 401, 200)

        def error():
            self.answers(28789, "/", 503)
            self.front(28789, "/", 401, 503)

        def open_front():
            for port in (28789, 28080):
                self.front(port, "/", 200, 200)
            self.logins = []

        def caddy():
            self.holds.update({18789: ("caddy", "caddy.service"), 18080: ("caddy", "caddy.service")})

        def one_front():
            del self.holds[18080]
            self.now = {key: status for key, status in self.now.items() if key[0] != 18080}

        def no_front():
            one_front()
            del self.holds[18789]
            self.greets[18789] = False
            self.now = {key: status for key, status in self.now.items() if key[0] != 18789}

        def own_login():
            self.answers(28080, "/", 302)
            self.front(28080, "/", 302, 302)

        def nobody_knows_the_login():
            self.logins = []

        for kind in (lambda: None, no_page, own_path, error, open_front, caddy, one_front, no_front, own_login, nobody_knows_the_login):
            with self.subTest(getattr(kind, "__name__")):
                self.setUp()
                kind()
                self.scanned()
                rows = self.rows()
                self.assertEqual(self.critical(rows), [])
                self.assertNotIn("failed", {verdict for _, verdict in rows.values()})

    def test_what_worked_before_and_does_not_now_is_critical(self):
        for change, named in (
                (lambda: self.answers(28789, "/", 404), ["http-gateway-direct"]),
                (lambda: self.answers(28080, "/", 502), ["http-panel-direct"]),
                (lambda: self.now.pop((28789, "/", False)), ["http-gateway-direct"]),
                (lambda: self.front(28789, "/", 401, 502), ["http-gateway-front-login"]),
                (lambda: self.front(28080, "/", 200, 200), ["http-panel-front-anonymous"]),
                (lambda: self.greets.pop(18789), ["websocket-front"]),
                (lambda: self.greets.pop(28789), ["websocket-direct"]),
                (lambda: self.holds.pop(18080), ["listeners-18080"]),
                (lambda: self.holds.update({18789: ("python3", "other.service")}), ["listeners-18789"]),
                (lambda: self.holds.update({28789: ("docker-proxy", "docker.service")}), ["listeners-28789"])):
            with self.subTest(named):
                self.setUp()
                self.scanned()
                self.assertEqual(self.critical(self.rows()), [])
                change()
                rows = self.rows()
                self.assertEqual(self.critical(rows), named)
                self.assertTrue(self.told[named[0]][5], "what was before is not told")

    def test_what_was_broken_before_is_information(self):
        self.front(28789, "/", 401, 502)
        self.greets[18789] = False
        del self.holds[18080]
        self.now = {key: status for key, status in self.now.items() if key[0] != 18080}
        self.scanned()
        self.front(28789, "/", 401, 504)
        rows = self.rows()
        self.assertEqual(self.critical(rows), [])
        self.assertEqual(rows["http-gateway-front-login"], ("info", "warning"))
        self.assertEqual(rows["websocket-front"], ("info", "warning"))

    def test_another_version_may_answer_otherwise_but_not_be_dead(self):
        self.scanned(otherwise={"gateway": True, "panel": False})
        for status in (404, 503):
            self.answers(28789, "/", status)
            self.assertEqual(self.rows(checks_http.direct)["http-gateway-direct"], ("info", "warning"))
        self.answers(28789, "/", 0)
        self.assertEqual(self.rows(checks_http.direct)["http-gateway-direct"], ("critical", "failed"))
        self.answers(28080, "/", 404)
        self.assertEqual(self.rows(checks_http.direct)["http-panel-direct"], ("critical", "failed"))

    def test_a_panel_that_asked_who_comes_and_does_not_any_more_is_told_and_bad_only_where_everybody_can_come(self):
        self.answers(28080, "/", 401)
        self.front(28080, "/", 401, 401)
        self.scanned()
        self.answers(28080, "/", 200)
        self.front(28080, "/", 401, 200)
        rows = self.rows()
        self.assertEqual(self.critical(rows), [])
        self.assertEqual(rows["http-panel-direct"], ("info", "warning"))
        self.front(28080, "/", 200, 200)
        self.assertEqual(self.critical(self.rows()), ["http-panel-front-anonymous"])

    def test_containers_that_were_down_leave_any_answer_to_be_good(self):
        self.now = {key: status for key, status in self.now.items() if key[0] not in behaviour.NAMES}
        for port in behaviour.NAMES:
            self.answers(port, "/", 0)
            self.front(port, "/", 401, 502)
        self.greets = {}
        self.scanned()
        for status in (200, 404, 401):
            self.answers(28789, "/", status)
            self.answers(28080, "/", status)
            self.assertEqual(self.critical(self.rows()), [])
        self.answers(28789, "/", 0)
        self.assertEqual(self.critical(self.rows()), ["http-gateway-direct"])

    def test_a_run_whose_scan_looked_at_nothing_goes_by_the_procedure(self):
        self.assertEqual(self.critical(self.rows()), [])
        self.front(28789, "/", 200, 502)
        self.holds[18080] = ("caddy", "caddy.service")
        self.logins = []
        self.assertEqual(self.critical(self.rows()), ["http-gateway-front-anonymous", "http-gateway-front-login", "http-panel-front-login",
                                                      "listeners-18080", "websocket-front"])


class Panel(Vm):
    def setUp(self):
        super().setUp()
        for _, path in checks_panel.INTERFACE:
            self.answers(28080, path, 200)
            self.bodies[28080, path] = {"ok": True}
        self.answers(28080, "/api/chat/sessions", 200)
        self.list(3)

    def list(self, total):
        self.bodies[28080, "/api/chat/sessions"] = {"ok": True, "result": {"total": total, "sessions": []}}

    def test_one_with_a_login_of_its_own_is_what_it_was(self):
        panel = {name: {"status": 401, "ok": False} for name in (*SEEN_PANEL, "update-panel")}
        for path in ("/api/update/check?target=panel", "/api/openclaw-config/raw", "/api/service/status"):
            self.answers(28080, path, 401)
        for key in list(self.now):
            if key[0] == 28080:
                self.now[key] = 401
        self.scanned(panel=panel)
        rows = self.rows(checks_panel.answers, checks_panel.service_status, checks_panel.sessions, checks_panel.save,
                         lambda checks: checks_panel.update(checks, "panel", "v1"))
        self.assertEqual(self.critical(rows), [])
        self.assertEqual(len(rows), 7)

    def test_a_tag_that_it_told_before_is_the_wanted_one_afterwards(self):
        self.scanned(panel={**SEEN_PANEL, "update-panel": {"status": 200, "ok": True, "tag": "v0"}})
        path = "/api/update/check?target=panel"
        self.answers(28080, path, 200)
        for tag, verdict in (("v1", "passed"), ("v0", "failed")):
            self.bodies[28080, path] = {"ok": True, "result": {"ok": True, "currentTag": tag}}
            rows = self.rows(lambda checks: checks_panel.update(checks, "panel", "v1"))
            self.assertEqual(rows["update-panel"], ("critical", verdict))
            self.assertEqual(step_io.in_english(self.told["update-panel"][5]), "HTTP 200, currentTag v0")

    def test_what_it_gave_before_it_has_to_give(self):
        self.scanned()
        self.assertEqual(self.critical(self.rows(checks_panel.answers)), [])
        self.bodies[28080, "/api/settings"] = {"ok": False}
        self.assertEqual(self.critical(self.rows(checks_panel.answers)), ["panel-api-settings"])

    def test_sessions_may_become_fewer_and_not_none(self):
        self.scanned()
        for total, row in ((3, ("info", "passed")), (4, ("info", "passed")), (2, ("info", "warning")), (0, ("critical", "failed"))):
            self.list(total)
            self.assertEqual(self.rows(checks_panel.sessions)["panel-sessions"], row)
        self.answers(28080, "/api/chat/sessions", 500)
        self.bodies.clear()
        self.assertEqual(self.rows(checks_panel.sessions)["panel-sessions"], ("critical", "failed"))

    def test_the_scan_reads_the_real_panel_s_shape_and_keeps_no_content(self):
        for target in ("bot", "panel"):
            path = f"/api/update/check?target={target}"
            self.answers(28080, path, 200)
            self.bodies[28080, path] = {"ok": True, "result": {"ok": True, "currentTag": f"tag-{target}", "warning": ""}}
        self.bodies[28080, "/api/openclaw-config/raw"] = {"ok": True, "rawText": "S3CRET"}
        seen = checks_panel.seen()
        self.assertEqual((seen["update-panel"]["tag"], seen["update-bot"]["tag"], seen["sessions"]["total"]), ("tag-panel", "tag-bot", 3))
        self.assertNotIn("S3CRET", json.dumps(seen))


class BeingUp(Vm):
    """Start, way back and probe: the unit's process (or the container's port) answers as before."""

    def up(self, name, *looks, **more):
        """[(moment, status)] → what each look says"""
        one = behaviour.Up(behaviour.load(), name, **more)
        return [one.look(status, moment) for moment, status in looks]

    def test_as_before_is_up_at_once(self):
        for status in (200, 404, 401, 302):
            self.answers(28789, "/", status)
            self.scanned()
            self.assertEqual(self.up("gateway", (0, 0), (1, status)), [False, True])
        self.assertEqual(self.up("gateway", (0, 301)), [True], "redirects are alike")

    def test_another_answer_is_up_when_it_stays(self):
        self.scanned()
        last = behaviour.SETTLED
        self.assertEqual(self.up("gateway", (0, 404), (last - 1, 404), (last, 404)), [False, False, True])
        self.assertEqual(self.up("gateway", (0, 404), (9, 0), (10, 404), (last + 1, 404)), [False] * 4)
        self.assertEqual(self.up("gateway", (0, 503), (last, 503), (behaviour.SETTLED_ERROR, 503)), [False, False, True])
        self.assertEqual(self.up("gateway", (0, 404), settled=0), [True])

    def test_where_it_is_not_known_any_answer_counts(self):
        self.assertEqual(self.up("gateway", (0, 0), (1, 503)), [False, True])
        self.scanned(otherwise={"gateway": True})
        self.assertEqual(self.up("gateway", (0, 404)), [True])
        self.answers(28080, "/", 0)
        self.scanned()
        self.assertEqual(self.up("panel", (0, 404)), [True])

    def test_whoever_else_holds_the_port_is_not_the_unit(self):
        self.answers(28789, "/", 404)
        self.scanned()
        states = {unit: {"ActiveState": "active", "MainPID": "7", "NRestarts": "0"} for unit in (checks_system.GATEWAY, checks_system.PANEL)}
        with mock.patch.object(processes, "unit_states", lambda *_: states):
            watch = wait_up.Watch(["gateway", "panel"])
            self.assertIsNone(watch.wait(0))
            self.holds[28789] = ("docker-proxy", "docker.service")
            trouble = wait_up.Watch(["gateway"]).wait(0)
        self.assertEqual(trouble[0], "gateway")
        self.assertIn("HTTP 404, as before", step_io.in_english(trouble[1]))

    def test_the_probe_counts_what_was_answered_before(self):
        self.answers(28789, "/", 404)
        self.scanned()
        path = self.folder + "/state/outage.json"
        phases = iter([*[{}] * 2, *[{28789: 0, 28080: 0}] * 2, *[{28080: 0}] * 2, *[{}] * 50])
        asked = []

        def code(port, **_):
            asked.append(port)
            if port == 28789:
                self.phase = next(phases)
            return self.phase.get(port, self.now[port, "/", False])

        clock = iter(range(0, 10 ** 6))
        with mock.patch.multiple(outage_probe, web=mock.Mock(code=code), STEADY=5, PACE=0, now_ms=lambda: next(clock)), \
                mock.patch.object(outage_probe, "time", mock.Mock(monotonic=lambda: next(clock), sleep=lambda _: None)):
            outage_probe.probe(path)
        seen = json.loads(pathlib.Path(path).read_text())
        self.assertEqual({name: sorted(state) for name, state in seen.items()}, dict.fromkeys(("gateway", "panel"), ["from_ms", "to_ms"]))
        self.assertLess(seen["gateway"]["to_ms"], seen["panel"]["to_ms"])


class WayBack(Vm):
    def setUp(self):
        super().setUp()
        self.containers = {name: "running" for name in checks_system.CONTAINERS}
        self.enterContext(mock.patch.object(checks_system, "inspect", lambda name: {"State": {"Status": self.containers[name]}}))
        self.enterContext(mock.patch.object(processes, "unit_states", lambda *_: {
            unit: {"ActiveState": "inactive", "UnitFileState": "disabled"} for unit in (checks_system.GATEWAY, checks_system.PANEL)}))
        self.enterContext(mock.patch.object(baseline, "check", lambda *_: None))
        self.enterContext(mock.patch.object(docker_back, "PACE", 0))
        self.enterContext(mock.patch.object(sys, "argv", ["docker_back.py", "0.05"]))

    def back(self):
        """{identifier: (weight, verdict)} and whether the step failed."""
        rows, failed = {}, False
        with mock.patch.object(step_io, "check", lambda name, *row: rows.__setitem__(name, row[:2])):
            try:
                docker_back.main()
            except SystemExit:
                failed = True
        return rows, failed

    def test_as_before_is_back_whatever_it_is(self):
        self.answers(28789, "/", 404)
        self.front(28789, "/", 401, 404)
        self.answers(28080, "/", 401)
        self.front(28080, "/", 401, 401)
        self.scanned(otherwise={"gateway": True, "panel": True})
        rows, failed = self.back()
        self.assertEqual((failed, [row for row in rows.values() if row[1] not in ("passed", "unknown")]), (False, []))

    def test_what_answered_must_answer_again_also_where_another_version_was_wanted(self):
        self.scanned(otherwise={"gateway": True, "panel": True})
        self.assertFalse(self.back()[1])
        for change in (lambda: self.answers(28789, "/", 0), lambda: self.answers(28080, "/", 502), lambda: self.front(28789, "/", 401, 502),
                       lambda: self.answers(28789, "/", 404), lambda: self.containers.update({"openclaw-panel": "exited"})):
            self.setUp()
            self.scanned(otherwise={"gateway": True, "panel": True})
            change()
            self.assertTrue(self.back()[1])

    def test_what_was_broken_before_does_not_fail_the_way_back(self):
        self.answers(28080, "/", 0)
        self.front(28080, "/", 401, 502)
        self.scanned(containers={"openclaw-gateway": "running", "openclaw-panel": "exited"})
        self.containers["openclaw-panel"] = "exited"
        rows, failed = self.back()
        self.assertFalse(failed)
        self.assertEqual(rows["http-panel-docker"], ("info", "warning"))
        self.assertEqual(rows["docker-openclaw-panel"], ("info", "passed"))

    def test_a_front_that_an_older_scan_did_not_see_answer_fails_nothing(self):
        for answers in ({18789: 502, 18080: 0}, {18789: 200}):
            self.setUp()
            for port, status in answers.items():
                self.now[port, "/", False] = status
            rows, failed = self.back()
            self.assertFalse(failed)
            self.assertEqual({weight for name, (weight, _) in rows.items() if "-front-" in name}, {"info"})
        step_io.keep(docker_back.ANSWERED, "http-gateway-front-anonymous")
        self.assertTrue(self.back()[1])

    def test_without_a_baseline_docker_s_own_ports_stay_what_counts(self):
        self.assertFalse(self.back()[1])
        self.answers(28789, "/", 0)
        self.assertTrue(self.back()[1])


class Scanning(Vm):
    def setUp(self):
        super().setUp()
        self.docker = scan_docker.Docker()
        self.docker.version = "2026.2.19"
        self.docker.containers = {name: {"Id": name, "Name": "/" + name, "State": {"Running": True, "Status": "running"}, "Config": {"Image": "x/y:v1"}, "HostConfig": {}}
                                  for name in checks_system.CONTAINERS}
        self.findings, self.others = [], []
        self.enterContext(mock.patch.object(scan_behaviour.containers, "everything", lambda: self.others))
        self.enterContext(mock.patch.object(scan_behaviour, "finding", lambda level, code, text: self.findings.append((level, code))))
        self.enterContext(mock.patch.object(checks_panel, "seen", lambda: {**SEEN_PANEL, "update-panel": {"status": 200, "ok": True, "tag": "v1"}}))
        self.enterContext(mock.patch.object(scan_behaviour.gateway_token, "config_of", lambda _: self.config))
        self.enterContext(mock.patch.object(scan_behaviour.job_store, "CUTOVER", self.folder + "/cutover"))
        self.config = {}
        self.wanted("same", "v1")

    def answered(self):
        """Every line of the fact, which each scan has to report."""
        lines = pathlib.Path(self.folder, "facts").read_text().splitlines()
        return [line.removeprefix("answered=") for line in lines if line.startswith("answered=")]

    def wanted(self, version, tag):
        os.makedirs(self.folder + "/params", exist_ok=True)
        for name, value in (("openclaw_version", version), ("panel_tag", tag)):
            pathlib.Path(self.folder, "params", name).write_text(value)

    def test_what_it_keeps_is_what_the_checks_compare_with(self):
        self.config = {"gateway": {"auth": {"token": "S3CRET"}, "controlUi": {"basePath": "chat"}}}
        self.answers(28789, "/chat/", 200)
        self.front(28789, "/chat/", 401, 200)
        scan_behaviour.scan(self.docker)
        before = behaviour.load()
        self.assertEqual((before.status(28789), before.status(18789, "/chat/", "login"), before.otherwise("gateway")), (200, 200, False))
        self.assertEqual(self.critical(self.rows()), [])
        self.assertEqual(self.findings, [])
        path = pathlib.Path(step_io.STATE, behaviour.KEPT)
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        for secret in ("S3CRET", LOGIN[1]):
            self.assertNotIn(secret, path.read_text() + pathlib.Path(self.folder, "facts").read_text())

    def test_one_that_was_only_just_started_is_waited_for_and_one_that_is_down_is_not(self):
        state = self.docker.containers["openclaw-gateway"]["State"]
        with mock.patch.multiple(scan_behaviour, PATIENCE=10, PATIENCE_YOUNG=240):
            for started, least, most in ((time.time() - 20, 200, 221), (time.time() - 9000, 10, 10), (time.time() + 9000, 240, 240)):
                state["StartedAt"] = time.strftime("%Y-%m-%dT%H:%M:%S.123456789Z", time.gmtime(started))
                self.assertTrue(least <= scan_behaviour.patience_with(self.docker, "openclaw-gateway") <= most)
            state["Running"] = False
            self.assertEqual(scan_behaviour.patience_with(self.docker, "openclaw-gateway"), 0)

    def test_an_odd_answer_does_not_end_the_scan(self):
        with mock.patch.object(checks_panel, "seen", mock.Mock(side_effect=RuntimeError("odd"))), contextlib.redirect_stderr(io.StringIO()):
            scan_behaviour.scan(self.docker)
        self.assertEqual((self.findings, behaviour.load().known), ([("attention", "answers-unread")], False))
        self.assertEqual(self.answered(), ["not asked"])

    def test_another_version_is_told_before_the_stop(self):
        self.wanted("2026.9.6", "v2")
        scan_behaviour.scan(self.docker)
        self.assertEqual(self.findings, [("attention", "answers-may-differ"), ("fine", "panel-changes")])
        self.assertTrue(behaviour.load().otherwise("gateway"))
        self.assertTrue(behaviour.load().otherwise("panel"))

    def test_a_front_of_a_container_blocks(self):
        front = {"Id": "front", "Name": "/proxy", "HostConfig": {"PortBindings": {"18789/tcp": [{"HostIp": "0.0.0.0", "HostPort": "18789"}]}}}
        for host, wanted in ((front["HostConfig"], [("blocks", "front-in-docker")]), ({"NetworkMode": "host"}, [])):
            self.others, self.findings[:] = [{**front, "HostConfig": host}], []
            scan_behaviour.scan(self.docker)
            self.assertEqual(self.findings, wanted)
        self.others, self.findings[:] = [], []
        self.docker.containers["openclaw-gateway"] = {**self.docker.containers["openclaw-gateway"], **front}
        scan_behaviour.scan(self.docker)
        self.assertEqual(self.findings, [("blocks", "front-in-docker")])

    def test_after_the_stop_the_first_answers_stay(self):
        scan_behaviour.scan(self.docker)
        self.docker.containers["openclaw-gateway"]["State"]["Running"] = False
        self.answers(28789, "/", 0)
        scan_behaviour.scan(self.docker)
        self.assertEqual(behaviour.load().status(28789), 200)
        self.docker.containers["openclaw-gateway"]["State"]["Running"] = True
        pathlib.Path(self.folder, "cutover").touch()
        scan_behaviour.scan(self.docker)
        self.assertEqual(behaviour.load().status(28789), 200)
        # Each scan tells them, what the record and the desk's own check go by.
        self.assertEqual([self.answered().count(line) for line in ("28789 GET / HTTP 200", "18789 GET / HTTP 401, HTTP 200 with the login")], [3, 3])

    def test_after_another_run_s_cutover_there_is_nothing_to_tell(self):
        pathlib.Path(self.folder, "cutover").touch()
        scan_behaviour.scan(self.docker)
        self.assertEqual((self.answered(), behaviour.load().known), (["not asked"], False))


class Counting(unittest.TestCase):
    def test_lock_files_are_named_and_left_out(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        for root, names in (("old", ("a.jsonl", "b.jsonl", "sessions.json", "c.jsonl", "a.jsonl.lock", "sessions.json.lock")),
                            ("new", ("a.jsonl", "b.jsonl", "sessions.json", "c.jsonl", "b.jsonl.lock"))):
            os.makedirs(f"{folder}/{root}/agents/main/sessions")
            for name in names:
                pathlib.Path(folder, root, "agents/main/sessions", name).write_text("1" if name.endswith(".lock") else "text")
        with mock.patch.multiple(checks_data, SOURCE=folder + "/old", TARGET=folder + "/new"):
            checks = acceptance.Checks({}, behaviour.Behaviour())
            checks_data.counts(checks)
            row = checks.rows[0]
            self.assertEqual(tuple(map(step_io.in_english, row[2:])), ("passed", "4, unless users changed it since", "4, and 1 lock files of the running gateway",
                                       "6 session files in Docker, 2 of them lock files that are left out"))
            for name in ("a.jsonl", "b.jsonl", "c.jsonl"):
                os.unlink(f"{folder}/new/agents/main/sessions/{name}")
            checks_data.counts(checks)
            self.assertEqual(checks.rows[2][2], "warning")


class Rows(unittest.TestCase):
    def test_before_is_a_sixth_field_and_only_there_when_there_is_one(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(step_io, "JOB", folder), \
                contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
            step_io.check("a", "critical", "passed", "x|y", "one\n+ two")
            step_io.check("b", "info", "passed", "x", "y", "z")
            self.assertEqual(pathlib.Path(folder, "facts").read_text(),
                             "check=a|critical|passed|x%7Cy|one%0A+ two\ncheck=b|info|passed|x|y|z\n")


if __name__ == "__main__":
    unittest.main()
