"""The job runtime as it ships, in a temporary root, for any user: no VM, no root, no systemd.

Requests are answered by job_server.main() in this process; a job's supervisor and its steps are processes of their own.
Two programs in PATH stand in for systemd: systemd-run starts the command and names it, systemctl tells whether it lives.
"""
import atexit
import base64
import contextlib
import hashlib
import io
import os
import pathlib
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

from desk import GUEST_FILES, Answer, Desk, jobs_pack

PLACE = pathlib.Path(tempfile.mkdtemp(prefix="undock-runtime-"))
atexit.register(shutil.rmtree, PLACE, ignore_errors=True)
ROOT, UNITS, PROGRAMS, LIB = PLACE / "root", PLACE / "units", PLACE / "bin", PLACE / "lib"
IMPATIENT = "UNDOCK_TESTS_IMPATIENT" in os.environ  # who alters the code wants to know only whether it is seen
PATIENCE = 10 if IMPATIENT else 60  # seconds for what must come; a machine under load is no finding

STAND_INS = {
    "systemd-run": r"""#!/bin/bash
unit=
while [ $# -gt 0 ]; do
    case $1 in
    --) shift; break ;;
    --unit=*) unit=${1#--unit=} ;;
    --quiet | --collect | --description=* | --property=*=*) ;;
    *) echo "systemd-run: unrecognized option '$1'" >&2; exit 1 ;;
    esac
    shift
done
if [ -e "$UNDOCK_UNITS/refusal" ]; then cat "$UNDOCK_UNITS/refusal" >&2; exit 1; fi
if [ "$(systemctl show --property=ActiveState --value -- "$unit")" = active ]; then
    echo "Failed to start transient service unit: Unit $unit was already loaded or has a fragment file." >&2
    exit 1
fi
echo "$unit" >>"$UNDOCK_UNITS/started"
setsid env -i UNDOCK_ROOT="$UNDOCK_ROOT" PATH="$PATH" "$@" </dev/null >>"$UNDOCK_UNITS/journal" 2>&1 &
echo $! >"$UNDOCK_UNITS/$unit"
""",
    "systemctl": r"""#!/bin/bash
[ "$1 $2 $3 $4" = "show --property=ActiveState --value --" ] || { echo "Unknown command verb '$1'." >&2; exit 1; }
pid=$(cat "$UNDOCK_UNITS/$5" 2>/dev/null) && [[ $(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null) == [^ZX]* ]] && echo active || echo inactive
""",
}

shutil.copytree(GUEST_FILES, LIB, ignore=shutil.ignore_patterns("__pycache__"))
UNITS.mkdir()
PROGRAMS.mkdir()
for _name, _text in STAND_INS.items():
    (PROGRAMS / _name).write_text(_text, encoding="utf-8")
    (PROGRAMS / _name).chmod(0o755)
os.environ.update(UNDOCK_ROOT=str(ROOT), UNDOCK_UNITS=str(UNITS), PATH=f"{PROGRAMS}:{os.environ['PATH']}")
sys.path.insert(0, str(LIB))
import job_server  # noqa: E402
import job_store as store  # noqa: E402

store.SYSTEMD = str(UNITS)  # the stand-in systemctl is asked, whatever this machine's first process is


def until(what, condition):
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {PATIENCE} s for {what}")
        time.sleep(0.01)
    return found


class Clock:
    """Time as the test gives it: sleeping costs nothing, and what is to happen meanwhile happens then."""

    def __init__(self):
        self.now, self.events, self.looks = 1000.0, [], 0
        self.wall = time.time()

    def at(self, moment, event):
        self.events.append((moment, event))
        self.events.sort(key=lambda one: one[0])

    @property
    def spent(self):
        return round(self.now - 1000.0, 3)

    def monotonic(self):
        self.looks += 1
        if self.looks > 10000:
            raise AssertionError("time is looked at again and again, and nobody sleeps")
        return self.now

    def time(self):
        return self.wall

    def sleep(self, seconds):
        self.now, self.looks = round(self.now + seconds, 3), 0
        while self.events and self.events[0][0] <= self.spent:
            self.events.pop(0)[1]()

    @contextlib.contextmanager
    def rules(self, module=job_server):
        with mock.patch.object(module, "time", self):
            yield self


class LocalDesk(Desk):
    def __init__(self):  # no node, no ssh
        self.calls = 0

    def raw(self, stdin):
        """(exit code, answer) of one request."""
        out = io.TextIOWrapper(io.BytesIO())
        before = os.umask(0o022)
        try:
            with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin))), mock.patch.object(sys, "stdout", out):
                code = job_server.main()
        except SystemExit as ended:
            code = ended.code
        finally:
            os.umask(before)
        out.buffer.flush()
        return code, out.buffer.getvalue()

    def ask(self, verb, *words, body=b"", timeout=60):
        return self.ask_text(verb, *words, text=base64.encodebytes(body))

    def ask_text(self, verb, *words, text):
        nonce = secrets.token_hex(8)
        code, answer = self.raw(" ".join([verb, nonce, *map(str, words)]).encode() + b"\n" + text)
        if code:
            raise AssertionError(f"{verb} was not answered: {code}")
        return Answer(answer, nonce)


class Case(unittest.TestCase):
    def run(self, result=None):
        if result is not None and IMPATIENT:
            result.failfast = True
        return super().run(result)

    def setUp(self):
        self.desk = LocalDesk()
        self.run_name = "t-" + secrets.token_hex(4)
        self.addCleanup(self.clean)

    def clean(self):
        for run in store.runs():
            for job in store.jobs_of(run):
                with contextlib.suppress(ValueError, ProcessLookupError):
                    if store.unit_alive(store.read_text(job.path("started/unit")).strip()):
                        kill_unit(job)
        until("the supervisors' end", store.lock_free)
        until("nobody to write there any more", self.removed)
        for path in UNITS.iterdir():
            path.unlink()

    @staticmethod
    def removed():
        """A job's process may write a last file while its folder is removed."""
        shutil.rmtree(ROOT, ignore_errors=True)
        return not ROOT.exists()

    def start(self, jobs, wait=0, generation=1):
        return self.desk.start(self.run_name, jobs, wait, generation)

    def follow(self, name, offset=0, wait=0, pace=0):
        return self.desk.ask("follow", self.run_name, name, offset, wait, pace)

    def finish(self, name):
        return self.desk.finish(self.run_name, name)

    def job(self, name):
        return store.Job(self.run_name, name)

    def path(self, name):
        return ROOT / "runs" / self.run_name / name

    def until_running(self, name):
        until(f"{name} to run", lambda: self.follow(name)["state"] == "running")

    def until_began(self, name):
        """Its first output is there."""
        until(f"output of {name}", lambda: self.follow(name)["total"] != "0")

    def let_go(self):
        """Ends the waiting of WAIT."""
        self.path("go").touch()

    def claimed(self, jobs):
        """Jobs that were claimed, and no supervisor yet."""
        store.make_folder(store.INCOMING)
        store.make_folder(str(self.path("state")))
        for name, files in jobs.items():
            job_server.lay_out(self.job(name), files, list(jobs), "0" * 64)

    def ended(self, jobs):
        """Jobs that ran to their end: {name: (files, output)}. Written as the supervisor writes."""
        self.claimed({name: files for name, (files, _) in jobs.items()})
        for place, (name, (_, out)) in enumerate(jobs.items()):
            job = self.job(name)
            if place == 0:
                os.mkdir(job.path("started"))
                for file, text in (("boot", store.boot_id()), ("unit", "gone.service"), ("pid", "0")):
                    pathlib.Path(job.path(f"started/{file}")).write_text(text + "\n", encoding="ascii")
            pathlib.Path(job.path("out")).write_bytes(out)
            job.write_result({"state": "passed", "boot": store.boot_id(), "began": 1, "ended": 2, "exit": 0, "total": len(out)})


WAIT = 'until [ -e "$UNDOCK_RUN/go" ]; do sleep 0.02; done; '  # a step that runs until the test lets it go


def kill_unit(job):
    """Kills a supervisor, and then what is left of its unit, as systemd does."""
    pid = int(store.read_text(job.chain()[0].path("started/pid")))
    children = store.read_text(f"/proc/{pid}/task/{pid}/children").split()
    os.kill(pid, signal.SIGKILL)
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(int(child), signal.SIGKILL)


def pack_of(jobs):
    """(sha256, bytes) of a pack of these jobs."""
    data = jobs_pack(jobs)
    return hashlib.sha256(data).hexdigest(), data


def served(stdin):
    """The request as the guest's agent hands it over: a process of its own."""
    return subprocess.Popen([sys.executable, "-I", "-S", str(LIB / "job_server.py")], stdin=stdin, stdout=subprocess.PIPE)
