// A session on WhatsApp through whatsapp-web.js: one browser after the other on one profile, and what becomes of them. A
// browser that is gone, or hangs, is ended with all its processes and opened again; messages are never sent again by that.
import { setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from '../../client/backoff.js';
import { CommandFailure } from '../../core/failure.js';
import { Acks } from '../shared/acks.js';
import { addressOf, idOf, lidOf, phoneOf } from '../shared/addresses.js';
import { standing } from '../shared/standing.js';
import { changes, markSeen, showPresence } from './changes.js';
import { fetchFile } from './files.js';
import { tellHistory } from './history.js';
import { deletionOf, editOf, incomingOf, reactionOf } from './incoming.js';
import { Linking } from './linking.js';
import { Outgoing } from './outgoing.js';
import { Hung, Page } from './page.js';
import { Profile } from './profile.js';
import { ACKS, ENDS, NO_BROWSER, PAGE } from './states.js';

const TIMES = { openMs: 55_000, callMs: 10_000, sendMs: 35_000, logoutMs: 4000, destroyMs: 3000, watchMs: 30_000,
  backoffMs: 1000, longestBackoffMs: 60_000 };

export class Account {
  #assign;
  #sink;
  #options;
  #sends;
  #log;
  #times;
  #profile;
  #linking;
  #outgoing;
  #acks;
  #backoff;
  #page = null;
  #ready = false;
  #state = '';
  #refusal = null;
  #turn = Promise.resolve();
  #closing = new AbortController();

  /**
   * @param {object} options assign, sink, library, sends, folder, bridge, browser, browserArgs, webVersion, times, log,
   *   onWebVersion(version), onStopped().
   */
  constructor(options) {
    const { assign, sink, library, sends, folder, bridge, times, log } = options;
    this.#assign = assign;
    this.#sink = sink;
    this.#options = options;
    this.#sends = sends;
    this.#log = log;
    this.#times = { ...TIMES, ...times };
    this.#profile = new Profile({ folder, sessionId: assign.sessionId, bridge, auth: sink.auth });
    this.#linking = new Linking({ sink, linked: assign.linked });
    this.#acks = new Acks({ sendOf: (id) => sends.sendOf(assign.sessionId, id), tell: (ack) => this.#tellAck(ack) });
    this.#outgoing = new Outgoing({ assign, sends, library, sink, acks: this.#acks, signal: this.#closing.signal, page: () => this.#page,
      sendMs: this.#times.sendMs, log });
    this.#backoff = new Backoff({ baseMs: this.#times.backoffMs, capMs: this.#times.longestBackoffMs });
  }

  get browserPid() {
    return this.#page?.pid ?? null;
  }

  /** Resolves when it is on its way; the browser starts behind it. */
  async start() {
    this.#tell('starting');
    this.#background(() => this.#begin());
  }

  async send(message) {
    const page = this.#usable();
    this.#acks.begin(message.clientMessageId);
    try {
      if (!Object.hasOwn(changes, message.kind)) return { providerMessageId: await this.#outgoing.send(page, message) };
      await this.#outgoing.change(page, message);
      // WhatsApp gives it no id and says nothing of it afterwards: ours stands for it.
      return { providerMessageId: message.clientMessageId, state: 'server' };
    } catch (error) {
      // Who does not answer here may not answer anything any more.
      if (error.engineCode === 'Hung') this.#background(() => this.#look(page));
      throw error;
    }
  }

  /** The answer to a send is in the bridge's journal. */
  async answered({ clientMessageId }, outcome) {
    this.#acks.answered(clientMessageId);
    if (outcome.submitted) await this.#sends.told(this.#assign.sessionId, clientMessageId);
  }

  requestPairingCode(phoneNumber) {
    return this.#linking.request(phoneNumber);
  }

  async checkNumber(phoneNumber) {
    const found = await this.#usable().call('getNumberId', addressOf(phoneNumber, 'c.us').split('@')[0]);
    return { exists: Boolean(found), lid: lidOf(idOf(found)) };
  }

  /** What came in from then on, as the page's chats have it, told before or not. */
  async history(since) {
    const page = this.#usable();
    try {
      return { told: await tellHistory(page, since, { tell: (incoming) => this.#sink.incoming(incoming), log: this.#log }) };
    } catch (error) {
      // Who does not answer here may not answer anything any more.
      if (error.engineCode === 'Hung' || error instanceof Hung) this.#background(() => this.#look(page));
      throw error;
    }
  }

  /** The file of a message that came in goes to the disk. */
  fetchMedia(asked) {
    return fetchFile(this.#usable(), asked);
  }

  async markRead({ chat }) {
    const page = this.#usable();
    await markSeen(page, await this.#outgoing.address(page, chat));
  }

  async showPresence({ recipient, presence }) {
    const page = this.#usable();
    await showPresence(page, this.#outgoing.addressAsIs(recipient), presence);
  }

  async stop(reason) {
    this.#closing.abort(new Error('the session was let go'));
    this.#linking.close();
    const page = this.#page;
    this.#page = null;
    this.#ready = false;
    page?.finish();
    if (page && this.#linking.linked && reason === 'logout') await page.logout();
    await page?.close();
    // Of a link that is over nothing stays, also what the library has made anew meanwhile.
    if (reason === 'logout' || reason === 'logged_out') await this.#profile.remove();
    this.#options.onStopped?.();
  }

  async #begin() {
    await this.#outgoing.retell();
    if (this.#assign.linked) {
      const { here, bridge } = await this.#profile.find();
      if (!here) {
        if (bridge) this.#log.error('profile.elsewhere', { bridge });
        if (bridge) this.#tell('failed', { reason: `profile_at_${bridge}` });
        else this.#tell('logged_out', { reason: 'credentials_missing' });
        return;
      }
    } else await this.#profile.begin();
    await this.#open();
  }

  async #open() {
    await standing(this.#sink, this.#closing.signal);
    const page = new Page({ ...this.#options, profile: this.#profile, times: this.#times,
      on: {
        qr: (code) => this.#inTurn(page, () => this.#onQr(page, code)),
        code: (code) => this.#linking.renewed(code),
        authenticated: () => this.#inTurn(page, () => this.#onAuthenticated()),
        auth_failure: () => this.#inTurn(page, () => this.#tell('logged_out', { reason: 'auth_failure' })),
        ready: () => this.#inTurn(page, () => this.#onReady(page)),
        change_state: (state) => this.#inTurn(page, () => this.#onPageState(state)),
        disconnected: (reason) => this.#onDisconnected(page, String(reason)),
        message: (message) => this.#cameIn(incomingOf(message)),
        message_reaction: (reaction) => this.#cameIn(reactionOf(reaction)),
        message_edit: (message, body) => this.#cameIn(editOf(message, body)),
        message_revoke_everyone: (message, before) => this.#cameIn(deletionOf(message, before)),
        message_create: (message) => this.#outgoing.echo(message),
        message_ack: (message, ack) => this.#onAck(message, ack),
        gone: () => this.#lost(page, 'browser_ended'),
      } });
    this.#page = page;
    this.#ready = false;
    try {
      await page.open();
    } catch (error) {
      if (page.over) return;
      if (NO_BROWSER.test(String(error?.message ?? error))) {
        await page.close();
        throw error;
      }
      // It may be on its way all the same, if it only took long to load.
      if (!(error instanceof Hung) || !page.heard) this.#lost(page, `open: ${error?.message ?? error}`);
    }
  }

  // What is said comes in the order in which it happened, though some of it has to be kept first.
  #inTurn(page, work) {
    this.#turn = this.#turn.then(async () => {
      if (!page.over) await work();
    }).catch((error) => {
      if (!this.#closing.signal.aborted) this.#log.warn('engine.listener_failed', { error });
    });
    return this.#turn;
  }

  #onQr(page, code) {
    if (this.#linking.linked) {
      page.finish();
      this.#tell('logged_out', { reason: 'credentials_unknown' });
      return;
    }
    this.#tell('qr_pending');
    this.#linking.showed(code, page);
  }

  async #onAuthenticated() {
    if (this.#linking.linked) return;
    this.#linking.done();
    // Who carries the session next has to know which profile is the link.
    await this.#profile.keep();
    this.#tell('authenticated');
  }

  async #onReady(page) {
    if (this.#ready) return;
    await this.#onAuthenticated();
    await page.call('getWWebVersion').then((version) => this.#options.onWebVersion?.(version), () => {});
    await this.#outgoing.recover(page);
    if (page.over) return;
    this.#ready = true;
    this.#backoff.reset();
    this.#tell('connected', this.#identity(page));
    this.#background(() => this.#watch(page));
  }

  #onPageState(state) {
    if (!this.#ready || PAGE[state] === undefined) return;
    if (PAGE[state]) this.#tell('connected', this.#identity(this.#page));
    else this.#tell('disconnected', { reason: String(state).toLowerCase() });
  }

  #onDisconnected(page, reason) {
    const end = ENDS[reason];
    this.#log.info('engine.disconnected', { reason });
    if (!end) {
      this.#lost(page, `disconnected_${reason.toLowerCase()}`);
      return;
    }
    // The library goes on by itself, and would show a code of a new link next.
    page.finish();
    this.#ready = false;
    if (end.state === 'restricted') {
      this.#refusal = 'ACCOUNT_RESTRICTED';
      this.#background(() => page.close());
    }
    const pairing = end.reason === 'qr_timeout' && this.#linking.requested;
    this.#tell(end.state, { reason: pairing ? 'pairing_timeout' : end.reason, final: end.final });
  }

  async #cameIn(incoming) {
    if (incoming) await this.#sink.incoming(incoming);
  }

  #onAck({ id, fromMe }, ack) {
    const state = ACKS[ack];
    if (state && (fromMe ?? id?.fromMe) && id?.id) {
      this.#acks.heard({ providerMessageId: id.id, state, at: new Date(), engineCode: state === 'error' ? String(ack) : '' });
    }
  }

  // Of what the owner sends from elsewhere nobody here wants to know.
  async #tellAck(ack) {
    const { sessionId } = this.#assign;
    if (!this.#sends.knows(sessionId, ack.providerMessageId)) return;
    await this.#sink.ack(ack);
    if (ack.state === 'error') await this.#sends.gaveUp(sessionId, ack.providerMessageId);
  }

  // Looks from time to time whether there is still somebody in the page.
  async #watch(page) {
    let silent = 0;
    while (!page.over) {
      await sleep(this.#times.watchMs, undefined, { signal: this.#closing.signal });
      silent = await this.#look(page) ? 0 : silent + 1;
      if (silent > 1) this.#lost(page, 'page_empty');
    }
  }

  // Whether the page knows its state; one that does not even answer is lost.
  async #look(page) {
    if (page.over) return true;
    try {
      return await page.call('getState') !== null;
    } catch (error) {
      this.#lost(page, error instanceof Hung ? 'page_hung' : 'page_lost');
      return true;
    }
  }

  #lost(page, reason) {
    if (page.over || page !== this.#page) return;
    page.finish();
    this.#ready = false;
    this.#log.warn('engine.lost', { reason });
    this.#tell('disconnected', { reason: reason.slice(0, 200) });
    this.#background(async () => {
      await page.close();
      await sleep(this.#backoff.next(), undefined, { signal: this.#closing.signal });
      await this.#open();
    });
  }

  #usable() {
    if (this.#refusal) throw new CommandFailure(this.#refusal, { notBegun: true, text: 'the account is restricted' });
    const page = this.#page;
    if (!page || page.over || this.#state !== 'connected') {
      throw new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: 'not connected' });
    }
    return page;
  }

  #identity(page) {
    const { wid, lid } = page?.info ?? {};
    return { phoneNumber: phoneOf(idOf(wid)), lid: lidOf(idOf(lid)) || lidOf(idOf(wid)) };
  }

  // A state is said once, however often the library does.
  #tell(state, detail = {}) {
    if (state === this.#state || this.#closing.signal.aborted) return;
    this.#state = state;
    this.#sink.state(state, detail);
  }

  // What goes wrong behind the back of whoever started it ends this session and no other.
  async #background(work) {
    try {
      await work();
    } catch (error) {
      if (!this.#closing.signal.aborted) this.#tell('failed', { reason: error?.message ?? String(error) });
    }
  }
}
