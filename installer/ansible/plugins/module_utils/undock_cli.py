# MIT license, see LICENSE of OpenClaw Undock.
"""openclaw-undock-cli as these plugins call it: a list of words, no terminal, no question, JSON Lines."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type

import ctypes
import json
import os
import signal
import subprocess

VERSION = 1
SUCCEEDED, FAILED, BAD_INPUT, UNKNOWN, REFUSED, WAITS = range(6)
MEANINGS = {FAILED: "failed", BAD_INPUT: "bad input", UNKNOWN: "unknown", REFUSED: "refused", WAITS: "waits for a person"}
LONGEST_TEXT = 2000


class CliError(Exception):
    """The program could not be run, or speaks another contract than this."""


class Answer(object):
    """How a command ended, and its lines."""

    def __init__(self, code, lines):
        self.code, self.lines = code, lines

    def named(self, event):
        return [line for line in self.lines if line.get("event") == event]

    def last(self, event):
        found = self.named(event)
        return found[-1] if found else {}

    @property
    def error(self):
        """The reason of an end that is no success: code, what, where, cure. Empty texts where nothing was said."""
        ended = self.last("task-ended").get("error")
        if ended:
            return ended
        told = self.named("error")
        if told:
            return {"code": told[0]["error"], "what": "; ".join(one["what"] for one in told), "where": ", ".join(one["where"] for one in told),
                    "cure": told[0]["cure"]}
        against = self.last("would").get("reasons") or []
        if against:
            return {"code": against[0]["code"], "what": "; ".join(one["detail"] for one in against), "where": against[0]["about"],
                    "cure": against[0]["cure"]}
        return {"code": "exit-%s" % self.code, "what": MEANINGS.get(self.code, "the program ended in no known way"), "where": "", "cure": ""}


def _ends_with_us():
    """A play that is killed leaves no program behind: the VM goes on with its step, and the next call asks what became of it."""
    parent_death_signal = 1
    try:
        ctypes.CDLL(None).prctl(parent_death_signal, signal.SIGTERM)
    except (OSError, AttributeError):
        pass  # no such call here: the program then ends with its step


def parsed(code, out, err):
    lines = []
    for text in out.splitlines():
        try:
            line = json.loads(text)
        except ValueError:
            raise CliError("it printed what is no line of JSON: %r" % text[:200])
        if not isinstance(line, dict):
            raise CliError("it printed what is no object: %r" % text[:200])
        lines.append(line)
    if not lines or lines[0].get("event") != "openclaw-undock":
        raise CliError("it ended with %s and named no version of its output; it said: %s" % (code, (err or out)[:LONGEST_TEXT].strip() or "nothing"))
    if lines[0].get("version") != VERSION:
        raise CliError("its output has version %r, and this collection reads version %d: install the collection of the same release"
                       % (lines[0].get("version"), VERSION))
    return Answer(code, lines[1:])


def call(program, words, timeout=None):
    """Runs one command to its end. Raises CliError where nothing can be concluded from what it printed."""
    command = [program] + [str(word) for word in words] + ["--json", "--non-interactive"]
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
                                   preexec_fn=_ends_with_us)
    except OSError as error:
        raise CliError("%s cannot be run: %s" % (program, error))
    try:
        out, err = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.communicate()
        raise CliError("it had not ended after %s seconds and was stopped; the VM goes on with its step, and the next call asks what became of it"
                       % timeout)
    return parsed(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))


def options(given, names):
    """--name value for each that is given; True is a bare option, a list repeats it."""
    words = []
    for name in names:
        value = given.get(name)
        if value is None or value is False or value == "":
            continue
        option = "--" + name.replace("_", "-")
        if value is True:
            words.append(option)
        else:
            for one in value if isinstance(value, list) else [value]:
                words += [option, str(one)]
    return words


def same_node(one, other):
    """user@host[:port], the usual port or not."""
    def plain(node):
        node = node if "@" in node else "root@" + node
        return node[:-3] if node.endswith(":22") else node
    return plain(one) == plain(other)
