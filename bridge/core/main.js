// From the command line to a running bridge and to the exit code: 0 stopped as asked, 64 usage, 66 a file that cannot
// be read, 69 the engine's library is not there, 70 a fault of ours, 73 no state folder, 74 the journal cannot be written,
// 75 the folder or the name is in use, 77 rpcd refuses this bridge, 78 a script that is wrong.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { envelope } from '../client/envelope.js';
import { RpcError } from '../client/errors.js';
import { ScriptError, parseScript } from '../drivers/simulator/script.js';
import { openDriver } from '../drivers/index.js';
import { LibraryError, isLibrarys } from '../drivers/shared/library.js';
import { Bridge, SupersededError } from './bridge.js';
import { Journal, JournalError } from './journal.js';
import { HELP, OptionError, readOptions } from './options.js';
import { StateDirError, openStateDir } from './state-dir.js';
import { createLog } from './log.js';

const { version } = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Runs until it is told to stop. @returns {Promise<number>} The exit code. */
export async function main(argv, env) {
  try {
    const options = readOptions(argv, env);
    if (options.help) process.stdout.write(HELP);
    else if (options.version) process.stdout.write(`switchboard-bridge ${version}\n`);
    else await runBridge(options);
    return 0;
  } catch (error) {
    const status = statusOf(error);
    const hint = status === 64 ? '\nTry --help.' : '';
    process.stderr.write(`switchboard-bridge: ${status === 70 ? error.stack : error.message}${hint}\n`);
    return status;
  }
}

function statusOf(error) {
  if (error instanceof OptionError) return error.status;
  if (error instanceof LibraryError) return 69;
  if (error instanceof ScriptError) return 78;
  if (error instanceof StateDirError) return error.busy ? 75 : 73;
  if (error instanceof JournalError) return 74;
  if (error instanceof SupersededError) return 75;
  return error instanceof RpcError ? 77 : 70;
}

async function runBridge({ endpoint, tls, name, level, stateDir, capacity, seed, networkDir, script, apiKey, ...chosen }) {
  const parsed = script === undefined ? undefined : parseScript(script);
  const instanceId = crypto.randomUUID();
  const log = createLog({ level }, { bridge: name });
  const state = openStateDir(stateDir);
  let driver;
  let journal;
  try {
    journal = await Journal.open(state.file('facts.journal'), envelope);
    driver = await openDriver(chosen.driver, { bridge: name, instanceId, stateDir, log, networkDir, seed, script: parsed,
      ...chosen });
    log.info('bridge.starting', { version, engine: driver.engine, engine_version: driver.version, endpoint, state: stateDir,
      network: driver.engine === 'simulator' ? networkDir : undefined, capacity, unconfirmed: journal.length, next_seq: journal.nextSeq });
    if (journal.tornBytes > 0) log.warn('journal.torn', { bytes: journal.tornBytes });
    const bridge = new Bridge({ endpoint, tls, name, instanceId, capacity, credit: driver.credit, driver, journal, mediaFolder: state.file('media'), codec: envelope, log,
      metadata: apiKey ? { authorization: `ApiKey ${apiKey}` } : {} });
    stopOnSignals(bridge, log);
    await bridge.run();
    log.info('bridge.stopped');
  } finally {
    await driver?.close();
    await journal?.close().catch(() => {});
    state.release();
  }
}

function stopOnSignals(bridge, log) {
  let asked = false;
  const stop = (signal) => {
    if (asked) process.exit(0);
    asked = true;
    log.info('bridge.signal', { signal });
    bridge.stop().catch((error) => {
      log.error('bridge.stop_failed', { error });
      process.exit(70);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A promise that an engine forgot is its session's trouble; the others go on.
  process.on('unhandledRejection', (error) => log.error('engine.unhandled', { error }));
  // So is what a library throws where nobody can catch it, such as in a timer of its own. What we throw there is a fault.
  process.on('uncaughtException', (error) => {
    if (!isLibrarys(error)) {
      process.stderr.write(`switchboard-bridge: ${error?.stack ?? error}\n`);
      process.exit(70);
    }
    log.error('engine.uncaught', { error });
  });
}
