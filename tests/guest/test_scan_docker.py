#!/usr/bin/env python3
"""What the scan makes of Docker's side: which containers are meant, how compose is to be called, other gateways.

    python3 tests/guest/test_scan_docker.py

Docker is a stand-in that answers with what `docker inspect` of real containers looks like.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
import containers  # noqa: E402
import processes  # noqa: E402
import scan_compose  # noqa: E402
import scan_gateways  # noqa: E402
import step_io  # noqa: E402


def container(name, project="openclawpanel", service=None, folder="/opt/openclaw", running=True, policy="unless-stopped", mounts=(), words=(),
              image="openclaw:1", files=None, environment="", **more):
    labels = {"com.docker.compose.project": project, "com.docker.compose.service": service or name, "com.docker.compose.project.working_dir": folder,
              "com.docker.compose.project.config_files": files if files is not None else f"{folder}/docker-compose.yml",
              "com.docker.compose.oneoff": "False", "com.docker.compose.config-hash": f"hash-{service or name}"} if project else {}
    if environment:
        labels["com.docker.compose.project.environment_file"] = environment
    labels.update(more.pop("labels", {}))
    return {"Id": hashlib.sha256(name.encode()).hexdigest(), "Name": "/" + name, "Path": words[0] if words else "tini", "Args": list(words[1:]),
            "Config": {"Labels": labels, "Image": image, "Env": []}, "Image": "sha256:1",
            "State": {"Running": running, "Status": "running" if running else "exited", "ExitCode": 0, **more.pop("state", {})},
            "HostConfig": {"RestartPolicy": {"Name": policy}, **more.pop("host", {})},
            "Mounts": [{"Type": "bind", "Source": source, "Destination": destination} for source, destination in mounts]}


STATE = ("/data/openclaw", "/home/node/.openclaw")
GATEWAY_WORDS = ("node", "dist/index.js", "gateway", "run", "--bind", "lan")


def usual():
    return [container("openclaw-gateway", mounts=[STATE], words=GATEWAY_WORDS),
            container("openclaw-panel", service="panel", image="openclaw-panel:1", mounts=[("/data/panel", "/data/panel")])]


class Told(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.found, self.facts = [], []
        state = os.path.join(self.folder, "state")
        for patch in (mock.patch.object(step_io, "STATE", state), mock.patch.object(containers, "ARGV", os.path.join(state, "compose-argv")),
                      *(mock.patch.object(module, "finding", lambda *told: self.found.append((*told[:2], step_io.in_english(told[2])))) for module in (scan_compose, scan_gateways, step_io)),
                      mock.patch.object(scan_compose, "fact", lambda *told: self.facts.append(told)), mock.patch.object(scan_gateways, "listed", lambda *_: None),
                      mock.patch.object(scan_compose, "say", lambda _: None), mock.patch.object(scan_compose, "command", lambda: True)):
            patch.start()
            self.addCleanup(patch.stop)

    def codes(self):
        return [(level, code) for level, code, _ in self.found]

    def text(self, code):
        [text] = [text for _, one, text in self.found if one == code]
        return text

    def file(self, name):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        pathlib.Path(path).touch()
        return path


class Compose(Told):
    """docker compose is called with what the containers were made with, and asked whether it knows them."""

    def scan(self, items, services=None, hashes=None, readable=True):
        self.calls = []

        def docker(*words, timeout=60):
            self.calls.append(words)
            if "--format" in words:
                return subprocess.CompletedProcess(words, 0 if readable else 1, json.dumps({"services": services}).encode(), b"")
            return subprocess.CompletedProcess(words, 0, "".join(f"{name} {value}\n" for name, value in (hashes or {}).items()).encode(), b"")

        with mock.patch.object(containers, "docker", docker):
            self.project = containers.Project(items)
            scan_compose.scan(mock.Mock(project=self.project))
        return self.project

    def argv(self):
        return pathlib.Path(containers.ARGV).read_bytes().decode().split("\0")[:-1]

    def made_from(self, *names, **more):
        files = ",".join(self.file("opt/" + name) for name in names)
        return [container("openclaw-gateway", folder=self.folder + "/opt", files=files, mounts=[STATE], **more),
                container("openclaw-panel", service="panel", folder=self.folder + "/opt", files=files, **more)]

    SERVICES = {"openclaw-gateway": {}, "panel": {}}

    def test_another_name_more_files_and_an_environment_file_are_kept_for_later_calls(self):
        environment = self.file("opt/x y.env")
        with mock.patch.object(scan_compose, "COMPOSE_DIR", self.folder + "/opt"):
            self.scan(self.made_from("a.yml", "b.yml", project="other", environment="x y.env"), self.SERVICES)
        self.assertEqual(self.codes(), [])
        folder = self.folder + "/opt"
        self.assertEqual(self.argv(), [folder, "--project-name", "other", "--project-directory", folder, "--file", folder + "/a.yml",
                                       "--file", folder + "/b.yml", "--env-file", environment])

    def test_profiles_of_the_services_that_have_containers_are_found(self):
        with mock.patch.object(scan_compose, "COMPOSE_DIR", self.folder + "/opt"):
            self.scan(self.made_from("a.yml"), {"openclaw-gateway": {"profiles": ["bot"]}, "panel": {}, "unused": {"profiles": ["no"]}})
        self.assertEqual(self.argv()[-2:], ["--profile", "bot"])
        self.assertIn(("compose_profiles", "bot"), self.facts)

    def test_names_that_compose_chose_are_kept(self):
        items = self.made_from("a.yml")
        items[0]["Name"], items[1]["Name"] = "/openclawpanel-openclaw-gateway-1", "/openclawpanel-panel-1"
        self.scan(items, self.SERVICES)
        self.assertEqual(containers.names(), ("openclawpanel-openclaw-gateway-1", "openclawpanel-panel-1"))

    def test_a_panel_of_a_strange_project_is_not_taken(self):
        items = [*self.made_from("a.yml"), container("monitor", project="monitor", service="panel")]
        items[1]["Config"]["Labels"]["com.docker.compose.service"] = "panel"
        self.assertEqual(containers.name_of(self.scan(items, self.SERVICES).panel), "openclaw-panel")

    def test_a_file_that_is_gone_blocks_with_its_name(self):
        items = self.made_from("a.yml", "b.yml")
        os.unlink(self.folder + "/opt/b.yml")
        self.scan(items, self.SERVICES)
        self.assertEqual(self.codes(), [("blocks", "compose-files-missing")])
        self.assertIn("/opt/b.yml", self.text("compose-files-missing"))
        self.assertNotIn("/opt/a.yml", self.text("compose-files-missing"))

    def test_what_compose_cannot_read_or_does_not_know_blocks(self):
        self.scan(self.made_from("a.yml"), readable=False)
        self.assertIn(("blocks", "compose-invalid"), self.codes())
        self.found.clear()
        self.scan(self.made_from("a.yml"), {"panel": {}})
        self.assertIn(("blocks", "compose-service-missing"), self.codes())

    def test_containers_that_would_be_made_otherwise_are_named(self):
        with mock.patch.object(scan_compose, "COMPOSE_DIR", self.folder + "/opt"):
            self.scan(self.made_from("a.yml"), self.SERVICES, {"openclaw-gateway": "another", "panel": "hash-panel"})
        self.assertEqual(self.codes(), [("attention", "compose-drift")])
        self.assertIn("openclaw-gateway", self.text("compose-drift"))
        self.assertNotIn("openclaw-panel", self.text("compose-drift"))

    def test_two_that_no_single_call_would_remove_block(self):
        items = self.made_from("a.yml")
        items[1]["Config"]["Labels"]["com.docker.compose.project"] = "panel"
        self.scan(items, self.SERVICES)
        self.assertIn(("blocks", "compose-split"), self.codes())
        self.found.clear()
        self.scan([container("openclaw-gateway", project="", mounts=[STATE])])
        self.assertIn(("blocks", "compose-none"), self.codes())

    def test_containers_that_vanish_or_come_back_when_stopped_block(self):
        self.scan([container("openclaw-gateway", host={"AutoRemove": True}), container("openclaw-panel", labels={"com.docker.swarm.service.name": "x"})])
        self.assertIn(("blocks", "container-autoremove"), self.codes())
        self.assertIn(("blocks", "container-swarm"), self.codes())

    def test_others_of_the_folder_and_of_the_data_are_told(self):
        items = [*self.made_from("a.yml"), container("old", project="old", folder=self.folder + "/opt"),
                 container("sidecar", project="x", folder="/srv", mounts=[("/data/openclaw/media", "/m")]), container("cloud", project="y", folder="/srv", mounts=[("/data", "/d")])]
        self.scan(items, self.SERVICES)
        self.assertIn("old", self.text("compose-other"))
        self.assertIn("sidecar", self.text("data-shared"))


class Gateways(Told):
    def scan(self, *items, places=None):
        docker = mock.Mock(project=containers.Project([*usual(), *items]))
        running = {f"container {usual()[0]['Id'][:12]}": [10, 11], processes.DIRECT: [12], **(places or {})}
        with mock.patch.object(processes, "gateways", lambda: running), mock.patch.object(scan_gateways, "USER_UNITS", ()):
            scan_gateways.scan(docker)
        return self.codes()

    def test_the_one_that_is_moved_is_none(self):
        self.assertEqual(self.scan(), [])

    def test_one_in_another_projects_container_blocks_by_what_it_runs(self):
        other = container("second", project="two", service="bot", image="my/image", folder="/srv/two")
        self.assertEqual(self.scan(other), [], "nothing tells")
        self.assertEqual(self.scan(other, places={f"container {other['Id'][:12]}": [77]}), [("blocks", "other-gateway")])
        self.assertIn("second", self.text("other-gateway"))

    def test_one_that_is_only_starting_blocks_by_its_words_or_image(self):
        for more in ({"words": GATEWAY_WORDS, "service": "bot", "image": "my/openclaw-fork"}, {"words": ("openclaw", "gateway"), "service": "bot", "image": "x"},
                     {"service": "openclaw-gateway", "image": "x"}, {"image": "ghcr.io/openclaw/openclaw:2026.2.19", "service": "bot"}):
            with self.subTest(**more):
                self.found.clear()
                self.assertEqual(self.scan(container("second", project="two", folder="/srv/two", **more)), [("blocks", "other-gateway")])

    def test_one_that_waits_for_the_next_boot_blocks(self):
        for policy, state, expected in (("always", {}, True), ("unless-stopped", {}, False), ("on-failure", {"ExitCode": 1}, True), ("on-failure", {}, False), ("no", {}, False)):
            with self.subTest(policy=policy, state=state):
                self.found.clear()
                self.scan(container("second", project="two", running=False, policy=policy, words=GATEWAY_WORDS, image="openclaw:2", folder="/srv/two", state=state))
                self.assertEqual(self.codes(), [("blocks", "gateway-at-boot")] if expected else [])

    def test_panels_command_line_tools_and_strangers_do_not_hinder(self):
        self.assertEqual(self.scan(container("panel-2", project="two", service="ui", image="x/openclaw-panel:2"),
                                   container("run-1", project="openclawpanel", service="openclaw-cli", image="openclaw:1"),
                                   container("models-1", project="models", service="server", image="openclaw/openclaw:1", words=("docker-entrypoint.sh", "node", "-e", "serve()")),
                                   container("traefik", project="edge", service="gateway", image="traefik:3", words=("traefik", "--gateway"))), [])

    def test_processes_outside_docker_are_named(self):
        self.assertEqual(self.scan(places={"libpod-1.scope": [99]}), [("blocks", "other-gateway")])
        self.assertIn("99", self.text("other-gateway"))

    def test_containers_are_told_apart_by_their_control_group(self):
        one = "a" * 64
        for group, expected in ((f"/system.slice/docker-{one}.scope", one), (f"/docker/{one}", one), (f"/docker/{one}/init.scope", one), ("/system.slice/docker.service", "")):
            with mock.patch.object(processes, "control_group", lambda _, group=group: group):
                self.assertEqual(processes.container_of(1), expected)


class Shell(unittest.TestCase):
    """The shell's side: compose's call from what was kept, containers by inspect."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("bin", "job/params", "state", "a folder"):
            os.makedirs(os.path.join(self.folder, name))

    def step(self, script, docker):
        path = pathlib.Path(self.folder, "bin/docker")
        path.write_text("#!/bin/bash\n" + docker)
        path.chmod(0o755)
        environment = {"HOME": "/root", "PATH": f"{self.folder}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "UNDOCK_LIB": str(GUEST), "UNDOCK_RUN": self.folder, "UNDOCK_JOB": self.folder + "/job"}
        return subprocess.run(["bash", "-c", f'set -euo pipefail; . "$UNDOCK_LIB/prelude.sh"; {script}'], env=environment, capture_output=True, text=True, check=False)

    def test_each_word_arrives_as_it_was_kept(self):
        words = [self.folder + "/a folder", "--project-name", "other", "--file", "/opt/it's $(here) \"x\";.yml", "--profile", "*"]
        pathlib.Path(self.folder, "state/compose-argv").write_bytes(b"".join(word.encode() + b"\0" for word in words))
        done = self.step("compose down --remove-orphans", 'pwd; printf "%s\\n" "$@"\n')
        self.assertEqual(done.stdout.splitlines(), [words[0], "compose", *words[1:], "down", "--remove-orphans"])

    def test_the_projects_containers_are_found_under_any_name(self):
        pathlib.Path(self.folder, "state/gateway_container").write_text("other-openclaw-gateway-1")
        pathlib.Path(self.folder, "state/compose_project").write_text("other")
        docker = r'''case $1 in ps) printf '1\n2\n3\n4\n' ;; inspect) printf '%s\n' '1|other-openclaw-gateway-1|true|other|/opt/openclaw' '2|other-db-1|false|other|/opt/openclaw' \
            '3|strange|true|strange|/opt/openclaw' '4|plain|true||' ;; esac'''
        self.assertEqual(self.step("compose_containers -a", docker).stdout.split(), ["other-db-1", "other-openclaw-gateway-1"])
        self.assertEqual(self.step("running_containers", docker).stdout.split(), ["other-openclaw-gateway-1"])

    def test_a_container_that_goes_between_the_two_questions_is_asked_for_again(self):
        docker = r'''case $1 in ps) echo 1 ;; inspect) if [ -e "$UNDOCK_JOB/asked" ]; then echo '1|openclaw-gateway|true||'; else touch "$UNDOCK_JOB/asked"; exit 1; fi ;; esac'''
        self.assertEqual(self.step("running_containers", docker).stdout.split(), ["openclaw-gateway"])


if __name__ == "__main__":
    unittest.main()
