# shellcheck shell=bash disable=SC2154
# The state of a VM before its migration, piece by piece.

write_compose() { # RESTART-POLICY
    mkdir -p /opt/openclaw /data/openclaw /data/panel
    cat >/opt/openclaw/docker-compose.yml <<YAML
name: openclawpanel

services:
  openclaw-gateway:
    image: $GATEWAY_IMAGE
    container_name: openclaw-gateway
    restart: $1
    environment:
      HOME: /home/node
      TERM: xterm-256color
      TZ: Asia/Shanghai
      OPENCLAW_GATEWAY_TOKEN: \${OPENCLAW_GATEWAY_TOKEN}
      LAB_MODEL_KEY: \${LAB_MODEL_KEY}
    volumes:
      - /data/openclaw:/home/node/.openclaw
    ports:
      - "127.0.0.1:28789:18789"
    command: ["node", "dist/index.js", "gateway", "run", "--bind", "lan", "--port", "18789", "--allow-unconfigured"]

  panel:
    image: $PANEL_IMAGE
    container_name: openclaw-panel
    restart: $1
    environment:
      PANEL_CONFIG_PATH: /data/panel/panel.config.json
      PANEL_LISTEN_HOST: 0.0.0.0
      PANEL_LISTEN_PORT: "18080"
    volumes:
      - /data/openclaw:/data/openclaw
      - /data/panel:/data/panel
      - /var/run/docker.sock:/var/run/docker.sock
    ports:
      - "127.0.0.1:28080:18080"
YAML
}

write_env() { # VARIANT; the token is here and nowhere else
    (umask 077 && cat >/opt/openclaw/.env <<ENV
OPENCLAW_GATEWAY_TOKEN=$(secret "token-$1")
LAB_MODEL_KEY=$(secret "model-key-$1")
ENV
    )
}

write_openclaw_config() { # VARIANT
    "$here/lib/openclaw_config.py" "$1" "$(secret "model-key-$1")" >/data/openclaw/openclaw.json
    # What a state directory of some age has besides.
    mkdir -p /data/openclaw/credentials /data/openclaw/workspace /data/openclaw/media
    printf '{"note":"%s"}\n' "$(secret pairing)" >/data/openclaw/credentials/telegram-allow.json
    chown -R 1000:1000 /data/openclaw
    chmod 700 /data/openclaw/credentials
}

write_panel_config() { "$here/lib/panel_config.py" "$(secret github)" >/data/panel/panel.config.json; }

write_login() {
    (umask 077 && cat >/root/OPENCLAW_WEB_LOGIN.txt <<LOGIN
OpenClaw Web Login
==================
panel url: http://127.0.0.1:18080/
gateway url: http://127.0.0.1:18789/
user: openclaw
password: $(secret login)
LOGIN
    )
}

write_nginx() {
    python3 "$here/lib/htpasswd_line.py" openclaw <<<"$(secret login)" >/etc/nginx/openclaw.htpasswd
    chown root:www-data /etc/nginx/openclaw.htpasswd
    chmod 640 /etc/nginx/openclaw.htpasswd
    install -m 644 "$here/files/nginx-openclaw" /etc/nginx/sites-available/openclaw
    ln -sf ../sites-available/openclaw /etc/nginx/sites-enabled/openclaw
    rm -f /etc/nginx/sites-enabled/default
    nginx -t 2>/dev/null
    systemctl enable --now nginx
    systemctl reload nginx
}

write_ssh_and_cron() {
    mkdir -p /root/.ssh /etc/ssh/sshd_config.d
    chmod 700 /root/.ssh
    # The owner's key: its private half was never here.
    ssh-keygen -q -t ed25519 -N '' -C owner@desk -f /root/.ssh/owner
    cat /root/.ssh/owner.pub >>/root/.ssh/authorized_keys
    rm /root/.ssh/owner /root/.ssh/owner.pub
    chmod 600 /root/.ssh/authorized_keys
    printf 'PermitRootLogin yes\nClientAliveInterval 60\n' >/etc/ssh/sshd_config.d/50-provider.conf
    systemctl enable ssh >/dev/null 2>&1 || true
    systemctl restart ssh
    mkdir -p /etc/cron.d
    cat >/etc/cron.d/openclaw-tidy <<'CRON'
# Tells the bot's version to the log once a night.
17 3 * * * root docker exec openclaw-gateway openclaw --version >>/var/log/openclaw-tidy.log 2>&1
CRON
}

# Something that writes into the workspace as long as the gateway's container runs, so that
# a scan and a backup always meet a file that grows.
write_live_writer() {
    install -m 755 "$here/files/lab-writer" /usr/local/sbin/lab-writer
    install -m 644 "$here/files/lab-writer.service" /etc/systemd/system/lab-writer.service
    systemctl daemon-reload
}

compose_up() {
    local said
    said=$(cd /opt/openclaw && docker compose up -d 2>&1) || die "docker compose up: $said"
    wait_for 120 'the gateway' http_is 200 http://127.0.0.1:28789/
    wait_for 30 'the panel' http_is 200 http://127.0.0.1:28080/api/health
}

# What lives in the container's own layer goes with the container.
change_container_layer() {
    docker exec -i --user root openclaw-gateway bash -c \
        'cat >/usr/local/bin/labtool && chmod 755 /usr/local/bin/labtool' <<'TOOL'
#!/bin/sh
echo "a tool the user put into the container"
TOOL
    docker exec --user node openclaw-gateway bash -c 'echo "kept in the layer" >/home/node/in-the-layer.txt'
}

# As a gateway leaves them that was killed in the middle of a turn. The one of the family's
# session bears a date to come: it is at any time as if it had been left a minute ago, and
# keeps that session busy, before the migration, and after it unless it was dropped.
leave_lock_files() {
    local sessions=/data/openclaw/agents/main/sessions family lock
    family=$(python3 -c 'import json,sys
print(json.load(open(sys.argv[1]))["agent:main:family"]["sessionId"])' "$sessions/sessions.json")
    printf '{"pid":1,"createdAt":"2099-01-01T00:00:00.000Z"}\n' >"$sessions/$family.jsonl.lock"
    printf '{"pid":1,"createdAt":"2026-02-19T22:10:00.000Z"}\n' >"$sessions/sessions.json.lock"
    for lock in "$sessions/"*.lock; do chown 1000:1000 "$lock"; done
}
