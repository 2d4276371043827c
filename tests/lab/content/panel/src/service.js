'use strict';
// Is the gateway running, and what does it say? By systemd or by Docker, as configured.
const fs = require('node:fs/promises');
const docker = require('./docker');
const { run } = require('./run');

const usesSystemd = (config) => config.runtime.mode === 'systemd';

async function status(config) {
  if (usesSystemd(config)) {
    const name = config.openclaw.service_name;
    const answer = await run('systemctl', ['is-active', name], 15000);
    const state = answer.stdout.trim() || 'unknown';
    return { mode: 'systemd', name, active: state === 'active', status: state };
  }
  const name = config.openclaw.container_name;
  const found = await docker.inspect(config, name).catch(() => null);
  const state = found ? found.State.Status : 'missing';
  return { mode: 'docker', name, active: state === 'running', status: state };
}

async function tail(config, lines) {
  const { source, file_path: file } = config.log;
  if (source === 'journal') {
    const answer = await run('journalctl', [
      '--unit', config.openclaw.service_name, '--lines', String(lines),
      '--no-pager', '--output', 'short-iso']);
    if (answer.code !== 0) throw new Error(answer.stderr.trim() || 'journalctl failed');
    return answer.stdout;
  }
  if (source === 'file') {
    const text = await fs.readFile(file, 'utf8');
    return `${text.trimEnd().split('\n').slice(-lines).join('\n')}\n`;
  }
  return docker.logs(config, config.openclaw.container_name, lines);
}

module.exports = { usesSystemd, status, tail };
