'use strict';
// Does the gateway answer, over HTTP and as a WebSocket?
const http = require('node:http');
const WebSocket = require('ws');

function baseAddress(config) {
  const configured = config.openclaw.gateway_ws_url;
  if (configured) return new URL(configured);
  const host = config.runtime.mode === 'systemd' ? '127.0.0.1' : config.openclaw.container_name;
  return new URL(`ws://${host}:${config.openclaw.gateway_port}`);
}

function probeHttp(config) {
  const { hostname, port } = baseAddress(config);
  return new Promise((resolve) => {
    const request = http.get({ hostname, port, path: '/' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.setTimeout(5000, () => request.destroy());
    request.on('error', () => resolve(0));
  });
}

// The gateway speaks first, with a challenge; that alone proves the upgrade.
function probeWebSocket(config) {
  return new Promise((resolve) => {
    const socket = new WebSocket(baseAddress(config), { handshakeTimeout: 5000 });
    const timer = setTimeout(() => socket.terminate(), 6000);
    const finish = (answer) => {
      clearTimeout(timer);
      socket.terminate();
      resolve(answer);
    };
    socket.on('message', () => finish(true));
    socket.on('close', () => finish(false));
    socket.on('error', () => finish(false));
  });
}

module.exports = { probeHttp, probeWebSocket };
