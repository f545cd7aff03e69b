// The file of a send, as a driver needs it: on this machine's disk, whole and with the hash that rpcd knows it by. It comes in
// parts and goes to the disk part by part, so that no file is ever in memory; after a stream that was lost it is gone on with.
// And the other way: the file of a message that came in lies on the disk until rpcd has it (uploads.js).
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../client/index.js';
import { CommandFailure } from './failure.js';
import { bringFile } from './uploads.js';

const AT_ONCE = 8;
// An engine decrypts them: they take more of this machine than those that go out.
const BROUGHT_AT_ONCE = 2;
const LONGEST_WAIT_MS = 5000;
const PASSING = new Set(['UNAVAILABLE', 'RESOURCE_EXHAUSTED', 'DEADLINE_EXCEEDED', 'CANCELLED']);

/** The files of a bridge's messages: one folder, one client, and few at a time, whatever number of sessions asks. */
export class MediaFiles {
  #bridge;
  #client;
  #folder;
  #log;
  #token = null;
  #coming = new Turns(AT_ONCE);
  #bringing = new Turns(BROUGHT_AT_ONCE);

  /**
   * @param {object} options endpoint, tls and metadata, as for the stream; log; `mediaFolder`: where to, and nothing else is
   *   there (undefined: none is got).
   */
  constructor({ endpoint, tls, metadata, log, mediaFolder }) {
    this.#client = createClient({ endpoint, tls, metadata });
    this.#bridge = this.#client.bridge;
    this.#folder = mediaFolder;
    this.#log = log;
  }

  /** A stream is open, with this token; null: it has ended. What is under way goes on with the next. */
  use(token) {
    this.#token = token;
  }

  /** Deletes what a process that was killed left behind. */
  async clear() {
    if (this.#folder) await fs.rm(this.#folder, { recursive: true, force: true });
  }

  close() {
    this.#client.close();
  }

  /** @see fetchMedia */
  async fetch(of, signal) {
    this.#needsFolder();
    return this.#coming.take(signal, () =>
      fetchMedia({ bridge: this.#bridge, token: () => this.#token, of, folder: this.#folder, signal, log: this.#log }));
  }

  /**
   * Brings rpcd the file of a message that came in.
   * @param {object} of The command that asks for it: sessionId, epoch, commandId.
   * @param {(path: string) => Promise<object>} get Has the engine write the file there; what it says of it: mimeType, fileName.
   */
  async bring(of, { maxBytes, get }, signal) {
    this.#needsFolder();
    await this.#bringing.take(signal, async () => {
      await fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const place = path.join(this.#folder, `incoming-${of.commandId}-${randomBytes(8).toString('hex')}`);
      try {
        const said = await get(place);
        const token = this.#token;
        if (token === null) throw new CommandFailure('BRIDGE_UNAVAILABLE', { text: 'no stream is open' });
        await bringFile({ bridge: this.#bridge, token, of, file: { ...said, path: place }, maxBytes, signal });
      } finally {
        await fs.rm(place, { force: true });
      }
    });
  }

  #needsFolder() {
    if (!this.#folder) throw new CommandFailure('ENGINE_UNSUPPORTED', { notBegun: true, text: 'this bridge has no place for files' });
  }
}

/** Few at a time; the others wait in order. */
class Turns {
  #most;
  #running = 0;
  #waiting = [];

  constructor(most) {
    this.#most = most;
  }

  async take(signal, work) {
    await this.#turn(signal);
    try {
      return await work();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #turn(signal) {
    while (this.#running >= this.#most) {
      signal.throwIfAborted();
      await new Promise((resolve) => {
        const go = () => { signal.removeEventListener('abort', go); resolve(); };
        this.#waiting.push(go);
        signal.addEventListener('abort', () => { this.#waiting = this.#waiting.filter((one) => one !== go); go(); }, { once: true });
      });
    }
    signal.throwIfAborted();
    this.#running++;
  }
}

/**
 * Brings a file to the disk.
 * @param {object} options
 * @param {object} options.bridge The client's `bridge`.
 * @param {() => string | null} options.token Of the stream that is open; null: none is.
 * @param {{sessionId: number, epoch: number, mediaId: number}} options.of What the send refers to.
 * @param {string} options.folder Where to; made where it is missing.
 * @param {AbortSignal} options.signal Ends it: nothing is left behind then.
 * @returns {Promise<{path: string, mimeType: string, fileName: string, size: number, remove: () => Promise<void>}>}
 * @throws {CommandFailure} Nothing was begun with it.
 */
export async function fetchMedia({ bridge, token, of, folder, signal, log }) {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  // A name of ours: what a file is called elsewhere is no path here.
  const place = path.join(folder, `media-${of.mediaId}-${randomBytes(8).toString('hex')}`);
  const file = await fs.open(place, 'wx', 0o600);
  const remove = () => fs.rm(place, { force: true });
  try {
    const media = await take({ bridge, token, of, signal, log, file });
    await file.close();
    return { path: place, mimeType: media.mimeType, fileName: media.fileName, size: media.size, remove };
  } catch (error) {
    await file.close().catch(() => {});
    await remove();
    throw error;
  }
}

async function take({ bridge, token, of, signal, log, file }) {
  const state = { media: null, offset: 0, hash: createHash('sha256') };
  for (let wait = 100; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    signal.throwIfAborted();
    const before = state.offset;
    try {
      await read({ bridge, token, of, signal, file, state });
      return finished(state);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CommandFailure) throw error;
      if (!PASSING.has(error.code)) throw failure(error);
      log?.debug('media.again', { error });
      if (state.offset > before) wait = 100;
      await sleep(Math.max(error.retryAfterMs ?? 0, wait), undefined, { signal });
    }
  }
}

async function read({ bridge, token, of, signal, file, state }) {
  const credential = token();
  if (credential === null) throw Object.assign(new Error('no stream is open'), { code: 'UNAVAILABLE' });
  const options = { metadata: { 'x-bridge-token': credential }, signal };
  for await (const part of bridge.downloadMedia({ ...of, offset: state.offset }, options)) {
    if (part.media) state.media = part.media;
    if (part.data.length === 0) continue;
    if (part.offset !== state.offset) throw new CommandFailure('MEDIA_FETCH_FAILED', { text: 'parts out of order', notBegun: true });
    await file.writev([part.data], state.offset);
    state.hash.update(part.data);
    state.offset += part.data.length;
  }
}

function finished({ media, offset, hash }) {
  if (media === null || offset !== media.size || hash.digest('hex') !== media.sha256) {
    throw new CommandFailure('MEDIA_FETCH_FAILED', { text: 'the file is not what rpcd says it is', notBegun: true });
  }
  return media;
}

// What is final: the send is not ours any more, rpcd has lost the file, or it could not be written here.
const FINAL = { NOT_FOUND: 'SESSION_CONFLICT', DATA_LOSS: 'MEDIA_EXPIRED' };

function failure(error) {
  const reason = FINAL[error.code] ?? 'MEDIA_FETCH_FAILED';
  return new CommandFailure(reason, { text: error.message ?? String(error), notBegun: true });
}
