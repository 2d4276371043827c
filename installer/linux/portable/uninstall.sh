#!/usr/bin/env bash
# Removes what install.sh made for this user. Runs, records and settings stay.
exec "$(dirname "$(readlink -f -- "${BASH_SOURCE[0]}")")/install.sh" --remove
