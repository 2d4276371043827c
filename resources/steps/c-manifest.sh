#!/bin/bash
#: id: c-manifest
#: stage: C
#: title: Take the manifest of the data that is moved
#: effect: adds
#: time-limit: 3600
#: undone-by: nothing (adds a list only)
#: params:
#: facts: manifest_sha256 files bytes sessions workspace
#: secret-output: no
#: place: switch 50
#: required: stage
#: role: lists-source
require_stopped
tool source_manifest.py
