"""What a container may have that its state directory has not: made in the guest by its owner's means."""
import json

import bed
from field_life import VMID, write

COMPOSE, CONFIG = "/opt/openclaw/docker-compose.yml", "/data/openclaw/openclaw.json"
STATE = "      - /data/openclaw:/home/node/.openclaw\n"
ZONE = "      TZ: Asia/Shanghai\n"
VARIABLES = """      NODE_OPTIONS: --max-old-space-size=2048
      NODE_EXTRA_CA_CERTS: /certs/x.pem
      NODE_USE_ENV_PROXY: "1"
      NO_PROXY: ollama,10.10.10.1
      BASH_ENV: /nowhere/x
      OLLAMA_HOST: http://ollama:11434
      LOCAL_BASE_URL: http://host.docker.internal:9191/v1
      OPENCLAW_OAUTH_DIR: /oauth
"""
MOUNTS = """      - /srv/certs:/certs:ro
      - /srv/claude:/home/node/.claude
      - /srv/skills:/skills
    extra_hosts:
      - host.docker.internal:host-gateway
      - models.internal:10.10.10.1
    networks: [default, shared]
"""
NETWORKS = "\nnetworks:\n  shared:\n    external: true\n"
# Another project's container, which the gateway knows by an alias.
OLLAMA = """name: ollama
services:
  server:
    image: IMAGE
    container_name: models-1
    restart: unless-stopped
    entrypoint: [node, -e, "require('http').createServer((q, a) => a.end('{\\"data\\":[]}')).listen(11434)"]
    ports: ["127.0.0.1:21434:11434"]
    networks:
      shared: {aliases: [ollama]}
networks:
  shared: {external: true}
"""
SKILL = '---\nname: lab\ndescription: a skill that asks for a program\nmetadata: {"openclaw":{"requires":{"bins":["labtool"]}}}\n---\n'


def make() -> None:
    # The guest's own clock and zone: by the link alone, since the kernel's clock is the whole machine's.
    bed.guest(VMID, """set -e
        ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
        mkdir -p /srv/certs /srv/claude /srv/skills /srv/ollama /data/openclaw/cron /data/openclaw/workspace/tools/node_modules/x
        cp /usr/local/share/ca-certificates/*.crt /srv/certs/x.pem
        echo '{"version":1,"jobs":[{"id":"j","enabled":false,"schedule":{"kind":"cron","expr":"0 9 * * *"}}]}' >/data/openclaw/cron/jobs.json
        echo 'OPENCLAW_GATEWAY_TOKEN=of-nobody' >/root/.env
        { printf '\\177ELF'; head -c 200 /dev/zero; printf 'node_register_module_v93'; head -c 200 /dev/zero; } >/data/openclaw/workspace/tools/node_modules/x/x.node
        docker network create shared >/dev/null
        systemd-run --quiet --unit local-models python3 -m http.server 9191 --bind 0.0.0.0""")
    write("/data/openclaw/workspace/skills/lab/SKILL.md", SKILL)
    bed.guest(VMID, "chown -R 1000:1000 /data/openclaw/cron /data/openclaw/workspace/tools /data/openclaw/workspace/skills")
    compose = bed.guest(VMID, f"cat {COMPOSE}")
    image = next(line.split()[1] for line in compose.splitlines() if "image:" in line)
    write("/srv/ollama/compose.yml", OLLAMA.replace("IMAGE", image))
    bed.guest(VMID, "cd /srv/ollama && docker compose up -d --quiet-pull 2>/dev/null")
    assert ZONE in compose and STATE in compose
    write(COMPOSE, compose.replace(ZONE, VARIABLES, 1).replace(STATE, STATE + MOUNTS, 1) + NETWORKS)
    config = json.loads(bed.guest(VMID, f"cat {CONFIG}"))
    providers = config["models"]["providers"]
    # The model that really answers is reached by a name that only the container knows.
    providers["lab"]["baseUrl"] = "http://models.internal:8788/v1"
    providers["local"] = {**providers["lab"], "baseUrl": "http://host.docker.internal:9191/v1"}
    providers["ollama"] = {**providers["lab"], "baseUrl": "http://ollama:11434/v1"}
    write(CONFIG, json.dumps(config, indent=2))
    anew()


def anew() -> None:
    """The container made again, with a program in its own layer that a skill asks for."""
    bed.guest(VMID, "cd /opt/openclaw && docker compose up -d --quiet-pull 2>&1; docker exec --user root openclaw-gateway "
                    "sh -c 'echo \"#!/bin/sh\" >/usr/local/bin/labtool && chmod 755 /usr/local/bin/labtool'")


def without_the_setting() -> None:
    """As its finding says: out of the compose file, the container started again."""
    bed.guest(VMID, f"sed -i /OPENCLAW_OAUTH_DIR/d {COMPOSE}")
    anew()
