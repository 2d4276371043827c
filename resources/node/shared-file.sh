#!/bin/bash
# A file that several people write.
# usage: read PATH
#        swap PATH EXPECTED-SHA256 NEW-SHA256     the new content is the payload
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
limit=8388608
verb=$1
[[ $2 == /* ]] || refuse no-such-file "the path must be absolute"
path=$(readlink -e -- "$2") && [ -f "$path" ] || refuse no-such-file "there is no such file on this machine"
[ "$(stat -c %s -- "$path")" -le "$limit" ] || refuse file-too-large "the file is larger than 8 MiB"
sum() { sha256sum <"$1" | cut -d' ' -f1; }

read_file() {
    local content
    content=$(base64 -w0 <"$path") || refuse no-such-file "the file cannot be read"
    printf 'content %s\n' "$content"
}
swap() { # EXPECTED NEW
    local temporary
    # Made exclusively, opened for reading only, and the very file of that name: a link planted in its place is neither
    # followed nor written through.
    (set -o noclobber && : >"$path.lock") 2>/dev/null && chmod --reference="$path" -- "$path.lock"
    [ -f "$path.lock" ] && [ ! -L "$path.lock" ] && exec 9<"$path.lock" &&
        [ "$(stat -Lc %d:%i "/proc/$$/fd/9")" = "$(stat -c %d:%i -- "$path.lock")" ] ||
        refuse file-locked "the lock file beside it cannot be opened, or is a link"
    flock -w 20 9 || refuse file-locked "somebody else keeps the file locked"
    [ "$(sum "$path")" = "$1" ] || refuse file-changed "the file was changed since it was read"
    temporary=$(mktemp -- "$path.tmp.XXXXXXXXXX") || not_asked node-unwritable "no file can be made beside it"
    trap 'rm -f "$temporary"; kill "$undock_ticker" 2>/dev/null' EXIT
    # Made beside it, so that the rename cannot fail half way; -p takes owner, mode and ACLs along.
    cp -p -- "$path" "$temporary" && cat >"$temporary" ||
        not_asked node-unwritable "the new content could not be written"
    [ "$(sum "$temporary")" = "$2" ] || not_asked payload-broken "the new content arrived incomplete"
    sync "$temporary" && mv -fT -- "$temporary" "$path" || not_asked node-unwritable "the file could not be replaced"
    sync "${path%/*}/"
}

case $verb in
read) read_file ;;
swap) swap "$3" "$4" ;;
*) exit 64 ;;
esac
printf 'end\n'
