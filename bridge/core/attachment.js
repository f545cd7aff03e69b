// One Attach stream, from Hello to its end: reads what rpcd says, sends facts in the order of the journal, credit and
// heartbeats. At most 48 facts and 512 KiB are under way without a Confirm, so that a long journal does not overrun
// rpcd, which buffers 64 items and 1 MiB a stream. When it is over it is over: whoever attaches again makes another.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Connection } from '../client/connection.js';
import { RpcError } from '../client/errors.js';
import { withDeadline } from './failure.js';

const SERVICE = 'switchboard.v1.BridgeService';
const FACTS_UNDER_WAY = 48;
const BYTES_UNDER_WAY = 512 * 1024;
const WELCOME_MS = 10_000;
const SILENCE_MS = 30_000;
// rpcd gives a bridge up after 30 s without a word, and others get its sessions.
const STOPPED_MS = 20_000;
const LAG_RESOLUTION_MS = 20;
const STOPPED = new RpcError('UNAVAILABLE', 'this process was stopped for too long');

export class Attachment {
  #connection;
  #stream;
  #codec;
  #journal;
  #lease;
  #timer = null;
  #lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  #over = false;
  #sentSeq = 0;
  #underWay = [];
  #beaten = performance.now();

  /**
   * Dials, says Hello and waits for Welcome.
   * @param {object} options
   * @param {() => object} options.hello Makes the Hello, when the connection is there.
   * @returns {Promise<Attachment>} With `welcome`.
   */
  static async open({ endpoint, tls, codec, journal, lease, metadata, hello, signal, pingMs, stoppedMs }) {
    const connection = await Connection.dial(endpoint, { signal, tls, overflow: 'pause' });
    const abort = () => connection.close();
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const attachment = new Attachment();
      attachment.#connection = connection;
      attachment.#codec = codec;
      attachment.#journal = journal;
      attachment.#lease = lease;
      const kind = { clientStreams: true, serverStreams: true };
      attachment.#stream = await connection.open(SERVICE, 'Attach', { ...kind, metadata });
      attachment.pingMs = pingMs ?? SILENCE_MS;
      attachment.stoppedMs = stoppedMs;
      attachment.askedAt = performance.now();
      await attachment.#send({ hello: hello() });
      const late = () => new RpcError('UNAVAILABLE', 'no Welcome in time');
      const first = await withDeadline(attachment.#read(), WELCOME_MS, late);
      if (!first) throw new RpcError('UNAVAILABLE', 'rpcd ended the stream before Welcome');
      if (!first.welcome) throw new RpcError('INTERNAL', 'something else than a Welcome came first');
      attachment.welcome = first.welcome;
      return attachment;
    } catch (error) {
      connection.close();
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * Runs until the stream ends.
   * @param {(frame: object) => void} onFrame What rpcd says.
   * @param {() => object} heartbeat Fields of a Heartbeat.
   * @returns {Promise<RpcError | null>} What ended it; null for a proper end.
   */
  async run(onFrame, heartbeat) {
    this.#sentSeq = this.#journal.confirmedSeq;
    this.#beaten = performance.now();
    this.#lag.enable();
    this.stoppedMs ??= Math.max(STOPPED_MS, 2 * this.heartbeatMs);
    this.#timer = setInterval(() => this.#beat(heartbeat), this.heartbeatMs);
    this.#pump().catch((error) => this.close(error));
    try {
      for (let frame = await this.#read(); frame; frame = await this.#read()) {
        if (this.#wasStopped()) throw STOPPED;
        if (frame.confirm) this.#journal.confirm(frame.confirm.upToSeq);
        else onFrame(frame);
      }
      return null;
    } catch (error) {
      return error;
    } finally {
      this.close();
    }
  }

  get heartbeatMs() {
    return this.welcome.heartbeatIntervalMs > 0 ? this.welcome.heartbeatIntervalMs : 10_000;
  }

  /** Tells rpcd how many more sends it may give. */
  grant(n) {
    if (n > 0 && !this.#over) this.#send({ credit: { n } }).catch((error) => this.close(error));
  }

  /** Says that nothing more comes, and lets rpcd end the stream, for at most `ms`. */
  async detach(ms = 2000) {
    this.#stream.closeSend();
    const done = new Promise((resolve) => { this.#stream.whenDone(resolve); });
    await withDeadline(done, ms, () => new Error('rpcd does not end the stream')).catch(() => {});
    this.close();
  }

  /** Ends it from this side; `run` returns. */
  close(error = new RpcError('UNAVAILABLE', 'detached')) {
    if (this.#over) return;
    this.#over = true;
    clearInterval(this.#timer);
    this.#lag.disable();
    this.#stream.fail(error);
    this.#connection.close();
  }

  async #read() {
    const bytes = await this.#stream.read();
    return bytes && this.#codec.decode('switchboard.v1.ServerFrame', bytes);
  }

  #send(frame) {
    return this.#stream.send(this.#codec.encode('switchboard.v1.BridgeFrame', frame));
  }

  async #pump() {
    while (!this.#over) {
      const fact = this.#hasRoom() ? this.#journal.after(this.#sentSeq) : undefined;
      if (fact) {
        this.#sentSeq = fact.seq;
        this.#underWay.push({ seq: fact.seq, size: fact.bytes.length });
        if (fact.marks) await fact.marks.beforeSend();
        await this.#stream.send(fact.bytes);
        if (fact.marks) await fact.marks.afterSend();
      } else await this.#journal.changed();
    }
  }

  #hasRoom() {
    const { confirmedSeq } = this.#journal;
    this.#underWay = this.#underWay.filter(({ seq }) => seq > confirmedSeq);
    return this.#underWay.length < FACTS_UNDER_WAY
      && this.#underWay.reduce((sum, { size }) => sum + size, 0) < BYTES_UNDER_WAY;
  }

  // Stopped, or asleep with its machine: what lies in the socket may be minutes old, and the session another's by now. Asked
  // before each heartbeat, too, which would hide it.
  #wasStopped() {
    return performance.now() - this.#beaten > this.stoppedMs;
  }

  #beat(heartbeat) {
    if (this.#wasStopped()) {
      this.close(STOPPED);
      return;
    }
    this.#beaten = performance.now();
    const lag = Math.max(0, Math.round(this.#lag.max / 1e6) - LAG_RESOLUTION_MS);
    this.#lag.reset();
    this.#send({ heartbeat: { ...heartbeat(), eventLoopLagMs: lag } }).catch((error) => this.close(error));
    this.#ping();
  }

  // rpcd says nothing when it has nothing to say, and a dead peer may leave its connection standing: ask. Any answer,
  // a refusal too, means that somebody is there.
  #ping() {
    if (this.pinging || this.#over) return;
    this.pinging = true;
    const askedAt = performance.now();
    this.#connection.call('grpc.health.v1.Health', 'Check', new Uint8Array(0), { timeoutMs: this.pingMs })
      .catch((error) => {
        if (!error.fromPeer) throw error;
      })
      .then(() => this.#lease.prove(askedAt), (error) => {
        this.close(new RpcError('UNAVAILABLE', `rpcd does not answer: ${error.message}`));
      })
      .finally(() => { this.pinging = false; });
  }
}
