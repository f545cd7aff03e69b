// What the codes mean with which WhatsApp closes a connection, refuses a message, or ends a call, and what rpcd is told.

/** Close codes: `again` (at once, or after a while), or the state that the session ends in. What is not here: `again`. */
export const CLOSES = {
  // The stream is to be opened once more, as it is after each linking.
  515: { again: 'now' },
  428: { again: 'later' },
  408: { again: 'later' },
  503: { again: 'later' },
  440: { state: 'conflict', reason: 'replaced' },
  401: { state: 'logged_out', reason: 'LOGOUT' },
  402: { state: 'restricted', reason: 'temporary_ban' },
  403: { state: 'failed', reason: 'account_banned', refusal: 'ACCOUNT_BANNED' },
  405: { state: 'failed', reason: 'web_version_refused' },
  411: { state: 'failed', reason: 'multidevice_mismatch' },
};

/** The ack of a message to somebody whom the account may not write to now. */
export const COLD = '463';

/** Statuses of a message; 0, an error, comes with its code, and 1 is not said by WhatsApp. */
export const STATUSES = { 2: 'server', 3: 'delivered', 4: 'read', 5: 'played' };

// The connection ended in the middle of a call: whether the frame had left is not known.
const CUT_OFF = new Set([408, 428, 440, 503, 515]);

/** The number in an error of the library's, or 0. */
export function codeOf(error) {
  return Number(error?.output?.statusCode ?? error?.statusCode ?? 0) || 0;
}

/** How a send failed, by what the library threw: `{reason, engineCode}`. The id is ours, so that all of it may be repeated. */
export function failureOf(error) {
  const code = codeOf(error);
  return { reason: CUT_OFF.has(code) ? 'OUTCOME_UNKNOWN' : 'ENGINE_ERROR', engineCode: code ? String(code) : error?.name ?? '' };
}
