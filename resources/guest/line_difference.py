"""Lines of what must not change, and the difference between two lists of them.

A line is (place, text, kind): a file's path or a chain; the line, white space made even; and
what a difference in it means. Order counts within a place.
"""

import collections
import glob
import hashlib
import os
import re

import redact
from step_io import phrase

LINE = ""          # a difference fails
ITSELF = "itself"  # what another program changes by itself: a warning
NOTE = "note"      # comments, files that nothing loads: information
SHOWN = 12
LONGEST = 200
BIGGEST = 1 << 20
# Files that are compared as a whole: passwords' hashes, keys, what is no text.
WHOLE = re.compile(r"htpasswd|passwd|\.(?:key|pem|crt|cer|der|p12|pfx|jks|db|dat|so|gz|bin)\Z", re.IGNORECASE)
RENEWED = re.compile(r"\.(?:key|pem|crt|cer|der)\Z", re.IGNORECASE)
SECRET_VALUE = re.compile(
    r"((?:token|secret|passwd|password|api[-_]?key|authorization|credential|cookie)[\w-]*[\"']?\s*[=: ]\s*)"
    r"(?!(?:yes|no|on|off|none)\b|/)(\"[^\"]*\"|'[^']*'|\S+)", re.IGNORECASE)
IN_URL = re.compile(r"(\w://[^\s/:@]+:)[^\s/@]+@")
IN_SCHEME = re.compile(r"\b(Basic|Bearer)\s+[A-Za-z0-9._~+/=-]+")


class Unread(Exception):
    """What could not be read is not the same as nothing."""


def paths(patterns):
    """Files, links followed. FOLDER/* and FOLDER/**/* take names with a dot before them as well: .htpasswd is one."""
    found = set()
    for pattern in patterns:
        if pattern.endswith("/**/*"):
            found.update(os.path.join(parent, name) for parent, _, names in os.walk(pattern[:-5]) for name in names)
        elif pattern.endswith("/*"):
            found.update(os.path.join(pattern[:-2], name) for name in (os.listdir(pattern[:-2]) if os.path.isdir(pattern[:-2]) else ()))
        else:
            found.update(glob.glob(pattern))
    return sorted(path for path in found if os.path.isfile(path))


def code_of(line, trailing):
    """The line without its comment."""
    line = line.strip()
    if line.startswith("#"):
        return ""
    if not trailing:
        return line
    quote = ""
    for at, char in enumerate(line):
        if quote:
            quote = "" if char == quote and line[at - 1] != "\\" else quote
        elif char in "\"'":
            quote = char
        elif char == "#" and line[at - 1] in " \t;{}":
            return line[:at].rstrip()
    return line


def lines_of(path, content, trailing=True, kind=LINE):
    """A file's lines. trailing: a # behind something begins a comment too (not so in a crontab)."""
    if WHOLE.search(path) or len(content) >= BIGGEST or b"\0" in content:
        return [(path, "sha256 " + hashlib.sha256(content).hexdigest(), ITSELF if RENEWED.search(path) and kind == LINE else kind)]
    lines = []
    for raw in content.decode("utf-8", "backslashreplace").splitlines():
        code, whole = " ".join(code_of(raw, trailing).split()), " ".join(raw.split())
        if code:
            lines.append((path, code, kind))
        if whole != code:
            lines.append((path, whole, NOTE))
    return lines


def shown(place, text):
    """One line for people and records: bounded, and no secret in it."""
    text = IN_SCHEME.sub(r"\1 [redacted]", IN_URL.sub(r"\1[redacted]@", text))
    if not place.startswith("/etc/ssh/"):
        text = SECRET_VALUE.sub(r"\1[redacted]", text)
    text = f"{place}: {redact.LOOKS_SECRET.sub('[redacted]', text)}"
    return text if len(text) <= LONGEST else text[:LONGEST - 1] + "…"


class Difference:
    """Between what was and what is."""

    def __init__(self, before, now):
        old, new = (collections.Counter(tuple(line) for line in lines) for lines in (before, now))
        self.removed, self.added = list((old - new).elements()), list((new - old).elements())
        self.moved = [] if self.removed or self.added else sorted(
            {place for place, _, _ in old} - {place for place, _, _ in old if sequence(before, place) == sequence(now, place)})

    def count(self, kind):
        return sum(line[2] == kind for line in (*self.removed, *self.added))

    def verdict(self):
        if self.count(LINE) or self.moved:
            return "failed"
        return "warning" if self.count(ITSELF) else "passed"

    def told(self, secrets=()):
        """A sentence, and below it the lines: - was, + is."""
        count = len(self.removed) + len(self.added)
        if not count and not self.moved:
            return phrase("as-before")
        if self.moved:
            sentence, marked = phrase("order-of-lines-changed", count=len(self.moved)), [f"~ {place}" for place in self.moved]
        else:
            sentence = {"failed": phrase("lines-differ", count=count), "warning": phrase("lines-differ-by-themselves", count=count),
                        "passed": phrase("lines-differ-in-comments", count=count)}[self.verdict()]
            if count == 1:
                sentence = {"failed": phrase("line-differs"), "warning": phrase("line-differs-by-itself"),
                            "passed": phrase("line-differs-in-comments")}[self.verdict()]
            weight = [LINE, ITSELF, NOTE].index
            marked = [f"{sign} {redact.redact(shown(place, text), secrets)}" for _, place, _, text, sign in sorted(
                (weight(kind), place, sign == "+", text, sign) for sign, lines in (("-", self.removed), ("+", self.added)) for place, text, kind in lines)]
        if len(marked) > SHOWN:
            marked = [*marked[:SHOWN], f"… {len(marked) - SHOWN} more"]
        return "\n".join([sentence, *marked])


def sequence(lines, place):
    return [tuple(line) for line in lines if line[0] == place and line[2] == LINE]
