"""A journal of this machine's lab as one of nobody's: what names the machine is replaced, the lines are chained anew."""
import hashlib
import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lab/whole"))
import secrets_eye  # noqa: E402

NODE, DESK, OPERATOR, KERNEL = "node-1.example", "desk-3", "lin", "6.12.48+deb13-amd64"
PEOPLE = ("by", "holder", "operator")


class Unfit(Exception):
    pass


def replaced(value, words):
    if isinstance(value, str):
        for word, other in words.items():
            value = value.replace(word, other)
        return value
    if isinstance(value, list):
        return [replaced(one, words) for one in value]
    if isinstance(value, dict):
        return {key: replaced(one, words) for key, one in value.items()}
    return value


def plain(event, words, operator):
    data = replaced(event["data"], words)
    # The end of a job tells the sum of its output: that has to stay what the journal holds.
    if event["type"] == "output" and data != event["data"]:
        raise Unfit(f"line {event['seq']}: an output names this machine, and its sum stands in the journal")
    for field in PEOPLE:
        if data.get(field) == operator:
            data[field] = OPERATOR
    if "host" in data:
        data["host"] = DESK
    if "params" in data:
        data["params"]["operator"] = OPERATOR
    return {**event, "data": data}


def journal(lines, node, kernel=os.uname().release):
    """The bytes to check in. Raises Unfit where something would be left of this machine or of a secret."""
    events = [json.loads(line) for line in lines.splitlines()]
    operator = events[0]["data"]["operator"]
    previous, made = "0" * 64, []
    for event in events:
        told = {**plain(event, {node: NODE, kernel: KERNEL}, operator), "prev": previous}
        line = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        previous = hashlib.sha256(line).hexdigest()
        made.append(line)
    whole = b"".join(line + b"\n" for line in made)
    left = [word for word in (node, kernel) if word.encode() in whole]
    left += re.findall(rb"\b(?:198\.1[89]|192\.168)\.[0-9.]+", whole) + secrets_eye.in_bytes(whole)
    if left:
        raise Unfit(f"this is left in it: {left}")
    return whole
