// The client against containerd's ttrpc in Go. What the server does with a SendText is said by its recipient
// (Tests/Interop/go/peer/server.go); Tests/Interop/build.sh makes the program, `make test` calls that.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { createClient } from '../client/index.js';
import { RpcError } from '../client/errors.js';
import { temporaryFolder } from '../testkit/server.js';
import { sleep, until } from '../testkit/wait.js';

const program = new URL('../../.tools/interop/go-peer', import.meta.url).pathname;
const skip = fs.existsSync(program) ? false : `${program} is absent`;
const LARGEST = 4 * 1024 * 1024;

async function setUp(t) {
  const socket = path.join(temporaryFolder(t), 'go.sock');
  const child = spawn(program, ['serve', `unix:${socket}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  await until(() => listens(socket), 'the Go server');
  const client = createClient({ endpoint: `unix:${socket}` });
  t.after(() => client.close());
  const ask = async (recipient, message, options) =>
    (await client.messages.sendText({ recipient, message }, options)).content;
  return { client, ask };
}

/** Whether somebody takes connections there: the file alone is there a moment before that. */
const listens = (socket) => new Promise((resolve) => {
  const probe = net.connect(socket, () => { probe.destroy(); resolve(true); });
  probe.on('error', () => resolve(false));
});

const failure = (promise) => promise.then(() => assert.fail('it succeeded'), (error) => {
  assert.ok(error instanceof RpcError, String(error.stack));
  return error;
});

test('Go answers unary calls, sees metadata, and knows what it does not know', { skip }, async (t) => {
  const { client, ask } = await setUp(t);
  assert.equal(await ask('echo', 'Grüße 🦀'), 'Grüße 🦀');
  const seen = await ask('metadata', '', { metadata: { 'x-b': ['1', '2'], 'x-c': 'ü' } });
  assert.match(seen, /x-b=1\|2/);
  assert.match(seen, /x-c=ü/);
  const error = await failure(client.messages.getMessage({ id: 1 }));
  assert.deepEqual([error.code, error.message], ['UNIMPLEMENTED', 'method GetMessage']);
  assert.equal((await failure(client.users.getUser({ id: 1 }))).code, 'UNIMPLEMENTED');
});

test('deadlines reach Go and are kept', { skip }, async (t) => {
  const { ask } = await setUp(t);
  const left = Number(await ask('deadline', '', { timeoutMs: 20_000 }));
  assert.ok(left > 0 && left <= 20_000, String(left));
  for (const behaviour of ['wait', 'sleep']) {
    assert.equal((await failure(ask(behaviour, '400', { timeoutMs: 60 }))).code, 'DEADLINE_EXCEEDED');
  }
  await sleep(500);
  assert.equal(await ask('echo', 'still there'), 'still there');
});

test('errors from Go arrive whole', { skip }, async (t) => {
  const { ask } = await setUp(t);
  const error = await failure(ask('fail', 'tea'));
  assert.deepEqual([error.code, error.reason, error.message, error.requestId],
    ['FAILED_PRECONDITION', 'FROM_GO', 'not now: tea', 'go-7']);
  assert.deepEqual({ ...error.metadata }, { text: 'tea' });
  assert.deepEqual(error.violations, [{ field: 'message', description: 'is odd' }]);
  const plain = await failure(ask('plain', 'x'));
  assert.deepEqual([plain.code, plain.message], ['UNKNOWN', 'plain: x']);
  assert.equal((await failure(ask('nothing', ''))).code, 'UNKNOWN');
});

test('frames of 4 MiB pass both ways, one byte more costs its call alone', { skip }, async (t) => {
  const { ask } = await setUp(t);
  // No deadline, no metadata: service, method, and the tags and lengths around the text.
  const around = 2 + 30 + 2 + 8 + 5 + 8 + 5;
  const text = 'x'.repeat(LARGEST - around);
  assert.equal(await ask('length', text, { timeoutMs: Infinity }), String(text.length));
  assert.equal((await failure(ask('length', `${text}x`, { timeoutMs: Infinity }))).reason, 'FRAME_TOO_LARGE');
  const answer = await ask('size', String(LARGEST));
  assert.ok(answer.length > LARGEST - 100 && /^x+$/.test(answer));
  const beside = ask('sleep', '500');
  const over = await failure(ask('size', String(LARGEST + 1)));
  assert.deepEqual([over.code, over.reason], ['RESOURCE_EXHAUSTED', 'FRAME_TOO_LARGE']);
  assert.equal(await beside, '500');
});

test('many calls at once each get their own answer from Go', { skip }, async (t) => {
  const { ask } = await setUp(t);
  const texts = Array.from({ length: 1600 }, (_, n) => `text ${n}`);
  assert.deepEqual(await Promise.all(texts.map((text) => ask('echo', text))), texts);
});
