#!/usr/bin/env python3
"""Marked secrets stand in the login file, .env, openclaw.json, the panel's configuration and credentials,
and the operator's key has a marked passphrase: none of it is found where it does not belong."""
import base64
import os
import pty
import shutil
import subprocess
import threading
import unittest

import bed
import desk as desks
import secrets_eye
import states
from infra import cgroup
from infra.names import LabNames

PASSPHRASE = "LABSECRET-passphrase \"of the' operator"


class ByTerminal:
    """A command with a terminal of its own, on which each question for a passphrase is answered."""

    def __init__(self, arguments):
        self.said = b""
        self.asked = 0
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.execv(arguments[0], arguments)
        self.pid = pid

    def wait(self) -> int:
        seen = 0
        while True:
            try:
                piece = os.read(self.terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            self.said += piece
            if b"assphrase" in self.said[seen:] and self.said.rstrip(b" ").endswith(b":"):
                seen = len(self.said)
                self.asked += 1
                os.write(self.terminal, PASSPHRASE.encode() + b"\n")
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


class Secrets(unittest.TestCase):
    maxDiff = 8000

    def test_the_eye_sees(self):
        for text in (b'{"k":"LABSECRET-x"}', b"aaLABSECRET-%22x", *(b"z" * n + base64.b64encode(b"y" * n + b"LABSECRET-q")
                     for n in range(5)), "LABSECRET-u".encode("utf-16-le"), b"LABSECRET-h".hex().encode()):
            self.assertTrue(secrets_eye.in_bytes(text), text)
        self.assertFalse(secrets_eye.in_bytes(b"nothing of the kind " + base64.b64encode(os.urandom(5000))))

    def test_none_is_found_after_a_migration_and_a_rollback(self):
        desk = states.before(101, "secrets")
        for place in ("/opt/openclaw/.env", "/root/OPENCLAW_WEB_LOGIN.txt", "/data/openclaw/openclaw.json",
                      "/data/panel/panel.config.json", "/data/openclaw/credentials"):
            self.assertTrue(bed.guest(101, f"grep -rl LABSECRET {place}"), f"{place} holds a marked secret")
        bed.guest(101, "rm -rf /tmp/lab-*; journalctl --rotate -q; journalctl --vacuum-time=1s -q", check=False)
        since = bed.guest(101, "date '+%F %T'").strip()

        key = bed.WORK / "locked-key"
        shutil.copy(desk.env["LAB_IDENTITY"], key)
        key.chmod(0o600)
        subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", PASSPHRASE, "-f", key], check=True)
        desk.env = {**desk.env, "LAB_IDENTITY": str(key)}

        watcher = secrets_eye.Processes(str(cgroup.path(LabNames().tag)), str(desk.folder))
        watcher.start()
        said = b""
        for words in (["migrate", "--vmid", "101"], ["check", "--vmid", "101"], ["status", "--vmid", "101"],
                      ["rollback", "--vmid", "101"], ["record", "--vmid", "101"]):
            command = ByTerminal([str(desks.CLI), *words, *desk.options()])
            code = command.wait()
            said += command.said
            self.assertEqual(code, desks.SUCCEEDED, f"{words}: {command.said[-2000:]}")
            if words[0] == "migrate":
                self.assertTrue(command.asked, "the passphrase was asked for on the terminal")
        listed = watcher.end()

        self.assertEqual(secrets_eye.in_bytes(said), [], "what the program printed")
        self.assertEqual(secrets_eye.in_folder(desk.folder), [], "the desk's journals, records and whatever else")
        self.assertGreater(watcher.looked, 100)
        self.assertEqual(listed, set(), "process lists while it ran")
        node = bed.lab("node", "--", "bash", "-c", "tar -cf - -C / var/lib/openclaw-undock root tmp var/log home 2>/dev/null; "
                       "journalctl --no-pager -q 2>/dev/null; true", check=False).stdout
        self.assertIn(b"openclaw-undock", node)
        self.assertEqual(secrets_eye.in_bytes(node), [], "the node's files")
        runs = bed.lab("exec", 101, "--", "tar", "-cf", "-", "-C", "/var/lib", "openclaw-undock").stdout
        self.assertIn(b"r-docker-start", runs)
        self.assertEqual(secrets_eye.in_bytes(runs), [], "the program's folder in the guest")
        log = bed.lab("exec", 101, "--", "journalctl", "--no-pager", "-q", "-o", "cat", "--since", since,
                      "-u", "openclaw-undock*", "-u", "qemu-guest-agent").stdout
        self.assertEqual(secrets_eye.in_bytes(log), [], "the guest's log of the program's units")


if __name__ == "__main__":
    unittest.main(verbosity=2)
