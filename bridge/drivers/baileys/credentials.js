// The library's AuthenticationState over rpcd: one value of credentials and many small keys, all of which change in the
// middle of sending and receiving. They are read once, for nobody else has them while the session is held here. A change is
// seen at once and counts as kept when it is on rpcd's disk, which is what the library waits for.
import crypto from 'node:crypto';

const CREDENTIALS = 'creds';
const KEY = 'key/';

export class Credentials {
  #auth;
  #library;
  #values;
  #clears = false;
  creds;

  /** @param {object} options auth (of the sink), library, values: what is kept, of which this takes what is its. */
  constructor({ auth, library, values }) {
    this.#auth = auth;
    this.#library = library;
    this.#values = new Map([...values].filter(([name]) => name.startsWith(KEY)));
    const creds = values.get(CREDENTIALS);
    this.creds = creds ? this.#read(creds) : null;
  }

  /** Whether an account is linked: not before the phone has signed this device. */
  get linked() {
    return Boolean(this.creds?.account);
  }

  /** Begins anew, as a device that nobody has linked; nothing of what was kept stays. */
  renew() {
    this.creds = this.#library.initAuthCreds();
    this.#values.clear();
    this.#clears = true;
  }

  /** What the library is given. What it changes after another device was begun here is of no use to anybody. */
  get state() {
    const { creds } = this;
    return { creds, keys: {
      get: (type, ids) => this.#get(type, ids),
      set: (changes) => (creds === this.creds ? this.#set(changes) : Promise.resolve()),
    } };
  }

  /** The library changed something of these credentials. Resolves when that is kept. */
  save(change, creds = this.creds) {
    if (creds !== this.creds) return Promise.resolve();
    Object.assign(creds, change);
    return this.#keep([[CREDENTIALS, this.#written(creds)]]);
  }

  #get(type, ids) {
    const found = {};
    for (const id of ids) {
      const bytes = this.#values.get(nameOf(type, id));
      if (!bytes) continue;
      const value = this.#read(bytes);
      const { AppStateSyncKeyData } = this.#library.proto.Message ?? {};
      found[id] = type === 'app-state-sync-key' && AppStateSyncKeyData ? AppStateSyncKeyData.fromObject(value) : value;
    }
    return found;
  }

  #set(changes) {
    const pairs = [];
    for (const [type, values] of Object.entries(changes)) {
      for (const [id, value] of Object.entries(values ?? {})) {
        const name = nameOf(type, id);
        const bytes = value === null || value === undefined ? null : this.#written(value);
        if (bytes) this.#values.set(name, bytes);
        else this.#values.delete(name);
        pairs.push([name, bytes]);
      }
    }
    return pairs.length > 0 ? this.#keep(pairs) : Promise.resolve();
  }

  // What comes first of a new device takes the place of all that there was.
  #keep(pairs) {
    const clear = this.#clears;
    this.#clears = false;
    return this.#auth.set(pairs, { clear });
  }

  #written(value) {
    return Buffer.from(JSON.stringify(value, this.#library.BufferJSON.replacer));
  }

  #read(bytes) {
    return JSON.parse(Buffer.from(bytes).toString(), this.#library.BufferJSON.reviver);
  }
}

// Keys of auth state are printable ASCII and at most 255 characters; ids of the library's are, as a rule.
function nameOf(type, id) {
  const name = `${KEY}${type}/${encodeURI(id)}`;
  return name.length <= 255 ? name : `${KEY}${type}/#${crypto.createHash('sha256').update(id).digest('hex')}`;
}
