// The real program: its command line, its signals, and what survives when it is killed in the middle of things.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { FakeRpcd } from '../testkit/rpcd.js';
import { isStopped, journalOf, runToEnd, sentOnce, startBridge } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { sleep, until } from '../testkit/wait.js';

const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1,
  acks: { server_ms: 1, delivered_ms: 5 } };

async function setUp(t) {
  const folder = temporaryFolder(t);
  const rpcd = await FakeRpcd.start(t, path.join(folder, 'bridge.sock'));
  const networkDir = path.join(folder, 'network');
  const start = (options = {}) => {
    const name = options.name ?? 'b1';
    return startBridge(t, { endpoint: rpcd.endpoint, name, networkDir, stateDir: path.join(folder, name),
      script: FAST, ...options });
  };
  return { folder, rpcd, networkDir, start };
}

const needed = ['--endpoint', 'unix:/nowhere', '--driver', 'simulator', '--name', 'b1'];

test('help and version', async () => {
  const help = await runToEnd(['--help']);
  assert.deepEqual([help.status, help.stderr], [0, '']);
  for (const flag of ['--endpoint', '--driver', '--name', '--capacity', '--state-dir', '--network', '--seed',
    '--script', '--api-key-file', 'SWITCHBOARD_API_KEY']) {
    assert.ok(help.stdout.includes(flag), flag);
  }
  const { version } = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  assert.equal((await runToEnd(['--version'])).stdout, `switchboard-bridge ${version}\n`);
});

test('wrong usage exits 64 and says what is wrong', async () => {
  const cases = [
    [[], /--endpoint is needed/], [['--endpoint', 'unix:/x', '--driver', 'simulator'], /--name is needed/],
    [[...needed, '--frob', '1'], /--frob/], [[...needed, 'extra'], /extra/],
    [[...needed, '--capacity', '0'], /--capacity/],
    [[...needed, '--capacity', '1e3'], /--capacity/], [[...needed, '--seed', '-1'], /--seed/],
    [[...needed, '--seed'], /--seed/],
    [[...needed, '--name', 'b2'], /twice/], [needed.with(5, '9lives'), /--name must be/],
    [needed.with(1, 'http://x'), /--endpoint/],
    [needed.with(3, 'telepathy'), /no driver.*simulator, baileys, whatsapp-web\.js/],
    [[...needed, '--library', 'x'], /--library is for --driver baileys or whatsapp-web\.js/],
    [[...needed.with(3, 'baileys'), '--browser', 'x'], /--browser is for/],
    [[...needed.with(3, 'baileys'), '--script', 'x'], /--script is for --driver simulator/],
    [[...needed, '--log-level', 'loud'], /--log-level/],
  ];
  const results = await Promise.all(cases.map(([args]) => runToEnd(args)));
  for (const [index, { status, stdout, stderr }] of results.entries()) {
    const [args, says] = cases[index];
    assert.deepEqual([status, stdout], [64, ''], args.join(' '));
    assert.match(stderr, says, args.join(' '));
  }
});

test('files that cannot be read or make no sense have exit codes of their own', async (t) => {
  const folder = temporaryFolder(t);
  const write = (name, text) => { fs.writeFileSync(path.join(folder, name), text); return path.join(folder, name); };
  const run = (...args) => runToEnd([...needed, '--state-dir', path.join(folder, 'state'), ...args]);
  assert.equal((await run('--api-key-file', path.join(folder, 'none'))).status, 66);
  assert.equal((await run('--api-key-file', write('empty', '\n'))).status, 66);
  assert.equal((await run('--script', path.join(folder, 'none'))).status, 66);
  const script = await run('--script', write('script', '{"steps": [{"do": "x"}]}'));
  assert.deepEqual([script.status, /steps\[0\]\.do/.test(script.stderr)], [78, true]);
  assert.equal((await run('--state-dir', path.join(write('file', ''), 'below'))).status, 64, 'given twice');
  assert.equal((await runToEnd([...needed, '--state-dir', path.join(folder, 'file', 'below')])).status, 73);
});

test('the key comes from its file or the environment, and is in no log', async (t) => {
  const { folder, rpcd, start } = await setUp(t);
  fs.writeFileSync(path.join(folder, 'key'), 'sbk_from_file\n');
  const first = start({ args: ['--api-key-file', path.join(folder, 'key'), '--log-level', 'debug'] });
  await rpcd.attached();
  assert.equal(rpcd.current.call.header('authorization'), 'ApiKey sbk_from_file');
  first.kill('SIGTERM');
  await first.ended;
  const second = start({ env: { SWITCHBOARD_API_KEY: 'sbk_from_env' } });
  await until(() => rpcd.attachments.length === 2, 'the second');
  assert.equal(rpcd.attachments[1].call.header('authorization'), 'ApiKey sbk_from_env');
  assert.ok(!/sbk_|secret-token/.test(first.output.stderr + second.output.stderr));
  assert.match(first.output.stderr, /bridge\.starting.* engine=simulator/);
});

test('a bridge that rpcd refuses exits 77', async (t) => {
  const { rpcd, start } = await setUp(t);
  rpcd.refusal = [7, 'this uid may not attach'];
  const bridge = start();
  assert.deepEqual(await bridge.ended, { status: 77, signal: null });
  assert.match(bridge.output.stderr, /may not attach/);
});

test('a second process on the same state folder exits 75, a lock left by a killed one is no obstacle', async (t) => {
  const { rpcd, start } = await setUp(t);
  const first = start();
  await rpcd.attached();
  const second = start();
  assert.equal((await second.ended).status, 75);
  assert.match(second.output.stderr, /in use by process/);
  first.kill('SIGKILL');
  await first.ended;
  start();
  await until(() => rpcd.attachments.length === 2, 'the third');
});

test('on SIGTERM it lets its sessions go, waits for the last Confirm, detaches and exits 0', async (t) => {
  const { rpcd, start, folder } = await setUp(t);
  const bridge = start();
  await rpcd.attached();
  await rpcd.connected(1, 1);
  const sends = Array.from({ length: 20 }, (_, n) => rpcd.give(1, 1, { recipient: `+4915100000${10 + n}` }));
  await rpcd.result(sends[0].commandId);
  bridge.kill('SIGTERM');
  assert.deepEqual(await bridge.ended, { status: 0, signal: null });
  assert.equal((await rpcd.state(1, 'disconnected')).sessionState.reason, 'bridge_stopped');
  for (const { commandId } of sends) await rpcd.result(commandId);
  assert.equal(rpcd.confirmed.get('b1'), rpcd.facts.at(-1).seq);
  assert.ok(!fs.existsSync(path.join(folder, 'b1', 'lock')));
});

test('on SIGINT it exits 0 also while there is no rpcd', async (t) => {
  const { rpcd, start } = await setUp(t);
  rpcd.kill();
  const bridge = start();
  await until(() => /attach_failed/.test(bridge.output.stderr), 'a failed attempt');
  bridge.kill('SIGINT');
  assert.deepEqual(await bridge.ended, { status: 0, signal: null });
});

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

for (const point of ['after_assign', 'after_state_before_sent', 'after_state_before_confirm']) {
  test(`a crash at ${point}, at the second session, and one that is stopped there: both are carried`,
    { skip: process.platform !== 'linux' }, async (t) => {
    const { rpcd, start, networkDir } = await setUp(t);
    const script = { ...FAST, steps: [{ do: 'crash', point, when: { assign: 2 } }, { do: 'stop', point, when: { assign: 1, session: 2 } }] };
    const first = start({ script });
    await rpcd.attached();
    rpcd.confirming = false;
    await rpcd.connected(1, 1);
    rpcd.assign(2, 1);
    assert.deepEqual(await first.ended, { status: null, signal: 'SIGKILL' });
    rpcd.confirming = true;
    const second = start({ script });
    await until(() => rpcd.attachments.length === 2 && rpcd.current?.welcomed, 'the second');
    assert.deepEqual(rpcd.current.hello.held, []);
    rpcd.assign(2, 2);
    await until(() => isStopped(second.child.pid), 'it to stop');
    second.kill('SIGCONT');
    await rpcd.state(2, 'connected', (fact) => fact.epoch === 2);
    await rpcd.connected(1, 2, { linked: true });
    const faults = journalOf(networkDir).filter(({ event }) => event === 'fault');
    assert.deepEqual(faults.map((fault) => [fault.do, fault.point]), [['crash', point], ['stop', point]]);
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
