"""An operator's desk: the program's command line over a data folder of its own."""
import json
import os
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

import bed

CLI = Path(os.environ.get("UNDOCK_CLI", bed.CHECKOUT / "build/bin/openclaw-undock-cli"))

SUCCEEDED, FAILED, BAD_INPUT, UNKNOWN, REFUSED, WAITS = range(6)


class Done:
    """How a command ended, and what it said."""

    def __init__(self, words, code, out, err):
        self.words, self.code, self.out, self.err = words, code, out, err
        self.events = []
        for line in out.splitlines():
            try:
                self.events.append(json.loads(line))
            except ValueError:
                pass

    def named(self, event) -> list[dict]:
        return [e for e in self.events if e.get("event") == event]

    @property
    def outcome(self) -> dict:
        ended = self.named("task-ended")
        return ended[-1] if ended else {}

    @property
    def reason(self) -> str:
        """Why it was refused or failed, in one string to look for words in."""
        return json.dumps([self.outcome.get("error"), *self.named("error")], ensure_ascii=False) + self.err

    def __str__(self):
        return (f"{' '.join(self.words)}: exit {self.code}\n"
                f"{self.out[-3000:]}\n{self.err[-1000:]}")


class Running:
    """A command under way, in a process group of its own so that nothing of it outlives a kill."""

    def __init__(self, words, arguments):
        self.words, self.lines = words, []
        self.process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True)
        self._errors = []
        self._readers = [threading.Thread(target=self._collect, args=pair, daemon=True)
                         for pair in ((self.process.stdout, self.lines), (self.process.stderr, self._errors))]
        for reader in self._readers:
            reader.start()

    @staticmethod
    def _collect(stream, into):
        with stream:
            for line in stream:
                into.append(line)

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def signal(self, number) -> None:
        if self.alive:
            os.killpg(self.process.pid, number)

    def kill(self) -> None:
        self.signal(signal.SIGKILL)
        self.wait(30)

    def wait(self, limit) -> Done:
        try:
            self.process.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise AssertionError(f"{' '.join(self.words)} did not end within {limit} s\n{''.join(self.lines)[-3000:]}"
                                 ) from None
        for reader in self._readers:
            reader.join(10)
        return Done(self.words, self.process.returncode, "".join(self.lines), "".join(self._errors))


class Desk:
    """Runs the program with its default sources; `mirror` gives it the lab's other addresses by option."""

    def __init__(self, name, mirror=False):
        self.mirror = mirror
        self.folder = bed.WORK / "desks" / name
        self.env = bed.environment()

    def forget(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        return self

    def options(self) -> list[str]:
        env = self.env
        return ["--node", env["LAB_NODE"], "--identity", env["LAB_IDENTITY"], "--known-hosts", env["LAB_KNOWN_HOSTS"],
                "--panel-tag", env["LAB_PANEL_TAG"], *(env["LAB_SOURCES"].split() if self.mirror else []), "--read", "--json",
                "--data-dir", str(self.folder), "--records", str(self.folder / "records"), "--operator", "tester"]

    def start(self, *words) -> Running:
        words = [str(w) for w in words]
        return Running(words, [str(CLI), *words, *self.options()])

    def do(self, *words, limit=900) -> Done:
        return self.start(*words).wait(limit)

    def migrate(self, vmid, **more) -> Done:
        return self.do("migrate", "--vmid", vmid, **more)

    def check(self, vmid) -> Done:
        return self.do("check", "--vmid", vmid)

    def accept(self, vmid) -> Done:
        return self.do("accept", "--vmid", vmid, "--by", "the user", "--note", "works")

    def delete(self, vmid) -> Done:
        return self.do("delete-docker", "--vmid", vmid)

    def roll_back(self, vmid, *words) -> Done:
        return self.do("rollback", "--vmid", vmid, *words)

    def resume(self, vmid) -> Done:
        return self.do("resume", "--vmid", vmid)

    def journals(self) -> list[Path]:
        return sorted(self.folder.glob("runs/*/journal.jsonl"))

    def events(self) -> list[dict]:
        """The newest run's journal; its last line may be half written."""
        journals = self.journals()
        found = []
        for line in journals[-1].read_text(errors="replace").splitlines() if journals else []:
            try:
                found.append(json.loads(line))
            except ValueError:
                pass
        return found

    def records(self) -> list[Path]:
        return sorted((self.folder / "records").glob("*_去Docker直装迁移记录*.md"))

    def copy_to(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)

    def copy_from(self, folder: Path) -> None:
        self.forget()
        shutil.copytree(folder, self.folder)


def resume_until_it_ends(desk, vmid, times=6) -> Done:
    """As an operator does: again while it says "unknown" or that the VM is still taken by a dead link."""
    for _ in range(times):
        done = desk.resume(vmid)
        taken = done.code == REFUSED and "vm-taken" in done.reason
        if done.code != UNKNOWN and not taken:
            return done
        time.sleep(5)
    return done
