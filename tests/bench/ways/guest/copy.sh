# The data to its new home, root's (a later chown would take the set-id bits away); the container's token comes along, paths and locks are put right.
set -eu
target=/root/.openclaw
mkdir -p "$target"
if command -v rsync >/dev/null; then
    rsync -aHAX --chown=root:root --delete /data/openclaw/ "$target/"
else
    cp -a /data/openclaw/. "$target/"
    chown -R root:root "$target"
fi
chmod 700 "$target"
find "$target"/agents -path '*/sessions/*.lock' -delete
find "$target"/agents -name sessions.json -exec sed -i 's#/home/node/\.openclaw#/root/.openclaw#g' {} +
mkdir -p /home/node
ln -sfn "$target" /home/node/.openclaw
docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' openclaw-gateway |
    (umask 077 && grep -E '^(OPENCLAW_|LAB_|TZ=)' >/etc/openclaw-gateway.env)
