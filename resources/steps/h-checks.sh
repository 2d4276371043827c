#!/bin/bash
#: id: h-checks
#: stage: H
#: title: Check everything that can be checked inside the guest
#: effect: reads
#: time-limit: 600
#: undone-by: nothing (saves the configuration once through the panel, with the same content)
#: params: panel_tag panel_repo openclaw_version token_sha256 gateway_mode steady_seconds least_free_mib baseline_sshd baseline_nginx baseline_firewall baseline_cron
#: facts: check checks critical_failed
#: secret-output: no
#: place: acceptance 10
#: required: stage
#: role: accepts
#: usually: 5
#: deviates: expectations-stated, compared-with-before if scans.answered
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

# Hashes that the scan told. One of an older program knew fewer things.
baselines=()
if has_param baseline_sshd; then baselines+=("baseline_sshd=$(param baseline_sshd)"); fi
if has_param baseline_nginx; then baselines+=("baseline_nginx=$(param baseline_nginx)"); fi
if has_param baseline_firewall; then baselines+=("baseline_firewall=$(param baseline_firewall)"); fi
if has_param baseline_cron; then baselines+=("baseline_cron=$(param baseline_cron)"); fi

use_direct_tools
version=$(param openclaw_version)
[ "$version" != latest ] || version=$(kept openclaw_version)
tool acceptance.py \
    "panel_tag=$(param panel_tag)" "panel_repo=$(param panel_repo)" "openclaw_version=$version" \
    "token_sha256=$(param token_sha256)" "gateway_mode=$(param gateway_mode)" \
    "steady_seconds=$(param steady_seconds)" "least_free_mib=$(param least_free_mib)" \
    "node_bin=$NODE_BIN" "openclaw_bin=$OPENCLAW_BIN" "${baselines[@]}"
