// The files of messages that come in on the simulated network. They are nowhere: each is made of the id of its message when it
// is asked for, always the same bytes, beginning as what it is said to be.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';

const PART_BYTES = 64 * 1024;
const BEGINNINGS = {
  'image/png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600', 'hex'),
  'application/pdf': Buffer.from('%PDF-1.7\n'),
};

/** The bytes of a file, part by part. @param {{bytes: number, mime_type?: string}} file As the journal says. */
function* parts({ bytes, mime_type: type }, id) {
  const pattern = Buffer.concat(Array.from({ length: PART_BYTES / 32 }, (_, n) => createHash('sha256').update(`${id} ${n}`).digest()));
  let left = bytes;
  const beginning = BEGINNINGS[type] ?? Buffer.alloc(0);
  for (let part = Buffer.concat([beginning, pattern]); left > 0; part = pattern) {
    yield part.subarray(0, left);
    left -= part.length;
  }
}

/** What the network says of a file with its message. */
export function told(file, id, content) {
  const hash = createHash('sha256');
  for (const part of parts(file, id)) hash.update(part);
  return { mimeType: file.mime_type ?? '', size: file.bytes, sha256: hash.digest('hex'), ...content };
}

/** Puts a file on the disk. */
export async function writeFile(path, file, id, signal) {
  await pipeline(parts(file, id), fs.createWriteStream(path, { mode: 0o600 }), { signal });
}
