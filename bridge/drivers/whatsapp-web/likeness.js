// Whether a message that the page shows is one that we sent: by its kind and words, and where it has none, by its file. A page
// makes some files anew before it sends them, so that another file than ours proves nothing; then nobody can tell.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { KIND_OF } from './incoming.js';
import { bodyShown } from './kinds.js';
import { digestOf } from './sends.js';

const MEDIA = new Set(['image', 'video', 'audio', 'voice', 'document', 'sticker']);
// These leave as they are.
const UNCHANGED = new Set(['document']);
const NO_WORDS = Object.fromEntries([...MEDIA].map((kind) => [kind, digestOf(kind, '')]));

/** The hash of a file as pages name files: SHA-256 in base64. */
export async function fileHash(path) {
  const hash = crypto.createHash('sha256');
  await pipeline(fs.createReadStream(path), hash);
  return hash.digest('base64');
}

/**
 * @param {object} send kind, digest, file (its hash; of media).
 * @param {object} message The library's.
 * @returns {'surely' | 'maybe' | 'not'} 'surely': it, or one that nobody can tell from it.
 */
export function likeness({ kind, digest, file }, message) {
  const shown = KIND_OF[message.type] ?? message.type;
  if (shown !== kind) return 'not';
  const body = bodyShown(kind, message);
  if (body === null) return 'maybe';
  if (digestOf(kind, body) !== digest) return 'not';
  if (!MEDIA.has(kind) || isSameFile({ file }, message)) return 'surely';
  if (file && message._data?.filehash && UNCHANGED.has(kind)) return 'not';
  return digest === NO_WORDS[kind] ? 'maybe' : 'surely';
}

/** Whether a message is known to carry the file that was sent. */
export function isSameFile({ file }, message) {
  return Boolean(file) && message._data?.filehash === file;
}
