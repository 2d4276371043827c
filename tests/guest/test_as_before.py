#!/usr/bin/env python3
"""A guest that answers otherwise than the procedure has it, moved and brought back green. In a real guest.

    python3 tests/guest/test_as_before.py     needs root; brings up a lab of its own; some minutes
"""

import json
import os
import pathlib
import sys
import unittest
import urllib.parse

os.environ.setdefault("UNDOCK_TEST_VMIDS", "101")

from desk import lab  # noqa: E402
from test_direct_stages import BACK, PROCEDURE, Direct  # noqa: E402
from test_stages import VMIDS, setUpModule, tearDownModule  # noqa: E402, F401

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"))

import step_io  # noqa: E402

# Docker 28 writes these itself, and takes them away as the container stops; here they are put in by hand.
RAW = "PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport {} -j DROP"
PORTS = (28789, 28080)


class AsBefore(Direct):
    def setUp(self):
        self.begin(VMIDS[0])
        self.addCleanup(lab, "reset", self.vmid)

    def configure(self, change):
        """Changes openclaw.json while Docker's gateway runs, and starts that anew."""
        path = "/data/openclaw/openclaw.json"
        config = json.loads(self.desk.guest(f"cat {path}"))
        change(config.setdefault("gateway", {}))
        self.desk.guest(f"cat >{path}", stdin=json.dumps(config).encode())
        self.desk.guest("docker restart openclaw-gateway")

    def wait_for(self, port, path="/"):
        """Until something answers; the status."""
        return self.desk.guest(f"for n in $(seq 600); do code=$(curl -s -o /dev/null -w '%{{http_code}}' http://127.0.0.1:{port}{path}); "
                               f"[ $code != 000 ] && echo $code && exit; sleep 0.2; done; echo 'nothing answers on {port}' >&2; exit 1").strip()

    def raw(self, verb):
        for port in PORTS:
            self.desk.guest(f"iptables -w -t raw -{verb} {RAW.format(port)}")

    def rows(self, step):
        """{identifier: [weight, verdict, expected, found, before]}"""
        found = {}
        for line in self.answers[step].fact("check"):
            name, *fields = line.split("|")
            found[name] = [step_io.in_english(urllib.parse.unquote(field)) for field in [*fields, ""][:5]]
        return found

    def critical(self, step):
        return {name: row for name, row in self.rows(step).items() if row[0] == "critical" and row[1] != "passed"}

    def test_a_gateway_without_its_page_and_docker_28_s_rules(self):
        self.configure(lambda gateway: gateway.setdefault("controlUi", {}).update(enabled=False))
        self.assertEqual(self.wait_for(28789), "404")
        self.raw("I")
        self.desk.guest("iptables -w -N ts-input; iptables -w -I INPUT -j ts-input")
        self.go(PROCEDURE, last="c-stop")
        self.raw("D")
        # Another daemon's bans come meanwhile.
        self.desk.guest("iptables -w -A ts-input -s 100.64.0.9/32 -j ACCEPT")
        self.go(PROCEDURE, first=PROCEDURE[PROCEDURE.index("c-stop") + 1])
        self.assertEqual(self.critical("h-checks"), {})
        rows = self.rows("h-checks")
        self.assertEqual(rows["http-gateway-direct"][1:], ["passed", "HTTP 404, as before", "404", "HTTP 404"])
        self.assertEqual(rows["baseline-firewall"][:2], ["info", "warning"])
        self.assertIn("ts-input", rows["baseline-firewall"][3])
        self.assertEqual((rows["token-accepted"][1], rows["token-accepted"][4]), ("passed", "accepted: token"))
        self.assertEqual([rows[name][1] for name in ("websocket-direct", "websocket-front", "panel-sessions", "baseline-cron")], ["passed"] * 4)
        self.assertIn("of them lock files that are left out", rows["sessions-count"][4])
        lab("chat", self.vmid, "as before", "--direct")
        for step in BACK:
            self.step(step)
        self.assertEqual(self.critical("r-verify"), {})
        self.assertEqual(self.rows("r-verify")["http-gateway-docker"][1:3], ["passed", "HTTP 404, as before"])

    def test_a_front_of_its_own_kind_and_a_path_of_its_own(self):
        """One open front port, none for the panel, the page under /claw; back from after the start, and a rule of the user's that went is told."""
        self.configure(lambda gateway: gateway.setdefault("controlUi", {}).update(basePath="/claw"))
        self.desk.guest("set -e; for site in $(readlink -f /etc/nginx/sites-enabled/*); do "
                        "sed -i -e '/auth_basic/d' -e 's/listen .*18080.*;/listen 127.0.0.1:19999;/' $site; done; nginx -t; systemctl restart nginx; "
                        "rm /root/OPENCLAW_WEB_LOGIN.txt; iptables -w -I INPUT -s 203.0.113.9/32 -j DROP")
        self.assertEqual((self.wait_for(28789, "/claw/"), self.code(18080)), ("200", "000"))
        self.go(PROCEDURE)
        self.assertEqual(self.critical("h-checks"), {})
        self.desk.guest("iptables -w -D INPUT -s 203.0.113.9/32 -j DROP")
        answer, _ = self.try_step("h-checks")
        self.assertEqual(answer["state"], "failed")
        self.answers["h-checks"] = answer
        self.assertEqual(list(self.critical("h-checks")), ["baseline-firewall"])
        self.assertIn("203.0.113.9", self.rows("h-checks")["baseline-firewall"][3])
        for step in BACK:
            self.step(step)
        self.assertEqual(self.critical("r-verify"), {})


if __name__ == "__main__":
    unittest.main(verbosity=2)
