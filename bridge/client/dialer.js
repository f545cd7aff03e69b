// Connections for a client: one that its unary calls share, made when first needed and again when it was lost, and one
// for each streaming call, because closing it is the only way to tell a ttrpc server that nobody reads any more.
// Between failed dials it backs off; a call that comes in the meantime fails at once unless it asks to wait.
import { setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from './backoff.js';
import { Connection } from './connection.js';
import { RpcError } from './errors.js';

export class Dialer {
  #endpoint;
  #dialTimeoutMs;
  #backoff;
  #shared = null;
  #dialing = null;
  #retryAt = 0;
  #lastError = null;
  #own = new Set();
  #closed = false;

  constructor(endpoint, { dialTimeoutMs = 5000, backoff = new Backoff() } = {}) {
    this.#endpoint = endpoint;
    this.#dialTimeoutMs = dialTimeoutMs;
    this.#backoff = backoff;
  }

  /** The shared connection. @param {{deadline: number, signal?: AbortSignal, waitForReady?: boolean}} limits */
  async shared(limits) {
    for (;;) {
      if (this.#closed) throw new RpcError('CANCELLED', 'the client was closed');
      if (this.#shared && !this.#shared.closed) return this.#shared;
      const wait = this.#retryAt - performance.now();
      if (wait > 0 && !limits.waitForReady) throw again(this.#lastError);
      if (wait > 0) await pause(wait, limits);
      else {
        try {
          this.#shared = await within(this.#dial(), limits);
        } catch (error) {
          if (!limits.waitForReady || error.code !== 'UNAVAILABLE') throw error;
        }
      }
    }
  }

  /** A connection for one stream. Close it when the stream is over. */
  async dedicated({ deadline, signal }) {
    if (this.#closed) throw new RpcError('CANCELLED', 'the client was closed');
    const timeoutMs = Math.min(this.#dialTimeoutMs, deadline - performance.now());
    const connection = await Connection.dial(this.#endpoint, { timeoutMs, signal, overflow: 'pause' });
    this.#own.add(connection);
    connection.onClose(() => this.#own.delete(connection));
    if (this.#closed) connection.close();
    return connection;
  }

  close() {
    this.#closed = true;
    this.#shared?.close();
    for (const connection of [...this.#own]) connection.close();
  }

  // Whoever comes while a dial is under way waits for that one.
  #dial() {
    this.#dialing ??= Connection.dial(this.#endpoint, { timeoutMs: this.#dialTimeoutMs }).then((connection) => {
      this.#dialing = null;
      this.#backoff.reset();
      if (this.#closed) connection.close();
      return connection;
    }, (error) => {
      this.#dialing = null;
      this.#lastError = error;
      this.#retryAt = performance.now() + this.#backoff.next();
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
