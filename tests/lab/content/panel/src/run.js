'use strict';
// Runs a program without a shell; what it cannot do is an answer, not an exception.
const { execFile } = require('node:child_process');

function run(file, args, timeout = 60000) {
  return new Promise((resolve) => {
    execFile(file, args, { timeout, maxBuffer: 4 << 20 }, (error, stdout, stderr) => {
      resolve({
        missing: Boolean(error) && error.code === 'ENOENT',
        code: error ? (typeof error.code === 'number' ? error.code : -1) : 0,
        stdout,
        stderr,
      });
    });
  });
}

module.exports = { run };
