// What WhatsApp says by itself, as rpcd is told of it: acks and receipts of messages that went out, messages that came in,
// restrictions of the account.
import { withDeadline } from '../../core/failure.js';
import { COLD, STATUSES } from './codes.js';
import { incomingOf } from './incoming.js';
import { keyOf } from './kinds.js';

// Ids as rpcd makes them; what the owner sends from the phone has others.
const OURS = /^3EB0[0-9A-F]{18}$/;
const MOST = 1000;
// A burst of refused messages is one question about how long.
const ASKED_MS = 60_000;

export class Reports {
  #sink;
  #acks;
  #callMs;
  #log;
  #failed = new Set();
  #received = new Map();
  #asked = null;
  #until = null;

  constructor({ sink, acks, callMs, log }) {
    this.#sink = sink;
    this.#acks = acks;
    this.#callMs = callMs;
    this.#log = log;
  }

  /** A message is about to go out, maybe once more: what was said of it before is over. */
  begins(id) {
    this.#failed.delete(id);
  }

  /** The server's ack to a message, good or bad, which the library lets nobody see but by its socket. */
  async ack({ id, error, t }, socket) {
    if (!OURS.test(id)) return;
    const at = t ? new Date(Number(t) * 1000) : new Date();
    if (!error) {
      this.#hear({ providerMessageId: id, state: 'server', at });
      return;
    }
    remember(this.#failed, id);
    // How long it lasts comes first: by that rpcd knows when to try again.
    if (String(error) === COLD) await this.#askTimelock(socket);
    this.#hear({ providerMessageId: id, state: 'error', at, engineCode: String(error) });
  }

  status(updates) {
    for (const { key, update } of updates) {
      if (!key?.fromMe || !OURS.test(key.id)) continue;
      const at = new Date();
      const { status } = update ?? {};
      // The library tells of a bad ack here as well: once is enough.
      if (status === 0 && !this.#failed.has(key.id)) {
        remember(this.#failed, key.id);
        const [engineCode = ''] = update.messageStubParameters ?? [];
        this.#hear({ providerMessageId: key.id, state: 'error', at, engineCode: String(engineCode) });
      } else if (STATUSES[status]) this.#hear({ providerMessageId: key.id, state: STATUSES[status], at });
    }
  }

  receipts(updates) {
    for (const { key, receipt } of updates) {
      if (!key?.fromMe || !OURS.test(key.id) || !receipt) continue;
      const times = { delivered: receipt.receiptTimestamp, read: receipt.readTimestamp, played: receipt.playedTimestamp };
      for (const [state, seconds] of Object.entries(times)) {
        if (seconds) this.#hear({ providerMessageId: key.id, state, at: new Date(Number(seconds) * 1000) });
      }
    }
  }

  /** @returns {Promise<number>} How many of them were told, when they are safe. */
  async received(messages) {
    let told = 0;
    for (const message of messages) {
      const incoming = this.#read(message);
      if (!incoming) continue;
      this.#received.set(incoming.providerMessageId, message);
      if (this.#received.size > MOST) this.#received.delete(this.#received.keys().next().value);
      await this.#sink.incoming(incoming);
      told++;
    }
    return told;
  }

  // One that cannot be read takes none of those with it that came in the same breath.
  #read(message) {
    try {
      return incomingOf(message);
    } catch (error) {
      this.#log.warn('engine.message_unread', { error });
      return null;
    }
  }

  /** A message to quote: as it came, or as much as is known of it. */
  quotable(id, jid, known = { fromMe: OURS.test(id) }) {
    return this.#received.get(id) ?? { key: keyOf(jid, { ...known, messageId: id }), message: { conversation: known.text ?? '' } };
  }

  /** By which the library knows a message that came in: the key that it came with, or one made of what is known. */
  keyOf(known, jid) {
    const key = this.#received.get(known.messageId)?.key;
    // Who writes chooses the id: in a group it is the one only where it was written there.
    return key && (!jid.endsWith('@g.us') || key.remoteJid === jid) ? key : keyOf(jid, known);
  }

  timelock({ isActive, timeEnforcementEnds }) {
    const until = isActive ? new Date(timeEnforcementEnds) : null;
    if (!until || Number.isNaN(until.getTime()) || until.getTime() === this.#until) return;
    this.#until = until.getTime();
    this.#sink.restriction({ kind: 'reach_out_timelock', until });
  }

  capping(info) {
    if (info?.capping_status !== 'CAPPED') return;
    const ends = Number(info.cycle_end_timestamp);
    this.#sink.restriction({ kind: 'new_chat_cap', until: ends > 0 ? new Date(ends * 1000) : undefined,
      used: Number(info.used_quota) || 0, total: Number(info.total_quota) || 0 });
  }

  async #askTimelock(socket) {
    if (typeof socket.fetchAccountReachoutTimelock !== 'function') return;
    if (this.#asked === null || performance.now() - this.#asked.at > ASKED_MS) {
      const late = () => new Error('no answer');
      const answer = withDeadline(socket.fetchAccountReachoutTimelock(), this.#callMs, late);
      this.#asked = { at: performance.now(), done: answer.then((lock) => { if (lock) this.timelock(lock); }) };
    }
    await this.#asked.done.catch((error) => this.#log.debug('engine.timelock_unknown', { error }));
  }

  #hear(ack) {
    this.#acks.heard(ack);
  }
}

function remember(set, id) {
  set.add(id);
  if (set.size > MOST) set.delete(set.values().next().value);
}
