// Server-sent events of a real rpcd, to a client that stops reading: it holds up nobody, costs a few MiB at most, finds all
// of it when it reads on, and is told in silence that the stream lives.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { grown } from '../testkit/memory.js';
import { startBridge } from '../testkit/processes.js';
import { until } from '../testkit/wait.js';

const MESSAGES = 12_000;
// 47 MiB in all, of which sockets hold a few.
const TEXT = 'x'.repeat(4_096);
const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1 };
// What the sends alone take, and a portion of events that is on its way; all of them would be more by themselves.
const FLAT = 40 << 20;

/** Events of a stream as an EventSource would tell them, and heartbeats. */
function watch(origin, key, query = '') {
  const seen = { events: [], heartbeats: 0, pause() {}, resume() {}, close() {} };
  let rest = '';
  const opened = new Promise((resolve, reject) => {
    const request = http.get(`${origin}/api/v1/events/${query}`, { agent: false, headers: { 'X-API-Key': key } }, (answer) => {
      seen.pause = () => answer.pause();
      seen.resume = () => answer.resume();
      answer.setEncoding('utf8').on('data', (text) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop();
        for (const block of blocks) {
          const fields = Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
          if (fields.event) seen.events.push({ id: fields.id, type: fields.event, data: JSON.parse(fields.data) });
          else seen.heartbeats += 1;
        }
      }).on('error', () => {});
      resolve(answer.statusCode);
    });
    request.on('error', reject);
    seen.close = () => request.destroy();
  });
  return { seen, opened };
}

test('a client that stops reading holds up nobody, misses nothing, and hears that the stream lives', { skip, timeout: 120_000 }, async (t) => {
  const rpcd = await Daemon.start(t, ['--http', 'http://127.0.0.1:0']);
  const [origin] = JSON.parse(fs.readFileSync(path.join(rpcd.folder, 'data', 'endpoints.json'), 'utf8')).http;
  const { users, keys, sessions, messages } = rpcd.operator;
  const none = { value: 0 };
  const user = await users.createUser({ username: 'ada', maxMessagesPerDay: none, maxMessagesPerMinute: none });
  const { secret } = await keys.createKey({ userId: user.id, name: 'desk' });
  const bridge = startBridge(t, {
    endpoint: rpcd.bridges, networkDir: path.join(rpcd.folder, 'network'), stateDir: path.join(rpcd.folder, 'b1'), script: FAST,
  });
  rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
  const { id } = await sessions.initSession({ userId: user.id });
  await until(async () => (await sessions.getSession({ id })).status === 'SESSION_STATUS_CONNECTED', 'the session', 30_000);
  // Accepted, and not for a bridge yet.
  const scheduledAt = new Date(Date.now() + 86_400_000);
  const send = async () => {
    const sent = [];
    for (let n = 0; n < MESSAGES; n += 100) {
      const answers = Array.from({ length: 100 }, () => messages.sendText({ userId: user.id, recipient: '+491701234567', message: TEXT, scheduledAt }));
      for (const message of await Promise.all(answers)) sent.push(String(message.id));
    }
    return sent;
  };
  const open = async () => {
    const { seen, opened } = watch(origin, secret, '?types=message.accepted');
    t.after(() => seen.close());
    assert.equal(await opened, 200);
    return seen;
  };
  // What the server keeps of a database in memory is there before it is counted.
  await send();
  const slow = await open();
  const quick = await open();
  slow.pause();
  let sent;
  const more = await grown(rpcd.pid, async () => {
    sent = await send();
    await until(() => quick.events.length === MESSAGES, 'the quick one', 60_000);
  });
  t.diagnostic(`${(more / 2 ** 20).toFixed(1)} MiB more`);
  assert.ok(more < FLAT, `${more} bytes more for a client that does not read`);
  assert.deepEqual(new Set(quick.events.map((event) => String(event.data.message.message.id))), new Set(sent));

  assert.ok(slow.events.length < MESSAGES / 2, `${slow.events.length} events were read, though nobody read`);
  slow.resume();
  await until(() => slow.events.length === MESSAGES, 'the slow one', 60_000);
  assert.deepEqual(slow.events, quick.events);
  // Every 15 seconds in which nothing happens.
  const before = slow.heartbeats;
  await until(() => slow.heartbeats > before, 'a heartbeat', 30_000);
});
