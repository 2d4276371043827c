#!/bin/bash
# script.sh VMID: one VM moved out of Docker over ssh and qm, stage after stage, as the procedure
# has them: the yardstick. From the environment: BENCH_NODE, BENCH_IDENTITY, BENCH_KNOWN_HOSTS,
# BENCH_PANEL_TAG, BENCH_PANEL_REPO, BENCH_INSTALLER, BENCH_PANEL_SOURCE, BENCH_REGISTRY,
# BENCH_ACCEPT (the acceptance as one script), BENCH_SHARED (a socket's folder: connections are reused).
set -euo pipefail
vmid=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

node() {
    ssh -i "$BENCH_IDENTITY" -o UserKnownHostsFile="$BENCH_KNOWN_HOSTS" -o BatchMode=yes \
        -o ControlMaster=auto -o ControlPath="$BENCH_SHARED/%C" -o ControlPersist=60 "$BENCH_NODE" "$@"
}

stage() { printf 'stage %s %s\n' "$1" "$(date +%s%3N)"; }

# guest INTERPRETER SCRIPT ARG…: the script on standard input, since quotes get lost on the way;
# without a limit, since qm would give up after 30 s; what it says is qm's JSON.
guest() {
    local interpreter=$1 script=$2 answer
    shift 2
    answer=$(node qm guest exec "$vmid" --timeout 0 --pass-stdin 1 -- "$interpreter" "$@" <"$script")
    python3 -c 'import json, sys
answer = json.loads(sys.argv[1])
print(answer.get("out-data", ""), end="")
print(answer.get("err-data", ""), end="", file=sys.stderr)
sys.exit(answer.get("exitcode", 1))' "$answer"
}
in_bash() { guest /bin/bash "$here/guest/$1" -s -- "${@:2}"; }
in_python() { guest /usr/bin/python3 "$here/guest/$1" - "${@:2}"; }

stage A
node qm status "$vmid"
node qm config "$vmid"
in_bash scan.sh
stage B
in_bash backup.sh "$vmid"
in_bash check-backup.sh
stage C
in_bash stop.sh
stage D
in_bash install.sh "$BENCH_INSTALLER"
stage E
in_bash copy.sh
in_python config.py
stage F
in_bash panel.sh "$BENCH_PANEL_SOURCE" "$BENCH_PANEL_REPO" "$BENCH_PANEL_TAG" "$BENCH_REGISTRY"
in_python panel-config.py "$BENCH_PANEL_REPO"
stage G
in_bash services.sh
stage H
guest /bin/bash "$BENCH_ACCEPT" -s -- "$BENCH_PANEL_TAG" "$BENCH_PANEL_REPO"
stage end
