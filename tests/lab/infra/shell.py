"""Running the system's tools and telling a person what went wrong."""
import subprocess
import sys


class LabError(Exception):
    """Something a person can act on: printed without a traceback."""


def run(*args, check=True, quiet=False, stdin=None) -> subprocess.CompletedProcess:
    """Run a tool, its output captured; a failure names the command and its words."""
    done = subprocess.run([str(a) for a in args], input=stdin, capture_output=True, text=True)
    if check and done.returncode != 0:
        words = (done.stderr or done.stdout).strip()
        raise LabError(f"{' '.join(str(a) for a in args)}: exit {done.returncode}\n{words}")
    return done


def say(text: str) -> None:
    print(f"lab: {text}", file=sys.stderr, flush=True)
