// The baileys driver: WhatsApp's multi-device protocol over a WebSocket, without a browser. It takes our id for WhatsApp's
// own, so a repeat is the same message; all that it needs to be let in again is kept by rpcd. See baileys/account.js.
import { SEVERAL_CARDS } from '../core/content.js';
import { Account } from './baileys/account.js';
import { kinds } from './baileys/kinds.js';
import { claimed } from './shared/claims.js';
import { LibraryError, loadLibrary, pinOf } from './shared/library.js';

const NAME = 'baileys';
const NEEDED = ['initAuthCreds', 'BufferJSON', 'proto'];

/**
 * @param {object} options
 * @param {string} [options.library] The package's folder, where it is not installed beside the bridge.
 * @param {object} options.log
 * @param {object} [options.times] For tests, see account.js.
 */
export async function createDriver({ library: folder, log, times }) {
  const { library, version } = await loadLibrary(NAME, { folder, log });
  const makeSocket = library.makeWASocket ?? library.default?.default ?? library.default;
  const missing = NEEDED.filter((name) => library[name] === undefined);
  if (typeof makeSocket !== 'function') missing.push('makeWASocket');
  if (missing.length > 0) throw new LibraryError(`${NAME} ${version} has no ${missing.join(', ')}`);
  const pinned = pinOf(NAME).webVersion;
  const web = pinned ? pinned.split('.').map(Number) : undefined;
  const spoken = pinned ?? library.DEFAULT_CONNECTION_CONFIG?.version?.join('.');
  return {
    engine: NAME,
    version: spoken ? `${version} web ${spoken}` : version,
    kinds: [...claimed(kinds), SEVERAL_CARDS],
    commands: ['pairing_code', 'check_number', 'history', 'mark_read', 'presence', 'fetch_media'],
    repeatsAreSafe: true,
    sendConcurrency: 4,
    carry: (assign, sink) => new Account({ assign, sink, library: { ...library, makeSocket }, web, times,
      log: log.with({ session: assign.sessionId, epoch: assign.epoch }) }),
    close() {},
  };
}
