# What is here, and which release the container runs.
set -eu
hostname
head -n 8 /etc/os-release
docker ps -a --format 'table {{.Names}}\t{{.Status}}\t{{.Ports}}'
for place in /data/openclaw /data/panel /opt/openclaw /root/.openclaw; do
    if [ -e "$place" ]; then ls -ld "$place"; else echo "not there: $place"; fi
done
ss -lntp | grep -E ':(18080|18789|28080|28789|22) ' || true
