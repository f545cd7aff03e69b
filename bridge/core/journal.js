// The bridge's facts on disk: what it has reported or is about to report, until rpcd has confirmed it.
// A fact is synced here before it is sent, so that neither a crash nor a power cut gives its number to another fact or
// loses an incoming message. What is appended while a sync runs goes into the next one.
// Format: eight bytes of signature, then records of length and CRC-32 (both 32 bits, little-endian) and that many bytes
// of a BridgeFrame. A first record with nothing but `seq` says where numbering goes on. A torn last one is cut off.
// What a fact says on disk may be less than what is sent: some of it is for nobody to find later.
import fs from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';

const SIGNATURE = Buffer.from('SBFACTS1');
const FRAME = 'switchboard.v1.BridgeFrame';
const COMPACT_AT = 1024 * 1024;
const MAX_FACTS = 100_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** The journal cannot be written or is none: nothing can be reported any more. */
export class JournalError extends Error {
  constructor(message, cause) {
    super(message, { cause });
    this.name = 'JournalError';
  }
}

export class Journal {
  #file;
  #codec;
  #handle;
  #size = 0;
  #queue = [];
  #busy = null;
  #waiters = [];
  #bytes = 0;
  #compactAt;
  /** Facts that are not confirmed, in order of their seq, which has no gaps: `{seq, bytes, kept, marks}`, `kept` as on disk. */
  #facts = [];
  #durableSeq = 0;
  nextSeq = 1;
  confirmedSeq = 0;
  /** Bytes that were cut off when it was opened. */
  tornBytes = 0;
  error = null;

  constructor(file, codec, compactAt) {
    this.#file = file;
    this.#codec = codec;
    this.#compactAt = compactAt;
  }

  /**
   * Opens or makes a journal.
   * @param {string} file Its path, in a folder that exists.
   * @param {import('../client/codec.js').Codec} codec One that knows BridgeFrame.
   */
  static async open(file, codec, { compactAt = COMPACT_AT } = {}) {
    const journal = new Journal(file, codec, compactAt);
    journal.#handle = await fs.open(file, 'a+', 0o600);
    const bytes = await fs.readFile(file);
    if (bytes.length >= SIGNATURE.length && !bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
      await journal.#handle.close();
      throw new JournalError(`${file} is no journal of facts`);
    }
    if (bytes.length < SIGNATURE.length) await journal.#begin();
    else await journal.#load(bytes);
    return journal;
  }

  /** Facts that wait for their confirmation, decoded; for what has to be remembered over a restart. */
  unconfirmed() {
    return this.#facts.map(({ bytes }) => this.#codec.decode(FRAME, bytes));
  }

  get length() {
    return this.#facts.length;
  }

  /** Whether so much waits that nothing more should be begun that makes facts. */
  get full() {
    return this.#facts.length >= MAX_FACTS || this.#bytes >= MAX_BYTES;
  }

  /**
   * Takes a fact in and numbers it.
   * @param {object} frame A BridgeFrame without `seq`.
   * @param {{beforeSend: Function, afterSend: Function}} [marks] Called around each sending of it.
   * @param {object} [onDisk] What is left of it where another process reads it.
   * @returns {Promise<void>} Resolved when it is durable, rejected with a JournalError when it never will be.
   */
  append(frame, marks, onDisk = frame) {
    if (this.error) return Promise.reject(this.error);
    const seq = this.nextSeq;
    const bytes = this.#codec.encode(FRAME, { ...frame, seq });
    const kept = onDisk === frame ? bytes : this.#codec.encode(FRAME, { ...onDisk, seq });
    const fact = { seq, bytes, kept, marks };
    this.nextSeq++;
    this.#facts.push(fact);
    this.#bytes += fact.bytes.length;
    return new Promise((resolve, reject) => {
      this.#queue.push({ fact, resolve, reject });
      this.#flush();
    });
  }

  /** The first durable fact after `seq` that is not confirmed, or undefined. */
  after(seq) {
    if (this.#facts.length === 0) return undefined;
    const fact = this.#facts[Math.max(0, seq + 1 - this.#facts[0].seq)];
    return fact && fact.seq <= this.#durableSeq ? fact : undefined;
  }

  /** Resolves when something changed: a fact became durable or was confirmed, or the journal failed. */
  changed() {
    return new Promise((resolve) => { this.#waiters.push(resolve); });
  }

  /** rpcd has everything up to `seq`: forget it. */
  confirm(seq) {
    const upTo = Math.min(seq, this.#durableSeq);
    if (upTo <= this.confirmedSeq) return;
    this.confirmedSeq = upTo;
    const count = this.#facts.length === 0 ? 0 : Math.max(0, upTo + 1 - this.#facts[0].seq);
    for (const { bytes } of this.#facts.splice(0, count)) this.#bytes -= bytes.length;
    this.#wake();
    this.#flush();
  }

  /**
   * Gives every unconfirmed fact a new number, from `first` on: for a journal that is older than what rpcd remembers of
   * it. Handling a fact twice changes nothing, losing one does.
   */
  async renumber(first) {
    await this.settled();
    for (const fact of this.#facts) {
      fact.seq = first++;
      const numbered = (bytes) => this.#codec.encode(FRAME, { ...this.#codec.decode(FRAME, bytes), seq: fact.seq });
      const isWhole = fact.kept === fact.bytes;
      fact.bytes = numbered(fact.bytes);
      fact.kept = isWhole ? fact.bytes : numbered(fact.kept);
    }
    this.nextSeq = first;
    this.#durableSeq = first - 1;
    this.confirmedSeq = (this.#facts[0]?.seq ?? first) - 1;
    await this.#exclusive(() => this.#compact());
  }

  /** Resolves when everything appended so far is durable, or the journal has failed. */
  async settled() {
    while (this.#busy) await this.#busy;
  }

  async close() {
    await this.settled();
    await this.#handle.close();
  }

  #flush() {
    if (this.#busy || (this.#queue.length === 0 && !this.#compactionDue())) return;
    this.#exclusive(async () => {
      while (this.#queue.length > 0) await this.#write(this.#queue.splice(0));
      if (this.#compactionDue()) await this.#compact();
    }).catch(() => {});
  }

  async #exclusive(work) {
    const running = work().catch((cause) => this.#fail(cause));
    this.#busy = running;
    await running;
    this.#busy = null;
    this.#wake();
    if (this.error) throw this.error;
    this.#flush();
  }

  async #write(batch) {
    const bytes = Buffer.concat(batch.map(({ fact }) => record(fact.kept)));
    try {
      await this.#handle.appendFile(bytes);
      await this.#handle.datasync();
    } catch (cause) {
      this.#fail(cause);
      for (const { reject } of batch) reject(this.error);
      throw cause;
    }
    this.#size += bytes.length;
    this.#durableSeq = batch.at(-1).fact.seq;
    for (const { resolve } of batch) resolve();
    this.#wake();
  }

  // A write or sync that failed is never tried again: what reached the disk is not known.
  #fail(cause) {
    this.error ??= new JournalError(`the journal cannot be written: ${cause.message}`, cause);
    for (const { reject } of this.#queue.splice(0)) reject(this.error);
    this.#wake();
  }

  #wake() {
    for (const waiter of this.#waiters.splice(0)) waiter();
  }

  #compactionDue() {
    return !this.error && this.#size > this.#compactAt && this.#size > 2 * this.#bytes;
  }

  async #begin() {
    await this.#handle.truncate(0);
    await this.#handle.appendFile(SIGNATURE);
    await this.#handle.datasync();
    await syncFolder(path.dirname(this.#file));
    this.#size = SIGNATURE.length;
  }

  async #load(bytes) {
    let at = SIGNATURE.length;
    for (;;) {
      const frame = this.#record(bytes, at);
      if (!frame) break;
      if (frame.fact) this.#facts.push(frame.fact);
      this.nextSeq = frame.nextSeq;
      at = frame.end;
    }
    this.tornBytes = bytes.length - at;
    if (this.tornBytes > 0) {
      await this.#handle.truncate(at);
      await this.#handle.datasync();
    }
    this.#size = at;
    this.#bytes = this.#facts.reduce((sum, fact) => sum + fact.bytes.length, 0);
    this.#durableSeq = this.nextSeq - 1;
    this.confirmedSeq = (this.#facts[0]?.seq ?? this.nextSeq) - 1;
  }

  // The record at an offset, or null where there is no whole and sound one.
  #record(bytes, at) {
    if (bytes.length - at < 8) return null;
    const length = bytes.readUInt32LE(at);
    const end = at + 8 + length;
    if (length === 0 || end > bytes.length) return null;
    const payload = bytes.subarray(at + 8, end);
    if (zlib.crc32(payload) !== bytes.readUInt32LE(at + 4)) return null;
    const frame = this.#codec.decode(FRAME, payload);
    if (frame.seq < this.nextSeq) return null;
    // Only the first record can be the mark; a bare frame further on is a fact that a newer version wrote.
    if (at === SIGNATURE.length && Object.keys(frame).length === 1) return { nextSeq: frame.seq, end };
    const kept = new Uint8Array(payload);
    return { fact: { seq: frame.seq, bytes: kept, kept }, nextSeq: frame.seq + 1, end };
  }

  // Writes what is durable and unconfirmed into a new file, which then takes the old one's place.
  async #compact() {
    const kept = this.#facts.filter(({ seq }) => seq <= this.#durableSeq);
    const base = this.#codec.encode(FRAME, { seq: kept[0]?.seq ?? this.#durableSeq + 1 });
    const bytes = Buffer.concat([SIGNATURE, record(base), ...kept.map((fact) => record(fact.kept))]);
    const temporary = `${this.#file}.new`;
    const handle = await fs.open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, this.#file);
    await syncFolder(path.dirname(this.#file));
    await this.#handle.close();
    this.#handle = await fs.open(this.#file, 'a+', 0o600);
    this.#size = bytes.length;
  }
}

function record(payload) {
  const bytes = Buffer.allocUnsafe(8 + payload.length);
  bytes.writeUInt32LE(payload.length, 0);
  bytes.writeUInt32LE(zlib.crc32(payload), 4);
  bytes.set(payload, 8);
  return bytes;
}

/** A file that was made or renamed is durable once its folder is synced. */
export async function syncFolder(folder) {
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
