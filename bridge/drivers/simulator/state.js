// What a simulated network knows, derived from its journal line by line and from nothing else. Every process that
// shares the network derives the same.

const PAST = 10_000;

/** An account: a session's link, who has it open, and what has not been handed over yet. */
class AccountState {
  linked = false;
  /** How often it was linked. */
  links = 0;
  phone = '';
  lid = '';
  /** What the device that is linked has to show: a digest of its secret. */
  device = null;
  /** The connection that has it open, or null. */
  holder = null;
  /** Messages whose acks are not all handed over: id → {recipient, done: Set of stages}. */
  pending = new Map();
  /** Messages that were given an error ack and not sent once more since. */
  refused = new Set();
  /** Messages that came in and were not taken yet: id → event. */
  inbox = new Map();
  /** All that came in, the last of it: id → event. */
  past = new Map();
  /** The ids of what it sent. */
  sent = new Set();
  /** Who has written to it. */
  writers = new Set();
  restriction = null;
}

export class NetworkState {
  seed = null;
  #accounts = new Map();
  #messages = new Map();
  #fired = new Map();
  #lastStage;
  #offline;

  /**
   * @param {string} lastStage The ack after which a message is done with.
   * @param {string} [offline] `kept`: what comes in while nobody has the account open is there for who asks for its history;
   *   else whoever opens it next is given it.
   */
  constructor(lastStage, offline) {
    this.#lastStage = lastStage;
    this.#offline = offline;
  }

  account(session) {
    let account = this.#accounts.get(session);
    if (!account) this.#accounts.set(session, account = new AccountState());
    return account;
  }

  /**
   * The digest of the message with this id, or undefined where the network has none that this session sent would repeat:
   * WhatsApp knows a repeat within one link alone. Through another the same id is another message.
   */
  messageDigest(id, session) {
    const { digest, of, link } = this.#messages.get(id) ?? {};
    return of === session && link !== this.account(session).links ? undefined : digest;
  }

  /** How often a step of a script has happened. */
  fired(step) {
    return this.#fired.get(step) ?? 0;
  }

  apply(event) {
    const account = event.session === undefined ? null : this.account(event.session);
    switch (event.event) {
      case 'network':
        this.seed ??= event.seed;
        break;
      case 'fault':
        this.#fired.set(event.step, this.fired(event.step) + 1);
        break;
      case 'linked':
        Object.assign(account, { linked: true, phone: event.phone, lid: event.lid, device: event.device, links: account.links + 1 });
        // A new device is told nothing of what an older one sent.
        account.pending.clear();
        account.refused.clear();
        break;
      case 'unlinked':
        Object.assign(account, { linked: false, holder: null, device: null });
        break;
      case 'opened':
        account.holder = event.connection;
        break;
      case 'closed':
        if (account.holder === event.connection) account.holder = null;
        break;
      case 'message':
        this.#messages.set(event.id, { digest: event.digest ?? event.text_sha256, of: event.session, link: account.links });
        account.sent.add(event.id);
        account.pending.set(event.id, { recipient: event.recipient, done: new Set() });
        break;
      case 'repeat':
        // It had been refused, so this is not the message that is there already: it is on its way once more.
        if (account.refused.delete(event.id)) {
          account.pending.set(event.id, { recipient: event.recipient, done: new Set() });
        }
        break;
      case 'ack':
      case 'ack_lost':
        this.#acked(account, event);
        break;
      case 'incoming':
        // Anybody may have written this line by hand.
        if (typeof event.id !== 'string' || typeof event.from !== 'string') break;
        this.#cameIn(account, event);
        break;
      case 'incoming_taken':
        account.inbox.delete(event.id);
        break;
      case 'restricted':
        account.restriction = event;
        break;
      default:
        break;
    }
  }

  #cameIn(account, event) {
    account.past.set(event.id, { ...event, at: event.at ?? new Date().toISOString() });
    if (account.past.size > PAST) account.past.delete(account.past.keys().next().value);
    account.writers.add(event.from);
    const missed = account.linked && account.holder === null;
    if (!(missed && this.#offline === 'kept')) account.inbox.set(event.id, event);
  }

  #acked(account, { id, state }) {
    const message = account.pending.get(id);
    if (!message) return;
    message.done.add(state);
    if (state === 'error') account.refused.add(id);
    if (state === this.#lastStage || state === 'error') account.pending.delete(id);
  }
}
