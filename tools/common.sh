# shellcheck shell=bash
# What the verbs of ./dev share: becoming root, packages, the build.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -- "$@"; fi; }

say() { printf 'dev: %s\n' "$*" >&2; }

# The packages of Debian 12 and 13, by what needs them. Nowhere else is a list
# but the lab's own (tests/lab/infra/prerequisites.py), which it installs itself.
packages_of() {
    case $1 in
    lab) echo python3 ca-certificates ;;
    build)
        echo build-essential cmake ninja-build git ccache pkg-config python3 ca-certificates \
            qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev \
            libqt6svg6 qt6-translations-l10n qtkeychain-qt6-dev \
            libssh-dev libarchive-dev nlohmann-json3-dev libexpected-dev
        ;;
    # what tests start: an sshd and an agent of their own, a display, a keychain, Ansible
    test)
        echo openssh-server openssh-client rsync shellcheck xvfb xauth dbus gnome-keyring fonts-noto-core fonts-noto-cjk \
            ansible-core python3-jsonschema poppler-utils
        ;;
    screenshots) echo fonts-noto-core fonts-noto-cjk ;;
    fuzz) echo clang libclang-rt-dev ;;
    coverage) echo gcovr ;;
    lint) echo clang-format clang-tidy shellcheck ansible-lint ;;
    package) echo dpkg-dev fakeroot file lintian desktop-file-utils appstream man-db ansible-core ;;
    # what comes along in the portable archive besides what the build needs, and what makes it
    portable) echo patchelf binutils libsecret-1-0 fcitx5-frontend-qt6 ;;
    *) say "no such group of packages: $1"; return 2 ;;
    esac
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# need GROUP…: installs what is missing, and touches nothing when nothing is.
need() {
    local group package missing=() attempt
    for group in "$@"; do
        for package in $(packages_of "$group"); do
            is_installed "$package" || missing+=("$package")
        done
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || { say "needed, and there is no apt-get here: ${missing[*]}"; return 1; }
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        say "needs root once, to install: ${missing[*]}"
        return 1
    fi
    say "installing ${missing[*]}"
    for attempt in 1 2 3; do
        # A mirror that is just being updated answers well a moment later.
        [ "$attempt" = 1 ] || sleep $((attempt * 5))
        as_root apt-get -q -o DPkg::Lock::Timeout=300 update >&2 || continue
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
            -o DPkg::Lock::Timeout=300 "${missing[@]}" >&2 </dev/null && return 0
    done
    say "could not install: ${missing[*]}"
    return 1
}

# build PRESET [TARGET…]
build() {
    local preset=$1 folder=build launcher=()
    shift
    case $preset in release) folder=build/release ;; asan | tsan | fuzz | coverage | mutants) folder=build-$preset ;; esac
    need build
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        # Precompiled headers and other checkouts of the same tree may hit, too.
        export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    fi
    cmake --preset "$preset" "${launcher[@]}" >&2
    cmake --build "$folder" -j "$(nproc)" ${1:+--target "$@"} >&2
}

# Warnings are errors where nobody looks at them.
preset() { if [ "${CI:-}" = true ]; then echo ci; else echo default; fi; }
