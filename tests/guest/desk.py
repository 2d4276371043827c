"""A desk for the tests: speaks to the job runtime in a lab guest as the program does."""

import base64
import gzip
import hashlib
import io
import json
import os
import pathlib
import re
import secrets
import shlex
import subprocess
import tarfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUEST_FILES = ROOT / "resources" / "guest"
STEPS = ROOT / "resources" / "steps"
CHUNK = 16 * 1024
HOME = "/var/lib/openclaw-undock"


def lab(*words, stdin=b"", check=True):
    done = subprocess.run([ROOT / "tests" / "lab" / "lab", *words], input=stdin, capture_output=True, check=False)
    if check and done.returncode:
        raise AssertionError(f"lab {' '.join(words)}: {done.stderr.decode()}")
    return done.stdout


def lab_environment():
    pairs = (line.partition("=") for line in lab("env").decode().splitlines())
    return {name: " ".join(shlex.split(value)) for name, _, value in pairs}


def program_defaults():
    """The parameters as the program sends them when nothing is given (src/core/params/run_parameters.cpp)."""
    text = (ROOT / "src/core/params/run_parameters.cpp").read_text(encoding="utf-8")
    rows = text.split("    Typed<&RunParameters::")[1:]
    assert rows, "the table of parameters is not where it was"
    told = [(re.search(r'\.name = "(\w+)"', row)[1], re.search(r'\.fallback = "([^"]*)"', row)) for row in rows]
    return {name: fallback[1] if fallback else "" for name, fallback in told}


def pack(files):
    """A tar.gz of {name: bytes}, the same for the same files."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in sorted(files):
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(files[name]), 0o600
            archive.addfile(info, io.BytesIO(files[name]))
    return gzip.compress(packed.getvalue(), 1, mtime=0)


LIB_FILES = {f"lib/{path.name}": path.read_bytes() for path in GUEST_FILES.iterdir() if path.is_file()}
LIB_PACK = pack(LIB_FILES)
LIB = f"{HOME}/lib/{hashlib.sha256(b''.join(name.encode() + data for name, data in sorted(LIB_FILES.items()))).hexdigest()[:16]}"


def job(script, limit=60, params=None, facts="", secret_params="", secret_output="no", effect="adds", accepted=""):
    files = {"effect": effect.encode(), "accepted-warnings": accepted.encode(),
             "script": script.encode() if isinstance(script, str) else script, "time-limit": b"%d\n" % limit,
             "secret-output": secret_output.encode(), "secret-params": secret_params.encode(), "needs-facts": facts.encode()}
    for name, value in (params or {}).items():
        files[f"params/{name}"] = value if isinstance(value, bytes) else str(value).encode()
    return files


def job_of_step(path, params):
    """A job from a step's file, as its header says."""
    text = path.read_text(encoding="utf-8")
    header = dict(line[3:].split(":", 1) for line in text.splitlines() if line.startswith("#: "))
    header = {key: value.strip() for key, value in header.items()}
    wanted = {name: params[name] for name in header["params"].split() if name in params}
    return job(text, int(header["time-limit"]), wanted, header["facts"], header.get("secret-params", ""), header["secret-output"], header["effect"])


def jobs_pack(jobs):
    return pack({f"jobs/{name}/{file}": data for name, files in jobs.items() for file, data in files.items()})


class Answer:
    def __init__(self, raw, nonce):
        self.raw = raw
        header, _, rest = raw.partition(b"\n")
        fields = header.decode("ascii").split(" ")
        if fields[:2] != ["UNDOCK1", nonce]:
            raise AssertionError(f"not an answer to {nonce}: {raw[:200]!r}")
        self.status, self.values, self.lines = fields[2], {}, []
        if len(fields) == 3:
            return
        length, digest = int(fields[3]), fields[4]
        payload, trailer = rest[:length], rest[length:]
        if hashlib.sha256(payload).hexdigest() != digest or trailer != f"UNDOCK1-END {nonce}\n".encode():
            raise AssertionError(f"a damaged answer: {raw[:200]!r}")
        payload.decode("ascii")
        for line in payload.decode("ascii").splitlines():
            key, _, value = line.partition(" ")
            self.lines.append((key, value))
            self.values[key] = value

    def __getitem__(self, key):
        return self.values[key]

    def get(self, key, default=None):
        return self.values.get(key, default)

    def bytes(self, key):
        return base64.b64decode(self.values.get(key, ""))

    def text(self, key):
        return self.bytes(key).decode("utf-8", "surrogateescape")

    def facts(self):
        return [tuple(line.split("=", 1)) for line in self.text("facts").splitlines()]

    def fact(self, key):
        return [value for name, value in self.facts() if name == key]


class Desk:
    def __init__(self, vmid="101", lib=LIB):
        environment = lab_environment()
        self.vmid, self.lib, self.calls = vmid, lib, 0
        self.ssh = ["ssh", "-i", environment["LAB_IDENTITY"], "-o", "BatchMode=yes", "-o", "ControlMaster=auto",
                    "-o", f"ControlPath=/run/undock-test-{os.getpid()}-%C", "-o", "ControlPersist=60",
                    "-o", f"UserKnownHostsFile={environment['LAB_KNOWN_HOSTS']}", environment["LAB_NODE"]]

    def guest(self, command, stdin=b"", check=True):
        """A command in the guest that is not the program's."""
        return lab("exec", self.vmid, "--", "bash", "-c", command, stdin=stdin, check=check).decode("utf-8", "surrogateescape")

    def qm(self, stdin, timeout=60):
        self.calls += 1
        done = subprocess.run([*self.ssh, f"qm guest exec {self.vmid} --timeout {timeout} --pass-stdin 1 -- /bin/bash -s"],
                              input=stdin, capture_output=True, check=False)
        if done.returncode:
            raise AssertionError(done.stderr.decode())
        return json.loads(done.stdout).get("out-data", "").encode()

    def ask(self, verb, *words, body=b"", timeout=60):
        nonce = secrets.token_hex(8)
        stub = (f'L={self.lib}; if [ -r $L/undock-guest ]; then exec /bin/bash $L/undock-guest; fi; '
                f'echo "UNDOCK1 {nonce} missing-lib"; exit 0\n')
        header = " ".join([verb, nonce, *map(str, words)])
        return Answer(self.qm(f"{stub}{header}\n".encode() + base64.encodebytes(body), timeout), nonce)

    def put_first(self, data=LIB_PACK, chunk=CHUNK):
        """The runtime itself, through the stub that needs nothing in the guest."""
        stub = f"L={self.lib}\n".encode() + (GUEST_FILES / "put-stub.sh").read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        for offset in range(0, len(data), chunk):
            nonce = secrets.token_hex(8)
            request = f"put {nonce} {digest} {offset} {len(data)}\n".encode()
            answer = Answer(self.qm(stub + request + base64.encodebytes(data[offset:offset + chunk])), nonce)
        return answer

    def put(self, data, chunk=CHUNK):
        digest = hashlib.sha256(data).hexdigest()
        for offset in range(0, len(data), chunk):
            answer = self.ask("put", digest, offset, len(data), body=data[offset:offset + chunk])
        return digest, answer

    def start(self, run, jobs, wait=0, generation=1):
        digest, answer = self.put(jobs_pack(jobs))
        if answer.status != "ok":
            return answer
        return self.ask("start", run, generation, digest, wait)

    def finish(self, run, name, patience=600):
        """Follow a job to its end; (last answer, whole output)."""
        out = b""
        while True:
            answer = self.ask("follow", run, name, len(out), 20, 5)
            out += answer.bytes("out")
            if answer.status != "ok" or answer["state"] == "claimed":
                return answer, out
            # Secret output never comes; large output ends with what follow sends of it.
            if answer["state"] != "running" and (len(out) >= int(answer["total"]) or not answer.get("out")):
                return answer, out
            patience -= 1
            if not patience:
                raise AssertionError(f"{name} does not end: {answer.lines}")

    def run_step(self, run, number, step, params):
        """One step, to its end: (last answer, output)."""
        name = f"{number:02d}-{step}"
        answer = self.start(run, {name: job_of_step(STEPS / f"{step}.sh", params)})
        if answer.status != "ok":
            raise AssertionError(f"{answer.status} {answer.text('reason')}")
        return self.finish(run, name)
