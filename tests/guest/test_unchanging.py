#!/usr/bin/env python3
"""What must not change, compared line by line: the firewall without Docker's own rules, sshd, nginx, cron.

    python3 tests/guest/test_unchanging.py

The listings are of Docker 26, 28 and 29, while the containers run and after they stopped.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
import acceptance  # noqa: E402
import baseline  # noqa: E402
import behaviour  # noqa: E402
import firewall_lines  # noqa: E402
import line_difference  # noqa: E402
import step_io  # noqa: E402

BRIDGE = "br-0123456789ab"
DOCKER = firewall_lines.Docker({"docker0", BRIDGE}, {"172.17.0.0/16", "172.18.0.0/16", "fd00:18::/64"}, {"28789", "28080"})

USERS = """\
*filter
:INPUT DROP [12:800]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [9:9]
-A INPUT -i lo -j ACCEPT
-A INPUT -p tcp -m multiport --dports 22,18080,18789 -j ACCEPT
-A INPUT -s 172.18.0.0/16 -p tcp -m tcp --dport 11434 -j ACCEPT
COMMIT
*nat
:PREROUTING ACCEPT [1:1]
:POSTROUTING ACCEPT [1:1]
-A POSTROUTING -s 10.8.0.0/24 -o eth0 -j MASQUERADE
COMMIT
"""

DOCKER_26 = """\
*filter
:DOCKER - [0:0]
:DOCKER-ISOLATION-STAGE-1 - [0:0]
:DOCKER-ISOLATION-STAGE-2 - [0:0]
:DOCKER-USER - [0:0]
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-ISOLATION-STAGE-1
-A FORWARD -o br-0123456789ab -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -o br-0123456789ab -j DOCKER
-A FORWARD -i br-0123456789ab ! -o br-0123456789ab -j ACCEPT
-A FORWARD -i br-0123456789ab -o br-0123456789ab -j ACCEPT
-A DOCKER -d 172.18.0.2/32 ! -i br-0123456789ab -o br-0123456789ab -p tcp -m tcp --dport 18789 -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i br-0123456789ab ! -o br-0123456789ab -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -j RETURN
-A DOCKER-ISOLATION-STAGE-2 -o br-0123456789ab -j DROP
-A DOCKER-USER -j RETURN
COMMIT
*nat
:DOCKER - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.18.0.0/16 ! -o br-0123456789ab -j MASQUERADE
-A POSTROUTING -s 172.18.0.2/32 -d 172.18.0.2/32 -p tcp -m tcp --dport 18789 -j MASQUERADE
-A DOCKER -i br-0123456789ab -j RETURN
-A DOCKER -d 127.0.0.1/32 ! -i br-0123456789ab -p tcp -m tcp --dport 28789 -j DNAT --to-destination 172.18.0.2:18789
COMMIT
"""

DOCKER_28 = """\
*raw
:PREROUTING ACCEPT [0:0]
-A PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport 28789 -j DROP
-A PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport 28080 -j DROP
-A PREROUTING -d 172.18.0.2/32 ! -i br-0123456789ab -j DROP
COMMIT
*filter
:DOCKER - [0:0]
:DOCKER-BRIDGE - [0:0]
:DOCKER-CT - [0:0]
:DOCKER-FORWARD - [0:0]
:DOCKER-INTERNAL - [0:0]
:DOCKER-USER - [0:0]
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-FORWARD
-A DOCKER ! -i br-0123456789ab -o br-0123456789ab -j DROP
-A DOCKER-BRIDGE -o br-0123456789ab -j DOCKER
-A DOCKER-CT -o br-0123456789ab -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -j DOCKER-CT
COMMIT
*nat
:DOCKER - [0:0]
-A POSTROUTING -s 172.18.0.0/16 ! -o br-0123456789ab -j MASQUERADE
-A POSTROUTING -o br-0123456789ab -m addrtype --src-type LOCAL -j MASQUERADE
-A DOCKER ! -i br-0123456789ab -p tcp -m tcp --dport 28789 -j DNAT --to-destination 172.18.0.2:18789
COMMIT
"""

NFT_USERS = """\
table inet filter {
\tset blocked {
\t\ttype ipv4_addr
\t\tflags interval
\t\telements = { 192.0.2.0/24, 198.51.100.7,
\t\t\t     203.0.113.9 }
\t}

\tchain input {
\t\ttype filter hook input priority filter; policy drop;
\t\tip saddr @blocked drop
\t\ttcp dport { 22, 18080 } counter packets 7 bytes 420 accept
\t}
}
"""

NFT_BANS = """\
table inet f2b-table {
\tset addr-set-sshd {
\t\ttype ipv4_addr
\t\telements = { 192.0.2.44 timeout 10m expires 9m3s }
\t}

\tchain f2b-chain {
\t\ttype filter hook input priority filter - 1; policy accept;
\t\ttcp dport 22 ip saddr @addr-set-sshd reject with icmp port-unreachable
\t}
}
"""


def iptables(text, tool="iptables"):
    return firewall_lines.saved(text.encode(), tool)[0]


def left(text, docker=DOCKER, tool="iptables"):
    return firewall_lines.without_docker(iptables(text, tool), docker)


def difference(before, now):
    return line_difference.Difference(before, now)


class Docker(unittest.TestCase):
    def test_nothing_is_left_of_what_docker_makes(self):
        for name, text in (("26", DOCKER_26), ("28", DOCKER_28)):
            with self.subTest(name):
                self.assertEqual(left(text), [])
                self.assertEqual(difference(left(USERS + text), left(USERS)).verdict(), "passed")

    def test_a_bridge_with_a_name_of_its_own_is_asked_for(self):
        text = DOCKER_26.replace(BRIDGE, "claw0")
        self.assertNotEqual(left(text), [])
        own = firewall_lines.Docker({"claw0"}, {"172.18.0.0/16"}, {"28789"})
        self.assertEqual(left(text, own), [])

    def test_ip_version_6_as_well(self):
        text = ("*nat\n:DOCKER - [0:0]\n-A POSTROUTING -s fd00:18::/64 ! -o br-0123456789ab -j MASQUERADE\nCOMMIT\n"
                "*raw\n-A PREROUTING -d ::1/128 ! -i lo -p tcp -m tcp --dport 28789 -j DROP\nCOMMIT\n")
        self.assertEqual(left(text, tool="ip6tables"), [])

    def test_what_people_wrote_stays_however_near_it_is(self):
        for table, rule in (("filter", "-A INPUT -s 172.18.0.0/16 -p tcp -m tcp --dport 11434 -j ACCEPT"),
                            ("filter", "-A DOCKER-USER -s 203.0.113.0/24 -j DROP"),
                            ("filter", "-A INPUT -j DOCKER-USER"),
                            ("filter", "-A INPUT -i br-0123456789ab -j ACCEPT"),
                            ("filter", "-A FORWARD -i br-0123456789ab -o eth0 -j DROP"),
                            ("nat", "-A POSTROUTING -s 10.8.0.0/24 -o eth0 -j MASQUERADE"),
                            ("nat", "-A POSTROUTING -s 10.8.0.0/24 ! -o br-0123456789ab -j MASQUERADE"),
                            ("raw", "-A PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport 5432 -j DROP"),
                            ("raw", "-A PREROUTING -s 203.0.113.0/24 -j DROP")):
            with self.subTest(rule):
                lines = left(f"*{table}\n{rule}\nCOMMIT\n")
                self.assertEqual([text for _, text, _ in lines], [rule])
                self.assertEqual(difference(lines, []).verdict(), "failed")

    def test_docker_29_s_own_tables_are_passed_over_and_people_s_of_the_same_name_are_not(self):
        listings = {("nft", "list", "tables"): "table ip filter\ntable ip docker-bridges\ntable ip6 docker-bridges\ntable inet filter\n",
                    ("nft", "-s", "list", "table", "inet", "filter"): NFT_USERS}
        with mock.patch.object(firewall_lines, "which", lambda name: "/x/" + name), \
                mock.patch.object(firewall_lines, "run", lambda *words, **_: (0, listings[words].encode())):
            lines = firewall_lines.nft_lines({"ip": [], "ip6": []})
        self.assertIn(("nft inet filter chain input".replace("chain ", ""), "ip saddr @blocked drop", ""), lines)

    def test_its_rules_in_a_table_that_somebody_wrote_into_by_nft(self):
        listing = """\
table ip nat {
\tchain DOCKER {
\t\tiifname != "br-0123456789ab" tcp dport 28789 counter packets 1 bytes 60 dnat to 172.18.0.2:18789
\t}

\tchain POSTROUTING {
\t\ttype nat hook postrouting priority srcnat; policy accept;
\t\toifname != "br-0123456789ab" ip saddr 172.18.0.0/16 counter packets 2 bytes 120 masquerade
\t\tip saddr 10.8.0.0/24 oifname "eth0" masquerade
\t}

\tchain PREROUTING {
\t\ttype nat hook prerouting priority dstnat; policy accept;
\t\tfib daddr type local counter packets 3 bytes 180 jump DOCKER
\t}
}
"""
        lines = firewall_lines.without_docker(firewall_lines.table_lines(listing.encode()), DOCKER)
        self.assertEqual([text for place, text, _ in lines if text != "is there" and not text.startswith("type nat")],
                         ['ip saddr 10.8.0.0/24 oifname "eth0" masquerade'])
        self.assertFalse(any("DOCKER" in place for place, _, _ in lines))
        for table, chain, rule, made in (
                ("raw", "PREROUTING", 'ip daddr 127.0.0.1 iifname != "lo" tcp dport 28789 counter drop', True),
                ("raw", "PREROUTING", 'ip daddr 127.0.0.1 iifname != "lo" tcp dport 5432 counter drop', False),
                ("filter", "FORWARD", 'iifname "br-0123456789ab" oifname != "br-0123456789ab" counter accept', True),
                ("filter", "FORWARD", 'iifname "br-0123456789ab" oifname "eth0" counter drop', False),
                ("filter", "DOCKER-USER", "ip saddr 203.0.113.0/24 drop", False),
                ("filter", "INPUT", 'iifname "br-0123456789ab" accept', False)):
            self.assertEqual(firewall_lines.docker_made_nft(table, chain, rule, DOCKER), made, rule)

    def test_its_networks_are_asked_for_by_inspect(self):
        networks = [{"Id": "0123456789abcdef", "Driver": "bridge", "Options": {}, "IPAM": {"Config": [{"Subnet": "172.18.0.0/16"}]}},
                    {"Id": "f" * 64, "Driver": "bridge", "Options": {"com.docker.network.bridge.name": "claw0"}, "IPAM": {"Config": None}},
                    {"Id": "e" * 64, "Driver": "host", "Options": None, "IPAM": {}}]
        container = {"HostConfig": {"PortBindings": {"18789/tcp": [{"HostIp": "127.0.0.1", "HostPort": "28789"}]}},
                     "NetworkSettings": {"Ports": {"1/tcp": None}}}
        with mock.patch.multiple(firewall_lines, which=lambda _: "/x", networks=lambda: networks), \
                mock.patch.object(firewall_lines.containers, "everything", lambda: [container]):
            found = firewall_lines.docker_now()
        self.assertEqual((found.bridges, found.subnets, found.ports, found.known), ({BRIDGE, "claw0"}, {"172.18.0.0/16"}, {"28789"}, True))

    def test_a_daemon_that_cannot_be_asked_is_not_one_without_networks(self):
        failed = subprocess.CompletedProcess([], 1, b"", b"no daemon")
        with mock.patch.object(firewall_lines, "which", lambda _: "/x"), mock.patch.object(firewall_lines.containers, "docker", lambda *_, **__: failed):
            found = firewall_lines.docker_now()
        self.assertFalse(found.known)
        self.assertEqual(left(DOCKER_28, found), [], "its usual names are gone by then")


class Comparing(unittest.TestCase):
    def test_people_s_rule_that_went_or_came_fails_and_is_shown(self):
        gone = USERS.replace("-A INPUT -i lo -j ACCEPT\n", "")
        for before, now, shown in ((USERS, gone, "- iptables filter INPUT: -A INPUT -i lo -j ACCEPT"),
                                   (gone, USERS, "+ iptables filter INPUT: -A INPUT -i lo -j ACCEPT"),
                                   (USERS, USERS.replace(":INPUT DROP", ":INPUT ACCEPT"), "- iptables filter INPUT: policy DROP")):
            found = difference(left(before), left(now))
            self.assertEqual(found.verdict(), "failed")
            self.assertEqual(step_io.in_english(found.told()).split("\n"), ["1 line differs", shown])

    def test_counters_say_nothing_and_order_does(self):
        self.assertEqual(difference(left(USERS), left(USERS.replace("[12:800]", "[99:9000]"))).told(), step_io.phrase("as-before"))
        lines = USERS.splitlines()
        lines[4], lines[5] = lines[5], lines[4]
        found = difference(left(USERS), left("\n".join(lines)))
        self.assertEqual((found.verdict(), found.told().split("\n")[1:]), ("failed", ["~ iptables filter INPUT"]))

    def test_what_other_daemons_change_by_themselves_is_a_warning(self):
        for kind, text in (
                ("fail2ban", "*filter\n:f2b-sshd - [0:0]\n-A INPUT -p tcp -m multiport --dports 22 -j f2b-sshd\n"
                             "-A f2b-sshd -s 192.0.2.44/32 -j REJECT --reject-with icmp-port-unreachable\nCOMMIT\n"),
                ("tailscale", "*filter\n:ts-input - [0:0]\n-A INPUT -j ts-input\n-A ts-input -s 100.64.0.1/32 -i lo -j ACCEPT\nCOMMIT\n"
                              "*nat\n:ts-postrouting - [0:0]\n-A POSTROUTING -j ts-postrouting\nCOMMIT\n"),
                ("kube", "*nat\n:KUBE-SERVICES - [0:0]\n-A PREROUTING -m comment --comment \"x\" -j KUBE-SERVICES\nCOMMIT\n"),
                ("libvirt", "*filter\n:LIBVIRT_INP - [0:0]\n-A INPUT -j LIBVIRT_INP\nCOMMIT\n"),
                ("crowdsec", "*filter\n-A INPUT -m set --match-set crowdsec-blacklists src -j DROP\nCOMMIT\n")):
            with self.subTest(kind):
                found = difference(left(USERS), left(USERS + text))
                self.assertEqual(found.verdict(), "warning")
                self.assertEqual(difference(left(USERS + text), left(USERS)).verdict(), "warning")
                self.assertGreater(len(found.told().split("\n")), 1)
        # One of the users' among them still fails, and stands first.
        both = difference(left(USERS), left(USERS + "*filter\n-A INPUT -j ts-input\n-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT\nCOMMIT\n"))
        self.assertEqual(both.verdict(), "failed")
        self.assertIn("--dport 80", both.told().split("\n")[1])

    def test_nftables(self):
        users, bans = (firewall_lines.table_lines(text.encode()) for text in (NFT_USERS, NFT_BANS))
        same = firewall_lines.table_lines(NFT_USERS.replace("packets 7 bytes 420", "packets 8 bytes 480").encode())
        self.assertEqual(difference(users, same).told(), step_io.phrase("as-before"))
        found = difference(users, firewall_lines.table_lines(NFT_USERS.replace("198.51.100.7,", "").encode()))
        self.assertEqual((found.verdict(), found.told().split("\n")[1:]), ("failed", ["- nft inet filter set blocked: 198.51.100.7"]))
        self.assertEqual(difference(bans, firewall_lines.table_lines(NFT_BANS.replace("9m3s", "1m").encode())).told(), step_io.phrase("as-before"))
        self.assertEqual(difference(bans, firewall_lines.table_lines(NFT_BANS.replace(".44", ".45").encode())).verdict(), "warning")
        self.assertEqual(difference(users, users + bans).verdict(), "warning")
        timed = NFT_USERS.replace("flags interval", "flags interval,timeout")
        self.assertEqual(difference(*(firewall_lines.table_lines(text.encode()) for text in (timed, timed.replace("198.51.100.7,", "")))).verdict(),
                         "warning")

    def test_a_listing_that_fails_is_unread_and_not_empty(self):
        with mock.patch.object(firewall_lines, "which", lambda name: "/x/" + name if name == "iptables-save" else ""), \
                mock.patch.object(firewall_lines, "run", lambda *_, **__: (3, b"")), self.assertRaises(line_difference.Unread):
            firewall_lines.now()

    def test_tables_that_iptables_cannot_show_are_read_by_nft(self):
        lines, unshown = firewall_lines.saved(b"# Table `nat' is incompatible, use 'nft' tool.\n*filter\n-A INPUT -j ACCEPT\nCOMMIT\n", "iptables")
        self.assertEqual((len(lines), unshown), (1, ["nat"]))

    def test_the_difference_is_bounded_and_bears_no_secret(self):
        lines = [("/etc/nginx/x", f"line {number} " + "x" * 500, "") for number in range(40)]
        told = difference([], lines).told().split("\n")
        self.assertLessEqual(len(told), line_difference.SHOWN + 2)
        self.assertLessEqual(max(map(len, told)), line_difference.LONGEST + 2)
        self.assertIn("28 more", told[-1])
        for place, text in (("/etc/crontab", "PANEL_TOKEN=hush-hush"), ("/etc/nginx/x", 'proxy_set_header Authorization "Basic aHVzaC1odXNo";'),
                            ("/etc/nginx/x", "proxy_set_header X-Api-Key hush-hush;"), ("/etc/cron.d/x", "* * * * * root curl https://me:hush-hush@host/"),
                            ("/etc/cron.d/x", "* * * * * root curl -H 'Authorization: Bearer hush-hush-hush-hush'")):
            told = difference([], [(place, text, "")]).told()
            self.assertNotIn("hush-hush", told)
            self.assertNotIn("aHVzaC1odXNo", told)
        self.assertIn("PasswordAuthentication no", difference([], [("/etc/ssh/sshd_config", "PasswordAuthentication no", "")]).told())


class Files(unittest.TestCase):
    def lines(self, text, path="/etc/nginx/nginx.conf", **more):
        return line_difference.lines_of(path, text.encode(), **more)

    def test_comments_and_white_space_are_information(self):
        before = self.lines("server {\n  listen 18080; # old\n}\n")
        found = difference(before, self.lines("# hello\nserver {\n\tlisten   18080;\n}\n"))
        self.assertEqual(found.verdict(), "passed")
        self.assertEqual(step_io.in_english(found.told()).split("\n")[0], "2 lines differ in comments or in files that nothing loads")
        self.assertEqual(difference(before, self.lines("server {\n  listen 18081;\n}\n")).verdict(), "failed")

    def test_a_hash_in_quotes_or_in_a_crontab_is_no_comment(self):
        for path, one, other, trailing in (("/etc/nginx/x", 'return 200 "a # b";', 'return 200 "a # c";', True),
                                           ("/etc/crontab", "* * * * * root echo a # b", "* * * * * root echo a # c", False)):
            self.assertEqual(difference(self.lines(one, path, trailing=trailing), self.lines(other, path, trailing=trailing)).verdict(), "failed")

    def test_hashes_of_passwords_and_keys_are_kept_as_sums(self):
        lines = self.lines("user:$apr1$S3CRET\n", "/etc/nginx/.htpasswd")
        self.assertNotIn("S3CRET", str(lines))
        self.assertEqual(difference(lines, self.lines("user:other\n", "/etc/nginx/.htpasswd")).verdict(), "failed")
        renewed = [self.lines(text, "/etc/nginx/ssl/site.pem") for text in ("old", "new")]
        self.assertEqual(difference(*renewed).verdict(), "warning")

    def test_files_with_a_dot_before_their_name_count(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        os.mkdir(folder + "/sub")
        for name in (".htpasswd", "a", "sub/.b"):
            pathlib.Path(folder, name).touch()
        self.assertEqual(line_difference.paths([folder + "/**/*"]), [f"{folder}/{name}" for name in (".htpasswd", "a", "sub/.b")])
        self.assertEqual(line_difference.paths([folder + "/*"]), [f"{folder}/{name}" for name in (".htpasswd", "a")])


class Checking(unittest.TestCase):
    def setUp(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        os.mkdir(folder + "/state")
        self.enterContext(mock.patch.multiple(step_io, STATE=folder + "/state", JOB=folder))
        self.taken = {"docker": DOCKER.as_json(), "firewall": left(USERS), "sshd": [("/etc/ssh/sshd_config", "Port 22", "")],
                      "nginx": [], "cron": [("/etc/crontab", "1 2 * * * root x", "")]}
        self.enterContext(mock.patch.object(baseline, "take", lambda: self.taken))

    def rows(self, told=None):
        checks = acceptance.Checks({}, behaviour.Behaviour())
        baseline.check(checks, told or {})
        return {row[0]: row for row in checks.rows}

    def verdicts(self, told=None):
        return {name.removeprefix("baseline-"): row[1:3] for name, row in self.rows(told).items()}

    def test_as_kept_passes_and_a_difference_is_shown_with_what_was(self):
        baseline.keep(self.taken)
        self.assertEqual(set(self.verdicts(baseline.all_hashes(self.taken)).values()), {("critical", "passed")})
        # Containers stopped, their network came anew, and with it another address.
        self.taken = {**self.taken, "docker": firewall_lines.Docker({"br-ba9876543210"}, {"172.19.0.0/16"}, {"28789"}).as_json(),
                      "firewall": left(USERS) + iptables("*nat\n-A POSTROUTING -s 172.19.0.0/16 ! -o br-ba9876543210 -j MASQUERADE\nCOMMIT\n"),
                      "cron": [("/etc/crontab", "1 2 * * * root y", "")]}
        rows = self.rows()
        self.assertEqual(rows["baseline-firewall"][2], "passed")
        self.assertEqual(rows["baseline-cron"][1:3], ("critical", "failed"))
        self.assertIn("- /etc/crontab: 1 2 * * * root x\n+ /etc/crontab: 1 2 * * * root y", rows["baseline-cron"][4])
        self.assertIn("1 lines, sha256", step_io.in_english(rows["baseline-cron"][5]))

    def test_unread_is_unknown_and_only_what_was_readable_before_counts(self):
        baseline.keep({**self.taken, "sshd": None})
        self.taken = {**self.taken, "nginx": None, "sshd": None}
        self.assertEqual(self.verdicts(), {"sshd": ("info", "unknown"), "nginx": ("critical", "unknown"), "firewall": ("critical", "passed"),
                                           "cron": ("critical", "passed")})

    def test_a_run_whose_scan_kept_no_lines_or_others_cannot_be_compared(self):
        self.assertEqual(set(self.verdicts({"sshd": "0" * 64}).values()), {("info", "unknown")})
        baseline.keep(self.taken)
        self.assertEqual(self.verdicts({"cron": "0" * 64})["cron"], ("info", "unknown"))


if __name__ == "__main__":
    unittest.main()
