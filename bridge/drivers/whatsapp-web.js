// The whatsapp-web.js driver: WhatsApp Web in a Chromium of each session's own. It chooses ids by itself, so a journal of
// sends keeps what was begun and what became of it; its state is a browser profile, which stays in the state folder. See
// whatsapp-web/account.js.
import path from 'node:path';
import { claimed } from './shared/claims.js';
import { LibraryError, loadLibrary, pinOf } from './shared/library.js';
import { Account } from './whatsapp-web/account.js';
import { groupMemory } from './whatsapp-web/browser.js';
import { changes } from './whatsapp-web/changes.js';
import { kinds } from './whatsapp-web/kinds.js';
import { Sends } from './whatsapp-web/sends.js';

const NAME = 'whatsapp-web.js';

/**
 * @param {object} options
 * @param {string} options.stateDir Where profiles and the journal of sends live.
 * @param {string} options.bridge The bridge's name.
 * @param {string} [options.library] The package's folder, where it is not installed beside the bridge.
 * @param {string} [options.browser] The Chromium to start; else the library's own.
 * @param {string[]} [options.browserArgs]
 * @param {object} options.log
 * @param {object} [options.times] For tests, see account.js.
 */
export async function createDriver({ stateDir, bridge, library: folder, browser, browserArgs = [], log, times }) {
  const loaded = await loadLibrary(NAME, { folder, log });
  const { version } = loaded;
  const library = loaded.library.default?.Client ? loaded.library.default : loaded.library;
  const missing = ['Client', 'LocalAuth'].filter((name) => typeof library[name] !== 'function');
  if (missing.length > 0) throw new LibraryError(`${NAME} ${version} has no ${missing.join(', ')}`);
  const sends = await Sends.open(path.join(stateDir, 'sends.journal'));
  if (sends.tornBytes > 0) log.warn('sends.torn', { bytes: sends.tornBytes });
  const pinned = pinOf(NAME).webVersion;
  const accounts = new Set();
  let seen = null;
  return {
    engine: NAME,
    get version() {
      const web = seen ?? pinned;
      return web ? `${version} web ${web}` : version;
    },
    kinds: claimed({ ...kinds, ...changes }),
    commands: ['pairing_code', 'check_number', 'history', 'mark_read', 'presence', 'fetch_media'],
    // Another engine than one that takes our id leaves what it was given and had not come to of unknown outcome when it
    // is killed: little is asked for.
    credit: 16,
    sendConcurrency: 1,
    carry(assign, sink) {
      const account = new Account({
        assign, sink, library, sends, bridge, browser, browserArgs, webVersion: pinned, times, folder: stateDir,
        log: log.with({ session: assign.sessionId, epoch: assign.epoch }),
        onWebVersion: (web) => { seen = web; }, onStopped: () => accounts.delete(account),
      });
      accounts.add(account);
      return account;
    },
    /** What the browsers take, in bytes, for the Heartbeat. */
    memory: () => groupMemory([...accounts].map(({ browserPid }) => browserPid).filter(Boolean)),
    close: () => sends.close(),
  };
}
