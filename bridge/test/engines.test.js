// The drivers of real engines as whole programs, each on the fake of its library, with a real rpcd: linking, sending, what
// lists show, and what is left when they are killed. What the fakes' WhatsApp got is the judge.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { LONG, openHouse } from '../testkit/engine-house.js';
import { runToEnd } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { until } from '../testkit/wait.js';

const options = { skip, timeout: 90_000 };

test('without its library a driver says how to install it, and with another one what is wrong', async (t) => {
  const stateDir = temporaryFolder(t);
  await Promise.all([['baileys', 'baileys@7.0.0-rc14'], ['whatsapp-web.js', 'whatsapp-web.js@1.34.7']].map(async ([driver, line]) => {
    const run = (...args) => runToEnd(['--endpoint', 'unix:/nowhere', '--driver', driver, '--name', 'b1', '--state-dir',
      path.join(stateDir, `of-${driver}`), ...args]);
    const { status, stderr } = await run();
    assert.equal(status, 69, stderr);
    assert.ok(stderr.includes(`is not installed. Install it with: npm install --prefix `) && stderr.includes(line), stderr);
    const older = path.join(stateDir, driver);
    fs.mkdirSync(older);
    assert.match((await run('--library', older)).stderr, /is no package/);
    fs.writeFileSync(path.join(older, 'package.json'), JSON.stringify({ name: driver, version: '0.9.0' }));
    assert.match((await run('--library', older)).stderr, /0\.9\.0, which this driver is not made for/);
    fs.writeFileSync(path.join(older, 'package.json'), JSON.stringify({ name: driver, version: line.split('@').at(-1), main: 'x.js' }));
    fs.writeFileSync(path.join(older, 'x.js'), 'import "not-there-either";');
    const broken = await run('--library', older);
    assert.deepEqual([broken.status, /cannot be loaded/.test(broken.stderr)], [69, true], broken.stderr);
    fs.writeFileSync(path.join(older, 'x.js'), 'module.exports = {};');
    const empty = await run('--library', older);
    assert.deepEqual([empty.status, /has no /.test(empty.stderr)], [69, true], empty.stderr);
  }));
});

test('what is pinned is what the package asks for', () => {
  const read = (name) => JSON.parse(fs.readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  const pins = Object.fromEntries(Object.values(read('drivers/engines.json')).map(({ packages, version }) => [packages[0], version]));
  const { peerDependencies, peerDependenciesMeta } = read('package.json');
  assert.deepEqual(peerDependencies, pins);
  assert.ok(Object.keys(pins).every((name) => peerDependenciesMeta[name].optional));
});

test('baileys: linked by a pairing code, sends, and is taken over by another bridge without a scan', options, async (t) => {
  const { operator, session, start, is, bridge, send, reaches, lines } = await openHouse(t, 'baileys');
  // Nobody scans before the code is asked for.
  const first = start('b1', { FAKE_SCAN_AFTER_MS: '1500' });
  const listed = await bridge('b1');
  assert.deepEqual([listed.engine, listed.engineVersion, listed.kinds], ['baileys', '7.0.0-rc14 web 2.3000.1234567890',
    ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'contact', 'poll', 'reaction', 'edit', 'delete', 'contacts']]);
  const { code } = await operator.sessions.requestPairingCode({ sessionId: session, phoneNumber: '+4915100000001' });
  assert.equal(code, 'ABCD-1234');
  const linked = await is('CONNECTED');
  assert.deepEqual([linked.phoneNumber, linked.lid], ['+4915100000001', '77700000000001@lid']);
  assert.equal((await operator.sessions.checkNumber({ sessionId: session, phoneNumber: '+4915122222222' })).exists, true);
  const one = await send('by the first');
  await reaches(one.id, 'DELIVERED');
  start('b2');
  await bridge('b2');
  first.kill('SIGKILL');
  await first.ended;
  await is('CONNECTED', (now) => now.bridge === 'b2');
  const two = await send('by the second');
  await reaches(two.id, 'DELIVERED');
  assert.equal(lines('linked').length, 1);
  assert.deepEqual(lines('message').map(({ text, again, unreadable, id }) => [text, again, unreadable, /^3EB0[0-9A-F]{18}$/.test(id)]),
    [['by the first', false, false, true], ['by the second', false, false, true]]);
  await operator.sessions.logoutSession({ sessionId: session });
  await until(() => lines('unlinked').length === 1, 'the end of the link', LONG);
});

test('whatsapp-web.js: killed while WhatsApp has the message and nobody knows, it finds it and sends nothing twice', options, async (t) => {
  const { start, is, bridge, send, reaches, lines, operator, session, folder } = await openHouse(t, 'whatsapp-web.js');
  const first = start('b1', { FAKE_TROUBLE: JSON.stringify({ hang: true, throws: true }), FAKE_BROWSERS: 'real' });
  await bridge('b1');
  await operator.sessions.initSession({ sessionId: session });
  await is('CONNECTED');
  // What the library throws where nobody can catch it ends nothing.
  await until(() => first.output.stderr.includes('engine.uncaught'), 'the fault', LONG);
  const one = await send('once and only once');
  await until(() => lines('message').length === 1, 'the message', LONG);
  const [{ pid }] = lines('message');
  assert.equal(pid, first.child.pid);
  const mark = path.join(folder, 'b1', 'profiles', `session-s${session}`, 'SingletonLock');
  const browser = Number(fs.readlinkSync(mark).split('-').at(-1));
  first.kill('SIGKILL');
  await first.ended;
  const second = start('b1', { FAKE_BROWSERS: 'real' });
  await is('CONNECTED', ({ statusReason }) => statusReason !== 'bridge_lost');
  const sent = await reaches(one.id, 'SENT', 'DELIVERED');
  assert.equal(lines('message').length, 1);
  assert.equal(sent.providerMessageId ?? lines('message')[0].id, lines('message')[0].id);
  // The browser that the killed bridge left is gone, and the heartbeat counts the new one.
  const gone = () => { try { return fs.readFileSync(`/proc/${browser}/stat`, 'utf8').split(') ')[1][0] === 'Z'; } catch { return true; } };
  await until(gone, 'the end of the old browser');
  const two = await send('the next one');
  await reaches(two.id, 'DELIVERED');
  assert.deepEqual(lines('message').map(({ body }) => body), ['once and only once', 'the next one']);
  assert.equal(lines('linked').length, 1);
  second.kill('SIGTERM');
  assert.deepEqual(await second.ended, { status: 0, signal: null });
  assert.ok(!fs.existsSync(mark));
  const again = start('b1');
  assert.match((await bridge('b1')).engineVersion, /^1\.34\.7/);
  again.kill('SIGKILL');
});
