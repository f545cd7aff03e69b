// Every kind of message that comes in through baileys, on a fake of the library: what it says, where, and what it is about; and
// receipts and presence.
import assert from 'node:assert/strict';
import test from 'node:test';
import { caseOf } from '../core/content.js';
import { world } from '../testkit/fakes/baileys/index.js';
import { openEngine, until } from '../testkit/engines.js';

const FAST = { connectMs: 1000, callMs: 200, endMs: 100, backoffMs: 1, longestBackoffMs: 5 };
const ID = '3EB0A1B2C3D4E5F6A7B8C9';
const BOB = '4915111111111@s.whatsapp.net';
const GROUP = '120363041234567890@g.us';
const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\\, the builder\r\nORG:Works;\r\nitem1.TEL;type=CELL;waid=4915111111111:+49 151 1111-1111\r\n'
  + 'EMAIL:bob@example.com\r\nEND:VCARD';

async function connected(t) {
  world.reset();
  const house = await openEngine(t, 'baileys', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.socket.scan();
  await line.state('connected');
  return line;
}

/** What is told of one message; null: nothing. */
async function told(line, message, key = { remoteJid: BOB }) {
  const before = line.all('incoming').length;
  const of = (id, what, from = key) => ({ key: { id, fromMe: false, ...from }, message: what, messageTimestamp: 1700000000 });
  // They are taken one after the other: when the second is told, the first was.
  const mark = `mark ${before}`;
  world.socket.ev.emit('messages.upsert', { type: 'notify', messages: [of(`M${before}`, message), of(mark, { conversation: '.' }, { remoteJid: BOB })] });
  await until(() => line.all('incoming').some(({ providerMessageId }) => providerMessageId === mark), 'the mark');
  return line.all('incoming').slice(before).find(({ providerMessageId }) => providerMessageId !== mark) ?? null;
}

test('places, cards, polls and files come in as what they are', async (t) => {
  const line = await connected(t);
  const place = await told(line, { locationMessage: { degreesLatitude: 52.5, degreesLongitude: -13.25, name: 'Here', address: 'A street' } });
  assert.deepEqual([place.kind, place.text, place.content],
    ['location', 'Here', { latitude: 52.5, longitude: -13.25, name: 'Here', address: 'A street' }]);
  const live = await told(line, { liveLocationMessage: { degreesLatitude: 1, degreesLongitude: 2 } });
  assert.deepEqual([live.kind, live.text, live.content.latitude], ['location', '1,2', 1]);

  const card = await told(line, { contactMessage: { displayName: 'Bob', vcard: CARD } });
  assert.deepEqual([card.kind, card.text, card.content.cards], ['contact', 'Bob', [
    { displayName: 'Bob', phoneNumbers: ['+4915111111111'], organization: 'Works', emails: ['bob@example.com'], vcard: CARD }]]);
  const cards = await told(line, { contactsArrayMessage: { displayName: '2 contacts', contacts: [{ vcard: CARD }, { displayName: 'Eve', vcard: '' }] } });
  assert.deepEqual(cards.content.cards.map(({ displayName }) => displayName), ['Bob, the builder', 'Eve']);

  for (const field of ['pollCreationMessage', 'pollCreationMessageV2', 'pollCreationMessageV3']) {
    const poll = await told(line, { [field]: { name: 'When?', options: [{ optionName: 'now' }, { optionName: 'later' }], selectableOptionsCount: 1 } });
    assert.deepEqual([poll.kind, poll.content], ['poll', { question: 'When?', options: ['now', 'later'], selectable: 1 }]);
  }

  const file = { mimetype: 'image/png', fileLength: { toString: () => '2048', valueOf: () => 2048 }, caption: 'look', fileSha256: Buffer.from('ab', 'hex'),
    contextInfo: { stanzaId: 'Q1', mentionedJid: ['4915122222222@s.whatsapp.net', '555001@lid', 'nobody'] } };
  const image = await told(line, { viewOnceMessageV2: { message: { imageMessage: file } } });
  assert.deepEqual([image.kind, image.text, image.quoted, image.content], ['image', 'look', 'Q1', { caption: 'look', fileName: '',
    mimeType: 'image/png', size: 2048, durationMs: 0, sha256: 'ab', mentions: ['+4915122222222', '555001@lid'] }]);
  const voice = await told(line, { audioMessage: { ptt: true, seconds: 3 } });
  assert.deepEqual([voice.kind, voice.content.durationMs], ['voice', 3000]);
  const paper = await told(line, { documentWithCaptionMessage: { message: { documentMessage: { fileName: 'a.pdf', caption: 'read' } } } });
  assert.deepEqual([paper.kind, paper.text, paper.content.fileName], ['document', 'read', 'a.pdf']);
  assert.deepEqual((await told(line, { ptvMessage: {} })).kind, 'video');
  // Each of them is a case that rpcd can read.
  for (const { kind, content } of line.all('incoming')) if (kind !== 'text') assert.equal(Object.keys(caseOf(kind, content)).length, 1, kind);
});

test('reactions, edits and deletions name what they are about; other notices are no messages', async (t) => {
  const line = await connected(t);
  const reaction = await told(line, { reactionMessage: { text: '👍', key: { id: ID, fromMe: true } } });
  assert.deepEqual([reaction.kind, reaction.target, reaction.content], ['reaction', ID, { emoji: '👍' }]);
  // Taken back.
  assert.deepEqual((await told(line, { reactionMessage: { text: null, key: { id: ID } } })).content, { emoji: '' });
  assert.equal(await told(line, { reactionMessage: { text: 'x' } }), null);

  const notice = (more) => ({ protocolMessage: { key: { id: 'T1' }, ...more } });
  const edit = await told(line, { editedMessage: { message: notice({ type: 14, editedMessage: { conversation: 'better' } }) } });
  assert.deepEqual([edit.kind, edit.target, edit.content], ['edit', 'T1', { body: 'better', mentions: [] }]);
  const named = await told(line, notice({ type: 14, editedMessage: { extendedTextMessage: { text: '@49151', contextInfo: { mentionedJid: [BOB] } } } }));
  assert.deepEqual(named.content, { body: '@49151', mentions: ['+4915111111111'] });
  const caption = await told(line, notice({ type: 14, editedMessage: { imageMessage: { caption: 'a caption' } } }));
  assert.equal(caption.content.body, 'a caption');
  assert.equal(await told(line, notice({ type: 14, editedMessage: null })), null);
  const deletion = await told(line, notice({ type: 0 }));
  assert.deepEqual([deletion.kind, deletion.target, deletion.content], ['delete', 'T1', {}]);
  // How long messages live, keys and history.
  for (const type of [3, 5, 6, 16]) {
    assert.equal(await told(line, notice({ type, editedMessage: { conversation: 'no edit' } })), null, String(type));
  }
});

test('what is written in a group has its chat and its writer', async (t) => {
  const line = await connected(t);
  const text = await told(line, { extendedTextMessage: { text: 'hi @555001', contextInfo: { mentionedJid: ['555001@lid'] } } },
    { remoteJid: GROUP, participant: '777@lid', participantAlt: '4915133333333:5@s.whatsapp.net' });
  assert.deepEqual([text.chat, text.fromPhone, text.fromLid, text.mentions], [GROUP, '+4915133333333', '777@lid', ['555001@lid']]);
  const older = await told(line, { conversation: 'hi' }, { remoteJid: '4915111111111-1400000000@g.us', participant: BOB });
  assert.deepEqual([older.chat, older.fromPhone], ['4915111111111-1400000000@g.us', '+4915111111111']);
  const answered = await told(line, { buttonsResponseMessage: { selectedDisplayText: 'Yes' } });
  assert.deepEqual([answered.kind, answered.text, answered.content, answered.chat], ['button_reply', 'Yes', undefined, '+4915111111111']);
});

test('receipts go to whoever wrote, by the key that the message came with', async (t) => {
  const line = await connected(t);
  await told(line, { conversation: 'hi' }, { remoteJid: GROUP, participant: '777@lid' });
  const { account } = line;
  await account.markRead({ chat: GROUP, message: { messageId: 'M0', fromMe: false, sender: '+4915133333333', text: 'hi' } });
  // What came before this bridge was started is known by what rpcd says of it.
  await account.markRead({ chat: GROUP, message: { messageId: 'OLD', sender: '+4915133333333' } });
  await account.markRead({ chat: '+4915111111111', message: { messageId: 'OLD2', sender: '+4915111111111' } });
  assert.deepEqual(world.read, [
    { id: 'M0', fromMe: false, remoteJid: GROUP, participant: '777@lid' },
    { remoteJid: GROUP, id: 'OLD', fromMe: false, participant: '4915133333333@s.whatsapp.net' },
    { remoteJid: BOB, id: 'OLD2', fromMe: false }]);
  world.socket.close(440);
  await line.state('conflict');
  await assert.rejects(account.markRead({ chat: GROUP, message: { messageId: 'M0' } }), { reason: 'SESSION_NOT_CONNECTED', notBegun: true });
});

test('a reaction names a message by the key that it came with, and one of ours by our own', async (t) => {
  const line = await connected(t);
  await told(line, { conversation: 'hi' }, { remoteJid: GROUP, participant: '777@lid' });
  const react = async (recipient, fromMe) => {
    await line.send(ID, { recipient, kind: 'reaction', content: { emoji: '👍', messageId: 'M0', fromMe, sender: fromMe ? '' : '+4915133333333' } });
    return world.calls.at(-1).content.react.key;
  };
  assert.deepEqual(await react(GROUP, false), { id: 'M0', fromMe: false, remoteJid: GROUP, participant: '777@lid' });
  assert.deepEqual(await react(GROUP, true), { remoteJid: GROUP, id: 'M0', fromMe: true });
  assert.equal((await react('1203@g.us', false)).remoteJid, '1203@g.us');
});

test('typing, recording and nothing any more are shown to people and groups, and nobody is looked up for it', async (t) => {
  const line = await connected(t);
  const { account } = line;
  await account.showPresence({ recipient: '+4915111111111', presence: 'typing' });
  await account.showPresence({ recipient: GROUP, presence: 'recording' });
  await account.showPresence({ recipient: '777@lid', presence: 'paused' });
  assert.deepEqual(world.presences, [['composing', BOB], ['recording', GROUP], ['paused', '777@lid']]);
  world.nobody.add('4915199999999@s.whatsapp.net');
  await account.showPresence({ recipient: '+4915199999999', presence: 'typing' });
  assert.deepEqual([world.presences.length, world.asked], [4, []]);
  // Whom a send has found is written to as they were found.
  world.aliases.set(BOB, '777@lid');
  await line.send(ID);
  await account.showPresence({ recipient: '+4915111111111', presence: 'typing' });
  assert.deepEqual([world.presences.at(-1), world.asked], [['composing', '777@lid'], [BOB]]);
});

test('what is quoted and not remembered is named with what rpcd knows of it', async (t) => {
  const line = await connected(t);
  await line.send(ID, { recipient: GROUP, quoted: 'Q1', quotedMessage: { messageId: 'Q1', fromMe: false, sender: '+4915133333333', text: 'the question' } });
  await line.send(ID, { quoted: 'Q2', quotedMessage: { messageId: 'Q2', fromMe: true, sender: '', text: 'mine' } });
  const [group, person] = world.calls.map(({ options }) => options.quoted);
  assert.deepEqual(group, { key: { remoteJid: GROUP, id: 'Q1', fromMe: false, participant: '4915133333333@s.whatsapp.net' },
    message: { conversation: 'the question' } });
  assert.deepEqual([person.key.fromMe, person.message.conversation], [true, 'mine']);
});
