// A bridge that takes sends, and callers whose messages go through it, as fast as they are answered: some it says it has
// sent, of some it says that nobody can know, and a person resolves those; some are called back before their time. What was
// answered OK, and what the bridge was told to be kept (Confirm), has to be so after a power cut. Like the witness it never dies.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../bridge/client/index.js';
import { until } from './processes.js';

const NAME = 'carrier';
const AT_ONCE = 6;
const PAUSE_MS = 5;
const BEAT_MS = 5000;
const LOOK_MS = 10;
const CREDIT = 1000;
const RISEN = ['SUBMITTED', 'SENT', 'DELIVERED', 'READ', 'PLAYED'];

export class Carrier {
  /** What has to be so, by client message id: {what, statuses}. */
  #promised = new Map();
  /** How much was promised of each kind. */
  figures = { carried: 0, cancelled: 0, resolved: 0 };
  faults = [];
  #client;
  #caller;
  #link;
  #session;
  #running = true;
  #tasks = [];
  #lastSeq = 0;
  /** Told and not confirmed: {seq, id, what, statuses}. */
  #told = [];

  /** @param {string} bridges Where rpcd listens for bridges. @param {object} caller `endpoint` and `key` of whose session it is to be. */
  static async begin(bridges, { endpoint, key }) {
    const carrier = new Carrier();
    carrier.#client = createClient({ endpoint: `unix:${bridges}` });
    carrier.#caller = createClient({ endpoint, apiKey: key });
    carrier.#link = carrier.#client.bridge.attach();
    // It cannot say whether a repeat is safe: what it does not know waits for a person.
    await carrier.#link.send({ hello: { protocolVersion: 1, bridgeName: NAME, instanceId: NAME, engine: 'simulator',
      engineVersion: '1', kinds: ['text'], capacity: 1, held: [], nextSeq: 1, repeatsAreSafe: false } });
    const { id } = await carrier.#caller.sessions.initSession({ session: NAME });
    carrier.#keep(carrier.#read(id));
    await until(() => carrier.#session, 'the session of the carrier');
    await carrier.#tell({ sessionState: { ...carrier.#session, state: 'SESSION_STATUS_CONNECTED', phoneNumber: '+4915188888888' } });
    await carrier.#link.send({ credit: { n: CREDIT } });
    carrier.#keep(carrier.#beat());
    for (let n = 0; n < AT_ONCE; n++) carrier.#keep(carrier.#call(id, n));
    return carrier;
  }

  /** What was promised so far. */
  get promised() {
    return new Map(this.#promised);
  }

  async stop() {
    this.#running = false;
    this.#link.cancel();
    this.#client.close();
    this.#caller.close();
    await Promise.all(this.#tasks);
  }

  #keep(task) {
    this.#tasks.push(task.catch((error) => {
      if (this.#running) this.faults.push(`the carrier: ${error.code ?? ''} ${error.reason ?? ''} ${error.message}`);
    }));
  }

  async #tell(fact, promise) {
    const seq = ++this.#lastSeq;
    if (promise) this.#told.push({ seq, ...promise });
    await this.#link.send({ seq, ...fact });
  }

  async #read(id) {
    for await (const { assign, confirm, send } of this.#link) {
      if (assign?.sessionId === id) this.#session = { sessionId: id, epoch: assign.epoch };
      if (confirm) this.#confirmed(confirm.upToSeq);
      if (send) await this.#carry(send);
    }
  }

  async #carry({ commandId, clientMessageId: id, text }) {
    await this.#link.send({ credit: { n: 1 } });
    if (text.body.startsWith('resolve')) {
      await this.#tell({ result: { ...this.#session, commandId, error: { reason: 'OUTCOME_UNKNOWN' } } });
      return;
    }
    await this.#tell({ result: { ...this.#session, commandId, submitted: { providerMessageId: id } } }, { id, what: 'taken', statuses: RISEN });
    await this.#tell({ ack: { ...this.#session, providerMessageId: id, state: 'ACK_STATE_SERVER' } }, { id, what: 'acked', statuses: RISEN.slice(1) });
  }

  #confirmed(upTo) {
    while (this.#told[0]?.seq <= upTo) {
      const { id, what, statuses } = this.#told.shift();
      if (what === 'acked') this.figures.carried++;
      this.#promised.set(id, { what, statuses });
    }
  }

  async #call(sessionId, lane) {
    for (let number = 0; this.#running; number++) {
      const ways = { carry: () => {}, cancel: (row) => this.#cancel(row), resolve: (row) => this.#resolve(row, number) };
      const way = ['carry', 'cancel', 'resolve'][(lane + number) % 3];
      const later = way === 'cancel' ? { scheduledAt: new Date(Date.now() + 3_600_000) } : {};
      const row = await this.#caller.messages.sendText({ sessionId, recipient: `+49152${lane}0000${number % 50}`,
        message: `${way} ${lane} ${number}`, ...later }, { timeoutMs: 20_000 });
      await ways[way](row);
      await sleep(PAUSE_MS);
    }
  }

  async #cancel({ id, clientMessageId }) {
    const { status } = await this.#caller.messages.cancelMessage({ id }, { timeoutMs: 20_000 });
    this.#promised.set(clientMessageId, { what: 'cancelled', statuses: [short(status)] });
    this.figures.cancelled++;
  }

  async #resolve({ id, clientMessageId }, number) {
    const isInDoubt = async () => (await this.#caller.messages.getMessage({ id }, { timeoutMs: 20_000 })).status === 'MESSAGE_STATUS_UNKNOWN';
    await until(async () => !this.#running || isInDoubt(), `message ${id} to be of unknown outcome`, 60_000, LOOK_MS);
    if (!this.#running) return;
    const resolution = `RESOLUTION_${number % 2 === 0 ? 'SENT' : 'FAILED'}`;
    const { status } = await this.#caller.messages.resolveMessage({ id, resolution }, { timeoutMs: 20_000 });
    this.#promised.set(clientMessageId, { what: 'resolved', statuses: [short(status)] });
    this.figures.resolved++;
  }

  async #beat() {
    while (this.#running) {
      await this.#link.send({ heartbeat: { sessions: 1 } });
      await sleep(BEAT_MS, undefined, { ref: false });
    }
  }
}

/** What of `promised` is not so, in rows by client message id. */
export function undone(promised, rows) {
  return [...promised].flatMap(([id, { what, statuses }]) => {
    const status = rows.has(id) ? short(rows.get(id).status) : 'not there';
    return statuses.includes(status) ? [] : [`message ${id} was ${what}, and is ${status} instead of ${statuses.join(' or ')}`];
  });
}

function short(status) {
  return status.replace('MESSAGE_STATUS_', '');
}
