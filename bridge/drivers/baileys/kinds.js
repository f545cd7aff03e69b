// Each kind of message as the library's `sendMessage` takes it. `content` is what the case of Send has, of media with the
// `path` of the file on this machine. Hello claims what a Send can carry.
import { addressOf } from '../shared/addresses.js';

const DOMAIN = 's.whatsapp.net';
// Phones play no voice note that is called anything else.
const VOICE = 'audio/ogg; codecs=opus';
const people = (mentions = []) => mentions.map((one) => addressOf(one, DOMAIN));
// A file on the bridge's disk, never bytes in memory.
const file = ({ path }) => ({ url: path });
const captioned = ({ caption, mentions }) => ({ caption, mentions: people(mentions) });

/** By what the library knows a message: in a group one of somebody else's is known by its writer, too. */
export function keyOf(jid, { messageId, fromMe = true, sender }) {
  const participant = jid.endsWith('@g.us') && !fromMe && sender ? { participant: addressOf(sender, DOMAIN) } : {};
  return { remoteJid: jid, id: messageId, fromMe, ...participant };
}

export const kinds = {
  // Without `linkPreview: null` the library fetches what a text links to, from here, whatever address that is.
  text: ({ body, mentions }) => ({ text: body, mentions: people(mentions), linkPreview: null }),
  image: (content) => ({ image: file(content), ...captioned(content), mimetype: content.mimeType }),
  video: (content) => ({ video: file(content), ...captioned(content), mimetype: content.mimeType }),
  audio: (content) => ({ audio: file(content), mimetype: content.mimeType, ptt: false }),
  voice: (content) => ({ audio: file(content), mimetype: VOICE, ptt: true }),
  document: (content) => ({ document: file(content), mimetype: content.mimeType, fileName: content.fileName,
    ...captioned(content) }),
  sticker: (content) => ({ sticker: file(content) }),
  location: ({ latitude, longitude, name, address }) => ({
    location: { degreesLatitude: latitude, degreesLongitude: longitude, name, address } }),
  contact: ({ cards }) => ({ contacts: { displayName: cards.map(({ displayName }) => displayName).join(', '),
    contacts: cards.map(({ displayName, vcard }) => ({ displayName, vcard })) } }),
  poll: ({ question, options, selectable }) => ({ poll: { name: question, values: options, selectableCount: selectable } }),
  reaction: (content, jid, key = keyOf(jid, content)) => ({ react: { text: content.emoji, key } }),
  edit: (content, jid) => ({ text: content.body, mentions: people(content.mentions), edit: keyOf(jid, content), linkPreview: null }),
  delete: (content, jid) => ({ delete: keyOf(jid, content) }),
};
