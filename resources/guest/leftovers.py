"""What migrations left behind in this VM, and which of it may go.

Backups, folders that were moved aside and folders of runs are known by where they stand and by
the grammar of their names; everything else is foreign and not looked at. Folders are reached one
name at a time and never through a symbolic link, so that nobody who may write in one of them can
lead a removal elsewhere.
"""

import contextlib
import dataclasses
import os
import re
import stat
import subprocess

import job_store

HOME = "/root"
NODE_HOME = "/home/node"
OPT = "/opt"

RUN = r"[1-9][0-9]{0,9}-[0-9]{8}-[0-9]{6}-[0-9a-f]{4}"
AGAIN = r"(?:-[0-9]{1,3})?"  # a name that was taken already got a number
REMOVING = ".undock-removing-"  # what is on its way out, so that half of a backup is never taken for one

# What keeps a leftover where it is; the desk translates these.
REASONS = {
    "not-a-folder": "@stays-not-a-folder",
    "newest-backup": "@stays-newest-backup",
    "this-run": "@stays-this-run",
    "serving-run": "@stays-serving-run",
    "run-unfinished": "@stays-run-unfinished",
    "docker-not-deleted": "@stays-docker-not-deleted",
    "docker-unknown": "@stays-docker-unknown",
    "mounted": "@stays-mounted",
    "in-use": "@stays-in-use",
}


def places():
    """(folder, kind, pattern of the names in it), in the order in which they are listed."""
    return (
        (HOME, "backup", re.compile(r"migrate-backup-[1-9][0-9]{0,9}-(?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{6}|[0-9]{14})")),
        (HOME, "before", re.compile(rf"\.openclaw\.before-(?P<run>{RUN}){AGAIN}")),
        (HOME, "rolled-back", re.compile(rf"\.openclaw\.rolledback-(?P<run>{RUN}){AGAIN}")),
        (NODE_HOME, "before", re.compile(rf"\.openclaw\.before-(?P<run>{RUN}){AGAIN}")),
        (OPT, "panel-before", re.compile(rf"openclaw-panel\.before-(?P<run>{RUN}){AGAIN}")),
        (job_store.RUNS, "run", re.compile(rf"(?P<run>{RUN})")),
    )


@dataclasses.dataclass
class Leftover:
    place: str
    name: str
    kind: str  # one of places(), or "remains": a removal that did not come to its end
    run: str = ""
    stamp: str = ""  # of a backup, digits only
    changed: int = 0  # seconds since the epoch
    size: int = 0
    files: int = 0
    reason: str = ""  # of REASONS; empty: it may go
    identity: str = ""

    @property
    def path(self):
        return f"{self.place}/{self.name}"


def parse(path):
    """The leftover that this path would be, by its grammar alone; None for every other path."""
    place, _, name = path.rpartition("/")
    for folder, kind, pattern in places():
        if folder != place:
            continue
        remains = name.startswith(REMOVING)
        match = pattern.fullmatch(name.removeprefix(REMOVING))
        if match:
            found = match.groupdict()
            return Leftover(place, name, "remains" if remains else kind, found.get("run", ""),
                            re.sub(r"\D", "", found.get("stamp", "")))
    return None


@contextlib.contextmanager
def folder_at(path):
    """A descriptor of a folder to which no link led."""
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open("/", flags)
    try:
        for name in path.strip("/").split("/"):
            inner = os.open(name, flags, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)


def identity_of(info):
    """What tells this folder from another one that came to stand in its place."""
    return f"{info.st_ino}-{info.st_mtime_ns}"


def measure(name, parent):
    """(bytes on the disk, files) below a folder; names that vanish meanwhile are not counted."""
    size = files = 0
    seen = set()
    for _, _, names, folder in os.fwalk(name, dir_fd=parent, follow_symlinks=False):
        size += os.fstat(folder).st_blocks * 512
        for entry in names:
            with contextlib.suppress(FileNotFoundError):
                info = os.stat(entry, dir_fd=folder, follow_symlinks=False)
                files += 1
                if info.st_nlink > 1 and (info.st_dev, info.st_ino) in seen:
                    continue
                seen.add((info.st_dev, info.st_ino))
                size += info.st_blocks * 512
    return size, files


def found():
    """Everything that has the name of a leftover, measured, nothing judged."""
    items = []
    for place in dict.fromkeys(folder for folder, _, _ in places()):
        try:
            with folder_at(place) as parent:
                for name in sorted(os.listdir(parent)):
                    item = parse(f"{place}/{name}")
                    if item is None:
                        continue
                    info = os.stat(name, dir_fd=parent, follow_symlinks=False)
                    item.changed, item.identity = int(info.st_mtime), identity_of(info)
                    if stat.S_ISDIR(info.st_mode):
                        item.size, item.files = measure(name, parent)
                    else:
                        item.reason = "not-a-folder"
                    items.append(item)
        except OSError:
            continue  # the place is not there, or a link: nothing of ours is in it
    return items


# -- what must stay -------------------------------------------------------------------------

def story_of(run):
    """unfinished, deleted, rolled-back, looked (nothing but reading) or backed-up (nothing was stopped)."""
    deleted = rolled = turning = False
    touched = set()
    for job in job_store.jobs_of(run):
        step = job.name.split("-", 1)[1]
        if step.startswith("k-"):
            continue  # housekeeping itself; also the very job that asks
        result = job.result()
        if result is None:
            return "unfinished"
        state = result.get("state")
        if state == "skipped" or step.startswith(("a-", "r-config", "r-outage")):
            continue
        if step == "r-verify" and state == "passed":
            rolled, deleted, turning = True, False, False
        elif step.startswith("r-"):
            turning = True
        else:
            touched.add(step[0])
            rolled = False
            deleted = deleted or (step == "i-delete" and state == "passed")
    if turning:
        return "unfinished"
    if deleted:
        return "deleted"
    if rolled:
        return "rolled-back"
    return "unfinished" if touched - {"b"} else "backed-up" if touched else "looked"


def serving_run():
    """The run that brought the direct version which is in use; empty when Docker's is."""
    match = re.search(rf"^run=({RUN})$", job_store.read_text(job_store.CUTOVER), re.M)
    return match[1] if match else ""


def containers():
    """Which of the two containers Docker still has; None when it cannot be asked."""
    names = []
    state = os.path.join(job_store.RUNS, serving_run(), "state")
    for role in ("gateway", "panel"):
        name = job_store.read_text(os.path.join(state, f"{role}_container")) or f"openclaw-{role}"
        try:
            answer = subprocess.run(["docker", "container", "inspect", "--format", "{{.Name}}", name], stdin=subprocess.DEVNULL,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        except FileNotFoundError:
            return []
        except subprocess.TimeoutExpired:
            return None
        if answer.returncode == 0:
            names.append(name)
        elif b"no such container" not in answer.stderr.lower():
            return None
    return names


def docker_reason():
    """Why nothing at all may go: Docker's version, or a way back to it, is still wanted. Empty: it is gone."""
    run = serving_run()
    if not run or story_of(run) != "deleted":
        return "docker-not-deleted"
    there = containers()
    if there is None:
        return "docker-unknown"
    return "docker-not-deleted" if there else ""


def started(run):
    return run.split("-", 1)[1] if run else ""


def is_over(run, serving):
    """Whether nobody goes on with this run. One that stopped nothing was overtaken by a later one."""
    story = story_of(run)
    if story in ("looked", "backed-up"):
        return started(run) < started(serving)
    return story in ("deleted", "rolled-back")


def newest_backups(items):
    """The newest by name, by time, and of those that are whole. Nobody's clock decides alone."""
    backups = [item for item in items if item.kind == "backup"]
    whole = [item for item in backups if os.path.isfile(os.path.join(item.path, "SHA256SUMS.txt"))
             and not os.path.lexists(os.path.join(item.path, "INCOMPLETE"))]
    newest = set()
    for choice in (backups, whole):
        if choice:
            newest.add(max(choice, key=lambda item: item.stamp).path)
            newest.add(max(choice, key=lambda item: item.changed).path)
    return newest


def owners():
    """{backup folder: run}, by what the runs noted and what an unfinished backup says of itself."""
    return {job_store.read_text(os.path.join(job_store.RUNS, run, "state", "backup_dir")).strip(): run
            for run in job_store.runs()}


def mounts():
    lines = job_store.read_text("/proc/self/mountinfo").splitlines()
    return [re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), line.split(" ")[4]) for line in lines]


def used_paths():
    """What processes hold open or stand in, and where the direct version's state really is."""
    paths = [os.path.realpath(f"{HOME}/.openclaw"), os.path.realpath(f"{NODE_HOME}/.openclaw")]
    for process in filter(str.isdigit, os.listdir("/proc")):
        for name in ("cwd", "root", "exe"):
            with contextlib.suppress(OSError):
                paths.append(os.readlink(f"/proc/{process}/{name}"))
        with contextlib.suppress(OSError):
            for number in os.listdir(f"/proc/{process}/fd"):
                with contextlib.suppress(OSError):
                    paths.append(os.readlink(f"/proc/{process}/fd/{number}"))
    return paths


def within(path, folder):
    return path == folder or path.startswith(folder + "/")


def survey(this_run):
    """Every leftover with what keeps it, worst first. `this_run`: the run that asks."""
    items = found()
    serving, docker = serving_run(), docker_reason()
    newest, of_run = newest_backups(items), owners()
    mounted, used = mounts(), used_paths()
    for item in items:
        item.run = item.run or of_run.get(item.path, "")
        if item.reason:
            continue
        if item.path in newest:
            item.reason = "newest-backup"
        elif item.kind == "run" and item.run == this_run:
            item.reason = "this-run"
        elif item.kind == "run" and item.run == serving:
            item.reason = "serving-run"
        elif item.kind != "remains" and item.run and not is_over(item.run, serving):
            item.reason = "run-unfinished"
        elif item.kind != "remains" and docker:
            item.reason = docker
        elif any(within(path, item.path) for path in mounted):
            item.reason = "mounted"
        elif any(within(path, item.path) for path in used):
            item.reason = "in-use"
    return items
