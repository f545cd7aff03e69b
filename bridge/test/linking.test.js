// Linking by a pairing code, asking for numbers, and one number in one session alone: through a real rpcd and the simulator.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { journalOf, startBridge } from '../testkit/processes.js';
import { until } from '../testkit/wait.js';

const LONG = 60_000;
const options = { skip, timeout: 120_000 };
const PHONE = '+4915112345678';
const FAST = { qr: { first_ms: 60_000, scan_after_ms: 50 }, link: { authenticated_ms: 1 }, connect_ms: 1,
  not_on_whatsapp: ['+4915100000000'] };

async function setUp(t, script = FAST) {
  const rpcd = await Daemon.start(t);
  const { folder, operator } = rpcd;
  const networkDir = path.join(folder, 'network');
  const bridge = startBridge(t, { endpoint: rpcd.bridges, networkDir, stateDir: path.join(folder, 'b1'), script });
  rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
  const user = await operator.users.createUser({ username: 'ada' });
  const session = (await operator.sessions.createSession({ userId: user.id, name: 'main' })).id;
  const house = { operator, session, user, networkDir, bridge };
  house.is = (id, status) => until(async () => {
    const now = await operator.sessions.getSession({ id });
    return now.status === `SESSION_STATUS_${status}` && now;
  }, `session ${id} to be ${status}`, LONG);
  house.events = (name) => journalOf(networkDir).filter(({ event }) => event === name);
  // It has to have attached, or nobody is there to ask.
  await until(async () => (await operator.bridge.listBridges({})).bridges.length > 0, 'the bridge', LONG);
  return house;
}

test('a session that never ran is linked by a code for a phone', options, async (t) => {
  const { operator, session, is, events, bridge } = await setUp(t);
  const { code, phoneNumber, expiresAt } = await operator.sessions.requestPairingCode({ sessionId: session, phoneNumber: '+49 151 12345678' });
  assert.match(code, /^[A-Z1-9]{4}-[A-Z1-9]{4}$/);
  assert.deepEqual([phoneNumber, expiresAt.seconds > Date.now() / 1000], [PHONE, true]);
  const linked = await is(session, 'CONNECTED');
  assert.equal(linked.phoneNumber, PHONE);
  assert.match(linked.lid, /^\d+@lid$/);
  assert.deepEqual(events('linked').map(({ phone }) => phone), [PHONE]);
  assert.ok(!bridge.output.stderr.includes(code));
  await assert.rejects(operator.sessions.requestPairingCode({ sessionId: session, phoneNumber: PHONE }), { reason: 'SESSION_BUSY' });
});

test('a number is asked for once, and its lid can be written to', options, async (t) => {
  const { operator, session, user, is, events } = await setUp(t);
  await operator.sessions.initSession({ sessionId: session });
  await is(session, 'CONNECTED');
  const check = (phone) => operator.sessions.checkNumber({ sessionId: session, phoneNumber: phone });
  const first = await check(PHONE);
  assert.deepEqual([first.exists, first.cached], [true, false]);
  assert.deepEqual([(await check(PHONE)).cached, (await check('0049 151 12345678')).cached], [true, true]);
  assert.equal((await check('+4915100000000')).exists, false);
  assert.equal(events('checked').length, 2);
  const { id } = await operator.messages.sendText({ userId: user.id, sessionId: session, recipient: first.lid, message: 'by lid' });
  await until(async () => (await operator.messages.getMessage({ id })).status === 'MESSAGE_STATUS_DELIVERED', 'it', LONG);
  assert.deepEqual(events('message').map(({ recipient }) => recipient), [first.lid]);
});

test('a number that is linked already is refused with the name of its session, and the new link is ended', options, async (t) => {
  const { operator, session, user, is, events } = await setUp(t, { ...FAST, link: { authenticated_ms: 1, phone: PHONE } });
  await operator.sessions.initSession({ sessionId: session });
  await is(session, 'CONNECTED');
  const second = (await operator.sessions.initSession({ userId: user.id, session: 'second' })).id;
  const refused = await is(second, 'FAILED');
  assert.deepEqual([refused.statusReason, refused.lastError],
    ['number_already_linked', 'This number is linked by the session main already.']);
  await until(() => events('unlinked').some((event) => event.session === second), 'the new link to end', LONG);
  await assert.rejects(operator.sessions.requestPairingCode({ sessionId: second, phoneNumber: PHONE }),
    (error) => error.reason === 'NUMBER_ALREADY_LINKED' && /session main/.test(error.message));
  assert.equal((await operator.sessions.getSession({ id: session })).status, 'SESSION_STATUS_CONNECTED');
});
