"""The process that keeps a lab alive: node, services and guests run under it,
and it answers on a socket (also in the node, for qm)."""
import json
import os
import signal
import socketserver
import subprocess
import threading
from pathlib import Path

from . import cgroup, machine, pool, services
from .guest import Guest
from .names import LabNames
from .shell import LabError


class Keeper:
    def __init__(self, lab: LabNames, config: dict):
        self.lab, self.config = lab, config
        self.guests = {vmid: Guest(lab, vmid) for vmid in config["vmids"]}
        self.folder = pool.lab_folder(lab.tag)
        self.node: subprocess.Popen | None = None
        self.ending = threading.Event()

    def saved(self, kind: str, vmid: int, name: str) -> Path:
        if not name or "/" in name or name.startswith("."):
            raise LabError(f"not a name for a saved state: {name!r}")
        return self.folder / kind / f"{vmid}-{name}"

    def guest(self, words: dict) -> Guest:
        vmid = int(words["vmid"])
        if vmid not in self.guests:
            raise LabError(f"there is no VM {vmid} in this lab")
        return self.guests[vmid]

    # What can be asked for; each answer is a dictionary.

    def do_status(self, _words) -> dict:
        return {"node": machine.leader(self.node) if self.node else 0,
                "guests": {v: g.leader() for v, g in self.guests.items()}}

    def do_start(self, words) -> dict:
        self.guest(words).start()
        return {}

    def do_kill(self, words) -> dict:
        self.guest(words).kill()
        return {}

    def do_shutdown(self, words) -> dict:
        self.guest(words).shut_down(float(words.get("timeout", 90)))
        return {}

    def do_reset(self, words) -> dict:
        guest = self.guest(words)
        with guest.turn:
            guest.make(Path(self.config["sources"][str(guest.vmid)]))
            guest.start()
        return {}

    def do_save(self, words) -> dict:
        guest = self.guest(words)
        guest.snapshot(self.saved(words.get("kind", "saved"), guest.vmid, words["name"]))
        return {}

    def do_restore(self, words) -> dict:
        guest = self.guest(words)
        with guest.turn:
            guest.put_back(self.saved(words.get("kind", "saved"), guest.vmid, words["name"]))
            if words.get("start", True):
                guest.start()
        return {}

    def do_forget(self, words) -> dict:
        guest = self.guest(words)
        pool.delete(self.saved(words.get("kind", "saved"), guest.vmid, words["name"]))
        return {}

    def answer(self, words: dict) -> dict:
        act = getattr(self, f"do_{words.get('do')}", None)
        if act is None:
            return {"error": f"unknown request {words.get('do')!r}"}
        try:
            return act(words)
        except (LabError, OSError, ValueError, KeyError) as error:
            return {"error": str(error)}

    # The parts that run.

    def keep_services(self) -> None:
        while not self.ending.is_set():
            services.start(self.lab, Path(self.config["artifacts"])).wait()
            self.ending.wait(1)

    def start(self) -> None:
        if self.config["artifacts"]:
            threading.Thread(target=self.keep_services, daemon=True).start()
        self.node = machine.start_node(self.lab, self.folder / "node")
        for guest in self.guests.values():
            guest.start()

    def end(self) -> None:
        self.ending.set()
        for which in [*self.guests, "node", "services"]:
            if which in self.guests:
                self.guests[which].kill()
            else:
                cgroup.kill(cgroup.path(self.lab.tag, which))


class _Requests(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            words = json.loads(self.rfile.readline() or b"{}")
        except ValueError:
            words = {}
        answer = self.server.keeper.answer(words)
        self.wfile.write(json.dumps(answer).encode() + b"\n")


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    request_queue_size = 64


def main(lab: LabNames) -> None:
    config = json.loads((lab.state / "config.json").read_text())
    keeper = Keeper(lab, config)
    (lab.state / "keeper.pid").write_text(str(os.getpid()))
    signal.signal(signal.SIGTERM, lambda *_: keeper.ending.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lab.control.unlink(missing_ok=True)
    with _Server(str(lab.control), _Requests) as server:
        server.keeper = keeper
        threading.Thread(target=server.serve_forever, daemon=True).start()
        keeper.start()
        keeper.ending.wait()
        keeper.end()
