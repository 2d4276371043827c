"""One line a request, whole lines even when threads write at once."""

import pathlib
import threading
import time


class RequestLog:
    def __init__(self, path: pathlib.Path):
        self._file = path.open("a", encoding="utf-8")
        self._lock = threading.Lock()

    def write(self, text: str):
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S")
        with self._lock:
            self._file.write(f"{stamp} {text}\n")
            self._file.flush()
