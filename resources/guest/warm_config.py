"""What the warm-up is told: the user's configuration without anything that could run as code.

usage: warm_config.py CONTAINER PACKAGE FOLDER     writes FOLDER/.openclaw/openclaw.json and FOLDER/environment

What the warm-up compiles is run as root later. So it reads no file of the user's, loads no plugin of his, and
gets no value of his environment: which plugins and channels of the package itself are in use is all it learns.
What OpenClaw then writes into its caches comes from the package alone, which is root's.
"""

import json
import os
import re
import sys

import container_env
import container_view
import env_file
import gateway_token
import layout
import step_io

SOURCE = layout.SRC_CONFIG
# A channel may be in use because its key is in the environment. The name tells it, the value does not matter.
KEY_NAMES = re.compile(r"(?!LD_|NODE_|BASH_|PYTHON|GIT_|OPENCLAW_|NPM_|SSH_)[A-Z][A-Z0-9_]*_(?:TOKEN|KEY|SECRET|PASSWORD)\Z")
DUMMY = "warm-up"
DEEPEST = 12
# Settings of channels that belong to no plugin.
SHARED = ("defaults",)


def bundled(package):
    """Names of the plugins that come with OpenClaw."""
    found = set()
    for folder in ("extensions", "dist/extensions"):
        try:
            found.update(os.listdir(os.path.join(package, folder)))
        except OSError:
            continue
    return found


def plain(value, depth=0):
    """Numbers, switches, names and lists of them; what names a command, a file or a variable is left out."""
    if depth > DEEPEST:
        return None
    if isinstance(value, dict):
        found = {key: plain(item, depth + 1) for key, item in value.items()
                 if isinstance(key, str) and not re.search(r"path|command|cmd|exec|script|file|dir|bin|module|load|args|^\$", key, re.IGNORECASE)}
        return {key: item for key, item in found.items() if item is not None}
    if isinstance(value, list):
        return [item for item in (plain(item, depth + 1) for item in value) if item is not None]
    if isinstance(value, str):
        return DUMMY if "${" in value or "/" in value and "://" not in value else value
    return value


def reduced(config, known):
    """The part of the configuration that says which of the known plugins and channels are in use."""
    result = {}
    plugins = config.get("plugins") if isinstance(config.get("plugins"), dict) else {}
    kept = {}
    if isinstance(plugins.get("enabled"), bool):
        kept["enabled"] = plugins["enabled"]
    for name in ("allow", "deny"):
        if isinstance(plugins.get(name), list):
            kept[name] = [item for item in plugins[name] if isinstance(item, str) and item in known]
    slots = plugins.get("slots")
    if isinstance(slots, dict):
        kept["slots"] = {key: item for key, item in slots.items() if isinstance(item, str) and (item in known or item == "none")}
    entries = plugins.get("entries")
    if isinstance(entries, dict):
        kept["entries"] = {key: plain(item) for key, item in entries.items() if key in known and isinstance(item, dict)}
    if kept:
        result["plugins"] = kept
    channels = config.get("channels")
    if isinstance(channels, dict):
        result["channels"] = {key: plain(item) for key, item in channels.items()
                              if (key in known or key in SHARED) and isinstance(item, dict)}
    return result


def names_in_use(container_name):
    try:
        values = container_env.of(container_view.of(container_name)).values
    except (LookupError, OSError):
        return []
    return [name for name in values if KEY_NAMES.match(name)]


def main():
    container_name, package, folder = sys.argv[1:4]
    config = reduced(gateway_token.config_of(SOURCE), bundled(package))
    step_io.write_durably(os.path.join(folder, ".openclaw", "openclaw.json"), json.dumps(config).encode("ascii"))
    env_file.write(os.path.join(folder, "environment"), {name: DUMMY for name in names_in_use(container_name)})


if __name__ == "__main__":
    main()
