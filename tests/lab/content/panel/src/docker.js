'use strict';
// Docker's API through its socket: only what the panel asks of it.
const http = require('node:http');

const SOCKET = '/var/run/docker.sock';

function call(method, path) {
  return new Promise((resolve, reject) => {
    const request = http.request({ socketPath: SOCKET, method, path }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, body: Buffer.concat(chunks) });
      });
    });
    request.setTimeout(30000, () => request.destroy(new Error('docker does not answer')));
    request.on('error', reject);
    request.end();
  });
}

async function inspect(container) {
  const name = encodeURIComponent(container);
  const answer = await call('GET', `/containers/${name}/json`);
  return answer.status === 200 ? JSON.parse(answer.body.toString('utf8')) : null;
}

// Docker frames its log: one byte for the stream, three of nothing, four of length.
function unframe(body) {
  const parts = [];
  let at = 0;
  while (at + 8 <= body.length && body[at] <= 2 && body[at + 1] === 0) {
    const length = body.readUInt32BE(at + 4);
    parts.push(body.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return at === 0 ? body.toString('utf8') : Buffer.concat(parts).toString('utf8');
}

async function logs(container, lines) {
  const name = encodeURIComponent(container);
  const path = `/containers/${name}/logs?stdout=1&stderr=1&tail=${lines}`;
  const answer = await call('GET', path);
  if (answer.status !== 200) throw new Error(`docker answers ${answer.status}`);
  return unframe(answer.body);
}

module.exports = { inspect, logs };
