#!/bin/bash
#: id: c-supplement
#: stage: C
#: title: Add what changed since the archives, and prove that nothing is missing
#: effect: adds
#: time-limit: 3600
#: undone-by: nothing (adds to the backup folder only)
#: params:
#: facts: supplement_files equal
#: secret-output: no
#: place: switch 40
#: required: stage
#: role: completes-backup
#: redo-on: no-manifest source-moving copy-differs
#: deviates: supplement
require_stopped
tool supplement.py
