"""How a phrase is written and read, for a step's tools (step_io.py) and for the job runtime."""

import functools
import os
import re

ARGUMENT_BYTES = 1500  # of one argument of a phrase


def encode(text, also=""):
    """Percent-encode %, control characters and those in `also`; other bytes stay as they are."""
    data = text if isinstance(text, bytes) else str(text).encode("utf-8", "surrogateescape")
    special = rb"[%\x00-\x1f\x7f" + re.escape(also.encode()) + rb"]"
    return re.sub(special, lambda match: b"%%%02X" % match[0][0], data)


def shortened(data, most):
    """At most so many bytes, of what a reader still takes for text."""
    if len(data) <= most:
        return data
    return re.sub(rb"%[0-9A-F]?\Z", b"", data[:most - 3]).decode("utf-8", "ignore").encode() + "…".encode()


# A phrase is a code of the catalogue (words_en.json, "said") with its arguments, as one text: "@clock-ahead seconds=312".
# It travels as it is, and the program shows it in the language that is wanted (src/core/text/phrase.h has the grammar).
# Wherever people read a text, in English as in a step's output, it is asked for with in_english.
def phrase(code, /, **values):
    return " ".join([f"@{code}", *(f"{name}={argument(value)}" for name, value in values.items())])


def is_phrase(text):
    return isinstance(text, str) and text.startswith("@") and text[1:].split(" ")[0] in words()["said"]


def argument(value):
    """A value as it stands in a phrase. A phrase in a phrase keeps its @, anything else does not; what somebody named like
    a phrase of ours is read as one, which is the worst of it."""
    nested = is_phrase(value)
    data = shortened(encode(value[1:] if nested else value, " "), ARGUMENT_BYTES).decode("utf-8", "surrogateescape")
    # Only an @ that begins it: whoever masks secrets has to see user:password@host.
    return "@" + data if nested else re.sub(r"\A@", "%40", data)


def phrases(texts):
    """A list of phrases and plain texts as one text."""
    return " ".join(text if is_phrase(text) else phrase("plain", text=text) for text in texts)


@functools.cache
def words():
    import json  # the job runtime says phrases and reads none
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "words_en.json"), encoding="utf-8") as file:
        return json.load(file)


def in_english(text):
    """A phrase as people read it in a log. What is none, or does not fit its words, stays as it is."""
    first, newline, rest = str(text).partition("\n")
    if not first.startswith("@"):
        return str(text)
    told = []
    for word in first.split(" "):
        if word.startswith("@"):
            told.append((word[1:], {}))
        else:
            name, _, value = word.partition("=")
            told[-1][1][name] = value
    sentences = []
    for code, values in told:
        sentence = words()["said"].get(code)
        if sentence is None or set(re.findall(r"\{(\w+)\}", sentence)) != set(values):
            return str(text)
        sentences.append(re.sub(r"\{(\w+)\}", lambda place, values=values: shown_argument(values[place[1]]), sentence))
    return words()["between"].join(sentences) + newline + rest


def shown_argument(value):
    plain = re.sub(rb"%([0-9A-F]{2})", lambda match: bytes([int(match[1], 16)]),
                   value.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")
    return in_english(plain) if value.startswith("@") else plain
