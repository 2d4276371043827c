#!/bin/bash
#: id: r-daemon
#: stage: R
#: title: Start Docker's daemon
#: effect: switches
#: time-limit: 180
#: undone-by: systemctl stop docker
#: params:
#: facts: daemon
#: secret-output: no
#: role: starts-daemon
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

ensure_docker_runs
fact daemon answers
say "Docker's daemon answers"
