#!/usr/bin/env python3
"""The README's first migration, typed as it stands there: no option more, to the deletion and the bundle.

    python3 tests/lab/whole/test_readme.py
"""
import re
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

import bed
import desk as desks
import judge

VMID = 102
NODE_IN_README = "root@192.0.2.10"


def commands():
    """The command lines of the section, in their order."""
    text = (bed.CHECKOUT / "README.md").read_text(encoding="utf-8")
    section = re.search(r"^## The first migration.*?(?=^## )", text, re.MULTILINE | re.DOTALL)[0]
    return [line.strip() for line in section.splitlines() if line.strip().startswith("openclaw-undock-cli ")]


class Readme(unittest.TestCase):
    """In a home of its own: the operator's key and the node's host key lie where ssh looks for them."""

    def setUp(self):
        bed.up()
        bed.clean_node()
        bed.before(VMID)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        env = bed.environment()
        ssh = self.home / ".ssh"
        ssh.mkdir(mode=0o700)
        (ssh / "id_ed25519").write_text(Path(env["LAB_IDENTITY"]).read_text())
        (ssh / "id_ed25519").chmod(0o600)
        (ssh / "known_hosts").write_text(Path(env["LAB_KNOWN_HOSTS"]).read_text())
        self.node = env["LAB_NODE"]

    def type(self, line, limit=1800):
        """The line as an operator types it, in a mount namespace where /root is that home."""
        words = shlex.split(line.replace(NODE_IN_README, self.node))
        words[0] = str(desks.CLI)
        script = 'mount --bind "$0" /root && cd /root && exec "$@"'
        clean = ["env", "-i", "HOME=/root", "USER=root", "LOGNAME=root", "LANG=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
        return subprocess.run(["unshare", "--mount", "--propagation", "private", *clean, "bash", "-c", script, str(self.home), *words],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=limit, check=False)

    def test_each_line_does_what_the_text_says(self):
        typed = commands()
        self.assertEqual([line.split()[1] for line in typed],
                         ["discover", "plan", "migrate", "accept", "delete-docker", "record", "record"])
        self.assertTrue(all(str(VMID) in line for line in typed if "--vmid" in line), "the test and the text speak of one VM")
        words = "before the first migration"
        transcript = judge.chat(VMID, words, "docker").rsplit("/", 1)[1]
        for line in typed:
            # The bundle's name has the day on which it was made.
            made = sorted(path.name for path in self.home.glob("*_去Docker直装迁移记录.zip"))
            if "--bundle" in line:
                line = re.sub(r"\S+_去Docker直装迁移记录\.zip", made[0], line)
            done = self.type(line)
            self.assertEqual(done.returncode, 0, f"{line}\n{done.stdout[-4000:]}")
        self.assertTrue(judge.agent_rests(VMID), "the guest agent works on, and nobody asks it for anything")
        bed.reboot(VMID)
        bed.wait_serving(VMID)
        self.assertTrue(judge.direct_serves(VMID), judge.faces(VMID))
        self.assertEqual(judge.containers(VMID), [])
        self.assertEqual(judge.gateways(VMID), 1)
        self.assertIn(words, bed.guest(VMID, f"cat /root/.openclaw/agents/main/sessions/{transcript}"))
        records = list(self.home.glob(".local/share/openclaw-undock/用户小鸡去 Docker 化/*.md"))
        self.assertEqual(len(records), 2, "the record and the folder's README")


if __name__ == "__main__":
    unittest.main()
