'use strict';
// Which version runs, and is there a newer one? Without the network the first half is
// still answered, with a warning.
const fs = require('node:fs');
const https = require('node:https');
const http = require('node:http');
const path = require('node:path');
const docker = require('./docker');
const { HttpError } = require('./http');
const { run } = require('./run');
const { usesSystemd } = require('./service');

const SYSTEM_AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';

function fetchJson(address, token) {
  return new Promise((resolve, reject) => {
    const client = address.startsWith('http:') ? http : https;
    const options = { headers: { 'User-Agent': 'openclaw-panel', Accept: 'application/json' } };
    if (token) options.headers.Authorization = `Bearer ${token}`;
    if (fs.existsSync(SYSTEM_AUTHORITIES)) options.ca = fs.readFileSync(SYSTEM_AUTHORITIES);
    const request = client.get(address, options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode !== 200) {
          return reject(new Error(`HTTP ${response.statusCode}`));
        }
        try {
          return resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        } catch (error) {
          return reject(error);
        }
      });
    });
    request.setTimeout(8000, () => request.destroy(new Error('timed out')));
    request.on('error', reject);
  });
}

async function botVersion(config) {
  if (!usesSystemd(config)) {
    const found = await docker.inspect(config, config.openclaw.container_name).catch(() => null);
    const image = found ? found.Config.Image : '';
    if (!image.includes(':')) throw new HttpError(400, 'the container has no version');
    return `v${image.slice(image.lastIndexOf(':') + 1)}`;
  }
  const answer = await run('openclaw', ['--version']);
  const version = /\d{4}\.\d+\.\d+(-\w+)?/.exec(answer.stdout);
  if (answer.code !== 0 || !version) {
    throw new HttpError(400, answer.missing ? 'openclaw is not installed'
      : 'openclaw --version failed');
  }
  return `v${version[0]}`;
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
  if (target !== 'bot' && target !== 'panel') {
    throw new HttpError(400, 'target must be bot or panel');
  }
  const currentTag = target === 'bot' ? await botVersion(config) : panelVersion();
  const repo = config.update[`${target}_release_repo`];
  const answer = { ok: true, target, repo, currentTag, latestTag: currentTag,
    updateAvailable: false };
  const address = `${config.update.api_base}/repos/${repo}/releases/latest`;
  try {
    answer.latestTag = (await fetchJson(address, config.update.github_token)).tag_name;
    answer.updateAvailable = answer.latestTag !== currentTag;
  } catch (error) {
    answer.warning = `the release list cannot be read: ${error.message}`;
  }
  return answer;
}

module.exports = { check, panelVersion };
