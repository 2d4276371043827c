#!/usr/bin/env python3
"""make_index.py ARTIFACTS CONTAINER_VERSION PANEL_REPO TAG…: what the lab's site offers, as JSON."""

import json
import pathlib
import re
import sys


def release_key(version):
    return [int(n) for n in re.findall(r"\d+", version)]


def node_needed(manifest):
    return manifest.get("engines", {}).get("node", "")


def main(artifacts, container_version, panel_repo, tags):
    versions = {}
    for path in artifacts.glob("openclaw-*.json"):
        manifest = json.loads(path.read_text())
        manifest["dist"] = {"tarball": "https://sources.lab.test/files/"
                                       f"openclaw-{manifest['version']}.tar"}
        versions[manifest["version"]] = manifest
    ordered = sorted(versions, key=release_key)
    document = {
        "name": "openclaw",
        "dist-tags": {"latest": ordered[-1]},
        "versions": {v: versions[v] for v in ordered},
    }
    json.dump({
        "openclaw_document": document,
        "node": {v: node_needed(versions[v]) for v in ordered},
        "releases": {panel_repo: tags, "openclaw/openclaw": ["v" + v for v in ordered]},
        "container_version": container_version,
    }, sys.stdout, indent=1)


main(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
