"""The environment that the gateway's container was given, fit for a direct service.

A container's environment is the image's own variables, overlaid by what compose and .env
say. Only the second part belongs to the user: it is carried over. What describes the
container itself (its PATH, its node, its ports) is not.
"""

import json
import re
import subprocess

# About the container, not about OpenClaw; the unit says these itself. (The port inside the
# container is 18789; the direct gateway listens on 28789 and is told so by its unit.)
OWN_TO_CONTAINER = re.compile(
    r"(?:PATH|HOME|HOSTNAME|PWD|OLDPWD|SHLVL|_|NODE_.*|YARN_VERSION|OPENCLAW_GATEWAY_PORT|OPENCLAW_GATEWAY_BIND)\Z")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
CONTAINER_STATE = re.compile(r"/home/node/\.openclaw(?=\Z|[/:;,\"'\s])")
CONTAINER_PLACE = re.compile(r"(?:\A|[=:;,\"'\s])(/home/node|/app)(?=\Z|[/:;,\"'\s])")
TARGET = "/root/.openclaw"


def docker_json(*arguments):
    answer = subprocess.run(["docker", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, timeout=60, check=False)
    if answer.returncode != 0:
        raise LookupError(answer.stderr.decode("utf-8", "replace").strip())
    return json.loads(answer.stdout.decode("utf-8", "surrogateescape"))


def split(entries):
    return dict(entry.split("=", 1) for entry in entries or [] if "=" in entry)


def of_container(name):
    """(the container's whole environment, that of its image)."""
    container = docker_json("container", "inspect", name)[0]
    try:
        image = split(docker_json("image", "inspect", container["Image"])[0]["Config"].get("Env"))
    except LookupError:
        image = {}
    return split(container["Config"].get("Env")), image


def for_service(container, image):
    """(variables to carry, names left out, names whose value still means a place in the container)."""
    carried, left, odd = {}, [], []
    for name, value in container.items():
        if image.get(name) == value:
            continue
        if OWN_TO_CONTAINER.match(name) or not NAME.match(name):
            left.append(name)
            continue
        value = CONTAINER_STATE.sub(TARGET, value)
        if name == "OPENCLAW_HOME" and value.rstrip("/") == "/home/node":
            value = "/root"
        if CONTAINER_PLACE.search(value):
            odd.append(name)
        carried[name] = value
    return carried, sorted(left), sorted(odd)
