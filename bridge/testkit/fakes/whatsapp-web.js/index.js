// A fake of the whatsapp-web.js library, version 1.34, written from its contract (design page BRIDGE.md and its
// documentation): a client on a browser profile, whose `ready` comes twice, whose `sendMessage` answers null and undefined
// instead of throwing, whose calls may hang, and which after a logout deletes its profile and shows a code for a new link.
// WhatsApp itself is in world.js; a test has it in its hands.
'use strict';
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { world, Browser } = require('./world.js');

const DEFAULTS = { qrMaxRetries: 0, takeoverOnConflict: false, puppeteer: { headless: true }, webVersionCache: { type: 'local' } };
const STILL_FINE = ['CONNECTED', 'OPENING', 'PAIRING', 'TIMEOUT'];

class LocalAuth {
  constructor({ clientId, dataPath = './.wwebjs_auth' } = {}) {
    if (clientId && !/^[-_\w]+$/i.test(clientId)) throw new Error('Invalid clientId. Only alphanumeric characters, underscores and hyphens are allowed.');
    this.folder = path.join(path.resolve(dataPath), clientId ? `session-${clientId}` : 'session');
  }

  prepare() {
    fs.mkdirSync(this.folder, { recursive: true });
  }

  logout() {
    return fs.promises.rm(this.folder, { recursive: true, force: true });
  }
}

class MessageMedia {
  constructor(mimetype, data, filename) {
    Object.assign(this, { mimetype, data, filename });
  }

  // The type by the name's ending; the names of ours have none.
  static fromFilePath(file) {
    return new MessageMedia(path.extname(file) === '' ? null : 'text/plain', fs.readFileSync(file, 'base64'), path.basename(file));
  }
}

class Location {
  constructor(latitude, longitude, options) {
    Object.assign(this, { latitude, longitude, ...options });
  }
}

class Poll {
  constructor(pollName, pollOptions, options) {
    Object.assign(this, { pollName: pollName.trim(), pollOptions: pollOptions.map((name, localId) => ({ name: name.trim(), localId })), options });
  }
}

/** A message of a chat, with what can be done to it. */
class Message {
  #client;
  #chat;

  constructor(client, chat, fields) {
    Object.assign(this, fields);
    this.#client = client;
    this.#chat = chat;
  }

  /** undefined where WhatsApp has it no more, and where the page has not got it yet. */
  async downloadMedia() {
    if (world.hanging.downloadMedia) await new Promise(() => {});
    return world.files.get(this.id._serialized);
  }

  async react(emoji) {
    await this.#change({ react: emoji });
  }

  /** null, and nothing done, where WhatsApp takes no edit of it. */
  async edit(body, options) {
    if (!this.fromMe || world.refuses.edit) return null;
    await this.#change({ edit: body, options }, (one) => ({ ...one, body }));
    return this;
  }

  /** For everyone where that is allowed, else for the account itself, without a word. */
  async delete(everyone) {
    const revokes = everyone && this.fromMe && !world.refuses.delete;
    await this.#change({ delete: revokes ? 'everyone' : 'here' }, (one) => (revokes ? { ...one, type: 'revoked', body: '' } : null));
  }

  async #change(what, make = (one) => one) {
    const trouble = world.troubles.shift();
    if (trouble?.before) throw trouble.before;
    world.change(this.#client.auth.folder, this.#chat, this.id, what, make);
    if (trouble?.hang) await new Promise(() => {});
  }
}

class Client extends EventEmitter {
  constructor(options = {}) {
    super();
    this.options = { ...DEFAULTS, ...options };
    this.auth = options.authStrategy;
    this.pupBrowser = null;
    this.info = undefined;
    this.codes = 0;
    world.clients.push(this);
  }

  get account() {
    return world.accountOf(this.auth.folder);
  }

  async initialize() {
    this.auth.prepare();
    if (world.launchFails) throw new Error(world.launchFails);
    if (fs.existsSync(path.join(this.auth.folder, 'SingletonLock'))) throw new Error(`The browser is already running for ${this.auth.folder}`);
    await world.launching;
    this.pupBrowser = Browser.launch(this.auth.folder);
    if (world.hanging.initialize) await new Promise(() => {});
    if (world.pageFails.length > 0) throw world.pageFails.shift();
    await world.pause();
    await this.inject();
  }

  async inject() {
    if (!this.account) {
      this.showQr();
      return;
    }
    if (this.account.dead) {
      // The phone has dropped this device.
      this.showQr();
      return;
    }
    this.enter();
  }

  showQr() {
    this.emit('qr', `2@code${++this.codes},ref,key`);
    if (this.options.qrMaxRetries > 0 && this.codes > this.options.qrMaxRetries) {
      this.emit('disconnected', 'Max qrcode retries reached');
      this.destroy();
      return;
    }
    if (world.auto) setTimeout(() => this.scan(), world.auto.scanAfterMs);
  }

  /** A phone scans the code. */
  scan(phone = world.phone) {
    world.link(this.auth.folder, phone);
    this.enter();
  }

  enter() {
    const { phone } = this.account;
    this.emit('loading_screen', 100, 'WhatsApp');
    for (let times = 0; times < 2; times++) {
      this.emit('authenticated', undefined);
      this.info = { wid: { user: phone, server: 'c.us', _serialized: `${phone}@c.us` }, pushname: 'Ada' };
      this.emit('ready');
    }
  }

  /** The page says that its connection has another state. */
  state(state) {
    this.emit('change_state', state);
    if (STILL_FINE.includes(state)) return;
    this.emit('disconnected', state);
    this.destroy();
  }

  /** The phone unlinks the device: the profile is deleted, and the page shows a code for a new link. */
  async loggedOut() {
    world.unlink(this.auth.folder);
    this.emit('disconnected', 'LOGOUT');
    await this.auth.logout();
    this.auth.prepare();
    await this.inject();
  }

  async sendMessage(chatId, content, options = {}) {
    world.calls.push({ chatId, content, options });
    const trouble = world.troubles.shift();
    if (trouble?.before) throw trouble.before;
    if (trouble?.answer !== undefined && trouble.silent) return trouble.answer;
    if (trouble?.nothing) return undefined;
    const message = world.take(this, chatId, content, options);
    if (!trouble?.noEcho) this.emit('message_create', { ...message });
    // The library says that it was sent, of a message that WhatsApp would not take.
    if (trouble?.refused) return { ...message, ack: -1 };
    world.follow(this, message);
    if (trouble?.hang) return new Promise((resolve) => { world.release = () => resolve(message); });
    if (trouble?.after) throw trouble.after;
    if ('answer' in (trouble ?? {})) return trouble.answer;
    return message;
  }

  async getNumberId(number) {
    if (world.hanging.getNumberId) await new Promise(() => {});
    world.asked.push(number);
    if (world.nobody.has(number) || world.unreadable) return null;
    const lid = world.lids.get(number);
    const id = lid ?? `${number}@c.us`;
    return { user: id.split('@')[0], server: id.split('@')[1], _serialized: id };
  }

  async getChatById(chatId) {
    if (world.unreadable) throw new Error('Evaluation failed: page is busy');
    if (world.hanging.chats) await new Promise(() => {});
    const messages = world.chat(this.auth.folder, chatId);
    if (!messages) return undefined;
    return this.chat(chatId, messages);
  }

  /** All chats, those too that no person writes in; `timestamp`: when something last happened there. */
  async getChats() {
    if (world.unreadable) throw new Error('Evaluation failed: page is busy');
    if (world.hanging.chats) await new Promise(() => {});
    return world.chatsOf(this.auth.folder).map(([chatId, messages]) => this.chat(chatId, messages));
  }

  // A chat of the library's. Its messages are sorted only where there are more than were asked for; notices are left out.
  chat(chatId, messages) {
    const state = (name) => async () => { world.show(name, chatId); };
    const [user, server] = chatId.split('@');
    return {
      id: { user, server, _serialized: chatId }, isGroup: server === 'g.us', unreadCount: world.unread[chatId] ?? 0,
      timestamp: messages.at(-1)?.timestamp,
      fetchMessages: async ({ limit, fromMe }) => {
        world.fetched.push({ chatId, limit });
        if (world.hanging.fetch === chatId) await new Promise(() => {});
        if (world.broken === chatId) throw new Error('Evaluation failed: TypeError: undefined');
        const all = messages.filter((one) => fromMe === undefined || one.fromMe === fromMe);
        const given = all.length > limit ? [...all].sort((a, b) => a.timestamp - b.timestamp).slice(-limit) : all;
        return given.map((one) => new Message(this, chatId, one));
      },
      sendStateTyping: state('typing'), sendStateRecording: state('recording'), clearState: state('clear'),
    };
  }

  async getMessageById(name) {
    if (world.unreadable) throw new Error('Evaluation failed: page is busy');
    const [, chatId] = name.split('_');
    const found = world.chat(this.auth.folder, chatId)?.find((one) => one.id._serialized === name);
    return found ? new Message(this, chatId, found) : null;
  }

  async sendSeen(chatId) {
    if (!world.chat(this.auth.folder, chatId)) return false;
    world.show('seen', chatId);
    return true;
  }

  async requestPairingCode(number, showNotification = true, intervalMs = 180000) {
    if (!/^\d+$/.test(number)) throw new Error('digits only');
    world.pairing = { client: this, number, showNotification, intervalMs };
    this.emit('code', 'EFGH5678');
    return 'EFGH5678';
  }

  async getState() {
    if (world.hanging.getState) await new Promise(() => {});
    return world.pageStates.length > 0 ? world.pageStates.shift() : world.pageState;
  }

  async getWWebVersion() {
    world.versions++;
    return '2.3000.7654321';
  }

  async logout() {
    if (world.hanging.logout) await new Promise(() => {});
    world.unlink(this.auth.folder);
    await this.pupBrowser.close();
    await this.auth.logout();
  }

  async destroy() {
    if (world.hanging.destroy) await new Promise(() => {});
    await this.pupBrowser?.close();
  }
}

module.exports = { Client, LocalAuth, MessageMedia, Location, Poll, world };
