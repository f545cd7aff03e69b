// The library's words for what became of a connection, an ack or a call, and what rpcd is told.

/** Reasons of `disconnected` that end the session; any other is a page that is gone, and is opened again. */
export const ENDS = {
  LOGOUT: { state: 'logged_out', reason: 'LOGOUT' },
  UNPAIRED: { state: 'logged_out', reason: 'UNPAIRED' },
  UNPAIRED_IDLE: { state: 'logged_out', reason: 'UNPAIRED_IDLE' },
  CONFLICT: { state: 'conflict', reason: 'replaced' },
  PROXYBLOCK: { state: 'failed', reason: 'proxy_blocked' },
  DEPRECATED_VERSION: { state: 'failed', reason: 'web_version_refused' },
  TOS_BLOCK: { state: 'restricted', reason: 'TOS_BLOCK' },
  SMB_TOS_BLOCK: { state: 'restricted', reason: 'SMB_TOS_BLOCK' },
  'Max qrcode retries reached': { state: 'disconnected', reason: 'qr_timeout', final: true },
};

/** States of the page while it is there: whether messages go out. */
export const PAGE = { CONNECTED: true, TIMEOUT: false, OPENING: false, PAIRING: false };

/** Acks of a message; 0 is pending, which is nothing to tell. */
export const ACKS = { '-1': 'error', 1: 'server', 2: 'delivered', 3: 'read', 4: 'played', 5: 'played' };

/** A browser that cannot be started at all: no waiting mends that. */
export const NO_BROWSER = /failed to launch|could not find (chrome|chromium|expected browser)|browser was not found|ENOENT|EACCES/i;
