// The judge itself: it finds nothing where every promise was kept, and each broken one by its name.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import test from 'node:test';
import { judge, untold } from './judge.js';

const digest = (text) => crypto.createHash('sha256').update(text).digest('hex');
const status = (word) => `MESSAGE_STATUS_${word.toUpperCase()}`;

/** Two messages to one recipient that were delivered, one that was called back, one that came in. */
function kept() {
  const send = (id) => ({ id, clientMessageId: `M${id}`, session: 1, recipient: '+1', text: `text ${id}`, scheduled: false });
  const row = (id, word, more) => ({ id, clientMessageId: `M${id}`, sessionId: 1, recipient: '+1', content: `text ${id}`,
    direction: 'MESSAGE_DIRECTION_OUTBOUND', status: status(word), errorCode: '', attempts: 1, providerMessageId: `M${id}`, ...more });
  const line = (event, more) => ({ event, bridge: 'b1', instance: 'i1', session: 1, ...more });
  const message = (id) => line('message', { epoch: 1, id: `M${id}`, recipient: '+1', text_sha256: digest(`text ${id}`) });
  const entry = (cursor, messageId, from, to, cause, bridge = '') =>
    ({ cursor, messageId, message: { entry: { from: status(from), to: status(to), cause, bridge } } });
  const events = [];
  for (const id of [1, 2]) {
    const steps = [['unspecified', 'pending', 'accepted'], ['pending', 'dispatched', 'handed_to_bridge', 'b1'],
      ['dispatched', 'delivered', 'ack', 'b1']];
    for (const step of steps) events.push(entry(`c${events.length}`, id, ...step));
  }
  events.push(entry('c6', 3, 'unspecified', 'pending', 'accepted'), entry('c7', 3, 'pending', 'cancelled', 'cancelled'),
    entry('c8', 4, 'unspecified', 'delivered', 'received'));
  return {
    accepted: new Map([1, 2, 3].map((id) => [`k${id}`, send(id)])), cancelled: new Set([3]), attempts: 8,
    incoming: [{ session: 1, id: 'IN1', text: 'hi' }],
    rows: [row(1, 'delivered'), row(2, 'delivered'), row(3, 'cancelled', { attempts: 0 }),
      row(4, 'delivered', { direction: 'MESSAGE_DIRECTION_INBOUND', clientMessageId: '', providerMessageId: 'IN1', content: 'hi' })],
    journal: [line('opened', { epoch: 1, connection: 'c' }), message(1), message(2), line('ack', { id: 'M1', state: 'server' }),
      line('ack', { id: 'M1', state: 'delivered' }), line('ack', { id: 'M2', state: 'delivered' })],
    events, seen: events.map(({ cursor }) => cursor), counts: { delivered: 3, cancelled: 1, pending: 0 },
  };
}

test('nothing is found where every promise was kept', () => {
  assert.deepEqual(judge(kept()).faults, []);
});

test('what the network refused may fail, or its time may be over before it goes out once more', () => {
  for (const end of [{ status: status('failed'), errorCode: 'ENGINE_ERROR' }, { status: status('expired') }]) {
    const all = kept();
    all.journal = all.journal.filter(({ event, id }) => event !== 'ack' || id !== 'M1');
    all.journal.push({ event: 'ack', bridge: 'b1', instance: 'i1', session: 1, id: 'M1', state: 'error' });
    Object.assign(all.rows[0], end);
    Object.assign(all.accepted.get('k1'), { expires: true });
    all.events[2].message.entry = { from: status('dispatched'), to: end.status, cause: 'error_ack', bridge: 'b1' };
    all.counts = { delivered: 2, cancelled: 1, pending: 0 };
    assert.deepEqual(judge(all).faults, []);
  }
});

const broken = {
  'an acknowledged message is not there': [/^lost: k1/, (all) => { all.rows.shift(); }],
  'a message was accepted twice': [/^doubled: message 9/, (all) => { all.rows.push({ ...all.rows[0], id: 9 }); }],
  'a message went out twice': [/^doubled: M1/, (all) => { all.journal.push(all.journal[1]); }],
  'a message went out to somebody else': [/as something else/, (all) => { all.journal[1].recipient = '+2'; }],
  'an ack was forgotten': [/^untold: message 1 .* sent/, (all) => { all.rows[0].status = status('sent'); }],
  'what was delivered is said to have expired': [/^untold: message 1 .* expired/, (all) => {
    all.rows[0].status = status('expired');
    all.accepted.get('k1').expires = true;
  }],
  'a message never went out': [/^lost: message 1/, (all) => { all.journal.splice(1, 1); }],
  'a message failed without a reason': [/^unexplained: message 3/, (all) => { all.rows[2].status = status('failed'); }],
  'two messages changed places': [/^order: 1 went out after 2/, (all) => {
    [all.journal[1], all.journal[2]] = [all.journal[2], all.journal[1]];
  }],
  'who lost the session went on sending': [/^fencing: M1/, (all) => {
    all.journal.splice(1, 0, { event: 'opened', bridge: 'b2', instance: 'i2', session: 1, epoch: 2 });
  }],
  'an older epoch was opened after a newer one': [/^fencing: session 1 was opened/, (all) => {
    all.journal.unshift({ event: 'opened', bridge: 'b2', instance: 'i2', session: 1, epoch: 2 });
  }],
  'who was not given a message answered for it': [/^fencing: b2 answered/, (all) => {
    all.events[2].message.entry = { from: status('dispatched'), to: status('pending'), cause: 'retry', bridge: 'b2' };
  }],
  'a change was told to nobody': [/^untold: message 1/, (all) => { all.events.splice(1, 1); }],
  'a watcher missed something': [/^events: .* missed 1/, (all) => { all.seen.splice(3, 1); }],
  'what came in is not there': [/^incoming: IN1/, (all) => { all.rows.pop(); }],
  'the counts are wrong': [/^counts: 3 delivered/, (all) => { all.rows[3].status = status('read'); }],
};

for (const [name, [pattern, spoil]] of Object.entries(broken)) {
  test(`it is found where ${name}`, () => {
    const evidence = kept();
    spoil(evidence);
    const { faults } = judge(evidence);
    assert.ok(faults.some((fault) => pattern.test(fault)), `${pattern} is not in ${JSON.stringify(faults)}`);
  });
}

test('who waits for acks is told whose are on their way', () => {
  const { rows, journal } = kept();
  assert.deepEqual(untold(rows, journal), []);
  rows[0].status = status('sent');
  assert.deepEqual(untold(rows, journal), [1]);
  rows[0].status = status('failed');
  assert.deepEqual(untold(rows, journal), [], 'an end that is none of an ack waits for nothing');
});
