#!/usr/bin/env python3
"""What a test may rely on in the lab itself: fresh starts, states kept and put back, labs
that do not meet. Needs root; bare labs of its own.

    python3 tests/lab/test_lab.py
"""
import json
import os
import signal
import subprocess
import time
import unittest
from pathlib import Path

LAB = Path(__file__).resolve().parent / "lab"
FIRST, SECOND = "test-lab-1", "test-lab-2"


def lab(name, *words, stdin=None, check=True):
    done = subprocess.run([LAB, *words], input=stdin, capture_output=True,
                          env=dict(os.environ, LAB_NAME=name))
    if check and done.returncode:
        raise AssertionError(f"lab {' '.join(words)}: {done.stderr.decode()}")
    return done


def out(name, *words, **more) -> str:
    return lab(name, *words, **more).stdout.decode()


def status(name) -> dict:
    return json.loads(out(name, "status", "--json"))


def setUpModule():
    if os.geteuid() != 0:
        raise unittest.SkipTest("the lab needs root")


def tearDownModule():
    lab(FIRST, "down")
    lab(SECOND, "down")


class Lab(unittest.TestCase):
    def setUp(self):
        lab(FIRST, "up", "--bare", "--guests", "1")

    def test_stdin_and_exit_code_pass_through(self):
        data = bytes(range(256))
        self.assertEqual(lab(FIRST, "exec", "101", "--", "cat", stdin=data).stdout, data)
        self.assertEqual(lab(FIRST, "node", "--", "cat", stdin=data).stdout, data)
        self.assertEqual(lab(FIRST, "exec", "101", "--", "sh", "-c", "exit 7", check=False).returncode, 7)

    def test_a_command_that_is_stopped_goes_on(self):
        """A machine that shuts down stops each process for a moment; nobody in it wakes up what waits outside."""
        self.assertEqual(out(FIRST, "exec", "101", "--", "sh", "-c", "kill -STOP $$; echo after"), "after\n")

    def test_up_gives_fresh_guests(self):
        lab(FIRST, "exec", "101", "--", "touch", "/root/mark")
        lab(FIRST, "up", "--bare", "--guests", "2")
        self.assertEqual([g["vmid"] for g in status(FIRST)["guests"]], [101, 102])
        self.assertNotIn("mark", out(FIRST, "exec", "101", "--", "ls", "/root"))

    def test_reset_gives_a_fresh_guest(self):
        lab(FIRST, "exec", "101", "--", "touch", "/root/mark")
        lab(FIRST, "reset", "101")
        self.assertNotIn("mark", out(FIRST, "exec", "101", "--", "ls", "/root"))

    def test_a_running_guest_is_saved_and_put_back(self):
        for way in ([], ["--stop"]):
            lab(FIRST, "exec", "101", "--", "sh", "-c", "echo kept >/root/mark")
            lab(FIRST, "save", "101", "point", *way)
            lab(FIRST, "restore", "101", "point")
            lab(FIRST, "exec", "101", "--", "sh", "-c", "echo lost >/root/mark")
            lab(FIRST, "restore", "101", "point")
            self.assertEqual(out(FIRST, "exec", "101", "--", "cat", "/root/mark"), "kept\n")

    def test_saving_a_running_guest_takes_no_stop(self):
        start = time.monotonic()
        lab(FIRST, "save", "101", "quick")
        self.assertLess(time.monotonic() - start, 2)

    def test_it_starts_over_a_killed_lab(self):
        lab(FIRST, "exec", "101", "--", "touch", "/root/mark")
        keeper = next(p for p in Path("/var/lib/openclaw-undock-lab").glob("*/keeper.pid")
                      if (p.parent / "config.json").exists()
                      and json.loads((p.parent / "config.json").read_text())["checkout"].endswith("#" + FIRST))
        os.kill(int(keeper.read_text()), signal.SIGKILL)
        self.assertNotEqual(lab(FIRST, "status", check=False).returncode, 0)
        lab(FIRST, "up", "--bare", "--guests", "1")
        self.assertNotIn("mark", out(FIRST, "exec", "101", "--", "ls", "/root"))

    def test_two_labs_do_not_meet(self):
        lab(SECOND, "up", "--bare", "--guests", "1")
        lab(FIRST, "exec", "101", "--", "touch", "/root/first")
        self.assertNotIn("first", out(SECOND, "exec", "101", "--", "ls", "/root"))
        self.assertNotEqual(status(FIRST)["node"], status(SECOND)["node"])
        lab(SECOND, "down")
        self.assertEqual(status(FIRST)["guests"][0]["state"], "running")

    def test_down_leaves_nothing_behind(self):
        lab(SECOND, "up", "--bare", "--guests", "1")
        node = status(SECOND)["node"]
        lab(SECOND, "down")
        self.assertNotIn(node.rsplit(".", 1)[0] + ".", subprocess.run(
            ["ip", "-o", "-4", "addr"], capture_output=True, text=True).stdout)
        self.assertNotEqual(lab(SECOND, "status", check=False).returncode, 0)

    def test_a_guest_reboots_by_itself(self):
        def boot_id():
            return lab(FIRST, "exec", "101", "--", "cat", "/proc/sys/kernel/random/boot_id", check=False).stdout
        before = boot_id()
        lab(FIRST, "exec", "101", "--", "systemctl", "reboot")
        for _ in range(100):
            time.sleep(0.2)
            if boot_id() not in (b"", before):
                return
        self.fail("it did not come back")

    def test_the_node_is_not_this_machine(self):
        self.assertEqual(out(FIRST, "node", "--", "hostname"), "pve\n")
        lab(FIRST, "node", "--", "touch", "/root/only-on-the-node")
        self.assertFalse(Path("/root/only-on-the-node").exists())

    def test_a_port_of_the_node_leads_to_the_guest(self):
        lab(FIRST, "exec", "101", "--", "sh", "-c",
            "setsid python3 -m http.server 18080 >/dev/null 2>&1 </dev/null &")
        for _ in range(50):
            done = subprocess.run(["curl", "-s", "-m", "2", "-o", "/dev/null", "-w", "%{http_code}",
                                   f"http://{status(FIRST)['node']}:10051/"], capture_output=True, text=True)
            if done.stdout == "200":
                return
            time.sleep(0.1)
        self.fail("no answer")


class Prerequisites(unittest.TestCase):
    def test_without_root_it_says_so(self):
        done = subprocess.run(["setpriv", "--reuid=65534", "--clear-groups", LAB, "up"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("it needs root", done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
