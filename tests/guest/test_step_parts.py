#!/usr/bin/env python3
"""Parts of steps on this machine: what the prelude makes of Docker's answers, a backup that was interrupted.

    python3 tests/guest/test_step_parts.py

Docker is a stand-in here: a daemon that does not answer cannot be had otherwise without a VM.
"""

import base64
import contextlib
import hashlib
import io
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from unittest import mock

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
import acceptance  # noqa: E402
import backup  # noqa: E402
import checks_gateway  # noqa: E402
import checks_http  # noqa: E402
import checks_panel  # noqa: E402
import checks_system  # noqa: E402
import job_store  # noqa: E402
import make_backup  # noqa: E402
import read_configs  # noqa: E402
import scan_docker  # noqa: E402
import standing  # noqa: E402
import step_io  # noqa: E402
import token_proof  # noqa: E402
import web  # noqa: E402


class Shell(unittest.TestCase):
    """A few lines as a step's script, run as the supervisor runs one."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        os.makedirs(self.folder + "/bin")
        os.makedirs(self.folder + "/job/params")

    def docker(self, script):
        path = pathlib.Path(self.folder, "bin/docker")
        path.write_text("#!/bin/bash\n" + script)
        path.chmod(0o755)

    def step(self, script):
        """(exit code, output, facts)"""
        job = pathlib.Path(self.folder, "job")
        (job / "script").write_text(script)
        (job / "facts").unlink(missing_ok=True)
        environment = {"HOME": "/root", "PATH": f"{self.folder}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "UNDOCK_LIB": str(GUEST),
                       "UNDOCK_RUN": self.folder, "UNDOCK_JOB": str(job)}
        done = subprocess.run(["bash", "-c", 'set -euo pipefail; . "$UNDOCK_LIB/prelude.sh"; . "$UNDOCK_JOB/script"'],
                              env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr, (job / "facts").read_text()


class RequireStopped(Shell):
    def test_a_daemon_that_does_not_answer_is_not_nothing_runs(self):
        self.docker("exit 1\n")
        code, _, facts = self.step("require_stopped\nsay went on\n")
        self.assertNotEqual(code, 0)
        self.assertIn("failure=docker-unreachable", facts)

    def test_nor_is_one_that_stops_answering_in_between(self):
        self.docker("case $1 in ps) echo 1 ;; *) exit 1 ;; esac\n")
        code, _, _ = self.step("require_stopped\nsay went on\n")
        self.assertNotEqual(code, 0)

    def test_a_container_that_runs_is_named(self):
        self.docker("case $1 in ps) echo 1 ;; inspect) echo '1|openclaw-gateway|true||/opt/openclaw' ;; esac\n")
        code, _, facts = self.step("require_stopped\n")
        self.assertEqual(code, 1)
        self.assertIn("failure=containers-running", facts)
        self.assertIn("openclaw-gateway", facts)

    def test_stopped_and_strange_containers_do_not_hinder(self):
        self.docker("case $1 in ps) printf '1\\n2\\n' ;; inspect) printf '1|openclaw-gateway|false||/opt/openclaw\\n2|other|true|other|/srv/other\\n' ;; esac\n")
        code, out, facts = self.step("require_stopped\nsay went on\n")
        self.assertEqual((code, out, facts), (0, "went on\n", ""))


class RequireSourceAtRest(Shell):
    ASKED = "keep_source_start\nsed -i s/08:00/{}/ bin/docker\nrequire_source_at_rest\nsay went on\n"

    def asked(self, later):
        self.docker("echo 2026-02-20T08:00:00.000000001Z\n")
        return self.step("cd \"$UNDOCK_RUN\"\n" + self.ASKED.format(later))

    def test_a_gateway_that_was_not_started_since_does_not_hinder(self):
        self.assertEqual(self.asked("08:00"), (0, "went on\n", ""))

    def test_one_that_ran_again_has_written_what_is_not_in_the_copy(self):
        code, out, facts = self.asked("09:30")
        self.assertEqual(code, 1)
        self.assertNotIn("went on", out)
        self.assertIn("failure=containers-ran-again", facts)

    def test_a_run_that_kept_no_start_is_not_stopped_by_it(self):
        self.docker("echo 2026-02-20T08:00:00Z\n")
        self.assertEqual(self.step("require_source_at_rest\nsay went on\n"), (0, "went on\n", ""))


class Refusals(Shell):
    """A refusal of several steps stands in the library, in bash or in a tool: the step ends there, and says its own phrase."""

    def refused(self, script):
        code, out, facts = self.step(script + "\nsay went on\n")
        self.assertEqual(code, 1)
        self.assertNotIn("went on", out)
        return facts, out

    def tool(self, name, verb, **replaced):
        """The tool's main, with constants or functions of its modules replaced: {module_name: expression}."""
        changes = "".join(f"import {module}\n{module}.{what} = {value}\n" for module, (what, value) in replaced.items())
        return f"python3 -B - {verb} <<'END'\nimport runpy, sys\nsys.path.insert(0, {str(GUEST)!r})\n{changes}runpy.run_module({name!r}, run_name='__main__')\nEND\n"

    def test_a_step_says_its_phrase_through_the_librarys_function(self):
        self.assertEqual(self.refused('require_none_running $\'a\\nb\' @containers-run-undeleted')[0],
                         "failure=containers-running @containers-run-undeleted containers=a,%2520b\n")
        self.assertEqual(self.refused('require_none_left "a"')[0], "failure=containers-left @containers-left containers=a\n")
        self.assertEqual(self.step('require_none_running ""\nrequire_none_left "" @x\nsay went on')[:2], (0, "went on\n"))

    def test_room_is_asked_for_by_place_and_bytes(self):
        library = '. "$UNDOCK_LIB/direct.sh"\n. "$UNDOCK_LIB/docker_side.sh"\n'
        self.assertEqual(self.refused(library + "require_room / $((1 << 62)) @no-space-for-restore needed=7")[0],
                         "failure=no-space @no-space-for-restore needed=7\n")
        self.assertEqual(self.step(library + "require_room / 1 @no-space-for-restore needed=7\nsay went on")[:2], (0, "went on\n"))

    def test_a_configuration_that_cannot_be_read_ends_the_step_in_words_where_its_sum_is_taken(self):
        os.mkfifo(self.folder + "/pipe")
        library = '. "$UNDOCK_LIB/put_config.sh"\n'
        facts, out = self.refused(f'{library}sum=$(config_sum "{self.folder}/pipe")')
        self.assertEqual(facts, f"failure=config-is-link @config-unread-above path={self.folder}/pipe\n")
        self.assertIn("it is no regular file", out)
        self.assertEqual(self.step(f'{library}sum=$(config_sum "{self.folder}/none")\nsay "$sum"')[:2], (0, "missing\n"))

    def test_another_gateway_is_named_before_the_start_and_shown_before_the_deletion(self):
        places = {"processes": ("gateways", "lambda: {'openclaw-gateway.service': [1], 'other.service': [7, 8]}")}
        self.assertEqual(self.refused(self.tool("lone_gateway", "start", **places))[0],
                         "failure=other-gateway @other-gateway-runs others=other.service:%2520processes%25207%25208\n")
        facts, out = self.refused(self.tool("lone_gateway", "delete", **places))
        self.assertEqual(facts, "failure=other-gateway @other-gateway-above\n")
        self.assertIn("other.service: processes 7 8\n", out)
        alone = {"processes": ("gateways", "lambda: {'openclaw-gateway.service': [1]}")}
        self.assertEqual(self.step(self.tool("lone_gateway", "delete", **alone))[::2], (0, ""))

    def test_an_installer_is_waited_for(self):
        busy = {"processes": ("pids", "lambda: [7]"), "time": ("sleep", "lambda _: None")}
        others = "processes.command = lambda _: b'npm\\0install\\0'\nprocesses.control_group = str\nprocesses.name_of = processes.unit_of = lambda _: 'npm'\n"
        script = self.tool("installers", "wait", **busy).replace("runpy.run_module", others + "runpy.run_module")
        self.assertEqual(self.refused(script)[0], "failure=installer-busy @installer-beside others=7%2520npm%2520npm\n")
        self.assertEqual(self.step(script.replace("[7]", "[]"))[::2], (0, ""))
        self.assertEqual(self.refused(self.tool("installers", "ours"))[0], "failure=installer-busy @installer-of-ours\n")


class NestedMounts(unittest.TestCase):
    """What is mounted inside the state directory, and so is not in /data/openclaw."""

    def told(self, *mounts, name=scan_docker.GATEWAY):
        """{code: [texts]} of the findings about a container with these mounts beside the usual one."""
        source, target = scan_docker.MOUNTS[name]
        port = scan_docker.PUBLISHED[name]
        docker = scan_docker.Docker()
        docker.containers[name] = {
            "Config": {"Image": "image"}, "Image": "sha256:0", "State": {"Status": "running", "Running": True},
            "HostConfig": {"RestartPolicy": {"Name": "no"}, "PortBindings": {"1/tcp": [{"HostPort": port}]}},
            "Mounts": [{"Type": "bind", "Source": source, "Destination": target}, *mounts]}
        found = {}
        with mock.patch.multiple(scan_docker, fact=lambda *_: None, layer=lambda _: None,
                                 finding=lambda level, code, text: found.setdefault((level, code), []).append(text)):
            scan_docker.describe(docker, name)
        return found

    def test_a_folder_from_elsewhere_blocks_and_is_named(self):
        found = self.told({"Type": "bind", "Source": "/srv/work", "Destination": "/home/node/.openclaw/workspace"})
        self.assertEqual(list(found), [("blocks", "mount-nested")])
        [text] = found["blocks", "mount-nested"]
        for part in ("/srv/work", "/home/node/.openclaw/workspace", "/data/openclaw/workspace"):
            self.assertIn(part, text)

    def test_so_does_a_volume_and_each_is_told_once(self):
        found = self.told({"Type": "volume", "Name": "w", "Source": "/var/lib/docker/volumes/w/_data", "Destination": "/home/node/.openclaw/workspace/"},
                          {"Type": "volume", "Name": "v", "Source": "/var/lib/docker/volumes/v/_data", "Destination": "/var/cache"})
        # Of what is mounted elsewhere tells scan_surroundings.
        self.assertEqual([(key, len(texts)) for key, texts in found.items()], [(("blocks", "mount-nested"), 1)])

    def test_the_right_folder_in_the_wrong_place_blocks(self):
        found = self.told({"Type": "bind", "Source": "/data/openclaw/a", "Destination": "/home/node/.openclaw/b"})
        self.assertEqual(list(found), [("blocks", "mount-nested")])

    def test_what_the_move_takes_anyway_does_not_hinder(self):
        self.assertEqual(self.told({"Type": "bind", "Source": "/data/openclaw/workspace", "Destination": "/home/node/.openclaw/workspace"},
                                   {"Type": "tmpfs", "Source": "", "Destination": "/home/node/.openclaw/tmp"},
                                   {"Type": "bind", "Source": "/srv/x", "Destination": "/home/node/.openclaw-other"}), {})
        self.assertEqual(self.told({"Type": "bind", "Source": "/data/openclaw", "Destination": "/data/openclaw"}, name=scan_docker.PANEL), {})


class Interrupted(unittest.TestCase):
    """The backup is interrupted somewhere; the next try makes it whole."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("job", "state", "data", "root"):
            os.mkdir(f"{self.folder}/{name}")
        pathlib.Path(self.folder, "data/file").write_text("content")
        self.keep(step_io, "JOB", f"{self.folder}/job")
        self.keep(step_io, "RUN", f"{self.folder}/run-1")
        self.keep(step_io, "STATE", f"{self.folder}/state")
        self.keep(job_store, "CUTOVER", f"{self.folder}/cutover")
        self.keep(backup, "PLACE", f"{self.folder}/root")
        self.keep(backup, "PARTS", {"data-openclaw": (f"{self.folder}/data",)})
        self.keep(sys, "argv", ["make_backup.py", "101", "2026-01-01_000000"])
        self.path = f"{self.folder}/root/migrate-backup-101-2026-01-01_000000"

    def keep(self, where, name, value):
        self.addCleanup(setattr, where, name, getattr(where, name))
        setattr(where, name, value)

    def make(self):
        with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
            make_backup.main()

    def interrupted_at(self, where, name):
        real = getattr(where, name)

        def killed(*_, **__):
            setattr(where, name, real)
            raise KeyboardInterrupt

        setattr(where, name, killed)
        self.addCleanup(setattr, where, name, real)
        with self.assertRaises(KeyboardInterrupt):
            self.make()

    def assert_whole(self):
        self.assertEqual(sorted(os.listdir(self.path)), ["SHA256SUMS.txt", "data-openclaw.tgz"])
        self.assertEqual(step_io.kept("backup_dir"), self.path)

    def test_wherever_it_is_interrupted(self):
        for where, name in ((step_io, "write_durably"), (make_backup, "archive_all"), (backup, "write_sums"),
                            (step_io, "keep"), (make_backup.os, "unlink")):
            with self.subTest(before=name):
                self.interrupted_at(where, name)
                self.make()
                self.assert_whole()
                shutil.rmtree(self.path)
                for kept in os.listdir(step_io.STATE):
                    os.unlink(os.path.join(step_io.STATE, kept))

    def test_a_folder_of_somebody_else_is_left_alone(self):
        os.mkdir(self.path)
        pathlib.Path(self.path, "theirs").write_text("x")
        with self.assertRaises(SystemExit):
            self.make()
        self.assertEqual(os.listdir(self.path), ["theirs"])

    def test_after_the_cutover_even_half_a_backup_is_kept(self):
        self.interrupted_at(make_backup, "archive_all")
        pathlib.Path(self.folder, "cutover").write_text("run=run-1\n")
        with self.assertRaises(SystemExit):
            self.make()
        self.assertTrue(os.path.isdir(self.path))


class Acceptance(unittest.TestCase):
    """The parts are made side by side and told in their order; the save comes last and alone."""

    def setUp(self):
        self.gate = threading.Barrier(5, timeout=30)

    def part(self, name):
        def check(checks):
            self.gate.wait()  # passes only when all five are at it
            checks.critical(name, True, "e", "f")

        def broken(checks):
            raise OSError("gone")

        return [(name, "critical", check), (name + "-broken", "critical", broken)]

    def test_side_by_side_in_order_and_the_save_last(self):
        parts = {module: self.part(module.__name__) for module in
                 (checks_system, checks_http, checks_gateway, checks_panel)}
        for module, part in parts.items():
            self.addCleanup(setattr, module, "ALL", module.ALL)
            module.ALL = part
        self.addCleanup(setattr, checks_panel, "LAST", checks_panel.LAST)
        checks_panel.LAST = [("save", "critical", lambda checks: checks.critical("save", True, "e", "f"))]
        with contextlib.redirect_stderr(io.StringIO()):
            told = list(acceptance.rows({}, self.part("data")))
        names = [name for module in parts for name in (module.__name__, module.__name__ + "-broken")]
        self.assertEqual([row[0] for row in told], [*names, "data", "data-broken", "save"])
        self.assertEqual([row[2] for row in told], ["passed", "unknown"] * 5 + ["passed"])


class Standing(unittest.TestCase):
    """What g-start watched already counts, as long as it is the same process and the same boot."""

    def setUp(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        self.addCleanup(setattr, step_io, "STATE", step_io.STATE)
        step_io.STATE = folder
        self.states = {unit: {"MainPID": "7", "NRestarts": "0"} for unit in (checks_system.GATEWAY, checks_system.PANEL)}
        for unit in self.states:
            standing.begin(unit, "7", 0, time.monotonic() - 60)

    def test_same_processes_need_no_second_window(self):
        self.assertEqual(checks_system.left_to_watch(self.states, 4), 0)

    def test_a_young_process_is_watched_for_the_rest(self):
        standing.begin(checks_system.PANEL, "7", 0, time.monotonic() - 1)
        left = checks_system.left_to_watch(self.states, 4)
        self.assertAlmostEqual(left, 3, delta=1)  # written down to the millisecond, and time goes on

    def test_an_operator_who_asks_for_more_waits_for_more(self):
        left = checks_system.left_to_watch(self.states, 90)
        self.assertAlmostEqual(left, 30, delta=1)

    def test_anything_else_is_watched_from_now_on(self):
        for key, value in (("MainPID", "8"), ("NRestarts", "1"), ("NRestarts", None)):
            states = {unit: dict(state) for unit, state in self.states.items()}
            states[checks_system.GATEWAY][key] = value
            self.assertEqual(checks_system.left_to_watch(states, 4), 4, (key, value))
        self.addCleanup(setattr, standing, "boot_id", standing.boot_id)
        standing.boot_id = lambda: "another"
        self.assertEqual(checks_system.left_to_watch(self.states, 4), 4)



class Facts(Shell):
    """A job may report 192 KiB; how long lists and names are is decided by whoever writes in the VM."""

    def tool(self, program):
        return self.step(f"python3 -B - <<'END'\nimport sys\nsys.path.insert(0, {str(GUEST)!r})\nimport step_io\n{program}\nEND\n")

    def step(self, script):
        code, output, facts = super().step(script)
        return code, output, [tuple(line.split("=", 1)) for line in facts.splitlines()]

    def size(self):
        return os.path.getsize(self.folder + "/job/facts")

    def test_a_list_is_capped_and_counted_however_long_its_names_are(self):
        code, _, facts = self.tool("for n in range(3000):\n    step_io.listed('dropped_file', f'{n:04}' + '\\n' * 4000)")
        self.assertEqual(code, 0)
        told = [value for key, value in facts if key == "dropped_file"]
        self.assertTrue(0 < len(told) <= 50)
        self.assertIn(("dropped_file_count", "3000"), facts)
        self.assertLess(self.size(), 16 * 1024)

    def test_what_is_told_twice_counts_once(self):
        _, _, facts = self.tool("for _ in range(2):\n    for name in 'ab':\n        step_io.listed('dropped_file', name)")
        self.assertEqual(facts, [("dropped_file", "a"), ("dropped_file", "b"), ("dropped_file_count", "2")])

    def test_findings_that_are_alike_are_told_so_often_and_no_more_but_those_that_block_always(self):
        _, _, facts = self.tool("for n in range(500):\n    step_io.finding('attention', 'odd', 'x' * 5000)\n"
                                "for n in range(30):\n    step_io.finding('blocks', 'odd', 'y')")
        told = [value for key, value in facts if key == "finding"]
        self.assertEqual(len([value for value in told if value.startswith("attention")]), 21)
        self.assertEqual(len([value for value in told if value.startswith("blocks")]), 30)
        self.assertLess(self.size(), 100 * 1024)

    def test_findings_that_quote_long_texts_leave_room_for_what_blocks(self):
        """Each code with its own twenty, of texts as long as the user likes; each that blocks twice as often."""
        code, _, facts = self.tool("for n in range(40):\n    for code in range(30):\n"
                                   "        step_io.finding('attention', f'odd-{code}', '%' * 3000)\n"
                                   "for n in range(60):\n    step_io.finding('blocks', 'last', '%' * 3000)\n"
                                   "step_io.finding('blocks', 'odd-3', 'y')")
        self.assertEqual(code, 0)
        self.assertLess(self.size(), 110 * 1024)
        told = [value.split(" ")[:2] for key, value in facts if key == "finding"]
        for level, name in (("blocks", "last"), ("blocks", "odd-3"), *(("attention", f"odd-{number}") for number in range(30))):
            self.assertIn([level, name], told)

    def test_a_value_is_cut_by_the_shells_helper_too(self):
        code, _, facts = self.step("fact name \"$(head -c 100000 /dev/zero | tr '\\0' x)\"\n")
        self.assertEqual(code, 0)
        self.assertEqual(facts[-1][0], "name")
        self.assertLess(self.size(), 5000)



class EndlessTalker(unittest.TestCase):
    """A gateway that answers a WebSocket and never comes to its end: root's caller does, and keeps little of it."""

    def talker(self, frame):
        """The port of a server that greets, then sends this frame for as long as anybody listens."""
        listening = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listening.close)

        def talk():
            with contextlib.suppress(OSError):
                connection, _ = listening.accept()
                with connection:
                    asked = b""
                    while b"\r\n\r\n" not in asked:
                        asked += connection.recv(4096)
                    key = asked.split(b"Sec-WebSocket-Key: ")[1].split(b"\r\n")[0]
                    proof = base64.b64encode(hashlib.sha1(key + web.WEBSOCKET_KEY_SALT.encode()).digest())
                    connection.sendall(b"HTTP/1.1 101 x\r\nSec-WebSocket-Accept: " + proof + b"\r\n\r\n")
                    while True:
                        connection.sendall(frame)
        threading.Thread(target=talk, daemon=True).start()
        return listening.getsockname()[1]

    def test_one_message_in_ever_more_pieces(self):
        piece = 60000
        caller = web.WebSocket(self.talker(b"\x02\x7e" + piece.to_bytes(2, "big") + b"x" * piece))
        self.addCleanup(caller.socket.close)
        self.assertEqual(caller.status, 101)
        with self.assertRaisesRegex(ConnectionError, "too large"):
            caller.receive()

    def test_signs_of_life_and_nothing_else(self):
        with mock.patch.object(web, "LONGEST", 0.5):
            caller = web.WebSocket(self.talker(b"\x89\x00"))
        self.addCleanup(caller.socket.close)
        with self.assertRaises(TimeoutError):
            caller.receive()

    def test_what_is_no_answer_proves_nothing(self):
        for said in (b'["no object"]', b'{"a":' * 12000, b"7"):
            port = self.talker(b"\x81\x7e" + len(said).to_bytes(2, "big") + said)
            self.assertNotEqual(token_proof.asked(lambda auth, port=port: checks_gateway.accepted(auth, port), {"token": "x"}), "ok")


class KnownSecrets(unittest.TestCase):
    """What a-config tells the desk in secret, so that no journal holds it: of the environment, the login, the configurations."""

    def known(self, environment, words):
        with mock.patch.object(read_configs.container_view, "of", environment), \
                mock.patch.object(read_configs.redact, "known", lambda: words):
            return [base64.b64decode(word).decode() for word in read_configs.known_secrets()]

    def test_what_the_containers_environment_holds_under_a_telling_name_is_known(self):
        found = self.known(lambda _: mock.Mock(environment={"OPENCLAW_GATEWAY_TOKEN": "t0ken-of-the-gateway", "TZ": "Asia/Shanghai", "SHORT_KEY": "abc"}), ["login-pass"])
        self.assertEqual(found, ["t0ken-of-the-gateway", "login-pass"])

    def test_without_a_container_the_rest_is_known(self):
        def gone(_):
            raise LookupError("no such container")
        self.assertEqual(self.known(gone, ["login-pass"]), ["login-pass"])

    def test_the_list_has_an_end(self):
        found = self.known(lambda _: mock.Mock(environment={f"KEY_{n}": f"secret-{n:05}" for n in range(5000)}), ["x" * 100000])
        self.assertEqual(len(found), read_configs.MOST_SECRETS)


if __name__ == "__main__":
    unittest.main(verbosity=2)
