// Sends with a file: the driver finds it on this machine's disk, the network notes what it really was, and where it does not
// come nothing was begun.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { given, setUp, TestDriver } from '../testkit/bridge.js';
import { world as baileysWorld } from '../testkit/fakes/baileys/index.js';
import fakeWeb from '../testkit/fakes/whatsapp-web.js/index.js';
import { openEngine } from '../testkit/engines.js';
import { openDriver } from '../testkit/network.js';
import { journalOf } from '../testkit/processes.js';
import { temporaryFolder } from '../testkit/server.js';
import { until } from '../testkit/wait.js';

const bytes = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7) % 251));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const said = { kind: 'MEDIA_KIND_IMAGE', mediaId: 3, caption: 'look', fileName: 'a.png', mimeType: 'image/png', size: bytes.length,
  durationMs: 0, mentions: [], sha256 };
const frame = { text: undefined, media: said };

class Pictures extends TestDriver {
  kinds = ['text', 'image'];
}

async function carried(t, options = {}) {
  const house = await setUp(t, { driver: new Pictures(), ...options });
  house.rpcd.files.set(3, bytes);
  await house.rpcd.connected(1, 4);
  const folder = path.join(house.folder, 'media');
  house.names = () => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  return house;
}

test('a driver finds the file of a send on its disk for as long as it sends, and no longer', async (t) => {
  const { rpcd, driver, names } = await carried(t);
  const send = rpcd.give(1, 4, frame);
  const [{ message, submit }] = await given(driver, 1);
  const { path: place, ...content } = message.content;
  assert.deepEqual([message.kind, message.text, content], ['image', undefined, said]);
  assert.ok(fs.readFileSync(place).equals(bytes));
  assert.deepEqual(rpcd.downloads, [{ sessionId: 1, epoch: 4, mediaId: 3, offset: 0 }]);
  submit();
  assert.ok((await rpcd.result(send.commandId)).result.submitted);
  assert.deepEqual(names(), []);
});

test('a file that does not come in time was not begun, and is asked for by nobody any more', async (t) => {
  const { rpcd, driver, names } = await carried(t);
  const send = rpcd.give(1, 4, { text: undefined, media: { ...said, mediaId: 9 } });
  const { result: { error } } = await rpcd.result(send.commandId);
  assert.deepEqual([error.reason, error.notBegun], ['MEDIA_FETCH_FAILED', true]);
  assert.deepEqual([driver.sends.length, names()], [0, []]);
});

test('the time that a file takes is not the engine\'s', async (t) => {
  const { rpcd, driver } = await carried(t, { limits: { mediaMs: 30_000, sendMs: 200, graceMs: 100, stopMs: 200, startMs: 500 } });
  rpcd.authRefusals = [[14, 'busy', 'UNAVAILABLE'], [14, 'busy', 'UNAVAILABLE']];
  const began = performance.now();
  const send = rpcd.give(1, 4, frame);
  const [{ submit }] = await given(driver, 1);
  assert.ok(performance.now() - began > 250);
  submit();
  assert.ok((await rpcd.result(send.commandId)).result.submitted);
});

test('with the file here, an engine that says nothing leaves the outcome unknown, and the news follow', async (t) => {
  const { rpcd, driver, names } = await carried(t);
  const send = rpcd.give(1, 4, frame);
  const [{ submit }] = await given(driver, 1);
  const { result: { error } } = await rpcd.result(send.commandId, (result) => result.error);
  assert.deepEqual([error.reason, error.notBegun], ['OUTCOME_UNKNOWN', false]);
  assert.equal(names().length, 1, 'the engine may be reading it');
  submit();
  assert.ok((await rpcd.result(send.commandId, (result) => result.submitted)).result);
  assert.deepEqual(names(), []);
});

test('a session that is let go waits for no file', async (t) => {
  const { rpcd, names } = await carried(t, { limits: { mediaMs: 60_000, sendMs: 60_000, graceMs: 60_000, stopMs: 200, startMs: 500 } });
  const send = rpcd.give(1, 4, { text: undefined, media: { ...said, mediaId: 9 } });
  await until(() => rpcd.downloads.length === 1, 'the file to be asked for');
  rpcd.current.send({ release: { sessionId: 1, epoch: 4, reason: 'moved' } });
  const { result: { error } } = await rpcd.result(send.commandId);
  assert.deepEqual([error.reason, error.notBegun], ['SESSION_NOT_CONNECTED', true]);
  await until(() => names().length === 0, 'nothing to be left');
});

test('what a bridge that was killed left behind is gone when it comes back', async (t) => {
  const folder = temporaryFolder(t);
  fs.mkdirSync(path.join(folder, 'media'));
  fs.writeFileSync(path.join(folder, 'media', 'media-1-old'), 'x');
  const { names } = await carried(t, { folder });
  assert.deepEqual(names(), []);
});

test('few files come at a time, and who is let go takes nobody\'s turn', async (t) => {
  const { rpcd, driver } = await carried(t, { driver: Object.assign(new Pictures(), { sendConcurrency: 40 }),
    limits: { mediaMs: 60_000, sendMs: 60_000, graceMs: 60_000, stopMs: 200, startMs: 500 } });
  const sends = Array.from({ length: 20 }, (_, n) => rpcd.give(1, 4, { text: undefined, media: { ...said, mediaId: 9 }, recipient: `+4915100000${10 + n}` }));
  await until(() => rpcd.downloads.length === 8, 'eight files to be asked for');
  await sleep(20);
  assert.equal(rpcd.downloads.length, 8);
  rpcd.current.send({ release: { sessionId: 1, epoch: 4, reason: 'moved' } });
  for (const { commandId } of sends) assert.equal((await rpcd.result(commandId)).result.error.reason, 'SESSION_NOT_CONNECTED');
  await rpcd.connected(2, 1);
  const again = Array.from({ length: 10 }, (_, n) => rpcd.give(2, 1, { ...frame, recipient: `+4915100000${10 + n}` }));
  for (const { submit } of await given(driver, 10)) submit();
  for (const { commandId } of again) assert.ok((await rpcd.result(commandId)).result.submitted);
});

test('the simulated network notes what a file is by its own bytes, and tells another one apart', async (t) => {
  const { carry, networkDir, folder } = await openDriver(t, { script: { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1 } });
  const line = carry(1);
  await line.start();
  await line.state('connected');
  const place = path.join(folder, 'file');
  fs.writeFileSync(place, bytes);
  const content = { ...said, sha256: 'what somebody says', mentions: ['+49'], path: place };
  await line.send('3EB0A', { kind: 'image', text: undefined, content });
  await line.send('3EB0A', { kind: 'image', text: undefined, content });
  fs.appendFileSync(place, 'x');
  await line.send('3EB0A', { kind: 'image', text: undefined, content });
  const lines = journalOf(networkDir).filter(({ event }) => ['message', 'repeat'].includes(event));
  assert.deepEqual(lines.map(({ event, kind, text, differs }) => [event, kind, text, differs]),
    [['message', 'image', 'look', undefined], ['repeat', 'image', 'look', undefined], ['repeat', 'image', 'look', true]]);
  assert.deepEqual(lines[0].content, { mime_type: 'image/png', file_name: 'a.png', mentions: ['+49'], size: bytes.length, sha256 });
});

const FAST = { openMs: 1000, connectMs: 1000, callMs: 200, sendMs: 250, endMs: 100, logoutMs: 100, destroyMs: 200, watchMs: 10_000, backoffMs: 1,
  longestBackoffMs: 5 };

async function engine(t, name, world, scan) {
  world.reset();
  const house = await openEngine(t, name, { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  scan();
  await line.state('connected');
  const place = path.join(house.folder, 'file');
  fs.writeFileSync(place, bytes);
  return { ...house, line, content: { ...said, path: place } };
}

test('baileys is given the file\'s place', async (t) => {
  const world = baileysWorld;
  const { line, content } = await engine(t, 'baileys', world, () => world.socket.scan());
  assert.ok((await line.send('3EB0A1B2C3D4E5F6A7B8C9', { kind: 'image', text: undefined, content })).submitted);
  assert.deepEqual(world.calls[0].content, { image: { url: content.path }, caption: 'look', mimetype: 'image/png', mentions: [] });
});

test('whatsapp-web.js is given the file, and what hung is known again by its caption', async (t) => {
  const { world } = fakeWeb;
  const { line, content } = await engine(t, 'whatsapp-web.js', world, () => world.client.scan());
  world.troubles = [{ after: new Error('Evaluation failed') }];
  const { submitted } = await line.send('3EB0A1B2C3D4E5F6A7B8C9', { kind: 'image', text: undefined, content });
  assert.equal(submitted.providerMessageId, world.sent[0].id);
  assert.equal(world.sent.length, 1);
  assert.deepEqual([world.sent[0].body, world.sent[0].file], ['look', { mimetype: 'image/png', filename: 'a.png', size: bytes.length, sha256 }]);
});
