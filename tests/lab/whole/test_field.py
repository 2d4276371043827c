#!/usr/bin/env python3
"""VMs as the field has them, each with the odd cases of one kind united: moved by the command line with its default
sources, rolled back from after the start, moved again, checked, accepted, deleted. Judged by what each was before.

    python3 tests/lab/whole/test_field.py [AnswersAsBefore]     needs root; a lab of two guests; some minutes each
"""
import json
import re
import unittest

import bed
import desk as desks
import field_blockers
import field_front
import field_surroundings
import judge
from field_life import VMID, FieldLife, codes, findings, policies, rows, write

CONFIG = "/data/openclaw/openclaw.json"


def configure(change):
    """Changes openclaw.json as its owner would."""
    config = json.loads(bed.guest(VMID, f"cat {CONFIG}"))
    change(config)
    write(CONFIG, json.dumps(config, indent=2))


def restart(container="openclaw-gateway"):
    bed.guest(VMID, f"docker restart -t 2 {container} >/dev/null")


def variables():
    """What the direct gateway's process was started with."""
    text = bed.guest(VMID, "tr '\\0' '\\n' </proc/$(systemctl show -p MainPID --value openclaw-gateway)/environ")
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)


class AnswersAsBefore(FieldLife):
    """No page at the gateway (later one under a path), other fronts, a panel that asks for a login, Docker 28's rules, bans that come and go."""

    paths = ("/", "/claw/", "/healthz", "/api/health")

    def test_it_is_judged_by_what_it_was(self):
        self.begin("answers")
        configure(lambda config: config["gateway"].update(controlUi={"enabled": False}))
        self.addCleanup(field_front.usual_release)
        caddy = field_front.fronts()
        field_front.panel_with_a_login()
        field_front.service("docker-28-rules", field_front.DOCKER_28)
        field_front.service("bans", field_front.BANS)
        bed.guest(VMID, "iptables -w -I INPUT -s 198.51.100.9/32 -j DROP")
        restart()

        seen = self.look("what the field is like")
        self.assertEqual([seen[name] for name in ("28789/", "28080/", "28080/+login", "18080/")], [404, 401, 401, 302])
        self.assertEqual([seen[name] for name in ("18789/", "18789/+login", "28789+websocket", "18789+websocket")], [401, 404, 101, 101])
        self.assertIn("--dport 28789 -j DROP", bed.guest(VMID, "iptables-save -t raw"))
        told = rows(self.migrate())
        self.assertEqual([told[name].get("before") for name in ("http-gateway-direct", "http-panel-direct", "http-gateway-front-login")],
                         ["HTTP 404", "HTTP 401", "HTTP 404"], f"caddy: {caddy}")
        self.assertIn("f2b-sshd", told["baseline-firewall"]["found"])
        self.assertNotIn("dport 28789", told["baseline-firewall"]["found"])
        self.assertNotIn("--dport 28789 -j DROP", bed.guest(VMID, "iptables-save -t raw"), "that rule went with the container")
        self.back()

        # Meanwhile its owner wants the page back, under a path.
        configure(lambda config: config["gateway"].update(controlUi={"basePath": "/claw"}))
        restart()
        self.assertEqual(self.look("what the field is like, with a path")["28789/claw/"], 200)
        self.migrate()
        self.to_the_end()


class Blocked(FieldLife):
    """A VM with everything that would stop a migration in its middle, or bring Docker's version back later."""

    others = ("second-gateway",)

    def untouched(self):
        """What runs since when, and what stands in the data and beside it; a look from inside would end at the dead mount."""
        return (policies(), bed.guest(VMID, "docker ps -q | xargs docker inspect -f '{{.Id}} {{.State.StartedAt}}' | sort"),
                bed.guest(VMID, "find /data/openclaw/workspace /data/openclaw/agents /data/openclaw/openclaw.json /data/panel /opt/openclaw "
                                "/etc/systemd/system -name dead -prune -o -printf '%p %m %U %s %T@\\n' 2>/dev/null | sort || true"))

    def refused(self, name):
        """Each is told with its place, all in one scan, and nothing was done to the VM."""
        self.begin(name)
        field_blockers.boot_starters()
        field_blockers.obstacles()
        before = self.untouched()
        done = self.desk.migrate(VMID)
        self.assertIn(done.code, (desks.FAILED, desks.REFUSED), done)
        found = findings(done)
        self.assertEqual({code for code, *_ in field_blockers.OBSTACLES} - codes(done, "blocks"), set(), found)
        starters = field_blockers.told_of(found, "boot-caller")
        for path, *_ in field_blockers.STARTERS:
            self.assertEqual(len(field_blockers.named(starters, path)), 1, (path, starters))
        self.assertEqual(len(starters), len(field_blockers.STARTERS), starters)
        self.assertIn("/data/openclaw/workspace/dead", "".join(field_blockers.told_of(found, "source-unreadable")))
        self.assertIn("second-gateway", "".join(field_blockers.told_of(found, "other-gateway")))
        self.assertIn(("attention", "node-old"), [one[:2] for one in found])
        self.assertEqual(self.untouched(), before, "nothing was stopped, changed or written")
        self.assertEqual(judge.holds(), [])


class ToldBeforeTheStop(Blocked):
    def test_all_at_once_and_nothing_is_done(self):
        self.refused("told")


class NothingAskedAfterTheStop(Blocked):
    """And once they are gone, as their findings say, it moves, comes back with its starters, and moves again."""

    def test_with_each_cure_it_goes_through(self):
        self.refused("blockers")
        for code, _, cure in field_blockers.OBSTACLES:
            with self.subTest(code):
                bed.guest(VMID, cure)
        self.others = ()
        self.look("before the move")
        # With the obstacles gone the starters alone still stop it.
        done = self.desk.migrate(VMID)
        self.assertEqual(codes(done, "blocks"), {"boot-caller"}, done)
        self.disable()
        self.migrate()
        program = bed.guest(VMID, "readlink /proc/$(systemctl show -p MainPID --value openclaw-gateway)/exe").strip()
        self.assertNotEqual(program, "/usr/local/bin/node")
        bed.reboot(VMID)
        self.direct_is_as_before("after a reboot: nothing brought Docker's version up")
        self.back()
        for _, _, back in field_blockers.STARTERS:
            bed.guest(VMID, back)
        bed.reboot(VMID)
        self.docker_is_as_before()
        self.assertEqual(codes(self.desk.migrate(VMID), "blocks"), {"boot-caller"})
        self.disable()
        self.migrate()
        self.to_the_end()

    def disable(self):
        for _, cure, _ in field_blockers.STARTERS:
            bed.guest(VMID, cure)


class InSurroundings(FieldLife):
    """Variables, names that only the container knows, its zone, mounts, programs: told before the stop, and carried or named with what to do."""

    bystanders = ("models-1",)

    def test_what_docker_gave_is_carried_or_named(self):
        self.begin("surroundings")
        field_surroundings.make()
        self.look("before the move, by a name of the container's")
        done = self.desk.migrate(VMID)
        self.assertEqual(codes(done, "blocks"), {"setting-elsewhere"}, done)
        field_surroundings.without_the_setting()
        self.look("before the move, without that setting")
        done = self.migrate()
        for code in ("environment-runs-code", "zone-carried", "mount-beside-folder", "unit-folder-env", "address-changed", "native-abi", "programs-missing"):
            self.assertIn(code, codes(done, "attention"))
        self.as_carried()
        self.direct_is_as_before("the model is reached directly")
        # The user's message of just now is what the next check sees an answer to.
        self.assertIn("since the start", rows(self.desk.check(VMID))["model-answered"]["found"])
        self.back()
        bed.guest(VMID, "ln -s /srv/claude /root/.claude; ln -s /srv/skills /skills")  # as its finding says
        self.migrate()
        self.as_carried()
        self.to_the_end()
        self.as_carried()
        self.assertEqual(judge.containers(VMID), ["models-1"], "another project's container stays")

    def as_carried(self):
        found = variables()
        for name, value in (("NODE_OPTIONS", "--max-old-space-size=2048"), ("NODE_EXTRA_CA_CERTS", "/srv/certs/x.pem"), ("NODE_USE_ENV_PROXY", "1"),
                            ("TZ", "Etc/UTC"), ("LOCAL_BASE_URL", "http://127.0.0.1:9191/v1"), ("OLLAMA_HOST", "http://127.0.0.1:21434")):
            self.assertEqual(found.get(name), value, name)
        self.assertNotIn("BASH_ENV", found)
        providers = json.loads(bed.guest(VMID, "cat /root/.openclaw/openclaw.json"))["models"]["providers"]
        self.assertEqual([providers[name]["baseUrl"] for name in ("lab", "local", "ollama")],
                         ["http://10.10.10.1:8788/v1", "http://127.0.0.1:9191/v1", "http://127.0.0.1:21434/v1"])
        self.assertEqual(bed.guest(VMID, "readlink /proc/$(systemctl show -p MainPID --value openclaw-gateway)/cwd").strip(), "/root/.openclaw")


class AsksTheProgram(FieldLife):
    """A project of another name, with files, a profile and an environment file; a token by $include and env.vars, later by the
    state directory's .env; a docker command whose columns are another's; a node whose shell prints before each answer."""

    gateway, panel, others = "other-openclaw-gateway-1", "other-panel-1", ("other-extra-1",)
    MADE = """set -e; cd /opt/openclaw
        docker compose down -t 1 >/dev/null 2>&1
        sed -e /^name:/d -e /container_name:/d -e /OPENCLAW_GATEWAY_TOKEN/d docker-compose.yml >a.yml; rm docker-compose.yml
        printf 'services:\\n  panel:\\n    profiles: [ui]\\n  extra:\\n    image: %s\\n    command: [sleep, "100000"]\\n' "$(sed -n '/openclaw-panel:/s/.*image: //p' a.yml)" >b.yml
        mv .env x
        docker compose -p other -f a.yml -f b.yml --env-file x --profile ui up -d >/dev/null 2>&1"""

    def setUp(self):
        self.addCleanup(bed.node, "[ ! -e /root/.bashrc.lab ] || mv /root/.bashrc.lab /root/.bashrc")

    def a_shell_that_prints(self):
        bed.node("touch /root/.bashrc; cp -p /root/.bashrc /root/.bashrc.lab; { echo 'echo \"Welcome to this node; 3 updates\"'; echo 'echo to-stderr >&2'; cat /root/.bashrc.lab; } >/root/.bashrc")

    def token(self, value, files):
        for path, text in files.items():
            write(path, text)
        bed.guest(VMID, f"chown 1000:1000 {' '.join(files)}")
        return value

    def test_it_is_taken_for_what_it_is(self):
        self.begin("asking")
        # The way of docker's own printing is the user's; nothing may be read from it.
        write("/root/.docker/config.json", json.dumps({"psFormat": "table {{.Image}}\t{{.Command}}", "imagesFormat": "{{.ID}}"}))
        config = json.loads(bed.guest(VMID, f"cat {CONFIG}"))
        config = {"$include": "./auth.json5", "env": {"vars": {"CLAW_WORD": "LABSECRET-by-vars"}}, **config}
        self.token("LABSECRET-by-vars", {CONFIG: json.dumps(config, indent=2), "/data/openclaw/auth.json5": "{ gateway: { auth: { mode: 'token', token: '${CLAW_WORD}' } } } // own\n"})
        bed.guest(VMID, self.MADE)
        self.a_shell_that_prints()
        self.look("by another name")
        done = self.migrate()
        self.assertIn(("fine", "token"), [one[:2] for one in findings(done)])
        self.assertTrue(re.search("prints|shell", json.dumps(findings(done))), "what the node's shell prints is told")
        self.assertEqual([rows(done)[name]["verdict"] for name in ("token-unchanged", "token-accepted")], ["passed", "passed"])
        self.back()

        config["gateway"]["auth"] = {"mode": "token", "token": "${CLAW_TOKEN}"}
        del config["$include"]
        self.token("LABSECRET-by-env", {CONFIG: json.dumps(config, indent=2), "/data/openclaw/.env": "CLAW_TOKEN='LABSECRET-by-env' # own\n"})
        restart(self.gateway)
        self.look("by another name, with the token of .env")
        done = self.migrate()
        self.assertEqual([rows(done)[name]["verdict"] for name in ("token-unchanged", "token-accepted")], ["passed", "passed"])
        self.to_the_end()
        self.assertEqual(bed.guest(VMID, "docker ps -aq; docker network ls --format '{{.Name}}' | grep other || true"), "")
        self.assertNotIn("LABSECRET", "".join(path.read_text(errors="replace") for path in self.desk.records() + self.desk.journals()))


if __name__ == "__main__":
    unittest.main(verbosity=2)
