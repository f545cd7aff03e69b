// The kinds of message on the simulated network: what its journal says of each, and by what a repeat is known.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { SEVERAL_CARDS } from '../../core/content.js';

const MAX_TEXT = 256;

/** What the simulator can send. */
export const KINDS = ['text', 'location', 'contact', SEVERAL_CARDS, 'poll', 'reaction', 'edit', 'delete', 'image', 'video', 'audio', 'voice',
  'document', 'sticker'];

// kind → what stands in the journal beside the text: short, since it is read by people.
const CONTENT = {
  location: ({ latitude, longitude, name, address }) => ({ latitude, longitude, name: name || undefined,
    address: address || undefined }),
  contact: ({ cards }) => ({ cards: cards.map(({ displayName, phoneNumbers, vcard }) => ({ name: displayName,
    phones: phoneNumbers, vcard_bytes: Buffer.byteLength(vcard ?? '') })) }),
  poll: ({ question, options, selectable }) => ({ question, options, selectable }),
  reaction: ({ emoji }) => ({ emoji }),
  edit: ({ mentions }) => (mentions?.length > 0 ? { mentions } : undefined),
  delete: () => undefined,
  text: ({ mentions, linkPreview } = {}) => {
    const preview = { LINK_PREVIEW_ON: 'on', LINK_PREVIEW_OFF: 'off' }[linkPreview];
    return mentions?.length > 0 || preview
      ? { mentions: mentions?.length > 0 ? mentions : undefined, link_preview: preview } : undefined;
  },
};

/** What a file is, by its own bytes and not by what was said of it. */
export async function fileAt(place) {
  const hash = crypto.createHash('sha256');
  let size = 0;
  for await (const part of fs.createReadStream(place)) {
    hash.update(part);
    size += part.length;
  }
  return { sha256: hash.digest('hex'), size };
}

const file = ({ mimeType, fileName, mentions }, { sha256, size }) => ({ mime_type: mimeType, file_name: fileName || undefined,
  mentions: mentions?.length > 0 ? mentions : undefined, size, sha256 });

/** What a `message` line says of a send, and the digest by which one that comes again is compared. */
export function described({ kind, text, content, quoted, media }) {
  const said = String((kind === 'edit' ? content.body : media ? content.caption : text) ?? '');
  const more = media ? file(content, media) : CONTENT[kind]?.(content);
  const target = ['reaction', 'edit', 'delete'].includes(kind) ? content.messageId : undefined;
  // A text alone is known by itself; what is more than that, by all that it is.
  const whole = more === undefined && target === undefined ? said : JSON.stringify([said, more, target]);
  return {
    digest: crypto.createHash('sha256').update(whole).digest('hex'),
    target,
    fields: { kind, text: said.slice(0, MAX_TEXT).toWellFormed(), text_bytes: Buffer.byteLength(said),
      text_sha256: crypto.createHash('sha256').update(said).digest('hex'), content: more, target,
      quoted: quoted || undefined },
  };
}
