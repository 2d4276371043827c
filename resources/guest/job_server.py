"""Answers one request from the desk: put, start, follow, fetch, pause, cancel, report, runs, note, read-note.

The request comes on stdin: one header line of plain tokens, then base64 for put and note.
The answer frames an ASCII payload with the request's nonce, its length and its sha256, so
that a lost, mixed up or forged answer cannot pass for this one.
"""

import base64
import binascii
import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import job_store as store  # noqa: E402
from job_store import Job, Refusal, b64  # noqa: E402

CHUNK = 192 * 1024
FOLLOW_LIMIT = 4 * 1024 * 1024
TAIL = 16 * 1024
LONGEST_WAIT = 25
START_PACE = 5
LINGER = 4.0
ALSO_LIMIT = 96 * 1024
SECRET_LIMIT = 48 * 1024
BODY_LIMIT = 1 << 20
NOTE_LIMIT = 64 << 20
PACK_LIMIT = 64 << 20
FARTHEST = 1 << 40  # the largest offset that is asked for
ANSWER_LIMIT = 2 << 20  # of the answers above some 3 MiB qm gets none: "got timeout", though all was done
TOKEN = re.compile(rb"[A-Za-z0-9._:-]+\Z")
SHA = re.compile(r"[0-9a-f]{64}\Z")
PACK_FILE = re.compile(
    r"jobs/([0-9]{2,3}-[a-z]-[a-z0-9-]{1,48})/"
    r"(script|time-limit|effect|accepted-warnings|secret-output|secret-params|needs-facts|params/[A-Za-z0-9_]{1,64})\Z")


def number(token, low, high, name):
    if not re.match(r"[0-9]{1,15}\Z", token) or not low <= int(token) <= high:
        raise Refusal("refused", "bad-request", f"{name} is not a number from {low} to {high}")
    return int(token)


def digest_token(token):
    if not SHA.match(token):
        raise Refusal("refused", "bad-request", "the pack's name is not a sha256")
    return token


def run_token(token):
    if not store.RUN_NAME.match(token):
        raise Refusal("refused", "bad-request", "the run's name is malformed")
    return token


def body(limit):
    """The base64 after the header line, decoded. It may be broken into lines anyhow."""
    text = sys.stdin.buffer.read(limit * 4 // 3 + limit // 16 + 4096)
    if sys.stdin.buffer.read(1):
        raise Refusal("refused", "too-large", "the request is larger than the guest accepts")
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except binascii.Error as error:
        raise Refusal("corrupt", "bad-base64", "the upload is not base64") from error


# -- put --------------------------------------------------------------------------------

def put(sha, offset, total):
    sha = digest_token(sha)
    offset, total = number(offset, 0, PACK_LIMIT, "offset"), number(total, 0, PACK_LIMIT, "total")
    data = body(BODY_LIMIT)
    store.make_folder(store.INCOMING)
    done = os.path.join(store.INCOMING, sha)
    if os.path.isfile(done):
        return [f"received {total}", "complete 1"]
    with store.locked(store.CONTROL_LOCK, 20) as held:
        if held is None:
            raise Refusal("busy", "control-busy", "another request is being carried out in the guest")
        part = done + ".part"
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            if offset > size:
                return [f"received {size}", "complete 0"]
            view = memoryview(data)
            while view:
                written = os.pwrite(descriptor, view, offset)
                offset, view = offset + written, view[written:]
            size = os.fstat(descriptor).st_size
            if size < total:
                return [f"received {size}", "complete 0"]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        with open(part, "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != sha:
                os.unlink(part)
                raise Refusal("corrupt", "bad-sum", "the upload arrived damaged; send it again from the beginning")
        os.rename(part, done)
        store.fsync_path(store.INCOMING)
    return [f"received {size}", "complete 1"]


# -- start ------------------------------------------------------------------------------

def unpack(pack):
    """{job: {file: bytes}} of an uploaded pack. Anything that is not a job's file is refused."""
    import tarfile  # only start needs these, and they cost 20 ms
    import zlib
    jobs = {}
    size = 0
    try:
        with tarfile.open(pack, "r:gz") as archive:
            for member in archive:
                name = os.path.normpath(member.name)
                if member.isdir() or name.startswith("lib/"):
                    continue
                match = PACK_FILE.match(name)
                size += member.size
                if not match or not member.isreg() or size > PACK_LIMIT:
                    raise Refusal("refused", "bad-pack", "the pack holds something that is not a job's file")
                jobs.setdefault(match[1], {})[match[2]] = archive.extractfile(member).read()
    except (tarfile.TarError, OSError, EOFError, zlib.error) as error:
        raise Refusal("corrupt", "bad-pack", "the pack cannot be read") from error
    if not jobs or any("script" not in files for files in jobs.values()):
        raise Refusal("refused", "bad-pack", "the pack holds no job, or a job without a script")
    return jobs


def fingerprint(files):
    """What makes a job this job: the script and its parameters."""
    state = hashlib.sha256()
    for name in sorted(files):
        if name == "script" or name.startswith("params/"):
            state.update(f"{name}\0{len(files[name])}\0".encode())
            state.update(files[name])
    return state.hexdigest()


def lay_out(job, files, chain, sha):
    """Claim the job: its folder appears complete, by rename, or not at all."""
    temporary = os.path.join(store.INCOMING, f"claim.{os.getpid()}.{job.name}")
    os.makedirs(os.path.join(temporary, "params"), 0o700)
    contents = {**files, "hash": fingerprint(files).encode() + b"\n", "pack": sha.encode() + b"\n",
                "chain": " ".join(chain).encode() + b"\n", "out": b"", "facts": b""}
    for name, data in contents.items():
        with open(os.path.join(temporary, name), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    store.fsync_path(os.path.join(temporary, "params"))
    store.fsync_path(temporary)
    try:
        os.rename(temporary, job.folder)
    except OSError:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    store.fsync_path(os.path.dirname(job.folder))


def claim(run, sha):
    """The chain of jobs that the pack stands for, claimed now or by an earlier start."""
    pack = os.path.join(store.INCOMING, sha)
    claimed = [job for job in store.jobs_of(run) if store.read_text(job.path("pack")).strip() == sha]
    if claimed and len(claimed) == len(claimed[0].chain()):
        return claimed
    if not os.path.isfile(pack):
        raise Refusal("missing-pack", "missing-pack", "the pack is not in the guest; upload it again")
    jobs = unpack(pack)
    chain = sorted(jobs, key=lambda name: (int(name.split("-", 1)[0]), name))
    for name in chain:
        job = Job(run, name)
        if job.exists() and store.read_text(job.path("hash")).strip() != fingerprint(jobs[name]):
            raise Refusal("refused", "hash-differs",
                          f"job {name} is already there with another script or other values")
    for folder in (os.path.join(store.RUNS, run), os.path.join(store.RUNS, run, "state")):
        store.make_folder(folder)
    for name in chain:
        job = Job(run, name)
        if not job.exists():
            lay_out(job, jobs[name], chain, sha)
    return [Job(run, name) for name in chain]


def fence(generation):
    """Refuse the desk that another one has taken over from."""
    known = store.read_text(store.GENERATION, "0").strip()
    known = int(known) if known.isdigit() else 0
    if generation < known:
        raise Refusal("refused", "lower-generation",
                      f"another desk has taken this VM over (generation {known}, asked with {generation})",
                      [f"generation {known}"])
    if generation > known:
        store.write_atomic(store.GENERATION, f"{generation}\n".encode())


def launch(first):
    unit = f"openclaw-undock-{first.run}-{first.name.split('-', 1)[0]}.service"
    lib = os.path.dirname(os.path.abspath(__file__))
    command = ["/usr/bin/env", "python3", "-I", "-S", os.path.join(lib, "supervise.py"),
               first.run, first.name, unit]
    # A step that is killed for want of memory is a failed step, not a lost supervisor.
    launcher = ["systemd-run", "--quiet", "--collect", f"--unit={unit}", "--description=OpenClaw Undock step",
                "--property=KillMode=control-group", "--property=TimeoutStopSec=15",
                "--property=OOMPolicy=continue", "--property=TasksMax=infinity",
                "--property=StandardInput=null", "--property=StandardOutput=journal",
                "--property=StandardError=journal", "--", *command]
    try:
        answer = subprocess.run(launcher, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, check=False)
    except (FileNotFoundError, PermissionError) as error:
        raise Refusal("refused", "launch-failed", f"the job is claimed but its supervisor could not be started: {error}") from error
    deadline = time.monotonic() + 10
    while store.started_by(first) is None and time.monotonic() < deadline:
        if answer.returncode != 0 and not store.unit_alive(unit):
            text = answer.stdout.decode("utf-8", "replace").strip()[:500] or "no message"
            raise Refusal("refused", "launch-failed",
                          f"the job is claimed but its supervisor could not be started: {text}")
        time.sleep(0.02)


def drop_secret_outputs(run, chain):
    """What a step told in secret (whole configurations) is fetched again until the switch is done.
    From the acceptance on, and from a rollback on, nobody asks for it: it does not stay behind."""
    if not any(job.name.split("-")[1] in "hir" for job in chain):
        return
    for job in store.jobs_of(run):
        if store.read_text(job.path("secret-output")).strip() == "yes" and job.result() is not None:
            with contextlib.suppress(OSError):
                os.truncate(job.path("out"), 0)


def sweep_incoming():
    """Uploads that nobody came back for."""
    old = time.time() - 86400
    with contextlib.suppress(FileNotFoundError):
        for name in os.listdir(store.INCOMING):
            path = os.path.join(store.INCOMING, name)
            with contextlib.suppress(OSError):
                if os.lstat(path).st_mtime < old:
                    shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)


def start(run, generation, sha, wait):
    run, sha = run_token(run), digest_token(sha)
    generation = number(generation, 0, 10**12, "generation")
    wait = number(wait, 0, LONGEST_WAIT, "wait")
    brought = body(BODY_LIMIT)  # a small pack comes with the request
    if brought and hashlib.sha256(brought).hexdigest() != sha:
        raise Refusal("corrupt", "bad-sum", "the chain arrived damaged; send it again")
    store.make_folder(store.INCOMING)
    with store.locked(store.CONTROL_LOCK, 20) as held:
        if held is None:
            raise Refusal("busy", "control-busy", "another request is being carried out in the guest")
        fence(generation)
        if brought:
            store.write_atomic(os.path.join(store.INCOMING, sha), brought)
        at_work = store.unfinished()
        if at_work is not None and store.read_text(at_work.path("pack")).strip() != sha:
            where = f"{at_work.run}/{at_work.name}"
            raise Refusal("busy", "busy", f"{where} is still running in the guest", [f"busy {where}"])
        chain = claim(run, sha)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(os.path.join(store.INCOMING, sha))  # it may hold secrets
        sweep_incoming()
        if store.started_by(chain[0]) is None:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(store.RUNS, run, "pause"))
            drop_secret_outputs(run, chain)
            with unanswered():
                launch(chain[0])
    with unanswered():
        return follow(run, chain[0].name, "0", str(wait), str(START_PACE))


@contextlib.contextmanager
def unanswered():
    """From the launch on, "refused" would be untrue; no answer makes the desk ask again."""
    try:
        yield
    except OSError:
        sys.exit(70)


# -- follow, fetch ----------------------------------------------------------------------

def existing(run, name):
    job = Job(run, name)
    if not job.exists():
        raise Refusal("refused", "no-such-job", "this job was never claimed in this guest")
    return job


def out_size(job):
    try:
        return os.path.getsize(job.path("out"))
    except OSError:
        return 0


def read_out(job, offset, length):
    with open(job.path("out"), "rb") as file:
        file.seek(offset)
        return file.read(length)


def wait_for_news(job, offset, wait, pace):
    """Come back when the job is final, when there is output after `pace`, or after `wait` seconds."""
    began = time.monotonic()
    first = job.chain()[0]
    asked_alive = 0.0
    while True:
        if job.result() is not None:
            return
        spent = time.monotonic() - began
        if spent >= wait or (spent >= pace and out_size(job) > offset):
            return
        # Files tell of a living supervisor; whether it still lives is asked once a second.
        if spent >= asked_alive:
            asked_alive = spent + 1.0
            if not store.alive(first):
                return
        time.sleep(0.1)


def later_in_chain(job):
    chain = job.chain()
    names = [member.name for member in chain]
    return chain[names.index(job.name) + 1:] if job.name in names else []


def linger(job):
    """A moment for the next steps to end as well: every call on the node costs a second and more."""
    later = later_in_chain(job)
    deadline = time.monotonic() + LINGER
    while later and time.monotonic() < deadline:
        if later[0].result() is None:
            time.sleep(0.05)
        else:
            later = later[1:]


def also(job):
    """The news of the steps after this one that ended already, each whole; what is too large is asked for by itself."""
    lines, size = [], 0
    for member in later_in_chain(job):
        if member.result() is None or out_size(member) > ALSO_LIMIT:
            break
        news = b64("".join(line + "\n" for line in news_of(member, 0)))
        size += len(news)
        if size > ALSO_LIMIT:
            break
        lines.append(f"also {news}")
    return lines


def follow(run, name, offset, wait, pace):
    offset = number(offset, 0, FARTHEST, "offset")
    wait, pace = number(wait, 0, LONGEST_WAIT, "wait"), number(pace, 0, 3600, "pace")
    job = existing(run, name)
    wait_for_news(job, offset, wait, pace)
    if wait and job.result() is not None:
        linger(job)
    lines = news_of(job, offset)
    if job.result() is not None and offset + CHUNK >= out_size(job):
        lines += also(job)
    return lines


def news_of(job, offset):
    state = store.state_of(job)
    result = store.settle(job) or {}
    total = out_size(job)
    lines = [f"state {state}", f"job {job.name}", f"offset {offset}", f"total {total}"]
    if store.read_text(job.path("secret-output")).strip() != "yes":
        chunk = read_out(job, offset, min(CHUNK, max(0, FOLLOW_LIMIT - offset)))
        if chunk:
            lines.append(f"out {b64(chunk)}")
        if result and total > FOLLOW_LIMIT:
            lines.append(f"tail {b64(read_out(job, total - TAIL, TAIL))}")
    elif result and 0 < total <= SECRET_LIMIT:
        # The desk needs it next and keeps it in memory; a call of its own would cost a second and more.
        lines.append(f"secret {b64(read_out(job, 0, total))}")
    progress = store.read_text(job.path("progress")).strip()
    if re.match(r"[0-9]{1,18} [0-9]{1,18} (bytes|files|seconds)\Z", progress):
        lines.append(f"progress {progress}")
    if result:
        with open(job.path("facts"), "rb") as file:
            facts = file.read(CHUNK)
        if facts:
            lines.append(f"facts {b64(facts)}")
        lines += [f"{key} {result[key]}" for key in ("exit", "signal", "out-sha256", "ended", "reason")
                  if key in result]
    lines.append(f"boot {result.get('boot') or (store.started_by(job.chain()[0]) or ['-'])[0] or '-'}")
    lines.append(f"began {result.get('began') or job.began() or 0}")
    return lines


def fetch(run, name, offset, length):
    offset, length = number(offset, 0, FARTHEST, "offset"), number(length, 0, CHUNK, "len")
    job = existing(run, name)
    lines = [f"job {job.name}", f"offset {offset}", f"total {out_size(job)}"]
    chunk = read_out(job, offset, length)
    return lines + [f"out {b64(chunk)}"] if chunk else lines


# -- pause, cancel ----------------------------------------------------------------------

def pause(run):
    """Let the running step end, and begin no other of the chain."""
    folder = os.path.join(store.RUNS, run_token(run))
    if not os.path.isdir(folder):
        raise Refusal("refused", "no-such-run", "this run was never in this guest")
    store.write_atomic(os.path.join(folder, "pause"), b"")
    return []


def cancel(run):
    """End the running step of this run, unless it deletes: half a deletion helps nobody."""
    run_token(run)
    job = store.unfinished()
    if job is None or job.run != run:
        return ["state idle"]
    if store.read_text(job.path("effect")).strip() not in ("reads", "adds", "switches"):
        raise Refusal("refused", "not-cancellable", f"{job.name} is not ended half-way; it will be done soon")
    # For this job alone: by the time the signal arrives the supervisor may be at the next one.
    store.write_atomic(job.path("cancel"), b"")
    with contextlib.suppress(ValueError, ProcessLookupError):
        os.kill(int(store.read_text(job.chain()[0].path("started/pid"))), signal.SIGUSR1)
    deadline = time.monotonic() + 20
    while job.result() is None and time.monotonic() < deadline and store.alive(job.chain()[0]):
        time.sleep(0.1)
    return [f"job {job.name}", f"state {store.state_of(job)}"]


# -- report, runs, notes ----------------------------------------------------------------

def report(run, generation=None):
    """Where the run stands. With a generation it also fences: a start with a lower one comes too late."""
    run_token(run)
    if generation is not None:
        generation = number(generation, 0, 10**12, "generation")
        with store.locked(store.CONTROL_LOCK, 20) as held:
            if held is None:
                raise Refusal("busy", "control-busy", "another request is being carried out in the guest")
            fence(generation)
    lines = [f"boot {store.boot_id()}",
             f"generation {store.read_text(store.GENERATION, '0').strip() or '0'}"]
    cutover = store.read_text(store.CUTOVER, None)
    if cutover is not None:
        lines.append(f"cutover {b64(cutover[:4096] or chr(10))}")
    at_work = store.unfinished()
    if at_work is not None:
        lines.append(f"unfinished {at_work.run}/{at_work.name}")
    lines += [f"job-state {job.name} {store.state_of(job)}" for job in store.jobs_of(run)]
    return lines


def runs():
    lines = []
    for run in store.runs():
        size, newest = 0, 0.0
        for folder, _, files in os.walk(os.path.join(store.RUNS, run)):
            for name in files:
                with contextlib.suppress(OSError):
                    status = os.lstat(os.path.join(folder, name))
                    size, newest = size + status.st_size, max(newest, status.st_mtime)
        lines.append(f"run {run} {size} {int(newest)}")
    return lines


def note_path(run, name):
    if not re.match(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z", name) or store.JOB_NAME.match(name) or name in ("state", "pause"):
        raise Refusal("refused", "bad-request", "the note's name is malformed")
    return os.path.join(store.RUNS, run_token(run), name)


def note(run, name):
    path = note_path(run, name)
    data = body(NOTE_LIMIT)
    store.make_folder(os.path.dirname(path))
    store.write_atomic(path, data)
    return [f"stored {len(data)}", f"sha256 {hashlib.sha256(data).hexdigest()}"]


def read_note(run, name, offset, length):
    path = note_path(run, name)
    offset, length = number(offset, 0, FARTHEST, "offset"), number(length, 0, CHUNK, "len")
    if not os.path.isfile(path):
        raise Refusal("refused", "no-such-note", "there is no such note in this guest")
    with open(path, "rb") as file:
        file.seek(offset)
        chunk = file.read(length)
    lines = [f"offset {offset}", f"total {os.path.getsize(path)}"]
    return lines + [f"out {b64(chunk)}"] if chunk else lines


# How many values each takes, at least and at most.
VERBS = {"put": (put, 3, 3), "start": (start, 4, 4), "follow": (follow, 5, 5), "fetch": (fetch, 4, 4),
         "pause": (pause, 1, 1), "cancel": (cancel, 1, 1), "report": (report, 1, 2), "runs": (runs, 0, 0),
         "note": (note, 2, 2), "read-note": (read_note, 4, 4)}


def carry_out(tokens):
    verb = tokens[0]
    if verb not in VERBS:
        raise Refusal("refused", "bad-request", "the guest does not know this request")
    function, least, most = VERBS[verb]
    if not least <= len(tokens) - 2 <= most:
        raise Refusal("refused", "bad-request", f"{verb} takes {most} values")
    return function(*tokens[2:])


def main():
    os.umask(0o077)
    header = sys.stdin.buffer.readline(4096)
    tokens = header.rstrip(b"\n").split(b" ")
    if len(tokens) < 2 or not TOKEN.match(tokens[1]):
        return 64
    well_formed = all(TOKEN.match(token) for token in tokens)
    tokens = [token.decode("ascii", "replace") for token in tokens]
    try:
        if not well_formed:
            raise Refusal("refused", "bad-request", "the request's words are malformed")
        status, lines = "ok", carry_out(tokens)
    except Refusal as refusal:
        status = refusal.status
        lines = [f"code {refusal.code}", f"reason {b64(refusal.text)}", *refusal.extra]
    except OSError as error:
        status, lines = "refused", ["code guest-error", f"reason {b64(str(error))}"]
    payload = "".join(line + "\n" for line in lines).encode("ascii")
    if len(payload) > ANSWER_LIMIT:
        if tokens[0] == "start":
            return 70  # it may have begun: only silence is true
        status = "refused"
        text = b64(f"the answer to {tokens[0]} would have {len(payload)} bytes; more than {ANSWER_LIMIT} do not get through")
        payload = f"code output-too-large\nreason {text}\n".encode("ascii")
    frame = f"UNDOCK1 {tokens[1]} {status} {len(payload)} {hashlib.sha256(payload).hexdigest()}\n".encode("ascii")
    sys.stdout.buffer.write(frame + payload + f"UNDOCK1-END {tokens[1]}\n".encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


def take_the_rest():
    """What no request asked for. An agent whose pipe is full as its reader ends polls it for ever."""
    while sys.stdin.buffer.read(1 << 16):
        pass


if __name__ == "__main__":
    code = main()
    take_the_rest()
    sys.exit(code)
