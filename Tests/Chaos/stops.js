// Who stands still at a fault point, and what becomes of them there. A bridge whose script says so, and rpcd where its fault
// point does, stop themselves by SIGSTOP in the middle of a step; then their lease runs out, or the line between them and the
// other end is cut or made deaf, and they go on from where they were, knowing nothing of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { isStopped } from '../../bridge/testkit/processes.js';

const LOOK_MS = 10;
const WAYS = ['nothing', 'line cut', 'line deaf'];

/** What is done at a stop: which, and how long it lasts; half of them outlast a lease. */
export function drawHold(chance, { leaseMs }) {
  return { meanwhile: chance.pick(WAYS), ms: chance.pick([chance.whole(0, 200), leaseMs + chance.whole(100, 700)]),
    deafMs: chance.whole(0, 300) };
}

export class Stops {
  #happened;
  #watched = [];
  #timer;

  /** @param {string[]} happened Takes a line for each. */
  constructor(happened) {
    this.#happened = happened;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  /** @param {object} process A Kept. @param {() => {line: object, hold: object}} next What is to be done at its next stop. */
  watch(process, next) {
    this.#watched.push({ process, next, busy: false });
  }

  /** Resolves when nobody is held any more. */
  async close() {
    clearInterval(this.#timer);
    await Promise.all(this.#watched.map(({ work }) => work));
  }

  #look() {
    for (const one of this.#watched) {
      const { process, busy } = one;
      // What somebody else stopped is theirs to let go on.
      if (busy || process.stopped || !process.running || !isStopped(process.child.pid)) continue;
      one.busy = true;
      one.work = this.#hold(process, one.next()).finally(() => { one.busy = false; });
    }
  }

  async #hold(process, { line, hold: { meanwhile, ms, deafMs } }) {
    const { child } = process;
    this.#happened.push(`${process.name} stopped at a point for ${ms} ms, ${meanwhile}`);
    if (meanwhile === 'line cut') line.cut();
    if (meanwhile === 'line deaf') line.deafen();
    await sleep(ms);
    // It may have been killed, and be another by now.
    if (process.child === child && !process.stopped) process.signal('SIGCONT');
    if (meanwhile !== 'line deaf') return;
    await sleep(deafMs);
    line.cut();
  }
}
