// What is done to a message that is there already, or to a chat: reactions, edits, deletions, receipts, presence. To the library
// these are calls of that message or chat, which give no id and no ack. Nothing of them is kept on disk: a change that hung, or was under way
// when the bridge was killed, is of unknown outcome. A second reaction or edit would change nothing more, but a second deletion
// of what is deleted is refused, and an edit may have become too late.
import { CommandFailure, withDeadline } from '../../core/failure.js';
import { addressOf, idOf, isGroup } from '../shared/addresses.js';
import { Hung } from './page.js';

// How far back a chat is searched for a message.
const LOOK_BACK = 200;

/** How the library does it, by our kinds. */
export const changes = {
  reaction: (message, { emoji }) => message.react(emoji),
  edit: (message, { body, mentions = [] }) => message.edit(body, { mentions: mentions.map((one) => addressOf(one, 'c.us')), linkPreview: false }),
  delete: (message) => message.delete(true),
};

/**
 * @param {object} page
 * @param {string} chat The library's id of it.
 * @param {object} change kind, content (with the message that it is about).
 * @param {object} options ms: how long it may take; ready(): rejects where it may not be begun.
 */
export async function changeMessage(page, chat, { kind, content }, { ms, ready }) {
  const message = await findMessage(page, chat, content);
  if (!message) throw new CommandFailure('ENGINE_UNSUPPORTED', { notBegun: true, engineCode: 'not_in_page', text: 'the page does not have that message' });
  await ready();
  let answer;
  try {
    answer = await withDeadline(Promise.resolve(changes[kind](message, content)), ms, () => new Hung(kind));
  } catch (error) {
    const reason = error instanceof Hung ? 'OUTCOME_UNKNOWN' : 'ENGINE_ERROR';
    throw new CommandFailure(reason, { engineCode: error?.name, text: error?.message ?? error });
  }
  if (kind === 'edit' && answer === null) throw new CommandFailure('ENGINE_UNSUPPORTED', { engineCode: 'null', text: 'WhatsApp takes no edit of it' });
  // Where it may not be deleted for everyone the library deletes it here alone, and says nothing of it.
  if (kind === 'delete' && await isGone(page, message)) {
    throw new CommandFailure('ENGINE_UNSUPPORTED', { engineCode: 'deleted_here', text: 'WhatsApp lets it be deleted for the account itself only' });
  }
}

/**
 * The library's name of a message that is quoted. In a group the writer is part of it, as the page has them: by number or by
 * LID. A name that the page does not know is a reply without its quote, and nobody is told.
 */
export async function nameOfQuoted(page, chat, quoted) {
  const found = isGroup(chat) ? await findMessage(page, chat, quoted) : undefined;
  return idOf(found?.id) || nameOf(chat, quoted);
}

/** The chat is marked as read: the library knows no single messages here. */
export async function markSeen(page, chat) {
  if (!await engine(() => page.call('sendSeen', chat))) throw new CommandFailure('ENGINE_ERROR', { engineCode: 'false', text: 'no such chat' });
}

const PRESENCES = { typing: 'sendStateTyping', recording: 'sendStateRecording', paused: 'clearState' };

/** Shows that something is being typed or recorded there, or no more. */
export async function showPresence(page, chat, presence) {
  const found = await engine(() => page.call('getChatById', chat));
  if (!found) throw new CommandFailure('ENGINE_ERROR', { notBegun: true, engineCode: 'undefined', text: 'no such chat' });
  await engine(() => page.bounded(found[PRESENCES[presence] ?? 'clearState'](), presence));
}

// A message of a chat, by WhatsApp's own id of it, and by whether it is ours: who writes chooses the id, also one that another
// message has. Undefined where the page does not have it.
async function findMessage(page, chat, { messageId, fromMe, sender }) {
  const found = await engine(() => page.call('getChatById', chat));
  const messages = found ? await engine(() => page.bounded(found.fetchMessages({ limit: LOOK_BACK }), 'fetchMessages')) : [];
  const shown = Array.isArray(messages) ? messages.find(({ id }) => id?.id === messageId && Boolean(id.fromMe) === Boolean(fromMe)) : undefined;
  if (shown) return shown;
  return await engine(() => page.call('getMessageById', nameOf(chat, { messageId, fromMe, sender }))) ?? undefined;
}

function nameOf(chat, { messageId, fromMe, sender }) {
  const writer = isGroup(chat) && !fromMe && sender ? `_${addressOf(sender, 'c.us')}` : '';
  return `${Boolean(fromMe)}_${chat}_${messageId}${writer}`;
}

async function isGone(page, { id }) {
  const name = idOf(id);
  if (!name) return false;
  try {
    return await page.call('getMessageById', name) === null;
  } catch {
    return false;
  }
}

// What is only asked has changed nothing when it fails.
async function engine(ask) {
  try {
    return await ask();
  } catch (error) {
    throw new CommandFailure('ENGINE_ERROR', { notBegun: true, engineCode: error?.name, text: error?.message ?? error });
  }
}
