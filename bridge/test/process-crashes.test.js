// The real program is killed, stopped and put to sleep in the middle of things: what survives, and what is not sent twice.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { FAST, setUp } from '../testkit/process-house.js';
import { isStopped, journalOf, sentOnce } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { sleep, until } from '../testkit/wait.js';

test('killed and started again it numbers on, repeats what was not confirmed, claims nothing, and has a new instance',
  async (t) => {
  const { rpcd, start, networkDir } = await setUp(t);
  const first = start();
  await rpcd.attached();
  rpcd.confirming = false;
  await rpcd.connected(1, 1);
  const send = rpcd.give(1, 1);
  await rpcd.result(send.commandId);
  await rpcd.ack(send.clientMessageId, 'delivered');
  first.kill('SIGKILL');
  await first.ended;
  const before = rpcd.facts.length;
  rpcd.confirm(1);
  rpcd.confirming = true;
  start();
  await until(() => rpcd.attachments.length === 2 && rpcd.current?.welcomed, 'the second');
  const { hello } = rpcd.current;
  assert.deepEqual(hello.held, []);
  assert.notEqual(hello.instanceId, rpcd.attachments[0].hello.instanceId);
  assert.ok(hello.nextSeq > before - 1);
  await until(() => rpcd.facts.length >= before + before - 1, 'the repeats');
  const strip = ({ attachment, ...fact }) => fact;
  assert.deepEqual(rpcd.facts.slice(before, 2 * before - 1).map(strip), rpcd.facts.slice(1, before).map(strip));
  rpcd.assign(1, 2, { linked: true });
  const { seq } = await rpcd.state(1, 'connected', (fact) => fact.epoch === 2);
  assert.ok(seq >= hello.nextSeq);
  const retry = rpcd.give(1, 2, { clientMessageId: send.clientMessageId });
  assert.equal((await rpcd.result(retry.commandId)).result.submitted.providerMessageId, send.clientMessageId);
  assert.deepEqual([...sentOnce(networkDir)], [[send.clientMessageId, 1]]);
});

for (const [point, known] of [['before_send', false], ['after_network_before_result', false],
  ['after_result_before_sent', true],
  ['after_result_before_confirm', true]]) {
  test(`a crash at ${point}, at the third send, loses nothing and sends nothing twice`, async (t) => {
    const { rpcd, start, networkDir } = await setUp(t);
    const script = { ...FAST, steps: [{ do: 'crash', point, when: { send: 3 } }] };
    const first = start({ script });
    await rpcd.attached();
    rpcd.confirming = false;
    await rpcd.connected(1, 1);
    const sends = Array.from({ length: 5 }, () => rpcd.give(1, 1));
    assert.deepEqual(await first.ended, { status: null, signal: 'SIGKILL' });
    assert.equal(sentOnce(networkDir).has(sends[2].clientMessageId), point !== 'before_send');
    assert.equal(rpcd.facts.some(({ result }) => result?.commandId === sends[2].commandId),
      point === 'after_result_before_confirm');
    rpcd.confirming = true;
    start({ script });
    await until(() => rpcd.attachments.length === 2 && rpcd.current?.welcomed, 'the second');
    await rpcd.connected(1, 2, { linked: true });
    if (known) assert.equal((await rpcd.result(sends[2].commandId)).result.epoch, 1, 'from the journal');
    const open = sends.filter(({ commandId }) => !rpcd.facts.some(({ result }) => result?.commandId === commandId
      && result.submitted));
    for (const { clientMessageId } of open) {
      const { commandId } = rpcd.give(1, 2, { clientMessageId, attempt: 2 });
      assert.equal((await rpcd.result(commandId)).result.submitted.providerMessageId, clientMessageId);
    }
    for (const { clientMessageId } of sends) await rpcd.ack(clientMessageId, 'delivered');
    assert.deepEqual([...sentOnce(networkDir)], sends.map(({ clientMessageId }) => [clientMessageId, 1]));
    assert.equal(journalOf(networkDir).filter(({ event }) => event === 'fault').length, 1);
  });
}

for (const point of ['before_send', 'after_network_before_result', 'after_result_before_sent', 'after_result_before_confirm']) {
  test(`stopped at ${point} it goes on from there, once, when it is told to`, { skip: process.platform !== 'linux' }, async (t) => {
    const { rpcd, start, networkDir } = await setUp(t);
    // No send in `when`: it would stop at each, were it not for `times`.
    const first = start({ script: { ...FAST, steps: [{ do: 'stop', point }] } });
    await rpcd.attached();
    await rpcd.connected(1, 1);
    const sends = Array.from({ length: 3 }, () => rpcd.give(1, 1));
    await until(() => isStopped(first.child.pid), 'it to stop');
    assert.equal(journalOf(networkDir).some(({ event }) => event === 'message'), point !== 'before_send');
    first.kill('SIGCONT');
    for (const { commandId, clientMessageId } of sends) {
      assert.equal((await rpcd.result(commandId)).result.submitted.providerMessageId, clientMessageId);
    }
    const faults = journalOf(networkDir).filter(({ event }) => event === 'fault');
    assert.deepEqual(faults.map((fault) => [fault.do, fault.point]), [['stop', point]]);
    assert.deepEqual([...sentOnce(networkDir).values()], [1, 1, 1]);
  });
}

test('two bridges on one network, killed in turn under 300 sends: each goes out once and is delivered',
  { timeout: 120_000 }, async (t) => {
  const { rpcd, start, networkDir } = await setUp(t);
  let epoch = 0;
  const bridges = new Map();
  const up = async (name) => {
    const count = rpcd.attachments.length;
    bridges.set(name, start({ name }));
    await until(() => rpcd.attachments.length > count && rpcd.current?.welcomed, name);
    await rpcd.connected(1, ++epoch, { linked: epoch > 1 });
  };
  const ids = Array.from({ length: 300 }, (_, n) => `3EB0${String(n).padStart(18, '0')}`);
  const answered = () => new Set(rpcd.facts.filter(({ result }) => result?.submitted).map(({ result }) =>
    result.submitted.providerMessageId));
  for (let round = 0; answered().size < ids.length; round++) {
    assert.ok(round < 20, 'it does not come to an end');
    const name = round % 2 === 0 ? 'b1' : 'b2';
    await up(name);
    const open = ids.filter((id) => !answered().has(id));
    for (const [index, clientMessageId] of open.slice(0, 250).entries()) {
      rpcd.give(1, epoch, { clientMessageId, recipient: `+49151${String(index % 40).padStart(6, '0')}` });
    }
    const before = answered().size;
    const target = round < 5 ? Math.min(ids.length, before + 40) : ids.length;
    await until(() => answered().size >= target || bridges.get(name).child.signalCode, 'answers', 20_000);
    if (answered().size < ids.length) {
      bridges.get(name).kill('SIGKILL');
      await bridges.get(name).ended;
    }
  }
  const counts = sentOnce(networkDir);
  assert.deepEqual([...counts.values()], ids.map(() => 1));
  assert.equal(counts.size, ids.length);
  // An ack that the other one took to its grave is in its journal alone: it tells it when it comes back.
  const last = bridges.has('b2') && !bridges.get('b2').child.signalCode ? 'b1' : 'b2';
  await up(last);
  for (const id of ids) await rpcd.ack(id, 'delivered');
});

test('three processes that send the same ids on one network send each once', async (t) => {
  const folder = temporaryFolder(t);
  const networkDir = path.join(folder, 'network');
  const program = `
    import { createDriver } from ${JSON.stringify(new URL('../drivers/simulator.js', import.meta.url).href)};
    const [folder, name] = process.argv.slice(1);
    const driver = await createDriver({ networkDir: folder, bridge: name, instanceId: name });
    const sessionId = Number(name);
    const state = (name) => { if (name === 'connected') go(); };
    const account = driver.carry({ sessionId, epoch: 1 }, { state, holds: () => true, qr() {}, ack: async () => {},
      auth: { load: async () => new Map(), set: async () => {} } });
    await account.start();
    async function go() {
      for (let n = 0; n < 150; n++) {
        await account.send({ commandId: n, clientMessageId: 'ID' + n, recipient: '+4915100000', kind: 'text', text: 'x' });
      }
      process.exit(0);
    }`;
  const children = ['1', '2', '3'].map((name) => spawn(process.execPath,
    ['--input-type=module', '-e', program, networkDir, name], { stdio: 'inherit' }));
  const ended = await Promise.all(children.map((child) => new Promise((resolve) => { child.on('close', resolve); })));
  assert.deepEqual(ended, [0, 0, 0]);
  const counts = sentOnce(networkDir);
  assert.deepEqual([counts.size, ...new Set(counts.values())], [150, 1]);
  assert.equal(journalOf(networkDir).filter(({ event }) => event === 'repeat').length, 300);
});

test('a bridge that slept through its replacement finds out, stops, and sends nothing more', async (t) => {
  const { rpcd, start, networkDir } = await setUp(t);
  const zombie = start({ name: 'b1' });
  await rpcd.attached();
  await rpcd.connected(1, 1);
  const old = rpcd.current;
  zombie.kill('SIGSTOP');
  for (let n = 0; n < 5; n++) old.send({ send: { commandId: 900 + n, sessionId: 1, epoch: 1, attempt: 1,
    clientMessageId: `ZOMBIE${n}`, recipient: '+49151000009', text: { body: 'late' } } });
  const second = start({ name: 'b2' });
  await until(() => rpcd.attachments.length === 2 && rpcd.attachments[1].welcomed, 'the second');
  await rpcd.connected(1, 2, { linked: true });
  zombie.kill('SIGCONT');
  const conflict = await rpcd.state(1, 'conflict');
  assert.deepEqual([conflict.sessionState.epoch, conflict.attachment], [1, 0]);
  for (let n = 0; n < 5; n++) {
    const { result } = await rpcd.result(900 + n);
    assert.deepEqual([result.epoch, result.error.notBegun], [1, true]);
  }
  assert.equal(sentOnce(networkDir).size, 0);
  const { commandId } = rpcd.give(1, 2);
  assert.ok((await rpcd.result(commandId)).result.submitted);
  await sleep(20);
  assert.equal(second.child.exitCode, null);
});

test('a bridge that slept past its lease opens no account before rpcd has answered it again', async (t) => {
  const { rpcd, start, networkDir } = await setUp(t);
  const zombie = start({ name: 'b1', script: { ...FAST, connect_ms: 1000 } });
  await rpcd.attached();
  await rpcd.connected(1, 1);
  rpcd.assign(1, 2, { linked: true });
  await rpcd.state(1, 'starting', ({ epoch }) => epoch === 2);
  zombie.kill('SIGSTOP');
  start({ name: 'b2' });
  await until(() => rpcd.attachments.length === 2 && rpcd.attachments[1].welcomed, 'the second');
  await rpcd.connected(1, 3, { linked: true });
  const opened = () => journalOf(networkDir).filter(({ event }) => event === 'opened').map(({ epoch }) => epoch);
  await sleep(1200);
  rpcd.healthy = false;
  zombie.kill('SIGCONT');
  await sleep(500);
  assert.deepEqual(opened(), [1, 3]);
  // It was what held it back: here nobody has told it that it lost the session.
  rpcd.healthy = true;
  for (const call of rpcd.server.calls) if (call.method === 'Check') call.respond(new Uint8Array(0));
  await until(() => opened().length === 3, 'the account to be opened');
});
