'use strict';
// What panel r4 answered when it was recorded (recorded/api.jsonl, one call a line). The stand-in
// answers with these bodies and puts in what is true of the machine that it runs on, so that every
// key and type is the real panel's.
const fs = require('node:fs');
const path = require('node:path');

const bodies = {};
for (const line of fs.readFileSync(path.join(__dirname, '..', 'recorded', 'api.jsonl'), 'utf8').split('\n')) {
  if (!line) continue;
  const call = JSON.parse(line);
  bodies[`${call.method} ${call.path}`] = call.body;
}

// A copy: a caller changes it.
function recorded(call) {
  return structuredClone(bodies[call]);
}

module.exports = { recorded };
