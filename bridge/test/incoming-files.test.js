// Files of messages that came in, by both real drivers on fakes of their libraries: what is needed to get one goes out with the
// message and comes back when somebody wants it; what the library does with that is told in rpcd's words.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { world as baileysWorld } from '../testkit/fakes/baileys/index.js';
import fakeWeb from '../testkit/fakes/whatsapp-web.js/index.js';
import { openEngine } from '../testkit/engines.js';
import { temporaryFolder } from '../testkit/server.js';

const JID = '4915111111111@s.whatsapp.net';
const FAST = { openMs: 1000, connectMs: 1000, callMs: 200, sendMs: 250, logoutMs: 100, endMs: 100, destroyMs: 200, watchMs: 10_000,
  backoffMs: 1, longestBackoffMs: 5 };
const bytes = crypto.randomBytes(300_000);
const key = crypto.randomBytes(32);
const URL = 'https://mmg.whatsapp.net/v/1';

async function fetched(t, line, { mediaRef, maxBytes = 1 << 20, signal = AbortSignal.timeout(20_000) }) {
  const place = path.join(temporaryFolder(t), 'file');
  const said = await line.account.fetchMedia({ mediaRef, path: place, maxBytes, signal });
  return { said, bytes: fs.readFileSync(place) };
}

async function baileys(t) {
  baileysWorld.reset();
  const house = await openEngine(t, 'baileys', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  baileysWorld.socket.scan();
  await line.state('connected');
  const picture = (content = {}) => ({ key: { id: 'IN1', remoteJid: JID, fromMe: false }, messageTimestamp: 1, message: { imageMessage: {
    url: URL, directPath: '/v/1', mimetype: 'image/png', mediaKey: key, fileLength: bytes.length, fileSha256: crypto.randomBytes(32),
    fileEncSha256: crypto.randomBytes(32), caption: 'look', ...content } } });
  const come = async (message) => {
    baileysWorld.socket.ev.emit('messages.upsert', { type: 'notify', messages: [message] });
    const { mediaRef } = await line.heard('incoming');
    return mediaRef;
  };
  const file = { url: URL, *parts() { for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536); } };
  baileysWorld.files.set(key.toString('hex'), file);
  return { line, driver: house.driver, come, picture, file };
}

test('baileys: a picture is got with what was told of it, also over another address', async (t) => {
  const { line, driver, come, picture, file } = await baileys(t);
  assert.ok(driver.commands.includes('fetch_media'));
  const mediaRef = await come(picture());
  assert.ok(mediaRef.length < 1000);
  const { said, bytes: got } = await fetched(t, line, { mediaRef });
  assert.deepEqual([said, got.equals(bytes)], [{ mimeType: 'image/png' }, true]);
  // The address is over, and the phone uploads it anew.
  file.url = 'https://mmg.whatsapp.net/v/gone';
  assert.ok((await fetched(t, line, { mediaRef })).bytes.equals(bytes));
});

test('baileys: gone for good, too long, hanging and unreadable are told apart', async (t) => {
  const { line, come, picture, file } = await baileys(t);
  const mediaRef = await come(picture());
  await assert.rejects(fetched(t, line, { mediaRef, maxBytes: 100_000 }), { reason: 'MEDIA_TOO_LARGE' });
  file.hangs = true;
  const patience = new AbortController();
  setTimeout(() => patience.abort(), 50);
  await assert.rejects(fetched(t, line, { mediaRef, signal: patience.signal }), { reason: 'MEDIA_FETCH_FAILED' });
  Object.assign(file, { hangs: false, url: 'other', lost: true });
  await assert.rejects(fetched(t, line, { mediaRef }), { reason: 'MEDIA_EXPIRED', engineCode: '404' });
  for (const wrong of [Buffer.alloc(0), Buffer.from('{}'), Buffer.from('no JSON')]) {
    await assert.rejects(fetched(t, line, { mediaRef: wrong }), { reason: 'MEDIA_EXPIRED' });
  }
});

test('baileys: what has no key has no file, and is told all the same', async (t) => {
  const { come, picture } = await baileys(t);
  assert.equal(await come(picture({ mediaKey: undefined })), undefined);
});

const WEB_ID = 'false_4915111111111@c.us_IN1';

async function web(t) {
  const { world } = fakeWeb;
  world.reset();
  t.after(() => { for (const { child } of world.browsers) if (child && child.exitCode === null) try { process.kill(-child.pid, 'SIGKILL'); } catch { /* gone */ } });
  const house = await openEngine(t, 'whatsapp-web.js', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.client.scan();
  await line.state('connected');
  const message = world.message({ bare: 'IN1', chatId: '4915111111111@c.us', body: 'look', fromMe: false, type: 'image' });
  return { line, driver: house.driver, world, message };
}

test('whatsapp-web.js: a picture is found by its id and written down', async (t) => {
  const { line, driver, world, message } = await web(t);
  assert.ok(driver.commands.includes('fetch_media'));
  world.client.emit('message', message);
  const { mediaRef } = await line.heard('incoming');
  assert.equal(mediaRef.toString(), message.id._serialized);
  world.files.set(message.id._serialized, { mimetype: 'image/png', data: bytes.toString('base64'), filename: null });
  world.add(world.client.auth.folder, '4915111111111@c.us', message);
  const { said, bytes: got } = await fetched(t, line, { mediaRef });
  assert.deepEqual([said, got.equals(bytes)], [{ mimeType: 'image/png', fileName: '' }, true]);
  await assert.rejects(fetched(t, line, { mediaRef, maxBytes: 100_000 }), { reason: 'MEDIA_TOO_LARGE' });
  for (const nothing of [undefined, null, { mimetype: 'image/png', data: '' }]) {
    world.files.set(message.id._serialized, nothing);
    await assert.rejects(fetched(t, line, { mediaRef }), { reason: 'MEDIA_FETCH_FAILED' });
  }
});

test('whatsapp-web.js: a message that the page does not know any more has no file', async (t) => {
  const { line } = await web(t);
  await assert.rejects(fetched(t, line, { mediaRef: Buffer.from(WEB_ID) }), { reason: 'MEDIA_EXPIRED' });
});
