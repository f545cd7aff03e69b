// The messages that went out, for the library to encrypt once more for a device that could not read one: it asks hours
// later, and maybe another bridge by then. So they are kept by rpcd as well, the newest of them.
const KEY = 'sent/';
const MOST = 1000;

export class SentMessages {
  #auth;
  #proto;
  #messages = new Map();
  #underWay = new Map();

  /** @param {object} options auth (of the sink), proto (the library's), values: what is kept. */
  constructor({ auth, proto, values }) {
    this.#auth = auth;
    this.#proto = proto;
    const kept = [...values].filter(([name]) => name.startsWith(KEY)).map(([name, bytes]) => read(name, bytes));
    for (const { id, message } of kept.sort((a, b) => a.at - b.at)) this.#messages.set(id, message);
  }

  /** A message is on its way: who asks for it meanwhile waits. @param {Promise<object>} result Of the library's call. */
  async underWay(id, result) {
    const message = result.then((sent) => this.#encoded(sent), () => undefined);
    this.#underWay.set(id, message);
    try {
      return await result;
    } finally {
      if (this.#underWay.get(id) === message) this.#underWay.delete(id);
    }
  }

  /** Keeps a message that went out. Resolves when it is kept. */
  async keep(id, sent) {
    const message = this.#encoded(sent);
    if (!message) return;
    this.#messages.delete(id);
    this.#messages.set(id, message);
    const changes = [[KEY + id, written(message)]];
    for (const oldest of this.#messages.keys()) {
      if (this.#messages.size <= MOST) break;
      this.#messages.delete(oldest);
      changes.push([KEY + oldest, null]);
    }
    await this.#auth.set(changes);
  }

  /** The library's `getMessage`. */
  async find({ id }) {
    const message = await this.#underWay.get(id) ?? this.#messages.get(id);
    return message ? this.#proto.Message.decode(message) : undefined;
  }

  #encoded(sent) {
    return sent?.message ? this.#proto.Message.encode(sent.message).finish() : undefined;
  }
}

// Eight bytes of when, so that the oldest can be told, then the message.
function written(message) {
  const bytes = Buffer.alloc(8 + message.length);
  bytes.writeBigUInt64LE(BigInt(Date.now()));
  bytes.set(message, 8);
  return bytes;
}

function read(name, bytes) {
  const buffer = Buffer.from(bytes);
  return { id: name.slice(KEY.length), at: Number(buffer.readBigUInt64LE()), message: buffer.subarray(8) };
}
