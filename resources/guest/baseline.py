#!/usr/bin/python3
"""Hashes of what the procedure says must not change: sshd, nginx, the firewall.

usage: baseline.py   prints `sshd HASH`, `nginx HASH`, `firewall HASH`; the scan and the
acceptance both ask here, so that they compare the same thing.
"""

import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from scan_tools import read, run, sha256  # noqa: E402

# Docker writes its own rules when containers start and stop; they are no one's policy.
DOCKERS = re.compile(rb"DOCKER|\bbr-[0-9a-f]{12}\b|\bdocker0\b|^-A POSTROUTING -s (\S+) -d \1 ")


def files_hash(patterns):
    """Names and contents of configuration files, links resolved."""
    parts = []
    for pattern in patterns:
        for path in sorted(glob.glob(pattern, recursive=True)):
            if os.path.isfile(path):
                parts.append(f"{path}\0{sha256(read(path, 16 << 20))}\n")
    return sha256("".join(parts).encode("utf-8", "surrogateescape"))


def rules(listing):
    """An iptables-save listing without counters, Docker's rules, and chains that only accept."""
    kept, table = [], b""
    for line in listing.splitlines():
        line = re.sub(rb"\[[0-9]+:[0-9]+\]", b"", line).strip()
        if line.startswith(b"*"):
            table = line
        elif line.startswith((b"-", b":")) and not DOCKERS.search(line) and not re.match(rb":[A-Z]+ ACCEPT$", line):
            kept.append(table + b" " + line)
    return b"\n".join(kept)


def firewall():
    parts = [rules(run(tool)[1]) for tool in ("iptables-save", "ip6tables-save")]
    for line in run("nft", "list", "tables")[1].splitlines():
        words = line.split()
        # Those of iptables' own making stand above already.
        if len(words) == 3 and words[2] not in (b"filter", b"nat", b"mangle", b"raw", b"security"):
            parts.append(run("nft", "-s", "list", "table", words[1], words[2])[1])
    for path in ("/etc/nftables.conf", "/etc/iptables/rules.v4", "/etc/iptables/rules.v6"):
        parts.append(read(path))
    return sha256(b"\0".join(parts))


def all_hashes():
    return {
        "sshd": files_hash(["/etc/ssh/sshd_config", "/etc/ssh/sshd_config.d/*"]),
        "nginx": files_hash(["/etc/nginx/**/*"]),
        "firewall": firewall(),
    }


if __name__ == "__main__":
    for name, value in all_hashes().items():
        print(name, value)
