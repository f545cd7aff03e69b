// Plays the server's side of a recorded ttrpc conversation to whoever connects, and checks the client's side of it.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FrameDecoder, FrameType } from '../client/frames.js';
import { envelope } from '../client/envelope.js';

/** The bytes of a recorded frame's data. Large ones are kept as a rule. */
export function dataOf(frame) {
  if (frame.data_hex !== undefined) return Buffer.from(frame.data_hex, 'hex');
  const fill = Buffer.from(frame.fill_hex, 'hex');
  return Buffer.concat([Buffer.from(frame.data_prefix_hex, 'hex'), Buffer.alloc(fill.length * frame.fill_count, fill)]);
}

/**
 * Serves one connection.
 * @param {object} transcript A recording.
 * @param {(frame: object) => {skip?: boolean, delayMs?: number, expected?: object}} rule What is different this time.
 * @returns {Promise<{endpoint: string, played: Promise<string[]>, close: () => void}>} `played` has what was wrong.
 */
export async function play(transcript, rule) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'ttrpc-'));
  const socketPath = path.join(dir, 's');
  const server = net.createServer();
  await new Promise((resolve) => { server.listen(socketPath, resolve); });
  const played = new Promise((resolve) => {
    server.on('connection', (socket) => {
      socket.on('error', () => {});
      perform(transcript, rule, socket).then(resolve, (error) => resolve([String(error.stack)]));
    });
  });
  return { endpoint: `unix:${socketPath}`, played,
    close: () => { server.close(); fs.rmSync(dir, { recursive: true }); } };
}

async function perform(transcript, rule, socket) {
  const wrong = [];
  const received = frameQueue(socket);
  // The ids in the recording, and those of this connection: ids need only rise.
  const ids = new Map();
  // The reference goes on sending on a call that has its answer, and is told INVALID_ARGUMENT for each frame. A client
  // may as well stop: what comes on such a call is not looked at.
  const answered = new Set();
  const next = async () => {
    for (;;) {
      const frame = await received();
      if (!frame || !answered.has(frame.stream)) return frame;
    }
  };
  for (const [index, frame] of transcript.frames.entries()) {
    const { skip, delayMs, expected } = rule(frame, index);
    if (skip || (frame.from === 'client' && answered.has(ids.get(frame.stream)))) continue;
    if (delayMs) await sleep(delayMs);
    if (frame.from === 'server') {
      const header = Buffer.from(frame.header_hex, 'hex');
      header.writeUInt32BE(ids.get(frame.stream) ?? frame.stream, 4);
      if (frame.type === FrameType.RESPONSE) answered.add(ids.get(frame.stream));
      socket.write(Buffer.concat([header, dataOf(frame)]));
      continue;
    }
    const got = await Promise.race([next(), sleep(3000, null)]);
    if (!got) {
      wrong.push(`frame ${index} did not come: ${frame.decoded}`);
      break;
    }
    if (frame.type === FrameType.REQUEST) ids.set(frame.stream, got.stream);
    wrong.push(...differences(frame, got, ids, expected).map((what) => `frame ${index} (${frame.decoded}): ${what}`));
  }
  if (transcript.closed_by === 'server') socket.end();
  const extra = await Promise.race([next(), sleep(30, null)]);
  if (extra) wrong.push(`an extra frame of type ${extra.type} on stream ${extra.stream}`);
  return wrong;
}

function differences(frame, got, ids, expected = {}) {
  const wrong = [];
  const check = (what, is, should) =>
    { if (String(is) !== String(should)) wrong.push(`${what} ${is}, not ${should}`); };
  check('stream', got.stream, ids.get(frame.stream));
  check('type', got.type, frame.type);
  check('flags', got.flags, frame.flags);
  if (frame.type !== FrameType.REQUEST) {
    check('data', got.data.equals(dataOf(frame)), true);
    return wrong;
  }
  const request = envelope.decode('ttrpc.Request', got.data);
  const recorded = envelope.decode('ttrpc.Request', dataOf(frame));
  const fields = { ...recorded, ...expected };
  check('service', request.service, fields.service);
  check('method', request.method, fields.method);
  check('payload', Buffer.compare(request.payload, fields.payload), 0);
  check('metadata', sorted(request.metadata), sorted(fields.metadata));
  if (fields.timeoutNano === 0) check('timeout', request.timeoutNano, 0);
  else check('timeout within the one asked for', request.timeoutNano > 0
    && request.timeoutNano <= fields.timeoutNano * 1.2, true);
  return wrong;
}

// Keys as a set, the values of one key in their order.
function sorted(pairs) {
  return JSON.stringify(pairs.map(({ key, value }) => [key, value])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** What arrives on a socket, frame by frame: call it for the next. Undefined after the end. */
export function frameQueue(socket) {
  const decoder = new FrameDecoder();
  const frames = [];
  const waiting = [];
  let ended = false;
  socket.on('data', (chunk) => {
    for (const frame of decoder.push(chunk)) {
      const waiter = waiting.shift();
      if (waiter) waiter(frame);
      else frames.push(frame);
    }
  });
  socket.on('close', () => {
    ended = true;
    for (const waiter of waiting.splice(0)) waiter(undefined);
  });
  return () => {
    if (frames.length > 0) return Promise.resolve(frames.shift());
    return ended ? Promise.resolve(undefined) : new Promise((resolve) => { waiting.push(resolve); });
  };
}
