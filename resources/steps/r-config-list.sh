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
count=0
for file in "$TARGET"/openclaw.json.bak*; do
    if [ ! -f "$file" ] || [ -L "$file" ]; then continue; fi
    name=${file##*/}
    sum=$(sha256sum <"$file")
    fact config "$name $(stat -c '%s %Y' "$file") ${sum%% *}"
    say "$name  $(stat -c '%s bytes, %y' "$file")"
    count=$((count + 1))
done
fact count "$count"
