"""Which files of the state directory are left-over locks, not data.

A copied lock makes a session look busy for half an hour. Only OpenClaw's own places count:
a user's Cargo.lock or poetry.lock in a workspace is a file like any other.
"""

import json
import os
import re

import beneath

PLACES = re.compile(
    rb"(?:[^/]+\.lock|(?:agents/[^/]+/(?:sessions|agent)|credentials|cron|identity|devices)(?:/.+)?/[^/]+\.lock"
    rb"|(?:credentials|cron|identity|devices)/[^/]+\.lock)\Z")
LARGEST = 4096


def is_lock(relative, size, opened):
    """relative: the path inside the state directory, as bytes. opened() gives a descriptor of the file."""
    if not PLACES.match(relative) or size > LARGEST:
        return False
    try:
        content = beneath.read_open(opened(), LARGEST).strip()
    except OSError:
        return False
    if not content or content.isdigit():
        return True
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "pid" in value


def left_out(entry, tree):
    """Whether the copy does without this entry of the source's manifest. tree: the source, as a beneath.Tree."""
    return entry["type"] == "socket" or entry["type"] == "file" and \
        is_lock(os.fsencode(entry["path"]), entry["size"], lambda: tree.open_file(entry["path"]))
