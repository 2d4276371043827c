#!/usr/bin/env python3
"""Pins how the qm stand-in answers, against real agents in real guests: the texts and
habits that the program must cope with. Needs root; brings up a bare lab of its own.

    python3 tests/lab/test_qm.py
"""
import json
import os
import shlex
import subprocess
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LAB = Path(__file__).resolve().parent / "lab"
os.environ["LAB_NAME"] = "test-qm"


def lab(*words, check=True):
    done = subprocess.run([LAB, *words], capture_output=True, text=True)
    if check and done.returncode:
        raise AssertionError(f"lab {' '.join(words)}: {done.stderr}")
    return done.stdout


def setUpModule():
    if os.geteuid() != 0:
        raise unittest.SkipTest("the lab needs root")
    lab("up", "--bare", "--guests", "2")
    for line in lab("env").splitlines():
        name, _, value = line.partition("=")
        os.environ[name] = shlex.split(value)[0] if value else ""


def tearDownModule():
    lab("down")


def ssh(command: str, stdin: bytes = b""):
    return subprocess.run(
        ["ssh", "-i", os.environ["LAB_IDENTITY"], "-o", "BatchMode=yes",
         "-o", "UserKnownHostsFile=" + os.environ["LAB_KNOWN_HOSTS"], os.environ["LAB_NODE"], command],
        input=stdin, capture_output=True)


def wait_until(happened, what: str, seconds: float = 60):
    """Ends as soon as it has happened."""
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s for {what}")
        time.sleep(0.1)


class Case(unittest.TestCase):
    def setUp(self):
        for which in ("101", "102", "node"):
            lab("faults", which, "clear")

    def qm(self, words: str, stdin: bytes = b"", fails=False):
        done = ssh(f"qm {words}", stdin)
        self.assertEqual(done.returncode != 0, fails, done.stderr.decode())
        return done

    def answer(self, words: str, stdin: bytes = b"") -> dict:
        return json.loads(self.qm(words, stdin).stdout)

    def complaint(self, words: str, stdin: bytes = b"") -> str:
        return self.qm(words, stdin, fails=True).stderr.decode()

    def in_guest(self, *command) -> str:
        return lab("exec", "101", "--", *command)


class Answers(Case):
    def test_a_failed_command_is_no_failure_of_qm(self):
        got = self.answer("guest exec 101 --pass-stdin 1 -- /bin/sh -s", b"echo out; echo err >&2; exit 3")
        self.assertEqual((got["exitcode"], got["exited"]), (3, 1))
        self.assertEqual((got["out-data"], got["err-data"]), ("out\n", "err\n"))

    def test_empty_streams_have_no_key(self):
        got = self.answer("guest exec 101 -- /bin/true")
        self.assertNotIn("out-data", got)
        self.assertNotIn("err-data", got)

    def test_a_signal_has_no_exit_code(self):
        got = self.answer("guest exec 101 --pass-stdin 1 -- /bin/bash -s", b"kill -9 $$")
        self.assertEqual(got["signal"], 9)
        self.assertNotIn("exitcode", got)

    def test_the_json_is_pretty_and_sorted(self):
        text = self.qm("guest exec 101 -- /bin/true").stdout.decode()
        self.assertTrue(text.startswith('{\n   "exitcode" : 0,\n   "exited" : 1'), text)

    def test_output_beyond_ascii_is_encoded_twice(self):
        got = self.answer("guest exec 101 --pass-stdin 1 -- /bin/bash -s", "printf 中".encode())
        self.assertEqual(got["out-data"], "中".encode().decode("latin-1"))

    def test_up_to_7_2_output_is_encoded_once(self):
        lab("faults", "101", "encode-once=1")
        got = self.answer("guest exec 101 --pass-stdin 1 -- /bin/bash -s", "printf 中".encode())
        self.assertEqual(got["out-data"], "中")

    def test_an_argument_beyond_ascii_silences_the_agent_until_it_is_restarted(self):
        try:
            self.assertEqual(self.complaint("guest exec 101 -- /usr/bin/touch /root/中"),
                             "VM 101 qga command 'guest-exec' failed - got timeout\n")
            self.assertNotIn("中", self.in_guest("ls", "/root"))
            self.assertEqual(self.complaint("guest exec 101 -- /bin/true"), "QEMU guest agent is not running\n")
        finally:
            self.in_guest("systemctl", "restart", "qemu-guest-agent")
        wait_until(lambda: ssh("qm guest cmd 101 ping").returncode == 0, "the agent to answer after its restart")

    def test_stdin_is_passed_byte_for_byte(self):
        data = bytes(range(256)) * 64
        got = self.answer("guest exec 101 --pass-stdin 1 -- /usr/bin/sha256sum", data)
        import hashlib
        self.assertEqual(got["out-data"].split()[0], hashlib.sha256(data).hexdigest())

    def test_stdin_ends_at_one_mebibyte(self):
        words = "guest exec 101 --pass-stdin 1 -- /usr/bin/wc -c"
        self.assertEqual(self.answer(words, b"x" * (1 << 20))["out-data"].strip(), str(1 << 20))
        self.assertIn("is limited to 1 MiB", self.complaint(words, b"x" * ((1 << 20) + 1)))

    def test_stdin_is_left_alone_unless_asked_for(self):
        got = self.answer("guest exec 101 -- /bin/cat", b"not for the guest")
        self.assertNotIn("out-data", got)

    def test_answers_of_two_mebibytes_come_and_of_four_are_lost(self):
        got = self.answer("guest exec 101 -- /usr/bin/head -c 2097152 /dev/zero")
        self.assertEqual(len(got["out-data"]), 2 << 20)
        self.assertIn("'guest-exec-status' failed - got timeout",
                      self.complaint("guest exec 101 -- /usr/bin/head -c 4194304 /dev/zero"))

    def test_the_environment_has_no_home(self):
        self.assertNotIn("HOME=", self.answer("guest exec 101 -- /usr/bin/env")["out-data"])


class Time(Case):
    def test_at_the_timeout_the_command_runs_on(self):
        done = self.qm("guest exec 101 --timeout 1 --pass-stdin 1 -- /bin/bash -s",
                       b"sleep 3; echo done >/root/ran-on")
        self.assertEqual(done.stderr.decode(), "timeout reached, returning pid\n")
        self.assertEqual(list(json.loads(done.stdout)), ["pid"])
        time.sleep(3)
        self.assertEqual(self.in_guest("cat", "/root/ran-on"), "done\n")

    def test_zero_waits_for_ever(self):
        got = self.answer("guest exec 101 --timeout 0 -- /bin/sleep 3")
        self.assertEqual(got["exitcode"], 0)

    def test_thirty_seconds_is_the_default(self):
        start = time.monotonic()
        done = self.qm("guest exec 102 -- /bin/sleep 40")
        self.assertIn("pid", json.loads(done.stdout))
        self.assertTrue(28 < time.monotonic() - start < 35)

    def test_not_waiting_gives_a_pid_and_its_result_once(self):
        pid = self.answer("guest exec 101 --synchronous 0 -- /bin/echo hello")["pid"]
        time.sleep(0.5)
        got = self.answer(f"guest exec-status 101 {pid}")
        self.assertEqual((got["exited"], got["out-data"]), (1, "hello\n"))
        self.assertEqual(self.complaint(f"guest exec-status 101 {pid}"),
                         "Agent error: PID ld does not exist\n")

    def test_a_running_command_has_not_exited(self):
        pid = self.answer("guest exec 101 --synchronous 0 -- /bin/sleep 2")["pid"]
        self.assertEqual(self.answer(f"guest exec-status 101 {pid}"), {"exited": 0})

    def test_a_timeout_without_waiting_is_refused(self):
        said = self.complaint("guest exec 101 --synchronous 0 --timeout 5 -- /bin/true")
        self.assertIn("400 Parameter verification failed.\n"
                      "synchronous: needs to be set for 'timeout'", said)

    def test_running_lasts_until_the_streams_close(self):
        script = b"sleep 2 & exit 0"
        pid = self.answer("guest exec 101 --synchronous 0 --pass-stdin 1 -- /bin/bash -s", script)["pid"]
        time.sleep(0.7)
        self.assertEqual(self.answer(f"guest exec-status 101 {pid}")["exited"], 0)

    def test_restarting_the_agent_forgets_pids_and_ends_their_commands(self):
        pid = self.answer("guest exec 101 --synchronous 0 -- /bin/sleep 7777")["pid"]
        self.in_guest("systemctl", "restart", "qemu-guest-agent")
        for _ in range(50):
            if ssh("qm guest cmd 101 ping").returncode == 0:
                break
            time.sleep(0.1)
        self.assertIn("does not exist", self.complaint(f"guest exec-status 101 {pid}"))
        self.assertEqual(self.in_guest("sh", "-c", "pgrep -fx '/bin/sleep 7777' || true"), "")


class Refusals(Case):
    def test_no_such_machine(self):
        self.assertEqual(self.complaint("guest exec 999 -- /bin/true"),
                         "Configuration file 'nodes/pve/qemu-server/999.conf' does not exist\n")

    def test_no_agent_configured(self):
        ssh("sed -i '/^agent:/d' /etc/pve/qemu-server/102.conf")
        try:
            self.assertEqual(self.complaint("guest exec 102 -- /bin/true"),
                             "No QEMU guest agent configured\n")
        finally:
            ssh("echo 'agent: 1' >>/etc/pve/qemu-server/102.conf")

    def test_the_agent_is_switched_on_by_any_word_for_yes(self):
        def set_agent(value):
            ssh(f"sed -i '/^agent:/d' /etc/pve/qemu-server/102.conf; echo 'agent: {value}' >>/etc/pve/qemu-server/102.conf")
        try:
            for word in ("on", "Yes", "TRUE", "type=virtio,enabled=on"):
                set_agent(word)
                self.qm("guest exec 102 -- /bin/true")
                self.assertIn(f"agent: {word}", self.qm("config 102").stdout.decode().splitlines())
            for word in ("0", "off", "No", "enabled=false"):
                set_agent(word)
                self.assertEqual(self.complaint("guest exec 102 -- /bin/true"), "No QEMU guest agent configured\n")
        finally:
            set_agent("1")

    def test_a_machine_of_another_node_and_a_container_are_told_as_not_there(self):
        ssh("mkdir -p /etc/pve/nodes/pve2/qemu-server /etc/pve/nodes/pve/lxc; "
            "echo 'name: x' >/etc/pve/nodes/pve2/qemu-server/301.conf; echo 'hostname: x' >/etc/pve/nodes/pve/lxc/302.conf")
        try:
            for number in ("301", "302"):
                done = self.qm(f"config {number}", fails=True)
                self.assertEqual((done.returncode, done.stderr.decode()),
                                 (2, f"Configuration file 'nodes/pve/qemu-server/{number}.conf' does not exist\n"))
            ids = json.loads(ssh("cat /etc/pve/.vmlist").stdout)["ids"]
            self.assertEqual((ids["301"]["node"], ids["301"]["type"]), ("pve2", "qemu"))
            self.assertEqual((ids["302"]["node"], ids["302"]["type"]), ("pve", "lxc"))
        finally:
            ssh("rm /etc/pve/nodes/pve2/qemu-server/301.conf /etc/pve/nodes/pve/lxc/302.conf")

    def test_while_the_cluster_file_system_restarts_nothing_is_asked(self):
        lab("faults", "101", "cluster-down")
        done = self.qm("guest exec 101 -- /usr/bin/touch /root/was-asked", fails=True)
        self.assertEqual(done.returncode, 111)
        self.assertIn("ipcc_send_rec[1] failed: Connection refused\n", done.stderr.decode())
        self.assertTrue(done.stderr.decode().endswith("Unable to load access control list: Connection refused\n"))
        self.assertNotIn("was-asked", self.in_guest("ls", "/root"))

    def test_not_running(self):
        self.qm("stop 102")
        try:
            self.assertEqual(self.complaint("guest exec 102 -- /bin/true"), "VM 102 is not running\n")
            self.assertEqual(self.qm("status 102").stdout, b"status: stopped\n")
        finally:
            self.qm("start 102")

    def test_agent_not_running(self):
        self.in_guest("systemctl", "stop", "qemu-guest-agent")
        try:
            self.assertEqual(self.complaint("guest cmd 101 ping"), "QEMU guest agent is not running\n")
        finally:
            self.in_guest("systemctl", "start", "qemu-guest-agent")

    def test_agent_that_does_not_answer_within_three_seconds(self):
        self.in_guest("pkill", "-STOP", "-x", "qemu-ga")
        try:
            start = time.monotonic()
            self.assertEqual(self.complaint("guest exec 101 -- /bin/true"),
                             "QEMU guest agent is not running\n")
            self.assertGreater(time.monotonic() - start, 2.9)
        finally:
            self.in_guest("pkill", "-CONT", "-x", "qemu-ga")

    def test_a_disabled_command(self):
        unit = "/etc/systemd/system/qemu-guest-agent.service.d"
        self.in_guest("sh", "-c", f"mkdir -p {unit} && printf '[Service]\\nExecStart=\\nExecStart="
                      f"/usr/sbin/qemu-ga -m unix-listen -p /run/lab/qga.sock -b guest-exec\\n' "
                      f">{unit}/b.conf && systemctl daemon-reload && systemctl restart qemu-guest-agent")
        time.sleep(0.5)
        try:
            self.assertIn("Agent error: Command guest-exec has been disabled",
                          self.complaint("guest exec 101 -- /bin/true"))
        finally:
            self.in_guest("sh", "-c", f"rm -r {unit} && systemctl daemon-reload && "
                          "systemctl restart qemu-guest-agent")
            time.sleep(0.5)

    def test_a_program_that_is_not_there(self):
        self.assertIn("Agent error: Failed to execute child",
                      self.complaint("guest exec 101 -- /no/such/program"))

    def test_parameters_are_checked(self):
        self.assertIn("vmid: type check ('integer') failed - got 'x'", self.complaint("status x"))
        self.assertIn("Unknown option: nonsense", self.complaint("guest exec 101 --nonsense 1"))
        self.assertIn("timeout: type check ('integer')", self.complaint("guest exec 101 --timeout x -- a"))
        self.assertIn("command or input-data (or both) required", self.complaint("guest exec 101"))


class Machines(Case):
    def test_the_list_has_its_columns(self):
        lines = self.qm("list").stdout.decode().splitlines()
        self.assertEqual(lines[0].split(), ["VMID", "NAME", "STATUS", "MEM(MB)", "BOOTDISK(GB)", "PID"])
        self.assertEqual(lines[1].split()[:3], ["101", "vm-260219-01", "running"])

    def test_the_configuration_tells_address_and_agent(self):
        lines = self.qm("config 101").stdout.decode().splitlines()
        self.assertIn("agent: 1", lines)
        self.assertIn("ipconfig0: ip=10.10.10.11/24,gw=10.10.10.1", lines)

    def test_the_configuration_shows_what_waits_and_current_what_is_in_force(self):
        kept = ssh("cat /etc/pve/qemu-server/102.conf").stdout
        ssh("printf '\\n[PENDING]\\nipconfig0: ip=10.10.10.99/24\\ndelete: onboot\\n' >>/etc/pve/qemu-server/102.conf")
        try:
            waiting = self.qm("config 102").stdout.decode().splitlines()
            self.assertIn("ipconfig0: ip=10.10.10.99/24", waiting)
            self.assertNotIn("onboot: 1", waiting)
            current = self.qm("config 102 --current").stdout.decode().splitlines()
            self.assertIn("ipconfig0: ip=10.10.10.12/24,gw=10.10.10.1", current)
            self.assertIn("onboot: 1", current)
            self.assertNotIn("PENDING", self.qm("listsnapshot 102").stdout.decode())
        finally:
            ssh("cat >/etc/pve/qemu-server/102.conf", kept)

    def test_a_snapshot_and_the_way_back(self):
        self.in_guest("sh", "-c", "echo before >/root/mark")
        self.qm("snapshot 101 pre-undock --description before")
        self.assertIn("already used", self.complaint("snapshot 101 pre-undock"))
        self.in_guest("sh", "-c", "echo after >/root/mark")
        self.assertEqual([line.split()[1] for line in self.qm("listsnapshot 101").stdout.decode()
                          .splitlines()], ["pre-undock", "current"])
        self.qm("rollback 101 pre-undock --start 1")
        for _ in range(100):
            if ssh("qm guest cmd 101 ping").returncode == 0:
                break
            time.sleep(0.2)
        self.assertEqual(self.in_guest("cat", "/root/mark"), "before\n")
        self.qm("delsnapshot 101 pre-undock")
        self.assertIn("does not exist", self.complaint("rollback 101 pre-undock"))

    def test_a_reboot_is_seen_by_the_boot_id(self):
        words = "guest exec 102 -- /bin/cat /proc/sys/kernel/random/boot_id"
        before = self.answer(words)["out-data"]
        lab("exec", "102", "--", "systemctl", "reboot")
        for _ in range(100):
            time.sleep(0.3)
            done = ssh(f"qm {words}")
            if done.returncode == 0 and json.loads(done.stdout).get("out-data", before) != before:
                return
        self.fail("the guest did not come back with another boot id")


class Faults(Case):
    def test_a_timeout_does_not_mean_that_nothing_ran(self):
        lab("faults", "101", "timeout-after-run")
        self.assertEqual(self.complaint("guest exec 101 -- /usr/bin/touch /root/did-run"),
                         "VM 101 qga command 'guest-exec' failed - got timeout\n")
        self.assertIn("did-run", self.in_guest("ls", "/root"))
        self.qm("guest exec 101 -- /bin/true")

    def test_a_swallowed_result_is_gone(self):
        pid = self.answer("guest exec 101 --synchronous 0 -- /bin/true")["pid"]
        lab("faults", "101", "swallow-result")
        time.sleep(0.3)
        self.assertIn("'guest-exec-status' failed - got timeout",
                      self.complaint(f"guest exec-status 101 {pid}"))
        self.assertIn("does not exist", self.complaint(f"guest exec-status 101 {pid}"))

    def test_answers_get_mixed_up(self):
        self.answer("guest exec 101 -- /bin/echo one")
        lab("faults", "101", "cross-talk")
        self.assertEqual(self.answer("guest exec 101 -- /bin/echo two")["out-data"], "one\n")

    def test_qm_is_killed_after_it_sent(self):
        lab("faults", "101", "lose-after-send")
        self.qm("guest exec 101 -- /usr/bin/touch /root/sent", fails=True)
        time.sleep(0.3)
        self.assertIn("sent", self.in_guest("ls", "/root"))

    def test_no_socket(self):
        lab("faults", "101", "no-socket")
        self.assertIn("unable to connect to VM 101 qga socket", self.complaint("guest exec 101 -- /bin/true"))

    def test_an_order_strikes_as_often_as_it_says(self):
        lab("faults", "101", "delay=1*2")
        took = []
        for _ in range(3):
            start = time.monotonic()
            self.qm("guest exec 101 -- /bin/true")
            took.append(time.monotonic() - start > 1)
        self.assertEqual(took[:2], [True, True])
        self.assertEqual(lab("faults", "101"), "")

    def test_start_up_has_its_price_until_cleared(self):
        lab("faults", "node", "startup=0.7")
        start = time.monotonic()
        self.qm("list")
        self.qm("list")
        self.assertGreater(time.monotonic() - start, 1.4)

    def test_calls_to_two_machines_do_not_meet(self):
        def call(number):
            vmid = 101 + number % 2
            return vmid, self.answer(f"guest exec {vmid} -- /bin/hostname")["out-data"]
        with ThreadPoolExecutor(4) as callers:
            for vmid, name in callers.map(call, range(8)):
                self.assertEqual(name, f"vm-260219-{vmid - 100:02d}\n")


class Ways(Case):
    """Into the node: the users that a test of logins needs."""

    def test_a_frozen_link_hangs_and_thaws(self):
        lab("faults", "node", "freeze")
        try:
            with self.assertRaises(subprocess.TimeoutExpired):
                subprocess.run(["ssh", "-o", "ConnectTimeout=30", "-o", "BatchMode=yes",
                                os.environ["LAB_NODE"], "true"], timeout=2, capture_output=True)
        finally:
            lab("faults", "node", "unfreeze")
        self.assertEqual(ssh("true").returncode, 0)

    def test_cut_ends_open_connections_only(self):
        with ThreadPoolExecutor(1) as one:
            open_one = one.submit(ssh, "sleep 20")
            time.sleep(1)
            lab("faults", "node", "cut")
            self.assertEqual(open_one.result(10).returncode, 255)
        self.assertEqual(ssh("true").returncode, 0)

    def test_operator_gets_root_by_sudo_alone(self):
        os.environ["LAB_NODE"], kept = os.environ["LAB_NODE"].replace("root@", "operator@"), os.environ["LAB_NODE"]
        try:
            self.assertEqual(ssh("sudo -n id -u").stdout, b"0\n")
            self.assertNotEqual(ssh("id -u").stdout, b"0\n")
        finally:
            os.environ["LAB_NODE"] = kept


if __name__ == "__main__":
    unittest.main(verbosity=2)
