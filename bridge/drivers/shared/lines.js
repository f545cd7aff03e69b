// A file of JSON lines that survives a crash: each with its checksum, synced before it counts, many in one sync. A torn end
// is cut off. It is written anew, with what is still needed, when most of it is not.
import fs from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';
import { syncFolder } from '../../core/journal.js';

const COMPACT_AT = 4 * 1024 * 1024;

export class Lines {
  #file;
  #handle;
  #size = 0;
  #queue = [];
  #busy = null;
  #needed;
  #compactAt;
  #written = 0;
  /** Why nothing can be written any more. */
  error = null;
  tornBytes = 0;

  /**
   * @param {string} file
   * @param {object} options
   * @param {(record: object) => void} options.each Called for each record that there is.
   * @param {() => object[]} options.needed The records that have to stay.
   */
  static async open(file, { each, needed, compactAt = COMPACT_AT }) {
    const lines = new Lines();
    lines.#file = file;
    lines.#needed = needed;
    lines.#compactAt = compactAt;
    lines.#handle = await fs.open(file, 'a+', 0o600);
    await lines.#load(each);
    await syncFolder(path.dirname(file));
    return lines;
  }

  /**
   * Appends a record. Resolves when it is on disk.
   * @param {{sync?: boolean}} [options] `sync: false`: it may be lost in a crash, and nobody waits for it.
   */
  append(record, { sync = true } = {}) {
    if (this.error) return Promise.reject(this.error);
    return new Promise((resolve, reject) => {
      this.#queue.push({ line: lineOf(record), sync, resolve, reject });
      this.#busy ??= this.#write();
    });
  }

  async close() {
    while (this.#busy) await this.#busy;
    await this.#handle.close();
  }

  async #write() {
    try {
      while (this.#queue.length > 0) await this.#writeBatch();
    } finally {
      // In the same turn in which the queue was found empty: what is appended from here on begins anew.
      this.#busy = null;
    }
  }

  async #writeBatch() {
    const batch = this.#queue.splice(0);
    const bytes = Buffer.from(batch.map(({ line }) => line).join(''));
    try {
      await this.#handle.appendFile(bytes);
      if (batch.some(({ sync }) => sync)) await this.#handle.datasync();
      this.#size += bytes.length;
      if (this.#size - this.#written > this.#compactAt) await this.#compact();
    } catch (cause) {
      // What reached the disk is not known: it is never tried again.
      this.error = new Error(`${this.#file} cannot be written: ${cause.message}`, { cause });
      for (const { reject } of [...batch, ...this.#queue.splice(0)]) reject(this.error);
      return;
    }
    for (const { resolve } of batch) resolve();
  }

  async #load(each) {
    const bytes = await fs.readFile(this.#file);
    let at = 0;
    for (;;) {
      const end = bytes.indexOf(10, at);
      const record = end < 0 ? null : recordOf(bytes.subarray(at, end).toString());
      if (!record) break;
      each(record);
      at = end + 1;
    }
    this.tornBytes = bytes.length - at;
    if (this.tornBytes > 0) {
      await this.#handle.truncate(at);
      await this.#handle.datasync();
    }
    this.#size = at;
  }

  async #compact() {
    const bytes = Buffer.from(this.#needed().map(lineOf).join(''));
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
    this.#written = bytes.length;
  }
}

function lineOf(record) {
  const json = JSON.stringify(record);
  return `${zlib.crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

function recordOf(line) {
  const json = line.slice(9);
  if (zlib.crc32(json).toString(16).padStart(8, '0') !== line.slice(0, 8) || line[8] !== ' ') return null;
  return JSON.parse(json);
}
