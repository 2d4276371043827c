"""The guest's firewall as lines that a person can read, without what Docker makes for its containers.

iptables (both backends) and nftables, 26 to 29 of Docker. A line is (place, text, kind), see line_difference.
"""

import ipaddress
import json
import os
import re

import containers
import line_difference
from line_difference import ITSELF, LINE, Unread
from scan_tools import read, run, which

# What these change, they change by themselves: bans that come and go, peers, services of a cluster.
DAEMONS = (r"f2b-|fail2ban|ts-|tailscale|KUBE|kube|cali-|cilium|CILIUM|FLANNEL|flannel|CNI-|NETAVARK|netavark|PODMAN|podman"
           r"|LIBVIRT|libvirt|sshguard|crowdsec|CROWDSEC|WEAVE|MINIUPNPD|miniupnpd|incus|lxd|lxc")
OF_DAEMON = re.compile(rf"(?:{DAEMONS})")
TARGET_OF_DAEMON = re.compile(rf" (?:-j|-g|--match-set) (?:{DAEMONS})|\b(?:jump|goto) (?:{DAEMONS})|@(?:{DAEMONS})")
IPTABLES_TABLES = ("filter", "nat", "mangle", "raw", "security")
COUNTERS = re.compile(r"\s*\[[0-9]+:[0-9]+\]\s*")
OWN_NAME = "com.docker.network.bridge.name"
FILES = ("/etc/nftables.conf", "/etc/nftables.d/*", "/etc/iptables/rules.v4", "/etc/iptables/rules.v6",
         "/etc/ufw/*.rules", "/etc/ufw/ufw.conf")
USUAL_BRIDGES = re.compile(r"br-[0-9a-f]{12}\Z|docker0\Z|docker_gwbridge\Z")


class Docker:
    """The bridges, subnets and published ports that Docker says it has; what it writes for them is its own."""

    def __init__(self, bridges=(), subnets=(), ports=(), known=True):
        self.bridges, self.subnets, self.ports, self.known = set(bridges), set(subnets), set(ports), known

    def both(self, other):
        return Docker(self.bridges | other.bridges, self.subnets | other.subnets, self.ports | other.ports, self.known and other.known)

    def as_json(self):
        return {"bridges": sorted(self.bridges), "subnets": sorted(self.subnets), "ports": sorted(self.ports), "known": self.known}

    @classmethod
    def of_json(cls, value):
        return cls(value.get("bridges", ()), value.get("subnets", ()), value.get("ports", ()), bool(value.get("known")))

    def is_bridge(self, name):
        # Where Docker could not be asked, its usual names are all that can be gone by.
        return name in self.bridges or (not self.known and bool(USUAL_BRIDGES.match(name)))

    def is_subnet(self, text):
        return text in self.subnets or not self.known

    def has_address(self, text):
        """Is the address (with or without a length) inside one of Docker's subnets?"""
        try:
            one = ipaddress.ip_network(text, strict=False)
            return not self.known or any(one.version == net.version and one.subnet_of(net)
                                         for net in map(ipaddress.ip_network, self.subnets))
        except ValueError:
            return False


def docker_now():
    """What Docker has now; known is False when it cannot be asked (it is asked for names, not guessed at)."""
    if not which("docker"):
        return Docker()
    found = Docker()
    try:
        for network in networks():
            if network.get("Driver") not in ("bridge", "overlay"):
                continue
            found.bridges.add((network.get("Options") or {}).get(OWN_NAME) or "br-" + network["Id"][:12])
            found.subnets.update(part["Subnet"] for part in (network.get("IPAM") or {}).get("Config") or [] if part.get("Subnet"))
        for container in containers.everything():
            for bindings in (*(container["HostConfig"].get("PortBindings") or {}).values(),
                             *((container.get("NetworkSettings") or {}).get("Ports") or {}).values()):
                found.ports.update(one["HostPort"] for one in bindings or [] if one.get("HostPort"))
    except (containers.Unanswered, ValueError, KeyError, TypeError):
        return Docker(known=False)
    return found


def networks():
    listed = containers.docker("network", "ls", "--no-trunc", "--quiet")
    if listed.returncode:
        raise containers.Unanswered(listed.stderr.decode("utf-8", "replace"))
    names = listed.stdout.decode("ascii", "replace").split()
    # One that went meanwhile ends the call, not the others.
    return json.loads(containers.docker("network", "inspect", "--", *names).stdout or b"[]") if names else []


def option(words, name):
    """The value after an option, "! " before it when it is turned round; "" when it is not there."""
    if name not in words[:-1]:
        return ""
    at = words.index(name)
    return ("! " if at and words[at - 1] == "!" else "") + words[at + 1]


def docker_made(table, chain, rule, docker):
    """Is this rule (or, with an empty one, this chain) of Docker's own making?"""
    if re.match(r"DOCKER(?:-|\Z)", chain):
        # The one chain that Docker leaves to people; it puts no more than the last line into it.
        return chain != "DOCKER-USER" or rule in ("", "-A DOCKER-USER -j RETURN")
    words = rule.split()
    target = option(words, "-j")
    if target == "DOCKER-USER":
        return chain == "FORWARD" and words == ["-A", "FORWARD", "-j", target]
    if re.match(r"DOCKER(?:-|\Z)", target):
        return True
    came, goes, source, destination = (option(words, name) for name in ("-i", "-o", "-s", "-d"))
    if table == "nat" and chain == "POSTROUTING" and target in ("MASQUERADE", "SNAT"):
        if docker.is_bridge(goes.removeprefix("! ")):
            return (goes.startswith("! ") and docker.is_subnet(source)) or option(words, "--src-type") == "LOCAL"
        return bool(source) and source == destination and docker.has_address(source)
    if table == "raw" and chain == "PREROUTING" and target == "DROP" and came.startswith("! "):
        if came == "! lo":
            return destination in ("127.0.0.1/32", "127.0.0.0/8", "::1/128") and (option(words, "--dport") in docker.ports or not docker.known)
        return docker.is_bridge(came[2:]) and docker.has_address(destination)
    if table == "filter" and chain == "FORWARD" and (came or goes):
        known = [docker.is_bridge(name.removeprefix("! ")) for name in (came, goes) if name]
        rest = [word for word in words[2:] if word not in ("-i", "-o", "!", came.removeprefix("! "), goes.removeprefix("! "))]
        return all(known) and rest in (["-j", "ACCEPT"], ["-j", "DROP"], ["-m", "conntrack", "--ctstate", "RELATED,ESTABLISHED", "-j", "ACCEPT"])
    return False


def docker_made_nft(table, chain, rule, docker):
    """The same where iptables cannot show a table, because somebody wrote into it by nft: Docker's rules as nft tells them."""
    if re.match(r"DOCKER(?:-|\Z)", chain):
        return chain != "DOCKER-USER" or rule in ("is there", "counter return", "return")
    if re.search(r"\b(?:jump|goto) DOCKER", rule):
        return "DOCKER-USER" not in rule or chain == "FORWARD"
    ends = re.findall(r'\b([io]ifname) (!= )?"([^"]+)"', rule)
    bridges = [docker.is_bridge(name) for _, _, name in ends]
    rest = re.sub(r'[io]ifname (?:!= )?"[^"]+"|counter|fib daddr type local|xt (?:match|target) "[^"]*"|#.*', "", rule).split()
    if table == "nat" and chain == "POSTROUTING" and rest and rest[-1] == "masquerade":
        source = re.search(r"ip6? saddr (\S+)", rule)
        return any(bridges) or bool(source and f"daddr {source[1]}" in rule and docker.has_address(source[1]))
    if table == "raw" and chain == "PREROUTING" and rest and rest[-1] == "drop" and len(ends) == 1 and ends[0][1]:
        port = re.search(r"dport (\d+)", rule)
        loopback = re.search(r"daddr (?:127\.0\.0\.\d+|::1)\b", rule)
        return bridges[0] or bool(ends[0][2] == "lo" and loopback and (not port or port[1] in docker.ports or not docker.known))
    if table == "filter" and chain == "FORWARD" and ends and all(bridges):
        return rest in (["accept"], ["drop"], ["ct", "state", "related,established", "accept"], ["ct", "state", "established,related", "accept"])
    return False


def kind_of(place, text):
    return ITSELF if OF_DAEMON.match(place) or TARGET_OF_DAEMON.search(" " + text) else LINE


def saved(listing, tool):
    """(lines, tables that the tool could not show) of an iptables-save listing."""
    lines, unshown, table = [], [], ""
    for line in listing.decode("utf-8", "backslashreplace").splitlines():
        incompatible = re.match(r"# Table `(\w+)' is incompatible", line)
        if incompatible:
            unshown.append(incompatible[1])
        line = COUNTERS.sub(" ", line).strip()
        if line.startswith("*"):
            table = line[1:]
        elif line.startswith(":"):
            chain, policy = (line[1:].split() + [""])[:2]
            # A chain of the kernel's own that accepts is there or not with the table, and says nothing.
            if policy != "ACCEPT":
                lines.append((f"{tool} {table} {chain}", "chain" if policy == "-" else f"policy {policy}", kind_of(chain, "")))
        elif line.startswith("-A "):
            chain = line.split()[1]
            lines.append((f"{tool} {table} {chain}", line, kind_of(chain, line)))
    return lines, unshown


def without_docker(lines, docker):
    """The lines that are not Docker's own; those of files and of nftables pass."""
    kept = []
    for place, text, kind in lines:
        words = place.split()
        if len(words) == 3 and words[0] in ("iptables", "ip6tables", "iptables-legacy", "ip6tables-legacy"):
            if docker_made(words[1], words[2], text if text.startswith("-A ") else "", docker):
                continue
        if len(words) == 4 and words[0] == "nft" and words[1] in ("ip", "ip6") and words[2] in IPTABLES_TABLES:
            if docker_made_nft(words[2], words[3], text, docker):
                continue
        kept.append((place, text, kind))
    return kept


def elements(text):
    """Of a set's list: one each, without what counts down by itself."""
    inside = text[text.index("{") + 1:].rpartition("}")[0]
    return sorted(re.sub(r" expires \S+| counter packets \d+ bytes \d+", "", part).strip() for part in inside.split(",") if part.strip())


def table_lines(listing):
    """The lines of `nft list table`, each with the chain or set that it is in."""
    lines, inside, pending, changing = [], [], "", set()
    for raw in listing.decode("utf-8", "backslashreplace").splitlines():
        line = " ".join(raw.split())
        if pending or line.startswith("elements = {"):
            pending = f"{pending} {line}".strip()
            if "}" not in line:
                continue
            place = " ".join(inside)
            kind = ITSELF if place in changing or kind_of(inside[-1].split()[-1], "") == ITSELF else LINE
            lines += [(place, one, kind) for one in elements(pending)]
            pending = ""
        elif not line or line.startswith("#"):
            continue
        elif line.endswith("{"):
            name = line[:-1].strip().removeprefix("chain ")
            inside.append("nft " + name.removeprefix("table ") if not inside else name)
            lines.append((" ".join(inside), "is there", LINE))
        elif line == "}":
            if inside:
                inside.pop()
        else:
            place = " ".join(inside)
            if re.match(r"flags .*\b(?:dynamic|timeout)\b", line):
                changing.add(place)
            line = re.sub(r"counter packets \d+ bytes \d+", "counter", line)
            lines.append((place, line, LINE))
    return [(place, text, ITSELF if any(OF_DAEMON.match(word) for word in place.split()[2:]) else kind_of("", text) if kind == LINE else kind)
            for place, text, kind in lines]


def nft_lines(unshown):
    """What nftables holds beside iptables' tables. unshown: {family: tables that iptables-save could not show}."""
    if not which("nft"):
        return []
    code, listing = run("nft", "list", "tables")
    if code:
        raise Unread("nft list tables")
    lines = []
    for words in map(str.split, listing.decode("utf-8", "backslashreplace").splitlines()):
        if len(words) != 3:
            continue
        _, family, name = words
        if name == "docker-bridges":
            continue  # of Docker 29, for nothing but its containers
        # Those of iptables' own making stand above already; one of the same name in another family does not.
        if family in unshown and name in IPTABLES_TABLES and name not in unshown[family]:
            continue
        code, listing = run("nft", "-s", "list", "table", family, name)
        if code:
            raise Unread(f"nft list table {family} {name}")
        lines += table_lines(listing)
    return lines


def persistent():
    """What is loaded at the next boot."""
    lines = []
    for path in line_difference.paths(FILES):
        content = read(path, 1 << 20)
        if path.endswith((".v4", ".v6")):
            lines += [(f"{path}", text, kind) for place, text, kind in
                      without_docker(saved(content, "iptables")[0], Docker(known=False)) for text in [f"{place.split()[1]} {text}"]]
        else:
            lines += line_difference.lines_of(path, content)
    return lines


def now():
    """All of it, Docker's own rules still in it."""
    lines, unshown = [], {}
    for tool, family in (("iptables", "ip"), ("ip6tables", "ip6")):
        if which(f"{tool}-save"):
            code, listing = run(f"{tool}-save")
            if code:
                raise Unread(f"{tool}-save")
            shown, unshown[family] = saved(listing, tool)
            lines += shown
        # Rules of the older kind stand beside; asking where there are none would load the kernel's modules.
        if which(f"{tool}-legacy-save") and read(f"/proc/net/{family}_tables_names").strip():
            code, listing = run(f"{tool}-legacy-save")
            if code:
                raise Unread(f"{tool}-legacy-save")
            older = [(place.replace(tool, f"{tool}-legacy", 1), text, kind) for place, text, kind in saved(listing, tool)[0]]
            lines += [line for line in older if os.path.realpath(which(f"{tool}-save")) != os.path.realpath(which(f"{tool}-legacy-save"))]
    return lines + nft_lines(unshown) + persistent()
