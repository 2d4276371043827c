#!/usr/bin/env python3
"""liar.py MODE SEED REAL-PYTHON ARGUMENTS…: the job server's answer to one request, and what a VM's root who lies makes of it.

Runs in a guest, in the place of its python3. The frame is made right again: a liar can do sums, too.
Modes: `anything` (a random change in two answers of three), `running` (a step ends never), `truth`.
"""
import base64
import hashlib
import os
import random
import re
import subprocess
import sys

STATES = ("claimed", "running", "passed", "failed", "interrupted", "timed-out", "died", "skipped", "cancelled", "deleted")
BASE64 = ("out", "tail", "secret", "facts", "reason", "cutover", "also")


def strange(rng):
    return rng.choice((
        b"../../../../../../undock-escaped", b"/tmp/undock-escaped", b"-1", b"9223372036854775807", b"18446744073709551616",
        b"\x1b[2J\x1b]0;x\x07", "\u202egpj.exe\u2066".encode(), b"\xff\xfe\xc0\xaf", b"<script>1</script>", b"=1+1", b"passed",
        b"[" * 50000, b'{"a":' * 20000, b"x" * 200000, b"", bytes(rng.randrange(256) for _ in range(200))))


def facts(rng, told):
    lines = told.split(b"\n")
    name = rng.choice((b"finding", b"warning", b"failure", b"check", b"backup_dir", b"openclaw_version", b"critical_failed",
                       b"outage_gateway_to_ms", b"port_panel", b"cutover"))
    lines.insert(rng.randrange(len(lines) + 1), name + b"=" + strange(rng).replace(b"\n", b"%0A")[:100000])
    return b"\n".join(lines)


def changed(rng, lines):
    """One change to the lines of an answer."""
    at = rng.randrange(len(lines)) if lines else 0
    key, _, value = lines[at].partition(b" ") if lines else (b"state", b" ", b"")
    kind = rng.randrange(7)
    if kind == 0 and lines:
        del lines[at]
    elif kind == 1:
        lines.append(key + b" " + value)
    elif kind == 2:
        lines[:] = [b"state " + rng.choice(STATES).encode() if one.startswith(b"state ") else one for one in lines]
    elif kind == 3:
        forged = b"job 20-i-delete\nstate passed\noffset 0\ntotal 0\nfacts cmVtb3ZlZD14Cg==\nexit 0\nboot 1\nbegan 1\nended 2\n"
        lines.append(b"also " + base64.b64encode(forged))
    elif lines and key.decode() in BASE64:
        true = base64.b64decode(value)
        lines[at] = key + b" " + base64.b64encode(facts(rng, true) if key == b"facts" else true[:rng.randrange(len(true) + 1)] + strange(rng))
    elif lines:
        lines[at] = key + b" " + re.sub(rb"[^ -~]", b"?", strange(rng))[:5000]


def lie(rng, mode, out):
    head, _, rest = out.partition(b"\n")
    words = head.split(b" ")
    if mode == "truth" or len(words) != 5:
        return out
    lines = rest[:int(words[3])].split(b"\n")[:-1]
    if mode == "running":
        if any(line.startswith(b"state ") for line in lines):
            lines = [b"state running" if line.startswith(b"state ") else line for line in lines
                     if not line.startswith((b"facts ", b"also ", b"ended ", b"exit "))]
    elif rng.randrange(3):
        if rng.randrange(10) == 0:
            return rng.choice((b"", out[:rng.randrange(len(out))], out + out, head + b"\n" + strange(rng)))
        for _ in range(rng.randrange(1, 4)):
            changed(rng, lines)
    payload = b"".join(line + b"\n" for line in lines)
    return b"UNDOCK1 %s %s %d %s\n%sUNDOCK1-END %s\n" % (
        words[1], words[2], len(payload), hashlib.sha256(payload).hexdigest().encode(), payload, words[1])


def main():
    mode, seed, real, *arguments = sys.argv[1:]
    done = subprocess.run([real, *arguments], stdin=sys.stdin.buffer, stdout=subprocess.PIPE)
    rng = random.Random(f"{seed} {os.getpid()}")
    told = lie(rng, mode, done.stdout)
    if told != done.stdout:
        with open("/root/lies", "a", encoding="ascii") as file:
            file.write(f"{len(told)}\n")
    sys.stdout.buffer.write(told)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
