// What both drivers of real engines go by as data: kinds of message, WhatsApp's ids, numbers that are known.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { kinds as throughBaileys } from '../drivers/baileys/kinds.js';
import { names } from '../drivers/index.js';
import { Acks } from '../drivers/shared/acks.js';
import { addressOf, idOf, isPerson, lidOf, phoneOf } from '../drivers/shared/addresses.js';
import { claimed } from '../drivers/shared/claims.js';
import { bodyOf, bodyShown, kinds as throughPages } from '../drivers/whatsapp-web/kinds.js';
import fake from '../testkit/fakes/whatsapp-web.js/index.js';
import { temporaryFolder } from '../testkit/server.js';

test('there are three drivers', () => {
  assert.deepEqual(names, ['simulator', 'baileys', 'whatsapp-web.js']);
});

test('a driver claims the kinds that it knows and a Send can carry', () => {
  // Whoever adds a case to Send: see that `content` in the tables of kinds is as the case has it, and add it here.
  assert.deepEqual([claimed(throughBaileys).sort(), claimed(throughPages).sort()], [
    ['audio', 'contact', 'delete', 'document', 'edit', 'image', 'location', 'poll', 'reaction', 'sticker', 'text', 'video', 'voice'],
    ['audio', 'contact', 'document', 'image', 'location', 'poll', 'sticker', 'text', 'video', 'voice']]);
  assert.deepEqual(claimed({ image: () => {}, hologram: () => {} }), ['image']);
});

test('ids of WhatsApp as rpcd names them, and back', () => {
  const ids = ['4915111111111@s.whatsapp.net', '4915111111111:12@s.whatsapp.net', '4915111111111@c.us', '555001@lid', '555001:3@lid',
    '120363@g.us', 'status@broadcast', '123@newsletter', '', undefined, '+4915111111111'];
  assert.deepEqual(ids.map(phoneOf), ['+4915111111111', '+4915111111111', '+4915111111111', '', '', '', '', '', '', '', '']);
  assert.deepEqual(ids.map(lidOf), ['', '', '', '555001@lid', '555001@lid', '', '', '', '', '', '']);
  assert.deepEqual(ids.map(isPerson), [true, true, true, true, true, false, false, false, false, false, false]);
  assert.deepEqual(['+49151', '4915111111111@c.us', '555001@lid', '120363@g.us'].map((one) => addressOf(one, 's.whatsapp.net')),
    ['49151@s.whatsapp.net', '4915111111111@s.whatsapp.net', '555001@lid', '120363@g.us']);
});

test('an id in parts is read whatever its fields are called today', () => {
  assert.deepEqual([{ _serialized: '1@lid', user: '2' }, { $1: '1@lid' }, { user: '49', server: 'c.us' }, null, {}].map(idOf),
    ['1@lid', '1@lid', '49@c.us', '', '']);
});

test('kinds as baileys takes them', () => {
  const made = (kind, content) => throughBaileys[kind](content, '49@s.whatsapp.net');
  assert.deepEqual(made('text', { body: 'hi', mentions: ['+49151'] }), { text: 'hi', mentions: ['49151@s.whatsapp.net'], linkPreview: null });
  assert.deepEqual(made('image', { path: '/f', caption: 'c @49151', mimeType: 'image/png', mentions: ['+49151'] }),
    { image: { url: '/f' }, caption: 'c @49151', mimetype: 'image/png', mentions: ['49151@s.whatsapp.net'] });
  assert.deepEqual(made('video', { path: '/f', caption: 'c', mimeType: 'video/mp4' }),
    { video: { url: '/f' }, caption: 'c', mimetype: 'video/mp4', mentions: [] });
  assert.deepEqual(made('audio', { path: '/f', mimeType: 'audio/mpeg' }), { audio: { url: '/f' }, mimetype: 'audio/mpeg', ptt: false });
  assert.deepEqual(made('voice', { path: '/f', mimeType: 'audio/ogg' }), { audio: { url: '/f' }, mimetype: 'audio/ogg; codecs=opus', ptt: true });
  assert.deepEqual(made('document', { path: '/f', fileName: 'a.pdf', mimeType: 'application/pdf', caption: 'c' }),
    { document: { url: '/f' }, mimetype: 'application/pdf', fileName: 'a.pdf', caption: 'c', mentions: [] });
  assert.deepEqual(made('sticker', { path: '/f' }), { sticker: { url: '/f' } });
  assert.deepEqual(made('location', { latitude: 1, longitude: 2 }).location.degreesLatitude, 1);
  assert.deepEqual(made('poll', { question: 'q', options: ['a', 'b'], selectable: 1 }).poll, { name: 'q', values: ['a', 'b'], selectableCount: 1 });
  assert.deepEqual(made('reaction', { emoji: '👍', messageId: 'M', fromMe: false }).react,
    { text: '👍', key: { remoteJid: '49@s.whatsapp.net', id: 'M', fromMe: false } });
  assert.deepEqual(throughBaileys.reaction({ emoji: '👍', messageId: 'M', fromMe: false, sender: '+49151' }, '1@g.us').react.key,
    { remoteJid: '1@g.us', id: 'M', fromMe: false, participant: '49151@s.whatsapp.net' });
  assert.deepEqual(made('edit', { body: 'new', mentions: ['+49151'], messageId: 'M' }), { text: 'new',
    mentions: ['49151@s.whatsapp.net'], edit: { remoteJid: '49@s.whatsapp.net', id: 'M', fromMe: true }, linkPreview: null });
  assert.deepEqual(made('contact', { cards: [{ displayName: 'A', vcard: 'a' }, { displayName: 'B', vcard: 'b' }] }).contacts,
    { displayName: 'A, B', contacts: [{ displayName: 'A', vcard: 'a' }, { displayName: 'B', vcard: 'b' }] });
  assert.deepEqual(made('delete', { messageId: 'M' }).delete, { remoteJid: '49@s.whatsapp.net', id: 'M', fromMe: true });
});

test('kinds as whatsapp-web.js takes them, and by what they are known again', (t) => {
  const made = (kind, content) => throughPages[kind](content, fake);
  assert.deepEqual(made('text', { body: 'hi' }), ['hi', { mentions: [], linkPreview: false }]);
  const place = path.join(temporaryFolder(t), 'media-1');
  fs.writeFileSync(place, 'abc');
  const [file, options] = made('voice', { path: place, mimeType: 'audio/ogg', fileName: 'a.ogg' });
  assert.deepEqual([file instanceof fake.MessageMedia, file.data, options], [true, 'YWJj', { sendAudioAsVoice: true }]);
  assert.deepEqual([file.mimetype, file.filename], ['audio/ogg; codecs=opus', 'a.ogg'], 'not what a name of ours says');
  assert.deepEqual(made('image', { path: place, mimeType: 'image/png', caption: 'c @49151', mentions: ['+49151'] })[1],
    { caption: 'c @49151', mentions: ['49151@c.us'] });
  assert.deepEqual(made('document', { path: place, caption: 'c' })[1], { sendMediaAsDocument: true, caption: 'c', mentions: [] });
  assert.deepEqual(made('sticker', { path: place })[1], { sendMediaAsSticker: true });
  assert.ok(made('location', { latitude: 1, longitude: 2 })[0] instanceof fake.Location);
  assert.deepEqual(made('poll', { question: 'q', options: ['a'], selectable: 1 })[0].options, { allowMultipleAnswers: false });
  assert.deepEqual(made('text', { body: 'hi', linkPreview: 'LINK_PREVIEW_ON' })[1].linkPreview, true);
  assert.deepEqual(made('contact', { cards: [{ vcard: 'v' }] }), ['v', { parseVCards: true }]);
  assert.throws(() => made('contact', { cards: [{}, {}] }), { reason: 'ENGINE_UNSUPPORTED' });
  assert.deepEqual([bodyOf('contact', { cards: [{ vcard: 'v' }] }), bodyOf('text', { body: 'b' }), bodyOf('image', { caption: 'c' }), bodyOf('sticker', {})], ['v', 'b', 'c', '']);
  // What the library shows of a message is known as what was sent; null: it does not show enough to tell.
  const here = { latitude: 52.5000001, longitude: -13.25, name: 'Here' };
  assert.equal(bodyShown('location', { body: 'a picture', location: { latitude: '52.5', longitude: '-13.25' } }), bodyOf('location', here));
  assert.equal(bodyShown('location', { body: '', _data: { lat: 52.5, lng: -13.25 } }), bodyOf('location', here));
  assert.notEqual(bodyOf('location', { ...here, latitude: 52.5001 }), bodyOf('location', here));
  const asks = { question: 'Who? ', options: ['a', ' b'] };
  assert.equal(bodyShown('poll', { body: 'Who?', pollOptions: [{ name: 'a' }, { name: 'b' }] }), bodyOf('poll', asks));
  assert.notEqual(bodyOf('poll', { ...asks, options: ['a', 'c'] }), bodyOf('poll', asks));
  assert.equal(bodyShown('contact', { body: 'B\nE', vCards: ['B\nE'] }), bodyOf('contact', { cards: [{ vcard: 'B\r\nE\r\n' }] }));
  assert.deepEqual([bodyShown('location', { body: '' }), bodyShown('poll', { body: 'Who?' }), bodyShown('sticker', {})], [null, null, '']);
});

test('what is said of messages waits for the answers to them, and no longer', () => {
  const told = [];
  const ack = (providerMessageId) => ({ providerMessageId });
  const byId = new Acks({ sendOf: (id) => id, tell: (one) => told.push(one.providerMessageId) });
  byId.begin('A');
  byId.heard(ack('A'));
  byId.heard(ack('B'));
  assert.deepEqual(told.splice(0), ['B']);
  byId.answered('A');
  byId.answered('A');
  byId.heard(ack('A'));
  assert.deepEqual(told.splice(0), ['A', 'A']);
  const all = new Acks({ sendOf: (id) => ({ W: 'A', X: 'elder' })[id], tell: (one) => told.push(one.providerMessageId) });
  all.begin('A');
  all.begin('B');
  all.heard(ack('W'));
  all.heard(ack('X'));
  assert.deepEqual(told.splice(0), ['X'], 'what was answered long ago');
  for (let n = 0; n < 1002; n++) all.heard(ack(n));
  assert.deepEqual(told.splice(0), ['W', 0, 1], 'a bound on what waits');
  all.heard(ack('W'));
  assert.deepEqual(told.splice(0), [2]);
  all.answered('A');
  assert.deepEqual(told.splice(0), ['W']);
  all.answered('B');
  assert.equal(told.length, 999);
});
