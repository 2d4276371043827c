#!/usr/bin/env python3
"""docs/cli.md and docs/cli.schema.json against the program: every line of --json, every exit code that no node is needed
for, and that nobody is asked. UNDOCK_CLI names the program; the runs are those of tests/samples/runs, whole and cut short."""

import contextlib
import fcntl
import http.server
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

try:
    import jsonschema
except ModuleNotFoundError:
    # Debian's package is for Debian's Python.
    if sys.executable == "/usr/bin/python3":
        raise
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/samples"))
import desk_of_samples  # noqa: E402

CLI = os.environ["UNDOCK_CLI"]
SCHEMA = json.loads((ROOT / "docs/cli.schema.json").read_text(encoding="utf-8"))
VERSION = 1
NODE = "root@127.0.0.1:1"  # nothing listens there
SUCCEEDED, FAILED, BAD_INPUT, UNKNOWN, REFUSED, WAITS = range(6)

# Printed only by what talks to a node. tests/lab/fleet holds these against the schema as well.
WANTS_A_NODE = {"notice", "vm", "step-ended", "acceptance", "ledger", "unknown", "waiting", "pausing", "lease", "lease-overridden", "hold",
                "hold-overridden", "hold-released", "leftover", "not-begun"}
seen = set()


@contextlib.contextmanager
def webhook():
    """(address, bodies that came): a service of the test's own."""
    got = []

    class Service(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/s3cr3t-token", got
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def strict(kind):
    """The kind as it is printed today: a field that the schema does not name is a fault here."""
    shape = dict(SCHEMA["$defs"][kind], additionalProperties=False)
    return jsonschema.Draft7Validator({**shape, "$defs": SCHEMA["$defs"]})


def held(text):
    """The lines, each as the schema has it; raises where one is not."""
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        kind = line["event"]
        if kind not in SCHEMA["$defs"]:
            raise AssertionError(f"no such kind in the schema: {line}")
        strict(kind).validate(line)
        seen.add(kind)
    if not lines or lines[0]["event"] != "openclaw-undock" or lines[0]["version"] != VERSION:
        raise AssertionError(f"the first line names no version: {text[:200]}")
    if sum(line["event"] == "openclaw-undock" for line in lines) != 1:
        raise AssertionError("the first line stands there twice")
    return lines[1:]


class Contract(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "data"

    def do(self, *words, options=()):
        done = subprocess.run([CLI, *map(str, words), "--json", "--non-interactive", "--data-dir", self.data, "--records", self.folder / "records",
                               *map(str, options)], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
        self.assertEqual(done.stderr, "", words)
        self.lines = held(done.stdout)
        self.errors = [(line["error"], line["where"]) for line in self.lines if line["event"] == "error"]
        return done.returncode

    def named(self, event):
        return [line for line in self.lines if line["event"] == event]

    def plant(self, name, until=None):
        return desk_of_samples.plant(self.data, name, until)

    # -- what the schema is --

    def test_the_schema_is_one_and_refuses_what_is_not_meant(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)
        whole = jsonschema.Draft7Validator(SCHEMA)
        first = {"event": "openclaw-undock", "version": VERSION, "program": "1"}
        whole.validate(first)
        whole.validate({**first, "new": 1})
        for wrong in ({}, {"event": "openclaw-undock"}, {**first, "event": "unheard-of"}, {**first, "version": "1"}):
            self.assertFalse(whole.is_valid(wrong), wrong)

    def test_each_kind_that_the_program_prints_is_in_the_schema_and_in_the_document(self):
        sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/cli").rglob("*.cpp"))
        printed = set(re.findall(r'\{ "event", "([a-z-]+)" \}|tell\("([a-z-]+)"|"((?:lease|hold)-(?:overridden|released))"|"(taken-back|left-out)"', sources))
        printed = {next(filter(None, names)) for names in printed}
        kinds = set(SCHEMA["properties"]["event"]["enum"])
        self.assertEqual(printed, kinds)
        document = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
        self.assertEqual([kind for kind in sorted(kinds) if f"`{kind}`" not in document], [])

    # -- what needs no node --

    def test_a_desk_and_its_runs(self):
        whole, back = self.plant("whole"), self.plant("rolled-back")
        stray = self.data / "runs" / "109-20261130-000000-0000"
        stray.mkdir()
        shutil.copy(self.data / "runs" / whole / "journal.jsonl", stray)  # of another run than the folder says
        self.assertEqual(self.do("status"), SUCCEEDED)
        self.assertEqual({(line["run"], line["phase"]) for line in self.named("run")}, {(whole, "deleted"), (back, "rolled-back")})
        self.assertEqual(len(self.named("set-aside")), 1)
        self.assertEqual(self.do("record", "list", "--outcome", "rolled-back"), SUCCEEDED)
        self.assertEqual([line["run"] for line in self.named("listed-record")], [back])
        self.assertEqual(len(self.named("set-aside")), 1)
        for words in (["verify"], [], ["export"], ["export", "--format", "html"], ["export", "--format", "csv"], ["timeline"], ["timeline", "--batch"],
                      ["handover"], ["summary"], ["bundle", "--no-fetch"]):
            self.assertEqual(self.do("record", *words, "--run", whole), SUCCEEDED, words)
        bundle = self.named("bundle")[0]["path"]
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / "key"], check=True)
        self.assertEqual(self.do("record", "sign", "--bundle", bundle, "--key", self.folder / "key"), SUCCEEDED)
        self.assertEqual(self.do("record", "verify", "--bundle", bundle), SUCCEEDED)
        self.assertEqual(self.do("ledger", "list", "--run", whole), SUCCEEDED)
        self.assertEqual(self.do("arrange", "--run", back, "--position", 1), SUCCEEDED)
        self.assertEqual(self.do("leave-out", "--run", back), SUCCEEDED)
        self.assertEqual(self.do("leave-out", "--run", back, "--back"), SUCCEEDED)
        self.assertEqual(self.do("retire-node", "--node", NODE, "--reason", "sold"), SUCCEEDED)

    def test_wait_ends_when_another_program_brings_the_phase_and_says_when_it_does_not(self):
        run = self.plant("whole", until="accepted")
        self.assertEqual(self.do("wait", "--run", run, "--until", "accepted,deleted", "--timeout", 5), SUCCEEDED)
        self.assertEqual(self.named("reached")[0]["phase"], "accepted")
        self.assertEqual((self.do("wait", "--run", run, "--until", "deleted", "--timeout", 0), self.errors), (UNKNOWN, [("not-yet", run)]))
        waiting = subprocess.Popen([CLI, "wait", "--run", run, "--until", "deleted", "--timeout", "60", "--json", "--data-dir", self.data],
                                   stdout=subprocess.PIPE, text=True)
        self.assertTrue(waiting.stdout.readline())
        desk_of_samples.go_on(self.data, "whole")
        told, _ = waiting.communicate(timeout=60)
        self.assertEqual((waiting.returncode, json.loads(told)["phase"]), (SUCCEEDED, "deleted"))
        self.assertEqual((self.do("wait", "--run", run, "--until", "done"), self.errors), (BAD_INPUT, [("bad-phase", "--until")]))
        self.assertEqual((self.do("wait", "--run", run, "--until", "deleted", "--timeout", "soon"), self.errors), (BAD_INPUT, [("bad-number", "--timeout")]))

    # -- again, and beforehand --

    def test_what_is_there_already_is_told_as_such_and_nothing_is_written(self):
        run = self.plant("whole", until="finished")
        journal = self.data / "runs" / run / "journal.jsonl"
        before = journal.read_bytes()
        self.assertEqual(self.do("migrate", "--vmid", 101), SUCCEEDED)
        self.assertEqual([line["code"] for line in self.named("unchanged")], ["already-migrated"])
        self.assertEqual((self.do("scan", "--vmid", 101), self.errors), (REFUSED, [("already-migrated", "")]))
        self.assertEqual(journal.read_bytes(), before)
        words = desk_of_samples.user_word("whole")
        told = ["--by", words["by"], "--note", words["note"], "--tried", words["tried"]]
        for until in ("accepted", None):
            self.plant("whole", until)
            before = journal.read_bytes()
            self.assertEqual(self.do("accept", "--vmid", 101, *told), SUCCEEDED)
            self.assertEqual([line["code"] for line in self.named("unchanged")], ["already-accepted"])
            self.assertEqual(journal.read_bytes(), before)
        self.plant("whole", "accepted")
        # The node of the sample is nowhere: another word is one to be written, and it would be asked.
        self.assertEqual(self.do("accept", "--vmid", 101, "--by", "somebody else"), UNKNOWN)
        self.assertEqual(self.named("unchanged"), [])

    def test_check_says_what_would_be_done_and_asks_nobody(self):
        given = ["--node", NODE, "--vmid", 101, "--panel-tag", "v2026.02.20-r4"]

        def would(*words):
            code = self.do(*words, "--check")
            (line,) = self.named("would")
            return code, line["may"], [reason["code"] for reason in line["reasons"]], line["steps"]

        code, may, reasons, steps = would("migrate", *given)
        self.assertEqual((code, may, reasons, steps[0]), (SUCCEEDED, True, [], "a-node"))
        self.assertFalse((self.data / "runs").exists(), "a run that was only asked about")
        self.assertEqual(would("migrate", "--vmid", 101)[:3], (BAD_INPUT, False, ["field-missing"]))
        run = self.plant("whole", "finished")
        journal = self.data / "runs" / run / "journal.jsonl"
        before = journal.read_bytes()
        code, may, reasons, _ = would("delete-docker", "--vmid", 101)
        self.assertEqual((code, may), (REFUSED, False))
        self.assertIn("user-accepted", reasons)
        self.assertEqual(would("accept", "--vmid", 101, "--by", "x")[:3], (SUCCEEDED, True, []))
        self.assertEqual(would("rollback", "--vmid", 101)[:3], (SUCCEEDED, True, []))
        self.assertEqual(journal.read_bytes(), before)
        self.plant("whole", "accepted")
        code, may, reasons, steps = would("delete-docker", "--vmid", 101)
        self.assertEqual((code, may, reasons), (SUCCEEDED, True, []))
        self.assertEqual(set(self.named("would")[0]["asked_then"]), {"acceptance-green-now", "lease-held", "all-nodes-asked", "no-hold-anywhere"})
        self.assertIn("i-delete", steps)
        self.plant("rolled-back")
        self.assertEqual(would("rollback", "--vmid", 102)[:3], (REFUSED, False, ["already-rolled-back"]))
        self.plant("whole", "begin")
        self.assertEqual(would("resume", "--vmid", 101)[:3], (SUCCEEDED, True, []))
        self.assertEqual(self.do("resume", "--all-unknown", "--check"), SUCCEEDED)
        self.assertEqual([line["vmid"] for line in self.named("would")], ["101"])

    def test_a_run_that_another_program_works_on_is_left_to_it(self):
        run = self.plant("whole", "finished")
        journal = self.data / "runs" / run / "journal.jsonl"
        before = journal.read_bytes()
        with open(journal, "rb") as held_by_another:
            fcntl.flock(held_by_another, fcntl.LOCK_EX)
            for words in (["rollback"], ["accept", "--by", "x"], ["delete-docker"], ["resume"]):
                self.assertEqual(self.do(*words, "--vmid", 101), REFUSED, words)
                self.assertEqual(self.named("task-ended")[0]["error"]["code"], "journal-in-use", words)
            self.assertEqual(self.do("status"), SUCCEEDED, "to look is free")
        self.assertEqual(journal.read_bytes(), before)

    # -- bad input, and a node that is not there --

    def test_bad_input_names_each_field(self):
        good = {"--node": NODE, "--vmid": 102}
        for option, field in (("--node", "node"), ("--vmid", "vmid")):
            words = [str(word) for name, value in good.items() if name != option for word in (name, value)]
            self.assertEqual((self.do("migrate", *words), self.errors), (BAD_INPUT, [("field-missing", field)]))
        self.assertEqual(self.do("migrate"), BAD_INPUT)
        self.assertEqual([where for _, where in self.errors], ["vmid", "node"])
        for option, value, field in (("--panel-tag", "no tag", "panel_tag"), ("--ip", "10.0.0", "ip"), ("--order", "late", "order"),
                                     ("--installer-url", "ftp://x", "installer_url"), ("--steady-seconds", "1", "steady_seconds")):
            self.assertEqual(self.do("migrate", "--node", NODE, "--vmid", 102, option, value), BAD_INPUT, option)
            self.assertEqual([where for _, where in self.errors], [field])
        for words, where in ((["accept", "--vmid", 1], "--by"), (["status", "--record-language", "fr"], "--record-language"),
                             (["status", "--patience", "long"], "--patience"), (["status", "--identity", "/nowhere"], "--identity"),
                             (["resume"], "--vmid"), (["resume", "--run", "x"], "--run"), (["status", "--unheard-of"], "options"),
                             (["rollback", "--vmid", 1, "--config", "../x"], "--config"), (["queue"], "queue"), (["arrange", "--run", "x"], "--run"),
                             (["record", "list", "--outcome", "well"], "--outcome"), (["record", "list", "--from", "2026-02-30"], "--from"),
                             (["notify"], "--notify-file"), (["status", "--notify-file", "/nowhere"], "--notify-file"),
                             (["discover"], "node"), (["leases"], "node"), (["holds", "release", "--node", "a b"], "node"), (["unheard-of"], "COMMAND")):
            self.assertEqual(self.do(*words), BAD_INPUT, words)
            self.assertEqual([told for _, told in self.errors], [where], words)

    def test_a_node_that_is_not_there_is_unknown_and_nothing_else(self):
        given = ["--node", NODE, "--vmid", 102, "--ip", "10.10.10.22", "--panel-tag", "v2026.02.20-r4"]
        for verb in ("discover", "leases", "holds"):
            self.assertEqual(self.do(verb, "--node", NODE), UNKNOWN, verb)
        for verb in ("scan", "plan", "migrate", "resume", "check", "rollback", "delete-docker"):
            self.assertEqual(self.do(verb, *(given if verb in ("scan", "plan", "migrate") else ["--vmid", 102])), UNKNOWN, verb)
            (ended,) = self.named("task-ended")
            self.assertEqual((ended["exit"], ended["outcome"]), (UNKNOWN, "unknown"), verb)
        self.assertEqual(self.do("resume", "--adopt", 103, *given[:2], "--panel-tag", "v2026.02.20-r4", "--reason", "x"), UNKNOWN)

    def test_a_webhook_learns_what_needs_a_person_and_changes_no_end(self):
        with webhook() as (address, got):
            file = self.folder / "hook.json"
            file.write_text(json.dumps({"form": "json", "address": address}))
            file.chmod(0o644)
            self.assertEqual(self.do("notify", "--notify-file", file), BAD_INPUT)
            self.assertEqual(self.errors, [("webhook-file-open", "--notify-file")])
            file.chmod(0o600)
            self.assertEqual(self.do("notify", "--notify-file", file), SUCCEEDED)
            self.assertEqual(self.named("notified")[0], {"event": "notified", "delivered": 1, "given_up": 0})
            self.assertEqual(self.do("migrate", "--node", NODE, "--vmid", 102, "--read", "--notify-file", file), UNKNOWN)
            self.assertEqual(self.named("notified")[0]["delivered"], 1)
            self.assertEqual([(body["kind"], body.get("vmid")) for body in got], [("test", None), ("needs-attention", "102")])
        self.assertEqual(self.do("notify", "--notify-file", file), FAILED, "nobody is there any more")
        self.assertEqual(self.named("notified")[0], {"event": "notified", "delivered": 0, "given_up": 1, "why": "not-reached"})
        self.assertNotIn("s3cr3t", "".join(path.read_text(errors="replace") for path in self.data.rglob("*") if path.is_file()))

    def test_a_plan_is_printed_of_what_the_journal_knows(self):
        self.plant("retried")
        self.assertEqual(self.do("plan", "--vmid", 103), SUCCEEDED)
        self.assertIn("c-stop", [line["step"] for line in self.named("planned-step")])
        self.assertEqual({line["data"]["file"] for line in self.named("config-diff")}, {"openclaw.json", "panel.config.json"})

    # -- nobody is asked --

    def test_what_has_to_be_read_first_wants_its_option(self):
        procedure = self.folder / "procedure.md"
        procedure.write_text("read me", encoding="utf-8")
        given = ["migrate", "--node", NODE, "--vmid", 102, "--panel-tag", "v2026.02.20-r4", "--procedure", procedure]
        self.assertEqual((self.do(*given), self.errors), (BAD_INPUT, [("question-unanswered", "--read")]))
        self.assertEqual(self.do(*given, "--read"), UNKNOWN)

    def test_other_sources_want_their_option(self):
        path = self.folder / "list.csv"
        path.write_text("vmid,installer_url\n101,http://192.0.2.1/i.sh\n")
        self.assertEqual((self.do("queue", "run", path, "--node", NODE, "--panel-tag", "v2026.02.20-r4", "--read"), self.errors),
                         (BAD_INPUT, [("question-unanswered", "--accept-sources")]))

    @contextlib.contextmanager
    def sshd(self):
        """A server on loopback whose logins all want a password that nobody gives."""
        program = shutil.which("sshd", path="/usr/sbin:/usr/bin")
        if not program or os.geteuid() != 0:
            self.skipTest("wants root and an sshd")
        os.makedirs("/run/sshd", exist_ok=True)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / "host"], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen([program, "-D", "-e", "-f", "/dev/null", "-p", str(port), "-h", self.folder / "host", "-o", "ListenAddress=127.0.0.1",
                                   "-o", "PasswordAuthentication=yes", "-o", "PermitRootLogin=yes", "-o", "PidFile=none"], stderr=subprocess.DEVNULL)
        try:
            for _ in range(600):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            else:
                self.fail("sshd does not listen after a minute")
            yield port
        finally:
            server.kill()
            server.wait()

    def test_an_unknown_host_and_a_password_want_their_options(self):
        with self.sshd() as port:
            known = self.folder / "known"
            at = ["--node", f"root@127.0.0.1:{port}"]
            options = ["--known-hosts", known]
            given = [*at, "--vmid", 102, "--panel-tag", "v2026.02.20-r4"]
            self.assertEqual((self.do("discover", *at, options=options), self.errors), (BAD_INPUT, [("question-unanswered", "--known-hosts")]))
            self.assertEqual(self.do("scan", *given, options=options), BAD_INPUT)
            self.assertEqual(self.named("task-ended")[0]["error"]["where"], "--known-hosts")
            self.assertFalse(known.exists() and known.read_bytes(), "a key that nobody has compared")
            key = (self.folder / "host.pub").read_text().split()
            known.write_text(f"[127.0.0.1]:{port} {key[0]} {key[1]}\n")
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / "mine"], check=True)
            options += ["--identity", self.folder / "mine"]
            self.assertEqual((self.do("discover", *at, options=options), self.errors), (BAD_INPUT, [("question-unanswered", "--identity")]))

    @classmethod
    def tearDownClass(cls):
        missing = set(SCHEMA["properties"]["event"]["enum"]) - seen - WANTS_A_NODE
        if missing:
            raise AssertionError(f"no test has printed these kinds: {sorted(missing)}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
