"""Looks for marked secrets where none may be. Every secret of the lab begins with the mark, which
holds only letters and a dash: URL, JSON, HTML and shell escapes leave it as it is, and in base64 it
is one of three strings, whatever stands around it. So one look finds any of them in any of these."""
import base64
import gzip
import os
import threading
import time
import zlib

MARK = b"LABSECRET-"


def shapes(mark=MARK) -> list[bytes]:
    found = [mark, mark.decode().encode("utf-16-le"), mark.hex().encode(), mark.hex().upper().encode()]
    for shift in range(3):
        text = base64.b64encode(bytes(shift) + mark)
        # Characters made of the mark's bits alone, whatever comes before and after it.
        first, last = -(-shift * 8 // 6), (shift + len(mark)) * 8 // 6
        found.append(text[first:last])
    return found


SHAPES = shapes()


def in_bytes(data: bytes) -> list[str]:
    """What was found, with a few letters around it; a gzip stream is looked into."""
    found = []
    for shape in SHAPES:
        at = data.find(shape)
        if at >= 0:
            found.append(repr(data[max(0, at - 40):at + 60]))
    if data[:2] == b"\x1f\x8b":
        try:
            found += in_bytes(gzip.decompress(data))
        except (OSError, EOFError, zlib.error):
            pass
    return found


def in_folder(folder) -> list[str]:
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found += [f"{path}: {hit}" for hit in in_bytes(path.read_bytes())]
    return found


class Processes(threading.Thread):
    """Looks at the arguments of every process of one lab, and of one program, again and again.

    A guest's processes are this machine's too. What the tests themselves put into a guest is left out,
    and so is what runs in containers: that is the user's own.
    """

    def __init__(self, lab_group: str, program: str):
        super().__init__(daemon=True)
        self.lab_group, self.program = lab_group.encode(), program.encode()
        self.found, self.looked, self._stop_asked = set(), 0, threading.Event()

    def _ours(self, pid, arguments) -> bool:
        if self.program in arguments:
            return True
        with open(f"/proc/{pid}/cgroup", "rb") as file:
            group = file.read()
        return self.lab_group in group and b"lab.exec" not in group and b"docker" not in group

    def run(self):
        while not self._stop_asked.is_set():
            for pid in filter(str.isdigit, os.listdir("/proc")):
                try:
                    with open(f"/proc/{pid}/cmdline", "rb") as file:
                        arguments = file.read()
                    if arguments and in_bytes(arguments) and self._ours(pid, arguments):
                        self.found.add(arguments.replace(b"\0", b" ")[:400])
                except OSError:
                    pass  # it ended
            self.looked += 1
            time.sleep(0.05)

    def end(self) -> set:
        self._stop_asked.set()
        self.join(10)
        return self.found
