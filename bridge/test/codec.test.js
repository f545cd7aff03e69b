// The codec against bytes that protoc made, against hostile bytes, and against values that do not fit.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Codec, CodecError } from '../client/codec.js';
import * as contract from '../client/generated/contract.js';
import { fromDate, toDate } from '../client/time.js';
import { kinds, tooLarge, vectors } from '../testkit/kinds.js';

const codec = new Codec(contract, kinds);
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const bytes = (text) => new Uint8Array(Buffer.from(text, 'hex'));
const decode = (text) => codec.decode('t.Kinds', bytes(text));

// What was decoded, without what is at its default: the form in which the vectors are written.
function set(message) {
  const blank = codec.decode('t.Kinds', new Uint8Array(0));
  return Object.fromEntries(Object.entries(message).filter(([name, value]) => !(name in blank)
    || (Object.is(value, -0) || JSON.stringify(value) !== JSON.stringify(blank[name]))));
}

for (const [what, value, expected] of vectors) {
  test(`encodes as protoc does: ${what}`, () => {
    assert.equal(hex(codec.encode('t.Kinds', value)), expected);
  });
  test(`decodes what protoc made: ${what}`, () => {
    const decoded = decode(expected);
    assert.deepEqual(JSON.parse(JSON.stringify(set(decoded))), JSON.parse(JSON.stringify(filled(value))));
    assert.equal(hex(codec.encode('t.Kinds', decoded)), expected);
  });
}

// Inner messages come back with their defaults filled in.
function filled(value) {
  const full = (inner) => ({ n: 0, s: '', ...inner, ...(inner.inner ? { inner: full(inner.inner) } : {}) });
  const copy = structuredClone(value);
  for (const name of ['inner', 'nested']) if (copy[name]) copy[name] = full(copy[name]);
  if (copy.inners) copy.inners = copy.inners.map(full);
  if (copy.byId) copy.byId = { '-5': full(copy.byId['-5']) };
  return copy;
}

test('defaults are there, absent messages and oneof cases are not', () => {
  const blank = decode('');
  assert.equal(blank.int64, 0);
  assert.equal(blank.color, 'COLOR_UNSPECIFIED');
  assert.deepEqual(blank.strings, []);
  assert.equal(blank.bytes.length, 0);
  assert.ok(!('inner' in blank) && !('text' in blank) && !('number' in blank));
});

test('integers beyond 2^53 - 1 are refused on both ways', () => {
  for (const text of tooLarge) assert.throws(() => decode(text), CodecError, text);
  for (const value of [2 ** 53, -(2 ** 53), 1.5, NaN, Infinity, '1', 1n]) {
    assert.throws(() => codec.encode('t.Kinds', { int64: value }), CodecError, String(value));
  }
  assert.throws(() => codec.encode('t.Kinds', { uint64: -1 }), CodecError);
  assert.throws(() => codec.encode('t.Kinds', { int32: 2147483648 }), CodecError);
  assert.throws(() => codec.encode('t.Kinds', { uint32: 4294967296 }), CodecError);
});

test('lengths of one, two, three and four bytes are written as protoc writes them', () => {
  const s = 'x'.repeat(20000);
  assert.equal(hex(codec.encode('t.Kinds', { string: 'x'.repeat(200) }).subarray(0, 4)), '4ac80178');
  assert.equal(hex(codec.encode('t.Kinds', { inner: { s } }).subarray(0, 9)), '5aa49c011aa09c0178');
  for (const size of [127, 128, 16383, 16384, 2097151, 2097152]) {
    const round = codec.decode('t.Kinds', codec.encode('t.Kinds', { inner: { inner: { s: 'y'.repeat(size) } } }));
    assert.equal(round.inner.inner.s.length, size);
  }
});

test('a message cut off anywhere inside a field is refused, and never read past', () => {
  const whole = bytes(vectors[0][2]);
  const boundaries = new Set();
  for (let at = 0; at <= whole.length; at++) {
    try {
      codec.decode('t.Kinds', whole.subarray(0, at));
      boundaries.add(at);
    } catch (error) {
      assert.ok(error instanceof CodecError, String(error));
    }
  }
  // It has 16 fields: it can be cut before the first and after each.
  assert.equal(boundaries.size, 17);
});

test('bytes of every kind of nonsense give a CodecError or a message, nothing else', () => {
  let state = 12345;
  const next = () => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return state >>> 16; };
  const seeds = vectors.map(([, , text]) => bytes(text));
  let refused = 0;
  for (let round = 0; round < 20000; round++) {
    const mutant = seeds[round % seeds.length].slice();
    for (let n = 1 + (next() % 3); n > 0; n--) mutant[next() % mutant.length] = next() & 0xff;
    try {
      codec.decode('t.Kinds', mutant);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      refused++;
    }
  }
  assert.ok(refused > 5000, `${refused} refused`);
});

test('varints end after ten bytes', () => {
  assert.equal(decode('28ffffffffffffffffff01').int32, -1);
  assert.throws(() => decode('28ffffffffffffffffffff01'), /more than ten bytes/);
  assert.throws(() => decode('28ff'), /truncated/);
});

test('strings must be UTF-8, and what is written must be well formed', () => {
  for (const text of ['4a01ff', '4a02c080', '4a03eda080', '4a04f4908080', '4a01c3']) {
    assert.throws(() => decode(text), /UTF-8/, text);
  }
  assert.equal(decode('4a03efbbbf').string, '\ufeff');
  assert.throws(() => codec.encode('t.Kinds', { string: 'a\ud800' }), /surrogate/);
});

test('nesting ends at 64 levels, for messages, unknown groups and values to write', () => {
  const nest = (levels) => { let value = {}; for (let n = 0; n < levels; n++) value = { inner: value }; return value; };
  assert.ok(codec.decode('t.Kinds', codec.encode('t.Kinds', nest(60))));
  assert.throws(() => codec.encode('t.Kinds', nest(100)), /deep/);
  // By hand, from the inside: field 2 of Inner (tag 0x12) again and again, field 11 of Kinds (0x5a) around all.
  let deep = Buffer.alloc(0);
  for (let level = 0; level < 5000; level++) {
    const length = [];
    let left = deep.length;
    for (; left > 127; left >>>= 7) length.push((left & 127) | 128);
    deep = Buffer.concat([Buffer.from([0x12, ...length, left]), deep]);
  }
  deep[0] = 0x5a;
  assert.throws(() => codec.decode('t.Kinds', deep), /deep/);
  assert.throws(() => codec.decode('t.Kinds', Buffer.alloc(100000, 0xfb)), CodecError);
  assert.throws(() => codec.decode('t.Kinds', Buffer.alloc(100000, Buffer.from('fb3f', 'hex'))), /deep/);
});

test('unknown fields of every wire type are stepped over', () => {
  const unknown = ['f83f01', 'f93f0000000000000000', 'fa3f03616263', 'fd3f00000000', 'fb3f0801fc3f'];
  for (const text of unknown) assert.equal(decode(`${text}2805`).int32, 5, text);
  assert.throws(() => decode('fb3f0801f43f'), /group/);
  assert.throws(() => decode('fc3f'), CodecError);
  assert.throws(() => decode('0001'), /field number/);
  assert.throws(() => decode('fe3f'), /wire type/);
});

test('a field that comes twice: scalars take the last, messages are joined, the last oneof case stays', () => {
  assert.equal(decode('28012802').int32, 2);
  assert.deepEqual(decode('5a0208015a031a0178').inner, { n: 1, s: 'x' });
  const oneof = decode('c20200c80205');
  assert.equal(oneof.number, 5);
  assert.ok(!('text' in oneof));
  assert.deepEqual(decode('d2020208015a00d202031a0178').nested, { n: 1, s: 'x' });
});

test('lists are read packed and unpacked, whatever the table says', () => {
  assert.deepEqual(decode('a00101a00102').packed, [1, 2]);
  assert.deepEqual(decode('aa01020102').loose, [1, 2]);
  assert.throws(() => decode('a2010180'), CodecError);
});

test('map keys mean nothing to JavaScript', () => {
  const evil = decode('f2010d0a095f5f70726f746f5f5f1007f2010f0a0b636f6e7374727563746f721005');
  assert.equal(Object.getPrototypeOf(evil.counts), null);
  assert.deepEqual(Object.keys(evil.counts), ['__proto__', 'constructor']);
  assert.equal(Object.prototype.polluted, undefined);
  const round = codec.decode('t.Kinds', codec.encode('t.Kinds', { counts: JSON.parse('{"__proto__": 7}') }));
  assert.equal(round.counts.__proto__, 7);
});

test('enum values without a name stay numbers, both ways', () => {
  assert.equal(decode('7063').color, 99);
  assert.equal(hex(codec.encode('t.Kinds', { color: 99 })), '7063');
  assert.throws(() => codec.encode('t.Kinds', { color: 'COLOR_BLUE' }), /no value/);
  assert.throws(() => codec.encode('t.Kinds', { color: 'toString' }), /no value/);
});

test('what cannot be encoded is refused by the path of its field, without its value', () => {
  const path = (value, expected) => assert.throws(() => codec.encode('t.Kinds', value),
    (error) => error instanceof CodecError && error.path === expected && !error.message.includes('secret'), expected);
  path({ nope: 1 }, 'nope');
  path({ inner: { inner: { s: 5 } } }, 'inner.inner.s');
  path({ inners: [{}, { n: 'secret' }] }, 'inners[1].n');
  path({ byId: { 1: { n: 'secret' } } }, 'byId["1"].n');
  path({ counts: { a: 'secret' } }, 'counts');
  path({ byId: { x: {} } }, 'byId');
  path({ strings: 'secret' }, 'strings');
  path({ bytes: 'secret' }, 'bytes');
  path({ inner: [1] }, 'inner');
  path({ text: 'a', number: 1 }, 'choice');
});

test('an undefined or null field is an absent one', () => {
  assert.equal(codec.encode('t.Kinds', { inner: undefined, text: null, number: 0, packed: undefined }).length, 3);
});

test('decoded bytes are a copy', () => {
  const source = Buffer.from('6203010203', 'hex');
  const { bytes: copy } = codec.decode('t.Kinds', source);
  source.fill(0);
  assert.deepEqual([...copy], [1, 2, 3]);
});

test('a great many values in little space are refused', () => {
  const packed = codec.encode('t.Kinds', { packed: new Array(1_000_001).fill(0) });
  assert.throws(() => codec.decode('t.Kinds', packed), /too many/);
  const inners = codec.encode('t.Kinds', { inners: new Array(1_000_001).fill({}) });
  assert.throws(() => codec.decode('t.Kinds', inners), /too many/);
});

test('moments become Dates and come back', () => {
  for (const iso of ['2025-11-22T19:40:00.123Z', '1970-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z']) {
    assert.equal(toDate(fromDate(new Date(iso))).toISOString(), iso);
  }
  assert.deepEqual(fromDate(new Date(-1)), { seconds: -1, nanos: 999000000 });
  assert.equal(toDate(undefined), undefined);
  assert.equal(hex(codec.encode('google.protobuf.Timestamp', new Date(1500))), '08011080cab5ee01');
  assert.throws(() => fromDate(new Date('nonsense')), RangeError);
});
