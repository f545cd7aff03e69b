// Files that URLs name, through a real rpcd to the simulator's network: fetched once, sent as they are, and never from where
// users may not reach.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { journalOf, startBridge } from '../testkit/processes.js';
import { until } from '../testkit/wait.js';

const LONG = 60_000;
const options = { skip, timeout: 120_000 };
const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1, acks: { server_ms: 1, delivered_ms: 5 } };
const PERSON = '+4915112345678';
const PICTURE = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), crypto.randomBytes(3_000_000)]);

/** A server of files, and what it was asked for. */
async function files(t) {
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url);
    if (request.url === '/moved') response.writeHead(302, { location: 'gr%C3%BC%C3%9Fe.png' }).end();
    else if (request.url === '/missing') response.writeHead(404).end('no such thing');
    else response.writeHead(200, { 'content-type': 'image/png' }).end(PICTURE);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  t.after(() => { server.close(); server.closeAllConnections(); });
  return { asked, url: `http://127.0.0.1:${server.address().port}` };
}

async function setUp(t, environment = {}) {
  const rpcd = await Daemon.start(t, [], environment);
  const networkDir = path.join(rpcd.folder, 'network');
  const bridge = startBridge(t, { endpoint: rpcd.bridges, networkDir, stateDir: path.join(rpcd.folder, 'b1'), script: FAST });
  rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
  const user = await rpcd.operator.users.createUser({ username: 'ada' });
  const session = (await rpcd.operator.sessions.initSession({ userId: user.id })).id;
  await until(async () => (await rpcd.operator.sessions.getSession({ id: session })).status === 'SESSION_STATUS_CONNECTED',
    'the session', LONG);
  const send = (mediaUrl, more) => rpcd.operator.messages.sendMedia({ userId: user.id, recipient: PERSON, mediaUrl, ...more });
  const stored = () => fs.readdirSync(path.join(rpcd.folder, 'data', 'media')).filter((name) => !name.startsWith('.'));
  return { rpcd, networkDir, send, stored };
}

test('a file that a URL names goes out as it is, and is fetched once for one key', options, async (t) => {
  const { asked, url } = await files(t);
  const { rpcd, networkDir, send, stored } = await setUp(t, { SWITCHBOARD_WEBHOOKS_ALLOW_PRIVATE: 'true' });
  const first = await send(`${url}/moved`, { caption: 'look', idempotencyKey: 'k' });
  assert.equal((await send(`${url}/moved`, { caption: 'look', idempotencyKey: 'k' })).id, first.id);
  assert.deepEqual(asked, ['/moved', '/gr%C3%BC%C3%9Fe.png']);
  await until(async () => (await rpcd.operator.messages.getMessage({ id: first.id })).status === 'MESSAGE_STATUS_DELIVERED',
    'the message', LONG);
  const sent = journalOf(networkDir).filter(({ event, id }) => event === 'message' && id === first.clientMessageId);
  const sha256 = crypto.createHash('sha256').update(PICTURE).digest('hex');
  assert.deepEqual(sent.map(({ kind, text, content }) => [kind, text, content.mime_type, content.size, content.sha256]),
    [['image', 'look', 'image/png', PICTURE.length, sha256]]);
  await assert.rejects(send(`${url}/missing`), (error) => error.reason === 'MEDIA_FETCH_FAILED' && /404/.test(error.message));
  await until(() => stored().length === 1, 'nothing to be left of it');
});

test('what users may not reach is not fetched for them', options, async (t) => {
  const { asked, url } = await files(t);
  const { send, stored } = await setUp(t);
  const port = new URL(url).port;
  for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', '0177.0.0.1', 'user@127.0.0.1']) {
    await assert.rejects(send(`http://${host}:${port}/a.png`), (error) => error.reason === 'VALIDATION_ERROR', host);
  }
  await assert.rejects(send(`http://localhost:${port}/a.png`), (error) => error.reason === 'MEDIA_FETCH_FAILED');
  assert.deepEqual([asked, stored()], [[], []]);
});
