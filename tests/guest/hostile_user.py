"""Runs in the guest as uid 1000 and gives root's tools no rest. Knows nothing of them but what an attacker could read.

usage: hostile_user.py data|beside SECONDS     data: in /data/openclaw too; beside: in /tmp and /home/node alone

Every few milliseconds something else stands under a name that root may be about to open: a link to what is
root's, a pipe, a set-uid program, a folder, a file. Nothing outside its own places is touched.
"""

import contextlib
import os
import random
import shutil
import sys
import time

DATA = "/data/openclaw"
AIMS = ("/root/hostile-canary", "/etc/hostile-canary", "/etc/passwd", "/etc", "/root", "/usr/local/hostile-canary", "/proc/self/mem", "/dev/zero")
PLAYGROUND = DATA + "/workspace/hostile"
EVIL = 'require("fs").writeFileSync("/root/hostile-was-run", String(process.getuid()));\n'


def names(where):
    here = [f"/tmp/{name}" for name in ("jiti", "node-compile-cache", "jiti/a.cjs", "openclaw", "undock", ".undock-part")]
    here += [f"/home/node/{name}" for name in (".openclaw.undock-part", ".openclaw.before-x", ".npm", ".node-gyp")]
    if where == "data":
        here += [f"{PLAYGROUND}/{name}" for name in ("a", "b", "sub", "sub/inner", "SKILL.md", "x.node", ".undock-part", "deep/er/file")]
        here += [f"{DATA}/agents/hostile/{name}" for name in ("sessions", "sessions/sessions.json", "sessions/s.jsonl", "sessions/a.lock",
                                                              "sessions/sessions.json.undock-part", "agent")]
        here += [f"{DATA}/{name}" for name in (".undock-part", "sessions.json.undock-part", "openclaw.json.undock-part", "openclaw.json.bak.hostile",
                                               "agents/main/sessions/sessions.json.undock-part", "subagents/runs.json.undock-part", "hostile.lock")]
    return here


def clear(path):
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        os.unlink(path)


def fill(path, text="mine\n", mode=0o644):
    # A pipe or a link that is still there must not hold him up, or lead him out.
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode), "w", encoding="ascii") as file:
        file.write(text)
        os.fchmod(file.fileno(), mode)


def folder(path):
    os.makedirs(path)
    fill(path + "/inner")


MAKES = (lambda path: os.symlink(random.choice(AIMS), path), lambda path: os.symlink("..", path), os.mkfifo,
         lambda path: fill(path, "#!/bin/sh\n", 0o6755), folder, fill, lambda path: fill(path, EVIL),
         lambda path: os.rename(random.choice(names("data")), path))


def main():
    where, until = sys.argv[1], time.monotonic() + float(sys.argv[2])
    done = 0
    while time.monotonic() < until:
        path = random.choice(names(where))
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with contextlib.suppress(OSError):
            clear(path)
        with contextlib.suppress(OSError):
            random.choice(MAKES)(path)
            done += 1
        if done % 50 == 0:
            time.sleep(0.002)
            with open("/var/tmp/hostile-count.new", "w", encoding="ascii") as file:
                file.write(f"{done}\n")
            os.replace("/var/tmp/hostile-count.new", "/var/tmp/hostile-count")


if __name__ == "__main__":
    main()
