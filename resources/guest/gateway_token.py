"""What a caller of the gateway has to say (token or password), found as OpenClaw itself finds it.

Read in OpenClaw's source (2026.2.19 and 2026.9.6 agree but where said):
- infra/dotenv: what the process was started with stands; `.env` of the working directory adds what is not
  set, then `.env` of the state directory. (2026.9 takes no OPENCLAW_* and no provider's key from the first.)
- config/includes: `$include` (a name or a list) is merged first, siblings win, lists are joined; nothing
  outside the configuration's folder.
- config/env-vars: then `env.vars` and the texts of `env` itself (these win) fill variables that are blank.
- config/env-substitution: then ${NAME} is replaced, $${NAME} stands for itself; a missing one is an error.
- gateway/auth: `gateway.auth.token`, else OPENCLAW_GATEWAY_TOKEN; the same of the password; --token and
  --password of the command line go before both. Mode: --auth, `gateway.auth.mode`, else password where there
  is one, else token.
- secrets/resolve (2026.9): an object {source, provider, id} is looked up: `env` a variable, `file` a JSON
  pointer or the whole text of a file, `exec` a program, which is not run here.

What cannot be told is said to be unresolved, and is never guessed; a call proves it (scan_token.py).
"""

import hashlib
import json
import os
import re

import dotenv
import json5
import user_file
from step_io import phrase

VARIABLE = {"token": "OPENCLAW_GATEWAY_TOKEN", "password": "OPENCLAW_GATEWAY_PASSWORD"}
NAME = re.compile(r"\$(\$?)\{([A-Z_][A-Z0-9_]*)\}")
SHORT = re.compile(r"\$([A-Z][A-Z0-9_]{0,127})\Z")
DEPTH = 10
LARGEST = 16 << 20


class Unresolved(Exception):
    """Why the secret cannot be told by reading."""


class Credential:
    """kind: token, password or none (nobody is asked); secret may be None where nothing is set."""

    def __init__(self, kind, secret=None, origin="none", unresolved=""):
        self.kind, self.secret, self.origin, self.unresolved = kind, secret, origin, unresolved

    def sha256(self):
        return digest(self.secret)

    def auth(self):
        """auth of the connect request; None when there is nothing to say."""
        return {self.kind: self.secret} if self.secret else None


def digest(secret):
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest() if secret else "none"


def read_file(path):
    """A plain file's bytes; OSError when it is none."""
    return user_file.read_any(path, LARGEST)


def elsewhere(places):
    """A reader for a gateway that sees its files at other paths: {its prefix: where that is}."""
    def read(path):
        path = os.path.normpath(path)
        for prefix, place in places.items():
            if path == prefix or path.startswith(prefix + "/"):
                return read_file(place + path[len(prefix):])
        return read_file(path)
    return read


def merged(target, source):
    if isinstance(target, list) and isinstance(source, list):
        return target + source
    if isinstance(target, dict) and isinstance(source, dict):
        both = dict(target)
        for key, value in source.items():
            both[key] = merged(both[key], value) if key in both else value
        return both
    return source


def included(value, path, root, read, chain=()):
    """The value with each $include replaced by what it names."""
    if isinstance(value, list):
        return [included(item, path, root, read, chain) for item in value]
    if not isinstance(value, dict):
        return value
    rest = {key: included(item, path, root, read, chain) for key, item in value.items() if key != "$include"}
    if "$include" not in value:
        return rest
    names = value["$include"] if isinstance(value["$include"], list) else [value["$include"]]
    whole = {} if isinstance(value["$include"], list) else None
    for name in names:
        if not isinstance(name, str):
            raise Unresolved(phrase("include-names-no-file"))
        file = os.path.normpath(os.path.join(os.path.dirname(path), name))
        if not file.startswith(root + "/"):
            raise Unresolved(phrase("include-leads-out-configuration"))
        if file in chain or file == path or len(chain) >= DEPTH:
            raise Unresolved(phrase("include-leads-circle"))
        try:
            part = json5.loads(read(file))
        except (OSError, ValueError, RecursionError) as error:
            raise Unresolved(f"the included file {os.path.basename(file)} cannot be read") from error
        part = included(part, file, root, read, (*chain, path))
        whole = part if whole is None else merged(whole, part)
    return merged(whole, rest) if rest else whole


def configuration(path, read=read_file):
    """openclaw.json (JSON5 too) with what it includes; {} when there is none."""
    try:
        value = json5.loads(read(path))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise Unresolved(phrase("config-cannot-be-read")) from error
    try:
        value = included(value, os.path.normpath(path), os.path.dirname(os.path.normpath(path)), read)
    except RecursionError as error:
        raise Unresolved(phrase("included-files-nested-too")) from error
    if not isinstance(value, dict):
        raise Unresolved("openclaw.json does not hold an object")
    return value


def config_of(path):
    """As configuration(), and {} when it cannot be read."""
    try:
        return configuration(path)
    except Unresolved:
        return {}


def part(value, *keys):
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def with_dotenv(environment, *texts):
    """What a process has after it read these .env files in turn."""
    found = dict(environment)
    for text in texts:
        for name, value in dotenv.parse(text).items():
            found.setdefault(name, value)
    return found


def with_config(environment, config):
    found, entries = dict(environment), {}
    env = config.get("env") if isinstance(config.get("env"), dict) else {}
    for source in (part(env, "vars"), env):
        if isinstance(source, dict):
            entries.update({name: value for name, value in source.items() if isinstance(value, str) and value.strip()})
    entries.pop("shellEnv", None)
    for name, value in entries.items():
        if not found.get(name, "").strip():
            found[name] = value
    return found


def substituted(text, environment):
    def replace(match):
        if match[1]:
            return match[0][1:]
        value = environment.get(match[2])
        if not value:
            raise Unresolved(f"the variable {match[2]}, which it names, is not set")
        return value
    return NAME.sub(replace, text)


def looked_up(reference, config, environment, read):
    """What a SecretRef leads to."""
    source, identifier = reference.get("source"), reference.get("id")
    if not isinstance(identifier, str):
        raise Unresolved(phrase("reference-secret-not-order"))
    if source == "env":
        return substituted("${" + identifier + "}", environment) if re.fullmatch(r"[A-Z_][A-Z0-9_]*", identifier) else None
    if source != "file":
        raise Unresolved(phrase("program-user-gives") if source == "exec" else f"it comes from the secret source {source}")
    provider = part(config, "secrets", "providers", reference.get("provider") or part(config, "secrets", "defaults", "file") or "default")
    path = part(provider, "path")
    if not isinstance(path, str):
        raise Unresolved(phrase("file-reference-names-not"))
    try:
        text = read(path).decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    except OSError as error:
        raise Unresolved(f"the file {path}, which holds it, cannot be read") from error
    if part(provider, "mode") == "singleValue":
        return re.sub(r"\r?\n\Z", "", text)
    try:
        value = json.loads(text)
        for step in identifier.split("/")[1:]:
            value = value[int(step) if isinstance(value, list) else step.replace("~1", "/").replace("~0", "~")]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Unresolved(f"the file {path} does not hold it where its reference says") from error
    return value if isinstance(value, str) else None


def options(arguments):
    """{name: value} of --auth, --token and --password on a gateway's command line."""
    found = {}
    for number, word in enumerate(arguments):
        for name in ("auth", "token", "password"):
            if word == f"--{name}" and number + 1 < len(arguments):
                found[name] = arguments[number + 1]
            elif word.startswith(f"--{name}="):
                found[name] = word.split("=", 1)[1]
    return {name: value for name, value in found.items() if value.strip()}


def secret_of(kind, config, environment, read, given):
    """(secret, origin)"""
    if given.get(kind):
        return given[kind], "command"
    value = part(config, "gateway", "auth", kind)
    if isinstance(value, dict):
        return looked_up(value, config, environment, read), "configuration"
    if isinstance(value, str) and value.strip():
        short = SHORT.match(value.strip())
        if short and environment.get(short[1]):
            raise Unresolved(phrase("openclaw-releases-read-differently"))
        return substituted(value, environment).strip(), "configuration"
    value = environment.get(VARIABLE[kind], "").strip()
    return (value, "environment") if value else (None, "none")


def resolve(config, environment, read=read_file, folder_env=b"", arguments=()):
    """The Credential of a gateway.

    config: openclaw.json's path as the gateway sees it; environment: what its process is started with;
    folder_env: the text of .env in its working directory; arguments: its command line.
    """
    given, kind = options(arguments), "token"
    try:
        try:
            state_env = read(os.path.join(os.path.dirname(config), ".env"))
        except FileNotFoundError:
            state_env = b""
        except OSError as error:
            raise Unresolved(phrase("state-env-cannot-be-read")) from error
        environment = with_dotenv(environment, folder_env, state_env)
        value = configuration(config, read)
        environment = with_config(environment, value)
        mode = given.get("auth") or part(value, "gateway", "auth", "mode")
        if mode not in (None, "token", "password"):
            return Credential("none")
        if mode in (None, "password"):
            kind = "password"
            secret, origin = secret_of("password", value, environment, read, given)
            if secret or mode == "password":
                return Credential("password", secret, origin)
        kind = "token"
        return Credential("token", *secret_of("token", value, environment, read, given))
    except Unresolved as error:
        return Credential(kind, unresolved=str(error))


def candidates(credential, *environments, arguments=()):
    """Credentials that a running gateway may accept, the likeliest first, none twice."""
    found = [credential] if credential.secret else []
    for kind, name in VARIABLE.items():
        given = options(arguments).get(kind)
        found += [Credential(kind, given, "command")] if given else []
        for environment in environments:
            value = environment.get(name, "").strip()
            found += [Credential(kind, value, "environment")] if value else []
    seen = {}
    for one in found:
        seen.setdefault((one.kind, one.secret), one)
    return list(seen.values())


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
