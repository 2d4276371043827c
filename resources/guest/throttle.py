"""Progress that is written at most twice a second, whatever calls it."""

import time

import step_io


class Progress:
    def __init__(self, unit, offset=0, total=None):
        self.unit, self.offset, self.total, self.next = unit, offset, total, 0.0

    def __call__(self, done, total):
        now = time.monotonic()
        if now >= self.next or done == total:
            self.next = now + 0.5
            whole = self.total if self.total is not None else total
            step_io.progress(min(self.offset + done, whole), whole, self.unit)
