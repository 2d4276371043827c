#!/bin/bash
#: id: b-verify
#: stage: B
#: title: Check the archives by sum, by listing, and by content against the live data
#: effect: reads
#: time-limit: 14400
#: undone-by: nothing (reads only)
#: params:
#: facts: verified changed_count
#: secret-output: no
#: place: procedure backup 20, early prepare 20
#: required: stage
#: role: proves-backup
#: deviates: every-check-counts
go_gently
tool verify_backup.py
