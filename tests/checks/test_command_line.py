#!/usr/bin/env python3
"""The command line where no node answers: which run a word means, and how it ends. UNDOCK_CLI names the program."""

import contextlib
import json
import os
import pathlib
import pty
import re
import subprocess
import tempfile
import termios
import unittest
import xml.etree.ElementTree
import zipfile

CLI = os.environ["UNDOCK_CLI"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
# Nothing listens there: refused at once, and nobody is asked anything.
NODE, OTHER = "root@127.0.0.1:1", "root@127.0.0.1:2"
SUCCEEDED, FAILED, BAD_INPUT, UNKNOWN, REFUSED = 0, 1, 2, 3, 4


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def do(self, *words):
        done = subprocess.run([CLI, *map(str, words), "--json", "--data-dir", self.folder / "data", "--records", self.folder / "records"],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
        self.told = self.lines(done.stdout + done.stderr)
        self.codes = [line["error"] for line in self.told if line.get("event") == "error"]
        return done.returncode

    @staticmethod
    def lines(text):
        return [json.loads(line) for line in text.splitlines() if line.startswith("{")]

    def runs(self):
        return sorted(folder.name for folder in (self.folder / "data" / "runs").iterdir())

    def plan(self, node=NODE, tag="v2026.02.20-r4", vmid=102):
        return self.do("plan", "--node", node, "--vmid", vmid, "--ip", "10.10.10.22", "--panel-tag", tag)

    def test_a_number_that_two_nodes_have_wants_the_node(self):
        self.assertEqual((self.plan(NODE), self.plan(OTHER)), (UNKNOWN, UNKNOWN))
        for words in (["accept", "--by", "x", "--tried", "y"], ["delete-docker"], ["rollback"]):
            self.assertEqual(self.do(*words, "--vmid", 102), BAD_INPUT, words)
            self.assertEqual(self.codes, ["vmid-on-several-nodes"], words)
        self.assertNotEqual(self.do("rollback", "--vmid", 102, "--node", OTHER), BAD_INPUT)
        self.assertNotEqual(self.do("rollback", "--run", self.runs()[0]), BAD_INPUT)

    def test_the_same_words_go_on_with_the_run_and_others_begin_a_new_one(self):
        self.plan()
        self.plan()
        self.assertEqual(len(self.runs()), 1, "nothing was said that is new")
        self.do("plan", "--node", NODE, "--vmid", 102)
        self.assertEqual(len(self.runs()), 1, "what is not said stays as it was")
        self.plan(tag="v2026.02.21-r1")
        self.assertEqual(len(self.runs()), 2)
        self.plan(tag="v2026.02.21-r1")
        self.assertEqual(len(self.runs()), 2)

    def test_each_parameter_comes_from_its_option_into_the_journal(self):
        table = (ROOT / "src/core/params/run_parameters.cpp").read_text(encoding="utf-8")
        options = dict(re.findall(r'\.name = "(\w+)".*?\.option = "([\w-]+)"', table, re.DOTALL))
        source = (ROOT / "tests/unit/support/uncommon_fields.h").read_text(encoding="utf-8")
        values = {name: text or 64 * letter for name, text, letter in re.findall(
            r'QStringLiteral\("(\w+)"\),\s*(?:QStringLiteral\("([^"]*)"\)|QString\(64, QLatin1Char\(\'(.)\'\)\))', source)}
        self.assertEqual(set(options), set(values))
        values["node"] = NODE
        self.do("plan", *(word for name, option in options.items() for word in (f"--{option}", values[name])))
        journal = self.folder / "data" / "runs" / self.runs()[0] / "journal.jsonl"
        params = json.loads(journal.read_text(encoding="utf-8").splitlines()[0])["data"]["params"]
        self.assertEqual({name: str(value) for name, value in params.items()}, values)

    def test_what_is_left_out_stays_out_until_it_is_put_back(self):
        self.plan()
        run = self.runs()[0]
        self.assertEqual(self.do("leave-out", "--vmid", 102), SUCCEEDED)
        self.assertEqual(self.do("rollback", "--vmid", 102), BAD_INPUT)
        self.assertEqual(self.codes, ["no-run-of-vm"])
        self.assertEqual(self.do("rollback", "--run", run), REFUSED)
        self.assertEqual(self.codes, ["run-left-out"])
        self.plan()
        self.assertEqual(len(self.runs()), 2, "it bars no new run")
        self.assertEqual(self.do("leave-out", "--run", run, "--back"), REFUSED)
        self.assertEqual(self.codes, ["vm-in-queue"])
        self.assertEqual(self.do("leave-out", "--vmid", 102), SUCCEEDED)
        self.assertEqual(self.do("leave-out", "--run", run, "--back"), SUCCEEDED)
        self.assertEqual(self.do("rollback", "--vmid", 102), UNKNOWN)

    def keygen(self, name, comment="x"):
        key = self.folder / name
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", key], check=True)
        return key

    def allowed(self, *lines):
        path = self.folder / "allowed"
        path.write_text("".join(f"{who} {options} {key.with_name(key.name + '.pub').read_text()}" for who, options, key in lines))
        return path

    def test_a_bundle_is_signed_and_told_apart_from_what_it_is_not(self):
        self.plan()
        key, other = self.keygen("key"), self.keygen("other")
        self.assertEqual(self.do("record", "bundle", "--vmid", 102, "--no-fetch", "--output", self.folder / "out"), SUCCEEDED)
        (bundle,) = (self.folder / "out").glob("*.zip")
        verify = ["record", "verify", "--bundle", bundle]
        ours = 'namespaces="openclaw-undock"'
        signers = ["--allowed-signers", self.allowed(("li@desk", ours, key))]
        self.assertEqual(self.do(*verify), SUCCEEDED)
        self.assertEqual((self.do(*verify, *signers), self.codes), (FAILED, ["signature-missing"]))
        self.assertEqual((self.do("record", "sign", "--bundle", bundle), self.codes), (BAD_INPUT, ["missing-option"]))
        self.assertEqual(self.do("record", "sign", "--bundle", bundle, "--key", key), SUCCEEDED)
        self.assertEqual(self.do(*verify, *signers), SUCCEEDED)
        self.assertIn(("good", "li@desk"), [(line["verdict"], line["who"]) for line in self.told if line["event"] == "signature"])
        self.assertEqual((self.do("record", "sign", "--bundle", bundle, "--key", key), self.codes), (REFUSED, ["signed-already"]))
        self.assertEqual(self.do("record", "sign", "--bundle", bundle, "--key", other), SUCCEEDED)
        self.assertEqual((self.do(*verify, *signers), self.codes), (FAILED, ["signature-other-key"]), "the second one's")
        self.allowed(("li@desk", ours, key), ("han@desk", ours, other))
        self.assertEqual(self.do(*verify, *signers), SUCCEEDED)
        self.allowed(("li@desk", ours + ',valid-before="20200101"', key), ("han@desk", ours, other))
        self.assertEqual((self.do(*verify, *signers), self.codes), (FAILED, ["signature-key-expired"]))
        self.assertEqual((self.do(*verify, "--allowed-signers", self.folder / "none"), self.codes), (BAD_INPUT, ["file-unreadable"]))
        # Where nothing can look at a signature, it is not known to be good.
        path = os.environ["PATH"]
        try:
            os.environ["PATH"] = str(self.folder)
            self.assertEqual((self.do(*verify), self.codes), (UNKNOWN, ["ssh-keygen-missing"]))
        finally:
            os.environ["PATH"] = path

    def test_every_bundle_is_signed_where_the_settings_say_so_and_none_fails_by_it(self):
        self.plan()
        key = self.keygen("key")
        settings = self.folder / "data/settings.ini"
        settings.write_text(f"[desk]\nsign_always=true\nsigning_key={key}\n")

        def bundle(name, *options):
            self.assertEqual(self.do("record", "bundle", "--vmid", 102, "--no-fetch", "--output", self.folder / name, *options), SUCCEEDED, name)
            (made,) = (self.folder / name).glob("*.zip")
            return "SHA256SUMS.sig" in zipfile.ZipFile(made).namelist()

        self.assertTrue(bundle("signed"))
        self.assertFalse(bundle("not", "--no-sign"))
        key.unlink()
        self.assertFalse(bundle("failed"))
        self.assertEqual(self.codes, ["file-unreadable"], "that it is not signed is told")
        settings.write_text(f"[desk]\nsign_always=false\nsigning_key={key}\n")
        self.assertFalse(bundle("off"))
        self.assertEqual(self.codes, [])

    def test_a_picture_and_a_text_for_whoever_comes_after(self):
        self.plan()
        self.plan(vmid=103)
        for words, name in ((["--vmid", 102], "one.svg"), (["--batch"], "all.svg")):
            for language in ("zh", "en"):
                self.assertEqual(self.do("record", "timeline", *words, "--language", language, "--output", self.folder / name), SUCCEEDED)
                picture = xml.etree.ElementTree.parse(self.folder / name).getroot()
                texts = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
                self.assertTrue(any("102" in text for text in texts), texts)
        self.assertEqual((self.do("record", "handover", "--vmid", 102), self.codes), (REFUSED, ["nothing-to-hand-over"]))
        self.assertEqual((self.do("record", "handover", "--vmid", 102, "--for", "cat"), self.codes), (BAD_INPUT, ["bad-reader"]))

    def test_a_queue_keeps_the_order_that_it_was_given(self):
        self.plan()
        self.plan(vmid=103)
        self.assertEqual(self.do("arrange", "--vmid", 103, "--position", 1), SUCCEEDED)
        order = (self.folder / "data" / "queue-order").read_text(encoding="utf-8").split()
        self.assertEqual([run.split("-")[0] for run in order], ["103", "102"])
        self.assertEqual(self.do("arrange", "--vmid", 103, "--position", 0), BAD_INPUT)

    def test_a_node_is_retired_with_a_reason(self):
        self.plan()
        self.assertEqual(self.do("retire-node", "--node", NODE), REFUSED)
        self.assertEqual(self.codes, ["reason-missing"])
        self.assertEqual(self.do("retire-node", "--node", NODE, "--reason", "sold", "--operator", "li"), SUCCEEDED)
        told = json.loads((self.folder / "data" / "retired-nodes.jsonl").read_text(encoding="utf-8"))
        self.assertEqual((told["by"], told["reason"], told["retired"]), ("li", "sold", True))

    def test_control_c_at_a_question_answers_it_and_leaves_the_terminal_with_its_echo(self):
        procedure = self.folder / "procedure.md"
        procedure.write_text("read me", encoding="utf-8")
        child, terminal = pty.fork()
        if child == 0:
            os.execv(CLI, [CLI, "migrate", "--node", NODE, "--vmid", "102", "--procedure", str(procedure), "--data-dir", str(self.folder / "data"),
                           "--records", str(self.folder / "records")])
        said = b""
        while b"[y/N]" not in said:
            said += os.read(terminal, 4096)
        os.write(terminal, b"\x03")
        with contextlib.suppress(OSError):
            while piece := os.read(terminal, 4096):
                said += piece
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        self.assertEqual(status, REFUSED, said.decode(errors="replace"))
        self.assertIn(b"not confirmed as read", said)
        self.assertTrue(termios.tcgetattr(terminal)[3] & termios.ECHO)

    def test_what_was_read_for_one_vm_is_not_asked_for_the_next(self):
        procedure = self.folder / "procedure.md"
        procedure.write_text("first the backup\n")

        def migrate(vmid, *more):
            code = self.do("migrate", "--node", NODE, "--vmid", vmid, "--panel-tag", "v2026.02.20-r4", "--non-interactive", "--procedure", procedure, *more)
            return code, self.codes
        self.assertEqual(migrate(101)[0], BAD_INPUT, "nobody has read it, and nobody can be asked")
        self.assertEqual(migrate(101, "--read")[0], UNKNOWN, "the node is not there")
        self.assertEqual(migrate(102)[0], UNKNOWN)
        procedure.write_text("first the backup, then its check\n")
        self.assertEqual(migrate(102)[0], BAD_INPUT, "it is another text now")

    def test_a_plan_looks_at_the_vm_each_time(self):
        self.assertEqual(self.plan(), UNKNOWN)
        self.assertEqual(self.plan(), UNKNOWN, "a plan without a scan would say that all is well")


    # -- what somebody else put there --

    FOLDER = "101-20261130-000000-0000"

    def plant(self, text, folder=FOLDER):
        place = self.folder / "data" / "runs" / folder
        place.mkdir(parents=True)
        (place / "journal.jsonl").write_text(text)

    def forged(self, **changes):
        data = {"run": self.FOLDER, "vmid": "101", "node": NODE, "params": {"vmid": 101, "node": NODE, "operator": "a"},
                "program": "x", "version": "1", "host": "desk", "operator": "a", "zone_minutes": 0, **changes}
        return json.dumps({"seq": 1, "at": "2026-11-30T00:00:00.000Z", "type": "run-created", "data": data, "prev": "0" * 64},
                          separators=(",", ":")) + "\n"

    def set_aside(self):
        done = subprocess.run([CLI, "status", "--data-dir", self.folder / "data"], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, SUCCEEDED, done.stderr)
        return [line for line in done.stdout.splitlines() if line.startswith("set aside: ")]

    def test_a_journal_of_another_vm_is_set_aside_and_nothing_is_done_by_it(self):
        self.plant(self.forged(run="102-20261130-000000-0000", vmid="102", params={"vmid": 102, "node": NODE, "operator": "a"}))
        self.assertEqual(len(self.set_aside()), 1)
        self.assertIn("journal-of-another", self.set_aside()[0])
        for command in ("resume", "migrate", "rollback", "record", "scan"):
            self.assertNotEqual(self.do(command, "--run", self.FOLDER), SUCCEEDED, command)
        self.do("resume", "--run", self.FOLDER)
        self.assertEqual(self.codes, ["journal-of-another"])
        self.assertEqual(self.runs(), [self.FOLDER])

    def test_a_run_a_vm_and_a_node_that_are_named_together_belong_together(self):
        self.plant(self.forged())
        self.assertEqual(self.set_aside(), [])
        for words in (["--vmid", 102], ["--node", OTHER]):
            self.assertEqual(self.do("resume", "--run", self.FOLDER, *words), BAD_INPUT, words)
            self.assertEqual(self.codes, ["run-of-another"], words)
        self.assertNotEqual(self.do("resume", "--run", self.FOLDER, "--vmid", 101, "--node", NODE), BAD_INPUT)

    def test_what_no_journal_is_ends_no_program(self):
        head = '{"seq":1,"at":"2026-11-30T00:00:00.000Z","type":"run-created","data":'
        for name, data in (("deep", "[" * 300000 + "]" * 300000), ("wide", "{" + ",".join(f'"{n}":0' for n in range(100000)) + "}")):
            self.plant(f'{head}{data},"prev":"{"0" * 64}"}}\n', f"101-20261130-000000-{len(name):04}")
            self.assertEqual(len(self.set_aside()), 1, name)
            for folder in (self.folder / "data" / "runs").iterdir():
                (folder / "journal.jsonl").unlink()
                folder.rmdir()

    def test_sources_of_a_list_want_a_word(self):
        path = self.folder / "list.csv"
        path.write_text("vmid,installer_url\n101,http://192.0.2.1/i.sh\n")
        words = ["queue", "run", path, "--node", NODE, "--read"]
        self.assertEqual(self.do(*words), REFUSED)
        self.assertEqual(self.codes, ["sources-differ"])
        self.assertFalse((self.folder / "data" / "runs").exists())

    def test_what_is_written_is_for_its_owner(self):
        self.plan()
        for path in [self.folder / "data", *(self.folder / "data").rglob("*"), *(self.folder / "records").rglob("*")]:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)


if __name__ == "__main__":
    unittest.main(verbosity=2)
