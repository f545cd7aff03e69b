// A session on the simulated network: the phone that scans, the connection that sends and hears, what the script makes
// go wrong. One Account is one connection: another that opens the same account, in whatever process, ends this one.
import crypto from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../../core/failure.js';
import { told, writeFile } from './files.js';
import { described, fileAt } from './kinds.js';
import { draw, identityOf, qrText, seeded } from './random.js';

const PAIRING_LIFE_MS = 160_000;
// What the device keeps to be let in again: a secret, and as real ones have them, many small keys.
const SECRET = 'creds';
const PRE_KEYS = 30;
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
  #knownAs = null;
  // Which attempt to be linked counts: a pairing code takes the place of what was shown before.
  #attempt = 0;
  #linkable = false;
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
    const media = message.content?.path === undefined ? undefined : await fileAt(message.content.path);
    const taken = await this.#act((state) => this.#take(state, { ...message, media }));
    const id = message.clientMessageId;
    const refusal = taken.rejected ?? (step?.do === 'ack_error' ? step.engine_code ?? '479' : null);
    if (refusal) this.#background(() => this.#sendAck(id, 'error', { engineCode: refusal }));
    else this.#scheduleAcks(id);
    if (step?.do === 'error') throw failureOf(step);
    return { providerMessageId: id };
  }

  // What the network makes of a message, under its lock.
  #take(state, message) {
    const { clientMessageId: id, recipient } = message;
    const account = state.account(this.#session);
    if (!account.linked) throw new CommandFailure('SESSION_LOGGED_OUT', { notBegun: true });
    if (account.holder !== this.#connection) throw new CommandFailure('SESSION_CONFLICT', { notBegun: true });
    const { digest, target, fields: said } = described(message);
    const fields = { phone: account.phone, epoch: this.#assign.epoch, recipient, id, ...said, digest: said.text_sha256 === digest ? undefined : digest };
    const known = state.messageDigest(id, this.#session);
    if (known !== undefined) {
      const differs = known !== digest || undefined;
      return { value: {}, events: [this.#event('repeat', { ...fields, duplicate: true, differs })] };
    }
    const { restriction, writers } = account;
    if (restriction && Date.parse(restriction.until) > Date.now() && !writers.has(recipient)) {
      const code = restriction.engine_code;
      return { value: { rejected: code }, events: [this.#event('rejected', { ...fields, engine_code: code })] };
    }
    // Only what this account sent can be changed, as far as the network knows.
    if (['edit', 'delete'].includes(message.kind) && !account.sent.has(target)) {
      return { value: { rejected: '404' }, events: [this.#event('rejected', { ...fields, engine_code: '404' })] };
    }
    return { value: {}, events: [this.#event('message', { ...fields, duplicate: false })] };
  }

  async #connect() {
    await this.#wait(draw(this.#script.connect_ms, this.#random));
    if (this.#assign.linked) {
      const device = await this.#device();
      if (device) await this.#open(device);
      else this.#sink.state('logged_out', { reason: 'credentials_missing' });
      return;
    }
    // Nobody has the credentials of the older link any more: it is over.
    await this.#act(() => ({ events: this.#account.linked ? [this.#event('unlinked', { by: 'bridge' })] : [] }));
    if (this.#script.link.by === 'pairing_code') await this.#pair();
    else await this.#showCodes();
  }

  // By which the network knows the device that was linked: null where what it was given then is not there any more.
  async #device() {
    try {
      const secret = (await this.#sink.auth.load([SECRET])).get(SECRET);
      return secret ? digestOf(secret) : null;
    } catch (error) {
      if (error.code === 'DATA_LOSS') return null;
      throw error;
    }
  }

  /** A code for the phone that has this number, which is typed in as soon as a QR code would be scanned. */
  async requestPairingCode(phone) {
    while (!this.#linkable) {
      if (this.#assign.linked || this.#attempt > 0) {
        throw new CommandFailure('SESSION_BUSY', { notBegun: true, text: 'it is linked already' });
      }
      await this.#wait(UNPROVEN_MS);
    }
    const code = this.#pairingCode();
    this.#background(() => this.#typedIn(++this.#attempt, phone));
    return code;
  }

  /** Whether a number has an account: each has, but for those that the script names. */
  async checkNumber(phone) {
    if (!this.#connected) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
    const exists = !this.#script.not_on_whatsapp.includes(phone);
    await this.#note('checked', { number: phone, exists });
    return { exists, lid: exists ? identityOf(this.#network.state.seed, phone).lid : '' };
  }

  /** What came in from then on, also what was told before. */
  async history(since) {
    if (!this.#connected) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
    const events = [...this.#account.past.values()].filter(({ at }) => Date.parse(at) >= since.getTime());
    for (let at = 0; at < events.length; at += 100) {
      await Promise.all(events.slice(at, at + 100).map((event) => this.#tell(event)));
    }
    await this.#note('history', { since: since.toISOString(), told: events.length });
    return { told: events.length };
  }

  /** The file of a message that came in, as the network has it. */
  async fetchMedia({ message, mediaRef, path, signal }) {
    if (!this.#connected) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
    const event = this.#account.past.get(message.messageId);
    const gone = !event?.file || mediaRef.toString() !== message.messageId || event.file.expired;
    await this.#note('fetched', { id: message.messageId, gone: gone || undefined });
    if (gone) throw new CommandFailure('MEDIA_EXPIRED', { text: 'the network has it no more' });
    if (event.file.hangs) await this.#wait(600_000);
    await writeFile(path, event.file, message.messageId, signal);
    return { mimeType: event.file.mime_type };
  }

  /** The receipt for a message that came in. */
  async markRead({ chat, message }) {
    if (!this.#connected) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
    await this.#note('read', { chat, id: message.messageId });
  }

  /** What whoever has the chat open sees. */
  async showPresence({ recipient, presence }) {
    if (!this.#connected) throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
    await this.#note('presence', { recipient, presence });
  }

  async #showCodes() {
    const { first_ms: first, next_ms: next, codes, scan_after_ms: scanAfter, scan_code: scanned } = this.#script.qr;
    const attempt = ++this.#attempt;
    this.#linkable = true;
    this.#sink.state('qr_pending');
    for (let sequence = 1; sequence <= codes; sequence++) {
      const life = sequence === 1 ? first : next;
      this.#sink.qr({ sequence, code: qrText(this.#random), expiresAt: new Date(Date.now() + life) });
      if (sequence === scanned && scanAfter !== null && scanAfter < life) {
        await this.#wait(scanAfter);
        if (attempt === this.#attempt) await this.#link();
        return;
      }
      await this.#wait(life);
      if (attempt !== this.#attempt) return;
    }
    this.#sink.state('disconnected', { reason: 'qr_timeout', final: true });
  }

  async #pair() {
    this.#sink.state('qr_pending', { reason: 'pairing_code' });
    this.#linkable = true;
    this.#sink.pairingCode(this.#pairingCode());
    await this.#typedIn(++this.#attempt);
  }

  #pairingCode() {
    const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ123456789';
    const code = Array.from({ length: 8 }, () => letters[Math.floor(this.#random() * letters.length)]).join('');
    return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt: new Date(Date.now() + PAIRING_LIFE_MS) };
  }

  async #typedIn(attempt, phone) {
    const after = this.#script.qr.scan_after_ms;
    await this.#wait(after ?? PAIRING_LIFE_MS);
    if (attempt !== this.#attempt) return;
    if (after === null) this.#sink.state('disconnected', { reason: 'pairing_timeout', final: true });
    else await this.#link(phone);
  }

  async #link(number) {
    this.#linkable = false;
    this.#attempt++;
    const own = identityOf(this.#network.state.seed, this.#session);
    // An account has one id of WhatsApp's, whichever session it is linked to.
    const phone = number ?? this.#script.link.phone ?? own.phone;
    const identity = phone === own.phone ? own : identityOf(this.#network.state.seed, phone);
    const secret = crypto.randomBytes(32);
    const device = digestOf(secret);
    // Who scans sees what rpcd shows: the code of the holder.
    await this.#act(() => ({ events: [this.#event('linked', { phone, lid: identity.lid, device })] }));
    // Safe before anybody hears that it is linked: whoever carries it next needs them.
    const kept = [this.#sink.auth.set({ [SECRET]: secret }, { clear: true })];
    for (let n = 1; n <= PRE_KEYS; n++) kept.push(this.#sink.auth.set({ [`pre-key-${n}`]: crypto.randomBytes(32) }));
    await Promise.all(kept);
    this.#sink.state('authenticated', { phoneNumber: phone, lid: identity.lid });
    await this.#wait(this.#script.link.authenticated_ms);
    await this.#open(device);
  }

  async #open(device) {
    const known = await this.#act((state) => {
      const account = state.account(this.#session);
      if (!account.linked || account.device !== device) return { value: false };
      if (this.#closing.signal.aborted) return { value: true };
      this.#connected = true;
      const opened = this.#event('opened', { connection: this.#connection, epoch: this.#assign.epoch });
      return { value: true, events: [opened] };
    });
    // What WhatsApp says to credentials that it has dropped.
    if (!known) this.#sink.state('logged_out', { reason: 'credentials_unknown' });
    if (!this.#connected) return;
    this.#knownAs = device;
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
      const { from, text = '', kind = 'text', quoted, chat, target, mentions, content, file } = step;
      const id = step.id ?? `3EB0${crypto.randomBytes(9).toString('hex').toUpperCase()}`;
      await this.#note('incoming', { id, from, kind, text, quoted, chat, target, mentions, content, file });
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
    await this.#open(this.#knownAs);
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

  #deliver(event) {
    this.#background(async () => {
      await this.#tell(event);
      await this.#note('incoming_taken', { id: event.id });
    });
  }

  // Resolves when it is safe with the bridge.
  #tell({ id, from, chat = from, kind = 'text', text = '', quoted, at, target, mentions, content, file }) {
    const sender = from.startsWith('+') ? { fromPhone: from } : { fromLid: from };
    const moment = new Date(Date.parse(at) || Date.now());
    const more = { chat, target, mentions: Array.isArray(mentions) ? mentions : undefined, content: file ? told(file, id, content) : content };
    if (file) more.mediaRef = Buffer.from(id);
    return this.#sink.incoming({ providerMessageId: id, ...sender, kind, text: String(text), quoted, at: moment, ...more });
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

function digestOf(secret) {
  return crypto.createHash('sha256').update(secret).digest('hex').slice(0, 32);
}
