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
    return sendJson(response, 200, { ok: true, ...(await route({ config, query, request })) });
  }
  if (pathname.startsWith('/api/')) throw new HttpError(404, 'no such interface');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  return response.end(request.method === 'HEAD' ? undefined : page);
}

const server = http.createServer((request, response) => {
  answer(request, response).catch((error) => {
    const status = error instanceof HttpError ? error.status : 500;
    if (response.headersSent) return response.destroy();
    return sendJson(response, status, { ok: false, error: error.message, ...error.more });
  });
});

// The panel of the field does not go when asked, only when killed: the lab's must not either,
// or a stop would be ten seconds shorter than it is.
process.on('SIGTERM', () => console.log('SIGTERM ignored'));

const { listen_host: host, listen_port: port } = panelConfig.load().panel;
server.listen(
  Number(process.env.PANEL_LISTEN_PORT || port), process.env.PANEL_LISTEN_HOST || host,
  () => console.log('panel listens on', server.address()));
