// What was promised, held against three witnesses: the network's journal (what really went out), the rows (what rpcd says
// became of it), the events (what it told whoever watched). Pure: evidence in, list of faults out.
import crypto from 'node:crypto';
import { handedAt, linkedSince, timeOf } from './links.js';

const short = (status) => String(status).replace('MESSAGE_STATUS_', '').toLowerCase();
const RISING = ['submitted', 'sent', 'delivered', 'read', 'played'];
const RANK = { server: 'sent', delivered: 'delivered', read: 'read', played: 'played' };

/**
 * @param {object} evidence
 * @param {Map} evidence.accepted What callers were told OK, by idempotency key.
 * @param {Set} evidence.cancelled Ids that callers were told to be called back.
 * @param {Map} evidence.resolved What a person said of messages of unknown outcome, by id: `sent`, `failed`, `resend`.
 * @param {object[]} evidence.incoming What strangers wrote.
 * @param {object[]} evidence.rows All messages, as ListMessages has them.
 * @param {object[]} evidence.journal The network's journal.
 * @param {object[]} evidence.events All events, replayed.
 * @param {string[]} evidence.seen Cursors that somebody saw who watched all the time.
 * @param {object} evidence.counts How many rows ListMessages says there are, by status.
 * @param {number} evidence.attempts How often a message may be given out.
 * @returns {{faults: string[], ends: object}}
 */
export function judge(evidence) {
  const faults = [];
  const network = readJournal(evidence.journal, faults);
  const rows = new Map(evidence.rows.map((row) => [row.id, row]));
  const ends = {};
  for (const { status } of evidence.rows) ends[short(status)] = (ends[short(status)] ?? 0) + 1;
  nothingIsLost(evidence, rows, faults);
  nothingIsSentTwice(network, rows, faults);
  const timelines = timelinesOf(evidence.events);
  const isOfOldLink = ({ id, sessionId }) => linkedSince(evidence.journal, sessionId, handedAt(timelines.get(id) ?? []));
  rowsSayWhatHappened(evidence, network, isOfOldLink, faults);
  orderIsKept(evidence, network, faults);
  everyChangeIsTold(evidence, timelines, rows, faults);
  doubtIsExplained(evidence, timelines, isOfOldLink, faults);
  nothingIsSkipped(evidence, faults);
  whatCameInIsThere(evidence, faults);
  countsAreRight(evidence, ends, faults);
  return { faults, ends, repeats: network.repeats };
}

/** Ids whose acks a bridge took from the network, on its disk since, and that the row does not tell of yet. */
export function untold(rows, journal) {
  const { acks } = readJournal(journal, []);
  return rows.filter((row) => RISING.includes(short(row.status))
    && RISING.indexOf(short(row.status)) < rankOf(acks.get(row.clientMessageId))).map(({ id }) => id);
}

// The best of what the network handed out, which is on the disk of the bridge that took it.
function bestOf(heard = []) {
  return ['played', 'read', 'delivered', 'server'].find((state) => heard.includes(state));
}

function rankOf(heard) {
  const best = bestOf(heard);
  return best ? RISING.indexOf(RANK[best]) : 0;
}

// Also: who has lost an account to another connection says nothing through it any more.
function readJournal(journal, faults) {
  const network = { sent: new Map(), refused: new Set(), acks: new Map(), order: [], repeats: 0 };
  const epochs = new Map();
  const holders = new Map();
  for (const line of journal) {
    const { event, session, epoch, id } = line;
    if (event === 'opened') {
      if (epoch < (epochs.get(session) ?? 0)) {
        faults.push(`fencing: session ${session} was opened at epoch ${epoch} after ${epochs.get(session)}`);
      }
      if (epoch) epochs.set(session, Math.max(epoch, epochs.get(session) ?? 0));
      holders.set(session, line.instance);
    }
    if (event === 'message' || event === 'repeat') {
      if (epoch < epochs.get(session) || holders.get(session) !== line.instance) {
        faults.push(`fencing: ${id} went out through ${line.bridge} at epoch ${epoch} of session ${session}, which ${
          holders.get(session)} holds at ${epochs.get(session)}`);
      }
    }
    if (event === 'message') {
      // What WhatsApp refused is given out once more, and of the first time only the order can be asked for.
      if (!network.sent.has(id)) network.order.push(line);
      network.sent.set(id, [...network.sent.get(id) ?? [], line]);
    } else if (event === 'repeat') {
      network.repeats++;
      if (line.differs) faults.push(`${id} was repeated with another text`);
    } else if (event === 'ack') {
      network.acks.set(id, [...network.acks.get(id) ?? [], line.state]);
      // Nobody has that one. Through the same link the next is a repeat; through a new one it is a message like any other.
      if (line.state === 'error') network.refused.add(network.sent.get(id)?.at(-1));
    }
  }
  return network;
}

function nothingIsLost({ accepted, rows: list, missing = [] }, rows, faults) {
  for (const key of missing) faults.push(`lost: ${key} was never answered`);
  const ids = new Set();
  for (const [key, { id, clientMessageId, text, recipient, session }] of accepted) {
    ids.add(id);
    const row = rows.get(id);
    if (!row) faults.push(`lost: ${key} was answered OK with id ${id}, and is not there`);
    else if (row.clientMessageId !== clientMessageId || row.content !== text || row.recipient !== recipient
      || row.sessionId !== session) faults.push(`lost: ${key} is another message now: ${JSON.stringify(row)}`);
  }
  for (const row of list) {
    if (row.direction === 'MESSAGE_DIRECTION_OUTBOUND' && !ids.has(row.id)) {
      faults.push(`doubled: message ${row.id} (${row.content}) was accepted, and no caller knows of it`);
    }
  }
}

function nothingIsSentTwice({ sent, refused }, rows, faults) {
  const byClientID = new Map([...rows.values()].map((row) => [row.clientMessageId, row]));
  for (const [id, lines] of sent) {
    const times = lines.filter((line) => !refused.has(line)).length;
    if (times > 1) faults.push(`doubled: ${id} went out ${times} times`);
    const row = byClientID.get(id);
    const [{ recipient, session, text_sha256: digest }] = lines;
    if (!row) faults.push(`${id} went out, and nobody knows of it`);
    else if (row.recipient !== recipient || row.sessionId !== session
      || crypto.createHash('sha256').update(row.content).digest('hex') !== digest) {
      faults.push(`${id} went out as something else: ${JSON.stringify(lines[0])}`);
    }
  }
}

function rowsSayWhatHappened({ accepted, rows, cancelled, resolved = new Map(), attempts }, { sent, acks }, isOfOldLink, faults) {
  const forAMoment = new Set([...accepted.values()].filter(({ expires }) => expires).map(({ id }) => id));
  for (const row of rows) {
    if (row.direction !== 'MESSAGE_DIRECTION_OUTBOUND') continue;
    const status = short(row.status);
    const went = sent.has(row.clientMessageId);
    const said = `message ${row.id} (${row.clientMessageId}) is ${status} ${row.errorCode} after ${row.attempts} attempts`;
    const heard = acks.get(row.clientMessageId) ?? [];
    const best = bestOf(heard);
    if (went && heard.includes('error') && status === 'failed' && row.errorCode) continue;
    // Refused by the network, and its time was over before it could be sent once more: nobody has it.
    if (went && heard.at(-1) === 'error' && status === 'expired' && forAMoment.has(row.id)) continue;
    // Nothing was heard of it through the link that it went out on, and nobody will hear more of it.
    if (went && heard.length === 0 && status === 'failed' && row.errorCode === 'OUTCOME_UNKNOWN' && isOfOldLink(row)) continue;
    // A bridge that dies just after it took an ack has it on disk, and the network does not know: it gives it out anew.
    if (went && RISING.indexOf(status) < rankOf(heard)) {
      faults.push(`untold: ${said}, and it went out${best ? `, and was ${best}` : ''}`);
    }
    if (went) continue;
    if (cancelled.has(row.id) && (status === 'cancelled' || (status === 'failed' && row.errorCode === 'OUTCOME_UNKNOWN'))) continue;
    if (status === 'failed' && row.errorCode && row.attempts >= attempts) continue;
    if (status === 'failed' && resolved.get(row.id) === 'failed') continue;
    // Where it was given out, it cannot be said that it has not gone.
    if (forAMoment.has(row.id) && (status === 'expired' || row.errorCode === 'OUTCOME_UNKNOWN')) continue;
    const how = ['failed', 'cancelled', 'expired'].includes(status) ? 'unexplained' : 'lost';
    faults.push(`${how}: ${said}, and it never went out`);
  }
}

// Messages to one recipient go out in the order of their acceptance, which is that of their ids; those for later have
// recipients of their own here.
function orderIsKept({ accepted, rows }, { order }, faults) {
  const ids = new Map(rows.map((row) => [row.clientMessageId, row.id]));
  const scheduled = new Set([...accepted.values()].filter((one) => one.scheduled).map(({ id }) => id));
  const last = new Map();
  for (const { id: clientID, session, recipient } of order) {
    const id = ids.get(clientID);
    if (id === undefined || scheduled.has(id)) continue;
    const line = `${session} to ${recipient}`;
    if ((last.get(line) ?? 0) > id) faults.push(`order: ${id} went out after ${last.get(line)}, session ${line}`);
    last.set(line, Math.max(id, last.get(line) ?? 0));
  }
}

// The timeline of each message is whole: it begins with the acceptance, each change goes on from the one before, and the
// last one is where the message stands. What a bridge answers counts from the one only that was given it, successes apart.
function everyChangeIsTold({ rows }, timelines, byID, faults) {
  for (const row of rows) {
    const timeline = timelines.get(row.id) ?? [];
    const story = () => told(timeline);
    if (timeline.length === 0) {
      faults.push(`untold: no event of message ${row.id}`);
      continue;
    }
    let at = timeline[0].to;
    let holder = '';
    for (const { from, to, cause, bridge } of timeline.slice(1)) {
      if (from !== at) faults.push(`untold: message ${row.id} jumps from ${short(at)} to ${short(from)}: ${story()}`);
      at = to;
      if (cause === 'handed_to_bridge') holder = bridge;
      if (cause === 'retry' && bridge !== holder) {
        faults.push(`fencing: ${bridge} answered for ${holder}: ${row.id}: ${story()}`);
      }
    }
    if (at !== row.status) {
      faults.push(`untold: message ${row.id} is ${short(row.status)}, its events end with ${short(at)}: ${story()}`);
    }
  }
  for (const id of timelines.keys()) if (!byID.has(id)) faults.push(`events tell of message ${id}, which is not there`);
}

// A message is of unknown outcome with the reason for it, a person is asked only where the link that it was given out on is
// over, and what was given out on that one is not given out on another unless a person wants it.
function doubtIsExplained({ rows, journal, resolved = new Map() }, timelines, isOfOldLink, faults) {
  for (const row of rows) {
    const timeline = timelines.get(row.id) ?? [];
    for (const [index, entry] of timeline.entries()) {
      const { from, to, cause, reason } = entry;
      if (short(to) === 'unknown' && from !== to && reason !== 'OUTCOME_UNKNOWN') {
        faults.push(`unexplained: message ${row.id} is of unknown outcome without a reason: ${told(timeline)}`);
      }
      if (cause !== 'same_id_is_safe') continue;
      const handed = handedAt(timeline.slice(0, index));
      if (linkedSince(journal, row.sessionId, handed, timeOf(entry))) {
        faults.push(`link: message ${row.id} was given out, and again after its session was linked anew: ${told(timeline)}`);
      }
    }
    if (resolved.get(row.id) && resolved.get(row.id) !== 'resend' && !isOfOldLink(row)) {
      faults.push(`unexplained: a person had to resolve message ${row.id}, whose link is the same as ever: ${told(timeline)}`);
    }
  }
}

function timelinesOf(events) {
  const timelines = new Map();
  for (const { messageId, message } of events) {
    if (message?.entry) timelines.set(messageId, [...timelines.get(messageId) ?? [], message.entry]);
  }
  return timelines;
}

function told(timeline) {
  return timeline.map(({ from, to, cause, bridge }) => `${short(from)}→${short(to)} ${cause} ${bridge}`).join(', ');
}

function nothingIsSkipped({ events, seen }, faults) {
  const all = events.map(({ cursor }) => cursor);
  if (seen.length !== all.length || seen.some((cursor, index) => cursor !== all[index])) {
    const missed = all.filter((cursor) => !seen.includes(cursor)).length;
    faults.push(`events: a watcher saw ${seen.length} of ${all.length}, missed ${missed}, ${
      seen.length - new Set(seen).size} of them twice`);
  }
}

function whatCameInIsThere({ incoming, rows }, faults) {
  const times = new Map();
  for (const row of rows) {
    if (row.direction !== 'MESSAGE_DIRECTION_INBOUND') continue;
    const name = `${row.sessionId}/${row.providerMessageId}/${row.content}`;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  for (const { session, id, text } of incoming) {
    const count = times.get(`${session}/${id}/${text}`) ?? 0;
    if (count !== 1) faults.push(`incoming: ${id} of session ${session} is there ${count} times`);
  }
}

function countsAreRight({ counts }, ends, faults) {
  for (const [status, count] of Object.entries(counts)) {
    const there = ends[status] ?? 0;
    if (there !== count) faults.push(`counts: ${count} ${status} by the count, ${there} by the rows`);
  }
}
