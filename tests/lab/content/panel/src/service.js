'use strict';
// Is the gateway running, and what does it say? By systemd or by Docker, as configured.
const fs = require('node:fs/promises');
const docker = require('./docker');
const { run } = require('./run');

const usesSystemd = (config) => config.runtime.mode === 'systemd';

const nameOf = (config) =>
  (usesSystemd(config) ? config.openclaw.service_name : config.openclaw.container_name);

// As recorded: the one word of is-active, then what `systemctl status` prints.
async function status(config) {
  const name = nameOf(config);
  if (usesSystemd(config)) {
    const word = (await run('systemctl', ['is-active', name], 15000)).stdout.trim() || 'unknown';
    const shown = await run('systemctl', ['status', '--no-pager', '--lines=0', name], 15000);
    return { active: word === 'active', output: `${word}\n${shown.stdout.trim()}` };
  }
  const found = await docker.inspect(name).catch(() => null);
  const word = found ? found.State.Status : 'missing';
  return { active: word === 'running', output: word };
}

const linesOf = (text, count) => text.trimEnd().split('\n').filter(Boolean).slice(-count);

async function tail(config, lines) {
  const { source, file_path: file } = config.log;
  if (source === 'journal') {
    const answer = await run('journalctl', [
      '--unit', config.openclaw.service_name, '--lines', String(lines),
      '--no-pager', '--output', 'short-iso']);
    if (answer.code !== 0) throw new Error(answer.stderr.trim() || 'journalctl failed');
    return linesOf(answer.stdout, lines);
  }
  if (source === 'file') return linesOf(await fs.readFile(file, 'utf8'), lines);
  return linesOf(await docker.logs(config.openclaw.container_name, lines), lines);
}

module.exports = { nameOf, usesSystemd, status, tail };
