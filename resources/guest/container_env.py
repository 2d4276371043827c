"""The environment that the gateway's container was given, fit for a direct service.

A container's environment is the image's own variables, overlaid by what compose and .env
say. Only the second part belongs to the user: it is carried over. What describes the
container itself (its PATH, its ports) is not, and what would make root run programs that
the variable names is not either: that is told, and a person may add it afterwards.
"""

import os
import re
import shlex

import dotenv
import layout
import zone
from layout import ENV_FILES as FILES, TARGET

# About the container, not about OpenClaw; the unit says these itself. (The port inside the
# container is 18789; the direct gateway listens on 28789 and is told so by its unit.)
OWN_TO_CONTAINER = re.compile(r"(?:PATH|HOME|HOSTNAME|PWD|OLDPWD|SHLVL|_|OPENCLAW_GATEWAY_PORT|OPENCLAW_GATEWAY_BIND)\Z")
# What images of node and OpenClaw say of themselves; anything else an image says is somebody's addition.
OWN_TO_IMAGE = re.compile(r"(?:PATH|HOME|NODE_VERSION|YARN_VERSION|NODE_ENV|NPM_CONFIG_LOGLEVEL|LANG|LC_ALL|DEBIAN_FRONTEND|TERM|SHELL"
                          r"|PNPM_HOME|BUN_INSTALL|COREPACK_\w+|OPENCLAW_GATEWAY_(?:PORT|BIND)|OPENCLAW_BUNDLED_\w+|OPENCLAW_PREFER_PNPM)\Z")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
CONTAINER_STATE = re.compile(r"/home/node/\.openclaw(?=\Z|[/:;,\"'\s])")
CONTAINER_PLACE = re.compile(r"(?:\A|[=:;,\"'\s])(/home/node|/app)(?=\Z|[/:;,\"'\s])")
# Beside the environment file: what only the container has, and a variable names.

# Loaders, interpreters and libraries take code or programs from these.
RUNS_CODE = re.compile(
    r"(?:LD_.*|DYLD_.*|GLIBC_TUNABLES|GCONV_PATH|LOCPATH|NLSPATH|BASH_ENV|ENV|BASH_FUNC_.*|BASHOPTS|SHELLOPTS|PROMPT_COMMAND|PS4|IFS"
    r"|PYTHON.*|PERL5.*|PERLLIB|PERL_.*|RUBYOPT|RUBYLIB|GEM_(?:HOME|PATH)|LUA_(?:C?PATH|INIT).*|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS"
    r"|NODE_PATH|NODE_REPL_EXTERNAL_MODULE|OPENSSL_(?:CONF|MODULES|ENGINES)|npm_config_.*|NPM_CONFIG_.*"
    r"|GIT_(?!(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)\Z|TERMINAL_PROMPT\Z|HTTP_USER_AGENT\Z|CEILING_DIRECTORIES\Z|SSL_(?:CAINFO|NO_VERIFY)\Z|TRACE).*)\Z")
NODE_OPTIONS_RUN_CODE = re.compile(r"(?:-r.*|--(?:require|import|loader|experimental-loader|inspect.*|openssl-config|experimental-(?:default-)?config-file"
                                   r"|env-file.*|build-snapshot.*|icu-data-dir|snapshot-blob|conditions)(?:=.*)?|-C.*)\Z", re.DOTALL)
# A file named by one of these is data: it may be copied where only the container has it.
NAMES_DATA = re.compile(r"(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|AWS_CA_BUNDLE|GIT_SSL_CAINFO"
                        r"|GOOGLE_APPLICATION_CREDENTIALS|\w+_(?:FILE|CERT|CA|CREDENTIALS|CA_CERTS?|KUBECONFIG))\Z")


class Carried:
    """values: to carry; left: names that describe the container; odd: names whose value still means a place in
    it; risky: names that would make root run programs; of_image: names that only the image gave."""

    def __init__(self):
        self.values, self.left, self.odd, self.risky, self.of_image = {}, [], [], [], []


def runs_code(name, value):
    if name == "NODE_OPTIONS":
        try:
            words = shlex.split(value)
        except ValueError:
            return True
        return any(NODE_OPTIONS_RUN_CODE.match(word.replace("_", "-") if word.startswith("--") else word) for word in words)
    # A shell takes a function from a variable whose text begins so.
    return bool(RUNS_CODE.match(name)) or value.startswith("() {")


def for_service(environment, image):
    """What of a container's environment a direct service gets."""
    carried = Carried()
    for name, value in sorted(environment.items()):
        if image.get(name) == value:
            if not OWN_TO_IMAGE.match(name):
                carried.of_image.append(name)
            continue
        if OWN_TO_CONTAINER.match(name) or not NAME.match(name):
            carried.left.append(name)
            continue
        if runs_code(name, value):
            carried.risky.append(name)
            continue
        value = CONTAINER_STATE.sub(TARGET, value)
        if name == "OPENCLAW_HOME" and value.rstrip("/") == "/home/node":
            value = "/root"
        if CONTAINER_PLACE.search(value):
            carried.odd.append(name)
        carried.values[name] = value
    return carried


def paths_in(value):
    """Absolute paths that a value names, as lists and options name them."""
    return [os.path.normpath(path) for path in re.findall(r"(?:\A|(?<=[=:;,\"'\s]))(/[^:;,\"'\s]+)", value) if not path.startswith("//")]


def of_folder(container):
    """Variables of .env in the container's working directory that its environment does not have: OpenClaw reads
    them before the state directory's .env, and a service does not start there."""
    return {name: value for name, value in dotenv.parse(container.folder_env()).items()
            if name not in container.environment and NAME.match(name)}


def file_of(container, name, value):
    """(kind, path in the guest) where a variable's whole value is a path that means something else there.

    bind: a folder of the guest has it; copy: only the container has it, and it is data. None: leave it.
    """
    path = os.path.normpath(value) if value.startswith("/") else ""
    if not path or (path + "/").startswith(f"{layout.CONTAINER_STATE}/") or container.exists(path) not in ("file", "link", "folder"):
        return None
    mount, place = container.mount_of(path), container.place(path)
    if mount is not None and mount.get("Type") == "bind" and place is not None:
        return None if place == path else ("bind", place)
    if NAMES_DATA.match(name) and not os.path.lexists(path):
        return "copy", f"{FILES}/{name}"
    return None


def of(container):
    """All that a direct service gets: variables, the zone, and files that variables name.

    Gives Carried with `files`: {variable: (kind, path in the container, path in the guest)}, and
    `zone`: what zone.differing tells.
    """
    folder = of_folder(container)
    carried = for_service({**folder, **container.environment}, container.image)
    carried.from_folder = sorted(set(folder) & set(carried.values))
    carried.files = {}
    for name, value in list(carried.values.items()):
        found = file_of(container, name, container.environment.get(name, folder.get(name, "")))
        if found:
            carried.files[name] = (found[0], value, found[1])
            carried.values[name] = found[1]
            carried.odd = [other for other in carried.odd if other != name]
    carried.zone = zone.differing(container)
    if carried.zone.carry:
        carried.values["TZ"] = carried.zone.carry
    return carried
