"""One guest's life: started, rebooted when it asks for it, stopped, saved."""
import json
import subprocess
import threading
import time
from pathlib import Path

from . import cgroup, machine, pool
from .names import LabNames
from .shell import LabError


class Guest:
    def __init__(self, lab: LabNames, vmid: int, binds=()):
        self.lab, self.vmid, self.binds = lab, vmid, tuple(binds)
        self.root = pool.lab_folder(lab.tag) / str(vmid)
        self.turn = threading.RLock()
        self._watcher: threading.Thread | None = None
        self._process: subprocess.Popen | None = None
        self._ending = False

    @property
    def running(self) -> bool:
        return self._watcher is not None and self._watcher.is_alive()

    def leader(self) -> int:
        return machine.leader(self._process) if self.running and self._process else 0

    def make(self, source: Path) -> None:
        """A root of its own from a snapshot of `source`; whatever was there goes."""
        with self.turn:
            self.kill()
            pool.delete(self.root)
            pool.snapshot(source, self.root)
            machine.prepare_guest(self.lab, self.root, self.vmid)
            self._tell("stopped")

    def start(self) -> None:
        with self.turn:
            if self.running:
                return
            self._ending = False
            started = threading.Event()
            self._watcher = threading.Thread(target=self._watch, args=(started,), daemon=True)
            self._watcher.start()
            started.wait(10)

    def _watch(self, started: threading.Event) -> None:
        group = cgroup.path(self.lab.tag, self.vmid)
        while not self._ending:
            cgroup.kill(group)
            self._process = machine.start_guest(self.lab, self.root, self.vmid, self.binds)
            for _ in range(200):
                if machine.leader(self._process) or self._process.poll() is not None:
                    break
                time.sleep(0.02)
            self._tell("running", machine.leader(self._process))
            started.set()
            if self._process.wait() != machine.REBOOT:
                break
        cgroup.kill(group)
        self._tell("stopped")

    def kill(self) -> None:
        """Power off without asking."""
        with self.turn:
            self._ending = True
            cgroup.kill(cgroup.path(self.lab.tag, self.vmid))
            if self._watcher:
                self._watcher.join(20)

    def shut_down(self, timeout: float = 90) -> None:
        with self.turn:
            if not self.running:
                return
            machine.power_off(self.leader())
            self._watcher.join(timeout)
            if self.running:
                raise LabError(f"VM {self.vmid} does not shut down")

    def snapshot(self, target: Path) -> None:
        """The state as a power cut at this instant would leave it. The processes
        stand still meanwhile: that is what makes one instant of it."""
        with self.turn:
            if target.exists():
                pool.delete(target)
            group = cgroup.path(self.lab.tag, self.vmid)
            alive = self.running
            if alive:
                cgroup.freeze(group, True)
            try:
                pool.snapshot(self.root, target)
            finally:
                if alive:
                    cgroup.freeze(group, False)

    def put_back(self, source: Path) -> None:
        """Power off and make the root what `source` holds."""
        with self.turn:
            if not source.is_dir():
                raise LabError(f"no saved state {source.name} of VM {self.vmid}")
            self.kill()
            pool.delete(self.root)
            pool.snapshot(source, self.root)

    def _tell(self, state: str, leader: int = 0) -> None:
        """Where qm and the other verbs read it, whole or not at all."""
        rundir = self.lab.rundir(self.vmid)
        rundir.mkdir(parents=True, exist_ok=True)
        fresh = rundir / "state.new"
        fresh.write_text(json.dumps({"state": state, "leader": leader, "since": int(time.time())}))
        fresh.rename(rundir / "state")
