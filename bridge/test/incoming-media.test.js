// Files of messages that came in, from the network to whoever asks: a real rpcd, a bridge with the simulator.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import test from 'node:test';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { grown } from '../testkit/memory.js';
import { journalOf, startBridge } from '../testkit/processes.js';
import { until } from '../testkit/wait.js';

const LONG = 30_000;
const options = { skip, timeout: 120_000 };
const BYTES = 5 * 1024 * 1024 + 7;
const LARGE = 64 * 1024 * 1024;

/** An rpcd, a session that is connected on a bridge, and what came in: by its id at the network. */
async function setUp(t, files) {
  const rpcd = await Daemon.start(t);
  const { operator } = rpcd;
  const networkDir = path.join(rpcd.folder, 'network');
  const steps = Object.entries(files).map(([id, file], n) => ({ when: { connected_ms: 20 * n }, do: 'incoming', id, from: '+491700000001', kind: file.kind ?? 'image',
    text: 'look', content: { caption: 'look' }, file: { mime_type: 'image/png', ...file } }));
  const start = (script) => {
    const bridge = startBridge(t, { endpoint: rpcd.bridges, name: 'b1', stateDir: path.join(rpcd.folder, 'b1'), networkDir, script });
    rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
    return bridge;
  };
  const user = await operator.users.createUser({ username: 'ada' });
  const bridge = start({ steps });
  await operator.sessions.initSession({ userId: user.id });
  const came = await until(async () => {
    const { messages } = await operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' });
    return messages.length === steps.length && new Map(messages.map((one) => [one.providerMessageId, one]));
  }, 'what came in', LONG);
  const fetched = () => journalOf(networkDir).filter(({ event }) => event === 'fetched').length;
  const fetch = (id) => operator.messages.fetchMedia({ messageId: came.get(id).id }, { timeoutMs: LONG });
  return { operator, rpcd, bridge, start, came, fetch, fetched };
}

test('a picture that came in is got once, however many ask, and is the same', options, async (t) => {
  const { operator, came, fetch, fetched } = await setUp(t, { IN1: { bytes: BYTES } });
  assert.equal(came.get('IN1').media.mediaId, 0);
  const [media, again] = await Promise.all([fetch('IN1'), fetch('IN1')]);
  assert.equal(again.id, media.id);
  assert.deepEqual([media.size, media.kind, media.mimeType], [BYTES, 'MEDIA_KIND_IMAGE', 'image/png']);
  assert.equal((await fetch('IN1')).id, media.id);
  assert.equal(fetched(), 1);
  const hash = createHash('sha256');
  for await (const { data } of operator.messages.downloadMedia({ id: media.id })) hash.update(data);
  assert.equal(hash.digest('hex'), came.get('IN1').media.sha256);
  assert.equal((await operator.messages.getMessage({ id: came.get('IN1').id })).media.mediaId, media.id);
});

test('64 MiB come in with the memory of rpcd and of the bridge flat', options, async (t) => {
  const { rpcd, bridge, fetch } = await setUp(t, { IN1: { bytes: BYTES, kind: 'document' }, IN2: { bytes: LARGE, kind: 'document' } });
  // What is allocated once is not counted.
  await fetch('IN1');
  let media;
  const more = {};
  more.rpcd = await grown(rpcd.pid, async () => {
    more.bridge = await grown(bridge.child.pid, async () => { media = await fetch('IN2'); });
  });
  t.diagnostic(`${more.rpcd >> 10} KiB more in rpcd, ${more.bridge >> 10} in the bridge`);
  assert.equal(media.size, LARGE);
  assert.ok(more.rpcd < LARGE / 2 && more.bridge < 0.75 * LARGE, JSON.stringify(more));
});

test('what the network has no more is said to be so, and asked for again', options, async (t) => {
  const { fetch, fetched } = await setUp(t, { IN1: { bytes: 1000, expired: true } });
  for (let n = 0; n < 2; n++) await assert.rejects(fetch('IN1'), { reason: 'MEDIA_EXPIRED' });
  assert.equal(fetched(), 2);
});

test('a bridge that is killed in the middle leaves nothing, and the next one brings it', options, async (t) => {
  const { bridge, start, operator, fetch, fetched } = await setUp(t, { IN1: { bytes: BYTES, hangs: true }, IN2: { bytes: 1000 } });
  const asked = fetch('IN1');
  asked.catch(() => {});
  await until(() => fetched() === 1, 'the bridge to be asked', LONG);
  // A file that takes long keeps back no other.
  assert.equal((await fetch('IN2')).size, 1000);
  bridge.kill('SIGKILL');
  await assert.rejects(asked, ({ reason }) => ['BRIDGE_UNAVAILABLE', 'SESSION_NOT_CONNECTED'].includes(reason));
  await bridge.ended;
  start();
  const isBack = async () => (await operator.sessions.listSessions({})).sessions[0].status === 'SESSION_STATUS_CONNECTED';
  await until(isBack, 'the session to be connected', LONG);
  assert.equal((await operator.messages.listMessages({ direction: 'MESSAGE_DIRECTION_INBOUND' })).messages.length, 2);
  assert.equal((await fetch('IN2')).size, 1000);
});
