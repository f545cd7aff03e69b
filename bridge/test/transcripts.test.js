// The client against conversations recorded from the reference implementation of ttrpc: the frames that it sends and
// what it makes of the server's. Where it differs, it does so on purpose, and the reason stands here.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../client/connection.js';
import { envelope } from '../client/envelope.js';
import { RpcError } from '../client/errors.js';
import { play } from '../testkit/transcript.js';

const folder = new URL('../../../shared/vectors/ttrpc/', import.meta.url);
const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];
const text = (value) => envelope.encode('google.protobuf.StringValue', { value });
const argument = (step) => (step.argument_x_count !== undefined ? text('x'.repeat(step.argument_x_count))
  : step.argument !== undefined ? text(step.argument) : new Uint8Array(0));

// A deadline that has passed is found out here, without a frame.
const sendsNothing = new Set(['unary-deadline-already-passed']);

test('the recorded conversations are there', { skip: files.length > 0 ? false : `${folder.pathname} is absent` },
  () => {
  assert.ok(files.length >= 100, `${files.length} recordings`);
});

for (const file of files) {
  const transcript = JSON.parse(fs.readFileSync(new URL(file, folder), 'utf8'));
  if (transcript.client !== 'reference') continue;
  test(`speaks as the reference client does: ${transcript.scenario}`, { timeout: 20_000 }, async () => {
    const { endpoint, played, close } = await play(transcript, ruleFor(transcript));
    const connection = await Connection.dial(endpoint);
    try {
      await follow(connection, transcript);
      assert.deepEqual(await played, []);
    } finally {
      connection.close();
      close();
    }
  });
}

test('every recorded envelope is read as recorded, and written back to the same bytes', { skip: files.length === 0 }, () => {
  let count = 0;
  for (const file of files) {
    for (const frame of JSON.parse(fs.readFileSync(new URL(file, folder), 'utf8')).frames) {
      const { fields } = frame;
      if (!fields) continue;
      const what = `${file}: ${frame.decoded}`;
      const bytes = frame.data_hex !== undefined ? Buffer.from(frame.data_hex, 'hex')
        : Buffer.concat([Buffer.from(frame.data_prefix_hex, 'hex'), Buffer.alloc(frame.fill_count, frame.fill_hex, 'hex')]);
      const name = frame.type === 1 ? 'ttrpc.Request' : 'ttrpc.Response';
      const read = envelope.decode(name, bytes);
      if (fields.payload_hex !== undefined) assert.equal(Buffer.from(read.payload).toString('hex'), fields.payload_hex, what);
      if (frame.type === 1) {
        assert.deepEqual([read.service, read.method, read.timeoutNano, read.metadata.map(({ key, value }) => [key, value])],
          [fields.service, fields.method, fields.timeout_nano ?? 0, fields.metadata ?? []], what);
      } else {
        assert.deepEqual([read.status?.code ?? 0, read.status?.message ?? ''], [fields.code ?? 0, fields.message ?? ''], what);
        assert.deepEqual((read.status?.details ?? []).map(({ typeUrl, value }) => [typeUrl, Buffer.from(value).toString('hex')]),
          (fields.details ?? []).map((detail) => [detail.type_url, detail.value_hex]), what);
      }
      // What is not known is not kept.
      if (!file.startsWith('raw-unknown-fields')) assert.ok(bytes.equals(envelope.encode(name, read)), what);
      count++;
    }
  }
  assert.ok(count > 200, String(count));
});

function ruleFor(transcript) {
  const late = new Set(transcript.client_steps.filter((step) => step.result === 'local error' && !step.varies
    && (step.timeout_ms > 0 || step.cancel_after_ms > 0)).map((step) => step.stream));
  const cancelled = new Set(transcript.client_steps.filter((step) => step.op === 'cancel').map((step) => step.stream));
  let items = 0;
  return (frame) => {
    if (sendsNothing.has(transcript.scenario)) return { skip: true };
    if (frame.from === 'server') {
      if (late.has(frame.stream)) return { delayMs: 250 };
      if (cancelled.has(frame.stream) && items++ > 0) return { delayMs: 50 };
      return {};
    }
    // Streams have deadlines and metadata like every call: servers honour both.
    if (transcript.scenario === 'server-stream-deadline-and-metadata-not-sent') {
      return { expected: { timeoutNano: 60e9, metadata: [{ key: 'trace-id', value: 'a1' }] } };
    }
    return {};
  };
}

async function follow(connection, transcript) {
  const steps = transcript.client_steps;
  const streams = new Map();
  const calls = new Map();
  const start = (step) => connection.call(step.service, step.method, argument(step), {
    timeoutMs: step.timeout_ms, metadata: step.metadata,
    signal: step.cancel_after_ms ? AbortSignal.timeout(step.cancel_after_ms) : undefined,
  }).then(({ payload }) => payload);
  // Where replies overtake each other, the calls were made in the order of their streams.
  const made = steps.filter((step) => step.op === 'call').map((step) => step.stream);
  if (made.some((id, index) => index > 0 && id < made[index - 1])) {
    for (const step of [...steps].sort((a, b) => a.stream - b.stream)) calls.set(step, start(step));
  }
  for (const step of steps) {
    const done = perform(step);
    const stream = streams.get(step.stream);
    if (step.op === 'send' && stream?.done && step.result === 'ok') await done.catch(() => {});
    else await compare(step, done);
  }

  async function perform(step) {
    if (step.op === 'call') return calls.get(step) ?? start(step);
    if (step.op === 'open') {
      const stream = await connection.open(step.service, step.method, {
        clientStreams: step.client_streams, serverStreams: step.server_streams, payload: argument(step),
        timeoutMs: step.timeout_ms, metadata: step.metadata,
      });
      streams.set(step.stream, Object.assign(stream, { serverStreams: step.server_streams }));
      if (transcript.scenario === 'server-stream-client-does-not-read') await sleep(300);
      return undefined;
    }
    const stream = streams.get(step.stream);
    if (step.op === 'send') return stream.send(argument(step));
    if (step.op === 'close-send') return stream.closeSend();
    if (step.op === 'cancel') return stream.cancel();
    assert.equal(step.op, 'receive');
    return stream.serverStreams ? stream.read() : stream.result();
  }
}

async function compare(step, done) {
  const what = JSON.stringify(step);
  if (step.result === 'status' || step.result === 'local error') {
    const error = await done.then(() => assert.fail(`no error: ${what}`), (reason) => reason);
    assert.ok(error instanceof RpcError, `${error.stack}`);
    if (step.result === 'status') {
      assert.equal(error.number, step.code, what);
      // Too long an answer never gets as far as a status: the client makes the error, in its own words.
      if (error.reason === 'FRAME_TOO_LARGE') return;
      if (!step.varies && step.message) assert.equal(error.message, step.message, what);
      assert.ok(error.fromPeer, what);
    } else if (!step.varies) assert.ok(!error.fromPeer, what);
    return;
  }
  const value = await done;
  if (step.result === 'end of stream') assert.equal(value, undefined, what);
  else if (step.value !== undefined || step.value_x_count !== undefined) {
    assert.equal(envelope.decode('google.protobuf.StringValue', value).value,
      step.value ?? 'x'.repeat(step.value_x_count), what.slice(0, 200));
  } else if (step.op === 'receive') assert.equal(value?.length, 0, what);
}
