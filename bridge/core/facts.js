// What a bridge reports, as frames of the stream without their seq. What an engine says is made to fit here: states by
// their short names, moments from Dates, texts well formed.
import { fromDate } from '../client/time.js';

/** States in which a bridge has nothing left to carry: it lets the session go by itself. */
export const endedStates = new Set(['logged_out', 'conflict', 'failed']);

export function sessionState({ sessionId, epoch }, state, { phoneNumber = '', lid = '', reason = '' } = {}) {
  const status = `SESSION_STATUS_${state.toUpperCase()}`;
  return { sessionState: { sessionId, epoch, state: status, phoneNumber, lid, reason: text(reason) } };
}

export function qrCode({ sessionId, epoch }, { sequence, code, expiresAt }) {
  return { qrCode: { sessionId, epoch, sequence, code, expiresAt: fromDate(expiresAt) } };
}

export function pairingCode({ sessionId, epoch }, { code, expiresAt }) {
  return { pairingCode: { sessionId, epoch, code, expiresAt: fromDate(expiresAt) } };
}

export function ack({ sessionId, epoch }, { providerMessageId, state, at, engineCode = '' }) {
  const ackState = `ACK_STATE_${state.toUpperCase()}`;
  return { ack: { sessionId, epoch, providerMessageId, state: ackState, at: fromDate(at), engineCode } };
}

export function incoming({ sessionId, epoch }, message) {
  const { providerMessageId, fromPhone = '', fromLid = '', kind, text: body = '', quoted = '', at } = message;
  const content = { kind, text: text(body), quoted, at: fromDate(at) };
  return { incoming: { sessionId, epoch, providerMessageId, fromPhone, fromLid, ...content } };
}

export function restriction({ sessionId, epoch }, { kind, until, used = 0, total = 0 }) {
  return { restriction: { sessionId, epoch, kind, until: until && fromDate(until), used, total } };
}

export function result({ commandId, sessionId, epoch }, outcome) {
  return { result: { commandId, sessionId, epoch, ...outcome } };
}

// WhatsApp's own limit is 64 KiB; what a broken engine makes of it may be no proper string.
function text(value) {
  return String(value).slice(0, 65536).toWellFormed();
}
