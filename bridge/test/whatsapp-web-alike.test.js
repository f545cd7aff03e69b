// Messages through whatsapp-web.js that look alike: pictures without words, the same words twice. One is never taken for the
// other; where neither the file nor the number of them tells, the outcome is unknown. What the fake's WhatsApp got is the judge.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fake from '../testkit/fakes/whatsapp-web.js/index.js';
import { openEngine, sleep, until } from '../testkit/engines.js';

const { world } = fake;
const FAST = { openMs: 1000, callMs: 200, sendMs: 250, logoutMs: 100, destroyMs: 200, watchMs: 10_000, backoffMs: 1, longestBackoffMs: 5 };
const CHAT = '4915111111111@c.us';
const id = (n) => `3EB0${String(n).padStart(18, '0')}`;
const LOST = { hang: true, noEcho: true };

async function connected(t) {
  world.reset();
  const house = await openEngine(t, 'whatsapp-web.js', { times: FAST });
  const line = house.carry(1);
  await line.start();
  await line.heard('qr');
  world.client.scan();
  await line.state('connected');
  const file = (name) => {
    const at = path.join(house.folder, name);
    fs.writeFileSync(at, `bytes of ${name}`);
    return at;
  };
  const picture = (name, caption = '') => ({ kind: 'image', text: undefined, content: { path: file(name), mimeType: 'image/png', caption } });
  const paper = (name) => ({ kind: 'document', text: undefined, content: { path: file(name), mimeType: 'application/pdf', fileName: 'paper.pdf', caption: '' } });
  return { ...house, line, picture, paper, profile: path.join(house.folder, 'profiles', 'session-s1') };
}

/** The bridge is killed and started again, and carries the session at the next epoch. */
async function restarted(t, { crash, folder, line }) {
  await crash();
  world.troubles = [];
  const next = await openEngine(t, 'whatsapp-web.js', { times: FAST, folder });
  const again = next.carry(1, { linked: true, auth: line.auth, epoch: 2 });
  await again.start();
  await again.state('connected');
  return again;
}

/** A call that never comes to anything: WhatsApp gets nothing of it. */
async function vain(line, n, message) {
  const { sendMessage } = fake.Client.prototype;
  fake.Client.prototype.sendMessage = () => new Promise(() => {});
  try {
    assert.equal((await line.send(id(n), { commandId: n, ...message })).error.reason, 'OUTCOME_UNKNOWN');
  } finally {
    fake.Client.prototype.sendMessage = sendMessage;
  }
}

const told = (line) => line.all('submitted').map(({ clientMessageId, providerMessageId }) => [clientMessageId, providerMessageId]);

for (const alike of ['pictures without words', 'texts of the same words', 'pictures with the same words']) {
  test(`of two ${alike} the one that went out is not taken for the one that did not`, async (t) => {
    const house = await connected(t);
    const { line, picture } = house;
    const make = (name) => ({ 'pictures without words': () => picture(name), 'texts of the same words': () => ({ text: 'hello' }),
      'pictures with the same words': () => picture(name, 'look') })[alike]();
    await vain(line, 1, make('one'));
    assert.deepEqual((await line.send(id(2), make('two'))).submitted, { providerMessageId: world.sent[0].id });
    await sleep(10);
    assert.deepEqual(told(line), []);
    const again = await restarted(t, house);
    await sleep(20);
    assert.deepEqual(told(again), []);
    assert.equal(world.sent.length, 1);
  });
}

test('two pictures without words, both lost on the way back, are known by their files', async (t) => {
  const house = await connected(t);
  const { line, picture } = house;
  world.hanging.chats = true;
  world.troubles = [LOST, LOST];
  for (const n of [1, 2]) assert.equal((await line.send(id(n), picture(`of ${n}`))).error.reason, 'OUTCOME_UNKNOWN');
  world.hanging = {};
  const again = await restarted(t, house);
  await until(() => told(again).length === 2, 'both');
  assert.deepEqual(told(again), [[id(1), world.sent[0].id], [id(2), world.sent[1].id]]);
});

test('the second of two, of which the first never went out, is known by its file', async (t) => {
  const house = await connected(t);
  const { line, picture } = house;
  await vain(line, 1, picture('one'));
  world.troubles = [LOST];
  assert.deepEqual((await line.send(id(2), picture('two'))).submitted, { providerMessageId: world.sent[0].id });
  const again = await restarted(t, house);
  await sleep(20);
  assert.deepEqual(told(again), []);
});

test('a picture that the page made anew, without words, is unknown until the library says that it is the one', async (t) => {
  const house = await connected(t);
  const { line, picture } = house;
  world.remade.add('image');
  world.troubles = [{ hang: true }];
  const sending = line.send(id(1), picture('one'));
  assert.equal((await sending).error.reason, 'OUTCOME_UNKNOWN');
  world.release();
  assert.equal((await line.heard('submitted')).providerMessageId, world.sent[0].id);
  // By a bridge that was started anew nobody can tell.
  world.troubles = [LOST];
  assert.equal((await line.send(id(2), picture('two'))).error.reason, 'OUTCOME_UNKNOWN');
  const again = await restarted(t, house);
  const wished = (await again.send(id(2), { ...picture('two'), commandId: 99 })).error;
  assert.equal(wished.reason, 'OUTCOME_UNKNOWN');
  assert.equal(world.sent.length, 2);
});

test('another file in the chat is not the document that never went out', async (t) => {
  const { line, paper, profile } = await connected(t);
  world.add(profile, CHAT, world.message({ bare: '3EB0OWNER', chatId: CHAT, fromMe: true, type: 'document', body: '', _data: { filehash: 'b3RoZXI=' } }));
  world.troubles = [{ before: new Error('Evaluation failed') }];
  assert.equal((await line.send(id(1), paper('one'))).error.reason, 'ENGINE_ERROR');
});

for (const both of [false, true]) {
  test(`of two lost messages of the same words ${both ? 'both are there: both went out' : 'one is there: nobody knows which'}`, async (t) => {
    const house = await connected(t);
    const { line } = house;
    world.hanging.chats = true;
    world.troubles = [LOST, ...both ? [LOST] : []];
    assert.equal((await line.send(id(1), { text: 'hello' })).error.reason, 'OUTCOME_UNKNOWN');
    if (both) assert.equal((await line.send(id(2), { text: 'hello' })).error.reason, 'OUTCOME_UNKNOWN');
    else await vain(line, 2, { text: 'hello' });
    world.hanging = {};
    const again = await restarted(t, house);
    if (both) await until(() => told(again).length === 2, 'both');
    await sleep(20);
    assert.deepEqual(told(again).map(([, name]) => name).sort(), both ? world.sent.map((one) => one.id).sort() : []);
  });
}
