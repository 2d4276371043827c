#!/bin/bash
# Sourced by steps that put a configuration in place which the desk prepared from the guest's own.

# put_config NEW PLACE BACKUP_SUFFIX EXPECTED_SHA CURRENT: as put_config.py has it
put_config() { tool put_config.py put "$@"; }

require_json() { # PATH NAME: what the desk prepared
    python3 -I -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' "$1" 2>/dev/null || fail config-not-json name="$2"
}
config_sum() { # PATH: its sha256, or "missing"; users may have anything stand there
    tool put_config.py digest "$1"
}
