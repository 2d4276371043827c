# shellcheck shell=bash disable=SC2154
# A variant is kept only when it is what it says: all of the field's healthy signs are there.

check_before_state() { # VARIANT
    local login sessions transcripts
    login=openclaw:$(secret login)
    check 'gateway, direct' http_is 200 http://127.0.0.1:28789/
    check 'panel, direct' http_is 200 http://127.0.0.1:28080/
    check 'panel, front, no login' http_is 401 http://127.0.0.1:18080/
    check 'gateway, front, no login' http_is 401 http://127.0.0.1:18789/
    check 'panel, front, login' http_is 200 http://127.0.0.1:18080/ -K - <<<"user = \"$login\""
    check 'gateway, front, login' http_is 200 http://127.0.0.1:18789/ -K - <<<"user = \"$login\""
    sessions=$(curl -fsS http://127.0.0.1:28080/api/chat/sessions |
        python3 -c 'import json,sys; print(len(json.load(sys.stdin)["result"]["sessions"]))')
    check 'three sessions' test "$sessions" -ge 3
    transcripts=$(find /data/openclaw/agents/main/sessions -name '*.jsonl' | wc -l)
    check 'three transcripts' test "$transcripts" -ge 3
    check 'restart policy' policy_is "$(restart_policy "$1")"
    check 'the layer differs' layer_differs
    check 'the token is in .env only' token_is_in_env_only
}

check() { # WHAT COMMAND…
    "${@:2}" || die "the before-state is not right: $1"
}

policy_is() {
    [ "$(docker inspect -f '{{.HostConfig.RestartPolicy.Name}}' openclaw-gateway openclaw-panel |
        sort -u)" = "$1" ]
}

# Read to its end: with pipefail a reader that leaves early makes the writer fail.
layer_differs() { docker diff openclaw-gateway | grep labtool >/dev/null; }

token_is_in_env_only() { ! grep -rqF --devices=skip "$(secret "token-$variant")" /data /root; }
