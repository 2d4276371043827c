#!/usr/bin/env python3
"""What surrounds the gateway's container: token, variables, addresses, zone, mounts, modules, programs.

    python3 tests/guest/test_surroundings.py

Docker is a stand-in that gives a container's files from a folder; the rules are the guest's own.
"""

import contextlib
import http.server
import io
import json
import os
import pathlib
import shutil
import socket
import sys
import tempfile
import threading
import unittest
import urllib.parse
from unittest import mock

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
import checks_gateway  # noqa: E402
import container_env  # noqa: E402
import container_view  # noqa: E402
import docker_addresses  # noqa: E402
import dotenv  # noqa: E402
import env_file  # noqa: E402
import gateway_token  # noqa: E402
import native_modules  # noqa: E402
import scan_addresses  # noqa: E402
import scan_programs  # noqa: E402
import scan_surroundings  # noqa: E402
import scan_token  # noqa: E402
import step_io  # noqa: E402
import token_proof  # noqa: E402
import zone  # noqa: E402

DOCKER = r"""#!/bin/bash
# docker cp ID:PATH -  and  docker exec: out of the folder beside this program
root=$(dirname "$0")/../layer
case $1 in
    cp) path=${2#*:}; [ -e "$root$path" ] || [ -L "$root$path" ] || exit 1
        tar -C "$(dirname "$root$path")" -cf - "$(basename "$path")" ;;
    exec) cat "$root/../answer" 2>/dev/null ;;
    *) exit 1 ;;
esac
"""


class Scratch(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("bin", "layer", "state", "job"):
            os.mkdir(self.path(name))
        self.write("bin/docker", DOCKER, 0o755)
        self.enterContext(mock.patch.dict(os.environ, {"PATH": self.path("bin") + ":" + os.environ["PATH"]}))
        self.enterContext(mock.patch.multiple(step_io, JOB=self.path("job"), RUN=self.folder, STATE=self.path("kept")))
        self.enterContext(contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())))
        for module in (scan_surroundings, scan_addresses, scan_token, native_modules, scan_programs):
            self.enterContext(mock.patch.object(module, "STATE", self.path("state")))

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, data="x", mode=0o644):
        path = pathlib.Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        path.chmod(mode)
        return str(path)

    def container(self, environment=None, image=None, mounts=(), running=False, **more):
        environment = {"HOME": "/home/node", **(environment or {})}
        item = {"Id": "f" * 64, "Name": "/openclaw-gateway", "State": {"Running": running},
                "Config": {"Env": [f"{name}={value}" for name, value in environment.items()], "WorkingDir": "/app", **more.pop("Config", {})},
                "Mounts": [{"Type": "bind", "Source": self.path("state"), "Destination": "/home/node/.openclaw"}, *mounts], **more}
        return container_view.Container(item, image or {})

    def findings(self):
        """{code: [(level, text)]}"""
        found = {}
        with contextlib.suppress(FileNotFoundError), open(self.path("job/facts"), encoding="utf-8") as file:
            for line in file:
                name, _, value = line.rstrip("\n").partition("=")
                if name == "finding":
                    level, code, text = urllib.parse.unquote(value).split(" ", 2)
                    found.setdefault(code, []).append((level, step_io.in_english(text)))
        return found

    def levels(self):
        return {code: one[0][0] for code, one in self.findings().items()}


class Dotenv(unittest.TestCase):
    def test_lines_as_dotenv_reads_them(self):
        text = "A=1\nexport B = two words # note\r\nC='it is # not'\nD=\"x\\ny\"\nE=\nF: yes\n# G=no\n=nothing\nH=`a`\nI=\"two\nlines\"\nJ=a#b\n"
        self.assertEqual(dotenv.parse(text.encode()), {"A": "1", "B": "two words", "C": "it is # not", "D": "x\ny", "E": "", "F": "yes", "H": "a",
                                                       "I": "two\nlines", "J": "a"})


class Token(Scratch):
    CONFIG = "/home/node/.openclaw/openclaw.json"

    def resolved(self, config, environment=None, **files):
        self.write("state/openclaw.json", config if isinstance(config, str) else json.dumps(config))
        for name, text in files.items():
            self.write("state/" + {"env": ".env"}.get(name, name + ".json5"), text)
        return token_proof.of_container(self.container(environment, Config={"Cmd": self.command}))

    command = ()

    def assert_token(self, found, secret, origin="configuration"):
        self.assertEqual((found.kind, found.secret, found.origin, found.unresolved), ("token", secret, origin, ""))

    def test_the_configuration_goes_before_the_environment(self):
        config = "{gateway: {auth: {token: 'of ${WHO}, not $${WHO}',},}, // JSON5\n}"
        self.assert_token(self.resolved(config, {"OPENCLAW_GATEWAY_TOKEN": "other", "WHO": "me"}), "of me, not ${WHO}")

    def test_else_the_environment_s_and_else_none(self):
        self.assert_token(self.resolved({"gateway": {"auth": {}}}, {"OPENCLAW_GATEWAY_TOKEN": " t "}), "t", "environment")
        self.assert_token(self.resolved({}), None, "none")

    def test_a_name_from_the_state_directory_s_env(self):
        self.assert_token(self.resolved({"gateway": {"auth": {"token": "${MINE}"}}}, env="export MINE='from file' # x\n"), "from file")
        self.assert_token(self.resolved({}, env="OPENCLAW_GATEWAY_TOKEN=f\n"), "f", "environment")

    def test_the_process_goes_before_the_file_and_the_file_before_the_configuration_s_variables(self):
        config = {"env": {"vars": {"A": "vars", "B": "vars", "C": "vars"}, "C": "env"}, "gateway": {"auth": {"token": "${A}-${B}-${C}"}}}
        self.assert_token(self.resolved(config, {"A": "process"}, env="A=file\nB=file\n"), "process-file-env")

    def test_what_is_included(self):
        config = {"$include": ["./a.json5", "b.json5"], "gateway": {"port": 1}}
        self.assert_token(self.resolved(config, a="{gateway: {auth: {token: 'old'}}}", b="{gateway: {auth: {token: 'new'}}}"), "new")
        self.assert_token(self.resolved({"gateway": {"auth": {"$include": "/home/node/.openclaw/c.json5"}}}, c="{token: 'c'}"), "c")

    def test_what_leads_out_or_in_a_circle_is_unresolved(self):
        for config, files in (({"$include": "../x.json5"}, {}), ({"$include": "./a.json5"}, {"a": "{$include: './a.json5'}"}), ({"$include": "gone.json5"}, {}),
                              ({"$include": 5}, {}), ("{", {})):
            with self.subTest(config=config):
                self.assertTrue(self.resolved(config, {"OPENCLAW_GATEWAY_TOKEN": "t"}, **files).unresolved)

    def test_references(self):
        def reference(source, identifier, **more):
            return {"gateway": {"auth": {"token": {"source": source, "id": identifier, **more}}},
                    "secrets": {"providers": {"plain": {"source": "file", "path": "/run/secrets/t", "mode": "singleValue"},
                                              "default": {"source": "file", "path": "/home/node/.openclaw/s.json5"}}}}
        self.assert_token(self.resolved(reference("env", "MINE", provider="default"), {"MINE": "e"}), "e")
        self.assert_token(self.resolved(reference("file", "/a~1b/0"), s='{"a/b": ["in json"]}'), "in json")
        self.write("layer/run/secrets/t", "plain\n")
        self.assert_token(self.resolved(reference("file", "value", provider="plain")), "plain")
        for bad in (reference("exec", "x"), reference("store", "x"), reference("env", "NONE"), reference("file", "/no"), reference("file", "x", provider="none")):
            with self.subTest(bad=bad["gateway"]):
                found = self.resolved(bad, {"OPENCLAW_GATEWAY_TOKEN": "another"})
                self.assertEqual((found.secret, bool(found.unresolved)), (None, True))

    def test_a_missing_name_is_unresolved_and_not_its_own_text(self):
        found = self.resolved({"gateway": {"auth": {"token": "${GONE}"}}}, {"OPENCLAW_GATEWAY_TOKEN": "another"})
        self.assertEqual((found.secret, "GONE" in found.unresolved), (None, True))

    def test_password_and_mode(self):
        found = self.resolved({"gateway": {"auth": {"token": "t"}}}, {"OPENCLAW_GATEWAY_PASSWORD": "p"})
        self.assertEqual((found.kind, found.secret), ("password", "p"))
        self.assert_token(self.resolved({"gateway": {"auth": {"token": "t", "mode": "token"}}}, {"OPENCLAW_GATEWAY_PASSWORD": "p"}), "t")
        self.assertEqual(self.resolved({"gateway": {"auth": {"mode": "none", "token": "t"}}}).kind, "none")

    def test_the_command_line_goes_before_all(self):
        self.command = ["node", "openclaw.mjs", "gateway", "--token=c", "--port", "1"]
        self.assert_token(self.resolved({"gateway": {"auth": {"token": "t"}}}), "c", "command")

    def test_a_link_is_followed_as_the_container_follows_it(self):
        secret = self.write("guest-only", '{"gateway": {"auth": {"token": "the guest\'s"}}}')
        os.symlink(secret, self.path("state/openclaw.json"))
        self.assert_token(token_proof.of_container(self.container()), None, "none")
        self.write("layer" + secret, '{"gateway": {"auth": {"token": "the container\'s"}}}')
        self.assert_token(token_proof.of_container(self.container()), "the container's")

    def test_a_pipe_does_not_hang_it(self):
        os.mkfifo(self.path("state/openclaw.json"))
        self.assertTrue(token_proof.of_container(self.container()).unresolved)


class Proof(Scratch):
    """The gateway decides: one answer is worth more than all reading."""

    def prove(self, accepts, *secrets):
        tried = []

        def connect(auth):
            [(kind, secret)] = auth.items()
            tried.append(secret)
            return "ok" if accepts in (secret, "*") else "unauthorized"
        found, why = token_proof.prove([gateway_token.Credential("token", one) for one in secrets], connect)
        return found.secret if found else None, why, tried

    def test_the_accepted_one_is_found(self):
        self.assertEqual(self.prove("b", "a", "b")[0], "b")

    def test_a_door_without_a_lock_proves_nothing(self):
        secret, why, _ = self.prove("*", "a")
        self.assertIsNone(secret)
        self.assertIn("any token", step_io.in_english(why))

    def test_a_gateway_that_does_not_answer_proves_nothing(self):
        def connect(_):
            raise OSError("refused")
        self.assertEqual(token_proof.prove([gateway_token.Credential("token", "a")], connect), (None, step_io.phrase("no-answer-because", error="refused")))

    def test_where_few_wrong_tries_lock_callers_out_none_is_made(self):
        self.assertTrue(token_proof.gently({"gateway": {"auth": {"rateLimit": {"maxAttempts": 3}}}}))
        self.assertFalse(token_proof.gently({"gateway": {"auth": {"rateLimit": {"maxAttempts": 10}}}}))
        self.assertFalse(token_proof.gently({"gateway": {"auth": {"rateLimit": {}}}}))
        tried = []
        found = [gateway_token.Credential("token", one) for one in ("a", "b")]
        self.assertEqual(token_proof.prove(found, lambda auth: tried.append(auth["token"]) or "ok", True), (found[0], ""))
        self.assertEqual(tried, ["a"])

    def scan(self, accepts, environment=None, config=None, image=None, running=True, **more):
        self.write("state/openclaw.json", json.dumps(config or {}))
        shutil.rmtree(self.path("job"))
        os.mkdir(self.path("job"))
        container = self.container(environment, image, running=running, **more)
        with mock.patch.object(checks_gateway, "accepted", lambda auth, port: "ok" if accepts in auth.values() else "unauthorized"):
            scan_token.scan(container)
        return self.levels()

    def test_what_is_accepted_and_carried_is_fine(self):
        self.assertEqual(self.scan("t", {"OPENCLAW_GATEWAY_TOKEN": "t"}), {"token": "fine"})
        self.assertEqual(token_proof.kept().sha256, gateway_token.digest("t"))

    def test_what_the_move_would_lose_blocks(self):
        self.assertEqual(self.scan("c", Config={"Cmd": ["gateway", "--token", "c"]}), {"token-not-carried": "blocks"})
        self.assertEqual(self.scan("i", {"OPENCLAW_GATEWAY_TOKEN": "i"}, image={"OPENCLAW_GATEWAY_TOKEN": "i"}), {"token-not-carried": "blocks"})
        secret = {"gateway": {"auth": {"token": {"source": "file", "id": "value", "provider": "f"}}},
                  "secrets": {"providers": {"f": {"source": "file", "path": "/run/secrets/undock-none", "mode": "singleValue"}}}}
        self.write("layer/run/secrets/undock-none", "s")
        self.assertEqual(self.scan("s", config=secret), {"token-not-carried": "blocks"})

    def test_a_program_s_token_is_said_to_be_unresolved(self):
        config = {"gateway": {"auth": {"token": {"source": "exec", "provider": "p", "id": "x"}}}}
        self.assertEqual(self.scan("x", config=config), {"token-unresolved": "attention"})
        self.assertIsNone(token_proof.kept())

    def test_a_wrong_reading_gives_way_to_the_call(self):
        config = {"gateway": {"auth": {"token": "of the file"}}}
        levels = self.scan("t", {"OPENCLAW_GATEWAY_TOKEN": "t"}, config)
        self.assertEqual(levels["token-not-carried"], "blocks")
        self.assertEqual(self.scan("none of them", {"OPENCLAW_GATEWAY_TOKEN": "t"}), {"token-unproved": "attention"})

    def test_a_stopped_container_is_not_called(self):
        self.assertEqual(self.scan("c", running=False, Config={"Cmd": ["gateway", "--token", "c"]}), {"token-otherwise": "attention"})
        self.assertEqual(self.scan("t", {"OPENCLAW_GATEWAY_TOKEN": "t"}, running=False), {"token-unproved": "attention"})

    def acceptance(self, now, proved, accepts=""):
        rows = {}

        class Checks:
            values = {"token_sha256": gateway_token.digest("old")}

            def tell(self, identifier, weight, verdict, *_):
                rows[identifier] = (weight, verdict)

            def critical(self, identifier, good, *_):
                self.tell(identifier, "critical", "passed" if good else "failed")

            def info(self, identifier, good, *_):
                self.tell(identifier, "info", "passed" if good else "warning")

        token_proof.keep(gateway_token.Credential("token", "old") if proved else None, self.container(), now)
        with mock.patch.object(checks_gateway, "resolved", lambda: now), mock.patch.object(checks_gateway, "environment", lambda: {"OPENCLAW_GATEWAY_TOKEN": "old"}), \
                mock.patch.object(checks_gateway, "accepted", lambda auth, *_: "ok" if accepts in auth.values() else "unauthorized"):
            checks_gateway.token_unchanged(Checks())
            checks_gateway.token_works(Checks())
        return rows["token-unchanged"], rows["token-accepted"]

    def test_acceptance_fails_only_what_was_proved(self):
        token = gateway_token.Credential
        self.assertEqual(self.acceptance(token("token", "old"), True, "old"), (("critical", "passed"), ("critical", "passed")))
        self.assertEqual(self.acceptance(token("token", "new"), True, "new")[0], ("critical", "failed"))
        self.assertEqual(self.acceptance(token("token", "new"), True, "old"), (("info", "warning"), ("critical", "passed")))
        self.assertEqual(self.acceptance(token("token", "new"), False, "new"), (("info", "warning"), ("info", "passed")))
        self.assertEqual(self.acceptance(token("token", unresolved="exec"), False), (("info", "warning"), ("info", "unknown")))
        self.assertEqual(self.acceptance(token("token", unresolved="exec"), True, "old")[1], ("critical", "passed"))

    def env_file(self, proved, before, after, scanned=None):
        """Whether E's own look fails; scanned: what was read in the scan, if it was something else."""
        read = gateway_token.Credential("token", scanned or before)
        token_proof.keep(gateway_token.Credential("token", proved) if proved else None, self.container(), read)
        config = self.write("state/openclaw.json", "{}")
        container = self.container({"OPENCLAW_GATEWAY_TOKEN": before})
        carried = container_env.for_service({"OPENCLAW_GATEWAY_TOKEN": after}, {})
        try:
            env_file.prove_token(container, config, carried)
        except SystemExit:
            return "failed"
        return ""

    def test_a_guess_fails_no_move(self):
        self.assertEqual(self.env_file("t", "t", "t"), "")
        self.assertEqual(self.env_file("t", "t", "another"), "failed")
        self.assertEqual(self.env_file("", "t", "another"), "")
        self.assertEqual(self.env_file("really another", "t", "another"), "")

    def test_a_token_that_the_user_changed_since_the_scan_is_no_failure_later(self):
        self.assertEqual(self.env_file("t", "changed", "changed", scanned="t"), "")
        self.assertIsNone(token_proof.kept())
        self.assertIn("not proved", self.findings()["token-since-scan"][0][1])


class Variables(Scratch):
    def test_the_users_node_settings_are_carried(self):
        image = {"NODE_VERSION": "22", "NODE_ENV": "production", "PATH": "/usr/bin"}
        container = {**image, "NODE_OPTIONS": "--max-old-space-size=4096 --use-openssl-ca", "NODE_USE_ENV_PROXY": "1", "NODE_TLS_REJECT_UNAUTHORIZED": "0",
                     "HTTPS_PROXY": "http://192.0.2.1:3128", "HOSTNAME": "x", "OPENCLAW_GATEWAY_PORT": "18789"}
        carried = container_env.for_service(container, image)
        self.assertEqual(sorted(carried.values), ["HTTPS_PROXY", "NODE_OPTIONS", "NODE_TLS_REJECT_UNAUTHORIZED", "NODE_USE_ENV_PROXY"])
        self.assertEqual(carried.left, ["HOSTNAME", "OPENCLAW_GATEWAY_PORT"])

    def test_what_would_make_root_run_code_is_not(self):
        for name, value in (("LD_PRELOAD", "/x.so"), ("BASH_ENV", "/x"), ("ENV", "/x"), ("PYTHONPATH", "/x"), ("PERL5LIB", "/x"), ("PERL5OPT", "-Mx"),
                            ("GIT_SSH_COMMAND", "x"), ("GIT_CONFIG_COUNT", "1"), ("NODE_PATH", "/x"), ("NODE_OPTIONS", "--max-old-space-size=1 --require /x.js"),
                            ("NODE_OPTIONS", "-r/x"), ("NODE_OPTIONS", "--import=file:///x"), ("NODE_OPTIONS", '"--experimental_loader" x'),
                            ("NODE_OPTIONS", "--inspect=0.0.0.0"), ("NODE_OPTIONS", '"unclosed'), ("BASH_FUNC_ls%%", "() { x; }"), ("ANY", "() { :; }; x"),
                            ("OPENSSL_CONF", "/x"), ("npm_config_script_shell", "/x"), ("RUBYOPT", "-r/x"), ("LOADER", "harmless")):
            with self.subTest(name=name, value=value):
                self.assertEqual(container_env.runs_code(name, value), name != "LOADER")
        for name, value in (("NODE_OPTIONS", "--dns-result-order=ipv4first"), ("GIT_AUTHOR_NAME", "x"), ("ENVIRONMENT", "x"), ("LANG", "C")):
            self.assertFalse(container_env.runs_code(name, value), name)

    def test_they_are_named_and_never_told(self):
        scan_surroundings.variables(self.container({"LD_PRELOAD": "/secret-place.so"}))
        [(level, text)] = self.findings()["environment-runs-code"]
        self.assertEqual(level, "attention")
        self.assertIn("LD_PRELOAD", text)
        self.assertNotIn("secret-place", text)

    def test_a_file_that_only_the_container_has_is_copied_and_named_anew(self):
        self.write("layer/undock-certs/x.pem", "PEM")
        container = self.container({"NODE_EXTRA_CA_CERTS": "/undock-certs/x.pem"})
        with mock.patch.object(container_env, "FILES", self.path("files")):
            carried = container_env.of(container)
            self.assertEqual(carried.values["NODE_EXTRA_CA_CERTS"], self.path("files/NODE_EXTRA_CA_CERTS"))
            env_file.copy_files(container, carried)
        self.assertEqual(pathlib.Path(self.path("files/NODE_EXTRA_CA_CERTS")).read_text(), "PEM")

    def test_one_on_a_mount_is_named_where_the_guest_has_it(self):
        self.write("certs/x.pem")
        mount = {"Type": "bind", "Source": self.path("certs"), "Destination": "/undock-certs"}
        carried = container_env.of(self.container({"NODE_EXTRA_CA_CERTS": "/undock-certs/x.pem"}, mounts=[mount]))
        self.assertEqual(carried.values["NODE_EXTRA_CA_CERTS"], self.path("certs/x.pem"))

    def test_a_program_is_not_copied_but_told(self):
        self.write("layer/undock-tools/run", "x", 0o755)
        container = self.container({"TOOL": "/undock-tools/run"})
        self.assertEqual(container_env.of(container).values["TOOL"], "/undock-tools/run")
        scan_surroundings.variables(container)
        self.assertIn("docker cp", self.findings()["environment-path-lost"][0][1])

    def test_env_of_the_working_directory_is_carried(self):
        self.write("layer/app/.env", "A=folder\nB=folder\nLD_PRELOAD=/x\n")
        carried = container_env.of(self.container({"B": "process"}))
        self.assertEqual((carried.values["A"], carried.values["B"], carried.risky, carried.from_folder), ("folder", "process", ["LD_PRELOAD"], ["A"]))

    def test_what_only_the_image_sets_is_named(self):
        scan_surroundings.variables(self.container({"CHROME": "/x", "NODE_VERSION": "22"}, {"CHROME": "/x", "NODE_VERSION": "22"}))
        self.assertIn("CHROME", self.findings()["environment-of-image"][0][1])
        self.assertNotIn("NODE_VERSION", self.findings()["environment-of-image"][0][1])

    def test_settings_that_lead_elsewhere_block(self):
        for name, value, good in (("OPENCLAW_STATE_DIR", "/home/node/.openclaw/", True), ("OPENCLAW_STATE_DIR", "/data", False),
                                  ("OPENCLAW_STATE_DIR", "~/.openclaw", True), ("OPENCLAW_STATE_DIR", "/home/node/.openclaw/sub", False),
                                  ("OPENCLAW_CONFIG_PATH", "/home/node/.openclaw/openclaw.json", True), ("OPENCLAW_CONFIG_PATH", "/config/x.json", False),
                                  ("OPENCLAW_HOME", "/home/node", True), ("OPENCLAW_HOME", "/srv", False), ("OPENCLAW_AGENT_DIR", "/home/node/.openclaw/a", True),
                                  ("OPENCLAW_OAUTH_DIR", "/srv/oauth", False), ("CLAWDBOT_STATE_DIR", "/x", False), ("OPENCLAW_STATE_DIR", "", True)):
            with self.subTest(name=name, value=value):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(self.path("job/facts"))
                scan_surroundings.settings(self.container({name: value}))
                self.assertEqual(self.levels(), {} if good else {"setting-elsewhere": "blocks"})


class Addresses(Scratch):
    """A compose network with a model beside the gateway, and one in a project of its own."""

    def item(self, name, project="p", ports=None, running=True, **more):
        return {"Id": name.ljust(64, "0"), "Name": "/" + name, "State": {"Running": running, "Pid": 0},
                "Config": {"Labels": {"com.docker.compose.project": project, "com.docker.compose.service": name.split("-")[-1]}},
                "HostConfig": {"NetworkMode": "p_default", "PortBindings": ports or {}, **more},
                "NetworkSettings": {"Networks": {"p_default": {"IPAddress": f"172.18.0.{len(name)}", "Aliases": ["also-" + name]}}, "Ports": {}}}

    NETWORKS = ({"Name": "p_default", "IPAM": {"Config": [{"Subnet": "172.18.0.0/16", "Gateway": "172.18.0.1"}]}},)

    def judged(self, text, *others, needed=True, key="baseUrl", gateway=None, answers=True):
        """({code: level}, changes)"""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.path("job/facts"))
        gateway = gateway or self.item("openclaw-gateway", ExtraHosts=["llm:192.0.2.7", "guest=host-gateway"])
        book = docker_addresses.Book(gateway, [gateway, *others], self.NETWORKS)
        pairs = {}
        with mock.patch.object(docker_addresses, "answers", lambda place: answers and place.startswith(("127.", "192."))), \
                mock.patch.object(docker_addresses, "known_here", lambda _: False), \
                mock.patch.object(scan_addresses.processes, "listening_sockets", lambda _: {"1": "127.0.0.1"}):
            for address in docker_addresses.addresses_in(text, key):
                if place := book.find(address):
                    scan_addresses.judge(book, address, place, "here", needed, True, pairs)
        return self.levels(), pairs

    PUBLISHED = {"11434/tcp": [{"HostIp": "127.0.0.1", "HostPort": "21434"}]}

    def test_a_published_service_of_another_project_is_named_anew(self):
        for text in ("http://ollama:11434", "http://my-ollama:11434", "http://also-my-ollama:11434", "http://172.18.0.9:11434"):
            with self.subTest(text=text):
                levels, pairs = self.judged(text, self.item("my-ollama", "other", self.PUBLISHED))
                self.assertEqual((levels, list(pairs.values())), ({"address-changed": "attention"}, ["127.0.0.1:21434"]))

    def test_one_that_is_not_published_or_stops_with_the_project_blocks(self):
        self.assertEqual(self.judged("http://ollama:11434", self.item("my-ollama", "other")), ({"address-lost": "blocks"}, {}))
        self.assertEqual(self.judged("http://ollama:11434", self.item("my-ollama", "p", self.PUBLISHED)), ({"address-lost": "blocks"}, {}))
        self.assertEqual(self.judged("http://ollama:11434", self.item("my-ollama", "other"), needed=False)[0], {"address-lost": "attention"})

    def test_what_does_not_work_today_hinders_nobody(self):
        self.assertEqual(self.judged("http://ollama:11434", self.item("my-ollama", "p", running=False))[0], {"address-lost": "attention"})

    def test_names_of_the_guest(self):
        for text, old in (("http://host.docker.internal:8000/v1", "host.docker.internal:8000"), ("http://u:p@guest:8000", "guest:8000"),
                          ("http://172.18.0.1:8000", "172.18.0.1:8000"), ("http://gateway.docker.internal", "gateway.docker.internal")):
            with self.subTest(text=text):
                self.assertEqual(self.judged(text), ({"address-changed": "attention"}, {old: "127.0.0.1:80" if old.count(".") == 2 and ":" not in old else "127.0.0.1:8000"}))
        self.assertEqual(self.judged("http://llm:9000")[1], {"llm:9000": "192.0.2.7:9000"})

    def test_one_that_listens_elsewhere_only_blocks(self):
        self.assertEqual(self.judged("http://host.docker.internal:8000", answers=False)[0], {"address-silent": "blocks"})

    def test_a_certificate_is_for_the_name(self):
        levels, pairs = self.judged("https://host.docker.internal:8443")
        self.assertEqual((levels, pairs), ({"address-encrypted": "blocks"}, {}))

    def test_what_means_the_same_everywhere_is_left_alone(self):
        for text in ("https://api.example.com/v1", "http://192.0.2.9:80", "ollama", "claude:latest", "a text with ollama: in it", "10.10.10.1:8788"):
            with self.subTest(text=text):
                self.assertEqual(self.judged(text, self.item("my-ollama", "other", self.PUBLISHED), key="model"), ({}, {}))

    def test_the_gateway_s_own_port_moves_along(self):
        self.assertEqual(self.judged("http://localhost:18789/hooks")[1], {"localhost:18789": "127.0.0.1:28789"})
        host = self.item("openclaw-gateway")
        host["HostConfig"]["NetworkMode"] = "host"
        self.assertEqual(self.judged("http://localhost:8000", gateway=host), ({}, {}))

    def test_texts_are_changed_only_where_the_address_stands(self):
        pairs = {"ollama:11434": "127.0.0.1:21434", "proxy": "127.0.0.1:3128"}
        for text, wanted in (("http://ollama:11434/v1", "http://127.0.0.1:21434/v1"), ("ollama:11434", "127.0.0.1:21434"),
                             ("http://u:p@ollama:11434", "http://u:p@127.0.0.1:21434"), ("http://ollama:114345", "http://ollama:114345"),
                             ("http://my-ollama:11434", "http://my-ollama:11434"), ("proxy", "proxy"), ("http://proxy/x", "http://127.0.0.1:3128/x"),
                             ("http://proxy.example.com", "http://proxy.example.com"), ("http://x/?u=ollama:11434", "http://x/?u=ollama:11434")):
            with self.subTest(text=text):
                self.assertEqual(docker_addresses.changed(text, pairs), wanted)

    def test_variables_are_changed_as_the_scan_found(self):
        docker_addresses.keep({"ollama:11434": "127.0.0.1:21434"})
        values = {"OLLAMA_HOST": "http://ollama:11434", "NO_PROXY": "ollama:11434", "OTHER": "x"}
        self.assertEqual(docker_addresses.change_environment(values), [("OLLAMA_HOST", "ollama:11434", "127.0.0.1:21434")])
        self.assertEqual(values, {"OLLAMA_HOST": "http://127.0.0.1:21434", "NO_PROXY": "ollama:11434", "OTHER": "x"})

    def test_the_scan_names_places_and_no_values(self):
        self.write("state/openclaw.json", json.dumps({"models": {"providers": {"o/l": {"baseUrl": "http://user:hidden@host.docker.internal:9/v1"}}}}))
        with mock.patch.object(scan_addresses, "inspected", lambda: ([], list(self.NETWORKS))):
            scan_addresses.scan(self.container({"OPENAI_BASE_URL": "http://host.docker.internal:9"}))
        texts = " ".join(text for found in self.findings().values() for _, text in found)
        for part in ("/models/providers/o~1l/baseUrl", "OPENAI_BASE_URL", "host.docker.internal:9", "127.0.0.1:9"):
            self.assertIn(part, texts)
        self.assertNotIn("hidden", texts)

    def test_other_files_are_named_for_the_hand(self):
        self.write("state/openclaw.json", json.dumps({"models": {"providers": {"a": {"baseUrl": "http://host.docker.internal:9/v1"}}}}))
        self.write("state/agents/main/agent/models.json", json.dumps({"providers": {"a": {"baseUrl": "http://host.docker.internal:9/v1"},
                                                                                   "b": {"baseUrl": "http://host.docker.internal:8/v1"}}}))
        os.makedirs(self.path("state/agents/x/agent"))
        os.symlink("/etc/hostname", self.path("state/agents/x/agent/models.json"))
        with mock.patch.object(scan_addresses, "inspected", lambda: ([], [])), mock.patch.object(docker_addresses, "answers", lambda _: True), \
                mock.patch.object(docker_addresses, "known_here", lambda _: False):
            scan_addresses.scan(self.container())
        self.assertEqual(self.levels(), {"address-changed": "attention", "address-by-hand": "attention"})
        self.assertIn("/providers/b/baseUrl", self.findings()["address-by-hand"][0][1])

    def test_docker_that_does_not_tell_is_not_nothing(self):
        with mock.patch.object(scan_addresses, "run", lambda *_, **__: (1, b"")):
            scan_addresses.scan(self.container())
        self.assertEqual(self.levels(), {"addresses-unread": "attention"})

    def test_a_connection_is_really_tried(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            self.assertTrue(docker_addresses.answers(f"127.0.0.1:{port}"))
        self.assertFalse(docker_addresses.answers(f"127.0.0.1:{port}"))


class Zone(Scratch):
    def differing(self, container, guest="Asia/Shanghai"):
        with mock.patch.object(zone, "of_guest", lambda *_: guest):
            found = zone.differing(container)
        return found.there, found.carry

    def test_an_image_in_utc_is_carried_into_another_zone(self):
        self.assertEqual(self.differing(self.container()), ("UTC", "UTC"))
        self.assertEqual(self.differing(self.container(), "Etc/UTC"), ("UTC", ""))
        os.makedirs(self.path("layer/etc"))
        os.symlink("/usr/share/zoneinfo/Europe/Paris", self.path("layer/etc/localtime"))
        self.assertEqual(self.differing(self.container()), ("Europe/Paris", "Europe/Paris"))

    def test_tz_of_compose_is_carried_anyway_and_the_image_s_where_it_differs(self):
        self.assertEqual(self.differing(self.container({"TZ": "Europe/Paris"})), ("Europe/Paris", ""))
        self.assertEqual(self.differing(self.container({"TZ": ":Europe/Paris"}, {"TZ": ":Europe/Paris"})), ("Europe/Paris", "Europe/Paris"))

    def test_a_mounted_localtime_is_the_guest_s(self):
        mount = {"Type": "bind", "Source": "/etc/localtime", "Destination": "/etc/localtime"}
        self.assertEqual(self.differing(self.container(mounts=[mount])), ("Asia/Shanghai", ""))

    def test_it_reaches_the_service_and_the_scan_counts_the_jobs(self):
        self.write("state/cron/jobs.json", json.dumps({"jobs": [{"schedule": {"kind": "cron", "expr": "0 9 * * *"}}, {"schedule": {"kind": "every"}},
                                                                 {"schedule": {"kind": "cron", "expr": "1 1 * * *", "tz": "UTC"}}]}))
        with mock.patch.object(zone, "of_guest", lambda *_: "Asia/Shanghai"):
            carried = container_env.of(self.container())
        self.assertEqual(carried.values["TZ"], "UTC")
        scan_surroundings.zone(carried)
        self.assertIn("(1) fire", self.findings()["zone-carried"][0][1])


class Mounts(Scratch):
    def test_each_is_told_with_what_to_do(self):
        guest = self.path("claude")
        os.mkdir(guest)

        def mount(target, source=guest, kind="bind", **more):
            return {"Type": kind, "Source": source, "Destination": target, **more}
        scan_surroundings.mounts(self.container(mounts=[mount("/home/node/.undock-claude"), mount("/undock-skills", kind="volume", Name="s"), mount("/run/secrets/undock"),
                                                        mount("/app/extensions/x"), mount("/etc"), mount("/undock-tmp", kind="tmpfs"), mount(guest),
                                                        mount("/var/run/docker.sock", "/run/docker.sock"), mount("/etc/localtime", "/etc/localtime")]))
        found = self.findings()
        self.assertEqual({code: level for code, [(level, _), *_] in found.items()},
                         {"mount-beside-folder": "attention", "mount-beside": "attention", "mount-volatile": "attention", "mount-in-program": "attention",
                          "mount-in-the-way": "attention", "mount-same": "fine", "mount-socket": "attention"})
        self.assertIn(f"ln -s {guest} /root/.undock-claude", found["mount-beside-folder"][0][1])
        self.assertIn(f"cp -a {guest} /undock-skills", found["mount-beside"][0][1])

    def test_a_configured_path_that_only_the_container_has(self):
        self.write("layer/undock-bin/chromium")
        self.write("state/openclaw.json", json.dumps({"browser": {"executablePath": "/undock-bin/chromium", "other": "/undock-nowhere", "text": "/help me"}}))
        scan_surroundings.config_paths(self.container())
        [(_, text)] = self.findings()["config-path-container"]
        self.assertIn("/browser/executablePath", text)


class Compose(Scratch):
    def told(self, command, **host):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.path("job/facts"))
        container = self.container(Config={"Cmd": command}, HostConfig=host)
        scan_surroundings.command(container)
        scan_surroundings.limits(container)
        return sorted(self.findings())

    def test_what_the_command_and_the_compose_file_add(self):
        usual = ["node", "dist/index.js", "gateway", "run", "--bind", "lan", "--port", "18789", "--allow-unconfigured"]
        port = {"18789/tcp": [{"HostIp": "127.0.0.1", "HostPort": "28789"}]}
        self.assertEqual(self.told(usual, PortBindings=port, PidsLimit=-1), [])
        self.assertEqual(self.told([*usual, "--tailscale=serve"]), ["command-options"])
        self.assertEqual(self.told(["sh", "-c", "apt-get install x && node openclaw.mjs gateway"]), ["command-script"])
        self.assertEqual(self.told(["/start.sh"]), ["command-script-file"])
        self.assertEqual(self.told(usual, Memory=1 << 30, NanoCpus=1, Dns=["192.0.2.53"], PortBindings={**port, "8080/tcp": [{"HostPort": "8080"}]}),
                         ["dns-own", "limits", "port-extra"])


class NativeModules(Scratch):
    def scan(self, **files):
        for name, text in files.items():
            self.write(f"state/extensions/{name}/node_modules/x/{name}.node", b"\x7fELF" + b"\0" * 100 + text)
        with mock.patch.object(native_modules, "which", lambda _: "/node"), mock.patch.object(native_modules, "run", lambda *_: (0, b"127\n")):
            native_modules.scan(self.container())
        return self.findings()

    def test_what_fits_is_fine(self):
        self.assertEqual(list(self.scan(a=b"napi_register_module_v1", b=b"node_register_module_v127\0")), ["native-fit"])

    def test_another_library_and_another_node_are_told_with_the_folder(self):
        found = self.scan(m=b"libc.musl-x86_64.so.1\0napi_x", o=b"node_register_module_v115\0")
        self.assertEqual({code: level for code, [(level, _)] in found.items()}, {"native-musl": "attention", "native-abi": "attention"})
        self.assertIn("/root/.openclaw/extensions/m.", found["native-musl"][0][1])
        self.assertIn("115", found["native-abi"][0][1])

    def test_marks_are_found_across_pieces(self):
        for at in (native_modules.PIECE - 3, native_modules.PIECE):
            path = self.write("state/m.node", b"\x7fELF".ljust(at, b"\0") + b"libc.musl-x86_64.so.1" + b"\0" * 10)
            self.assertTrue(native_modules.look_at(path, path).musl)

    def test_links_and_pipes_are_no_modules(self):
        os.symlink("/dev/zero", self.path("state/z.node"))
        os.mkfifo(self.path("state/p.node"))
        self.assertEqual(native_modules.modules(self.path("state")), ([], 1))


class Programs(Scratch):
    def scan(self, answer, running=True):
        self.write("answer", answer)
        with mock.patch.object(scan_programs, "which", lambda name: "/bin/" + name if name == "git" else ""):
            scan_programs.scan(self.container(running=running))
        return self.findings()

    def test_what_skills_ask_for_and_what_was_added_is_named(self):
        self.write("state/workspace/skills/gh/SKILL.md", '---\nname: gh\nmetadata: {"openclaw":{"requires":{"bins":["gh", "special"]}}}\n---\nbins: ["no"]\n')
        self.write("layer/app/skills/video/SKILL.md", "---\nname: video\nmetadata:\n  requires:\n    anyBins:\n      - ffmpeg\n---\n")
        found = self.scan("/usr/local/bin:\nnode\nmytool\n/usr/bin:\ngh\nffmpeg\nspecial\ngit\nno\nodd;name\n")
        [(level, text)] = found["programs-missing"]
        self.assertEqual(level, "attention")
        for part in ("gh (for gh)", "ffmpeg (for video)", "special (for gh)", "mytool", "apt-get install ffmpeg gh."):
            self.assertIn(part, text)
        self.assertNotIn("odd", text)
        self.assertEqual(self.levels(), {"programs-missing": "attention"})

    def test_what_the_guest_has_too_is_fine_and_no_answer_is_not_none(self):
        self.assertEqual(list(self.scan("/usr/bin:\ngit\nls\n")), ["programs"])
        os.unlink(self.path("job/facts"))
        self.assertEqual(list(self.scan("/usr/bin:\ngit\n", running=False)), ["programs-unread"])


class Answers(Scratch):
    def test_an_answer_since_the_start_is_seen_and_else_said_not_to_be(self):
        line = '{"message":{"role":"assistant","content":[]%s}}\n'
        for name in ("source", "target"):
            self.write(f"{name}/agents/main/sessions/s.jsonl", line % "")
        with mock.patch.multiple(checks_gateway, SOURCE=self.path("source"), TARGET=self.path("target")):
            self.assertEqual(checks_gateway.new_answers(), 0)
            with open(self.path("target/agents/main/sessions/s.jsonl"), "a", encoding="utf-8") as file:
                file.write(line % ',"stopReason":"error"' + line % "")
            self.assertEqual(checks_gateway.new_answers(), 1)


    def test_only_servers_nearby_are_asked_and_any_answer_shows_them(self):
        config = {"models": {"providers": {"near": {"baseUrl": "http://127.0.0.1:9/v1"}, "far": {"baseUrl": "https://192.0.2.1/v1"}, "public": {"baseUrl": "https://8.8.8.8"},
                                           "odd": {"baseUrl": "http://127.0.0.1:99999"}, "none": {}, "list": []}}}
        self.assertEqual([name for name, *_ in checks_gateway.model_servers(config) if name != "far"], ["near"])
        [(_, url, port)] = [found for found in checks_gateway.model_servers(config) if found[0] == "near"]
        self.assertTrue(step_io.in_english(checks_gateway.server_answer(url, port)).startswith("no answer"))


class Turn(Scratch):
    """A question of ours to the model only where it costs nobody anything."""

    def config(self, base, cost=None, **more):
        model = {"id": "m/1", **({"cost": cost} if cost is not None else {"cost": {"input": 0, "output": 0, "cacheRead": 1}})}
        return {"agents": {"defaults": {"model": {"primary": "near/m/1"}}}, "models": {"providers": {"near": {"baseUrl": base, "apiKey": "${KEY}", "models": [model], **more}}}}

    def free(self, *args, **more):
        with mock.patch.object(checks_gateway, "environment", lambda: {"KEY": "k"}):
            return checks_gateway.free_model(self.config(*args, **more))

    def test_it_is_asked_where_its_owner_says_that_it_is_free(self):
        self.assertEqual([self.free("http://127.0.0.1:9/v1")[place] for place in (0, 3, 4)], ["near/m/1", "m/1", "k"])
        for base, more in (("http://127.0.0.1:9/v1", {"cost": {"input": 0, "output": 0.1}}), ("http://127.0.0.1:9/v1", {"cost": {}}), ("http://127.0.0.1:9/v1", {"cost": "0"}),
                           ("https://8.8.8.8/v1", {}), ("https://127.0.0.1:9/v1", {}), ("http://127.0.0.1:9/v1", {"api": "anthropic-messages"}),
                           ("http://127.0.0.1:9/v1", {"models": None}), ("http://127.0.0.1:9/v1", {"apiKey": "${GONE}"})):
            with self.subTest(base=base, **more):
                self.assertIsNone(self.free(base, **more))
        for config in ({}, {"agents": {"defaults": {"model": "alone"}}}, {"agents": {"defaults": {"model": 5}}}):
            self.assertIsNone(checks_gateway.free_model(config))

    def test_what_it_says(self):
        seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):  # noqa: N802
                seen.append((self.path, self.headers.get("Authorization"), json.loads(self.rfile.read(int(self.headers["Content-Length"])))["model"]))
                body = answers.pop(0)
                self.send_response(200 if body else 503)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass
        answers = [b'{"choices":[{"message":{}}]}', b"", b"{}", b"no"]
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        _, *where = self.free(f"http://127.0.0.1:{server.server_port}/v1/")
        self.assertEqual([step_io.in_english(checks_gateway.turn(*where)) for _ in range(4)], ["answered", "HTTP 503", "an answer without words", "no answer (JSONDecodeError)"])
        self.assertEqual(seen[0], ("/v1/chat/completions", "Bearer k", "m/1"))


if __name__ == "__main__":
    unittest.main(buffer=False)
