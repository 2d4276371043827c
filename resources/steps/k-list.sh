#!/bin/bash
#: id: k-list
#: stage: K
#: title: List what migrations left behind
#: effect: reads
#: time-limit: 900
#: undone-by: nothing (reads only)
#: params:
#: facts: leftovers removable
#: secret-output: no
#: role: lists-leftovers
go_gently
tool list_leftovers.py
