// A simulator's network and its accounts in this process, with what they say kept for the test.
import path from 'node:path';
import { createDriver } from '../drivers/simulator.js';
import { readScript } from '../drivers/simulator/script.js';
import { temporaryFolder } from './server.js';
import { until } from './wait.js';

let instances = 0;

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
  return { driver, folder, networkDir, carry: (sessionId, more) => carry(driver, accounts, sessionId, more) };
}

/** Carries a session and keeps all that it says. */
function carry(driver, accounts, sessionId, { epoch = 1, linked = false, name = `s${sessionId}` } = {}) {
  const said = [];
  const take = (what) => (...args) => { said.push([what, ...args]); return Promise.resolve(); };
  const sink = Object.fromEntries(['state', 'qr', 'pairingCode', 'ack', 'incoming', 'restriction'].map((what) =>
    [what, take(what)]));
  sink.holds = () => true;
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
