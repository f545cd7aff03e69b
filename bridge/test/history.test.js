// What came in while nobody carried a session: the bridge tells it when rpcd asks, the simulator keeps it until then, and a
// real rpcd stores it once, linked to what it replies to, with the time of then.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fromDate, toDate } from '../client/time.js';
import { CommandFailure } from '../core/failure.js';
import { setUp } from '../testkit/bridge.js';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { openDriver } from '../testkit/network.js';
import { journalOf, startBridge } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { until } from '../testkit/wait.js';

const LONG = 60_000;
const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1 };
const THEN = new Date('2026-11-01T12:00:00Z');

test('history is told as facts, and done after the last of them', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const [carrier] = driver.carriers;
  carrier.history = async (since) => {
    if (since.getTime() !== THEN.getTime()) throw new CommandFailure('ENGINE_ERROR', { text: 'not there' });
    for (const id of ['A', 'B']) {
      await carrier.sink.incoming({ providerMessageId: id, fromPhone: '+491', chat: '+491', kind: 'text', at: since });
    }
    return { told: 2 };
  };
  const ask = (commandId, since, more = {}) => rpcd.current.send(
    { requestHistory: { commandId, sessionId: 1, epoch: 1, timeoutMs: 1000, since: fromDate(since), ...more } });
  ask(256, THEN);
  const { seq, incoming } = await rpcd.fact('incoming', ({ providerMessageId }) => providerMessageId === 'B');
  assert.deepEqual([toDate(incoming.at), incoming.chat], [THEN, '+491']);
  const answered = await rpcd.result(256);
  assert.equal(answered.result.done.data.told, '2');
  assert.ok(seq < answered.seq);
  ask(512, new Date(0));
  assert.equal((await rpcd.result(512)).result.error.reason, 'ENGINE_ERROR');
  ask(768, THEN, { epoch: 2 });
  assert.equal((await rpcd.result(768)).result.error.reason, 'SESSION_NOT_CONNECTED');
  carrier.history = undefined;
  ask(1024, THEN);
  assert.equal((await rpcd.result(1024)).result.error.reason, 'ENGINE_UNSUPPORTED');
});

test('a driver says in its Hello what it can, and nothing is claimed for one that says nothing', async (t) => {
  const { driver } = await openDriver(t);
  assert.deepEqual([driver.repeatsAreSafe, driver.commands.includes('history')], [true, true]);
  const { rpcd } = await setUp(t);
  assert.notEqual(rpcd.current.hello.repeatsAreSafe, true);
});

for (const offline of ['delivered', 'kept']) {
  test(`what comes in while nobody has the account open is ${offline}`, async (t) => {
    const { carry, networkDir } = await openDriver(t, { script: { ...FAST, offline } });
    const first = carry(1);
    await first.start();
    await first.state('connected');
    await first.stop('disconnect');
    fs.appendFileSync(path.join(networkDir, 'network.jsonl'), `${JSON.stringify(
      { event: 'incoming', session: 1, id: 'X1', from: '+49170000000', text: 'missed', at: THEN.toISOString() })}\n`);
    const second = carry(1, { epoch: 2, linked: true });
    await second.start();
    await second.state('connected');
    const told = () => second.said.filter(([what]) => what === 'incoming').map(([, { providerMessageId }]) => providerMessageId);
    if (offline === 'delivered') await second.heard('incoming');
    else await new Promise((resolve) => { setTimeout(resolve, 30); });
    const before = told().length;
    assert.equal(before, offline === 'delivered' ? 1 : 0);
    assert.deepEqual(await second.account.history(new Date(THEN.getTime() + 1)), { told: 0 });
    assert.deepEqual(await second.account.history(THEN), { told: 1 });
    const [, message] = second.said.findLast(([what]) => what === 'incoming');
    assert.deepEqual([message.providerMessageId, message.text, message.at, message.chat], ['X1', 'missed', THEN, '+49170000000']);
    assert.equal(told().length, before + 1);
  });
}

test('sent in while the bridge was down, asked for, and there once', { skip, timeout: 180_000 }, async (t) => {
  const config = path.join(temporaryFolder(t), 'rpcd.yaml');
  fs.writeFileSync(config, 'bridges:\n  lease: 1s\n  history-after: 1s\n');
  const rpcd = await Daemon.start(t, ['--config', config]);
  const { folder, operator } = rpcd;
  const networkDir = path.join(folder, 'network');
  const start = () => {
    const bridge = startBridge(t, { endpoint: rpcd.bridges, networkDir, stateDir: path.join(folder, 'b1'),
      script: { ...FAST, offline: 'kept' } });
    rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
    return bridge;
  };
  const first = start();
  const user = await operator.users.createUser({ username: 'ada' });
  const session = (await operator.sessions.initSession({ userId: user.id })).id;
  const becomes = (status) => until(async () =>
    (await operator.sessions.getSession({ id: session })).status === `SESSION_STATUS_${status}`, status, LONG);
  const events = (name) => journalOf(networkDir).filter(({ event }) => event === name);
  const heard = async () => (await operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' })).messages;
  const comesIn = (id, at, quoted) => fs.appendFileSync(path.join(networkDir, 'network.jsonl'),
    `${JSON.stringify({ event: 'incoming', session, id, from: '+491700000001', text: id, quoted, at: at.toISOString() })}\n`);
  await becomes('CONNECTED');
  const sent = await operator.messages.sendText({ userId: user.id, sessionId: session, recipient: '+491700000001', message: 'hello' });
  await until(async () => (await operator.messages.getMessage({ id: sent.id })).status === 'MESSAGE_STATUS_DELIVERED', 'it', LONG);
  comesIn('LIVE', new Date());
  await until(async () => (await heard()).length === 1, 'what came in', LONG);

  first.kill('SIGTERM');
  await first.ended;
  await becomes('DISCONNECTED');
  const then = new Date();
  comesIn('MISSED', then, sent.clientMessageId);
  await new Promise((resolve) => { setTimeout(resolve, 1_500); });
  const second = start();
  await until(async () => (await heard()).length === 2, 'what was missed', LONG);
  await until(() => events('history').length === 1, 'the question', LONG);
  const missed = (await heard()).find(({ content }) => content === 'MISSED');
  assert.equal(missed.replyToId, sent.id);
  assert.equal(toDate(missed.deliveredAt).getTime(), then.getTime());
  // What was told before was told again.
  assert.equal(events('history')[0].told, 2);

  // Once more: nothing twice.
  await becomes('CONNECTED');
  second.kill('SIGTERM');
  await second.ended;
  await becomes('DISCONNECTED');
  await new Promise((resolve) => { setTimeout(resolve, 1_500); });
  start();
  await until(() => events('history').length === 2, 'the second question', LONG);
  await becomes('CONNECTED');
  assert.equal(events('history')[1].told, 2);
  // The answer is confirmed when the facts before it are.
  await operator.messages.sendText({ userId: user.id, sessionId: session, recipient: '+491700000001', message: 'and on' });
  await until(() => events('message').length === 2, 'the next', LONG);
  assert.deepEqual((await heard()).map(({ content }) => content).sort(), ['LIVE', 'MISSED']);
});
