// Credentials saved through the bridge, against a real rpcd: whichever bridge carries a session next needs no scan, whoever does
// not have them is not let in, and what was logged out is linked anew. The network's journal is the judge.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { createClient } from '../client/index.js';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { journalOf, sentOnce, startBridge } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { until } from '../testkit/wait.js';

const LONG = 60_000;
const options = { skip, timeout: 180_000 };
const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1 };
const NOBODY_SCANS = { ...FAST, qr: { scan_after_ms: null } };

/** An rpcd that gives sessions to others after a second, and a session that `b1` has linked. */
async function setUp(t) {
  const config = path.join(temporaryFolder(t), 'rpcd.yaml');
  fs.writeFileSync(config, 'bridges.lease: 1s\n');
  const rpcd = await Daemon.start(t, ['--config', config]);
  const { folder, operator } = rpcd;
  const networkDir = path.join(folder, 'network');
  const start = (name, script = FAST) => {
    const stateDir = path.join(folder, name);
    const bridge = startBridge(t, { endpoint: rpcd.bridges, name, networkDir, stateDir, script });
    rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
    return bridge;
  };
  const unlimited = { value: 0 };
  const user = await operator.users.createUser(
    { username: 'ada', maxMessagesPerDay: unlimited, maxMessagesPerMinute: unlimited });
  const first = start('b1');
  const session = (await operator.sessions.initSession({ userId: user.id })).id;
  const house = { rpcd, operator, networkDir, start, session, first, folder };
  house.now = () => operator.sessions.getSession({ id: session });
  house.is = (status, fits = () => true) => until(async () => {
    const now = await house.now();
    return now.status === `SESSION_STATUS_${status}` && fits(now) && now;
  }, `the session to be ${status}`, LONG);
  house.deliver = async (message) => {
    const { id } = await operator.messages.sendText(
      { userId: user.id, sessionId: session, recipient: '+491511234567', message });
    await until(async () => (await operator.messages.getMessage({ id })).status === 'MESSAGE_STATUS_DELIVERED', message, LONG);
  };
  house.events = (name) => journalOf(networkDir).filter(({ event }) => event === name);
  await house.is('CONNECTED', ({ bridge }) => bridge === 'b1');
  return house;
}

test('a bridge is killed, and the next takes its session over without a scan', options, async (t) => {
  const { first, start, is, deliver, events, operator, session, networkDir } = await setUp(t);
  await deliver('by the first');
  // Nobody would scan a code that it showed.
  const second = start('b2', NOBODY_SCANS);
  await until(async () => (await operator.bridge.listBridges({})).bridges.some(({ name }) => name === 'b2'), 'b2', LONG);
  first.kill('SIGKILL');
  await first.ended;
  await is('CONNECTED', ({ bridge }) => bridge === 'b2');
  await deliver('by the second');
  assert.deepEqual(events('linked').map(({ bridge }) => bridge), ['b1']);
  assert.deepEqual(events('opened').map(({ bridge }) => bridge), ['b1', 'b2']);
  assert.deepEqual(events('message').map(({ bridge, text }) => [bridge, text]),
    [['b1', 'by the first'], ['b2', 'by the second']]);
  assert.ok([...sentOnce(networkDir).values()].every((count) => count === 1));
  // No code was shown after the first linking.
  const states = second.output.stderr.match(/state=\w+/g);
  assert.deepEqual(states, ['state=starting', 'state=connected']);
  await assert.rejects(operator.sessions.getQrCode({ sessionId: session }), { reason: 'SESSION_NOT_CONNECTED' });
});

test('credentials outlive rpcd and all bridges', options, async (t) => {
  const { rpcd, first, start, is, deliver, events } = await setUp(t);
  first.kill('SIGKILL');
  await Promise.all([first.ended, rpcd.kill()]);
  await rpcd.start();
  start('b2', NOBODY_SCANS);
  await is('CONNECTED', ({ bridge }) => bridge === 'b2');
  await deliver('after all were gone');
  assert.equal(events('linked').length, 1);
});

test('after a logout nothing of them is kept, and only a scan links the session again', options, async (t) => {
  const { first, rpcd, start, is, events, operator, session } = await setUp(t);
  await operator.sessions.logoutSession({ sessionId: session });
  await is('LOGGED_OUT');
  await until(() => events('unlinked').length === 1, 'the link to end on the network', LONG);
  first.kill('SIGTERM');
  await first.ended;
  // A bridge of its own looks at what there is for whoever carries the session next.
  assert.deepEqual(await keptFor(t, rpcd, operator, session), []);
  start('b2');
  await operator.sessions.initSession({ sessionId: session });
  await is('CONNECTED', ({ bridge }) => bridge === 'b2');
  assert.deepEqual(events('linked').map(({ bridge }) => bridge), ['b1', 'b2']);
});

test('a session whose credentials are gone says so and asks for a scan', options, async (t) => {
  const { first, rpcd, start, is, events, operator, session } = await setUp(t);
  first.kill('SIGTERM');
  await first.ended;
  const kept = await keptFor(t, rpcd, operator, session, { clear: true });
  assert.deepEqual([kept.length, kept.includes('creds')], [31, true]);
  const second = start('b2', NOBODY_SCANS);
  const { statusReason } = await is('LOGGED_OUT');
  assert.equal(statusReason, 'credentials_missing');
  assert.equal(events('opened').length, 1);
  await operator.sessions.initSession({ sessionId: session });
  await is('QR_PENDING');
  second.kill('SIGKILL');
  await second.ended;
  start('b3');
  await is('CONNECTED', ({ bridge }) => bridge === 'b3');
  assert.equal(events('linked').length, 2);
});

/** Attaches for a moment, is given the session, and reads the keys that there are. @returns {Promise<string[]>} */
async function keptFor(t, rpcd, operator, sessionId, { clear = false } = {}) {
  const client = createClient({ endpoint: rpcd.bridges });
  t.after(() => client.close());
  const stream = client.bridge.attach();
  const read = async (name) => {
    for (;;) {
      const frame = await stream.read();
      if (frame[name]) return frame[name];
    }
  };
  await stream.send({ hello: { protocolVersion: 1, bridgeName: 'spy', instanceId: 'spy', engine: 'simulator', capacity: 1, nextSeq: 1 } });
  const { token } = await read('welcome');
  await operator.sessions.initSession({ sessionId });
  const { epoch } = await read('assign');
  const metadata = { 'x-bridge-token': token };
  const keys = [];
  for await (const { key } of client.bridge.getAuthState({ sessionId, epoch }, { metadata })) keys.push(key);
  if (clear) {
    const put = client.bridge.putAuthState({ metadata });
    await put.send({ sessionId, epoch, clear });
    await put.finish();
  } else await operator.sessions.disconnectSession({ sessionId });
  await stream.closeSend();
  while (await stream.read());
  return keys;
}

test('very many small values go through a real server in one call', options, async (t) => {
  const rpcd = await Daemon.start(t);
  const client = createClient({ endpoint: rpcd.bridges });
  t.after(() => client.close());
  const stream = client.bridge.attach();
  await stream.send({ hello: { protocolVersion: 1, bridgeName: 'b', instanceId: 'i', engine: 'simulator', capacity: 1, nextSeq: 1 } });
  const { welcome: { token } } = await stream.read();
  const user = await rpcd.operator.users.createUser({ username: 'ada' });
  const { id: sessionId } = await rpcd.operator.sessions.initSession({ userId: user.id });
  const { assign: { epoch } } = await stream.read();
  const metadata = { 'x-bridge-token': token };
  for (let round = 0; round < 5; round++) {
    const put = client.bridge.putAuthState({ metadata });
    put.send({ sessionId, epoch, clear: true });
    // All at once, as a socket may deliver them.
    const sent = Array.from({ length: 3000 }, (_, n) => put.send({ key: `pre-key-${n}`, value: Buffer.alloc(60, n) }));
    await Promise.all(sent);
    assert.deepEqual(await put.finish(), { stored: 3000, deleted: round === 0 ? 0 : 3000 });
  }
  stream.cancel();
});
