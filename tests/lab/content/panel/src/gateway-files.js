'use strict';
// OpenClaw's configuration file and its sessions, as they lie on disk.
const fs = require('node:fs');
const path = require('node:path');
const { HttpError } = require('./http');

function readRaw(config) {
  const file = config.openclaw.config_path;
  try {
    return { path: file, raw: fs.readFileSync(file, 'utf8'), mtimeMs: fs.statSync(file).mtimeMs };
  } catch (error) {
    if (error.code === 'ENOENT') throw new HttpError(404, `there is no ${file}`);
    throw error;
  }
}

function writeRaw(config, { raw, expectedMtimeMs }) {
  if (typeof raw !== 'string') throw new HttpError(400, 'raw must be a string');
  try {
    JSON.parse(raw);
  } catch (error) {
    throw new HttpError(400, `not JSON: ${error.message}`);
  }
  const now = readRaw(config);
  if (expectedMtimeMs !== undefined && expectedMtimeMs !== now.mtimeMs) {
    throw new HttpError(409, 'the file was changed meanwhile', { mtimeMs: now.mtimeMs });
  }
  const { mode, uid, gid } = fs.statSync(now.path);
  fs.writeFileSync(`${now.path}.bak`, now.raw, { mode: 0o600 });
  const part = `${now.path}.part`;
  fs.writeFileSync(part, raw, { mode: mode & 0o777 });
  fs.chownSync(part, uid, gid);
  fs.renameSync(part, now.path);
  return { path: now.path, mtimeMs: fs.statSync(now.path).mtimeMs, backup: `${now.path}.bak` };
}

function sessions(config) {
  const agents = path.join(path.dirname(config.openclaw.config_path), 'agents');
  const found = [];
  for (const agent of fs.existsSync(agents) ? fs.readdirSync(agents) : []) {
    const file = path.join(agents, agent, 'sessions', 'sessions.json');
    if (!fs.existsSync(file)) continue;
    for (const [key, entry] of Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')))) {
      found.push({ key, agent, sessionId: entry.sessionId, updatedAt: entry.updatedAt });
    }
  }
  return found.sort((a, b) => (b.updatedAt || 0) - (a.updatedAt || 0));
}

module.exports = { readRaw, writeRaw, sessions };
