# Both containers stop and stay stopped at the next boot; nothing is removed.
set -eu
cd /opt/openclaw
docker compose stop
docker update --restart=no openclaw-gateway openclaw-panel >/dev/null
docker ps -a --format 'table {{.Names}}\t{{.Status}}'
