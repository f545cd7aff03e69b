// The file of a message that came in. WhatsApp keeps it encrypted under an address for a while; what the library needs to get
// and open it (address, key, hashes) goes to rpcd with the message and comes back when somebody wants the file, through
// whichever bridge carries the session by then. Where the address is over, the sender's phone is asked to upload it anew.
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CommandFailure } from '../../core/failure.js';
import { codeOf } from './codes.js';

/** The library's messages that have a file. */
const FILES = new Set(['imageMessage', 'videoMessage', 'ptvMessage', 'audioMessage', 'documentMessage', 'stickerMessage']);
const BYTES = ['mediaKey', 'fileSha256', 'fileEncSha256'];
// Of an address that is over, and of a phone that has the file no more or cannot open it.
const GONE = new Set([404, 410, 412]);

/** What is needed to get the file of a message. @returns {Buffer | undefined} undefined: it has none. */
export function refOf(field, content, key) {
  if (!FILES.has(field) || !content.mediaKey?.length) return undefined;
  const bytes = Object.fromEntries(BYTES.map((name) => [name, Buffer.from(content[name] ?? []).toString('base64')]));
  const { url, directPath, mimetype } = content;
  const { id, remoteJid, participant } = key;
  return Buffer.from(JSON.stringify({ field, key: { id, remoteJid, participant }, url, directPath, mimetype,
    fileLength: Number(content.fileLength ?? 0), ...bytes }));
}

/**
 * Writes the file of a message to the disk.
 * @throws {CommandFailure} MEDIA_EXPIRED: WhatsApp has it no more, and neither has the phone. MEDIA_TOO_LARGE.
 */
export async function fetchFile({ mediaRef, path, maxBytes, signal }, { library, socket, log }) {
  const message = messageOf(mediaRef);
  try {
    const context = { logger: loggerOf(log), reuploadRequest: (one) => socket.updateMediaMessage(one) };
    const stream = await library.downloadMediaMessage(message, 'stream', {}, context);
    let size = 0;
    const bounded = async function* bounded(parts) {
      for await (const part of parts) {
        size += part.length;
        if (size > maxBytes) throw new CommandFailure('MEDIA_TOO_LARGE', { text: `more than ${maxBytes} bytes` });
        yield part;
      }
    };
    await pipeline(stream, bounded, fs.createWriteStream(path, { mode: 0o600 }), { signal });
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const code = codeOf(error) || Number(error?.response?.status ?? error?.status ?? 0);
    throw new CommandFailure(GONE.has(code) ? 'MEDIA_EXPIRED' : 'MEDIA_FETCH_FAILED', { text: error?.message, engineCode: code ? String(code) : error?.name });
  }
  const [content] = Object.values(message.message);
  return { mimeType: content.mimetype ?? '' };
}

function messageOf(mediaRef) {
  try {
    const { field, key, ...content } = JSON.parse(mediaRef.toString());
    if (!FILES.has(field)) throw new Error('no file');
    for (const name of BYTES) content[name] = Buffer.from(content[name], 'base64');
    return { key: { ...key, fromMe: false }, message: { [field]: content } };
  } catch {
    throw new CommandFailure('MEDIA_EXPIRED', { text: 'what is known of the message does not tell where its file is' });
  }
}

// The library calls a logger of pino's kind.
function loggerOf(log) {
  const say = (fields, text) => log?.debug('engine.media', { text: String(text ?? fields) });
  return { trace: say, debug: say, info: say, warn: say, error: say, child: () => loggerOf(log), level: 'info' };
}
