// What a bridge reports, as frames of the stream without their seq. What an engine says is made to fit here: states by
// their short names, moments from Dates, texts such as rpcd can read. A fact that it cannot read would end every stream on
// which it is repeated, and with it all sessions of the bridge.
import { fromDate } from '../client/time.js';
import { caseOf } from './content.js';

/** States in which a bridge has nothing left to carry: it lets the session go by itself. */
export const endedStates = new Set(['logged_out', 'conflict', 'failed']);

export function sessionState({ sessionId, epoch }, state, { phoneNumber = '', lid = '', reason = '' } = {}) {
  const status = `SESSION_STATUS_${state.toUpperCase()}`;
  return { sessionState: { sessionId, epoch, state: status, phoneNumber: text(phoneNumber), lid: text(lid),
    reason: text(reason) } };
}

export function qrCode({ sessionId, epoch }, { sequence, code, expiresAt }) {
  return { qrCode: { sessionId, epoch, sequence, code: text(code), expiresAt: fromDate(expiresAt) } };
}

export function pairingCode({ sessionId, epoch }, { code, expiresAt, commandId = 0 }) {
  return { pairingCode: { sessionId, epoch, code: text(code), expiresAt: fromDate(expiresAt), commandId } };
}

/**
 * What of a fact is for the disk. A pairing code is for whoever waits for it, as long as they do, and it is over with this
 * process: what is left is that there was one.
 */
export function onDisk(fact) {
  return fact.pairingCode ? { ...fact, pairingCode: { ...fact.pairingCode, code: '' } } : fact;
}

export function ack({ sessionId, epoch }, { providerMessageId, state, at, engineCode = '' }) {
  const ackState = `ACK_STATE_${state.toUpperCase()}`;
  return { ack: { sessionId, epoch, providerMessageId: text(providerMessageId), state: ackState, at: fromDate(at),
    engineCode: text(engineCode) } };
}

// More of it is dropped: the message is worth more than its file.
const MEDIA_REF_BYTES = 8192;

export function incoming({ sessionId, epoch }, message) {
  const { providerMessageId, fromPhone = '', fromLid = '', kind, text: body = '', quoted = '', at } = message;
  const { chat = '', target = '', mentions = [], content, mediaRef } = message;
  const sender = { fromPhone: text(fromPhone), fromLid: text(fromLid), chat: text(chat) };
  const known = caseOf(kind, content);
  // What the case says is not said twice: a fact has to stay short.
  const most = Object.keys(known).length > 0 ? 1000 : 65536;
  const said = { kind: text(kind), text: text(body, most), quoted: text(quoted), target: text(target), at: at && fromDate(at),
    mentions: mentions.slice(0, 100).map((one) => text(one, 128)), ...known };
  if (mediaRef?.length > 0 && mediaRef.length <= MEDIA_REF_BYTES) said.mediaRef = mediaRef;
  return { incoming: { sessionId, epoch, providerMessageId: text(providerMessageId), ...sender, ...said } };
}

export function restriction({ sessionId, epoch }, { kind, until, used = 0, total = 0 }) {
  return { restriction: { sessionId, epoch, kind: text(kind), until: until && fromDate(until), used, total } };
}

export function result({ commandId, sessionId, epoch }, outcome) {
  const { submitted } = outcome;
  const told = submitted ? { submitted: taken(submitted) } : outcome;
  return { result: { commandId, sessionId, epoch, ...told } };
}

// `state`: how far the engine knows that it got, where no ack will follow; in the driver's word, or as the journal has it.
function taken({ providerMessageId, state = '' }) {
  const known = state.startsWith('ACK_STATE_') ? state : `ACK_STATE_${state.toUpperCase() || 'UNSPECIFIED'}`;
  return { providerMessageId: text(providerMessageId), state: known };
}

/**
 * A string as rpcd reads it: no NUL, no half of a surrogate pair, and no longer than `most`. WhatsApp's own limit is 64 KiB;
 * what a broken engine, or a sender, makes of it may be no proper string.
 */
export function text(value, most = 65536) {
  return String(value ?? '').slice(0, most).toWellFormed().replaceAll('\0', '\ufffd');
}
