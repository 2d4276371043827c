"""Writes .panel-release.json, from which the panel tells its own version.

usage: release_mark.py PATH TAG REPOSITORY
"""

import datetime
import json
import sys

import step_io

path, tag, repository = sys.argv[1:4]
now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
mark = {"tag": tag, "releaseRepo": repository, "appliedAt": now}
step_io.write_durably(path, (json.dumps(mark, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
