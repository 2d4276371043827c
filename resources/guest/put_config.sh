#!/bin/bash
# Sourced by steps that put a configuration in place which the desk prepared from the guest's own.
# Needs direct.sh.

# put_config NEW PLACE BACKUP_SUFFIX EXPECTED_SHA CURRENT
# Writes NEW to PLACE, 0600, atomically, if CURRENT still has the sha256 that NEW was made from
# ("missing": if it is not there). What stood at PLACE is kept as PLACE.bak.SUFFIX, 0600.
put_config() {
    local new=$1 place=$2 suffix=$3 expected=$4 current=$5 found part backup
    [ ! -L "$place" ] || fail config-is-link "$place is a symbolic link; it is not replaced. Put a file in its place and run the scan again."
    found=missing
    [ ! -f "$current" ] || found=$(sha_of "$current")
    if [ "$found" != "$expected" ]; then
        # Where the place is what it was made from, a second time finds the result of the first.
        if [ "$place" != "$current" ] || [ ! -f "$place" ] || ! cmp -s "$new" "$place"; then
            fail config-changed "$current was changed since the plan was made from it; run the scan and the plan again, so that the change is not lost."
        fi
    fi
    if [ -f "$place" ] && cmp -s "$new" "$place"; then
        chmod 600 "$place"
        say "$place has the new content already"
        return 0
    fi
    if [ -f "$place" ]; then
        backup=$(free_name "$place.bak.$suffix")
        install -m 600 -o root -g root -T -- "$place" "$backup.part"
        put_file "$backup.part" "$backup"
        fact config_backup "$backup"
        say "$place is kept as $backup"
    fi
    part=$place.undock-part
    install -m 600 -o root -g root -T -- "$new" "$part"
    put_file "$part" "$place"
    say "$place is written"
}
