// The whatsapp-web.js driver on a fake of the library: linking, what each end of a page leads to, browsers that hang,
// profiles, what comes in. What goes out: whatsapp-web-sends.test.js.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fake from '../testkit/fakes/whatsapp-web.js/index.js';
import { isLibrarys } from '../drivers/shared/library.js';
import { KeptAuth, openEngine, sleep, until } from '../testkit/engines.js';

const { world } = fake;
const FAST = { openMs: 1000, callMs: 200, sendMs: 250, logoutMs: 100, destroyMs: 200, watchMs: 10_000, backoffMs: 1, longestBackoffMs: 5 };

async function open(t, options) {
  world.reset();
  t.after(() => { for (const { child } of world.browsers) if (child && child.exitCode === null) try { process.kill(-child.pid, 'SIGKILL'); } catch { /* gone */ } });
  return openEngine(t, 'whatsapp-web.js', { times: FAST, ...options });
}

/** A session that is linked and connected. */
async function connected(t, options) {
  const house = await open(t, options);
  const line = house.carry(1);
  await link(line);
  return { ...house, line };
}

async function link(line) {
  await line.start();
  await line.heard('qr');
  world.client.scan();
  await line.state('connected');
}

/** The processes of a group that are still there. */
const group = (pid) => fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((name) => {
  try {
    const [state, , leader] = fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(leader) === pid && state !== 'Z';
  } catch {
    return false;
  }
});

test('it is linked by a QR code, and what the library says twice is said once', async (t) => {
  const { driver, carry, folder } = await open(t, { browser: '/usr/bin/chromium', browserArgs: ['--no-sandbox'] });
  assert.deepEqual([driver.engine, driver.version, driver.kinds, driver.sendConcurrency, driver.credit <= 16],
    ['whatsapp-web.js', '1.34.7', ['text', 'image', 'video', 'audio', 'voice', 'document', 'sticker', 'location', 'contact', 'poll',
      'reaction', 'edit', 'delete'], 1, true]);
  // It chooses its own ids: a repeat is another message.
  assert.notEqual(driver.repeatsAreSafe, true);
  const line = carry(1);
  await line.start();
  const first = await line.heard('qr');
  world.client.showQr();
  const second = await line.heard('qr', ({ sequence }) => sequence === 2);
  const life = ({ expiresAt }) => Math.round((expiresAt - Date.now()) / 1000);
  assert.deepEqual([first.sequence, life(first), life(second)], [1, 60, 20]);
  world.client.scan();
  assert.deepEqual(await line.state('connected'), { phoneNumber: '+4915100000001', lid: '' });
  assert.deepEqual(line.states(), ['starting', 'qr_pending', 'authenticated', 'connected']);
  // What Hello says once it is seen.
  assert.equal(driver.version, '1.34.7 web 2.3000.7654321');
  assert.equal(world.versions, 1);
  const { takeoverOnConflict, webVersionCache, puppeteer } = world.client.options;
  assert.equal(takeoverOnConflict, false);
  assert.ok(webVersionCache.path.startsWith(folder));
  assert.deepEqual(puppeteer, { headless: true, args: ['--no-sandbox'], executablePath: '/usr/bin/chromium',
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  assert.equal(fs.statSync(path.join(folder, 'profiles', 'session-s1')).mode & 0o77, 0);
});

test('which profile is the link is kept before anybody hears that it is linked', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  await line.start();
  await line.heard('qr');
  let release;
  line.auth.held = new Promise((resolve) => { release = resolve; });
  world.client.scan();
  await sleep(20);
  assert.deepEqual(line.states(), ['starting', 'qr_pending']);
  line.auth.held = null;
  release();
  await line.state('connected');
  assert.deepEqual(line.auth.puts, [{ keys: ['profile'], clear: true }]);
});

test('a linked session is opened on its profile without a code', async (t) => {
  const { line, folder, close } = await connected(t);
  await close();
  const next = await openEngine(t, 'whatsapp-web.js', { times: FAST, folder });
  const again = next.carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  assert.equal((await again.state('connected')).phoneNumber, '+4915100000001');
  assert.deepEqual(again.states(), ['starting', 'connected']);
  assert.equal(line.auth.puts.length, 1);
});

test('another bridge does not touch a link whose profile is elsewhere, and says where it is', async (t) => {
  const { line } = await connected(t);
  const next = await openEngine(t, 'whatsapp-web.js', { times: FAST });
  const again = next.carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  assert.equal((await again.state('failed')).reason, 'profile_at_b1');
  assert.equal(world.clients.length, 1);
  assert.ok(next.lines.some((text) => text.includes('profile.elsewhere')));
});

test('without a link that rpcd knows of, a linked session is logged out', async (t) => {
  const { carry } = await open(t);
  for (const [session, fails] of [[1, null], [2, Object.assign(new Error('sealed'), { code: 'DATA_LOSS' })]]) {
    const auth = new KeptAuth();
    auth.fails = fails;
    const line = carry(session, { linked: true, auth });
    await line.start();
    assert.equal((await line.state('logged_out')).reason, 'credentials_missing');
  }
  assert.equal(world.clients.length, 0);
});

test('a session that is to be linked anew has nothing of its old profile', async (t) => {
  const { line, folder, carry } = await connected(t);
  await line.stop('moved');
  const mark = path.join(folder, 'profiles', 'session-s1', 'linked.json');
  assert.ok(fs.existsSync(mark));
  const again = carry(1, { epoch: 2 });
  await again.start();
  await again.heard('qr');
  assert.ok(!fs.existsSync(mark));
});

test('a linked session that is shown a code is logged out', async (t) => {
  const { line, folder, carry } = await connected(t);
  await line.stop('moved');
  world.unlink(path.join(folder, 'profiles', 'session-s1'));
  const again = carry(1, { epoch: 2, linked: true, auth: line.auth });
  await again.start();
  assert.equal((await again.state('logged_out')).reason, 'credentials_unknown');
  assert.deepEqual(again.all('qr'), []);
});

test('a logout on the phone ends it, the code of a new link is not shown, and nothing of the profile stays', async (t) => {
  const { line, folder } = await connected(t);
  const codes = line.all('qr').length;
  await world.client.loggedOut();
  assert.equal((await line.state('logged_out')).reason, 'LOGOUT');
  await line.stop('logged_out');
  // Whatever the library still says is of nobody's session.
  world.client.emit('message', world.message({ bare: 'X', chatId: '4915111111111@c.us', body: 'for another', fromMe: false }));
  await sleep(10);
  assert.deepEqual([line.all('qr').length, line.states().at(-1), line.all('incoming')], [codes, 'logged_out', []]);
  assert.deepEqual([world.browsers[0].connected, fs.existsSync(path.join(folder, 'profiles', 'session-s1'))], [false, false]);
});

for (const [word, state, reason] of [['CONFLICT', 'conflict', 'replaced'], ['UNPAIRED', 'logged_out', 'UNPAIRED'],
  ['TOS_BLOCK', 'restricted', 'TOS_BLOCK'], ['SMB_TOS_BLOCK', 'restricted', 'SMB_TOS_BLOCK'],
  ['PROXYBLOCK', 'failed', 'proxy_blocked'], ['DEPRECATED_VERSION', 'failed', 'web_version_refused']]) {
  test(`${word} is ${state}, and is not fought`, async (t) => {
    const { line } = await connected(t);
    world.client.state(word);
    assert.equal((await line.state(state)).reason, reason);
    await sleep(20);
    assert.equal(world.clients.length, 1);
    const { error } = await line.send('3EB0000000000000000001');
    assert.deepEqual([error.reason, error.notBegun], [state === 'restricted' ? 'ACCOUNT_RESTRICTED' : 'SESSION_NOT_CONNECTED', true]);
  });
}

test('a page that loses its line for a while says so, and when it is back', async (t) => {
  const { line } = await connected(t);
  for (const state of ['TIMEOUT', 'OPENING', 'CONNECTED']) world.client.state(state);
  await line.state('connected', 2);
  assert.deepEqual(line.states().slice(-2), ['disconnected', 'connected']);
  assert.equal((await line.state('disconnected')).reason, 'timeout');
  assert.equal(world.clients.length, 1);
});

test('codes that nobody scans end the session', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  await line.start();
  await line.heard('qr');
  for (let n = 2; n <= 6; n++) {
    world.client.showQr();
    await line.heard('qr', ({ sequence }) => sequence === n);
  }
  world.client.showQr();
  const ended = await line.state('disconnected');
  assert.deepEqual([ended.reason, ended.final], ['qr_timeout', true]);
  assert.equal(line.all('qr').length, 6);
});

test('a pairing code takes the place of QR codes, also where it is asked for too early, and is told again when it changes',
  async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  const asked = line.account.requestPairingCode('+4915100000001');
  await line.start();
  const { code, expiresAt } = await asked;
  assert.deepEqual([code, world.pairing.number], ['EFGH-5678', '4915100000001']);
  assert.ok(expiresAt > new Date(Date.now() + 100_000));
  const shown = line.all('qr').length;
  world.client.showQr();
  world.client.emit('code', 'EFGH5678');
  world.client.emit('code', 'WXYZ9999');
  await line.heard('pairingCode');
  assert.deepEqual(line.all('pairingCode').map((one) => one.code), ['WXYZ-9999']);
  assert.equal(line.all('qr').length, shown);
  world.client.scan();
  await line.state('connected');
  await assert.rejects(line.account.requestPairingCode('+4915100000001'), { reason: 'SESSION_BUSY' });
});

test('checkNumber tells whether there is an account, and a LID where the library names one', async (t) => {
  const { line } = await connected(t);
  world.nobody.add('4915199999999');
  world.lids.set('4915122222222', '555001@lid');
  assert.deepEqual(await line.account.checkNumber('+4915111111111'), { exists: true, lid: '' });
  assert.deepEqual(await line.account.checkNumber('+4915122222222'), { exists: true, lid: '555001@lid' });
  assert.deepEqual(await line.account.checkNumber('+4915199999999'), { exists: false, lid: '' });
});

test('a browser that crashes is opened again, on the same profile', async (t) => {
  const { line } = await connected(t);
  world.browsers[0].crash();
  await line.state('connected', 2);
  assert.deepEqual(line.states().slice(-2), ['disconnected', 'connected']);
  assert.equal((await line.state('disconnected')).reason, 'browser_ended');
  assert.equal(world.clients.length, 2);
});

test('a page that cannot be opened is tried again, and a browser that cannot be started is a failure', async (t) => {
  const { carry } = await open(t);
  world.pageFails = [new Error('net::ERR_INTERNET_DISCONNECTED'), 'auth timeout'];
  const line = carry(1);
  await line.start();
  await line.heard('qr');
  assert.equal(world.clients.length, 3);
  world.launchFails = 'Failed to launch the browser process! spawn /nowhere ENOENT';
  const second = carry(2);
  await second.start();
  assert.match((await second.state('failed')).reason, /launch the browser/);
});

test('a browser that never comes is given up, and ended', async (t) => {
  const { carry } = await open(t, { times: { ...FAST, openMs: 100 } });
  world.realBrowsers = true;
  world.hanging = { initialize: true, destroy: true };
  const line = carry(1);
  await line.start();
  assert.match((await line.state('disconnected')).reason, /initialize/);
  world.hanging = {};
  await line.heard('qr');
  const [{ child }] = world.browsers;
  await until(() => group(child.pid).length === 0, 'the end of its processes');
});

test('a page that does not even tell its state is ended with all its processes, though destroy hangs, and opened again', async (t) => {
  const { carry, driver } = await open(t, { times: { ...FAST, watchMs: 30 } });
  world.realBrowsers = true;
  const line = carry(1);
  await link(line);
  const [{ child }] = world.browsers;
  await until(() => group(child.pid).length >= 2, 'the browser and its helper');
  assert.ok(driver.memory() > 0);
  world.hanging = { getState: true, destroy: true };
  await line.state('disconnected');
  assert.equal((await line.state('disconnected')).reason, 'page_hung');
  world.hanging = {};
  await line.state('connected', 2);
  await until(() => group(child.pid).length === 0, 'the end of its processes');
});

test('a page that has no state twice is opened again; once is nothing', async (t) => {
  const { line } = await connected(t, { times: { ...FAST, watchMs: 20 } });
  world.pageStates = [null, 'CONNECTED', null, 'CONNECTED', null, null, null];
  await line.state('disconnected');
  assert.equal(world.pageStates.length, 1);
  assert.equal((await line.state('disconnected')).reason, 'page_empty');
  await line.state('connected', 2);
});

test('the browser of a bridge that was killed is ended before another is opened on its profile', async (t) => {
  const { carry, folder, crash } = await open(t);
  world.realBrowsers = true;
  const line = carry(1);
  await link(line);
  const [{ child }] = world.browsers;
  await crash();
  assert.ok(group(child.pid).includes(child.pid));
  const next = await openEngine(t, 'whatsapp-web.js', { times: FAST, folder });
  const again = next.carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  await again.state('connected');
  await until(() => group(child.pid).length === 0, 'the end of the old one');
});

test('logout ends the link and removes the profile, also where the library hangs; stopping alone does neither', async (t) => {
  const { line, carry, folder } = await connected(t);
  const profile = path.join(folder, 'profiles', 'session-s1');
  await line.stop('moved');
  assert.deepEqual([world.browsers[0].closedProperly, fs.existsSync(profile)], [true, true]);
  const again = carry(1, { linked: true, auth: line.auth });
  await again.start();
  await again.state('connected');
  world.realBrowsers = true;
  await again.stop('logout');
  assert.equal(fs.existsSync(profile), false);
  const third = carry(2);
  await link(third);
  const { child } = world.browsers.at(-1);
  world.hanging = { logout: true, destroy: true };
  await third.stop('logout');
  await until(() => group(child.pid).length === 0, 'the end of its processes');
  assert.equal(fs.existsSync(path.join(folder, 'profiles', 'session-s2')), false);
});

test('nothing is opened before the session is certainly ours', async (t) => {
  const { carry } = await open(t);
  const line = carry(1);
  line.mayAct = false;
  await line.start();
  await sleep(40);
  assert.equal(world.clients.length, 0);
  line.mayAct = true;
  await line.heard('qr');
});

test('messages that come in are told; what nobody wrote, the status, notices and own ones are not', async (t) => {
  const { line } = await connected(t);
  const come = (bare, more) => world.client.emit('message',
    world.message({ bare, chatId: '4915111111111@c.us', body: 'hi', fromMe: false, at: 1700000000000, ...more }));
  come('A');
  come('B', { chatId: '555001@lid', _data: { quotedStanzaID: '3EB0Q' }, body: 'quoting' });
  come('C', { type: 'ptt', body: undefined });
  come('D', { type: 'e2e_notification' });
  come('E', { chatId: '120363@g.us' });
  come('F', { isStatus: true });
  come('G', { fromMe: true });
  world.client.emit('message', { type: 'chat' });
  await until(() => line.all('incoming').length === 3, 'all');
  assert.deepEqual(line.all('incoming').map(({ providerMessageId, fromPhone, fromLid, kind, text, quoted }) =>
    [providerMessageId, fromPhone, fromLid, kind, text, quoted]), [
    ['A', '+4915111111111', '', 'text', 'hi', ''], ['B', '', '555001@lid', 'text', 'quoting', '3EB0Q'],
    ['C', '+4915111111111', '', 'voice', '', '']]);
  assert.deepEqual(line.all('incoming')[0].at, new Date(1700000000000));
  assert.deepEqual(line.all('incoming').map(({ chat }) => chat), ['+4915111111111', '555001@lid', '+4915111111111']);
});

test('one session\'s trouble is its own', async (t) => {
  const { line, carry } = await connected(t);
  const second = carry(2);
  await link(second);
  const [first] = world.clients;
  first.emit('error', new Error('nobody listens to this'));
  first.emit('message', null);
  first.emit('message_ack', {}, 3);
  first.emit('message_create', {});
  first.state('CONFLICT');
  await line.state('conflict');
  assert.ok((await second.send('3EB0000000000000000001')).submitted);
  assert.equal(second.states().at(-1), 'connected');
});

test('what the library throws is told from what we throw', async (t) => {
  await open(t);
  const thrown = (work) => { try { work(); } catch (error) { return error; } return null; };
  assert.equal(isLibrarys(thrown(() => new fake.LocalAuth({ clientId: 'no/name' }))), true);
  assert.equal(isLibrarys(thrown(() => fs.readFileSync('/nowhere'))), false);
  assert.equal(isLibrarys(new Error('ours')), false);
  assert.equal(isLibrarys('auth timeout'), true);
});

test('a browser that comes up after its session was let go does not stay', async (t) => {
  const { carry } = await open(t);
  world.realBrowsers = true;
  let launch;
  world.launching = new Promise((resolve) => { launch = resolve; });
  const line = carry(1);
  await line.start();
  await until(() => world.clients.length === 1, 'the client');
  await line.stop('moved');
  launch();
  await until(() => world.browsers.length === 1, 'the browser');
  await until(() => group(world.browsers[0].child.pid).length === 0, 'its end');
});
