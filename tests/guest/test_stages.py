#!/usr/bin/env python3
"""Stages A to C in real guests with real containers, judged by what the lab sees, not by the steps.

    python3 tests/guest/test_stages.py        needs root; brings up a lab of its own
    UNDOCK_TEST_VMIDS="101 106"               which guests (variants: tests/lab/README.md)
"""

import base64
import contextlib
import json
import os
import secrets
import time
import unittest

os.environ.setdefault("LAB_NAME", "test-guest")

from desk import HOME, STEPS, Desk, job_of_step, lab, program_defaults  # noqa: E402

VMIDS = os.environ.get("UNDOCK_TEST_VMIDS", "101 102 103 104 105 106").split()
ALL = ("a-scan", "a-config", "b-archive", "b-verify", "c-policy", "c-stop", "c-supplement", "c-manifest")
DRILL = "/root/undock-drill"


def setUpModule():
    lab("up", "--guests", str(max(int(vmid) for vmid in VMIDS) - 100))


def tearDownModule():
    lab("down")


def parameters(vmid):
    # A sum that nobody pinned is not sent.
    defaults = {name: value for name, value in program_defaults().items() if value or not name.endswith("_sha256")}
    return {**defaults, "vmid": vmid, "ts": time.strftime("%F_%H%M%S")}


class Guest(unittest.TestCase):
    vmid = VMIDS[0]

    def begin(self, vmid):
        self.vmid, self.desk = vmid, Desk(vmid)
        self.desk.put_first()
        self.run_name, self.number, self.parameters = "t-" + secrets.token_hex(4), 0, parameters(vmid)
        self.answers = {}

    @contextlib.contextmanager
    def fresh(self, vmid):
        self.begin(vmid)
        try:
            yield
        finally:
            lab("reset", vmid)

    def try_step(self, step):
        self.number += 1
        answer, out = self.desk.run_step(self.run_name, self.number, step, self.parameters)
        self.answers[step] = answer
        return answer, out

    def step(self, step):
        answer, out = self.try_step(step)
        self.assertEqual(answer["state"], "passed", f"{step}: {out.decode(errors='replace')[-2000:]} {answer.facts()}")
        return answer

    def steps(self, first, last):
        for step in ALL[ALL.index(first):ALL.index(last) + 1]:
            self.step(step)

    def manifest(self, folder):
        return lab("manifest", self.vmid, folder).decode().splitlines()

    def running(self):
        return self.desk.guest("docker ps --format '{{.Names}}' | sort").split()

    def backup(self):
        return self.answers["b-archive"].fact("backup_dir")[0]

    def restore_drill(self):
        """Unpack the backup with the system's own tools, in the order that is documented."""
        self.desk.guest(f"""set -e
            rm -rf {DRILL}; mkdir {DRILL}; cd {self.backup()}
            sha256sum --quiet -c SHA256SUMS.txt
            unpack() {{ tar -xpzf "$1" -C {DRILL} --xattrs --xattrs-include='*' --acls --numeric-owner 2>/dev/null; }}
            for archive in data-*.tgz opt-*.tgz root-*.tgz; do unpack $archive; done
            while IFS= read -r -d '' path; do rm -rf "{DRILL}$path"; done <supplement-deleted.nul
            for archive in supplement-*.tgz; do [ ! -e "$archive" ] || unpack $archive; done""")


class EachVariant(Guest):
    def test_backup_and_supplement_hold_the_source_exactly(self):
        for vmid in VMIDS:
            with self.subTest(vmid=vmid), self.fresh(vmid):
                self.steps("a-scan", "b-verify")
                # What users do between the backup and the stop.
                lab("chat", vmid, f"written after the backup of {vmid}", "--docker")
                self.desk.guest(r"""set -e; cd /data/openclaw
                    mkdir -p "late 文/new
line"; echo late >"late 文/new
line/file"; ln "late 文/new
line/file" hard-late
                    victim=$(find . -type f -name '*.lock' | head -n1); rm "$victim"
                    echo '{"a":1}' >quiet.json; touch -d 2020-01-01 quiet.json
                    chmod 711 credentials; ln -sfn /home/node/other link-late""")
                self.steps("c-policy", "c-manifest")
                self.assertEqual(self.running(), [])
                self.restore_drill()
                for folder in ("/data/openclaw", "/data/panel", "/opt/openclaw"):
                    self.assertEqual(self.manifest(DRILL + folder), self.manifest(folder))
                self.assertNotEqual(self.answers["c-supplement"].fact("supplement_files"), ["0"])

    def test_the_scan_finds_what_is_odd_about_each(self):
        expected = {"101": set(), "102": {"openclaw-shim"}, "103": {"policy-always"}, "104": {"target-exists", "user-unit"},
                    "105": {"panel-config-missing"}, "106": {"config-json5"}}
        common = {"layer-changes", "docker-caller", "programs-missing"}
        for vmid in VMIDS:
            with self.subTest(vmid=vmid), self.fresh(vmid):
                before = self.manifest("/data/panel") + self.manifest("/root")
                scan = self.step("a-scan")
                levels = {}
                for finding in scan.fact("finding"):
                    level, code, _ = finding.split(" ", 2)
                    levels.setdefault(level, set()).add(code)
                self.assertEqual(levels.get("blocks", set()), set())
                self.assertEqual(levels["attention"], expected[vmid] | common)
                self.assertEqual(scan.fact("state"), ["docker"])
                self.assertEqual(scan.fact("container_version"), ["2026.2.19"])
                self.assertEqual(self.manifest("/data/panel") + self.manifest("/root"), before)

    def test_the_configurations_come_whole_and_secret(self):
        for vmid in VMIDS:
            with self.subTest(vmid=vmid), self.fresh(vmid):
                answer = self.step("a-config")
                self.assertIsNone(answer.get("out"))
                raw = self.desk.ask("fetch", self.run_name, "01-a-config", 0, 190000).bytes("out")
                document = json.loads(raw)
                text = base64.b64decode(document["openclaw"]["text_b64"])
                self.assertEqual(text.decode(), self.desk.guest("cat /data/openclaw/openclaw.json"))
                self.assertEqual(document["openclaw"]["converted"], vmid == "106")
                if vmid == "106":
                    self.assertEqual(answer.fact("converted_by"), ["openclaw"])
                    self.assertIn("gateway", json.loads(base64.b64decode(document["openclaw"]["json_b64"])))
                self.assertEqual(document["panel"] is None, vmid == "105")
                self.assertNotIn("LABSECRET", str(answer.lines) + answer.text("facts"))

    def test_no_secret_stands_in_facts_or_output(self):
        for vmid in VMIDS:
            with self.subTest(vmid=vmid), self.fresh(vmid):
                for step in ("a-scan", "a-config", "c-policy"):
                    answer, out = self.try_step(step)
                    seen = answer.text("facts") + (out.decode(errors="replace") if step != "a-config" else "")
                    self.assertNotIn("LABSECRET", seen)
                self.assertIn("LABSECRET", self.desk.guest("cat /opt/openclaw/.env"))


class Backup(Guest):
    def setUp(self):
        self.enterContext(self.fresh(VMIDS[0]))

    def refusal(self, step):
        answer, _ = self.try_step(step)
        self.assertEqual(answer["state"], "failed")
        return answer.fact("failure")[0].split(" ", 1)[0]

    def test_a_damaged_archive_is_refused_and_made_again(self):
        damages = {"sum-differs": "printf x | dd of=data-panel.tgz bs=1 seek=4 conv=notrunc status=none",
                   "archive-broken": "truncate -s -1000 data-openclaw.tgz",
                   "archive-missing": "rm root-ssh.tgz"}
        for code, damage in damages.items():
            with self.subTest(code):
                self.parameters["ts"] = time.strftime("%F_%H%M%S")
                self.step("b-archive")
                self.step("b-verify")
                self.desk.guest(f"cd {self.backup()}; {damage}")
                self.assertEqual(self.refusal("b-verify"), code)
        self.step("b-archive")
        self.step("b-verify")

    def test_an_archive_that_lies_is_refused(self):
        self.step("b-archive")
        # Sums right, listing right, content of one file another: what the procedure's check lets pass.
        self.desk.guest(f"""set -e; cd {self.backup()}; mkdir /root/lie; tar -xpzf opt-openclaw.tgz -C /root/lie
            sed -i s/openclaw/lobster0/ /root/lie/opt/openclaw/docker-compose.yml; touch -r /opt/openclaw/docker-compose.yml /root/lie/opt/openclaw/docker-compose.yml
            tar -C /root/lie -czf opt-openclaw.tgz opt/openclaw; sha256sum *.tgz >SHA256SUMS.txt; sha256sum --quiet -c SHA256SUMS.txt""")
        self.assertEqual(self.refusal("b-verify"), "archive-differs")

    def test_an_interrupted_backup_is_made_again_and_leaves_nothing(self):
        self.number += 1
        job = f"{self.number:02d}-b-archive"
        self.desk.start(self.run_name, {job: job_of_step(STEPS / "b-archive.sh", self.parameters)})
        pid = f"{HOME}/runs/{self.run_name}/{job}/started/pid"
        self.desk.guest(f"for i in $(seq 200); do [ -s /root/migrate-backup-{self.vmid}-*/data-openclaw.tgz ] && break; sleep 0.02; done; kill -9 $(cat {pid})")
        time.sleep(1)
        self.assertEqual(self.desk.finish(self.run_name, job)[0]["state"], "died")
        self.parameters["ts"] = time.strftime("%F_%H%M%S")
        self.step("b-archive")
        self.step("b-verify")
        self.assertEqual(self.desk.guest(f"ls -d /root/migrate-backup-{self.vmid}-*").split(), [self.backup()])

    def test_a_full_disk_leaves_no_half_backup(self):
        self.desk.guest("set -e; cp -a /root/.ssh /mnt/; mount -t tmpfs -o size=20M none /root; cp -a /mnt/.ssh /root/")
        try:
            self.assertEqual(self.refusal("b-archive"), "archive-failed")
            self.assertEqual(self.desk.guest("ls -d /root/migrate-* || true"), "")
        finally:
            self.desk.guest("umount -l /root")

    def test_folders_and_files_are_for_root_alone(self):
        self.step("b-archive")
        modes = self.desk.guest(f"stat -c %a {self.backup()} {self.backup()}/* | sort -u").split()
        self.assertEqual(modes, ["600", "700"])


class Stopping(Guest):
    def setUp(self):
        self.enterContext(self.fresh(VMIDS[0]))

    def policies(self):
        return self.desk.guest("docker inspect -f '{{.Name}} {{.HostConfig.RestartPolicy.Name}}' openclaw-gateway openclaw-panel").splitlines()

    def test_nothing_comes_back_with_a_reboot(self):
        self.steps("b-archive", "c-stop")
        self.assertEqual(self.policies(), ["/openclaw-gateway no", "/openclaw-panel no"])
        before = self.desk.guest("cat /proc/sys/kernel/random/boot_id")
        self.desk.guest("systemctl reboot", check=False)
        for _ in range(300):
            time.sleep(0.2)
            try:
                if self.desk.guest("cat /proc/sys/kernel/random/boot_id; docker info >/dev/null") != before:
                    break
            except AssertionError:
                continue
        self.steps("c-supplement", "c-manifest")
        self.assertEqual(self.running(), [])

    def test_the_stages_can_be_entered_again(self):
        self.steps("b-archive", "c-manifest")
        first = {name: answer.facts() for name, answer in self.answers.items()}
        self.steps("c-policy", "c-manifest")
        self.assertEqual(self.answers["c-policy"].facts(), first["c-policy"])
        self.assertEqual(self.answers["c-stop"].fact("stopped_at_ms"), [value for key, value in first["c-stop"] if key == "stopped_at_ms"])
        self.assertEqual(self.answers["c-manifest"].fact("files"), [value for key, value in first["c-manifest"] if key == "files"])

    def test_another_run_still_knows_the_first_policies(self):
        self.steps("b-archive", "c-policy")
        self.run_name += "-b"
        self.assertEqual(self.step("c-policy").fact("policies"), ["openclaw-gateway unless-stopped, openclaw-panel unless-stopped"])

    def test_the_supplement_waits_for_the_stop(self):
        self.steps("b-archive", "c-policy")
        for step in ("c-supplement", "c-manifest"):
            answer, _ = self.try_step(step)
            self.assertTrue(answer.fact("failure")[0].startswith("containers-running "))

    def test_the_two_do_not_wait_for_each_other(self):
        self.steps("b-archive", "c-stop")
        answer = self.answers["c-stop"]
        self.assertLess(int(answer["ended"]) - int(answer["began"]), 8000)

    def test_what_writes_on_after_the_stop_is_told(self):
        self.steps("b-archive", "c-stop")
        self.desk.guest("systemd-run --unit=late-writer bash -c 'while :; do date >>/data/openclaw/workspace/late; done'")
        answer, _ = self.try_step("c-supplement")
        self.assertTrue(answer.fact("failure")[0].startswith("source-moving "))
        self.desk.guest("systemctl stop late-writer")
        self.steps("c-supplement", "c-manifest")


if __name__ == "__main__":
    unittest.main(verbosity=2)
