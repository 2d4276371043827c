#!/usr/bin/env bash
# Starts a program with the libraries beside it. No variable is set: ssh and whatever else it starts are the system's.
self=$(readlink -f -- "${BASH_SOURCE[0]}")
program=${self%/bin/*}/libexec/@PROGRAM@
if [ -e /proc/self/exe ]; then
    exec -a "${0##*/}" "$program" "$@"
fi
# A root without /proc: the loader and Qt have to be told where the program is.
export LD_ORIGIN_PATH=${program%/*}
exec -a "$program" "$program" "$@"
