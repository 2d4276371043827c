#!/usr/bin/env python3
"""manifest_for_lab.py PACKAGE_JSON: lets the published openclaw be installed where only npm is.

libsignal comes from a git host that a lab may not reach; the registry has the same code.
Development dependencies and the root's own scripts are for its authors' checkout.
"""

import json
import pathlib
import sys

path = pathlib.Path(sys.argv[1])
manifest = json.loads(path.read_text())
manifest.setdefault("overrides", {})["libsignal"] = "2.0.1"
manifest.pop("devDependencies", None)
manifest.get("scripts", {}).clear()
path.write_text(json.dumps(manifest, indent=2) + "\n")
