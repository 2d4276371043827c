#!/usr/bin/env python3
"""Two nodes side by side, driven by the collection's README: inventory, scan, migrate with six forks (killed in the middle
and run again), accept; a failed acceptance on one node keeps Docker on the other; roll back, delete; each of them again.

    python3 tests/lab/fleet/test_fleet.py      # a VM on each node; UNDOCK_LAB_FULL=1: four and two

UNDOCK_RECORD=1 keeps what the program printed for tests/samples/cli (lab-*.json).
"""
import json
import os
import re
import sys
import tempfile
import threading
import unittest
from pathlib import Path

import two_labs
from two_labs import CHECKOUT, FULL, GUESTS, Ansible, Node, readme, wait_for

os.environ.setdefault("UNDOCK_CLI", str(two_labs.CLI))
sys.path.insert(0, str(CHECKOUT / "tests/checks"))
import test_cli_contract as contract  # noqa: E402

SLOTS = 3
BOTH = ["openclaw-gateway", "openclaw-panel"]


class Fleet(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.nodes = [Node(name, guests) for name, guests in zip(("hk1", "hk2"), GUESTS)]
        for node in cls.nodes:
            cls.addClassCleanup(node.down)
        # One after the other where the base has to be made, then side by side.
        for node in cls.nodes:
            node.up()
        cls.ansible = Ansible(cls.folder.name)
        cls.addClassCleanup(cls.ansible.close)
        cls.ansible.inventory(cls.nodes)
        cls.hosts = [f"{node.name}-{101 + n}" for node in cls.nodes for n in range(node.guests)]
        cls.tag = cls.nodes[0].env["LAB_PANEL_TAG"]

    def typed(self, name, *more):
        """The README's line, with the lab's panel."""
        words = [re.sub(r"^undock_panel_tag=.*", f"undock_panel_tag={self.tag}", word) for word in readme()[name]]
        return [*words, *more]

    def play(self, name, *more, code=0):
        return self.ansible.do(*self.typed(name, *more), code=code)

    def phases(self):
        told = self.listed()
        return {host: told["_meta"]["hostvars"][host]["undock_phase"] for host in self.hosts}

    def listed(self):
        said = self.ansible.do("ansible-inventory", "-i", "fleet.undock_nodes.yml", "--list")
        return json.loads(said[said.index("{"):])

    def watch_slots(self, over):
        while not over.wait(2):
            for node in self.nodes:
                self.most = max(self.most, node.cards())

    def test_a_fleet(self):
        first, second = self.nodes
        a, b = f"{first.name}-101", f"{second.name}-101"

        # The inventory, from the tarball that README installs.
        self.ansible.do(*(word.replace("build/", str(self.ansible.folder / "build") + "/") for word in readme()["ansible-galaxy"]))
        graph = self.play("ansible-inventory")
        for word in ("@node_hk1", "@node_hk2", "@phase_none", a, b):
            self.assertIn(word, graph)
        self.assertEqual(sorted(self.listed()["undock_vms"]["hosts"]), sorted(self.hosts))

        report = self.play("scan")
        self.assertIn(f"{a}: scanned", report)
        self.assertEqual(set(self.phases().values()), {"scanned"})
        for node in self.nodes:
            self.assertEqual(node.containers(101), BOTH)

        # Migrated with six forks, killed once Docker is stopped somewhere, and run again.
        self.most, over = 0, threading.Event()
        watcher = threading.Thread(target=self.watch_slots, args=(over,))
        watcher.start()
        try:
            migrate = self.typed("migrate", "--forks", "6", "-e", "undock_canary=1" if FULL else "undock_canary=2")
            killed = self.ansible.start(*migrate)
            wait_for(lambda: '"step":"d-install"' in self.ansible.journals() or killed.poll() is not None, "a VM whose Docker is stopped")
            self.assertIsNone(killed.poll(), "it ended before it could be killed")
            self.ansible.kill(killed)
            self.ansible.end(killed)
            wait_for(lambda: not self.ansible.programs(), "the end of the programs that the killed play had started", 60)
            said = self.ansible.do(*migrate)
        finally:
            over.set()
            watcher.join()
        self.assertEqual(set(self.phases().values()), {"awaiting-user"}, said[-3000:])
        self.assertLessEqual(self.most, SLOTS)
        self.assertGreater(self.most, 0)
        for node in self.nodes:
            self.assertEqual(node.direct(101), ["active", "active"])
        self.assertEqual(set(self.ansible.changed(self.ansible.do(*migrate)).values()), {0}, "nothing is left to do")

        # Deleted is what a user has accepted, and nothing while an acceptance fails anywhere.
        (self.ansible.folder / "accepted.yml").write_text(json.dumps({"accepted": {host: {"by": "Li Lei", "tried": "old chat"} for host in (a, b)}}))
        self.assertEqual({host: n for host, n in self.ansible.changed(self.play("accept")).items() if n}, {a: 1, b: 1})
        self.assertEqual(set(self.ansible.changed(self.play("accept")).values()), {0})
        second.lab("break", 101, "nginx")
        said = self.play("delete", "--limit", b, code=2)
        self.assertIn("acceptance-failed", said)
        said = self.play("delete", "--limit", a, code=2)
        self.assertIn("no-hold-anywhere", said)
        self.assertEqual([node.containers(101) for node in self.nodes], [[], []], "stopped, as the migration left them")
        second.lab("fix", 101, "nginx")

        # Back with the one, and the other's Docker is deleted.
        back = ["ansible-playbook", "-i", "fleet.undock_nodes.yml", "openclaw.undock.rollback", "-e", f"undock_targets={b}", "-e", "undock_reason=nginx"]
        self.assertEqual(self.ansible.changed(self.ansible.do(*back))[b], 1)
        self.assertEqual(second.containers(101), BOTH)
        self.assertEqual(self.ansible.changed(self.ansible.do(*back))[b], 0)
        # A hold ends by a person's word, also when its VM was rolled back.
        self.assertIn("no-hold-anywhere", self.play("delete", code=2))
        self.ansible.do(self.ansible.calls / "openclaw-undock-cli", "holds", "release", "--node", second.env["LAB_NODE"], "--vmid", "101", "--known-hosts",
                        "known_hosts", "--operator", "tester", "--reason", "rolled back", "--json", "--non-interactive")
        self.assertEqual(self.ansible.changed(self.play("delete"))[a], 1)
        self.assertEqual(first.lab("exec", 101, "--", "docker", "ps", "-aq").split(), [])
        self.assertEqual(first.direct(101), ["active", "active"])
        again = ["ansible-playbook", "-i", "fleet.undock_nodes.yml", "openclaw.undock.delete", "-e", f"undock_targets={a}"]
        self.assertEqual(self.ansible.changed(self.ansible.do(*again))[a], 0)
        self.assertEqual(self.ansible.changed(self.play("migrate", "--limit", a))[a], 0, "the VM itself says that it is moved")
        phases = self.phases()
        self.assertEqual((phases[a], phases[b]), ("deleted", "rolled-back"))

        self.play("records")
        self.assertEqual(len(list((self.ansible.folder / "records").rglob("*.zip"))), len(self.hosts))

    @classmethod
    def tearDownClass(cls):
        calls = cls.ansible.recorded()
        for call in calls:
            contract.held("\n".join(call["lines"]))
        if os.environ.get("UNDOCK_RECORD"):
            keep(calls, cls.nodes, cls.ansible)


def keep(calls, nodes, ansible):
    """The first of each kind, with what names this machine replaced."""
    import record_cli
    words = {str(ansible.data): "/desk", str(ansible.folder): "/desk"}
    for number, node in enumerate(nodes, 1):
        words[node.env["LAB_NODE"]] = f"root@node-{number}.example"
        words[node.env["LAB_NODE"].partition("@")[2]] = f"node-{number}.example"
    kept = set()
    for call in calls:
        name = "-".join(filter(None, ["lab", call["words"][0], end_of(call)]))
        if call["words"][0] in ("status", "plan") or name in kept or (call["words"][0] == "discover" and not call["lines"][1:]):
            continue
        kept.add(name)
        text = json.dumps([call["words"], call["lines"]], ensure_ascii=False)
        for word, other in words.items():
            text = text.replace(word, other)
        if left := re.findall(r"\b(?:198\.1[89]|192\.168)\.[0-9.]+", text):
            raise AssertionError(f"{name}: this is left in it: {left}")
        said, lines = json.loads(text)
        lines = [json.loads(re.sub(r'"program":"[^"]*"', '"program":"0.0.0"', line, count=1)) for line in lines]
        record_cli.write(name, said, call["code"], lines)


def end_of(call):
    lines = [json.loads(line) for line in call["lines"]]
    unchanged = [line for line in lines if line["event"] == "unchanged"]
    ended = [line for line in lines if line["event"] == "task-ended"]
    return "unchanged" if unchanged else ended[-1].get("error", {}).get("code", "") if ended else ""


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[str(Path(__file__))] + sys.argv[1:])
