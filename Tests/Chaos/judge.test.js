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

test('what the network refused may go out once more, as a new message where the session was linked anew', () => {
  const all = kept();
  const refusal = { event: 'ack', bridge: 'b1', instance: 'i1', session: 1, id: 'M1', state: 'error' };
  all.journal.splice(3, 0, refusal, { ...all.journal[1] });
  assert.deepEqual(judge(all).faults, []);
  all.journal.splice(5, 0, { ...all.journal[1] });
  assert.match(judge(all).faults.join(), /^doubled: M1 went out 2 times/);
});

test('what may have gone out when it was cancelled is failed, because nobody can say', () => {
  const all = kept();
  Object.assign(all.rows[2], { status: status('failed'), errorCode: 'OUTCOME_UNKNOWN', attempts: 1 });
  all.events[7].message.entry.to = status('failed');
  all.counts = { delivered: 3, failed: 1, pending: 0 };
  assert.deepEqual(judge(all).faults, []);
  all.cancelled.clear();
  assert.match(judge(all).faults.join(), /^unexplained: message 3/);
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

/** Message 1 went out or not, its outcome was lost with the link, and its session was linked anew; then `steps` follow. */
function relinked({ went, end, steps = [], errorCode = '', resolved }) {
  const all = kept();
  const at = (second) => ({ seconds: second, nanos: 0 });
  const entry = (from, to, cause, second, more) =>
    ({ from: status(from), to: status(to), cause, bridge: 'b1', at: at(second), reason: '', ...more });
  const timeline = [entry('unspecified', 'pending', 'accepted', 1), entry('pending', 'dispatched', 'handed_to_bridge', 2),
    entry('dispatched', 'unknown', 'bridge_lost', 3, { reason: 'OUTCOME_UNKNOWN' }),
    ...steps.map((step, index) => entry(...step.slice(0, 3), 11 + index, step[3]))];
  all.events.splice(0, 3, ...timeline.map((one, index) => ({ cursor: `r${index}`, messageId: 1, message: { entry: one } })));
  all.seen = all.events.map(({ cursor }) => cursor);
  all.journal = all.journal.filter(({ id, event }) => id !== 'M1' || (went && event === 'message'));
  const link = (second) => ({ event: 'linked', bridge: 'b1', instance: 'i1', session: 1, at: new Date(second * 1000).toISOString() });
  all.journal.unshift(link(0));
  all.journal.push(link(10));
  Object.assign(all.rows[0], { status: status(end), errorCode });
  all.counts = Object.fromEntries(all.rows.map((row) => [row.status.slice(15).toLowerCase(),
    all.rows.filter((other) => other.status === row.status).length]));
  all.resolved = new Map(resolved ? [[1, resolved]] : []);
  return all;
}

const sent = ['unknown', 'sent', 'resolved_sent'];
const failed = ['unknown', 'failed', 'resolved_failed', { reason: 'OUTCOME_UNKNOWN' }];
const overdue = ['unknown', 'failed', 'expired', { reason: 'OUTCOME_UNKNOWN' }];
const explained = {
  'a person saw it on the phone': { went: true, end: 'sent', steps: [sent], resolved: 'sent' },
  'a person saw that it is not there': { went: false, end: 'failed', steps: [failed], errorCode: 'OUTCOME_UNKNOWN', resolved: 'failed' },
  'its time was over before anybody knew': { went: true, end: 'failed', steps: [overdue], errorCode: 'OUTCOME_UNKNOWN' },
};
for (const [name, given] of Object.entries(explained)) {
  test(`what was lost with a link that ended may be unknown: ${name}`, () => assert.deepEqual(judge(relinked(given)).faults, []));
}

const doubted = {
  'it is still unknown': [/^lost: message 1 .* unknown/, { went: false, end: 'unknown' }],
  'it went out, and is called failed by a person': [/^untold: message 1/, { went: true, end: 'failed', steps: [failed], resolved: 'failed', errorCode: 'OUTCOME_UNKNOWN' },
    (all) => { all.journal.push({ ...all.journal.find(({ id }) => id === 'M1'), event: 'ack', state: 'server' }); }],
  'it goes out through the new link as well': [/^doubled: M1/, { went: true, end: 'sent', steps: [sent], resolved: 'sent' },
    (all) => { all.journal.push(all.journal.find(({ id }) => id === 'M1')); }],
  'it is given out through the new link, though nobody wants it': [/^link: message 1 was given out/, { went: false, end: 'pending',
    steps: [['unknown', 'pending', 'same_id_is_safe']] }],
  'its outcome is unknown without a reason': [/^unexplained: message 1 is of unknown/, { went: true, end: 'sent', steps: [sent], resolved: 'sent' },
    (all) => { all.events[2].message.entry.reason = ''; }],
  'a person is asked though the link is the same': [/^unexplained: a person had to resolve message 1/, { went: true, end: 'sent', steps: [sent],
    resolved: 'sent' }, (all) => { all.journal.pop(); }],
  'it failed without anybody having said so': [/^unexplained: message 1 .* failed/, { went: false, end: 'failed', steps: [failed], errorCode: 'OUTCOME_UNKNOWN' }],
};
for (const [name, [pattern, given, spoil = () => {}]] of Object.entries(doubted)) {
  test(`of a link that ended it is found where ${name}`, () => {
    const evidence = relinked(given);
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
