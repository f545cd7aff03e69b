// One socket of the library's, which is good for one connection: it says what happens on it until it is over, and nothing
// after that, whatever the library still does. Exceptions of a listener stay here.
import { withDeadline } from '../../core/failure.js';
import { codeOf } from './codes.js';

// The library is given no voice of its own: what it logs holds keys and texts.
const SILENT = { level: 'silent', child: () => SILENT, trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} };

export class Line {
  #socket;
  #over = false;
  #watch;
  #on;
  #log;

  /**
   * @param {object} options
   * @param {Function} options.makeSocket The library's.
   * @param {object} options.auth Its AuthenticationState.
   * @param {Function} options.getMessage
   * @param {number[]} [options.web] The version of WhatsApp Web to speak as.
   * @param {number} options.connectMs How long it may be silent before it opens, or shows a code.
   * @param {object} options.on `update(state)`, `credentials(change)`, `received(messages)`, `history(messages)`, `status(updates)`,
   *   `receipts(updates)`, `ack(attributes)`, `capping(info)`, `closed(code, error)`: called once, at the end.
   */
  constructor({ makeSocket, auth, getMessage, web, connectMs, on, log }) {
    this.#on = on;
    this.#log = log;
    this.#socket = makeSocket({
      auth, getMessage, logger: SILENT, ...(web ? { version: web } : {}),
      markOnlineOnConnect: false, syncFullHistory: false, emitOwnEvents: false, generateHighQualityLinkPreview: false,
    });
    const { ev, ws } = this.#socket;
    ev.on('connection.update', this.#guarded((update) => this.#onUpdate(update)));
    // The last change of the credentials may come as it closes, and is as good as any.
    ev.on('creds.update', this.#guarded((change) => on.credentials(change), true));
    ev.on('messages.upsert', this.#guarded(({ messages }) => on.received(messages), true));
    ev.on('messaging-history.set', this.#guarded(({ messages }) => on.history(messages), true));
    ev.on('messages.update', this.#guarded((updates) => on.status(updates), true));
    ev.on('message-receipt.update', this.#guarded((updates) => on.receipts(updates), true));
    ev.on('message-capping.update', this.#guarded((info) => on.capping(info)));
    // The library says nothing of an ack that is good.
    ws.on('CB:ack,class:message', this.#guarded((node) => on.ack(node.attrs), true));
    ws.on('error', () => {});
    this.#watch = setTimeout(() => this.#close(408, new Error('nobody answered')), connectMs);
  }

  get socket() {
    return this.#socket;
  }

  get over() {
    return this.#over;
  }

  /** Leaves, without a word to anybody. */
  async end(ms) {
    this.#finish();
    await withDeadline(this.#socket.end(undefined), ms, () => new Error('it does not end')).catch(() => {});
  }

  /** Ends the link with the account too. */
  async logout(ms) {
    this.#finish();
    try {
      await withDeadline(this.#socket.logout(), ms, () => new Error('no answer to the logout'));
    } catch (error) {
      this.#log.warn('engine.logout_failed', { error });
    }
    await this.end(ms);
  }

  #onUpdate(update) {
    if (update.qr || update.connection === 'open' || update.isNewLogin) clearTimeout(this.#watch);
    if (update.connection === 'close') this.#close(codeOf(update.lastDisconnect?.error), update.lastDisconnect?.error);
    else return this.#on.update(update);
    return undefined;
  }

  #close(code, error) {
    if (this.#over) return;
    this.#finish();
    Promise.resolve(this.#socket.end(undefined)).catch(() => {});
    this.#on.closed(code, error);
  }

  #finish() {
    this.#over = true;
    clearTimeout(this.#watch);
  }

  #guarded(listener, also = false) {
    return async (value) => {
      if (this.#over && !also) return;
      try {
        await listener(value);
      } catch (error) {
        this.#log.warn('engine.listener_failed', { error });
      }
    };
  }
}
