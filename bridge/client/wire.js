// Protobuf's wire format, read from and written to bytes: varints, fixed-width numbers, lengths.
// Reading never goes past its end and never loops without moving on; what is wrong throws a CodecError.
// 64-bit integers are handled as two halves of 32 bits, and become numbers only where that loses nothing.

/** Bytes that are no valid message, or a value that cannot be put into one. `path` names the field concerned. */
export class CodecError extends Error {
  constructor(message, path = '') {
    super(path ? `${path}: ${message}` : message);
    this.name = 'CodecError';
    this.path = path;
  }
}

const TWO_32 = 4294967296;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Two unsigned halves as one signed or unsigned number; above 2^53 - 1 in size an error. */
export function join64(lo, hi, signed) {
  const value = (signed ? hi | 0 : hi >>> 0) * TWO_32 + (lo >>> 0);
  if (!Number.isSafeInteger(value)) throw new CodecError('a 64-bit integer beyond 2^53 - 1');
  return value;
}

export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
    // The halves of the varint or 64-bit number that was read last.
    this.lo = 0;
    this.hi = 0;
  }

  /** Reads a varint of at most ten bytes into `lo` and `hi`; bits beyond 64 are dropped, as everywhere. */
  varint(end) {
    let lo = 0;
    let hi = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= end) throw new CodecError('truncated varint');
      const byte = this.bytes[this.at++];
      const bits = byte & 0x7f;
      if (shift < 28) lo |= bits << shift;
      else if (shift === 28) {
        lo |= bits << 28;
        hi = bits >>> 4;
      } else if (shift < 63) hi |= bits << (shift - 32);
      else hi |= (bits & 1) << 31;
      if (byte < 0x80) {
        this.lo = lo >>> 0;
        this.hi = hi >>> 0;
        return;
      }
    }
    throw new CodecError('varint of more than ten bytes');
  }

  /** The low 32 bits of a varint, unsigned. */
  uint32(end) {
    this.varint(end);
    return this.lo;
  }

  /** A length, and the check that so many bytes are there. Returns where they end. */
  length(end) {
    this.varint(end);
    if (this.hi !== 0 || this.lo > end - this.at) throw new CodecError('length beyond the end');
    return this.at + this.lo;
  }

  need(count, end) {
    if (end - this.at < count) throw new CodecError('truncated number');
  }

  fixed32(end) {
    this.need(4, end);
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  fixed64(end) {
    this.need(8, end);
    this.lo = this.view.getUint32(this.at, true);
    this.hi = this.view.getUint32(this.at + 4, true);
    this.at += 8;
  }

  float(end) {
    this.need(4, end);
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  double(end) {
    this.need(8, end);
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  string(end) {
    const stop = this.length(end);
    const part = this.bytes.subarray(this.at, stop);
    this.at = stop;
    try {
      return utf8.decode(part);
    } catch {
      throw new CodecError('a string that is not valid UTF-8');
    }
  }

  /** A copy, so that it does not keep a whole frame alive. */
  copy(end) {
    const stop = this.length(end);
    const part = Uint8Array.prototype.slice.call(this.bytes, this.at, stop);
    this.at = stop;
    return part;
  }

  /** Steps over a field that nobody here knows. Groups are stepped over too, to the depth given. */
  skip(number, wireType, end, depth) {
    switch (wireType) {
      case 0: this.varint(end); return;
      case 1: this.need(8, end); this.at += 8; return;
      case 2: this.at = this.length(end); return;
      case 5: this.need(4, end); this.at += 4; return;
      case 3: break;
      default: throw new CodecError(`wire type ${wireType}`);
    }
    if (depth <= 0) throw new CodecError('nested too deeply');
    for (;;) {
      const tag = this.tag(end);
      if ((tag & 7) === 4) {
        if (tag >>> 3 !== number) throw new CodecError('a group that ends as another');
        return;
      }
      this.skip(tag >>> 3, tag & 7, end, depth - 1);
    }
  }

  /** A field's number and wire type. */
  tag(end) {
    this.varint(end);
    if (this.hi !== 0 || this.lo >>> 3 === 0) throw new CodecError('a field number out of range');
    return this.lo;
  }
}

export class Writer {
  constructor(size = 256) {
    this.bytes = new Uint8Array(size);
    this.at = 0;
  }

  finish() {
    return this.bytes.subarray(0, this.at);
  }

  room(count) {
    if (this.bytes.length - this.at >= count) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  uint32(value) {
    this.room(5);
    while (value > 0x7f) {
      this.bytes[this.at++] = (value & 0x7f) | 0x80;
      value >>>= 7;
    }
    this.bytes[this.at++] = value;
  }

  varint64(lo, hi) {
    this.room(10);
    while (hi !== 0 || lo > 0x7f) {
      this.bytes[this.at++] = (lo & 0x7f) | 0x80;
      lo = ((lo >>> 7) | (hi << 25)) >>> 0;
      hi >>>= 7;
    }
    this.bytes[this.at++] = lo;
  }

  /** A safe integer as a varint of 64 bits in two's complement. */
  int64(value) {
    this.varint64(value >>> 0, Math.floor(value / TWO_32) >>> 0);
  }

  fixed32(value) {
    this.room(4);
    this.bytes[this.at++] = value & 0xff;
    this.bytes[this.at++] = (value >>> 8) & 0xff;
    this.bytes[this.at++] = (value >>> 16) & 0xff;
    this.bytes[this.at++] = value >>> 24;
  }

  fixed64(value) {
    this.fixed32(value >>> 0);
    this.fixed32(Math.floor(value / TWO_32) >>> 0);
  }

  float(value) {
    this.room(4);
    new DataView(this.bytes.buffer).setFloat32(this.at, value, true);
    this.at += 4;
  }

  double(value) {
    this.room(8);
    new DataView(this.bytes.buffer).setFloat64(this.at, value, true);
    this.at += 8;
  }

  raw(bytes) {
    this.uint32(bytes.length);
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  string(value) {
    this.raw(encoder.encode(value));
  }

  /** What `body` writes, behind its length. One byte is kept free for the length, and more made where it needs more. */
  delimited(body) {
    this.room(1);
    const start = ++this.at;
    body();
    const length = this.at - start;
    const extra = length < 0x80 ? 0 : length < 0x4000 ? 1 : length < 0x200000 ? 2 : length < 0x10000000 ? 3 : 4;
    if (extra > 0) {
      this.room(extra);
      this.bytes.copyWithin(start + extra, start, this.at);
    }
    this.at = start - 1;
    this.uint32(length);
    this.at += length;
  }
}
