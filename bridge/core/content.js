// What an engine says that came in, as the contract has it: the case of its kind, with the fields that the case has and no
// others, each such as rpcd can read. A fact that it cannot read would be lost.
import { text } from './facts.js';

/** What Hello says beside `contact` where a message that goes out may have more than one card. */
export const SEVERAL_CARDS = 'contacts';

const MEDIA = ['image', 'video', 'audio', 'voice', 'document', 'sticker'];
// All of a fact has to stay under 256 KiB, whatever a sender put into it.
const CARDS = 10;
const CARD = 4000;
const LINE = 1000;

const line = (value) => text(value, LINE);
const lines = (list, most, length = 256) => (Array.isArray(list) ? list.slice(0, most).map((one) => text(one, length)) : []);
const count = (value) => (Number.isSafeInteger(value) && value > 0 ? value : 0);
const degrees = (value) => (Number.isFinite(value) ? value : 0);
const int32 = (value) => Math.min(count(value), 2 ** 31 - 1);

// kind → what the driver gives → the case's content
const CASES = {
  location: ({ latitude, longitude, name, address }) => ({
    latitude: degrees(latitude), longitude: degrees(longitude), name: line(name), address: line(address) }),
  contact: ({ cards }) => ({ cards: (Array.isArray(cards) ? cards : []).slice(0, CARDS).map(card) }),
  poll: ({ question, options, selectable }) => ({
    question: line(question), options: lines(options, 12, LINE), selectable: int32(selectable) }),
  reaction: ({ emoji }) => ({ emoji: text(emoji, 32) }),
  edit: ({ body, mentions }) => ({ body: text(body, 60_000), mentions: lines(mentions, 100, 128) }),
  delete: () => ({}),
};

/**
 * The case of Incoming.content for a kind, as an object with one property; an empty one where there is no case for it, or
 * the engine gives no content.
 */
export function caseOf(kind, content) {
  if (!content || typeof content !== 'object') return {};
  if (MEDIA.includes(kind)) return { media: media(kind, content) };
  return Object.hasOwn(CASES, kind) ? { [kind]: CASES[kind](content) } : {};
}

function media(kind, { caption, fileName, mimeType, size, durationMs, mentions, sha256 }) {
  return { kind: `MEDIA_KIND_${kind.toUpperCase()}`, caption: text(caption, 60_000), fileName: line(fileName),
    mimeType: line(mimeType), size: count(size), durationMs: count(durationMs), mentions: lines(mentions, 100, 128),
    sha256: text(sha256, 64) };
}

function card({ displayName, phoneNumbers, organization, emails, vcard } = {}) {
  const whole = text(vcard);
  return { displayName: text(displayName, 256), phoneNumbers: lines(phoneNumbers, 10, 32), organization: text(organization, 256),
    emails: lines(emails, 10), vcard: whole.length <= CARD ? whole : '' };
}
