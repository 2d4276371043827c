#!/bin/bash
#: id: b-archive
#: stage: B
#: title: Archive the four folders while the bot still runs
#: effect: adds
#: time-limit: 14400
#: undone-by: nothing (adds a backup folder only)
#: params: vmid ts
#: facts: backup_dir archives bytes
#: secret-output: no
#: place: procedure backup 10, early prepare 10
#: required: stage
#: role: makes-backup
#: redo-on: backup-gone backup-incomplete archive-broken archive-differs archive-missing sum-differs missing-state
#: deviates: data-on-standard-input, missing-folders if missing
go_gently
vmid=$(param vmid)
ts=$(param ts)
tool make_backup.py "$vmid" "$ts"
