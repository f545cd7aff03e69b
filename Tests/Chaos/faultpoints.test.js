// The points at which a debug build of rpcd ends by itself: each is really come by, and what it cuts through is whole when
// rpcd is back. In what company they hurt is chaos.js's to find out; here is one of each, with one message.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { createClient } from '../../bridge/client/index.js';
import { journalOf } from '../../bridge/testkit/processes.js';
import { Bridge, Rpcd, until } from './processes.js';
import { openAccount } from './round.js';

// Never another one's: a release build passes by.
const program = new URL('../../.build/debug/rpcd', import.meta.url).pathname;
const skip = fs.existsSync(program) ? false : `${program} is absent`;

for (const point of ['accepted', 'dispatched', 'facts-read', 'facts-committed', 'reconcile', 'restart']) {
  test(`rpcd that dies at ${point} loses nothing and sends nothing twice`, { skip }, async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sb-point-'));
    const rpcd = new Rpcd({ program, folder, leaseSeconds: 1 });
    const network = path.join(folder, 'network');
    const bridge = new Bridge({ name: 'b0', folder, socket: rpcd.bridgeSocket, seed: 1, script: {} });
    let client;
    try {
      rpcd.begin();
      await rpcd.ready();
      bridge.begin();
      const { key, sessions: [sessionId] } = await openAccount(rpcd.rpc, 1);
      client = createClient({ endpoint: rpcd.rpc, apiKey: key });
      rpcd.faultPoint = `${point}:1`;
      rpcd.kill();
      const request = { sessionId, recipient: '+491510000000', message: 'once', idempotencyKey: 'once' };
      const message = await until(
        () => client.messages.sendText(request, { timeoutMs: 2_000, waitForReady: true }).catch(() => null), 'an answer', 60_000);
      await until(async () => {
        const { status } = await client.messages.getMessage({ id: message.id }).catch(() => ({}));
        return status === 'MESSAGE_STATUS_DELIVERED' && rpcd.deaths.length >= 2;
      }, `its delivery, and the death at ${point}`, 60_000);
      assert.deepEqual(rpcd.deaths, ['SIGKILL', 'SIGKILL']);
      assert.equal((await client.messages.listMessages({})).messages.length, 1);
      const went = journalOf(network).filter(({ event }) => event === 'message');
      assert.deepEqual(went.map(({ id }) => id), [message.clientMessageId]);
    } finally {
      client?.close();
      await Promise.all([rpcd.end(), bridge.end()]);
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
}
