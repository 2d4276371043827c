"""a-config: openclaw.json and panel.config.json, as they are, as one JSON document on stdout.

JSON5 is turned into JSON by OpenClaw's own reader in the gateway's container; this module's
reader checks it, keeps the spelling of numbers, and stands in when the container does not run.
"""

import base64
import contextlib
import hashlib
import json
import subprocess
import sys

import beneath
import container_view
import containers
import json5
import layout
import redact
import step_io
import user_file
from scan_tools import run, text_of
from layout import SRC_PANEL_CONFIG as PANEL

GATEWAY = containers.names()[0]  # as the scan found it
OPENCLAW = layout.SRC_CONFIG
LARGEST = 8 << 20
MOST_SECRETS = 150
CONVERT = ("let t='';process.stdin.setEncoding('utf8').on('data',d=>t+=d).on('end',()=>"
           "process.stdout.write(JSON.stringify(require('json5').parse(t.replace(/^\\uFEFF/,'')))))")


def note(text):
    """For people; stdout is the document."""
    print(text, file=sys.stderr)


def b64(data):
    return base64.b64encode(data).decode("ascii")


def contents(path):
    try:
        return user_file.read(path, LARGEST)
    except FileNotFoundError:
        return None
    except beneath.TooLarge:
        step_io.fact("failure", f"config-too-large {path} is larger than {LARGEST >> 20} MiB.")
    except OSError as error:
        step_io.fact("failure", f"config-unreadable {path} cannot be read: {user_file.reason(error)}. Put a file in its place and run the scan again.")
    sys.exit(1)


def by_openclaw(data):
    """What OpenClaw's own json5 makes of it, or None when no container can be asked."""
    code, folder = run("docker", "inspect", "--format", "{{.State.Running}} {{.Config.WorkingDir}}", "--", GATEWAY)
    running, _, folder = folder.decode("utf-8", "replace").strip().partition(" ")
    if code != 0 or running != "true":
        return None
    for place in (folder or "/app", text_of("docker", "exec", GATEWAY, "npm", "root", "-g") + "/openclaw"):
        answer = subprocess.run(["docker", "exec", "-i", "-w", place, GATEWAY, "node", "-e", CONVERT],
                                input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, check=False)
        if answer.returncode == 0:
            with contextlib.suppress(ValueError, RecursionError):  # what runs in there says what it likes
                return json.loads(answer.stdout)
    return None


def convert(data):
    try:
        ours = json5.parse(data)
    except ValueError as error:
        step_io.fact("failure", f"config-broken openclaw.json can be read neither as JSON nor as JSON5: {error}. Repair it first.")
        sys.exit(1)
    theirs = by_openclaw(data)
    if theirs is None:
        note("no container that answers to ask; openclaw.json was converted without OpenClaw's own reader")
        step_io.fact("converted_by", "undock")
    elif as_floats(theirs) != as_floats(json5.plain(ours)):
        step_io.fact("failure", "config-ambiguous OpenClaw reads openclaw.json differently from what stands in it (a number too large, or a name given twice). Write it unambiguously first.")
        sys.exit(1)
    else:
        step_io.fact("converted_by", "openclaw")
    return (json5.dumps(ours) + "\n").encode("utf-8", "surrogatepass")


def as_floats(value):
    """JavaScript has one kind of number."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, dict):
        return {key: as_floats(item) for key, item in value.items()}
    return [as_floats(item) for item in value] if isinstance(value, list) else value


def openclaw():
    data = contents(OPENCLAW)
    if data is None:
        step_io.fact("openclaw_sha256", "missing")
        step_io.fact("converted", "no")
        return None
    document = {"path": OPENCLAW, "sha256": hashlib.sha256(data).hexdigest(), "text_b64": b64(data), "converted": False}
    try:
        json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        document.update(converted=True, json_b64=b64(convert(data)))
    step_io.fact("openclaw_sha256", document["sha256"])
    step_io.fact("converted", "yes" if document["converted"] else "no")
    return document


def panel():
    data = contents(PANEL)
    if data is None:
        step_io.fact("panel_sha256", "missing")
        return None
    digest = hashlib.sha256(data).hexdigest()
    step_io.fact("panel_sha256", digest)
    return {"path": PANEL, "sha256": digest, "text_b64": b64(data)}


def known_secrets():
    """What the desk must not write down: of the container's environment, the web login and the configurations."""
    words = set(redact.known())
    try:
        environment = container_view.of(GATEWAY).environment
    except (LookupError, OSError, ValueError, TypeError, subprocess.SubprocessError):
        environment = {}
    words.update(value for name, value in environment.items() if redact.SECRET_NAME.search(name))
    return [b64(word.encode("utf-8", "surrogateescape")) for word in sorted(words, key=len, reverse=True)
            if redact.SHORTEST <= len(word) <= 4096][:MOST_SECRETS]


if __name__ == "__main__":
    json.dump({"openclaw": openclaw(), "panel": panel(), "known_b64": known_secrets()}, sys.stdout)
    print()
