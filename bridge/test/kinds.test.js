// Every kind of message on its way through the bridge and onto the make-believe network, and in from there; commands that
// are no sends.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { envelope } from '../client/envelope.js';
import { caseOf } from '../core/content.js';
import * as facts from '../core/facts.js';
import { ScriptError, readScript } from '../drivers/simulator/script.js';
import { given, setUp, TestDriver } from '../testkit/bridge.js';
import { openDriver } from '../testkit/network.js';
import { journalOf } from '../testkit/processes.js';

const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1,
  acks: { server_ms: 1, delivered_ms: 5 } };
const events = (dir, name) => journalOf(dir).filter(({ event }) => event === name);
const carried = { sessionId: 1, epoch: 4 };

async function connected(t, script = {}) {
  const opened = await openDriver(t, { script: { ...FAST, ...script } });
  const line = opened.carry(1);
  await line.start();
  await line.state('connected');
  return { ...opened, line };
}

const target = { providerMessageId: 'T1', fromMe: false, sender: '+491700000001', text: 'what they said' };
const about = { messageId: 'T1', fromMe: false, sender: '+491700000001', text: 'what they said' };
const CASES = [
  ['location', { location: { latitude: 52.5, longitude: -13.25, name: 'Here', address: '' } },
    { latitude: 52.5, longitude: -13.25, name: 'Here', address: '' }],
  ['contact', { contact: { cards: [{ displayName: 'Ada', phoneNumbers: ['+4917'], organization: '', emails: [], vcard: 'V' }] } },
    { cards: [{ displayName: 'Ada', phoneNumbers: ['+4917'], organization: '', emails: [], vcard: 'V' }] }],
  ['poll', { poll: { question: 'Who?', options: ['a', 'b'], selectable: 1 } },
    { question: 'Who?', options: ['a', 'b'], selectable: 1 }],
  ['reaction', { reaction: { messageId: 9, emoji: '👍' }, target }, { ...about, emoji: '👍' }],
  ['edit', { edit: { messageId: 9, body: 'new', mentions: [], linkPreview: 'LINK_PREVIEW_OFF' }, target },
    { ...about, body: 'new', mentions: [], linkPreview: 'LINK_PREVIEW_OFF' }],
  ['delete', { delete: { messageId: 9 }, target }, about],
];

class AllKinds extends TestDriver {
  kinds = ['text', 'location', 'contact', 'poll', 'reaction', 'edit', 'delete'];
  automatic = true;
}

for (const [kind, frame, content] of CASES) {
  test(`a driver is given a ${kind} as the contract has it, with the engine's id of what it is about`, async (t) => {
    const { rpcd, driver } = await setUp(t, { driver: new AllKinds() });
    await rpcd.connected(1, 4);
    const send = rpcd.give(1, 4, { text: undefined, ...frame });
    const [{ message }] = await given(driver, 1);
    assert.equal(message.kind, kind);
    assert.equal(message.text, undefined);
    assert.deepEqual(message.content, content);
    assert.ok((await rpcd.result(send.commandId)).result.submitted);
  });
}

test('a kind that the driver did not name is never given to it', async (t) => {
  const { rpcd, driver } = await setUp(t, {});
  await rpcd.connected(1, 4);
  for (const [, frame] of CASES) {
    const send = rpcd.give(1, 4, { text: undefined, ...frame });
    const { result } = await rpcd.result(send.commandId);
    assert.deepEqual([result.error.reason, result.error.notBegun], ['ENGINE_UNSUPPORTED', true]);
  }
  assert.equal(driver.sends.length, 0);
});

test('several cards in one message are given only to a driver that names them', async (t) => {
  const cards = ['Ada', 'Bob'].map((displayName) => ({ displayName, phoneNumbers: ['+4917'], organization: '', emails: [], vcard: 'V' }));
  const sends = async (driver) => {
    const { rpcd } = await setUp(t, { driver });
    await rpcd.connected(1, 4);
    return (await rpcd.result(rpcd.give(1, 4, { text: undefined, contact: { cards } }).commandId)).result;
  };
  const one = new AllKinds();
  const { error } = await sends(one);
  assert.deepEqual([error.reason, error.notBegun, one.sends.length], ['ENGINE_UNSUPPORTED', true, 0]);
  const more = new AllKinds();
  more.kinds = [...more.kinds, 'contacts'];
  assert.ok((await sends(more)).submitted);
  assert.deepEqual(more.sends[0].message.content.cards.length, 2);
});

test('whom a text mentions, its preview and the message that it quotes reach the driver', async (t) => {
  const { rpcd, driver } = await setUp(t, { driver: new AllKinds() });
  await rpcd.connected(1, 4);
  rpcd.give(1, 4, { text: { body: 'hi @49', mentions: ['+49'], linkPreview: 'LINK_PREVIEW_OFF' }, quoted: 'T1',
    quotedMessage: target });
  const [{ message }] = await given(driver, 1);
  assert.deepEqual([message.text, message.quoted, message.quotedMessage], ['hi @49', 'T1', about]);
  assert.deepEqual(message.content, { body: 'hi @49', mentions: ['+49'], linkPreview: 'LINK_PREVIEW_OFF' });
});

test('how far an engine knows that a message got is told with its answer, and again from the journal', () => {
  const send = { commandId: 1, sessionId: 1, epoch: 4 };
  const { result } = facts.result(send, { submitted: { providerMessageId: undefined, state: 'server' } });
  assert.deepEqual(result.submitted, { providerMessageId: '', state: 'ACK_STATE_SERVER' });
  assert.deepEqual(facts.result(send, { submitted: result.submitted }).result.submitted, result.submitted);
  assert.equal(facts.result(send, { submitted: { providerMessageId: 'P' } }).result.submitted.state, 'ACK_STATE_UNSPECIFIED');
});

test('commands that are no sends reach the carrier, and one that it cannot do is ENGINE_UNSUPPORTED', async (t) => {
  const driver = new AllKinds();
  const asked = [];
  const carry = driver.carry.bind(driver);
  driver.commands = ['mark_read', 'presence'];
  driver.carry = (...args) => Object.assign(carry(...args), {
    markRead: async (what) => { asked.push(['read', what]); },
    showPresence: async (what) => { asked.push(['presence', what]); },
  });
  const { rpcd } = await setUp(t, { driver });
  await rpcd.connected(1, 4);
  const command = (commandId) => ({ commandId, sessionId: 1, epoch: 4, timeoutMs: 1000 });
  rpcd.current.send({ markRead: { ...command(256), chat: '1-2@g.us', message: target } });
  assert.ok((await rpcd.result(256)).result.done);
  rpcd.current.send({ presence: { ...command(512), recipient: '+49', presence: 'PRESENCE_RECORDING' } });
  assert.ok((await rpcd.result(512)).result.done);
  assert.deepEqual(asked, [['read', { chat: '1-2@g.us', message: about }],
    ['presence', { recipient: '+49', presence: 'recording' }]]);
  assert.equal(rpcd.facts.filter((fact) => fact.pairingCode).length, 0);
  rpcd.current.send({ checkNumber: { ...command(768), phoneNumber: '+49' } });
  assert.equal((await rpcd.result(768)).result.error.reason, 'ENGINE_UNSUPPORTED');
});

test('what comes in is told with its case, and nothing of it is such that rpcd could not read it', () => {
  const odd = 'a\0b \ud83d';
  const strange = { latitude: NaN, longitude: '7', name: odd, address: 1, cards: [{ displayName: odd, vcard: 'v'.repeat(5000) },
    undefined], question: odd, options: [odd, 2], selectable: -1, emoji: odd, body: odd, mentions: [odd], caption: odd,
  fileName: odd, size: 1.5, stranger: true };
  for (const kind of ['text', 'image', 'voice', 'sticker', 'location', 'contact', 'poll', 'reaction', 'edit', 'delete', 'call']) {
    for (const content of [undefined, null, 7, {}, strange]) {
      const fact = facts.incoming(carried, { providerMessageId: 'IN', fromPhone: '+49', kind, text: odd, at: new Date(),
        chat: odd, target: odd, content });
      const bytes = envelope.encode('switchboard.v1.BridgeFrame', { seq: 1, ...fact });
      const { incoming } = envelope.decode('switchboard.v1.BridgeFrame', bytes);
      assert.equal(incoming.text, 'a\ufffdb \ufffd');
      assert.ok(!JSON.stringify(incoming).includes('\\u0000'));
    }
  }
  assert.deepEqual(caseOf('image', { caption: 'c', size: 5 }).media, { kind: 'MEDIA_KIND_IMAGE', caption: 'c', fileName: '',
    mimeType: '', size: 5, durationMs: 0, mentions: [], sha256: '' });
  assert.deepEqual(caseOf('location', { latitude: 1.5, longitude: 2 }).location,
    { latitude: 1.5, longitude: 2, name: '', address: '' });
  assert.equal(caseOf('contact', strange).contact.cards[0].vcard, '', 'half a card is none');
  assert.deepEqual(caseOf('call', {}), {});
  const most = '\uffff'.repeat(70_000);
  for (const kind of ['contact', 'poll', 'edit', 'image']) {
    const content = { cards: Array(60).fill({ displayName: most, vcard: most.slice(0, 4000), phoneNumbers: Array(20).fill('1') }),
      question: most, options: Array(20).fill(most), body: most, caption: most };
    const fact = facts.incoming(carried, { providerMessageId: 'IN', fromPhone: '+49', kind, text: '', at: new Date(), content });
    const { length } = envelope.encode('switchboard.v1.BridgeFrame', { seq: 1, ...fact });
    assert.ok(length < 256 << 10, `${kind}: ${length}`);
  }
});

test('what came in at no known time is told without one', () => {
  const { incoming } = facts.incoming({ sessionId: 1, epoch: 1 }, { providerMessageId: 'IN', fromPhone: '+49', kind: 'text', text: 'hi' });
  assert.equal(incoming.at, undefined);
});

test('the network\'s journal says what was sent, of every kind', async (t) => {
  const { driver, line, networkDir } = await connected(t);
  assert.deepEqual(driver.kinds, ['text', 'location', 'contact', 'contacts', 'poll', 'reaction', 'edit', 'delete', 'image', 'video', 'audio',
    'voice', 'document', 'sticker']);
  await line.send('3EB0A', { text: 'hi @49', content: { body: 'hi @49', mentions: ['+49'], linkPreview: 'LINK_PREVIEW_OFF' } });
  for (const [kind, , content] of CASES) {
    await line.send(`3EB0-${kind}`, { kind, text: undefined, content: { ...content, messageId: '3EB0A' } });
  }
  const said = Object.fromEntries(events(networkDir, 'message').map(({ id, kind, text, content, target: to }) =>
    [id, { kind, text, content, target: to }]));
  assert.deepEqual(said, {
    '3EB0A': { kind: 'text', text: 'hi @49', content: { mentions: ['+49'], link_preview: 'off' }, target: undefined },
    '3EB0-location': { kind: 'location', text: '', content: { latitude: 52.5, longitude: -13.25, name: 'Here' }, target: undefined },
    '3EB0-contact': { kind: 'contact', text: '', content: { cards: [{ name: 'Ada', phones: ['+4917'], vcard_bytes: 1 }] },
      target: undefined },
    '3EB0-poll': { kind: 'poll', text: '', content: { question: 'Who?', options: ['a', 'b'], selectable: 1 }, target: undefined },
    '3EB0-reaction': { kind: 'reaction', text: '', content: { emoji: '👍' }, target: '3EB0A' },
    '3EB0-edit': { kind: 'edit', text: 'new', content: undefined, target: '3EB0A' },
    '3EB0-delete': { kind: 'delete', text: '', content: undefined, target: '3EB0A' },
  });
});

test('the same id with another content is told apart, and a change of what the account never sent is refused', async (t) => {
  const { line, networkDir } = await connected(t);
  const poll = (question) => ({ kind: 'poll', text: undefined, content: { question, options: ['a', 'b'], selectable: 0 } });
  await line.send('3EB0P', poll('Who?'));
  await line.send('3EB0P', poll('Who?'));
  await line.send('3EB0P', poll('Why?'));
  assert.deepEqual(events(networkDir, 'repeat').map(({ differs }) => differs), [undefined, true]);
  await line.send('3EB0E', { kind: 'edit', text: undefined, content: { body: 'x', messageId: 'not mine' } });
  const [, ack] = await line.heard('ack', ({ state }) => state === 'error');
  assert.deepEqual([ack.providerMessageId, ack.engineCode], ['3EB0E', '404']);
  assert.equal(events(networkDir, 'message').length, 1);
});

test('every kind comes in by a script and by hand', async (t) => {
  const steps = [{ do: 'incoming', when: { connected_ms: 1 }, from: '+49170000000', kind: 'poll', id: 'IN1', chat: '1-2@g.us',
    content: { question: 'Who?', options: ['a', 'b'], selectable: 1 } },
  { do: 'incoming', when: { connected_ms: 1 }, from: '+49170000000', kind: 'reaction', id: 'IN2', target: 'IN1', text: '👍',
    content: { emoji: '👍' } },
  { do: 'incoming', when: { connected_ms: 1 }, from: '+49170000000', text: 'hi @49', mentions: ['+49'], id: 'IN3' }];
  const { line, networkDir } = await connected(t, { steps });
  const came = async (id) => (await line.heard('incoming', ({ providerMessageId }) => providerMessageId === id))[1];
  const poll = await came('IN1');
  assert.deepEqual([poll.kind, poll.chat, poll.content.question], ['poll', '1-2@g.us', 'Who?']);
  const reaction = await came('IN2');
  assert.deepEqual([reaction.kind, reaction.target, reaction.content], ['reaction', 'IN1', { emoji: '👍' }]);
  assert.deepEqual((await came('IN3')).mentions, ['+49']);
  fs.appendFileSync(path.join(networkDir, 'network.jsonl'), `${JSON.stringify({ event: 'incoming', session: 1, id: 'HAND',
    from: '+49170000000', kind: 'location', content: { latitude: 1, longitude: 2 } })}\n`);
  assert.deepEqual((await came('HAND')).content, { latitude: 1, longitude: 2 });
});

test('receipts and presence are in the journal', async (t) => {
  const { line, networkDir } = await connected(t);
  await line.account.markRead({ chat: '+49170000000', message: { messageId: 'IN1' } });
  await line.account.showPresence({ recipient: '+49170000000', presence: 'typing' });
  assert.deepEqual(events(networkDir, 'read').map(({ chat, id }) => [chat, id]), [['+49170000000', 'IN1']]);
  assert.deepEqual(events(networkDir, 'presence').map(({ recipient, presence }) => [recipient, presence]),
    [['+49170000000', 'typing']]);
  await line.stop('moved');
  await assert.rejects(line.account.markRead({ chat: 'x', message: {} }), { reason: 'SESSION_NOT_CONNECTED' });
});

for (const wrong of [{ mentions: 'x' }, { content: [] }, { chat: 1 }, { target: 1 }, { stranger: 1 }]) {
  test(`a script cannot say ${JSON.stringify(wrong)} of what comes in`, () => {
    assert.throws(() => readScript({ steps: [{ do: 'incoming', from: '+49', ...wrong }] }), ScriptError);
  });
}
