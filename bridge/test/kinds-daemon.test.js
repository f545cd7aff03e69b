// Every kind of message from a caller to the network and back, through a real rpcd and the simulator's bridge: over RPC and
// by rpcctl. The network's journal is the judge of what went out.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { journalOf, startBridge } from '../testkit/processes.js';
import { until } from '../testkit/wait.js';

const LONG = 60_000;
const options = { skip, timeout: 120_000 };
const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1,
  acks: { server_ms: 1, delivered_ms: 5 } };
const PERSON = '+4915112345678';
const GROUP = '120363041234567890@g.us';
const CHANNEL = '120363041234567891@newsletter';
const rpcctl = process.env.RPCCTL ?? fileURLToPath(new URL('../../.build/debug/rpcctl', import.meta.url));
const run = promisify(execFile);

async function setUp(t) {
  const rpcd = await Daemon.start(t);
  const { folder, operator } = rpcd;
  const networkDir = path.join(folder, 'network');
  const bridge = startBridge(t, { endpoint: rpcd.bridges, networkDir, stateDir: path.join(folder, 'b1'), script: FAST });
  rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
  const user = await operator.users.createUser({ username: 'ada' });
  const session = (await operator.sessions.initSession({ userId: user.id })).id;
  await until(async () => (await operator.sessions.getSession({ id: session })).status === 'SESSION_STATUS_CONNECTED',
    'the session', LONG);
  const house = { rpcd, operator, session, networkDir, whose: { userId: user.id } };
  house.get = (id) => operator.messages.getMessage({ id });
  house.is = (id, status) => until(async () => {
    const message = await house.get(id);
    return message.status === `MESSAGE_STATUS_${status}` && message;
  }, `message ${id} to be ${status}`, LONG);
  house.events = (name) => journalOf(networkDir).filter(({ event }) => event === name);
  house.lines = (id) => house.events('message').filter((line) => line.id === id);
  house.comesIn = async (id, more) => {
    fs.appendFileSync(path.join(networkDir, 'network.jsonl'),
      `${JSON.stringify({ event: 'incoming', session, id, from: '+491700000001', ...more })}\n`);
    return until(async () => (await operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND', pageSize: 100 }))
      .messages.find(({ providerMessageId }) => providerMessageId === id), id, LONG);
  };
  // As people call it: JSON on stdout, and it must have succeeded.
  house.ctl = async (...args) => {
    const { stdout } = await run(rpcctl, ['--endpoint', `unix:${path.join(rpcd.folder, 'data', 'rpcd.sock')}`, '-o', 'json', ...args]);
    return JSON.parse(stdout);
  };
  return house;
}

test('every kind goes out over RPC, once, to people, groups and channels', options, async (t) => {
  const { operator: { messages }, whose, is, lines } = await setUp(t);
  const text = await messages.sendText({ ...whose, recipient: GROUP, message: 'hi @4915112345678', mentions: [PERSON],
    linkPreview: 'LINK_PREVIEW_OFF' });
  await is(text.id, 'DELIVERED');
  assert.deepEqual(lines(text.clientMessageId).map(({ recipient, kind, content }) => [recipient, kind, content]),
    [[GROUP, 'text', { mentions: [PERSON], link_preview: 'off' }]]);
  const place = await messages.sendLocation({ ...whose, recipient: GROUP, latitude: { value: 52.5 },
    longitude: { value: -13.25 }, name: 'Here', replyToId: text.id });
  await is(place.id, 'DELIVERED');
  assert.deepEqual(lines(place.clientMessageId).map(({ kind, content, quoted }) => [kind, content, quoted]),
    [['location', { latitude: 52.5, longitude: -13.25, name: 'Here' }, text.clientMessageId]]);
  const cards = await messages.sendContact({ ...whose, recipient: PERSON,
    contacts: [{ displayName: 'Ada', phoneNumbers: ['0049 151 1'.concat('2345678')] }, { displayName: 'Bob', emails: ['b@c'] }] });
  await is(cards.id, 'DELIVERED');
  assert.deepEqual(lines(cards.clientMessageId)[0].content.cards.map(({ name, phones, vcard_bytes: size }) =>
    [name, phones, size > 50]), [['Ada', [PERSON], true], ['Bob', [], true]]);
  const poll = await messages.sendPoll({ ...whose, recipient: CHANNEL, question: 'Who?', options: ['a', 'b'], selectable: 1 });
  await is(poll.id, 'DELIVERED');
  assert.deepEqual(lines(poll.clientMessageId).map(({ recipient, content }) => [recipient, content]),
    [[CHANNEL, { question: 'Who?', options: ['a', 'b'], selectable: 1 }]]);
  await assert.rejects(messages.sendLocation({ ...whose, recipient: CHANNEL, latitude: { value: 1 }, longitude: { value: 2 } }),
    (error) => error.reason === 'VALIDATION_ERROR' && error.violations[0].field === 'recipient');
});

test('a file goes out as it was uploaded, and is counted', options, async (t) => {
  const { operator: { messages }, rpcd, whose, is, lines, ctl } = await setUp(t);
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), crypto.randomBytes(2_000_000)]);
  const file = path.join(rpcd.folder, 'a.png');
  fs.writeFileSync(file, bytes);
  const media = await ctl('media', 'upload', file, '--user', 'ada');
  const sha256 = crypto.createHash('sha256').update(bytes).digest('hex');
  const picture = await messages.sendMedia({ ...whose, recipient: GROUP, mediaId: media.id, caption: 'look @4915112345678', mentions: [PERSON] });
  await is(picture.id, 'DELIVERED');
  assert.deepEqual(lines(picture.clientMessageId).map(({ kind, text, content }) => [kind, text, content]), [['image', 'look @4915112345678',
    { mime_type: 'image/png', file_name: 'a.png', mentions: [PERSON], size: bytes.length, sha256 }]]);
  await assert.rejects(messages.sendMedia({ ...whose, recipient: PERSON, mediaUrl: 'http://127.0.0.1/a.png' }),
    (error) => error.reason === 'VALIDATION_ERROR');
  const usage = await ctl('stats', 'usage', '--user', 'ada');
  assert.deepEqual(usage.usage.map((day) => [day.messages_sent, day.media_sent]), [[1, 1]]);
});

test('reactions, edits and deletions show on what they are about', options, async (t) => {
  const { operator: { messages }, whose, is, get, lines } = await setUp(t);
  const text = await messages.sendText({ ...whose, recipient: PERSON, message: 'first' });
  await is(text.id, 'DELIVERED');
  const reaction = await messages.sendReaction({ messageId: text.id, emoji: '👍' });
  await is(reaction.id, 'DELIVERED');
  assert.deepEqual((await get(text.id)).reactions.map(({ sender, emoji }) => [sender, emoji]), [['', '👍']]);
  await is((await messages.sendReaction({ messageId: text.id })).id, 'DELIVERED');
  assert.deepEqual((await get(text.id)).reactions, []);
  const edit = await messages.editMessage({ id: text.id, message: 'second' });
  await is(edit.id, 'DELIVERED');
  const edited = await get(text.id);
  assert.deepEqual([edited.content, edited.text.body, edited.editedAt !== undefined], ['second', 'second', true]);
  const deletion = await messages.deleteMessage({ id: text.id });
  await is(deletion.id, 'DELIVERED');
  assert.ok((await get(text.id)).deletedAt);
  for (const [{ clientMessageId }, kind] of [[reaction, 'reaction'], [edit, 'edit'], [deletion, 'delete']]) {
    assert.deepEqual(lines(clientMessageId).map((line) => [line.kind, line.target]), [[kind, text.clientMessageId]]);
  }
});

test('what comes in is stored as what it is, and read', options, async (t) => {
  const { operator: { messages }, comesIn, get, events, session } = await setUp(t);
  const poll = await comesIn('P', { kind: 'poll', chat: GROUP, content: { question: 'Who?', options: ['a', 'b'], selectable: 1 } });
  assert.deepEqual([poll.chat, poll.poll], [GROUP, { question: 'Who?', options: ['a', 'b'], selectable: 1 }]);
  const image = await comesIn('I', { kind: 'image', content: { caption: 'look', mimeType: 'image/png', size: 7 } });
  assert.deepEqual([image.content, image.media.kind, image.media.size], ['look', 'MEDIA_KIND_IMAGE', 7]);
  const call = await comesIn('C', { kind: 'call', text: 'missed' });
  assert.deepEqual(call.unknown, { kind: 'call', text: 'missed' });
  const text = await comesIn('T', { text: 'first' });
  await comesIn('E', { kind: 'edit', target: 'T', content: { body: 'second' } });
  await comesIn('R', { kind: 'reaction', target: 'T', content: { emoji: '🙏' } });
  const shown = await get(text.id);
  assert.deepEqual([shown.content, shown.reactions.map(({ sender, emoji }) => [sender, emoji])],
    ['second', [['+491700000001', '🙏']]]);
  await comesIn('D', { kind: 'delete', target: 'T', content: {} });
  assert.ok((await get(text.id)).deletedAt);
  assert.equal((await messages.markRead({ id: poll.id })).status, 'MESSAGE_STATUS_READ');
  assert.deepEqual(events('read').map(({ chat, id }) => [chat, id]), [[GROUP, 'P']]);
  await messages.setPresence({ sessionId: session, recipient: GROUP, presence: 'PRESENCE_TYPING' });
  assert.deepEqual(events('presence').map(({ recipient, presence }) => [recipient, presence]), [[GROUP, 'typing']]);
});

test('every kind by rpcctl', { ...options, skip: skip || (!fs.existsSync(rpcctl) && 'no rpcctl is built') }, async (t) => {
  const { ctl, lines, get, comesIn, events } = await setUp(t);
  const sent = async (...args) => {
    const message = await ctl(...args, '--wait', 'sent');
    assert.equal(lines(message.client_message_id).length, 1, args.join(' '));
    return message;
  };
  const text = await sent('send', 'text', GROUP, 'hi @4915112345678', '--mention', PERSON, '--user', 'ada');
  assert.deepEqual(text.text.mentions, [PERSON]);
  assert.equal((await sent('send', 'location', PERSON, '52.5,13.25', '--name', 'Here', '--user', 'ada')).location.name, 'Here');
  assert.equal((await sent('send', 'contact', PERSON, `Ada=${PERSON}`, '--user', 'ada')).contact.cards[0].display_name, 'Ada');
  assert.deepEqual((await sent('send', 'poll', PERSON, 'Who?', 'a', 'b', '--user', 'ada')).poll.options, ['a', 'b']);
  assert.equal((await sent('send', 'reaction', String(text.id), '👍')).reaction.emoji, '👍');
  assert.equal((await sent('messages', 'edit', String(text.id), 'new')).edit.body, 'new');
  assert.equal((await sent('messages', 'delete', String(text.id))).content, '');
  const shown = await get(text.id);
  assert.deepEqual([shown.content, shown.reactions.length, shown.deletedAt !== undefined], ['new', 1, true]);
  const incoming = await comesIn('T', { text: 'hi' });
  assert.equal((await ctl('messages', 'read', String(incoming.id))).status, 'read');
  await ctl('sessions', 'presence', PERSON, 'recording', '--user', 'ada');
  assert.deepEqual(events('presence').map(({ presence }) => presence), ['recording']);
});
