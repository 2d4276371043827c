'use strict';
// The panel's own configuration: every part has defaults, a part in the file replaces
// its keys. Saving takes the sent object as the whole: a part that is not sent falls
// back to its defaults.
const fs = require('node:fs');
const path = require('node:path');

const configPath = process.env.PANEL_CONFIG_PATH || '/etc/openclaw-panel/panel.config.json';

function defaults() {
  return {
    panel: {
      listen_host: '0.0.0.0',
      listen_port: 18080,
      container_name: 'openclaw-panel',
      image_repo: 'openclaw/openclaw-panel',
    },
    runtime: { mode: 'docker' },
    reverse_proxy: {
      enabled: true,
      public_scheme: 'http',
      public_host: '',
      panel_public_port: 18080,
      gateway_public_port: 18789,
      panel_public_base_url: '',
      webhook_public_base_url: '',
    },
    openclaw: {
      config_path: '/data/openclaw/openclaw.json',
      service_name: 'openclaw-gateway',
      container_name: 'openclaw-gateway',
      image_repo: 'openclaw/openclaw',
      gateway_port: 18789,
      gateway_ws_url: '',
      gateway_media_root: '/home/node/.openclaw/media',
    },
    docker: { enabled: true },
    update: {
      github_token: '',
      bot_release_repo: 'openclaw/openclaw',
      panel_release_repo: 'Bianshumeng/openclaw-panel-public',
      panel_service_name: 'openclaw-panel',
      panel_app_dir: '/opt/openclaw-panel',
    },
    log: { source: 'docker', file_path: '' },
  };
}

function merged(over) {
  const result = defaults();
  for (const [name, part] of Object.entries(over || {})) {
    const both = [result[name], part].every(
      (p) => p && typeof p === 'object' && !Array.isArray(p));
    result[name] = both ? { ...result[name], ...part } : part;
  }
  return result;
}

function load() {
  let text;
  try {
    text = fs.readFileSync(configPath, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return defaults();
    throw error;
  }
  return merged(JSON.parse(text));
}

function save(sent) {
  const whole = merged(sent);
  fs.mkdirSync(path.dirname(configPath), { recursive: true });
  const part = `${configPath}.part`;
  fs.writeFileSync(part, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(part, configPath);
  return whole;
}

module.exports = { configPath, load, save };
