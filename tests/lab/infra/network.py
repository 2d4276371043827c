"""The lab's network namespace: a bridge as on a node, the port blocks to the
guests, and one link to the host."""
import re
import subprocess

from .names import GATEWAY, LabNames, guest_ip, port_base
from .shell import LabError, run

LINKS = 1 << 15  # as many /30s as 198.18.0.0/15 holds


def inside(lab: LabNames, *args, **kwargs):
    return run("nsenter", f"--net=/run/netns/{lab.netns}", *args, **kwargs)


def link_addresses(lab: LabNames) -> tuple[str, str]:
    """The host's and the node's address: the first free /30 from the hash on."""
    taken = set(re.findall(r"inet (\S+)/", run("ip", "-o", "-4", "addr").stdout))
    start = int(lab.tag, 16) % LINKS
    for step in range(LINKS):
        number = 4 * ((start + step) % LINKS)
        block = f"198.{18 + (number >> 16)}.{number >> 8 & 255}."
        host, node = f"{block}{(number & 255) + 1}", f"{block}{(number & 255) + 2}"
        if host not in taken and node not in taken:
            return host, node
    raise LabError("no free /30 in 198.18.0.0/15")


def set_up(lab: LabNames) -> str:
    """Make it; the answer is the node's outer address."""
    host, node = link_addresses(lab)
    run("ip", "netns", "add", lab.netns)
    run("ip", "link", "add", lab.host_link, "type", "veth", "peer", "name", lab.node_link)
    run("ip", "link", "set", lab.node_link, "netns", lab.netns)
    run("ip", "addr", "add", f"{host}/30", "dev", lab.host_link)
    run("ip", "link", "set", lab.host_link, "up")
    inside(lab, "sh", "-ec", f"""
        ip link set lo up
        ip link set {lab.node_link} name eno1
        ip addr add {node}/30 dev eno1
        ip link set eno1 up
        ip link add vmbr0 type bridge
        ip addr add {GATEWAY}/24 dev vmbr0
        ip link set vmbr0 up
        echo 1 >/proc/sys/net/ipv4/ip_forward""")
    return node


def forward_ports(lab: LabNames, node_address: str, vmids) -> None:
    """The block of fifty ports of each guest, as a node has them."""
    rules = []
    for vmid in vmids:
        base, ip = port_base(vmid), guest_ip(vmid)
        head = f"-A PREROUTING -d {node_address}/32 -p tcp -m tcp --dport"
        rules += [f"{head} {base} -j DNAT --to-destination {ip}:22",
                  f"{head} {base + 1} -j DNAT --to-destination {ip}:18080",
                  f"{head} {base + 2} -j DNAT --to-destination {ip}:18789",
                  f"{head} {base + 3}:{base + 49} -j DNAT --to-destination {ip}"]
    table = "\n".join(["*nat", *rules, "COMMIT", ""])
    inside(lab, "iptables-restore", stdin=table)


def tear_down(lab: LabNames) -> None:
    subprocess.run(["ip", "link", "del", lab.host_link], capture_output=True)
    subprocess.run(["ip", "netns", "del", lab.netns], capture_output=True)
