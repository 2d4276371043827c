#!/usr/bin/env python3
"""What calls Docker by itself, at boot or on a schedule: found wherever it stands, and told by what it does.

    python3 tests/guest/test_scan_callers.py
"""

import os
import pathlib
import shutil
import sys
import tempfile
import unittest
from unittest import mock

sys.dont_write_bytecode = True
GUEST = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guest"
sys.path.insert(0, str(GUEST))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import containers  # noqa: E402
import docker_calls  # noqa: E402
import scan_callers  # noqa: E402
import step_io  # noqa: E402
from test_scan_docker import container, usual  # noqa: E402

UP = "cd /opt/openclaw && docker compose up -d"
UNIT = "[Service]\nType=oneshot\nRemainAfterExit=yes\nWorkingDirectory=/opt/openclaw\nExecStart=/usr/bin/docker compose up -d\n"
BLOCKS, TOLD, NOTHING = [("blocks", "boot-caller")], [("attention", "docker-caller")], []


class Callers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.found = []
        for patch in (mock.patch.object(scan_callers, "ROOT", self.folder), mock.patch.object(scan_callers, "listed", lambda *_: None),
                      mock.patch.object(scan_callers, "finding", lambda *told: self.found.append((*told[:2], step_io.in_english(told[2]))))):
            patch.start()
            self.addCleanup(patch.stop)

    def write(self, path, text="", mode=0o644):
        full = self.folder + path
        os.makedirs(os.path.dirname(full), exist_ok=True)
        pathlib.Path(full).write_text(text)
        os.chmod(full, mode)

    def link(self, path, target):
        os.makedirs(os.path.dirname(self.folder + path), exist_ok=True)
        os.symlink(target, self.folder + path)

    def scan(self, *items):
        self.found.clear()
        project = containers.Project([*usual(), *items])
        scan_callers.scan(mock.Mock(project=project))
        return [(level, code) for level, code, _ in self.found]

    def test_what_brings_it_up_by_itself_blocks_wherever_it_stands(self):
        cases = {
            "cron.d at boot": [("/etc/cron.d/up", f"@reboot root {UP}\n")],
            "crontab of root": [("/var/spool/cron/crontabs/root", f"MAILTO=x\n@reboot {UP}\n")],
            "crontab of a user": [("/var/spool/cron/crontabs/bot", "*/5 * * * * docker start openclaw-gateway\n")],
            "/etc/crontab": [("/etc/crontab", "0 4 * * * root docker restart openclaw-gateway openclaw-panel\n")],
            "anacron": [("/etc/anacrontab", f"1 5 up {UP}\n")],
            "cron.daily": [("/etc/cron.daily/up", f"#!/bin/sh\n{UP}\n", 0o755)],
            "over two lines": [("/etc/cron.d/up", "@reboot root docker compose -f /opt/openclaw/docker-compose.yml \\\n    up -d\n")],
            "the old program": [("/etc/cron.d/up", "@reboot root docker-compose -f /opt/openclaw/docker-compose.yml up -d\n")],
            "rc.local": [("/etc/rc.local", f"#!/bin/sh\n{UP}\nexit 0\n", 0o755)],
            "rc.local with systemd's unit for it": [("/etc/rc.local", f"#!/bin/sh\n{UP}\nexit 0\n", 0o755),
                                                    ("/lib/systemd/system/rc-local.service", "[Service]\nExecStart=/etc/rc.local start\n"),
                                                    ("/etc/systemd/system/multi-user.target.wants/rc-local.service", "")],
            "init.d": [("/etc/init.d/bot", f"#!/bin/sh\nstart() {{\n  {UP}\n}}\n", 0o755), ("/etc/rc3.d/S01bot", "")],
            "an interface that comes up": [("/etc/network/if-up.d/bot", f"#!/bin/sh\n{UP}\n", 0o755)],
            "supervisor": [("/etc/supervisor/conf.d/bot.conf", "[program:bot]\ncommand=docker start -a openclaw-gateway\n")],
            "through a script": [("/etc/cron.d/up", "@reboot root /opt/start.sh\n"), ("/opt/start.sh", "#!/bin/sh\nexec /opt/really.sh\n"), ("/opt/really.sh", f"{UP}\n")],
            "through a command": [("/etc/cron.d/up", "@reboot root bot-up\n"), ("/usr/local/bin/bot-up", f"{UP}\n")],
            "through make": [("/etc/cron.d/up", "@reboot root make -C /opt/openclaw up\n"),
                             ("/opt/openclaw/Makefile", "COMPOSE = docker compose\nhelp:\n\techo hello\nup: check\n\t$(COMPOSE) up -d\ncheck:\n\ttrue\n")],
            "a variable": [("/etc/cron.d/up", "@reboot root /opt/start.sh\n"), ("/opt/start.sh", 'DC="docker compose"\ncd /opt/openclaw\n$DC up -d\n')],
            "all that there is": [("/etc/cron.d/up", "@reboot root docker start $(docker ps -aq)\n")],
            "a pipe": [("/etc/cron.d/up", "@reboot root docker ps -aq | xargs docker start\n")],
            "a python script": [("/etc/cron.d/up", "@reboot root /opt/up.py\n"), ("/opt/up.py", "subprocess.run(['docker', 'restart', 'openclaw-gateway'])\n")],
        }
        for what, files in cases.items():
            with self.subTest(what):
                for path, text, *mode in files:
                    self.write(path, text, *mode)
                self.assertEqual(self.scan(), BLOCKS, "told, and once")
                self.assertIn(files[0][0], self.found[0][2])
                shutil.rmtree(self.folder)

    def test_units_block_when_something_starts_them(self):
        wants = "/etc/systemd/system/multi-user.target.wants/bot.service"
        cases = {
            "enabled": (["/etc/systemd/system/bot.service", UNIT], [wants]),
            "of a package": (["/lib/systemd/system/bot.service", UNIT], [wants]),
            "wanted by the package": (["/usr/lib/systemd/system/bot.service", UNIT], ["/usr/lib/systemd/system/multi-user.target.wants/bot.service"]),
            "by a timer": (["/etc/systemd/system/bot.service", UNIT, "/etc/systemd/system/daily.timer", "[Timer]\nOnBootSec=1\nUnit=bot.service\n"],
                           ["/etc/systemd/system/timers.target.wants/daily.timer"]),
            "for all users": (["/etc/systemd/user/bot.service", UNIT], ["/etc/systemd/user/default.target.wants/bot.service"]),
            "of root as a user": (["/root/.config/systemd/user/bot.service", UNIT], ["/root/.config/systemd/user/default.target.wants/bot.service"]),
            "of another user": (["/home/bot/.config/systemd/user/bot.service", UNIT], ["/home/bot/.config/systemd/user/default.target.wants/bot.service"]),
            "in a drop-in": (["/etc/systemd/system/bot.service", "[Service]\nExecStart=/bin/true\n", "/etc/systemd/system/bot.service.d/up.conf", f"[Service]\nExecStartPost=/bin/sh -c '{UP}'\n"], [wants]),
            "in Docker's own drop-in": (["/lib/systemd/system/docker.service", "[Service]\nExecStart=/usr/bin/dockerd\n",
                                         "/etc/systemd/system/docker.service.d/up.conf", f"[Service]\nExecStartPost=/bin/sh -c '{UP}'\n"], []),
            "through another unit": (["/etc/systemd/system/bot.service", "[Service]\nExecStart=systemctl start real.service\n", "/etc/systemd/system/real.service", UNIT], [wants]),
        }
        for what, (files, links) in cases.items():
            with self.subTest(what):
                for path, text in zip(files[::2], files[1::2]):
                    self.write(path, text)
                for path in links:
                    self.link(path, "/x")
                self.assertEqual(self.scan()[:1], BLOCKS)
                shutil.rmtree(self.folder)

    def test_what_nobody_starts_is_told(self):
        self.write("/etc/systemd/system/bot.service", UNIT)
        self.write("/usr/local/bin/up", UP + "\n")
        self.assertEqual(self.scan(), TOLD * 2)
        self.assertIn("can bring Docker's version up", self.found[0][2])

    def test_each_kind_of_unit_has_its_cure(self):
        for text, expected in ((UNIT, "Run systemctl disable bot.service (with a timer"), (UNIT + "ExecStop=/usr/bin/docker compose down\n", "empty its ExecStop="),
                               (UNIT.replace("up -d", "up"), "systemctl disable --now bot.service"),
                               ("[Service]\nExecStart=docker start -a openclaw-gateway\nRestart=always\n", "systemctl disable --now bot.service")):
            with self.subTest(text):
                self.write("/etc/systemd/system/bot.service", text)
                if not os.path.lexists(self.folder + "/etc/systemd/system/multi-user.target.wants/bot.service"):
                    self.link("/etc/systemd/system/multi-user.target.wants/bot.service", "/x")
                self.assertEqual(self.scan(), BLOCKS)
                self.assertIn(expected, self.found[0][2])

    def test_a_unit_that_stands_removes_the_containers_when_the_vm_is_switched_off(self):
        self.write("/etc/systemd/system/bot.service", "[Service]\nWorkingDirectory=/opt/openclaw\nExecStart=/bin/true\nExecStop=docker compose down\n")
        with mock.patch.object(scan_callers.Units, "ask", lambda units, names: units.states.update({"bot.service": {"ActiveState": "active"}})):
            self.assertEqual(self.scan(), [("blocks", "docker-remover")])

    def test_what_takes_the_way_back_blocks(self):
        for line in ("0 3 * * 0 root docker system prune -af", "0 3 * * 0 root docker image prune -a -f", "0 3 * * 0 root docker container prune -f",
                     "0 3 * * 0 root cd /opt/openclaw; docker compose down", "@reboot root docker rm openclaw-gateway"):
            with self.subTest(line):
                self.write("/etc/cron.d/clean", line + "\n")
                self.assertEqual(self.scan(), [("blocks", "docker-remover")])
        self.write("/etc/cron.d/clean", "0 3 * * 0 root docker image prune -f\n")
        self.assertEqual(self.scan(), NOTHING, "takes untagged images only, as the deletion itself does")

    def test_what_only_uses_the_containers_is_told(self):
        self.write("/etc/cron.d/tidy", "17 3 * * * root docker exec openclaw-gateway openclaw --version >>/var/log/x 2>&1\n")
        self.assertEqual(self.scan(), TOLD)
        self.assertIn("calls docker exec:", self.found[0][2])
        self.assertNotIn("/var/log/x", self.found[0][2], "arguments may be secret")

    def test_what_means_something_else_is_left_alone(self):
        for line in ("@reboot root docker start nginx", "@reboot root cd /srv/blog && docker compose up -d", "@reboot root docker compose -f /srv/blog/compose.yml up -d",
                     "@reboot root docker compose -p blog up -d", "@reboot root docker run -d nginx", "0 3 * * * root docker exec blog backup", "@reboot root systemctl restart docker",
                     "@reboot root service docker start", "@reboot root echo docker compose up -d", "# @reboot root " + UP, "@reboot root cd /opt/openclaw && docker compose ps",
                     "@reboot root cd /opt/openclaw && docker compose up -d blog"):
            with self.subTest(line):
                self.write("/etc/cron.d/x", line + "\n")
                self.assertEqual(self.scan(), NOTHING)
        self.write("/etc/cron.d/x.dpkg-old", f"@reboot root {UP}\n")
        self.write("/etc/cron.daily/x", f"{UP}\n", 0o644)
        self.assertEqual(self.scan(), NOTHING, "cron runs neither")

    def test_a_watchtower_that_revives_blocks(self):
        tower = container("watchtower", project="w", folder="/srv/w", image="containrrr/watchtower")
        self.assertEqual(self.scan(tower), NOTHING)
        tower["Config"]["Env"] = ["WATCHTOWER_REVIVE_STOPPED=true"]
        self.assertEqual(self.scan(tower), [("blocks", "container-reviver")])

    def test_makefiles_are_followed_by_target(self):
        text = "up:\n\tdocker compose up -d\nlogs:\n\tdocker compose logs\n"
        self.assertEqual([call.words for call in docker_calls.calls(docker_calls.make_text(text, ["logs"]))], ["docker compose logs"])
        self.assertEqual([call.words for call in docker_calls.calls(docker_calls.make_text(text, []))], ["docker compose up"])


if __name__ == "__main__":
    unittest.main()
