// The library's messages and events, as rpcd is told of those that came in, and as those that went out are known again.
import crypto from 'node:crypto';
import { idOf, isGroup, isPerson, lidOf, namesOf, phoneOf } from '../shared/addresses.js';
import { cardOf } from '../shared/vcards.js';
import { refOf } from './files.js';

/** The library's types of message, by our kinds. Others are notices, calls and the like, which are no messages. */
export const KIND_OF = {
  chat: 'text', image: 'image', video: 'video', audio: 'audio', ptt: 'voice', document: 'document', sticker: 'sticker',
  location: 'location', vcard: 'contact', multi_vcard: 'contact', poll_creation: 'poll',
};

const CONTENTS = {
  location: ({ location = {} }) => ({ latitude: Number(location.latitude), longitude: Number(location.longitude),
    name: location.name || location.description || '', address: location.address ?? '' }),
  contact: ({ vCards, body }) => ({ cards: (vCards?.length ? vCards : [body]).filter(Boolean).map((card) => cardOf(card)) }),
  poll: ({ pollName, body, pollOptions, allowMultipleAnswers }) => ({ question: pollName ?? body ?? '',
    options: (pollOptions ?? []).map((option) => option?.name ?? String(option)), selectable: allowMultipleAnswers ? 0 : 1 }),
};

/** @param {object} message The library's. @returns {object | null} null: nothing that rpcd is told. */
export function incomingOf(message) {
  const kind = KIND_OF[message?.type];
  const writer = kind && !message.isStatus && !message.broadcast ? writerOf(message) : null;
  if (!writer || !message.id?.id) return null;
  const said = { kind, text: kind === 'contact' ? '' : message.body ?? '' };
  if (kind === 'text') said.mentions = namesOf(message.mentionedIds);
  else said.content = (CONTENTS[kind] ?? mediaOf)(message);
  if (kind === 'contact') said.text = said.content.cards.map(({ displayName }) => displayName).join(', ');
  return {
    providerMessageId: message.id.id,
    ...writer,
    ...said,
    mediaRef: refOf(kind, message),
    quoted: message._data?.quotedStanzaID ?? '',
    at: momentOf(message.timestamp),
  };
}

/** A reaction, or that it was taken back. */
export function reactionOf({ id, msgId, senderId, reaction, timestamp } = {}) {
  const writer = writerOf({ fromMe: id?.fromMe, from: idOf(id?.remote) || id?.remote, author: senderId });
  if (!writer || !id?.id || !msgId?.id) return null;
  const emoji = reaction ?? '';
  return { providerMessageId: id.id, ...writer, kind: 'reaction', text: emoji, content: { emoji }, target: msgId.id, quoted: '', at: momentOf(timestamp) };
}

/** What a message says now: the library gives it under its own id, and not always the id of the change. */
export function editOf(message, body) {
  const writer = writerOf(message ?? {});
  if (!writer || !message.id?.id || typeof body !== 'string') return null;
  const { latestEditMsgKey: key, latestEditSenderTimestampMs: at } = message._data ?? {};
  const target = message.id.id;
  // What is said again after something else is another change.
  const what = at === undefined ? body : `${at}\n${body}`;
  return { providerMessageId: key?.id ?? `${target}-edit-${digestOf(what)}`, ...writer, kind: 'edit', text: '',
    content: { body, mentions: namesOf(message.mentionedIds) }, target, quoted: '', at: momentOf(Number(at) / 1000) };
}

/** That a message was deleted for everyone. `before`: as it was, where the page remembers it. */
export function deletionOf(message, before) {
  const writer = writerOf({ ...message, author: message?._data?.revokeSender ?? message?.author });
  const target = message?._data?.protocolMessageKey?.id ?? before?.id?.id ?? message?.id?.id;
  if (!writer || !target) return null;
  const own = message.id?.id;
  return { providerMessageId: own && own !== target ? own : `${target}-deleted`, ...writer, kind: 'delete', text: '', content: {}, target,
    quoted: '', at: undefined };
}

// Who wrote, and where; null where it was the account itself, or nobody who can be named.
function writerOf({ fromMe, id, from, author }) {
  if (fromMe ?? id?.fromMe) return null;
  const inGroup = isGroup(from);
  const who = inGroup ? idOf(author) || author : from;
  if (!isPerson(who)) return null;
  const [fromPhone, fromLid] = [phoneOf(who), lidOf(who)];
  return { fromPhone, fromLid, chat: inGroup ? from : fromPhone || fromLid };
}

function mediaOf({ body, mentionedIds, _data = {} }) {
  const sha256 = _data.filehash ? Buffer.from(String(_data.filehash), 'base64').toString('hex') : '';
  return { caption: body ?? '', fileName: _data.filename ?? '', mimeType: _data.mimetype ?? '', size: Number(_data.size ?? 0),
    durationMs: Math.round(Number(_data.duration ?? 0) * 1000), sha256, mentions: namesOf(mentionedIds) };
}

function momentOf(seconds) {
  return Number(seconds) > 0 ? new Date(Number(seconds) * 1000) : undefined;
}

function digestOf(text) {
  return crypto.createHash('sha256').update(text).digest('hex').slice(0, 16);
}
