// Each kind of message as the library takes it: what becomes the content of `sendMessage`, and which options. `content` is
// what the case of Send has, of media with the `path` of the file on this machine. Hello claims what a Send can carry.
// Reactions, edits and deletions are calls of a message of the library's: see changes.js.
import { CommandFailure } from '../../core/failure.js';
import { addressOf } from '../shared/addresses.js';

// Phones play no voice note that is called anything else.
const VOICE = 'audio/ogg; codecs=opus';
const people = (mentions = []) => mentions.map((one) => addressOf(one, 'c.us'));
// The library takes type and name from the path, which is one of ours, and all of the file into memory, which is its way.
const media = ({ MessageMedia }, { path, mimeType, fileName }) => Object.assign(MessageMedia.fromFilePath(path), {
  mimetype: mimeType, filename: fileName || undefined });
const captioned = ({ caption, mentions }) => ({ caption, mentions: people(mentions) });

export const kinds = {
  text: ({ body, mentions, linkPreview }) => [body, { mentions: people(mentions), linkPreview: linkPreview === 'LINK_PREVIEW_ON' }],
  image: (content, library) => [media(library, content), captioned(content)],
  video: (content, library) => [media(library, content), captioned(content)],
  audio: (content, library) => [media(library, content), { sendAudioAsVoice: false }],
  voice: (content, library) => [media(library, { ...content, mimeType: VOICE }), { sendAudioAsVoice: true }],
  document: (content, library) => [media(library, content), { sendMediaAsDocument: true, ...captioned(content) }],
  sticker: (content, library) => [media(library, content), { sendMediaAsSticker: true }],
  location: ({ latitude, longitude, name, address }, { Location }) => [new Location(latitude, longitude, { name, address }), {}],
  contact: ({ cards }) => {
    // The library makes one card of a text; of several it wants contacts that the account has.
    if (cards.length > 1) throw new CommandFailure('ENGINE_UNSUPPORTED', { notBegun: true, text: 'one card a message' });
    return [cards[0].vcard, { parseVCards: true }];
  },
  poll: ({ question, options, selectable }, { Poll }) => [
    new Poll(question, options, { allowMultipleAnswers: selectable !== 1 }), {}],
};

const lined = (text) => String(text ?? '').replace(/\r\n?/g, '\n').trim();
// About a metre: what a page keeps of a number need not be the very same.
const degrees = (value) => Math.round(Number(value) * 1e5) / 1e5 + 0;
const asked = (...texts) => JSON.stringify(texts.map((one) => String(one ?? '').trim()));

/** The text by which a message of a kind is known again in a chat: of what the library shows of it, the part that is ours. */
export function bodyOf(kind, content = {}) {
  if (kind === 'location') return `${degrees(content.latitude)},${degrees(content.longitude)}`;
  if (kind === 'poll') return asked(content.question, ...content.options ?? []);
  if (kind === 'contact') return lined(content.cards?.[0]?.vcard);
  return content.body ?? content.caption ?? '';
}

/** The same of a message of the library's; null where it does not say it, so that nobody can tell. */
export function bodyShown(kind, { body, location, pollName, pollOptions, vCards, _data = {} }) {
  if (kind === 'location') {
    // Its body is a picture of the place, or nothing.
    const text = bodyOf(kind, { latitude: location?.latitude ?? _data.lat, longitude: location?.longitude ?? _data.lng });
    return text.includes('NaN') ? null : text;
  }
  if (kind === 'poll') {
    return Array.isArray(pollOptions) ? asked(pollName ?? body, ...pollOptions.map((option) => option?.name ?? option)) : null;
  }
  return kind === 'contact' ? lined(vCards?.[0] ?? body) : body ?? '';
}
