#!/usr/bin/env python3
"""lock_packages.py LOCKFILE: name@version of every package in a package-lock.json, one a line."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    packages = json.load(file)["packages"]
found = set()
for place, entry in packages.items():
    if place:
        name = entry.get("name") or place.rpartition("node_modules/")[2]
        found.add(f"{name}@{entry['version']}")
print("\n".join(sorted(found)))
