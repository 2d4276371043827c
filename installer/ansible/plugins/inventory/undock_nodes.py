# MIT license, see LICENSE of OpenClaw Undock.

from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
name: undock_nodes
short_description: The VMs of Proxmox nodes, as openclaw-undock-cli finds them
version_added: "0.1.0"
description:
  - Asks each node of a list for its VMs (C(discover)), and this desk for where their runs stand (C(status)).
  - Each VM is a host with C(ansible_connection=local), because the program runs on the controller. Its variables are C(undock_node),
    C(undock_vmid), C(undock_name), C(undock_status), C(undock_ip), C(undock_port_ssh), C(undock_port_panel), C(undock_port_gateway),
    C(undock_problems), C(undock_phase), C(undock_run), C(undock_outage_ms), C(undock_versions), C(undock_findings), and the node's way there
    (C(undock_identity), C(undock_known_hosts), C(undock_jump)).
  - Groups are C(undock_vms), C(node_NAME) and C(phase_PHASE), with C(phase_none) for a VM that no run of this desk knows.
  - What the nodes say is cached, if a cache is configured; where runs stand is asked anew each time.
  - The file's name ends in C(undock_nodes.yml) or C(undock_nodes.yaml).
extends_documentation_fragment:
  - constructed
  - inventory_cache
options:
  plugin:
    description: This plugin's name.
    required: true
    choices: [openclaw.undock.undock_nodes]
  nodes:
    description:
      - The nodes. Each has C(node), as C(user@host[:port]), and may have C(name) (of its group and in front of its VMs' names), C(identity),
        C(jump) and C(vars), a dictionary for its VMs.
      - Before a deletion every node is asked for holds, in the way of the VM whose Docker is to go. A node that only another key file or
        another jump host leads to cannot be asked, which forbids the deletion. Use an agent that holds all keys, if anything is to be deleted.
    type: list
    elements: dict
    required: true
  identity:
    description: Private key file for nodes that name none.
    type: path
  known_hosts:
    description: Known hosts file, one for all nodes.
    type: path
  data_dir:
    description: Where this desk's runs are kept; also a variable of each VM (C(undock_data_dir)).
    type: path
  cli:
    description: The program; also a variable of each VM (C(undock_cli)).
    type: str
    default: openclaw-undock-cli
  unreachable:
    description:
      - What to do about a node that does not answer. C(warn) leaves its VMs out, names it in C(undock_unread_nodes) of the group C(all),
        and warns. C(fail) ends with an error.
    type: str
    choices: [warn, fail]
    default: warn
  timeout:
    description: Seconds that a node may take to answer.
    type: int
    default: 120
"""

EXAMPLES = r"""
# fleet.undock_nodes.yml
plugin: openclaw.undock.undock_nodes
known_hosts: /etc/undock/known_hosts
data_dir: /var/lib/undock
cache: true
cache_plugin: ansible.builtin.jsonfile
cache_connection: /var/cache/undock
nodes:
  - node: root@192.0.2.10
    name: hk1
  - node: root@192.0.2.11
    name: hk2
    vars:
      undock_order: early
"""

import sys  # noqa: E402

from ansible.errors import AnsibleParserError  # noqa: E402
from ansible.plugins.inventory import BaseInventoryPlugin, Cacheable, Constructable  # noqa: E402
from ansible_collections.openclaw.undock.plugins.module_utils import undock_cli as cli  # noqa: E402

TAKEN = ("name", "status", "ip", "port_ssh", "port_panel", "port_gateway", "problems")
WAY = ("identity", "known_hosts", "jump")


def plain(word):
    """As a group's name may be."""
    return "".join(letter if letter.isalnum() else "_" for letter in word)


class InventoryModule(BaseInventoryPlugin, Constructable, Cacheable):
    NAME = "openclaw.undock.undock_nodes"

    def verify_file(self, path):
        return super(InventoryModule, self).verify_file(path) and path.endswith(("undock_nodes.yml", "undock_nodes.yaml"))

    def parse(self, inventory, loader, path, cache=True):
        super(InventoryModule, self).parse(inventory, loader, path, cache)
        self._read_config_data(path)
        nodes = [self.complete(node) for node in self.get_option("nodes")]
        found = self.discovered(nodes, path, cache)
        inventory.add_group("undock_vms")
        runs = self.runs()
        unread = []
        for node in nodes:
            told = found[node["node"]]
            if "error" in told:
                unread.append(node["node"])
                self.display.warning("%s was not read: %s" % (node["node"], told["error"]))
                continue
            for vm in told["vms"]:
                self.add(node, vm, runs)
        inventory.set_variable("all", "undock_unread_nodes", unread)

    def complete(self, given):
        if not given.get("node"):
            raise AnsibleParserError("an entry of nodes has no 'node' (user@host[:port]): %r" % (given,))
        node = {"identity": given.get("identity") or self.get_option("identity"), "known_hosts": self.get_option("known_hosts"),
                "jump": given.get("jump")}
        node["node"] = given["node"]
        node["name"] = given.get("name") or plain(given["node"].rpartition("@")[2])
        node["vars"] = given.get("vars") or {}
        return node

    def discovered(self, nodes, path, cache):
        """node -> {"vms": […]} or {"error": …}. Only what was read is kept in the cache."""
        key = self.get_cache_key(path)
        kept = {}
        if cache and self.get_option("cache"):
            try:
                kept = self._cache[key]
            except KeyError:
                pass
        found = {node["node"]: kept[node["node"]] if node["node"] in kept else self.ask(node) for node in nodes}
        if self.get_option("cache"):
            self._cache[key] = {name: told for name, told in found.items() if "vms" in told}
        return found

    def ask(self, node):
        words = ["discover", "--node", node["node"]] + cli.options(node, WAY)
        try:
            answer = cli.call(self.get_option("cli"), words, self.get_option("timeout"))
        except cli.CliError as error:
            return self.unreached(node, str(error))
        if answer.code != cli.SUCCEEDED:
            return self.unreached(node, "%(code)s: %(what)s (%(cure)s)" % answer.error)
        for notice in answer.named("notice"):
            self.display.warning("%s: %s" % (node["node"], notice["text"]))
        return {"vms": [{field: vm[field] for field in ("vmid",) + TAKEN} for vm in answer.named("vm")]}

    def unreached(self, node, why):
        if self.get_option("unreachable") == "fail":
            raise AnsibleParserError("%s was not read: %s" % (node["node"], why))
        return {"error": why}

    def runs(self):
        """The runs of this desk, oldest first."""
        try:
            answer = cli.call(self.get_option("cli"), ["status"] + cli.options({"data_dir": self.get_option("data_dir")}, ("data_dir",)))
        except cli.CliError as error:
            raise AnsibleParserError("the runs of this desk were not read: %s" % error)
        if answer.code != cli.SUCCEEDED:
            raise AnsibleParserError("the runs of this desk were not read: %(code)s: %(what)s" % answer.error)
        return sorted(answer.named("run"), key=lambda line: line["started"])

    def add(self, node, vm, runs):
        host = "%s-%s" % (node["name"], vm["vmid"])
        variables = {"ansible_connection": "local", "ansible_python_interpreter": sys.executable, "undock_node": node["node"],
                     "undock_vmid": int(vm["vmid"]), "undock_cli": self.get_option("cli")}
        if self.get_option("data_dir"):
            variables["undock_data_dir"] = self.get_option("data_dir")
        variables.update({"undock_" + way: node[way] for way in WAY if node[way]})
        # Whatever a node says stays text: nothing of it is a template.
        from ansible.utils.unsafe_proxy import wrap_var
        variables.update({"undock_" + field: wrap_var(vm[field]) for field in TAKEN})
        run = {}
        for line in runs:
            if line["vmid"] == vm["vmid"] and cli.same_node(line["node"], node["node"]):
                run = line
        phase = run.get("phase", "none")
        variables.update(undock_phase=phase, undock_run=run.get("run", ""), undock_outage_ms=run.get("outage_ms"),
                         undock_versions=wrap_var(run.get("versions", {})), undock_findings=wrap_var(run.get("findings", [])))
        variables.update(node["vars"])
        self.inventory.add_host(host, group="undock_vms")
        for group in ("node_" + plain(node["name"]), "phase_" + plain(phase)):
            self.inventory.add_group(group)
            self.inventory.add_child(group, host)
        for name, value in variables.items():
            self.inventory.set_variable(host, name, value)
        strict = self.get_option("strict")
        self._set_composite_vars(self.get_option("compose"), variables, host, strict=strict)
        self._add_host_to_composed_groups(self.get_option("groups"), variables, host, strict=strict)
        self._add_host_to_keyed_groups(self.get_option("keyed_groups"), variables, host, strict=strict)
