// A bridge that reports what comes in and keeps credentials with rpcd, as fast as it is answered, and remembers what was
// confirmed: that has to be there after a power cut. It has no journal of its own, for it is never the one that dies.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../bridge/client/index.js';
import { until } from './processes.js';

// As many facts as a bridge may have under way; and a pace that leaves the others room.
const UNDER_WAY = 48;
const AT_ONCE = 8;
const PAUSE_MS = 5;
const BEAT_MS = 5000;
// So many of its newest values it keeps; each call puts one and deletes one.
const VALUES = 20;
const NAME = 'witness';

const hello = (instanceId, nextSeq, held) => ({ hello: { protocolVersion: 1, bridgeName: NAME, instanceId, engine: 'simulator',
  engineVersion: '1', kinds: ['text'], capacity: 1, held, nextSeq, repeatsAreSafe: true } });
const nameOf = (number) => `W${number}`;
const keyOf = (number) => `value-${number}`;
const valueOf = (number) => `secret ${number}`;

export class Witness {
  /** The highest fact that was confirmed, and how many calls were begun and answered: both count from 1, one after the other. */
  confirmed = 0;
  begun = 0;
  answered = 0;
  faults = [];
  #client;
  #link;
  #session;
  #token;
  #running = true;
  #tasks = [];

  /** @param {string} bridges Where rpcd listens for bridges. @param {object} owner A client of whose session it is to be. */
  static async begin(bridges, owner) {
    const witness = new Witness();
    witness.#client = createClient({ endpoint: `unix:${bridges}` });
    witness.#link = witness.#client.bridge.attach();
    await witness.#link.send(hello('first', 1, []));
    const { id } = await owner.sessions.initSession({ session: NAME });
    witness.#tasks.push(witness.#read(id));
    await until(() => witness.#session, 'the session of the witness');
    witness.#tasks.push(witness.#report(), witness.#put(), witness.#beat());
    return witness;
  }

  /** What was promised so far. */
  get promised() {
    const { confirmed, begun, answered } = this;
    return { confirmed, begun, answered, session: this.#session };
  }

  async stop() {
    this.#running = false;
    this.#link.cancel();
    this.#client.close();
    await Promise.allSettled(this.#tasks);
  }

  async #read(id) {
    for await (const { welcome, assign, confirm } of this.#link) {
      if (welcome) this.#token = welcome.token;
      if (assign?.sessionId === id) this.#session = { sessionId: id, epoch: assign.epoch };
      if (confirm) this.confirmed = confirm.upToSeq;
    }
  }

  async #report() {
    await this.#link.send({ seq: 1, sessionState: { ...this.#session, state: 'SESSION_STATUS_CONNECTED', phoneNumber: '+4915199999999' } });
    for (let seq = 2; this.#running;) {
      for (let n = 0; n < AT_ONCE && seq - this.confirmed <= UNDER_WAY; n++, seq++) {
        const incoming = { ...this.#session, providerMessageId: nameOf(seq), fromPhone: '+491600000001', chat: '+491600000001', text: nameOf(seq) };
        await this.#link.send({ seq, incoming });
      }
      await sleep(PAUSE_MS);
    }
  }

  async #put() {
    while (this.#running) {
      const number = ++this.begun;
      const call = this.#client.bridge.putAuthState({ metadata: { 'x-bridge-token': this.#token }, timeoutMs: 10_000 });
      try {
        await call.send({ ...this.#session, key: keyOf(number), value: Buffer.from(valueOf(number)) });
        if (number > VALUES) await call.send({ key: keyOf(number - VALUES), deleted: true });
        await call.finish();
        this.answered = number;
      } catch (error) {
        if (this.#running) this.faults.push(`credentials were refused: ${error.reason ?? ''} ${error.message}`);
        return;
      }
      await sleep(PAUSE_MS);
    }
  }

  async #beat() {
    while (this.#running) {
      await this.#link.send({ heartbeat: { sessions: 1 } });
      await sleep(BEAT_MS, undefined, { ref: false });
    }
  }
}

/**
 * What of a promise is not there on another server, which has the same data.
 * @param {object} promised Of `Witness.promised`.
 * @param {Map<string, string>} incoming What came in, as it has it: id → text.
 */
export async function unkept(bridges, { confirmed, begun, answered, session }, incoming) {
  const faults = [];
  for (let seq = 2; seq <= confirmed; seq++) {
    if (incoming.get(nameOf(seq)) !== nameOf(seq)) faults.push(`fact ${seq} was confirmed, and is not there`);
  }
  const values = await keptValues(bridges, session, confirmed);
  for (let number = Math.max(1, begun - VALUES + 1); number <= answered; number++) {
    if (values.get(keyOf(number)) !== valueOf(number)) faults.push(`value ${number} was kept, and is not there`);
  }
  for (let number = 1; number <= answered - VALUES; number++) {
    if (values.has(keyOf(number))) faults.push(`value ${number} was deleted, and is there`);
  }
  return faults;
}

// As the same bridge, started anew, which says that it has the session.
async function keptValues(bridges, session, confirmed) {
  const client = createClient({ endpoint: `unix:${bridges}` });
  try {
    const link = client.bridge.attach();
    await link.send(hello('after', confirmed + UNDER_WAY + 1, [session]));
    const { value: { welcome } } = await link[Symbol.asyncIterator]().next();
    if (!welcome?.kept.some(({ sessionId, epoch }) => sessionId === session.sessionId && epoch === session.epoch)) {
      throw new Error(`the witness is not given its session again: ${JSON.stringify(welcome)}`);
    }
    const values = new Map();
    const metadata = { 'x-bridge-token': welcome.token };
    for await (const { key, value } of client.bridge.getAuthState(session, { metadata, timeoutMs: 10_000 })) {
      values.set(key, (values.get(key) ?? '') + Buffer.from(value).toString());
    }
    return values;
  } finally {
    client.close();
  }
}
