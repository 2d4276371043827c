#!/usr/bin/env python3
"""The Python tools of stages D to R, on this machine: copying, paths, environment, login, carry-back.

    python3 tests/guest/test_direct_tools.py      (owners and attributes want root)
"""

import contextlib
import errno
import io
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
import adapt_paths  # noqa: E402
import beneath  # noqa: E402
import carry_back  # noqa: E402
import container_env  # noqa: E402
import copied_mode  # noqa: E402
import copy_tree  # noqa: E402
import env_file  # noqa: E402
import gateway_token  # noqa: E402
import json_spans  # noqa: E402
import lock_rule  # noqa: E402
import login_file  # noqa: E402
import native_state  # noqa: E402
import node_range  # noqa: E402
import processes  # noqa: E402
import prove_copy  # noqa: E402
import redact  # noqa: E402
import step_io  # noqa: E402
import tree  # noqa: E402

as_root = unittest.skipUnless(os.geteuid() == 0, "needs root: it changes owners")


class InScratch(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        step_io.JOB = step_io.RUN = step_io.STATE = self.folder
        silence = contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO()))
        silence.__enter__()
        self.addCleanup(silence.__exit__, None, None, None)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, data=b"x", mode=None):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        pathlib.Path(path).write_bytes(data if isinstance(data, bytes) else data.encode())
        if mode is not None:
            os.chmod(path, mode)
        return path

    def facts(self):
        with open(self.path("facts"), encoding="utf-8") as file:
            return [tuple(line.rstrip("\n").split("=", 1)) for line in file]


class NodeRange(unittest.TestCase):
    def test_ranges_of_the_field(self):
        for version, wanted, good in (
                ("v22.12.0", ">=22.12.0", True), ("v22.11.9", ">=22.12.0", False), ("v24.16.0", ">=24.16 <25 || >=26.1", True),
                ("v25.1.0", ">=24.16 <25 || >=26.1", False), ("v26.0.9", ">=24.16 <25 || >=26.1", False),
                ("v26.1.0", ">= 24.16 < 25 || >= 26.1", True), ("v22.3.1", "^22.3.0", True), ("v23.0.0", "^22.3.0", False),
                ("v22.4.0", "~22.3.0", False), ("v22.9.9", "22", True), ("v23.0.0", "22.x", False), ("v20.0.0", "*", True)):
            with self.subTest(version=version, wanted=wanted):
                self.assertEqual(node_range.satisfies(version, wanted), good)

    def test_what_is_not_understood_is_said(self):
        with self.assertRaises(ValueError):
            node_range.satisfies("v22.0.0", "latest")


class JsonSpans(unittest.TestCase):
    def test_only_the_chosen_strings_change(self):
        text = '{ "a":{"path":"/old/x","n":1234567890123456789.10,"n":-0, "l":["/old",{"path" : "/old"}]},\n\t"中":"\\ud800", "e":{}, "f":[]}'
        edited, count = json_spans.edit(text, lambda keys, value: "/new" + value[4:] if keys[-1] == "path" else None)
        self.assertEqual(count, 2)
        self.assertEqual(edited, text.replace('"path":"/old/x"', '"path":"/new/x"').replace('"path" : "/old"', '"path" : "/new"'))

    def test_keys_tell_the_way(self):
        found = [keys for keys, _, _ in json_spans.strings('[{"a":["x","y"]},"z",{"b":{"c":"w"}}]')]
        self.assertEqual(found, [(0, "a", 0), (0, "a", 1), (1,), (2, "b", "c")])

    def test_what_is_no_json_is_refused(self):
        with self.assertRaises(ValueError):
            json_spans.edit('{"a": "x",}', lambda keys, value: value)


class Paths(InScratch):
    ENTRY = {"agent:main:main": {
        "sessionId": "s", "sessionFile": "/home/node/.openclaw/agents/main/sessions/s.jsonl",
        "skillsSnapshot": {"prompt": "<location>/app/skills/x/SKILL.md</location> and /app/skills/x in words",
                           "resolvedSkills": [{"filePath": "/app/skills/x/SKILL.md", "baseDir": "/app/skills/x"}]},
        "note": "/home/node/.openclaw/note"}}

    def test_known_places_are_rewritten_and_back(self):
        text = json.dumps(self.ENTRY, indent=2)
        there, count = json_spans.edit(text, adapt_paths.forward("/usr/lib/node_modules/openclaw/skills").change)
        entry = json.loads(there)["agent:main:main"]
        self.assertEqual(count, 4)
        self.assertEqual(entry["sessionFile"], "/root/.openclaw/agents/main/sessions/s.jsonl")
        self.assertEqual(entry["skillsSnapshot"]["prompt"],
                         "<location>/usr/lib/node_modules/openclaw/skills/x/SKILL.md</location> and /app/skills/x in words")
        self.assertEqual(entry["note"], "/home/node/.openclaw/note")
        back, _ = json_spans.edit(there, adapt_paths.backward("/usr/lib/node_modules/openclaw/skills").change)
        self.assertEqual(back, text)

    def test_a_folder_of_a_similar_name_is_left_alone(self):
        mapping = adapt_paths.forward("/s")
        for path in ("/home/node/.openclaw-old/x", "/app/skillset", "relative/home/node/.openclaw", "/home/node"):
            self.assertEqual(mapping.path(path), path)

    def test_absolute_links_are_turned(self):
        os.symlink("/home/node/.openclaw/workspace", self.path("in"))
        os.symlink("/home/node/elsewhere", self.path("odd"))
        os.symlink("../x", self.path("relative"))
        changed, odd = adapt_paths.adapt_links(self.folder, adapt_paths.forward(""))
        self.assertEqual((changed, odd), (1, [b"odd"]))
        self.assertEqual(os.readlink(self.path("in")), "/root/.openclaw/workspace")

    def test_a_rewritten_file_keeps_mode_and_time(self):
        path = self.write("agents/main/sessions/sessions.json", json.dumps(self.ENTRY), 0o640)
        os.utime(path, ns=(5, 123456789012345678))
        self.assertEqual(sum(adapt_paths.adapt_files(self.folder, adapt_paths.forward("/s"))), 4)
        status = os.stat(path)
        self.assertEqual((status.st_mode & 0o777, status.st_mtime_ns), (0o640, 123456789012345678))


class Environment(unittest.TestCase):
    def test_what_the_image_says_and_what_describes_the_container_stays_behind(self):
        image = {"PATH": "/usr/bin", "NODE_VERSION": "22", "LANG": "C"}
        container = {**image, "LANG": "zh_CN.UTF-8", "HOME": "/home/node", "NODE_ENV": "production", "OPENCLAW_GATEWAY_PORT": "18789",
                     "OPENCLAW_GATEWAY_TOKEN": "t", "TG": "a=b", "OPENCLAW_STATE_DIR": "/home/node/.openclaw",
                     "LIST": "/home/node/.openclaw/a:/home/node/.openclawx", "TOOL": "/app/bin/x", "OPENCLAW_HOME": "/home/node/"}
        carried = container_env.for_service(container, image)
        self.assertEqual(carried.values, {"LANG": "zh_CN.UTF-8", "NODE_ENV": "production", "OPENCLAW_GATEWAY_TOKEN": "t", "TG": "a=b",
                                          "OPENCLAW_STATE_DIR": "/root/.openclaw", "LIST": "/root/.openclaw/a:/home/node/.openclawx", "TOOL": "/app/bin/x", "OPENCLAW_HOME": "/root"})
        self.assertEqual(carried.left, ["HOME", "OPENCLAW_GATEWAY_PORT"])
        self.assertEqual(carried.odd, ["LIST", "TOOL"])

    def test_the_file_reads_back(self):
        values = {"A": 'q"uo\\te $HOME `x` \'y\'', "B": "two\nlines\t#;", "C": "", "D": " blanks ", "E": "中文😀"}
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write("# written\n" + "".join(f"{name}={env_file.quoted(value)}\n" for name, value in values.items()))
            file.flush()
            self.assertEqual(gateway_token.of_file(file.name), values)

    def test_what_systemd_would_drop_is_known(self):
        self.assertTrue(env_file.carriable("中\n\t"))
        self.assertFalse(env_file.carriable("\x01"))
        self.assertFalse(env_file.carriable("\udcff"))


class Login(unittest.TestCase):
    def test_files_as_people_write_them(self):
        for text in ("url: http://192.0.2.1:10001\nuser: admin\npassword: p w:d\n", "地址：http://192.0.2.1\n用户名：admin\n密码：p w:d\n",
                     "Username=admin\r\nPassword=p w:d\r\n", "login : admin\npass : p w:d"):
            with self.subTest(text=text):
                self.assertEqual(login_file.candidates(text)[0], ("admin", "p w:d"))
        for text in ("admin:secret\n", "admin / secret".replace(" / ", "/"), "http://admin:secret@192.0.2.1:18080/\n", "admin secret\n",
                     "http://192.0.2.1:18080\nadmin\nsecret\n", "\ufeffadmin\r\nsecret\r\n"):
            with self.subTest(text=text):
                self.assertIn(("admin", "secret"), login_file.candidates(text))


class Locks(InScratch):
    def test_only_openclaw_s_own_locks_are_left_out(self):
        for name, data, expected in (
                ("agents/main/sessions/a.jsonl.lock", b'{"pid": 7, "createdAt": "x"}', True), ("agents/main/sessions/sessions.json.lock", b"", True),
                ("credentials/oauth.lock", b"123", True), ("top.lock", b"", True), ("workspace/Cargo.lock", b"", False),
                ("workspace/agents/main/sessions/x.lock", b"", False), ("agents/main/sessions/notes.lock", b"my notes", False),
                ("agents/main/sessions/list.lock", b'["pid"]', False), ("workspace/poetry.lock", b'{"pid": 1}', False)):
            with self.subTest(name=name, data=data):
                path = self.write(name, data)
                self.assertEqual(lock_rule.is_lock(name.encode(), len(data), lambda path=path: os.open(path, os.O_RDONLY)), expected)


class Redact(unittest.TestCase):
    def test_known_and_likely_secrets_go(self):
        text = redact.redact("token LABSECRET-1 and sk-abcdefghijklmnopqrstuv, Bearer abcdefghijklmnop, 123456789:AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDD",
                             ["LABSECRET-1"])
        for secret in ("LABSECRET", "sk-abc", "abcdefghijklmnop", "AAAAAAAAAA"):
            self.assertNotIn(secret, text)

    def test_a_password_of_letters_alone_goes_and_the_heading_of_its_file_stays(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "login")
            for text, password in (("OpenClaw Web Login\n===\nuser: openclaw\npassword: CorrectHorse\n", "CorrectHorse"),
                                   ("OpenClaw 登录\n用户名：bot\n密码：Rainbow\n", "Rainbow"), ("OpenClaw Web Login\nbot:Sesame7x\n", "Sesame7x")):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                with mock.patch.object(redact, "PLACES", ()):
                    words = redact.known(env_file=os.path.join(folder, "none"), login=path)
                self.assertIn(password, words)
                self.assertEqual(redact.redact("no user unit of OpenClaw is enabled", words), "no user unit of OpenClaw is enabled")


class GatewayTitle(unittest.TestCase):
    def test_a_gateway_is_told_from_a_call_to_one(self):
        for command, expected in (
                (b"openclaw-gateway", True), (b"node\0dist/index.js\0gateway\0run\0--bind\0lan", True),
                (b"/usr/bin/node\0/usr/lib/node_modules/openclaw/openclaw.mjs\0gateway\0--port\x0018789", True),
                (b"node\0/usr/bin/openclaw\0gateway", True), (b"node\0/usr/bin/openclaw\0gateway\0call\0chat.history", False),
                (b"node\0/usr/bin/openclaw\0gateway\0status", False), (b"openclaw", False), (b"vim\0openclaw-gateway.service", False)):
            with self.subTest(command=command):
                self.assertEqual(bool(processes.GATEWAY_TITLE.match(command)), expected)

    def test_the_warm_up_is_no_other_gateway_even_when_it_listens_already(self):
        units = {11: "openclaw-gateway.service", 12: "openclaw-undock-warm-101-x.service", 13: "openclaw-undock-101-x-21.service"}
        with mock.patch.multiple(processes, pids=lambda: list(units), command=lambda pid: b"openclaw-gateway", unit_of=units.get,
                                 control_group=lambda pid: f"/system.slice/{units[pid]}", listens_anywhere=lambda pid: True):
            self.assertEqual(processes.gateways(), {units[11]: [11], units[13]: [13]})

    def seen_in_a_service(self, looks):
        """What is told of a process that bears the title in another service: a look each, (there, listens)."""
        now = iter(looks)
        state = {}

        def pids():
            state["there"], state["listens"] = next(now)
            return [11, 12] if state["there"] else [11]
        units = {11: processes.DIRECT, 12: "qemu-guest-agent.service"}
        with mock.patch.multiple(processes, pids=pids, command=lambda pid: b"openclaw-gateway", unit_of=units.get, LOOK_PACE=0,
                                 control_group=lambda pid: f"/system.slice/{units[pid]}",
                                 listens_anywhere=lambda pid: pid == 11 or state["listens"]):
            return processes.gateways(patience=0 if len(looks) == 1 else 60)

    def test_a_call_from_a_service_is_waited_for_and_is_no_gateway(self):
        self.assertEqual(self.seen_in_a_service([(True, False), (True, False), (False, False)]), {processes.DIRECT: [11]})

    def test_a_gateway_that_is_only_starting_is_one(self):
        both = {processes.DIRECT: [11], "qemu-guest-agent.service": [12]}
        self.assertEqual(self.seen_in_a_service([(True, False), (True, True)]), both)
        self.assertEqual(self.seen_in_a_service([(True, False)]), both)


@as_root
class Copying(InScratch):
    def setUp(self):
        super().setUp()
        self.source, self.target = self.path("source"), self.path(".openclaw.undock-test")
        self.write("source/agents/main/sessions/s.jsonl", b"{}\n")
        self.write("source/agents/main/sessions/s.jsonl.lock", b'{"pid":1}')
        self.write("source/workspace/Cargo.lock", b"kept")
        self.write("source/workspace/suid", b"x", 0o4711)
        self.write("source/workspace/中 \n文", b"x")
        os.link(self.path("source/workspace/suid"), self.path("source/workspace/again"))
        os.symlink("/home/node/.openclaw", self.path("source/workspace/link"))
        with open(self.path("source/workspace/sparse"), "wb") as file:
            file.truncate(64 << 20)
        os.setxattr(self.path("source/workspace/Cargo.lock"), "user.note", b"\0v")
        for parent, folders, files in os.walk(self.source):
            for name in folders + files:
                os.chown(os.path.join(parent, name), 1000, 1000, follow_symlinks=False)

    def copy(self, live=False):
        work = copy_tree.Copy(self.source, self.target, self.path("index"), live)
        work.run()
        return work

    def differences(self):
        old, new = tree.scan([self.source]), tree.scan([self.target])
        missing, extra, changed = tree.compare([copied_mode.expected(entry) for entry in old.entries], new.entries, ignore=("uid", "gid"))
        return [entry["path"] for entry in missing], [entry["path"] for entry in extra], [(old["path"], fields) for old, _, fields in changed]

    def age(self):
        """As if it had been copied long ago: nothing is too fresh to be trusted."""
        with open(self.path("index"), encoding="ascii") as file:
            entries = [json.loads(line) for line in file]
        for entry in entries:
            entry.pop("racy", None)
        with open(self.path("index"), "w", encoding="ascii") as file:
            file.writelines(json.dumps(entry) + "\n" for entry in entries)

    def test_all_but_owner_and_locks_is_kept(self):
        work = self.copy()
        self.assertEqual(self.differences(), (["agents/main/sessions/s.jsonl.lock"], [], []))
        self.assertEqual(work.dropped, [b"agents/main/sessions/s.jsonl.lock"])
        self.assertLess(os.stat(self.target + "/workspace/sparse").st_blocks, 2048)
        self.assertEqual({entry["uid"] for entry in tree.scan([self.target]).entries}, {0})

    def test_a_second_copy_touches_only_differences(self):
        self.copy()
        self.age()
        self.write("source/workspace/new", b"n")
        os.unlink(self.path("source/workspace/again"))
        work = self.copy()
        # The new file, the session (always), and the one whose hard link went (its ctime changed).
        self.assertEqual((work.copied, work.removed), (3, 1))
        self.assertEqual(self.differences(), (["agents/main/sessions/s.jsonl.lock"], [], []))

    def test_what_someone_changed_in_the_copy_is_mended(self):
        self.copy()
        self.age()
        pathlib.Path(self.target, "workspace/Cargo.lock").write_bytes(b"KEPT")
        pathlib.Path(self.target, "workspace/stray").write_bytes(b"")
        os.unlink(self.target + "/workspace/link")
        os.mkdir(self.target + "/workspace/link")
        self.copy()
        self.assertEqual(self.differences(), (["agents/main/sessions/s.jsonl.lock"], [], []))

    def test_files_that_change_kind_are_followed(self):
        self.copy()
        self.age()
        shutil.rmtree(self.path("source/agents"))
        self.write("source/agents", b"a file now")
        os.unlink(self.path("source/workspace/suid"))
        os.mkdir(self.path("source/workspace/suid"))
        self.copy()
        self.assertEqual(self.differences(), ([], [], []))

    def test_paths_of_the_container_are_noticed(self):
        self.write("source/workspace/script", b"#" * (1 << 20) + b"cd /home/node/.openclaw")
        self.copy()
        self.assertEqual(adapt_paths.mentions(self.path("index")), {b"workspace/script"})

    def test_nothing_but_a_staging_directory_is_written_to(self):
        for target in (self.source + "2", "/root/.openclaw"):
            done = subprocess.run([sys.executable, GUEST / "copy_tree.py", self.source, target, self.path("index")],
                                  env={**os.environ, "UNDOCK_JOB": self.folder, "UNDOCK_RUN": self.folder}, capture_output=True, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertFalse(os.path.exists(self.source + "2"))


@as_root
class CopyingTheDifference(Copying):
    """After the stop: only what two manifests tell apart is touched, and all is proven."""

    def setUp(self):
        super().setUp()
        self.walks = 0
        real = copy_tree.Copy.run

        def counted(work):
            self.walks += 1
            real(work)

        copy_tree.Copy.run = counted
        self.addCleanup(setattr, copy_tree.Copy, "run", real)
        self.addCleanup(setattr, sys, "argv", sys.argv)
        self.write("source/workspace/deep/er/file", b"x")
        self.write("source/workspace/plain", b"old")
        for name in ("to-file", "to-link", "to-pipe"):
            self.write(f"source/workspace/{name}/inner/file", b"x")
        self.copy(live=True)
        manifest = tree.scan([self.target])
        manifest.began_ns += 3 * tree.RACY_NS
        pathlib.Path(self.path("staging-manifest")).write_bytes(manifest.dump())
        self.walks = 0

    def prove(self):
        pathlib.Path(self.path("source-manifest")).write_bytes(tree.scan([self.source]).dump())
        sys.argv = ["prove_copy.py", self.path("source-manifest"), self.source, self.target,
                    self.path("staging-manifest"), self.path("index")]
        prove_copy.main()
        self.assertEqual(self.differences(), (["agents/main/sessions/s.jsonl.lock"], [], []))

    def test_changes_of_every_kind_without_a_walk(self):
        self.write("source/workspace/plain", b"newer")
        self.write("source/workspace/new", b"n")
        self.write("source/workspace/fresh/folder/file", b"n")
        self.write("source/openclaw.json", b"{}")
        os.unlink(self.path("source/workspace/link"))
        os.symlink("elsewhere", self.path("source/workspace/link"))
        shutil.rmtree(self.path("source/workspace/deep"))
        os.chmod(self.path("source/agents"), 0o711)
        os.unlink(self.path("source/workspace/sparse"))
        os.mkdir(self.path("source/workspace/sparse"))
        for name, make in (("to-file", lambda path: pathlib.Path(path).write_bytes(b"f")), ("to-link", lambda path: os.symlink("plain", path)),
                           ("to-pipe", os.mkfifo)):
            shutil.rmtree(self.path("source/workspace", name))
            make(self.path("source/workspace", name))
        self.prove()
        self.assertEqual(self.walks, 0)

    def test_nothing_changed(self):
        self.prove()
        self.assertEqual(self.walks, 0)

    def test_names_of_one_file_are_left_to_the_walk(self):
        os.unlink(self.path("source/workspace/again"))
        self.prove()
        self.assertEqual(self.walks, 1)

    def test_a_copy_that_somebody_changed_is_found_out_and_mended(self):
        pathlib.Path(self.target, "workspace/plain").write_bytes(b"evil")
        self.prove()
        self.assertEqual(self.walks, 1)


@as_root
class Refreshing(Copying):
    """What the tree is after the adapting, from what it was before."""

    def setUp(self):
        super().setUp()
        self.copy()
        self.known = tree.scan([self.target])

    def same(self):
        now, told = tree.scan([self.target]), tree.refresh(self.known, self.target)
        self.assertIsNotNone(told)
        self.assertEqual(told.entries, now.entries)

    def test_replaced_added_and_removed_entries(self):
        self.same()
        adapt_paths.adapt_links(self.target, adapt_paths.forward(""))
        self.write(".openclaw.undock-test/openclaw.json", b"{}")
        os.unlink(self.target + "/workspace/suid")
        self.same()

    def test_folders_are_left_to_the_scan(self):
        os.mkdir(self.target + "/workspace/more")
        self.assertIsNone(tree.refresh(self.known, self.target))
        os.rmdir(self.target + "/workspace/more")
        shutil.rmtree(self.target + "/agents")
        self.assertIsNone(tree.refresh(self.known, self.target))


class Saving(InScratch):
    """What users wrote since the cutover, when the disk fills up on the way."""

    def test_whichever_file_finds_no_room_nothing_of_it_is_left(self):
        self.write("target/old")
        manifest, target, folder = self.path("manifest"), self.path("target"), self.path("backup")
        native_state.record(target, "none", manifest)
        self.write("target/new")
        os.mkdir(folder)
        real = step_io.write_durably
        for last in native_state.PARTS[1:]:
            def full(path, data, last=last):
                if path.endswith(last):
                    pathlib.Path(path + ".new").write_bytes(data[:1])
                    raise OSError(errno.ENOSPC, "No space left on device")
                real(path, data)

            with self.subTest(last), mock.patch.object(step_io, "write_durably", full):
                with self.assertRaises(SystemExit) as ended:
                    native_state.save(manifest, target, folder, "after")
                self.assertEqual((ended.exception.code, os.listdir(folder)), (native_state.NOT_SAVED, []))
                self.assertFalse(os.path.exists(self.path("facts")))
        native_state.save(manifest, target, folder, "after")
        self.assertEqual(sorted(os.listdir(folder)), sorted("after" + part for part in native_state.PARTS))
        self.assertIn(("new", "1"), self.facts())


@as_root
class CarryingBack(InScratch):
    SESSIONS = "agents/main/sessions/sessions.json"

    def setUp(self):
        super().setUp()
        self.source, self.snapshot = self.path("source"), self.path("snapshot")
        os.makedirs(self.snapshot)
        self.write("source/" + self.SESSIONS, json.dumps({"main": {"sessionId": "s", "updatedAt": 1}}))
        self.write("source/agents/main/sessions/s.jsonl", b"1\n2\n")
        self.write("source/workspace/old", b"old")
        self.write("source/workspace/both", b"both")
        self.write("source/openclaw.json", b"docker's")
        for path, _, _ in list(beneath.walk(self.source)):
            os.chown(os.path.join(self.source, path), 1000, 1000, follow_symlinks=False)
        pathlib.Path(self.path("manifest")).write_bytes(tree.scan([self.source]).dump())

    def carry(self, deleted=()):
        work = carry_back.CarryBack(self.snapshot, self.source, self.path("manifest"), self.path("conflicts"), "/skills")
        work.run(deleted)
        return work

    def read(self, name):
        return pathlib.Path(self.path(name)).read_bytes()

    def test_new_and_changed_files_come_with_the_old_owner(self):
        self.write("snapshot/workspace/deep/new", b"n", 0o640)
        self.write("snapshot/workspace/old", b"newer")
        self.carry()
        self.assertEqual(self.read("source/workspace/old"), b"newer")
        for name in ("workspace/deep", "workspace/deep/new", "workspace/old"):
            self.assertEqual(os.stat(self.path("source", name)).st_uid, 1000)

    def test_both_configurations_stay_apart(self):
        self.write("snapshot/openclaw.json", b"direct's")
        self.write("snapshot/openclaw.json.bak.1", b"direct's")
        work = self.carry()
        self.assertEqual(self.read("source/openclaw.json"), b"docker's")
        self.assertEqual(sorted(work.left), ["openclaw.json", "openclaw.json.bak.1"])

    def test_deletions_are_carried_unless_the_file_was_written_meanwhile(self):
        self.write("source/workspace/both", b"written by docker's version")
        work = self.carry(["workspace/old", "workspace/both", "workspace"])
        self.assertFalse(os.path.exists(self.path("source/workspace/old")))
        self.assertEqual(work.conflicting, ["workspace/both"])
        self.assertEqual(self.read("source/workspace/both"), b"written by docker's version")

    def test_a_file_of_both_sides_is_not_guessed_at(self):
        self.write("source/workspace/both", b"docker")
        self.write("snapshot/workspace/both", b"direct")
        self.carry()
        self.assertEqual((self.read("source/workspace/both"), self.read("conflicts/workspace/both")), (b"docker", b"direct"))

    def test_a_transcript_that_grew_is_continued(self):
        self.write("source/agents/main/sessions/s.jsonl", b"1\n2\n3\n")
        self.write("snapshot/agents/main/sessions/s.jsonl", b"1\n2\n3\n4\n")
        self.assertEqual(self.carry().conflicting, [])
        self.assertEqual(self.read("source/agents/main/sessions/s.jsonl"), b"1\n2\n3\n4\n")

    def test_a_transcript_that_docker_renamed_is_kept_apart_and_the_rest_is_carried(self):
        transcript = "agents/main/sessions/s.jsonl"
        os.rename(self.path("source", transcript), self.path("source", transcript + ".archived"))
        self.write("snapshot/" + transcript, b"1\n2\n3\n")
        self.write("snapshot/workspace/old", b"newer")
        work = self.carry()
        self.assertEqual(work.conflicting, [transcript])
        self.assertEqual(self.read("conflicts/" + transcript), b"1\n2\n3\n")
        self.assertFalse(os.path.exists(self.path("source", transcript)))
        self.assertEqual(self.read("source/workspace/old"), b"newer")

    def test_what_lies_in_a_folder_that_became_a_file_is_kept_apart(self):
        shutil.rmtree(self.path("source/workspace"))
        self.write("source/workspace", b"a file now")
        self.write("snapshot/workspace/new", b"n")
        self.write("snapshot/agents/note", b"n")
        self.assertEqual(self.carry().conflicting, ["workspace/new"])
        self.assertEqual((self.read("source/workspace"), self.read("source/agents/note")), (b"a file now", b"n"))

    def test_sessions_of_both_sides_are_joined(self):
        self.write("source/" + self.SESSIONS, json.dumps({"main": {"sessionId": "s", "updatedAt": 5}, "mine": {"updatedAt": 1}}))
        self.write("snapshot/" + self.SESSIONS, json.dumps({
            "main": {"sessionId": "s", "updatedAt": 3}, "theirs": {"sessionFile": "/root/.openclaw/x", "updatedAt": 2}}))
        self.carry()
        self.assertEqual(json.loads(self.read("source/" + self.SESSIONS)), {
            "main": {"sessionId": "s", "updatedAt": 5}, "mine": {"updatedAt": 1},
            "theirs": {"sessionFile": "/home/node/.openclaw/x", "updatedAt": 2}})

    def test_links_lead_into_the_container_again(self):
        os.makedirs(self.path("snapshot/workspace"))
        os.symlink("/root/.openclaw/workspace/old", self.path("snapshot/workspace/link"))
        self.carry()
        self.assertEqual(os.readlink(self.path("source/workspace/link")), "/home/node/.openclaw/workspace/old")


if __name__ == "__main__":
    unittest.main()
