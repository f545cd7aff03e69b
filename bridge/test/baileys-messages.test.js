// Messages through baileys on a fake of the library: sends under our ids, acks that the library lets nobody see, restrictions,
// what the library asks for again, what comes in.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CommandFailure } from '../core/failure.js';
import { boom, world } from '../testkit/fakes/baileys/index.js';
import { openEngine, sleep, until } from '../testkit/engines.js';

const FAST = { connectMs: 1000, callMs: 200, endMs: 100, backoffMs: 1, longestBackoffMs: 5 };
const ID = '3EB0A1B2C3D4E5F6A7B8C9';
const other = (n) => `3EB0${String(n).padStart(18, '0')}`;

/** A session that is linked and connected. */
async function connected(t) {
  world.reset();
  const house = await openEngine(t, 'baileys', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.socket.scan();
  await line.state('connected');
  return { ...house, line };
}

test('a send has our id, shows no preview, and is submitted when it has left', async (t) => {
  const { line } = await connected(t);
  const { submitted } = await line.send(ID, { text: 'hello https://example.com' });
  assert.deepEqual(submitted, { providerMessageId: ID });
  const [{ jid, content, options }] = world.calls;
  assert.deepEqual([jid, content.text, content.linkPreview, options.messageId],
    ['4915111111111@s.whatsapp.net', 'hello https://example.com', null, ID]);
  assert.equal((await line.send(other(2), { recipient: '12036304@g.us' })).submitted.providerMessageId, other(2));
  assert.equal((await line.send(other(3), { recipient: '778899@lid' })).submitted.providerMessageId, other(3));
  assert.deepEqual(world.calls.slice(1).map((call) => call.jid), ['12036304@g.us', '778899@lid']);
  // A result that is none: the frame has left all the same.
  world.troubles = [{ nothing: true }];
  assert.equal((await line.send(other(4))).submitted.providerMessageId, other(4));
});

test('what was quoted is named, whether it is remembered or not', async (t) => {
  const { line } = await connected(t);
  await line.send(ID, { quoted: 'ABCDEF' });
  world.socket.ev.emit('messages.upsert', { type: 'notify', messages: [
    { key: { id: 'IN1', remoteJid: '4915111111111@s.whatsapp.net', fromMe: false }, message: { conversation: 'hi' }, messageTimestamp: 1 }] });
  await line.send(other(2), { quoted: 'IN1' });
  const [first, second] = world.calls.map(({ options }) => options.quoted);
  assert.deepEqual([first.key.id, first.key.fromMe, second.message], ['ABCDEF', false, { conversation: 'hi' }]);
});

test('a number without an account is not written to, and one that has is asked for once', async (t) => {
  const { line } = await connected(t);
  world.nobody.add('4915199999999@s.whatsapp.net');
  const { error } = await line.send(ID, { recipient: '+4915199999999' });
  assert.deepEqual([error.reason, world.calls.length], ['RECIPIENT_NOT_ON_WHATSAPP', 0]);
  await line.send(other(2));
  await line.send(other(3));
  assert.deepEqual(world.asked, ['4915199999999@s.whatsapp.net', '4915111111111@s.whatsapp.net']);
  // No answer is no reason not to try.
  for (const way of ['silent', 'hanging']) {
    world[way] = { onWhatsApp: true };
    const outcome = await line.send(other(way.length), { recipient: `+49151222222${way.length}` });
    assert.ok(outcome.submitted, way);
    world[way] = {};
  }
});

test('checkNumber tells whether there is an account, and its LID', async (t) => {
  const { line } = await connected(t);
  world.lids.set('4915111111111@s.whatsapp.net', '5550001:0@lid');
  world.nobody.add('4915199999999@s.whatsapp.net');
  assert.deepEqual(await line.account.checkNumber('+4915111111111'), { exists: true, lid: '5550001@lid' });
  assert.deepEqual(await line.account.checkNumber('+4915199999999'), { exists: false, lid: '' });
  world.silent.onWhatsApp = true;
  await assert.rejects(line.account.checkNumber('+4915122222222'), { reason: 'ENGINE_ERROR' });
  world.socket.close(440);
  await line.state('conflict');
  await assert.rejects(line.account.checkNumber('+4915122222222'), { reason: 'SESSION_NOT_CONNECTED' });
});

test('a line that is cut in the middle of a send leaves its outcome unknown; before it, it was not begun', async (t) => {
  const { line } = await connected(t);
  world.troubles = [{ before: boom('Connection Closed', 428) }, { after: boom('Timed Out', 408) }, { before: new TypeError('bad jid') },
    { before: boom('not-acceptable', 406) }];
  const errors = [];
  for (let n = 1; n <= 4; n++) errors.push((await line.send(other(n))).error);
  assert.deepEqual(errors.map(({ reason, notBegun, engineCode }) => [reason, notBegun, engineCode]), [
    ['OUTCOME_UNKNOWN', false, '428'], ['OUTCOME_UNKNOWN', false, '408'], ['ENGINE_ERROR', false, 'TypeError'], ['ENGINE_ERROR', false, '406']]);
  assert.equal(world.calls.length, 4, 'the driver repeats nothing');
  // rpcd repeats under the same id, and it is the same message.
  await line.send(other(2));
  assert.deepEqual([world.messages.get(other(2)).sends, world.messages.get(other(2)).times], [2, 1]);
  world.refused = 503;
  world.socket.close(428);
  await line.state('disconnected');
  const { error } = await line.send(ID);
  assert.deepEqual([error.reason, error.notBegun], ['SESSION_NOT_CONNECTED', true]);
});

test('a session that is another\'s by now sends nothing, and one that must wait waits', async (t) => {
  const { line } = await connected(t);
  line.mayAct = false;
  const sending = line.send(ID);
  await sleep(50);
  assert.equal(world.calls.length, 0);
  line.mayAct = true;
  assert.ok((await sending).submitted);
  // Its line may drop meanwhile.
  line.mayAct = false;
  const late = line.send(other(3));
  world.refused = 503;
  world.socket.close(428);
  line.mayAct = true;
  const dropped = (await late).error;
  assert.deepEqual([dropped.reason, dropped.notBegun, world.calls.length], ['SESSION_NOT_CONNECTED', true, 1]);
  world.refused = null;
  await line.state('connected', 2);
  line.mayAct = new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true });
  const { error } = await line.send(other(2));
  assert.deepEqual([error.reason, error.notBegun, world.calls.length], ['SESSION_NOT_CONNECTED', true, 1]);
});

test('good acks are heard on the socket, receipts by events, each told once it has an answer', async (t) => {
  const { line } = await connected(t);
  await line.send(ID);
  const { socket } = world;
  socket.ack(ID);
  socket.status(ID, 1);
  socket.status(ID, 3);
  socket.ev.emit('message-receipt.update', [{ key: { id: ID, fromMe: true, remoteJid: '49@s.whatsapp.net' },
    receipt: { userJid: '49@s.whatsapp.net', receiptTimestamp: 1700000000, readTimestamp: 1700000005 } }]);
  socket.status(ID, 5);
  // Of what the owner sends by phone, and of what others send, nobody wants to know.
  socket.ack('3A0123456789ABCDEF01');
  socket.status('3A0123456789ABCDEF01', 4);
  socket.ev.emit('messages.update', [{ key: { id: ID, fromMe: false }, update: { status: 4 } }, { key: {}, update: {} }]);
  await sleep(5);
  const acks = line.all('ack').map(({ providerMessageId, state }) => [providerMessageId, state]);
  assert.deepEqual(acks, [[ID, 'server'], [ID, 'delivered'], [ID, 'delivered'], [ID, 'read'], [ID, 'played']]);
  assert.deepEqual(line.all('ack')[3].at, new Date(1700000005000));
});

test('an ack that comes before the answer waits for it', async (t) => {
  const { line } = await connected(t);
  world.acks = { server: true, delivered: true };
  const auth = line.auth;
  let release;
  auth.held = new Promise((resolve) => { release = resolve; });
  const sending = line.send(ID);
  await until(() => world.messages.has(ID), 'the message');
  await sleep(20);
  assert.deepEqual(line.all('ack'), []);
  auth.held = null;
  release();
  await sending;
  await line.heard('ack', ({ state }) => state === 'delivered');
  const said = line.said.map(([what]) => what);
  assert.ok(said.indexOf('ack') > said.indexOf('answer'));
});

test('a message is submitted when its ratchet is kept, and not before', async (t) => {
  const { line } = await connected(t);
  let release;
  line.auth.held = new Promise((resolve) => { release = resolve; });
  let done = false;
  const sending = line.send(ID).then((outcome) => { done = true; return outcome; });
  await until(() => world.messages.has(ID), 'the message');
  await sleep(20);
  assert.equal(done, false);
  // What the library keeps counts when it is on rpcd's disk.
  let counts = false;
  const long = `${'9'.repeat(300)}@g.us::4915@s.whatsapp.net`;
  const { keys } = world.socket.config.auth;
  const kept = keys.set({ session: { someone: { step: 1 } }, 'sender-key': { [long]: { a: 1 }, [`${long}x`]: { b: 1 } } })
    .then(() => { counts = true; });
  assert.deepEqual(await keys.get('session', ['someone', 'nobody']), { someone: { step: 1 } });
  assert.deepEqual(await keys.get('sender-key', [long]), { [long]: { a: 1 } });
  await sleep(5);
  assert.equal(counts, false);
  line.auth.held = null;
  release();
  await kept;
  assert.ok((await sending).submitted);
  assert.ok(line.auth.values.has('key/session/4915111111111@s.whatsapp.net'));
});

test('463 is told once, after how long it lasts, and that is asked once for many', async (t) => {
  const { line } = await connected(t);
  const ends = new Date(Date.now() + 3_600_000);
  world.timelock = { isActive: true, timeEnforcementEnds: ends, enforcementType: 'BIZ_QUALITY' };
  for (const id of [ID, other(2)]) await line.send(id);
  for (const id of [ID, other(2)]) world.socket.ack(id, { error: '463' });
  await until(() => line.all('ack').length === 2, 'both acks');
  assert.deepEqual(line.all('ack').map(({ state, engineCode }) => [state, engineCode]), [['error', '463'], ['error', '463']]);
  assert.deepEqual(line.all('restriction'), [{ kind: 'reach_out_timelock', until: ends }]);
  const said = line.said.map(([what]) => what);
  assert.ok(said.indexOf('restriction') < said.indexOf('ack'));
  assert.equal(world.timelocks, 1);
});

test('479 is told, and again when the message was sent again', async (t) => {
  const { line } = await connected(t);
  await line.send(ID);
  world.socket.ack(ID, { error: '479' });
  await line.heard('ack');
  await line.send(ID);
  world.socket.ack(ID, { error: '479' });
  await until(() => line.all('ack').length === 2, 'the second');
  assert.deepEqual(line.all('ack').map(({ engineCode }) => engineCode), ['479', '479']);
});

test('an error that only the event tells of is told too', async (t) => {
  const { line } = await connected(t);
  await line.send(ID);
  for (let times = 1; times <= 2; times++) {
    const update = { key: { id: ID, fromMe: true }, update: { status: 0, messageStubParameters: ['463'] } };
    world.socket.ev.emit('messages.update', [update, update]);
    await until(() => line.all('ack').length === times, 'the ack');
    assert.equal(line.all('ack').at(-1).engineCode, '463');
    await line.send(ID);
  }
});

test('a cap on new chats is a restriction when it is reached', async (t) => {
  const { line } = await connected(t);
  const ends = Math.round(Date.now() / 1000) + 600;
  world.socket.ev.emit('message-capping.update', { capping_status: 'FIRST_WARNING', used_quota: 5, total_quota: 10 });
  world.socket.ev.emit('message-capping.update', { capping_status: 'CAPPED', used_quota: 10, total_quota: 10, cycle_end_timestamp: ends });
  await line.heard('restriction');
  assert.deepEqual(line.all('restriction'), [{ kind: 'new_chat_cap', until: new Date(ends * 1000), used: 10, total: 10 }]);
});

test('the library finds messages that went out: just now, before, and before the bridge was started', async (t) => {
  const { line, crash } = await connected(t);
  await line.send(ID, { text: 'first' });
  let release;
  line.auth.held = new Promise((resolve) => { release = resolve; });
  const sending = line.send(other(2), { text: 'second' });
  await until(() => world.messages.has(other(2)), 'the message');
  const asked = world.socket.config.getMessage({ id: other(2) });
  line.auth.held = null;
  release();
  await sending;
  assert.equal((await asked).extendedTextMessage.text, 'second');
  assert.equal(await world.socket.config.getMessage({ id: other(9) }), undefined);
  await crash();
  const next = await openEngine(t, 'baileys', { times: FAST });
  const again = next.carry(1, { linked: true, auth: line.auth });
  await again.start();
  await again.state('connected');
  assert.equal((await world.socket.config.getMessage({ id: ID })).extendedTextMessage.text, 'first');
});

test('messages that come in are told, whoever wrote and however they are wrapped; channels, the status and own ones are not', async (t) => {
  const { line } = await connected(t);
  const message = (id, key, content) => ({ key: { id, fromMe: false, ...key }, message: content, messageTimestamp: 1700000000 });
  const phone = { remoteJid: '4915111111111:3@s.whatsapp.net' };
  world.socket.ev.emit('messages.upsert', { type: 'notify', messages: [
    // What cannot be read takes nothing else with it.
    message('X', phone, { audioMessage: { get ptt() { throw new TypeError('a shape that nobody knows'); } } }),
    message('E', phone, { protocolMessage: { type: 0 } }),
    message('A', phone, { conversation: 'hi' }),
    message('B', { remoteJid: '555001@lid', remoteJidAlt: '4915122222222@s.whatsapp.net' },
      { ephemeralMessage: { message: { extendedTextMessage: { text: 'quoting', contextInfo: { stanzaId: ID } } } } }),
    message('C', phone, { audioMessage: { ptt: true } }),
    message('D', phone, { imageMessage: { caption: null } }),
    message('F', phone, null), { key: {}, message: {} },
    message('G', { remoteJid: '120363@newsletter' }, { conversation: 'in a channel' }),
    message('K', { remoteJid: '12036304@g.us' }, { conversation: 'nobody says who wrote' }),
    message('H', { remoteJid: 'status@broadcast' }, { conversation: 'status' }),
    message('I', { ...phone, fromMe: true }, { conversation: 'mine' }),
  ] });
  // What came while nobody was connected.
  world.socket.ev.emit('messages.upsert', { type: 'append', messages: [message('J', phone, { conversation: 'offline' })] });
  await line.heard('incoming', ({ providerMessageId }) => providerMessageId === 'J');
  await until(() => line.all('incoming').length === 5, 'all');
  assert.deepEqual(line.all('incoming').sort((a, b) => (a.providerMessageId < b.providerMessageId ? -1 : 1))
    .map(({ providerMessageId, fromPhone, fromLid, kind, text, quoted }) =>
      [providerMessageId, fromPhone, fromLid, kind, text, quoted]), [
    ['A', '+4915111111111', '', 'text', 'hi', ''], ['B', '+4915122222222', '555001@lid', 'text', 'quoting', ID],
    ['C', '+4915111111111', '', 'voice', '', ''], ['D', '+4915111111111', '', 'image', '', ''],
    ['J', '+4915111111111', '', 'text', 'offline', '']]);
  assert.deepEqual(line.all('incoming')[0].at, new Date(1700000000000));
  // Each was written to the account itself.
  assert.ok(line.all('incoming').every(({ chat, fromPhone, fromLid }) => chat !== '' && [fromPhone, fromLid].includes(chat)));
});
