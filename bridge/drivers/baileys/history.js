// What came in while nobody was connected. WhatsApp keeps it for the device and gives it first of all when that connects, as
// messages like others; the library says when that was all. A device that is linked anew is sent what its account's chats had
// by the phone instead, whenever that comes: it is told from the time on that rpcd asks for, and nothing older.
import { CommandFailure, withDeadline } from '../../core/failure.js';
import { incomingOf } from './incoming.js';

// No question goes further back (rpcd asks for a week at most), and so much is kept for one.
const REACH_MS = 8 * 86_400_000;
const MOST = 10_000;

export class History {
  #tell;
  #waitMs;
  #log;
  /** Of this connection: resolves when WhatsApp has given all that waited. */
  #complete;
  #markComplete;
  #isComplete = false;
  /** How many waited. */
  #waited = 0;
  #underWay = new Set();
  /** What the phone sent before anybody asked, by id. */
  #kept = new Map();
  #since = null;

  /** @param {object} options tell(incoming): resolves when it is safe; waitMs: how long WhatsApp has for what waits; log. */
  constructor({ tell, waitMs, log }) {
    this.#tell = tell;
    this.#waitMs = waitMs;
    this.#log = log;
    this.begins();
  }

  /** Another connection. */
  begins() {
    this.#isComplete = false;
    this.#waited = 0;
    this.#complete = new Promise((resolve) => { this.#markComplete = resolve; });
  }

  /** WhatsApp has given all that waited for the device. */
  completes() {
    this.#isComplete = true;
    this.#markComplete();
  }

  /** Messages are being told. @param {Promise<number>} telling How many, when they are safe. */
  async received(telling) {
    this.#underWay.add(telling);
    const ofThis = this.#isComplete ? 0 : 1;
    try {
      this.#waited += ofThis * await telling;
    } finally {
      this.#underWay.delete(telling);
    }
  }

  /** The phone sends what the chats had. */
  async sent(messages) {
    const all = (messages ?? []).flatMap((message) => this.#read(message) ?? []);
    if (this.#since !== null) await Promise.all(all.filter(({ at }) => at >= this.#since).map((one) => this.#tell(one)));
    else {
      const oldest = Date.now() - REACH_MS;
      for (const one of all) if (one.at?.getTime() >= oldest) this.#kept.set(`${one.kind}/${one.providerMessageId}`, one);
      for (const name of this.#kept.keys()) {
        if (this.#kept.size <= MOST) break;
        this.#kept.delete(name);
      }
    }
  }

  /**
   * Resolves when all that came in from then on is safe, as far as WhatsApp gives it; what the phone sends later is told then.
   * @returns {Promise<number>} How many were told for it.
   */
  async bring(since) {
    const late = () => new CommandFailure('ENGINE_ERROR', { text: 'WhatsApp has not given yet what waited for the device' });
    await withDeadline(this.#complete, this.#waitMs, late);
    await Promise.all(this.#underWay);
    const kept = [...this.#kept.values()].filter(({ at }) => at >= since);
    this.#kept.clear();
    this.#since = since;
    await Promise.all(kept.map((one) => this.#tell(one)));
    return this.#waited + kept.length;
  }

  #read(message) {
    try {
      return incomingOf(message);
    } catch (error) {
      this.#log.warn('engine.message_unread', { error });
      return null;
    }
  }
}
