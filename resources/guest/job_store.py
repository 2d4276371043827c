"""Where jobs live in a guest, and how their state is told.

runs/<run>/<nn>-<step>/ holds one job. It appears by rename, complete and fsynced, so a
folder that can be seen is a claimed job; `started/` appears the same way, made by the
supervisor, so a doubled launch runs nothing twice; `result` is written once.
"""

import base64
import contextlib
import errno
import fcntl
import os
import re
import subprocess
import time

from wording import phrase

# The variable exists for the tests alone: a guest's agent starts with a bare environment.
ROOT = os.environ.get("UNDOCK_ROOT", "/var/lib/openclaw-undock")
RUNS = os.path.join(ROOT, "runs")
INCOMING = os.path.join(ROOT, "incoming")
LOCK = os.path.join(ROOT, "lock")
CONTROL_LOCK = os.path.join(ROOT, "control.lock")
GENERATION = os.path.join(ROOT, "generation")
CUTOVER = os.path.join(ROOT, "cutover")
SYSTEMD = "/run/systemd/system"  # there where systemd is the first process

RUN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z")
JOB_NAME = re.compile(r"[0-9]{2,3}-[a-z]-[a-z0-9-]{1,48}\Z")

RESERVE_BYTES = 16384


class Refusal(Exception):
    """A request that is answered, not carried out: status, stable code, text, more payload."""

    def __init__(self, status, code, text, extra=()):
        super().__init__(text)
        self.status, self.code, self.text, self.extra = status, code, text, list(extra)


def b64(data):
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogateescape")
    return base64.b64encode(data).decode("ascii")


def now_ms():
    return int(time.time() * 1000)


def boot_id():
    with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
        return file.read().strip()


def fsync_path(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path):
    """mkdir -p whose new entries survive a power loss."""
    if os.path.isdir(path):
        return
    make_folder(os.path.dirname(path))
    with contextlib.suppress(FileExistsError):
        os.mkdir(path, 0o700)
        fsync_path(os.path.dirname(path))


def write_atomic(path, data):
    temporary = f"{path}.tmp{os.getpid()}"
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.rename(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    fsync_path(os.path.dirname(path))


def read_text(path, default=""):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return default


@contextlib.contextmanager
def locked(path, patience):
    """An exclusive flock, or None inside the block when it stayed taken for `patience` seconds."""
    make_folder(os.path.dirname(path))
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + patience
        held = False
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                held = True
                break
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EACCES):
                    raise
            if time.monotonic() >= deadline:
                break
            time.sleep(0.05)
        yield descriptor if held else None
    finally:
        os.close(descriptor)


class Job:
    def __init__(self, run, name):
        if not RUN_NAME.match(run) or not JOB_NAME.match(name):
            raise Refusal("refused", "bad-request", "the run or job name is malformed")
        self.run, self.name = run, name
        self.folder = os.path.join(RUNS, run, name)

    def path(self, name):
        return os.path.join(self.folder, name)

    def exists(self):
        return os.path.isdir(self.folder)

    def chain(self):
        names = read_text(self.path("chain")).split()
        return [Job(self.run, name) for name in names] or [self]

    def result(self):
        """The result's lines as a dict, or None while there is none."""
        text = read_text(self.path("result"), None)
        if text is None:
            return None
        return dict(line.split(" ", 1) for line in text.splitlines() if " " in line)

    def began(self):
        return read_text(self.path("began")).strip()

    def drop_secrets(self):
        for name in read_text(self.path("secret-params")).split():
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                os.unlink(os.path.join(self.folder, "params", os.path.basename(name)))

    def reserve(self):
        """Room for the result, taken early: a full disk must not swallow how a step ended."""
        descriptor = os.open(self.path("reserve"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with contextlib.suppress(OSError):
                os.posix_fallocate(descriptor, 0, RESERVE_BYTES)
        finally:
            os.close(descriptor)

    def write_result(self, fields):
        data = "".join(f"{key} {value}\n" for key, value in fields.items()).encode("ascii")
        try:
            write_atomic(self.path("result"), data)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.path("reserve"))
            write_atomic(self.path("result"), data)
        with contextlib.suppress(OSError):
            os.unlink(self.path("reserve"))
        with contextlib.suppress(OSError):
            self.drop_secrets()


def unit_alive(unit):
    """Whether systemd still has processes of this unit. Asked only of the current boot's units."""
    if not unit or not os.path.isdir(SYSTEMD):
        return False
    try:
        answer = subprocess.run(
            ["systemctl", "show", "--property=ActiveState", "--value", "--", unit],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return True
    if answer.returncode != 0:
        return True
    return answer.stdout.decode("ascii", "replace").strip() not in ("inactive", "failed")


def lock_free():
    with locked(LOCK, 0) as held:
        return held is not None


def started_by(first):
    """(boot id, unit) of the chain's supervisor, or None when it never started."""
    if not os.path.isdir(first.path("started")):
        return None
    return (read_text(first.path("started/boot")).strip(),
            read_text(first.path("started/unit")).strip())


def alive(first):
    started = started_by(first)
    if started is None or started[0] != boot_id():
        return False
    return not lock_free() or unit_alive(started[1])


def settle(job):
    """Write the end of a chain whose supervisor is gone. Returns the job's result, if it has one.

    The order matters: first see that nobody works, then take the lock, then look for a result
    once more, because a supervisor writes its last result just before it leaves.
    """
    result = job.result()
    if result is not None or not job.exists():
        return result
    chain = job.chain()
    started = started_by(chain[0])
    if started is None or alive(chain[0]):
        return job.result()
    same_boot = started[0] == boot_id()
    with locked(LOCK, 2) as held:
        if held is None:
            return job.result()
        ended = None
        for member in chain:
            known = member.result()
            if known is not None:
                if known.get("state") != "passed":
                    ended = ended or member.name
                continue
            if ended is None:
                state = "died" if same_boot else "interrupted"
                reason = phrase("step-supervisor-gone" if same_boot else "step-guest-restarted")
            else:
                state, reason = "skipped", phrase("job-before-failed", job=ended)
            ended = ended or member.name
            fields = {"state": state, "boot": started[0] or "-", "began": member.began() or "0",
                      "ended": now_ms(), "reason": b64(reason)}
            try:
                fields["total"] = os.path.getsize(member.path("out"))
            except OSError:
                fields["total"] = 0
            try:
                member.write_result(fields)
            except OSError:
                # What cannot be written is still true: the supervisor is gone.
                return fields if member.name == job.name else job.result()
    return job.result()


def state_of(job):
    """running|claimed, or the state that the result gives."""
    result = settle(job)
    if result is not None:
        return result.get("state", "died")
    return "running" if job.began() and alive(job.chain()[0]) else "claimed"


def jobs_of(run):
    """In the order of their numbers: the hundredth comes after the ninety-ninth."""
    folder = os.path.join(RUNS, run)
    try:
        names = [name for name in os.listdir(folder) if JOB_NAME.match(name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [Job(run, name) for name in sorted(names, key=lambda name: (int(name.split("-", 1)[0]), name))]


def runs():
    try:
        return sorted(name for name in os.listdir(RUNS) if RUN_NAME.match(name))
    except FileNotFoundError:
        return []


def unfinished():
    """The job that a living supervisor works on now, or None."""
    for run in runs():
        for job in jobs_of(run):
            if job.result() is None and started_by(job.chain()[0]) is not None:
                if settle(job) is None:
                    return job
    return None
