// Callers that send as fast as they are answered, and remember what was answered OK; for the tests of the disk.
import { createClient } from '../../bridge/client/index.js';
import { until } from './processes.js';

export class Load {
  /** Answered OK: id → what it has to be. */
  kept = new Map();
  /** What else was answered: reason → how often. */
  refused = {};
  #client;
  #running = true;
  #tasks;

  constructor({ endpoint, key, sessionId, atOnce = 32, name = 'text', bytes = 200 }) {
    this.#client = createClient({ endpoint, apiKey: key });
    let number = 0;
    const one = async () => {
      while (this.#running) {
        const message = `${name} ${number++} ${'x'.repeat(bytes)}`;
        try {
          const { id, clientMessageId } = await this.#client.messages.sendText(
            { sessionId, recipient: `+4915100000${number % 50}`, message }, { timeoutMs: 5000 });
          this.kept.set(id, { clientMessageId, message });
        } catch (error) {
          const reason = error.reason || error.code;
          this.refused[reason] = (this.refused[reason] ?? 0) + 1;
          await new Promise((resolve) => { setTimeout(resolve, 5); });
        }
      }
    };
    this.#tasks = Array.from({ length: atOnce }, one);
  }

  async stop() {
    this.#running = false;
    await Promise.all(this.#tasks);
    this.#client.close();
  }
}

/** A user without limits, a key and a session that was linked, and whose bridge is gone again: what is sent is kept. */
export async function account(endpoint, bridge) {
  const operator = createClient({ endpoint });
  bridge.begin();
  try {
    const unlimited = { value: 0 };
    const user = await operator.users.createUser(
      { username: 'disk', maxMessagesPerDay: unlimited, maxMessagesPerMinute: unlimited });
    const { secret } = await operator.keys.createKey({ userId: user.id, name: 'disk' });
    const client = createClient({ endpoint, apiKey: secret });
    const { id } = await client.sessions.initSession({});
    await until(async () => (await client.sessions.getSession({ id })).status === 'SESSION_STATUS_CONNECTED', 'the session');
    client.close();
    return { key: secret, sessionId: id };
  } finally {
    operator.close();
    await bridge.end();
  }
}

/**
 * What of `kept` is not there; how many messages of callers are, what came in: its id → what it says, and the callers' rows
 * by client message id.
 */
export async function missing(endpoint, key, kept) {
  const client = createClient({ endpoint, apiKey: key });
  const there = new Map();
  const incoming = new Map();
  try {
    for (let pageToken = ''; ;) {
      const page = await client.messages.listMessages({ pageSize: 200, pageToken });
      for (const row of page.messages) {
        if (row.direction === 'MESSAGE_DIRECTION_INBOUND') incoming.set(row.providerMessageId, row.content);
        else there.set(row.id, row);
      }
      pageToken = page.nextPageToken;
      if (!pageToken) break;
    }
  } finally {
    client.close();
  }
  const lost = [...kept].filter(([id, { clientMessageId, message }]) => {
    const row = there.get(id);
    return row?.clientMessageId !== clientMessageId || row.content !== message;
  });
  return { lost: lost.map(([id]) => id), there: there.size, incoming,
    rows: new Map([...there.values()].map((row) => [row.clientMessageId, row])) };
}
