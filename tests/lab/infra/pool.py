"""The btrfs image in the cache: every root and every saved state is a subvolume
of it, so making, saving and restoring a guest is a snapshot."""
import fcntl
import os
from contextlib import contextmanager
from pathlib import Path

from .names import CACHE
from .shell import LabError, run

MOUNT = CACHE / "pool"
IMAGE = CACHE / "pool.img"
SIZE = "80G"  # sparse: only what is written takes space


@contextmanager
def locked(name: str):
    """One at a time across all checkouts; the lock ends with its holder."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / f".{name}.lock", "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_mounted() -> bool:
    return os.path.ismount(MOUNT)


def ensure_mounted() -> None:
    if is_mounted():
        return
    with locked("pool"):
        if is_mounted():
            return
        if not IMAGE.exists():
            fresh = IMAGE.with_suffix(".new")
            fresh.unlink(missing_ok=True)
            run("truncate", "-s", SIZE, fresh)
            run("mkfs.btrfs", "-q", fresh)
            fresh.rename(IMAGE)
        MOUNT.mkdir(exist_ok=True)
        run("mount", "-o", "loop,noatime", IMAGE, MOUNT)


def snapshot(source: Path, target: Path) -> None:
    if not source.is_dir():
        raise LabError(f"{source} is not there")
    target.parent.mkdir(parents=True, exist_ok=True)
    run("btrfs", "subvolume", "snapshot", source, target)


def delete(subvolume: Path) -> None:
    """Remove a subvolume and those that came to be inside it."""
    if not subvolume.is_dir():
        return
    if run("btrfs", "subvolume", "delete", subvolume, check=False).returncode == 0:
        return
    listing = run("btrfs", "subvolume", "list", "-o", subvolume).stdout
    for line in listing.splitlines():
        delete(MOUNT / line.split(" path ", 1)[1])
    run("btrfs", "subvolume", "delete", subvolume)


def delete_tree(folder: Path) -> None:
    """Remove a folder of subvolumes."""
    if not folder.is_dir():
        return
    if folder.stat().st_ino == 256:
        delete(folder)
        return
    for child in folder.iterdir():
        if child.is_dir() and not child.is_symlink():
            delete_tree(child)
        else:
            child.unlink()
    folder.rmdir()


def lab_folder(tag: str) -> Path:
    return MOUNT / "labs" / tag
