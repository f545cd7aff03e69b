// Linking to the make-believe network: codes, credentials, and who has an account when two want it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { FAST, connected, events, failure, keptOf, openDriver } from '../testkit/network.js';
import { sentOnce } from '../testkit/processes.js';
import { sleep, until } from '../testkit/wait.js';

test('a linked account is taken over without a scan, and the older connection is told of the conflict', async (t) => {
  const { line, folder } = await connected(t);
  const phone = (await line.state('connected'))[2].phoneNumber;
  const other = await openDriver(t, { folder, bridge: 'b2', script: FAST });
  const theirs = other.carry(1, { epoch: 2, linked: true });
  await theirs.start();
  assert.equal((await theirs.state('connected'))[2].phoneNumber, phone);
  assert.deepEqual(theirs.states(), ['starting', 'connected']);
  await line.state('conflict');
  const error = await failure(line.send('3EB0A'));
  assert.deepEqual([error.reason, error.notBegun], ['SESSION_NOT_CONNECTED', true]);
  assert.deepEqual(await theirs.send('3EB0A'), { providerMessageId: '3EB0A' });
});

test('a connection that has not heard of its end yet is stopped by the network', async (t) => {
  const { line, networkDir } = await connected(t);
  fs.appendFileSync(path.join(networkDir, 'network.jsonl'),
    `${JSON.stringify({ event: 'opened', session: 1, connection: 'zombie-hunter' })}\n`);
  const error = await failure(line.send('3EB0A'));
  assert.match(error.reason, /SESSION_CONFLICT|SESSION_NOT_CONNECTED/);
  assert.equal(error.notBegun, true);
  assert.equal(sentOnce(networkDir).size, 0);
});

test('through a new link the same id is another message, and of what the old one sent nothing is heard', async (t) => {
  const { line, networkDir, carry } = await connected(t, { acks: { server_ms: 0, delivered_ms: 60_000 } });
  await line.send('3EB0A');
  fs.appendFileSync(path.join(networkDir, 'network.jsonl'),
    `${JSON.stringify({ event: 'unlinked', session: 1, by: 'phone' })}\n`);
  await line.state('logged_out');
  await line.stop('logged_out');
  const next = carry(1, { epoch: 2 });
  await next.start();
  await next.state('connected');
  await next.send('3EB0A');
  assert.equal(sentOnce(networkDir).get('3EB0A'), 2);
  await next.send('3EB0A');
  assert.deepEqual([sentOnce(networkDir).get('3EB0A'), events(networkDir, 'repeat').length], [2, 1]);
});

test('codes rotate until they run out', async (t) => {
  const { carry } = await openDriver(t,
    { script: { ...FAST, qr: { first_ms: 30, next_ms: 10, codes: 3, scan_after_ms: null } } });
  const line = carry(1);
  await line.start();
  const [, , detail] = await line.state('disconnected');
  assert.deepEqual(detail, { reason: 'qr_timeout', final: true });
  const codes = line.said.filter(([what]) => what === 'qr').map(([, code]) => code);
  assert.deepEqual(codes.map(({ sequence }) => sequence), [1, 2, 3]);
  assert.equal(new Set(codes.map(({ code }) => code)).size, 3);
});

test('the third code is the one that is scanned', async (t) => {
  const { carry } = await openDriver(t,
    { script: { ...FAST, qr: { first_ms: 20, next_ms: 20, scan_code: 3, scan_after_ms: 5 } } });
  const line = carry(1);
  await line.start();
  await line.state('connected');
  assert.equal(line.said.filter(([what]) => what === 'qr').length, 3);
});

test('a pairing code links too', async (t) => {
  const { carry } = await openDriver(t, { script: { ...FAST, link: { by: 'pairing_code', phone: '+999123456789' } } });
  const line = carry(1);
  await line.start();
  const [, { code }] = await line.heard('pairingCode');
  assert.match(code, /^[A-Z1-9]{4}-[A-Z1-9]{4}$/);
  assert.equal((await line.state('connected'))[2].phoneNumber, '+999123456789');
});

test('a pairing code that is asked for takes the place of the QR code, and links the phone that it was for', async (t) => {
  const { carry, networkDir } = await openDriver(t,
    { script: { ...FAST, qr: { first_ms: 60_000, scan_after_ms: 300 } } });
  const line = carry(1);
  const asked = line.account.requestPairingCode('+4915112345678');
  await line.start();
  const { code, expiresAt } = await asked;
  assert.match(code, /^[A-Z1-9]{4}-[A-Z1-9]{4}$/);
  assert.ok(expiresAt > new Date());
  assert.equal((await line.state('connected'))[2].phoneNumber, '+4915112345678');
  await sleep(400);
  assert.equal(events(networkDir, 'linked').length, 1);
  assert.equal((await failure(line.account.requestPairingCode('+4915112345678'))).reason, 'SESSION_BUSY');
});

test('a number has an account, unless the script says that it has none', async (t) => {
  const { line, networkDir } = await connected(t, { script: { not_on_whatsapp: ['+4915100000000'] } });
  const there = await line.account.checkNumber('+4915112345678');
  assert.deepEqual([there.exists, /^\d{14}@lid$/.test(there.lid)], [true, true]);
  assert.deepEqual(await line.account.checkNumber('+4915100000000'), { exists: false, lid: '' });
  assert.deepEqual(events(networkDir, 'checked').map(({ number, exists }) => [number, exists]),
    [['+4915112345678', true], ['+4915100000000', false]]);
  await line.stop('moved');
  assert.equal((await failure(line.account.checkNumber('+4915112345678'))).reason, 'SESSION_NOT_CONNECTED');
});

test('credentials that are not there, or that the network does not know, end as logged out', async (t) => {
  const { carry, networkDir } = await openDriver(t, { script: FAST });
  const line = carry(1, { linked: true });
  await line.start();
  assert.equal((await line.state('logged_out'))[2].reason, 'credentials_missing');
  keptOf(networkDir, 2).set('creds', Buffer.from('of another network'));
  const stranger = carry(2, { linked: true });
  await stranger.start();
  assert.equal((await stranger.state('logged_out'))[2].reason, 'credentials_unknown');
  assert.equal(events(networkDir, 'opened').length, 0);
});

test('the code of a bridge whose lease is over is scanned by nobody, and what is linked it leaves alone', async (t) => {
  const { carry, networkDir } = await openDriver(t, { script: FAST });
  let holds = true;
  const asleep = carry(1, { holds: () => holds });
  await asleep.start();
  await asleep.state('qr_pending');
  holds = false;
  const next = carry(1, { epoch: 2 });
  await next.start();
  await next.state('connected');
  const late = carry(1, { holds: () => holds });
  await late.start();
  await sleep(100);
  assert.deepEqual([events(networkDir, 'linked').length, events(networkDir, 'unlinked').length], [1, 0]);
  assert.deepEqual([asleep.states(), late.states()], [['starting', 'qr_pending'], ['starting']]);
  assert.deepEqual(await next.send('3EB0A'), { providerMessageId: '3EB0A' });
});

test('that it is linked is said when its credentials are safe, and not before', async (t) => {
  const { carry, networkDir } = await openDriver(t, { script: FAST });
  let keep;
  const safe = new Promise((resolve) => { keep = resolve; });
  const line = carry(1, { auth: { load: async () => new Map(), set: () => safe } });
  await line.start();
  await until(() => events(networkDir, 'linked').length === 1, 'the scan');
  await sleep(50);
  assert.deepEqual(line.states(), ['starting', 'qr_pending']);
  keep();
  await line.state('connected');
});

test('who does not have the credentials of a linked account is not let in', async (t) => {
  const { line, carry, networkDir } = await connected(t);
  const kept = keptOf(networkDir, 1);
  assert.deepEqual([kept.has('creds'), kept.size], [true, 31]);
  const secret = kept.get('creds');
  await line.stop('moved');
  for (const [value, reason] of [[undefined, 'credentials_missing'], [Buffer.alloc(32), 'credentials_unknown']]) {
    kept.delete('creds');
    if (value) kept.set('creds', value);
    const without = carry(1, { epoch: 2, linked: true });
    await without.start();
    assert.equal((await without.state('logged_out'))[2].reason, reason);
    assert.deepEqual(without.states(), ['starting', 'logged_out']);
  }
  kept.set('creds', secret);
  const again = carry(1, { epoch: 3, linked: true });
  await again.start();
  await again.state('connected');
  // Nothing of them is in the network's journal.
  const journal = fs.readFileSync(path.join(networkDir, 'network.jsonl'), 'latin1');
  assert.ok(!journal.includes(secret.toString('hex')) && !journal.includes(secret.toString('base64')));
});

test('logout here or on the phone drops the link, disconnect keeps it', async (t) => {
  const { line, carry, networkDir } = await connected(t, { script: { steps: [{ do: 'logout', when: { send: 1 } }] } });
  const error = await failure(line.send('3EB0A'));
  assert.equal(error.notBegun, true);
  assert.equal((await line.state('logged_out'))[2].reason, 'LOGOUT');
  const relinked = carry(1, { epoch: 2 });
  await relinked.start();
  await relinked.state('qr_pending');
  await relinked.state('connected');
  await relinked.stop('disconnect');
  const third = carry(1, { epoch: 3, linked: true });
  await third.start();
  await third.state('connected');
  await third.stop('logout');
  assert.deepEqual(events(networkDir, 'unlinked').map(({ by }) => by), ['phone', 'bridge']);
});

test('where rpcd knows of no link, an older one is over and a code is shown', async (t) => {
  const { line, carry, networkDir } = await connected(t);
  await line.stop('disconnect');
  keptOf(networkDir, 1).set('of-the-old-link', Buffer.from('x'));
  const anew = carry(1, { epoch: 2 });
  await anew.start();
  await anew.state('qr_pending');
  await anew.state('connected');
  assert.deepEqual(events(networkDir, 'unlinked').map(({ by }) => by), ['bridge']);
  assert.equal(events(networkDir, 'linked').length, 2);
  assert.equal(keptOf(networkDir, 1).has('of-the-old-link'), false);
});
