"""Scan: what the image or compose gave the gateway without a file in the state directory."""

import json
import os
import re

import container_env
import container_view
import dotenv
import gateway_token
import json5
import native_modules
import scan_addresses
import scan_programs
import scan_token
from scan_tools import GATEWAY, STATE_IN_CONTAINER, read
from step_io import fact, finding, say, show

STATE = "/data/openclaw"
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
        finding("attention", "environment-runs-code", f"These variables of the container would make root run what they name: {some(carried.risky)}. They are not carried over. Whoever wants one adds it by hand to /etc/openclaw-gateway.env after the move and restarts openclaw-gateway.service.")
    if carried.of_image:
        finding("attention", "environment-of-image", f"The image itself sets {some(carried.of_image)}; that is not carried over. What OpenClaw needs of it belongs into {STATE}/.env before the move.")
    if carried.from_folder:
        finding("attention", "environment-of-folder", f"The container starts in {show(container.folder)}, whose .env sets {some(carried.from_folder)}; that is carried over with the environment.")
    for name, (kind, path, place) in sorted(carried.files.items()):
        if kind == "bind":
            finding("fine", "environment-file-there", f"{name} names {show(path)}, which is {show(place)} in the guest; the direct gateway gets that path.")
        else:
            finding("attention", "environment-file-copied", f"{name} names {show(path)}, which only the container has; it is copied to {place}, and the direct gateway gets that path.")
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
        finding("attention", "environment-path-lost", f"{name} names {show(path)}, which the guest has as {show(place)}. Make a link there before the move: ln -s {show(place)} {show(path)}")
    elif there:
        finding("attention", "environment-path-lost", f"{name} names {show(path)}, which only the container has. Copy it into the guest before the move: docker cp {show(container.name)}:{show(path)} {show(path)}")


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
            finding("blocks", "setting-elsewhere", f"{name} leads to {show(path)}, and not to {wanted or 'a place below ' + STATE_IN_CONTAINER}: what is there would be left behind. Move it to where it is looked for, take the variable out of the compose file, start the container again, and scan again.")


def zone(carried):
    difference = carried.zone
    fact("zone_container", difference.there or "unknown")
    fact("zone_guest", difference.here or "unknown")
    jobs = zoneless_jobs()
    if not difference.there:
        finding("attention", "zone-unread", f"Which time zone the container is in cannot be told; the direct gateway takes the guest's ({difference.here or 'unknown'}). Cron jobs without a zone of their own ({jobs}) fire by it: set TZ in the compose file, and scan again.")
    elif difference.carry:
        finding("attention", "zone-carried", f"The container's time zone is {difference.there}, the guest's {difference.here or 'unknown'}. The direct gateway gets TZ={difference.carry}, so that cron jobs without a zone of their own ({jobs}) fire at the same moments.")
    else:
        finding("fine", "zone", f"The direct gateway keeps the container's time zone, {difference.there}.")


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
                finding("attention", "mount-socket", "The gateway can command Docker through its socket; a direct gateway finds it at /run/docker.sock, and afterwards no containers of OpenClaw.")
            continue
        wanted = target
        if (target + "/").startswith("/home/node/"):
            wanted = "/root" + target[len("/home/node"):]
        if os.path.realpath(source) == os.path.realpath(wanted):
            finding("fine", "mount-same", f"{show(target)} of the container is {show(wanted)} in the guest, too.")
        elif (target + "/").startswith(container.folder.rstrip("/") + "/") and container.folder != "/":
            finding("attention", "mount-in-program", f"{show(source)} is mounted on {show(target)}, inside the folder of the container's own program; the direct program is elsewhere and does not have it. Put what the bot needs of it into {STATE} (extensions, skills) before the move.")
        elif target.startswith(("/run/", "/var/run/", "/tmp/")):
            finding("attention", "mount-volatile", f"{show(source)} is mounted on {show(target)}, which the guest empties at each boot. It stays where it is: name {show(source)} wherever openclaw.json names {show(target)}.")
        elif mount.get("Type") == "volume":
            finding("attention", "mount-beside", f"The volume {show(str(mount.get('Name')))} is mounted on {show(target)}, which a direct gateway looks for at {show(wanted)}. It stays, and is not moved. To have it there: cp -a {show(source)} {show(wanted)}")
        elif os.path.lexists(wanted):
            finding("attention", "mount-in-the-way", f"{show(source)} is mounted on {show(target)}, which a direct gateway looks for at {show(wanted)}; something else stands there. Look which of the two it should find, before the move.")
        else:
            finding("attention", "mount-beside-folder", f"{show(source)} is mounted on {show(target)}, which a direct gateway looks for at {show(wanted)}. It stays where it is. To have it there, before the start: ln -s {show(source)} {show(wanted)}")


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
            finding("attention", "config-path-lost", f"openclaw.json {show(pointer)} names {show(path)}, which the guest has as {show(place)}. Make a link there before the move: ln -s {show(place)} {show(path)}")
        else:
            finding("attention", "config-path-container", f"openclaw.json {show(pointer)} names {show(path)}, which only the container has. Install or copy it into the guest before the move.")


def unit_folder(container):
    """OpenClaw reads .env in the directory that it starts in. Nothing read the guest's until now."""
    path = os.path.join(UNIT_FOLDER, ".env")
    if not os.path.lexists(path):
        return
    names = sorted(set(dotenv.parse(read(path) if os.path.isfile(path) else b"")) - set(container_env.of(container).values))
    finding("attention", "unit-folder-env", f"{path} is there, and OpenClaw would read it when it starts in {UNIT_FOLDER} ({some(names) or 'nothing new'}). So the service starts in /root/.openclaw instead, whose .env it reads anyway.")


def command(container):
    """What the container's command says beyond starting the gateway; the unit has the procedure's command."""
    words = [word for word in container.arguments if word]
    if words and os.path.basename(words[0]) in SHELLS:
        finding("attention", "command-script", "The container is started by commands in a shell, which may do more than start the gateway. A direct gateway is started without them: look at `command` and `entrypoint` in the compose file, and do in the guest what the bot needs of them.")
        return
    script = os.path.basename(words[0]) if words else ""
    if script and script not in KNOWN_STARTS:
        finding("attention", "command-script-file", f"The container is started by {show(words[0])}, which may do more than start the gateway. A direct gateway is started without it: look at what it does, and do in the guest what the bot needs.")
    options = sorted({word.split("=", 1)[0] for word in words if word.startswith("--")} - USUAL_OPTIONS)
    if options:
        finding("attention", "command-options", f"The container starts the gateway with {some(options)}; a direct gateway is started as the procedure has it, without. Set in openclaw.json what the bot needs of it.")


def limits(container):
    """Settings of the compose file that act on the process, and that a unit does not have."""
    host = container.item.get("HostConfig") or {}
    told = [name for name, key in (("memory", "Memory"), ("processors", "NanoCpus"), ("processors", "CpuQuota"), ("processes", "PidsLimit")) if (host.get(key) or 0) > 0]
    if told:
        finding("attention", "limits", f"The compose file limits {', '.join(dict.fromkeys(told))} of the gateway; a direct one has no such limit. To have one: systemctl edit openclaw-gateway.service (MemoryMax=, CPUQuota=, TasksMax=).")
    if host.get("Dns") or host.get("DnsSearch"):
        finding("attention", "dns-own", "The container asks name servers of its own; a direct gateway asks the guest's. Look whether names that the bot needs are known there.")
    for inner, bindings in sorted((host.get("PortBindings") or {}).items()):
        for binding in bindings or []:
            port, outside = inner.split("/")[0], binding.get("HostPort") or ""
            if outside and outside != "28789":
                finding("attention", "port-extra", f"The container publishes its port {show(port)} as {show((binding.get('HostIp') or '0.0.0.0') + ':' + outside)}. A direct gateway listens where openclaw.json says, and nothing leads from {show(outside)} to it: what calls that port has to call the other one.")


def scan(docker):
    item = docker.containers.get(GATEWAY)
    if item is None:
        return
    say("-- the container's surroundings")
    try:
        container = container_view.of(item.get("Id") or GATEWAY)
    except (LookupError, ValueError) as error:
        finding("blocks", "surroundings-unread", f"The gateway's container cannot be looked at ({error}); scan again.")
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
