"""Scan: Docker's side. Containers, policies, mounts, the versions in them."""

import io
import json
import os
import re
import tarfile

import containers
import scan_compose
from scan_tools import GATEWAY, PANEL, STATE_IN_CONTAINER, run, text_of, which
from step_io import fact, finding, phrase, say, show

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
        finding("attention", "policy-always", phrase("policy-always", name=name))
    if not state["Running"]:
        finding("attention", "container-stopped", phrase("container-stopped", name=name, status=state["Status"]))
    layer(name)
    if role in MOUNTS:
        source, target = MOUNTS[role]
        here = {mount.get("Destination"): mount.get("Source") for mount in item.get("Mounts") or []}
        if here.get(target) != source:
            finding("blocks", "mount-unexpected", phrase("mount-unexpected", name=name, target=show(str(here.get(target) or "@nothing")),
                                                         target2=target, source=source))
        published = {binding["HostPort"] for bindings in (host.get("PortBindings") or {}).values() for binding in bindings or []}
        if PUBLISHED[role] not in published:
            finding("attention", "port-unexpected", phrase("port-unexpected", name=name, published=PUBLISHED[role],
                                                           published2=", ".join(sorted(published)) or "@no-port"))
    inside = nested_mounts(item) if role == GATEWAY else []
    for mount in inside:
        source, destination = show(str(mount.get("Source") or mount.get("Name"))), show(mount["Destination"])
        finding("blocks", "mount-nested", phrase("mount-nested", name=name, source=source, destination=destination, mount=show(place_of(mount))))
    for mount in item.get("Mounts") or []:
        if mount.get("Type") == "volume" and role != GATEWAY:  # of the gateway's tells scan_surroundings
            finding("attention", "volume", phrase("volume", name=name, volume=mount.get("Name"), place=mount.get("Destination")))


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
        finding("attention", "layer-changes", phrase("layer-changes", name=name, count=len(lines)))


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
        finding("fine", "container-version", phrase("container-version", version=docker.version))
    else:
        finding("attention", "container-version-unknown", phrase("container-version-unknown"))


def scan():
    say("-- docker")
    docker = Docker()
    if not which("docker"):
        finding("blocks", "docker-missing", phrase("docker-missing"))
        return docker
    code, version = run("docker", "version", "--format", "{{.Server.Version}}", timeout=60)
    if code != 0:
        containers.tell_unanswered()
        return docker
    docker.there = True
    fact("docker_server", version.decode("ascii", "replace").strip())
    try:
        docker.project = containers.Project(containers.everything())
    except containers.Unanswered:
        containers.tell_unanswered()
        return docker
    for item in docker.project.members():
        role = GATEWAY if item is docker.project.gateway else PANEL if item is docker.project.panel else containers.name_of(item)
        docker.containers[role] = item
    scan_compose.scan(docker)
    for name in sorted(docker.containers):
        describe(docker, name)
    for name in (GATEWAY, PANEL):
        if name not in docker.containers:
            finding("blocks", "container-missing", phrase("container-missing", name=name))
    versions(docker)
    return docker
