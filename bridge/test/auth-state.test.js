// What engines keep of sessions, through the bridge: many small values in few calls, kept whole and in order, again after
// whatever passes, and never for a session that is another's now.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setUp } from '../testkit/bridge.js';
import { sleep, until } from '../testkit/wait.js';

const bytes = (text) => Buffer.from(text);
const refusal = (promise) => promise.then(() => assert.fail('it succeeded'), (error) => error);

/** A session that is carried; `auth` is what its engine has. */
async function carried(t, options) {
  const house = await setUp(t, options);
  await house.rpcd.connected(1, 1);
  return { ...house, auth: house.driver.carriers[0].sink.auth };
}

test('what one turn sets goes in one call, and what comes while it is under way in the next', async (t) => {
  const { rpcd, auth } = await carried(t);
  const names = Array.from({ length: 500 }, (_, n) => `key-${n}`);
  const first = names.map((name) => auth.set({ [name]: bytes(name) }));
  await sleep(0);
  const second = names.map((name) => auth.set([[name, bytes(`${name} again`)], [`${name}-gone`, null]]));
  await Promise.all([...first, ...second]);
  assert.ok(rpcd.puts.length <= 3, `${rpcd.puts.length} calls`);
  assert.deepEqual(rpcd.puts.map(({ sessionId, epoch }) => [sessionId, epoch]), rpcd.puts.map(() => [1, 1]));
  const kept = await auth.load();
  assert.equal(kept.size, 500);
  for (const name of names) assert.equal(kept.get(name).toString(), `${name} again`);
});

test('what is set later wins, and who clears begins anew, in one call and over calls', async (t) => {
  const { rpcd, auth } = await carried(t);
  await auth.set({ old: bytes('1'), other: bytes('1') });
  await Promise.all([auth.set({ a: bytes('1'), b: bytes('1') }), auth.set({ a: bytes('2') }), auth.set({ b: null })]);
  assert.deepEqual([...(await auth.load())].map(([key, value]) => `${key}=${value}`).sort(), ['a=2', 'old=1', 'other=1']);
  await Promise.all([auth.set({ lost: bytes('1') }), auth.set({ creds: bytes('new') }, { clear: true }),
    auth.set({ more: bytes('3') })]);
  assert.deepEqual([...(await auth.load()).keys()].sort(), ['creds', 'more']);
  assert.deepEqual([...(await auth.load(['more', 'none'])).keys()], ['more']);
  assert.equal(rpcd.puts.length, 3);
});

test('what was set is what it was then, though its buffer is used again', async (t) => {
  const { auth } = await carried(t);
  const value = bytes('ratchet');
  const kept = auth.set({ creds: value });
  value.fill(0);
  await kept;
  assert.equal((await auth.load()).get('creds').toString(), 'ratchet');
});

test('a large value goes in parts that any server takes, and comes back whole', async (t) => {
  const { rpcd, auth } = await carried(t);
  const value = Buffer.from(Array.from({ length: 1_000_000 }, (_, n) => n % 251));
  await auth.set({ profile: value, empty: Buffer.alloc(0) });
  assert.ok(rpcd.puts[0].keys.filter((key) => key === 'profile').length >= 4);
  const kept = await auth.load();
  assert.ok(kept.get('profile').equals(value));
  assert.equal(kept.get('empty').length, 0);
});

test('what is refused for now is tried again, until it is kept', async (t) => {
  const { rpcd, auth } = await carried(t);
  rpcd.authRefusals = [[14, 'away', 'UNAVAILABLE'], [8, 'full', 'OVERLOADED'], [4, 'late', 'REQUEST_TIMEOUT']];
  await auth.set({ creds: bytes('x') });
  assert.equal(rpcd.puts.length, 1);
  rpcd.authRefusals = [[8, 'full', 'OVERLOADED']];
  assert.equal((await auth.load()).get('creds').toString(), 'x');
});

test('what is set while rpcd is away is kept when it is back, with the token of the new stream', async (t) => {
  const { rpcd, auth, bridge } = await carried(t);
  rpcd.kill();
  await until(() => !bridge.attached, 'the end of the stream');
  const kept = auth.set({ creds: bytes('x') });
  const loaded = auth.load();
  await sleep(30);
  rpcd.token = 'another-token';
  await rpcd.server.listen();
  await kept;
  await loaded;
  assert.equal(rpcd.kept.get(1).get('creds').toString(), 'x');
});

test('what is said of a session that is another\'s now is not said again', async (t) => {
  const { rpcd, auth } = await carried(t);
  for (const [code, reason, name] of [[10, 'SESSION_CONFLICT', 'ABORTED'], [5, 'NOT_FOUND', 'NOT_FOUND'],
    [3, 'PAYLOAD_TOO_LARGE', 'INVALID_ARGUMENT']]) {
    rpcd.authRefusals = [[code, 'no', reason]];
    const error = await refusal(auth.set({ creds: bytes('x') }));
    assert.deepEqual([error.code, error.reason], [name, reason]);
  }
  rpcd.authRefusals = [[15, 'no', 'DATA_LOSS']];
  assert.equal((await refusal(auth.load())).code, 'DATA_LOSS');
  assert.equal(rpcd.puts.length, 0);
});

test('a session that is let go gives up what is not kept, and others go on', async (t) => {
  const { rpcd, auth, driver } = await carried(t);
  await rpcd.connected(2, 1);
  const other = driver.carriers[1].sink.auth;
  rpcd.authRefusals = Array.from({ length: 3 }, () => [14, 'away', 'UNAVAILABLE']);
  const waiting = auth.set({ creds: bytes('x') });
  waiting.catch(() => {});
  rpcd.current.send({ release: { sessionId: 1, epoch: 1, reason: 'moved' } });
  assert.match((await refusal(waiting)).message, /let go/);
  rpcd.authRefusals = [];
  await other.set({ creds: bytes('y') });
  assert.deepEqual([rpcd.kept.get(1), rpcd.kept.get(2).size], [undefined, 1]);
});

test('a carrier that is told to stop can still keep what it has', async (t) => {
  const { rpcd, auth, driver } = await carried(t);
  driver.stopping = () => auth.set({ creds: bytes('last') });
  rpcd.current.send({ release: { sessionId: 1, epoch: 1, reason: 'disconnect' } });
  await rpcd.state(1, 'disconnected');
  assert.equal(rpcd.kept.get(1).get('creds').toString(), 'last');
});

test('what is no key, or no bytes, is refused at once', async (t) => {
  const { auth } = await carried(t);
  assert.throws(() => auth.set({ '': bytes('x') }), TypeError);
  assert.throws(() => auth.set({ 'ключ': bytes('x') }), TypeError);
  assert.throws(() => auth.set({ creds: 'text' }), TypeError);
});

test('few calls at a time, however many sessions there are', async (t) => {
  const { rpcd, driver } = await setUp(t, { capacity: 20 });
  for (let session = 1; session <= 12; session++) await rpcd.connected(session, 1);
  rpcd.holdsAuth = true;
  const loads = driver.carriers.map(({ sink }) => sink.auth.load());
  await until(() => rpcd.heldAuth.length >= 4, 'four calls');
  await sleep(50);
  assert.equal(rpcd.heldAuth.length, 4);
  rpcd.holdsAuth = false;
  for (const go of rpcd.heldAuth.splice(0)) go();
  await Promise.all(loads);
});

test('neither values nor the token are in the log', async (t) => {
  const { rpcd, auth, lines } = await carried(t);
  rpcd.authRefusals = [[14, 'away', 'UNAVAILABLE']];
  await auth.set({ creds: bytes('canary-value') });
  assert.ok(lines.some((line) => line.includes('auth_state.again')));
  assert.ok(!/canary-value|secret-token/.test(lines.join('\n')));
});
