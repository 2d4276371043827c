#!/bin/bash
#: id: c-policy
#: stage: C
#: title: Note the containers' restart policies and set them to "no"
#: effect: switches
#: time-limit: 120
#: undone-by: {starts-docker}
#: params:
#: facts: policies
#: secret-output: no
#: place: switch 20
#: required: stage
#: role: notes-policies
#: deviates: policies-noted
# A policy is noted for the guest, not only for this run: a second run after an abandoned one
# would find "no" and take it for the operator's choice.
noted=$UNDOCK_ROOT/policies

require_docker
# Asked anew: they may have been made again since the scan, with other files or under another name.
code=0
tool containers.py keep || code=$?
[ "$code" = 3 ] || [ "$code" = 0 ] || exit "$code"
learn_containers
containers=$(compose_containers -a)
require_containers "$containers"

policies=''
while IFS= read -r name; do
    policy=$(policy_of "$name")
    if [ "$policy" = no ] && [ -f "$noted" ]; then
        earlier=$(awk -v name="$name" '$1 == name { print $2; exit }' "$noted")
        policy=${earlier:-no}
    fi
    policies+="$name $policy"$'\n'
    say "$name: restart policy $policy"
done <<<"$containers"

printf '%s' "$policies" >"$noted.new"
fsync_path "$noted.new"
mv -f "$noted.new" "$noted"
fsync_path "$UNDOCK_ROOT"
keep policies "$policies"

mapfile -t names <<<"$containers"
docker update --restart=no -- "${names[@]}" >/dev/null
for name in "${names[@]}"; do
    now=$(policy_of "$name")
    [ "$now" = no ] || policy_not_set @policy-still container="$name" policy="${now%%:*}"
done
policies=${policies%$'\n'}
fact policies "${policies//$'\n'/, }"
