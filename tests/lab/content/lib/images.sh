# shellcheck shell=bash disable=SC2154
# The two images, out of the artifacts, without a registry.

in_builder() { docker exec -i --user "$1" lab-build bash -c "$2"; }

start_builder() { docker run -d --name lab-build --user root lab/root:1 sleep infinity >/dev/null; }

finish_builder() { # IMAGE CHANGE…
    local image=$1 changes=()
    shift
    for change in "$@"; do changes+=(--change "$change"); done
    docker kill lab-build >/dev/null
    docker commit "${changes[@]}" lab-build "$image" >/dev/null
    docker rm lab-build >/dev/null
}

# Started once before the image is kept: what the gateway compiles into /tmp on its first start
# stays in the image, and no container of the lab pays those seconds of the processor again.
warm_gateway() {
    docker exec --detach --user node lab-build bash -c 'mkdir -p /tmp/warm && cd /app &&
        HOME=/tmp/warm OPENCLAW_GATEWAY_TOKEN=warm exec node dist/index.js gateway --port 18789 --allow-unconfigured \
        >/tmp/warm/log 2>&1'
    wait_for 120 'the first start of the gateway in the image' in_builder node 'grep -q "listening on ws" /tmp/warm/log'
    in_builder node 'HOME=/tmp/warm OPENCLAW_GATEWAY_TOKEN=warm openclaw gateway call status >/dev/null 2>&1
        pkill --full "[o]penclaw-gateway|dist/[i]ndex.js gateway"
        while pgrep --full "[o]penclaw-gateway|dist/[i]ndex.js gateway" >/dev/null; do sleep 0.1; done
        rm -rf /tmp/warm /tmp/openclaw /tmp/openclaw-*'
}

make_gateway_image() {
    start_builder
    in_builder root 'mkdir -p /app && tar -C /app --strip-components=2 -xf - &&
        chown -R node:node /app && ln -s /app/openclaw.mjs /usr/local/bin/openclaw' \
        <"$artifacts/openclaw-$OPENCLAW_CONTAINER_VERSION.tar"
    warm_gateway
    finish_builder "$GATEWAY_IMAGE" 'USER node' 'WORKDIR /app' 'ENV HOME=/home/node' \
        'ENV NODE_ENV=production' 'CMD ["node","openclaw.mjs","gateway","--allow-unconfigured"]'
}

make_panel_image() {
    start_builder
    in_builder root 'mkdir -p /opt/panel && tar -C /opt/panel --strip-components=1 -xzf -' \
        <"$artifacts/panel/$PANEL_CONTAINER_TAG.tar.gz"
    in_builder root 'cat >/opt/panel/.panel-release.json' <<JSON
{"tag":"$PANEL_CONTAINER_TAG","releaseRepo":"$PANEL_OWNER/$PANEL_REPO","appliedAt":"2026-02-20T09:00:00+08:00"}
JSON
    finish_builder "$PANEL_IMAGE" 'USER root' 'WORKDIR /opt/panel' 'ENV HOME=/root' \
        'CMD ["node","src/server.js"]'
}

make_images() {
    docker import "$artifacts/image-root.tar" lab/root:1 >/dev/null
    make_gateway_image
    make_panel_image
    docker rmi lab/root:1 >/dev/null
}
