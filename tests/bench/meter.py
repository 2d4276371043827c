"""What a migration costs the node and the line, counted on the lab's side."""
import threading
import time
from bisect import bisect_right
from pathlib import Path

import ground  # first: it makes the lab's own helpers known
import bed


class Meter:
    """Bytes on the link to the node, which carries nothing but SSH, and processor seconds of one
    guest, as a series; qm calls from the node's own log."""

    def __init__(self, vmid=None):
        link = Path(f"/sys/class/net/{ground.lab_names().host_link}/statistics")
        self._counters = [link / "rx_bytes", link / "tx_bytes"]
        self._vmid = vmid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.times, self.bytes, self.processor, self.calls = [], [], [], []

    def __enter__(self):
        bed.node(f": >{ground.QM_LOG}")
        self._look()
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._thread.join()
        self._look()
        for line in bed.node(f"cat {ground.QM_LOG}").splitlines():
            self.calls.append(int(line.split()[0]) / 1000)

    def _look(self):
        self.times.append(time.time())
        self.bytes.append(sum(int(counter.read_text()) for counter in self._counters))
        self.processor.append(ground.processor_seconds(self._vmid) if self._vmid else 0.0)

    def _watch(self):
        while not self._ended.wait(0.2):
            self._look()

    def _at(self, series, moment):
        return series[max(0, bisect_right(self.times, moment) - 1)]

    def bytes_between(self, start, end):
        return self._at(self.bytes, end) - self._at(self.bytes, start)

    def processor_between(self, start, end):
        return self._at(self.processor, end) - self._at(self.processor, start)

    def calls_between(self, start, end):
        return sum(start <= moment < end for moment in self.calls)
