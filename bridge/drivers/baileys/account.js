// A session on WhatsApp through baileys: one socket after the other, for each is good for one connection, and what they have
// in common: the credentials, the messages that went out, what rpcd is told. Connections are made again by themselves;
// messages never are.
import { setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from '../../client/backoff.js';
import { CommandFailure, withDeadline } from '../../core/failure.js';
import { Acks } from '../shared/acks.js';
import { addressOf, isPerson, lidOf, phoneOf } from '../shared/addresses.js';
import { KnownNumbers } from '../shared/known.js';
import { standing } from '../shared/standing.js';
import { CLOSES, failureOf } from './codes.js';
import { Credentials } from './credentials.js';
import { fetchFile } from './files.js';
import { History } from './history.js';
import { kinds } from './kinds.js';
import { Line } from './line.js';
import { Pairing } from './pairing.js';
import { Reports } from './reports.js';
import { SentMessages } from './sent.js';

const DOMAIN = 's.whatsapp.net';
// The library's words.
const PRESENCES = { typing: 'composing', recording: 'recording', paused: 'paused' };
const TIMES = { connectMs: 45_000, callMs: 15_000, endMs: 3000, backoffMs: 1000, longestBackoffMs: 60_000, steadyMs: 60_000,
  waitingMs: 60_000 };

export class Account {
  #assign;
  #sink;
  #library;
  #web;
  #log;
  #times;
  #line = null;
  #credentials = null;
  #sent = null;
  #pairing;
  #reports;
  #history;
  #acks;
  #backoff;
  #state = '';
  #openedAt = null;
  #restarts = 0;
  #refusal = null;
  #known = new KnownNumbers();
  #closing = new AbortController();

  /** @param {object} options assign, sink, library (with makeSocket), web (the version to speak as), log, times. */
  constructor({ assign, sink, library, web, log, times }) {
    this.#assign = assign;
    this.#sink = sink;
    this.#library = library;
    this.#web = web;
    this.#log = log;
    this.#times = { ...TIMES, ...times };
    this.#pairing = new Pairing({ sink, callMs: this.#times.callMs, linked: assign.linked });
    this.#acks = new Acks({ sendOf: (id) => id, tell: (ack) => this.#sink.ack(ack) });
    this.#reports = new Reports({ sink, acks: this.#acks, callMs: this.#times.callMs, log });
    this.#history = new History({ tell: (incoming) => sink.incoming(incoming), waitMs: this.#times.waitingMs, log });
    this.#backoff = new Backoff({ baseMs: this.#times.backoffMs, capMs: this.#times.longestBackoffMs });
  }

  /** Resolves when it is on its way; linking and connecting go on behind it. */
  async start() {
    this.#tell('starting');
    this.#background(() => this.#begin());
  }

  /** Takes one message to WhatsApp. What has left is the same message when it is sent again. */
  async send(message) {
    const line = this.#connected();
    const { clientMessageId: id, recipient, kind, content, quoted, quotedMessage } = message;
    const jid = await this.#address(recipient, line);
    const made = kinds[kind](content, jid, kind === 'reaction' && !content.fromMe ? this.#reports.keyOf(content, jid) : undefined);
    await standing(this.#sink, this.#closing.signal).catch((error) => { throw notBegun(error); });
    if (line.over || line !== this.#line) throw notConnected();
    this.#acks.begin(id);
    this.#reports.begins(id);
    try {
      const options = { messageId: id, quoted: quoted ? this.#reports.quotable(quoted, jid, quotedMessage) : undefined };
      const sent = await this.#sent.underWay(id, Promise.resolve(line.socket.sendMessage(jid, made, options)));
      await this.#sent.keep(id, sent);
      return { providerMessageId: sent?.key?.id ?? id };
    } catch (error) {
      throw new CommandFailure(failureOf(error).reason, { engineCode: failureOf(error).engineCode, text: error?.message });
    }
  }

  /** The answer to a send is written down: what was said of its message may follow. */
  answered({ clientMessageId }) {
    this.#acks.answered(clientMessageId);
  }

  async requestPairingCode(phoneNumber) {
    return this.#pairing.request(phoneNumber);
  }

  async checkNumber(phoneNumber) {
    const line = this.#connected();
    const exists = await this.#asked(addressOf(phoneNumber, DOMAIN), line);
    if (exists === undefined) throw new CommandFailure('ENGINE_ERROR', { text: 'WhatsApp gave no answer' });
    return { exists: exists !== null, lid: exists ? await this.#lidOf(exists, line) : '' };
  }

  /** What came in from then on, as far as WhatsApp still gives it: what waited for the device, what the phone sends a new one. */
  async history(since) {
    this.#connected();
    return { told: await this.#history.bring(since) };
  }

  /** The file of a message that came in goes to the disk. */
  fetchMedia(asked) {
    const { socket } = this.#connected();
    return fetchFile(asked, { library: this.#library, socket, log: this.#log });
  }

  /** The sender of a message is told that it was read. */
  async markRead({ chat, message }) {
    const { socket } = this.#connected();
    await socket.readMessages([this.#reports.keyOf({ ...message, fromMe: false }, addressOf(chat, DOMAIN))]);
  }

  /** What whoever has the chat open sees. */
  async showPresence({ recipient, presence }) {
    const { socket } = this.#connected();
    // Nobody is looked up for it: who asks after many strangers is restricted.
    const jid = addressOf(recipient, DOMAIN);
    await socket.sendPresenceUpdate(PRESENCES[presence] ?? 'paused', this.#known.find(jid) ?? jid);
  }

  async stop(reason) {
    this.#closing.abort(new Error('the session was let go'));
    this.#pairing.close();
    const line = this.#line;
    this.#line = null;
    if (reason === 'logout') await line?.logout(this.#times.endMs);
    else await line?.end(this.#times.endMs);
  }

  async #begin() {
    const { auth } = this.#sink;
    const values = this.#assign.linked ? await this.#kept() : new Map();
    const { proto } = this.#library;
    this.#credentials = new Credentials({ auth, library: this.#library, values });
    this.#sent = new SentMessages({ auth, proto, values });
    if (this.#assign.linked && !this.#credentials.linked) this.#end('logged_out', { reason: 'credentials_missing' });
    else await this.#connect();
  }

  // What does not open is as good as nothing.
  async #kept() {
    try {
      return await this.#sink.auth.load();
    } catch (error) {
      if (error.code === 'DATA_LOSS') return new Map();
      throw error;
    }
  }

  async #connect() {
    if (!this.#credentials.linked) this.#credentials.renew();
    await standing(this.#sink, this.#closing.signal);
    const auth = this.#credentials.state;
    this.#history.begins();
    const line = new Line({
      makeSocket: this.#library.makeSocket, auth, web: this.#web, log: this.#log,
      connectMs: this.#times.connectMs, getMessage: (key) => this.#sent.find(key),
      on: {
        update: (update) => this.#onUpdate(update, line),
        credentials: (change) => this.#credentials.save(change, auth.creds),
        received: (messages) => this.#history.received(this.#reports.received(messages)),
        history: (messages) => this.#history.sent(messages),
        status: (updates) => this.#reports.status(updates),
        receipts: (updates) => this.#reports.receipts(updates),
        ack: (attributes) => this.#reports.ack(attributes, line.socket),
        capping: (info) => this.#reports.capping(info),
        closed: (code, error) => this.#background(() => this.#onClosed(code, error)),
      },
    });
    this.#line = line;
    if (!this.#credentials.linked) this.#pairing.offer(line.socket);
  }

  async #onUpdate({ connection, qr, isNewLogin, reachoutTimeLock, receivedPendingNotifications }, line) {
    if (receivedPendingNotifications && line === this.#line) this.#history.completes();
    if (reachoutTimeLock) this.#reports.timelock(reachoutTimeLock);
    if (qr && !this.#credentials.linked) {
      this.#tell('qr_pending');
      this.#pairing.showed(qr);
    }
    if (isNewLogin) await this.#onLinked();
    if (connection === 'open' && line === this.#line) await this.#onOpen();
  }

  // Whoever carries the session next has to find the credentials: they are kept before anybody hears that it is linked.
  async #onLinked() {
    this.#pairing.done();
    await this.#credentials.save({});
    this.#tell('authenticated', this.#identity());
  }

  async #onOpen() {
    this.#openedAt = performance.now();
    this.#restarts = 0;
    this.#pairing.done();
    await this.#credentials.save({});
    if (!this.#line?.over) this.#tell('connected', this.#identity());
  }

  async #onClosed(code, error) {
    const steady = this.#openedAt !== null && performance.now() - this.#openedAt > this.#times.steadyMs;
    this.#openedAt = null;
    if (steady) this.#backoff.reset();
    const meaning = CLOSES[code] ?? { again: 'later' };
    this.#log.info('engine.closed', { code, text: error?.message });
    if (!this.#credentials.linked && code === 408 && this.#pairing.shown) {
      const reason = this.#pairing.requested ? 'pairing_timeout' : 'qr_timeout';
      this.#end('disconnected', { reason, final: true });
    } else if (meaning.state === 'restricted') await this.#restrict(meaning, error);
    else if (meaning.state) this.#end(meaning.state, meaning);
    else await this.#again(meaning, code);
  }

  // Only the first 515 in a row is followed at once: a server that says nothing else is not to be run against.
  async #again({ again }, code) {
    if (this.#state === 'connected') this.#tell('disconnected', { reason: `closed_${code || 'unknown'}` });
    const wait = again === 'now' && this.#restarts++ === 0 ? 0 : this.#backoff.next();
    await sleep(wait, undefined, { signal: this.#closing.signal });
    await this.#connect();
  }

  async #restrict({ reason }, error) {
    const seconds = Number(error?.data?.expire);
    const until = seconds > 0 ? new Date(Date.now() + seconds * 1000) : undefined;
    if (until) this.#sink.restriction({ kind: 'temporary_ban', until });
    this.#refusal = 'ACCOUNT_RESTRICTED';
    this.#tell('restricted', { reason });
  }

  // The line that sends go over now.
  #connected() {
    if (this.#refusal) throw new CommandFailure(this.#refusal, { notBegun: true, text: 'the account is restricted' });
    const line = this.#line;
    if (!line || line.over || this.#state !== 'connected') throw notConnected();
    return line;
  }

  async #address(recipient, line) {
    const jid = addressOf(recipient, DOMAIN);
    if (!recipient.startsWith('+')) return jid;
    const found = this.#known.find(jid) ?? await this.#asked(jid, line);
    if (found === null) throw new CommandFailure('RECIPIENT_NOT_ON_WHATSAPP', { notBegun: true });
    // No answer is no reason not to try.
    return found ?? jid;
  }

  // The id of a number's account; null: it has none; undefined: not known.
  async #asked(jid, line) {
    let answer;
    try {
      const late = () => new Error('no answer');
      answer = await withDeadline(line.socket.onWhatsApp(jid), this.#times.callMs, late);
    } catch (error) {
      this.#log.debug('engine.number_unknown', { error });
    }
    if (!Array.isArray(answer)) return undefined;
    const found = answer.find(({ exists }) => exists);
    if (!found) return null;
    const known = isPerson(found.jid) ? found.jid : jid;
    this.#known.keep(jid, known);
    return known;
  }

  async #lidOf(jid, line) {
    if (lidOf(jid)) return lidOf(jid);
    const mapping = line.socket.signalRepository?.lidMapping;
    if (!mapping?.getLIDForPN) return '';
    const late = () => new Error('no answer');
    return lidOf(await withDeadline(mapping.getLIDForPN(jid), this.#times.callMs, late).catch(() => ''));
  }

  #identity() {
    const { id, lid } = this.#credentials.creds.me ?? {};
    return { phoneNumber: phoneOf(id), lid: lidOf(lid) || lidOf(id) };
  }

  // A state is said once, however often the library does.
  #tell(state, detail = {}) {
    if (state === this.#state || this.#closing.signal.aborted) return;
    this.#state = state;
    this.#sink.state(state, detail);
  }

  #end(state, { reason, refusal, final } = {}) {
    this.#tell(state, { reason, refusal, final });
  }

  // What goes wrong behind the back of whoever started it ends this session and no other.
  async #background(work) {
    try {
      await work();
    } catch (error) {
      if (!this.#closing.signal.aborted) this.#tell('failed', { reason: error.message });
    }
  }
}

function notConnected() {
  return new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
}

function notBegun(error) {
  if (error instanceof CommandFailure) return error;
  return new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: error.message });
}
