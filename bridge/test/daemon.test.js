// The simulator's bridge against a real rpcd: what a test that plays rpcd cannot know, because it is rpcd that refuses.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { journalOf, startBridge } from '../testkit/processes.js';
import { until } from '../testkit/wait.js';

const LONG = 60_000;
const options = { skip, timeout: 120_000 };
const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1 };

async function setUp(t) {
  const rpcd = await Daemon.start(t);
  const { folder, operator } = rpcd;
  const networkDir = path.join(folder, 'network');
  const start = () => {
    const bridge = startBridge(t, { endpoint: rpcd.bridges, networkDir, stateDir: path.join(folder, 'b1'), script: FAST });
    rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
    return bridge;
  };
  const bridge = start();
  const user = await operator.users.createUser({ username: 'ada' });
  const session = (await operator.sessions.initSession({ userId: user.id })).id;
  const house = { rpcd, operator, start, bridge, session, networkDir };
  house.isConnected = () => until(async () =>
    (await operator.sessions.getSession({ id: session })).status === 'SESSION_STATUS_CONNECTED', 'the session', LONG);
  house.comesIn = (id, text) => fs.appendFileSync(path.join(networkDir, 'network.jsonl'),
    `${JSON.stringify({ event: 'incoming', session, id, from: '+491700000001', text })}\n`);
  house.heard = (count) => until(async () => {
    const { messages } = await operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' });
    return messages.length >= count && messages.map(({ content }) => content).sort();
  }, 'what came in', LONG);
  await house.isConnected();
  return house;
}

test('a message that is no proper text reaches rpcd, and its bridge goes on', options, async (t) => {
  const { comesIn, heard, bridge } = await setUp(t);
  comesIn('A', 'a\0b');
  comesIn('B', 'c \ud83d');
  comesIn('C', 'fine');
  assert.deepEqual(await heard(3), ['a\ufffdb', 'c \ufffd', 'fine']);
  assert.doesNotMatch(bridge.output.stderr, /bridge\.detached/);
});

test('a message that came in while rpcd was away outlives the bridge that had it', options, async (t) => {
  const { comesIn, heard, bridge, rpcd, start, networkDir } = await setUp(t);
  await rpcd.kill();
  comesIn('A', 'do not lose me');
  // WhatsApp takes it for delivered, and says it to nobody else.
  await until(() => journalOf(networkDir).some(({ event, id }) => event === 'incoming_taken' && id === 'A'), 'the bridge', LONG);
  bridge.kill('SIGKILL');
  await bridge.ended;
  await rpcd.start();
  start();
  assert.deepEqual(await heard(1), ['do not lose me']);
});
