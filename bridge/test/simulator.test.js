// The make-believe network: acks, what a script makes go wrong, and that no id is ever sent twice in effect.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ScriptError, parseScript, readScript } from '../drivers/simulator/script.js';
import { FAST, connected, events, failure, openDriver } from '../testkit/network.js';
import { sentOnce } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { sleep, until } from '../testkit/wait.js';

test('without a script a code is scanned about a second after it appears, and acks come within 100 ms', async (t) => {
  const { carry, networkDir } = await openDriver(t);
  const line = carry(1);
  const began = performance.now();
  await line.start();
  const [, code] = await line.heard('qr');
  assert.equal(code.sequence, 1);
  assert.match(code.code, /^simulator,2@[^,]+,[^,]+,[^,]+,[^,]+$/);
  assert.ok(Math.abs(code.expiresAt - Date.now() - 60_000) < 500);
  await line.state('connected');
  const took = performance.now() - began;
  assert.ok(took >= 1000 && took < 3000, `${took} ms`);
  assert.deepEqual(line.states(), ['starting', 'qr_pending', 'authenticated', 'connected']);
  assert.deepEqual(await line.send('3EB0A'), { providerMessageId: '3EB0A' });
  const sent = Date.now();
  await line.heard('ack', ({ state }) => state === 'delivered');
  assert.ok(Date.now() - sent < 300);
  assert.deepEqual(line.said.filter(([what]) => what === 'ack').map(([, { state }]) => state), ['server', 'delivered']);
  const [message] = events(networkDir, 'message');
  const { at, instance, text_sha256: digest, phone, ...rest } = message;
  assert.deepEqual(rest, { event: 'message', bridge: 'b1', session: 1, epoch: 1, recipient: '+49151000001',
    id: '3EB0A', kind: 'text',
    text: 'text of 3EB0A', text_bytes: 13, duplicate: false });
  assert.ok(Date.parse(at) && instance.startsWith('b1-') && digest.length === 64 && phone.startsWith('+999'));
});

test('an id is one message, however often it is sent, over epochs and processes', async (t) => {
  const { line, carry, networkDir, folder } = await connected(t);
  await Promise.all([line.send('3EB0A'), line.send('3EB0A'), line.send('3EB0B')]);
  await line.stop('moved');
  const again = carry(1, { epoch: 2, linked: true });
  await again.start();
  await again.state('connected');
  await again.send('3EB0A', { text: 'another text' });
  const other = await openDriver(t, { folder, bridge: 'b2', script: FAST });
  const theirs = other.carry(1, { epoch: 3, linked: true });
  await theirs.start();
  await theirs.state('connected');
  await theirs.send('3EB0B');
  assert.deepEqual([...sentOnce(networkDir)], [['3EB0A', 1], ['3EB0B', 1]]);
  const repeats = events(networkDir, 'repeat');
  assert.deepEqual(repeats.map(({ id, bridge, duplicate, differs }) => [id, bridge, duplicate, differs]),
    [['3EB0A', 'b1', true, undefined], ['3EB0A', 'b1', true, true], ['3EB0B', 'b2', true, undefined]]);
});

test('two networks of one seed have the same accounts, another seed has others', async (t) => {
  const phones = [];
  for (const seed of [5, 5, 6]) {
    const { line } = await connected(t, { seed, session: 3 });
    phones.push((await line.state('connected'))[2].phoneNumber);
  }
  assert.equal(phones[0], phones[1]);
  assert.notEqual(phones[0], phones[2]);
});

test('acks that were not handed over come to whoever opens the account next', async (t) => {
  const { line, folder, networkDir } = await connected(t, { script: { acks: { server_ms: 1, delivered_ms: 60_000 } } });
  await line.send('3EB0A');
  await line.heard('ack', ({ state }) => state === 'server');
  await until(() => events(networkDir, 'ack').length === 1, 'the record');
  const other = await openDriver(t, { folder, bridge: 'b2', script: FAST });
  const theirs = other.carry(1, { epoch: 2, linked: true });
  await theirs.start();
  await theirs.heard('ack', ({ providerMessageId, state }) => providerMessageId === '3EB0A' && state === 'delivered');
  assert.deepEqual(theirs.said.filter(([what]) => what === 'ack').length, 1);
});

test('scripted errors: before the network nothing is sent, after it the repeat is the same message', async (t) => {
  const steps = [
    { do: 'error', when: { send: 1 }, reason: 'ENGINE_ERROR', engine_code: '503', text: 'page gone', not_begun: true },
    { do: 'error', when: { send: 2 }, reason: 'ENGINE_ERROR', after_network: true },
    { do: 'error', when: { recipient: '+49000000000' }, reason: 'RECIPIENT_NOT_ON_WHATSAPP', times: 0 },
  ];
  const { line, networkDir } = await connected(t, { script: { steps } });
  const first = await failure(line.send('3EB0A'));
  assert.deepEqual([first.reason, first.engineCode, first.text, first.notBegun],
    ['ENGINE_ERROR', '503', 'page gone', true]);
  assert.equal(sentOnce(networkDir).size, 0);
  assert.equal((await failure(line.send('3EB0B'))).reason, 'ENGINE_ERROR');
  assert.deepEqual([...sentOnce(networkDir)], [['3EB0B', 1]]);
  await line.send('3EB0B');
  assert.deepEqual([...sentOnce(networkDir)], [['3EB0B', 1]]);
  for (let n = 0; n < 3; n++) {
    assert.equal((await failure(line.send(`3EB0C${n}`, { recipient: '+49000000000' }))).reason,
      'RECIPIENT_NOT_ON_WHATSAPP');
  }
});

test('a reach-out timelock lets nothing through to strangers, answers 463, and ends', async (t) => {
  const steps = [{ do: 'restrict', when: { send: 1 }, for_ms: 200, used: 20, total: 20 },
    { do: 'incoming', when: { connected_ms: 1 }, from: '+49170000000', text: 'hello', id: 'IN1' }];
  const { line, networkDir } = await connected(t, { script: { steps } });
  await line.heard('incoming');
  await line.send('3EB0A');
  const [, restriction] = await line.heard('restriction');
  assert.deepEqual([restriction.kind, restriction.used, restriction.total], ['reach_out_timelock', 20, 20]);
  const [, ack] = await line.heard('ack', ({ state }) => state === 'error');
  assert.deepEqual([ack.providerMessageId, ack.engineCode], ['3EB0A', '463']);
  await line.send('3EB0B', { recipient: '+49170000000' });
  assert.deepEqual([...sentOnce(networkDir).keys()], ['3EB0B'], 'who has written is no stranger');
  await sleep(Math.max(0, restriction.until - Date.now()) + 5);
  await line.send('3EB0A');
  assert.equal(sentOnce(networkDir).get('3EB0A'), 1);
});

test('acks are lost and come late as the script says', async (t) => {
  const { line, networkDir } = await connected(t,
    { script: { acks: { server_ms: 1, delivered_ms: 2, read_ms: [40, 60], lose: { delivered: 1 } } } });
  await line.send('3EB0A');
  const sent = Date.now();
  await line.heard('ack', ({ state }) => state === 'read');
  assert.ok(Date.now() - sent >= 35);
  assert.deepEqual(line.said.filter(([what]) => what === 'ack').map(([, { state }]) => state), ['server', 'read']);
  assert.equal(events(networkDir, 'ack_lost').length, 1);
});

test('an error ack names the engine\'s code', async (t) => {
  const { line } = await connected(t,
    { script: { steps: [{ do: 'ack_error', when: { send: 1 }, engine_code: '479' }] } });
  await line.send('3EB0A');
  const [, ack] = await line.heard('ack');
  assert.deepEqual([ack.state, ack.engineCode], ['error', '479']);
});

test('what got an error ack is on its way again when it is sent again, and is one message', async (t) => {
  const { line, networkDir } = await connected(t, { script: { steps: [{ do: 'ack_error', when: { send: 1 } }] } });
  await line.send('3EB0A');
  await line.heard('ack', ({ state }) => state === 'error');
  await line.send('3EB0A');
  await line.heard('ack', ({ state }) => state === 'delivered');
  assert.equal(sentOnce(networkDir).get('3EB0A'), 1);
  // What arrived is not on its way again.
  const heard = () => line.said.filter(([what]) => what === 'ack').length;
  const before = heard();
  await line.send('3EB0A');
  await sleep(50);
  assert.equal(heard(), before);
});

test('a line that is dropped comes back by itself, and sends in between were not begun', async (t) => {
  const { line, networkDir } = await connected(t,
    { script: { steps: [{ do: 'disconnect', when: { send: 1 }, for_ms: 50 }] } });
  assert.equal((await failure(line.send('3EB0A'))).notBegun, true);
  await until(() => line.states().filter((state) => state === 'connected').length === 2, 'the reconnect');
  assert.deepEqual(line.states().slice(-3), ['connected', 'disconnected', 'connected']);
  await line.send('3EB0A');
  assert.equal(sentOnce(networkDir).get('3EB0A'), 1);
});

test('what is written into the journal by hand comes in, once', async (t) => {
  const { line, carry, networkDir } = await connected(t);
  const write = (event) => fs.appendFileSync(path.join(networkDir, 'network.jsonl'), `${JSON.stringify(event)}\n`);
  write({ event: 'incoming', session: 1, id: 'HAND1', from: '+49170000000', text: 'by hand' });
  const [, message] = await line.heard('incoming');
  assert.deepEqual([message.providerMessageId, message.fromPhone, message.text, message.kind],
    ['HAND1', '+49170000000', 'by hand', 'text']);
  await until(() => events(networkDir, 'incoming_taken').length === 1, 'the record');
  await line.stop('moved');
  write({ event: 'incoming', session: 1, id: 'HAND2', from: '12345@lid' });
  const next = carry(1, { epoch: 2 });
  await next.start();
  const [, second] = await next.heard('incoming');
  assert.deepEqual([second.providerMessageId, second.fromPhone, second.fromLid], ['HAND2', undefined, '12345@lid']);
});

test('a torn line and nonsense in the journal do no harm', async (t) => {
  const folder = temporaryFolder(t);
  const networkDir = path.join(folder, 'network');
  fs.mkdirSync(networkDir);
  fs.writeFileSync(path.join(networkDir, 'network.jsonl'),
    'nonsense\n[]\nnull\n{"event":5}\n{"event":"message","id":"3EB0T","ses');
  const { line } = await connected(t, { folder });
  await line.send('3EB0T');
  assert.deepEqual([...sentOnce(networkDir)], [['3EB0T', 1]]);
  const lines = fs.readFileSync(path.join(networkDir, 'network.jsonl'), 'utf8').trimEnd().split('\n').slice(5);
  for (const whole of lines) JSON.parse(whole);
});

test('two processes\' worth of drivers that send the same ids at once send each once', async (t) => {
  const { line, folder, networkDir } = await connected(t);
  const other = await openDriver(t, { folder, bridge: 'b2', script: FAST });
  const theirs = other.carry(2);
  await theirs.start();
  await theirs.state('connected');
  const ids = Array.from({ length: 100 }, (_, n) => `3EB0${n}`);
  await Promise.all([...ids.map((id) => line.send(id)), ...ids.map((id) => theirs.send(id))]);
  assert.deepEqual([...sentOnce(networkDir).values()], ids.map(() => 1));
  assert.equal(events(networkDir, 'repeat').length, 100);
});

test('a script that is wrong is refused by the path of what is wrong', () => {
  const cases = [
    ['{', /\$/], ['[]', /\$/], ['{"nope": 1}', /\$\.nope/], ['{"qr": {"first_ms": -1}}', /qr\.first_ms/],
    ['{"qr": {"x": 1}}', /qr\.x/],
    ['{"latency_ms": [5, 1]}', /latency_ms/], ['{"acks": {"lose": {"delivered": 2}}}', /acks\.lose/],
    ['{"link": {"by": "magic"}}', /link\.by/],
    ['{"steps": [{"do": "explode"}]}', /steps\[0\]\.do/],
    ['{"steps": [{"do": "crash", "when": {"send": 1}}]}', /steps\[0\]\.point/],
    ['{"steps": [{"do": "crash", "point": "somewhere"}]}', /steps\[0\]\.point/],
    ['{"steps": [{"do": "stop", "when": {"send": 1}}]}', /steps\[0\]\.point/],
    ['{"steps": [{"do": "hang", "when": {"connected_ms": 5}}]}', /steps\[0\]\.when/],
    ['{"steps": [{"do": "error"}]}', /steps\[0\]\.reason/], ['{"steps": [{"do": "incoming"}]}', /steps\[0\]\.from/],
    ['{"steps": 5}', /steps/],
    ['{"steps": [null]}', /steps\[0\]/], ['{"qr": null, "link": 5}', /link/],
  ];
  for (const [source, path_] of cases) {
    assert.throws(() => parseScript(source), (error) => error instanceof ScriptError && path_.test(error.message),
      source);
  }
  assert.equal(readScript().qr.first_ms, 60_000);
  assert.deepEqual(readScript().stages, ['server', 'delivered']);
});

test('while another has the lock nothing is decided; one who is killed lets go of it', async (t) => {
  const { line, networkDir } = await connected(t);
  const program = `
    import { ProcessLock } from ${JSON.stringify(new URL('../drivers/simulator/lock.js', import.meta.url).href)};
    await new ProcessLock(process.argv[1]).acquire();
    console.log('held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program, networkDir]);
  t.after(() => holder.kill('SIGKILL'));
  await new Promise((resolve) => { holder.stdout.once('data', resolve); });
  let sent = false;
  const sending = line.send('3EB0A').then(() => { sent = true; });
  await sleep(100);
  assert.deepEqual([sent, sentOnce(networkDir).size], [false, 0]);
  holder.kill('SIGKILL');
  await sending;
  assert.equal(sentOnce(networkDir).size, 1);
});
