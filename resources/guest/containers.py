"""The containers that are moved, and the compose project that made them, as Docker itself tells it.

Asked by id and `inspect`; nothing is read from a column that is made for people. What is found
is kept for the later steps of the run:

  gateway_container, panel_container    their names, which compose may have chosen
  compose_project                       what `docker compose -p` is to be given
  compose_services                      the services that have containers, one a line
  compose-argv                          NUL-separated: the folder to call from, then docker compose's options

usage: containers.py keep       asks Docker and keeps it; exit 3 when there is no gateway's container
"""

import json
import os
import subprocess
import sys

import step_io

GATEWAY, PANEL = "openclaw-gateway", "openclaw-panel"
SERVICES = {GATEWAY: ("openclaw-gateway",), PANEL: ("openclaw-panel", "panel")}
COMPOSE_DIR = "/opt/openclaw"
DATA = "/data/openclaw"
STATE = "/home/node/.openclaw"
LABEL = "com.docker.compose."
ARGV = os.path.join(step_io.STATE, "compose-argv")
TRIES = 3


class Unanswered(Exception):
    """Docker's daemon could not be asked; nothing follows from that."""


def tell_unanswered():
    """What the scan found of it."""
    step_io.finding("blocks", "docker-unreachable", step_io.phrase("docker-unreachable"))


def docker(*words, timeout=60):
    try:
        return subprocess.run(["docker", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unanswered(str(error)) from error


def everything():
    """docker inspect's objects of every container of this machine."""
    said = b""
    for _ in range(TRIES):
        listed = docker("ps", "--all", "--no-trunc", "--quiet")
        if listed.returncode != 0:
            raise Unanswered(listed.stderr.decode("utf-8", "replace").strip())
        ids = listed.stdout.decode("ascii", "replace").split()
        if not ids:
            return []
        answer = docker("inspect", "--type", "container", "--", *ids)
        if answer.returncode == 0:
            return json.loads(answer.stdout.decode("utf-8", "surrogateescape"))
        said = answer.stderr  # one of them went away between the two questions
    raise Unanswered(said.decode("utf-8", "replace").strip())


def name_of(item):
    return item["Name"].lstrip("/")


def label(item, name):
    return ((item.get("Config") or {}).get("Labels") or {}).get(LABEL + name) or ""


def running(item):
    return bool((item.get("State") or {}).get("Running"))


def mounted(item, destination):
    """What of the guest is mounted there in the container, or ""."""
    for mount in item.get("Mounts") or []:
        if os.path.normpath(mount.get("Destination") or "") == destination:
            return mount.get("Source") or ""
    return ""


def of_role(item, role):
    return name_of(item) == role or (label(item, "service") in SERVICES[role] and label(item, "oneoff") != "True")


def gateway_of(items):
    """The gateway's container that is moved: with the data that is moved, or with the procedure's name."""
    found = [item for item in items if of_role(item, GATEWAY)]
    return max(found, default=None, key=lambda item: (
        mounted(item, STATE) == DATA, name_of(item) == GATEWAY, label(item, "project.working_dir") == COMPOSE_DIR, running(item)))


def panel_of(items, project):
    found = [item for item in items if name_of(item) == PANEL or (project and label(item, "project") == project and of_role(item, PANEL))]
    return max(found, default=None, key=lambda item: (name_of(item) == PANEL, running(item)))


class Project:
    """The compose project of the gateway's container."""

    def __init__(self, items):
        self.items = items
        self.gateway = gateway_of(items)
        self.name = label(self.gateway, "project") if self.gateway else ""
        self.panel = panel_of(items, self.name)
        self.folder = (label(self.gateway, "project.working_dir") if self.gateway else "") or COMPOSE_DIR
        self.files = self.paths("project.config_files")
        self.environment_files = self.paths("project.environment_file")
        self.profiles = []

    def paths(self, what):
        """The paths that a label of the gateway's container names. A relative one was meant from the project's folder."""
        value = label(self.gateway, what) if self.gateway else ""
        return [os.path.join(self.folder, path) for path in value.split(",") if path]

    def members(self):
        """The project's containers, and the two by their names where compose did not make them."""
        return [item for item in self.items
                if (self.name and label(item, "project") == self.name) or item is self.gateway or item is self.panel]

    def services(self):
        return sorted({label(item, "service") for item in self.members()
                       if label(item, "service") and label(item, "oneoff") != "True"})

    def missing(self):
        """Files that compose was given and that are not there any more."""
        return [path for path in self.files + self.environment_files if not os.path.isfile(path)]

    def argv(self):
        """docker compose's options that lead to this project, whatever the current folder."""
        words = []
        if self.name:
            words += ["--project-name", self.name]
        words += ["--project-directory", self.folder]
        for path in self.files:
            words += ["--file", path]
        for path in self.environment_files:
            words += ["--env-file", path]
        for profile in self.profiles:
            words += ["--profile", profile]
        return words

    def compose(self, *words):
        return docker("compose", *self.argv(), *words)

    def learn_profiles(self):
        """Asks compose for its services; {service: profiles}, None when it cannot read the project."""
        self.profiles = ["*"]
        answer = self.compose("config", "--format", "json")
        self.profiles = []
        if answer.returncode != 0:
            return None
        try:
            services = json.loads(answer.stdout.decode("utf-8", "replace"))["services"]
            told = {name: [str(one) for one in (service or {}).get("profiles") or []] for name, service in services.items()}
        except (ValueError, KeyError, AttributeError, TypeError):
            return None
        self.profiles = sorted({profile for name in self.services() for profile in told.get(name, ())})
        return told

    def keep(self):
        step_io.keep("gateway_container", name_of(self.gateway))
        step_io.keep("panel_container", name_of(self.panel) if self.panel else PANEL)
        step_io.keep("compose_project", self.name)
        step_io.keep("compose_services", "".join(name + "\n" for name in self.services()))
        folder = self.folder if os.path.isdir(self.folder) else "/"
        step_io.write_durably(ARGV, b"".join(os.fsencode(word) + b"\0" for word in [folder, *self.argv()]))


def kept(name, otherwise):
    return (step_io.kept(name) if step_io.is_kept(name) else "") or otherwise


def names():
    """(gateway's, panel's) as the scan of this run found them."""
    return kept("gateway_container", GATEWAY), kept("panel_container", PANEL)


def main():
    try:
        project = Project(everything())
        if project.gateway is None:
            return 3
        project.learn_profiles()
    except Unanswered as error:
        step_io.fail("docker-unreachable", step_io.phrase("docker-silent-why", error=error))
    if gone := project.missing():
        step_io.fail("compose-files-gone", container=name_of(project.gateway), files=", ".join(map(step_io.show, gone)))
    project.keep()
    return 0


if __name__ == "__main__":
    sys.exit(main())
