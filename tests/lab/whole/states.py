"""States that tests begin from, made through the program itself and kept with their desk's folder."""
import hashlib
import json
import signal

import bed
import desk as desks
import judge
import moments


def build() -> str:
    """A state made by another build of the program is not this one's."""
    return hashlib.sha256(desks.CLI.read_bytes()).hexdigest()[:10]


def before(vmid, name) -> desks.Desk:
    """An unmigrated guest, a desk that knows nothing."""
    bed.up()
    bed.clean_node()
    bed.before(vmid)
    return desks.Desk(name).forget()


def reach(vmid, state, make, serving=True):
    """The state again from what was kept, or made anew and kept: the guest's files and the desk's."""
    bed.up()
    bed.clean_node()
    name = f"{state}-{build()}"
    desk = desks.Desk(f"{vmid}-{name}")
    kept = bed.WORK / "kept" / f"{vmid}-{name}"
    if kept.is_dir() and bed.put_back(vmid, name, serving):
        desk.copy_from(kept)
    else:
        desk.forget()
        make(desk)
        bed.keep(vmid, name)
        desk.copy_to(kept)
    return desk, json.loads((desk.folder / "seen.json").read_text())


def backed_up(vmid):
    """A run paused (Ctrl-C) between its backup and the switch, Docker serving."""
    def make(desk):
        bed.before(vmid)
        bed.clean_node()
        run = desk.start("migrate", "--vmid", vmid)
        if not moments.wait_for_step(desk, vmid, run, "b-archive", "before"):
            raise AssertionError(f"the backup was not reached\n{run.wait(30)}")
        run.signal(signal.SIGINT)
        done = run.wait(600)
        if done.code != desks.WAITS or not moments.journal_has(desk, "end", "b-archive"):
            raise AssertionError(f"it did not pause behind the backup\n{done}")
        if moments.journal_has(desk, "begin", "c-probe"):
            raise AssertionError(f"it went on though it was asked to pause\n{done}")
        (desk.folder / "seen.json").write_text("{}")
    return reach(vmid, "backed-up", make)


def migrated(vmid):
    """A to H done by `migrate`: the desk, and what was seen on the way: `words` that were said to
    the bot in Docker, the transcript's `file` name, the `token` hash, the `source` once it stood still."""
    def make(desk):
        bed.before(vmid)
        words = f"remember heron {vmid}"
        file = judge.chat(vmid, words, "docker").rsplit("/", 1)[1]
        token = judge.docker_token_hash(vmid)
        done = desk.migrate(vmid)
        if done.code == desks.FAILED and "not-up" in done.reason:  # a machine with too much to do
            done = desk.resume(vmid)
        if done.code != desks.SUCCEEDED:
            raise AssertionError(f"VM {vmid} was not migrated\n{done}")
        bed.quiet_source(vmid)
        seen = {"words": words, "file": file, "token": token, "source": judge.source(vmid)}
        (desk.folder / "seen.json").write_text(json.dumps(seen))
    return reach(vmid, "migrated", make)


def accepted(vmid):
    def make(desk):
        first, _ = migrated(vmid)
        desk.copy_from(first.folder)
        done = desk.accept(vmid)
        if done.code != desks.SUCCEEDED:
            raise AssertionError(f"VM {vmid} was not accepted\n{done}")
    return reach(vmid, "accepted", make)
