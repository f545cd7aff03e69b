// Connections that come and go under the client: pauses between dials, ids that run out, servers that shut down.
import assert from 'node:assert/strict';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { Backoff } from '../client/backoff.js';
import { createClientFor } from '../client/client.js';
import { Codec } from '../client/codec.js';
import { RpcError } from '../client/errors.js';
import { TestServer, temporaryFolder } from '../testkit/server.js';
import { sleep, until } from '../testkit/wait.js';

const contract = {
  enums: {},
  messages: { 't.Text': [{ no: 1, name: 'text', kind: 'string' }] },
  services: { 't.TalkService': {
    Say: { request: 't.Text', response: 't.Text', clientStreaming: false, serverStreaming: false },
    Count: { request: 't.Text', response: 't.Text', clientStreaming: false, serverStreaming: true },
  } },
};
const codec = new Codec(contract);
const text = (value) => codec.encode('t.Text', { text: value });
const said = (bytes) => codec.decode('t.Text', bytes).text;
const failure = (promise) => promise.then(() => assert.fail('it succeeded'), (error) => {
  assert.ok(error instanceof RpcError, String(error.stack));
  return error;
});
const echo = (call) => call.respond(text(`echo:${said(call.payload)}`));
const refuse = (executed) => (call) => call.fail(14, 'the server is shutting down', [
  ['google.rpc.ErrorInfo', { reason: 'SHUTTING_DOWN', domain: 't', metadata: executed ? { executed } : {} }],
]);

function clientOf(t, endpoint, options = {}) {
  const client = createClientFor({ contract, endpoint, backoff: new Backoff({ baseMs: 10, capMs: 20 }), ...options });
  t.after(() => client.close());
  return client;
}

test('when ids run out calls in flight go on, and new ones get a new connection', async (t) => {
  const waiting = [];
  const server = await TestServer.start(t, { 't.TalkService/Say': (call) => {
    if (said(call.payload) === 'later') waiting.push(call);
    else echo(call);
  } });
  const client = clientOf(t, server.endpoint, { firstId: 0xfffffffd });
  const slow = client.talk.say({ text: 'later' });
  await until(() => waiting.length === 1, 'the slow call');
  assert.equal((await client.talk.say({ text: 'last' })).text, 'echo:last');
  assert.equal((await client.talk.say({ text: 'new' })).text, 'echo:new');
  assert.equal(server.connections, 2);
  assert.deepEqual(server.calls.map((call) => call.stream), [0xfffffffd, 0xffffffff, 0xfffffffd]);
  waiting[0].respond(text('at last'));
  assert.equal((await slow).text, 'at last');
  await until(() => server.openConnections === 1, 'the old connection to be closed');
});

test('a server that hangs up at once is dialled in pauses', async (t) => {
  const socketPath = path.join(temporaryFolder(t), 's');
  let dials = 0;
  const server = net.createServer((socket) => {
    dials++;
    socket.on('error', () => {});
    socket.destroy();
  });
  await new Promise((resolve) => { server.listen(socketPath, resolve); });
  t.after(() => server.close());
  const client = clientOf(t, `unix:${socketPath}`, {
    backoff: new Backoff({ baseMs: 200, capMs: 200, random: () => 1 }) });
  const end = performance.now() + 600;
  let calls = 0;
  while (performance.now() < end) {
    assert.equal((await failure(client.talk.say({ text: 'a' }))).code, 'UNAVAILABLE');
    calls++;
    await sleep(2);
  }
  assert.ok(calls > 20, `${calls} calls`);
  assert.ok(dials <= 8, `dialled ${dials} times`);
});

test('streams keep to the pauses of failed dials too', async (t) => {
  const endpoint = `unix:${path.join(temporaryFolder(t), 'nobody')}`;
  const client = clientOf(t, endpoint, { backoff: new Backoff({ baseMs: 30_000, capMs: 30_000, random: () => 1 }) });
  assert.match((await failure(client.talk.count({}).read())).message, /ENOENT/);
  const server = await TestServer.start(t, { 't.TalkService/Count': (call) => call.end() }, endpoint.slice(5));
  assert.match((await failure(client.talk.count({}).read())).message, /ENOENT/);
  assert.equal(server.connections, 0);
});

test('a call that was not run goes to the next server, once', async (t) => {
  let refusals = 1;
  const server = await TestServer.start(t, { 't.TalkService/Say': (call) => {
    if (refusals-- > 0) refuse('no')(call);
    else echo(call);
  } });
  const client = clientOf(t, server.endpoint);
  assert.equal((await client.talk.say({ text: 'a' })).text, 'echo:a');
  assert.equal(server.connections, 2);
  refusals = 2;
  const error = await failure(client.talk.say({ text: 'b' }));
  assert.deepEqual([error.reason, error.mayHaveRun, server.calls.length], ['SHUTTING_DOWN', false, 4]);
  await until(() => server.openConnections === 0, 'both to be closed');
});

test('a call that may have run is not sent again, but the next looks for another server', async (t) => {
  let first = true;
  const server = await TestServer.start(t, { 't.TalkService/Say': (call) => {
    if (!first) echo(call);
    else refuse()(call);
    first = false;
  } });
  const client = clientOf(t, server.endpoint);
  assert.equal((await failure(client.talk.say({ text: 'a' }))).reason, 'SHUTTING_DOWN');
  assert.equal(server.calls.length, 1);
  assert.equal((await client.talk.say({ text: 'b' })).text, 'echo:b');
  assert.equal(server.connections, 2);
});

test('a deadline that was handed on counts where it is sooner than the timeout', async (t) => {
  const server = await TestServer.start(t, { 't.TalkService/Say': echo, 't.TalkService/Count': (call) => call.end() });
  const client = clientOf(t, server.endpoint);
  await client.talk.say({ text: 'a' }, { deadline: new Date(Date.now() + 5000) });
  await client.talk.say({ text: 'a' }, { deadline: Date.now() + 60_000, timeoutMs: 2000 });
  await client.talk.count({}, { deadline: Date.now() + 7000 }).read();
  const [handed, own, stream] = server.calls.map((call) => call.timeoutNano / 1e9);
  assert.ok(handed > 1 && handed <= 5.001, `${handed}`);
  assert.ok(own > 0.5 && own <= 2, `${own}`);
  assert.ok(stream > 1 && stream <= 7.001, `${stream}`);
  const late = await failure(client.talk.say({ text: 'a' }, { deadline: Date.now() - 1 }));
  assert.deepEqual([late.code, late.mayHaveRun, server.calls.length], ['DEADLINE_EXCEEDED', false, 3]);
  await assert.rejects(client.talk.say({ text: 'a' }, { deadline: 'soon' }), TypeError);
});

test('nonsense from a server ends calls and nothing else', async (t) => {
  const socketPath = path.join(temporaryFolder(t), 's');
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => {
      for (let n = 0; n < 6; n++) {
        const length = Math.floor(Math.random() * 40);
        const frame = Buffer.alloc(10 + length);
        for (let at = 10; at < frame.length; at++) frame[at] = Math.random() * 256;
        frame.writeUInt32BE(Math.random() < 0.2 ? Math.random() * 2 ** 32 : length, 0);
        frame.writeUInt32BE([1, 1, 3, 2, 0][Math.floor(Math.random() * 5)], 4);
        frame[8] = Math.random() < 0.7 ? 2 + Math.round(Math.random()) : Math.random() * 256;
        frame[9] = Math.random() * 8;
        socket.write(frame);
      }
      socket.end();
    });
  });
  await new Promise((resolve) => { server.listen(socketPath, resolve); });
  t.after(() => { server.close(); for (const socket of sockets) socket.destroy(); });
  const client = clientOf(t, `unix:${socketPath}`, {
    backoff: new Backoff({ baseMs: 1, capMs: 1 }), timeoutMs: 2000 });
  const drain = async (stream) => { while (await stream.read()); };
  for (let n = 0; n < 80; n++) {
    const results = await Promise.allSettled([client.talk.say({ text: 'a' }, { waitForReady: true }),
      drain(client.talk.count({ text: '1' }, { timeoutMs: 2000 }))]);
    for (const { status, reason } of results) {
      if (status === 'rejected') assert.ok(reason instanceof RpcError, String(reason.stack));
    }
  }
});
