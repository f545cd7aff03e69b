// The baileys driver on a fake of the library: linking, what each close code leads to, credentials that count when they are
// kept. What goes out and comes in: baileys-messages.test.js.
import assert from 'node:assert/strict';
import test from 'node:test';
import { world } from '../testkit/fakes/baileys/index.js';
import { KeptAuth, openEngine, sleep, until } from '../testkit/engines.js';

const FAST = { connectMs: 1000, callMs: 200, endMs: 100, backoffMs: 1, longestBackoffMs: 5 };
const ID = '3EB0A1B2C3D4E5F6A7B8C9';
const other = (n) => `3EB0${String(n).padStart(18, '0')}`;

async function open(t, options) {
  world.reset();
  return openEngine(t, 'baileys', { times: FAST, ...options });
}

/** A session that is linked and connected. */
async function connected(t, { session = 1, auth, ...options } = {}) {
  const house = await open(t, options);
  const line = house.carry(session, { auth });
  await link(line);
  return { ...house, line };
}

async function link(line) {
  await line.start();
  await line.heard('qr');
  world.socket.scan();
  await line.state('connected');
}

test('it is linked by a QR code: the codes, the restart that WhatsApp asks for, then connected', async (t) => {
  const { driver, carry } = await open(t);
  assert.equal(driver.repeatsAreSafe, true);
  assert.deepEqual([driver.engine, driver.version, driver.kinds], ['baileys', '7.0.0-rc14 web 2.3000.1234567890',
    ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'contact', 'poll', 'reaction', 'edit', 'delete', 'contacts']]);
  const line = carry(1);
  await line.start();
  const first = await line.heard('qr');
  world.socket.showQr();
  const second = await line.heard('qr', ({ sequence }) => sequence === 2);
  const life = ({ expiresAt }) => Math.round((expiresAt - Date.now()) / 1000);
  assert.deepEqual([first.sequence, life(first), life(second), first.code !== second.code], [1, 60, 20, true]);
  const [socket] = world.sockets;
  socket.scan();
  assert.deepEqual(await line.state('connected'), { phoneNumber: '+4915100000001', lid: '77700000000001@lid' });
  assert.deepEqual(line.states(), ['starting', 'qr_pending', 'authenticated', 'connected']);
  assert.equal((await line.state('authenticated')).phoneNumber, '+4915100000001');
  // A socket is good for one connection.
  assert.deepEqual([world.sockets.length, socket.ended, world.sockets[1].open], [2, true, true]);
  // The library is told not to show the account online, to fetch no history, and where to find messages.
  const { markOnlineOnConnect, syncFullHistory, getMessage } = socket.config;
  assert.deepEqual([markOnlineOnConnect, syncFullHistory, typeof getMessage], [false, false, 'function']);
});

test('credentials are kept before anybody hears that it is linked, and what was there before is gone', async (t) => {
  const { carry } = await open(t);
  const auth = new KeptAuth();
  auth.values.set('creds', Buffer.from('{}')).set('key/session/old', Buffer.from('{}'));
  const line = carry(1, { auth });
  await line.start();
  await line.heard('qr');
  let release;
  auth.held = new Promise((resolve) => { release = resolve; });
  world.socket.scan();
  await sleep(30);
  assert.deepEqual(line.states(), ['starting', 'qr_pending']);
  release();
  auth.held = null;
  await line.state('connected');
  assert.equal(auth.puts[0].clear, true);
  assert.equal(auth.puts.filter(({ clear }) => clear).length, 1);
  assert.equal(auth.values.has('key/session/old'), false);
  assert.equal([...auth.values.keys()].filter((key) => key.startsWith('key/pre-key/')).length, 30);
});

test('what the library changes late of a device that was given up does not touch the next', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  await line.start();
  await line.heard('qr');
  const [older] = world.sockets;
  older.close(428);
  await line.heard('qr', ({ sequence }) => sequence === 2);
  older.ev.emit('creds.update', { me: { id: 'nobody' } });
  await sleep(5);
  assert.equal(line.auth.values.has('creds'), false);
  await older.config.auth.keys.set({ session: { x: { step: 1 } } });
  world.socket.scan();
  await line.state('connected');
  assert.equal((await line.state('connected')).phoneNumber, '+4915100000001');
  assert.ok(!line.auth.values.has('key/session/x'));
});

test('a linked session is let in without a code, by any bridge that finds its credentials, and ratchets go on', async (t) => {
  const { line, carry, crash } = await connected(t);
  await line.send(ID);
  await crash();
  const next = await openEngine(t, 'baileys', { times: FAST });
  const again = next.carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  assert.equal((await again.state('connected')).phoneNumber, '+4915100000001');
  assert.deepEqual(again.all('qr'), []);
  await again.send(other(2));
  assert.deepEqual([world.messages.get(ID).unreadable, world.messages.get(other(2)).unreadable], [false, false]);
  assert.equal(typeof carry, 'function');
});

test('without credentials, or with some that do not open, a linked session is logged out', async (t) => {
  const { carry } = await open(t);
  const line = carry(1, { linked: true });
  await line.start();
  assert.equal((await line.state('logged_out')).reason, 'credentials_missing');
  const auth = new KeptAuth();
  auth.fails = Object.assign(new Error('sealed with another key'), { code: 'DATA_LOSS' });
  const second = carry(2, { linked: true, auth });
  await second.start();
  assert.equal((await second.state('logged_out')).reason, 'credentials_missing');
  assert.equal(world.sockets.length, 0);
});

test('a pairing code takes the place of QR codes, also where it is asked for too early', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  const asked = line.account.requestPairingCode('+4915100000001');
  await line.start();
  const { code, expiresAt } = await asked;
  assert.deepEqual([code, world.pairing.digits], ['ABCD-1234', '4915100000001']);
  assert.ok(expiresAt > new Date(Date.now() + 100_000));
  const shown = line.all('qr').length;
  world.socket.showQr();
  assert.equal(line.all('qr').length, shown);
  world.socket.scan();
  await line.state('connected');
  await assert.rejects(line.account.requestPairingCode('+4915100000001'), { reason: 'SESSION_BUSY' });
});

test('a pairing code that nobody types in ends as such, and leaves no half of a link behind', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  await line.start();
  await line.heard('qr');
  await line.account.requestPairingCode('+4915100000001');
  world.refs = 0;
  world.socket.showQr();
  assert.deepEqual(await line.state('disconnected'), { reason: 'pairing_timeout', refusal: undefined, final: true });
});

test('codes that nobody scans end the session; a line that drops meanwhile is only another set of codes', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  await line.start();
  await line.heard('qr');
  world.refs = 6;
  world.socket.close(428);
  await line.heard('qr', ({ sequence }) => sequence === 2);
  assert.equal(world.sockets.length, 2);
  world.refs = 0;
  world.socket.showQr();
  const ended = await line.state('disconnected');
  assert.deepEqual([ended.reason, ended.final], ['qr_timeout', true]);
});

for (const [code, state, reason, more] of [[440, 'conflict', 'replaced'], [401, 'logged_out', 'LOGOUT'],
  [403, 'failed', 'account_banned', { refusal: 'ACCOUNT_BANNED' }], [411, 'failed', 'multidevice_mismatch'],
  [405, 'failed', 'web_version_refused']]) {
  test(`close code ${code} is final: ${state}`, async (t) => {
    const { line } = await connected(t);
    world.socket.close(code);
    const said = await line.state(state);
    assert.equal(said.reason, reason);
    if (more) assert.equal(said.refusal, more.refusal);
    await sleep(30);
    assert.equal(world.sockets.length, 2, 'no other socket was opened');
  });
}

for (const code of [428, 408, 503, 515, 500]) {
  test(`close code ${code} is followed by another connection`, async (t) => {
    const { line } = await connected(t);
    world.socket.close(code);
    await line.state('connected', 2);
    assert.deepEqual(line.states().slice(-2), ['disconnected', 'connected']);
    assert.equal((await line.state('disconnected')).reason, `closed_${code}`);
    assert.equal(world.sockets.length, 3);
    assert.equal((await line.send(ID)).submitted.providerMessageId, ID);
  });
}

test('515 is followed at once, but a server that says nothing else is not run against', async (t) => {
  const { line } = await connected(t, { times: { ...FAST, backoffMs: 100_000, longestBackoffMs: 100_000 } });
  world.refused = 515;
  world.socket.close(515);
  await until(() => world.sockets.length === 3, 'the first attempt');
  await sleep(50);
  assert.equal(world.sockets.length, 3);
});

test('a connection on which nobody says anything is given up', async (t) => {
  const { carry } = await open(t, { times: { ...FAST, connectMs: 20 } });
  world.mute = true;
  const line = carry(1);
  await line.start();
  await until(() => world.sockets.length >= 2, 'another socket');
  world.mute = false;
  await line.heard('qr');
});

test('a ban for a while makes it restricted, with its end, and sends wait', async (t) => {
  const { line } = await connected(t);
  world.socket.close(402, { expire: '3600' });
  assert.equal((await line.state('restricted')).reason, 'temporary_ban');
  const [{ kind, until: end }] = line.all('restriction');
  assert.deepEqual([kind, Math.round((end - Date.now()) / 60_000)], ['temporary_ban', 60]);
  const { error } = await line.send(ID);
  assert.deepEqual([error.reason, error.notBegun, world.messages.size], ['ACCOUNT_RESTRICTED', true, 0]);
});

test('nothing is connected before the session is certainly ours', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  line.mayAct = false;
  await line.start();
  await sleep(40);
  assert.equal(world.sockets.length, 0);
  line.mayAct = true;
  await line.heard('qr');
});

test('logout ends the link, also where the library hangs; stopping alone does not', async (t) => {
  const { line, carry } = await connected(t);
  const [device] = world.devices.keys();
  await line.stop('moved');
  assert.deepEqual([world.devices.has(device), world.socket], [true, undefined]);
  const again = carry(1, { linked: true, auth: line.auth });
  await again.start();
  await again.state('connected');
  await again.stop('logout');
  assert.equal(world.devices.has(device), false);
  const third = carry(2);
  await link(third);
  world.hanging = { logout: true, end: true };
  const began = performance.now();
  await third.stop('logout');
  assert.ok(performance.now() - began < 5000);
  assert.deepEqual(third.states().at(-1), 'connected', 'nothing is said by a carrier that was stopped');
});

test('one session\'s trouble is its own', async (t) => {
  const { line, carry, lines } = await connected(t);
  const other1 = carry(2);
  await link(other1);
  const [first] = world.sockets.filter(({ open }) => open);
  first.ev.emit('messages.upsert', { messages: null });
  first.ev.emit('messages.update', [null]);
  first.ws.emit('error', new Error('socket hang up'));
  first.ws.emit('CB:ack,class:message', {});
  await sleep(5);
  assert.ok(lines.some((text) => text.includes('listener_failed')));
  first.close(401);
  await line.state('logged_out');
  assert.ok((await other1.send(ID)).submitted);
  assert.equal(other1.states().at(-1), 'connected');
});

test('what the library logs, and what it is let in with, is in no log', async (t) => {
  const { line, lines } = await connected(t);
  await line.send(ID, { text: 'a secret text' });
  world.socket.close(428);
  await line.state('connected', 2);
  const secret = JSON.parse(line.auth.values.get('creds').toString()).advSecretKey;
  const all = lines.join('\n');
  for (const hidden of ['a secret text', secret, 'the library logs a lot', line.all('qr')[0].code]) assert.ok(!all.includes(hidden));
});
