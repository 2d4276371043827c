#!/usr/bin/env python3
"""coverage.py SUMMARY OUT: lines reached, by folder, from gcovr's summary; the layers' sums beside their folders.

OUT is a JSON object, folder → share from 0 to 1. A folder's own files count, not those of folders below it;
`src/engine` and the other layers count everything below them.
"""
import json
import sys
from collections import defaultdict
from pathlib import Path, PurePosixPath


def shares(files):
    """Folder → (reached, lines)."""
    sums = defaultdict(lambda: [0, 0])
    for file in files:
        path = PurePosixPath(file["filename"])
        layer = "/".join(path.parts[:2])
        for folder in {str(path.parent), layer}:
            sums[folder][0] += file["line_covered"]
            sums[folder][1] += file["line_total"]
    return {folder: tuple(pair) for folder, pair in sorted(sums.items()) if pair[1]}


def main():
    summary, out = map(Path, sys.argv[1:])
    found = shares(json.loads(summary.read_text())["files"])
    for folder, (reached, lines) in found.items():
        print(f"{reached / lines:7.1%}  {reached:6} of {lines:6}  {folder}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({folder: round(reached / lines, 4) for folder, (reached, lines) in found.items()}, indent=1) + "\n")


if __name__ == "__main__":
    main()
