#!/usr/bin/env python3
"""Stages D to I and the ways back, in real guests, judged by what the lab sees.

    python3 tests/guest/test_direct_stages.py     needs root; brings up a lab of its own; long
    UNDOCK_TEST_VMIDS="101 106"                   which guests (variants: tests/lab/README.md)
"""

import json
import os
import time
import unittest

import direct_configs
import test_stages
from desk import HOME, lab
from test_stages import VMIDS, setUpModule, tearDownModule  # noqa: F401

BEFORE = test_stages.ALL
MOVE = ("d-install", "d-warm", "e-copy", "e-environment", "e-adapt", "e-config", "e-place", "f-panel", "f-config", "g-units", "g-start")
PROCEDURE = (*BEFORE, *MOVE, "h-checks")
SWITCH = BEFORE.index("c-policy")
EARLY = (*BEFORE[:SWITCH], "d-install", "f-panel", "f-config", "g-units", "e-environment", "e-precopy", "d-warm", *BEFORE[SWITCH:],
         "e-copy", "e-adapt", "e-config", "e-place", "g-start", "h-checks")
BACK = ("r-ready", "r-direct-stop", "r-snapshot", "r-docker-start", "r-verify")
TARGET = "/root/.openclaw"


class Direct(test_stages.Guest):
    def begin(self, vmid):
        super().begin(vmid)
        for name in ("installer_sha256", "panel_sha256"):  # nothing is pinned
            self.parameters.pop(name, None)
        self.parameters |= {"openclaw_version": "2026.2.19", "installer_timeout": "900", "gateway_mode": "local", "generation": "1",
                            "steady_seconds": "4", "least_free_mib": "512"}

    def try_step(self, step):
        self.parameters["confirm"] = f"{step}:{self.run_name}"
        answer, out = super().try_step(step)
        if answer["state"] == "passed":
            self.learn(step, answer)
        return answer, out

    def learn(self, step, answer):
        """What the desk takes from one step for later ones."""
        if step == "a-config":
            job = f"{self.number:02d}-{step}"
            document = json.loads(self.desk.ask("fetch", self.run_name, job, 0, 190000).bytes("out"))
            self.parameters |= direct_configs.parameters(document, self.parameters["panel_repo"])
        for key, value in answer.facts():
            if key in ("installer_sum", "panel_sum") and step == "a-scan":
                self.parameters[key.removesuffix("_sum") + "_sha256"] = value
            if key in ("token_sha256", "baseline_sshd", "baseline_nginx", "baseline_firewall", "baseline_cron") and step in ("a-scan", "e-environment"):
                self.parameters[key] = value

    def go(self, order, last=None, first=None):
        for step in order[order.index(first) if first else 0:order.index(last) + 1 if last else None]:
            self.step(step)

    def refusal(self, step):
        answer, out = self.try_step(step)
        self.assertEqual(answer["state"], "failed", out.decode(errors="replace")[-1000:])
        return answer.fact("failure")[0].split(" ", 1)[0]

    def back(self):
        for step in BACK:
            self.step(step)

    def code(self, port):
        return self.desk.guest(f"curl -s -o /dev/null -w '%{{http_code}}' http://127.0.0.1:{port}/ || true").strip()

    def wait_for_gateway(self, patience=180):
        while patience and self.code(28789) != "200":
            patience -= 1
            time.sleep(1)
        self.assertTrue(patience, "the gateway does not answer")

    def reboot(self):
        before = self.desk.guest("cat /proc/sys/kernel/random/boot_id")
        self.desk.guest("systemctl reboot", check=False)
        for _ in range(300):
            time.sleep(0.2)
            try:
                if self.desk.guest("cat /proc/sys/kernel/random/boot_id; docker info >/dev/null") != before:
                    return
            except AssertionError:
                continue
        self.fail("the guest did not come back")

    def entries(self, folder, without=("owner", "uid", "gid")):
        """{path: what the lab's judge sees}, owners left out."""
        found = {}
        for line in self.manifest(folder):
            entry = json.loads(line)
            path = entry.get("path") or entry["path_b64"]  # a name that is not UTF-8
            found[path] = {key: value for key, value in entry.items() if key not in (*without, "path", "path_b64")}
        return found


class Migration(Direct):
    def check_the_copy(self):
        """Before the first start: all of the source, but for what the move is there to change."""
        old, new = self.entries("/data/openclaw"), self.entries(TARGET)
        missing = [path for path in old if path not in new]
        self.assertTrue(all(path.endswith(".lock") and "/sessions/" in path for path in missing), missing)
        changed = {path for path in old if path in new and old[path] != new[path] and old[path].get("type") != "dir"}
        self.assertIn("openclaw.json", changed)
        for path in changed - {"openclaw.json"}:
            self.assertTrue(path.endswith("sessions.json") or "link" in old[path] and old[path]["link"] != new[path]["link"], path)

    def check_deletion_and_reboot(self, vmid, transcript, source):
        self.assertEqual(self.refusal("i-delete"), "layer-not-saved")
        for step in ("i-save", "h-checks", "i-delete", "i-check"):
            self.step(step)
        self.reboot()
        self.wait_for_gateway()
        self.assertEqual(self.desk.guest("docker ps -aq"), "")
        self.assertEqual(lab("chat", vmid, f"after the reboot of {vmid}", "--direct").decode().strip(), transcript)
        self.assertEqual(self.entries("/data/panel"), source["/data/panel"])

    def test_each_variant_in_both_orders(self):
        for number, vmid in enumerate(VMIDS):
            with self.subTest(vmid=vmid), self.fresh(vmid):
                order = EARLY if number % 2 else PROCEDURE
                old = lab("chat", vmid, f"before the move of {vmid}", "--docker").decode().strip()
                source = {folder: self.entries(folder) for folder in ("/data/panel", "/opt/openclaw")}
                self.go(order, last="e-place")
                self.check_the_copy()
                self.go(order, first=order[order.index("e-place") + 1])
                transcript = lab("chat", vmid, f"after the move of {vmid}", "--direct").decode().strip()
                self.assertEqual(os.path.basename(transcript), os.path.basename(old))
                self.assertEqual([self.code(port) for port in (28789, 28080, 18789, 18080)], ["200", "200", "401", "401"])
                self.assertEqual({folder: self.entries(folder) for folder in source}, source)
                self.assertEqual(self.desk.guest(f"grep -rlF LABSECRET {HOME}/runs/*/*/out {HOME}/runs/*/*/facts | grep -v a-config || true"), "")
                self.check_deletion_and_reboot(vmid, transcript, source)


class WaysBack(Direct):
    def setUp(self):
        self.begin(VMIDS[0])
        self.addCleanup(lab, "reset", self.vmid)

    def test_from_every_step_docker_comes_back_with_its_data(self):
        # It touches its file at each boot, which the steps rightly take for a source that moved.
        self.desk.guest("systemctl disable --now lab-writer")
        self.go(PROCEDURE, last="b-verify")
        for step in PROCEDURE[PROCEDURE.index("c-policy"):]:
            self.step(step)
            lab("save", self.vmid, "before-back")
            with self.subTest(after=step):
                started = step in ("g-start", "h-checks")
                if started:
                    lab("chat", self.vmid, f"written after {step}", "--direct")
                number = self.number
                self.back()
                if step not in ("c-policy", "c-stop", "c-supplement"):
                    self.assertEqual(self.answers["r-docker-start"].fact("source_equal"), ["yes"])
                self.assertEqual(self.answers["r-snapshot"].fact("changed") != ["0"], started)
                self.assertEqual(self.running(), ["openclaw-gateway", "openclaw-panel"])
                self.assertEqual(self.desk.guest("ls -d /home/node/.openclaw /root/.openclaw /root/.openclaw.undock-* 2>/dev/null || true"), "")
                self.number = number
            lab("restore", self.vmid, "before-back")
            if started:
                self.wait_for_gateway()

    def test_what_was_written_is_carried_back(self):
        self.go(PROCEDURE)
        transcript = lab("chat", self.vmid, "written directly", "--direct").decode().strip()
        self.desk.guest(f"echo new >{TARGET}/workspace/new; rm {TARGET}/workspace/USER.md")
        self.back()
        self.step("r-carry-back")
        self.assertEqual(self.desk.guest("cat /data/openclaw/workspace/new; stat -c %u /data/openclaw/workspace/new"), "new\n1000\n")
        self.assertEqual(self.desk.guest("ls /data/openclaw/workspace/USER.md 2>/dev/null || true"), "")
        carried = lab("chat", self.vmid, "on with Docker", "--docker").decode().strip()
        self.assertEqual(os.path.basename(carried), os.path.basename(transcript))
        self.assertIn("written directly", self.desk.guest(f"cat {carried}"))

    def test_a_lost_source_is_restored(self):
        self.go(PROCEDURE, last="e-place")
        source = self.entries("/data/openclaw", without=())
        self.desk.guest("rm -rf /data/openclaw/workspace /data/openclaw/agents; echo {} >/data/openclaw/openclaw.json")
        self.step("r-direct-stop")
        self.step("r-snapshot")
        self.step("r-restore")
        kept = self.answers["r-restore"].fact("kept_as")
        self.assertEqual(len(kept), 3)
        now = self.entries("/data/openclaw", without=())
        self.assertEqual({path for path in source if source[path] != now.get(path) and source[path].get("type") != "dir"
                          and not path.startswith(("cron/", "workspace/live/", "update-check"))}, set())


class AnotherProject(Direct):
    """Containers of a compose project with a name, files, an environment file and a profile of its own; none is called as the procedure has it."""

    NAMES = ["other-extra-1", "other-openclaw-gateway-1", "other-panel-1"]
    MADE = """set -e; cd /opt/openclaw
        docker compose down -t 1 >/dev/null 2>&1
        sed -e /^name:/d -e /container_name:/d docker-compose.yml >a.yml; rm docker-compose.yml
        printf 'services:\\n  panel:\\n    profiles: [ui]\\n  extra:\\n    image: %s\\n    command: [sleep, "100000"]\\n' "$(sed -n '/openclaw-panel:/s/.*image: //p' a.yml)" >b.yml
        mv .env x
        docker compose -p other -f a.yml -f b.yml --env-file x --profile ui up -d >/dev/null 2>&1"""

    def setUp(self):
        self.begin(VMIDS[0])
        self.addCleanup(lab, "reset", self.vmid)
        self.desk.guest(self.MADE)
        self.wait_for_gateway()

    def blocks(self):
        return {finding.split(" ")[1] for finding in self.step("a-scan").fact("finding") if finding.startswith("blocks")}

    def test_it_is_moved_removed_and_brought_back_as_what_it_is(self):
        self.desk.guest("echo '@reboot root cd /opt/openclaw && docker compose -p other -f a.yml -f b.yml up -d' >/etc/cron.d/up")
        self.assertEqual(self.blocks(), {"boot-caller"})
        self.desk.guest("rm /etc/cron.d/up")
        self.assertEqual(self.blocks(), set())
        self.go(PROCEDURE, first="a-config")
        self.assertEqual([self.code(port) for port in (28789, 28080)], ["200", "200"])
        lab("chat", self.vmid, "written directly", "--direct")
        for step in ("i-save", "h-checks", "i-delete", "i-check"):
            self.step(step)
        self.assertEqual(sorted(self.answers["i-delete"].fact("removed")[0].split()), self.NAMES)
        self.assertEqual(self.desk.guest("docker ps -aq; docker network ls --format '{{.Name}}' | grep other || true"), "")
        self.back()
        self.assertEqual(self.running(), self.NAMES)


class PreparedEarly(Direct):
    """What was made before the stop from something that changed until then is told, not used."""

    def setUp(self):
        self.begin(VMIDS[0])
        self.addCleanup(lab, "reset", self.vmid)

    def test_a_container_made_anew_and_a_panel_saved_meanwhile_are_seen(self):
        self.go(EARLY, last="c-policy")
        self.desk.guest("cd /opt/openclaw && echo 'UNDOCK_TEST=late' >>.env && docker compose up -d --force-recreate openclaw-gateway 2>&1")
        self.assertEqual(self.refusal("c-stop"), "container-changed")
        self.assertEqual(self.running(), ["openclaw-gateway", "openclaw-panel"])
        self.step("e-environment")
        self.step("c-policy")
        self.desk.guest("sed -i 's/{/{ /' /data/panel/panel.config.json")
        self.go(EARLY, first="c-stop", last="e-adapt")
        self.assertEqual(self.refusal("e-config"), "panel-config-changed")
        self.step("a-config")
        self.go(("f-config", "e-config", "e-place", "g-start", "h-checks"))


class Refusals(Direct):
    def setUp(self):
        self.begin(VMIDS[0])
        self.addCleanup(lab, "reset", self.vmid)

    def test_each_step_refuses_what_it_must(self):
        self.go(PROCEDURE, last="c-manifest")
        self.parameters["openclaw_version"] = "2026.1.999"
        self.assertEqual(self.refusal("d-install"), "installer-failed")
        for name in ("installer_sha256", "panel_sha256"):  # nothing is pinned
            self.parameters.pop(name, None)
        self.parameters |= {"openclaw_version": "2026.2.19", "installer_url": "https://sources.lab.test/none.sh"}
        self.assertEqual(self.refusal("d-install"), "installer-unreachable")
        self.parameters |= test_stages.parameters(self.vmid) | {"openclaw_version": "2026.2.19"}
        self.step("d-install")
        self.assertEqual(self.refusal("e-adapt"), "missing-state")

        self.desk.guest("docker start openclaw-gateway")
        self.assertEqual(self.refusal("e-copy"), "containers-running")
        self.desk.guest("docker stop openclaw-gateway; echo stray >/data/openclaw/workspace/stray")
        self.assertEqual(self.refusal("e-copy"), "copy-differs")
        self.desk.guest("rm /data/openclaw/workspace/stray")
        for step in ("c-supplement", "c-manifest", "e-copy", "e-environment", "e-adapt"):
            self.step(step)

        sha, self.parameters["config_sha256"] = self.parameters["config_sha256"], "0" * 64
        self.assertEqual(self.refusal("e-config"), "config-changed")
        self.parameters["config_sha256"] = sha
        tag, self.parameters["panel_tag"] = self.parameters["panel_tag"], "v0-none"
        self.assertEqual(self.refusal("f-panel"), "panel-unreachable")
        self.parameters["panel_tag"] = tag
        self.assertEqual(self.refusal("g-start"), "unit-missing")
        for step in ("e-config", "e-place", "f-panel", "f-config", "g-units"):
            self.step(step)

        self.desk.guest("systemd-run --unit=squatter python3 -m http.server 28789 --bind 127.0.0.1; sleep 1")
        self.assertEqual(self.refusal("g-start"), "port-taken")
        self.desk.guest("systemctl stop squatter; systemd-run --unit=rival bash -c 'exec -a openclaw-gateway sleep 600'")
        self.assertEqual(self.refusal("g-start"), "other-gateway")
        self.desk.guest("systemctl stop rival")
        self.assertEqual(self.desk.guest(f"ls {HOME}/cutover 2>/dev/null || true"), "")

        # A configuration that the gateway refuses: it dies again and again, and says so soon.
        self.desk.guest(f"cp {TARGET}/openclaw.json /root/good.json; echo '{{\"noSuchKey\": 1}}' >{TARGET}/openclaw.json")
        self.assertEqual(self.refusal("g-start"), "not-up")
        self.desk.guest(f"cp /root/good.json {TARGET}/openclaw.json; systemctl stop openclaw-gateway")
        self.step("g-start")
        for step, code in (("e-precopy", "cutover-present"), ("e-copy", "cutover-present"), ("e-place", "cutover-present"),
                           ("r-docker-start", "direct-runs"), ("i-delete", "not-accepted"), ("r-carry-back", "direct-runs")):
            self.assertEqual(self.refusal(step), code)
        self.step("h-checks")
        self.parameters["generation"] = "7"
        self.assertEqual(self.refusal("i-delete"), "wrong-generation")

    def test_an_acceptance_fails_for_each_broken_part_and_only_then(self):
        self.go(PROCEDURE)
        expected = {"panel": "http-panel-direct", "gateway": "http-gateway-direct", "nginx": "http-gateway-front-login",
                    "update-api": "update-panel"}
        for what, check in expected.items():
            with self.subTest(what):
                lab("break", self.vmid, what)
                try:
                    answer, _ = self.try_step("h-checks")
                    verdicts = dict(line.split("|")[0:3:2] for line in answer.fact("check"))
                    self.assertIn(verdicts[check], ("failed", "warning"))
                    if what != "update-api":
                        self.assertEqual(answer["state"], "failed")
                finally:
                    lab("fix", self.vmid, what)
                self.wait_for_gateway()
        self.desk.guest(f"echo edited >>{TARGET}/workspace/SOUL.md; rm {TARGET}/workspace/USER.md; echo more >{TARGET}/workspace/more")
        self.step("h-checks")


if __name__ == "__main__":
    unittest.main(verbosity=2)
