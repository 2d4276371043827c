"""The portable archive of this build folder, and how to watch what its programs load."""
import os
import platform
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PORTABLE = ROOT / "installer/linux/portable"
BUILD = Path(os.environ.get("UNDOCK_BUILD") or ROOT / "build")
PROBE = Path(os.environ.get("UNDOCK_PROBE") or BUILD / "tests/portable_probe")
sys.path.insert(0, str(PORTABLE))
import contents  # noqa: E402
import elf  # noqa: E402
import rules  # noqa: E402,F401


def skip_where_it_cannot_be_made() -> None:
    glibc = tuple(int(number) for number in platform.libc_ver()[1].split("."))
    if glibc > contents.NEWEST["GLIBC"]:
        raise unittest.SkipTest(f"the archive is made on Debian 12; this machine has glibc {platform.libc_ver()[1]}")
    for tool in ("patchelf", "objdump", "qtpaths6", "dpkg-query"):
        if not shutil.which(tool):
            raise unittest.SkipTest(f"{tool} is not installed")
    plugins = Path(subprocess.run(["qtpaths6", "--query", "QT_INSTALL_PLUGINS"], check=True, capture_output=True, text=True).stdout.strip())
    for folder, names in contents.PLUGINS.items():
        for name in names:
            if not (plugins / folder / name).exists():
                raise unittest.SkipTest(f"Qt's plugin {name} is not installed")


def make(output: Path, *options: str) -> Path:
    result = subprocess.run([sys.executable, str(PORTABLE / "make.py"), "--build", str(BUILD), "--output", str(output), *options],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if result.returncode != 0:
        raise AssertionError(f"the archive could not be made:\n{result.stdout}")
    return Path(result.stdout.splitlines()[-1])


def put_probe(tree: Path) -> None:
    shutil.copy(PROBE, tree / "libexec/probe")
    subprocess.run(["patchelf", "--force-rpath", "--set-rpath", contents.LIBRARIES_FROM["libexec"], str(tree / "libexec/probe")], check=True)


def foreign(files: set[str], tree: str) -> list[str]:
    """Libraries among `files` that are neither the tree's nor what the machine gives. Modules of the name service and
    of character sets are glibc's, too."""
    libraries = {file for file in files if re.search(r"\.so(\.|$)", file) and not file.startswith(tree + "/")}
    return sorted(file for file in libraries if not re.search(r"/libnss_\w+\.so|/gconv/", file)
                  # A map shows the file behind the name, as libstdc++.so.6.0.33.
                  and not any((os.path.basename(file) + ".").startswith(own + ".") for own in contents.FROM_THE_MACHINE))


def loaded(log_folder: Path) -> set[str]:
    """What the loader wrote of our program (LD_DEBUG=libs into this folder), not of the shell that became it."""
    for log in sorted(log_folder.glob("log.*")):
        text = log.read_text(errors="replace")
        if "/libexec/" in text:
            ours = re.split(r"transferring control: \S*(?:bash|env)\n", text)[-1]
            return {os.path.normpath(path) for path in re.findall(r"calling init: (\S+)", ours)}
    raise AssertionError(f"the loader has told nothing of a program in {log_folder}")


def mapped(maps: str) -> set[str]:
    return {fields[5] for line in maps.splitlines() if len(fields := line.split(maxsplit=5)) == 6 and fields[5].startswith("/")}


def asked_of_glibc(tree: Path) -> dict[str, str]:
    """File -> the newest GLIBC version among its symbols, as objdump -T shows them: a second look beside rules.py."""
    newest = {}
    for path in elf.files_of(tree):
        text = subprocess.run(["objdump", "-T", str(path)], check=True, capture_output=True, text=True).stdout
        versions = {tuple(map(int, version.split("."))) for version in re.findall(r"GLIBC_([0-9.]+)\)", text)}
        if versions:
            newest[str(path.relative_to(tree))] = max(versions)
    return newest
