// What came in through whatsapp-web.js while no page was there: the library tells nothing of it, so its chats are read when
// rpcd asks. On the fake of the library, whose chats are read as its documentation says.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import fake from '../testkit/fakes/whatsapp-web.js/index.js';
import { skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { LONG, openHouse } from '../testkit/engine-house.js';
import { openEngine, sleep, until } from '../testkit/engines.js';

const { world } = fake;
const FAST = { openMs: 1000, callMs: 100, sendMs: 250, logoutMs: 100, destroyMs: 200, watchMs: 10_000, backoffMs: 1, longestBackoffMs: 5 };
const CHAT = '4915111111111@c.us';
const OTHER = '4915122222222@c.us';
const GROUP = '120363041234567890@g.us';
const SINCE = new Date('2026-11-01T12:00:00.500Z');
const at = (seconds) => SINCE.getTime() + seconds * 1000;

async function connected(t) {
  world.reset();
  const house = await openEngine(t, 'whatsapp-web.js', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.client.scan();
  await line.state('connected');
  const profile = path.join(house.folder, 'profiles', 'session-s1');
  const came = (chatId, bare, seconds, more) =>
    world.add(profile, chatId, world.message({ bare, chatId, body: `text of ${bare}`, at: at(seconds), ...more }));
  return { ...house, line, came };
}

const told = (line) => line.all('incoming').map(({ providerMessageId }) => providerMessageId);

test('what came in since then is told, with who wrote it, where and when; what is older, our own, or nobody\'s is not', async (t) => {
  const { line, came, driver } = await connected(t);
  assert.ok(driver.commands.includes('history'));
  came(CHAT, 'OLD', -60);
  came(CHAT, 'MISSED', 60, { _data: { quotedStanzaID: 'Q' } });
  came(CHAT, '3EB0OWN', 61, { fromMe: true });
  came(CHAT, 'SECOND', -0.4);
  came(GROUP, 'INGROUP', 70, { author: OTHER, type: 'image', body: 'look', _data: { mimetype: 'image/jpeg', size: 12 } });
  came(OTHER, 'NOTICE', 80, { type: 'e2e_notification' });
  came('status@broadcast', 'STATUS', 90, { isStatus: true });
  assert.deepEqual(await line.account.history(SINCE), { told: 3 });
  assert.deepEqual(told(line).sort(), ['INGROUP', 'MISSED', 'SECOND']);
  const [missed] = line.all('incoming').filter(({ providerMessageId }) => providerMessageId === 'MISSED');
  assert.deepEqual([missed.fromPhone, missed.chat, missed.text, missed.quoted, missed.at.getTime()],
    ['+4915111111111', '+4915111111111', 'text of MISSED', 'Q', Math.floor(at(60) / 1000) * 1000]);
  const [group] = line.all('incoming').filter(({ providerMessageId }) => providerMessageId === 'INGROUP');
  assert.deepEqual([group.fromPhone, group.chat, group.kind, group.content.mimeType], ['+4915122222222', GROUP, 'image', 'image/jpeg']);
  assert.ok(!world.fetched.some(({ chatId }) => chatId === 'status@broadcast'));
  // Told before or not.
  assert.deepEqual(await line.account.history(SINCE), { told: 3 });
});

test('a chat in which nothing happened since is not read, and one in which much happened is read as far as needed', async (t) => {
  const { line, came } = await connected(t);
  came(OTHER, 'OLD', -60);
  came(CHAT, 'BEFORE', -1);
  for (let n = 0; n < 130; n++) came(CHAT, `M${n}`, n, { fromMe: n % 2 === 1 });
  assert.deepEqual(await line.account.history(SINCE), { told: 65 });
  assert.deepEqual(world.fetched, [50, 100, 200].map((limit) => ({ chatId: CHAT, limit })));
});

test('a chat that cannot be read is an error in the end, so that rpcd asks again; the others are told all the same', async (t) => {
  const { line, came } = await connected(t);
  came(CHAT, 'A', 1);
  came(OTHER, 'B', 1);
  world.broken = CHAT;
  await assert.rejects(line.account.history(SINCE), { reason: 'ENGINE_ERROR' });
  assert.deepEqual(told(line), ['B']);
  world.broken = null;
  assert.deepEqual(await line.account.history(SINCE), { told: 2 });
});

test('a page that hangs gives no answer for good, and none is asked that is not connected', async (t) => {
  const { line, came } = await connected(t);
  came(CHAT, 'A', 1);
  world.hanging.fetch = CHAT;
  await assert.rejects(line.account.history(SINCE), { reason: 'ENGINE_ERROR' });
  world.hanging = { chats: true, getState: true };
  await assert.rejects(line.account.history(SINCE), { reason: 'ENGINE_ERROR', engineCode: 'Hung' });
  // It does not even tell its state, and is opened again.
  const { reason } = await line.state('disconnected');
  assert.equal(reason, 'page_hung');
});

test('what came in while the bridge was down is asked for by rpcd, and there once', { skip, timeout: 180_000 }, async (t) => {
  const { start, is, bridge, lines, happens, session, operator, folder } = await openHouse(t, 'whatsapp-web.js', { settings: 'bridges.history-after: 1s' });
  const first = start('w1');
  await bridge('w1');
  await operator.sessions.initSession({ sessionId: session });
  await is('CONNECTED');
  const now = () => Math.floor(Date.now() / 1000);
  const message = (id, timestamp) => ({ id: { id, fromMe: false, remote: CHAT, _serialized: `false_${CHAT}_${id}` }, fromMe: false, type: 'chat',
    body: id, from: CHAT, timestamp });
  happens('message', message('LIVE', now()));
  const heard = async () => (await operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' })).messages.map(({ content }) => content);
  await until(async () => (await heard()).length === 1, 'what came in', LONG);
  first.kill('SIGTERM');
  await first.ended;
  await is('DISCONNECTED');
  // WhatsApp gives it to the page when it is opened again, and no event is made of it.
  const profile = path.join(folder, 'w1', 'profiles', `session-s${session}`);
  world.add(profile, CHAT, message('MISSED', now()));
  await sleep(1500);
  start('w1');
  await until(async () => (await heard()).length === 2, 'what was missed', LONG);
  assert.deepEqual((await heard()).sort(), ['LIVE', 'MISSED']);
  await is('CONNECTED');
  assert.equal(lines('linked').length, 1);
});
