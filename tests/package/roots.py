"""Fresh Debian roots without Qt and without an X library: made once by debootstrap, copied for each test."""
import os
import shutil
import subprocess
import unittest
from pathlib import Path

CACHE = Path(os.environ.get("LAB_CACHE") or "/var/cache/openclaw-undock-lab") / "fresh-roots"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


def mirrors() -> list[list[str]]:
    """Where this machine's apt gets Debian from, then debootstrap's own default."""
    targets = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(ORIGIN) $(RELEASE)", "Created-By: Packages"],
                             capture_output=True, text=True, check=False).stdout
    found = [line.split()[0] for line in targets.splitlines()
             if line.split()[1:2] == ["Debian"] and not any(word in line for word in ("security", "updates", "backports"))]
    return [found[:1], []] if found else [[]]


def cached(suite: str) -> Path:
    if os.geteuid() != 0:
        raise unittest.SkipTest("a fresh root is root's to make")
    if not shutil.which("debootstrap"):
        raise unittest.SkipTest("debootstrap is not installed")
    root = CACHE / suite
    if root.is_dir():
        return root
    CACHE.mkdir(parents=True, exist_ok=True)
    fresh = CACHE / f"{suite}.new"
    said = ""
    for mirror in mirrors():
        shutil.rmtree(fresh, ignore_errors=True)
        keyring = [f"--keyring={KEYRING}"] if KEYRING.exists() else []
        result = subprocess.run(["debootstrap", "--variant=minbase", *keyring, suite, str(fresh), *mirror],
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if result.returncode == 0:
            shutil.rmtree(fresh / "var/cache/apt", ignore_errors=True)
            shutil.rmtree(fresh / "var/lib/apt/lists", ignore_errors=True)
            fresh.rename(root)
            return root
        said = result.stdout.strip().splitlines()[-1] if result.stdout.strip() else "it said nothing"
    shutil.rmtree(fresh, ignore_errors=True)
    raise unittest.SkipTest(f"debootstrap could not make a root of {suite}: {said}")


class Root:
    """A copy of a cached root. Without /proc, as a plain chroot is, until it is asked for."""

    def __init__(self, suite: str, folder: Path):
        self.path = folder / suite
        subprocess.run(["cp", "-a", "--reflink=auto", str(cached(suite)), str(self.path)], check=True)
        self.mounted = False

    def mount_proc(self) -> None:
        if not self.mounted:
            subprocess.run(["mount", "-t", "proc", "proc", str(self.path / "proc")], check=True)
            self.mounted = True

    def remove(self) -> None:
        if self.mounted:
            subprocess.run(["umount", str(self.path / "proc")], check=True)
        # Never into what may still be mounted.
        if os.path.ismount(self.path / "proc"):
            raise AssertionError(f"{self.path}/proc is still mounted")
        shutil.rmtree(self.path)

    def command(self, *command: str, user: str = "", **variables: str) -> list[str]:
        who = [f"--userspec={user}"] if user else []
        named = [f"{name}={value}" for name, value in variables.items()]
        return ["chroot", *who, str(self.path), "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", *named, *command]

    def run(self, *command: str, user: str = "", **variables: str) -> str:
        result = subprocess.run(self.command(*command, user=user, **variables), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True, errors="replace", timeout=180, check=False)
        if result.returncode != 0:
            raise AssertionError(f"{command} in {self.path.name} ended with {result.returncode}:\n{result.stdout}")
        return result.stdout
