"""One altered C++ source beside an unaltered build: its object, its library, and the tests that load that library.

Nothing in the build's folder changes, so several can be tried at once: each has a folder of its own, and its tests
find the altered library there first (LD_LIBRARY_PATH).
"""
import json
import os
import resource
import shlex
import signal
import subprocess
import tempfile
import threading
from dataclasses import dataclass, replace
from pathlib import Path

WAITS = 300  # seconds that a test may stand still, on a machine that others use too
TESTS_AT = "-O1"  # the tests run much oftener than they are built; one level for all, or the precompiled headers do not fit
MEMORY = 4 << 30  # bytes of data that an altered test may take: a loop without an end is to fail, not to fill the machine


@dataclass(frozen=True)
class Test:
    name: str
    command: tuple[str, ...]
    folder: str
    environment: tuple[tuple[str, str], ...]
    seconds: float = 0.0  # of the processor that it takes unaltered


@dataclass(frozen=True)
class Recipe:
    """How an object and its library are made."""
    folder: str
    compile: tuple[str, ...]
    link: tuple[str, ...]
    object: str
    library: str


def _processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tests(build, pattern, without):
    """ctest's tests whose names fit `pattern` and not `without`, as it would run them."""
    said = subprocess.run(["ctest", "--test-dir", str(build), "-N", "--show-only=json-v1", "-R", pattern, "-E", without],
                          capture_output=True, text=True, check=True).stdout
    found = []
    for test in json.loads(said)["tests"]:
        properties = {one["name"]: one["value"] for one in test.get("properties", [])}
        pairs = tuple(tuple(pair.split("=", 1)) for pair in properties.get("ENVIRONMENT", []))
        found.append(Test(test["name"], tuple(test["command"]), properties.get("WORKING_DIRECTORY", str(build)), pairs))
    return found


def fails(test, seconds, library_folder=""):
    """Whether the test fails, or takes more than `seconds` of the processor, or stands still for WAITS. It is ended at
    the first failure that it prints."""
    environment = {**os.environ, **dict(test.environment), "UNDOCK_TESTS_IMPATIENT": "1", "QTEST_FUNCTION_TIMEOUT": str(WAITS * 1000)}
    if library_folder:
        environment["LD_LIBRARY_PATH"] = library_folder

    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    process = subprocess.Popen(test.command, cwd=test.folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True, preexec_fn=limits)

    def end():
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    timer = threading.Timer(WAITS, end)
    timer.start()
    try:
        failed = any(line.startswith("FAIL!") for line in process.stdout)
        if failed:
            end()
        return process.wait() != 0 or failed
    finally:
        timer.cancel()
        end()


def measured(test):
    """The test with the seconds that it takes; None when it fails unaltered."""
    before = _processor_seconds()
    return None if fails(test, WAITS) else replace(test, seconds=_processor_seconds() - before)


def recipes(build, tree):
    """Source (as in git) → how its object and library are made, for each source of a shared library."""
    links = {}
    for library in sorted(Path(build).glob("src/*/lib*.so")):
        name = str(library.relative_to(build))
        last = subprocess.run(["ninja", "-C", str(build), "-t", "commands", "-s", name], capture_output=True, text=True,
                              check=True).stdout.strip().splitlines()[-1]
        words = [word for word in shlex.split(last) if word not in (":", "&&")]
        links.update({word: (tuple(words), name) for word in words if word.endswith(".o")})
    found = {}
    for entry in json.loads((Path(build) / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        made = words[words.index("-o") + 1]
        source = Path(entry["file"])
        if made in links and source.is_relative_to(tree):
            found[str(source.relative_to(tree))] = Recipe(entry["directory"], tuple(words), *links[made][:1], made, links[made][1])
    return found


def caught(recipe, source, text, asked):
    """The first of the tests that sees the altered source; "compiler" when it cannot be built, "" when none sees it."""
    with tempfile.TemporaryDirectory(prefix="undock-mutant-") as folder:
        altered, made = Path(folder) / Path(source).name, f"{folder}/altered.o"
        altered.write_text(text, encoding="utf-8")
        compiling = [made if word == recipe.object else str(altered) if word == str(source) else word for word in recipe.compile]
        compiling[1:1] = ["-iquote", str(Path(source).parent)]
        linking = [made if word == recipe.object else f"{folder}/{Path(recipe.library).name}" if word == recipe.library else word
                   for word in recipe.link]
        for words in (compiling, linking):
            if subprocess.run(words, cwd=recipe.folder, stdin=subprocess.DEVNULL, capture_output=True).returncode:
                return "compiler"
        return next((test.name for test in asked if fails(test, 10 + 5 * test.seconds, folder)), "")
