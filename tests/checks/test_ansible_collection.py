#!/usr/bin/env python3
"""The Ansible collection against recordings of the real command line: what it calls, what it concludes, and that it can be
built. Nothing here talks to a node. Wants ansible-core (./dev test installs it)."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COLLECTION = ROOT / "installer/ansible"
SAMPLES = ROOT / "tests/samples/cli"
NODE, HERE_NODE = "root@127.0.0.1:1", "root@node-1.example"


def ansible_python():
    """Whatever runs Ansible, which need not be what runs this."""
    first = pathlib.Path(shutil.which("ansible-playbook")).read_text(encoding="utf-8").splitlines()[0]
    return first.removeprefix("#!").split()[0]


def recording(name):
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        place = self.folder / "ansible_collections/openclaw"
        place.mkdir(parents=True)
        (place / "undock").symlink_to(COLLECTION)
        self.environment = {**os.environ, "HOME": str(self.folder), "ANSIBLE_COLLECTIONS_PATH": str(self.folder), "PYTHONPATH": str(self.folder),
                            "ANSIBLE_NOCOLOR": "1", "ANSIBLE_LOCALHOST_WARNING": "0", "ANSIBLE_RETRY_FILES_ENABLED": "0", "LC_ALL": "C.UTF-8",
                            "ANSIBLE_LOCAL_TEMP": str(self.folder / "tmp"), "PYTHONDONTWRITEBYTECODE": "1", "ANSIBLE_DEPRECATION_WARNINGS": "0"}
        self.cli = self.folder / "openclaw-undock-cli"
        shutil.copy(ROOT / "tests/checks/fake_cli.py", self.cli)
        self.cli.chmod(0o755)

    def foresee(self, *names):
        (self.folder / "calls.jsonl").unlink(missing_ok=True)
        (self.folder / "script.json").write_text(json.dumps([name if isinstance(name, dict) else recording(name) for name in names]))

    def calls(self):
        log = self.folder / "calls.jsonl"
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []

    def run_words(self, *words):
        return subprocess.run([str(word) for word in words], capture_output=True, text=True, input="", env=self.environment, cwd=self.folder,
                              timeout=280, check=False)


class Module(Case):
    def module(self, *names, check=False, diff=False, **options):
        """Plays the recordings and runs the module as Ansible does; its result."""
        self.foresee(*names)
        arguments = {"node": HERE_NODE, "vmid": 101, "cli": str(self.cli), **options, "_ansible_check_mode": check, "_ansible_diff": diff}
        file = self.folder / "arguments.json"
        file.write_text(json.dumps({"ANSIBLE_MODULE_ARGS": arguments}))
        done = self.run_words(ansible_python(), COLLECTION / "plugins/modules/undock_vm.py", file)
        self.assertEqual(done.stderr, "")
        self.assertEqual([call["words"][0] for call in self.calls()], [(name if isinstance(name, dict) else recording(name))["words"][0] for name in names])
        for call in self.calls():
            self.assertEqual(call["stdin"], "null")
            self.assertEqual(call["words"].count("--json"), 1)
            self.assertEqual(call["words"].count("--non-interactive"), 1)
        self.result = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1 if self.result.get("failed") else 0)
        return self.result

    def test_what_is_there_already_is_no_change(self):
        self.assertFalse(self.module("status-awaiting-user", "migrate-unchanged", "status-awaiting-user", state="migrated")["changed"])
        self.assertEqual((self.result["phase"], self.result["outcome"]), ("awaiting-user", "unchanged"))
        self.assertGreater(self.result["outage_ms"], 0)
        self.assertFalse(self.module("status-accepted", "accept-unchanged", "status-accepted", state="accepted", accepted_by="王先生")["changed"])
        self.assertFalse(self.module("status-none", state="rolled_back")["changed"])
        for status in ("status-awaiting-user", "status-deleted", "status-under-way"):
            self.assertFalse(self.module(status, state="scanned")["changed"], status)
        self.assertEqual(self.result["ansible_facts"]["undock_vm"]["phase"], self.result["phase"])

    def test_each_state_is_reached_and_told(self):
        for names, state, changed, phase, more in (
                (("status-none", "lab-scan", "status-scanned"), "scanned", False, "scanned", {}),
                (("status-scanned", "lab-migrate", "status-awaiting-user"), "migrated", True, "awaiting-user", {}),
                (("status-awaiting-user", "lab-accept", "status-accepted"), "accepted", True, "accepted", {"accepted_by": "Li Lei"}),
                (("status-awaiting-user", "lab-rollback", "status-rolled-back"), "rolled_back", True, "rolled-back", {"reason": "x"}),
                (("status-accepted", "lab-delete-docker", "status-deleted"), "docker_deleted", True, "deleted", {}),
                (("status-deleted", "lab-delete-docker-unchanged", "status-deleted"), "docker_deleted", False, "deleted", {}),
                (("status-rolled-back", "lab-rollback-unchanged", "status-rolled-back"), "rolled_back", False, "rolled-back", {})):
            result = self.module(*names, state=state, **more)
            self.assertEqual((bool(result.get("failed")), result["changed"], result["phase"]), (False, changed, phase), names)
        result = self.module("status-scanned", "lab-migrate", "status-awaiting-user", state="migrated")
        self.assertIn("http-panel-front-login", [check["id"] for check in result["checks"]])
        self.assertTrue(result["record"].endswith(".md"))
        self.assertGreater(result["outage_ms"], 0)

    def test_a_deletion_that_is_refused_tells_the_condition_that_is_missing(self):
        self.module("status-accepted", "lab-delete-docker-acceptance-failed", "status-acceptance-failed", state="docker_deleted")
        self.assertEqual((self.result["failed"], self.result["reason"]["code"]), (True, "acceptance-failed"))
        self.module("status-accepted", "lab-delete-docker-condition-unmet", "status-accepted", state="docker_deleted")
        self.assertEqual((self.result["failed"], self.result["changed"], self.result["reason"]["code"]), (True, False, "condition-unmet"))
        self.assertIn("no-hold-anywhere", self.result["msg"])
        self.assertIn("nothing was deleted", self.result["cure"])

    def test_a_failure_has_its_reason_and_its_cure(self):
        self.module("status-none", "migrate-bad-input", "status-none", state="migrated")
        self.assertTrue(self.result["failed"])
        self.assertEqual((self.result["reason"]["code"], self.result["reason"]["where"], self.result["outcome"]), ("bad-panel-tag", "panel_tag", "bad-input"))
        self.assertTrue(self.result["cure"])
        self.module("status-none", "migrate-no-node", "status-none", state="migrated", panel_tag="v2026.02.20-r4")
        self.assertTrue(self.result["failed"])
        self.assertEqual((self.result["outcome"], self.result["changed"]), ("unknown", False))

    def test_a_link_that_was_lost_is_asked_about_again(self):
        lost = recording("migrate-no-node")
        lost["lines"].insert(1, {"event": "unknown", "vmid": "101", "data": {"job": "3-b-archive", "code": "timeout", "why": "x"}})
        self.module("status-under-way", lost, "migrate-unchanged", "status-awaiting-user", state="migrated")
        self.assertFalse(self.result.get("failed"))
        self.module("status-under-way", lost, lost, "status-under-way", state="migrated", attempts=2)
        self.assertEqual((self.result["failed"], self.result["outcome"]), (True, "unknown"))

    def test_a_run_that_another_program_works_on_is_waited_for(self):
        self.module("status-under-way", "migrate-in-use", "migrate-unchanged", "status-awaiting-user", state="migrated", patience=60)
        self.assertFalse(self.result.get("failed"))
        self.module("status-under-way", "migrate-in-use", "status-under-way", state="migrated", patience=0)
        self.assertEqual((self.result["failed"], self.result["reason"]["code"]), (True, "journal-in-use"))

    def test_another_nodes_vm_of_the_same_number_is_another_vm(self):
        self.module("status-awaiting-user", state="rolled_back", node="root@node-2.example")
        self.assertEqual((self.result["phase"], self.result["run"]), ("none", ""))

    def test_check_mode_only_asks_the_journal(self):
        for names, state, changed, more in (
                (("status-none", "migrate-check-new"), "migrated", True, {"panel_tag": "v2026.02.20-r4"}),
                (("status-awaiting-user", "rollback-check"), "rolled_back", True, {}),
                (("status-awaiting-user", "accept-check"), "accepted", True, {"accepted_by": "x"}),
                (("status-accepted", "delete-check"), "docker_deleted", True, {}),
                (("status-deleted", "delete-check-deleted"), "docker_deleted", False, {}),
                (("status-deleted",), "migrated", False, {}),
                (("status-none",), "scanned", False, {})):
            result = self.module(*names, state=state, check=True, **more)
            self.assertEqual((bool(result.get("failed")), result["changed"]), (False, changed), names)
            for call in self.calls()[1:]:
                self.assertIn("--check", call["words"])
        self.assertIn("i-delete", self.module("status-accepted", "delete-check", state="docker_deleted", check=True)["steps"])
        self.assertTrue(self.module("status-awaiting-user", "delete-check-not-accepted", state="docker_deleted", check=True)["failed"])
        self.assertIn("user-accepted", self.result["msg"])
        self.assertTrue(self.module("status-none", "migrate-check-bad-input", state="migrated", check=True)["failed"])
        self.module({**recording("status-rolled-back")}, "rollback-check-rolled-back", state="rolled_back", vmid=102, check=True)
        self.assertEqual((bool(self.result.get("failed")), self.result["changed"]), (False, False))

    def test_diff_shows_both_configurations(self):
        result = self.module("status-scanned", "plan", state="migrated", check=True, diff=True)
        self.assertEqual(len(result["diff"]), 2)
        self.assertIn("/", result["diff"][0]["after"])
        self.assertIn("c-stop", result["steps"])

    def test_options_travel_as_single_words(self):
        self.module("status-none", "migrate-bad-input", "status-none", state="migrated", ack=["a", "b"], read=True, order="early", identity="/k", jump="j@h",
                    known_hosts="/kh", data_dir="/d", records="/r", patience=5, reason="not for this verb; rm -rf /")
        words = self.calls()[1]["words"]
        for pair in (["--ack", "a"], ["--ack", "b"], ["--order", "early"], ["--identity", "/k"], ["--jump", "j@h"], ["--known-hosts", "/kh"],
                     ["--data-dir", "/d"], ["--records", "/r"], ["--patience", "5"], ["--node", HERE_NODE], ["--vmid", "101"]):
            self.assertTrue(any(words[at:at + 2] == pair for at in range(len(words))), pair)
        self.assertIn("--read", words)
        self.assertNotIn("--reason", words)

    def test_another_contract_or_no_lines_end_the_task(self):
        for lines in ([], ["hello"], [{"event": "openclaw-undock", "version": 2, "program": "9"}], [{"event": "run"}]):
            result = self.module({"words": ["status"], "code": 0, "lines": lines}, state="scanned")
            self.assertEqual((result["failed"], result["reason"]["code"]), (True, "program"), lines)
        self.assertTrue(self.module(state="scanned", cli="/nowhere/undock")["failed"])


class Documented(Case):
    def test_every_option_is_documented_as_it_is(self):
        told = {}
        for kind, name in (("module", "undock_vm"), ("inventory", "undock_nodes")):
            done = self.run_words("ansible-doc", "-j", "-t", kind, f"openclaw.undock.{name}")
            self.assertEqual(done.returncode, 0, done.stderr)
            told[name] = json.loads(done.stdout)[f"openclaw.undock.{name}"]
            for option, says in told[name]["doc"]["options"].items():
                self.assertTrue(says.get("description"), option)
            self.assertTrue(told[name]["examples"])
        self.assertTrue(all(says.get("description") for says in told["undock_vm"]["return"].values()))
        code = "import json; from ansible_collections.openclaw.undock.plugins.modules import undock_vm as m; print(json.dumps(m.argument_spec()))"
        spec = json.loads(self.run_words(ansible_python(), "-c", code).stdout)
        documented = told["undock_vm"]["doc"]["options"]
        self.assertEqual(set(documented), set(spec))
        for name, says in spec.items():
            for part in ("type", "default", "choices", "elements"):
                self.assertEqual(documented[name].get(part), says.get(part), f"{name}: {part}")
            self.assertEqual(bool(documented[name].get("required")), bool(says.get("required")), name)
        for name in ("installer_url", "panel_source", "npm_registry"):
            self.assertTrue(spec[name]["no_log"], f"{name}: an address may carry a login")

    def test_the_role_hands_every_option_on(self):
        tasks = (COLLECTION / "roles/undock_vm/tasks/main.yml").read_text(encoding="utf-8")
        source = (COLLECTION / "plugins/modules/undock_vm.py").read_text(encoding="utf-8")
        documented = re.findall(r"(?m)^  ([a-z_0-9]+):$", source.split('DOCUMENTATION = r"""')[1].split("attributes:")[0])
        self.assertGreater(len(documented), 30)
        handed = re.findall(r"(?m)^    ([a-z_0-9]+): ", tasks)
        self.assertEqual(sorted(set(documented) - {"timeout"}), sorted(handed))

    def test_the_version_is_the_programs(self):
        version = re.search(r"project\(openclaw-undock VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
        self.assertIn(f"\nversion: {version}\n", (COLLECTION / "galaxy.yml").read_text(encoding="utf-8"))
        self.assertIn(f"openclaw-undock-{version}.tar.gz", (COLLECTION / "README.md").read_text(encoding="utf-8"))

    def test_it_is_built_with_all_its_parts(self):
        done = self.run_words("ansible-galaxy", "collection", "build", COLLECTION, "--output-path", self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        (made,) = self.folder.glob("openclaw-undock-*.tar.gz")
        with tarfile.open(made) as tarball:
            names = set(tarball.getnames())
        for path in COLLECTION.rglob("*"):
            name = str(path.relative_to(COLLECTION))
            if path.is_file() and name != "galaxy.yml" and "__pycache__" not in name:
                self.assertIn(name, names)


class Playbooks(Case):
    PLAYBOOKS = ("scan", "migrate", "accept", "delete", "rollback", "records")

    def inventory(self, **nodes):
        path = self.folder / "fleet.undock_nodes.yml"
        path.write_text(json.dumps({"plugin": "openclaw.undock.undock_nodes", "cli": str(self.cli), "data_dir": str(self.folder / "desk"),
                                    "nodes": [{"node": HERE_NODE, "name": "n1"}, {"node": NODE, "name": "n2"}], **nodes}))
        return path

    def test_each_can_be_read_by_ansible(self):
        names = {path.stem for path in (COLLECTION / "playbooks").glob("*.yml")}
        self.assertEqual(names, set(self.PLAYBOOKS))
        for name in self.PLAYBOOKS:
            done = self.run_words("ansible-playbook", "--syntax-check", "-i", "localhost,", f"openclaw.undock.{name}")
            self.assertEqual(done.returncode, 0, f"{name}\n{done.stdout}{done.stderr}")
        done = self.run_words("ansible-playbook", "-i", "localhost,", "openclaw.undock.rollback")
        self.assertNotEqual(done.returncode, 0, "which VMs go back has to be said")
        self.assertIn("undock_targets", done.stdout)

    def play(self, name, *answers, **variables):
        """One VM, so that the answers come in their order."""
        inventory = self.folder / "hosts.yml"
        inventory.write_text(json.dumps({"undock_vms": {"hosts": {"n1-101": {
            "ansible_connection": "local", "ansible_python_interpreter": ansible_python(), "undock_vmid": 101, "undock_node": HERE_NODE,
            "undock_cli": str(self.cli), "undock_patience": 0, **variables}}}}))
        self.foresee(*answers)
        done = self.run_words("ansible-playbook", "-i", inventory, f"openclaw.undock.{name}", "-e", "undock_targets=undock_vms")
        self.assertEqual(len(self.calls()), len(answers), done.stdout + done.stderr)
        return done

    def test_a_scan_reports_what_is_in_the_way_and_a_deletion_what_forbids_it(self):
        done = self.play("scan", "status-none", "scan-no-node", "status-none")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertRegex(done.stdout, r"n1-101: refused: The host is there, but nothing listens")
        done = self.play("delete", "status-accepted", "delete-no-node", "status-accepted", undock_phase="accepted")
        self.assertNotEqual(done.returncode, 0)
        error = recording("delete-no-node")["lines"][-2]["error"]
        self.assertIn(f"{error['code']}: {error['what']}", done.stdout)
        self.assertIn(error["cure"], done.stdout)
        done = self.play("delete", undock_phase="awaiting-user")
        self.assertEqual((done.returncode, self.calls()), (0, []), "nobody has accepted")

    def listed(self, *names, **more):
        self.foresee(*names)
        done = self.run_words("ansible-inventory", "-i", self.inventory(**more), "--list")
        return done, json.loads(done.stdout) if done.returncode == 0 else None

    @unittest.skipUnless((SAMPLES / "lab-discover.json").exists(), "no recording of a node")
    def test_the_inventory_has_every_vm_by_node_and_phase(self):
        done, told = self.listed("lab-discover", "discover-no-node", "status-awaiting-user")
        vms = [line for line in recording("lab-discover")["lines"] if line["event"] == "vm"]
        self.assertEqual(sorted(told["undock_vms"]["hosts"]), sorted(f"n1-{vm['vmid']}" for vm in vms))
        self.assertEqual(told["phase_awaiting_user"]["hosts"], ["n1-101"])
        facts = told["_meta"]["hostvars"]["n1-101"]
        # What a node or the program said is no template; later releases mark it as such in the listing.
        facts = {name: value.get("__ansible_unsafe", value) if isinstance(value, dict) else value for name, value in facts.items()}
        self.assertEqual((facts["undock_phase"], facts["undock_node"], facts["undock_vmid"]), ("awaiting-user", HERE_NODE, 101))
        self.assertIn("2026.2.19", json.dumps(facts["undock_versions"]))
        self.assertIn(NODE, json.dumps(facts["undock_unread_nodes"]))
        self.assertIn("was not read", done.stderr)

    @unittest.skipUnless((SAMPLES / "lab-discover.json").exists(), "no recording of a node")
    def test_what_a_node_said_is_cached_and_where_runs_stand_is_not(self):
        cache = {"cache": True, "cache_plugin": "ansible.builtin.jsonfile", "cache_connection": str(self.folder / "cache"), "nodes": [{"node": HERE_NODE, "name": "n1"}]}
        _, told = self.listed("lab-discover", "status-awaiting-user", **cache)
        self.assertEqual(told["phase_awaiting_user"]["hosts"], ["n1-101"])
        _, told = self.listed("status-accepted", **cache)
        self.assertEqual(told["phase_accepted"]["hosts"], ["n1-101"])

    def test_a_node_that_does_not_answer_ends_it_where_that_is_wanted(self):
        done, _ = self.listed("discover-no-node", nodes=[{"node": NODE}], unreachable="fail")
        self.assertIn("was not read", done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
