// The file of a message that came in, as rpcd gets it: over BridgeService.UploadMedia, read from the disk chunk by chunk within
// the credit that rpcd gives, so that no file is ever in memory. What broke off begins anew with another command.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { CommandFailure } from './failure.js';

const PART_BYTES = 64 * 1024;

/**
 * @param {object} options
 * @param {object} options.bridge The client's `bridge`.
 * @param {string} options.token Of the stream that is open.
 * @param {{sessionId: number, epoch: number, commandId: number}} options.of The command that asked for it.
 * @param {{path: string, fileName?: string, mimeType?: string}} options.file Where it is, and what the engine says of it.
 * @param {number} options.maxBytes Longer ones are not brought.
 * @returns {Promise<object>} The Media, safe with rpcd.
 * @throws {CommandFailure} MEDIA_TOO_LARGE. What rpcd refuses comes as its error.
 */
export async function bringFile({ bridge, token, of, file, maxBytes, signal }) {
  const handle = await fs.open(file.path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) throw new CommandFailure('MEDIA_TOO_LARGE', { text: `${size} bytes` });
    if (size === 0) throw new CommandFailure('MEDIA_FETCH_FAILED', { text: 'the file is empty' });
    const sha256 = await hashOf(handle, signal);
    const call = bridge.uploadMedia({ metadata: { 'x-bridge-token': token }, signal });
    try {
      const { path, ...said } = file;
      await call.send({ start: { ...of, size, sha256, ...said } });
      return await send(call, handle, size);
    } finally {
      call.cancel();
    }
  } finally {
    await handle.close();
  }
}

async function send(call, handle, size) {
  let offset = 0;
  let credit = 0;
  let chunk;
  for await (const answer of call) {
    if (answer.media) return answer.media;
    credit += answer.credit;
    if (answer.chunkBytes > 0) chunk = Buffer.allocUnsafe(answer.chunkBytes);
    for (; credit > 0 && offset < size; credit--) {
      const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, size - offset), offset);
      if (bytesRead === 0) throw new CommandFailure('MEDIA_FETCH_FAILED', { text: 'the file became shorter' });
      await call.send({ chunk: { offset, data: chunk.subarray(0, bytesRead) } });
      offset += bytesRead;
    }
  }
  throw new CommandFailure('MEDIA_FETCH_FAILED', { text: 'rpcd ended the upload without an answer' });
}

async function hashOf(handle, signal) {
  const hash = createHash('sha256');
  const part = Buffer.allocUnsafe(PART_BYTES);
  for (let offset = 0; ;) {
    signal.throwIfAborted();
    const { bytesRead } = await handle.read(part, 0, part.length, offset);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(part.subarray(0, bytesRead));
    offset += bytesRead;
  }
}
