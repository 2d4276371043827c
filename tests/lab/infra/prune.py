"""lab prune: what the cache holds for recipes that no longer stand."""
import json
import shutil

from . import cache, pool
from .names import CACHE, STATES, VARIANTS
from .shell import say
from .variants import Pieces


def _in_use() -> set[str]:
    """What the labs of all checkouts would need for a reset."""
    used = set()
    for config in STATES.glob("*/config.json"):
        settings = json.loads(config.read_text())
        used |= {source.rsplit("/", 1)[1] for source in settings["sources"].values()}
        used.add(settings["artifacts"].rsplit("/", 1)[-1])
    return used


def prune() -> None:
    node, guest = cache.base()
    pieces = Pieces(guest, cache.artifacts())
    keep = _in_use() | {node.name, guest.name, pieces.common.name, pieces.artifacts.name}
    keep |= {pieces.root(v).name for v in VARIANTS}
    kinds = ("node-", "guest-", "common-", "variant-")
    for subvolume in pool.MOUNT.iterdir():
        if subvolume.name.startswith(kinds) and subvolume.name not in keep:
            say(f"removing {subvolume.name}")
            pool.delete(subvolume)
    for folder in CACHE.glob("artifacts-*"):
        if folder.name not in keep:
            say(f"removing {folder.name}")
            shutil.rmtree(folder)
