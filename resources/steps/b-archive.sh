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
go_gently
vmid=$(param vmid)
ts=$(param ts)
tool make_backup.py "$vmid" "$ts"
