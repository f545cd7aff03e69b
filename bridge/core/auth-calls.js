// GetAuthState and PutAuthState as a bridge calls them: with the token of the stream that is open, again after whatever passes
// (a stream that was lost, a server that is full), and few at a time, since rpcd gives each bridge a share of its memory.
// What is final is the caller's: the session is another's now, or what was kept does not open any more.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../client/index.js';

const AT_ONCE = 4;
const GET_MS = 120_000;
const PUT_MS = 60_000;
// Twice of it, and a frame is too long for a server that does not know who calls yet.
const PART_BYTES = 128 * 1024;
const LONGEST_WAIT_MS = 5000;
const FINAL = new Set(['INVALID_ARGUMENT', 'NOT_FOUND', 'ABORTED', 'DATA_LOSS', 'UNIMPLEMENTED', 'UNAUTHENTICATED']);

export class AuthCalls {
  #client;
  #log;
  #token = null;
  #running = 0;
  #waiting = [];

  /** @param {object} options endpoint, tls and metadata, as for the stream; log. */
  constructor({ endpoint, tls, metadata, log }) {
    this.#client = createClient({ endpoint, tls, metadata });
    this.#log = log;
  }

  /** A stream is open, with this token; null: it has ended. Calls wait for the next. */
  use(token) {
    this.#token = token;
    this.#wake();
  }

  close() {
    this.#client.close();
  }

  /**
   * What is kept of a session.
   * @param {{sessionId: number, epoch: number}} session
   * @param {string[]} keys None: all.
   * @returns {Promise<Map<string, Buffer>>}
   */
  get({ sessionId, epoch }, keys, signal) {
    return this.#call(signal, GET_MS, async (options) => {
      const parts = new Map();
      for await (const { key, value } of this.#client.bridge.getAuthState({ sessionId, epoch, keys }, options)) {
        parts.set(key, [...parts.get(key) ?? [], value]);
      }
      return new Map([...parts].map(([key, values]) => [key, Buffer.concat(values)]));
    });
  }

  /**
   * Keeps values: resolves when all of them are on rpcd's disk.
   * @param {Map<string, Uint8Array | null>} values null: there is to be none.
   * @param {boolean} clear Nothing of what there was before stays.
   */
  put({ sessionId, epoch }, values, clear, signal) {
    return this.#call(signal, PUT_MS, async (options) => {
      const call = this.#client.bridge.putAuthState(options);
      try {
        await call.send({ sessionId, epoch, clear });
        for (const [key, value] of values) for (const item of itemsOf(key, value)) await call.send(item);
        return await call.finish();
      } finally {
        call.cancel();
      }
    });
  }

  async #call(signal, timeoutMs, attempt) {
    for (let wait = 100; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      const token = await this.#turn(signal);
      let pause;
      try {
        return await attempt({ metadata: { 'x-bridge-token': token }, timeoutMs, signal });
      } catch (error) {
        signal.throwIfAborted();
        if (FINAL.has(error.code) || error.code === undefined) throw error;
        this.#log.debug('auth_state.again', { error });
        pause = Math.max(error.retryAfterMs ?? 0, wait * (0.5 + Math.random() / 2));
      } finally {
        this.#running--;
        this.#wake();
      }
      await sleep(pause, undefined, { signal });
    }
  }

  // Waits for a stream and for its turn; gives the stream's token.
  async #turn(signal) {
    while (this.#token === null || this.#running >= AT_ONCE) {
      signal.throwIfAborted();
      await new Promise((resolve) => {
        const go = () => { signal.removeEventListener('abort', go); resolve(); };
        this.#waiting.push(go);
        signal.addEventListener('abort', go, { once: true });
      });
    }
    signal.throwIfAborted();
    this.#running++;
    return this.#token;
  }

  #wake() {
    for (const go of this.#waiting.splice(0)) go();
  }
}

function* itemsOf(key, value) {
  if (value === null) {
    yield { key, deleted: true };
    return;
  }
  for (let start = 0; start === 0 || start < value.length; start += PART_BYTES) {
    const end = start + PART_BYTES;
    yield { key, value: value.subarray(start, end), more: end < value.length };
  }
}
