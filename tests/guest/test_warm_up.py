#!/usr/bin/env python3
"""What the warm-up is told, which caches root takes over, and to whom the web login is sent.

    python3 tests/guest/test_warm_up.py      (needs root: it changes owners)
"""

import contextlib
import http.server
import io
import json
import os
import pathlib
import shutil
import signal
import socket
import sys
import tempfile
import threading
import unittest
from unittest import mock

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"))
import login_file  # noqa: E402
import processes  # noqa: E402
import scan_tools  # noqa: E402
import step_io  # noqa: E402
import warm_cache  # noqa: E402
import warm_config  # noqa: E402

USER = 1000
SYSTEM_ACCOUNT = 33
as_root = unittest.skipUnless(os.geteuid() == 0, "needs root: it changes owners")


class Told(unittest.TestCase):
    CONFIG = {
        "env": {"vars": {"NODE_OPTIONS": "--require /data/evil.js"}}, "hooks": {"command": "evil"}, "mcp": {"servers": {"x": {"command": "evil"}}},
        "plugins": {"enabled": True, "load": {"paths": ["/data/evil"]}, "allow": ["telegram", "mine"], "slots": {"memory": "mine", "other": "telegram"},
                    "entries": {"telegram": {"enabled": True, "config": {"scriptPath": "/data/evil.js", "level": 3}}, "mine": {"enabled": True}}},
        "channels": {"telegram": {"enabled": True, "botToken": "${TG}", "cliPath": "/data/evil", "proxy": "http://192.0.2.1"},
                     "mine": {"enabled": True}, "defaults": {"groupPolicy": "open"}},
    }

    def test_only_which_of_the_package_s_plugins_are_in_use(self):
        told = warm_config.reduced(self.CONFIG, {"telegram"})
        self.assertEqual(told, {
            "plugins": {"enabled": True, "allow": ["telegram"], "slots": {"other": "telegram"},
                        "entries": {"telegram": {"enabled": True, "config": {"level": 3}}}},
            "channels": {"telegram": {"enabled": True, "botToken": "warm-up", "proxy": "http://192.0.2.1"}, "defaults": {"groupPolicy": "open"}}})
        self.assertNotIn("evil", json.dumps(told))

    def test_odd_configurations_are_no_trouble(self):
        for config in ({}, {"plugins": []}, {"plugins": {"entries": [], "allow": {}, "slots": "x"}, "channels": []}, {"channels": {"telegram": True}}):
            self.assertNotIn("evil", json.dumps(warm_config.reduced(config, {"telegram"})))

    def test_names_that_load_code_are_not_taken_over(self):
        for name in ("LD_PRELOAD", "NODE_OPTIONS", "BASH_ENV", "PYTHONPATH", "GIT_SSH_COMMAND", "PATH", "NODE_EXTRA_KEY", "OPENCLAW_GATEWAY_TOKEN"):
            self.assertIsNone(warm_config.KEY_NAMES.match(name), name)
        self.assertTrue(warm_config.KEY_NAMES.match("TELEGRAM_BOT_TOKEN"))


@as_root
class Caches(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        step_io.JOB = step_io.RUN = step_io.STATE = self.folder
        silence = contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO()))
        silence.__enter__()
        self.addCleanup(silence.__exit__, None, None, None)
        self.tmp, self.warm = os.path.join(self.folder, "tmp"), os.path.join(self.folder, "warm")
        os.mkdir(self.tmp)
        os.chmod(self.tmp, 0o1777)
        patch = mock.patch.object(warm_cache, "TMP", self.tmp)
        patch.start()
        self.addCleanup(patch.stop)

    def write(self, name, data="x", owner=0, mode=0o600):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        pathlib.Path(path).write_text(data, encoding="ascii")
        os.chown(path, owner, owner)
        os.chmod(path, mode)
        return path

    def listed(self):
        return sorted(os.path.relpath(os.path.join(parent, name), self.tmp) for parent, _, files in os.walk(self.tmp) for name in files)

    def assert_root_s_and_empty(self, name):
        path = os.path.join(self.tmp, name)
        status = os.lstat(path)
        self.assertEqual((status.st_uid, status.st_mode & 0o7777, os.listdir(path)), (0, 0o700, []))

    def test_a_folder_that_another_made_is_never_used(self):
        self.write("tmp/jiti/dist-x.0123.cjs", "evil", USER)
        os.chown(self.tmp + "/jiti", USER, USER)
        warm_cache.secure()
        self.assert_root_s_and_empty("jiti")
        self.assertTrue(any(name.startswith("jiti.undock-not-root-s-") for name in os.listdir(self.tmp)))

    def test_nor_is_a_link_a_planted_file_or_what_others_may_write_in(self):
        elsewhere = os.path.join(self.folder, "elsewhere")
        os.mkdir(elsewhere)
        plants = (lambda: os.symlink(elsewhere, self.tmp + "/jiti"),
                  lambda: self.write("tmp/jiti/a.cjs", owner=USER),
                  lambda: self.write("tmp/jiti/a.cjs", mode=0o666),
                  lambda: (self.write("tmp/jiti/a.cjs"), os.chmod(self.tmp + "/jiti", 0o777)),
                  lambda: (self.write("tmp/jiti/sub/a.cjs"), os.chown(self.tmp + "/jiti/sub", USER, USER)),
                  lambda: (self.write("tmp/jiti/a.cjs"), os.symlink("/x", self.tmp + "/jiti/b.cjs")),
                  lambda: (self.write("tmp/jiti/a.cjs"), os.link(self.tmp + "/jiti/a.cjs", self.folder + "/elsewhere/other")),
                  lambda: self.write("tmp/jiti"))
        for plant in plants:
            for name in os.listdir(self.tmp):
                shutil.rmtree(os.path.join(self.tmp, name))
            with contextlib.suppress(FileNotFoundError):
                os.unlink(elsewhere + "/other")
            plant()
            warm_cache.secure()
            self.assert_root_s_and_empty("jiti")
            for name in os.listdir(self.tmp):
                path = os.path.join(self.tmp, name)
                if ".undock-" in name and not os.path.isdir(path) or os.path.islink(path):
                    os.unlink(path)

    def racing(self, times):
        """Whoever plants something anew, that often, just before root's folder comes to stand there."""
        left = [times]
        rename = os.rename

        def race(source, target, **more):
            if target == "jiti" and left[0]:
                left[0] -= 1
                with contextlib.suppress(FileExistsError):
                    os.symlink("/etc", self.tmp + "/jiti")
            rename(source, target, **more)
        return mock.patch.object(os, "rename", race)

    def test_what_is_planted_anew_meanwhile_is_moved_aside_too(self):
        with self.racing(5):
            warm_cache.secure()
        self.assert_root_s_and_empty("jiti")
        self.assertEqual(sum(name.startswith("jiti.undock-not-root-s-") for name in os.listdir(self.tmp)), 5)
        self.assertFalse([name for name in os.listdir(self.tmp) if name.startswith(".undock-part-")])

    def test_a_race_without_end_is_told(self):
        with self.racing(10_000), self.assertRaisesRegex(SystemExit, "/jiti faster than it can be moved away"):
            warm_cache.secure()

    def test_what_is_root_s_alone_stays(self):
        self.write("tmp/jiti/a.cjs", mode=0o644)
        os.chmod(self.tmp + "/jiti", 0o755)
        warm_cache.secure()
        self.assertEqual(self.listed(), ["jiti/a.cjs"])

    def test_what_was_compiled_comes_over_and_nothing_else(self):
        self.write("warm/jiti/dist-x.0123.cjs", "code")
        self.write("warm/node-compile-cache/v22-x64/abc/0f", "code")
        self.write("warm/other/file")
        warm_cache.carry(self.warm)
        self.assertEqual(self.listed(), ["jiti/dist-x.0123.cjs", "node-compile-cache/v22-x64/abc/0f"])
        self.assertEqual([os.stat(os.path.join(self.tmp, name)).st_mode & 0o7777 for name in warm_cache.CACHES], [0o700, 0o700])

    def test_a_cache_that_holds_anything_else_does_not_come_over(self):
        self.write("warm/jiti/a.cjs", "code")
        os.symlink("/etc/passwd", os.path.join(self.warm, "jiti/link.cjs"))
        self.write("warm/node-compile-cache/0f", "code", owner=USER)
        warm_cache.carry(self.warm)
        self.assertEqual(self.listed(), [])

    def test_what_is_more_already_stays(self):
        for name in ("a", "b"):
            self.write(f"tmp/jiti/{name}.cjs", "old")
        self.write("warm/jiti/a.cjs", "new")
        warm_cache.carry(self.warm)
        self.assertEqual(self.listed(), ["jiti/a.cjs", "jiti/b.cjs"])

    def test_a_warm_up_that_left_nothing_is_no_trouble(self):
        os.mkdir(self.warm)
        warm_cache.carry(self.warm)
        self.assert_root_s_and_empty("jiti")


class Scanning(unittest.TestCase):
    def test_node_keeps_nothing_in_tmp_and_runs_nothing_from_there(self):
        for env in (None, {"PATH": os.environ["PATH"]}):
            self.assertEqual(scan_tools.text_of("sh", "-c", "echo $NODE_DISABLE_COMPILE_CACHE", env=env), "1")


@as_root
class WebLogin(unittest.TestCase):
    """A program of uid 1000 on a front port, in place of nginx or beside it."""

    def listen_as(self, user):
        server = socket.create_server(("127.0.0.1", 0))
        port = server.getsockname()[1]
        child = os.fork()
        if child == 0:
            if user:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)
            signal.pause()
            os._exit(0)
        server.close()
        self.addCleanup(os.waitpid, child, 0)
        self.addCleanup(os.kill, child, signal.SIGKILL)
        return port

    def listening(self, port):
        return [pid for _, pid, _, _ in processes.listeners(port)]

    def test_it_is_sent_to_root_s_own_alone(self):
        with mock.patch.object(processes, "is_root_s", lambda pid: os.stat(f"/proc/{pid}").st_uid == 0):
            self.assertEqual(login_file.header(self.listen_as(USER), ("u", "p")), {})
            self.assertIn("Authorization", login_file.header(self.listen_as(0), ("u", "p")))

    def test_a_front_with_a_system_account_is_known_as_the_main_process_of_its_service(self):
        pids = {user: self.listening(self.listen_as(user))[0] for user in (SYSTEM_ACCOUNT, USER)}
        pid = pids[SYSTEM_ACCOUNT]
        for who, group, main, expected in ((pid, "/system.slice/caddy.service", pid, True), (pid, "/system.slice/caddy.service", 1, False),
                                           (pid, "/user.slice/user@1000.service/caddy.service", pid, False), (pid, "/system.slice/session.scope", pid, False),
                                           (pid, f"/system.slice/docker-{'0' * 64}.scope/x.service", pid, False), (pids[USER], "/system.slice/caddy.service", pids[USER], False)):
            with mock.patch.object(processes, "control_group", lambda _, group=group: group), mock.patch.object(processes, "read", lambda _: b"PPid:\t1\n"), \
                    mock.patch.object(processes, "unit_states", lambda unit, main=main: {unit: {"MainPID": str(main)}}):
                self.assertEqual(processes.is_root_s(who), expected, (group, main))

    def test_a_program_that_another_may_change_is_not_root_s(self):
        program = os.stat("/proc/self/exe")
        real = os.stat
        for uid, mode, expected in ((0, 0o755, True), (USER, 0o755, False), (0, 0o775, False), (0, 0o757, False)):
            def told(path, *args, uid=uid, mode=mode, **more):
                if str(path).endswith("/exe"):
                    return os.stat_result((0o100000 | mode, program.st_ino, program.st_dev, 1, uid, 0, 1, 0, 0, 0))
                return real(path, *args, **more)
            with mock.patch.object(os, "stat", told):
                self.assertEqual(processes.is_root_s(os.getpid()), expected, (uid, oct(mode)))

    def test_the_header_goes_out_only_with_the_login(self):
        seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802
                seen.append(self.headers.get("Authorization"))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        import checks_http
        for proved, expected in ((False, None), (True, "Basic dTpw")):
            with mock.patch.object(processes, "front_is_root_s", lambda _, proved=proved: proved):
                checks_http.ask(server.server_port, pair=("u", "p"))()
            self.assertEqual(seen.pop(), expected)


if __name__ == "__main__":
    unittest.main()
