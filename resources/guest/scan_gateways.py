"""Scan: gateways that would be a second one beside the one to come, running or waiting for the next boot."""

import glob
import os
import re

import containers
import lone_gateway
import processes
from containers import GATEWAY, label, name_of
from step_io import fact, finding, listed, phrase, show

USER_UNITS = ("/root/.config/systemd/user/*openclaw*", "/home/*/.config/systemd/user/*openclaw*", "/etc/systemd/user/*openclaw*")
LINGER = "/var/lib/systemd/linger"
PROGRAM = re.compile(r"openclaw|dist/(?:index|entry)\.m?js")
IMAGE = re.compile(r"(?:.*/)?openclaw(?:[._-](?!panel)[^/:@]*)?(?:[:@].*)?\Z")
# In front of what is really run; and what does only what its words say.
WRAPPERS = {"docker-entrypoint.sh", "tini", "docker-init", "dumb-init", "catatonit", "-g", "-s", "--"}
PLAIN = {"sleep", "tail", "cat", "nginx", "curl"}
AT_BOOT = ("always", "on-failure", "unless-stopped")


def is_gateway(item):
    """Whether a container was made to run a gateway, by what it is to run."""
    line = [item.get("Path") or "", *(item.get("Args") or [])]
    words = " ".join(line)
    image = (item.get("Config") or {}).get("Image") or ""
    if label(item, "service") == GATEWAY or (re.search(r"\bgateway\b", words) and (PROGRAM.search(words) or "openclaw" in image)):
        return True
    program, *rest = [word for word in line if word and os.path.basename(word) not in WRAPPERS] or [""]
    if os.path.basename(program) in PLAIN or (os.path.basename(program) == "node" and rest[:1] in (["-e"], ["-p"], ["--eval"])):
        return False  # OpenClaw's image, used for something else
    return bool(IMAGE.match(image)) and label(item, "oneoff") != "True" and "cli" not in label(item, "service")


def boot_policy(item):
    """The restart policy that starts it with Docker's daemon, or "". One that was stopped by hand stays stopped but under "always"."""
    policy = ((item.get("HostConfig") or {}).get("RestartPolicy") or {}).get("Name") or ""
    state = item.get("State") or {}
    if policy == "always":
        return policy
    if policy == "on-failure" and state.get("ExitCode"):
        return policy
    return policy if policy in AT_BOOT and state.get("Status") in ("created", "restarting", "dead") else ""


def in_containers(docker, places):
    """Other containers with a gateway in them: those with such a process, and those made to run one."""
    for item in docker.project.items:
        if item is docker.project.gateway:
            continue
        name, pids = show(name_of(item)), places.pop(f"container {item['Id'][:12]}", [])
        whose = show(label(item, "project") or "no compose project")
        if pids or (is_gateway(item) and (containers.running(item) or (item.get("State") or {}).get("Restarting"))):
            lone_gateway.tell(phrase("second-gateway-container", name=name, whose=whose))
        elif is_gateway(item) and (policy := boot_policy(item)):
            finding("blocks", "gateway-at-boot", phrase("gateway-at-boot", name=name, whose=whose, policy=policy))


def outside_docker(docker, places):
    gateway = docker.project.gateway
    ours = {processes.DIRECT, f"container {gateway['Id'][:12]}" if gateway else ""}
    for place, pids in sorted(places.items()):
        if place in ours:
            continue
        for pid in pids:
            lone_gateway.tell(phrase("gateway-outside-docker", pid=pid, place=show(place)))


def lingers(path):
    """Whether the units of this user are started at boot, without a login."""
    user = path.split("/")[2] if path.startswith("/home/") else "root"
    return path.startswith("/etc/") and bool(glob.glob(f"{LINGER}/*")) or os.path.exists(f"{LINGER}/{user}")


def user_units():
    for path in sorted(path for pattern in USER_UNITS for path in glob.glob(pattern)):
        listed("user_unit", path)
        wanted = glob.glob(os.path.join(glob.escape(os.path.dirname(path)), "*.wants", glob.escape(os.path.basename(path))))
        if wanted and lingers(path) and "panel" not in os.path.basename(path):
            finding("blocks", "user-unit-enabled", phrase("user-unit-enabled", path=show(path), wanted=show(wanted[0]),
                                                          path2=show(os.path.basename(path))))
        else:
            finding("attention", "user-unit", phrase("user-unit", path=show(path)))


def scan(docker):
    user_units()
    places = processes.gateways()
    in_containers(docker, places)
    outside_docker(docker, places)
