// A message that came in, as rpcd is told of it: who wrote, where, what kind it is, what it says and what it is about.
import { isGroup, isPerson, lidOf, namesOf, phoneOf } from '../shared/addresses.js';
import { cardOf } from '../shared/vcards.js';
import { refOf } from './files.js';

const WRAPPERS = ['ephemeralMessage', 'viewOnceMessage', 'viewOnceMessageV2', 'viewOnceMessageV2Extension',
  'documentWithCaptionMessage', 'groupMentionedMessage', 'editedMessage'];
// The library's numbers for what a notice about another message does.
const REVOKE = 0;
const EDIT = 14;

const mentionsOf = (content) => namesOf(content?.contextInfo?.mentionedJid);
const seconds = (value) => Number(value ?? 0) * 1000;
const hex = (bytes) => (bytes?.length ? Buffer.from(bytes).toString('hex') : '');
const media = (kind) => (content) => ({ kind, text: content.caption ?? '', content: {
  caption: content.caption ?? '', fileName: content.fileName ?? '', mimeType: content.mimetype ?? '', size: Number(content.fileLength ?? 0),
  durationMs: seconds(content.seconds), sha256: hex(content.fileSha256), mentions: mentionsOf(content) } });
const place = (content, name) => ({ kind: 'location', text: name || `${content.degreesLatitude},${content.degreesLongitude}`,
  content: { latitude: content.degreesLatitude, longitude: content.degreesLongitude, name: name ?? '', address: content.address ?? '' } });
const poll = ({ name, options, selectableOptionsCount }) => ({ kind: 'poll', text: name ?? '', content: {
  question: name ?? '', options: (options ?? []).map(({ optionName }) => optionName), selectable: selectableOptionsCount ?? 0 } });
// Kinds that rpcd has no name for: it keeps the word and what was chosen.
const reply = (text) => ({ kind: 'button_reply', text: text ?? '' });

// field of the message → what it is; null: nothing that rpcd is told
const KINDS = {
  conversation: (text) => ({ kind: 'text', text }),
  extendedTextMessage: (content) => ({ kind: 'text', text: content.text ?? '', mentions: mentionsOf(content) }),
  imageMessage: media('image'),
  videoMessage: media('video'),
  ptvMessage: media('video'),
  audioMessage: (content) => media(content.ptt ? 'voice' : 'audio')(content),
  documentMessage: media('document'),
  stickerMessage: media('sticker'),
  locationMessage: (content) => place(content, content.name),
  liveLocationMessage: (content) => place(content, content.caption),
  contactMessage: ({ displayName, vcard }) => cards(displayName, [cardOf(vcard, displayName)]),
  contactsArrayMessage: ({ displayName, contacts }) =>
    cards(displayName, (contacts ?? []).map((one) => cardOf(one.vcard, one.displayName))),
  pollCreationMessage: poll,
  pollCreationMessageV2: poll,
  pollCreationMessageV3: poll,
  reactionMessage: ({ text, key }) => (key?.id ? { kind: 'reaction', text: text ?? '', content: { emoji: text ?? '' }, target: key.id } : null),
  protocolMessage: notice,
  buttonsResponseMessage: ({ selectedDisplayText }) => reply(selectedDisplayText),
  templateButtonReplyMessage: ({ selectedDisplayText }) => reply(selectedDisplayText),
  listResponseMessage: ({ title }) => reply(title),
};

/** @param {object} received The library's message. @returns {object | null} null: nothing that rpcd is told. */
export function incomingOf(received) {
  const { key, messageTimestamp } = received;
  const inGroup = isGroup(key?.remoteJid);
  if (!key?.id || key.fromMe || !(inGroup || isPerson(key.remoteJid))) return null;
  const message = unwrapped(received.message);
  const field = Object.keys(KINDS).find((name) => message?.[name] !== undefined && message[name] !== null);
  const said = field ? KINDS[field](message[field]) : null;
  if (!said) return null;
  const ids = inGroup ? [key.participant, key.participantAlt, key.participantPn, key.participantLid]
    : [key.remoteJid, key.remoteJidAlt, key.senderPn, key.senderLid];
  const [fromPhone, fromLid] = [phoneOf, lidOf].map((name) => ids.map(name).find(Boolean) ?? '');
  // In a group that says nothing of who wrote.
  if (!fromPhone && !fromLid) return null;
  return {
    providerMessageId: key.id,
    fromPhone,
    fromLid,
    chat: inGroup ? key.remoteJid : fromPhone || fromLid,
    ...said,
    mediaRef: refOf(field, message[field], key),
    quoted: message[field].contextInfo?.stanzaId ?? '',
    at: Number(messageTimestamp) > 0 ? new Date(Number(messageTimestamp) * 1000) : undefined,
  };
}

// What one message says of another. The others are between devices.
function notice({ type, key, editedMessage }) {
  if (!key?.id) return null;
  if (type === REVOKE) return { kind: 'delete', text: '', content: {}, target: key.id };
  if (type !== EDIT) return null;
  const message = unwrapped(editedMessage);
  const content = message?.extendedTextMessage ?? message?.imageMessage ?? message?.videoMessage ?? message?.documentMessage;
  const body = message?.conversation ?? content?.text ?? content?.caption;
  return typeof body === 'string' ? { kind: 'edit', text: '', content: { body, mentions: mentionsOf(content) }, target: key.id } : null;
}

function cards(displayName, all) {
  return { kind: 'contact', text: displayName ?? '', content: { cards: all } };
}

function unwrapped(message) {
  for (let depth = 0; depth < 4; depth++) {
    const inner = WRAPPERS.map((name) => message?.[name]?.message).find(Boolean);
    if (!inner) return message;
    message = inner;
  }
  return message;
}
