// A real rpcd with one session, and bridges as whole programs that carry it on the fake of a library. What the fakes' WhatsApp
// got is the judge: a file outside of all of them, one JSON line each.
import fs from 'node:fs';
import path from 'node:path';
import { Daemon } from './daemon.js';
import { fakeLibrary } from './engines.js';
import { startBridge } from './processes.js';
import { temporaryFolder } from './server.js';
import { until } from './wait.js';

export const LONG = 30_000;
export const PHONE = '+4915111111111';

/** A session without a bridge: `start` brings one. `settings`: lines of rpcd's configuration. */
export async function openHouse(t, driver, { settings = '' } = {}) {
  const config = path.join(temporaryFolder(t), 'rpcd.yaml');
  fs.writeFileSync(config, `bridges.lease: 1s\n${settings}\n`);
  const rpcd = await Daemon.start(t, ['--config', config]);
  const { folder, operator } = rpcd;
  const whatsapp = path.join(folder, 'whatsapp.jsonl');
  const start = (name, env = {}) => {
    const bridge = startBridge(t, { endpoint: rpcd.bridges, driver, name, stateDir: path.join(folder, name),
      args: ['--library', fakeLibrary(driver)], env: { FAKE_WHATSAPP: whatsapp, ...env } });
    rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
    return bridge;
  };
  const lines = (is) => (fs.existsSync(whatsapp) ? fs.readFileSync(whatsapp, 'utf8').split('\n').filter(Boolean) : [])
    .map((line) => JSON.parse(line)).filter((line) => line.is === is);
  const unlimited = { value: 0 };
  const user = await operator.users.createUser({ username: 'ada', maxMessagesPerDay: unlimited, maxMessagesPerMinute: unlimited });
  const session = (await operator.sessions.createSession({ userId: user.id, name: 'main', settings: { pacing: 'PACING_PROFILE_FAST' } })).id;
  /** A message waits at WhatsApp for the device (baileys); an event of the library happens there, in the bridge. */
  const waits = (message) => fs.appendFileSync(`${whatsapp}.waiting`, `${JSON.stringify(message)}\n`);
  const happens = (event, ...args) => fs.appendFileSync(`${whatsapp}.in`, `${JSON.stringify({ event, args })}\n`);
  const house = { rpcd, operator, session, whose: { userId: user.id, sessionId: session }, start, lines, happens, waits, folder };
  house.is = (status, fits = () => true) => until(async () => {
    const now = await operator.sessions.getSession({ id: session });
    return now.status === `SESSION_STATUS_${status}` && fits(now) && now;
  }, `the session to be ${status}`, LONG);
  house.bridge = (name) => until(async () =>
    (await operator.bridge.listBridges({})).bridges.find((one) => one.name === name && one.status === 'BRIDGE_STATUS_ATTACHED'), name, LONG);
  house.send = (message, more) => operator.messages.sendText({ ...house.whose, recipient: PHONE, message, ...more });
  house.reaches = (id, ...statuses) => until(async () => {
    const now = await operator.messages.getMessage({ id });
    return statuses.some((status) => now.status === `MESSAGE_STATUS_${status}`) && now;
  }, `message ${id} to be ${statuses}`, LONG);
  return house;
}
