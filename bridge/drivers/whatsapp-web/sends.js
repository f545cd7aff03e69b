// What this bridge has begun to send, and what became of it, for an engine that would send a repeat as a second message.
// A send is written down and synced before the library is called (its intent), and its end after: done with the id that
// WhatsApp gave it, or failed. An intent without an end is looked for in the chat; it is never sent again on a guess.
import crypto from 'node:crypto';
import { Lines } from '../shared/lines.js';

const MOST_DONE = 20_000;

export class Sends {
  #lines;
  /** session/message → {session, command, epoch, message, recipient, kind, digest, file, at, state, id, told} */
  #sends = new Map();
  #ids = new Map();

  /** @param {string} file */
  static async open(file, { compactAt } = {}) {
    const sends = new Sends();
    sends.#lines = await Lines.open(file, { each: (record) => sends.#apply(record), needed: () => sends.#needed(), compactAt });
    return sends;
  }

  get tornBytes() {
    return this.#lines.tornBytes;
  }

  /** What is known of a message: `{state: 'open' | 'done', command, id, …}`, or undefined. */
  find(session, message) {
    return this.#sends.get(`${session}/${message}`);
  }

  /** A send is about to begin. Resolves when that is on disk. */
  intent({ session, command, epoch, message, recipient, kind, body, file }) {
    const digest = digestOf(kind, body);
    return this.#note({ is: 'intent', session, command, epoch, message, recipient, kind, digest, file, at: Date.now() });
  }

  /** It went out, with this id. */
  done(session, message, id) {
    return this.#note({ is: 'done', session, message, id });
  }

  /** It certainly did not go out. */
  failed(session, message) {
    return this.#note({ is: 'failed', session, message });
  }

  /** The bridge has what became of it in its journal of facts. Lost, it is told twice, which does no harm. */
  told(session, message) {
    const send = this.find(session, message);
    if (!send || send.told) return Promise.resolve();
    return this.#note({ is: 'told', session, message }, { sync: false });
  }

  /** WhatsApp gave a message up that it had taken: given once more, it is to go out once more. */
  async gaveUp(session, id) {
    const send = this.#ids.get(`${session}/${id}`);
    if (send) await this.failed(session, send.message);
  }

  /** Whether a message of this id went out from here. */
  knows(session, id) {
    return this.#ids.has(`${session}/${id}`);
  }

  /** Our id of a message, by WhatsApp's; undefined where it did not go out from here. */
  sendOf(session, id) {
    return this.#ids.get(`${session}/${id}`)?.message;
  }

  /** Sends of a session that were begun, and whose end nobody knows. */
  open(session) {
    return [...this.#sends.values()].filter((send) => send.session === session && send.state === 'open');
  }

  /** Sends that went out, of which rpcd may not have heard. */
  untold(session) {
    return [...this.#sends.values()].filter((send) => send.session === session && send.state === 'done' && !send.told);
  }

  /** Sends of a session that went out since a moment, which is a Date's number. */
  since(session, moment) {
    return [...this.#sends.values()].filter((send) => send.session === session && send.state === 'done' && send.at >= moment);
  }

  close() {
    return this.#lines.close();
  }

  #note(record, options) {
    const kept = this.#lines.append(record, options);
    this.#apply(record);
    return kept;
  }

  #apply({ is, ...fields }) {
    const name = `${fields.session}/${fields.message}`;
    const send = this.#sends.get(name);
    if (is === 'intent') {
      this.#sends.delete(name);
      this.#sends.set(name, { ...fields, state: 'open' });
    } else if (!send) return;
    else if (is === 'failed') this.#forget(name, send);
    else if (is === 'told') send.told = true;
    else if (is === 'done') {
      Object.assign(send, { state: 'done', id: fields.id });
      this.#ids.set(`${send.session}/${send.id}`, send);
      if (this.#ids.size > MOST_DONE) this.#forgetOldest();
    }
  }

  #forget(name, send) {
    this.#sends.delete(name);
    if (send.id) this.#ids.delete(`${send.session}/${send.id}`);
  }

  #forgetOldest() {
    const [send] = this.#ids.values();
    this.#forget(`${send.session}/${send.message}`, send);
  }

  #needed() {
    return [...this.#sends.values()].flatMap(({ state, id, told, ...intent }) => {
      const { session, message } = intent;
      const records = [{ is: 'intent', ...intent }];
      if (state === 'done') records.push({ is: 'done', session, message, id });
      if (told) records.push({ is: 'told', session, message });
      return records;
    });
  }
}

/** By which a message is known again in a chat. */
export function digestOf(kind, body) {
  return crypto.createHash('sha256').update(`${kind}\n${body}`).digest('hex').slice(0, 32);
}
