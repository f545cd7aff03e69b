// One round: rpcd, some bridges on one network, callers, and everything that the seed says goes wrong; then all is mended,
// what is under way comes to its end, rpcd is killed once more, and the judge reads what is there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../bridge/client/index.js';
import { journalOf } from '../../bridge/testkit/processes.js';
import { Chance } from './chance.js';
import { Faults, plan, script } from './faults.js';
import { judge, untold } from './judge.js';
import { Line } from './line.js';
import { Person } from './person.js';
import { Bridge, Rpcd, until } from './processes.js';
import { Sender } from './sender.js';
import { Stops, drawHold } from './stops.js';
import { Watcher, replay } from './watcher.js';

const ATTEMPTS = 8;
const LEASE_SECONDS = 1;
const UNDER_WAY = ['SCHEDULED', 'PENDING', 'DISPATCHED', 'SUBMITTED', 'UNKNOWN'];
const STATUSES = [...UNDER_WAY, 'SENT', 'DELIVERED', 'READ', 'PLAYED', 'FAILED', 'EXPIRED', 'CANCELLED'];

/**
 * @param {object} options program, seed, messages, faultCount, bridgeCount, sessionCount, rate (messages a second), debug
 *   (the program has fault points).
 * @returns {Promise<{faults: string[], said: object}>} The folder of a round with faults is kept.
 */
export async function round({ program, seed, messages = 500, faultCount = 8, bridgeCount = 3, sessionCount = 4, rate = 250,
  debug = false }) {
  const began = performance.now();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sb-chaos-'));
  const chance = new Chance(seed);
  const rpcd = new Rpcd({ program, folder, leaseSeconds: LEASE_SECONDS });
  const network = path.join(folder, 'network');
  const lines = [];
  const bridges = [];
  const faults = [];
  const said = { seed, happened: [] };
  const stops = new Stops(said.happened);
  try {
    rpcd.begin();
    await rpcd.ready();
    for (let n = 0; n < bridgeCount; n++) {
      const line = new Line(path.join(folder, `l${n}`), rpcd.bridgeSocket);
      await line.open();
      lines.push(line);
      const steps = script(chance.of(`script ${n}`), { messages });
      bridges.push(new Bridge({ name: `b${n}`, folder, socket: line.socket, seed: n, script: steps }));
    }
    // From the start: the first thing that a bridge is given may be what its script has it stop at.
    const holds = chance.of('stops');
    bridges.forEach((bridge, n) => {
      const drawn = holds.of(n);
      stops.watch(bridge, () => ({ line: lines[n], hold: drawHold(drawn, { leaseMs: LEASE_SECONDS * 1000 }) }));
    });
    for (const bridge of bridges) bridge.begin();
    const account = await openAccount(rpcd.rpc, sessionCount, chance);
    const watcher = new Watcher({ endpoint: rpcd.rpc, key: account.key });
    await watcher.start();
    const sender = new Sender({ endpoint: rpcd.rpc, ...account, chance: chance.of('sender'), recipients: 5, network });
    const planned = plan(chance.of('faults'),
      { messages, faults: faultCount, bridges: bridgeCount, debug, leaseMs: LEASE_SECONDS * 1000 });
    const owner = createClient({ endpoint: rpcd.rpc, apiKey: account.key });
    // Until it is answered: a session that was stopped has to be started again.
    const wish = (method) => (sessionId) => until(
      () => owner.sessions[method]({ sessionId }, { timeoutMs: 2000 }).then(() => true, () => false), method);
    const [restart, stop, start] = ['restartSession', 'disconnectSession', 'initSession'].map(wish);
    const unlink = (session) => logOut(network, owner, session);
    const busiest = () => {
      const holders = new Map();
      for (const { event, session, bridge } of journalOf(network)) if (event === 'opened') holders.set(session, bridge);
      const carried = bridges.map(({ name }) => [...holders.values()].filter((holder) => holder === name).length);
      return carried.indexOf(Math.max(...carried));
    };
    const storm = new Faults(planned, { rpcd, bridges, lines, restart, stop, start, unlink, busiest,
      sessions: account.sessions }, said.happened);
    stops.watch(rpcd, () => rpcd.atStop);
    said.setUpMs = Math.round(performance.now() - began);
    await sender.run(messages, { rate, atOnce: 48, onAccepted: (count) => storm.progress(count) });
    await storm.finish();
    said.stormMs = Math.round(performance.now() - began) - said.setUpMs;

    for (const line of lines) line.heal();
    for (const one of [rpcd, ...bridges]) one.signal('SIGCONT');
    const person = new Person(owner, network);
    const open = await settle(owner, network, person);
    said.settleMs = Math.round(performance.now() - began) - said.stormMs - said.setUpMs;
    faults.push(...storm.failed);
    for (const row of open) faults.push(`stuck: ${story(row)}`);

    await sleep(50);
    rpcd.kill();
    await rpcd.exited;
    await rpcd.ready();
    // An ack that a bridge took at the last moment finds its way to the new rpcd; what never does is the judge's to say.
    await settle(owner, network, person, 10_000);
    const journal = journalOf(network);
    const events = await replay({ endpoint: rpcd.rpc, key: account.key, cursor: watcher.beginning });
    await watcher.reach(events.at(-1)?.cursor);
    await watcher.stop();
    const { rows, counts } = await readRows(owner);
    owner.close();
    sender.close();
    const verdict = judge({ accepted: sender.accepted, cancelled: sender.cancelled, resolved: person.resolved,
      incoming: sender.incoming, rows, counts, journal, events, seen: watcher.seen, attempts: ATTEMPTS });
    faults.push(...sender.faults, ...verdict.faults, ...deaths(rpcd, bridges));
    Object.assign(said, { ends: verdict.ends, repeats: verdict.repeats, resolved: person.resolved.size, tries: sender.tries, incoming: sender.incoming.length,
      starts: [rpcd, ...bridges].map(({ starts }) => starts).join('/') });
  } catch (error) {
    faults.push(`the round itself: ${error.stack}`);
  } finally {
    await stops.close();
    await Promise.all([rpcd, ...bridges].map((one) => one.end()));
    for (const line of lines) line.close();
  }
  said.ms = Math.round(performance.now() - began);
  if (faults.length > 0) said.folder = folder;
  else fs.rmSync(folder, { recursive: true, force: true });
  return { faults, said };
}

/** A user without limits, with a key and linked sessions. */
export async function openAccount(endpoint, count) {
  const operator = createClient({ endpoint });
  const unlimited = { value: 0 };
  try {
    const user = await operator.users.createUser(
      { username: 'chaos', maxMessagesPerDay: unlimited, maxMessagesPerMinute: unlimited });
    const { secret } = await operator.keys.createKey({ userId: user.id, name: 'chaos' });
    const client = createClient({ endpoint, apiKey: secret });
    const sessions = [];
    for (let n = 0; n < count; n++) sessions.push((await client.sessions.initSession({ session: `s${n}` })).id);
    await until(async () => {
      const { sessions: all } = await client.sessions.listSessions({});
      return all.length === count && all.every(({ status }) => status === 'SESSION_STATUS_CONNECTED');
    }, 'the sessions to be connected');
    client.close();
    return { key: secret, sessions };
  } finally {
    operator.close();
  }
}

/**
 * WhatsApp ends the link of a session, where it has one by then. Resolves when rpcd knows, or has had it linked anew because
 * it had not heard of that link yet.
 */
async function logOut(network, client, session) {
  const isLinked = () => journalOf(network).findLast(
    (line) => line.session === session && ['linked', 'unlinked'].includes(line.event))?.event === 'linked';
  await until(isLinked, 'the session to be linked again');
  const line = { at: new Date().toISOString(), event: 'unlinked', session, by: 'phone' };
  fs.appendFileSync(path.join(network, 'network.jsonl'), `${JSON.stringify(line)}\n`);
  const isRelinked = () => {
    const events = journalOf(network).filter((one) => one.session === session);
    const at = events.findLastIndex(({ event, by, at: when }) => event === 'unlinked' && by === line.by && when === line.at);
    return events.slice(at).some(({ event }) => event === 'linked');
  };
  await until(async () => {
    const { status } = await client.sessions.getSession({ id: session }, { timeoutMs: 2000 }).catch(() => ({}));
    return status === 'SESSION_STATUS_LOGGED_OUT' || isRelinked();
  }, 'the session to be logged out');
}

/**
 * Waits until nothing is under way any more and rpcd knows what its bridges know; what waits long for its next try is
 * asked for now, as its owner may, and what nobody can know any more is looked up by a person.
 */
async function settle(client, network, person, timeoutMs = 60_000) {
  const end = performance.now() + timeoutMs;
  const waitsForAcks = acksMayCome();
  let open = [];
  while (performance.now() < end) {
    const call = (status) => client.messages.listMessages({ status: `MESSAGE_STATUS_${status}`, pageSize: 200 });
    try {
      open = await person.look((await Promise.all(UNDER_WAY.map(call))).flatMap(({ messages }) => messages));
      if (open.length === 0) {
        // First the journal: a row that is read later tells at least as much.
        const journal = journalOf(network);
        const { rows } = await readRows(client);
        const mayCome = waitsForAcks(rows.filter(({ status }) => status === 'MESSAGE_STATUS_SENT'));
        if (!mayCome && untold(rows, journal).length === 0) return [];
      }
      for (const { id, status, nextTryAt } of open) {
        const waits = status === 'MESSAGE_STATUS_PENDING' && nextTryAt ? Number(nextTryAt.seconds) * 1000 - Date.now() : 0;
        if (waits > 1500) await client.messages.retryMessage({ id });
      }
    } catch (error) {
      // It has just been started, or the message has moved on.
      if (!['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'ABORTED', 'FAILED_PRECONDITION'].includes(error.code)) throw error;
    }
    await sleep(50);
  }
  return Promise.all(open.slice(0, 20).map(({ id }) => client.messages.getMessage({ id })));
}

/** Whether to wait on for what is `sent`: an ack that the script loses never comes, one that comes does so soon. */
function acksMayCome() {
  let before = '';
  let since = 0;
  return (sent) => {
    const now = sent.map(({ id }) => id).join();
    if (now !== before) since = performance.now();
    before = now;
    return sent.length > 0 && performance.now() - since < 600;
  };
}

async function readRows(client) {
  const rows = [];
  for (let pageToken = ''; ;) {
    const page = await client.messages.listMessages({ pageSize: 200, pageToken });
    rows.push(...page.messages);
    pageToken = page.nextPageToken;
    if (!pageToken) break;
  }
  const counts = {};
  for (const status of STATUSES) {
    const { totalSize } = await client.messages.listMessages({ status: `MESSAGE_STATUS_${status}`, page: 1, pageSize: 1 });
    counts[status.toLowerCase()] = totalSize;
  }
  return { rows, counts };
}

// All are killed by us, or end well when told to (at once, where they had not begun); whatever else they die of is their
// own doing. A bridge may find another in its place.
function deaths(rpcd, bridges) {
  const faults = [];
  for (const how of rpcd.deaths) if (!['SIGKILL', 'SIGTERM', 0].includes(how)) faults.push(`rpcd died of ${how}`);
  for (const bridge of bridges) {
    for (const how of bridge.deaths) if (!['SIGKILL', 'SIGTERM', 0, 75].includes(how)) faults.push(`${bridge.name} died of ${how}`);
  }
  return faults;
}

function story({ id, status, holdReason, attempts, timeline }) {
  const steps = timeline.map(({ to, cause, bridge }) => `${to.replace('MESSAGE_STATUS_', '').toLowerCase()} ${cause} ${bridge}`);
  return `${id} ${status} ${holdReason} after ${attempts} attempts: ${steps.join(', ')}`;
}
