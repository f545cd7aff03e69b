// A small ttrpc server for tests, on a Unix socket of its own. It answers with what the handlers say, and can do what a
// proper server would not: vanish, stay silent, send nonsense.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { FrameDecoder, FrameType, encodeFrame } from '../client/frames.js';
import { envelope } from '../client/envelope.js';

const NOTHING = Buffer.alloc(0);

/** A folder for one test; it is removed when the test ends. */
export function temporaryFolder(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'switchboard-test-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One call as the server sees it. */
export class ServerCall {
  #items = [];
  #readers = [];
  #over = false;

  constructor(server, socket, stream, request) {
    this.server = server;
    this.socket = socket;
    this.stream = stream;
    Object.assign(this, request);
  }

  header(key) {
    return this.metadata.find((pair) => pair.key.toLowerCase() === key)?.value;
  }

  /** The next item, or undefined when the client said that no more come or has gone. */
  read() {
    if (this.#items.length > 0) return Promise.resolve(this.#items.shift());
    return this.#over ? Promise.resolve(undefined) : new Promise((resolve) => { this.#readers.push(resolve); });
  }

  push(item) {
    const reader = this.#readers.shift();
    if (reader) reader(item);
    else this.#items.push(item);
  }

  over() {
    this.#over = true;
    for (const reader of this.#readers.splice(0)) reader(undefined);
  }

  /** Whether the socket takes more at once. */
  send(data) {
    return this.socket.write(encodeFrame(this.stream, FrameType.DATA, 0, data));
  }

  end() {
    this.socket.write(encodeFrame(this.stream, FrameType.DATA, 5, NOTHING));
  }

  respond(payload = NOTHING, metadata = []) {
    this.socket.write(encodeFrame(this.stream, FrameType.RESPONSE, 0,
      envelope.encode('ttrpc.Response', { payload, metadata })));
  }

  fail(code, message, details = []) {
    const status = { code, message, details: details.map(([type, value]) => ({
      typeUrl: `type.googleapis.com/${type}`, value: envelope.encode(type, value),
    })) };
    this.socket.write(encodeFrame(this.stream, FrameType.RESPONSE, 0, envelope.encode('ttrpc.Response', { status })));
  }
}

export class TestServer {
  #handlers;
  #server = null;
  #sockets = new Set();
  connections = 0;
  calls = [];

  /** @param {Record<string, (call: ServerCall) => any>} handlers By `service/Method`. */
  constructor(handlers, socketPath) {
    this.#handlers = handlers;
    this.path = socketPath;
    this.endpoint = `unix:${socketPath}`;
  }

  static async start(t, handlers, socketPath = path.join(temporaryFolder(t), 's')) {
    const server = new TestServer(handlers, socketPath);
    await server.listen();
    t.after(() => server.kill());
    return server;
  }

  /** With TLS, on a port of 127.0.0.1. @param {tls.TlsOptions} security As node:tls takes it. */
  static async startSecure(t, handlers, security) {
    const server = new TestServer(handlers, undefined);
    server.#server = tls.createServer(security, (socket) => server.#accept(socket));
    server.#server.on('tlsClientError', () => {});
    await new Promise((resolve) => { server.#server.listen(0, '127.0.0.1', resolve); });
    server.port = server.#server.address().port;
    server.endpoint = `tls:127.0.0.1:${server.port}`;
    t.after(() => server.kill());
    return server;
  }

  async listen() {
    this.#server = net.createServer((socket) => this.#accept(socket));
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.path, resolve);
    });
  }

  get openConnections() {
    return this.#sockets.size;
  }

  /** Ends as a process that was killed does: everything is closed at once. */
  kill() {
    this.#server?.close();
    this.#server = null;
    for (const socket of this.#sockets) socket.destroy();
  }

  #accept(socket) {
    this.connections++;
    this.#sockets.add(socket);
    const calls = new Map();
    const decoder = new FrameDecoder();
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      for (const call of calls.values()) call.over();
    });
    socket.on('data', (chunk) => {
      for (const frame of decoder.push(chunk)) this.#receive(socket, calls, frame);
    });
  }

  #receive(socket, calls, { stream, type, flags, data }) {
    if (type === FrameType.DATA) {
      if ((flags & 4) === 0) calls.get(stream)?.push(data);
      if ((flags & 1) !== 0) calls.get(stream)?.over();
      return;
    }
    const call = new ServerCall(this, socket, stream, envelope.decode('ttrpc.Request', data));
    calls.set(stream, call);
    this.calls.push(call);
    const handler = this.#handlers[`${call.service}/${call.method}`];
    if (!handler) {
      call.fail(12, 'unknown method');
      return;
    }
    Promise.resolve(handler(call)).catch((error) => call.fail(13, String(error.stack)));
  }
}
