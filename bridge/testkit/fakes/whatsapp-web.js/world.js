// The WhatsApp and the browser behind the fake. Who is linked, and which messages a page has, lies in the profile, as the
// real one's does; what went out is noted here, and with FAKE_WHATSAPP (a file's path) there, one JSON line each.
'use strict';
const { spawn } = require('node:child_process');
const { EventEmitter } = require('node:events');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/** A browser: processes in a group of their own, or only the look of one. */
class Browser extends EventEmitter {
  static launch(profile) {
    const browser = new Browser();
    browser.profile = profile;
    browser.connected = true;
    world.browsers.push(browser);
    if (world.realBrowsers) {
      // A leader that heeds no polite signal, with a helper, on a profile that it marks as its own. What a test leaves behind
      // ends by itself.
      const script = 'trap "" TERM INT HUP; sleep 120 & sleep 120; true';
      browser.child = spawn('sh', ['-c', script, `--user-data-dir=${profile}`], { detached: true, stdio: 'ignore' });
      browser.child.unref();
      browser.child.once('exit', () => browser.#end());
      fs.symlinkSync(`host-${browser.child.pid}`, path.join(profile, 'SingletonLock'));
    }
    return browser;
  }

  process() {
    return this.child ?? { pid: undefined };
  }

  isConnected() {
    return this.connected;
  }

  /** It crashes. */
  crash() {
    if (this.child) process.kill(-this.child.pid, 'SIGKILL');
    else this.#end();
  }

  async close() {
    if (!this.connected) return;
    this.closedProperly = true;
    if (this.child) process.kill(-this.child.pid, 'SIGKILL');
    this.#end();
  }

  #end() {
    if (!this.connected) return;
    this.connected = false;
    fs.rmSync(path.join(this.profile, 'SingletonLock'), { force: true });
    this.emit('disconnected');
  }
}

class World {
  constructor() {
    this.reset();
  }

  /** As new, but for the profiles on disk. */
  reset() {
    this.clients = [];
    this.browsers = [];
    this.realBrowsers = false;
    this.phone = '4915100000001';
    this.calls = [];
    this.sent = [];
    /** What was done to messages, and to chats. */
    this.changes = [];
    this.shown = [];
    this.refuses = {};
    this.troubles = [];
    this.asked = [];
    this.nobody = new Set();
    this.lids = new Map();
    this.hanging = {};
    /** What the page gives of files: a message's whole id → {mimetype, data, filename}, or what else it gives. */
    this.files = new Map();
    this.pageFails = [];
    this.launchFails = null;
    this.launching = null;
    this.unreadable = false;
    /** What was asked of chats; which of them cannot be read; how much is unread in which. */
    this.fetched = [];
    this.broken = null;
    this.unread = {};
    /** Types of files that a page makes anew before it sends them, as it does with pictures: what it shows is another hash. */
    this.remade = new Set();
    this.pageState = 'CONNECTED';
    this.pageStates = [];
    this.versions = 0;
    this.pairing = null;
    this.acks = [];
    this.auto = null;
    this.file = process.env.FAKE_WHATSAPP;
    if (!this.file) return;
    this.auto = { scanAfterMs: 20 };
    this.acks = [0, 1, 2];
    this.realBrowsers = process.env.FAKE_BROWSERS === 'real';
    const { hang, throws } = process.env.FAKE_TROUBLE ? JSON.parse(process.env.FAKE_TROUBLE) : {};
    this.throws = throws;
    if (hang) this.troubles = [{ hang: true, noEcho: true }];
    this.#listen();
  }

  // What a test writes into a file beside it happens: an event of the page, once somebody is in it.
  #listen() {
    let done = 0;
    setInterval(() => {
      if (!this.client?.info || !fs.existsSync(`${this.file}.in`)) return;
      // The last line may be written just now.
      for (const line of fs.readFileSync(`${this.file}.in`, 'utf8').split('\n').slice(0, -1).slice(done)) {
        done++;
        const { event, args } = JSON.parse(line);
        if (event === 'message') this.add(this.client.auth.folder, args[0].from, args[0]);
        this.client.emit(event, ...args);
      }
    }, 20).unref();
  }

  /** Whoever wrote in a chat, or has it open, is shown something. */
  show(what, chatId) {
    this.shown.push([what, chatId]);
    this.#note({ is: 'shown', what, chatId });
  }

  get client() {
    return this.clients.at(-1);
  }

  pause() {
    return new Promise((resolve) => { setImmediate(resolve); });
  }

  accountOf(profile) {
    return this.#read(profile, 'linked.json');
  }

  link(profile, phone) {
    this.#write(profile, 'linked.json', { phone });
    // Where nobody can catch it.
    if (this.throws) setTimeout(() => { throw new Error('a fault of the library'); }, 1);
    this.#note({ is: 'linked', phone });
  }

  unlink(profile) {
    if (fs.existsSync(profile)) this.#write(profile, 'linked.json', { ...this.accountOf(profile), dead: true });
    this.#note({ is: 'unlinked' });
  }

  /** Messages of a chat, as the page has them; undefined: there is no such chat. */
  chat(profile, chatId) {
    return this.#read(profile, `chat-${chatId}.json`) ?? undefined;
  }

  /** All chats that the page has: pairs of a name and its messages. */
  chatsOf(profile) {
    const names = fs.existsSync(profile) ? fs.readdirSync(profile) : [];
    return names.flatMap((name) => /^chat-(.+)\.json$/.exec(name)?.[1] ?? []).map((chatId) => [chatId, this.chat(profile, chatId)]);
  }

  /** A message goes out: WhatsApp has it now, once more if it had it before. */
  take(client, chatId, content, options) {
    const bare = `3EB0${crypto.randomBytes(9).toString('hex').toUpperCase()}`;
    const { file, ...shows } = shown(content, options);
    // As a page's model of a message has it.
    if (file) {
      const hash = crypto.createHash('sha256').update(Buffer.from(content.data, 'base64'));
      if (this.remade.has(shows.type)) hash.update(String(this.sent.length));
      Object.assign(shows, { hasMedia: true, _data: { filehash: hash.digest('base64'), mimetype: file.mimetype, size: file.size, filename: file.filename } });
    }
    const { body } = shows;
    const message = this.message({ bare, chatId, fromMe: true, ...shows });
    this.add(client.auth.folder, chatId, message);
    // A quote that the page does not find is left out, without a word.
    const quoted = this.chat(client.auth.folder, chatId)?.find(({ id }) => id._serialized === options.quotedMessageId)?.id.id;
    this.sent.push({ chatId, body, id: bare, options, file, quoted });
    this.#note({ is: 'message', chatId, body, id: bare, content, options, file });
    return message;
  }

  message({ bare, chatId, body, fromMe, type = 'chat', at = Date.now(), ...more }) {
    // In a group the writer is part of the name, of our own messages, too.
    const writer = chatId.endsWith('@g.us') ? `_${fromMe ? `${this.phone}@c.us` : more.author?._serialized ?? more.author}` : '';
    return { id: { fromMe, remote: chatId, id: bare, _serialized: `${fromMe}_${chatId}_${bare}${writer}` }, fromMe, type, body, deviceType: deviceOf(bare),
      from: fromMe ? `${this.phone}@c.us` : chatId, to: fromMe ? chatId : `${this.phone}@c.us`, timestamp: Math.floor(at / 1000),
      ack: fromMe ? 1 : undefined, hasMedia: false, isStatus: false, broadcast: false, ...more };
  }

  add(profile, chatId, message) {
    this.#write(profile, `chat-${chatId}.json`, [...this.chat(profile, chatId) ?? [], message]);
  }

  /** Something is done to a message; `make`: what it is then, null: it is gone. */
  change(profile, chatId, { id, _serialized: name }, what, make) {
    this.changes.push({ chatId, id, ...what });
    const messages = this.chat(profile, chatId).map((one) => (one.id._serialized === name ? make(one) : one)).filter(Boolean);
    this.#write(profile, `chat-${chatId}.json`, messages);
    this.#note({ is: 'change', chatId, id, ...what });
  }

  /** The acks that follow by themselves. */
  follow(client, message) {
    for (const ack of this.acks) setImmediate(() => client.emit('message_ack', message, ack));
  }

  #note(line) {
    if (this.file) fs.appendFileSync(this.file, `${JSON.stringify({ ...line, pid: process.pid })}\n`);
  }

  #read(profile, name) {
    try {
      return JSON.parse(fs.readFileSync(path.join(profile, name), 'utf8'));
    } catch {
      return null;
    }
  }

  #write(profile, name, value) {
    fs.writeFileSync(path.join(profile, name), JSON.stringify(value));
  }
}

/**
 * What a chat shows of a message: of a file its caption, and as what it was sent; of a place a picture in place of a text; of
 * a card the card; of a poll what it asks.
 */
function shown(content, options) {
  if (content?.latitude !== undefined) return { type: 'location', body: '/9j/4AAQSkZJRg==', location: { ...content } };
  if (content?.pollOptions) {
    const { pollName, pollOptions, options: { allowMultipleAnswers } } = content;
    return { type: 'poll_creation', body: pollName, pollName, pollOptions, allowMultipleAnswers };
  }
  if (options.parseVCards && /^BEGIN:VCARD/.test(content)) return { type: 'vcard', body: content, vCards: [content] };
  if (typeof content?.data !== 'string') return { type: 'chat', body: String(content) };
  const bytes = Buffer.from(content.data, 'base64');
  const type = options.sendMediaAsDocument ? 'document' : options.sendMediaAsSticker ? 'sticker'
    : options.sendAudioAsVoice ? 'ptt' : content.mimetype.split('/')[0];
  return { type, body: options.caption ?? '', file: { mimetype: content.mimetype, filename: content.filename, size: bytes.length,
    sha256: crypto.createHash('sha256').update(bytes).digest('hex') } };
}

/** The library's guess, by the length of an id: those of today's pages are as long as an Android's. */
function deviceOf(bare) {
  if (bare.length > 21) return 'android';
  return bare.startsWith('3A') ? 'ios' : 'web';
}

const world = new World();
module.exports = { world, Browser };
