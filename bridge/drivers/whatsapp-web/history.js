// What came in while no page was there to tell of it: the library says nothing of that by itself, but its chats have it.
// Each chat with something newer than `since` is read backwards until there, and what came in is told, told before or not.
import { CommandFailure } from '../../core/failure.js';
import { idOf, isGroup, isPerson } from '../shared/addresses.js';
import { incomingOf } from './incoming.js';

// How many messages of a chat are asked for at first; then twice as many, as long as the oldest of them is not old enough.
const FIRST = 50;
const MOST = 3200;
const AT_ONCE = 100;

/**
 * @param {object} page
 * @param {Date} since
 * @param {object} options tell(incoming): resolves when it is safe; log.
 * @returns {Promise<number>} How many were told.
 * @throws {CommandFailure} ENGINE_ERROR where a chat could not be read; what the others had is told.
 */
export async function tellHistory(page, since, { tell, log }) {
  // The library counts in seconds.
  const from = Math.floor(since.getTime() / 1000);
  const chats = await asked(() => page.call('getChats'));
  let told = 0;
  let unread = 0;
  for (const chat of chats.filter((one) => mayHaveNews(one, from))) {
    try {
      told += await tellChat(page, chat, from, tell);
    } catch (error) {
      if (page.over) throw error;
      unread++;
      log.warn('history.chat_unread', { error });
    }
  }
  if (unread > 0) throw new CommandFailure('ENGINE_ERROR', { text: `${unread} chats could not be read` });
  return told;
}

async function tellChat(page, chat, from, tell) {
  const messages = await newSince(page, chat, from);
  const incoming = messages.flatMap((message) => incomingOf(message) ?? []);
  for (let at = 0; at < incoming.length; at += AT_ONCE) {
    await Promise.all(incoming.slice(at, at + AT_ONCE).map(tell));
  }
  return incoming.length;
}

async function newSince(page, chat, from) {
  for (let limit = FIRST; ; limit *= 2) {
    const messages = await page.bounded(chat.fetchMessages({ limit }), 'fetchMessages');
    if (!Array.isArray(messages)) throw new Error('the chat gives no messages');
    // They need not be in their order.
    const isAll = messages.length < limit || limit >= MOST || messages.some(({ timestamp }) => timestamp < from);
    if (isAll) return messages.filter(({ timestamp, fromMe }) => !fromMe && timestamp >= from);
  }
}

// A chat that does not say when something last happened in it is read.
function mayHaveNews({ id, timestamp, lastMessage }, from) {
  const name = idOf(id);
  if (!isGroup(name) && !isPerson(name)) return false;
  const last = Number(timestamp ?? lastMessage?.timestamp);
  return !(last < from);
}

async function asked(ask) {
  try {
    const answer = await ask();
    if (Array.isArray(answer)) return answer;
  } catch (error) {
    throw new CommandFailure('ENGINE_ERROR', { engineCode: error?.name, text: error?.message ?? error });
  }
  throw new CommandFailure('ENGINE_ERROR', { text: 'the page gives no chats' });
}
