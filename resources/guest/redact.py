"""Copies stdin to stdout with this guest's secrets replaced: for what a service wrote to its journal.

Known values are taken from the environment file, openclaw.json (before and after the move),
the panel's configuration and the login file; what merely looks like a key is replaced too.
"""

import json
import re
import sys

import gateway_token
import layout
import login_file
import user_file

SECRET_NAME = re.compile(r"token|secret|passw|key|credential|cookie|auth", re.IGNORECASE)
LOOKS_SECRET = re.compile(
    r"\b(?:sk|pk|ghp|gho|xox[abpr]|glpat|AIza)[-_A-Za-z0-9]{16,}|\b\d{8,10}:[A-Za-z0-9_-]{30,}"
    r"|(?<=Bearer )[A-Za-z0-9._~+/-]{12,}=*")
SHORTEST = 6
PLACES = (layout.TARGET_CONFIG, layout.SRC_CONFIG,
          layout.PANEL_CONFIG, layout.SRC_PANEL_CONFIG)


def strings(value, named=False):
    """Every string that stands under a key that names a secret."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part, bool(SECRET_NAME.search(key)) if not isinstance(part, (dict, list)) else named)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, named)
    elif isinstance(value, str) and named:
        yield value


def of_login(path):
    """What the login file may hold of a secret: each password that it can be read to have, and every other
    word but those of letters alone. Its heading has the name OpenClaw, which stands in every output."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read(65536)
    except OSError:
        return set()
    words = {word for word in re.split(r"[\s:：=]+", text) if not word.isalpha()}
    return words | {password for _, password in login_file.candidates(text)}


def known(env_file=layout.ENV_FILE, login=login_file.PATH):
    found = {value for name, value in gateway_token.of_file(env_file).items() if SECRET_NAME.search(name)}
    for place in PLACES:
        try:
            found.update(strings(json.loads(user_file.read(place).decode("utf-8", "surrogateescape"))))
        except (OSError, ValueError, RecursionError):
            continue
    found.update(of_login(login))
    plain = re.compile(r"https?|[a-z]+|\d{1,5}|[\d.]+\Z")
    return sorted((value for value in found if len(value) >= SHORTEST and not plain.fullmatch(value)),
                  key=len, reverse=True)


def redact(text, secrets):
    for secret in secrets:
        text = text.replace(secret, "[redacted]")
    return LOOKS_SECRET.sub("[redacted]", text)


if __name__ == "__main__":
    words = known()
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    for line in sys.stdin:
        sys.stdout.write(redact(line, words))
