#!/bin/bash
# Sourced by steps that need to know which node and openclaw really run in this guest.
# Needs direct.sh.
# shellcheck disable=SC2034  # what it finds is for the steps

# Where installers put things, in the order in which a root shell would find them.
tool_places() {
    printf '%s\n' /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /root/.local/bin /root/.npm-global/bin \
        /root/.openclaw-node/bin /root/bin /opt/node/bin /usr/local/node/bin
    local nvm
    for nvm in /root/.nvm/versions/node/*/bin /root/.local/share/fnm/node-versions/*/installation/bin; do
        [ -d "$nvm" ] && printf '%s\n' "$nvm"
    done | sort -rV
}

node_version_of() { # NODE: prints it, or fails
    timeout 20 "$1" --version 2>/dev/null | grep -Eo '^v[0-9]+\.[0-9]+\.[0-9]+' | head -n 1
}

openclaw_version_of() { # OPENCLAW NODE: prints it, or fails
    # With a home of its own: the first call of openclaw makes a state directory.
    local home version
    home=$(mktemp -d)
    version=$(HOME=$home OPENCLAW_STATE_DIR=$home/state PATH=${2%/*}:$PATH timeout 60 "$1" --version 2>/dev/null |
        grep -Eo '[0-9]{4}\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?' | head -n 1) || version=
    rm -rf -- "$home"
    [ -n "$version" ] && printf '%s\n' "$version"
}

runnable_nodes() { # path and version of each node that runs, one a line
    local place version
    while read -r place; do
        [ -x "$place/node" ] || continue
        version=$(node_version_of "$place/node") || continue
        printf '%s %s\n' "$place/node" "$version"
    done < <(tool_places)
}

suiting_node() { # ROOT NODES: of them the first that the package runs on; else the first
    local node version
    if [ -n "$1" ]; then
        while read -r node version; do
            ! node_suits "$1" "$version" || { printf '%s %s\n' "$node" "$version"; return 0; }
        done <<<"$2"
    fi
    head -n 1 <<<"$2"
}

find_direct_tools() { # sets FOUND_NODE FOUND_NODE_VERSION FOUND_OPENCLAW FOUND_VERSION FOUND_ROOT; empty where there is none that runs
    local place version nodes root chosen
    FOUND_NODE='' FOUND_NODE_VERSION='' FOUND_OPENCLAW='' FOUND_VERSION='' FOUND_ROOT=''
    nodes=$(runnable_nodes)
    [ -n "$nodes" ] || return 0
    read -r FOUND_NODE FOUND_NODE_VERSION <<<"$nodes"
    while read -r place; do
        [ -x "$place/openclaw" ] || continue
        # Not simply the first node: that one may be too old for it while another suits.
        root=$(package_root "$place/openclaw")
        chosen=$(suiting_node "$root" "$nodes")
        version=$(openclaw_version_of "$place/openclaw" "${chosen% *}") || continue
        FOUND_NODE=${chosen% *} FOUND_NODE_VERSION=${chosen##* }
        FOUND_OPENCLAW=$place/openclaw FOUND_VERSION=$version FOUND_ROOT=$root
        break
    done < <(tool_places)
}

package_root() { # OPENCLAW: the folder of the package it belongs to, or nothing
    local path
    path=$(readlink -f -- "$1")
    while [ "$path" != / ] && [ -n "$path" ]; do
        path=$(dirname -- "$path")
        if [ -f "$path/package.json" ] && grep -q '"name": *"openclaw"' "$path/package.json"; then
            printf '%s\n' "$path"
            return 0
        fi
    done
    return 0
}

node_suits() { # ROOT VERSION: does the package run on this node?
    local range
    range=$(python3 -I -c 'import json, sys; print(json.load(open(sys.argv[1])).get("engines", {}).get("node", "*"))' "$1/package.json") || return 0
    WANTED_NODE=$range
    tool node_range.py "$2" "$range" >/dev/null
}
