"""Gateways that run anywhere but in the direct unit: beside it there may be none.

usage: lone_gateway.py start|delete     where there are any, ends the step: before the first start, or before the deletion
"""

import sys

import processes
import step_io

OURS = "openclaw-gateway.service"


def others():
    """A line for each place."""
    places = {place: pids for place, pids in processes.gateways().items() if place != OURS}
    return [f"{place}: processes {' '.join(map(str, pids))}" for place, pids in sorted(places.items())]


def refuse(text):
    step_io.fail("other-gateway", text)


def tell(text):
    """What the scan found of it."""
    step_io.finding("blocks", "other-gateway", text)


def main():
    found = others()
    if found and sys.argv[1] == "start":
        refuse(step_io.phrase("other-gateway-runs", others="; ".join(found)))
    for line in found:
        step_io.say(line)
    if found:
        refuse(step_io.phrase("other-gateway-above"))


if __name__ == "__main__":
    main()
