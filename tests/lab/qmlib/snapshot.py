"""qm snapshot, listsnapshot, delsnapshot, rollback."""
import re
import time

from . import state
from .config import Config, check_vmid
from .errors import BadParameter, QmError
from .options import parse
from .output import write


def _arguments(words, known):
    rest, options = parse(words, known)
    if len(rest) != 2:
        raise BadParameter("snapname", "property is missing and it is not optional")
    name = rest[1]
    if not re.fullmatch(r"(?i)[a-z][a-z0-9_-]+", name) or len(name) > 40:
        raise BadParameter("snapname", f"invalid format - invalid configuration ID '{name}'")
    config = Config(check_vmid(rest[0]))
    if lock := config.current.get("lock"):
        raise QmError(f"VM is locked ({lock})")
    return config, name, options


def take(words) -> None:
    config, name, options = _arguments(words, {"description": "str", "vmstate": "bool"})
    if name == "current":
        raise QmError("unable to use snapshot name 'current' (reserved name)")
    if name in config.snapshots:
        raise QmError(f"snapshot name '{name}' already used")
    state.ask("save", config.vmid, kind="snapshots", name=name)
    section = dict(config.current, snaptime=str(int(time.time())))
    if description := options.get("description"):
        section["description"] = description.replace("\n", " ")
    config.sections[name] = section
    config.current["parent"] = name
    config.write()


def rollback(words) -> None:
    config, name, options = _arguments(words, {"start": "bool"})
    if name not in config.snapshots:
        raise QmError(f"snapshot '{name}' does not exist")
    state.ask("restore", config.vmid, kind="snapshots", name=name, start=options.get("start", False))
    kept = {k: v for k, v in config.snapshots[name].items()
            if k not in ("snaptime", "description", "parent")}
    config.sections[""] = dict(kept, parent=name)
    config.write()


def delete(words) -> None:
    config, name, _ = _arguments(words, {"force": "bool"})
    if name not in config.snapshots:
        raise QmError(f"snapshot '{name}' does not exist")
    state.ask("forget", config.vmid, kind="snapshots", name=name)
    parent = config.sections.pop(name).get("parent")
    for section in config.sections.values():
        if section.get("parent") == name:
            section.pop("parent")
            if parent:
                section["parent"] = parent
    config.write()


def _lines(tree, name, prefix):
    section = tree[name]
    when, words = "", "You are here!"
    if "snaptime" in section:
        when = time.strftime("%F %T", time.localtime(int(section["snaptime"])))
        words = section.get("description", "no-description")
    yield "%s%-*s %-23s %s" % (prefix, max(1, 30 - len(prefix)), name, when, words)
    children = [n for n, s in tree.items() if s.get("parent") == name]
    for child in sorted(children, key=lambda n: int(tree[n].get("snaptime", 1 << 60))):
        yield from _lines(tree, child, " " + prefix)


def listing(words) -> None:
    rest, _ = parse(words, {})
    if not rest:
        raise BadParameter("vmid", "property is missing and it is not optional")
    config = Config(check_vmid(rest[0]))
    tree = dict(config.snapshots, current=config.current)
    roots = [n for n, s in tree.items() if s.get("parent") not in tree]
    for root in sorted(roots, key=lambda n: int(tree[n].get("snaptime", 1 << 60))):
        for line in _lines(tree, root, "`-> "):
            write(line + "\n")
