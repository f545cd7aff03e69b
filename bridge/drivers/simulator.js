// The simulator driver: no WhatsApp, a make-believe network on disk in its place. See the README for the network's
// journal and the form of scripts, and the driver interface that this is the model of.
import { Account } from './simulator/account.js';
import { KINDS } from './simulator/kinds.js';
import { Network } from './simulator/network.js';
import { Steps } from './simulator/steps.js';
import { readScript } from './simulator/script.js';

/**
 * @param {object} options
 * @param {string} options.networkDir Where the network lives; shared by every bridge that is given the same.
 * @param {string} options.bridge The bridge's name, for the journal.
 * @param {string} options.instanceId Of this process.
 * @param {number} [options.seed] 1. Two networks of one seed have the same accounts.
 * @param {object} [options.script] From parseScript; without it all goes well.
 */
export async function createDriver({ networkDir, bridge, instanceId, seed = 1, script = readScript() }) {
  const lastStage = script.stages.at(-1);
  const { offline } = script;
  const network = await Network.open({ folder: networkDir, seed, bridge, instance: instanceId, lastStage, offline });
  const steps = new Steps(script, network);
  const assigns = new Map();
  let connections = 0;
  return {
    engine: 'simulator',
    version: '1',
    kinds: KINDS,
    commands: ['pairing_code', 'check_number', 'history', 'mark_read', 'presence', 'fetch_media'],
    // The network knows a message by the id that it was given.
    repeatsAreSafe: true,
    sendConcurrency: 32,
    carry(assign, sink) {
      assigns.set(assign.sessionId, assign);
      return new Account({ assign, sink, network, script, steps, seed, connection: `${instanceId}-${++connections}` });
    },
    reached: steps.points ? (point, send) => steps.reached(point, send, assigns.get(send.sessionId) ?? send) : undefined,
    close: () => network.close(),
  };
}
