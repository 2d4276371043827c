"""What stands around a VM of the field and is not in the lab's guests: fronts, a panel that asks for a login, Docker 28's rules."""
import io
import os
import subprocess
import tarfile
from pathlib import Path

import bed
from field_life import VMID, write

NGINX_PANEL = """server {
    listen 0.0.0.0:18080;
    location = / { return 302 /ui/; }
    location /ui/ { proxy_pass http://127.0.0.1:28080/; }
    location / { satisfy any; allow 127.0.0.0/8; deny all; auth_basic "own"; auth_basic_user_file /etc/nginx/openclaw.htpasswd;
                 proxy_pass http://127.0.0.1:28080; }
}
"""
CADDYFILE = """{
    admin off
    auto_https off
}
:18789 {
    basicauth {
        openclaw HASH
    }
    reverse_proxy 127.0.0.1:28789 {
        header_up -Authorization
    }
}
"""
# As the package has it: the server runs as a user of its own.
CADDY_UNIT = """[Service]
User=caddy
Environment=HOME=/var/lib/caddy
ExecStart=/usr/bin/caddy run --config /etc/caddy/Caddyfile
AmbientCapabilities=CAP_NET_BIND_SERVICE
Restart=always
[Install]
WantedBy=multi-user.target
"""

# Docker 28 and later write such a rule for each port that they publish on loopback, and take it away as the container stops.
DOCKER_28 = """#!/bin/bash
sync() {
    local pair rule
    for pair in openclaw-gateway:28789 openclaw-panel:28080; do
        rule="PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport ${pair#*:} -j DROP"
        if [ "$(docker inspect -f '{{.State.Running}}' "${pair%:*}" 2>/dev/null)" = true ]; then
            iptables -w -t raw -C $rule 2>/dev/null || iptables -w -t raw -I $rule
        else
            while iptables -w -t raw -D $rule 2>/dev/null; do :; done
        fi
    done
}
sync
docker events --filter type=container --format '{{.Action}}' | while read -r _; do sync; done
"""
# As fail2ban does: a chain of its own, whose lines come and go.
BANS = """#!/bin/bash
iptables -w -N f2b-sshd 2>/dev/null
iptables -w -C INPUT -p tcp --dport 22 -j f2b-sshd 2>/dev/null || iptables -w -I INPUT -p tcp --dport 22 -j f2b-sshd
while :; do
    for n in $(seq 1 250); do
        iptables -w -A f2b-sshd -s "203.0.113.$n/32" -j DROP
        sleep 2
        [ "$n" -lt 6 ] || iptables -w -D f2b-sshd -s "203.0.113.$((n - 5))/32" -j DROP
    done
    iptables -w -F f2b-sshd
done
"""


def caddy_program() -> bytes | None:
    """Debian's own, None where the package cannot be had. It needs no library, so this machine's release will do."""
    folder = bed.WORK / "caddy"
    program = folder / "usr/bin/caddy"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        got = subprocess.run(["apt-get", "download", "caddy"], cwd=folder, capture_output=True, check=False)
        packages = list(folder.glob("caddy_*.deb"))
        if got.returncode or not packages:
            return None
        subprocess.run(["dpkg-deb", "-x", packages[0], folder], check=True)
    return program.read_bytes()


def service(name, script) -> None:
    write(f"/usr/local/sbin/{name}", script, "755")
    write(f"/etc/systemd/system/{name}.service", f"[Unit]\nAfter=docker.service\n[Service]\nExecStart=/usr/local/sbin/{name}\nRestart=always\n"
          "[Install]\nWantedBy=multi-user.target\n")
    bed.guest(VMID, f"systemctl daemon-reload; systemctl enable --now --quiet {name}")


def fronts() -> bool:
    """nginx with rules of its own before the panel, caddy before the gateway; whether caddy could be had."""
    caddy = caddy_program()
    bed.guest(VMID, "set -e; site=$(readlink -f /etc/nginx/sites-enabled/openclaw); "
              + ("sed -i '/^server/,$d' $site" if caddy else "awk '/^server/{n++} n!=1' $site >$site.new; mv $site.new $site"))
    write("/etc/nginx/conf.d/panel.conf", NGINX_PANEL)
    if caddy:
        write("/usr/bin/caddy", caddy, "755")
        hashed = bed.guest(VMID, "set -e; useradd --system --home-dir /var/lib/caddy --create-home caddy; "
                                 "caddy hash-password --plaintext \"$(sed -n 's/^password: //p' /root/OPENCLAW_WEB_LOGIN.txt)\"").strip()
        write("/etc/caddy/Caddyfile", CADDYFILE.replace("HASH", hashed))
        write("/etc/systemd/system/caddy.service", CADDY_UNIT)
    bed.guest(VMID, "set -e; nginx -t 2>/dev/null; systemctl restart nginx; systemctl daemon-reload"
              + ("; systemctl enable --now --quiet caddy" if caddy else ""))
    return caddy is not None


ANSWER = "async function answer(request, response) {\n"
GUARD = ANSWER + """  if (request.headers.authorization !== 'Basic ' + Buffer.from('owner:of-the-panel').toString('base64')) {
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="panel"', 'Content-Length': 0 });
    return response.end();
  }
"""


def site_folder() -> Path:
    """What lies here goes before the releases that the lab made."""
    return Path(bed.environment()["LAB_KNOWN_HOSTS"]).parent / "site"


def guarded_release(packed: bytes) -> bytes:
    """A release whose panel asks for a login."""
    made = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(packed)) as old, tarfile.open(fileobj=made, mode="w:gz") as new:
        for member in old:
            data = old.extractfile(member).read() if member.isreg() else None
            if member.name.endswith("/src/server.js"):
                text = data.decode()
                assert ANSWER in text
                data = text.replace(ANSWER, GUARD).encode()
                member.size = len(data)
            new.addfile(member, io.BytesIO(data) if data is not None else None)
    return made.getvalue()


def panel_with_a_login() -> None:
    """In the container now, and in the release that the move brings."""
    tag = bed.environment()["LAB_PANEL_TAG"]
    repo = bed.guest(VMID, "sed -n 's/.*\"releaseRepo\":\"\\([^\"]*\\)\".*/\\1/p' <(docker exec openclaw-panel cat /opt/panel/.panel-release.json)").strip()
    packed = bed.lab("exec", VMID, "--", "curl", "-fsSL", f"https://api.github.com/repos/{repo}/tarball/{tag}").stdout
    place = site_folder() / "panel" / f"{tag}.tar.gz"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(guarded_release(packed))
    server = bed.guest(VMID, "docker exec openclaw-panel cat /opt/panel/src/server.js")
    write("/run/server.js", server.replace(ANSWER, GUARD))
    bed.guest(VMID, "docker cp -q /run/server.js openclaw-panel:/opt/panel/src/server.js && docker restart -t 1 openclaw-panel >/dev/null; rm /run/server.js")


def usual_release() -> None:
    for path in site_folder().glob("panel/*.tar.gz"):
        os.unlink(path)
