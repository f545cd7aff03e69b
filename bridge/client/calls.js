// A service object made from the tables: one function a method, of the shape that its kind of call has.
// Unary: (request, options) => Promise<response>. The others return a call object at once and open in the background;
// what went wrong shows where the call is read, sent to or finished.
import { CodecError } from './wire.js';
import { RpcError } from './errors.js';

/**
 * @param {import('./codec.js').Codec} codec
 * @param {string} service Full name.
 * @param {object} methods The service's row of the table.
 * @param {{unary: Function, open: Function}} transport How a call gets onto a connection.
 */
export function bindService(codec, service, methods, transport) {
  const bound = {};
  for (const [name, method] of Object.entries(methods)) {
    const target = { codec, service, name, method, transport };
    bound[name[0].toLowerCase() + name.slice(1)] = shape(target);
  }
  return bound;
}

function shape(target) {
  const { codec, service, name, method, transport } = target;
  if (method.clientStreaming) {
    return (options = {}) => new StreamingCall(target, options);
  }
  if (method.serverStreaming) {
    return (request = {}, options = {}) => new StreamingCall(target, options, codec.encode(method.request, request));
  }
  return async (request = {}, options = {}) => {
    const { payload, metadata } = await transport.unary(service, name, codec.encode(method.request, request), options);
    options.onMetadata?.(metadata);
    return decode(codec, method.response, payload);
  };
}

/** A call with a stream in one direction or both. Iterate over it for what comes in. */
export class StreamingCall {
  #target;
  #options;
  #stream;

  constructor(target, options, payload) {
    const { service, name, method, transport } = target;
    this.#target = target;
    this.#options = options;
    this.#stream = transport.open(service, name, {
      clientStreams: method.clientStreaming, serverStreams: method.serverStreaming, payload,
    }, options);
    // Whoever uses the call meets the failure; nobody else has to.
    this.#stream.catch(() => {});
  }

  /** Sends one item; resolves when more can be sent. */
  async send(item) {
    const { codec, method } = this.#target;
    const bytes = codec.encode(method.request, item);
    await (await this.#stream).send(bytes);
  }

  /** No more items will be sent. */
  async closeSend() {
    (await this.#stream).closeSend();
  }

  /** For a call with a single answer: no more items will be sent; resolves to the answer. */
  async finish() {
    const stream = await this.#stream;
    stream.closeSend();
    const payload = await stream.result();
    this.#options.onMetadata?.(stream.responseMetadata);
    return decode(this.#target.codec, this.#target.method.response, payload);
  }

  /** The next item, or undefined after the last. */
  async read() {
    const item = await (await this.#stream).read();
    return item === undefined ? undefined : decode(this.#target.codec, this.#target.method.response, item);
  }

  /** Ends the call. Reading it afterwards throws CANCELLED. */
  cancel() {
    this.#stream.then((stream) => stream.cancel(), () => {});
  }

  async* [Symbol.asyncIterator]() {
    try {
      for (let item = await this.read(); item !== undefined; item = await this.read()) yield item;
    } finally {
      this.cancel();
    }
  }
}

function decode(codec, type, payload) {
  try {
    return codec.decode(type, payload);
  } catch (cause) {
    if (!(cause instanceof CodecError)) throw cause;
    throw new RpcError('INTERNAL', `an answer that is no ${type}: ${cause.message}`, { cause, mayHaveRun: true });
  }
}
