// What an engine keeps of one session to be let in again, kept by rpcd, so that whichever bridge carries the session next finds
// it. Engines write many small values: those that come in one turn, and all that come while a call is under way, go in one
// call, in their order. What one `set` says is kept whole or not at all.
const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_KEYS = 5000;
const KEY = /^[\x20-\x7e]{1,255}$/;

export class AuthState {
  #session;
  #calls;
  #waiting = [];
  #writing = false;
  #closing = new AbortController();

  /**
   * @param {{sessionId: number, epoch: number}} session
   * @param {import('./auth-calls.js').AuthCalls} calls
   */
  constructor({ sessionId, epoch }, calls) {
    this.#session = { sessionId, epoch };
    this.#calls = calls;
  }

  /**
   * What is kept, or of it what has these keys. Waits where rpcd is away. Rejects where the session is not carried at this
   * epoch any more (NOT_FOUND, ABORTED), and where what is kept does not open (DATA_LOSS).
   * @returns {Promise<Map<string, Buffer>>}
   */
  load(keys = []) {
    return this.#calls.get(this.#session, keys, this.#closing.signal);
  }

  /**
   * Keeps values; resolves when they are on rpcd's disk. Waits where rpcd is away.
   * @param {Record<string, Uint8Array | null> | Iterable<[string, Uint8Array | null]>} values null: there is to be none.
   * @param {{clear?: boolean}} [options] `clear`: nothing of what there was before stays.
   */
  set(values, { clear = false } = {}) {
    const pairs = typeof values[Symbol.iterator] === 'function' ? [...values] : Object.entries(values);
    let bytes = 0;
    for (const [key, value] of pairs) {
      if (!KEY.test(key)) throw new TypeError(`a key of auth state is 1 to 255 printable ASCII characters: ${key}`);
      if (value !== null && !(value instanceof Uint8Array)) throw new TypeError(`${key}: bytes, or null`);
      bytes += value?.length ?? 0;
    }
    return new Promise((resolve, reject) => {
      // The caller's buffers are its own again when this returns.
      const copies = pairs.map(([key, value]) => [key, value && Buffer.from(value)]);
      this.#waiting.push({ pairs: copies, bytes, clear, resolve, reject });
      if (this.#writing) return;
      this.#writing = true;
      setImmediate(() => this.#write());
    });
  }

  /** Gives up what is not on disk yet: the session is let go. */
  close() {
    this.#closing.abort(new Error('the session was let go'));
  }

  async #write() {
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      const values = new Map();
      let clear = false;
      for (const change of batch) {
        if (change.clear) {
          values.clear();
          clear = true;
        }
        for (const [key, value] of change.pairs) values.set(key, value);
      }
      try {
        await this.#calls.put(this.#session, values, clear, this.#closing.signal);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = false;
  }

  #take() {
    let [bytes, keys, count] = [0, 0, 0];
    for (const change of this.#waiting) {
      bytes += change.bytes;
      keys += change.pairs.length;
      if (count > 0 && (bytes > BATCH_BYTES || keys > BATCH_KEYS)) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }
}
