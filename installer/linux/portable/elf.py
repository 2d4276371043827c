"""What an ELF file says of itself: what it needs, from where, and in which versions."""
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

IS_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$")
IS_PATH = re.compile(r"^\s+(RPATH|RUNPATH)\s+(\S*)$")
IS_FROM = re.compile(r"^\s+required from (\S+):$")
IS_VERSION = re.compile(r"^\s+0x[0-9a-f]+ 0x[0-9a-f]+ \d+ (\S+)$")


@dataclass
class Elf:
    path: Path
    needed: list[str] = field(default_factory=list)
    search: list[tuple[str, str]] = field(default_factory=list)  # (RPATH or RUNPATH, its value)
    versions: dict[str, list[str]] = field(default_factory=dict)  # library -> versions asked of it


def is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def read(path: Path) -> Elf:
    text = subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True).stdout
    elf, asked = Elf(path), ""
    for line in text.splitlines():
        if match := IS_NEEDED.match(line):
            elf.needed.append(match[1])
        elif match := IS_PATH.match(line):
            elf.search.append((match[1], match[2]))
        elif match := IS_FROM.match(line):
            asked = match[1]
        elif asked and (match := IS_VERSION.match(line)):
            elf.versions.setdefault(asked, []).append(match[1])
        elif not line.strip():
            asked = ""
    return elf


def files_of(tree: Path) -> list[Path]:
    return sorted(path for path in tree.rglob("*") if is_elf(path))


def linked(path: Path) -> dict[str, Path]:
    """Name -> file, of everything that the loader of this machine would take for `path`."""
    text = subprocess.run(["ldd", str(path)], check=True, capture_output=True, text=True).stdout
    found = {}
    for line in text.splitlines():
        if match := re.match(r"^\s+(\S+) => (\S+) \(0x", line):
            found[match[1]] = Path(match[2])
        elif match := re.match(r"^\s+(\S+) => not found", line):
            raise FileNotFoundError(f"{path} needs {match[1]}, which this machine does not have")
    return found


def by_name(name: str) -> Path:
    """A library as the loader of this machine would find it."""
    text = subprocess.run(["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    for line in text.splitlines():
        match = re.match(r"^\s+(\S+) \((\S+?)(,.*)?\) => (\S+)$", line)
        if match and match[1] == name and match[3]:  # what has an architecture is this machine's 64-bit one
            return Path(match[4])
    raise FileNotFoundError(f"{name} is not installed on this machine")
