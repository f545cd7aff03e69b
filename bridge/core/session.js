// One session carried at one epoch: its driver's carrier, the sends that wait for it, and what it reports. Sends to one
// recipient go one after the other in the order they came; different recipients go side by side, as many as the driver
// takes. Nothing a carrier does, throws or fails to do reaches beyond its session, and all it says bears its epoch.
import * as facts from './facts.js';
import { CommandFailure, outcomeOf, withDeadline } from './failure.js';

// Why the sends of a session that ended are refused, where the end says more than that it is not connected.
const REFUSALS = { logged_out: 'SESSION_LOGGED_OUT', conflict: 'SESSION_CONFLICT' };
// How soon it is asked again whether rpcd has answered.
const UNPROVEN_MS = 20;
const LIMITS = { startMs: 60_000, sendMs: 60_000, stopMs: 10_000, graceMs: 5_000 };

export class CarriedSession {
  #driver;
  #carrier = null;
  #hooks;
  #log;
  #limits;
  #waiting = [];
  #running = new Map();
  #busy = new Set();
  #stopping = null;
  #lost = false;
  #assign;

  /**
   * @param {object} options
   * @param {object} options.assign The Assign frame.
   * @param {object} options.driver See the driver interface in the README.
   * @param {object} options.hooks `report(frame)` → promise, `answer(send, outcome)`, `reached(point, send)`, `holds()`:
   *   whether nobody else can have been given its sessions yet, `ended(session)` when it came to its end by itself.
   */
  constructor({ assign, driver, hooks, log, limits = {} }) {
    this.#assign = assign;
    this.#driver = driver;
    this.#hooks = hooks;
    this.#log = log;
    this.#limits = { ...LIMITS, ...limits };
    this.sessionId = assign.sessionId;
    this.epoch = assign.epoch;
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
    this.refuseWaiting(refusal);
    await this.settled(this.#limits.graceMs);
    try {
      const late = () => new Error('the engine did not stop in time');
      await withDeadline(this.#carrier?.stop(reason), this.#limits.stopMs, late);
    } catch (error) {
      this.#log.error('session.stop_failed', { error });
    }
    this.#carrier = null;
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
    const timer = setTimeout(entry.giveUp, this.#limits.sendMs);
    entry.done = this.#carryOut(send).then((outcome) => {
      clearTimeout(timer);
      if (this.#running.has(send)) this.#finish(send, outcome);
      else if (outcome.submitted) this.#hooks.answer(send, outcome);
    });
  }

  async #carryOut(send) {
    const { clientMessageId, recipient, text, quoted, attempt, commandId } = send;
    try {
      await this.#hooks.reached('before_send', send);
      const kind = this.#driver.kinds.find((name) => send[name]);
      if (!kind) throw new CommandFailure('ENGINE_UNSUPPORTED', { text: 'not a kind it can send', notBegun: true });
      await this.#standing();
      // That may have taken long: what was given up meanwhile is not begun any more.
      if (!this.#running.has(send)) throw new CommandFailure('DEADLINE_EXCEEDED', { notBegun: true });
      if (!this.#carrier) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true });
      const { providerMessageId } = await this.#carrier.send({
        commandId, clientMessageId, recipient, kind, text: text?.body, content: send[kind], quoted, attempt,
      });
      await this.#hooks.reached('after_network_before_result', send);
      return { submitted: { providerMessageId } };
    } catch (error) {
      return outcomeOf(error);
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
    this.#hooks.answer(send, outcome);
    this.#advance();
  }

  #refuse(send, reason) {
    this.#hooks.answer(send, { error: { reason, notBegun: true } });
  }

  // What the carrier may say. After the session was let go only acks count: they are about what went out before.
  #sink() {
    const say = (make, whileStopping = false) => (detail) => {
      if (this.stopping && !whileStopping) return Promise.resolve();
      return this.#hooks.report(make(this, detail));
    };
    return {
      holds: () => this.#holds(),
      state: (state, detail = {}) => this.#onState(state, detail),
      qr: say(facts.qrCode),
      pairingCode: say(facts.pairingCode),
      ack: say(facts.ack, true),
      incoming: say(facts.incoming),
      restriction: say(facts.restriction),
    };
  }

  #onState(state, detail) {
    if (this.stopping) return Promise.resolve();
    this.#log.info('session.state', { state, reason: detail.reason, phone: detail.phoneNumber });
    const durable = this.#hooks.report(facts.sessionState(this, state, detail));
    if (facts.endedStates.has(state) || detail.final) {
      this.stop(state, REFUSALS[state]);
      this.#hooks.ended(this);
    }
    return durable;
  }
}

function pause(ms) {
  return new Promise((resolve) => { setTimeout(resolve, Math.max(0, ms)).unref(); });
}
