// Every kind of message that comes in through whatsapp-web.js, on a fake of the library, and what is done to messages and chats
// that are there: reactions, edits, deletions, receipts, presence.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { caseOf } from '../core/content.js';
import fake from '../testkit/fakes/whatsapp-web.js/index.js';
import { openEngine, until } from '../testkit/engines.js';

const { world } = fake;
const FAST = { openMs: 1000, callMs: 200, sendMs: 250, logoutMs: 100, destroyMs: 200, watchMs: 10_000, backoffMs: 1, longestBackoffMs: 5 };
const ID = '3EB0A1B2C3D4E5F6A7B8C9';
const BOB = '4915111111111@c.us';
const GROUP = '120363041234567890@g.us';
const CARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Bob\nTEL;type=CELL;waid=4915111111111:+49 151 1111-1111\nEND:VCARD';

async function connected(t) {
  world.reset();
  const house = await openEngine(t, 'whatsapp-web.js', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.client.scan();
  await line.state('connected');
  return line;
}

const message = (more) => world.message({ bare: 'M1', chatId: BOB, body: 'hi', fromMe: false, at: 1700000000000, ...more });

/** What is told of one event; null: nothing. Events are taken one after the other, and the second is told. */
async function told(line, event, ...args) {
  const before = line.all('incoming').length;
  world.client.emit(event, ...args);
  world.client.emit('message', message({ bare: `mark ${before}` }));
  await until(() => line.all('incoming').some(({ providerMessageId }) => providerMessageId === `mark ${before}`), 'the mark');
  return line.all('incoming').slice(before).find(({ providerMessageId }) => !providerMessageId.startsWith('mark')) ?? null;
}

test('places, cards, polls and files come in as what they are, from people and in groups', async (t) => {
  const line = await connected(t);
  const come = (more) => told(line, 'message', message(more));
  const place = await come({ type: 'location', body: '', location: { latitude: '52.5', longitude: -13.25, name: 'Here', address: 'A street' } });
  assert.deepEqual([place.kind, place.content], ['location', { latitude: 52.5, longitude: -13.25, name: 'Here', address: 'A street' }]);
  const card = await come({ type: 'vcard', body: CARD, vCards: [CARD] });
  assert.deepEqual([card.kind, card.text, card.content.cards.map(({ phoneNumbers, vcard }) => [phoneNumbers, vcard])],
    ['contact', 'Bob', [[['+4915111111111'], CARD]]]);
  assert.equal((await come({ type: 'multi_vcard', body: '', vCards: [CARD, CARD] })).content.cards.length, 2);
  const poll = { type: 'poll_creation', body: 'When?', pollName: 'When?', pollOptions: [{ name: 'now', localId: 0 }, { name: 'later', localId: 1 }] };
  assert.deepEqual((await come({ ...poll, allowMultipleAnswers: false })).content, { question: 'When?', options: ['now', 'later'], selectable: 1 });
  assert.equal((await come({ ...poll, allowMultipleAnswers: true })).content.selectable, 0);
  const image = await come({ type: 'image', body: 'look', mentionedIds: ['4915122222222@c.us', { _serialized: '555001@lid' }],
    _data: { mimetype: 'image/png', size: 2048, filehash: Buffer.from('abcd', 'hex').toString('base64') } });
  assert.deepEqual([image.kind, image.text, image.content], ['image', 'look', { caption: 'look', fileName: '', mimeType: 'image/png', size: 2048,
    durationMs: 0, sha256: 'abcd', mentions: ['+4915122222222', '555001@lid'] }]);
  assert.equal((await come({ type: 'ptt', _data: { duration: '3' } })).content.durationMs, 3000);

  const group = await come({ chatId: GROUP, author: '777@lid', mentionedIds: [BOB] });
  assert.deepEqual([group.chat, group.fromPhone, group.fromLid, group.mentions], [GROUP, '', '777@lid', ['+4915111111111']]);
  assert.equal((await come({ chatId: GROUP, author: { _serialized: BOB } })).fromPhone, '+4915111111111');
  for (const { kind, content } of line.all('incoming')) if (kind !== 'text') assert.equal(Object.keys(caseOf(kind, content)).length, 1, kind);
});

test('reactions, edits and deletions name what they are about, and have ids of their own', async (t) => {
  const line = await connected(t);
  const key = (id, remote = BOB, fromMe = false) => ({ id, remote, fromMe, _serialized: `${fromMe}_${remote}_${id}` });
  const reaction = { id: key('R1', GROUP), msgId: key(ID, GROUP, true), senderId: BOB, reaction: '👍', timestamp: 1700000000 };
  const liked = await told(line, 'message_reaction', reaction);
  assert.deepEqual([liked.providerMessageId, liked.kind, liked.target, liked.content, liked.chat, liked.fromPhone, liked.at],
    ['R1', 'reaction', ID, { emoji: '👍' }, GROUP, '+4915111111111', new Date(1700000000000)]);
  assert.deepEqual((await told(line, 'message_reaction', { ...reaction, reaction: '' })).content, { emoji: '' });
  assert.equal(await told(line, 'message_reaction', { ...reaction, id: key('R2', GROUP, true) }), null, 'one\'s own');
  assert.equal((await told(line, 'message_reaction', { ...reaction, id: key('R3') })).chat, '+4915111111111');

  const edited = message({ bare: 'T1', body: 'better', _data: { latestEditMsgKey: { id: 'E1' }, latestEditSenderTimestampMs: 1700000005000 } });
  const edit = await told(line, 'message_edit', edited, 'better', 'good');
  assert.deepEqual([edit.providerMessageId, edit.kind, edit.target, edit.content.body, edit.at], ['E1', 'edit', 'T1', 'better', new Date(1700000005000)]);
  // Where the page gives the change no id it has one of what it says: told twice it is one, said anew it is another.
  const plain = (body) => told(line, 'message_edit', message({ bare: 'T1' }), body, 'good');
  const [first, again, next] = [await plain('best'), await plain('best'), await plain('worst')].map((one) => one.providerMessageId);
  assert.equal(first, again);
  assert.notEqual(first, next);
  assert.notEqual(first, 'T1');
  const at = (moment, body) => told(line, 'message_edit', message({ bare: 'T1', _data: { latestEditSenderTimestampMs: moment } }), body, 'good');
  const changed = [await at(1700000001000, 'b'), await at(1700000002000, 'c'), await at(1700000003000, 'b'), await at(1700000003000, 'b')];
  const [b, , back, twice] = changed.map((one) => one.providerMessageId);
  assert.notEqual(b, back, 'back to what it said before');
  assert.equal(back, twice);
  assert.equal(await told(line, 'message_edit', message({ bare: 'T1', fromMe: true }), 'mine', ''), null);

  const gone = await told(line, 'message_revoke_everyone', message({ bare: 'T1', type: 'revoked' }), message({ bare: 'T1' }));
  assert.deepEqual([gone.kind, gone.target, gone.content, gone.fromPhone], ['delete', 'T1', {}, '+4915111111111']);
  assert.notEqual(gone.providerMessageId, 'T1');
  const named = await told(line, 'message_revoke_everyone',
    message({ bare: 'D1', type: 'revoked', chatId: GROUP, author: BOB, _data: { protocolMessageKey: { id: 'T2' }, revokeSender: { _serialized: '777@lid' } } }), null);
  assert.deepEqual([named.providerMessageId, named.target, named.fromLid, named.chat], ['D1', 'T2', '777@lid', GROUP]);
  assert.equal(await told(line, 'message_revoke_everyone', message({ bare: 'T3', fromMe: true, type: 'revoked' }), null), null);
});

const about = (messageId, fromMe, more) => ({ messageId, fromMe, sender: fromMe ? '' : '+4915111111111', ...more });

test('a reaction, an edit and a deletion are done to the message that they are about, and known to be done', async (t) => {
  const line = await connected(t);
  const { providerMessageId: mine } = (await line.send(ID)).submitted;
  world.add(world.client.auth.folder, BOB, message({ bare: 'T1' }));
  const outcomes = [
    await line.send('3EB0000000000000000001', { kind: 'reaction', content: about('T1', false, { emoji: '👍' }) }),
    await line.send('3EB0000000000000000002', { kind: 'edit', content: about(mine, true, { body: 'better', mentions: ['+4915122222222'] }) }),
    await line.send('3EB0000000000000000003', { kind: 'delete', content: about(mine, true) }),
  ];
  assert.deepEqual(outcomes.map(({ submitted }) => submitted), [1, 2, 3].map((n) => ({ providerMessageId: `3EB000000000000000000${n}`, state: 'server' })));
  assert.deepEqual(world.changes.map(({ options, ...change }) => change), [
    { chatId: BOB, id: 'T1', react: '👍' }, { chatId: BOB, id: mine, edit: 'better' }, { chatId: BOB, id: mine, delete: 'everyone' }]);
  assert.deepEqual(world.changes[1].options, { mentions: ['4915122222222@c.us'], linkPreview: false });
  // Nothing of it is a message, here or in the journal of sends.
  assert.equal(world.sent.length, 1);
  // Whatever the page calls it beside its id.
  world.add(world.client.auth.folder, BOB, message({ bare: 'T2', id: { id: 'T2', fromMe: false, _serialized: 'false_555001@lid_T2' } }));
  assert.ok((await line.send('3EB0000000000000000005', { kind: 'reaction', content: about('T2', false, { emoji: '👍' }) })).submitted);
  // One that is too far back for the chat's page is asked for by its id.
  world.add(world.client.auth.folder, BOB, message({ bare: 'OLD' }));
  for (let n = 0; n < 200; n++) world.add(world.client.auth.folder, BOB, message({ bare: `N${n}` }));
  assert.ok((await line.send('3EB0000000000000000004', { kind: 'reaction', content: about('OLD', false, { emoji: '' }) })).submitted);
});

test('whose a message is tells it from another one with the same id', async (t) => {
  const line = await connected(t);
  const { providerMessageId: mine } = (await line.send(ID, { recipient: GROUP })).submitted;
  const { folder } = world.client.auth;
  const theirs = message({ bare: mine, chatId: GROUP, author: BOB });
  // Before ours in the page, and after it.
  for (const chat of [[theirs, ...world.chat(folder, GROUP)], [...world.chat(folder, GROUP), theirs]]) {
    fs.writeFileSync(path.join(folder, `chat-${GROUP}.json`), JSON.stringify(chat));
    for (const fromMe of [true, false]) {
      const { submitted } = await line.send(`3EB00000000000000000${world.changes.length}`, { recipient: GROUP, kind: 'edit', content: about(mine, fromMe, { body: 'new' }) });
      assert.equal(Boolean(submitted), fromMe);
    }
  }
  assert.deepEqual(world.chat(folder, GROUP).map(({ fromMe, body }) => [fromMe, body]), [[true, 'new'], [false, 'hi']]);
});

test('what cannot be done to a message is said, and whether it was begun', async (t) => {
  const line = await connected(t);
  const { providerMessageId: mine } = (await line.send(ID)).submitted;
  let number = 0;
  const fails = async (kind, content, more) => {
    const { error } = await line.send(`3EB000000000000000001${number++}`, { kind, content, ...more });
    return [error.reason, error.engineCode, error.notBegun];
  };
  assert.deepEqual(await fails('reaction', about('NONE', false, { emoji: '👍' })), ['ENGINE_UNSUPPORTED', 'not_in_page', true]);
  world.refuses = { edit: true, delete: true };
  assert.deepEqual(await fails('edit', about(mine, true, { body: 'x' })), ['ENGINE_UNSUPPORTED', 'null', false]);
  world.troubles = [{ before: new TypeError('page') }];
  assert.deepEqual(await fails('reaction', about(mine, true, { emoji: '👍' })), ['ENGINE_ERROR', 'TypeError', false]);
  world.troubles = [{ hang: true }];
  assert.deepEqual(await fails('reaction', about(mine, true, { emoji: '👍' })), ['OUTCOME_UNKNOWN', 'Hung', false]);
  world.unreadable = true;
  const [reason, , notBegun] = await fails('reaction', about(mine, true, { emoji: '👍' }), { recipient: GROUP });
  assert.deepEqual([reason, notBegun], ['ENGINE_ERROR', true]);
  world.unreadable = false;
  // Deleted for the account itself alone, which the library calls done.
  assert.deepEqual(await fails('delete', about(mine, true)), ['ENGINE_UNSUPPORTED', 'deleted_here', false]);
  // A session that is another's by now changes nothing.
  const before = world.changes.length;
  world.add(world.client.auth.folder, BOB, message({ bare: 'T1' }));
  line.mayAct = new Error('another bridge has it');
  assert.deepEqual((await fails('reaction', about('T1', false, { emoji: '👍' })))[2], true);
  assert.equal(world.changes.length, before);
});

test('a chat is marked as read, and typing is shown in it', async (t) => {
  const line = await connected(t);
  await line.send(ID);
  const { account } = line;
  await account.markRead({ chat: '+4915111111111', message: about('T1', false) });
  for (const presence of ['typing', 'recording', 'paused']) await account.showPresence({ recipient: '+4915111111111', presence });
  assert.deepEqual(world.shown, [['seen', BOB], ['typing', BOB], ['recording', BOB], ['clear', BOB]]);
  assert.deepEqual(world.asked, ['4915111111111'], 'by the send');
  // Nobody is looked up for it.
  world.nobody.add('4915199999999');
  await assert.rejects(account.showPresence({ recipient: '+4915199999999', presence: 'typing' }), { reason: 'ENGINE_ERROR', notBegun: true });
  world.lids.set('4915133333333', '777@lid');
  await line.send('3EB0000000000000000001', { recipient: '+4915133333333' });
  await account.showPresence({ recipient: '+4915133333333', presence: 'typing' });
  assert.deepEqual([world.shown.at(-1), world.asked.length], [['typing', '777@lid'], 2]);
  await assert.rejects(account.markRead({ chat: GROUP, message: about('T1', false) }), { reason: 'ENGINE_ERROR' });
  await assert.rejects(account.showPresence({ recipient: GROUP, presence: 'typing' }), { reason: 'ENGINE_ERROR', notBegun: true });
  world.client.state('CONFLICT');
  await line.state('conflict');
  await assert.rejects(account.markRead({ chat: BOB, message: {} }), { reason: 'SESSION_NOT_CONNECTED' });
});
