"""Scan: whether `docker compose` will find what runs, so that it can be removed and made again later."""

import os

import containers
from containers import COMPOSE_DIR, GATEWAY, PANEL, label, name_of
from scan_tools import run
from step_io import fact, finding, say, show

DEFAULT_FILES = ("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml")


def listed(paths):
    return ", ".join(show(path) for path in paths)


def command():
    """Whether there is a docker compose at all."""
    code, version = run("docker", "compose", "version", "--short")
    fact("compose_version", version.decode("ascii", "replace").strip() if code == 0 else "missing")
    if code != 0:
        finding("blocks", "compose-missing", "`docker compose` does not work in the guest; without it Docker's version could not be started again.")
    return code == 0


def default_files(project):
    """Where no label says which: compose's own choice in its folder."""
    files = [os.path.join(project.folder, name) for name in DEFAULT_FILES if os.path.isfile(os.path.join(project.folder, name))]
    if not files:
        finding("blocks", "compose-file-missing", f"There is no compose file in {show(project.folder)}.")
    return files[:1]


def membership(project):
    """The two belong to one project, and nothing else in its folder is taken for a part of it."""
    gateway, panel = project.gateway, project.panel
    if not project.name:
        finding("blocks", "compose-none", f"{show(name_of(gateway))} was not made by docker compose: `docker compose down` would not remove it, and `up` would not make it again. Make it by docker compose up -d in {COMPOSE_DIR}, then scan again.")
        return
    fact("compose_project", project.name)
    if panel and label(panel, "project") != project.name:
        finding("blocks", "compose-split", f"{show(name_of(panel))} belongs to the compose project {show(label(panel, 'project') or 'none')}, {show(name_of(gateway))} to {show(project.name)}: one `docker compose down` leaves the other. Make both by one docker compose up -d, then scan again.")
    members = project.members()
    for item in members:
        if item is not gateway and item is not panel:
            finding("attention", "container-extra", f"The project has one container more: {show(name_of(item))}. It is stopped with the others; nothing of it is moved.")
    for item in project.items:
        if item not in members and label(item, "project.working_dir") == project.folder:
            finding("attention", "compose-other", f"{show(name_of(item))} was made from {show(project.folder)} as well, but as project {show(label(item, 'project'))}: it is neither stopped nor removed.")


def readable(project):
    """compose reads the project from the same files, and knows both services."""
    if gone := project.missing():
        finding("blocks", "compose-files-missing", f"{show(name_of(project.gateway))} was made from {listed(gone)}, which is not there any more: docker compose could not make it again. Put it back, or make the containers anew from the files that count (docker compose up -d), then scan again.")
        return
    told = project.learn_profiles()
    call = " ".join(map(show, project.argv()))
    fact("compose_call", call)
    if told is None:
        finding("blocks", "compose-invalid", f"docker compose cannot read the project that the containers were made from. See why: docker compose {call} config --quiet. Mend it, then scan again.")
        return
    if project.profiles:
        fact("compose_profiles", " ".join(project.profiles))
    for item in (project.gateway, project.panel):
        service = label(item, "service") if item else ""
        if service and service not in told:
            finding("blocks", "compose-service-missing", f"{show(name_of(item))} was made as the service {show(service)}, which is not in {listed(project.files)} any more: docker compose could not make it again. Put the service back, then scan again.")
    drift(project, told)
    if outside := [path for path in project.files + project.environment_files if not path.startswith(COMPOSE_DIR + "/")]:
        finding("attention", "compose-elsewhere", f"The project's files are not all in {COMPOSE_DIR}: {listed(outside)}. Stage B does not archive them; they are copied beside the backup before anything is deleted.")


def drift(project, told):
    """Whether made anew they would be what they are: compose's own sum of a service against the one it labelled."""
    hashes = {}
    answer = project.compose("config", "--hash", "*")
    if answer.returncode == 0:
        hashes = dict(line.split()[:2] for line in answer.stdout.decode("utf-8", "replace").splitlines() if len(line.split()) >= 2)
    changed = [name_of(item) for item in project.members() if label(item, "service") in hashes
               and label(item, "config-hash") and hashes[label(item, "service")] != label(item, "config-hash")]
    if changed:
        finding("attention", "compose-drift", f"Made anew, {listed(changed)} would not be as they are now: the compose files or their variables changed since. Before the deletion the way back starts the containers that are there; after it, it makes them from the files as they stand.")


def odd_containers(project):
    """Containers that would not stay stopped, or not stay at all."""
    for item in project.members():
        if (item.get("HostConfig") or {}).get("AutoRemove"):
            finding("blocks", "container-autoremove", f"{show(name_of(item))} was started with --rm: Docker removes it as soon as it stops, and with it what is in its own layer. Make it by docker compose up -d, then scan again.")
        if ((item.get("Config") or {}).get("Labels") or {}).get("com.docker.swarm.service.name"):
            finding("blocks", "container-swarm", f"{show(name_of(item))} belongs to a Docker swarm, which starts another as soon as it stops. Make it by docker compose up -d, then scan again.")


def shared_data(project):
    """Other containers that have the same data: the direct version's users will not be in what they see."""
    members = project.members()
    for item in project.items:
        if item in members:
            continue
        for mount in item.get("Mounts") or []:
            source = os.path.normpath(mount.get("Source") or "/")
            if mount.get("Type") == "bind" and (source + "/").startswith(("/data/openclaw/", "/data/panel/")):
                finding("attention", "data-shared", f"The container {show(name_of(item))} has {show(source)} mounted too: it may write there while the data is copied, and after the migration it sees the old data.")


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
