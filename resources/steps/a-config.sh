#!/bin/bash
#: id: a-config
#: stage: A
#: title: Read the two configurations, whole
#: effect: reads
#: time-limit: 180
#: undone-by: nothing (reads only)
#: params:
#: facts: openclaw_sha256 panel_sha256 converted
#: secret-output: yes
#: place: scan 30
#: required: stage
#: role: reads-configs
#: deviates: json5-converted if converted
tool read_configs.py 2>/dev/null
