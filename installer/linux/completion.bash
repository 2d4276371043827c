# bash completion for openclaw-undock-cli. Commands and options are asked from the
# program's own help, so this does not grow old.
_openclaw_undock_cli() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]} words
    COMPREPLY=()
    case $before in
    --identity | --known-hosts | --ledger | --procedure | --baseline | --bundle | --key | --allowed-signers)
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
        ;;
    --records | --data-dir | --output)
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        return
        ;;
    --order) words="procedure early" ;;
    --gateway-mode) words="local remote" ;;
    --openclaw-version) words="same latest" ;;
    --record-language | --language) words="zh en" ;;
    --for) words="user operator" ;;
    --format) words="md html csv" ;;
    --section) words="special-problems prevention notes" ;;
    *)
        if [ "$COMP_CWORD" = 1 ]; then
            words="$("$program" --help 2>/dev/null | sed -n 's/^  \([a-z-]\{1,\}\) .*/\1/p') --help --version"
        elif [ "${word:0:1}" = - ]; then
            words=$("$program" "${COMP_WORDS[1]}" --help 2>/dev/null | grep -oE -- '--[a-z-]+' | sort -u)
        else
            case ${COMP_WORDS[1]}:$COMP_CWORD in
            queue:2) words="run" ;;
            record:2) words="verify bundle sign export timeline handover summary" ;;
            holds:2) words="list release override" ;;
            leases:2) words="override" ;;
            housekeeping:2) words="list remove" ;;
            ledger:2) words="list undo" ;;
            queue:*)
                mapfile -t COMPREPLY < <(compgen -f -- "$word")
                return
                ;;
            *) return ;;
            esac
        fi
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o filenames -F _openclaw_undock_cli openclaw-undock-cli
