#!/usr/bin/env bash
# Installs this folder for the user who runs it; once more is an upgrade. --remove takes all of it away again.
# The programs go to ~/.local/lib/openclaw-undock; everything else that is made is a link into it, and stands in its
# file "installed". What is not ours is never replaced or removed.
set -euo pipefail

say() { printf '%s\n' "$*"; }
die() { printf 'openclaw-undock: %s\n' "$*" >&2; exit 1; }

home=${HOME:?} place=${HOME:?}/.local/lib/openclaw-undock
data=${XDG_DATA_HOME:-$home/.local/share}
list=$place/installed
here=$(dirname "$(readlink -f -- "${BASH_SOURCE[0]}")")

# What the links are called, and what of this folder each of them is.
links() {
    printf '%s\t%s\n' \
        "$home/.local/bin/openclaw-undock" bin/openclaw-undock \
        "$home/.local/bin/openclaw-undock-cli" bin/openclaw-undock-cli \
        "$data/applications/openclaw-undock.desktop" share/applications/installed.desktop \
        "$data/icons/hicolor/scalable/apps/openclaw-undock.svg" share/icons/hicolor/scalable/apps/openclaw-undock.svg \
        "$data/bash-completion/completions/openclaw-undock-cli" share/completion.bash \
        "$data/man/man1/openclaw-undock.1.gz" share/man/man1/openclaw-undock.1.gz \
        "$data/man/man1/openclaw-undock-cli.1.gz" share/man/man1/openclaw-undock-cli.1.gz
}

listed() { if [ -f "$list" ]; then sed -n "s/^$1\t//p" "$list"; fi; } # link | folder
is_ours() { [ -L "$1" ] && case $(readlink -- "$1") in "$place"/*) true ;; *) false ;; esac; }

# A program that runs would lose the libraries that it has not opened yet.
refuse_running() {
    local process
    for process in /proc/[0-9]*; do
        [ "$(stat -c %u "$process" 2>/dev/null)" = "$(id -u)" ] || continue
        case $(cat "$process/comm" 2>/dev/null) in
        undock-window | undock-cli) die "it is running (process ${process##*/}). Nothing was changed; quit it, then run this again." ;;
        esac
    done
}

# The folders above FILE that are not there yet, outermost first.
missing_above() {
    local folder missing=()
    folder=$(dirname "$1")
    while [ ! -d "$folder" ]; do
        missing=("$folder" "${missing[@]}")
        folder=$(dirname "$folder")
    done
    [ ${#missing[@]} = 0 ] || printf '%s\n' "${missing[@]}"
}

remove() {
    [ -f "$list" ] || die "nothing is installed for this user in $place."
    refuse_running
    local link folder
    while IFS= read -r link; do
        if is_ours "$link"; then rm -f -- "$link"; fi
    done < <(listed link)
    mapfile -t folders < <(listed folder | sort -ru)
    # The list goes last, so that this can be run again when it was cut off.
    rm -rf -- "$place.new" "$place.old"
    find "$place" -mindepth 1 -maxdepth 1 ! -name installed ! -name '*install.sh' -exec rm -rf -- {} +
    rm -rf -- "$place"
    for folder in "${folders[@]}"; do
        rmdir -- "$folder" 2>/dev/null || true # what somebody else uses stays
    done
    say "Removed. Your runs, records and settings stay: $data/openclaw-undock"
}

install() {
    [ "$here" != "$place" ] || die "this is the installed program itself. Unpack a newer archive and run the install.sh in it."
    case $home$data in *[\"\`\$%\\]* | *$'\n'*) die "the name of the home folder has signs that a menu entry cannot have. Start bin/openclaw-undock from here instead." ;; esac
    "$here/bin/openclaw-undock-cli" --version >/dev/null ||
        die "it cannot start on this system (glibc 2.36 or newer is needed; ldd --version tells yours). Nothing was changed."
    refuse_running
    local link target entry
    while IFS=$'\t' read -r link target; do
        if [ -e "$link" ] || [ -L "$link" ]; then
            is_ours "$link" || die "$link is there and is not this program's. Nothing was changed; move it away, then run this again."
        fi
    done < <(links)
    if [ -e "$place" ] && [ ! -f "$list" ]; then die "$place is there and is not this program's. Nothing was changed."; fi

    local folders
    folders=$(
        listed folder
        links | while IFS=$'\t' read -r link target; do missing_above "$link"; done
        missing_above "$place"
    )
    rm -rf -- "$place.new" "$place.old"
    mkdir -p -- "$(dirname "$place")"
    cp -a -- "$here" "$place.new"
    entry=$(<"$here/share/applications/openclaw-undock.desktop")
    printf '%s\n' "${entry/Exec=openclaw-undock/Exec=\"$place/bin/openclaw-undock\"}" >"$place.new/share/applications/installed.desktop"
    {
        { listed link; links | cut -f 1; } | sort -u | sed 's/^/link\t/'
        printf '%s\n' "$folders" | sed '/^$/d; s/^/folder\t/' | sort -u
    } >"$place.new/installed"
    if [ -e "$place" ]; then mv -T -- "$place" "$place.old"; fi
    mv -T -- "$place.new" "$place"
    rm -rf -- "$place.old"

    while IFS=$'\t' read -r link target; do
        mkdir -p -- "$(dirname "$link")"
        ln -sfn -- "$place/$target" "$link"
    done < <(links)
    # What an earlier version had and this one has not.
    while IFS= read -r link; do
        if is_ours "$link" && [ ! -e "$link" ]; then rm -f -- "$link"; fi
    done < <(listed link)
    say "Installed: $("$place/bin/openclaw-undock-cli" --version)"
    case :${PATH:-}: in
    *:"$home/.local/bin":*) say "Start it by its name, openclaw-undock-cli, or from the menu." ;;
    *) say "Start it from the menu, or as $home/.local/bin/openclaw-undock-cli; most systems find it by name after the next login." ;;
    esac
    say "Remove it with $place/uninstall.sh; this unpacked folder is no longer needed."
}

# Read to its end before anything is removed: this file may be among it.
case ${1:-} in
'') install; exit ;;
--remove) remove; exit ;;
*) die "usage: install.sh [--remove]" ;;
esac
