"""Runs the jobs of one chain, in order, as the main process of a transient unit.

usage: supervise.py <run> <job> <unit>

Nobody waits for this process: everything it has to say is in files. A step is one process
group with a time limit; whatever it leaves behind in the unit's control group is ended too.
"""

import contextlib
import hashlib
import os
import select
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import job_store as store  # noqa: E402
from wording import phrase  # noqa: E402

GRACE_SECONDS = 10
FACTS_LIMIT = 192 * 1024
STEP_SHELL = 'set -euo pipefail; . "$UNDOCK_LIB/prelude.sh"; . "$UNDOCK_JOB/script"'


class Stop:
    """Signals as something that can be waited for.

    SIGTERM comes from systemd when the guest shuts down, SIGUSR1 from `cancel`, which left a
    file in the job it means.
    """

    def __init__(self):
        self.asked = False
        self.reader, writer = os.pipe()
        os.set_blocking(writer, False)
        os.set_blocking(self.reader, False)
        signal.set_wakeup_fd(writer)
        signal.signal(signal.SIGTERM, self._note)
        signal.signal(signal.SIGUSR1, lambda *_: None)

    def _note(self, *_):
        self.asked = True

    def why(self, job):
        if self.asked:
            return "stop"
        return "cancel" if cancelled(job) else None


def cancelled(job):
    return os.path.exists(job.path("cancel")) and \
        store.read_text(job.path("effect")).strip() in ("reads", "adds", "switches")


def claim(first, unit):
    """Make started/ appear, complete. False when another supervisor has it."""
    temporary = first.path(f"started.tmp{os.getpid()}")
    os.mkdir(temporary, 0o700)
    for name, text in (("boot", store.boot_id()), ("unit", unit), ("pid", str(os.getpid())),
                       ("lib", os.path.dirname(os.path.abspath(__file__)))):
        with open(os.path.join(temporary, name), "w", encoding="ascii") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
    store.fsync_path(temporary)
    try:
        os.rename(temporary, first.path("started"))
    except OSError:
        for name in os.listdir(temporary):
            os.unlink(os.path.join(temporary, name))
        os.rmdir(temporary)
        return False
    store.fsync_path(first.folder)
    return True


def strays():
    """Processes of this unit other than this one. Empty when not in a unit of ours (tests)."""
    with open("/proc/self/cgroup", encoding="utf-8") as file:
        group = [line.rstrip("\n").split(":", 2)[2] for line in file if line.startswith("0::")]
    if not group or "openclaw-undock-" not in group[0].rsplit("/", 1)[-1]:
        return []
    listing = store.read_text(f"/sys/fs/cgroup{group[0]}/cgroup.procs")
    return [int(pid) for pid in listing.split() if int(pid) != os.getpid()]


def end_strays():
    for number, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 2.0)):
        left = strays()
        if not left:
            return
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        deadline = time.monotonic() + patience
        while strays() and time.monotonic() < deadline:
            time.sleep(0.05)


def wait_for(job, process, stop, limit):
    """Wait for the step. Returns why it was ended from outside: None, "time", "stop" or "cancel"."""
    watch = select.poll()
    pidfd = os.pidfd_open(process.pid)
    watch.register(pidfd, select.POLLIN)
    watch.register(stop.reader, select.POLLIN)
    deadline = time.monotonic() + limit
    why = None
    killed = False
    try:
        while process.poll() is None:
            # Looked at before each wait: the signal may have come while the step before still ran.
            asked = stop.why(job)
            if why is None and (asked or time.monotonic() >= deadline):
                why = asked or "time"
                signal_group(process, signal.SIGTERM)
                deadline = time.monotonic() + (3 if why == "stop" else GRACE_SECONDS)
            elif why is not None and not killed and time.monotonic() >= deadline:
                signal_group(process, signal.SIGKILL)
                killed = True
                deadline = time.monotonic() + 3600
            watch.poll(max(0, int((deadline - time.monotonic()) * 1000) + 1))
            with contextlib.suppress(BlockingIOError):
                os.read(stop.reader, 64)
    finally:
        os.close(pidfd)
    if why is None and process.returncode == -signal.SIGTERM:
        # At shutdown the step may get its SIGTERM before we get ours.
        time.sleep(0.3)
        if stop.asked:
            why = "stop"
    return why


def signal_group(process, number):
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def digest(path):
    state = hashlib.sha256()
    size = 0
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            state.update(block)
            size += len(block)
    return state.hexdigest(), size


def missing_facts(job):
    wanted = store.read_text(job.path("needs-facts")).split()
    have = {line.split("=", 1)[0] for line in store.read_text(job.path("facts")).splitlines()}
    return [name for name in wanted if name not in have]


def run_job(job, stop):
    """One step, from its begin to its result. Returns why the chain does not go on, or None."""
    lib = os.path.dirname(os.path.abspath(__file__))
    try:
        limit = max(1, int(store.read_text(job.path("time-limit")).strip() or "600"))
    except ValueError:
        limit = 600
    job.reserve()
    store.write_atomic(job.path("began"), f"{store.now_ms()}\n".encode())
    environment = {
        "HOME": "/root", "LANG": "C.UTF-8",
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "UNDOCK_LIB": lib, "UNDOCK_RUN": os.path.dirname(job.folder), "UNDOCK_JOB": job.folder,
    }
    with open(job.path("out"), "ab", buffering=0) as out:
        process = subprocess.Popen(
            ["bash", "-c", STEP_SHELL], cwd="/", env=environment, stdin=subprocess.DEVNULL,
            stdout=out, stderr=out, start_new_session=True, umask=0o077)
    why = wait_for(job, process, stop, limit)
    end_strays()

    status = process.returncode
    fields = {"boot": store.boot_id(), "began": job.began() or "0"}
    if status >= 0:
        fields["exit"] = status
    else:
        fields["signal"] = -status
    reason = ""
    if why == "stop":
        state, reason = "interrupted", phrase("step-stopped-in-guest")
    elif why == "cancel":
        state, reason = "cancelled", phrase("step-cancelled")
    elif why == "time":
        state, reason = "timed-out", phrase("step-timed-out", limit=limit)
    elif status == 0:
        state, reason = "passed", ""
        missing = missing_facts(job)
        if os.path.exists(job.path("facts")) and os.path.getsize(job.path("facts")) > FACTS_LIMIT:
            state, reason = "failed", phrase("step-facts-too-many")
        elif missing:
            state, reason = "failed", phrase("step-facts-missing", names=" ".join(missing))
    else:
        state = "failed"
    fields = {"state": state, **fields}
    if reason:
        fields["reason"] = store.b64(reason)
    fields["out-sha256"], fields["total"] = digest(job.path("out"))
    fields["ended"] = store.now_ms()
    job.write_result(fields)
    if state != "passed":
        return phrase("job-before-failed", job=job.name)
    return unacknowledged(job)


def unacknowledged(job):
    """A warning of a step that passed holds the rest up until someone has acknowledged it by name."""
    accepted = set(store.read_text(job.path("accepted-warnings")).split())
    for line in store.read_text(job.path("facts")).splitlines():
        if line.startswith("warning="):
            code = line[len("warning="):].split(" ", 1)[0]
            if code not in accepted:
                return phrase("job-before-warned", job=job.name, code=code)
    return None


def skip(job, reason):
    job.write_result({"state": "skipped", "boot": store.boot_id(), "began": 0, "ended": store.now_ms(),
                      "total": 0, "reason": store.b64(reason)})


def main():
    run, name, unit = sys.argv[1:4]
    os.umask(0o077)
    os.chdir("/")
    stop = Stop()
    first = store.Job(run, name)
    with store.locked(store.LOCK, 30) as held:
        if held is None:
            return 75
        if not claim(first, unit):
            return 0
        ended, pause = None, os.path.join(os.path.dirname(first.folder), "pause")
        for job in first.chain():
            if job.result() is not None:
                continue
            if stop.asked:
                # Going down: what did not begin is settled by whoever asks next.
                break
            if ended is None and job.name != first.name and os.path.exists(pause):
                ended = phrase("run-paused-before")
            if ended:
                skip(job, ended)
            else:
                ended = run_job(job, stop)
    return 0


if __name__ == "__main__":
    sys.exit(main())
