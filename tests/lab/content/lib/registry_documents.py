#!/usr/bin/env python3
"""registry_documents.py FOLDER: npm registry documents of the packed packages (*.tgz) in a folder.

Each becomes NAME.json, with / in a scoped name as +. The address of a tarball begins with @BASE@:
the site puts in the address under which it was asked.
"""

import base64
import hashlib
import json
import pathlib
import re
import sys
import tarfile


def manifest_of(path):
    """package.json of a packed package; its folder is not always called `package`."""
    with tarfile.open(path) as archive:
        for entry in archive:
            if re.fullmatch(r"[^/]+/package\.json", entry.name.removeprefix("./")):
                return json.load(archive.extractfile(entry))
    raise SystemExit(f"{path} has no package.json")


def release_key(version):
    return [int(number) for number in re.findall(r"\d+", version)[:3]]


def main(folder):
    packages = {}
    for path in sorted(folder.glob("*.tgz")):
        manifest, content = manifest_of(path), path.read_bytes()
        name = manifest["name"]
        manifest["dist"] = {
            "tarball": f"@BASE@/{name}/-/{path.name}",
            "shasum": hashlib.sha1(content).hexdigest(),
            "integrity": "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode(),
        }
        packages.setdefault(name, {})[manifest["version"]] = manifest
    for name, versions in packages.items():
        newest = max(versions, key=release_key)
        document = {"name": name, "dist-tags": {"latest": newest}, "versions": versions}
        (folder / (name.replace("/", "+") + ".json")).write_text(json.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
