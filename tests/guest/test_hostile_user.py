#!/usr/bin/env python3
"""A user of uid 1000 races root's tools through a whole migration, the way back and carrying back, in a real guest.

    python3 tests/guest/test_hostile_user.py      needs root; brings up a lab of its own
    UNDOCK_HOSTILE_ROUNDS=6                       how often (./dev bench hostile: half an hour)

He may make a step fail, never more: afterwards nothing of root's outside the data is changed, nothing of root's
stands in the data, no file of his runs as root, and Docker's version answers.
"""

import base64
import json
import os
import pathlib
import time
import unittest

import test_stages
from desk import lab
from test_direct_stages import BACK, EARLY, Direct
from test_stages import setUpModule, tearDownModule  # noqa: F401

ROUNDS = int(os.environ.get("UNDOCK_HOSTILE_ROUNDS", "1"))
HOSTILE = pathlib.Path(__file__).with_name("hostile_user.py")
CANARY = "CANARY-of-root-4711"
CANARIES = ("/root/hostile-canary", "/etc/hostile-canary", "/usr/local/hostile-canary")
WATCHED = ("/etc", "/root", "/usr/local")
# What the program makes there.
OURS = ("openclaw-gateway.env", "openclaw-panel", "systemd/system/openclaw-", "systemd/system/multi-user.target.wants/openclaw-",
        "tmpfiles.d/openclaw-direct.conf", ".openclaw", "migrate-backup-", ".npm", "lib/node_modules", "bin/openclaw")
# du aborts where a folder is swapped under it: its size cannot be told, and nothing was changed.
WRITES_AFTER_STOP = ("source-moving", "source-changes", "source-unreadable", "copy-differs", "supplement-failed")
REFUSALS = {"b-archive": ("archive-failed",), "b-verify": ("archive-differs", "source-unreadable", "archive-broken"),
            "e-precopy": ("source-changes",), "c-supplement": WRITES_AFTER_STOP, "c-manifest": WRITES_AFTER_STOP, "e-copy": WRITES_AFTER_STOP,
            "r-carry-back": WRITES_AFTER_STOP}


class HostileUser(Direct):
    def setUp(self):
        self.begin(test_stages.VMIDS[0])
        self.refused, self.racing, self.acts = [], None, 0
        self.addCleanup(self.desk.guest, "systemctl stop hostile", check=False)
        for path in CANARIES:
            self.desk.guest(f"umask 077; echo {CANARY} >{path}")
        self.desk.guest("cat >/var/tmp/hostile_user.py; chmod 644 /var/tmp/hostile_user.py", stdin=HOSTILE.read_bytes())

    def race(self, where):
        self.rest()
        # By number: systemd knows no user of 1000 in a guest that has none.
        self.desk.guest("rm -f /var/tmp/hostile-count; systemd-run --quiet --collect --unit=hostile /usr/bin/setpriv --reuid 1000 --regid 1000 "
                        f"--clear-groups --no-new-privs /usr/bin/python3 -B /var/tmp/hostile_user.py {where} 3000")
        self.racing = where
        for _ in range(600):
            if self.counted() >= 100:
                return
            time.sleep(0.1)
        self.fail(f"he does not race: {self.desk.guest('journalctl --no-pager -n 20 -u hostile', check=False)}")

    def counted(self):
        """What he has done since he began."""
        return int(self.desk.guest("cat /var/tmp/hostile-count 2>/dev/null || echo 0", check=False).strip() or 0)

    def rest(self):
        """He stops, and did race until now."""
        if self.desk.guest("systemctl is-active hostile", check=False).strip() == "active":
            self.acts += self.counted()
            self.desk.guest("systemctl stop hostile", check=False)
        else:
            self.assertIsNone(self.racing, "he ended before he was stopped")
        self.racing = None

    def may_be_refused(self, step, tries=3):
        """It passes, or says by name what moves; raced for `tries` times, then once without."""
        for turn in range(tries + 1):
            if turn == tries:
                self.rest()
            answer, out = self.try_step(step)
            if step in ("d-warm", "g-start"):
                print(f"  {step}: {[pair for pair in answer.facts() if pair[0] in ('warmed', 'started_at_ms', 'gateway_up_ms')]}", flush=True)
            if answer["state"] == "passed" or answer["state"] == "warning":
                return answer
            code = answer.fact("failure")[0].split(" ", 1)[0]
            self.assertIn(code, REFUSALS.get(step, ()), f"{step}: {out.decode(errors='replace')[-1500:]} {answer.fact('failure')}")
            self.refused.append(f"{step}: {code}")
        self.fail(f"{step} does not pass even when nobody races: {out.decode(errors='replace')[-1500:]}")

    def roots_programs(self):
        """Set-uid programs of root's in the data and the copies, by what they are called below the state directory."""
        found = self.desk.guest("cd / && for top in /root/.openclaw* /data/openclaw*; do find $top -xdev -type f -user root -perm /6000 -printf '%P\\n'; done 2>/dev/null",
                                check=False)
        return set(found.split("\n")) - {""}

    def outside(self):
        found = {}
        for top in WATCHED:
            for line in lab("manifest", self.vmid, top).decode().splitlines():
                entry = json.loads(line)
                path = entry.get("path") or base64.b64decode(entry["path_b64"]).decode("utf-8", "replace")
                if path != "." and not path.startswith(OURS):
                    entry.pop("mtime", None)
                    entry.pop("atime", None)
                    found[f"{top}/{path}"] = entry
        return found

    def assert_unharmed(self, before, when):
        now = self.outside()
        changed = sorted(path for path in before if now.get(path) != before[path])
        extra = sorted(path for path in now if path not in before)
        self.assertEqual((changed, extra), ([], []), when)
        self.assertEqual(self.desk.guest("ls /root/hostile-was-run 2>/dev/null", check=False), "", f"{when}: his code ran as root")
        found = self.desk.guest(f"grep -rIlsF --devices=skip {CANARY} /data /home /tmp /root/.openclaw /root/.openclaw.* 2>/dev/null", check=False)
        self.assertEqual(found, "", f"{when}: what is root's came into the data or the copy")
        self.assertEqual(self.roots_programs() - self.had, set(), f"{when}: a program of his would be root's")

    def round(self):
        self.begin(test_stages.VMIDS[0])
        self.desk.guest("rm -rf /tmp/jiti /tmp/node-compile-cache")
        before, self.had = self.outside(), self.roots_programs()
        self.race("data")
        for step in EARLY[:EARLY.index("c-stop") + 1]:
            self.may_be_refused(step)
        self.assert_unharmed(before, "before the stop")
        for step in ("c-supplement", "c-manifest"):
            self.may_be_refused(step, 1)
        self.rest()
        self.desk.guest("mkdir -p /data/openclaw/workspace/hostile && ln -sfn /root/hostile-canary /data/openclaw/agents/main/sessions/sessions.json.undock-part && "
                        "ln -sfn /etc/hostile-canary /data/openclaw/openclaw.json.undock-part; cd /data/openclaw; "
                        "cp /usr/bin/id workspace/hostile/suid && chown -R 1000:1000 workspace/hostile && chmod 6755 workspace/hostile/suid; chown -h 1000:1000 agents/main/sessions/*.undock-part *.undock-part")
        for step in ("c-supplement", "c-manifest"):
            self.may_be_refused(step, 1)
        self.race("beside")
        for step in EARLY[EARLY.index("c-manifest") + 1:EARLY.index("g-start") + 1]:
            self.may_be_refused(step, 1)
        self.wait_for_gateway()
        self.assert_unharmed(before, "after the start")
        lab("chat", self.vmid, "said while somebody races", "--direct")
        self.race("data")
        for step in BACK:
            self.may_be_refused(step, 1)
        self.assert_unharmed(before, "after the way back")
        self.may_be_refused("r-carry-back", 3)
        self.rest()
        self.assert_unharmed(before, "after carrying back")
        self.wait_for_gateway()
        said = self.desk.guest("grep -rlF 'said while somebody races' /data/openclaw/agents/main/sessions", check=False)
        self.assertTrue(said.strip(), "what was said came back")
        # For the next round: as if it were the first.
        self.desk.guest("rm -rf /root/.openclaw.rolledback-* /data/openclaw.before-carry-* /data/openclaw.failed-carry-* /root/migrate-backup-* "
                        "/data/openclaw/workspace/hostile /data/openclaw/agents/hostile; find /data/openclaw -name '*.undock-part' -prune -exec rm -rf -- {} +")
        print(f"  refused by name: {', '.join(self.refused) or 'nothing'}; his acts: {self.acts}", flush=True)

    def test_he_may_make_a_step_fail_and_never_more(self):
        began = time.monotonic()
        for number in range(ROUNDS):
            print(f"  round {number + 1} of {ROUNDS}", flush=True)
            self.round()
        print(f"  {ROUNDS} rounds in {time.monotonic() - began:.0f} s", flush=True)


# The class it builds on is tested where it stands.
del Direct
if __name__ == "__main__":
    unittest.main(verbosity=2)
