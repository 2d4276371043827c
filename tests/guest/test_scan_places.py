#!/usr/bin/env python3
"""What the scan asks of places, ports, units, nodes and the data, and how a mount that lost its other end is told.

    python3 tests/guest/test_scan_places.py      (the dead mounts need root and /dev/fuse)
"""

import contextlib
import ctypes
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
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import backup  # noqa: E402
import beneath  # noqa: E402
import containers  # noqa: E402
import mounts  # noqa: E402
import processes  # noqa: E402
import scan_data  # noqa: E402
import scan_nodes  # noqa: E402
import scan_places  # noqa: E402
import step_io  # noqa: E402
import tree  # noqa: E402
import try_imports  # noqa: E402
from test_scan_docker import container, usual  # noqa: E402


class Scan(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.found = []
        for module in (scan_places, scan_data, scan_nodes):
            self.patch(mock.patch.multiple(module, finding=lambda *told: self.found.append((*told[:2], step_io.in_english(told[2]))), fact=lambda *_: None))
        self.patch(mock.patch.object(step_io, "finding", scan_places.finding))
        self.patch(mock.patch.object(scan_data, "say", lambda _: None))

    def patch(self, patch):
        patch.start()
        self.addCleanup(patch.stop)

    def codes(self):
        return [(level, code) for level, code, _ in self.found]

    def path(self, name, text=None):
        full = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        if text is not None:
            pathlib.Path(full).write_text(text)
        return full


class Places(Scan):
    def mounted(self, *paths):
        self.patch(mock.patch.object(mounts, "points", lambda: [(path, "ext4") for path in ("/", *paths)]))

    def test_what_is_moved_aside_is_no_mount_point(self):
        for path in ("/root/.openclaw", "/home/node/.openclaw", "/opt/openclaw-panel", "/etc/openclaw-gateway.env"):
            self.found.clear()
            self.mounted(path)
            scan_places.renamed()
            self.assertEqual(self.codes(), [("blocks", "place-is-mount")])
            self.assertIn(path, self.found[0][2])
        self.found.clear()
        self.mounted("/root", "/data", "/opt", "/home")
        scan_places.renamed()
        self.assertEqual(self.codes(), [])

    def test_the_kernels_table_is_read_with_its_escapes(self):
        with mock.patch.object(mounts, "TABLE", self.path("mountinfo", "36 35 98:0 /a /data/with\\040space rw shared:1 - fuse.rclone remote: rw\n")):
            self.assertEqual(mounts.points(), [("/data/with space", "fuse.rclone")])
            self.assertEqual(mounts.inside("/data"), [("/data/with space", "fuse.rclone")])
            self.assertEqual(mounts.at("/data"), "")

    def test_nothing_can_be_put_where_a_file_stands_or_all_is_read_only(self):
        folder = self.path("folder/").rstrip("/")
        with mock.patch.multiple(scan_places, FOLDERS=(folder, folder + "/later/below", self.path("file", "x") + "/below"), INSTALLED_TO=(), RENAMED=(), TARGET=self.folder):
            scan_places.writable()
            self.assertEqual(self.codes(), [("blocks", "place-odd")])
            self.found.clear()
            with mock.patch.object(os, "access", lambda path, mode: False):
                scan_places.writable()
            self.assertEqual(self.codes(), [("blocks", "place-read-only"), ("blocks", "place-odd")])

    def test_what_is_protected_from_changes_is_named(self):
        path = self.path("panel/")
        with mock.patch.multiple(scan_places, FOLDERS=(self.folder,), INSTALLED_TO=(), RENAMED=(path,), TARGET=self.folder,
                                 flags_of=lambda one: scan_places.IMMUTABLE if one == path else 0x80000):
            scan_places.writable()
        self.assertEqual(self.codes(), [("blocks", "place-immutable")])
        self.assertIn(path, self.found[0][2])

    def test_a_flag_that_is_set_is_seen(self):
        path = self.path("file", "x")
        if subprocess.run(["chattr", "+a", path], stderr=subprocess.DEVNULL, check=False).returncode:
            self.skipTest("this file system has no such flags, or chattr is not here")
        self.addCleanup(subprocess.run, ["chattr", "-a", path], check=True)
        self.assertTrue(scan_places.flags_of(path) & scan_places.APPEND_ONLY)

    def test_links_and_folders_in_the_place_of_files(self):
        with mock.patch.multiple(scan_places, PANEL_DIR=self.path("panel"), PANEL_CONFIG=self.path("panel.config.json/") .rstrip("/"), PANEL_ETC=self.folder):
            os.symlink("/nowhere", scan_places.PANEL_DIR)
            os.makedirs(scan_places.PANEL_CONFIG, exist_ok=True)
            scan_places.kinds()
        self.assertEqual(self.codes(), [("blocks", "panel-is-link"), ("blocks", "place-odd")])


class Ports(Scan):
    def setUp(self):
        super().setUp()
        self.items = usual()
        self.items[0]["NetworkSettings"] = {"Ports": {"18789/tcp": [{"HostIp": "127.0.0.1", "HostPort": "28789"}]}}
        self.items[1]["NetworkSettings"] = {"Ports": {"18080/tcp": [{"HostIp": "127.0.0.1", "HostPort": "28080"}]}}

    def scan(self, *listeners, items=(), strange=()):
        """listeners: (address, pid, name, unit) on 28789."""
        project = containers.Project([*self.items, *items])
        names = {pid: name for _, pid, name, _ in listeners}
        with mock.patch.multiple(processes, listeners=lambda port: list(listeners) if port == 28789 else [], name_of=names.get,
                                 listening_sockets=lambda port: {str(at): one for at, one in enumerate(strange)} if port == 28789 else {},
                                 container_of=lambda pid: self.items[0]["Id"] if pid == 40 else ""):
            scan_places.ports(mock.Mock(project=project))
        return self.codes()

    def test_the_containers_own_ports_do_not_hinder(self):
        self.assertEqual(self.scan(("127.0.0.1", 10, "docker-proxy", "docker.service")), [])
        self.assertEqual(self.scan(("127.0.0.1", 40, "node", "")), [], "a container in the host's network")

    def test_anything_else_is_told_with_its_address(self):
        for listener in (("10.10.10.11", 20, "nginx", "nginx.service"), ("ip6", 21, "socat", ""), ("::", 22, "node", "bot.service")):
            self.found.clear()
            self.assertEqual(self.scan(("127.0.0.1", 10, "docker-proxy", "docker.service"), listener), [("blocks", "port-taken")])
            self.assertIn(listener[0], self.found[0][2])
            self.assertIn(listener[2], self.found[0][2])

    def test_another_containers_port_is_told_as_its(self):
        other = container("other", project="two")
        other["NetworkSettings"] = {"Ports": {"1/tcp": [{"HostIp": "0.0.0.0", "HostPort": "28789"}]}}
        self.items[0]["NetworkSettings"] = {"Ports": {}}
        self.assertEqual(self.scan(("0.0.0.0", 10, "docker-proxy", "docker.service"), items=[other]), [("blocks", "port-taken")])
        self.assertIn("the container other", self.found[0][2])

    def test_a_socket_whose_program_cannot_be_told_is_not_nobody(self):
        self.assertEqual(self.scan(strange=["192.0.2.1"]), [("blocks", "port-taken")])


class Units(Scan):
    def scan(self):
        with mock.patch.multiple(scan_places, SYSTEM_UNITS=self.folder, text_of=lambda *_: "not-found"):
            scan_places.units()
        return self.codes()

    def test_nothing_there_is_fine(self):
        self.assertEqual(self.scan(), [])

    def test_a_masked_one_blocks_and_one_of_somebody_else_is_told(self):
        os.symlink("/dev/null", self.path("openclaw-gateway.service"))
        self.path("openclaw-panel.service", "[Service]\nExecStart=/bin/true\n")
        self.assertEqual(self.scan(), [("blocks", "unit-masked"), ("attention", "unit-foreign")])
        self.found.clear()
        self.path("openclaw-panel.service", "# Written by openclaw-undock, run x\n")
        self.assertEqual(self.scan(), [("blocks", "unit-masked")])

    def test_a_drop_in_that_changes_what_is_started_blocks(self):
        self.path("openclaw-gateway.service.d/limits.conf", "[Service]\nMemoryMax=1G\n# ExecStart=x\n")
        self.assertEqual(self.scan(), [("attention", "unit-dropins")])
        self.found.clear()
        self.path("openclaw-gateway.service.d/limits.conf", "[Service]\nMemoryMax=1G\nExecStart=\nExecStart=/bin/other\n")
        self.assertEqual(self.scan(), [("blocks", "unit-dropin")])


class Nodes(Scan):
    def scan(self, needed, *nodes):
        with mock.patch.object(step_io, "told", lambda _: needed), mock.patch.object(scan_nodes, "LIST", self.path("nodes", "".join(f"{path} {version}\n" for path, version in nodes))):
            scan_nodes.scan()
        return self.found

    def test_one_that_suits_is_used_though_an_older_one_comes_first(self):
        [(level, code, text)] = self.scan(">=22.12.0", ("/usr/local/bin/node", "v18.20.0"), ("/usr/bin/node", "v22.14.0"))
        self.assertEqual((level, code), ("attention", "node-old"))
        self.assertIn("/usr/bin/node (v22.14.0) is used instead", text)

    def test_none_that_suits_is_told_and_none_at_all_is_installed(self):
        self.assertIn("has to bring another", self.scan(">=22.12.0", ("/usr/local/bin/node", "v18.20.0"))[0][2])
        self.found.clear()
        self.assertEqual(self.scan(">=22.12.0"), [])
        self.assertEqual(self.scan(">=22.12.0", ("/usr/bin/node", "v22.14.0")), [])


class NodeOfAService(unittest.TestCase):
    """find_openclaw.sh and g-units: which node runs OpenClaw in the end."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("job/params", "state", "local", "usr", "package/bin"):
            os.makedirs(os.path.join(self.folder, name))

    def program(self, name, text):
        path = pathlib.Path(self.folder, name)
        path.write_text("#!/bin/bash\n" + text)
        path.chmod(0o755)

    def ask(self, script):
        environment = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "UNDOCK_LIB": str(GUEST), "UNDOCK_RUN": self.folder, "UNDOCK_JOB": self.folder + "/job"}
        places = f"tool_places() {{ printf '%s\\n' {self.folder}/local {self.folder}/usr; }}"
        done = subprocess.run(["bash", "-c", f'set -euo pipefail; cd /; for f in prelude direct find_openclaw; do . "$UNDOCK_LIB/$f.sh"; done; {places}; {script}'],
                              env=environment, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.split()

    def install(self, needed):
        self.program("local/node", "echo v18.20.0\n")
        self.program("usr/node", "echo v22.14.0\n")
        pathlib.Path(self.folder, "package/package.json").write_text(f'{{"name": "openclaw", "engines": {{"node": "{needed}"}}}}')
        self.program("package/bin/openclaw", 'case $(node --version) in v22*) echo "OpenClaw 2026.2.19" ;; *) echo "needs Node 22" >&2; exit 1 ;; esac\n')
        os.symlink("../package/bin/openclaw", self.folder + "/usr/openclaw")

    FOUND = 'find_direct_tools; echo "$FOUND_NODE" "$FOUND_NODE_VERSION" "${FOUND_VERSION:-none}"'

    def test_the_first_that_suits_and_not_the_first(self):
        self.install(">=22.12.0")
        self.assertEqual(self.ask(self.FOUND), [self.folder + "/usr/node", "v22.14.0", "2026.2.19"])
        self.assertEqual(self.ask("runnable_nodes"), [self.folder + "/local/node", "v18.20.0", self.folder + "/usr/node", "v22.14.0"])

    def test_where_none_suits_the_first_is_told(self):
        self.install(">=24")
        self.assertEqual(self.ask(self.FOUND), [self.folder + "/local/node", "v18.20.0", "none"])


class Python(unittest.TestCase):
    def test_all_that_any_tool_imports_is_tried(self):
        names = try_imports.imported(GUEST)
        for name in ("json", "tarfile", "concurrent.futures", "fcntl", "urllib.request"):
            self.assertIn(name, names)
        self.assertNotIn("tree", names)
        self.assertEqual(list(try_imports.missing(names)), [])
        self.assertEqual(list(try_imports.missing(["json", "no_such_module_here"])), ["no_such_module_here"])


class Room(Scan):
    def scan(self, free, devices):
        """free: bytes on each device; devices: {place: device}."""
        def vfs(path):
            return mock.Mock(f_bavail=free[devices.get(path, 0)], f_frsize=1, f_files=0, f_favail=0)

        with mock.patch.multiple(scan_data, which=lambda _: "", existing=lambda path: path), mock.patch.multiple(os, stat=lambda path: mock.Mock(st_dev=devices.get(path, 0)), statvfs=vfs):
            scan_data.disk(1 << 30, 1 << 30, 0)
        return self.codes()

    def test_each_file_system_has_room_for_what_is_written_there(self):
        self.assertEqual(self.scan([10 << 30], {}), [("fine", "disk")])
        self.assertEqual(self.scan([2 << 30], {})[-1], ("blocks", "disk-short"))
        for place in ("/opt", "/tmp", "/usr", scan_data.job_store.ROOT):
            self.found.clear()
            self.assertEqual(self.scan([10 << 30, 1 << 20], {place: 1}), [("fine", "disk"), ("blocks", "disk-short")])
            self.assertIn(place, self.found[-1][2])


def lose(path):
    """A FUSE mount at the path whose other end is gone, as after the end of rclone or sshfs."""
    descriptor = os.open("/dev/fuse", os.O_RDWR)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"dead", os.fsencode(path), b"fuse", 0, f"fd={descriptor},rootmode=40000,user_id=0,group_id=0".encode()):
        raise OSError(ctypes.get_errno(), "mount")
    os.close(descriptor)


@unittest.skipUnless(os.geteuid() == 0 and os.path.exists("/dev/fuse"), "needs root and /dev/fuse")
class DeadMounts(Scan):
    def setUp(self):
        super().setUp()
        self.data = self.path("data/")
        self.path("data/good", "x")
        self.dead = self.path("data/workspace/drive/").rstrip("/")
        try:
            lose(self.dead)
        except OSError as error:
            self.skipTest(f"no FUSE mount here: {error}")
        self.addCleanup(subprocess.run, ["umount", "-l", self.dead], check=True)

    def test_the_scan_names_it_and_goes_on(self):
        with mock.patch.object(backup, "PARTS", {"data-openclaw": (self.data.rstrip("/"),)}):
            self.assertGreater(scan_data.folders()[2], 0)
        told = [text for level, code, text in self.found if (level, code) == ("blocks", "source-unreadable")]
        self.assertEqual(len(told), 1, self.found)
        self.assertIn(self.dead, told[0])

    def test_a_tool_ends_in_words_with_the_path(self):
        facts, state = self.path("job/facts"), self.path("run/state/")
        for tool, arguments in (("manifest.py", ["make", self.path("out"), self.data]), ("copy_tree.py", [self.data, self.path("x.openclaw.undock-1"), self.path("index"), "--live"])):
            with self.subTest(tool):
                pathlib.Path(facts).write_text("")
                done = subprocess.run([sys.executable, GUEST / tool, *arguments], env={**os.environ, "UNDOCK_JOB": os.path.dirname(facts), "UNDOCK_RUN": os.path.dirname(state.rstrip("/"))},
                                      capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 1)
                self.assertNotIn("Traceback", done.stderr)
                told = pathlib.Path(facts).read_text()
                self.assertIn("failure=source-unreadable ", told)
                self.assertIn("/data/workspace/drive", told)

    def test_the_way_back_does_not_wait_for_it(self):
        job, state = self.path("job/"), self.path("run/state/")
        manifest = tree.Manifest([self.data.rstrip("/")], 0, [])
        pathlib.Path(state, "source-manifest.jsonl").write_bytes(manifest.dump())
        done = subprocess.run([sys.executable, GUEST / "source_diff.py"], env={**os.environ, "UNDOCK_JOB": job, "UNDOCK_RUN": os.path.dirname(state.rstrip("/"))},
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("source_equal=unknown", pathlib.Path(job, "facts").read_text())

    def test_a_walk_without_a_listener_says_what_it_could_not_read(self):
        with self.assertRaises(tree.Unreadable) as caught:
            list(beneath.walk(self.data.rstrip("/")))
        self.assertEqual(caught.exception.filename, self.dead)
        seen = []
        with contextlib.suppress(StopIteration):
            for _ in beneath.walk(self.data.rstrip("/"), lambda path, error: seen.append(path)):
                pass
        self.assertEqual(seen, [self.dead])

    def test_where_it_is_mounted_is_known_without_looking_at_it(self):
        self.assertEqual(mounts.inside(self.folder), [(self.dead, "fuse")])


if __name__ == "__main__":
    unittest.main()
