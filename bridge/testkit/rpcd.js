// What rpcd is to a bridge, made for tests: a real socket and the real stream, with a memory of what was confirmed that
// outlives its "restarts". It decides nothing by itself but to confirm; the test plays the rest.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { envelope as codec } from '../client/envelope.js';
import { TestServer, temporaryFolder } from './server.js';
import { until } from './wait.js';

const OK = new Uint8Array(0);

/** One Attach stream, from rpcd's side. */
class Attached {
  frames = [];
  ended = false;
  credit = 0;

  constructor(call, hello) {
    this.call = call;
    this.hello = hello;
  }

  send(frame) {
    this.call.send(codec.encode('switchboard.v1.ServerFrame', frame));
  }
}

export class FakeRpcd {
  /** Whether facts are confirmed as they come. */
  confirming = true;
  /** What Welcome says, made from Hello. */
  welcome = (hello) => ({ kept: hello.held });
  /** A refusal instead of Welcome: [code, message]. */
  refusal = null;
  healthy = true;
  token = 'secret-token';
  attachments = [];
  /** All facts, over all streams, in the order in which they came: {seq, attachment, …}. */
  facts = [];
  heartbeats = [];
  /** What was confirmed of each bridge's journal: name → seq. */
  confirmed = new Map();
  /** What engines keep: session → key → value. */
  kept = new Map();
  /** Calls of PutAuthState: {session, epoch, clear, keys}. */
  puts = [];
  /** Refusals for the next calls about auth state: [code, message, reason]. */
  authRefusals = [];
  /** Whether GetAuthState waits; then `heldAuth` has how each goes on. */
  holdsAuth = false;
  heldAuth = [];
  /** The files of sends: id → bytes. */
  files = new Map();
  /** Calls of DownloadMedia: {sessionId, epoch, mediaId, offset}. */
  downloads = [];
  #command = 0;

  static async start(t, socketPath = path.join(temporaryFolder(t), 'bridge.sock')) {
    const rpcd = new FakeRpcd();
    rpcd.server = await TestServer.start(t, {
      'switchboard.v1.BridgeService/Attach': (call) => rpcd.#attach(call),
      'switchboard.v1.BridgeService/GetAuthState': (call) => rpcd.#getAuthState(call),
      'switchboard.v1.BridgeService/PutAuthState': (call) => rpcd.#putAuthState(call),
      'switchboard.v1.BridgeService/DownloadMedia': (call) => rpcd.#downloadMedia(call),
      'grpc.health.v1.Health/Check': (call) => { if (rpcd.healthy) call.respond(OK); },
    }, socketPath);
    rpcd.endpoint = rpcd.server.endpoint;
    return rpcd;
  }

  /** The stream that is open, once there is one. */
  attached() {
    return until(() => this.current?.welcomed && this.current, 'an attachment');
  }

  get current() {
    return this.attachments.findLast((one) => !one.ended);
  }

  /** Dies: every stream is cut, nothing listens. */
  kill() {
    this.server.kill();
    for (const attached of this.attachments) attached.ended = true;
  }

  /** Dies and comes back: every stream is cut, what was confirmed is remembered. */
  async restart() {
    this.kill();
    await this.server.listen();
  }

  assign(sessionId, epoch, more = {}) {
    this.current.send({ assign: { sessionId, epoch, name: `s${sessionId}`, ...more } });
  }

  /** Gives a send. @returns {object} The Send frame's content. */
  give(sessionId, epoch, more = {}) {
    const commandId = ++this.#command;
    const send = {
      commandId, sessionId, epoch, attempt: 1, clientMessageId: `3EB0${String(commandId).padStart(18, '0')}`,
      recipient: '+49151000001', text: { body: `message ${commandId}` }, timeoutMs: 60_000,
      ...more,
    };
    this.current.credit--;
    this.current.send({ send });
    return send;
  }

  confirm(upToSeq = this.facts.at(-1)?.seq ?? 0) {
    this.#confirm(this.attachments.at(-1), upToSeq);
  }

  /** The first fact, past or to come, that has this property and fits. */
  fact(name, fits = () => true, timeoutMs = 5000) {
    return until(() => this.facts.find((fact) => fact[name] && fits(fact[name], fact)), `a ${name}`, timeoutMs);
  }

  state(sessionId, state, fits = () => true) {
    return this.fact('sessionState', (fact, whole) => fact.sessionId === sessionId
      && fact.state === `SESSION_STATUS_${state.toUpperCase()}`
      && fits(fact, whole));
  }

  result(commandId, fits = () => true) {
    return this.fact('result', (fact, whole) => fact.commandId === commandId && fits(fact, whole));
  }

  ack(id, state) {
    return this.fact('ack', (fact) => fact.providerMessageId === id
      && fact.state === `ACK_STATE_${state.toUpperCase()}`);
  }

  /** Brings a session to connected and returns its state's fact. */
  async connected(sessionId, epoch, more) {
    this.assign(sessionId, epoch, more);
    return this.state(sessionId, 'connected', (fact) => fact.epoch === epoch);
  }

  async #attach(call) {
    const first = codec.decode('switchboard.v1.BridgeFrame', await call.read());
    const attached = new Attached(call, first.hello);
    this.attachments.push(attached);
    if (this.refusal) {
      attached.ended = true;
      call.fail(...this.refusal);
      return;
    }
    attached.send({ welcome: { protocolVersion: 1, serverVersion: 'fake', heartbeatIntervalMs: 50,
      token: this.token,
      confirmedSeq: this.confirmed.get(first.hello.bridgeName) ?? 0, ...this.welcome(first.hello) } });
    attached.welcomed = true;
    for (let bytes = await call.read(); bytes; bytes = await call.read()) this.#take(attached,
      codec.decode('switchboard.v1.BridgeFrame', bytes));
    attached.ended = true;
    if (!call.socket.destroyed) call.end();
  }

  #refuses(call) {
    const [code, message, reason] = this.authRefusals.shift()
      ?? (call.header('x-bridge-token') === this.token ? [] : [7, 'no attached bridge', 'PERMISSION_DENIED']);
    if (!code) return false;
    call.fail(code, message, [['google.rpc.ErrorInfo', { reason, domain: 'switchboard' }]]);
    return true;
  }

  async #getAuthState(call) {
    if (this.holdsAuth) await new Promise((resolve) => { this.heldAuth.push(resolve); });
    if (this.#refuses(call)) return;
    const { sessionId, keys } = codec.decode('switchboard.v1.GetAuthStateRequest', call.payload);
    for (const [key, value] of this.kept.get(sessionId) ?? []) {
      if (keys.length > 0 && !keys.includes(key)) continue;
      const half = value.length >> 1;
      if (half > 0) call.send(codec.encode('switchboard.v1.AuthStateItem', { key, value: value.subarray(0, half), more: true }));
      call.send(codec.encode('switchboard.v1.AuthStateItem', { key, value: value.subarray(half) }));
    }
    call.end();
  }

  // A file that is not there never comes.
  #downloadMedia(call) {
    if (this.#refuses(call)) return;
    const asked = codec.decode('switchboard.v1.BridgeDownloadRequest', call.payload);
    this.downloads.push(asked);
    const bytes = this.files.get(asked.mediaId);
    if (!bytes) return;
    const give = (part) => call.send(codec.encode('switchboard.v1.DownloadMediaResponse', part));
    give({ media: { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }, offset: asked.offset });
    for (let offset = asked.offset; offset < bytes.length; offset += 1000) give({ offset, data: bytes.subarray(offset, offset + 1000) });
    call.end();
  }

  async #putAuthState(call) {
    const items = [];
    for (let bytes = await call.read(); bytes; bytes = await call.read()) {
      items.push(codec.decode('switchboard.v1.PutAuthStateRequest', bytes));
    }
    if (this.#refuses(call)) return;
    const [{ sessionId, epoch, clear }] = items;
    const values = clear ? new Map() : new Map(this.kept.get(sessionId));
    const parts = new Map();
    for (const { key, value, deleted, more } of items) {
      if (key === '') continue;
      const whole = Buffer.concat([parts.get(key) ?? Buffer.alloc(0), value]);
      if (more) parts.set(key, whole);
      else if (deleted) values.delete(key);
      else values.set(key, whole);
      if (!more) parts.delete(key);
    }
    this.kept.set(sessionId, values);
    this.puts.push({ sessionId, epoch, clear, keys: items.map(({ key }) => key).filter(Boolean) });
    call.respond(codec.encode('switchboard.v1.PutAuthStateResponse', { stored: values.size }));
  }

  #take(attached, frame) {
    attached.frames.push(frame);
    if (frame.credit) attached.credit += frame.credit.n;
    if (frame.heartbeat) this.heartbeats.push(frame.heartbeat);
    if (frame.seq === 0) return;
    this.facts.push({ ...frame, attachment: this.attachments.indexOf(attached) });
    if (this.confirming) this.#confirm(attached, frame.seq);
  }

  #confirm(attached, seq) {
    const name = attached.hello.bridgeName;
    const upToSeq = Math.max(this.confirmed.get(name) ?? 0, seq);
    this.confirmed.set(name, upToSeq);
    if (!attached.ended) attached.send({ confirm: { upToSeq } });
  }
}
