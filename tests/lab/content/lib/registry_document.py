#!/usr/bin/env python3
"""registry_document.py NAME TARBALL: the npm registry document of a package with one version."""

import base64
import hashlib
import json
import pathlib
import sys
import tarfile

BASE = "https://sources.lab.test/npm"


def main(name, tarball):
    path = pathlib.Path(tarball)
    with tarfile.open(path) as archive:
        manifest = json.load(archive.extractfile("package/package.json"))
    version = manifest["version"]
    content = path.read_bytes()
    manifest["dist"] = {
        "tarball": f"{BASE}/{name}/-/{path.name}",
        "shasum": hashlib.sha1(content).hexdigest(),
        "integrity": "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode(),
    }
    json.dump({"name": name, "dist-tags": {"latest": version}, "versions": {version: manifest}},
              sys.stdout)


main(sys.argv[1], sys.argv[2])
