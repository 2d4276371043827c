#!/usr/bin/python
# MIT license, see LICENSE of OpenClaw Undock.

from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: undock_vm
short_description: Move OpenClaw on a VM of a Proxmox node out of Docker
version_added: "0.1.0"
description:
  - Brings one VM to a state by C(openclaw-undock-cli), which runs where this module runs - on the controller, with C(ansible_connection=local)
    or C(delegate_to=localhost). The VM is reached through its node only.
  - Can be called again at any time. What is there already is left alone; what was interrupted goes on where it stands.
  - A node works on three VMs at a time, whoever asks; the others wait, see I(patience). A failed acceptance keeps Docker from being deleted
    on every node that this data folder ever worked with.
  - No option takes a secret. Use an SSH agent, or a key file without a passphrase that only its owner can read. The host keys of the nodes
    have to be in I(known_hosts) beforehand.
options:
  state:
    description:
      - C(scanned) looks at the VM and changes nothing (stage A).
      - C(migrated) carries out the stages A to H. A VM whose run is rolled back is moved anew.
      - C(accepted) records the user's acceptance. It wants I(accepted_by).
      - C(docker_deleted) deletes Docker's containers (stage I), if every condition holds; otherwise it fails with the missing condition.
      - C(rolled_back) brings Docker's version back.
    type: str
    required: true
    choices: [scanned, migrated, accepted, docker_deleted, rolled_back]
  node:
    description: The Proxmox node, as C(user@host[:port]).
    type: str
    required: true
  vmid:
    description: The VM's number on the node.
    type: int
    required: true
  ip:
    description: The VM's private address, where the node does not tell it.
    type: str
  panel_tag:
    description: The panel's release tag, where it is not the program's own.
    type: str
  panel_repo:
    description: The panel's repository, C(owner/name).
    type: str
  openclaw_version:
    description: The version to install. C(same) is the one that the container runs, which is also the default.
    type: str
  gateway_mode:
    description: C(gateway.mode) where the configuration has none.
    type: str
    choices: [local, remote]
  order:
    description: C(early) prepares before the stop, for a shorter outage.
    type: str
    choices: [procedure, early]
  installer_url:
    description: Where OpenClaw's installer comes from. Never shown, because an address may carry a login.
    type: str
  panel_source:
    description: Base address of the panel's release API. Never shown, because an address may carry a login.
    type: str
  npm_registry:
    description: The package registry. Never shown, because an address may carry a login.
    type: str
  installer_sha256:
    description: What the installer's bytes must sum to.
    type: str
  panel_sha256:
    description: What the panel's tarball must sum to.
    type: str
  steady_seconds:
    description: How long services must hold, 4 to 300.
    type: int
  least_free:
    description: Free space in MiB below which the acceptance warns.
    type: int
  operator:
    description: Who does this, for the record. The login name of the controller's user by default.
    type: str
  ack:
    description: Codes of warnings that are accepted by name.
    type: list
    elements: str
  read:
    description: The procedure's files and the VM's earlier record were read. Without it a migration that has something to be read fails.
    type: bool
    default: false
  procedure:
    description: The operator's own procedure file.
    type: path
  baseline:
    description: The baseline document.
    type: path
  ledger:
    description: The operator's table of VMs and ports, a path here or C(node:/path).
    type: str
  accepted_by:
    description: The name of the user who accepted. Needed for C(accepted).
    type: str
  accepted_note:
    description: What the user said.
    type: str
  accepted_tried:
    description: What the user tried.
    type: str
  reason:
    description: Why it is rolled back, for the record.
    type: str
  patience:
    description: How many seconds to wait for a free slot of the node, for a VM or a run that somebody works on, or for a node that
      does not answer.
    type: int
    default: 7200
  attempts:
    description: How often to ask what became of a step whose link was lost, before the task fails as unknown.
    type: int
    default: 3
  timeout:
    description: Stop the program after this many seconds. The VM ends its step all the same. Without it there is no limit.
    type: int
  identity:
    description: Private key file, offered alone; otherwise the agent and the usual files.
    type: path
  known_hosts:
    description: Known hosts file, C(~/.ssh/known_hosts) by default.
    type: path
  jump:
    description: Host to go through, C(user@host[:port]).
    type: str
  data_dir:
    description: Where runs and their journals are kept. One folder for all nodes, because a deletion asks every node that it knows for holds.
    type: path
  records:
    description: Folder for the records.
    type: path
  record_language:
    description: Language of the records.
    type: str
    choices: [zh, en]
  cli:
    description: The program.
    type: str
    default: openclaw-undock-cli
attributes:
  check_mode:
    description: Says what would be done and whether the run's journal has something against it. Nobody is asked and nothing is written.
      With C(--diff) and C(state=migrated) the VM is scanned, which reads only, so that both configurations' changes can be shown.
    support: full
  diff_mode:
    description: The changes in C(openclaw.json) and C(panel.config.json), without secrets, with C(state=migrated).
    support: full
author:
  - OpenClaw Undock authors (@openclaw)
"""

EXAMPLES = r"""
- name: Move the VM
  openclaw.undock.undock_vm:
    state: migrated
    node: root@192.0.2.10
    vmid: 102
    panel_tag: v2026.02.20-r4
    read: true
  delegate_to: localhost

- name: The user has tried it
  openclaw.undock.undock_vm:
    state: accepted
    node: root@192.0.2.10
    vmid: 102
    accepted_by: Li Lei
    accepted_tried: old chat, new message, panel
  delegate_to: localhost

- name: Delete Docker's containers, if every condition holds
  openclaw.undock.undock_vm:
    state: docker_deleted
    node: root@192.0.2.10
    vmid: 102
  delegate_to: localhost
"""

RETURN = r"""
phase:
  description: Where the VM's newest run stands; C(none) where this desk has none.
  returned: always
  type: str
  sample: awaiting-user
run:
  description: The run's id.
  returned: always
  type: str
outage_ms:
  description: How long the gateway was silent, in milliseconds; null where nothing was stopped.
  returned: always
  type: int
checks:
  description: The rows of the acceptance, where this call ran it.
  returned: always
  type: list
  elements: dict
record:
  description: Path of the record that this call wrote.
  returned: always
  type: str
reason:
  description: Why it failed or was refused - its code, what happened, and where.
  returned: always
  type: dict
cure:
  description: What to do about it.
  returned: always
  type: str
outcome:
  description: How the program ended - succeeded, unchanged, failed, bad-input, unknown, refused, waits; empty where it was not called.
  returned: always
  type: str
steps:
  description: The steps that lie ahead.
  returned: in check mode
  type: list
  elements: str
asked_then:
  description: What is known only when it is done.
  returned: in check mode
  type: list
  elements: str
ansible_facts:
  description: The same under C(undock_vm), for later tasks.
  returned: always
  type: dict
"""

import time  # noqa: E402

from ansible.module_utils.basic import AnsibleModule  # noqa: E402
from ansible_collections.openclaw.undock.plugins.module_utils import undock_cli as cli  # noqa: E402

DESK = ("identity", "known_hosts", "jump", "data_dir", "records", "record_language", "ledger", "operator")
PLAN = ("ip", "panel_tag", "panel_repo", "openclaw_version", "gateway_mode", "order", "installer_url", "panel_source", "npm_registry",
        "installer_sha256", "panel_sha256", "steady_seconds", "least_free", "procedure", "baseline", "read", "ack")
VERBS = {"scanned": "scan", "migrated": "migrate", "accepted": "accept", "docker_deleted": "delete-docker", "rolled_back": "rollback"}
OUTCOMES = {cli.SUCCEEDED: "succeeded", cli.FAILED: "failed", cli.BAD_INPUT: "bad-input", cli.UNKNOWN: "unknown", cli.REFUSED: "refused",
            cli.WAITS: "waits"}
NONE = "none"
PAUSE_SECONDS = 2
# A scan of a VM that was moved, or is being moved, would tell nothing that its run does not know.
BEYOND_SCAN = ("under-way", "acceptance-failed", "awaiting-user", "accepted", "deleting", "deleted", "rolling-back", "rolled-back", "rollback-failed")


class Vm(object):
    def __init__(self, module):
        self.module, self.given = module, module.params
        self.result = {"changed": False, "phase": NONE, "run": "", "outage_ms": None, "checks": [], "record": "", "outcome": "",
                       "reason": {"code": "", "what": "", "where": ""}, "cure": ""}

    # -- the program --

    def call(self, *words):
        try:
            return cli.call(self.given["cli"], words, self.given["timeout"])
        except cli.CliError as error:
            self.result["reason"] = {"code": "program", "what": str(error), "where": self.given["cli"]}
            self.end("%s: %s" % (self.given["cli"], error))

    def words(self, verb, *more):
        words = [verb, "--node", self.given["node"], "--vmid", self.given["vmid"]] + cli.options(self.given, DESK) + list(more)
        if verb in ("scan", "migrate", "plan"):
            words += cli.options(self.given, PLAN)
        elif verb != "accept":
            words += cli.options(self.given, ("ack",))
        if verb == "accept":
            words += ["--by", self.given["accepted_by"]]
            words += cli.options({"note": self.given["accepted_note"], "tried": self.given["accepted_tried"]}, ("note", "tried"))
        if verb == "rollback":
            words += cli.options(self.given, ("reason",))
        if "--check" not in more:
            words += ["--patience", self.given["patience"]]
        return words

    def look(self):
        """Where the newest run of this VM stands, by this desk."""
        answer = self.call("status", "--vmid", self.given["vmid"], *cli.options(self.given, ("data_dir",)))
        if answer.code != cli.SUCCEEDED:
            self.tell(answer)
            self.end()
        ours = [line for line in answer.named("run") if cli.same_node(line["node"], self.given["node"])]
        newest = max(ours, key=lambda line: line["started"]) if ours else {"phase": NONE, "run": "", "stages": ""}
        self.result["phase"], self.result["run"] = newest["phase"], newest["run"]
        self.result["outage_ms"] = newest.get("outage_ms")
        return newest

    def tell(self, answer):
        """What an answer says, into the result."""
        self.result["outcome"] = "unchanged" if answer.named("unchanged") else OUTCOMES.get(answer.code, "unknown")
        self.result["checks"] = answer.last("acceptance").get("rows", [])
        self.result["record"] = answer.last("record").get("path", "")
        if answer.code != cli.SUCCEEDED:
            error = answer.error
            self.result["reason"] = {"code": error["code"], "what": error["what"], "where": error["where"]}
            self.result["cure"] = error["cure"]

    def end(self, message=None):
        facts = {key: self.result[key] for key in ("phase", "run", "outage_ms", "record", "outcome", "reason", "cure")}
        self.result["ansible_facts"] = {"undock_vm": facts}
        reason = self.result["reason"]
        if message is None and reason["code"]:
            message = "%s (%s): %s" % (reason["code"], self.result["outcome"], reason["what"])
        if message:
            self.module.fail_json(msg=message, **self.result)
        self.module.exit_json(**self.result)

    # -- the states --

    def needless(self, newest):
        """True where the state asks for nothing that the program would have to be asked."""
        state, stages = self.given["state"], newest.get("stages", "")
        if state == "scanned":
            return newest["phase"] in BEYOND_SCAN or (newest["phase"] == "failed" and stages[1:].strip(".") != "")
        # Docker's version is what there is.
        return state == "rolled_back" and newest["phase"] == NONE

    def foresee(self, newest):
        """Check mode."""
        state = self.given["state"]
        if state == "scanned":
            self.end()
        if state == "migrated" and self.module._diff and newest["phase"] in (NONE, "created", "scanned"):
            answer = self.call(*self.words("plan"))
            self.result["diff"] = differences(answer)
            self.result["steps"] = [line["step"] for line in answer.named("planned-step")]
            self.result["changed"] = answer.code == cli.SUCCEEDED
        else:
            if state == "migrated" and newest["phase"] == "deleted":
                self.result["outcome"] = "unchanged"
                self.end()
            answer = self.call(*self.words(VERBS[state], "--check"))
            would = answer.last("would")
            self.result["steps"], self.result["asked_then"] = would.get("steps", []), would.get("asked_then", [])
            codes = [reason["code"] for reason in would.get("reasons", [])]
            if codes in (["already-rolled-back"], ["not-deleted-yet"]):
                self.result["outcome"] = "unchanged"
                self.end()
            self.result["changed"] = bool(would.get("may"))
        self.tell(answer)
        self.end()

    def call_in_turn(self, *words):
        """A play that was killed may have left a program at work on this run: it ends with its step, and is waited for."""
        over = time.time() + self.given["patience"]
        while True:
            answer = self.call(*words)
            if answer.code != cli.REFUSED or answer.error["code"] != "journal-in-use" or time.time() >= over:
                return answer
            time.sleep(PAUSE_SECONDS)

    def carry_out(self, newest):
        verb = VERBS[self.given["state"]]
        answer = self.call_in_turn(*self.words(verb))
        for _again in range(self.given["attempts"] - 1):
            # Begun and the link lost: only the VM knows. A node that was not reached at all has used up the patience.
            if answer.code != cli.UNKNOWN or not answer.named("unknown"):
                break
            answer = self.call_in_turn(*self.words(verb))
        self.look()
        self.tell(answer)
        before = (newest["phase"], newest["run"])
        after = (self.result["phase"], self.result["run"])
        self.result["changed"] = self.given["state"] != "scanned" and not answer.named("unchanged") and (
            before != after or (answer.code == cli.SUCCEEDED and self.given["state"] == "accepted"))
        if self.given["state"] == "migrated" and self.module._diff and self.result["changed"] and answer.code == cli.SUCCEEDED:
            self.result["diff"] = differences(self.call(*self.words("plan")))
        self.end()


def differences(answer):
    told = []
    for line in answer.named("config-diff"):
        data = line["data"]
        sides = {side: "".join("%s: %s\n" % (change["pointer"], change[side]) for change in data["changes"]) for side in ("before", "after")}
        told.append({"before_header": data["file"], "after_header": data["file"], "before": sides["before"], "after": sides["after"]})
    return told


def argument_spec():
    words = {name: {"type": "str"} for name in (
        "ip", "panel_tag", "panel_repo", "openclaw_version", "installer_sha256", "panel_sha256", "operator", "ledger", "accepted_by", "accepted_note",
        "accepted_tried", "reason", "jump")}
    addresses = {name: {"type": "str", "no_log": True} for name in ("installer_url", "panel_source", "npm_registry")}
    paths = {name: {"type": "path"} for name in ("procedure", "baseline", "identity", "known_hosts", "data_dir", "records")}
    spec = dict(
        state={"type": "str", "required": True, "choices": list(VERBS)},
        node={"type": "str", "required": True},
        vmid={"type": "int", "required": True},
        gateway_mode={"type": "str", "choices": ["local", "remote"]},
        order={"type": "str", "choices": ["procedure", "early"]},
        steady_seconds={"type": "int"},
        least_free={"type": "int"},
        ack={"type": "list", "elements": "str"},
        read={"type": "bool", "default": False},
        patience={"type": "int", "default": 7200},
        attempts={"type": "int", "default": 3},
        timeout={"type": "int"},
        record_language={"type": "str", "choices": ["zh", "en"]},
        cli={"type": "str", "default": "openclaw-undock-cli"},
    )
    for more in (words, addresses, paths):
        spec.update(more)
    return spec


def main():
    module = AnsibleModule(argument_spec=argument_spec(), supports_check_mode=True, required_if=[("state", "accepted", ["accepted_by"])])
    vm = Vm(module)
    newest = vm.look()
    if vm.needless(newest):
        vm.result["outcome"] = "unchanged"
        vm.end()
    if module.check_mode:
        vm.foresee(newest)
    vm.carry_out(newest)


if __name__ == "__main__":
    main()
