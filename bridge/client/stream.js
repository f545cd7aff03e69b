// One call on a connection: what came in for it and how it ended. Frames go in by `receive`, items come out by `read`.
// What waits to be read is bounded: past 64 items or 1 MiB the stream either pauses its connection or fails alone, as
// the connection was told. ttrpc has no cancel: a call given up here sends nothing, its late frames are dropped.
import { Flag, FrameType, MAX_DATA, encodeFrame } from './frames.js';
import { RpcError, errorFromStatus } from './errors.js';
import { Metadata } from './metadata.js';
import { envelope } from './envelope.js';

const MAX_ITEMS = 64;
const MAX_BYTES = 1024 * 1024;
const NOTHING = new Uint8Array(0);

export class Stream {
  #connection;
  #serverStreams;
  #items = [];
  #bytes = 0;
  #readers = [];
  #ended = false;
  #error = null;
  #response = null;
  #sendOpen;
  #cleanup = [];

  /** Made by Connection.open alone. */
  constructor(connection, id, { clientStreams, serverStreams }) {
    this.#connection = connection;
    this.id = id;
    this.#serverStreams = serverStreams;
    this.#sendOpen = clientStreams;
    /** Metadata of the answer; empty before it, and where none was asked for. */
    this.responseMetadata = new Metadata();
  }

  /** The next item, or undefined after the last. Rejects with an RpcError where the call ended badly. */
  read() {
    if (this.#items.length > 0) {
      const item = this.#items.shift();
      this.#bytes -= item.length;
      if (this.#items.length < MAX_ITEMS / 2 && this.#bytes < MAX_BYTES / 2) this.#connection.wantsMore(this);
      return Promise.resolve(item);
    }
    if (this.#error) return Promise.reject(this.#error);
    if (this.#ended) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => { this.#readers.push({ resolve, reject }); });
  }

  /** The one answer of a call without a server stream. */
  async result() {
    if (!this.#ended && !this.#error) await this.read();
    if (this.#error) throw this.#error;
    return this.#response;
  }

  async* [Symbol.asyncIterator]() {
    try {
      for (let item = await this.read(); item !== undefined; item = await this.read()) yield item;
    } finally {
      this.cancel();
    }
  }

  /**
   * Sends an item; resolves when the socket takes more.
   * @param {Uint8Array} bytes At most 4 MiB; more is refused and the call goes on.
   */
  async send(bytes) {
    if (this.#error) throw this.#error;
    if (!this.#sendOpen) throw new RpcError('FAILED_PRECONDITION', 'sending on this call has ended');
    if (bytes.length > MAX_DATA) throw tooLong(bytes.length);
    await this.#connection.write(encodeFrame(this.id, FrameType.DATA, 0, bytes));
  }

  /** Says that no more items follow. Harmless when said twice, or after the call ended. */
  closeSend() {
    if (!this.#sendOpen) return;
    this.#sendOpen = false;
    // A frame of its own: the reference server refuses `remote closed` together with data.
    this.#connection.write(encodeFrame(this.id, FrameType.DATA, Flag.REMOTE_CLOSED | Flag.NO_DATA, NOTHING))
      .catch(() => {});
  }

  /** Gives the call up: whoever waits for it gets the error; what was not read yet and late frames are dropped. */
  cancel(error = new RpcError('CANCELLED', 'cancelled by the caller', { mayHaveRun: true })) {
    this.#items = [];
    this.#bytes = 0;
    if (this.#ended) this.#error ??= error;
    this.fail(error);
  }

  get done() {
    return this.#ended || this.#error !== null;
  }

  /** Calls back when the call has ended, however it did. */
  whenDone(callback) {
    if (this.done) callback();
    else this.#cleanup.push(callback);
  }

  /** For Connection: a frame for this stream. */
  receive(frame) {
    if (this.done) return;
    if (frame.tooLong !== undefined) this.fail(tooLong(frame.tooLong, true));
    else if (frame.type === FrameType.RESPONSE) this.#receiveResponse(frame.data);
    else if (frame.type === FrameType.DATA && this.#serverStreams) this.#receiveData(frame);
    else this.fail(protocolError(`a frame of type ${frame.type} that does not belong on this call`));
  }

  /** For Connection: the call ends here. What came before it can still be read. */
  fail(error) {
    if (this.done) return;
    this.#error = error;
    this.#sendOpen = false;
    this.#finish();
  }

  #receiveData({ flags, data }) {
    const closed = (flags & Flag.REMOTE_CLOSED) !== 0;
    const empty = (flags & Flag.NO_DATA) !== 0;
    if (!closed || !empty) this.#push(empty ? NOTHING : data);
    // Only their half is closed: this side may still send.
    if (closed && !this.done) this.#end();
  }

  #receiveResponse(data) {
    let response;
    try {
      response = envelope.decode('ttrpc.Response', data);
    } catch (cause) {
      this.fail(protocolError('an answer that is no ttrpc.Response', cause));
      return;
    }
    this.responseMetadata = new Metadata(response.metadata);
    if (response.status && response.status.code !== 0) {
      const error = errorFromStatus(response.status);
      // A server that is going down: what runs on this connection goes on, what is new looks for another.
      if (error.reason === 'SHUTTING_DOWN') this.#connection.retire();
      this.fail(error);
      return;
    }
    this.#sendOpen = false;
    // An OK response ends a server stream too, and counts as an item, as with the reference client.
    if (this.#serverStreams) this.#push(response.payload);
    else this.#response = response.payload;
    if (!this.done) this.#end();
  }

  #push(item) {
    const reader = this.#readers.shift();
    if (reader) {
      reader.resolve(item);
      return;
    }
    const full = this.#items.length >= MAX_ITEMS || (this.#items.length > 0 && this.#bytes + item.length > MAX_BYTES);
    if (full && !this.#connection.isFull(this)) {
      const reason = 'STREAM_OVERFLOW';
      this.fail(new RpcError('RESOURCE_EXHAUSTED', 'items came faster than they were read', { reason }));
      return;
    }
    this.#items.push(item);
    this.#bytes += item.length;
  }

  #end() {
    this.#ended = true;
    this.#finish();
  }

  #finish() {
    this.#connection.forget(this);
    for (const { resolve, reject } of this.#readers.splice(0)) {
      if (this.#error) reject(this.#error);
      else resolve(undefined);
    }
    for (const callback of this.#cleanup.splice(0)) callback();
  }
}

function tooLong(length, fromPeer = false) {
  return new RpcError('RESOURCE_EXHAUSTED', `a frame of ${length} bytes, over the ${MAX_DATA} allowed`,
    { reason: 'FRAME_TOO_LARGE', mayHaveRun: fromPeer });
}

function protocolError(message, cause) {
  return new RpcError('INTERNAL', `protocol error: ${message}`, { cause, mayHaveRun: true });
}
