// Linking: the QR codes that the page shows, or the code that somebody types in in their place.
import { CommandFailure } from '../../core/failure.js';

// WhatsApp's own: the first code of a page lives longer.
const FIRST_MS = 60_000;
const NEXT_MS = 20_000;
// As often the page makes a new pairing code.
const PAIRING_MS = 180_000;

export class Linking {
  #sink;
  #page = null;
  #sequence = 0;
  #waiting = [];
  #closed = false;
  #told = null;
  linked;
  /** Whether it is to be linked by a pairing code. */
  requested = false;

  constructor({ sink, linked }) {
    this.#sink = sink;
    this.linked = linked;
  }

  showed(code, page) {
    const life = page === this.#page ? NEXT_MS : FIRST_MS;
    // A page that was opened again knows nothing of the pairing code of the one before.
    if (page !== this.#page) this.requested = false;
    this.#page = page;
    if (!this.requested) this.#sink.qr({ sequence: ++this.#sequence, code, expiresAt: new Date(Date.now() + life) });
    this.#wake();
  }

  /** The page made another pairing code, as the one before was over. */
  renewed(code) {
    if (this.requested && this.#told && code !== this.#told) this.#sink.pairingCode(this.#pairing(code));
  }

  /** @returns {Promise<{code: string, expiresAt: Date}>} Waits until the page is so far. */
  async request(phoneNumber) {
    while (!this.#page && !this.#closed && !this.linked) await new Promise((resolve) => { this.#waiting.push(resolve); });
    if (this.#closed) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'the session was let go' });
    if (this.linked) throw new CommandFailure('SESSION_BUSY', { notBegun: true, text: 'it is linked already' });
    this.requested = true;
    this.#told = null;
    const code = await this.#page.call('requestPairingCode', phoneNumber.slice(1), true, PAIRING_MS);
    if (!code) throw new CommandFailure('ENGINE_ERROR', { text: 'WhatsApp gave no code' });
    return this.#pairing(code);
  }

  done() {
    this.linked = true;
    this.#wake();
  }

  close() {
    this.#closed = true;
    this.#wake();
  }

  #pairing(code) {
    this.#told = code;
    return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt: new Date(Date.now() + PAIRING_MS) };
  }

  #wake() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
