#!/bin/bash
#: id: i-check
#: stage: I
#: title: See that the direct version runs on and the data is untouched
#: effect: reads
#: time-limit: 600
#: undone-by: nothing
#: params:
#: facts: check source_equal
#: secret-output: no
#: place: deletion 30
#: required: stage
#: role: checks-deletion
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

if tool wait_up.py --steady 30 5; then
    check direct-services critical passed @both-answer-steadily @both-answer-steadily
else
    check direct-services critical failed @both-answer-steadily @see-the-output
    direct_not_up @direct-not-up-deleted
fi
if command -v docker >/dev/null && docker version >/dev/null 2>&1; then
    left=$(compose_containers -a)
    if [ -z "$left" ]; then
        check containers-gone critical passed @no-container @none
    else
        check containers-gone critical failed @no-container "${left//$'\n'/, }"
        require_none_left "$left"
    fi
else
    check containers-gone critical unknown @no-container @docker-daemon-silent
fi
tool source_diff.py
if source_is no; then
    check data-untouched critical failed @as-in-the-manifest @differs-see-the-output
    source_changed
fi
if source_is unknown; then
    check data-untouched critical unknown @as-in-the-manifest @see-the-output
    source_unreadable @source-not-compared
fi
check data-untouched critical passed @as-in-the-manifest @equal
