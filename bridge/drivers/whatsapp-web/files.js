// The file of a message that came in: the page gets and opens it, and gives it as one long text in base64. It is put on the
// disk in pieces; that the library holds all of it once is the library's.
import fs from 'node:fs/promises';
import { CommandFailure } from '../../core/failure.js';

const KINDS = new Set(['image', 'video', 'audio', 'voice', 'document', 'sticker']);
// Of base64: a multiple of four.
const PIECE = 256 * 1024;

/** By what the page finds a message again. @returns {Buffer | undefined} undefined: it has no file. */
export function refOf(kind, { id }) {
  return KINDS.has(kind) && id?._serialized ? Buffer.from(id._serialized) : undefined;
}

/**
 * Writes the file of a message to the disk.
 * @throws {CommandFailure} MEDIA_EXPIRED: the page does not know the message any more. MEDIA_FETCH_FAILED: it did not give the
 *   file this time; it says the same of one that WhatsApp has no more.
 */
export async function fetchFile(page, { mediaRef, path, maxBytes, signal }) {
  const message = await page.call('getMessageById', mediaRef.toString());
  if (!message) throw new CommandFailure('MEDIA_EXPIRED', { text: 'the page does not know the message any more' });
  if (Number(message._data?.size ?? 0) > maxBytes) throw new CommandFailure('MEDIA_TOO_LARGE', { text: `${message._data.size} bytes` });
  const found = await message.downloadMedia();
  if (!found?.data) throw new CommandFailure('MEDIA_FETCH_FAILED', { text: 'the page did not give the file' });
  if (Buffer.byteLength(found.data, 'base64') > maxBytes) throw new CommandFailure('MEDIA_TOO_LARGE', { text: `more than ${maxBytes} bytes` });
  const file = await fs.open(path, 'wx', 0o600);
  try {
    for (let start = 0; start < found.data.length; start += PIECE) {
      signal.throwIfAborted();
      await file.writev([Buffer.from(found.data.slice(start, start + PIECE), 'base64')]);
    }
  } finally {
    await file.close();
  }
  return { mimeType: found.mimetype ?? '', fileName: found.filename ?? '' };
}
