// What the bridge carries and answers, against an rpcd played by the test: sessions at their epochs, sends, failures.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { CommandFailure } from '../core/failure.js';
import { given, setUp } from '../testkit/bridge.js';
import { temporaryFolder } from '../testkit/server.js';
import { sleep, until } from '../testkit/wait.js';

test('a session is carried from Assign to Release', async (t) => {
  const { rpcd, driver } = await setUp(t);
  const fact = await rpcd.connected(7, 3, { name: 'shop', linked: true, phoneNumber: '+999000000001' });
  assert.deepEqual([fact.seq, fact.sessionState.epoch, fact.sessionState.phoneNumber], [1, 3, '+999000000001']);
  assert.equal(driver.carriers[0].assign.name, 'shop');
  rpcd.current.send({ release: { sessionId: 7, epoch: 3, reason: 'disconnect' } });
  const gone = await rpcd.state(7, 'disconnected');
  assert.equal(gone.sessionState.reason, 'disconnect');
  assert.equal(driver.carriers[0].stopped, 'disconnect');
});

test('a release for logout ends as logged_out', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  rpcd.current.send({ release: { sessionId: 1, epoch: 1, reason: 'logout' } });
  await rpcd.state(1, 'logged_out');
  assert.equal(driver.carriers[0].stopped, 'logout');
});

test('a send is answered once, with the epoch and id it had, and gives its credit back', async (t) => {
  const { rpcd, driver } = await setUp(t, { credit: 2 });
  await rpcd.connected(1, 4);
  await until(() => rpcd.current.credit === 2, 'credit');
  const send = rpcd.give(1, 4, { quoted: 'Q1' });
  const [one] = await given(driver, 1);
  assert.deepEqual([one.message.text, one.message.recipient, one.message.quoted, one.message.kind],
    ['message 1', '+49151000001', 'Q1', 'text']);
  await sleep(20);
  assert.equal(rpcd.current.credit, 1, 'credit comes back with the answer, not before');
  one.submit();
  const { result } = await rpcd.result(send.commandId);
  assert.deepEqual(result, { commandId: send.commandId, sessionId: 1, epoch: 4,
    submitted: { providerMessageId: send.clientMessageId, state: 'ACK_STATE_UNSPECIFIED' } });
  await until(() => rpcd.current.credit === 2, 'the credit');
});

test('a send without credit is refused as not begun', async (t) => {
  const { rpcd, driver } = await setUp(t, { credit: 1 });
  await rpcd.connected(1, 1);
  await until(() => rpcd.current.credit === 1, 'credit');
  rpcd.give(1, 1);
  const over = rpcd.give(1, 1);
  const { result } = await rpcd.result(over.commandId);
  assert.deepEqual([result.error.reason, result.error.notBegun], ['OVERLOADED', true]);
  assert.equal((await given(driver, 1)).length, 1);
});

test('a driver\'s failure is answered in its words, any other exception as ENGINE_ERROR', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const first = rpcd.give(1, 1, { recipient: '+4911111111' });
  const second = rpcd.give(1, 1, { recipient: '+4922222222' });
  const [a, b] = await given(driver, 2);
  a.fail(new CommandFailure('RECIPIENT_NOT_ON_WHATSAPP', { engineCode: '404', text: 'no such number' }));
  b.fail(Object.assign(new Error(`page \ud800 crashed${'!'.repeat(5000)}`), { code: 'EPIPE' }));
  assert.deepEqual((await rpcd.result(first.commandId)).result.error,
    { reason: 'RECIPIENT_NOT_ON_WHATSAPP', engineCode: '404', text: 'no such number', notBegun: false });
  const { error } = (await rpcd.result(second.commandId)).result;
  assert.deepEqual([error.reason, error.engineCode, error.notBegun, error.text.length],
    ['ENGINE_ERROR', 'EPIPE', false, 1000]);
});

test('sends to one recipient go in order, other recipients do not wait', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const to = (recipient) => rpcd.give(1, 1, { recipient });
  const [a1, a2, b1] = [to('+4911111111'), to('+4911111111'), to('+4922222222')];
  await given(driver, 2);
  await sleep(20);
  assert.deepEqual(driver.sends.map(({ message }) => message.commandId), [a1.commandId, b1.commandId]);
  driver.sends[0].submit();
  await given(driver, 3);
  assert.equal(driver.sends[2].message.commandId, a2.commandId);
});

test('the same command again is answered and not carried out again', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const send = rpcd.give(1, 1);
  (await given(driver, 1))[0].submit();
  const { seq } = await rpcd.result(send.commandId);
  rpcd.current.send({ send });
  const again = await rpcd.result(send.commandId, (_, fact) => fact.seq > seq);
  assert.equal(again.result.submitted.providerMessageId, send.clientMessageId);
  assert.equal(driver.sends.length, 1);
});

test('the same message under a new command is answered from memory, at the new epoch and while it is under way',
  async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const send = rpcd.give(1, 1);
  await given(driver, 1);
  const retry = rpcd.give(1, 1, { clientMessageId: send.clientMessageId, attempt: 2 });
  await sleep(20);
  assert.equal(driver.sends.length, 1, 'one run for both');
  driver.sends[0].submit();
  await rpcd.result(send.commandId);
  await rpcd.result(retry.commandId);
  await rpcd.connected(1, 2);
  const late = rpcd.give(1, 2, { clientMessageId: send.clientMessageId, attempt: 3 });
  const { result } = await rpcd.result(late.commandId);
  assert.deepEqual([result.epoch, result.submitted.providerMessageId], [2, send.clientMessageId]);
  assert.equal(driver.sends.length, 1);
});

test('a failed message is carried out again when it is given again', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const send = rpcd.give(1, 1);
  (await given(driver, 1))[0].fail(new CommandFailure('ENGINE_ERROR'));
  await rpcd.result(send.commandId);
  rpcd.give(1, 1, { clientMessageId: send.clientMessageId, attempt: 2 });
  await given(driver, 2);
});

test('a message that the engine took and gave up is carried out again when it is given again', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const send = rpcd.give(1, 1);
  const [first] = await given(driver, 1);
  first.submit();
  await rpcd.result(send.commandId);
  first.carrier.sink.ack({ providerMessageId: send.clientMessageId, state: 'error', at: new Date(), engineCode: '463' });
  rpcd.give(1, 1, { clientMessageId: send.clientMessageId, attempt: 2 });
  const [, second] = await given(driver, 2);
  // The ack may also overtake the engine's own answer.
  second.carrier.sink.ack({ providerMessageId: send.clientMessageId, state: 'error', at: new Date(), engineCode: '463' });
  second.submit();
  await until(() => rpcd.current.credit > 0, 'credit');
  await sleep(20);
  rpcd.give(1, 1, { clientMessageId: send.clientMessageId, attempt: 3 });
  const [, , third] = await given(driver, 3);
  third.submit();
  await sleep(20);
  const fourth = rpcd.give(1, 1, { clientMessageId: send.clientMessageId, attempt: 4 });
  await rpcd.result(fourth.commandId);
  assert.equal(driver.sends.length, 3, 'one that the engine took and kept is answered from memory');
});

test('a command number that a forgetful server uses once more is another command', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  rpcd.give(1, 1, { commandId: 99 });
  (await given(driver, 1))[0].submit();
  await rpcd.result(99);
  rpcd.give(1, 1, { commandId: 99, clientMessageId: '3EB0FFFFFFFFFFFFFFFFFF' });
  await given(driver, 2);
});

test('stale sends, assigns and releases do nothing, and a send is told so', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 5);
  for (const [session, epoch] of [[1, 4], [1, 6], [2, 5]]) {
    const { result } = await rpcd.result(rpcd.give(session, epoch).commandId);
    assert.deepEqual([result.epoch, result.error.reason, result.error.notBegun],
      [epoch, 'SESSION_NOT_CONNECTED', true]);
  }
  rpcd.assign(1, 4);
  rpcd.assign(1, 5);
  rpcd.current.send({ release: { sessionId: 1, epoch: 4, reason: 'moved' } });
  const { commandId } = rpcd.give(1, 5);
  (await given(driver, 1))[0].submit();
  await rpcd.result(commandId);
  assert.equal(driver.carriers.length, 1);
  assert.equal(driver.carriers[0].stopped, null);
});

test('a send that could not be begun in its time is not begun, and none is where there is no limit', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const first = rpcd.give(1, 1, { timeoutMs: 0 });
  const [running] = await given(driver, 1);
  // Behind the first, to the same recipient.
  const late = rpcd.give(1, 1, { timeoutMs: 1 });
  const patient = rpcd.give(1, 1, { timeoutMs: 0 });
  await sleep(20);
  running.submit();
  await rpcd.result(first.commandId);
  const { result } = await rpcd.result(late.commandId);
  assert.deepEqual([result.error.reason, result.error.notBegun], ['DEADLINE_EXCEEDED', true]);
  const [, next] = await given(driver, 2);
  next.submit();
  assert.ok((await rpcd.result(patient.commandId)).result.submitted);
});

test('wall clocks that disagree keep no send from being begun', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const now = Date.now;
  t.after(() => { Date.now = now; });
  Date.now = () => now() + 3_600_000;
  const send = rpcd.give(1, 1);
  const [running] = await given(driver, 1);
  running.submit();
  assert.ok((await rpcd.result(send.commandId)).result.submitted);
});

test('a kind that the engine cannot send is refused', async (t) => {
  const { rpcd } = await setUp(t);
  await rpcd.connected(1, 1);
  const { result } = await rpcd.result(rpcd.give(1, 1, { text: undefined }).commandId);
  assert.deepEqual([result.error.reason, result.error.notBegun], ['ENGINE_UNSUPPORTED', true]);
});

test('a send that the engine never answers ends as unknown, and a late success is still reported', async (t) => {
  const { rpcd, driver } = await setUp(t, { limits: { sendMs: 50, graceMs: 20, stopMs: 100, startMs: 500 } });
  await rpcd.connected(1, 1);
  const { commandId, clientMessageId } = rpcd.give(1, 1);
  const { result } = await rpcd.result(commandId);
  assert.deepEqual([result.error.reason, result.error.notBegun], ['OUTCOME_UNKNOWN', false]);
  driver.sends[0].submit();
  const late = await rpcd.result(commandId, (fact) => fact.submitted);
  assert.equal(late.result.submitted.providerMessageId, clientMessageId);
});

test('a newer epoch replaces the carrier: the old one is gone before the new one starts, its words no longer count',
  async (t) => {
  const { rpcd, driver } = await setUp(t);
  const order = [];
  driver.stopping = async (carrier) => { await sleep(30); order.push(`stopped ${carrier.assign.epoch}`); };
  await rpcd.connected(1, 1);
  await rpcd.connected(1, 2);
  order.push('connected 2');
  assert.deepEqual(order, ['stopped 1', 'connected 2']);
  const before = rpcd.facts.length;
  driver.carriers[0].sink.state('disconnected');
  driver.carriers[0].sink.qr({ sequence: 1, code: 'x', expiresAt: new Date() });
  driver.carriers[1].sink.state('restricted');
  await rpcd.state(1, 'restricted');
  assert.equal(rpcd.facts.length, before + 1);
  assert.ok(rpcd.facts.every(({ sessionState }) => sessionState.state !== 'SESSION_STATUS_DISCONNECTED'));
});

test('after a conflict, too, the old carrier is gone before the new one starts', async (t) => {
  const { rpcd, driver } = await setUp(t);
  const order = [];
  driver.stopping = async (carrier) => { await sleep(30); order.push(`stopped ${carrier.assign.epoch}`); };
  await rpcd.connected(1, 1);
  driver.carriers[0].sink.state('conflict', { reason: 'replaced' });
  await rpcd.state(1, 'conflict');
  await rpcd.connected(1, 2, { linked: true });
  order.push('connected 2');
  assert.deepEqual(order, ['stopped 1', 'connected 2']);
});

test('a session that ended by itself is let go, with its sends refused by the reason', async (t) => {
  const { rpcd, driver, bridge } = await setUp(t);
  const cases = [['logged_out', 'SESSION_LOGGED_OUT'], ['conflict', 'SESSION_CONFLICT'],
    ['failed', 'SESSION_NOT_CONNECTED']];
  for (const [index, [state, reason]] of cases.entries()) {
    await rpcd.connected(index + 1, 1);
    rpcd.give(index + 1, 1);
    const waiting = rpcd.give(index + 1, 1);
    await given(driver, index + 1);
    driver.carriers[index].sink.state(state, { reason: 'because' });
    assert.equal((await rpcd.state(index + 1, state)).sessionState.reason, 'because');
    assert.deepEqual((await rpcd.result(waiting.commandId)).result.error.reason, reason);
    await until(() => driver.carriers[index].stopped === state, 'the stop');
  }
  assert.equal(bridge.sessions.size, 0);
});

test('one session\'s failures never reach another', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  driver.startFails = new Error('no browser');
  rpcd.assign(2, 1);
  assert.equal((await rpcd.state(2, 'failed')).sessionState.reason, 'no browser');
  driver.startFails = null;
  const carry = driver.carry;
  driver.carry = () => { throw new Error('thrown at once'); };
  rpcd.assign(3, 1);
  await rpcd.state(3, 'failed');
  driver.carry = carry;
  driver.stopping = () => new Promise(() => {});
  await rpcd.connected(4, 1);
  rpcd.current.send({ release: { sessionId: 4, epoch: 1, reason: 'disconnect' } });
  await rpcd.state(4, 'disconnected');
  driver.stopping = null;
  const { commandId } = rpcd.give(1, 1);
  (await given(driver, 1))[0].submit();
  await rpcd.result(commandId);
});

test('more sessions than it has room for are refused', async (t) => {
  const { rpcd } = await setUp(t, { capacity: 1 });
  await rpcd.connected(1, 1);
  rpcd.assign(2, 9);
  const { sessionState } = await rpcd.state(2, 'disconnected');
  assert.deepEqual([sessionState.reason, sessionState.epoch], ['no_capacity', 9]);
});

test('a session that is being let go leaves its room to the next at once', async (t) => {
  const { rpcd, driver } = await setUp(t, { capacity: 1 });
  await rpcd.connected(1, 1);
  driver.stopping = () => sleep(50);
  rpcd.current.send({ release: { sessionId: 1, epoch: 1, reason: 'disconnect' } });
  await rpcd.connected(2, 1);
  await rpcd.state(1, 'disconnected');
  assert.ok(!rpcd.facts.some(({ sessionState }) => sessionState?.reason === 'no_capacity'));
});

test('the log names no secret and masks phone numbers', async (t) => {
  const { rpcd, driver, lines } = await setUp(t, { metadata: { authorization: 'ApiKey sbk_secret' } });
  await rpcd.connected(1, 1);
  const { commandId } = rpcd.give(1, 1, { recipient: '+4915112345678' });
  (await given(driver, 1))[0].fail(new Error('no way to reach +4915112345678\nforged line'));
  await rpcd.result(commandId);
  driver.carriers[0].sink.state('disconnected', { reason: 'kicked 4915112345678@c.us\u001b[31m' });
  await rpcd.state(1, 'disconnected');
  const all = lines.join('');
  for (const secret of ['sbk_secret', 'secret-token', '4915112345678', '\u001b', '+999000000001']) {
    assert.ok(!all.includes(secret), secret);
  }
  assert.ok(all.includes('+49*********78'), all);
  assert.ok(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1));
});

test('what comes in while its session is let go is told: the engine is about to say that it was taken', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const { sink } = driver.carriers[0];
  rpcd.current.send({ release: { sessionId: 1, epoch: 1, reason: 'restart' } });
  await rpcd.state(1, 'disconnected');
  const at = new Date();
  sink.qr({ sequence: 1, code: 'late', expiresAt: at });
  await sink.incoming({ providerMessageId: 'IN1', fromPhone: '+491700000001', kind: 'text', text: 'hello', at });
  const { incoming: { epoch } } = await rpcd.fact('incoming', ({ providerMessageId }) => providerMessageId === 'IN1');
  assert.equal(epoch, 1);
  assert.ok(rpcd.facts.every(({ qrCode }) => qrCode === undefined));
});

test('whatever an engine says, no fact is one that rpcd cannot read', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  const { sink } = driver.carriers[0];
  const odd = 'a\0b\ud83d';
  const at = new Date();
  const fits = 'a\ufffdb\ufffd';
  sink.qr({ sequence: 1, code: odd, expiresAt: at });
  sink.pairingCode({ code: odd, expiresAt: at });
  sink.ack({ providerMessageId: odd, state: 'error', at, engineCode: odd });
  sink.incoming({ providerMessageId: odd, fromPhone: odd, fromLid: odd, kind: odd, text: odd, quoted: odd, at });
  sink.restriction({ kind: odd, until: at });
  rpcd.give(1, 1);
  const [send] = await given(driver, 1);
  send.fail(new CommandFailure('ENGINE_ERROR', { text: odd, engineCode: odd }));
  await rpcd.fact('result');
  sink.state('disconnected', { phoneNumber: odd, lid: odd, reason: odd });
  await rpcd.state(1, 'disconnected');
  const said = JSON.stringify(rpcd.facts);
  assert.doesNotMatch(said, /\\u0000|\\ud83d/);
  assert.equal(said.split(fits).length - 1, 16);
});

test('commands that are no sends are answered once, at their epoch, or not begun', async (t) => {
  const { rpcd, driver } = await setUp(t);
  driver.commands = ['check_number'];
  await rpcd.connected(1, 1);
  const [carrier] = driver.carriers;
  carrier.checkNumber = async (phone) => {
    if (phone === '+490') throw new CommandFailure('ENGINE_ERROR', { text: 'no answer', engineCode: '500' });
    return { exists: phone === '+491', lid: '7@lid' };
  };
  const ask = (name, commandId, phoneNumber, more = {}) => rpcd.current.send(
    { [name]: { commandId, sessionId: 1, epoch: 1, timeoutMs: 1000, phoneNumber, ...more } });
  ask('checkNumber', 256, '+491');
  ask('checkNumber', 512, '+492');
  ask('checkNumber', 768, '+490');
  ask('checkNumber', 1024, '+491', { epoch: 2 });
  ask('checkNumber', 1280, '+491', { sessionId: 9 });
  ask('requestPairingCode', 1536, '+491');
  assert.deepEqual({ ...(await rpcd.result(256)).result.done.data }, { exists: 'true', lid: '7@lid' });
  assert.equal((await rpcd.result(512)).result.done.data.exists, 'false');
  const failed = (await rpcd.result(768)).result.error;
  assert.deepEqual([failed.reason, failed.engineCode, failed.text], ['ENGINE_ERROR', '500', 'no answer']);
  for (const command of [1024, 1280]) {
    const { error } = (await rpcd.result(command)).result;
    assert.deepEqual([error.reason, error.notBegun], ['SESSION_NOT_CONNECTED', true]);
  }
  assert.equal((await rpcd.result(1536)).result.error.reason, 'ENGINE_UNSUPPORTED');
  carrier.requestPairingCode = async () => ({ code: 'ABCD-1234', expiresAt: new Date(60_000) });
  ask('requestPairingCode', 1792, '+491');
  const told = await rpcd.fact('pairingCode');
  const answered = await rpcd.result(1792);
  assert.deepEqual([told.pairingCode.code, told.pairingCode.epoch, told.seq < answered.seq], ['ABCD-1234', 1, true]);
  carrier.checkNumber = () => new Promise(() => {});
  ask('checkNumber', 2048, '+491', { timeoutMs: 20 });
  assert.equal((await rpcd.result(2048)).result.error.reason, 'ENGINE_ERROR');
});

test('a pairing code is in no log and on no disk', async (t) => {
  const folder = temporaryFolder(t);
  const { rpcd, driver, lines } = await setUp(t, { folder });
  await rpcd.connected(1, 1);
  driver.carriers[0].requestPairingCode = async () => ({ code: 'SECR-ETXX', expiresAt: new Date(60_000) });
  rpcd.current.send({ requestPairingCode: { commandId: 256, sessionId: 1, epoch: 1, timeoutMs: 1000, phoneNumber: '+4915112345678' } });
  assert.equal((await rpcd.fact('pairingCode')).pairingCode.code, 'SECR-ETXX');
  await rpcd.result(256);
  assert.doesNotMatch(lines.join('\n'), /SECR-ETXX|4915112345678/);
  for (const name of fs.readdirSync(folder)) {
    assert.doesNotMatch(fs.readFileSync(path.join(folder, name), 'latin1'), /SECR/, name);
  }
});
