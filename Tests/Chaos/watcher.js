// Somebody who watches the events of a round from its beginning: goes on from the last cursor whenever the stream breaks.
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../bridge/client/index.js';

export class Watcher {
  /** Cursors of what was seen, in the order in which it came, heartbeats left out. */
  seen = [];
  #client;
  #cursor = '';
  #running = true;
  #loop;

  constructor({ endpoint, key }) {
    this.#client = createClient({ endpoint, apiKey: key });
  }

  /** Resolves when nothing can be missed any more; `beginning` is the cursor to replay from. */
  async start() {
    let begun;
    const ready = new Promise((resolve) => { begun = resolve; });
    this.#loop = this.#watch(begun);
    this.beginning = await ready;
  }

  /** Resolves when `cursor` was seen, or after a while all the same. */
  async reach(cursor, timeoutMs = 10_000) {
    const end = performance.now() + timeoutMs;
    while (cursor && this.#cursor !== cursor && performance.now() < end) await sleep(20);
  }

  async stop() {
    this.#running = false;
    this.#stream?.cancel();
    await this.#loop;
    this.#client.close();
  }

  #stream;

  async #watch(begun) {
    while (this.#running) {
      try {
        this.#stream = this.#client.events.watch({ cursor: this.#cursor });
        for await (const event of this.#stream) {
          this.#cursor = event.cursor;
          begun(event.cursor);
          if (event.type) this.seen.push(event.cursor);
        }
      } catch (error) {
        if (error.reason === 'CURSOR_EXPIRED' || error.code === 'INVALID_ARGUMENT') {
          this.seen.push(`${error.code} ${error.reason}`);
          return;
        }
      }
      if (this.#running) await sleep(20);
    }
  }
}

/** All events from a cursor on, until nothing has come for `quietMs`. */
export async function replay({ endpoint, key, cursor, quietMs = 400 }) {
  const client = createClient({ endpoint, apiKey: key });
  const events = [];
  const stream = client.events.watch({ cursor });
  let timer = setTimeout(() => stream.cancel(), 10_000);
  try {
    for await (const event of stream) {
      clearTimeout(timer);
      timer = setTimeout(() => stream.cancel(), quietMs);
      if (event.type) events.push(event);
    }
  } catch (error) {
    if (error.code !== 'CANCELLED') throw error;
  } finally {
    clearTimeout(timer);
    client.close();
  }
  return events;
}
