// The scalar kinds of protobuf: for each its wire type, its default, how it is read, checked and written.
// What a number cannot hold exactly is refused on both ways, never rounded.
import { CodecError, join64 } from './wire.js';

export const WireType = { VARINT: 0, FIXED64: 1, LENGTH: 2, FIXED32: 5 };

function integer(low, high, what) {
  return (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < low || value > high) {
      throw new CodecError(`${show(value)} is no ${what}`);
    }
    return value;
  };
}

const int32 = integer(-2147483648, 2147483647, 'integer of 32 bits');
const uint32 = integer(0, 4294967295, 'unsigned integer of 32 bits');
const int64 = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'integer within 2^53 - 1');
const uint64 = integer(0, Number.MAX_SAFE_INTEGER, 'unsigned integer within 2^53 - 1');

function number(value) {
  if (typeof value !== 'number') throw new CodecError(`${show(value)} is no number`);
  return value;
}

function string(value) {
  if (typeof value !== 'string') throw new CodecError(`${show(value)} is no string`);
  // An unpaired surrogate would silently become U+FFFD.
  if (!value.isWellFormed()) throw new CodecError('a string with an unpaired surrogate');
  return value;
}

function bool(value) {
  if (typeof value !== 'boolean') throw new CodecError(`${show(value)} is no boolean`);
  return value;
}

function bytes(value) {
  if (!(value instanceof Uint8Array)) throw new CodecError(`${show(value)} is no Uint8Array`);
  return value;
}

/** A value for an error message: its kind where it is no number or boolean, so that no secret gets into one. */
export function show(value) {
  if (value === null) return 'null';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

function signed64(reader) {
  return join64(reader.lo, reader.hi, true);
}

function unsigned64(reader) {
  return join64(reader.lo, reader.hi, false);
}

const { VARINT, FIXED64, LENGTH, FIXED32 } = WireType;

export const scalars = {
  double: {
    wire: FIXED64, zero: 0, check: number,
    read: (r, end) => r.double(end),
    write: (w, v) => w.double(v),
  },
  float: {
    wire: FIXED32, zero: 0, check: number,
    read: (r, end) => r.float(end),
    write: (w, v) => w.float(v),
  },
  int64: {
    wire: VARINT, zero: 0, check: int64,
    read: (r, end) => (r.varint(end), signed64(r)),
    write: (w, v) => w.int64(v),
  },
  uint64: {
    wire: VARINT, zero: 0, check: uint64,
    read: (r, end) => (r.varint(end), unsigned64(r)),
    write: (w, v) => w.int64(v),
  },
  int32: {
    wire: VARINT, zero: 0, check: int32,
    read: (r, end) => r.uint32(end) | 0,
    write: (w, v) => w.int64(v),
  },
  uint32: {
    wire: VARINT, zero: 0, check: uint32,
    read: (r, end) => r.uint32(end),
    write: (w, v) => w.uint32(v),
  },
  fixed64: {
    wire: FIXED64, zero: 0, check: uint64,
    read: (r, end) => (r.fixed64(end), unsigned64(r)),
    write: (w, v) => w.fixed64(v),
  },
  sfixed64: {
    wire: FIXED64, zero: 0, check: int64,
    read: (r, end) => (r.fixed64(end), signed64(r)),
    write: (w, v) => w.fixed64(v),
  },
  fixed32: {
    wire: FIXED32, zero: 0, check: uint32,
    read: (r, end) => r.fixed32(end),
    write: (w, v) => w.fixed32(v),
  },
  sfixed32: {
    wire: FIXED32, zero: 0, check: int32,
    read: (r, end) => r.fixed32(end) | 0,
    write: (w, v) => w.fixed32(v),
  },
  sint32: {
    wire: VARINT, zero: 0, check: int32,
    read: (r, end) => { const n = r.uint32(end); return (n >>> 1) ^ -(n & 1); },
    write: (w, v) => w.uint32(((v << 1) ^ (v >> 31)) >>> 0),
  },
  sint64: {
    wire: VARINT, zero: 0, check: int64,
    read: (r, end) => {
      r.varint(end);
      const sign = -(r.lo & 1);
      return join64(((r.lo >>> 1) | (r.hi << 31)) ^ sign, (r.hi >>> 1) ^ sign, true);
    },
    write: (w, v) => {
      const lo = v >>> 0;
      const hi = Math.floor(v / 4294967296) | 0;
      const sign = v < 0 ? -1 : 0;
      w.varint64(((lo << 1) ^ sign) >>> 0, (((hi << 1) | (lo >>> 31)) ^ sign) >>> 0);
    },
  },
  bool: {
    wire: VARINT, zero: false, check: bool,
    read: (r, end) => { r.varint(end); return r.lo !== 0 || r.hi !== 0; },
    write: (w, v) => w.uint32(v ? 1 : 0),
  },
  string: {
    wire: LENGTH, zero: '', check: string,
    read: (r, end) => r.string(end),
    write: (w, v) => w.string(v),
  },
  bytes: {
    wire: LENGTH, zero: null, check: bytes,
    read: (r, end) => r.copy(end),
    write: (w, v) => w.raw(v),
  },
};
