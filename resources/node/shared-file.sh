#!/bin/bash
# A file that several people write.
# usage: read PATH
#        swap PATH EXPECTED-SHA256 NEW-SHA256     the new content is the payload
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
limit=8388608
verb=$1
[[ $2 == /* ]] || refuse no-such-file @path-not-absolute
path=$(readlink -e -- "$2") && [ -f "$path" ] || refuse no-such-file
[ "$(stat -c %s -- "$path")" -le "$limit" ] || refuse file-too-large
sum() { sha256sum <"$1" | cut -d' ' -f1; }

read_file() {
    local content
    content=$(base64 -w0 <"$path") || refuse no-such-file @node-file-unread
    printf 'content %s\n' "$content"
}
swap() { # EXPECTED NEW
    local temporary
    # Made exclusively, opened for reading only, and the very file of that name: a link planted in its place is neither
    # followed nor written through.
    (set -o noclobber && : >"$path.lock") 2>/dev/null && chmod --reference="$path" -- "$path.lock"
    [ -f "$path.lock" ] && [ ! -L "$path.lock" ] && exec 9<"$path.lock" &&
        [ "$(stat -Lc %d:%i "/proc/$$/fd/9")" = "$(stat -c %d:%i -- "$path.lock")" ] ||
        refuse file-locked @lock-file-odd
    flock -w 20 9 || refuse file-locked
    [ "$(sum "$path")" = "$1" ] || refuse file-changed
    temporary=$(mktemp -- "$path.tmp.XXXXXXXXXX") || not_asked node-unwritable path="$path"
    trap 'rm -f "$temporary"; kill "$undock_ticker" 2>/dev/null' EXIT
    # Made beside it, so that the rename cannot fail half way; -p takes owner, mode and ACLs along.
    cp -p -- "$path" "$temporary" && cat >"$temporary" ||
        not_asked node-unwritable path="$path"
    [ "$(sum "$temporary")" = "$2" ] || not_asked payload-broken
    sync "$temporary" && mv -fT -- "$temporary" "$path" || not_asked node-unwritable path="$path"
    sync "${path%/*}/"
}

case $verb in
read) read_file ;;
swap) swap "$3" "$4" ;;
*) exit 64 ;;
esac
printf 'end\n'
