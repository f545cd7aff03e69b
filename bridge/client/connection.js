// A ttrpc 1.2 client on one socket: many calls at once, told apart by odd, rising stream ids. It never dials again and
// never repeats a call: when it is closed, what was open has failed, and says whether it may have been carried out.
import { Flag, FrameDecoder, FrameType, MAX_DATA, encodeFrame } from './frames.js';
import { RpcError } from './errors.js';
import { Stream } from './stream.js';
import { dialSocket, reasonOf } from './endpoint.js';
import { envelope } from './envelope.js';
import { toPairs } from './metadata.js';

const LAST_ID = 0xffffffff;
const MAX_TIMER = 2 ** 31 - 1;
const NOTHING = new Uint8Array(0);

/**
 * @typedef {object} CallOptions
 * @property {number} [timeoutMs] From now; none by default. Sent to the server, and kept here too.
 * @property {AbortSignal} [signal] Ends the call with CANCELLED. The server is not told: ttrpc cannot.
 * @property {object} [metadata] Pairs to send.
 */
export class Connection {
  #socket;
  #decoder = new FrameDecoder();
  #streams = new Map();
  #full = new Set();
  #overflow;
  #nextId;
  #error = null;
  #retired = false;
  #heard = false;
  #whenClosed = [];
  #whenHeard = [];

  /**
   * @param {string} endpoint `unix:PATH`, `tcp:HOST:PORT` or `tls:HOST:PORT`.
   * @param {{timeoutMs?: number, signal?: AbortSignal, overflow?: 'fail' | 'pause', firstId?: number,
   *   tls?: import('./endpoint.js').TlsOptions}} [options]
   */
  static async dial(endpoint, options = {}) {
    return new Connection(await dialSocket(endpoint, options), options);
  }

  /**
   * @param {import('node:net').Socket} socket Connected.
   * @param {{overflow?: 'fail' | 'pause'}} [options] What happens to a stream whose items are not read: it fails, or
   *   it stops the whole connection until they are. `pause` is for a connection that carries one stream. The first
   *   stream id, odd, is for tests.
   */
  constructor(socket, { overflow = 'fail', firstId = 1 } = {}) {
    this.#socket = socket;
    this.#nextId = firstId;
    this.#overflow = overflow;
    // Any number of calls may wait for it to drain.
    socket.setMaxListeners(0);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (cause) => this.#close(lost(`connection lost: ${reasonOf(cause)}`, cause)));
    socket.on('end', () => this.#close(lost('the server closed the connection')));
    socket.on('close', () => this.#close(lost('connection closed')));
  }

  get closed() {
    return this.#error !== null;
  }

  /** Whether new calls may come: it is open, has ids left, and was not retired. */
  get usable() {
    return !this.#error && !this.#retired && this.#nextId <= LAST_ID;
  }

  /** Whether anything came from the server. */
  get heard() {
    return this.#heard;
  }

  /** Takes no new calls; closed when those that run have ended. */
  retire() {
    this.#retired = true;
    if (this.#streams.size === 0) this.close();
  }

  /** Calls back once, when something comes from the server. */
  onHeard(callback) {
    if (this.#heard) callback();
    else this.#whenHeard.push(callback);
  }

  /** Calls that have not ended. */
  get openStreams() {
    return this.#streams.size;
  }

  /** Calls back once, with the error, when the connection is closed by whichever side. */
  onClose(callback) {
    if (this.#error) callback(this.#error);
    else this.#whenClosed.push(callback);
  }

  /** Closes the socket; calls that are open fail. */
  close() {
    this.#close(Object.assign(lost('the connection was closed here'), { here: true }));
  }

  /**
   * A call with one request and one answer.
   * @param {string} service
   * @param {string} method
   * @param {Uint8Array} payload
   * @param {CallOptions} [options]
   * @returns {Promise<{payload: Uint8Array, metadata: import('./metadata.js').Metadata}>}
   */
  async call(service, method, payload, options = {}) {
    const stream = await this.open(service, method, { ...options, payload });
    const result = await stream.result();
    return { payload: result, metadata: stream.responseMetadata };
  }

  /**
   * Opens a call of any kind.
   * @param {string} service
   * @param {string} method
   * @param {CallOptions & {clientStreams?: boolean, serverStreams?: boolean, payload?: Uint8Array}} [options]
   * @returns {Promise<Stream>}
   */
  async open(service, method, options = {}) {
    const { clientStreams = false, serverStreams = false, payload = NOTHING, signal } = options;
    const deadline = options.timeoutMs === undefined ? Infinity : performance.now() + options.timeoutMs;
    await this.#writable(deadline, signal);
    // It may have been closed while this call was on its way here: nobody would end a stream made now.
    if (this.#error) throw unsent(this.#error);
    if (!this.usable) throw new RpcError('UNAVAILABLE', 'this connection takes no more calls');
    const left = deadline - performance.now();
    if (left <= 0) throw expired();
    const data = envelope.encode('ttrpc.Request', {
      service, method, payload, timeoutNano: nanos(left), metadata: toPairs(options.metadata),
    });
    if (data.length > MAX_DATA) {
      throw new RpcError('RESOURCE_EXHAUSTED', `a request of ${data.length} bytes, over the ${MAX_DATA} allowed`,
        { reason: 'FRAME_TOO_LARGE' });
    }
    const stream = new Stream(this, this.#nextId, { clientStreams, serverStreams });
    this.#nextId += 2;
    this.#streams.set(stream.id, stream);
    limit(stream, left, signal);
    const flags = clientStreams ? Flag.REMOTE_OPEN : serverStreams ? Flag.REMOTE_CLOSED : 0;
    this.#socket.write(encodeFrame(stream.id, FrameType.REQUEST, flags, data));
    return stream;
  }

  /** For Stream: writes a frame, resolves when the socket takes more. */
  async write(frame) {
    if (this.#error) throw this.#error;
    if (!this.#socket.write(frame)) await this.#writable(Infinity);
  }

  /** For Stream: it has as much as it can hold. Returns whether the connection waits for it. */
  isFull(stream) {
    if (this.#overflow !== 'pause') return false;
    this.#full.add(stream);
    this.#socket.pause();
    return true;
  }

  /** For Stream: it can hold more again. */
  wantsMore(stream) {
    if (this.#full.delete(stream) && this.#full.size === 0) this.#socket.resume();
  }

  /** For Stream: it has ended. */
  forget(stream) {
    this.#streams.delete(stream.id);
    this.wantsMore(stream);
    if (this.#retired && this.#streams.size === 0) this.close();
  }

  #receive(chunk) {
    try {
      // Frames for streams that are unknown or over are dropped: nobody waits for them.
      for (const frame of this.#decoder.push(chunk)) {
        this.#hear();
        this.#streams.get(frame.stream)?.receive(frame);
      }
    } catch (cause) {
      this.#close(new RpcError('INTERNAL', `protocol error: ${cause.message}`, { cause, mayHaveRun: true }));
    }
  }

  #hear() {
    if (this.#heard) return;
    this.#heard = true;
    for (const callback of this.#whenHeard.splice(0)) callback();
  }

  #close(error) {
    if (this.#error) return;
    this.#error = error;
    this.#socket.destroy();
    for (const stream of [...this.#streams.values()]) stream.fail(error);
    for (const callback of this.#whenClosed.splice(0)) callback(error);
  }

  // Resolves when the socket takes more. Nothing is queued here: whoever has something to write waits in its own call.
  async #writable(deadline, signal) {
    while (!this.#error && this.#socket.writableNeedDrain) {
      await new Promise((resolve) => {
        const left = Math.min(deadline - performance.now(), MAX_TIMER);
        const timer = deadline === Infinity ? null : setTimeout(done, left);
        const socket = this.#socket;
        function done() {
          clearTimeout(timer);
          socket.removeListener('drain', done);
          socket.removeListener('close', done);
          signal?.removeEventListener('abort', done);
          resolve();
        }
        socket.once('drain', done);
        socket.once('close', done);
        signal?.addEventListener('abort', done, { once: true });
      });
      if (performance.now() >= deadline) throw expired();
      if (signal?.aborted) break;
    }
    if (signal?.aborted) throw new RpcError('CANCELLED', 'cancelled by the caller');
    if (this.#error) throw unsent(this.#error);
  }
}

// Ends a stream at its deadline or when its caller has had enough.
function limit(stream, left, signal) {
  if (left !== Infinity) {
    const timer = setTimeout(() => stream.cancel(expired(true)), Math.min(left, MAX_TIMER));
    stream.whenDone(() => clearTimeout(timer));
  }
  if (signal) {
    const abort = () => stream.cancel();
    signal.addEventListener('abort', abort, { once: true });
    stream.whenDone(() => signal.removeEventListener('abort', abort));
  }
}

function nanos(millis) {
  return millis === Infinity ? 0 : Math.min(Math.max(1, Math.round(millis * 1e6)), Number.MAX_SAFE_INTEGER);
}

function expired(mayHaveRun = false) {
  return new RpcError('DEADLINE_EXCEEDED', 'the deadline passed', { mayHaveRun });
}

// The connection's end, for a call that never got onto it.
function unsent(error) {
  return new RpcError('UNAVAILABLE', error.message, { cause: error });
}

function lost(message, cause) {
  return new RpcError('UNAVAILABLE', message, { cause, mayHaveRun: true });
}
