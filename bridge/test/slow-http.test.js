// Slow clients as slowhttptest makes them: hundreds that send their heads, or their bodies, or read their answers, a few
// bytes at a time. They are let go when their time is over, and whoever else asks meanwhile never notices.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Daemon, skipWithoutRpcd } from '../testkit/daemon.js';

const run = promisify(execFile);

function absent() {
  try {
    execFileSync('slowhttptest', ['-h'], { stdio: 'ignore' });
    return false;
  } catch (error) {
    return error.code === 'ENOENT' ? 'no slowhttptest; scripts/test-tools.sh installs it' : false;
  }
}
const skip = skipWithoutRpcd || (process.env.SWITCHBOARD_TEST_TOOLS === 'demanded' ? false : absent());

// A head and a body may take 10 seconds, so all is over a little later. More connections than one address may have (100):
// what is above is refused at once, and the rest is slow.
const SECONDS = 25;
const CONNECTIONS = 300;

/** What one kind of slow client tells at its end: how it ended, and whether its probes were ever left without an answer. */
async function attack(folder, ...how) {
  const { stdout } = await run('slowhttptest', [
    '-c', `${CONNECTIONS}`, '-r', '200', '-i', '3', '-l', `${SECONDS}`, '-p', '5', ...how,
  ], { cwd: folder, maxBuffer: 16 << 20 });
  const text = stdout.replace(/\x1b\[[\d;]*[A-Za-z]/g, '');
  return {
    ending: /Exit status:\s*(.*)/.exec(text)?.[1].trim(),
    unavailable: (text.match(/service available:\s*NO/g) ?? []).length,
    seen: (text.match(/service available:\s*YES/g) ?? []).length,
    connected: Math.max(...[...text.matchAll(/connected:\s*(\d+)/g)].map((match) => Number(match[1]))),
  };
}

/** One request on a connection of its own, from another address than the slow ones come from. */
function ask(url) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const request = http.get(url, { agent: false, localAddress: '127.0.0.2', timeout: 5_000 }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode, milliseconds: performance.now() - begin }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in 5 s'))).on('error', reject);
  });
}

test('slow heads, bodies and readers are let go, and a neighbour never notices', { skip, timeout: 120_000 }, async (t) => {
  const rpcd = await Daemon.start(t, ['--http', 'http://127.0.0.1:0']);
  const [url] = JSON.parse(fs.readFileSync(path.join(rpcd.folder, 'data', 'endpoints.json'), 'utf8')).http;
  let isOver = false;
  const attacks = Promise.all([
    attack(rpcd.folder, '-H', '-u', `${url}/api/v1/status/`),
    attack(rpcd.folder, '-B', '-s', '8192', '-u', `${url}/api/v1/auth/login/`),
    attack(rpcd.folder, '-X', '-w', '8', '-y', '16', '-n', '1', '-z', '16', '-k', '3', '-u', `${url}/api/schema/`),
  ]).finally(() => { isOver = true; });
  const answers = [];
  while (!isOver) {
    answers.push(await ask(`${url}/health/ready`));
    await sleep(50);
  }
  const [heads, bodies, readers] = await attacks;
  t.diagnostic(JSON.stringify({ heads, bodies, readers }));
  t.diagnostic(`${answers.length} answers to the neighbour, the slowest in ${Math.max(...answers.map((answer) => answer.milliseconds)).toFixed(0)} ms`);
  assert.ok(answers.length > 50 && answers.every((answer) => answer.status === 200), JSON.stringify(answers.filter((answer) => answer.status !== 200)));
  for (const kind of [heads, bodies, readers]) {
    assert.ok(kind.seen > 0 && kind.unavailable === 0, JSON.stringify(kind));
  }
  // By the server, before their own time was over.
  for (const kind of [heads, bodies]) assert.equal(kind.ending, 'No open connections left');
});
