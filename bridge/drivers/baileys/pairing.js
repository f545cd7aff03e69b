// Linking: the QR codes that are shown, or the code that somebody types in in their place.
import { CommandFailure, withDeadline } from '../../core/failure.js';

// WhatsApp's own: the first code of a connection lives longer.
const FIRST_MS = 60_000;
const NEXT_MS = 20_000;
const PAIRING_MS = 160_000;

export class Pairing {
  #sink;
  #callMs;
  #socket = null;
  #sequence = 0;
  #waiting = [];
  #closed = false;
  #linked;
  /** Whether this connection has shown a code; whether it is to be linked by a pairing code. */
  shown = false;
  requested = false;

  constructor({ sink, callMs, linked }) {
    this.#sink = sink;
    this.#callMs = callMs;
    this.#linked = linked;
  }

  /** A new connection, which can be linked. */
  offer(socket) {
    this.#socket = socket;
    this.shown = false;
    this.requested = false;
  }

  /** It is linked. */
  done() {
    this.#linked = true;
    this.#wake();
  }

  showed(qr) {
    const life = this.shown ? NEXT_MS : FIRST_MS;
    this.shown = true;
    if (!this.requested) this.#sink.qr({ sequence: ++this.#sequence, code: qr, expiresAt: new Date(Date.now() + life) });
    this.#wake();
  }

  /** @returns {Promise<{code: string, expiresAt: Date}>} Waits until WhatsApp is so far. */
  async request(phoneNumber) {
    while (!this.shown && !this.#closed && !this.#linked) await new Promise((resolve) => { this.#waiting.push(resolve); });
    if (this.#closed) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'the session was let go' });
    if (this.#linked) throw new CommandFailure('SESSION_BUSY', { notBegun: true, text: 'it is linked already' });
    this.requested = true;
    const late = () => new CommandFailure('ENGINE_ERROR', { text: 'WhatsApp gave no code' });
    const code = await withDeadline(this.#socket.requestPairingCode(phoneNumber.slice(1)), this.#callMs, late);
    return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt: new Date(Date.now() + PAIRING_MS) };
  }

  close() {
    this.#closed = true;
    this.#wake();
  }

  #wake() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
