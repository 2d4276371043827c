"""Lists gateways that run anywhere but in the direct unit; exit 1 when there are any.

usage: lone_gateway.py
"""

import sys

import processes
import step_io
from layout import GATEWAY_UNIT as OURS


others = {place: pids for place, pids in processes.gateways().items() if place != OURS}
for place, pids in sorted(others.items()):
    step_io.say(f"{place}: processes {' '.join(map(str, pids))}")
sys.exit(1 if others else 0)
