// The real program: its command line, and its signals. Killed in the middle of things: process-crashes.test.js.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setUp } from '../testkit/process-house.js';
import { runToEnd } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { until } from '../testkit/wait.js';

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
