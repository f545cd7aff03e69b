// A session on the simulated network: the phone that scans, the connection that sends and hears, what the script makes
// go wrong. One Account is one connection: another that opens the same account, in whatever process, ends this one.
import crypto from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../../core/failure.js';
import { draw, identityOf, qrText, seeded } from './random.js';

const PAIRING_LIFE_MS = 160_000;
const MAX_TEXT = 256;
const UNPROVEN = Symbol('unproven');
const UNPROVEN_MS = 20;

export class Account {
  #session;
  #assign;
  #sink;
  #network;
  #script;
  #steps;
  #random;
  #connection;
  #connected = false;
  #closing = new AbortController();
  #unlisten = null;
  #acking = new Set();

  /** @param {object} options assign, sink, network, script, steps, seed, connection (unique over all processes). */
  constructor({ assign, sink, network, script, steps, seed, connection }) {
    this.#session = assign.sessionId;
    this.#assign = assign;
    this.#sink = sink;
    this.#network = network;
    this.#script = script;
    this.#steps = steps;
    this.#random = seeded(`${seed}:${assign.sessionId}`);
    this.#connection = connection;
  }

  /** Resolves when it is on its way; linking goes on behind it. */
  async start() {
    this.#unlisten = this.#network.listen(this.#session, (event) => this.#onEvent(event));
    this.#sink.state('starting');
    this.#background(() => this.#connect());
  }

  async stop(reason) {
    const connected = this.#connected;
    this.#connected = false;
    this.#closing.abort();
    this.#unlisten?.();
    const events = [];
    if (connected) events.push(this.#event('closed', { connection: this.#connection }));
    if (reason === 'logout') events.push(this.#event('unlinked', { by: 'bridge' }));
    if (events.length > 0) await this.#network.transact(() => ({ events }));
  }

  /** Sends one message, once in effect: the network knows a message by its id. */
  async send(message) {
    const step = await this.#steps.forSend(message, this.#assign);
    if (step) await this.#before(step);
    if (!this.#connected) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
    await this.#wait(draw(this.#script.latency_ms, this.#random)).catch(() => {
      throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'stopped before it went out' });
    });
    const taken = await this.#act((state) => this.#take(state, message));
    const id = message.clientMessageId;
    const refusal = taken.rejected ?? (step?.do === 'ack_error' ? step.engine_code ?? '479' : null);
    if (refusal) this.#background(() => this.#sendAck(id, 'error', { engineCode: refusal }));
    else this.#scheduleAcks(id);
    if (step?.do === 'error') throw failureOf(step);
    return { providerMessageId: id };
  }

  // What the network makes of a message, under its lock.
  #take(state, { clientMessageId: id, recipient, kind, text = '', quoted }) {
    const account = state.account(this.#session);
    if (!account.linked) throw new CommandFailure('SESSION_LOGGED_OUT', { notBegun: true });
    if (account.holder !== this.#connection) throw new CommandFailure('SESSION_CONFLICT', { notBegun: true });
    const digest = crypto.createHash('sha256').update(text).digest('hex');
    const fields = {
      phone: account.phone, epoch: this.#assign.epoch, recipient, id, kind,
      text: text.slice(0, MAX_TEXT).toWellFormed(), text_bytes: Buffer.byteLength(text), text_sha256: digest, quoted: quoted || undefined,
    };
    const known = state.messageDigest(id);
    if (known !== undefined) {
      const differs = known !== digest || undefined;
      return { value: {}, events: [this.#event('repeat', { ...fields, duplicate: true, differs })] };
    }
    const { restriction, writers } = account;
    if (restriction && Date.parse(restriction.until) > Date.now() && !writers.has(recipient)) {
      const code = restriction.engine_code;
      return { value: { rejected: code }, events: [this.#event('rejected', { ...fields, engine_code: code })] };
    }
    return { value: {}, events: [this.#event('message', { ...fields, duplicate: false })] };
  }

  async #connect() {
    await this.#wait(draw(this.#script.connect_ms, this.#random));
    // Nobody has the credentials of the older link any more: it is over.
    if (this.#account.linked && !this.#assign.linked) await this.#note('unlinked', { by: 'bridge' });
    if (this.#account.linked) await this.#open();
    // It was linked once, and the network does not know it: what WhatsApp says to credentials that it has dropped.
    else if (this.#assign.linked) this.#sink.state('logged_out', { reason: 'credentials_unknown' });
    else if (this.#script.link.by === 'pairing_code') await this.#pair();
    else await this.#showCodes();
  }

  async #showCodes() {
    const { first_ms: first, next_ms: next, codes, scan_after_ms: scanAfter, scan_code: scanned } = this.#script.qr;
    this.#sink.state('qr_pending');
    for (let sequence = 1; sequence <= codes; sequence++) {
      const life = sequence === 1 ? first : next;
      this.#sink.qr({ sequence, code: qrText(this.#random), expiresAt: new Date(Date.now() + life) });
      if (sequence === scanned && scanAfter !== null && scanAfter < life) {
        await this.#wait(scanAfter);
        await this.#link();
        return;
      }
      await this.#wait(life);
    }
    this.#sink.state('disconnected', { reason: 'qr_timeout', final: true });
  }

  async #pair() {
    const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ123456789';
    const code = Array.from({ length: 8 }, () => letters[Math.floor(this.#random() * letters.length)]).join('');
    this.#sink.state('qr_pending', { reason: 'pairing_code' });
    const expiresAt = new Date(Date.now() + PAIRING_LIFE_MS);
    this.#sink.pairingCode({ code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt });
    if (this.#script.qr.scan_after_ms === null) {
      await this.#wait(PAIRING_LIFE_MS);
      this.#sink.state('disconnected', { reason: 'pairing_timeout', final: true });
    } else {
      await this.#wait(this.#script.qr.scan_after_ms);
      await this.#link();
    }
  }

  async #link() {
    const identity = identityOf(this.#network.state.seed, this.#session);
    const phone = this.#script.link.phone ?? identity.phone;
    await this.#note('linked', { phone, lid: identity.lid });
    this.#sink.state('authenticated', { phoneNumber: phone, lid: identity.lid });
    await this.#wait(this.#script.link.authenticated_ms);
    await this.#open();
  }

  async #open() {
    await this.#act(() => {
      if (this.#closing.signal.aborted) return {};
      this.#connected = true;
      return { events: [this.#event('opened', { connection: this.#connection, epoch: this.#assign.epoch })] };
    });
    if (!this.#connected) return;
    const { phone, lid, pending, inbox } = this.#account;
    await this.#sink.state('connected', { phoneNumber: phone, lid });
    for (const id of pending.keys()) this.#scheduleAcks(id);
    for (const event of [...inbox.values()]) this.#deliver(event);
    for (const step of this.#steps.timed(this.#assign)) this.#background(() => this.#later(step));
  }

  // What happens to a send by the script, before the network has it.
  async #before(step) {
    if (step.do === 'hang') await new Promise(() => {});
    if (step.do === 'error' && !step.after_network) throw failureOf(step);
    if (['restrict', 'logout', 'conflict', 'disconnect'].includes(step.do)) await this.#happen(step);
  }

  async #later(step) {
    await this.#wait(step.when.connected_ms);
    if (await this.#steps.fire(step, this.#session)) await this.#happen(step);
  }

  async #happen(step) {
    if (step.do === 'logout') {
      await this.#note('unlinked', { by: 'phone' });
    } else if (step.do === 'conflict') {
      await this.#note('opened', { connection: 'another-device' });
    } else if (step.do === 'disconnect') {
      this.#background(() => this.#dropOut(step.for_ms ?? 1000));
    } else if (step.do === 'restrict') await this.#restrict(step);
    else if (step.do === 'incoming') {
      const { from, text = '', kind = 'text', quoted } = step;
      const id = step.id ?? `3EB0${crypto.randomBytes(9).toString('hex').toUpperCase()}`;
      await this.#note('incoming', { id, from, kind, text, quoted });
    }
  }

  async #restrict(step) {
    const { kind = 'reach_out_timelock', used = 0, total = 0, engine_code: code = '463' } = step;
    const until = new Date(Date.now() + (step.for_ms ?? 60_000));
    await this.#note('restricted', { kind, until: until.toISOString(), engine_code: code });
    this.#sink.restriction({ kind, until, used, total });
  }

  async #dropOut(forMs) {
    this.#connected = false;
    this.#sink.state('disconnected', { reason: 'connection_lost' });
    await this.#wait(forMs);
    await this.#open();
  }

  #scheduleAcks(id) {
    const { acks, stages } = this.#script;
    if (this.#acking.has(id)) return;
    this.#acking.add(id);
    this.#background(async () => {
      let elapsed = 0;
      for (const stage of stages) {
        const at = draw(acks[`${stage}_ms`], this.#random);
        await this.#wait(Math.max(0, at - elapsed));
        elapsed = Math.max(elapsed, at);
        const message = this.#account.pending.get(id);
        if (!this.#connected || !message) break;
        if (message.done.has(stage)) continue;
        if (this.#random() < (acks.lose[stage] ?? 0)) await this.#note('ack_lost', { id, state: stage });
        else await this.#sendAck(id, stage);
      }
    }).finally(() => this.#acking.delete(id));
  }

  // Recorded as handed over once the bridge has it on disk: whoever opens the account next gets what was not.
  async #sendAck(id, state, more = {}) {
    await this.#sink.ack({ providerMessageId: id, state, at: new Date(), ...more });
    await this.#note('ack', { id, state, engine_code: more.engineCode });
  }

  #deliver({ id, from, kind = 'text', text = '', quoted, at }) {
    this.#background(async () => {
      const sender = from.startsWith('+') ? { fromPhone: from } : { fromLid: from };
      const moment = new Date(Date.parse(at) || Date.now());
      await this.#sink.incoming({ providerMessageId: id, ...sender, kind, text: String(text), quoted, at: moment });
      await this.#note('incoming_taken', { id });
    });
  }

  #onEvent(event) {
    if (event.event === 'opened' && event.connection !== this.#connection && this.#connected) {
      this.#connected = false;
      this.#sink.state('conflict', { reason: 'replaced' });
    } else if (event.event === 'unlinked' && event.by === 'phone' && this.#connected) {
      this.#connected = false;
      this.#sink.state('logged_out', { reason: 'LOGOUT' });
    } else if (event.event === 'incoming' && this.#connected && this.#account.inbox.has(event.id)) this.#deliver(event);
  }

  // What only the holder of the session may do to the account. Asked again under the lock: the process may have slept.
  async #act(decide) {
    for (;;) {
      while (!this.#sink.holds()) {
        await this.#wait(UNPROVEN_MS).catch(() => {
          throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'stopped before it went out' });
        });
      }
      const done = await this.#network.transact((state) => (this.#sink.holds() ? decide(state) : { value: UNPROVEN }));
      if (done !== UNPROVEN) return done;
    }
  }

  get #account() {
    return this.#network.state.account(this.#session);
  }

  #note(name, fields) {
    return this.#network.transact(() => ({ events: [this.#event(name, fields)] }));
  }

  #event(name, fields) {
    return { event: name, session: this.#session, ...fields };
  }

  #wait(ms) {
    return ms > 0 ? sleep(ms, undefined, { signal: this.#closing.signal }) : Promise.resolve();
  }

  // Work that ends when the account is let go; what else goes wrong in it ends this session and no other.
  async #background(work) {
    try {
      await work();
    } catch (error) {
      if (!this.#closing.signal.aborted) this.#sink.state('failed', { reason: error.message });
    }
  }
}

function failureOf({ reason, engine_code: engineCode, text, not_begun: notBegun }) {
  return new CommandFailure(reason, { engineCode, text, notBegun });
}
