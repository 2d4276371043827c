#!/usr/bin/env python3
"""Whole steps of the deletion and of the way back, on this machine, under a folder in place of /.

    python3 tests/guest/test_whole_steps.py      (needs root: it changes owners)

Docker and systemd are stand-ins: what they do when something is wrong cannot be had from real ones.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUEST, STEPS = ROOT / "resources" / "guest", ROOT / "resources" / "steps"
RUN = "101-test"
# The guest's own places; all of them move under the test's folder.
PLACES = re.compile(r"(?<![\w.\-/}$])/(?:var/lib/openclaw-undock|root|data|opt/\.?openclaw|home/node|etc/systemd|etc/openclaw-)(?=[/\w.\-\"'$ \n)]|\Z)")

DOCKER = r'''#!/usr/bin/python3 -IS
"""A docker of files: containers.json and images.json in the folder beside this script's."""
import fcntl, json, pathlib, sys
HERE = pathlib.Path(__file__).resolve().parent.parent / "docker"
words = sys.argv[1:]
turn = open(HERE / "turn", "w")  # containers are stopped side by side
fcntl.flock(turn, fcntl.LOCK_EX)
load = lambda name: json.loads((HERE / name).read_text())
containers, images = load("containers.json"), load("images.json")
LISTED = ('{{.Id}}|{{slice .Name 1}}|{{.State.Running}}|{{index .Config.Labels "com.docker.compose.project"}}|'
          '{{index .Config.Labels "com.docker.compose.project.working_dir"}}')
def save():
    (HERE / "containers.json").write_text(json.dumps(containers))
    (HERE / "images.json").write_text(json.dumps(images))
def image_of(name):
    return next((key for key, tags in images.items() if key == name or name in tags), None)
def fails(call):
    return call in (HERE / "fails").read_text().splitlines()
plain = [word for word in words if word != "--"]
verb = " ".join(plain[:2]) if plain[0] in ("container", "image") else plain[0]
if verb == "compose":
    with open(HERE / "compose-calls", "a") as calls:
        calls.write(json.dumps(words[1:]) + "\n")
    rest = words[1:]
    while rest and rest[0].startswith("--"):
        rest = rest[2:]
    verb = "compose " + rest[0]
if fails(verb) or fails(" ".join(plain)):
    sys.exit("no answer")
template = next((words[at + 1] for at, word in enumerate(words) if word == "--format"), "")
if verb == "ps":
    for name, one in containers.items():
        if "-a" in words or "--all" in words or one["running"]:
            print(one["id"])
elif verb in ("container inspect", "inspect"):
    names = [name for word in plain for name in containers if word in (name, containers[name]["id"])]
    if not names:
        sys.exit("no such container")
    if not template:
        print(json.dumps([{"Id": one["id"], "Name": "/" + name, "State": {"Running": one["running"]}, "Config": {"Labels": {
            "com.docker.compose.project": one.get("project", "openclawpanel"), "com.docker.compose.service": one.get("service", name),
            "com.docker.compose.project.working_dir": one["folder"], "com.docker.compose.project.config_files": one.get("files", "")}}}
            for name, one in ((name, containers[name]) for name in names)]))
    for name in names if template else []:
        one = containers[name]
        known = {"{{.Id}}": one["id"], "{{.Image}}": one["image"], "{{.Config.Image}}": one["reference"],
                 LISTED: "|".join((one["id"], name, str(one["running"]).lower(), one.get("project", "openclawpanel"), one["folder"])),
                 "{{.HostConfig.RestartPolicy.Name}}:{{.HostConfig.RestartPolicy.MaximumRetryCount}}": one["policy"] if ":" in one["policy"] else one["policy"] + ":0"}
        print(known[template])
elif verb == "logs":
    print(f"log of {plain[-1]}")
elif verb == "update":
    if not (HERE / "deaf").exists():
        for name in plain[2:]:
            containers[name]["policy"] = plain[1].split("=")[1]
elif verb in ("start", "stop", "compose start"):
    for name in containers if verb == "compose start" else [word for word in plain if word in containers]:
        containers[name]["running"] = verb != "stop"
elif verb == "compose down":
    project = words[words.index("--project-name") + 1] if "--project-name" in words else "openclawpanel"
    for name in [name for name, one in containers.items() if one.get("project", "openclawpanel") == project and not one.get("stays")]:
        del containers[name]
elif verb == "compose up":
    for name, one in load("compose.json").items():
        image = image_of(one["reference"]) or sys.exit("no such image")
        containers[name] = {**one, "image": image, "running": True, "id": "new-" + name}
elif verb == "compose config":
    for one in load("compose.json").values():
        print(one["reference"])
elif verb == "info":
    print(HERE)
elif verb == "tag":
    image = image_of(plain[1]) or sys.exit("no such image")
    for tags in images.values():
        if plain[2] in tags:
            tags.remove(plain[2])
    images[image].append(plain[2])
elif verb == "image inspect":
    image = image_of(plain[-1]) or sys.exit("no such image")
    print({"{{.Id}}": image, "{{len .RepoTags}}": len(images[image])}.get(template, "[]"))
elif verb == "image rm":
    image = image_of(plain[-1]) or sys.exit("no such image")
    if plain[-1] in images[image]:
        images[image].remove(plain[-1])
    elif len(images[image]) > 1:
        sys.exit("conflict")
    else:
        images[image] = []
    if not images[image]:
        del images[image]
elif verb == "image prune":
    used = {one["image"] for one in containers.values()}
    for key in [key for key, tags in images.items() if not tags and key not in used]:
        del images[key]
elif verb == "image ls":
    for key, tags in images.items():
        for tag in tags or ["<none>:<none>"]:
            print(f"{tag} {key} 1GB")
elif verb == "version":
    pass
else:
    sys.exit(f"the stand-in does not know {words}")
save()
'''

SYSTEMCTL = r'''#!/bin/bash
# Units are files active-UNIT in the folder beside this script's.
units=$(dirname "$0")/../units
echo "$*" >>"$units/calls"
verb='' names=()
for word in "$@"; do
    case $word in
    -*) ;;
    *.service) names+=("$word") ;;
    *) [ -n "$verb" ] || verb=$word ;;
    esac
done
case $verb in
is-active) [ -e "$units/active-${names[0]}" ] ;;
is-enabled) [ -e "$units/enabled-${names[0]}" ] ;;
show) echo inactive ;;
stop | kill) for name in "${names[@]}"; do rm -f "$units/active-$name"; done ;;
disable) for name in "${names[@]}"; do rm -f "$units/enabled-$name"; done ;;
esac
'''

GATEWAY, PANEL, EXTRA = "openclaw-gateway", "openclaw-panel", "openclaw-extra"


@unittest.skipUnless(os.geteuid() == 0, "needs root: it changes owners")
class Steps(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="steps")
        self.addCleanup(shutil.rmtree, self.folder)
        self.number = 0
        for name in ("bin", "docker", "units", "lib", "root", "data/openclaw", "data/panel", "opt/openclaw", "etc/systemd/system",
                     f"var/lib/openclaw-undock/runs/{RUN}/state"):
            os.makedirs(self.path(name))
        for path in [*GUEST.glob("*.sh"), *GUEST.glob("*.py"), GUEST / "layout"]:
            self.write("lib/" + path.name, self.moved(path))
        # What asks the network or the processes of this machine is not what these tests are about.
        for tool in ("docker_back", "wait_up", "lone_gateway"):
            self.write(f"lib/{tool}.py", "")
        for name, script in (("docker", DOCKER), ("systemctl", SYSTEMCTL), ("sync", "#!/bin/sh\n")):
            os.chmod(self.write("bin/" + name, script), 0o755)
        self.write("docker/fails", "")
        self.write("opt/openclaw/docker-compose.yml", "services: {}\n")
        self.have({GATEWAY: "openclaw:1", PANEL: "panel:1"}, {"sha256:g": ["openclaw:1"], "sha256:p": ["panel:1"]})

    def moved(self, path):
        return PLACES.sub(lambda found: self.folder + found[0], path.read_text(encoding="utf-8"))

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        pathlib.Path(path).write_text(text, encoding="utf-8")
        return path

    def read(self, name):
        return pathlib.Path(self.path(name)).read_text(encoding="utf-8")

    def state(self, name):
        return f"var/lib/openclaw-undock/runs/{RUN}/state/{name}"

    def have(self, references, images, running=False):
        """Containers by what their image is called, and images by id."""
        named = {tag: image for image, tags in images.items() for tag in tags}
        containers = {name: {"id": f"id-{name}", "folder": self.path("opt/openclaw"), "reference": reference, "running": running,
                             "image": named.get(reference, reference), "policy": "no"} for name, reference in references.items()}
        self.write("docker/containers.json", json.dumps(containers))
        self.write("docker/compose.json", json.dumps(containers))
        self.write("docker/images.json", json.dumps(images))

    def containers(self):
        return json.loads(self.read("docker/containers.json"))

    def images(self):
        return json.loads(self.read("docker/images.json"))

    def run_step(self, step, **parameters):
        """(exit code, output, facts as pairs)"""
        self.number += 1
        job = f"var/lib/openclaw-undock/runs/{RUN}/{self.number:02d}-{step}"
        for name, value in {"confirm": f"{step}:{RUN}", "generation": "0", **parameters}.items():
            self.write(f"{job}/params/{name}", value)
        self.write(f"{job}/script", self.moved(STEPS / f"{step}.sh"))
        environment = {"HOME": "/root", "PATH": f"{self.path('bin')}:/usr/sbin:/usr/bin:/sbin:/bin", "UNDOCK_LIB": self.path("lib"),
                       "UNDOCK_RUN": self.path(f"var/lib/openclaw-undock/runs/{RUN}"), "UNDOCK_JOB": self.path(job)}
        done = subprocess.run(["bash", "-c", 'set -euo pipefail; . "$UNDOCK_LIB/prelude.sh"; . "$UNDOCK_JOB/script"'],
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        facts = [tuple(line.split("=", 1)) for line in self.read(f"{job}/facts").splitlines()]
        return done.returncode, done.stdout + done.stderr, facts

    def passes(self, step, **parameters):
        code, out, facts = self.run_step(step, **parameters)
        self.assertEqual(code, 0, out)
        return facts

    def refuses(self, step, code, **parameters):
        ended, out, facts = self.run_step(step, **parameters)
        self.assertNotEqual(ended, 0, out)
        self.assertEqual([value.split(" ", 1)[0] for key, value in facts if key == "failure"], [code], out)


CURL = r"""#!/bin/bash
# Whatever is asked for comes as one line.
while [ $# -gt 0 ]; do case $1 in -o) echo "a release" >"$2"; shift ;; esac; shift; done
"""
NPM = r"""#!/bin/bash
# Notes how it was called; `npm ci` ends as the files ci-says and ci-ends beside this script's folder have it.
here=$(dirname "$0")/..
echo "$*" >>"$here/npm-calls"
[ "$1" != ci ] || { cat "$here/ci-says" >&2; [ -s "$here/ci-ends" ] && exit 1; }
mkdir -p node_modules
"""
# In place of the tool that unpacks: the release is the folder `release`.
UNPACKED = "import os, shutil, sys\nshutil.copytree(os.path.join(os.path.dirname(__file__), '..', 'release'), sys.argv[2])\nprint('abcdef0')\n"


class PanelDependencies(Steps):
    """What the panel is installed from: of a release with a lock file just what that names, with its sums."""

    def setUp(self):
        super().setUp()
        for name, script in (("curl", CURL), ("npm", NPM), ("node", "#!/bin/sh\n"), ("openclaw", "#!/bin/sh\n")):
            os.chmod(self.write("bin/" + name, script), 0o755)
            if name in ("node", "openclaw"):
                self.write(self.state(name + "_bin"), self.path("bin", name))
        self.write("lib/warm_cache.py", "")
        self.write("lib/panel_release.py", UNPACKED)
        self.write("release/package.json", "{}")
        self.write("release/src/server.js", "")
        self.ci("", True)

    def ci(self, says, passes):
        self.write("ci-says", says)
        self.write("ci-ends", "" if passes else "1")

    def deployed(self):
        """(how npm was called, the fact about it, codes of the findings, code of the failure)"""
        self.write("npm-calls", "")
        _, out, facts = self.run_step("f-panel", panel_source="https://m.example", panel_repo="o/p", panel_tag="r1", npm_registry="")
        told = [(key, value.split(" ")[1 if key == "finding" else 0]) for key, value in facts if key in ("finding", "failure", "panel_dependencies")]
        return self.read("npm-calls").splitlines(), told, out

    def test_a_lock_file_is_kept_to(self):
        for lock in ("package-lock.json", "npm-shrinkwrap.json"):
            with self.subTest(lock):
                self.setUp()
                self.write("release/" + lock, "{}")
                calls, told, out = self.deployed()
                self.assertEqual((calls, told), (["ci --omit=dev"], [("panel_dependencies", "locked")]), out)
                self.assertTrue(os.path.isdir(self.path("opt/openclaw-panel/node_modules")), out)

    def test_without_one_they_are_installed_and_that_is_told(self):
        calls, told, out = self.deployed()
        self.assertEqual((calls, told), (["install --omit=dev"], [("panel_dependencies", "unlocked")]), out)

    def test_one_that_does_not_fit_is_told(self):
        for said in ("npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install packages when\n", "npm ERR! code EUSAGE\n"):
            with self.subTest(said):
                self.setUp()
                self.write("release/package-lock.json", "{}")
                self.ci(said, False)
                calls, told, out = self.deployed()
                self.assertEqual(calls, ["ci --omit=dev", "install --omit=dev"], out)
                self.assertEqual(told, [("finding", "panel-lock-unfit"), ("panel_dependencies", "unlocked")], out)

    def test_packages_that_are_not_those_of_the_lock_file_are_not_taken_without_it(self):
        """Nor where the registry, in whatever it says of a package, has the word for a lock file that does not fit."""
        integrity = "npm error code EINTEGRITY\nnpm error sha512-x integrity checksum failed\n"
        for said in (integrity, "npm warn deprecated left-pad@1.0.0: EUSAGE, see code EUSAGE\n" + integrity,
                     "npm warn deprecated x@1: npm error code EUSAGE\n" + integrity):
            with self.subTest(said):
                self.setUp()
                self.write("release/package-lock.json", "{}")
                self.ci(said, False)
                calls, told, out = self.deployed()
                self.assertEqual((calls, told), (["ci --omit=dev"], [("failure", "panel-dependencies")]), out)
                self.assertFalse(os.path.exists(self.path("opt/openclaw-panel")), out)


class ConfigList(Steps):
    """The panel makes a backup at each save: a list of very many must not become too long to be told."""

    def test_of_very_many_the_newest_are_told(self):
        for number in range(230):
            path = self.write(f"root/.openclaw/openclaw.json.bak.2026{999 - number}" + "x" * 150, str(number))
            os.utime(path, (number, number))
        self.write("root/.openclaw/openclaw.json", "{}")
        self.write("root/.openclaw/openclaw.json.bak odd name", "{}")
        os.mkfifo(self.path("root/.openclaw/openclaw.json.bak.pipe"))
        os.symlink("openclaw.json", self.path("root/.openclaw/openclaw.json.bak.link"))
        facts = self.passes("r-config-list")
        told = [value.split(" ") for key, value in facts if key == "config"]
        self.assertEqual([int(words[2]) for words in told], list(range(30, 230)), "the newest, the newest last")
        self.assertEqual(dict(facts)["count"], "230")

    def test_none_is_none(self):
        os.mkdir(self.path("root/.openclaw"))
        self.assertEqual(self.passes("r-config-list"), [("count", "0")])


class DirectStop(Steps):
    def setUp(self):
        super().setUp()
        for unit in (GATEWAY, PANEL):
            self.write(f"etc/systemd/system/{unit}.service", "# Written by openclaw-undock\n")
            self.write(f"units/active-{unit}.service", "")

    def active(self):
        return sorted(name for name in os.listdir(self.path("units")) if name.startswith("active-"))

    def test_the_services_of_another_run_are_left_running(self):
        self.write("var/lib/openclaw-undock/cutover", "run=101-later\n")
        self.refuses("r-direct-stop", "cutover-of-another")
        self.assertEqual(self.active(), [f"active-{GATEWAY}.service", f"active-{PANEL}.service"])
        self.assertNotIn("stop", self.read("units/calls") if os.path.exists(self.path("units/calls")) else "")

    def test_its_own_are_stopped_with_and_without_the_marker(self):
        self.write("var/lib/openclaw-undock/cutover", f"run={RUN}\n")
        self.passes("r-direct-stop")
        self.assertEqual(self.active(), [])
        self.write(f"units/active-{GATEWAY}.service", "")
        os.unlink(self.path("var/lib/openclaw-undock/cutover"))
        self.passes("r-direct-stop")
        self.assertEqual(self.active(), [])


class Ready(Steps):
    """Before anything is stopped it is seen that Docker's version can be started; nothing is changed by looking."""

    def setUp(self):
        super().setUp()
        for unit in (GATEWAY, PANEL):
            self.write(f"etc/systemd/system/{unit}.service", "# Written by openclaw-undock\n")
            self.write(f"units/active-{unit}.service", "")
        self.write("var/lib/openclaw-undock/cutover", f"run={RUN}\n")

    def world(self):
        calls = self.read("units/calls") if os.path.exists(self.path("units/calls")) else ""
        return (self.containers(), self.images(), sorted(os.listdir(self.path("root"))), [line for line in calls.splitlines() if "stop" in line or "start" in line])

    def ready(self, **parameters):
        before = self.world()
        facts = self.passes("r-ready", **parameters)
        self.assertEqual(self.world(), before)
        return dict(facts)["ready"]

    def not_ready(self, code, **parameters):
        before = self.world()
        self.refuses("r-ready", code, **parameters)
        self.assertEqual(self.world(), before)

    def without_containers(self, images):
        self.have({GATEWAY: "openclaw:1", PANEL: "panel:1"}, images)
        self.write("docker/containers.json", "{}")

    def test_containers_that_are_there_can_be_started(self):
        self.assertEqual(self.ready(), "containers")

    def test_images_stand_for_containers_that_were_deleted(self):
        self.without_containers({"sha256:g": ["openclaw:1"], "sha256:p": ["panel:1"]})
        self.assertEqual(self.ready(), "images")

    def test_an_image_that_is_called_otherwise_by_now_is_known_by_its_id(self):
        self.without_containers({"sha256:g": ["openclaw-undock/kept:" + GATEWAY], "sha256:p": ["panel:1"]})
        self.not_ready("images-gone")
        self.write(self.state("images"), f"{GATEWAY} sha256:g openclaw:1\n{PANEL} sha256:p panel:1\n")
        self.assertEqual(self.ready(), "images")

    def test_deleted_images_keep_the_direct_version_running(self):
        for images in ({}, {"sha256:g": ["openclaw:1"]}):
            with self.subTest(images):
                self.without_containers(images)
                self.not_ready("images-gone")

    def test_no_compose_file_means_no_new_containers(self):
        self.without_containers({"sha256:g": ["openclaw:1"], "sha256:p": ["panel:1"]})
        os.unlink(self.path("opt/openclaw/docker-compose.yml"))
        self.not_ready("compose-missing")

    def test_what_compose_does_not_accept_is_not_ready(self):
        self.without_containers({"sha256:g": ["openclaw:1"], "sha256:p": ["panel:1"]})
        self.write("docker/fails", "compose config\n")
        self.not_ready("compose-broken")

    def test_a_daemon_that_does_not_answer_proves_nothing(self):
        self.write("docker/fails", "version\n")
        self.not_ready("docker-unreachable")

    def test_a_state_directory_that_became_a_link_is_told_before_the_stop(self):
        os.symlink("/elsewhere", self.path("root/.openclaw"))
        self.not_ready("target-replaced")

    def test_a_restore_wants_its_backup_whole(self):
        self.not_ready("backup-gone", restore="yes")
        backup = self.path("root/migrate-backup-101")
        os.mkdir(backup)
        self.write(self.state("backup_dir"), backup)
        self.write("root/migrate-backup-101/data-openclaw.tgz", "archive")
        self.write("root/migrate-backup-101/SHA256SUMS.txt", f"{'0' * 64}  data-openclaw.tgz\n")
        self.not_ready("backup-damaged", restore="yes")
        subprocess.run("sha256sum data-openclaw.tgz >SHA256SUMS.txt", shell=True, cwd=backup, check=True)
        self.assertEqual(self.ready(restore="yes"), "containers")


class ConfigBack(Steps):
    """An earlier openclaw.json: where the gateway does not get up with it, it is not left down over that."""

    def setUp(self):
        super().setUp()
        self.write(f"etc/systemd/system/{GATEWAY}.service", "# Written by openclaw-undock\n")
        self.write("var/lib/openclaw-undock/cutover", f"run={RUN}\n")
        self.write("root/.openclaw/openclaw.json", '{"now": 1}')
        self.write("root/.openclaw/openclaw.json.bak.20260220093000", '{"earlier": 1}')
        self.write("bin/journalctl", "#!/bin/sh\n")
        os.chmod(self.path("bin/journalctl"), 0o755)

    def gateway_refuses(self, word):
        """The stand-in for the wait: up, unless the configuration holds the word."""
        self.write("lib/wait_up.py", f"import sys\nsys.exit({word!r} in open({self.path('root/.openclaw/openclaw.json')!r}).read())\n")

    def test_it_takes_the_place_of_what_was_in_use(self):
        facts = dict(self.passes("r-config", bak="openclaw.json.bak.20260220093000"))
        self.assertEqual(self.read("root/.openclaw/openclaw.json"), '{"earlier": 1}')
        self.assertEqual(pathlib.Path(facts["config_backup"]).read_text(encoding="utf-8"), '{"now": 1}')

    def test_what_was_in_use_comes_back_when_the_gateway_stays_down(self):
        self.gateway_refuses("earlier")
        self.refuses("r-config", "config-unfit", bak="openclaw.json.bak.20260220093000")
        self.assertEqual(self.read("root/.openclaw/openclaw.json"), '{"now": 1}')

    def test_a_gateway_that_gets_up_with_neither_is_told(self):
        self.gateway_refuses("{")
        self.refuses("r-config", "not-up", bak="openclaw.json.bak.20260220093000")
        self.assertEqual(self.read("root/.openclaw/openclaw.json"), '{"now": 1}')


class DockerStart(Steps):
    NOTE = "var/lib/openclaw-undock/policies"

    def setUp(self):
        super().setUp()
        self.write(self.NOTE, f"{GATEWAY} unless-stopped\n{PANEL} on-failure:5\n")

    def policies(self):
        return [self.containers()[name]["policy"] for name in (GATEWAY, PANEL)]

    def kept(self):
        return os.path.exists(self.path(self.NOTE))

    def test_policies_come_back_and_the_note_goes(self):
        self.passes("r-docker-start")
        self.assertEqual((self.policies(), self.kept()), (["unless-stopped", "on-failure:5"], False))
        self.assertTrue(all(one["running"] for one in self.containers().values()))

    def test_a_list_that_cannot_be_had_is_not_no_containers(self):
        # Only the list of all containers: the other questions before it are answered.
        self.write("docker/fails", "ps --no-trunc --quiet -a\n")
        self.refuses("r-docker-start", "docker-unreachable")
        self.assertTrue(self.kept())
        self.assertTrue(all(one["running"] for one in self.containers().values()), "the bot does not wait for it")
        self.write("docker/fails", "")
        self.passes("r-docker-start")
        self.assertEqual((self.policies(), self.kept()), (["unless-stopped", "on-failure:5"], False))

    def test_a_policy_that_does_not_take_keeps_the_note(self):
        for what in ("deaf", "fails"):
            with self.subTest(what):
                self.write(f"docker/{what}", "update\n")
                self.refuses("r-docker-start", "policy-not-set")
                self.assertTrue(self.kept())
                os.unlink(self.path("docker/deaf")) if what == "deaf" else self.write("docker/fails", "")


class Snapshot(Steps):
    """What users wrote since the cutover is saved; what hinders that does not keep Docker's version down."""
    WROTE = "root/.openclaw/workspace/new"

    def setUp(self):
        super().setUp()
        self.write("data/openclaw/workspace/old", "old")
        self.write("root/.openclaw/workspace/old", "old")
        self.backup = self.path("root/migrate-backup-101")
        os.mkdir(self.backup)
        self.write(self.state("backup_dir"), self.backup)
        self.write(self.state("placed_inode"), str(os.stat(self.path("root/.openclaw")).st_ino))
        self.tool("native_state", "record", self.path("root/.openclaw"), "none", self.path(self.state("cutover-manifest.jsonl")))
        self.tool("manifest", "make", self.path(self.state("source-manifest.jsonl")), self.path("data/openclaw"))
        self.write("var/lib/openclaw-undock/cutover", f"run={RUN}\n")
        self.write(self.WROTE, "written directly")

    def tool(self, name, *arguments):
        subprocess.run([sys.executable, self.path(f"lib/{name}.py"), *arguments], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "UNDOCK_JOB": self.folder, "UNDOCK_RUN": self.folder})

    def break_tar(self):
        path = self.write("bin/tar", "#!/bin/sh\nhead -c 100000 /dev/urandom\necho 'tar: no more room' >&2\nexit 2\n")
        os.chmod(path, 0o755)
        return lambda: os.unlink(path)

    def lose_backup(self):
        os.rename(self.backup, self.backup + ".away")
        return lambda: os.rename(self.backup + ".away", self.backup)

    def lose_manifest(self):
        path = self.path(self.state("cutover-manifest.jsonl"))
        os.rename(path, path + ".away")
        return lambda: os.rename(path + ".away", path)

    HINDRANCES = (break_tar, lose_backup, lose_manifest)

    def counts(self, facts):
        return [value for name in ("changed", "new", "deleted", "sessions_new") for key, value in facts if key == name]

    def check_carried_back(self):
        self.passes("r-docker-start")
        self.passes("r-carry-back")
        self.assertEqual(self.read("data/openclaw/workspace/new"), "written directly")

    def test_it_is_saved_counted_and_carried_back(self):
        facts = self.passes("r-snapshot")
        self.assertEqual(self.counts(facts), ["0", "1", "0", "0"])
        self.assertTrue(dict(facts)["snapshot"].endswith(".tgz"))
        self.check_carried_back()

    def test_what_hinders_the_saving_does_not_hinder_the_way_back(self):
        for hinder in self.HINDRANCES:
            with self.subTest(hinder.__name__):
                self.doCleanups()
                self.setUp()
                mend = hinder(self)
                facts = self.passes("r-snapshot")
                self.assertEqual(self.counts(facts), ["unknown"] * 4)
                self.assertNotIn("snapshot", dict(facts))
                kept = dict(facts)["rolled_back"]
                [finding] = [value for key, value in facts if key == "finding"]
                self.assertTrue(finding.startswith("attention snapshot-failed "))
                self.assertIn(kept, finding)
                self.assertEqual(pathlib.Path(kept, "workspace/new").read_text(encoding="utf-8"), "written directly")
                self.assertFalse(os.path.exists(self.path("var/lib/openclaw-undock/cutover")))
                mend()
                self.assertEqual(os.listdir(self.backup), [], "no half an archive is left")
                self.check_carried_back()

    def test_a_second_rollback_saves_it_when_it_can(self):
        mend = self.break_tar()
        self.passes("r-snapshot")
        self.assertEqual(self.counts(self.passes("r-snapshot")), ["unknown"] * 4, "it is not said that nobody wrote")
        mend()
        self.assertEqual(self.counts(self.passes("r-snapshot")), ["0", "1", "0", "0"])
        self.check_carried_back()

    def test_carrying_back_without_the_archive_changes_nothing(self):
        self.break_tar()
        self.passes("r-snapshot")
        self.passes("r-docker-start")
        self.refuses("r-carry-back", "snapshot-failed")
        self.assertFalse(os.path.exists(self.path("data/openclaw/workspace/new")))
        self.assertTrue(all(one["running"] for one in self.containers().values()))


class Restore(Steps):
    """The supplement is unpacked over the archive: what stood there gives way, and nothing else."""
    WORK = "data/openclaw/"

    def setUp(self):
        super().setUp()
        self.backup = self.path("root/migrate-backup-101")
        os.mkdir(self.backup)
        self.write(self.state("backup_dir"), self.backup)
        for name in ("one", "folder/in it", "file", "plain"):
            self.write(self.WORK + name, f"old {name}")
        os.link(self.path(self.WORK, "one"), self.path(self.WORK, "again"))
        os.symlink("folder", self.path(self.WORK, "link"))
        self.archive("data-openclaw", self.WORK[:-1])

    def archive(self, name, *arguments):
        options = [word for word in arguments if word.startswith("--")]
        paths = [self.path(word)[1:] for word in arguments if not word.startswith("--")]
        subprocess.run(["tar", "-C", "/", "--format=posix", "-czf", f"{self.backup}/{name}.tgz", *options, *paths], check=True)

    def changed(self, *names, gone=()):
        """The supplement of these, and the manifest, as stage C makes them."""
        self.archive("supplement-data-openclaw", "--no-recursion", *(self.WORK + name for name in (".", *names)))
        pathlib.Path(self.backup, "supplement-deleted.nul").write_bytes(
            b"".join(os.fsencode(self.path(self.WORK, name)) + b"\0" for name in gone))
        subprocess.run("sha256sum *.tgz *.nul >SHA256SUMS.txt", shell=True, cwd=self.backup, check=True)
        subprocess.run([sys.executable, self.path("lib/manifest.py"), "make", self.path(self.state("source-manifest.jsonl")),
                        self.path("data/openclaw")], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "UNDOCK_JOB": self.folder, "UNDOCK_RUN": self.folder})

    def tree(self):
        found = {}
        for folder, folders, files in os.walk(self.path("data/openclaw")):
            for path in (os.path.join(folder, name) for name in folders + files):
                found[os.path.relpath(path, self.path("data/openclaw"))] = (
                    "to " + os.readlink(path) if os.path.islink(path) else "folder" if os.path.isdir(path) else pathlib.Path(path).read_text())
        return found

    def check_restored(self):
        source = self.tree()
        shutil.rmtree(self.path("data/openclaw"))
        self.write("data/openclaw/destroyed", "x")
        self.passes("r-restore")
        self.assertEqual(self.tree(), source)

    def test_a_name_that_was_parted_from_its_file_does_not_write_into_it(self):
        # As programs save a file: the other name keeps the old content.
        os.replace(self.write(self.WORK + "part", "new"), self.path(self.WORK, "again"))
        self.changed("again")
        self.check_restored()

    def test_a_folder_that_became_a_file(self):
        shutil.rmtree(self.path(self.WORK, "folder"))
        self.write(self.WORK + "folder", "a file now")
        self.changed("folder", gone=["folder/in it"])
        self.check_restored()

    def test_what_became_a_folder_or_a_link(self):
        for name in ("file", "link"):
            os.unlink(self.path(self.WORK, name))
            self.write(f"{self.WORK}{name}/in it", "a folder now")
        os.unlink(self.path(self.WORK, "plain"))
        os.symlink("one", self.path(self.WORK, "plain"))
        self.changed("file", "file/in it", "link", "link/in it", "plain")
        self.check_restored()


class Deletion(Steps):
    """i-save and i-delete; one container of the project more than the procedure knows."""

    def setUp(self):
        super().setUp()
        backup = self.path("root/migrate-backup-101")
        self.write("root/migrate-backup-101/data-openclaw.tgz", "archive")
        subprocess.run("sha256sum *.tgz >SHA256SUMS.txt", shell=True, cwd=backup, check=True)
        self.write(self.state("backup_dir"), backup)
        self.write(self.state("equal"), "yes")
        self.write("var/lib/openclaw-undock/cutover", f"run={RUN}\n")
        self.write(f"var/lib/openclaw-undock/runs/{RUN}/90-h-checks/result", f"state passed\nended {time.time_ns() // 10**6}\n")
        self.write("lib/layer_save.py", "import sys; open(f'{sys.argv[2]}/{sys.argv[1]}.tgz', 'w').write('layer')")
        self.have({GATEWAY: "openclaw:1", PANEL: "panel:1", EXTRA: "extra:1"},
                  {"sha256:g": ["openclaw:1"], "sha256:p": ["panel:1"], "sha256:x": ["extra:1"]})

    def layer(self, name):
        return self.path("root/migrate-backup-101/docker-layer", name)

    def test_everything_of_each_container_that_goes_is_saved_first(self):
        self.passes("i-save")
        for name in (GATEWAY, PANEL, EXTRA):
            for kind in ("inspect.json", "log.gz", "tgz"):
                self.assertTrue(os.path.getsize(self.layer(f"{name}.{kind}")), f"{name}.{kind}")
        with open(self.layer("SHA256SUMS.txt"), encoding="utf-8") as sums:
            self.assertIn(f"{EXTRA}.tgz", sums.read())
        self.passes("i-delete")
        self.assertEqual(self.containers(), {})

    def test_only_the_images_of_the_two_may_be_removed_later(self):
        for step in ("i-save", "i-delete", "i-images"):
            self.passes(step)
        self.assertEqual(self.images(), {"sha256:x": ["extra:1"]})

    def test_what_is_not_saved_is_not_deleted(self):
        for name in (GATEWAY, EXTRA):
            for kind in ("inspect.json", "tgz"):
                with self.subTest(f"{name}.{kind}"):
                    self.passes("i-save")
                    os.unlink(self.layer(f"{name}.{kind}"))
                    self.refuses("i-delete", "layer-not-saved")
                    self.assertEqual(len(self.containers()), 3)

    def test_nor_is_a_container_that_was_made_anew_since(self):
        self.passes("i-save")
        containers = self.containers()
        containers[EXTRA]["id"] = "another"
        self.write("docker/containers.json", json.dumps(containers))
        self.refuses("i-delete", "layer-not-saved")
        self.passes("i-save")
        self.passes("i-delete")

    def of_project(self, project, **more):
        """The same containers, made as another project than the folder's own; with one of a stranger's beside them."""
        containers = {name: {**one, "project": project} for name, one in self.containers().items()}
        containers["stranger"] = {**containers[GATEWAY], "id": "id-stranger", "project": "strange", "folder": "/srv/strange"}
        for name, fields in more.items():
            containers[name].update(fields)
        self.write("docker/containers.json", json.dumps(containers))
        folder = self.path("opt/openclaw")
        words = [folder, "--project-name", project, "--project-directory", folder, "--file", folder + "/a.yml", "--env-file", folder + "/x"]
        self.write(self.state("compose-argv"), "".join(word + "\0" for word in words))
        self.write(self.state("compose_project"), project)
        self.write(self.state("compose_services"), "openclaw-gateway\npanel\n")
        return words[1:]

    def compose_calls(self):
        return [json.loads(line) for line in self.read("docker/compose-calls").splitlines()]

    def test_compose_is_called_with_what_the_containers_were_made_with(self):
        words = self.of_project("other")
        self.passes("i-save")
        self.assertEqual(sorted(dict(self.passes("i-delete"))["removed"].split()), sorted([GATEWAY, PANEL, EXTRA]))
        self.assertEqual(self.compose_calls(), [[*words, "down", "--remove-orphans"]])
        self.assertEqual(list(self.containers()), ["stranger"])
        self.write("opt/openclaw/a.yml", "")
        self.write("opt/openclaw/x", "")
        os.unlink(self.path("var/lib/openclaw-undock/cutover"))
        self.passes("r-docker-start")
        self.assertEqual(self.compose_calls()[-1], [*words, "up", "-d", "--no-build", "--pull", "never", "openclaw-gateway", "panel"])

    def test_a_file_that_is_gone_is_told_before_compose_is_called(self):
        self.of_project("other")
        self.passes("i-save")
        self.passes("i-delete")
        os.unlink(self.path("var/lib/openclaw-undock/cutover"))
        self.refuses("r-docker-start", "compose-missing")

    def test_what_compose_leaves_is_a_failure_and_the_rest_is_told_as_removed(self):
        self.of_project("other", **{EXTRA: {"stays": True}})
        self.passes("i-save")
        ended, out, facts = self.run_step("i-delete")
        self.assertNotEqual(ended, 0, out)
        self.assertEqual(dict(facts)["failure"].split()[0], "containers-left", out)
        self.assertEqual(sorted(dict(facts)["removed"].split()), sorted([GATEWAY, PANEL]))
        containers = self.containers()
        del containers[EXTRA]["stays"]
        self.write("docker/containers.json", json.dumps(containers))
        self.assertEqual(sorted(dict(self.passes("i-delete"))["removed"].split()), sorted([GATEWAY, PANEL, EXTRA]), "an earlier attempt's, too")

    def test_a_container_that_was_gone_before_was_not_removed(self):
        self.passes("i-save")
        containers = self.containers()
        del containers[EXTRA]
        self.write("docker/containers.json", json.dumps(containers))
        self.assertEqual(sorted(dict(self.passes("i-delete"))["removed"].split()), sorted([GATEWAY, PANEL]))

    def newer_image(self):
        """The gateway's image lost its name to a newer one, which nobody has started yet."""
        self.write("docker/images.json", json.dumps({"sha256:g": [], "sha256:newer": ["openclaw:1"], "sha256:p": ["panel:1"],
                                                     "sha256:x": ["extra:1"], "sha256:waste": []}))

    def test_the_pruning_leaves_the_image_that_docker_would_come_back_with(self):
        self.newer_image()
        for step in ("i-save", "i-delete"):
            self.passes(step)
        self.assertEqual(self.images(), {"sha256:g": [f"openclaw-undock/kept:{GATEWAY}"], "sha256:newer": ["openclaw:1"],
                                         "sha256:p": ["panel:1"], "sha256:x": ["extra:1"]})

    def test_it_goes_when_the_images_are_deleted_and_what_took_its_name_stays(self):
        self.newer_image()
        for step in ("i-save", "i-delete", "i-images"):
            self.passes(step)
        self.assertEqual(self.images(), {"sha256:newer": ["openclaw:1"], "sha256:x": ["extra:1"]})

    def test_the_way_back_starts_what_ran_here_and_keeps_what_took_its_name(self):
        self.newer_image()
        for step in ("i-save", "i-delete"):
            self.passes(step)
        os.unlink(self.path("var/lib/openclaw-undock/cutover"))
        self.passes("r-docker-start")
        self.assertEqual({name: one["image"] for name, one in self.containers().items()}, {GATEWAY: "sha256:g", PANEL: "sha256:p", EXTRA: "sha256:x"})
        self.assertEqual(self.images()["sha256:newer"], [f"openclaw-undock/newer:{GATEWAY}"])

    def test_without_its_list_no_image_is_said_to_be_removed(self):
        for step in ("i-save", "i-delete"):
            self.passes(step)
        os.unlink(self.path(self.state("images")))
        self.refuses("i-images", "missing-state")


if __name__ == "__main__":
    unittest.main()
