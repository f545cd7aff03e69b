// Connections for a client: one that its unary calls share, made when first needed and again when it was lost, and one
// for each streaming call, because closing it is the only way to tell a ttrpc server that nobody reads any more.
// Between failed dials it backs off; a call that comes in the meantime fails at once unless it asks to wait. A server
// that hangs up without a word twice in a row counts as a failed dial: that it took the connection proves nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from './backoff.js';
import { Connection } from './connection.js';
import { RpcError } from './errors.js';

export class Dialer {
  #endpoint;
  #dialTimeoutMs;
  #tls;
  #backoff;
  #shared = null;
  #dialing = null;
  #retryAt = 0;
  #lastError = null;
  #doubtful = false;
  #firstId;
  // Those of single streams, and those that take no new calls any more.
  #others = new Set();
  #closed = false;

  constructor(endpoint, { dialTimeoutMs = 5000, backoff = new Backoff(), firstId, tls } = {}) {
    this.#firstId = firstId;
    this.#endpoint = endpoint;
    this.#dialTimeoutMs = dialTimeoutMs;
    this.#tls = tls;
    this.#backoff = backoff;
  }

  /** The shared connection. @param {{deadline: number, signal?: AbortSignal, waitForReady?: boolean}} limits */
  async shared(limits) {
    for (;;) {
      if (this.#closed) throw new RpcError('CANCELLED', 'the client was closed');
      if (this.#shared?.usable) return this.#shared;
      this.#leaveShared();
      const wait = this.#retryAt - performance.now();
      if (wait > 0 && !limits.waitForReady) throw again(this.#lastError);
      if (wait > 0) await pause(wait, limits);
      else {
        try {
          await within(this.#dial(), limits);
        } catch (error) {
          if (!limits.waitForReady || error.code !== 'UNAVAILABLE') throw error;
        }
      }
    }
  }

  /** A connection for one stream. Close it when the stream is over. */
  async dedicated({ deadline, signal }) {
    if (this.#closed) throw new RpcError('CANCELLED', 'the client was closed');
    if (this.#retryAt > performance.now()) throw again(this.#lastError);
    const timeoutMs = Math.min(this.#dialTimeoutMs, deadline - performance.now());
    let connection;
    try {
      connection = await Connection.dial(this.#endpoint, {
        timeoutMs, signal, tls: this.#tls, overflow: 'pause',
      });
    } catch (error) {
      // Whoever gave up early knows nothing of the server.
      if (error.code === 'UNAVAILABLE' && timeoutMs === this.#dialTimeoutMs) this.#failed(error);
      throw error;
    }
    this.#keep(connection);
    this.#watch(connection);
    if (this.#closed) connection.close();
    return connection;
  }

  close() {
    this.#closed = true;
    this.#shared?.close();
    for (const connection of [...this.#others]) connection.close();
  }

  // What runs on it goes on.
  #leaveShared() {
    const left = this.#shared;
    this.#shared = null;
    if (!left || left.closed) return;
    this.#keep(left);
    left.retire();
  }

  #keep(connection) {
    this.#others.add(connection);
    connection.onClose(() => this.#others.delete(connection));
  }

  #failed(error) {
    this.#lastError = error;
    this.#retryAt = performance.now() + this.#backoff.next();
  }

  // What a connection tells of the server: it speaks, or hangs up in silence.
  #watch(connection) {
    connection.onHeard(() => {
      this.#backoff.reset();
      this.#retryAt = 0;
      this.#doubtful = false;
    });
    connection.onClose((error) => {
      if (connection.heard || error.here) return;
      if (this.#doubtful) {
        this.#failed(new RpcError('UNAVAILABLE', `cannot connect to ${this.#endpoint}: it hangs up without a word`));
      }
      this.#doubtful = true;
    });
  }

  // Whoever comes while a dial is under way waits for that one.
  #dial() {
    const options = { timeoutMs: this.#dialTimeoutMs, firstId: this.#firstId, tls: this.#tls };
    this.#dialing ??= Connection.dial(this.#endpoint, options).then((connection) => {
      this.#dialing = null;
      this.#shared = connection;
      this.#watch(connection);
      if (this.#closed) connection.close();
    }, (error) => {
      this.#dialing = null;
      this.#failed(error);
      throw error;
    });
    return this.#dialing;
  }
}

// The same failure for another call: an error object of its own, so that stacks and fields are not shared.
function again(error) {
  return new RpcError(error.code, error.message, { reason: error.reason, cause: error });
}

// Waits, but no longer than the call's own limits.
async function pause(millis, { deadline, signal }) {
  const left = deadline - performance.now();
  await sleep(Math.min(millis, Math.max(0, left)), undefined, { signal }).catch(() => { throw cancelled(); });
  if (left <= millis) throw tooLate();
}

function cancelled() {
  return new RpcError('CANCELLED', 'cancelled by the caller');
}

function tooLate() {
  return new RpcError('DEADLINE_EXCEEDED', 'the deadline passed before a connection was there');
}

// What a promise gives, unless the call's own limits come first. The promise itself goes on: others may wait for it.
function within(promise, { deadline, signal }) {
  if (deadline === Infinity && !signal) return promise;
  return new Promise((resolve, reject) => {
    const timer = deadline === Infinity ? null : setTimeout(() => {
      settle(reject, tooLate());
    }, Math.max(0, Math.min(deadline - performance.now(), 2 ** 31 - 1)));
    const abort = () => settle(reject, cancelled());
    function settle(how, value) {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      how(value);
    }
    if (signal?.aborted) {
      abort();
      promise.catch(() => {});
      return;
    }
    signal?.addEventListener('abort', abort, { once: true });
    promise.then((value) => settle(resolve, value), (error) => settle(reject, error));
  });
}
