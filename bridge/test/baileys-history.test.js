// What came in through baileys while nobody was connected: WhatsApp gives what waited for the device when it is back, and the
// phone sends a device that was linked anew what its chats had. On the fake of the library.
import assert from 'node:assert/strict';
import test from 'node:test';
import { skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { LONG, openHouse } from '../testkit/engine-house.js';
import { openEngine, sleep, until } from '../testkit/engines.js';
import { world } from '../testkit/fakes/baileys/index.js';

const FAST = { connectMs: 1000, callMs: 200, endMs: 100, backoffMs: 1, longestBackoffMs: 5, waitingMs: 200 };
const JID = '4915111111111@s.whatsapp.net';
const SINCE = new Date(Date.now() - 3_600_000);
const message = (id, seconds = 60, more) => ({ key: { id, remoteJid: JID, fromMe: false }, message: { conversation: `text of ${id}` },
  messageTimestamp: Math.floor(SINCE.getTime() / 1000) + seconds, ...more });
const told = (line) => line.all('incoming').map(({ providerMessageId }) => providerMessageId);
const phoneSends = (...messages) => world.socket.ev.emit('messaging-history.set', { chats: [], contacts: [], messages, isLatest: true, syncType: 3 });

async function linked(t) {
  world.reset();
  const house = await openEngine(t, 'baileys', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.socket.scan();
  await line.state('connected');
  return { ...house, line };
}

test('what waited for the device is told before the question is answered', async (t) => {
  const { line, carry, driver } = await linked(t);
  assert.ok(driver.commands.includes('history'));
  await line.stop('disconnect');
  world.waiting = [message('A'), message('B', 61), message('OWN', 62, { key: { id: 'OWN', remoteJid: JID, fromMe: true } })];
  const again = carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  await again.state('connected');
  assert.deepEqual(await again.account.history(SINCE), { told: 2 });
  assert.deepEqual(told(again), ['A', 'B']);
  // Nothing waits any more, and what came since was told as it came.
  world.socket.ev.emit('messages.upsert', { type: 'notify', messages: [message('C')] });
  assert.deepEqual(await again.account.history(SINCE), { told: 2 });
  assert.deepEqual(told(again), ['A', 'B', 'C']);
});

test('where WhatsApp does not say that this was all, it is an error, and rpcd asks again', async (t) => {
  const { line, carry } = await linked(t);
  await line.stop('disconnect');
  world.silent.pending = true;
  const again = carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  await again.state('connected');
  await assert.rejects(again.account.history(SINCE), { reason: 'ENGINE_ERROR' });
  world.socket.ev.emit('connection.update', { receivedPendingNotifications: true });
  assert.deepEqual(await again.account.history(SINCE), { told: 0 });
  // Of another connection it is not known again.
  world.socket.close(428);
  await again.state('connected', 2);
  await assert.rejects(again.account.history(SINCE), { reason: 'ENGINE_ERROR' });
});

test('what the phone sends a new device is told from when rpcd asks for on, whether it comes before the question or after', async (t) => {
  const { line } = await linked(t);
  phoneSends(message('OLD', -60), message('BEFORE'), message('UNREADABLE', 60, { message: { audioMessage: { get ptt() { throw new TypeError('?'); } } } }));
  await sleep(5);
  assert.deepEqual(told(line), [], 'of a first link nobody asks for the past');
  assert.deepEqual(await line.account.history(SINCE), { told: 1 });
  assert.deepEqual(told(line), ['BEFORE']);
  phoneSends(message('OLDER', -61), message('AFTER', 61));
  await line.heard('incoming', ({ providerMessageId }) => providerMessageId === 'AFTER');
  assert.deepEqual(told(line), ['BEFORE', 'AFTER']);
  assert.deepEqual(line.all('incoming')[1].at, new Date(message('AFTER', 61).messageTimestamp * 1000));
});

test('who is not connected cannot tell', async (t) => {
  const { line } = await linked(t);
  world.socket.close(440);
  await line.state('conflict');
  await assert.rejects(line.account.history(SINCE), { reason: 'SESSION_NOT_CONNECTED' });
});

test('what came in while the bridge was down is there once, with the time of then', { skip, timeout: 180_000 }, async (t) => {
  const { start, is, bridge, waits, happens, session, operator } = await openHouse(t, 'baileys', { settings: 'bridges.history-after: 1s' });
  const first = start('b1');
  await bridge('b1');
  await operator.sessions.initSession({ sessionId: session });
  await is('CONNECTED');
  const now = Math.floor(Date.now() / 1000);
  const dated = (id) => message(id, 0, { messageTimestamp: now });
  happens('messages.upsert', { type: 'notify', messages: [dated('LIVE')] });
  const heard = async () => (await operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' })).messages;
  await until(async () => (await heard()).length === 1, 'what came in', LONG);
  first.kill('SIGKILL');
  await first.ended;
  await is('DISCONNECTED');
  waits(dated('MISSED'));
  // Given once more, as WhatsApp does with what it does not know to have been taken.
  waits(dated('LIVE'));
  await sleep(1500);
  start('b1');
  await until(async () => (await heard()).length === 2, 'what was missed', LONG);
  assert.deepEqual((await heard()).map(({ content, deliveredAt }) => [content, deliveredAt.seconds]).sort(),
    [['text of LIVE', now], ['text of MISSED', now]]);
});
