"""Scan: Docker's side. Containers, policies, mounts, the versions in them."""

import io
import json
import os
import re
import tarfile

import containers
import scan_compose
from scan_tools import GATEWAY, PANEL, STATE_IN_CONTAINER, run, text_of, which
from step_io import fact, finding, say, show

MOUNTS = {GATEWAY: ("/data/openclaw", STATE_IN_CONTAINER), PANEL: ("/data/panel", "/data/panel")}
PUBLISHED = {GATEWAY: "28789", PANEL: "28080"}
LAYER_LISTED = 200


class Docker:
    """What later parts of the scan want to know of it."""

    def __init__(self):
        self.there = False
        self.project = containers.Project([])
        self.containers = {}  # name → docker inspect's object; the two under the procedure's names, whatever compose calls them
        self.version = ""     # of the OpenClaw in the gateway's container

    def running(self, name):
        return bool(self.containers.get(name, {}).get("State", {}).get("Running"))


def describe(docker, name):
    item, role = docker.containers[name], name
    config, host, state = item["Config"], item["HostConfig"], item["State"]
    policy = host["RestartPolicy"]["Name"] or "no"
    name = item.get("Name", name).lstrip("/")
    fact("container", f"{name} {state['Status']} {policy} {config['Image']} {item['Image']}")
    fact("env_names", f"{name} " + " ".join(sorted(entry.split("=", 1)[0] for entry in config.get("Env") or [])))
    if policy == "always":
        finding("attention", "policy-always", f"{name} has the restart policy \"always\", so stopping alone would not last; the policy is noted and set to \"no\" before the stop.")
    if not state["Running"]:
        finding("attention", "container-stopped", f"{name} does not run ({state['Status']}).")
    layer(name)
    if role in MOUNTS:
        source, target = MOUNTS[role]
        here = {mount.get("Destination"): mount.get("Source") for mount in item.get("Mounts") or []}
        if here.get(target) != source:
            finding("blocks", "mount-unexpected", f"{name} has {show(str(here.get(target) or 'nothing'))} mounted on {target}, not {source}; its data is elsewhere and would not be moved.")
        published = {binding["HostPort"] for bindings in (host.get("PortBindings") or {}).values() for binding in bindings or []}
        if PUBLISHED[role] not in published:
            finding("attention", "port-unexpected", f"{name} does not publish {PUBLISHED[role]} ({', '.join(sorted(published)) or 'no port'}).")
    inside = nested_mounts(item) if role == GATEWAY else []
    for mount in inside:
        source, destination = show(str(mount.get("Source") or mount.get("Name"))), show(mount["Destination"])
        finding("blocks", "mount-nested", f"{name} has {source} mounted on {destination}, inside its state directory: what is in it is not under /data/openclaw and would not be moved. Stop the container, copy {source} to {show(place_of(mount))}, take this mount out of the compose file, start it again, then scan again.")
    for mount in item.get("Mounts") or []:
        if mount.get("Type") == "volume" and role != GATEWAY:  # of the gateway's tells scan_surroundings
            finding("attention", "volume", f"{name} keeps data in the volume {mount.get('Name')} on {mount.get('Destination')}: it stays where it is and is not moved.")


def place_of(mount):
    """Where in the guest a path of the container's state directory is, as the move takes it."""
    source, target = MOUNTS[GATEWAY]
    return source + os.path.normpath(mount["Destination"])[len(target):]


def nested_mounts(item):
    """What is mounted inside the gateway's state directory from another place than its own under /data/openclaw.

    Of such a mount the guest's folder shows an empty directory. A tmpfs keeps nothing that could be lost.
    """
    _, target = MOUNTS[GATEWAY]
    return [mount for mount in item.get("Mounts") or []
            if mount.get("Type") != "tmpfs" and os.path.normpath(mount.get("Destination") or "/").startswith(target + "/")
            and os.path.realpath(mount.get("Source") or "/") != os.path.realpath(place_of(mount))]


def layer(name):
    """What was changed in the container's own layer, and goes with the container."""
    lines = run("docker", "diff", name, timeout=120)[1].decode("utf-8", "replace").splitlines()
    # Folders are listed with what changed in them; what counts is added or changed paths.
    fact("layer_changes", f"{name} {len(lines)}")
    for line in lines[:LAYER_LISTED]:
        say(f"  {name}: {show(line)}")
    if len(lines) > LAYER_LISTED:
        say(f"  … and {len(lines) - LAYER_LISTED} more")
    if lines:
        finding("attention", "layer-changes", f"{name} has {len(lines)} changes in its own layer, which the direct install will not have; they are saved before anything is deleted. What users need of them is to be installed in the guest.")


def package_version(name, folder):
    """The version in folder/package.json of a container, running or not."""
    code, stream = run("docker", "cp", f"{name}:{folder}/package.json", "-", timeout=60)
    if code != 0:
        return ""
    try:
        with tarfile.open(fileobj=io.BytesIO(stream)) as archive:
            package = json.load(archive.extractfile(archive.next()))
    except (tarfile.TarError, ValueError, AttributeError, RecursionError):
        return ""
    version = package.get("version") if isinstance(package, dict) and package.get("name") == "openclaw" else ""
    return version if isinstance(version, str) else ""


def versions(docker):
    item = docker.containers.get(GATEWAY)
    if item is None:
        return
    name = containers.name_of(item)
    docker.version = package_version(name, item["Config"].get("WorkingDir") or "/app")
    if docker.running(GATEWAY):
        if not docker.version:
            found = re.search(r"[0-9]{4}\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?", text_of("docker", "exec", name, "openclaw", "--version", timeout=60))
            docker.version = found[0] if found else ""
        fact("container_node", text_of("docker", "exec", name, "node", "--version") or "unknown")
    fact("container_version", docker.version or "unknown")
    if docker.version:
        finding("fine", "container-version", f"The container runs OpenClaw {docker.version}.")
    else:
        finding("attention", "container-version-unknown", "Which OpenClaw the container runs could not be told; choose the version yourself.")


def scan():
    say("-- docker")
    docker = Docker()
    if not which("docker"):
        finding("blocks", "docker-missing", "There is no docker in the guest; nothing to migrate from.")
        return docker
    code, version = run("docker", "version", "--format", "{{.Server.Version}}", timeout=60)
    if code != 0:
        finding("blocks", "docker-unreachable", "Docker's daemon does not answer; start it (systemctl start docker) and scan again.")
        return docker
    docker.there = True
    fact("docker_server", version.decode("ascii", "replace").strip())
    try:
        docker.project = containers.Project(containers.everything())
    except containers.Unanswered:
        finding("blocks", "docker-unreachable", "Docker's daemon does not answer; start it (systemctl start docker) and scan again.")
        return docker
    for item in docker.project.members():
        role = GATEWAY if item is docker.project.gateway else PANEL if item is docker.project.panel else containers.name_of(item)
        docker.containers[role] = item
    scan_compose.scan(docker)
    for name in sorted(docker.containers):
        describe(docker, name)
    for name in (GATEWAY, PANEL):
        if name not in docker.containers:
            finding("blocks", "container-missing", f"There is no container {name}; nothing to migrate from, or it was migrated before.")
    versions(docker)
    return docker
