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

const POINTS = ['accepted', 'dispatched', 'facts-read', 'facts-committed', 'reconcile', 'restart'];

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
    const request = { sessionId, recipient: '+491510000000', message: 'once', idempotencyKey: 'once' };
    const send = () => until(
      () => client.messages.sendText(request, { timeoutMs: 2_000, waitForReady: true }).catch(() => null), 'an answer', 60_000);
    const delivered = (id, also = () => true) => until(async () => {
      const { status } = await client.messages.getMessage({ id }).catch(() => ({}));
      return status === 'MESSAGE_STATUS_DELIVERED' && also();
    }, 'its delivery', 60_000);
    const message = await work({ rpcd, line, send, delivered });
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

for (const point of POINTS) {
  test(`rpcd that dies at ${point} loses nothing and sends nothing twice`, { skip }, () => atPoint(`${point}:1`,
    async ({ rpcd, send, delivered }) => {
      const message = await send();
      await delivered(message.id, () => rpcd.deaths.length >= 2);
      assert.deepEqual(rpcd.deaths, ['SIGKILL', 'SIGKILL']);
      return message;
    }));

  test(`rpcd that is stopped at ${point} while its bridge is cut off goes on from there`, { skip }, () => atPoint(`${point}:1:stop`,
    async ({ rpcd, line, send, delivered }) => {
      const sent = send();
      await until(() => isStopped(rpcd.child.pid), `it to stop at ${point}`, 60_000);
      line.cut();
      rpcd.signal('SIGCONT');
      const message = await sent;
      await delivered(message.id);
      assert.deepEqual(rpcd.deaths, ['SIGKILL'], 'it was not started anew');
      return message;
    }));
}
