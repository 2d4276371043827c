# backup.sh VMID: plain archives and their sums, the bot still at work.
# A file that grows meanwhile makes tar say 1; that is no reason to stop.
set -eu
began=$(date +%s%3N)
folder=/root/migrate-backup-$1-$(date +%F_%H%M%S)
mkdir -p "$folder"
archive() { # NAME PATH…, as far as they exist
    local name=$1 there=() path code=0
    shift
    for path in "$@"; do [ ! -e "/$path" ] || there+=("$path"); done
    [ ${#there[@]} -gt 0 ] || return 0
    tar -C / -czf "$folder/$name.tgz" "${there[@]}" || code=$?
    [ $code -le 1 ]
}
archive data-openclaw data/openclaw
archive data-panel data/panel
archive opt-openclaw opt/openclaw
archive root-ssh root/.ssh root/OPENCLAW_WEB_LOGIN.txt
cd "$folder"
sha256sum -- *.tgz >SHA256SUMS.txt
ln -sfn "$folder" /root/bench-backup
echo "took-ms backup $(($(date +%s%3N) - began))"
