'use strict';
// The panel's interface: one entry a method and path. Nothing is answered that the
// recording has no answer for.
const panelConfig = require('./panel-config');
const files = require('./gateway-files');
const service = require('./service');
const update = require('./update');
const { readJson } = require('./http');
const { recorded } = require('./recorded');

async function serviceStatus(config) {
  const { active, output } = await service.status(config);
  const answer = recorded('POST /api/service/status');
  Object.assign(answer.result, {
    runtimeMode: config.runtime.mode, serviceName: service.nameOf(config), active, output });
  return answer;
}

async function summary(config) {
  const answer = recorded('GET /api/dashboard/summary');
  const { active, output } = await service.status(config);
  answer.summary.generatedAt = new Date().toISOString();
  answer.summary.runtime = { ok: true, active, mode: config.runtime.mode, message: output };
  return answer;
}

function settings(config) {
  return { ...recorded('GET /api/settings'), panelConfig: config };
}

function panelConfiguration(config) {
  const answer = { ...recorded('GET /api/panel-config'), filePath: panelConfig.configPath, config };
  answer.deployment.panelLocalUrl = `http://${config.panel.listen_host}:${config.panel.listen_port}`;
  return answer;
}

const routes = {
  'GET /api/health': async () => ({ ...recorded('GET /api/health'), timestamp: new Date().toISOString() }),
  'GET /api/settings': async ({ config }) => settings(config),
  'GET /api/dashboard/summary': async ({ config }) => summary(config),
  'GET /api/update/check': async ({ config, query }) =>
    update.check(config, query.get('target') || 'bot'),
  'GET /api/logs/tail': async ({ config, query }) => {
    const lines = Math.min(Math.max(parseInt(query.get('lines'), 10) || 100, 1), 2000);
    return { ok: true, lines: await service.tail(config, lines) };
  },
  'GET /api/chat/sessions': async ({ config }) => {
    const sessions = files.sessions(config);
    return { ok: true, result: { total: sessions.length, sessions } };
  },
  'POST /api/service/status': async ({ config, request }) => {
    await readJson(request);
    return serviceStatus(config);
  },
  'GET /api/openclaw-config/raw': async ({ config }) => ({ ok: true, ...files.readRaw(config) }),
  'PUT /api/openclaw-config/raw': async ({ config, request }) => ({
    ok: true, ...files.writeRaw(config, await readJson(request)) }),
  'GET /api/panel-config': async ({ config }) => panelConfiguration(config),
  'PUT /api/panel-config': async ({ request }) =>
    panelConfiguration(panelConfig.save(await readJson(request))),
};

module.exports = { routes };
