// Frames in and out of bytes, in any pieces; what is too long is stepped over, what is no length ends it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { FrameDecoder, FrameError, FrameType, MAX_DATA, encodeFrame } from '../client/frames.js';

const frames = [
  encodeFrame(1, FrameType.REQUEST, 2, Buffer.from('hello')),
  encodeFrame(0xffffffff, FrameType.DATA, 5, Buffer.alloc(0)),
  encodeFrame(3, 9, 255, Buffer.alloc(3000, 7)),
];

function all(decoder, chunks) {
  const got = [];
  for (const chunk of chunks) {
    for (const { stream, type, flags, data } of decoder.push(chunk)) {
      got.push([stream, type, flags, Buffer.from(data).toString('hex')]);
    }
  }
  return got;
}

const expected = [
  [1, 1, 2, Buffer.from('hello').toString('hex')], [0xffffffff, 3, 5, ''], [3, 9, 255, '07'.repeat(3000)],
];

test('a header is length, stream, type and flags, big-endian', () => {
  assert.equal(frames[0].toString('hex'), '00000005000000010102' + Buffer.from('hello').toString('hex'));
});

test('frames are the same in whatever pieces they come', () => {
  const whole = Buffer.concat(frames);
  assert.deepEqual(all(new FrameDecoder(), [whole]), expected);
  for (const size of [1, 2, 7, 9, 10, 11, 1000]) {
    const pieces = [];
    for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size));
    assert.deepEqual(all(new FrameDecoder(), pieces), expected, `pieces of ${size}`);
  }
});

test('a frame of exactly 4 MiB is taken, one byte more is reported at its header and stepped over', () => {
  const decoder = new FrameDecoder();
  const [most] = [...decoder.push(encodeFrame(1, 3, 0, Buffer.alloc(MAX_DATA)))];
  assert.equal(most.data.length, MAX_DATA);
  const header = Buffer.from('0040000100000005020a', 'hex');
  const [long] = [...decoder.push(header)];
  assert.deepEqual(long, { stream: 5, type: 2, flags: 10, tooLong: MAX_DATA + 1 });
  assert.deepEqual([...decoder.push(Buffer.alloc(MAX_DATA))], []);
  const [next] = [...decoder.push(Buffer.concat([Buffer.alloc(1), frames[0]]))];
  assert.equal(next.data.toString(), 'hello');
  assert.throws(() => encodeFrame(1, 1, 0, Buffer.alloc(MAX_DATA + 1)), RangeError);
});

test('a length of 16 MiB or more ends it', () => {
  assert.throws(() => [...new FrameDecoder().push(Buffer.from('01000000000000010100', 'hex'))], FrameError);
  assert.throws(() => [...new FrameDecoder().push(Buffer.from('GET / HTTP/1.1\r\n\r\n'))], FrameError);
});

test('a length that never comes costs no memory', () => {
  const before = process.memoryUsage().arrayBuffers;
  const decoders = [];
  for (let n = 0; n < 200; n++) {
    const decoder = new FrameDecoder();
    assert.deepEqual([...decoder.push(Buffer.from('0040000000000001020000', 'hex'))], []);
    decoders.push(decoder);
  }
  assert.ok(process.memoryUsage().arrayBuffers - before < 8 * 1024 * 1024);
  assert.equal(decoders.length, 200);
});
