// A bridge that was written from docs/BRIDGE.md alone, in a language that has nothing to do with this repository, against a
// real rpcd: what it needs to know stands on that page, or this fails. Its network's file is the judge.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { PythonNetwork, startPython } from '../testkit/python.js';
import { until } from '../testkit/wait.js';

const LONG = 60_000;
const DELIVERED = 'MESSAGE_STATUS_DELIVERED';
const options = { skip, timeout: 120_000 };

/** An rpcd, a user, and a Python bridge with one session that was linked by its QR code. */
async function setUp(t, { args = [] } = {}) {
  const rpcd = await Daemon.start(t);
  const { operator } = rpcd;
  const network = new PythonNetwork(rpcd.folder);
  const start = (more = []) => startPython(rpcd, { args: [...args, ...more] });
  const unlimited = { value: 0 };
  const user = await operator.users.createUser(
    { username: 'ada', maxMessagesPerDay: unlimited, maxMessagesPerMinute: unlimited });
  const session = (await operator.sessions.initSession({ userId: user.id })).id;
  // An engine that rpcd does not know for make-believe would send at a person's pace.
  await operator.sessions.updateSession({ id: session, session: { settings: { pacing: 'PACING_PROFILE_FAST' } },
    updateMask: { paths: ['settings.pacing'] } });
  const house = { rpcd, operator, network, start, user, session };
  house.bridge = start();
  house.status = async () => (await operator.sessions.getSession({ id: session })).status;
  house.isConnected = () =>
    until(async () => await house.status() === 'SESSION_STATUS_CONNECTED', 'the session to be connected', LONG);
  house.send = (recipient, message) => operator.messages.sendText({ userId: user.id, sessionId: session, recipient, message });
  house.message = (id) => operator.messages.getMessage({ id });
  house.isDelivered = (id) => until(async () => (await house.message(id)).status === DELIVERED, `message ${id}`, LONG);
  const { code } = await until(() => operator.sessions.getQrCode({ sessionId: session }).catch(() => null), 'a code', LONG);
  assert.match(code, /^2@/);
  network.happens({ event: 'scan', session, code: 'another' });
  network.happens({ event: 'scan', session, code });
  await house.isConnected();
  house.isUp = async (bridge) => {
    await until(() => bridge.log.includes('attached to'), 'the bridge to attach', LONG);
    await house.isConnected();
  };
  return house;
}

/** Each text went out once, to one recipient in the order in which it was accepted. */
function assertSentOnce(network, sent) {
  const lines = network.events('message');
  const counts = new Map();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { content } of sent) assert.equal(counts.get(content), 1, content);
  assert.equal(lines.length, sent.length);
  const to = (list, recipient, key) => list.filter((one) => one.recipient === recipient).map((one) => one[key]);
  for (const { recipient } of sent) assert.deepEqual(to(lines, recipient, 'text'), to(sent, recipient, 'content'));
}

test('a bridge from the page alone links, sends, acks and hears', options, async (t) => {
  const house = await setUp(t);
  const session = await house.operator.sessions.getSession({ id: house.session });
  assert.deepEqual([session.engine, session.phoneNumber, session.lid, session.bridge],
    ['simulator', '+999000000001', '1@lid', 'py']);
  const { bridges: [bridge] } = await house.operator.bridge.listBridges({});
  assert.deepEqual([bridge.status, bridge.engineVersion, bridge.sessions, bridge.kinds],
    ['BRIDGE_STATUS_ATTACHED', 'python', 1, ['text']]);
  assert.ok(bridge.credit > 0);

  const { id, clientMessageId } = await house.send('+4915112345678', 'Grüße 🦀');
  await house.isDelivered(id);
  const message = await house.message(id);
  assert.equal(message.providerMessageId, clientMessageId);
  assert.deepEqual(message.timeline.map(({ cause }) => cause), ['accepted', 'handed_to_bridge', 'result', 'ack', 'ack']);

  house.network.happens({ event: 'incoming', session: house.session, id: 'IN1', from: '+491700000001', text: 'a\0b \ud83d' });
  const { messages: [heard] } = await until(async () => {
    const list = await house.operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' });
    return list.messages.length > 0 && list;
  }, 'what came in', LONG);
  assert.deepEqual([heard.sender, heard.content, heard.providerMessageId], ['+491700000001', 'a\ufffdb \ufffd', 'IN1']);
});

test('disconnected, brought back, logged out: it follows', options, async (t) => {
  const house = await setUp(t);
  const { sessions } = house.operator;
  const id = { sessionId: house.session };
  await sessions.disconnectSession(id);
  const waiting = await house.send('+4915112345678', 'later');
  await sessions.initSession(id);
  await house.isConnected();
  await house.isDelivered(waiting.id);
  assert.equal(house.network.events('linked').length, 1);
  await sessions.logoutSession(id);
  await until(() => house.network.events('unlinked').length === 1, 'the link to end', LONG);
  await sessions.initSession(id);
  await until(async () => await house.status() === 'SESSION_STATUS_QR_PENDING', 'another code', LONG);
});

// What left no trace at the bridge, an engine with ids of its own cannot be asked about: a person is, and nothing is doubled.
// To know which that is, its sends go one after the other.
for (const [engine, args, recipients] of [['takes our ids', [], 3], ['has ids of its own', ['--own-ids'], 1]]) {
  test(`killed at every point of a send, with an engine that ${engine}, it loses and doubles nothing`, options, async (t) => {
    const house = await setUp(t, { args });
    const { network, rpcd } = house;
    const sent = [];
    await house.bridge.kill();
    for (const [round, point] of ['received', 'intent', 'network', 'done', 'sent'].entries()) {
      const bridge = house.start(['--crash', `${point}:2`]);
      await house.isUp(bridge);
      const texts = [];
      for (let n = 0; n < 6; n++) texts.push(await house.send(`+491511234560${n % recipients}`, `${point} ${n}`));
      assert.equal(await bridge.ended, 'SIGKILL', bridge.log);
      // The server too, in two rounds of three; once while the bridge is away, once under its hands.
      if (round % 3 === 0) { await rpcd.kill(); await rpcd.start(); }
      const next = house.start();
      await house.isUp(next);
      if (round % 3 === 1) { await rpcd.terminate(); await rpcd.start(); }
      const { delivered, unknown } = await until(async () => {
        const now = await Promise.all(texts.map(({ id }) => house.message(id)));
        const groups = { delivered: now.filter(({ status }) => status === DELIVERED),
          unknown: now.filter(({ status }) => status === 'MESSAGE_STATUS_UNKNOWN') };
        return groups.delivered.length + groups.unknown.length === 6 && groups;
      }, `the texts of ${point}`, LONG);
      // At `received` it took one to the grave, which left no trace. At `sent` rpcd may have the Result and hand out the
      // next before the bridge is dead, or may not.
      const [fewest, most] = args.length === 0 ? [0, 0] : { received: [1, 1], sent: [0, 1] }[point] ?? [0, 0];
      assert.ok(fewest <= unknown.length && unknown.length <= most, `${point}: ${unknown.length} unknown`);
      sent.push(...delivered);
      await next.kill();
    }
    assertSentOnce(network, sent);
  });
}

test('what came in while everything was being killed is there, once', options, async (t) => {
  const house = await setUp(t);
  await house.bridge.kill();
  const ids = [];
  for (const [index, point] of ['incoming', 'taken', 'incoming'].entries()) {
    const round = index + 1;
    const bridge = house.start(['--crash', `${point}:1`]);
    await house.isUp(bridge);
    // Synced in the bridge's journal when nobody can take it from there, told to the network, and then the bridge dies as well.
    if (round === 2) await house.rpcd.kill();
    ids.push(`IN${round}`);
    house.network.happens({ event: 'incoming', session: house.session, id: ids.at(-1), from: '+491700000001', text: 'hi' });
    assert.equal(await bridge.ended, 'SIGKILL', bridge.log);
    if (round === 2) await house.rpcd.start();
    const next = house.start();
    await house.isUp(next);
    await until(() => house.network.events('taken').length >= round, 'the network to hear of it', LONG);
    await next.kill();
  }
  const list = await until(async () => {
    const { messages } = await house.operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' });
    return messages.length >= ids.length && messages;
  }, 'what came in', LONG);
  assert.deepEqual(list.map(({ providerMessageId }) => providerMessageId).sort(), ids);
});

test('rpcd is restarted under load: the session stays connected, every text goes out once', options, async (t) => {
  const house = await setUp(t);
  const sent = [];
  for (const how of ['terminate', 'kill']) {
    for (let n = 0; n < 20; n++) sent.push(await house.send(`+491511234560${n % 4}`, `${how} ${n}`));
    await house.rpcd[how]();
    await house.rpcd.start();
  }
  for (const { id } of sent) await house.isDelivered(id);
  assertSentOnce(house.network, sent);
  const { epoch } = await house.operator.sessions.getSession({ id: house.session });
  assert.equal(epoch, 1);
});

test('it leaves in good order, and makes room for another of its name', options, async (t) => {
  const house = await setUp(t);
  const { id } = await house.send('+4915112345678', 'before');
  await house.isDelivered(id);
  const second = startPython(house.rpcd, { state: 'second' });
  assert.equal(await house.bridge.ended, 75, house.bridge.log);
  assert.equal(await second.kill('SIGTERM'), 0, second.log);
  const stranger = startPython(house.rpcd, { state: 'third',
    env: { SWITCHBOARD_API_KEY: 'sbk_AAAAAAAA_nonsense' } });
  assert.equal(await stranger.ended, 77, stranger.log);
});
