"""Scan: compiled modules of the user's plugins, against the Node and the C library that will run them.

One that is built on N-API works with any Node; others name the one module version (ABI) that they were built for.
"""

import os
import re

from beneath import walk
from scan_tools import run, text_of, which
from step_io import fact, finding, phrase, show
import layout
from layout import SRC_STATE as STATE

MOST_BYTES = 256 << 20
MOST = 2000
PIECE, OVERLAP = 4 << 20, 64
MUSL = re.compile(rb"libc\.musl-|ld-musl-")
REGISTERED = re.compile(rb"node_register_module_v([0-9]{2,3})\b")


class Module:
    """musl: needs that C library; abi: of which Node ("" for any, "?" when it cannot be told)."""

    def __init__(self, path, musl, abi):
        self.path, self.musl, self.abi = path, musl, abi


def look_at(place, path):
    """The Module of a file, None when it is no ELF file. place: as beneath.walk() gives it; path: its name for people."""
    descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        size = os.fstat(descriptor).st_size
        if not 64 <= size <= MOST_BYTES or os.pread(descriptor, 4, 0) != b"\x7fELF":
            return None
        # Not mapped: the bot may cut it short meanwhile. The pieces overlap by more than any mark is long.
        musl, numbered, stable, at = False, None, False, 0
        while piece := os.pread(descriptor, PIECE + OVERLAP, at):
            musl = musl or bool(MUSL.search(piece))
            numbered = numbered or REGISTERED.search(piece)
            stable = stable or b"napi_" in piece
            at += PIECE
        return Module(path, musl, numbered[1].decode() if numbered else "" if stable else "?")
    finally:
        os.close(descriptor)


def modules(root):
    """([Module], how many could not be read)"""
    found, unread = [], 0
    for path, place in readable(root):
        if not path.endswith(".node") or len(found) >= MOST:
            continue
        try:
            module = look_at(place, os.path.join(root, path))
        except (OSError, ValueError):
            unread += 1
            continue
        if module:
            found.append(module)
    return found, unread


def readable(root):
    """(path, place) of what can be walked; of a dead mount another part of the scan tells."""
    try:
        for path, place, _ in walk(root):
            yield path, place
    except OSError:
        return


def packages(found):
    """The folders whose packages they belong to: where `npm rebuild` is run."""
    return sorted({module.path.split("/node_modules/")[0] if "/node_modules/" in module.path else os.path.dirname(module.path) for module in found})


def scan(container):
    found, unread = modules(STATE)
    fact("native_modules", len(found))
    if unread:
        finding("attention", "native-unread", phrase("native-unread", unread=unread))
    if not found:
        return
    there = text_of("docker", "exec", container.id, "node", "-p", "process.versions.modules", timeout=30)[:8] if container.running else ""
    node = which("node")
    code, answer = run(node, "-p", "process.versions.modules") if node else (127, b"")
    here = answer.decode("ascii", "replace").strip()[:8] if code == 0 else ""
    musl = [module for module in found if module.musl]
    bound = [module for module in found if not module.musl and module.abi not in ("", here)]
    if musl:
        finding("attention", "native-musl", phrase("native-musl", count=len(musl), musl=places(musl)))
    if bound:
        versions = ", ".join(sorted({module.abi for module in bound if module.abi != "?"})) or there or phrase("unknown")
        finding("attention", "native-abi", phrase("native-abi", count=len(bound), versions=versions, here=here or phrase("not-been-installed-yet"),
                                                  bound=places(bound)))
    if not musl and not bound:
        finding("fine", "native-fit", phrase("native-fit", count=len(found)))


def places(found):
    folders = packages(found)
    moved = [show(layout.TARGET + folder[len(STATE):] if folder.startswith(STATE) else folder) for folder in folders]
    return ", ".join(moved[:5]) + (f" and {len(moved) - 5} more" if len(moved) > 5 else "")
