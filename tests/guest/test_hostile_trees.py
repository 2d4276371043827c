#!/usr/bin/env python3
"""Root's work in trees that uid 1000 may write in: links, pipes, set-uid files and swaps at the worst moment.

    python3 tests/guest/test_hostile_trees.py      (needs root: it changes owners)

Each test has something of root's beside the tree; afterwards that is byte for byte, mode and owner what it was,
and none of its content has come into what root made.
"""

import builtins
import contextlib
import io
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tarfile
import tempfile
import unittest
from unittest import mock

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
import adapt_paths  # noqa: E402
import beneath  # noqa: E402
import carry_back  # noqa: E402
import checks_gateway  # noqa: E402
import checks_panel  # noqa: E402
import container_view  # noqa: E402
import copied_mode  # noqa: E402
import copy_tree  # noqa: E402
import gateway_token  # noqa: E402
import put_config  # noqa: E402
import read_configs  # noqa: E402
import redact  # noqa: E402
import restore_part  # noqa: E402
import scan_addresses  # noqa: E402
import scan_data  # noqa: E402
import scan_docker  # noqa: E402
import scan_surroundings  # noqa: E402
import step_io  # noqa: E402
import tree  # noqa: E402
import user_file  # noqa: E402

as_root = unittest.skipUnless(os.geteuid() == 0, "needs root: it changes owners")
USER = 1000
SECRET = b"SECRET-of-root\n"
LONGEST = 240  # seconds, on a busy machine too; what waits for a pipe waits for ever
SESSIONS = "agents/main/sessions/sessions.json"
ENTRY = json.dumps({"main": {"sessionId": "s", "sessionFile": "/home/node/.openclaw/agents/main/sessions/s.jsonl"}})


class Hung(BaseException):
    """A test did not come to its end."""


@as_root
class Hostile(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        step_io.JOB = step_io.RUN = step_io.STATE = self.path("job")
        os.mkdir(step_io.JOB)
        silence = contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO()))
        silence.__enter__()
        self.addCleanup(silence.__exit__, None, None, None)

        def hung(*_):
            raise Hung(f"it hangs: nothing came in {LONGEST} s")
        self.addCleanup(signal.signal, signal.SIGALRM, signal.signal(signal.SIGALRM, hung))
        signal.alarm(LONGEST)
        self.addCleanup(signal.alarm, 0)

        self.outside = self.path("outside")
        self.write("outside/secret", SECRET, 0o600)
        self.write("outside/secret2", SECRET, 0o640)
        self.write("outside/" + SESSIONS, ENTRY, 0o600)
        self.data = self.path("data")
        self.write("data/" + SESSIONS, ENTRY)
        self.write("data/agents/main/sessions/s.jsonl", '{"role":"user"}\n')
        self.write("data/workspace/plain", b"plain")
        self.write("data/workspace/sub/inner", b"inner")
        self.write("data/openclaw.json", b"{}")
        self.give(self.data)
        self.was = self.state_of_outside()

    def tearDown(self):
        self.assertEqual(self.state_of_outside(), self.was, "what is root's outside the tree is what it was")

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, data, mode=0o644):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        pathlib.Path(path).write_bytes(data if isinstance(data, bytes) else data.encode())
        os.chmod(path, mode)
        return path

    def give(self, top):
        for parent, folders, files in os.walk(top):
            os.chown(parent, USER, USER)
            for name in folders + files:
                os.chown(os.path.join(parent, name), USER, USER, follow_symlinks=False)

    def state_of_outside(self):
        found = {}
        for parent, folders, files in os.walk(self.outside):
            for name in [".", *folders, *files]:
                path = os.path.join(parent, name)
                status = os.lstat(path)
                content = pathlib.Path(path).read_bytes() if stat.S_ISREG(status.st_mode) else None
                found[path] = (status.st_mode, status.st_uid, status.st_gid, status.st_ino, content)
        return found

    def facts(self):
        try:
            with open(self.path("job/facts"), encoding="utf-8") as file:
                return [tuple(line.rstrip("\n").split("=", 1)) for line in file]
        except FileNotFoundError:
            return []

    def assert_no_secret(self, top):
        for parent, _, files in os.walk(top):
            for name in files:
                path = os.path.join(parent, name)
                if stat.S_ISREG(os.lstat(path).st_mode):
                    self.assertNotIn(SECRET.strip(), pathlib.Path(path).read_bytes(), path)

    def swapped(self, name, act):
        """While this is entered: right before `name` is opened for the first time, act() is done."""
        waiting = [act]

        def before(real):
            def opener(path, *args, **more):
                if waiting and isinstance(path, (str, bytes)) and os.path.basename(os.fsencode(path)) == os.fsencode(name):
                    waiting.pop()()
                return real(path, *args, **more)
            return opener
        stack = contextlib.ExitStack()
        stack.enter_context(mock.patch.object(os, "open", before(os.open)))
        stack.enter_context(mock.patch.object(builtins, "open", before(builtins.open)))
        stack.callback(lambda: self.assertEqual(waiting, [], f"{name} was opened"))
        return stack

    def replace(self, name, make):
        def act():
            path = self.path(name)
            if os.path.isdir(path) and not os.path.islink(path):
                os.rename(path, path + ".away")
            else:
                os.unlink(path)
            make(path)
        return act

    def to_link(self, name, aim):
        return self.replace(name, lambda path: os.symlink(aim, path))

    def to_pipe(self, name):
        return self.replace(name, os.mkfifo)


class Adapting(Hostile):
    def adapt(self):
        mapping = adapt_paths.forward("")
        return sum(adapt_paths.adapt_files(self.data, mapping)), adapt_paths.adapt_links(self.data, mapping)

    def test_a_link_planted_under_a_known_name_is_not_written_through(self):
        for name in (SESSIONS + ".undock-part", "agents/main/sessions/.undock-part"):
            os.symlink(self.path("outside/secret"), self.path("data", name))
        self.assertEqual(self.adapt()[0], 1)
        self.assertIn(b"/root/.openclaw/", pathlib.Path(self.data, SESSIONS).read_bytes())

    def test_a_file_or_a_folder_that_is_a_link_is_left_alone(self):
        self.to_link("data/" + SESSIONS, self.path("outside", SESSIONS))()
        self.assertEqual(self.adapt()[0], 0)
        self.to_link("data/agents", self.path("outside/agents"))()
        self.assertEqual(self.adapt()[0], 0)

    def test_a_pipe_does_not_hold_it_up(self):
        self.to_pipe("data/" + SESSIONS)()
        self.assertEqual(self.adapt()[0], 0)

    def test_a_new_link_does_not_go_through_a_planted_one(self):
        os.symlink("/home/node/.openclaw/x", self.path("data/workspace/link"))
        os.symlink(self.path("outside/secret"), self.path("data/workspace/link.undock-part"))
        self.adapt()
        self.assertEqual(os.readlink(self.path("data/workspace/link")), "/root/.openclaw/x")


class Copying(Hostile):
    def setUp(self):
        super().setUp()
        self.target = self.path(".openclaw.undock-test")

    def copy(self, live=True):
        work = copy_tree.Copy(self.data, self.target, self.path("job/index"), live)
        work.run()
        return work

    def test_a_file_that_becomes_a_link_to_root_s_is_not_brought_in(self):
        for live in (True, False):
            with self.subTest(live=live):
                shutil.rmtree(self.target, ignore_errors=True)
                self.write("data/workspace/plain", b"plain")
                with self.swapped("plain", self.to_link("data/workspace/plain", self.path("outside/secret"))):
                    work = self.copy()
                self.assertEqual(work.unfinished, [b"workspace/plain"])
                self.assert_no_secret(self.target)
                os.unlink(self.path("data/workspace/plain"))

    def test_a_second_name_of_a_file_that_was_not_copied_is_left_too(self):
        self.write("data/workspace/plain", b"plain")
        os.link(self.path("data/workspace/plain"), self.path("data/workspace/second"))
        real = copy_tree.Copy._copy

        def copy(work, relative, *more):
            if relative == b"workspace/plain":
                raise copy_tree.Moved(relative)
            return real(work, relative, *more)
        with mock.patch.object(copy_tree.Copy, "_copy", copy):
            self.assertEqual(self.copy().unfinished, [b"workspace/plain"])
        self.assertEqual(pathlib.Path(self.target, "workspace/second").read_bytes(), b"plain")

    def test_after_the_stop_it_is_an_error(self):
        with self.swapped("plain", self.to_link("data/workspace/plain", self.path("outside/secret"))):
            with contextlib.suppress(copy_tree.Moved):
                self.copy(live=False)
        self.assert_no_secret(self.target)

    def test_a_file_that_becomes_a_pipe_does_not_hold_it_up(self):
        with self.swapped("plain", self.to_pipe("data/workspace/plain")):
            self.assertEqual(self.copy().unfinished, [b"workspace/plain"])

    def test_a_lock_that_becomes_a_pipe_does_not_hold_it_up(self):
        self.write("data/agents/main/sessions/a.lock", b"1")
        with self.swapped("a.lock", self.to_pipe("data/agents/main/sessions/a.lock")):
            self.copy()

    def test_a_folder_that_becomes_a_link_is_not_entered(self):
        self.write("outside/sub/inner", SECRET)
        self.was = self.state_of_outside()
        real, waiting = copy_tree.Copy._inner, [self.to_link("data/workspace/sub", self.path("outside/sub"))]

        def inner(work, relative, *more):
            if relative == b"workspace/sub" and waiting:
                waiting.pop()()
            return real(work, relative, *more)
        with mock.patch.object(copy_tree.Copy, "_inner", inner):
            self.assertEqual(self.copy().unfinished, [b"workspace/sub"])
        self.assert_no_secret(self.target)

    def test_another_file_than_was_listed_is_not_taken(self):
        self.write("data/workspace/other", b"other")
        with self.swapped("plain", lambda: os.replace(self.path("data/workspace/other"), self.path("data/workspace/plain"))):
            self.assertEqual(self.copy().unfinished[0], b"workspace/plain")

    def test_a_set_uid_program_of_the_user_does_not_become_root_s(self):
        for name, mode in (("suid", 0o4755), ("sgid", 0o2755), ("both", 0o6711)):
            self.write("data/workspace/" + name, b"#!", mode)
        self.write("data/workspace/root-s", b"#!", 0o4755)
        self.give(self.data)
        for name, mode in (("suid", 0o4755), ("sgid", 0o2755), ("both", 0o6711)):
            os.chmod(self.path("data/workspace", name), mode)  # giving a file away takes the bits
        os.chown(self.path("data/workspace/root-s"), 0, 0)
        os.chmod(self.path("data/workspace/root-s"), 0o4755)
        self.copy()
        modes = {name: stat.S_IMODE(os.stat(self.target + "/workspace/" + name).st_mode) for name in ("suid", "sgid", "both", "root-s")}
        self.assertEqual(modes, {"suid": 0o755, "sgid": 0o755, "both": 0o711, "root-s": 0o4755})

    def test_the_copy_is_root_s_alone_from_its_beginning(self):
        os.chmod(self.data, 0o777)
        seen = []
        real = copy_tree.Copy._copy

        def look(work, *args):
            seen.append(stat.S_IMODE(os.stat(self.target).st_mode))
            return real(work, *args)
        with mock.patch.object(copy_tree.Copy, "_copy", look):
            self.copy()
        self.assertEqual(set(seen), {0o700})
        self.assertEqual(stat.S_IMODE(os.stat(self.target).st_mode), 0o700)

    def test_a_device_is_refused_and_named(self):
        try:
            os.mknod(self.path("data/workspace/null"), stat.S_IFCHR | 0o666, os.makedev(1, 3))
        except PermissionError:
            self.skipTest("devices cannot be made here")
        with self.assertRaises(SystemExit):
            copy_tree.copy_and_tell(self.data, self.target, self.path("job/index"), True)
        self.assertTrue(any(key == "failure" and value.startswith("device-file @device-file-in-source path=workspace/null") for key, value in self.facts()))

    def test_a_copy_that_keeps_everything_is_equal(self):
        self.write("data/workspace/suid", b"#!", 0o755)
        self.write("data/x.lock", b"")
        os.mkfifo(self.path("data/pipe"))
        self.give(self.data)
        os.chmod(self.path("data/workspace/suid"), 0o4755)
        copy_tree.keep_all(self.data, self.path("kept"))
        old, new = tree.scan([self.data]), tree.scan([self.path("kept")])
        self.assertEqual(tree.compare(old.entries, new.entries), ([], [], []))

    def test_the_proof_allows_the_lost_bits_and_no_other_mode(self):
        self.write("data/workspace/suid", b"#!", 0o755)
        self.give(self.data)
        os.chmod(self.path("data/workspace/suid"), 0o4755)
        self.copy()

        def differing():
            old = [copied_mode.expected(entry) for entry in tree.scan([self.data]).entries]
            return [(entry["path"], fields) for entry, _, fields in tree.compare(old, tree.scan([self.target]).entries, ("uid", "gid"))[2]]
        self.assertEqual(differing(), [])
        for mode in (0o4755, 0o750):
            os.chmod(self.target + "/workspace/suid", mode)
            self.assertEqual(differing(), [("workspace/suid", ["mode"])])

    def test_while_a_user_races(self):
        """A program of uid 1000 puts links, pipes, set-uid files and folders under the same names as fast as it can."""
        os.chmod(self.folder, 0o755)
        racer = race(self.data, self.outside)
        try:
            for _ in range(5):
                work = self.copy()
                tree.scan([self.data])
                self.assertTrue(work.present)
                self.assert_no_secret(self.target)
        finally:
            os.kill(racer, signal.SIGKILL)
            os.waitpid(racer, 0)
        for path, place, status in beneath.walk(self.target):
            self.assertEqual((path, status.st_uid, status.st_mode & copied_mode.SET_ID if stat.S_ISREG(status.st_mode) else 0), (path, 0, 0))


def race(data, outside):
    """The pid of a child that is uid 1000 and gives no rest."""
    child = os.fork()
    if child:
        return child
    try:
        os.setgroups([])
        os.setgid(USER)
        os.setuid(USER)
        signal.alarm(LONGEST)
        place = os.path.join(data, "workspace")

        def fill(path, text):
            with open(path, "w", encoding="ascii") as file:
                file.write(text)

        def suid(path):
            fill(path, "#!")
            os.chmod(path, 0o6755)

        def folder(path):
            os.mkdir(path)
            fill(path + "/inner", "mine")
        makes = (lambda path: os.symlink(outside + "/secret", path), lambda path: os.symlink(outside, path), os.mkfifo, suid, folder,
                 lambda path: fill(path, "mine"), lambda path: os.link(place + "/plain", path))
        names = [place + "/" + name for name in ("a", "b", "sub", "secret")] + [data + "/" + SESSIONS + ".undock-part"]
        while True:
            path = random.choice(names)
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    os.unlink(path)
            with contextlib.suppress(OSError):
                random.choice(makes)(path)
    finally:
        os._exit(1)


class Manifests(Hostile):
    def paths(self):
        return {entry["path"]: entry for entry in tree.scan([self.data]).entries}

    def test_a_folder_that_becomes_a_link_is_not_entered(self):
        self.write("outside/sub/foreign", SECRET)
        self.was = self.state_of_outside()
        real = os.scandir
        waiting = [self.to_link("data/workspace/sub", self.path("outside/sub"))]

        def after(place):
            listing = list(real(place))
            if waiting and any(child.name == "sub" for child in listing):
                waiting.pop()()
            return contextlib.nullcontext(listing)
        with mock.patch.object(os, "scandir", after):
            self.assertNotIn("workspace/sub/foreign", self.paths())
        self.assertEqual(waiting, [])

    def test_a_file_that_becomes_a_pipe_or_a_link_has_no_hash(self):
        for what in (self.to_pipe("data/workspace/plain"), self.to_link("data/workspace/plain", self.path("outside/secret"))):
            with self.swapped("plain", what):
                entry = self.paths()["workspace/plain"]
            self.assertEqual((entry.get("unstable"), entry.get("sha256")), (True, None))
            os.unlink(self.path("data/workspace/plain"))
            self.write("data/workspace/plain", b"plain")


class CarryingBack(Hostile):
    def setUp(self):
        super().setUp()
        self.snapshot = self.path("snapshot")
        os.mkdir(self.snapshot, 0o700)
        pathlib.Path(self.path("manifest")).write_bytes(tree.scan([self.data]).dump())

    def carry(self, deleted=()):
        work = carry_back.CarryBack(self.snapshot, self.data, self.path("manifest"), self.path("conflicts"), "/skills")
        work.run(deleted)
        return work

    def test_a_link_planted_under_the_known_name_is_not_written_through(self):
        for folder in ("workspace", "agents/main/sessions", "."):
            os.symlink(self.path("outside/secret"), self.path("data", folder, ".undock-part"))
        self.write("snapshot/workspace/plain", b"newer")
        self.write("snapshot/" + SESSIONS, ENTRY)
        self.carry()
        self.assertEqual(pathlib.Path(self.data, "workspace/plain").read_bytes(), b"newer")

    def test_a_link_where_a_folder_was_is_a_conflict_and_nothing_goes_through_it(self):
        self.write("outside/inner", SECRET)
        self.was = self.state_of_outside()
        self.to_link("data/workspace/sub", self.outside)()
        self.write("snapshot/workspace/sub/inner", b"newer")
        self.write("snapshot/workspace/sub/fresh", b"n")
        self.write("snapshot/workspace/sub/deep/fresh", b"n")
        os.symlink("x", self.path("snapshot/workspace/sub/link"))
        work = self.carry(["workspace/sub/secret2", "workspace/sub/secret"])
        self.assertLessEqual({"workspace/sub", "workspace/sub/inner", "workspace/sub/fresh", "workspace/sub/deep/fresh",
                              "workspace/sub/link", "workspace/sub/secret"}, set(work.conflicting))
        self.assertEqual(pathlib.Path(self.path("conflicts/workspace/sub/inner")).read_bytes(), b"newer")

    def test_a_link_where_a_file_was_is_not_written_through(self):
        self.to_link("data/workspace/plain", self.path("outside/secret"))()
        self.to_link("data/" + SESSIONS, self.path("outside", SESSIONS))()
        self.write("snapshot/workspace/plain", b"newer")
        self.write("snapshot/" + SESSIONS, ENTRY)
        work = self.carry()
        self.assertEqual(sorted(work.conflicting), [SESSIONS, "workspace/plain"])

    def test_a_pipe_where_a_file_was_does_not_hold_it_up(self):
        self.to_pipe("data/" + SESSIONS)()
        self.to_pipe("data/agents/main/sessions/s.jsonl")()
        self.write("snapshot/" + SESSIONS, ENTRY)
        self.write("snapshot/agents/main/sessions/s.jsonl", b"1\n")
        self.assertEqual(len(self.carry().conflicting), 2)

    def test_a_folder_that_becomes_a_link_while_it_is_written_in(self):
        self.write("snapshot/workspace/sub/inner", b"newer")
        real = os.rename

        def rename(*args, **more):
            if args[1] == b"inner":
                self.to_link("data/workspace/sub", self.outside)()
            return real(*args, **more)
        with mock.patch.object(os, "rename", rename):
            self.carry()
        self.assertEqual(pathlib.Path(self.data, "workspace/sub.away/inner").read_bytes(), b"newer")

    def test_a_program_of_root_s_comes_without_its_bits(self):
        self.write("snapshot/workspace/tool", b"#!", 0o4755)
        self.carry()
        status = os.stat(self.path("data/workspace/tool"))
        self.assertEqual((status.st_uid, stat.S_IMODE(status.st_mode)), (USER, 0o755))


class Configurations(Hostile):
    def put(self, name="openclaw.json", expected=None):
        place = self.path("data", name)
        new = self.write("job/new", b'{"new": 1}')
        put_config.put(new, place, "20260101", expected or user_file.digest(place), place)
        return place

    def test_links_planted_under_known_names_are_not_written_through(self):
        os.symlink(self.path("outside/secret"), self.path("data/openclaw.json.undock-part"))
        os.symlink(self.path("outside/secret"), self.path("data/openclaw.json.bak.20260101"))
        os.symlink(self.path("outside/secret"), self.path("data/openclaw.json.bak.20260101.part"))
        place = self.put()
        self.assertEqual(pathlib.Path(place).read_bytes(), b'{"new": 1}')
        self.assertEqual(pathlib.Path(place + ".bak.20260101-2").read_bytes(), b"{}")

    def test_a_link_inside_the_folder_is_read_and_replaced_by_a_file(self):
        os.rename(self.path("data/openclaw.json"), self.path("data/real.json"))
        for aim in ("real.json", "workspace/../real.json", "/home/node/.openclaw/real.json"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.path("data/openclaw.json"))
            os.symlink(aim, self.path("data/openclaw.json"))
            self.assertEqual(user_file.read(self.path("data/openclaw.json")), b"{}")
            place = self.put()
            self.assertFalse(os.path.islink(place))
        self.assertEqual(pathlib.Path(self.data, "real.json").read_bytes(), b"{}")

    def test_a_link_that_leads_out_is_neither_read_nor_replaced(self):
        for aim in (self.path("outside/secret"), "../outside/secret", "workspace/../../outside/secret", "openclaw.json"):
            os.unlink(self.path("data/openclaw.json"))
            os.symlink(aim, self.path("data/openclaw.json"))
            with self.assertRaises(OSError):
                user_file.read(self.path("data/openclaw.json"))
            with self.assertRaises(SystemExit):
                self.put(expected="x")
            self.assertEqual(os.readlink(self.path("data/openclaw.json")), aim)

    def test_a_pipe_is_told_at_once(self):
        self.to_pipe("data/openclaw.json")()
        self.assertIsNone(scan_data.user_s(self.path("data/openclaw.json"), "config_state"))
        self.assertTrue(any(value.startswith("blocks config-unreadable") for _, value in self.facts()))
        with self.assertRaises(SystemExit):
            self.put(expected="x")

    def test_one_that_becomes_a_pipe_while_it_is_opened(self):
        with self.swapped("openclaw.json", self.to_pipe("data/openclaw.json")):
            with self.assertRaises(beneath.NotAFile):
                user_file.read(self.path("data/openclaw.json"))

    def test_what_is_too_large_is_not_taken_in(self):
        with open(self.path("data/openclaw.json"), "wb") as file:
            file.truncate(1 << 40)
        with self.assertRaises(beneath.TooLarge):
            user_file.read(self.path("data/openclaw.json"), 1 << 20)

    def test_backups_get_their_mode_and_what_a_link_names_does_not(self):
        self.write("data/openclaw.json.bak.1", b"x")
        os.symlink(self.path("outside/secret2"), self.path("data/openclaw.json.bak.2"))
        user_file.make_private(self.data, "openclaw.json.bak*")
        self.assertEqual(stat.S_IMODE(os.stat(self.path("data/openclaw.json.bak.1")).st_mode), 0o600)


class AtTheirPlaces(Hostile):
    """Tools that name the configuration's place themselves."""

    def setUp(self):
        super().setUp()
        # Here it is below the test's folder.
        real = user_file.read

        def read(path, limit=user_file.LARGEST):
            for state in ("/data/openclaw/", "/root/.openclaw/"):
                path = path.replace(state, self.data + "/") if path.startswith(state) else path
            return real(path, limit)
        patch = mock.patch.object(user_file, "read", read)
        patch.start()
        self.addCleanup(patch.stop)

    def told(self):
        return [value.split(" ")[0] if key == "failure" else " ".join(value.split(" ")[:2]) for key, value in self.facts()
                if key in ("failure", "finding")]


class NestedWithoutEnd(AtTheirPlaces):
    """A few bytes that no reader of JSON gets to the end of, wherever the bot or its container may write them."""

    DEEP = b'{"a":' * 100_000

    def test_the_configurations_are_told_as_broken(self):
        self.write("data/openclaw.json", self.DEEP)
        scan_data.openclaw_config()
        self.assertEqual(self.told(), ["blocks config-broken"])
        with self.assertRaises(SystemExit):
            read_configs.openclaw()
        self.assertIn("config-broken", self.told())
        with mock.patch.object(scan_data, "user_s", lambda *_: self.DEEP):
            scan_data.panel_config()
        self.assertIn("blocks panel-config-broken", self.told())
        self.assertIsNone(checks_panel.content()[1])

    def test_what_the_container_says_is_no_answer(self):
        for said in (self.DEEP, b'["no object"]', b"no JSON", b'{"name": "openclaw", "version": ["x"]}'):
            archive = io.BytesIO()
            with tarfile.open(fileobj=archive, mode="w") as file:
                member = tarfile.TarInfo("package.json")
                member.size = len(said)
                file.addfile(member, io.BytesIO(said))
            with mock.patch.object(scan_docker, "run", lambda *_, stream=archive.getvalue(), **__: (0, stream)):
                self.assertEqual(scan_docker.package_version("c", "/app"), "")
        for said in (self.DEEP, b"no JSON"):
            answer = mock.Mock(returncode=0, stdout=said)
            with mock.patch.object(read_configs, "run", lambda *_: (0, b"true /app")), \
                    mock.patch.object(read_configs, "text_of", lambda *_: "/x"), \
                    mock.patch.object(read_configs.subprocess, "run", lambda *_, answer=answer, **__: answer):
                self.assertIsNone(read_configs.by_openclaw(b"{}"))


class NoFileForAConfiguration(AtTheirPlaces):
    """Whatever stands at openclaw.json: each reader of the scan and the copy comes to its end, and what could not be
    read is told so, not taken for missing."""

    def bind(self, path):
        one = socket.socket(socket.AF_UNIX)
        self.addCleanup(one.close)
        one.bind(path)

    def each(self):
        """(name, path), with something else there each time."""
        def device(path):
            os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # as /dev/zero: it never comes to its end

        for name, make in (("pipe", os.mkfifo), ("socket", self.bind), ("device", device), ("folder", os.mkdir)):
            path = self.path("data/openclaw.json")
            os.rmdir(path) if os.path.isdir(path) else os.unlink(path)
            try:
                make(path)
            except PermissionError:
                self.write("data/openclaw.json", b"{}")
                continue  # devices cannot be made here
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.path("job/facts"))
            yield name, path

    def test_a_device_is_not_even_opened(self):
        """To open one is to use it: a watchdog begins to count, a tape winds back."""
        opened = []
        real = os.open

        def note(path, flags, *args, **more):
            descriptor = real(path, flags, *args, **more)
            if not flags & os.O_PATH and not stat.S_ISREG(os.fstat(descriptor).st_mode) and not flags & os.O_DIRECTORY:
                opened.append(path)
            return descriptor
        for _, path in self.each():
            with mock.patch.object(os, "open", note):
                with self.assertRaises(beneath.NotAFile):
                    user_file.read(path)
                with beneath.Tree(self.data) as data, self.assertRaises(beneath.NotAFile):
                    data.open_file("openclaw.json")
        self.assertEqual(opened, [])

    def test_the_scan_blocks(self):
        for _ in self.each():
            scan_data.openclaw_config()
            self.assertEqual(self.told(), ["blocks config-unreadable"])
            self.assertIn(("config_state", "unread"), self.facts())

    def test_the_question_for_the_configurations_fails(self):
        for _ in self.each():
            with self.assertRaises(SystemExit):
                read_configs.openclaw()
            self.assertEqual(self.told(), ["config-unreadable"])

    def test_what_else_looks_into_it_comes_to_its_end(self):
        container = mock.Mock(environment={}, image={})
        for _ in self.each():
            with self.assertRaises(gateway_token.Unresolved):
                gateway_token.configuration("/data/openclaw/openclaw.json")
            self.assertEqual(gateway_token.config_of("/root/.openclaw/openclaw.json"), {})
            self.assertEqual(list(scan_addresses.texts(container)), [])
            scan_surroundings.config_paths(container)
            redact.known(self.path("no-env"), self.path("no-login"))
            with self.assertRaises(OSError):
                checks_panel.content()

    def test_the_container_s_own_view_comes_to_its_end(self):
        container = container_view.Container({"Mounts": [{"Type": "bind", "Source": self.data, "Destination": "/home/node/.openclaw"}]}, {})
        for _ in self.each():
            with self.assertRaises(OSError):
                container.read("/home/node/.openclaw/openclaw.json")

    def test_nothing_is_put_in_its_place(self):
        for _, path in self.each():
            new = self.write("job/new", b"{}")
            kind = stat.S_IFMT(os.lstat(path).st_mode)
            with self.assertRaises(SystemExit):
                put_config.put(new, path, "20260101", "x", path)
            self.assertEqual(self.told(), ["config-is-link"])
            self.assertEqual(stat.S_IFMT(os.lstat(path).st_mode), kind)

    def test_the_copy_and_the_manifest_come_to_their_end(self):
        for live in (True, False):
            for name, _ in self.each():
                target = self.path("copy-of-" + name)
                shutil.rmtree(target, ignore_errors=True)
                work = copy_tree.Copy(self.data, target, self.path("job/index"), live)
                if name == "device":
                    with self.assertRaises(copy_tree.Device):
                        work.run()
                    continue
                work.run()
                self.assertEqual(pathlib.Path(target, "workspace/plain").read_bytes(), b"plain")
                copied = os.path.join(target, "openclaw.json")
                self.assertEqual(os.path.lexists(copied), name != "socket")
                if name == "pipe":
                    self.assertTrue(stat.S_ISFIFO(os.lstat(copied).st_mode), "nothing was read out of it")
                tree.scan([self.data])

    def test_one_that_becomes_something_else_while_it_is_copied(self):
        for make in (os.mkfifo, self.bind, os.mkdir):
            with self.subTest(make):
                path = self.path("data/openclaw.json")
                os.rmdir(path) if os.path.isdir(path) else os.unlink(path)
                self.write("data/openclaw.json", b"{}")
                shutil.rmtree(self.path("copy"), ignore_errors=True)
                work = copy_tree.Copy(self.data, self.path("copy"), self.path("job/index"), True)
                with self.swapped("openclaw.json", self.replace("data/openclaw.json", make)):
                    work.run()
                self.assertEqual(work.unfinished, [b"openclaw.json"])


class Reading(Hostile):
    def test_sessions_behind_links_and_pipes_are_not_there(self):
        self.assertEqual([name for _, _, name in checks_gateway.sessions(self.data)], ["s"])
        self.to_pipe("data/agents/main/sessions/s.jsonl")()
        self.assertEqual(checks_gateway.sessions(self.data), [])
        self.to_pipe("data/" + SESSIONS)()
        self.assertEqual(checks_gateway.sessions(self.data), [])
        self.to_link("data/agents", self.path("outside/agents"))()
        self.assertEqual(checks_gateway.sessions(self.data), [])

    def test_devices_and_set_uid_files_are_counted(self):
        self.write("data/workspace/suid", b"#!", 0o755)
        self.give(self.data)
        os.chmod(self.path("data/workspace/suid"), 0o4755)
        odd = scan_data.measure([self.data]).odd
        self.assertEqual(odd.set_id, [self.path("data/workspace/suid")])
        scan_data.tell_oddities(odd, True)
        self.assertIn(("set_id_files", "1"), self.facts())


class Restoring(Hostile):
    """The folder beside is uid 1000's, as many a /data is."""

    def setUp(self):
        super().setUp()
        os.chown(self.folder, USER, USER)
        self.backup = self.path("job/backup")
        os.mkdir(self.backup)
        subprocess.run(["tar", "-czf", self.backup + "/data.tgz", "-C", "/", self.data[1:]], check=True)
        self.work = self.path(".undock-restore-data-" + os.path.basename(step_io.RUN))

    def test_what_was_unpacked_comes_in_place_and_the_old_is_kept(self):
        self.write("data/workspace/plain", b"changed")
        restore_part.unpack("data", self.data, self.backup)
        restore_part.put_in_place("data", self.data)
        self.assertEqual(pathlib.Path(self.data, "workspace/plain").read_bytes(), b"plain")
        kept = dict(self.facts())["kept_as"]
        self.assertEqual(pathlib.Path(kept, "workspace/plain").read_bytes(), b"changed")

    def test_a_link_in_place_of_the_work_folder_is_not_gone_through(self):
        os.symlink(self.outside, self.work)
        restore_part.unpack("data", self.data, self.backup)
        self.assertFalse(os.path.islink(self.work))
        self.assertEqual(stat.S_IMODE(os.stat(self.work).st_mode), 0o700)

    def test_one_that_was_swapped_while_it_was_unpacked_is_not_gone_through(self):
        real = subprocess.run

        def swap(*args, **more):
            os.rename(self.work, self.work + ".away")
            os.symlink(self.outside, self.work)
            return real(*args, **more)
        with mock.patch.object(subprocess, "run", swap):
            restore_part.unpack("data", self.data, self.backup)
        with self.assertRaises((SystemExit, NotADirectoryError)):
            restore_part.put_in_place("data", self.data)
        os.unlink(self.work)
        os.mkdir(self.work)
        with self.assertRaises(SystemExit):
            restore_part.put_in_place("data", self.data)
        self.assertEqual(pathlib.Path(self.data, "workspace/plain").read_bytes(), b"plain")


class Beneath(Hostile):
    def test_no_way_leads_out(self):
        os.symlink(self.outside, self.path("data/out"))
        os.symlink("..", self.path("data/up"))
        with beneath.Tree(self.data) as here:
            for path in ("out/secret", "up/outside/secret", "workspace/plain/x"):
                with self.assertRaises(NotADirectoryError):
                    here.open_file(path)
            for path in ("../outside/secret", "workspace/../../outside/secret", "/etc/passwd", "a//b", "./x"):
                with self.assertRaises(ValueError):
                    here.open_file(path)
        with self.assertRaises(NotADirectoryError):
            beneath.Tree(self.path("data/out"))

    def test_nothing_is_left_of_what_could_not_be_written(self):
        with beneath.Tree(self.data) as here:
            with self.assertRaises(IsADirectoryError):
                beneath.put(here.descriptor, "workspace", b"x")
            with self.assertRaises(OSError):
                beneath.put_link(here.descriptor, "workspace", "x", (0, 0), (1, 1))
        self.assertEqual([name for name in os.listdir(self.data) if name.startswith(beneath.PART)], [])


if __name__ == "__main__":
    unittest.main()
