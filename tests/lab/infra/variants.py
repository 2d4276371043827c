"""The guests' before-states, made by running the content's recipes in a guest and
kept as snapshots: one common to all, one for each variant on top of it."""
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from . import agent, cache, cgroup, leftovers, machine, network, pool, services, waiting
from .guest import Guest
from .names import CACHE, CONTENT, LabNames, variant_of
from .shell import say

BUILD_VMID = 191  # builders use 191, 192, …: addresses no lab guest has


class Pieces:
    """The roots that guests start from; makes what is missing."""

    def __init__(self, guest_base: Path, artifacts: Path | None):
        """Without artifacts every guest is the bare base."""
        self.base, self.artifacts = guest_base, artifacts
        if artifacts:
            key = cache.digest(guest_base.name, artifacts.name, cache.content_recipe("common"))
            self.common = pool.MOUNT / f"common-{key}"
            self.provision_key = cache.digest(key, cache.content_recipe("provision"))

    def root(self, variant: str) -> Path:
        if self.artifacts is None:
            return self.base
        return pool.MOUNT / f"variant-{variant}-{self.provision_key}"

    def roots(self, vmids) -> dict[int, Path]:
        wanted = {v: variant_of(v) for v in vmids}
        missing = [n for n in dict.fromkeys(wanted.values()) if not self.root(n).is_dir()]
        if missing:
            self._make(missing)
        return {v: self.root(n) for v, n in wanted.items()}

    def _make(self, variants) -> None:
        with pool.locked("provision"), builders(self.artifacts) as build:
            if not self.common.is_dir():
                say("making what all guests have in common")
                build(0, self.base, self.common, [CONTENT_IN_GUEST + "/provision-common"])
            left = [n for n in variants if not self.root(n).is_dir()]
            if left:
                say("making the before-state of: " + ", ".join(left))

            def one(numbered):
                number, name = numbered
                build(number, self.common, self.root(name), [CONTENT_IN_GUEST + "/provision", name])
            # Two at once: making one waits a good part of the time.
            with ThreadPoolExecutor(2) as workers:
                list(workers.map(one, enumerate(left)))


CONTENT_IN_GUEST = "/lab/content"


@contextmanager
def builders(artifacts: Path):
    """A network with the services running, and a function that boots a guest from
    one root, runs a command in it, shuts it down and keeps the root."""
    lab = LabNames(f"{CACHE}/builder")
    leftovers.clear(lab)
    for folder in (lab.run, lab.logs):
        folder.mkdir(parents=True, exist_ok=True)
    services.write_names(lab, artifacts)
    network.set_up(lab)
    world = None
    binds = [f"--bind-ro={CONTENT}:/lab/content", f"--bind-ro={artifacts}:/lab/artifacts"]

    def build(number: int, source: Path, target: Path, command) -> None:
        guest = Guest(lab, BUILD_VMID + number, binds)
        started = time.monotonic()
        guest.make(source)
        guest.start()
        try:
            socket_path = lab.rundir(guest.vmid) / "qga.sock"
            waiting.until("a guest that is being made", lambda: agent.missing(socket_path), 120, cgroup.path(lab.tag, guest.vmid),
                          hint=f"its console is {lab.logs}/{guest.vmid}.console")
            name = "-".join([Path(command[0]).name, *command[1:]])
            cache.log_run(name, *machine.enter(lab, guest.vmid, guest.leader(), command))
            guest.shut_down()
        except BaseException:
            guest.kill()
            raise
        guest.root.rename(target)
        say(f"made {target.name} in {time.monotonic() - started:.0f} s")

    try:
        world = services.start(lab, artifacts)
        yield build
    finally:
        leftovers.clear(lab)
        if world:
            world.wait()
