# Sums and listings of the archives; the first that is wrong ends it.
set -eu
began=$(date +%s%3N)
cd /root/bench-backup/
sha256sum -c SHA256SUMS.txt
for archive in *.tgz; do tar -tzf "$archive" >/dev/null; done
echo "took-ms check $(($(date +%s%3N) - began))"
