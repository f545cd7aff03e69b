// How a message goes out through an engine that would send a repeat as a second one: written down before, looked for after.
// What the library answers is one source, the echo of each message that is made (`message_create`) another, the chat a
// third. Where all three leave it open whether the message went out it stays open, and is told when it shows after all.
import { CommandFailure, withDeadline } from '../../core/failure.js';
import { addressOf, idOf } from '../shared/addresses.js';
import { KnownNumbers } from '../shared/known.js';
import { standing } from '../shared/standing.js';
import { changeMessage, nameOfQuoted } from './changes.js';
import { bodyOf, kinds } from './kinds.js';
import { fileHash, isSameFile, likeness } from './likeness.js';
import { Hung } from './page.js';
import { digestOf } from './sends.js';
import { ACKS } from './states.js';

const LOOK_BACK = 100;
// Between our clock and WhatsApp's.
const CLOCKS_MS = 120_000;
// A send whose end nobody knows has its message about the time at which it was begun, or it has none.
const RIVAL_MS = 600_000;
// How far back acks are looked for that were missed, and in how many chats.
const MISSED_MS = 3_600_000;
const MOST_CHATS = 20;
// The page itself went away: what it had may have gone with it.
const PAGE_LOST = /context was destroyed|target closed|session closed|detached|protocol error|connection closed/i;

export class Outgoing {
  #session;
  #sends;
  #library;
  #sink;
  #acks;
  #signal;
  #page;
  #sendMs;
  #log;
  #numbers = new KnownNumbers();
  #flights = new Set();

  /** @param {object} options assign, sends, library, sink, acks, signal (aborted when the session is let go), page()
   *   (the present one), sendMs, log. */
  constructor({ assign, sends, library, sink, acks, signal, page, sendMs, log }) {
    this.#session = assign;
    this.#sends = sends;
    this.#library = library;
    this.#sink = sink;
    this.#acks = acks;
    this.#signal = signal;
    this.#page = page;
    this.#sendMs = sendMs;
    this.#log = log;
  }

  /** @returns {Promise<string>} The id that WhatsApp gave the message. */
  async send(page, message) {
    const { commandId, clientMessageId, kind, content } = message;
    const before = this.#sends.find(this.#session.sessionId, clientMessageId);
    if (before?.state === 'done') return before.id;
    if (before) {
      const { id, absent } = await this.#look(page, before);
      if (id) return id;
      if (this.#mayStillGo(clientMessageId)) throw unknown('it is still under way');
      // The same command is one attempt. Another one for the message is a wish to send it again, of somebody who knows that
      // nobody knows; it is granted where the chat can be read and does not have it.
      if (!absent || before.command === commandId) throw unknown('it was begun before, and is not in the chat');
    }
    const chat = await this.address(page, message.recipient);
    const [what, options] = kinds[kind](content, this.#library);
    const quoting = await this.#quoting(page, message, chat);
    const intent = { session: this.#session.sessionId, epoch: this.#session.epoch, command: commandId, message: clientMessageId,
      recipient: chat, kind, body: bodyOf(kind, content), file: content?.path ? await fileHash(content.path) : undefined };
    await this.#sends.intent(intent).catch((error) => {
      throw new CommandFailure('BRIDGE_UNAVAILABLE', { notBegun: true, text: error.message });
    });
    try {
      await this.#mayAct(page);
    } catch (error) {
      await this.#sends.failed(intent.session, intent.message);
      throw error;
    }
    const flight = { intent, chat, kind, digest: digestOf(kind, intent.body), file: intent.file, page, id: null, given: false, ended: false };
    this.#flights.add(flight);
    return this.#carryOut(page, flight, what, { ...options, ...quoting, sendSeen: false, waitUntilMsgSent: true });
  }

  /** Does something to a message that is there: nothing new goes out for it. */
  async change(page, { recipient, kind, content }) {
    const chat = await this.address(page, recipient);
    await changeMessage(page, chat, { kind, content }, { ms: this.#sendMs, ready: () => this.#mayAct(page) });
  }

  /** A message was made in this account, by us or by its owner. */
  echo(message) {
    const { id, fromMe, to } = message;
    if (!fromMe || !isOfPage(id) || this.#sends.knows(this.#session.sessionId, id.id)) return;
    // A chat may be named by a number or by a LID, whichever the library has at hand.
    const like = [...this.#flights].filter((flight) => flight.id === null && likeness(flight, message) === 'surely'
      && (flight.chat === to || !to || to.endsWith('@lid') || flight.chat.endsWith('@lid')));
    const exact = like.filter((flight) => isSameFile(flight, message));
    // Of two that are alike nobody knows whose it is: the answer to one of them may tell, or the chat.
    const ours = exact.length > 0 ? exact : like;
    if (ours.length === 1) this.#showed(ours[0], id.id);
  }

  /** Looks for what was begun before this bridge was started, or before the page was lost, and tells what it finds. */
  async recover(page) {
    const { sessionId } = this.#session;
    for (const send of this.#sends.open(sessionId)) {
      if ([...this.#flights].some(({ intent }) => intent.message === send.message && !intent.given)) continue;
      const { id } = await this.#look(page, send);
      if (id) await this.#tell(send, id);
      else this.#log.warn('send.unknown', { command: send.command });
    }
    await this.#hearWhatWasMissed(page);
  }

  /** Tells what went out in a former life of the bridge, and was maybe never told. */
  async retell() {
    for (const send of this.#sends.untold(this.#session.sessionId)) await this.#tell(send, send.id);
  }

  // Acks that came while no page was there to tell of them.
  async #hearWhatWasMissed(page) {
    const { sessionId } = this.#session;
    const chats = new Set(this.#sends.since(sessionId, Date.now() - MISSED_MS).map(({ recipient }) => recipient));
    for (const recipient of [...chats].slice(-MOST_CHATS)) {
      const { messages = [] } = await this.#read(page, recipient);
      for (const { id, ack } of messages) if (id?.id && this.#sends.knows(sessionId, id.id)) this.#hear(id.id, ack);
    }
  }

  // Asked at the last moment at which what is to be done can be left undone.
  async #mayAct(page) {
    try {
      await standing(this.#sink, this.#signal);
      if (page.over) throw new Error('the page is gone');
    } catch (error) {
      throw error instanceof CommandFailure ? error
        : new CommandFailure('SESSION_NOT_CONNECTED', { notBegun: true, text: error.message });
    }
  }

  // A call that hung may come through as long as its page is there.
  #mayStillGo(message) {
    return [...this.#flights].some(({ intent, ended, page }) => intent.message === message && !ended && !page.over);
  }

  #hear(id, ack) {
    if (ACKS[ack]) this.#acks.heard({ providerMessageId: id, state: ACKS[ack], at: new Date(), engineCode: ack < 0 ? String(ack) : '' });
  }

  async #carryOut(page, flight, what, options) {
    const answer = page.begun('sendMessage', flight.chat, what, options);
    answer.catch(() => {}).then(() => { flight.ended = true; });
    let result;
    try {
      result = await withDeadline(answer, this.#sendMs, () => new Hung('sendMessage'));
    } catch (error) {
      if (error instanceof Hung) {
        answer.then((sent) => { if (sent?.id?.id) this.#showed(flight, sent.id.id); }, () => {});
        return this.#conclude(page, flight, error, { certain: false });
      }
      return this.#conclude(page, flight, error, { certain: !PAGE_LOST.test(String(error?.message ?? error)) });
    }
    const id = result?.id?.id ?? flight.id;
    if (id) {
      this.#hear(id, result?.ack);
      return this.#went(flight, id);
    }
    // Not allowed for this kind of chat: the library did nothing.
    if (result === null) throw await this.#wentNot(flight, new CommandFailure('ENGINE_UNSUPPORTED', { engineCode: 'null' }));
    return this.#conclude(page, flight, null, { certain: false });
  }

  // No answer that says it: what the echo or the chat says counts. `certain`: what is not in the chat did not go out.
  async #conclude(page, flight, error, { certain }) {
    const found = flight.id ? { id: flight.id } : await this.#look(this.#page() ?? page, flight.intent);
    if (found.id ?? flight.id) return this.#went(flight, found.id ?? flight.id);
    if (error === null && found.noChat) {
      throw await this.#wentNot(flight, new CommandFailure('RECIPIENT_NOT_ON_WHATSAPP', { engineCode: 'undefined' }));
    }
    if (error !== null && certain && (found.absent || found.noChat)) {
      throw await this.#wentNot(flight, new CommandFailure('ENGINE_ERROR', { engineCode: error?.name, text: error?.message ?? error }));
    }
    flight.given = true;
    throw unknown(error?.message ?? 'the library said nothing of it', error?.name);
  }

  async #went(flight, id) {
    this.#flights.delete(flight);
    const { session, message } = flight.intent;
    // It went out, whether that can be written down or not.
    await this.#sends.done(session, message, id).catch((error) => this.#log.error('sends.failed', { error }));
    return id;
  }

  async #wentNot(flight, failure) {
    this.#flights.delete(flight);
    const { session, message } = flight.intent;
    await this.#sends.failed(session, message).catch((error) => this.#log.error('sends.failed', { error }));
    return failure;
  }

  // It went out; where it was answered as unknown before, that is news.
  async #showed(flight, id) {
    if (!this.#flights.has(flight)) return;
    flight.id = id;
    if (!flight.given) return;
    await this.#went(flight, id);
    await this.#tell(flight.intent, id);
  }

  async #tell(send, id) {
    const { session, command, epoch, message } = send;
    for (const flight of this.#flights) if (flight.intent.message === message) this.#flights.delete(flight);
    await this.#sink.submitted({ commandId: command, epoch, clientMessageId: message, providerMessageId: id });
    await this.#sends.told(session, message);
  }

  // What the chat says of a send: `{id}`, `{absent: true}`, `{noChat: true}`, or nothing where it cannot be read or told.
  async #look(page, { session, message, recipient, kind, body, digest = digestOf(kind, body), file, at = Date.now() }) {
    const { messages, noChat } = await this.#read(page, recipient);
    if (!messages) return { noChat };
    const since = at - CLOCKS_MS;
    const send = { kind, digest, file };
    const maybe = messages.filter((one) => isOfPage(one.id) && one.fromMe !== false && one.timestamp * 1000 >= since
      && !this.#sends.knows(session, one.id.id) && likeness(send, one) !== 'not');
    const sure = maybe.filter((one) => likeness(send, one) === 'surely');
    const exact = sure.filter((one) => isSameFile(send, one));
    const ours = exact.length > 0 ? exact : sure;
    // Others that are like it are looked for as well: where not all of them are there, nobody knows which is.
    const rivals = this.#sends.open(session).filter((other) => other.message !== message && other.recipient === recipient
      && other.digest === digest && (exact.length === 0 || other.file === file)
      && (this.#mayStillGo(other.message) || ours.some(({ timestamp }) => timestamp * 1000 - other.at < RIVAL_MS)));
    if (ours.length > rivals.length) {
      const [{ id, ack }] = ours;
      await this.#sends.done(session, message, id.id).catch((error) => this.#log.error('sends.failed', { error }));
      this.#hear(id.id, ack);
      return { id: id.id };
    }
    // One of them may be it.
    if (maybe.length > 0) return {};
    const whole = messages.length < LOOK_BACK || messages.some(({ timestamp }) => timestamp * 1000 < since);
    return whole ? { absent: true } : {};
  }

  async #read(page, recipient) {
    try {
      const chat = await page.call('getChatById', recipient);
      if (!chat) return { noChat: true };
      const messages = await page.bounded(chat.fetchMessages({ limit: LOOK_BACK, fromMe: true }), 'fetchMessages');
      if (Array.isArray(messages)) return { messages };
    } catch (error) {
      this.#log.debug('engine.chat_unreadable', { error });
    }
    return {};
  }

  /** The library's id of a recipient's chat. */
  async address(page, recipient) {
    const address = addressOf(recipient, 'c.us');
    if (!recipient.startsWith('+')) return address;
    const known = this.#numbers.find(address);
    if (known) return known;
    let found;
    try {
      found = await page.call('getNumberId', recipient.slice(1));
    } catch (error) {
      throw new CommandFailure('ENGINE_ERROR', { notBegun: true, engineCode: error?.name, text: error?.message });
    }
    if (found === null) {
      // The same is said where the question went wrong: a page that is not connected is not believed.
      const state = await page.call('getState').catch((error) => error.message);
      if (state === 'CONNECTED') throw new CommandFailure('RECIPIENT_NOT_ON_WHATSAPP', { notBegun: true, engineCode: 'null' });
      throw new CommandFailure('ENGINE_ERROR', { notBegun: true, engineCode: 'null', text: `the page is ${state}` });
    }
    const chat = idOf(found) || address;
    this.#numbers.keep(address, chat);
    return chat;
  }

  /** The same without a question to WhatsApp: as it was found before, or as it is. */
  addressAsIs(recipient) {
    const address = addressOf(recipient, 'c.us');
    return this.#numbers.find(address) ?? address;
  }

  async #quoting(page, { quoted, quotedMessage }, chat) {
    if (!quoted) return {};
    // Of what went out long ago rpcd knows more than we do.
    const { fromMe = this.#sends.knows(this.#session.sessionId, quoted), sender } = quotedMessage ?? {};
    return { quotedMessageId: await nameOfQuoted(page, chat, { messageId: quoted, fromMe, sender }) };
  }
}

// Ids that pages of WhatsApp Web give; those of phones begin otherwise. What the library calls `deviceType` goes by the
// length of the id, and takes the ids of today's pages for a phone's.
function isOfPage(id) {
  return typeof id?.id === 'string' && id.id.startsWith('3EB0');
}

function unknown(text, engineCode) {
  return new CommandFailure('OUTCOME_UNKNOWN', { text, engineCode });
}
