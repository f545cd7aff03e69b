// The points at which a debug build of rpcd ends, or stops, by itself: each is really come by, and what it cuts through is
// whole when rpcd is back, or goes on. In what company they hurt is chaos.js's to find out; here is one of each, with one message.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { createClient } from '../../bridge/client/index.js';
import { isStopped, journalOf } from '../../bridge/testkit/processes.js';
import { Line } from './line.js';
import { Bridge, Rpcd, until } from './processes.js';
import { openAccount } from './round.js';

// Never another one's: a release build passes by.
const program = new URL('../../.build/debug/rpcd', import.meta.url).pathname;
const skip = fs.existsSync(program) ? false : `${program} is absent`;

// And what has to happen for it to come by there: `isThere` says when it has.
const POINTS = {
  accepted: null, dispatched: null, 'facts-read': null, 'facts-committed': null, 'confirm-sent': null, reconcile: null,
  restart: null, attached: null, 'welcome-sent': null,
  assigned: startAnew, 'assign-sent': startAnew,
  detaching: cutOff, 'sessions-lost': cutOff, detached: cutOff,
  'leases-ending': stayAway, 'leases-ended': stayAway,
};

/** A bridge that was started anew carries nothing, and is given its session again. */
function startAnew({ bridge }) {
  bridge.kill();
}

/** Its line is cut, once it is attached to the new rpcd. */
function cutOff({ line, isConnected, isThere }) {
  return until(async () => {
    if (await isConnected()) line.cut();
    return isThere();
  }, 'the end of a stream', 60_000, 50);
}

/** Nobody carries its session for longer than a lease. */
async function stayAway({ bridge, line, isThere }) {
  line.refuse(true);
  bridge.kill();
  line.cut();
  await until(isThere, 'the end of the leases', 60_000);
  line.refuse(false);
}

/** A server, a bridge behind a line, a linked session; then rpcd is started anew with an order for a point. */
async function atPoint(order, work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sb-point-'));
  const rpcd = new Rpcd({ program, folder, leaseSeconds: 1 });
  const network = path.join(folder, 'network');
  const line = new Line(path.join(folder, 'l'), rpcd.bridgeSocket);
  const bridge = new Bridge({ name: 'b0', folder, socket: line.socket, seed: 1, script: {} });
  let client;
  try {
    rpcd.begin();
    await rpcd.ready();
    await line.open();
    bridge.begin();
    const { key, sessions: [sessionId] } = await openAccount(rpcd.rpc, 1);
    client = createClient({ endpoint: rpcd.rpc, apiKey: key });
    rpcd.faultPoint = order;
    rpcd.kill();
    // What is asked from here on is asked of the new one.
    await rpcd.exited;
    const isConnected = async () => {
      const { status } = await client.sessions.getSession({ id: sessionId }, { timeoutMs: 1_000 }).catch(() => ({}));
      return status === 'SESSION_STATUS_CONNECTED';
    };
    const request = { sessionId, recipient: '+491510000000', message: 'once', idempotencyKey: 'once' };
    const send = () => until(
      () => client.messages.sendText(request, { timeoutMs: 2_000, waitForReady: true }).catch(() => null), 'an answer', 60_000);
    const delivered = (id, also = () => true) => until(async () => {
      const { status } = await client.messages.getMessage({ id }).catch(() => ({}));
      return status === 'MESSAGE_STATUS_DELIVERED' && also();
    }, 'its delivery', 60_000);
    const message = await work({ rpcd, bridge, line, send, delivered, isConnected });
    assert.equal((await client.messages.listMessages({})).messages.length, 1);
    const went = journalOf(network).filter(({ event }) => event === 'message');
    assert.deepEqual(went.map(({ id }) => id), [message.clientMessageId]);
  } finally {
    client?.close();
    await Promise.all([rpcd.end(), bridge.end()]);
    line.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

for (const [point, provoke] of Object.entries(POINTS)) {
  test(`rpcd that dies at ${point} loses nothing and sends nothing twice`, { skip }, () => atPoint(`${point}:1`,
    async ({ send, delivered, ...world }) => {
      const { rpcd } = world;
      const sent = send();
      await provoke?.({ ...world, isThere: () => rpcd.deaths.length >= 2 });
      const message = await sent;
      await delivered(message.id, () => rpcd.deaths.length >= 2);
      assert.deepEqual(rpcd.deaths, ['SIGKILL', 'SIGKILL']);
      return message;
    }));

  test(`rpcd that is stopped at ${point} while its bridge is cut off goes on from there`, { skip }, () => atPoint(`${point}:1:stop`,
    async ({ send, delivered, ...world }) => {
      const { rpcd, line } = world;
      const isThere = () => isStopped(rpcd.child.pid);
      const sent = send();
      await provoke?.({ ...world, isThere });
      await until(isThere, `it to stop at ${point}`, 60_000);
      line.cut();
      rpcd.signal('SIGCONT');
      const message = await sent;
      await delivered(message.id);
      assert.deepEqual(rpcd.deaths, ['SIGKILL'], 'it was not started anew');
      return message;
    }));
}
