"""What the parts of the scan share: running a command, reading a file, hashing."""

import hashlib
import os
import stat
import subprocess
from layout import COMPOSE_DIR, CONTAINER_STATE as STATE_IN_CONTAINER, TARGET

GATEWAY, PANEL = "openclaw-gateway", "openclaw-panel"


def run(*command, timeout=30, stdin=None, env=None):
    """(exit code, stdout) of a command; 127 when it is not there, 124 when it took too long."""
    # node writes what it compiled through whatever anybody made of /tmp/node-compile-cache, and runs what lies there.
    env = {**(os.environ if env is None else env), "NODE_DISABLE_COMPILE_CACHE": "1"}
    try:
        answer = subprocess.run(command, input=stdin, stdin=None if stdin is not None else subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=timeout, check=False, env=env)
    except FileNotFoundError:
        return 127, b""
    except (subprocess.TimeoutExpired, PermissionError, OSError):
        return 124, b""
    return answer.returncode, answer.stdout


def text_of(*command, **options):
    return run(*command, **options)[1].decode("utf-8", "replace").strip()


def read(path, limit=1 << 20):
    """The beginning of a file of the system's. Not for what users write: that is user_file's."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
        with open(descriptor, "rb") as file:
            return file.read(limit) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    except OSError:
        return b""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def which(name):
    for folder in ("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"):
        path = os.path.join(folder, name)
        if os.access(path, os.X_OK) and not os.path.isdir(path):
            return path
    return ""


def existing(path):
    """The path, or of its folders the nearest that is there."""
    while not os.path.lexists(path) and path != "/":
        path = os.path.dirname(path)
    return path


def human(size):
    for unit in ("bytes", "KiB", "MiB", "GiB"):
        if size < 1024 or unit == "GiB":
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1024
    return ""
