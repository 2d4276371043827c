#!/bin/bash
#: id: h-outage
#: stage: H
#: title: Read how long users had no answer
#: effect: reads
#: time-limit: 60
#: undone-by: nothing (reads only)
#: params:
#: facts: outage
#: secret-output: no
#: role: reads-outage
tool outage_probe.py --tell "$UNDOCK_STATE/outage.json"
