// Which kinds of message a driver says that it can send: of those in its table, the ones that a Send can carry.
import { messages } from '../../client/generated/contract.js';

// Of media each sort is a kind of its own.
const MEDIA = ['image', 'video', 'audio', 'voice', 'document', 'sticker'];
const carried = messages['switchboard.v1.Send'].filter(({ oneof }) => oneof === 'kind')
  .flatMap(({ name }) => (name === 'media' ? MEDIA : [name]));

/** @param {object} table A driver's kinds, by name. @returns {string[]} */
export function claimed(table) {
  return carried.filter((kind) => Object.hasOwn(table, kind));
}
