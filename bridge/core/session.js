// One session carried at one epoch: its driver's carrier, the sends that wait for it, and what it reports. Sends to one
// recipient go one after the other in the order they came; different recipients go side by side, as many as the driver
// takes. Nothing a carrier does, throws or fails to do reaches beyond its session, and all it says bears its epoch.
import { toDate } from '../client/time.js';
import { AuthState } from './auth-state.js';
import { SEVERAL_CARDS } from './content.js';
import * as facts from './facts.js';
import { CommandFailure, outcomeOf, withDeadline } from './failure.js';

// Why the sends of a session that ended are refused, where the end says more than that it is not connected.
const REFUSALS = { logged_out: 'SESSION_LOGGED_OUT', conflict: 'SESSION_CONFLICT' };
// How soon it is asked again whether rpcd has answered.
const UNPROVEN_MS = 20;
// What a carrier calls a command.
const COMMANDS = {
  pairing_code: 'requestPairingCode', check_number: 'checkNumber', history: 'history', mark_read: 'markRead', presence: 'showPresence',
  fetch_media: 'fetchMedia',
};
const CASES = ['text', 'location', 'contact', 'poll', 'reaction', 'edit', 'delete'];
const LIMITS = { startMs: 60_000, mediaMs: 110_000, sendMs: 60_000, stopMs: 10_000, graceMs: 5_000 };

export class CarriedSession {
  #driver;
  #auth;
  #carrier = null;
  #hooks;
  #log;
  #limits;
  #waiting = [];
  #running = new Map();
  #busy = new Set();
  #stopping = null;
  // What was not begun with the engine ends at once when the session is let go.
  #closing = new AbortController();
  #lost = false;
  #assign;
  // Resolves when there is a carrier, or none will come.
  #begun;
  #markBegun;

  /**
   * @param {object} options
   * @param {object} options.assign The Assign frame.
   * @param {object} options.driver See the driver interface in the README.
   * @param {import('./auth-calls.js').AuthCalls} options.auth How rpcd keeps what the engine wants kept.
   * @param {object} options.hooks `report(frame)` → promise, `answer(send, outcome)`, `reached(point, send)`, `holds()`:
   *   whether nobody else can have been given its sessions yet, `file(of, signal)`: brings what a send refers to to the disk,
   *   `bring(of, {maxBytes, get}, signal)`: brings rpcd the file of a message that came in,
   *   `ended(session)` when it came to its end by itself.
   */
  constructor({ assign, driver, auth, hooks, log, limits = {} }) {
    this.#assign = assign;
    this.#driver = driver;
    this.#hooks = hooks;
    this.#log = log;
    this.#limits = { ...LIMITS, ...limits };
    this.sessionId = assign.sessionId;
    this.epoch = assign.epoch;
    this.#auth = new AuthState(assign, auth);
    this.#begun = new Promise((resolve) => { this.#markBegun = resolve; });
  }

  get stopping() {
    return this.#stopping !== null;
  }

  get running() {
    return this.#running.size;
  }

  async start() {
    const { sessionId, epoch, name, linked, phoneNumber, settings } = this.#assign;
    try {
      await this.#standing();
      this.#carrier = this.#driver.carry({ sessionId, epoch, name, linked, phoneNumber, settings }, this.#sink());
      this.#markBegun();
      const late = () => new Error('the engine did not start in time');
      await withDeadline(this.#carrier.start(), this.#limits.startMs, late);
    } catch (error) {
      this.#log.error('session.failed', { error });
      this.#onState('failed', { reason: error.message });
    }
  }

  /** Takes a send. It is answered through `answer`, sooner or later, exactly once. */
  send(send) {
    if (this.stopping) this.#refuse(send, 'SESSION_NOT_CONNECTED');
    else {
      this.#waiting.push(send);
      this.#advance();
    }
  }

  /** Carries out a command that is no send. @returns {Promise<object>} The outcome of its Result. */
  async command(name, command) {
    const { commandId, timeoutMs } = command;
    try {
      const carryOut = COMMANDS[name];
      await this.#standing();
      // It may come in one breath with the Assign; who starts its carrier has asked as well.
      await this.#begun;
      if (!this.#carrier) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true });
      if (!this.#carrier[carryOut]) throw new CommandFailure('ENGINE_UNSUPPORTED', { notBegun: true });
      const late = () => new CommandFailure('ENGINE_ERROR', { text: 'the engine gave no answer in time' });
      if (name === 'fetch_media') return await this.#bring(command);
      const asked = this.#carrier[carryOut](askedOf(name, command));
      const answer = await withDeadline(asked, timeoutMs > 0 ? timeoutMs : 20_000, late);
      if (name === 'history') return { done: { data: { told: String(answer?.told ?? '') } } };
      if (name === 'check_number') return { done: { data: { exists: String(answer.exists), lid: facts.text(answer.lid) } } };
      // The code first: the answer says that it was told.
      if (name === 'pairing_code') await this.#hooks.report(facts.pairingCode(this, { ...answer, commandId }));
      return { done: { data: {} } };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  /** Answers every send that was not begun as not begun. */
  refuseWaiting(reason) {
    for (const send of this.#waiting.splice(0)) this.#refuse(send, reason);
  }

  /** Resolves when no send is under way, or after `ms`. */
  async settled(ms) {
    const over = performance.now() + ms;
    while (this.#running.size > 0 && performance.now() < over) {
      await Promise.race([...this.#running.values()].map(({ done }) => done).concat(pause(over - performance.now())));
    }
  }

  /**
   * Stops carrying: what waits is refused, what runs gets a moment, then the carrier is stopped, by force of a deadline
   * if it must be. Never rejects. A second call waits for the first.
   * @param {string} reason `logout` also ends the link to the account.
   */
  stop(reason, refusal = 'SESSION_NOT_CONNECTED') {
    if (reason === 'dropped' || reason === 'superseded') this.#lost = true;
    this.#stopping ??= this.#stop(reason, refusal);
    return this.#stopping;
  }

  async #stop(reason, refusal) {
    this.#markBegun();
    this.#closing.abort();
    this.refuseWaiting(refusal);
    await this.settled(this.#limits.graceMs);
    try {
      const late = () => new Error('the engine did not stop in time');
      await withDeadline(this.#carrier?.stop(reason), this.#limits.stopMs, late);
    } catch (error) {
      this.#log.error('session.stop_failed', { error });
    }
    this.#carrier = null;
    this.#auth.close();
    for (const [send, { giveUp }] of [...this.#running]) giveUp(send);
  }

  #advance() {
    for (let index = 0; index < this.#waiting.length && this.#running.size < this.#driver.sendConcurrency;) {
      const send = this.#waiting[index];
      if (this.#busy.has(send.recipient)) index++;
      else {
        this.#waiting.splice(index, 1);
        this.#begin(send);
      }
    }
  }

  #begin(send) {
    if (send.timeoutMs > 0 && performance.now() > send.receivedAt + send.timeoutMs) {
      this.#refuse(send, 'DEADLINE_EXCEEDED');
      return;
    }
    this.#busy.add(send.recipient);
    const entry = {};
    this.#running.set(send, entry);
    // Once given up, only the news that it went out after all is still reported.
    const unknown = { error: { reason: 'OUTCOME_UNKNOWN', text: 'the engine gave no answer' } };
    entry.giveUp = () => this.#finish(send, unknown);
    entry.begin = () => { entry.timer = setTimeout(entry.giveUp, this.#limits.sendMs); };
    // Until its file is here nothing is begun, and nothing can be in doubt.
    if (!send.media) entry.begin();
    entry.done = this.#carryOut(send, entry).then((outcome) => {
      clearTimeout(entry.timer);
      if (this.#running.has(send)) this.#finish(send, outcome);
      else if (outcome.submitted) this.#answer(send, outcome);
    });
  }

  async #carryOut(send, entry) {
    const { clientMessageId, recipient, text, quoted, attempt, commandId } = send;
    let file;
    try {
      await this.#hooks.reached('before_send', send);
      const kind = kindOf(send);
      if (!wordsOf(send, kind).every((word) => this.#driver.kinds.includes(word))) throw new CommandFailure('ENGINE_UNSUPPORTED', { text: 'not a kind it can send', notBegun: true });
      if (send.media) {
        file = await this.#file(send.media);
        if (this.#running.has(send)) entry.begin();
      }
      await this.#standing();
      // That may have taken long: what was given up meanwhile is not begun any more.
      if (!this.#running.has(send)) throw new CommandFailure('DEADLINE_EXCEEDED', { notBegun: true });
      if (!this.#carrier) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true });
      const { providerMessageId, state } = await this.#carrier.send({
        commandId, clientMessageId, recipient, kind, text: text?.body, content: contentOf(send, file), quoted, attempt,
        quotedMessage: send.quotedMessage ? refOf(send.quotedMessage) : undefined,
      });
      await this.#hooks.reached('after_network_before_result', send);
      return { submitted: { providerMessageId, state } };
    } catch (error) {
      return outcomeOf(error);
    } finally {
      await file?.remove().catch((error) => this.#log.warn('media.left', { error }));
    }
  }

  // The engine writes the file to the disk, rpcd takes it from there; who asked waits no longer than it said.
  async #bring({ commandId, timeoutMs, maxBytes, message, mediaRef, media }) {
    const { sessionId, epoch } = this;
    const late = AbortSignal.timeout(timeoutMs > 0 ? timeoutMs : this.#limits.mediaMs);
    const signal = AbortSignal.any([this.#closing.signal, late]);
    const get = (path) => unless(signal, this.#carrier.fetchMedia({ message: refOf(message), mediaRef: Buffer.from(mediaRef ?? []),
      media, path, maxBytes, signal }));
    try {
      await this.#hooks.bring({ sessionId, epoch, commandId }, { maxBytes, get }, signal);
      return { done: { data: {} } };
    } catch (error) {
      if (this.#closing.signal.aborted) throw new CommandFailure('SESSION_NOT_CONNECTED', { text: 'the session was let go' });
      if (late.aborted) throw new CommandFailure('MEDIA_FETCH_FAILED', { text: 'the file did not come in time' });
      throw error instanceof CommandFailure ? error : new CommandFailure('MEDIA_FETCH_FAILED', { text: error?.message, engineCode: String(error?.code ?? '') });
    }
  }

  // The file of a send, on this machine's disk until the engine is done with it.
  async #file({ mediaId }) {
    const { sessionId, epoch } = this;
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(this.#limits.mediaMs)]);
    try {
      return await this.#hooks.file({ sessionId, epoch, mediaId }, signal);
    } catch (error) {
      if (error instanceof CommandFailure) throw error;
      if (this.#closing.signal.aborted) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true });
      const text = signal.aborted ? 'the file did not come in time' : error.message;
      throw new CommandFailure('MEDIA_FETCH_FAILED', { notBegun: true, text });
    }
  }

  // Whether it may act for the session at this moment. False: not now, rpcd has first to answer; throws: never again.
  #holds() {
    if (this.#lost) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'the session was lost' });
    return this.#hooks.holds();
  }

  async #standing() {
    while (!this.#holds()) await pause(UNPROVEN_MS);
  }

  #finish(send, outcome) {
    if (!this.#running.delete(send)) return;
    this.#busy.delete(send.recipient);
    this.#answer(send, outcome);
    this.#advance();
  }

  // The carrier is told when the answer is on disk: it may have held back what belongs after it.
  async #answer(send, outcome) {
    const carrier = this.#carrier;
    await this.#hooks.answer(send, outcome);
    try {
      await carrier?.answered?.(send, outcome);
    } catch (error) {
      this.#log.warn('engine.answered_failed', { error });
    }
  }

  #refuse(send, reason) {
    this.#hooks.answer(send, { error: { reason, notBegun: true } });
  }

  // What the carrier may say. After the session was let go acks count, for they are about what went out before, and what
  // came in: once WhatsApp hears that it was taken, nobody is given it again.
  #sink() {
    const say = (make, whileStopping = false) => (detail) => {
      if (this.stopping && !whileStopping) return Promise.resolve();
      return this.#hooks.report(make(this, detail));
    };
    return {
      holds: () => this.#holds(),
      auth: {
        load: (keys) => this.#auth.load(keys),
        set: (values, options) => this.#auth.set(values, options),
      },
      state: (state, detail = {}) => this.#onState(state, detail),
      qr: say(facts.qrCode),
      pairingCode: say(facts.pairingCode),
      ack: say(facts.ack, true),
      // A send of a former life of the bridge, or one that was given up, went out after all.
      submitted: ({ commandId, epoch, clientMessageId, providerMessageId }) => this.#hooks.answer(
        { commandId, sessionId: this.sessionId, epoch, clientMessageId, answered: true }, { submitted: { providerMessageId } }),
      incoming: say(facts.incoming, true),
      restriction: say(facts.restriction),
    };
  }

  #onState(state, detail) {
    if (this.stopping) return Promise.resolve();
    this.#log.info('session.state', { state, reason: detail.reason, phone: detail.phoneNumber });
    const durable = this.#hooks.report(facts.sessionState(this, state, detail));
    if (facts.endedStates.has(state) || detail.final) {
      this.stop(state, detail.refusal ?? REFUSALS[state]);
      this.#hooks.ended(this);
    }
    return durable;
  }
}

// What the driver calls the kind of a send: a case of Send.kind; of media its sort.
function kindOf(send) {
  if (send.media) return send.media.kind.replace('MEDIA_KIND_', '').toLowerCase();
  return CASES.find((name) => send[name]);
}

// What a driver must have named for a send: its kind, and of contacts that it takes more than one card a message.
function wordsOf({ contact }, kind) {
  return contact?.cards.length > 1 ? [kind, SEVERAL_CARDS] : [kind];
}

// What is said, with what it is about as the engine knows it: rpcd's own ids mean nothing there.
function contentOf(send, file) {
  if (file) return { ...send.media, path: file.path };
  const content = send[kindOf(send)];
  return send.target ? { ...content, ...refOf(send.target) } : content;
}

function refOf({ providerMessageId, fromMe, sender, text }) {
  return { messageId: providerMessageId, fromMe, sender, text };
}

function askedOf(name, { phoneNumber, since, chat, message, recipient, presence }) {
  if (name === 'history') return toDate(since);
  if (name === 'mark_read') return { chat, message: refOf(message) };
  if (name === 'presence') return { recipient, presence: presence.replace('PRESENCE_', '').toLowerCase() };
  return phoneNumber;
}

/** As `promise`, or rejects when the signal says so. What it was asked for may go on. */
function unless(signal, promise) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    Promise.resolve(promise).then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}

function pause(ms) {
  return new Promise((resolve) => { setTimeout(resolve, Math.max(0, ms)).unref(); });
}
