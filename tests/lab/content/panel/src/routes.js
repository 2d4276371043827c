'use strict';
// The panel's interface: one entry a method and path.
const panelConfig = require('./panel-config');
const files = require('./gateway-files');
const probe = require('./gateway-probe');
const service = require('./service');
const update = require('./update');
const { readJson } = require('./http');

async function summary(config) {
  const [state, httpStatus, webSocket] = await Promise.all([
    service.status(config), probe.probeHttp(config), probe.probeWebSocket(config)]);
  return {
    service: state,
    gateway: { reachable: httpStatus > 0, httpStatus, webSocket },
    sessions: { count: files.sessions(config).length },
    panelTag: update.panelVersion(),
  };
}

// The token of the update check is the only secret here.
function withoutSecrets(config) {
  const token = config.update.github_token ? '***' : '';
  return { ...config, update: { ...config.update, github_token: token } };
}

const routes = {
  'GET /api/health': async () => ({ status: 'up', uptime: process.uptime() }),
  'GET /api/settings': async ({ config }) => ({
    settings: withoutSecrets(config), configPath: panelConfig.configPath }),
  'GET /api/dashboard/summary': async ({ config }) => summary(config),
  'GET /api/update/check': async ({ config, query }) =>
    update.check(config, query.get('target') || 'bot'),
  'GET /api/logs/tail': async ({ config, query }) => {
    const lines = Math.min(Math.max(parseInt(query.get('lines'), 10) || 100, 1), 2000);
    return { source: config.log.source, text: await service.tail(config, lines) };
  },
  'GET /api/chat/sessions': async ({ config }) => ({ sessions: files.sessions(config) }),
  'POST /api/service/status': async ({ config, request }) => {
    await readJson(request);
    return { ...(await service.status(config)) };
  },
  'GET /api/openclaw-config/raw': async ({ config }) => files.readRaw(config),
  'PUT /api/openclaw-config/raw': async ({ config, request }) =>
    files.writeRaw(config, await readJson(request)),
  'GET /api/panel-config': async ({ config }) => ({ config: withoutSecrets(config) }),
  'PUT /api/panel-config': async ({ request }) => ({
    config: withoutSecrets(panelConfig.save(await readJson(request))) }),
};

module.exports = { routes };
