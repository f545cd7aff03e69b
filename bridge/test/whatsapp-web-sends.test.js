// What goes out through whatsapp-web.js: written down before, looked for after, told when it shows, and never sent twice,
// whatever the library answers and whenever the bridge is killed. What the fake's WhatsApp got is the judge.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { CommandFailure } from '../core/failure.js';
import fake from '../testkit/fakes/whatsapp-web.js/index.js';
import { Sends } from '../drivers/whatsapp-web/sends.js';
import { openEngine, sleep, until } from '../testkit/engines.js';
import { temporaryFolder } from '../testkit/server.js';

const { world } = fake;
const FAST = { openMs: 1000, callMs: 200, sendMs: 250, logoutMs: 100, destroyMs: 200, watchMs: 10_000, backoffMs: 1, longestBackoffMs: 5 };
const CHAT = '4915111111111@c.us';
const id = (n) => `3EB0${String(n).padStart(18, '0')}`;
const sentBodies = () => world.sent.map(({ body }) => body);

/** A session that is linked and connected. */
async function connected(t, options) {
  world.reset();
  const house = await openEngine(t, 'whatsapp-web.js', { times: FAST, ...options });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.client.scan();
  await line.state('connected');
  return { ...house, line, profile: path.join(house.folder, 'profiles', 'session-s1') };
}

/** The bridge is killed and started again on the same folder, and carries the session at the next epoch. */
async function restarted(t, { crash, folder, line }, prepare = () => {}) {
  await crash();
  world.troubles = [];
  prepare();
  const next = await openEngine(t, 'whatsapp-web.js', { times: FAST, folder });
  const again = next.carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  await again.state('connected');
  return { ...next, line: again };
}

test('a send marks nothing as read, waits until it is sent, and is known by WhatsApp\'s id', async (t) => {
  const { line } = await connected(t);
  const { submitted } = await line.send(id(1));
  assert.deepEqual(submitted, { providerMessageId: world.sent[0].id });
  const [{ chatId, content, options }] = world.calls;
  assert.deepEqual([chatId, content, options.sendSeen, options.waitUntilMsgSent, options.linkPreview], [CHAT, `text of ${id(1)}`, false, true, false]);
  await line.send(id(2), { recipient: '120363@g.us' });
  await line.send(id(3), { recipient: '555001@lid', quoted: submitted.providerMessageId });
  await line.send(id(4), { quoted: 'ABCDEF' });
  assert.deepEqual(world.calls.slice(1).map((call) => [call.chatId, call.options.quotedMessageId]), [['120363@g.us', undefined],
    ['555001@lid', `true_555001@lid_${submitted.providerMessageId}`], [CHAT, `false_${CHAT}_ABCDEF`]]);
});

test('a reply quotes what it replies to, also in groups, whoever wrote it and however they are named', async (t) => {
  const { line, profile } = await connected(t);
  const group = '120363041234567890@g.us';
  const add = (chatId, bare, author) => world.add(profile, chatId, world.message({ bare, chatId, author, body: 'hi', fromMe: !author && chatId === group }));
  add(group, 'BYNUMBER', CHAT);
  add(group, 'BYLID', '777@lid');
  add(group, '3EB0OURS');
  add(CHAT, 'DIRECT');
  const reply = async (recipient, quoted, quotedMessage) => {
    assert.ok((await line.send(id(world.sent.length + 1), { recipient, quoted, quotedMessage: { messageId: quoted, ...quotedMessage } })).submitted);
    return world.sent.at(-1).quoted;
  };
  const theirs = { fromMe: false, sender: '+4915111111111' };
  assert.equal(await reply(group, 'BYNUMBER', theirs), 'BYNUMBER');
  // rpcd names people by their number where it knows that.
  assert.equal(await reply(group, 'BYLID', theirs), 'BYLID');
  // From a life before the journal of sends.
  assert.equal(await reply(group, '3EB0OURS', { fromMe: true, sender: '' }), '3EB0OURS');
  assert.equal(await reply('+4915111111111', 'DIRECT', theirs), 'DIRECT');
  // Too far back for the chat's page.
  for (let n = 0; n < 200; n++) add(group, `N${n}`, CHAT);
  assert.equal(await reply(group, 'BYNUMBER', theirs), 'BYNUMBER');
});

test('a number without an account is not written to, one that has is asked for once, and who hangs leaves it not begun', async (t) => {
  const { line } = await connected(t);
  world.nobody.add('4915199999999');
  const { error } = await line.send(id(1), { recipient: '+4915199999999' });
  assert.deepEqual([error.reason, error.notBegun], ['RECIPIENT_NOT_ON_WHATSAPP', true]);
  await line.send(id(2));
  await line.send(id(3));
  assert.deepEqual(world.asked, ['4915199999999', '4915111111111']);
  world.hanging.getNumberId = true;
  const hung = (await line.send(id(4), { recipient: '+4915122222222' })).error;
  assert.deepEqual([hung.reason, hung.notBegun, hung.engineCode], ['ENGINE_ERROR', true, 'Hung']);
  // The library says null as well where it could not ask.
  world.hanging = {};
  world.pageState = 'TIMEOUT';
  world.unreadable = true;
  const unasked = (await line.send(id(5), { recipient: '+4915133333333' })).error;
  assert.deepEqual([unasked.reason, unasked.notBegun], ['ENGINE_ERROR', true]);
  assert.equal(world.sent.length, 2);
});

test('null is a kind that is not allowed there, undefined a chat that is not there, and neither is begun again by us', async (t) => {
  const { line } = await connected(t);
  world.troubles = [{ silent: true, answer: null }, { nothing: true }];
  const none = (await line.send(id(1))).error;
  const gone = (await line.send(id(2))).error;
  assert.deepEqual([none.reason, none.engineCode, gone.reason, gone.engineCode], ['ENGINE_UNSUPPORTED', 'null', 'RECIPIENT_NOT_ON_WHATSAPP', 'undefined']);
  assert.deepEqual([world.calls.length, world.sent.length], [2, 0]);
});

test('undefined for a message that went out is found by its echo, and without one in the chat', async (t) => {
  const { line } = await connected(t);
  world.troubles = [{ answer: undefined }, { answer: undefined, noEcho: true }, { answer: null }];
  for (let n = 1; n <= 3; n++) {
    const { submitted } = await line.send(id(n));
    assert.deepEqual(submitted, { providerMessageId: world.sent[n - 1].id }, `send ${n}`);
  }
  // The chat is there, but not the message: nobody can know.
  world.troubles = [{ nothing: true }];
  assert.equal((await line.send(id(4))).error.reason, 'OUTCOME_UNKNOWN');
});

test('a call that throws before the message is made is an error that may be tried again; after it, it went out', async (t) => {
  const { line } = await connected(t);
  await line.send(id(9));
  world.troubles = [{ before: new Error('Evaluation failed: TypeError') }, { after: new Error('Evaluation failed: TypeError') },
    { after: new Error('Evaluation failed'), noEcho: true }];
  const failed = (await line.send(id(1))).error;
  assert.deepEqual([failed.reason, failed.notBegun, failed.text], ['ENGINE_ERROR', false, 'Evaluation failed: TypeError']);
  for (let n = 2; n <= 3; n++) assert.deepEqual((await line.send(id(n))).submitted, { providerMessageId: world.sent.at(-1).id });
  // rpcd's next attempt of the first.
  assert.ok((await line.send(id(1))).submitted);
  assert.equal(world.sent.filter(({ body }) => body === `text of ${id(1)}`).length, 1);
});

test('a page that goes away in the middle leaves the outcome unknown, though its chat does not have the message', async (t) => {
  const { line } = await connected(t);
  world.troubles = [{ before: new Error('Execution context was destroyed, most likely because of a navigation.') },
    { before: new Error('Protocol error (Runtime.callFunctionOn): Target closed') }];
  for (let n = 1; n <= 2; n++) assert.equal((await line.send(id(n))).error.reason, 'OUTCOME_UNKNOWN');
});

test('a call that hangs is unknown when neither echo nor chat has it, and told when it goes out after all', async (t) => {
  const { line } = await connected(t);
  world.hanging.chats = true;
  world.troubles = [{ hang: true, noEcho: true }];
  const { error } = await line.send(id(1), { commandId: 77 });
  assert.deepEqual([error.reason, error.notBegun], ['OUTCOME_UNKNOWN', false]);
  world.release();
  const late = await line.heard('submitted');
  assert.deepEqual(late, { commandId: 77, epoch: 1, clientMessageId: id(1), providerMessageId: world.sent[0].id });
});

const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD';
// A message of each kind, another one of that kind as a chat shows it, and one that does not say enough of itself.
const KINDS = {
  text: [{ body: 'words' }, { type: 'chat', body: 'other words' }],
  location: [{ latitude: 52.5, longitude: -13.25, name: 'Here' }, { type: 'location', body: '', location: { latitude: 48.1, longitude: 11.5 } },
    { type: 'location', body: '' }],
  contact: [{ cards: [{ displayName: 'Ada', vcard: CARD }] }, { type: 'vcard', body: CARD.replace('Ada', 'Bob'), vCards: [CARD.replace('Ada', 'Bob')] }],
  poll: [{ question: 'When?', options: ['now', 'later'], selectable: 1 },
    { type: 'poll_creation', body: 'When?', pollName: 'When?', pollOptions: [{ name: 'now' }, { name: 'never' }] }, { type: 'poll_creation', body: 'When?' }],
};

for (const [kind, [content, another, hidden]] of Object.entries(KINDS)) {
  const message = { kind, text: undefined, content };
  const owners = (more) => world.message({ bare: '3EB0OWNER', chatId: CHAT, fromMe: true, ...more });

  test(`a ${kind} that went out is found by its echo, in the chat, and by a bridge that was started anew`, async (t) => {
    const house = await connected(t);
    const { line } = house;
    world.troubles = [{ hang: true }, { after: new Error('Evaluation failed'), noEcho: true }, { answer: undefined, noEcho: true }];
    for (let n = 1; n <= 3; n++) {
      assert.deepEqual((await line.send(id(n), message)).submitted, { providerMessageId: world.sent[n - 1]?.id }, `send ${n}`);
    }
    world.troubles = [{ hang: true, noEcho: true }];
    line.send(id(4), { ...message, commandId: 41 });
    await until(() => world.sent.length === 4, 'the message');
    const again = await restarted(t, house);
    assert.deepEqual(await again.line.heard('submitted', ({ commandId }) => commandId === 41),
      { commandId: 41, epoch: 1, clientMessageId: id(4), providerMessageId: world.sent[3].id });
    assert.equal(world.sent.length, 4);
  });

  test(`another ${kind} of the owner's in that chat is not taken for one that never went out`, async (t) => {
    const { line, profile } = await connected(t);
    world.add(profile, CHAT, owners(another));
    world.troubles = [{ before: new Error('Evaluation failed') }];
    assert.equal((await line.send(id(1), message)).error.reason, 'ENGINE_ERROR');
    world.troubles = [{ hang: true, noEcho: true }];
    world.hanging.chats = true;
    assert.equal((await line.send(id(2), message)).error.reason, 'OUTCOME_UNKNOWN');
    world.client.emit('message_create', owners(another));
    await sleep(10);
    assert.deepEqual(line.all('submitted'), []);
  });

  if (!hidden) continue;
  test(`a ${kind} that the page does not show enough of leaves open whether it is the one`, async (t) => {
    const { line, profile } = await connected(t);
    world.add(profile, CHAT, owners(hidden));
    world.troubles = [{ before: new Error('Evaluation failed') }];
    assert.equal((await line.send(id(1), message)).error.reason, 'OUTCOME_UNKNOWN');
  });
}

test('while a call may still go through, the message is not begun again, whoever wishes it', async (t) => {
  const { line } = await connected(t);
  await line.send(id(9));
  const { sendMessage } = fake.Client.prototype;
  let go;
  fake.Client.prototype.sendMessage = function hold(...args) {
    return new Promise((resolve, reject) => { go = { on: () => sendMessage.apply(this, args).then(resolve), fail: reject }; });
  };
  t.after(() => { fake.Client.prototype.sendMessage = sendMessage; });
  assert.equal((await line.send(id(1), { commandId: 41 })).error.reason, 'OUTCOME_UNKNOWN');
  fake.Client.prototype.sendMessage = sendMessage;
  const wished = (await line.send(id(1), { commandId: 42 })).error;
  assert.deepEqual([wished.reason, wished.text], ['OUTCOME_UNKNOWN', 'it is still under way']);
  go.on();
  assert.equal((await line.heard('submitted')).commandId, 41);
  assert.deepEqual(sentBodies(), [`text of ${id(9)}`, `text of ${id(1)}`]);
  // One that has ended without a word, and is not in the chat, may be begun again.
  fake.Client.prototype.sendMessage = function hold() { return new Promise((_, reject) => { go = { fail: reject }; }); };
  assert.equal((await line.send(id(2), { commandId: 43 })).error.reason, 'OUTCOME_UNKNOWN');
  fake.Client.prototype.sendMessage = sendMessage;
  go.fail(new Error('Protocol error'));
  await sleep(0);
  assert.ok((await line.send(id(2), { commandId: 44 })).submitted);
});

test('an echo that comes after all is news as well; one of the owner\'s own messages is not', async (t) => {
  const { line } = await connected(t);
  world.hanging.chats = true;
  world.troubles = [{ hang: true, noEcho: true }];
  await line.send(id(1), { text: 'same words' });
  const echo = (more) => world.client.emit('message_create',
    world.message({ bare: '3EB0X1', chatId: CHAT, body: 'same words', fromMe: true, ...more }));
  echo({ bare: '3A0123456789ABCDEF01' });
  echo({ bare: 'AC0123456789ABCDEF0123456789ABCDEF' });
  echo({ body: 'other words' });
  echo({ chatId: '4915122222222@c.us' });
  echo({ fromMe: false });
  await sleep(10);
  assert.deepEqual(line.all('submitted'), []);
  echo({ bare: '3EB0X2' });
  assert.equal((await line.heard('submitted')).providerMessageId, '3EB0X2');
});

test('a call that hangs while the echo came is submitted', async (t) => {
  const { line } = await connected(t);
  world.troubles = [{ hang: true }];
  assert.deepEqual((await line.send(id(1))).submitted, { providerMessageId: world.sent[0].id });
});

test('the same message again is answered from the journal, also by a bridge that was started anew', async (t) => {
  const house = await connected(t);
  const { submitted } = await house.line.send(id(1));
  assert.deepEqual((await house.line.send(id(1), { commandId: 5 })).submitted, submitted);
  const { line } = await restarted(t, house);
  assert.deepEqual((await line.send(id(1), { commandId: 6 })).submitted, submitted);
  assert.equal(world.sent.length, 1);
});

test('killed after WhatsApp has it and before the answer: it is found in the chat, told at its epoch, with its receipts', async (t) => {
  const house = await connected(t);
  world.troubles = [{ hang: true, noEcho: true }];
  house.line.send(id(1), { commandId: 41, text: 'once' });
  await until(() => world.sent.length === 1, 'the message');
  const { line } = await restarted(t, house);
  assert.deepEqual(await line.heard('submitted'), { commandId: 41, epoch: 1, clientMessageId: id(1), providerMessageId: world.sent[0].id });
  assert.equal((await line.heard('ack')).state, 'server');
  assert.deepEqual((await line.send(id(1), { commandId: 42, text: 'once' })).submitted, { providerMessageId: world.sent[0].id });
  assert.deepEqual(sentBodies(), ['once']);
});

test('killed before the library was called: nothing is sent by itself, nor under the same command, but when it is wished', async (t) => {
  const house = await connected(t);
  await house.line.send(id(9));
  world.troubles = [{ before: new Promise(() => {}) }];
  const calls = world.calls.length;
  fake.Client.prototype.held = fake.Client.prototype.sendMessage;
  fake.Client.prototype.sendMessage = function hold(...args) { world.calls.push({ chatId: args[0] }); return new Promise(() => {}); };
  house.line.send(id(1), { commandId: 41, text: 'maybe' });
  await until(() => world.calls.length > calls, 'the call');
  const { line } = await restarted(t, house, () => { fake.Client.prototype.sendMessage = fake.Client.prototype.held; });
  await sleep(20);
  assert.deepEqual(line.all('submitted'), []);
  assert.equal((await line.send(id(1), { commandId: 41, text: 'maybe' })).error.reason, 'OUTCOME_UNKNOWN');
  // Another command for it: somebody wants it again, knowing that nobody knows.
  world.unreadable = true;
  assert.equal((await line.send(id(1), { commandId: 43, text: 'maybe' })).error.reason, 'OUTCOME_UNKNOWN');
  world.unreadable = false;
  assert.ok((await line.send(id(1), { commandId: 44, text: 'maybe' })).submitted);
  assert.deepEqual(sentBodies(), [`text of ${id(9)}`, 'maybe']);
});

test('killed after the answer was written down and before it was told: it is told again, and then never more', async (t) => {
  const house = await connected(t);
  await house.line.send(id(1), { commandId: 41, forgotten: true });
  const next = await restarted(t, house);
  assert.deepEqual(await next.line.heard('submitted'), { commandId: 41, epoch: 1, clientMessageId: id(1), providerMessageId: world.sent[0].id });
  const third = await restarted(t, { ...next, folder: house.folder });
  assert.deepEqual(third.line.all('submitted'), []);
});

test('what was told by the former life is not told again', async (t) => {
  const house = await connected(t);
  await house.line.send(id(1));
  const { line } = await restarted(t, house);
  assert.deepEqual(line.all('submitted'), []);
});

test('two messages of the same words are two; one is not taken for the other', async (t) => {
  const house = await connected(t);
  await house.line.send(id(1), { text: 'hello' });
  fake.Client.prototype.held = fake.Client.prototype.sendMessage;
  let called = false;
  fake.Client.prototype.sendMessage = function hold() { called = true; return new Promise(() => {}); };
  house.line.send(id(2), { text: 'hello' });
  await until(() => called, 'the call');
  const { line } = await restarted(t, house, () => { fake.Client.prototype.sendMessage = fake.Client.prototype.held; });
  await sleep(20);
  assert.deepEqual(line.all('submitted'), []);
});

test('what lies further back than a send is no proof of it, and what another device sent neither', async (t) => {
  const house = await connected(t);
  world.add(house.profile, CHAT, world.message({ bare: '3EB0OLD', chatId: CHAT, body: 'hello', fromMe: true, at: Date.now() - 3_600_000 }));
  world.add(house.profile, CHAT, world.message({ bare: '3A0123456789ABCDEF01', chatId: CHAT, body: 'hello', fromMe: true }));
  world.troubles = [{ nothing: true }];
  assert.equal((await house.line.send(id(1), { text: 'hello' })).error.reason, 'OUTCOME_UNKNOWN');
});

test('a page that is lost in the middle is opened again, and what went out meanwhile is told', async (t) => {
  const { line } = await connected(t);
  world.troubles = [{ hang: true, noEcho: true }];
  const sending = line.send(id(1), { commandId: 41 });
  await until(() => world.sent.length === 1, 'the message');
  world.browsers[0].crash();
  await line.state('connected', 2);
  const outcome = await sending;
  const told = outcome.submitted ?? await line.heard('submitted');
  assert.equal(told.providerMessageId, world.sent[0].id);
  assert.equal(world.sent.length, 1);
});

test('acks rise from server to played, come after their answer, and only for what went out from here', async (t) => {
  const { line } = await connected(t);
  world.acks = [0, 1, 2, 3, 4];
  const { submitted } = await line.send(id(1));
  await line.heard('ack', ({ state }) => state === 'played');
  // The first is what the answer itself says.
  assert.deepEqual(line.all('ack').map((ack) => [ack.providerMessageId, ack.state]),
    ['server', 'server', 'delivered', 'read', 'played'].map((state) => [submitted.providerMessageId, state]));
  const said = line.said.map(([what]) => what);
  assert.ok(said.indexOf('ack') > said.indexOf('answer'));
  world.client.emit('message_ack', world.message({ bare: 'APP', chatId: CHAT, body: 'mine', fromMe: true }), 3);
  world.client.emit('message_ack', world.message({ bare: submitted.providerMessageId, chatId: CHAT, body: '', fromMe: true }), 7);
  await sleep(5);
  assert.equal(line.all('ack').length, 5);
});

test('what is said of a message that has its answer waits for no other send', async (t) => {
  const { line } = await connected(t);
  const { submitted } = await line.send(id(1));
  world.troubles = [{ hang: true, noEcho: true }];
  world.hanging.chats = true;
  const sending = line.send(id(2));
  await until(() => world.sent.length === 2, 'the second');
  world.client.emit('message_ack', world.message({ bare: submitted.providerMessageId, chatId: CHAT, body: '', fromMe: true }), 3);
  assert.equal((await line.heard('ack', ({ state }) => state === 'read')).providerMessageId, submitted.providerMessageId);
  assert.equal(line.said.filter(([what]) => what === 'answer').length, 1);
  await sending;
});

test('acks that were missed while the page was away are told when it is back', async (t) => {
  const { line, profile } = await connected(t);
  const { submitted } = await line.send(id(1));
  const chat = world.chat(profile, CHAT).map((message) => ({ ...message, ack: 3 }));
  fs.writeFileSync(path.join(profile, `chat-${CHAT}.json`), JSON.stringify(chat));
  world.browsers[0].crash();
  await line.state('connected', 2);
  assert.equal((await line.heard('ack', ({ state }) => state === 'read')).providerMessageId, submitted.providerMessageId);
});

test('a message that the library calls sent and WhatsApp refused is told as refused, and goes out once more when it is given again',
  async (t) => {
  const { line } = await connected(t);
  world.troubles = [{ refused: true }];
  const { submitted } = await line.send(id(1));
  const ack = await line.heard('ack');
  assert.deepEqual([ack.providerMessageId, ack.state, ack.engineCode], [submitted.providerMessageId, 'error', '-1']);
  const said = line.said.map(([what]) => what);
  assert.ok(said.indexOf('ack') > said.indexOf('answer'));
  await until(() => world.troubles.length === 0, 'it');
  assert.notEqual((await line.send(id(1), { commandId: 7 })).submitted.providerMessageId, submitted.providerMessageId);
});

test('an error ack is told, and the message goes out once more when it is given again', async (t) => {
  const { line } = await connected(t);
  const { submitted } = await line.send(id(1));
  world.client.emit('message_ack', world.message({ bare: submitted.providerMessageId, chatId: CHAT, body: '', fromMe: true }), -1);
  await line.heard('ack', ({ state }) => state === 'error');
  const again = await line.send(id(1), { commandId: 7 });
  assert.notEqual(again.submitted.providerMessageId, submitted.providerMessageId);
  assert.equal(world.sent.length, 2);
});

test('a session that is another\'s by now sends nothing, and one that must wait waits', async (t) => {
  const { line } = await connected(t);
  line.mayAct = false;
  const sending = line.send(id(1));
  await sleep(50);
  assert.equal(world.calls.length, 0);
  line.mayAct = true;
  assert.ok((await sending).submitted);
  line.mayAct = new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true });
  const { error } = await line.send(id(2), { commandId: 8 });
  assert.deepEqual([error.reason, error.notBegun, world.calls.length], ['SESSION_NOT_CONNECTED', true, 1]);
  // It was never begun, so nothing keeps it from being sent.
  line.mayAct = true;
  assert.ok((await line.send(id(2), { commandId: 8 })).submitted);
});

test('what cannot be written down is not sent', async (t) => {
  const { line, driver } = await connected(t);
  await driver.close();
  const { error } = await line.send(id(1));
  assert.deepEqual([error.reason, error.notBegun, world.calls.length], ['BRIDGE_UNAVAILABLE', true, 0]);
});

test('the journal of sends survives a torn end, and is written anew with what is needed', async (t) => {
  const file = path.join(temporaryFolder(t), 'sends');
  const intent = (n) => ({ session: 1, command: n, epoch: 1, message: id(n), recipient: CHAT, kind: 'text', body: `text ${n}` });
  let sends = await Sends.open(file, { compactAt: 6000 });
  for (let n = 1; n <= 90; n++) {
    await sends.intent(intent(n));
    if (n % 3 === 0) await sends.failed(1, id(n));
    if (n % 3 === 1) await sends.done(1, id(n), `W${n}`);
  }
  await sends.told(1, id(1));
  await sends.gaveUp(1, 'W7');
  assert.deepEqual([sends.knows(1, 'W7'), sends.find(1, id(7))], [false, undefined]);
  await sends.close();
  const whole = fs.statSync(file).size;
  assert.ok(whole < 21_000, `${whole} bytes`);
  fs.appendFileSync(file, '0badc0de {"is":"done"');
  sends = await Sends.open(file);
  assert.ok(sends.tornBytes > 0);
  assert.equal(fs.statSync(file).size, whole);
  assert.deepEqual([sends.open(1).length, sends.untold(1).length, sends.find(1, id(3)), sends.find(1, id(4)).id, sends.knows(1, 'W4'), sends.knows(2, 'W4')],
    [30, 28, undefined, 'W4', true, false]);
  await sends.close();
});
