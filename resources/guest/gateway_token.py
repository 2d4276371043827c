"""Which token the gateway accepts: the configuration's, else the environment's (as OpenClaw 2026.2 has it)."""

import re

import json5

VARIABLE = "OPENCLAW_GATEWAY_TOKEN"


def config_of(path):
    """openclaw.json (JSON5 too) as an object; {} when it is missing or cannot be read."""
    try:
        with open(path, "rb") as file:
            value = json5.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def in_config(path, environment):
    gateway = config_of(path).get("gateway")
    auth = gateway.get("auth") if isinstance(gateway, dict) else None
    token = auth.get("token") if isinstance(auth, dict) else None
    if not isinstance(token, str):
        return None
    # OpenClaw replaces ${NAME} in configuration strings.
    return re.sub(r"\$\{([A-Z_][A-Z0-9_]*)\}", lambda match: environment.get(match[1], match[0]), token)


def effective(config, environment):
    """The token, or None when neither place has one."""
    return in_config(config, environment) or environment.get(VARIABLE) or None


def origin(config, environment):
    if in_config(config, environment):
        return "configuration"
    return "environment" if environment.get(VARIABLE) else "none"


def of_process(pid):
    """The environment a process was started with."""
    with open(f"/proc/{pid}/environ", "rb") as file:
        entries = file.read().decode("utf-8", "surrogateescape").split("\0")
    return dict(entry.split("=", 1) for entry in entries if "=" in entry)


def of_file(path):
    """The variables of an environment file that env_file.py wrote."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
    except FileNotFoundError:
        return {}
    found = {}
    for match in re.finditer(r'^([A-Za-z_]\w*)="((?:[^"\\]|\\.)*)"$', text, re.MULTILINE | re.DOTALL):
        found[match[1]] = re.sub(r"\\(.)", r"\1", match[2], flags=re.DOTALL)
    return found

