{ # First upload, for guests that have no runtime yet. L (lib folder) is set on the line before.
umask 077; export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin
trap 'cat >/dev/null' EXIT # an agent whose input is left unread polls it for ever
ok='^[A-Za-z0-9._:-]+$'
read -r verb nonce sha offset total || exit 64
[[ $nonce =~ $ok ]] || exit 64
answer() { # STATUS PAYLOAD
    printf 'UNDOCK1 %s %s %d %s\n%sUNDOCK1-END %s\n' "$nonce" "$1" "${#2}" \
        "$(printf %s "$2" | sha256sum | cut -d' ' -f1)" "$2" "$nonce"
    exit 0
}
no() { answer "${3:-refused}" "code $1"$'\n'"reason $(printf %s "$2" | base64 -w0)"$'\n'; }
[[ $verb = put && $sha =~ ^[0-9a-f]{64}$ && $offset =~ ^[0-9]{1,12}$ && $total =~ ^[0-9]{1,12}$ &&
    $L =~ ^(/.+)/lib/[0-9a-f]{16}$ ]] || no bad-request "the upload request is malformed"
in=${BASH_REMATCH[1]}/incoming; f=$in/$sha
mkdir -p "$in" "${L%/*}" || no upload-no-room "cannot make $in"
if [ ! -f "$f" ]; then
    [ -f "$f.part" ] || : >"$f.part"
    [ "$(stat -c %s "$f.part")" -ge "$offset" ] || answer ok "received $(stat -c %s "$f.part")"$'\ncomplete 0\n'
    base64 -d 2>/dev/null | dd of="$f.part" bs=64k seek="$offset" oflag=seek_bytes conv=notrunc status=none
    case ${PIPESTATUS[*]} in
    '0 0') ;;
    '0 '*) no upload-no-room "the upload could not be written" ;;
    *) no bad-base64 "the upload is not base64" corrupt ;;
    esac
    n=$(stat -c %s "$f.part")
    [ "$n" -ge "$total" ] || answer ok "received $n"$'\ncomplete 0\n'
    [ "$(sha256sum <"$f.part")" = "$sha  -" ] || { rm -f "$f.part"; no bad-sum "the upload arrived damaged" corrupt; }
    sync "$f.part"; mv -T "$f.part" "$f"
fi
if [ ! -d "$L" ]; then
    t=$L.$BASHPID; mkdir "$t" && tar -xzf "$f" -C "$t" --no-same-owner lib && sync -f "$t" && mv -T "$t/lib" "$L"
    rm -rf "$t"; [ -d "$L" ] || no no-lib "the upload holds no runtime, or it could not be unpacked"
fi
answer ok "received $total"$'\ncomplete 1\n'
}
