"""How a step's Python tools speak: the same facts, progress and state as prelude.sh gives."""

import os
import re
import sys

JOB = os.environ.get("UNDOCK_JOB", "")
RUN = os.environ.get("UNDOCK_RUN", "")
STATE = os.path.join(RUN, "state")


def encode(text, also=""):
    """Percent-encode %, control characters and those in `also`; other bytes stay as they are."""
    data = text if isinstance(text, bytes) else str(text).encode("utf-8", "surrogateescape")
    special = rb"[%\x00-\x1f\x7f" + re.escape(also.encode()) + rb"]"
    return re.sub(special, lambda match: b"%%%02X" % match[0][0], data)


def fact(key, value):
    with open(os.path.join(JOB, "facts"), "ab") as file:
        file.write(key.encode() + b"=" + encode(value) + b"\n")


def say(text):
    sys.stdout.buffer.write(str(text).encode("utf-8", "surrogateescape") + b"\n")
    sys.stdout.buffer.flush()


def show(name):
    """A file's name as one printable line, however odd it is."""
    data = name if isinstance(name, bytes) else os.fsencode(name)
    return encode(data).decode("utf-8", "backslashreplace")


def warn(code, text):
    say(f"warning: {text}")
    fact("warning", f"{code} {text}")


def fail(code, text):
    say(f"failed: {text}")
    fact("failure", f"{code} {text}")
    sys.exit(1)


def finding(level, code, text):
    say(f"{level:<9} {text}")
    fact("finding", f"{level} {code} {text}")


def check(identifier, weight, verdict, expected, found, before=""):
    """A row of the acceptance table. found: its first line is the sentence, those below it are what differs."""
    first = str(found).split("\n", 1)[0]
    say(f"{verdict:<8} {identifier}: expected {expected}, found {first}" + (f" (before: {before})" if before else ""))
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


def has_param(name):
    return os.path.isfile(os.path.join(JOB, "params", name))


def param(name):
    try:
        with open(os.path.join(JOB, "params", name), "rb") as file:
            return file.read().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        fail("missing-parameter", f"The step was not given its value '{name}'; this is an error of the program.")


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


def kept(name):
    try:
        with open(os.path.join(STATE, name), "rb") as file:
            return file.read().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        fail("missing-state",
             f"An earlier step of this run did not leave '{name}'; run the stage before this one again.")
