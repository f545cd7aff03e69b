// A driver of a real engine on the fake of its library, in this process, with what its carriers say kept for the test.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDriver } from '../drivers/index.js';
import { createLog } from '../core/log.js';
import { temporaryFolder } from './server.js';
import { sleep, until } from './wait.js';

/** The folder of a fake library. */
export function fakeLibrary(engine) {
  return fileURLToPath(new URL(`./fakes/${engine}`, import.meta.url));
}

/** What rpcd keeps of a session. `puts`: each `set`, in order; `held`: makes `set` wait. */
export class KeptAuth {
  values = new Map();
  puts = [];
  held = null;

  async load(keys = []) {
    if (this.fails) throw this.fails;
    return new Map([...this.values].filter(([key]) => keys.length === 0 || keys.includes(key)));
  }

  async set(changes, { clear = false } = {}) {
    const pairs = typeof changes[Symbol.iterator] === 'function' ? [...changes] : Object.entries(changes);
    for (const [key, value] of pairs) {
      if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw new TypeError(`no key: ${key}`);
      if (value !== null && !(value instanceof Uint8Array)) throw new TypeError(`no bytes: ${key}`);
    }
    const copies = pairs.map(([key, value]) => [key, value && Buffer.from(value)]);
    await this.held;
    if (this.fails) throw this.fails;
    this.puts.push({ keys: pairs.map(([key]) => key), clear });
    if (clear) this.values.clear();
    for (const [key, value] of copies) {
      if (value === null) this.values.delete(key);
      else this.values.set(key, value);
    }
  }
}

/**
 * Opens a driver; it is closed at the test's end.
 * @returns `carry(sessionId, {linked, auth, epoch})` → a line: account, said, auth, start, stop, send, state(name), …
 */
export async function openEngine(t, engine, { folder = temporaryFolder(t), times, library = fakeLibrary(engine), ...more } = {}) {
  const lines = [];
  const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
  const driver = await openDriver(engine, { stateDir: folder, bridge: 'b1', library, log, times, ...more });
  const carried = [];
  let closed = false;
  const close = async () => {
    await Promise.all(carried.map((line) => line.stop('test over')));
    if (!closed) await driver.close();
    closed = true;
  };
  t.after(close);
  return { driver, folder, lines, close,
    carry: (sessionId, options) => {
      const line = carry(driver, sessionId, options);
      carried.push(line);
      return line;
    },
    /** As SIGKILL leaves it: nothing is stopped (before the test's end), and nothing is said any more. */
    crash: async () => {
      closed = true;
      for (const line of carried) Object.assign(line, { deaf: true, mayAct: new Error('the process is dead') });
      await driver.close();
    } };
}

function carry(driver, sessionId, { linked = false, epoch = 1, auth = new KeptAuth(), phoneNumber = '' } = {}) {
  const line = { said: [], auth, deaf: false, mayAct: true };
  const take = (what) => async (...args) => { if (!line.deaf) line.said.push([what, ...args]); };
  const sink = Object.fromEntries(['state', 'qr', 'pairingCode', 'ack', 'incoming', 'restriction', 'submitted'].map((what) =>
    [what, take(what)]));
  sink.auth = { load: (keys) => auth.load(keys), set: (...args) => auth.set(...args) };
  sink.holds = () => {
    if (line.mayAct instanceof Error) throw line.mayAct;
    return line.mayAct;
  };
  const account = driver.carry({ sessionId, epoch, linked, name: `s${sessionId}`, phoneNumber }, sink);
  let command = 0;
  let stopped = null;
  return Object.assign(line, {
    account,
    start: () => account.start(),
    stop: (reason) => { stopped ??= account.stop(reason); return stopped; },
    all: (what) => line.said.filter(([name]) => name === what).map(([, ...args]) => args[0]),
    states: () => line.said.filter(([what]) => what === 'state').map(([, state]) => state),
    state: async (state, times = 1) => {
      const of = () => line.said.filter(([what, given]) => what === 'state' && given === state);
      await until(() => of().length >= times, `${state}; it said ${JSON.stringify(line.said.map(([what, one]) => [what, one]))}`);
      return of()[times - 1][2] ?? {};
    },
    heard: (what, fits = () => true) =>
      until(() => line.said.filter(([name]) => name === what).map(([, value]) => value).find(fits), what),
    /** Sends as the bridge does: the carrier hears when the answer is written down. */
    send: async (id, more = {}) => {
      const text = more.text ?? `text of ${id}`;
      const message = { commandId: more.commandId ?? ++command + sessionId * 1000, clientMessageId: id, recipient: '+4915111111111',
        kind: 'text', text, content: { body: text }, quoted: '', attempt: 1, ...more };
      let outcome;
      try {
        outcome = { submitted: await account.send(message) };
      } catch (error) {
        outcome = { error };
      }
      line.said.push(['answer', id, outcome]);
      if (more.forgotten) return outcome;
      await account.answered?.(message, outcome);
      return outcome;
    },
  });
}

export { sleep, until };
