"""The queue window with 500 rows and 200,000 lines: a program of its own drives the real one."""
import json
import os
import shutil
import subprocess
from pathlib import Path

import ground

ROWS, LINES = 500, 200_000
STRICT = "500 rows, 200000 lines"
PROGRAM = ground.CHECKOUT / "build/tests/undock-window-bench"


def display():
    """The command that gives a display, where there is none; Qt's own stand-in when there is no X."""
    if os.environ.get("DISPLAY"):
        return [], {}
    if shutil.which("xvfb-run"):
        return ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"], {"QT_QPA_PLATFORM": "xcb"}
    return [], {"QT_QPA_PLATFORM": "offscreen"}


def run(words, headless=False):
    """The program's last line, read as JSON."""
    front, environment = display()
    if headless:
        front, environment = [], {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([*front, str(PROGRAM), *map(str, words)], capture_output=True, text=True, timeout=600,
                          env={**os.environ, "LC_ALL": "C.UTF-8", **environment}, check=False)
    if done.returncode:
        raise ValueError(done.stderr[-800:] or f"exit {done.returncode}")
    return json.loads((done.stdout.strip() or "{}").splitlines()[-1])


def measure(results, repeat):
    folder = Path("/dev/shm") / f"undock-window-bench-{os.getpid()}"
    rows, full = folder / "rows", folder / "full"
    try:
        run(["prepare", rows, ROWS, 0], headless=True)
        run(["prepare", full, ROWS, LINES], headless=True)
        for _ in range(repeat):
            results.note_busy(ground.settle())
            few = run(["show", rows, 0])
            results.add("window_start", "500 rows", "window", few["start_s"], "s")
            results.add("window_all_rows", "500 rows", "window", few["rows_s"], "s")
            seen = run(["show", full, LINES])
            results.add("window_start", STRICT, "window", seen["start_s"], "s")
            results.add("window_start_processor", STRICT, "window", seen["start_processor_s"], "s")
            for case, stall in seen["stalls_ms"].items():
                results.add("window_stall", case, "window", stall, "ms")
                results.add("window_stall_processor", case, "window", seen["stalls_processor_ms"][case], "ms")
            results.add("window_memory", "500 rows", "window", seen["memory_rows_mb"], "MB")
            results.add("window_memory", STRICT, "window", seen["memory_mb"], "MB")
            results.add("window_memory", f"{STRICT}, the most at any time", "window", seen["memory_peak_mb"], "MB")
    except (subprocess.SubprocessError, OSError, ValueError, KeyError) as error:
        results.fail(STRICT, "window", repr(error))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
