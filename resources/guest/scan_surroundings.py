"""Scan: what the image or compose gave the gateway without a file in the state directory."""

import json
import os
import re

import container_env
import container_view
import dotenv
import gateway_token
import json5
import layout
import native_modules
import scan_addresses
import scan_programs
import scan_token
from scan_tools import GATEWAY, STATE_IN_CONTAINER, read
from step_io import fact, finding, phrase, say, show
from layout import SRC_STATE as STATE

UNIT_FOLDER = "/root"
NAMED = 20
MOST_PATHS = 60
SHELLS = ("sh", "bash", "ash", "dash", "busybox")
KNOWN_STARTS = ("node", "openclaw", "docker-entrypoint.sh", "tini", "docker-init", "dumb-init", "catatonit", "npm", "pnpm", "npx")
USUAL_OPTIONS = {"--bind", "--port", "--allow-unconfigured", "--token", "--password", "--auth", "--"}
SETTINGS = re.compile(r"(?:OPENCLAW|CLAWDBOT|MOLTBOT)_(HOME|STATE_DIR|CONFIG_PATH|AGENT_DIR|OAUTH_DIR)\Z|PI_CODING_AGENT_(DIR)\Z")
# Where each of them may lead without the data being elsewhere than it is looked for.
EXACT = {"HOME": "/home/node", "STATE_DIR": STATE_IN_CONTAINER, "CONFIG_PATH": STATE_IN_CONTAINER + "/openclaw.json"}


def some(names):
    return ", ".join(map(show, names[:NAMED])) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")


def variables(container):
    carried = container_env.of(container)
    fact("environment_to_carry", " ".join(sorted(carried.values)))
    if carried.risky:
        finding("attention", "environment-runs-code", phrase("environment-runs-code", risky=some(carried.risky)))
    if carried.of_image:
        finding("attention", "environment-of-image", phrase("environment-of-image", of_image=some(carried.of_image), state=STATE))
    if carried.from_folder:
        finding("attention", "environment-of-folder", phrase("environment-of-folder", folder=show(container.folder),
                                                             from_folder=some(carried.from_folder)))
    for name, (kind, path, place) in sorted(carried.files.items()):
        if kind == "bind":
            finding("fine", "environment-file-there", phrase("environment-file-there", name=name, path=show(path), place=show(place)))
        else:
            finding("attention", "environment-file-copied", phrase("environment-file-copied", name=name, path=show(path), place=place))
    named = [(name, path) for name, value in sorted(carried.values.items()) if name not in carried.files and not SETTINGS.match(name)
             for path in container_env.paths_in(container.environment.get(name, value))]
    for name, path in named[:MOST_PATHS]:
        lost(container, name, path)
    settings(container)
    return carried


def lost(container, name, path):
    """A path in a value that the container has and the guest lacks."""
    if (path + "/").startswith((STATE_IN_CONTAINER + "/", "/proc/", "/sys/", "/dev/")) or os.path.lexists(path):
        return
    there = container.exists(path)
    place = container.place(path)
    if there and place:
        finding("attention", "environment-path-lost", phrase("environment-path-linked", name=name, path=show(path), place=show(place)))
    elif there:
        finding("attention", "environment-path-lost", phrase("environment-path-copied", name=name, path=show(path), container=show(container.name)))


def settings(container):
    """OPENCLAW_STATE_DIR and its like: the move takes what is in the state directory, and looks for it there."""
    for name, value in sorted(container.environment.items()):
        match = SETTINGS.match(name)
        if not match or not value.strip():
            continue
        path = os.path.normpath(re.sub(r"\A~(?=/|\Z)", container.home, value.strip()))
        wanted = EXACT.get(match[1] or "")
        inside = (path + "/").startswith(STATE_IN_CONTAINER + "/")
        if path != wanted if wanted else not inside:
            finding("blocks", "setting-elsewhere", phrase("setting-elsewhere", name=name, path=show(path),
                                                          wanted=wanted or phrase("place-below", folder=STATE_IN_CONTAINER)))


def zone(carried):
    difference = carried.zone
    fact("zone_container", difference.there or "unknown")
    fact("zone_guest", difference.here or "unknown")
    jobs = zoneless_jobs()
    if not difference.there:
        finding("attention", "zone-unread", phrase("zone-unread", here=difference.here or phrase("unknown"), jobs=jobs))
    elif difference.carry:
        finding("attention", "zone-carried", phrase("zone-carried", there=difference.there, here=difference.here or phrase("unknown"),
                                                    carry=difference.carry, jobs=jobs))
    else:
        finding("fine", "zone", phrase("zone", there=difference.there))


def zoneless_jobs():
    try:
        jobs = json.loads(gateway_token.read_file(f"{STATE}/cron/jobs.json"))["jobs"]
        return sum(isinstance(job, dict) and (job.get("schedule") or {}).get("kind") == "cron" and not job["schedule"].get("tz") for job in jobs)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return 0


def mounts(container):
    """Beside the state directory: each is a path that OpenClaw, as root of the guest, does not find."""
    for mount in sorted(container.mounts, key=lambda item: item["Destination"]):
        target = os.path.normpath(mount["Destination"])
        if mount.get("Type") == "tmpfs" or (target + "/").startswith(STATE_IN_CONTAINER + "/"):
            continue
        source = os.path.normpath(mount.get("Source") or "")
        if target in ("/etc/localtime", "/etc/timezone", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf") or target.endswith("/docker.sock"):
            if target.endswith("/docker.sock"):
                finding("attention", "mount-socket", phrase("mount-socket"))
            continue
        wanted = target
        if (target + "/").startswith("/home/node/"):
            wanted = "/root" + target[len("/home/node"):]
        if os.path.realpath(source) == os.path.realpath(wanted):
            finding("fine", "mount-same", phrase("mount-same", target=show(target), wanted=show(wanted)))
        elif (target + "/").startswith(container.folder.rstrip("/") + "/") and container.folder != "/":
            finding("attention", "mount-in-program", phrase("mount-in-program", source=show(source), target=show(target), state=STATE))
        elif target.startswith(("/run/", "/var/run/", "/tmp/")):
            finding("attention", "mount-volatile", phrase("mount-volatile", source=show(source), target=show(target)))
        elif mount.get("Type") == "volume":
            finding("attention", "mount-beside", phrase("mount-beside", volume=show(str(mount.get("Name"))), target=show(target), wanted=show(wanted), source=show(source)))
        elif os.path.lexists(wanted):
            finding("attention", "mount-in-the-way", phrase("mount-in-the-way", source=show(source), target=show(target), wanted=show(wanted)))
        else:
            finding("attention", "mount-beside-folder", phrase("mount-beside-folder", source=show(source), target=show(target), wanted=show(wanted)))


def config_paths(container):
    """Texts of openclaw.json that name a path which the container has and the guest lacks."""
    try:
        config = json5.loads(gateway_token.read_file(f"{STATE}/openclaw.json"))
    except (OSError, ValueError, RecursionError):
        return
    told = set()
    for pointer, _, text in scan_addresses.strings(config):
        if not re.fullmatch(r"/[^\0\n]{1,500}", text) or text in told or len(told) >= NAMED:
            continue
        path = os.path.normpath(text)
        if (path + "/").startswith((STATE_IN_CONTAINER + "/", "/home/node/", "/app/", "/proc/", "/dev/")) or os.path.lexists(path) or not container.exists(path):
            continue
        told.add(text)
        place = container.place(path)
        if place:
            finding("attention", "config-path-lost", phrase("config-path-lost", pointer=show(pointer), path=show(path), place=show(place)))
        else:
            finding("attention", "config-path-container", phrase("config-path-container", pointer=show(pointer), path=show(path)))


def unit_folder(container):
    """OpenClaw reads .env in the directory that it starts in. Nothing read the guest's until now."""
    path = os.path.join(UNIT_FOLDER, ".env")
    if not os.path.lexists(path):
        return
    names = sorted(set(dotenv.parse(read(path) if os.path.isfile(path) else b"")) - set(container_env.of(container).values))
    finding("attention", "unit-folder-env", phrase("unit-folder-env", path=path, unit_folder=UNIT_FOLDER, names=some(names) or phrase("nothing-new")))


def command(container):
    """What the container's command says beyond starting the gateway; the unit has the procedure's command."""
    words = [word for word in container.arguments if word]
    if words and os.path.basename(words[0]) in SHELLS:
        finding("attention", "command-script", phrase("command-script"))
        return
    script = os.path.basename(words[0]) if words else ""
    if script and script not in KNOWN_STARTS:
        finding("attention", "command-script-file", phrase("command-script-file", words=show(words[0])))
    options = sorted({word.split("=", 1)[0] for word in words if word.startswith("--")} - USUAL_OPTIONS)
    if options:
        finding("attention", "command-options", phrase("command-options", options=some(options)))


def limits(container):
    """Settings of the compose file that act on the process, and that a unit does not have."""
    host = container.item.get("HostConfig") or {}
    told = [name for name, key in (("memory", "Memory"), ("processors", "NanoCpus"), ("processors", "CpuQuota"), ("processes", "PidsLimit")) if (host.get(key) or 0) > 0]
    if told:
        finding("attention", "limits", phrase("limits", told=", ".join(dict.fromkeys(told))))
    if host.get("Dns") or host.get("DnsSearch"):
        finding("attention", "dns-own", phrase("dns-own"))
    for inner, bindings in sorted((host.get("PortBindings") or {}).items()):
        for binding in bindings or []:
            port, outside = inner.split("/")[0], binding.get("HostPort") or ""
            if outside and outside != str(layout.GATEWAY_PORT):
                finding("attention", "port-extra", phrase("port-extra", port=show(port),
                                                          value=show((binding.get("HostIp") or "0.0.0.0") + ":" + outside), outside=show(outside)))


def scan(docker):
    item = docker.containers.get(GATEWAY)
    if item is None:
        return
    say("-- the container's surroundings")
    try:
        container = container_view.of(item.get("Id") or GATEWAY)
    except (LookupError, ValueError) as error:
        finding("blocks", "surroundings-unread", phrase("surroundings-unread", error=error))
        return
    carried = variables(container)
    zone(carried)
    command(container)
    limits(container)
    mounts(container)
    config_paths(container)
    unit_folder(container)
    native_modules.scan(container)
    scan_programs.scan(container)
    scan_addresses.scan(container)
    scan_token.scan(container)
