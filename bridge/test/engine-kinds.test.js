// Every kind of message through the drivers of real engines as whole programs, each on the fake of its library, with a real
// rpcd: out over RPC, and back in. What the fakes' WhatsApp got is the judge.
import assert from 'node:assert/strict';
import test from 'node:test';
import { skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { LONG, openHouse, PHONE } from '../testkit/engine-house.js';
import { until } from '../testkit/wait.js';

const options = { skip, timeout: 90_000 };
const GROUP = '120363041234567890@g.us';

async function connected(t, driver) {
  const house = await openHouse(t, driver);
  house.start('b1');
  await house.bridge('b1');
  await house.operator.sessions.initSession({ sessionId: house.session });
  await house.is('CONNECTED');
  house.told = (id) => until(async () => (await house.operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND', pageSize: 100 }))
    .messages.find(({ providerMessageId }) => providerMessageId === id), id, LONG);
  house.get = (id) => house.operator.messages.getMessage({ id });
  return house;
}

/** Sends one of each to a person and changes it; @returns the messages, once WhatsApp has them. */
async function sendEach({ operator: { messages }, whose, reaches }) {
  const sent = async (made) => reaches((await made).id, 'SENT', 'DELIVERED');
  const to = { ...whose, recipient: PHONE };
  const text = await sent(messages.sendText({ ...to, message: 'hi @4915122222222', mentions: ['+4915122222222'] }));
  const place = await sent(messages.sendLocation({ ...to, latitude: { value: 52.5 }, longitude: { value: -13.25 }, name: 'Here', replyToId: text.id }));
  const card = await sent(messages.sendContact({ ...to, contacts: [{ displayName: 'Ada', phoneNumbers: [PHONE] }] }));
  const poll = await sent(messages.sendPoll({ ...to, question: 'When?', options: ['now', 'later'], selectable: 1 }));
  const reaction = await sent(messages.sendReaction({ messageId: text.id, emoji: '👍' }));
  const edit = await sent(messages.editMessage({ id: text.id, message: 'better' }));
  const deletion = await sent(messages.deleteMessage({ id: text.id }));
  return { text, place, card, poll, reaction, edit, deletion };
}

async function showsAll(shown) {
  const { content, reactions, deletedAt } = await shown;
  assert.deepEqual([content, reactions.map(({ sender, emoji }) => [sender, emoji]), deletedAt !== undefined], ['better', [['', '👍']], true]);
}

test('every kind through baileys, and what comes in', options, async (t) => {
  const house = await connected(t, 'baileys');
  const { lines, happens, told, get, operator: { messages } } = house;
  const sent = await sendEach(house);
  const contents = new Map(lines('message').map(({ id, content }) => [id, content]));
  assert.deepEqual(lines('message').map(({ id }) => id), Object.values(sent).map(({ clientMessageId }) => clientMessageId), 'each once, in order');
  const of = ({ clientMessageId }) => contents.get(clientMessageId);
  const key = { remoteJid: '4915111111111@s.whatsapp.net', id: sent.text.clientMessageId, fromMe: true };
  assert.deepEqual(of(sent.text), { text: 'hi @4915122222222', mentions: ['4915122222222@s.whatsapp.net'], linkPreview: null });
  assert.deepEqual([of(sent.place).location.degreesLongitude, of(sent.place).location.name], [-13.25, 'Here']);
  assert.equal(lines('message').find(({ id }) => id === sent.place.clientMessageId).quoted, key.id);
  assert.match(of(sent.card).contacts.contacts[0].vcard, /^BEGIN:VCARD/);
  assert.deepEqual(of(sent.poll).poll, { name: 'When?', values: ['now', 'later'], selectableCount: 1 });
  assert.deepEqual([of(sent.reaction).react, of(sent.edit).edit, of(sent.deletion).delete], [{ text: '👍', key }, key, key]);
  await showsAll(get(sent.text.id));

  const comes = (id, message, more) => happens('messages.upsert', { type: 'notify',
    messages: [{ key: { id, fromMe: false, remoteJid: key.remoteJid, ...more }, message, messageTimestamp: Math.floor(Date.now() / 1000) }] });
  comes('T', { conversation: 'first' }, { remoteJid: GROUP, participant: '777@lid', participantAlt: '4915133333333@s.whatsapp.net' });
  comes('L', { locationMessage: { degreesLatitude: 1.5, degreesLongitude: 2 } });
  comes('R', { reactionMessage: { text: '🙏', key: { id: sent.poll.clientMessageId } } });
  comes('E', { protocolMessage: { type: 14, key: { id: 'T' }, editedMessage: { conversation: 'second' } } }, { remoteJid: GROUP, participant: '777@lid', participantAlt: '4915133333333@s.whatsapp.net' });
  const text = await told('T');
  assert.deepEqual([text.chat, text.sender], [GROUP, '+4915133333333']);
  assert.deepEqual([(await told('L')).location.latitude, (await told('L')).location.longitude], [1.5, 2]);
  await told('R');
  assert.deepEqual((await get(sent.poll.id)).reactions.map(({ sender, emoji }) => [sender, emoji]), [[PHONE, '🙏']]);
  await told('E');
  assert.equal((await get(text.id)).content, 'second');
  assert.equal((await messages.markRead({ id: text.id })).status, 'MESSAGE_STATUS_READ');
  assert.deepEqual(lines('read').flatMap(({ args }) => args).map(({ id, remoteJid, participant }) => [id, remoteJid, participant]), [['T', GROUP, '777@lid']]);
  await messages.setPresence({ sessionId: house.session, recipient: GROUP, presence: 'PRESENCE_TYPING' });
  assert.deepEqual(lines('presences').flatMap(({ args }) => args), [['composing', GROUP]]);
});

test('every kind through whatsapp-web.js, and what comes in', options, async (t) => {
  const house = await connected(t, 'whatsapp-web.js');
  const { lines, happens, told, get, operator: { messages } } = house;
  const sent = await sendEach(house);
  const chatId = '4915111111111@c.us';
  const went = lines('message');
  assert.deepEqual(went.map((line) => line.chatId), [chatId, chatId, chatId, chatId]);
  assert.deepEqual([went[0].content, went[0].options.mentions], ['hi @4915122222222', ['4915122222222@c.us']]);
  assert.deepEqual([went[1].content.longitude, went[1].options.quotedMessageId], [-13.25, `true_${chatId}_${went[0].id}`]);
  assert.match(went[2].content, /^BEGIN:VCARD/);
  assert.deepEqual([went[3].content.pollName, went[3].content.pollOptions.map(({ name }) => name)], ['When?', ['now', 'later']]);
  assert.deepEqual(lines('change').map(({ id, react, edit, delete: how }) => [id, react ?? edit ?? how]),
    [[went[0].id, '👍'], [went[0].id, 'better'], [went[0].id, 'everyone']]);
  await showsAll(get(sent.text.id));

  const timestamp = Math.floor(Date.now() / 1000);
  const comes = (id, more) => ({ id: { id, fromMe: false, remote: chatId, _serialized: `false_${chatId}_${id}` }, fromMe: false, type: 'chat',
    from: chatId, body: '', timestamp, ...more });
  happens('message', comes('T', { body: 'first', from: GROUP, author: '4915133333333@c.us' }));
  happens('message', comes('L', { type: 'location', location: { latitude: 1.5, longitude: 2 } }));
  happens('message_reaction', { id: { id: 'R', remote: chatId, fromMe: false }, msgId: { id: went[3].id }, senderId: chatId, reaction: '🙏', timestamp });
  happens('message_edit', comes('T', { from: GROUP, author: '4915133333333@c.us', _data: { latestEditMsgKey: { id: 'E' } } }), 'second', 'first');
  const text = await told('T');
  assert.deepEqual([text.chat, text.sender], [GROUP, '+4915133333333']);
  assert.deepEqual([(await told('L')).location.latitude, (await told('L')).location.longitude], [1.5, 2]);
  await told('R');
  assert.deepEqual((await get(sent.poll.id)).reactions.map(({ sender, emoji }) => [sender, emoji]), [[PHONE, '🙏']]);
  await told('E');
  assert.equal((await get(text.id)).content, 'second');
  assert.equal((await messages.markRead({ id: text.id })).status, 'MESSAGE_STATUS_READ');
  await messages.setPresence({ sessionId: house.session, recipient: PHONE, presence: 'PRESENCE_RECORDING' });
  assert.deepEqual(lines('shown').map((line) => [line.what, line.chatId]), [['seen', GROUP], ['recording', chatId]]);
});
