#!/bin/bash
#: id: a-scan
#: stage: A
#: title: Look at the guest, containers, data, versions, room, leftovers
#: effect: reads
#: time-limit: 900
#: undone-by: nothing (reads only)
#: params: openclaw_version installer_url panel_source panel_repo panel_tag npm_registry installer_sha256 installer_sha256_seen panel_sha256 panel_sha256_seen
#: facts: hostname os state baseline_sshd baseline_nginx baseline_firewall baseline_cron answered disk_free disk_needed size_openclaw files_openclaw
#: secret-output: no
if ! python3 -S -s -B -c 'import concurrent.futures, json, ssl, tarfile, urllib.request' 2>/dev/null; then
    fail python-incomplete "The guest's python3 lacks parts of its standard library; install it whole (apt-get install python3)."
fi
tool scan.py
