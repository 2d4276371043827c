"""Which files of the state directory are left-over locks, not data.

A copied lock makes a session look busy for half an hour. Only OpenClaw's own places count:
a user's Cargo.lock or poetry.lock in a workspace is a file like any other.
"""

import json
import re

PLACES = re.compile(
    rb"(?:[^/]+\.lock|(?:agents/[^/]+/(?:sessions|agent)|credentials|cron|identity|devices)(?:/.+)?/[^/]+\.lock"
    rb"|(?:credentials|cron|identity|devices)/[^/]+\.lock)\Z")
LARGEST = 4096


def is_lock(relative, path, size):
    """relative: the path inside the state directory, as bytes."""
    if not PLACES.match(relative) or size > LARGEST:
        return False
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST).strip()
    except OSError:
        return False
    if not content or content.isdigit():
        return True
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "pid" in value
