// A fake of the baileys library, version 7, written from its contract (design page BRIDGE.md and its documentation):
// sockets that are good for one connection, codes by which they close, QR codes of 60 and then 20 seconds, pairing codes,
// acks that are seen on the socket alone, a ratchet for each contact that is kept after a message has left, ids of the
// caller's. WhatsApp itself is in world.js; a test has it in its hands.
import { EventEmitter } from 'node:events';
import crypto from 'node:crypto';
import { Readable } from 'node:stream';
import { world } from './world.js';

export { world } from './world.js';
export const DEFAULT_CONNECTION_CONFIG = { version: [2, 3000, 1234567890] };

/** Errors as the library throws them. */
export function boom(text, statusCode, data) {
  return Object.assign(new Error(text), { isBoom: true, data, output: { statusCode } });
}

export const BufferJSON = {
  replacer: (_, value) => {
    if (value?.type === 'Buffer' && Array.isArray(value.data)) return { type: 'Buffer', data: Buffer.from(value.data).toString('base64') };
    return value instanceof Uint8Array ? { type: 'Buffer', data: Buffer.from(value).toString('base64') } : value;
  },
  reviver: (_, value) => (value?.type === 'Buffer' && typeof value.data === 'string' ? Buffer.from(value.data, 'base64') : value),
};

export function initAuthCreds() {
  const noise = crypto.randomBytes(32);
  return { noiseKey: { private: noise, public: crypto.createHash('sha256').update(noise).digest() }, nextPreKeyId: 1,
    registrationId: crypto.randomInt(16384), advSecretKey: crypto.randomBytes(32).toString('base64'), registered: false };
}

class AppStateSyncKeyData {
  static fromObject(value) {
    return Object.assign(new AppStateSyncKeyData(), value);
  }
}

export const proto = { Message: {
  AppStateSyncKeyData,
  encode: (message) => ({ finish: () => Buffer.from(JSON.stringify(message)) }),
  decode: (bytes) => JSON.parse(Buffer.from(bytes).toString()),
} };

const deviceOf = ({ noiseKey }) => Buffer.from(noiseKey.public).toString('hex');

/**
 * Gets the file of a message and opens it, as a stream. Of an address that is over the answer is 410: then whoever is named as
 * `reuploadRequest` is asked once.
 */
export async function downloadMediaMessage(message, type, options, { reuploadRequest, logger } = {}) {
  if (type !== 'stream') throw new Error('the tests want streams');
  const get = async () => {
    const [content] = Object.values(message.message);
    if (content.mediaKey?.length !== 32) throw boom('Cannot derive from empty media key', 400);
    const file = world.files.get(Buffer.from(content.mediaKey).toString('hex'));
    if (!file || file.url !== content.url) throw Object.assign(new Error('Request failed with status code 410'), { response: { status: 410 } });
    return file.hangs ? new Readable({ read() {} }) : Readable.from(file.parts());
  };
  try {
    return await get();
  } catch (error) {
    if (error.response?.status !== 410 || !reuploadRequest) throw error;
    logger.info({ key: message.key }, 'sending reupload media request...');
    message = await reuploadRequest(message);
    return get();
  }
}

export default function makeWASocket(config) {
  for (const name of ['auth', 'logger', 'getMessage']) if (!config[name]) throw new Error(`no ${name}`);
  config.logger.child({ class: 'socket' }).info({}, 'the library logs a lot');
  const { creds, keys } = config.auth;
  const ev = new EventEmitter();
  const ws = new EventEmitter();
  const socket = { ev, ws, config, user: undefined, open: false, ended: false };
  world.sockets.push(socket);

  const end = async (error) => {
    if (socket.ended) return;
    socket.ended = true;
    socket.open = false;
    clearTimeout(socket.qrTimer);
    // It may be said more than once.
    for (let times = 0; times < 2; times++) ev.emit('connection.update', { connection: 'close', lastDisconnect: { error, date: new Date() } });
    if (world.hanging.end) await new Promise(() => {});
  };
  const change = (update) => {
    Object.assign(creds, update);
    ev.emit('creds.update', update);
  };
  const mustBeOpen = () => {
    if (!socket.open) throw boom('Connection Closed', 428);
  };

  Object.assign(socket, {
    end,
    close: (code, data) => end(boom(`closed with ${code}`, code, data)),
    showQr() {
      if (socket.ended) return;
      if (world.refs-- <= 0) {
        end(boom('QR refs attempts ended', 408));
        return;
      }
      const keyed = [creds.noiseKey.public, creds.noiseKey.private].map((key) => Buffer.from(key).toString('base64'));
      ev.emit('connection.update', { qr: ['2@' + crypto.randomBytes(16).toString('base64'), ...keyed, creds.advSecretKey].join(',') });
      if (world.auto) socket.qrTimer = setTimeout(() => socket.scan(), world.auto.scanAfterMs);
    },
    // A phone scans the code, or somebody types in the pairing code: the library is told, and has to connect once more.
    scan(phone = world.phone) {
      const { me } = world.link(deviceOf(creds), phone);
      change({ account: { details: crypto.randomBytes(8) }, me, registered: true });
      change({ signalIdentities: [{ identifier: me.id }] });
      keys.set({ 'pre-key': Object.fromEntries(Array.from({ length: 30 }, (_, n) => [String(n + 1),
        { public: crypto.randomBytes(32), private: crypto.randomBytes(32) }])) });
      ev.emit('connection.update', { isNewLogin: true, qr: undefined });
      setImmediate(() => socket.close(515));
    },
    async requestPairingCode(digits) {
      if (!/^\d+$/.test(digits)) throw new Error('digits only');
      if (creds.account) throw new Error('linked already');
      change({ pairingCode: 'ABCD1234', me: { id: `${digits}@s.whatsapp.net`, name: '~' } });
      world.pairing = { socket, digits };
      return 'ABCD1234';
    },
    async onWhatsApp(...jids) {
      if (world.hanging.onWhatsApp) await new Promise(() => {});
      world.asked.push(...jids);
      if (world.silent.onWhatsApp) return undefined;
      // What has no account is not in the answer.
      return jids.filter((jid) => !world.nobody.has(jid)).map((jid) => ({ jid: world.aliases.get(jid) ?? jid, exists: true }));
    },
    async sendMessage(jid, content, options = {}) {
      world.calls.push({ jid, content, options });
      mustBeOpen();
      const trouble = world.troubles.shift();
      if (trouble?.before) throw trouble.before;
      const id = options.messageId ?? `3EB0${crypto.randomBytes(9).toString('hex').toUpperCase()}`;
      // One ratchet for each contact: used for this message, and only kept when the message has left.
      const { [jid]: ratchet } = await keys.get('session', [jid]);
      const step = (ratchet?.step ?? 0) + 1;
      mustBeOpen();
      world.take(socket, { jid, id, content, step, quoted: options.quoted?.key?.id });
      await keys.set({ session: { [jid]: { step, secret: new Uint8Array([step]) } } });
      if (trouble?.hang) await new Promise(() => {});
      if (trouble?.after) throw trouble.after;
      if (trouble?.nothing) return undefined;
      return { key: { remoteJid: jid, id, fromMe: true }, message: { extendedTextMessage: { text: content.text } }, status: 1 };
    },
    // Receipts and presence are frames like others: nobody answers them.
    /** The phone uploads the file anew, where it still has it: the message has another address then. */
    async updateMediaMessage(message) {
      mustBeOpen();
      const [content] = Object.values(message.message);
      const file = world.files.get(Buffer.from(content.mediaKey).toString('hex'));
      if (!file || file.lost) throw boom('Media re-upload failed by device (2)', 404);
      file.url = `${content.url}/anew`;
      content.url = file.url;
      return message;
    },
    async readMessages(all) {
      mustBeOpen();
      world.shows('read', ...all);
    },
    async sendPresenceUpdate(type, jid) {
      if (!['composing', 'recording', 'paused', 'available', 'unavailable'].includes(type)) throw new Error(`no presence: ${type}`);
      mustBeOpen();
      world.shows('presences', [type, jid]);
    },
    async logout() {
      mustBeOpen();
      if (world.hanging.logout) await new Promise(() => {});
      world.unlink(deviceOf(creds));
      end(boom('Intentional Logout', 401));
    },
    signalRepository: { lidMapping: { getLIDForPN: async (jid) => world.lids.get(jid) ?? null } },
    async fetchAccountReachoutTimelock() {
      world.timelocks++;
      ev.emit('connection.update', { reachoutTimeLock: world.timelock });
      return world.timelock;
    },
    // What the server says of a message: good, nobody is told but who listens on the socket.
    ack(id, { error, jid = '49@s.whatsapp.net' } = {}) {
      ws.emit('CB:ack,class:message', { tag: 'ack', attrs: { id, class: 'message', from: jid, ...(error ? { error } : {}) } });
      if (error) ev.emit('messages.update', [{ key: { id, fromMe: true, remoteJid: jid }, update: { status: 0, messageStubParameters: [error] } }]);
    },
    status: (id, status) => ev.emit('messages.update', [{ key: { id, fromMe: true, remoteJid: '49@s.whatsapp.net' }, update: { status } }]),
  });

  setImmediate(() => {
    if (socket.ended || world.mute) return;
    ev.emit('connection.update', { connection: 'connecting', receivedPendingNotifications: false, qr: undefined });
    if (!creds.account) {
      socket.showQr();
      return;
    }
    const account = world.enter(socket, deviceOf(creds));
    if (typeof account === 'number') {
      socket.close(account);
      return;
    }
    socket.open = true;
    socket.user = account.me;
    change({ me: { ...account.me } });
    ev.emit('connection.update', { connection: 'open' });
    // What waited for the device comes in one go, and then the library says that this was all.
    setImmediate(() => {
      if (socket.ended) return;
      const messages = world.takeWaiting();
      if (messages.length > 0) ev.emit('messages.upsert', { type: 'append', messages });
      if (!world.silent.pending) ev.emit('connection.update', { receivedPendingNotifications: true });
    });
  });
  return socket;
}

export { makeWASocket };
