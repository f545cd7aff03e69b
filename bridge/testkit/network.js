// A simulator's network and its accounts in this process, with what they say kept for the test.
import assert from 'node:assert/strict';
import path from 'node:path';
import { createDriver } from '../drivers/simulator.js';
import { readScript } from '../drivers/simulator/script.js';
import { journalOf } from './processes.js';
import { temporaryFolder } from './server.js';
import { until } from './wait.js';

/** A script in which nothing takes long. */
export const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1,
  acks: { server_ms: 1, delivered_ms: 5 } };

let instances = 0;
// What rpcd keeps: of each session of a network, for whichever bridge carries it.
const kept = new Map();

/** Opens a driver on a network; it is closed at the test's end. */
export async function openDriver(t, { folder = temporaryFolder(t), bridge = 'b1', script = {}, ...options } = {}) {
  const networkDir = path.join(folder, 'network');
  const driver = await createDriver({ networkDir, bridge, instanceId: `${bridge}-${++instances}`,
    script: readScript(script), ...options });
  const accounts = [];
  t.after(async () => {
    await Promise.all(accounts.map((account) => account.stop('test over')));
    await driver.close();
  });
  return { driver, folder, networkDir, carry: (sessionId, more) => carry(driver, accounts, sessionId, {
    kept: keptOf(networkDir, sessionId), ...more }) };
}

/** Opens a driver on a fast network, and a session of it that is connected. */
export async function connected(t, { script = {}, session = 1, ...options } = {}) {
  const opened = await openDriver(t, { script: { ...FAST, ...script }, ...options });
  const line = opened.carry(session);
  await line.start();
  await line.state('connected');
  return { ...opened, line };
}

/** What a network's journal has of one event. */
export const events = (dir, name) => journalOf(dir).filter(({ event }) => event === name);

/** What a promise fails with. */
export const failure = (promise) => promise.then(() => assert.fail('it succeeded'), (error) => error);

/** Carries a session and keeps all that it says. */
function carry(driver, accounts, sessionId, { kept: values, auth = authOf(values), epoch = 1, linked = false, name = `s${sessionId}`,
  holds = () => true }) {
  const said = [];
  const take = (what) => (...args) => { said.push([what, ...args]); return Promise.resolve(); };
  const sink = Object.fromEntries(['state', 'qr', 'pairingCode', 'ack', 'incoming', 'restriction'].map((what) =>
    [what, take(what)]));
  sink.holds = holds;
  sink.auth = auth;
  const account = driver.carry({ sessionId, epoch, linked, name }, sink);
  accounts.push(account);
  let command = 0;
  return {
    account, said,
    start: () => account.start(),
    stop: (reason) => account.stop(reason),
    states: () => said.filter(([what]) => what === 'state').map(([, state]) => state),
    heard: (what, fits = () => true, timeoutMs) =>
      until(() => said.find((one) => one[0] === what && fits(...one.slice(1))), what, timeoutMs),
    state: (state) => until(() => said.find(([what, given]) => what === 'state' && given === state), state),
    send: (id, more = {}) => account.send({ commandId: ++command + sessionId * 1000, clientMessageId: id,
      recipient: '+49151000001',
      kind: 'text', text: `text of ${id}`, attempt: 1, ...more }),
  };
}

/** What rpcd would keep of a session, as it is now. */
export function keptOf(networkDir, sessionId) {
  const name = `${networkDir}/${sessionId}`;
  if (!kept.has(name)) kept.set(name, new Map());
  return kept.get(name);
}

function authOf(values) {
  return {
    load: async (keys = []) => new Map([...values].filter(([key]) => keys.length === 0 || keys.includes(key))),
    set: async (changes, { clear = false } = {}) => {
      if (clear) values.clear();
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) values.delete(key);
        else values.set(key, value);
      }
    },
  };
}
