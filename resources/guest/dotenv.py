"""A .env file as OpenClaw's own reader (npm `dotenv` 17, lib/main.js `parse`) takes it apart."""

import re

LINE = re.compile(r"""^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)"""
                  r"""(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:\#.*)?$""",
                  re.MULTILINE | re.ASCII)
QUOTED = re.compile(r"""^(['"`])(.*)\1$""", re.MULTILINE | re.DOTALL)
LARGEST = 1 << 20


def parse(data):
    """{name: value}; what is no assignment is passed over, as dotenv does."""
    text = data[:LARGEST].decode("utf-8", "surrogateescape") if isinstance(data, bytes) else data
    text = re.sub(r"\r\n?", "\n", text)
    found = {}
    for match in LINE.finditer(text):
        value = (match[2] or "").strip()
        double = value.startswith('"')
        value = QUOTED.sub(r"\2", value)
        if double:
            value = value.replace("\\n", "\n").replace("\\r", "\r")
        found[match[1]] = value
    return found
