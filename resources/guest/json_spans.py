"""Edits single strings of a JSON text and leaves every other byte as it was.

Loading and dumping would do for most files, but not for numbers beyond double precision,
doubled keys or another program's way of indenting.
"""

import json
import re

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


def strings(text):
    """(keys, start, end) of every string value; keys are the names and positions that lead to it."""
    json.loads(text)  # raises ValueError when it is not JSON; the walk below trusts it
    stack, name, expects_key = [], None, False
    for match in TOKEN.finditer(text):
        token = match[0]
        if token in "{[":
            stack.append([token, None if token == "{" else 0])
            expects_key = token == "{"
        elif token in "}]":
            stack.pop()
            expects_key = False
        elif token == ",":
            if stack[-1][0] == "[":
                stack[-1][1] += 1
            expects_key = stack[-1][0] == "{"
        elif token == ":":
            stack[-1][1] = name
            expects_key = False
        elif token[0] == '"':
            if expects_key:
                name = json.loads(token)
            else:
                yield tuple(frame[1] for frame in stack), match.start(), match.end()


def edit(text, change):
    """Apply change(keys, value) -> new value or None to every string value. Returns (text, how many changed)."""
    pieces, position, count = [], 0, 0
    for keys, start, end in strings(text):
        value = json.loads(text[start:end])
        wanted = change(keys, value)
        if wanted is None or wanted == value:
            continue
        pieces += [text[position:start], json.dumps(wanted, ensure_ascii=text[start:end].isascii())]
        position, count = end, count + 1
    return "".join(pieces) + text[position:], count
