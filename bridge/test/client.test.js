// The client that programs use: calls of all kinds, errors, limits, and what happens when the server goes away.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { Backoff } from '../client/backoff.js';
import { createClientFor } from '../client/client.js';
import { Codec } from '../client/codec.js';
import { Connection } from '../client/connection.js';
import { parseEndpoint } from '../client/endpoint.js';
import { RpcError } from '../client/errors.js';
import { encodeFrame } from '../client/frames.js';
import { TestServer, temporaryFolder } from '../testkit/server.js';
import { sleep, until } from '../testkit/wait.js';

const contract = {
  enums: {},
  messages: { 't.Text': [{ no: 1, name: 'text', kind: 'string' }] },
  services: { 't.TalkService': {
    Say: { request: 't.Text', response: 't.Text', clientStreaming: false, serverStreaming: false },
    Count: { request: 't.Text', response: 't.Text', clientStreaming: false, serverStreaming: true },
    Collect: { request: 't.Text', response: 't.Text', clientStreaming: true, serverStreaming: false },
    Chat: { request: 't.Text', response: 't.Text', clientStreaming: true, serverStreaming: true },
  } },
};
const codec = new Codec(contract);
const text = (value) => codec.encode('t.Text', { text: value });
const said = (bytes) => codec.decode('t.Text', bytes).text;

const handlers = {
  't.TalkService/Say': (call) => {
    const word = said(call.payload);
    if (word === 'never') return;
    if (word === 'vanish') call.server.kill();
    else if (word === 'nonsense') call.socket.write(encodeFrame(call.stream, 2, 0, Buffer.from('ff', 'hex')));
    else if (word === 'who') call.respond(text(`${call.header('authorization')}|${call.header('x-a')}`));
    else call.respond(text(`echo:${word}`), call.header('x-response-metadata')
      ? [{ key: 'X-Request-Id', value: 'r1' }] : []);
  },
  't.TalkService/Count': async (call) => {
    const [count, size] = said(call.payload).split(' ').map(Number);
    for (let n = 1; n <= count; n++) {
      if (!call.send(text(size ? 'x'.repeat(size) : `item ${n}`))) await sleep(1);
    }
    if (said(call.payload) !== '3 0 hold') call.end();
  },
  't.TalkService/Collect': async (call) => {
    const words = [];
    for (let item = await call.read(); item; item = await call.read()) words.push(said(item));
    call.respond(text(words.join('+')));
  },
  't.TalkService/Chat': async (call) => {
    for (let item = await call.read(); item; item = await call.read()) call.send(text(`echo:${said(item)}`));
    call.end();
  },
};

async function setUp(t, options = {}) {
  const server = await TestServer.start(t, handlers);
  const client = createClientFor({ contract, endpoint: server.endpoint,
    backoff: new Backoff({ baseMs: 20, capMs: 40 }), ...options });
  t.after(() => client.close());
  return { server, client };
}

const failure = (promise) => promise.then(() => assert.fail('it succeeded'), (error) => {
  assert.ok(error instanceof RpcError, String(error.stack));
  return error;
});

test('a unary call is answered, many at once share a connection', async (t) => {
  const { server, client } = await setUp(t);
  assert.deepEqual(await client.talk.say({ text: 'a' }), { text: 'echo:a' });
  const many = await Promise.all(Array.from({ length: 500 }, (_, n) => client.talk.say({ text: String(n) })));
  assert.deepEqual(many.map((m) => m.text), Array.from({ length: 500 }, (_, n) => `echo:${n}`));
  assert.equal(server.connections, 1);
});

test('the three streaming kinds, each on a connection that is closed with it', async (t) => {
  const { server, client } = await setUp(t);
  const items = [];
  for await (const item of client.talk.count({ text: '3' })) items.push(item.text);
  assert.deepEqual(items, ['item 1', 'item 2', 'item 3']);
  const collect = client.talk.collect();
  await collect.send({ text: 'a' });
  await collect.send({ text: 'b' });
  assert.equal((await collect.finish()).text, 'a+b');
  const chat = client.talk.chat();
  await chat.send({ text: 'x' });
  assert.equal((await chat.read()).text, 'echo:x');
  await chat.send({ text: 'y' });
  await chat.closeSend();
  assert.equal((await chat.read()).text, 'echo:y');
  assert.equal(await chat.read(), undefined);
  await until(() => server.openConnections === 0, 'the connections to be closed');
  assert.equal(server.connections, 3);
});

test('a stream that nobody reads any more is cancelled by closing its connection', async (t) => {
  const { server, client } = await setUp(t);
  for await (const item of client.talk.count({ text: '3 0 hold' })) {
    assert.equal(item.text, 'item 1');
    break;
  }
  await until(() => server.openConnections === 0, 'the server to notice');
  const call = client.talk.count({ text: '3 0 hold' });
  await call.read();
  call.cancel();
  assert.equal((await failure(call.read())).code, 'CANCELLED');
  await until(() => server.openConnections === 0, 'the server to notice');
});

test('a stream that is read slowly stops its socket, not the memory', async (t) => {
  const { server, client } = await setUp(t);
  const call = client.talk.count({ text: '40 1000000' });
  await call.read();
  const serverSocket = await until(() => server.calls[0]?.socket, 'the call');
  await until(() => serverSocket.writableLength > 0, 'the server to be held up');
  await sleep(50);
  assert.ok(serverSocket.writableNeedDrain, 'the server is not held up');
  let count = 1;
  while (await call.read()) count++;
  assert.equal(count, 40);
});

test('on a shared connection a stream that is not read fails alone', async (t) => {
  const { server } = await setUp(t);
  const connection = await Connection.dial(server.endpoint);
  t.after(() => connection.close());
  const stream = await connection.open('t.TalkService', 'Count', { serverStreams: true, payload: text('200') });
  await until(() => stream.done, 'the overflow');
  const { payload } = await connection.call('t.TalkService', 'Say', text('alive'));
  assert.equal(said(payload), 'echo:alive');
  for (let n = 1; n <= 64; n++) assert.equal(said(await stream.read()), `item ${n}`);
  assert.equal((await failure(stream.read())).reason, 'STREAM_OVERFLOW');
});

test('an error carries the reason, violations, hint, delay and request id of its details', async (t) => {
  const server = await TestServer.start(t, { 't.TalkService/Say': (call) => call.fail(3, 'bad input', [
    ['google.rpc.ErrorInfo', { reason: 'VALIDATION_ERROR', domain: 'switchboard', metadata: { id: '7' } }],
    ['google.rpc.BadRequest', { fieldViolations: [{ field: 'text', description: 'too short' }] }],
    ['google.rpc.RetryInfo', { retryDelay: { seconds: 2, nanos: 500000000 } }],
    ['google.rpc.RequestInfo', { requestId: 'req-1' }],
    ['google.rpc.Help', { links: [{ description: 'write more' }] }],
    ['google.protobuf.StringValue', { value: 'unknown here' }],
  ]) });
  const client = createClientFor({ contract, endpoint: server.endpoint });
  t.after(() => client.close());
  const error = await failure(client.talk.say({ text: '' }));
  assert.deepEqual([error.code, error.number, error.reason, error.message, error.metadata.id, error.retryAfterMs,
    error.requestId, error.hint, error.details.length, error.mayHaveRun],
  ['INVALID_ARGUMENT', 3, 'VALIDATION_ERROR', 'bad input', '7', 2500, 'req-1', 'write more', 6, false]);
  assert.deepEqual(error.violations, [{ field: 'text', description: 'too short' }]);
});

test('a deadline is kept here and told to the server', async (t) => {
  const { server, client } = await setUp(t);
  const began = performance.now();
  const error = await failure(client.talk.say({ text: 'never' }, { timeoutMs: 80 }));
  assert.deepEqual([error.code, error.mayHaveRun], ['DEADLINE_EXCEEDED', true]);
  assert.ok(performance.now() - began < 1000);
  const { timeoutNano } = server.calls[0];
  assert.ok(timeoutNano > 0 && timeoutNano <= 80e6, `${timeoutNano}`);
  const passed = await failure(client.talk.say({ text: 'a' }, { timeoutMs: -1 }));
  assert.deepEqual([passed.code, passed.mayHaveRun, server.calls.length], ['DEADLINE_EXCEEDED', false, 1]);
  assert.equal((await client.talk.say({ text: 'a' })).text, 'echo:a');
  assert.ok(server.calls[1].timeoutNano > 29e9 && server.calls[1].timeoutNano <= 30e9, 'unary calls have 30 s');
});

test('an AbortSignal ends a call, also before it began', async (t) => {
  const { server, client } = await setUp(t);
  const controller = new AbortController();
  const waiting = failure(client.talk.say({ text: 'never' }, { signal: controller.signal }));
  await until(() => server.calls.length === 1, 'the call');
  controller.abort();
  assert.equal((await waiting).code, 'CANCELLED');
  assert.equal((await failure(client.talk.say({ text: 'a' }, { signal: controller.signal }))).code, 'CANCELLED');
  assert.equal(server.calls.length, 1);
});

test('a connection lost under a call fails it once, as possibly carried out, and the next call dials again',
  async (t) => {
  const { server, client } = await setUp(t);
  assert.equal((await client.talk.say({ text: 'a' })).text, 'echo:a');
  const error = await failure(client.talk.say({ text: 'vanish' }));
  assert.deepEqual([error.code, error.mayHaveRun, error.fromPeer], ['UNAVAILABLE', true, false]);
  const refused = await failure(client.talk.say({ text: 'b' }));
  assert.deepEqual([refused.code, refused.mayHaveRun], ['UNAVAILABLE', false]);
  const waiting = client.talk.say({ text: 'c' }, { waitForReady: true, timeoutMs: 5000 });
  await sleep(50);
  fs.rmSync(server.path, { force: true });
  await server.listen();
  assert.equal((await waiting).text, 'echo:c');
  assert.deepEqual(server.calls.map((call) => said(call.payload)), ['a', 'vanish', 'c'], 'nothing was sent twice');
});

test('between failed dials a call fails at once, and one that waits keeps its deadline', async (t) => {
  const endpoint = `unix:${path.join(temporaryFolder(t), 'nobody')}`;
  const client = createClientFor({ contract, endpoint,
    backoff: new Backoff({ baseMs: 10_000, capMs: 10_000, random: () => 1 }) });
  t.after(() => client.close());
  assert.match((await failure(client.talk.say({}))).message, /ENOENT/);
  const began = performance.now();
  assert.equal((await failure(client.talk.say({}))).code, 'UNAVAILABLE');
  assert.equal((await failure(client.talk.say({}, { waitForReady: true, timeoutMs: 60 }))).code, 'DEADLINE_EXCEEDED');
  assert.ok(performance.now() - began < 2000);
});

test('credentials and metadata go with every call, the answer brings its own when asked', async (t) => {
  const { server, client } = await setUp(t, { apiKey: 'sbk_k', metadata: { 'x-a': 'one' } });
  assert.equal((await client.talk.say({ text: 'who' })).text, 'ApiKey sbk_k|one');
  assert.equal(server.calls[0].header('x-response-metadata'), undefined);
  let metadata;
  await client.talk.say({ text: 'a' }, { onMetadata: (given) => { metadata = given; } });
  assert.equal(metadata.get('x-request-id'), 'r1');
  let turn = 0;
  const bearer = createClientFor({ contract, endpoint: server.endpoint, token: async () => `t${++turn}` });
  t.after(() => bearer.close());
  await bearer.talk.say({ text: 'a' });
  assert.match((await bearer.talk.say({ text: 'who' })).text, /^Bearer t2\|/);
  assert.throws(() => createClientFor({ contract, endpoint: server.endpoint, apiKey: 'a', token: 'b' }), TypeError);
});

test('an answer that is no answer fails its call and leaves the connection', async (t) => {
  const { server, client } = await setUp(t);
  assert.equal((await failure(client.talk.say({ text: 'nonsense' }))).code, 'INTERNAL');
  assert.equal((await client.talk.say({ text: 'a' })).text, 'echo:a');
  assert.equal(server.connections, 1);
});

test('bytes that are no frames end the connection and what is open on it', async (t) => {
  const folder = temporaryFolder(t);
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise((resolve) => { server.listen(path.join(folder, 's'), resolve); });
  t.after(() => server.close());
  const connection = await Connection.dial(`unix:${path.join(folder, 's')}`);
  const error = await failure(connection.call('a', 'b', new Uint8Array(0)));
  assert.match(error.message, /protocol error|closed/);
  assert.ok(connection.closed);
});

test('a call made in the very moment in which the connection closes ends at once', async (t) => {
  const { server } = await setUp(t);
  const connection = await Connection.dial(server.endpoint);
  const calls = [failure(connection.call('t.TalkService', 'Say', text('a'), { timeoutMs: 20_000 }))];
  connection.close();
  calls.push(failure(connection.call('t.TalkService', 'Say', text('a'), { timeoutMs: 20_000 })));
  const began = performance.now();
  assert.deepEqual((await Promise.all(calls)).map((error) => error.mayHaveRun), [false, false]);
  assert.ok(performance.now() - began < 1000);
  assert.equal(connection.openStreams, 0);
});

test('a request that is too large is refused here and costs nothing', async (t) => {
  const { server, client } = await setUp(t);
  const error = await failure(client.talk.say({ text: 'x'.repeat(4 * 1024 * 1024) }));
  assert.deepEqual([error.reason, error.mayHaveRun], ['FRAME_TOO_LARGE', false]);
  assert.equal((await client.talk.say({ text: 'a' })).text, 'echo:a');
  assert.equal(server.calls.length, 1);
});

test('a closed client ends what is open and takes nothing new', async (t) => {
  const { server, client } = await setUp(t);
  const waiting = failure(client.talk.say({ text: 'never' }));
  const stream = client.talk.count({ text: '3 0 hold' });
  await stream.read();
  await until(() => server.calls.length === 2, 'the calls');
  client.close();
  assert.equal((await waiting).code, 'UNAVAILABLE');
  await stream.read();
  await stream.read();
  assert.equal((await failure(stream.read())).code, 'UNAVAILABLE');
  assert.equal((await failure(client.talk.say({}))).code, 'CANCELLED');
  await until(() => server.openConnections === 0, 'the connections to be closed');
});

test('endpoints are unix:PATH, tcp:HOST:PORT and tls:HOST:PORT, and nothing else', async (t) => {
  assert.deepEqual(parseEndpoint('unix:/a b/c'), { path: '/a b/c' });
  assert.deepEqual(parseEndpoint('tcp:localhost:80'), { host: 'localhost', port: 80 });
  assert.deepEqual(parseEndpoint('tcp:[::1]:8080'), { host: '::1', port: 8080 });
  for (const bad of ['', 'unix:', 'tcp:host', 'tcp::80', 'tcp:host:0', 'tcp:host:65536', 'http://a', 'tls:a:0',
    '/path', undefined]) {
    assert.throws(() => parseEndpoint(bad), TypeError, String(bad));
  }
  const echo = net.createServer();
  await new Promise((resolve) => { echo.listen(0, '127.0.0.1', resolve); });
  t.after(() => echo.close());
  const connection = await Connection.dial(`tcp:127.0.0.1:${echo.address().port}`);
  connection.close();
  assert.ok(connection.closed);
});

test('backoff doubles to its cap, below a random draw', () => {
  const most = new Backoff({ baseMs: 100, capMs: 1000, random: () => 1 });
  assert.deepEqual([1, 2, 3, 4, 5, 6].map(() => most.next()), [100, 200, 400, 800, 1000, 1000]);
  most.reset();
  assert.equal(most.next(), 100);
  assert.equal(new Backoff({ baseMs: 100, random: () => 0 }).next(), 10);
});
