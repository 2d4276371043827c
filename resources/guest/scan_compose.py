"""Scan: whether `docker compose` will find what runs, so that it can be removed and made again later."""

import os

import containers
import layout
from containers import COMPOSE_DIR, GATEWAY, PANEL, label, name_of
from scan_tools import run
from step_io import fact, finding, phrase, say, show

DEFAULT_FILES = ("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml")


def listed(paths):
    return ", ".join(show(path) for path in paths)


def command():
    """Whether there is a docker compose at all."""
    code, version = run("docker", "compose", "version", "--short")
    fact("compose_version", version.decode("ascii", "replace").strip() if code == 0 else "missing")
    if code != 0:
        finding("blocks", "compose-missing", phrase("compose-missing"))
    return code == 0


def default_files(project):
    """Where no label says which: compose's own choice in its folder."""
    files = [os.path.join(project.folder, name) for name in DEFAULT_FILES if os.path.isfile(os.path.join(project.folder, name))]
    if not files:
        finding("blocks", "compose-file-missing", phrase("compose-file-missing", folder=show(project.folder)))
    return files[:1]


def membership(project):
    """The two belong to one project, and nothing else in its folder is taken for a part of it."""
    gateway, panel = project.gateway, project.panel
    if not project.name:
        finding("blocks", "compose-none", phrase("compose-none", gateway=show(name_of(gateway)), compose_dir=COMPOSE_DIR))
        return
    fact("compose_project", project.name)
    if panel and label(panel, "project") != project.name:
        finding("blocks", "compose-split", phrase("compose-split", panel=show(name_of(panel)), panel2=show(label(panel, "project") or "none"),
                                                  gateway=show(name_of(gateway)), name=show(project.name)))
    members = project.members()
    for item in members:
        if item is not gateway and item is not panel:
            finding("attention", "container-extra", phrase("container-extra", item=show(name_of(item))))
    for item in project.items:
        if item not in members and label(item, "project.working_dir") == project.folder:
            finding("attention", "compose-other", phrase("compose-other", item=show(name_of(item)), folder=show(project.folder),
                                                         item2=show(label(item, "project"))))


def readable(project):
    """compose reads the project from the same files, and knows both services."""
    if gone := project.missing():
        finding("blocks", "compose-files-missing", phrase("compose-files-missing", gateway=show(name_of(project.gateway)), gone=listed(gone)))
        return
    told = project.learn_profiles()
    call = " ".join(map(show, project.argv()))
    fact("compose_call", call)
    if told is None:
        finding("blocks", "compose-invalid", phrase("compose-invalid", call=call))
        return
    if project.profiles:
        fact("compose_profiles", " ".join(project.profiles))
    for item in (project.gateway, project.panel):
        service = label(item, "service") if item else ""
        if service and service not in told:
            finding("blocks", "compose-service-missing", phrase("compose-service-missing", item=show(name_of(item)), service=show(service),
                                                                files=listed(project.files)))
    drift(project, told)
    if outside := [path for path in project.files + project.environment_files if not path.startswith(COMPOSE_DIR + "/")]:
        finding("attention", "compose-elsewhere", phrase("compose-elsewhere", compose_dir=COMPOSE_DIR, outside=listed(outside)))


def drift(project, told):
    """Whether made anew they would be what they are: compose's own sum of a service against the one it labelled."""
    hashes = {}
    answer = project.compose("config", "--hash", "*")
    if answer.returncode == 0:
        hashes = dict(line.split()[:2] for line in answer.stdout.decode("utf-8", "replace").splitlines() if len(line.split()) >= 2)
    changed = [name_of(item) for item in project.members() if label(item, "service") in hashes
               and label(item, "config-hash") and hashes[label(item, "service")] != label(item, "config-hash")]
    if changed:
        finding("attention", "compose-drift", phrase("compose-drift", changed=listed(changed)))


def odd_containers(project):
    """Containers that would not stay stopped, or not stay at all."""
    for item in project.members():
        if (item.get("HostConfig") or {}).get("AutoRemove"):
            finding("blocks", "container-autoremove", phrase("container-autoremove", item=show(name_of(item))))
        if ((item.get("Config") or {}).get("Labels") or {}).get("com.docker.swarm.service.name"):
            finding("blocks", "container-swarm", phrase("container-swarm", item=show(name_of(item))))


def shared_data(project):
    """Other containers that have the same data: the direct version's users will not be in what they see."""
    members = project.members()
    for item in project.items:
        if item in members:
            continue
        for mount in item.get("Mounts") or []:
            source = os.path.normpath(mount.get("Source") or "/")
            if mount.get("Type") == "bind" and (source + "/").startswith((f"{layout.SRC_STATE}/", f"{layout.SRC_PANEL}/")):
                finding("attention", "data-shared", phrase("data-shared", item=show(name_of(item)), source=show(source)))


def scan(docker):
    project = docker.project
    if not command() or project.gateway is None:
        return
    membership(project)
    if not project.files:
        project.files = default_files(project)
    fact("compose_file", " ".join(map(show, project.files)) or "missing")
    if project.files:
        readable(project)
    odd_containers(project)
    shared_data(project)
    project.keep()
    for role, item in ((GATEWAY, project.gateway), (PANEL, project.panel)):
        if item and name_of(item) != role:
            say(f"{role} is the container {show(name_of(item))}")
