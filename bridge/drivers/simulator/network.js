// The make-believe WhatsApp network: a journal in a folder, one JSON line an event, shared by any number of bridges.
// It is the judge of what was sent: who wants to decide something takes the lock, reads what others have added,
// decides, and appends, so that no id ever gets a second `message`. An answer is given after its lines are synced.
// Lines that others append without the lock (a test, by hand) are taken up as they are read.
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ProcessLock } from './lock.js';
import { NetworkState } from './state.js';

export const FILE = 'network.jsonl';
const POLL_MS = 100;
const READ_BYTES = 256 * 1024;
const datasync = promisify(fs.fdatasync);

export class Network {
  #fd;
  #offset = 0;
  #rest = Buffer.alloc(0);
  #chunk = Buffer.alloc(READ_BYTES);
  #lock;
  #queue = [];
  #draining = false;
  #listeners = new Map();
  #poll = null;
  #watcher = null;
  #error = null;
  #bridge;
  #instance;

  /**
   * @param {object} options folder, seed (for a network that is new), bridge and instance (who writes), lastStage,
   *   offline (what becomes of what comes in while nobody has the account open).
   */
  static async open({ folder, seed, bridge, instance, lastStage, offline }) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const network = new Network();
    network.file = path.join(folder, FILE);
    network.#bridge = bridge;
    network.#instance = instance;
    network.#fd = fs.openSync(network.file, 'a+', 0o600);
    network.#lock = new ProcessLock(folder);
    network.state = new NetworkState(lastStage, offline);
    const beginning = { event: 'network', format: 1, engine: 'simulator', seed };
    await network.transact((state) => ({ events: state.seed === null ? [beginning] : [] }));
    network.#watcher = fs.watch(network.file, () => network.#look());
    // inotify does not see everything everywhere.
    network.#poll = setInterval(() => network.#look(), POLL_MS);
    return network;
  }

  /**
   * Decides something on the state as it is now, for all who share the network.
   * @param {(state: NetworkState) => {events?: object[], value?: any}} decide Called under the lock; may throw.
   * @returns {Promise<any>} The value, when the events are synced.
   */
  transact(decide) {
    return new Promise((resolve, reject) => {
      this.#queue.push({ decide, resolve, reject });
      this.#drain();
    });
  }

  /** Appends one event at once, without the lock, and syncs it: for a process that is about to die, or stop, by its script. */
  appendNow(event) {
    fs.writeSync(this.#fd, this.#line(event));
    fs.fsyncSync(this.#fd);
    this.#take(event);
  }

  /** Calls back with each event of a session, whoever made it. Returns how to stop it. */
  listen(session, listener) {
    const listeners = this.#listeners.get(session) ?? new Set();
    this.#listeners.set(session, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  async close() {
    clearInterval(this.#poll);
    this.#watcher?.close();
    while (this.#draining) await new Promise((resolve) => { setTimeout(resolve, 1); });
    this.#error ??= new Error('the network was closed');
    fs.closeSync(this.#fd);
  }

  async #drain() {
    if (this.#draining) return;
    this.#draining = true;
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0);
      try {
        const decided = await this.#decide(batch);
        for (const { job, value } of decided) job.resolve(value);
      } catch (error) {
        // What reached the disk is not known: nothing more is decided here.
        this.#error ??= error;
        for (const job of batch) job.reject(error);
      }
    }
    this.#draining = false;
  }

  async #decide(batch) {
    if (this.#error) throw this.#error;
    const decided = [];
    const lines = [];
    await this.#lock.acquire();
    try {
      this.#catchUp();
      for (const job of batch) {
        try {
          const { events = [], value } = job.decide(this.state);
          for (const event of events) {
            lines.push(this.#line(event));
            this.#take(event);
          }
          decided.push({ job, value });
        } catch (error) {
          job.reject(error);
        }
      }
      if (lines.length > 0) this.#append(Buffer.concat(lines));
    } finally {
      await this.#lock.release();
    }
    if (lines.length > 0) await datasync(this.#fd);
    return decided;
  }

  // One write under O_APPEND. A line that somebody died in the middle of is ended first.
  #append(bytes) {
    const whole = this.#rest.length > 0 ? Buffer.concat([Buffer.from('\n'), bytes]) : bytes;
    if (fs.writeSync(this.#fd, whole) !== whole.length) throw new Error(`${this.file}: the disk is full`);
  }

  #line(event) {
    const { event: name, ...rest } = event;
    const origin = { at: new Date().toISOString(), event: name, bridge: this.#bridge, instance: this.#instance };
    return Buffer.from(`${JSON.stringify({ ...origin, ...rest })}\n`);
  }

  #look() {
    try {
      this.#catchUp();
    } catch (error) {
      this.#error ??= error;
    }
  }

  // Reads what was appended. What this process appended itself it knows already.
  #catchUp() {
    if (this.#error) return;
    for (;;) {
      const count = fs.readSync(this.#fd, this.#chunk, 0, READ_BYTES, this.#offset);
      if (count === 0) return;
      this.#offset += count;
      const bytes = Buffer.concat([this.#rest, this.#chunk.subarray(0, count)]);
      let start = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        this.#read(bytes.subarray(start, end));
        start = end + 1;
      }
      this.#rest = Buffer.from(bytes.subarray(start));
    }
  }

  #read(line) {
    let event;
    try {
      event = JSON.parse(line.toString());
    } catch {
      return;
    }
    if (typeof event?.event === 'string' && event.instance !== this.#instance) this.#take(event);
  }

  #take(event) {
    this.state.apply(event);
    for (const listener of [...this.#listeners.get(event.session) ?? []]) listener(event);
  }
}
