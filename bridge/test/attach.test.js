// The bridge's stream, against an rpcd played by the test: who it is, what it repeats and claims, when it goes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { FakeRpcd } from '../testkit/rpcd.js';
import { given, runBridge, setUp } from '../testkit/bridge.js';
import { sleep, until } from '../testkit/wait.js';

test('it says Hello as what it is, and grants credit', async (t) => {
  const { rpcd } = await setUp(t, { credit: 5, metadata: { authorization: 'ApiKey k' } });
  const { hello, call } = rpcd.current;
  assert.deepEqual(hello, { protocolVersion: 1, bridgeName: 'b1', instanceId: 'i1', engine: 'test', engineVersion: '1',
    kinds: ['text'], capacity: 10, held: [], nextSeq: 1, commands: [], repeatsAreSafe: false });
  assert.equal(call.header('authorization'), 'ApiKey k');
  await until(() => rpcd.current.credit === 5, 'credit');
});

test('facts come once a stream, and again on the next until they are confirmed', async (t) => {
  const { rpcd, journal } = await setUp(t);
  rpcd.confirming = false;
  await rpcd.connected(1, 1);
  await rpcd.restart();
  await rpcd.attached();
  await until(() => rpcd.facts.some((fact) => fact.attachment === 1 && fact.seq === 1), 'the first fact again');
  assert.equal(rpcd.attachments[1].hello.nextSeq, journal.nextSeq);
  rpcd.confirm(1);
  await until(() => journal.confirmedSeq === 1, 'the Confirm');
  await rpcd.restart();
  await rpcd.attached();
  await sleep(50);
  assert.ok(!rpcd.facts.some((fact) => fact.attachment === 2 && fact.seq === 1), 'a confirmed fact came again');
});

test('no more than 48 facts are under way without a Confirm', async (t) => {
  const { rpcd, driver } = await setUp(t);
  rpcd.confirming = false;
  await rpcd.connected(1, 1);
  const { sink } = driver.carriers[0];
  for (let n = 0; n < 200; n++) sink.ack({ providerMessageId: `m${n}`, state: 'server', at: new Date() });
  await until(() => rpcd.facts.length === 48, '48 facts');
  await sleep(50);
  assert.equal(rpcd.facts.length, 48);
  rpcd.confirming = true;
  rpcd.confirm();
  await until(() => rpcd.facts.length === 201, 'the rest');
  assert.deepEqual(rpcd.facts.map(({ seq }) => seq), Array.from({ length: 201 }, (_, n) => n + 1));
});

test('after a reconnect it claims what it holds; what is not kept it lets go without a word', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 3);
  await rpcd.connected(2, 8);
  await rpcd.connected(3, 1);
  rpcd.welcome = () => ({ kept: [{ sessionId: 1, epoch: 3 }], drop: [{ sessionId: 2, epoch: 8 }] });
  await rpcd.restart();
  await rpcd.attached();
  assert.deepEqual(rpcd.current.hello.held,
    [{ sessionId: 1, epoch: 3 }, { sessionId: 2, epoch: 8 }, { sessionId: 3, epoch: 1 }]);
  await until(() => driver.carriers[1].stopped === 'dropped' && driver.carriers[2].stopped === 'dropped', 'the drop');
  assert.equal(driver.carriers[0].stopped, null);
  const { commandId } = rpcd.give(1, 3);
  (await given(driver, 1))[0].submit();
  await rpcd.result(commandId);
  assert.ok(!rpcd.facts.some(({ sessionState }) => sessionState?.state === 'SESSION_STATUS_DISCONNECTED'));
});

test('sends not begun when the stream is lost are handed back, begun ones are answered on the next stream',
  async (t) => {
  const { rpcd, driver, bridge } = await setUp(t);
  await rpcd.connected(1, 1);
  const begun = rpcd.give(1, 1);
  const waiting = rpcd.give(1, 1);
  await given(driver, 1);
  rpcd.kill();
  await until(() => !bridge.attached, 'the loss');
  await rpcd.server.listen();
  driver.sends[0].submit();
  await rpcd.attached();
  assert.ok((await rpcd.result(begun.commandId)).result.submitted);
  const { error } = (await rpcd.result(waiting.commandId)).result;
  assert.deepEqual([error.reason, error.notBegun], ['BRIDGE_UNAVAILABLE', true]);
  assert.equal(driver.sends.length, 1);
});

test('credit after a reconnect counts what is still under way', async (t) => {
  const { rpcd, driver } = await setUp(t, { credit: 3 });
  await rpcd.connected(1, 1);
  await until(() => rpcd.current.credit === 3, 'credit');
  rpcd.give(1, 1);
  await given(driver, 1);
  await rpcd.restart();
  await rpcd.attached();
  await until(() => rpcd.current.credit > 0, 'credit');
  await sleep(30);
  assert.equal(rpcd.current.credit, 2);
  driver.sends[0].submit();
  await until(() => rpcd.current.credit === 3, 'the third');
});

test('what is reported while detached is told after', async (t) => {
  const { rpcd, driver, bridge } = await setUp(t);
  await rpcd.connected(1, 1);
  rpcd.kill();
  await until(() => !bridge.attached, 'the loss');
  driver.carriers[0].sink.incoming({ providerMessageId: 'IN1', fromPhone: '+4917000000', kind: 'text', text: 'hi',
    at: new Date(1e12) });
  await sleep(30);
  await rpcd.server.listen();
  const { incoming } = await rpcd.fact('incoming');
  assert.deepEqual([incoming.providerMessageId, incoming.fromPhone, incoming.text, incoming.at.seconds],
    ['IN1', '+4917000000', 'hi', 1e9]);
});

test('a drain on request finishes what runs, lets all go, and ends the bridge', async (t) => {
  const { rpcd, driver, ended } = await setUp(t);
  await rpcd.connected(1, 1);
  const running = rpcd.give(1, 1);
  const waiting = rpcd.give(1, 1);
  await given(driver, 1);
  rpcd.current.send({ drain: { reason: 'requested' } });
  assert.equal((await rpcd.result(waiting.commandId)).result.error.reason, 'BRIDGE_UNAVAILABLE');
  rpcd.assign(2, 1);
  assert.equal((await rpcd.state(2, 'disconnected')).sessionState.reason, 'draining');
  const refused = rpcd.give(1, 1);
  assert.equal((await rpcd.result(refused.commandId)).result.error.notBegun, true);
  driver.sends[0].submit();
  assert.ok((await rpcd.result(running.commandId)).result.submitted);
  assert.equal((await rpcd.state(1, 'disconnected')).sessionState.reason, 'drained');
  await ended;
  assert.equal(rpcd.attachments.length, 1, 'it came back');
});

test('when rpcd shuts down the sessions stay, and it attaches again', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 1);
  rpcd.current.send({ drain: { reason: 'shutdown' } });
  await until(() => rpcd.attachments.length === 2, 'another attachment');
  assert.deepEqual(rpcd.attachments[1].hello.held, [{ sessionId: 1, epoch: 1 }]);
  assert.equal(driver.carriers[0].stopped, null);
});

test('a refusal at the first attach ends it where waiting does not help', async (t) => {
  const rpcd = await FakeRpcd.start(t);
  rpcd.refusal = [16, 'unknown key'];
  const { ended } = await runBridge(t, { endpoint: rpcd.endpoint });
  await assert.rejects(ended, /unknown key/);
});

test('a refusal that may pass is tried again, and so is one after it was attached once', async (t) => {
  const rpcd = await FakeRpcd.start(t);
  rpcd.refusal = [10, 'the lease lives'];
  await runBridge(t, { endpoint: rpcd.endpoint });
  await until(() => rpcd.attachments.length >= 2, 'another try');
  rpcd.refusal = null;
  await rpcd.attached();
  rpcd.refusal = [16, 'not just now'];
  await rpcd.restart();
  const count = rpcd.attachments.length;
  await until(() => rpcd.attachments.length >= count + 2, 'more tries');
  rpcd.refusal = null;
  await until(() => rpcd.current?.welcomed, 'the attachment');
});

test('a bridge that another process superseded lets its sessions go and does not fight', async (t) => {
  const { rpcd, driver, ended } = await setUp(t);
  await rpcd.connected(1, 1);
  rpcd.current.call.fail(10, 'superseded',
    [['google.rpc.ErrorInfo', { reason: 'SESSION_CONFLICT', domain: 'switchboard' }]]);
  await assert.rejects(ended, /another process/);
  assert.equal(driver.carriers[0].stopped, 'dropped');
  assert.equal(rpcd.attachments.length, 1);
});

test('a journal older than rpcd\'s memory is numbered on from there', async (t) => {
  const rpcd = await FakeRpcd.start(t);
  rpcd.confirmed.set('b1', 500);
  const { lines } = await runBridge(t, { endpoint: rpcd.endpoint });
  await rpcd.attached();
  const { seq } = await rpcd.connected(1, 1);
  assert.equal(seq, 501);
  assert.ok(lines.some((line) => line.includes('journal.behind')));
});

test('heartbeats come at the pace that Welcome asked for', async (t) => {
  const { rpcd } = await setUp(t);
  await rpcd.connected(1, 1);
  const beat = await until(() => rpcd.heartbeats.findLast((one) => one.sessions === 1), 'a heartbeat');
  assert.ok(beat.rss > 10_000_000 && beat.eventLoopLagMs >= 0);
  const count = rpcd.heartbeats.length;
  await until(() => rpcd.heartbeats.length >= count + 3, 'more', 1000);
});

test('an rpcd that no longer answers is left, though its connection stands', async (t) => {
  const { rpcd } = await setUp(t, { pingMs: 100 });
  rpcd.healthy = false;
  await until(() => rpcd.attachments.length === 2, 'another attachment');
  rpcd.healthy = true;
});

test('a bridge that was stopped for long begins nothing that lay in its socket meanwhile', async (t) => {
  const { rpcd, driver } = await setUp(t, { stoppedMs: 1500 });
  await rpcd.connected(1, 1);
  const before = rpcd.give(1, 1);
  await given(driver, 1);
  const stale = rpcd.give(1, 1, { recipient: '+49152000002' });
  // Nothing of this process runs; the frame is in the socket.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
  await until(() => rpcd.attachments.length === 2, 'another attachment');
  await until(() => rpcd.current?.credit > 0, 'credit on it');
  const fresh = rpcd.give(1, 1, { recipient: '+49152000003' });
  await given(driver, 2);
  assert.deepEqual(driver.sends.map(({ message }) => message.commandId), [before.commandId, fresh.commandId]);
  assert.ok(rpcd.facts.every(({ result }) => result?.commandId !== stale.commandId));
});

test('unknown frames are ignored', async (t) => {
  const { rpcd } = await setUp(t);
  rpcd.current.call.send(Buffer.from('fa0103616263', 'hex'));
  await rpcd.connected(1, 1);
});
