#!/bin/bash
#: id: r-config-list
#: stage: R
#: title: List the backups of openclaw.json
#: effect: reads
#: time-limit: 60
#: undone-by: nothing
#: params:
#: facts: count
#: secret-output: no
#: role: lists-configs
# The panel makes one at each save; of very many the newest can be put back, by the names that the putting back takes.
most=200
mapfile -t found < <(find "$TARGET/" -maxdepth 1 -type f -name 'openclaw.json.bak*' -printf '%T@ %f\n' |
    grep -E '^[0-9.]+ openclaw\.json\.bak[A-Za-z0-9._:+-]*$' | sort -n)
count=${#found[@]}
for line in "${found[@]:count > most ? count - most : 0}"; do
    name=${line#* }
    file=$TARGET/$name
    sum=$(sha256sum <"$file")
    fact config "$name $(stat -c '%s %Y' "$file") ${sum%% *}"
    say "$name  $(stat -c '%s bytes, %y' "$file")"
done
[ "$count" -le "$most" ] || say "there are $count; the newest $most are told"
fact count "$count"
