"""What is expensive to make, made once and kept outside the checkout.

Each piece is named after a hash of its recipe, so a changed recipe makes a new
piece and checkouts with different recipes share a cache without harm. A piece
is made under another name and renamed when it is complete.
"""
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from . import cgroup, pool
from .names import CACHE, CONTENT, INFRA
from .shell import LabError, say


def digest(*parts) -> str:
    """A hash over files, folders (all files below) and strings."""
    total = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            files = sorted(p for p in part.rglob("*") if p.is_file()) if part.is_dir() else [part]
            for file in files:
                if "__pycache__" in file.parts:
                    continue
                total.update(f"{file.name}\0{file.stat().st_mode & 0o111}\0".encode())
                total.update(file.read_bytes())
        else:
            total.update(f"{part}\0".encode())
    return total.hexdigest()[:12]


def log_run(name: str, *args, **kwargs) -> None:
    """Run a long recipe with its words in a log; the end of it on a failure.

    It has a control group, so that one whose lab was killed does not go on
    writing where the next one begins. The caller holds the recipe's lock."""
    logs = CACHE / "log"
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / f"{name}.log"
    tag = "recipes-" + digest(str(CACHE))
    cgroup.kill(cgroup.path(tag, name))
    group = cgroup.make(tag, name)
    try:
        with open(log, "wb") as out:
            done = subprocess.run(cgroup.entering(group, args), stdin=subprocess.DEVNULL,
                                  stdout=out, stderr=subprocess.STDOUT, **kwargs)
    finally:
        cgroup.kill(group)
    if done.returncode != 0:
        tail = log.read_text(errors="replace").splitlines()[-25:]
        raise LabError("\n".join([f"{name} failed (exit {done.returncode}); the log is {log}", *tail]))


def authority() -> Path:
    place = CACHE / f"ca-{digest(INFRA / 'make-ca')}"
    with pool.locked("ca"):
        if not place.is_dir():
            fresh = CACHE / "ca.new"
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir(mode=0o700)
            log_run("ca", INFRA / "make-ca", fresh)
            fresh.rename(place)
    return place


def base_key() -> str:
    return digest(*(INFRA / f for f in ("build-base", "base-packages.txt", "setup-node",
                                        "setup-guest", "make-ca")))


def base() -> tuple[Path, Path]:
    """The node's and the guest's bare roots."""
    pool.ensure_mounted()
    key = base_key()
    node, guest = pool.MOUNT / f"node-{key}", pool.MOUNT / f"guest-{key}"
    if node.is_dir() and guest.is_dir():
        return node, guest
    ca = authority()
    with pool.locked("base"):
        if not (node.is_dir() and guest.is_dir()):
            say("making the roots of node and guests (about a minute)")
            for rest in pool.MOUNT.glob("base.*"):  # of one that was killed
                for mount in rest.glob("*/proc"):
                    subprocess.run(["umount", "-q", mount], check=False)
                pool.delete_tree(rest)
            pool.delete(node)
            pool.delete(guest)
            log_run("base", INFRA / "build-base", pool.MOUNT, node, guest, ca)
    return node, guest


def content_recipe(kind: str) -> str:
    """The hash of what a piece of content is made from.

    content/recipes names it, a line a piece ("artifacts: build-artifacts lib/*");
    without it everything in content/ counts."""
    listing = CONTENT / "recipes"
    if listing.is_file():
        for line in listing.read_text().splitlines():
            name, _, globs = line.partition(":")
            if name.strip() == kind and not line.startswith("#"):
                files = sorted({f for g in globs.split() for f in CONTENT.glob(g)})
                return digest(*files)
    return digest(CONTENT)


def artifacts() -> Path:
    place = CACHE / f"artifacts-{content_recipe('artifacts')}"
    if place.is_dir():
        return place
    fresh = CACHE / "artifacts.new"
    with pool.locked("artifacts"):
        if not place.is_dir():
            say("making the artifacts: OpenClaw, Node, the panel (some minutes)")
            shutil.rmtree(fresh, ignore_errors=True)  # of one that was killed
            fresh.mkdir()
            log_run("artifacts", CONTENT / "build-artifacts", fresh,
                    env=dict(os.environ, LAB_CACHE=str(CACHE)))
            fresh.rename(place)
    return place
