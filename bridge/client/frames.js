// ttrpc 1.2 frames: a header of ten bytes (length of the data, stream id, type, flags; big-endian), then the data.
// The decoder takes bytes in any pieces and holds no more than one frame. Too long a frame is stepped over and
// reported, so that its stream fails and the others live; a length that no peer of ours sends ends the connection.

export const FrameType = { REQUEST: 1, RESPONSE: 2, DATA: 3 };
export const Flag = { REMOTE_CLOSED: 1, REMOTE_OPEN: 2, NO_DATA: 4 };
export const HEADER_LENGTH = 10;
/** The most data that a frame can carry, in bytes. */
export const MAX_DATA = 4 * 1024 * 1024;
const SKIPPABLE = 16 * 1024 * 1024;

/** Bytes that are no frames: nothing after them can be trusted. */
export class FrameError extends Error {
  constructor(message) {
    super(message);
    this.name = 'FrameError';
  }
}

/** @returns {Buffer} Header and data in one piece. */
export function encodeFrame(stream, type, flags, data) {
  if (data.length > MAX_DATA) throw new RangeError(`a frame of ${data.length} bytes, over the ${MAX_DATA} allowed`);
  const frame = Buffer.allocUnsafe(HEADER_LENGTH + data.length);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(stream, 4);
  frame[8] = type;
  frame[9] = flags;
  frame.set(data, HEADER_LENGTH);
  return frame;
}

export class FrameDecoder {
  #header = Buffer.alloc(HEADER_LENGTH);
  #headerLength = 0;
  #frame = null;
  #parts = [];
  #missing = 0;

  /**
   * The frames that `chunk` completes: `{stream, type, flags, data}`, or `{stream, type, flags, tooLong: length}` as
   * soon as the header of one that is too long is there. `data` may be a view into `chunk`.
   */
  * push(chunk) {
    let at = 0;
    while (at < chunk.length) {
      if (!this.#frame) {
        const count = Math.min(HEADER_LENGTH - this.#headerLength, chunk.length - at);
        chunk.copy(this.#header, this.#headerLength, at, at + count);
        this.#headerLength += count;
        at += count;
        if (this.#headerLength < HEADER_LENGTH) return;
        this.#begin();
        if (this.#frame.tooLong !== undefined) yield this.#frame;
      }
      const count = Math.min(this.#missing, chunk.length - at);
      if (this.#frame.tooLong === undefined && count > 0) this.#parts.push(chunk.subarray(at, at + count));
      this.#missing -= count;
      at += count;
      if (this.#missing > 0) return;
      const frame = this.#frame;
      const parts = this.#parts;
      this.#frame = null;
      this.#parts = [];
      this.#headerLength = 0;
      if (frame.tooLong !== undefined) continue;
      frame.data = parts.length === 1 ? parts[0] : Buffer.concat(parts);
      yield frame;
    }
  }

  #begin() {
    const length = this.#header.readUInt32BE(0);
    if (length >= SKIPPABLE) throw new FrameError(`a frame of ${length} bytes`);
    this.#frame = { stream: this.#header.readUInt32BE(4), type: this.#header[8], flags: this.#header[9] };
    if (length > MAX_DATA) this.#frame.tooLong = length;
    this.#missing = length;
  }
}
