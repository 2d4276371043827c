#!/usr/bin/env python3
"""A guest whose container has much that its state directory has not, moved, deleted and brought back. In a real guest.

    python3 tests/guest/test_in_surroundings.py     needs root; brings up a lab of its own; some minutes

Nothing here may set a guest's zone by timedatectl: the kernel's clock is the whole machine's.
"""

import json
import os
import unittest

os.environ.setdefault("UNDOCK_TEST_VMIDS", "101")

from desk import lab  # noqa: E402
from test_direct_stages import BACK, PROCEDURE, Direct  # noqa: E402
from test_stages import VMIDS, setUpModule, tearDownModule  # noqa: E402, F401

COMPOSE, CONFIG = "/opt/openclaw/docker-compose.yml", "/data/openclaw/openclaw.json"
VARIABLES = """      NODE_OPTIONS: --max-old-space-size=2048
      NODE_EXTRA_CA_CERTS: /certs/x.pem
      BASH_ENV: /nowhere/x
      LOCAL_BASE_URL: http://host.docker.internal:9191/v1
"""
MOUNTS = """      - /srv/certs:/certs:ro
      - /srv/claude:/home/node/.claude
    extra_hosts:
      - host.docker.internal:host-gateway
"""
OWN_ZONE = "      TZ: Asia/Shanghai\n      OPENCLAW_GATEWAY_TOKEN: ${OPENCLAW_GATEWAY_TOKEN}\n"
STATE = "      - /data/openclaw:/home/node/.openclaw\n"


class InSurroundings(Direct):
    def setUp(self):
        self.begin(VMIDS[0])
        self.addCleanup(lab, "reset", self.vmid)
        guest = self.desk.guest
        guest("""set -e
            ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
            mkdir -p /srv/certs /srv/claude /data/openclaw/cron
            cp /usr/local/share/ca-certificates/*.crt /srv/certs/x.pem
            echo 'MY_OWN_TOKEN="from the state directory"' >/data/openclaw/.env
            echo '{"version":1,"jobs":[{"id":"j","enabled":false,"schedule":{"kind":"cron","expr":"0 9 * * *"}}]}' >/data/openclaw/cron/jobs.json
            chown -R 1000:1000 /data/openclaw/.env /data/openclaw/cron
            echo 'OPENCLAW_GATEWAY_TOKEN=of-nobody' >/root/.env
            systemd-run --quiet --unit lab-service python3 -m http.server 9191 --bind 0.0.0.0""")
        compose = guest(f"cat {COMPOSE}")
        self.assertIn(OWN_ZONE, compose)
        self.assertIn(STATE, compose)
        compose = compose.replace(OWN_ZONE, VARIABLES, 1).replace(STATE, STATE + MOUNTS, 1)
        guest(f"cat >{COMPOSE}", stdin=compose.encode())
        config = json.loads(guest(f"cat {CONFIG}"))
        config["gateway"]["auth"] = {"mode": "token", "token": "${MY_OWN_TOKEN}"}
        providers = config["models"]["providers"]
        providers["local"] = {**providers["lab"], "baseUrl": "http://host.docker.internal:9191/v1"}
        guest(f"cat >{CONFIG}", stdin=json.dumps(config).encode())
        guest("cd /opt/openclaw && docker compose up -d --quiet-pull")
        self.wait_for_gateway()

    def levels(self, step):
        return {tuple(finding.split(" ", 2)[:2]) for finding in self.answers[step].fact("finding")}

    def variables(self):
        """What the direct gateway's process was started with."""
        text = self.desk.guest("tr '\\0' '\\n' </proc/$(systemctl show -p MainPID --value openclaw-gateway)/environ")
        return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)

    def rows(self):
        return {line.split("|")[0]: line.split("|")[1:] for line in self.answers["h-checks"].fact("check")}

    def test_found_before_the_stop_carried_and_brought_back(self):
        self.step("a-scan")
        found = self.levels("a-scan")
        for code in ("environment-runs-code", "zone-carried", "mount-beside-folder", "unit-folder-env", "address-changed"):
            self.assertIn(("attention", code), found)
        self.assertIn(("fine", "token"), found)
        self.assertEqual([code for level, code in found if level == "blocks"], [])
        self.assertEqual(self.answers["a-scan"].fact("token_proved"), ["yes"])
        self.assertEqual(self.answers["a-scan"].fact("address"), ["host.docker.internal:9191 127.0.0.1:9191"])
        self.go(PROCEDURE, first=PROCEDURE[1])
        variables = self.variables()
        for name, value in (("NODE_OPTIONS", "--max-old-space-size=2048"), ("NODE_EXTRA_CA_CERTS", "/srv/certs/x.pem"), ("TZ", "Etc/UTC"),
                            ("LOCAL_BASE_URL", "http://127.0.0.1:9191/v1")):
            self.assertEqual(variables.get(name), value)
        self.assertNotIn("BASH_ENV", variables)
        self.assertIn("WorkingDirectory=/root/.openclaw\n", self.desk.guest("cat /etc/systemd/system/openclaw-gateway.service"))
        rows = self.rows()
        for name in ("token-unchanged", "token-accepted"):
            self.assertEqual(rows[name][:2], ["critical", "passed"], rows[name])
        self.assertEqual(rows["model-answered"][1], "passed")
        for step in BACK:
            self.step(step)

    def test_accepted_and_deleted(self):
        self.go(PROCEDURE)
        for step in ("i-save", "h-checks", "i-delete", "i-check"):
            self.step(step)
        self.assertEqual(self.variables().get("TZ"), "Etc/UTC")


if __name__ == "__main__":
    unittest.main()
