// The WhatsApp behind the fake: who is linked, what went out and how often, what is said of it. With FAKE_WHATSAPP (a JSON
// file's path) it outlives the process: what goes out is appended there, and who is linked is read from there.
import fs from 'node:fs';

class World {
  constructor() {
    this.reset();
  }

  /** As new: nobody is linked, nothing went out. */
  reset() {
    this.sockets = [];
    this.devices = new Map();
    this.phone = '4915100000001';
    this.refs = 6;
    this.calls = [];
    /** What went out: id → how often it was told to the recipient. */
    this.messages = new Map();
    this.ratchets = new Map();
    this.troubles = [];
    this.asked = [];
    /** What a number's account is called, where that is another id. */
    this.aliases = new Map();
    this.read = [];
    this.presences = [];
    this.nobody = new Set();
    this.lids = new Map();
    this.hanging = {};
    /** What WhatsApp keeps of files: the key in hexadecimal → {url, parts(), lost, hangs}. */
    this.files = new Map();
    this.silent = {};
    /** What came in while the device was away: WhatsApp keeps it, and gives it once. */
    this.waiting = [];
    this.timelock = { isActive: false };
    this.timelocks = 0;
    this.pairing = null;
    this.mute = false;
    this.refused = null;
    /** Acks that follow each message by themselves: `{server: true, delivered: true}`. */
    this.acks = null;
    this.auto = null;
    this.file = process.env.FAKE_WHATSAPP;
    if (!this.file) return;
    this.auto = { scanAfterMs: Number(process.env.FAKE_SCAN_AFTER_MS ?? 20) };
    this.acks = { server: true, delivered: true };
    for (const line of this.#lines()) this.#apply(line);
    this.#listen();
  }

  // What a test writes into a file beside it happens: an event of the socket that is open.
  #listen() {
    let done = 0;
    setInterval(() => {
      const { socket } = this;
      if (!socket?.open) return;
      for (const { event, args } of linesOf(`${this.file}.in`).slice(done)) {
        done++;
        socket.ev.emit(event, ...args);
      }
    }, 20).unref();
  }

  get socket() {
    return this.sockets.findLast(({ ended }) => !ended);
  }

  link(device, phone) {
    const me = { id: `${phone}:7@s.whatsapp.net`, lid: '77700000000001:7@lid', name: 'Ada' };
    this.#note({ is: 'linked', device, me });
    return { me };
  }

  unlink(device) {
    this.#note({ is: 'unlinked', device });
  }

  /** A device connects: its account, or the code that it is closed with. */
  enter(socket, device) {
    if (this.refused) return this.refused;
    if (this.file) for (const line of this.#lines()) if (line.is !== 'message') this.#apply(line);
    const account = this.devices.get(device);
    if (!account) return 401;
    const before = this.sockets.find((one) => one !== socket && one.open && one.device === device);
    socket.device = device;
    if (before) before.close(440);
    return account;
  }

  /** A message has left. The same id is the same message; a step of a ratchet that was used before cannot be read. */
  take(socket, { jid, id, content, step, quoted }) {
    const again = this.messages.has(id);
    const name = `${socket.device}/${jid}`;
    const unreadable = step <= (this.ratchets.get(name) ?? 0);
    this.#note({ is: 'message', jid, id, text: content.text, content, again, unreadable, name, step, quoted });
    if (!this.acks) return;
    setImmediate(() => {
      if (socket.ended) return;
      if (this.acks.server) socket.ack(id, { jid });
      if (this.acks.delivered) socket.status(id, 3);
    });
  }

  /** What waited for the device, which is done with by that; with a file, what a test wrote into one beside it. */
  takeWaiting() {
    const messages = this.waiting.splice(0);
    if (!this.file) return messages;
    const kept = linesOf(`${this.file}.waiting`);
    fs.rmSync(`${this.file}.waiting`, { force: true });
    return [...messages, ...kept];
  }

  /** The sender of messages, or whoever has a chat open, is shown something. */
  shows(what, ...args) {
    this[what].push(...args);
    this.#note({ is: what, args });
  }

  #note(line) {
    if (this.file) fs.appendFileSync(this.file, `${JSON.stringify({ ...line, pid: process.pid })}\n`);
    this.#apply(line);
  }

  #apply({ is, device, me, id, name, step, ...message }) {
    if (is === 'linked') this.devices.set(device, { me });
    else if (is === 'unlinked') this.devices.delete(device);
    else if (is === 'message') {
      const before = this.messages.get(id);
      this.messages.set(id, { ...message, id, times: 1, sends: (before?.sends ?? 0) + 1, unreadable: before?.unreadable || message.unreadable });
      this.ratchets.set(name, Math.max(step, this.ratchets.get(name) ?? 0));
    }
  }

  #lines() {
    return linesOf(this.file);
  }
}

function linesOf(file) {
  if (!fs.existsSync(file)) return [];
  // The last may be written just now.
  return fs.readFileSync(file, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line));
}

export const world = new World();
