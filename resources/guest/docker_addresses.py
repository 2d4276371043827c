"""Addresses that mean something only inside Docker, and what leads to the same place from the guest itself.

Docker's own name server knows services, aliases and containers of the gateway's networks; /etc/hosts in the
container what `extra_hosts` says; and Docker's subnets end with its networks. A direct gateway has none of these.
"""

import ipaddress
import json
import re
import socket

import layout
import processes
import step_io

KEPT = "direct_addresses"
LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
INTERNAL = re.compile(r"(?:\w+\.)*docker\.internal\Z")
DEFAULT = {"http": 80, "ws": 80, "https": 443, "wss": 443, "postgres": 5432, "postgresql": 5432, "redis": 6379, "mongodb": 27017,
           "mysql": 3306, "amqp": 5672, "socks5": 1080, "socks5h": 1080, "socks": 1080, "grpc": 443, "mqtt": 1883, "nats": 4222}
ENCRYPTED = ("https", "wss", "rediss", "grpcs")
URL = re.compile(r"\b([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/@\s\"'<>]*@)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_][A-Za-z0-9_.-]*)(?::([0-9]{1,5}))?(?=[/?#,;\s\"'<>)\]]|\Z)")
BARE = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_][A-Za-z0-9_.-]*)(?::([0-9]{1,5}))?\Z")
TAKES_ADDRESS = re.compile(r"(?:host|hostname|url|uri|endpoint|server|address|addr|proxy|base|dsn|broker|peer)s?\Z", re.IGNORECASE)
OWN_PORTS = {layout.FRONT_GATEWAY_PORT: layout.GATEWAY_PORT}
CONNECT_SECONDS = 2


class Address:
    """One address in a text: as it is written there (`text` without user and scheme), host, port (0: none), scheme."""

    def __init__(self, text, host, port, scheme):
        self.text, self.host, self.port, self.scheme = text, host.lower(), port, scheme.lower()


def addresses_in(text, key=""):
    """Addresses that a text names: in URLs anywhere, or as its whole where its key takes one."""
    found = []
    for scheme, host, port in URL.findall(text):
        number = int(port) if port else DEFAULT.get(scheme.lower(), 0)
        found.append(Address(host + (f":{port}" if port else ""), host, number, scheme))
    bare = BARE.match(text)
    if bare and (TAKES_ADDRESS.search(key) or bare[2]):
        found.append(Address(text, bare[1], int(bare[2] or 0), ""))
    return found


class Place:
    """Where an address leads: the container that answers there (None: the guest), and what is known of it."""

    def __init__(self, what, host="127.0.0.1", container=None):
        self.what, self.host, self.container = what, host, container


class Book:
    """What the gateway's container can reach by names and addresses of Docker's."""

    def __init__(self, gateway, containers, networks):
        self.gateway, self.names, self.subnets, self.by_address = gateway, {}, [], {}
        host = gateway.get("HostConfig") or {}
        mode = host.get("NetworkMode") or ""
        self.shares_guest = mode == "host"
        self.neighbours = [name_of(item) for item in containers if item.get("Id") != gateway.get("Id")
                           and ((item.get("HostConfig") or {}).get("NetworkMode") or "").startswith("container:")
                           and ((item.get("HostConfig") or {})["NetworkMode"][10:] in (gateway.get("Id"), name_of(gateway)))]
        mine = set(networks_of(gateway))
        for item in containers:
            for network, ends in networks_of(item).items():
                for address in (ends.get("IPAddress"), ends.get("GlobalIPv6Address")):
                    if address:
                        self.by_address[address] = item
                if network not in mine or self.shares_guest:
                    continue
                labels = (item.get("Config") or {}).get("Labels") or {}
                # The default bridge resolves nothing but links.
                names = [] if network == "bridge" else [name_of(item), labels.get("com.docker.compose.service"), (item.get("Id") or "")[:12],
                                                        *(ends.get("Aliases") or []), *(ends.get("DNSNames") or [])]
                for name in names:
                    if name:
                        self.names.setdefault(name.lower(), Place(step_io.phrase("container-beside"), container=item))
        for link in host.get("Links") or []:
            target, _, alias = link.partition(":")
            item = next((one for one in containers if name_of(one) == target.lstrip("/")), None)
            if item is not None:
                self.names.setdefault(alias.rsplit("/", 1)[-1].lower(), Place(step_io.phrase("container-beside"), container=item))
        for entry in host.get("ExtraHosts") or []:
            name, _, address = entry.partition("=" if "=" in entry else ":")
            here = "127.0.0.1" if address == "host-gateway" else address.strip("[]")
            self.names[name.lower()] = Place(step_io.phrase("extra-host-compose-file"), here)
        for network in networks:
            for part in (network.get("IPAM") or {}).get("Config") or []:
                try:
                    self.subnets.append((ipaddress.ip_network(part["Subnet"], strict=False), part.get("Gateway") or "", network.get("Name") or ""))
                except (KeyError, ValueError):
                    continue

    def find(self, address):
        """The Place of an address, None when it means the same inside and outside."""
        host = address.host.strip("[]")
        if address.host in LOOPBACK:
            if self.shares_guest:
                return None
            if address.port in OWN_PORTS:
                return Place(step_io.phrase("gateway-itself"), container=self.gateway)
            return Place(step_io.phrase("container-itself"), container=self.gateway)
        if host in self.names:
            return self.names[host]
        if INTERNAL.match(host):
            return Place(step_io.phrase("guest-name-docker"))
        try:
            number = ipaddress.ip_address(host)
        except ValueError:
            return None
        for subnet, gateway, name in self.subnets:
            if number.version == subnet.version and number in subnet:
                item = self.by_address.get(host)
                if item is not None:
                    return Place(step_io.phrase("container-beside"), container=item)
                return Place(step_io.phrase("guest-address-docker") if host == gateway or not gateway
                             else step_io.phrase("address-one-docker-networks"), "127.0.0.1" if host == gateway else "")
        return None

    def direct(self, address, place):
        """(host:port that leads there from the guest, "") or ("", why there is none)."""
        if place.container is self.gateway:
            if address.port in OWN_PORTS:
                return f"127.0.0.1:{OWN_PORTS[address.port]}", ""
            if self.neighbours:
                return "", step_io.phrase("container-gateway-network-stops")
            # Inside the container it was a program of the container's own.
            return "", step_io.phrase("inside-gateway-container")
        if place.container is not None:
            if project(place.container) and project(place.container) == project(self.gateway):
                return "", step_io.phrase("container-same-compose-project")
            found = published(place.container, address.port)
            return (found, "") if found else ("", step_io.phrase("container-publishes-no-port"))
        if not place.host:
            return "", step_io.phrase("nothing-known-outside-docker")
        return f"{place.host}:{address.port}" if address.port else place.host, ""


def name_of(item):
    return (item.get("Name") or "").lstrip("/")


def networks_of(item):
    return (item.get("NetworkSettings") or {}).get("Networks") or {}


def project(item):
    return ((item.get("Config") or {}).get("Labels") or {}).get("com.docker.compose.project") or ""


def published(item, port):
    """host:port of the guest that leads to a container's port, "" when none does."""
    if (item.get("HostConfig") or {}).get("NetworkMode") == "host":
        return f"127.0.0.1:{port}"
    for ports in ((item.get("NetworkSettings") or {}).get("Ports") or {}, (item.get("HostConfig") or {}).get("PortBindings") or {}):
        for binding in ports.get(f"{port}/tcp") or []:
            if binding.get("HostPort"):
                host = binding.get("HostIp") or ""
                return f"{'127.0.0.1' if host in ('', '0.0.0.0', '::') else f'[{host}]' if ':' in host else host}:{binding['HostPort']}"
    return ""


def answers(place):
    """Does anything take a connection there, from the guest?"""
    host, _, port = place.rpartition(":")
    if not port.isdigit():
        return False
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=CONNECT_SECONDS).close()
    except (OSError, UnicodeError):
        return False
    return True


def known_here(address):
    """Whether the guest itself knows the name and reaches it: then nothing has to change."""
    if not address.port or address.host in LOOPBACK or re.fullmatch(r"[0-9.]+|\[.*\]", address.host):
        return False
    return answers(f"{address.host}:{address.port}")


def only_elsewhere(port):
    """The addresses that the guest listens on at a port, where loopback is not among them."""
    found = set(processes.listening_sockets(port).values())
    return sorted(found) if found and not found & {"127.0.0.1", "0.0.0.0", "::", "::1"} else []


def changed(text, pairs):
    """The text with each old address (host:port as written) replaced; only where it stands as an address."""
    for old, new in pairs.items():
        before = r"(?:\A|//(?:[^/@\s]*@)?)" if ":" in old.rsplit("]", 1)[-1] else r"//(?:[^/@\s]*@)?"
        text = re.sub(rf"({before}){re.escape(old)}(?=[/?#,;\s\"']|\Z)", lambda match, new=new: match[1] + new, text, flags=re.IGNORECASE)
    return text


def keep(pairs):
    step_io.keep(KEPT, json.dumps(pairs))


def kept():
    return json.loads(step_io.kept(KEPT)) if step_io.is_kept(KEPT) else {}


def change_environment(values):
    """Replaces addresses in variables, as the scan found them; [(variable, old, new)]."""
    done = []
    for name, value in values.items():
        if is_list_of_exceptions(name):
            continue
        for old, new in kept().items():
            now = changed(values[name], {old: new})
            if now != values[name]:
                values[name] = now
                done.append((name, old, new))
    return done


def is_list_of_exceptions(name):
    return name.upper() == "NO_PROXY"
