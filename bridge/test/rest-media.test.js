// Files over HTTP, against a real rpcd: 64 MiB go through it and back with its memory flat, however they come and however
// slowly they are read; what a client breaks off leaves nothing, and what it was given it goes on with.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { createClient } from '../client/index.js';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { grown } from '../testkit/memory.js';
import { journalOf, startBridge } from '../testkit/processes.js';
import { sleep, until } from '../testkit/wait.js';

const options = { skip, timeout: 240_000 };
const LARGE = 64 << 20;
// What 64 MiB may cost on their way, whatever else happens in the process at that time.
const FLAT = 32 << 20;

/** An rpcd with HTTP, and a user's key. */
async function setUp(t) {
  const rpcd = await Daemon.start(t, ['--http', 'http://127.0.0.1:0']);
  const endpoints = JSON.parse(fs.readFileSync(path.join(rpcd.folder, 'data', 'endpoints.json'), 'utf8'));
  const [origin] = endpoints.http;
  const user = await rpcd.operator.users.createUser({ username: 'ada' });
  const { secret } = await rpcd.operator.keys.createKey({ userId: user.id, name: 'till' });
  const house = { rpcd, user, pid: rpcd.pid, base: origin, key: secret };
  house.begin = (method, url, headers = {}) => http.request(`${house.base}${url}`,
    { method, headers: { 'X-API-Key': secret, ...headers } });
  house.ask = async (method, url, { headers, body } = {}) => {
    const request = house.begin(method, url, headers);
    const answered = answerOf(request);
    if (body) for (const part of body) if (!request.write(part)) await new Promise((done) => request.once('drain', done));
    request.end();
    return answered;
  };
  house.status = () => rpcd.operator.system.getStatus({});
  house.files = () => fs.readdirSync(path.join(rpcd.folder, 'data', 'media')).filter((name) => !name.startsWith('.'));
  return house;
}

/** The whole answer: small ones as text too. */
async function answerOf(request) {
  const response = await new Promise((resolve, reject) => request.once('response', resolve).once('error', reject));
  const hash = crypto.createHash('sha256');
  const parts = [];
  let size = 0;
  for await (const part of response) {
    hash.update(part);
    size += part.length;
    if (size < 1 << 20) parts.push(part);
  }
  const text = Buffer.concat(parts).toString();
  return { status: response.statusCode, headers: response.headers, size, sha256: hash.digest('hex'), text,
    get data() { return JSON.parse(text).data; } };
}

/** Content that is no picture, in parts that are not held at once; another for each seed. */
function* content(size, seed = 1) {
  const cipher = crypto.createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16));
  for (let at = 0; at < size; at += 1 << 20) yield cipher.update(Buffer.alloc(Math.min(1 << 20, size - at)));
}

function sha256(parts) {
  const hash = crypto.createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function* form(fields, file) {
  const part = (name, more, value) => `--b0undary\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}`;
  for (const [name, value] of Object.entries(fields)) yield `${part(name, '', value)}\r\n`;
  yield part('file', '; filename="large.bin"', '');
  yield* file;
  yield '\r\n--b0undary--\r\n';
}
const FORM = { 'Content-Type': 'multipart/form-data; boundary=b0undary' };

test('64 MiB go up in every way and down with the memory of rpcd flat', options, async (t) => {
  const house = await setUp(t);
  // What is allocated once is not counted.
  const small = await house.ask('POST', '/api/v1/media/?kind=document', { body: content(4 << 20, 9) });
  assert.equal(small.status, 201, small.text);
  await house.ask('GET', `/api/v1/media/${small.data.id}/content`);
  const ways = [
    ['with its length', '?kind=document', { 'Content-Length': LARGE }, (seed) => content(LARGE, seed)],
    ['in chunks', '?kind=document', {}, (seed) => content(LARGE, seed)],
    ['in a form', '', FORM, (seed) => form({ kind: 'document' }, content(LARGE, seed))],
  ];
  let seed = 1;
  for (const [name, query, headers, body] of ways) {
    seed++;
    const expected = sha256(content(LARGE, seed));
    let id;
    const up = await grown(house.pid, async () => {
      const answer = await house.ask('POST', `/api/v1/media/${query}`, { headers, body: body(seed) });
      assert.equal(answer.status, 201, `${name}: ${answer.text}`);
      assert.deepEqual([answer.data.size, answer.data.sha256], [LARGE, expected], name);
      id = answer.data.id;
    });
    const down = await grown(house.pid, async () => {
      const answer = await house.ask('GET', `/api/v1/media/${id}/content`);
      assert.deepEqual([answer.status, answer.size, answer.sha256], [200, LARGE, expected], name);
    });
    t.diagnostic(`${name}: ${up >> 10} KiB more on the way up, ${down >> 10} on the way down`);
    assert.ok(up < FLAT && down < FLAT, `${name}: ${up} and ${down} bytes`);
  }
});

test('a slow reader is waited for, and who was cut off goes on from there', options, async (t) => {
  const house = await setUp(t);
  const expected = sha256(content(LARGE, 1));
  const { data: { id } } = await house.ask('POST', '/api/v1/media/?kind=document',
    { headers: { 'Content-Length': LARGE }, body: content(LARGE, 1) });
  const hash = crypto.createHash('sha256');
  let size = 0;
  let tag;
  const more = await grown(house.pid, async () => {
    const request = house.begin('GET', `/api/v1/media/${id}/content`);
    const response = await new Promise((resolve) => { request.once('response', resolve).end(); });
    tag = response.headers.etag;
    response.pause();
    await sleep(1500);
    for await (const part of response) {
      hash.update(part);
      size += part.length;
      if (size > 10 << 20) break;
    }
    request.destroy();
  });
  assert.ok(more < FLAT, `${more} bytes`);
  const rest = house.begin('GET', `/api/v1/media/${id}/content`, { Range: `bytes=${size}-`, 'If-Range': tag });
  const response = await new Promise((resolve) => { rest.once('response', resolve).end(); });
  assert.equal(response.statusCode, 206);
  assert.equal(response.headers['content-range'], `bytes ${size}-${LARGE - 1}/${LARGE}`);
  for await (const part of response) hash.update(part);
  assert.equal(hash.digest('hex'), expected);
});

test('what a client breaks off, and what is not wanted, leaves nothing', options, async (t) => {
  const house = await setUp(t);
  const breakOff = async (url, headers, body) => {
    const request = house.begin('POST', url, headers);
    request.on('error', () => {});
    for (const part of body) if (!request.write(part)) await new Promise((done) => request.once('drain', done));
    await until(() => house.files().length > 0, 'something of the file');
    request.destroy();
    await until(async () => {
      const { media } = await house.status();
      return media.uploads === 0 && media.reservedBytes === 0 && house.files().length === 0;
    }, 'nothing of it to be left');
  };
  await breakOff('/api/v1/media/?kind=document', { 'Content-Length': LARGE }, content(8 << 20));
  await breakOff('/api/v1/media/?kind=document', {}, content(8 << 20));
  await breakOff('/api/v1/media/', FORM, [...form({ kind: 'document' }, content(8 << 20))].slice(0, -1));
  const text = Buffer.from('hello');
  for (const [why, code, headers, query, body] of [
    ['it is another file', 'VALIDATION_ERROR', { 'Content-Digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:` }, '', text],
    ['it is no picture', 'MEDIA_UNSUPPORTED', {}, '?kind=image', text],
    ['it is nothing', 'VALIDATION_ERROR', {}, '', ''],
    ['it is too large', 'MEDIA_TOO_LARGE', { 'Content-Length': 17 << 20 }, '?kind=image', ''],
    ['it is larger than any', 'PAYLOAD_TOO_LARGE', { 'Content-Length': 3 * 2 ** 30, ...FORM }, '', ''],
  ]) {
    const request = house.begin('POST', `/api/v1/media/${query}`, headers);
    const answered = answerOf(request);
    request.on('error', () => {});
    if (headers['Content-Length']) request.flushHeaders();
    else request.end(body);
    const answer = await answered;
    assert.match(answer.text, new RegExp(`"${code}"`), `${why}: ${answer.status} ${answer.text}`);
    request.destroy();
  }
  await until(() => house.files().length === 0, 'no file');
  const nobody = await house.ask('POST', '/api/v1/media/', { headers: { 'X-API-Key': 'sbk_nothing' }, body: [text] });
  assert.equal(nobody.status, 401);
});

test('a form with a file is a message, once however often it is sent', options, async (t) => {
  const house = await setUp(t);
  const networkDir = path.join(house.rpcd.folder, 'network');
  const bridge = startBridge(t, { endpoint: house.rpcd.bridges, name: 'b1', networkDir, stateDir: path.join(house.rpcd.folder, 'b1'),
    script: { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1 } });
  house.rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
  const client = createClient({ endpoint: `unix:${path.join(house.rpcd.folder, 'data', 'rpcd.sock')}`, apiKey: house.key });
  t.after(() => client.close());
  const session = await client.sessions.initSession({});
  await until(async () => (await client.sessions.getSession({ id: session.id })).status === 'SESSION_STATUS_CONNECTED',
    'the session', 60_000);
  const fields = { recipient: '+49 151 2345678', caption: 'Grüße', kind: 'document' };
  const send = () => house.ask('POST', '/api/v1/messages/send-media/',
    { headers: { ...FORM, 'Idempotency-Key': 'once' }, body: form(fields, content(3 << 20, 5)) });
  const [first, second] = [await send(), await send()];
  assert.deepEqual([first.status, second.status], [201, 201], first.text + second.text);
  assert.equal(first.data.id, second.data.id);
  await until(async () => (await client.messages.getMessage({ id: first.data.id })).status === 'MESSAGE_STATUS_DELIVERED',
    'the delivery', 60_000);
  const sent = journalOf(networkDir).filter(({ event }) => event === 'message');
  assert.deepEqual(sent.map(({ text, content: { sha256: hash, file_name: name } }) => [text, hash, name]),
    [['Grüße', sha256(content(3 << 20, 5)), 'large.bin']]);
  assert.equal(house.files().length, 1);
});
