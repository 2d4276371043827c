#!/bin/bash
#: id: r-outage
#: stage: R
#: title: Read how long users had no answer
#: effect: reads
#: time-limit: 60
#: undone-by: nothing (reads only)
#: params:
#: facts: outage
#: secret-output: no
#: place: rollback 70
tool outage_probe.py --tell "$UNDOCK_STATE/outage.json"
