'use strict';
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const panelConfig = require('./panel-config');
const { routes } = require('./routes');
const { HttpError, sendJson } = require('./http');

const page = fs.readFileSync(path.join(__dirname, '..', 'public', 'index.html'));

async function answer(request, response) {
  const { pathname, searchParams: query } = new URL(request.url, 'http://panel');
  const route = routes[`${request.method} ${pathname}`];
  if (route) {
    const config = panelConfig.load();
    return sendJson(response, 200, await route({ config, query, request }));
  }
  if (pathname.startsWith('/api/')) throw new HttpError(404, 'API not found');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=UTF-8' });
  return response.end(request.method === 'HEAD' ? undefined : page);
}

const server = http.createServer((request, response) => {
  answer(request, response).catch((error) => {
    const status = error instanceof HttpError ? error.status : 500;
    if (response.headersSent) return response.destroy();
    return sendJson(response, status, { ok: false, message: error.message });
  });
});

// There is no handler for SIGTERM, as in the real panel: in its container, where it is process 1,
// the signal does nothing and a stop takes ten seconds; under systemd it ends the process at once.

const { listen_host: host, listen_port: port } = panelConfig.load().panel;
server.listen(
  Number(process.env.PANEL_LISTEN_PORT || port), process.env.PANEL_LISTEN_HOST || host,
  () => console.log('panel listens on', server.address()));
