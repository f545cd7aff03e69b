// What a bridge remembers of its commands over a restart: told to it by its journal, in the order that facts came in.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CommandMemory } from '../core/commands.js';

const id = '3EB0000000000000000001';
const send = { commandId: 2, sessionId: 1, clientMessageId: id };
const result = { commandId: 1, sessionId: 1, submitted: { providerMessageId: id } };
const refusal = { sessionId: 1, providerMessageId: id };

test('what was submitted before a restart is answered after it', () => {
  const memory = new CommandMemory();
  memory.restore(result);
  assert.deepEqual(memory.find(send), { outcome: { submitted: { providerMessageId: id } } });
});

test('what WhatsApp never confirmed is carried out again when it is given again, long after; what it has is not', () => {
  let now = 0;
  const memory = new CommandMemory(100, () => now);
  memory.finish({ ...send, commandId: 1 }, { submitted: result.submitted });
  now = 239_000;
  assert.notEqual(memory.find(send), null);
  now = 241_000;
  assert.equal(memory.find(send), null);
  memory.finish(send, { submitted: result.submitted });
  memory.acked(refusal);
  now = 10_000_000;
  assert.notEqual(memory.find({ ...send, commandId: 3 }), null);
});

test('what WhatsApp refused before a restart is carried out again, whether its ack came after the answer or before', () => {
  const after = new CommandMemory();
  after.restore(result);
  after.gaveUp(refusal);
  assert.equal(after.find(send), null);
  const before = new CommandMemory();
  before.gaveUp(refusal);
  before.restore(result);
  assert.equal(before.find(send), null);
  // Taken when it was given once more, and kept: one refusal is of one answer.
  before.restore({ ...result, commandId: 2 });
  assert.notEqual(before.find({ ...send, commandId: 3 }), null);
});

test('a refusal whose answer the journal does not hold any more is not taken for that of the next attempt', () => {
  const memory = new CommandMemory();
  // The answer was confirmed, and forgotten, before the ack was.
  memory.gaveUp(refusal);
  memory.restored();
  assert.equal(memory.find(send), null);
  memory.begin(send);
  memory.finish(send, { submitted: result.submitted });
  assert.notEqual(memory.find({ ...send, commandId: 3 }), null);
});

test('a refusal that comes before the answer is kept for it, and no longer', () => {
  const memory = new CommandMemory();
  memory.restored();
  memory.begin(send);
  memory.gaveUp(refusal);
  memory.finish(send, { submitted: result.submitted });
  assert.equal(memory.find({ ...send, commandId: 3 }), null);
  // Of a message that is none of ours, while one is under way: it means none of ours later either.
  const other = { ...send, clientMessageId: '3EB0000000000000000002' };
  memory.begin(other);
  memory.gaveUp(refusal);
  memory.finish(other, { submitted: { providerMessageId: other.clientMessageId } });
  memory.finish({ ...send, commandId: 4 }, { submitted: result.submitted });
  assert.notEqual(memory.find({ ...send, commandId: 5 }), null);
  // And while nothing is.
  memory.gaveUp({ ...refusal, providerMessageId: 'A' });
  memory.finish({ ...send, commandId: 6, clientMessageId: 'B' }, { submitted: { providerMessageId: 'A' } });
  assert.notEqual(memory.find({ ...send, commandId: 7, clientMessageId: 'B' }), null);
});
