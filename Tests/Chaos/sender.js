// The callers of a round: texts at a steady rate to several recipients of several sessions, each repeated with its
// idempotency key until it is answered OK, as a caller does who must not lose one; some are called back, some are for
// later, some only for a moment, some are asked for once more; and strangers who write to the accounts. What was answered OK is remembered, and rpcd is held to it.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../bridge/client/index.js';

// What a caller answers by asking again: the server went, or was too busy, or did not answer in time.
const AGAIN = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'RESOURCE_EXHAUSTED', 'ABORTED', 'CANCELLED']);
// A session that WhatsApp logged out takes nothing before its owner has linked it anew.
const AWAY = new Set(['SESSION_LOGGED_OUT', 'SESSION_NOT_CONNECTED']);
const CALL_MS = 2_000;
const PATIENCE_MS = 90_000;

export class Sender {
  /** Answered OK: key → {id, clientMessageId, session, recipient, text, scheduled, expires}. */
  accepted = new Map();
  /** Called back, as rpcd said: ids. */
  cancelled = new Set();
  /** Came in, by the hand of a stranger: {session, id, from, text}. */
  incoming = [];
  faults = [];
  tries = 0;
  #clients;
  #chance;
  #sessions;
  #journal;
  #recipients;

  constructor({ endpoint, key, sessions, chance, network, recipients }) {
    this.#clients = Array.from({ length: 3 }, () => createClient({ endpoint, apiKey: key }));
    this.#chance = chance;
    this.#sessions = sessions;
    this.#recipients = recipients;
    this.#journal = path.join(network, 'network.jsonl');
  }

  /** Sends so many, about `rate` a second, `atOnce` under way at most. */
  async run(count, { rate, atOnce, onAccepted }) {
    const under = new Set();
    let due = performance.now();
    for (let number = 0; number < count; number++) {
      due = Math.max(due, performance.now() - 200) + 1000 / rate;
      if (due > performance.now()) await sleep(due - performance.now());
      while (under.size >= atOnce) await Promise.race(under);
      const one = this.#one(number).then(() => onAccepted(this.accepted.size)).finally(() => under.delete(one));
      under.add(one);
      if (this.#chance.is(0.05)) this.#writeIn();
    }
    await Promise.all(under);
  }

  close() {
    for (const client of this.#clients) client.close();
  }

  async #one(number) {
    const chance = this.#chance.of(number);
    const session = chance.pick(this.#sessions);
    const scheduled = chance.is(0.04);
    const recipient = `+49151${scheduled ? 9 : 1}00000${chance.whole(0, this.#recipients - 1)}`;
    const text = `text ${number}`;
    const key = `chaos-${number}`;
    const request = { sessionId: session, recipient, message: text, idempotencyKey: key };
    const expires = !scheduled && chance.is(0.03);
    if (expires) request.expiresAt = new Date(Date.now() + chance.whole(300, 2000));
    if (scheduled) request.scheduledAt = new Date(Date.now() + chance.whole(100, 1500));
    const message = await this.#until(`the acceptance of ${key}`, (client) =>
      client.messages.sendText(request, { timeoutMs: CALL_MS, waitForReady: true }), { mayBeLate: expires });
    if (!message) return;
    const { id, clientMessageId } = message;
    this.accepted.set(key, { id, clientMessageId, session, recipient, text, scheduled, expires });
    if (chance.is(0.03)) await this.#cancel(id);
    // May be too late, or too soon.
    if (chance.is(0.03)) await this.#clients[0].messages.retryMessage({ id }, { timeoutMs: CALL_MS }).catch(() => {});
    // Once more, as after an answer that was lost: the same message.
    if (chance.is(0.03)) {
      const again = await this.#until(`the repeat of ${key}`, (client) =>
        client.messages.sendText(request, { timeoutMs: CALL_MS, waitForReady: true }));
      if (again && again.id !== id) this.faults.push(`${key} was accepted twice, as ${id} and ${again.id}`);
    }
  }

  async #cancel(id) {
    const answer = await this.#until(`the cancelling of ${id}`, async (client) => {
      try {
        return await client.messages.cancelMessage({ id }, { timeoutMs: CALL_MS, waitForReady: true });
      } catch (error) {
        if (error.reason === 'MESSAGE_NOT_CANCELLABLE') return { status: 'no' };
        throw error;
      }
    });
    // Where an attempt may have gone out nobody says that it has not: it is failed then, and that is why.
    const mayHaveGone = answer?.status === 'MESSAGE_STATUS_FAILED' && answer.errorCode === 'OUTCOME_UNKNOWN';
    if (answer?.status === 'MESSAGE_STATUS_CANCELLED' || mayHaveGone) this.cancelled.add(id);
  }

  async #until(what, call, { mayBeLate = false } = {}) {
    const end = performance.now() + PATIENCE_MS;
    for (let tries = 0; ; tries++) {
      this.tries++;
      try {
        return await call(this.#clients[tries % this.#clients.length]);
      } catch (error) {
        // Nobody was there to accept it while it was worth it; had it been accepted, this would be that answer.
        if (mayBeLate && error.violations?.some(({ field }) => field === 'expires_at')) return null;
        const said = `${error.code} ${error.reason ?? ''} ${error.message}`;
        if (!AGAIN.has(error.code) && !AWAY.has(error.reason) && !String(error.code).startsWith('ECONN') && error.code !== 'ENOENT') {
          this.faults.push(`${what}: a wrong answer: ${said}`);
          return null;
        }
        if (performance.now() > end) {
          this.faults.push(`${what} took too long; the last answer: ${said}`);
          return null;
        }
        await sleep(10 + Math.min(tries, 10) * 5);
      }
    }
  }

  #writeIn() {
    const session = this.#chance.pick(this.#sessions);
    const number = this.incoming.length + 1;
    const message = { session, id: `IN${number}`, from: `+49160000000${number % 7}`, text: `answer ${number}` };
    this.incoming.push(message);
    fs.appendFileSync(this.#journal, `${JSON.stringify({ at: new Date().toISOString(), event: 'incoming', ...message })}\n`);
  }
}
