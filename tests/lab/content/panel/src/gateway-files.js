'use strict';
// OpenClaw's configuration file and its sessions, as they lie on disk.
const fs = require('node:fs');
const path = require('node:path');
const { HttpError } = require('./http');

function readRaw(config) {
  const file = config.openclaw.config_path;
  try {
    const rawText = fs.readFileSync(file, 'utf8');
    const { mtimeMs, size } = fs.statSync(file);
    return { exists: true, path: file, rawText, mtimeMs, size };
  } catch (error) {
    if (error.code === 'ENOENT') throw new HttpError(404, `there is no ${file}`);
    throw error;
  }
}

function writeRaw(config, { rawText, expectedMtimeMs }) {
  if (typeof rawText !== 'string') throw new HttpError(400, 'rawText must be a string');
  try {
    JSON.parse(rawText);
  } catch (error) {
    throw new HttpError(400, `not JSON: ${error.message}`);
  }
  const now = readRaw(config);
  if (expectedMtimeMs !== undefined && expectedMtimeMs !== now.mtimeMs) {
    throw new HttpError(409, 'the file was changed meanwhile');
  }
  const { mode, uid, gid } = fs.statSync(now.path);
  fs.writeFileSync(`${now.path}.bak`, now.rawText, { mode: 0o600 });
  const part = `${now.path}.part`;
  fs.writeFileSync(part, rawText, { mode: mode & 0o777 });
  fs.chownSync(part, uid, gid);
  fs.renameSync(part, now.path);
  return { path: now.path, mtimeMs: fs.statSync(now.path).mtimeMs };
}

// The entries of each agent's sessions.json, newest first.
function sessions(config) {
  const agents = path.join(path.dirname(config.openclaw.config_path), 'agents');
  const found = [];
  for (const agent of fs.existsSync(agents) ? fs.readdirSync(agents) : []) {
    const file = path.join(agents, agent, 'sessions', 'sessions.json');
    if (!fs.existsSync(file)) continue;
    for (const [key, entry] of Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')))) {
      found.push({
        key,
        displayName: key,
        kind: 'direct',
        updatedAt: entry.updatedAt ?? 0,
        sessionId: entry.sessionId ?? '',
        modelProvider: entry.modelProvider ?? '',
        model: entry.model ?? '',
        contextTokens: entry.contextTokens ?? 0,
        totalTokens: entry.totalTokens ?? 0,
        abortedLastRun: entry.abortedLastRun ?? false,
      });
    }
  }
  return found.sort((a, b) => b.updatedAt - a.updatedAt);
}

module.exports = { readRaw, writeRaw, sessions };
