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
#: place: scan 20
#: required: stage
#: role: scans
#: deviates: data-on-standard-input, addresses-inside-docker if address
lacking=$(tool try_imports.py 2>/dev/null) ||
    fail python-incomplete lacking="${lacking:--}"
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/find_openclaw.sh
. "$UNDOCK_LIB/find_openclaw.sh"
runnable_nodes >"$UNDOCK_JOB/nodes"
tool scan.py
