#!/bin/bash
# Sourced by steps that put a configuration in place which the desk prepared from the guest's own.

# put_config NEW PLACE BACKUP_SUFFIX EXPECTED_SHA CURRENT: as put_config.py has it
put_config() { tool put_config.py put "$@"; }

config_sum() { # PATH: its sha256, or "missing"; users may have anything stand there
    tool user_file.py digest "$1" ||
        fail config-is-link "$1 cannot be read (see above); put a file in its place and run the scan again."
}
