"""How a step's Python tools speak: the same facts, progress and state as prelude.sh gives."""

import atexit
import contextlib
import os
import re
import sys

from wording import encode, in_english, phrase, phrases, shortened, words  # noqa: F401  tools say step_io.phrase

JOB = os.environ.get("UNDOCK_JOB", "")
RUN = os.environ.get("UNDOCK_RUN", "")
STATE = os.path.join(RUN, "state")
# Of what a job may report, which is 192 KiB in all (supervise.py).
VALUE_BYTES = 4096
ENTRY_BYTES = 400
LIST_MOST = 50
LIST_BYTES = 12 * 1024
ALIKE_MOST = 20
FINDINGS_BYTES = 96 * 1024  # what they quote of the user's own texts may be long
_lists = {}
_alike = {}
_findings = {"bytes": 0, "more": set()}


def fact(key, value):
    with open(os.path.join(JOB, "facts"), "ab") as file:
        file.write(key.encode() + b"=" + shortened(encode(value), VALUE_BYTES) + b"\n")


def listed(key, value):
    """One of a list of which the user decides how long it is and how its entries are called (files, folders, units):
    a job's facts have a limit, and a step that goes beyond it fails. As many as fit are told, each once, and at the end
    of the program how many there were, as KEY_count."""
    data = shortened(encode(value), ENTRY_BYTES)
    entries, size = _lists.setdefault(key, (set(), [0]))
    if data in entries:
        return
    entries.add(data)
    if len(entries) <= LIST_MOST and size[0] + len(data) <= LIST_BYTES:
        size[0] += len(data)
        with open(os.path.join(JOB, "facts"), "ab") as file:
            file.write(key.encode() + b"=" + data + b"\n")


@atexit.register
def tell_counts():
    for key, (entries, _) in _lists.items():
        with contextlib.suppress(FileNotFoundError):  # the job's folder is gone: nobody reads it any more
            fact(f"{key}_count", len(entries))
    _lists.clear()


def told(key):
    """The newest value of a fact of this step, or ""."""
    value = b""
    with contextlib.suppress(FileNotFoundError), open(os.path.join(JOB, "facts"), "rb") as file:
        for line in file:
            if line.startswith(key.encode() + b"="):
                value = line.rstrip(b"\n").split(b"=", 1)[1]
    return re.sub(rb"%([0-9A-F]{2})", lambda match: bytes([int(match[1], 16)]), value).decode("utf-8", "surrogateescape")


def say(text):
    sys.stdout.buffer.write(str(text).encode("utf-8", "surrogateescape") + b"\n")
    sys.stdout.buffer.flush()


def show(name):
    """A file's name as one printable line, however odd it is."""
    data = name if isinstance(name, bytes) else os.fsencode(name)
    return encode(data).decode("utf-8", "backslashreplace")


def warn(code, text):
    say(f"warning: {in_english(text)}")
    fact("warning", f"{code} {text}")


def fail(code, text=None, /, **values):
    """Ends the step. Without a text of its own the code's phrase tells what happened and what to do."""
    text = phrase(code, **values) if text is None else text
    say(f"failed: {in_english(text)}")
    fact("failure", f"{code} {text}")
    sys.exit(1)


def finding(level, code, text):
    say(f"{level:<9} {in_english(text)}")
    _alike[code] = _alike.get(code, 0) + 1
    told = f"{level} {code} {text}"
    size = len(shortened(encode(told), VALUE_BYTES))
    if (level == "blocks" or _alike[code] <= ALIKE_MOST) and _findings["bytes"] + size <= FINDINGS_BYTES:
        _findings["bytes"] += size
        fact("finding", told)
    elif (level, code) not in _findings["more"]:
        # Whatever there is no room for: that it is there, and whether it blocks, is never left out.
        _findings["more"].add((level, code))
        fact("finding", f"{level} {code} {phrase('more-of-these')}")


def check(identifier, weight, verdict, expected, found, before=""):
    """A row of the acceptance table. found: its first line is the sentence, those below it are what differs."""
    first = in_english(found).split("\n", 1)[0]
    say(f"{verdict:<8} {identifier}: expected {in_english(expected)}, found {first}" + (f" (before: {in_english(before)})" if before else ""))
    for line in str(found).split("\n")[1:]:
        say(f"         {show(line)}")
    fields = [identifier, weight, verdict]
    fields += [encode(str(text), "|").decode("utf-8", "surrogateescape") for text in (expected, found, *([before] if before else []))]
    with open(os.path.join(JOB, "facts"), "ab") as file:
        file.write(b"check=" + "|".join(fields).encode("utf-8", "surrogateescape") + b"\n")


def progress(done, total, unit):
    path = os.path.join(JOB, "progress")
    with open(path + ".new", "w", encoding="ascii") as file:
        file.write(f"{done} {total} {unit}\n")
    os.replace(path + ".new", path)


def params():
    """The names of all values that the step was given."""
    return sorted(os.listdir(os.path.join(JOB, "params")))


def has_param(name):
    return os.path.isfile(os.path.join(JOB, "params", name))


def param(name):
    try:
        with open(os.path.join(JOB, "params", name), "rb") as file:
            return file.read().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        fail("missing-parameter", name=name)


def write_durably(path, data):
    temporary = f"{path}.new"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    folder = os.open(os.path.dirname(path), os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def keep(name, value):
    os.makedirs(STATE, exist_ok=True)
    write_durably(os.path.join(STATE, name), str(value).encode("utf-8", "surrogateescape"))


def is_kept(name):
    return os.path.isfile(os.path.join(STATE, name))


def state_missing(text):
    fail("missing-state", text)


def kept(name):
    try:
        with open(os.path.join(STATE, name), "rb") as file:
            return file.read().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        state_missing(phrase("missing-state", name=name))
