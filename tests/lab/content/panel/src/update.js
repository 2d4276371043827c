'use strict';
// Which version runs. As recorded on a machine without the release lists: the panel's own
// question ends in a warning, the bot's tag is what the installed program says.
const fs = require('node:fs');
const path = require('node:path');
const docker = require('./docker');
const { HttpError } = require('./http');
const { recorded } = require('./recorded');
const { run } = require('./run');
const { usesSystemd } = require('./service');

async function botVersion(config) {
  if (!usesSystemd(config)) {
    const found = await docker.inspect(config.openclaw.container_name).catch(() => null);
    const image = found ? found.Config.Image : '';
    if (!image.includes(':')) throw new HttpError(400, 'the container has no version');
    return image.slice(image.lastIndexOf(':') + 1);
  }
  const answer = await run('openclaw', ['--version']);
  const version = /\d{4}\.\d+\.\d+(-\w+)?/.exec(answer.stdout);
  if (answer.code !== 0 || !version) {
    throw new HttpError(400, answer.missing ? 'openclaw is not installed'
      : 'openclaw --version failed');
  }
  return version[0];
}

function panelVersion() {
  const file = path.join(__dirname, '..', '.panel-release.json');
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).tag || '';
  } catch {
    return '';
  }
}

async function check(config, target) {
  if (target !== 'bot' && target !== 'panel') throw new HttpError(400, 'target must be bot or panel');
  const answer = recorded(`GET /api/update/check?target=${target}`);
  answer.result.currentTag = target === 'bot' ? await botVersion(config) : panelVersion();
  answer.result.releaseRepo = config.update[`${target}_release_repo`];
  return answer;
}

module.exports = { check };
