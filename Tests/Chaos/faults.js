// What goes wrong in a round, and when: drawn from the seed beforehand, carried out when so many messages were accepted.
// A fault ends what it began; two of different things may overlap, two of one thing come one after the other.
import { setTimeout as sleep } from 'node:timers/promises';
import { drawHold } from './stops.js';

// Where rpcd ends or stops by itself, in debug builds, and at which passing at the latest.
const MESSAGE_POINTS = { accepted: 40, dispatched: 40, 'facts-read': 40, 'facts-committed': 40, 'confirm-sent': 40,
  checkpoint: 1, reconcile: 5, restart: 1 };
const SESSION_POINTS = { attached: 3, 'welcome-sent': 3, assigned: 2, 'assign-sent': 3, detaching: 2, 'sessions-lost': 2,
  detached: 2, 'leases-ending': 1, 'leases-ended': 1 };
const drawPoint = (chance) => chance.pick(Object.entries(chance.is(0.6) ? MESSAGE_POINTS : SESSION_POINTS));
const BRIDGE_POINTS = ['before_send', 'after_network_before_result', 'after_result_before_sent',
  'after_result_before_confirm'];
const ASSIGN_POINTS = ['after_assign', 'after_state_before_sent', 'after_state_before_confirm'];

const KINDS = {
  // rpcd
  'rpcd killed': { on: 'rpcd', weight: 4, async run({ rpcd }, { awayMs }) {
    rpcd.kill(awayMs);
  }, draw: (chance) => ({ awayMs: chance.whole(0, 400) }) },
  'rpcd ended': { on: 'rpcd', weight: 1, async run({ rpcd }, { awayMs }) {
    rpcd.kill(awayMs, 'SIGTERM');
    await sleep(200);
  }, draw: (chance) => ({ awayMs: chance.whole(0, 200) }) },
  'rpcd stopped': { on: 'rpcd', weight: 2, async run({ rpcd }, { ms }) {
    rpcd.signal('SIGSTOP');
    await sleep(ms);
    rpcd.signal('SIGCONT');
  }, draw: (chance) => ({ ms: chance.whole(50, 900) }) },
  'rpcd killed twice': { on: 'rpcd', weight: 2, async run({ rpcd }, { afterMs }) {
    rpcd.kill();
    await sleep(afterMs);
    rpcd.kill();
  }, draw: (chance) => ({ afterMs: chance.whole(20, 300) }) },
  'rpcd dies at a point': { on: 'rpcd', weight: 6, debugOnly: true, async run({ rpcd }, { point, pass }) {
    rpcd.faultPoint = `${point}:${pass}`;
    rpcd.kill();
  }, draw: (chance) => {
    const [point, most] = drawPoint(chance);
    return { point, pass: chance.whole(1, most) };
  } },
  'rpcd stops at a point': { on: 'rpcd', weight: 5, debugOnly: true, async run({ rpcd, line }, { point, pass, hold }) {
    rpcd.faultPoint = `${point}:${pass}:stop`;
    rpcd.atStop = { line, hold };
    rpcd.kill();
  }, draw: (chance, given) => {
    const [point, most] = drawPoint(chance);
    return { point, pass: chance.whole(1, Math.ceil(most / 2)), hold: drawHold(chance, given) };
  } },
  // One bridge
  'bridge killed': { weight: 4, async run({ bridge }, { awayMs }) {
    bridge.kill(awayMs);
  }, draw: (chance, { leaseMs }) => ({ awayMs: chance.pick([0, 200, leaseMs + chance.whole(200, 800)]) }) },
  'bridge ended': { weight: 1, async run({ bridge }, { awayMs }) {
    bridge.kill(awayMs, 'SIGTERM');
  }, draw: (chance) => ({ awayMs: chance.whole(0, 500) }) },
  'bridge stopped': { weight: 3, async run({ bridge }, { ms }) {
    bridge.signal('SIGSTOP');
    await sleep(ms);
    bridge.signal('SIGCONT');
  }, draw: (chance) => ({ ms: chance.whole(50, 1500) }) },
  // It sleeps while it is given sends, its lease runs out and others take its sessions; then it goes on where it was, and
  // believes for a while that it is attached.
  'bridge made a zombie': { weight: 4, async run({ bridge, line }, { ms, deafMs }) {
    bridge.signal('SIGSTOP');
    await sleep(40);
    line.deafen();
    await sleep(ms);
    bridge.signal('SIGCONT');
    await sleep(deafMs);
    line.cut();
  }, draw: (chance, { leaseMs }) => ({ ms: leaseMs + chance.whole(100, 800), deafMs: chance.whole(0, 400) }) },
  // It is awake all the time, and rpcd has given it up.
  'bridge talks to nobody': { weight: 3, async run({ line }, { ms }) {
    line.deafen();
    await sleep(ms);
    line.cut();
  }, draw: (chance, { leaseMs }) => ({ ms: chance.pick([100, leaseMs + 500]) }) },
  'line cut': { weight: 3, async run({ line }) {
    line.cut();
  }, draw: () => ({}) },
  'line cut in a frame': { weight: 3, async run({ line }, { bytes, direction }) {
    line.cutAfter(bytes, direction);
  }, draw: (chance) => ({ bytes: chance.whole(1, 4000), direction: chance.pick(['up', 'down']) }) },
  'line stalled': { weight: 2, async run({ line }, { up, down, ms }) {
    line.stall({ up, down });
    await sleep(ms);
    line.stall({ up: false, down: false });
  }, draw: (chance) => {
    const directions = [{ up: true, down: true }, { up: true, down: false }, { up: false, down: true }];
    return { ...chance.pick(directions), ms: chance.whole(50, 1200) };
  } },
  'line down': { weight: 2, async run({ line }, { ms }) {
    line.refuse(true);
    line.cut();
    await sleep(ms);
    line.refuse(false);
  }, draw: (chance, { leaseMs }) => ({ ms: chance.pick([200, leaseMs + 400]) }) },
  // By WhatsApp: the device is unlinked, in the middle of whatever is under way; its owner links it anew.
  'session logged out': { on: 'session', weight: 3, async run({ unlink, start, sessions }, { session, ms }) {
    const id = sessions[session % sessions.length];
    await unlink(id);
    await sleep(ms);
    await start(id);
  }, draw: (chance) => ({ session: chance.whole(0, 99), ms: chance.whole(0, 300) }) },
  // By their owner
  'session stopped and started': { on: 'session', weight: 1, async run({ stop, start, sessions }, { session, ms }) {
    await stop(sessions[session % sessions.length]);
    await sleep(ms);
    await start(sessions[session % sessions.length]);
  }, draw: (chance) => ({ session: chance.whole(0, 99), ms: chance.whole(0, 500) }) },
  'session restarted': { on: 'session', weight: 2, async run({ restart, sessions }, { session }) {
    await restart(sessions[session % sessions.length]);
  }, draw: (chance) => ({ session: chance.whole(0, 99) }) },
};

/**
 * @returns {{at: number, kind: string, bridge: number | null, given: object}[]} In the order in which they happen.
 *   bridge: which; null for the one that carries most when it happens.
 */
export function plan(chance, { messages, faults, bridges, leaseMs, debug }) {
  const kinds = Object.entries(KINDS).filter(([, { debugOnly }]) => debug || !debugOnly);
  const total = kinds.reduce((sum, [, { weight }]) => sum + weight, 0);
  const drawKind = () => {
    let left = chance.next() * total;
    return kinds.find(([, { weight }]) => (left -= weight) < 0) ?? kinds[0];
  };
  return Array.from({ length: faults }, () => {
    const [kind, { draw }] = drawKind();
    const bridge = chance.is(0.6) ? null : chance.whole(0, bridges - 1);
    return { at: chance.whole(1, messages - 1), kind, bridge, given: draw(chance, { leaseMs }) };
  }).sort((a, b) => a.at - b.at);
}

/** The scripts of the bridges: where they crash and stop by themselves, and what their engines answer. */
export function script(chance, { messages }) {
  const steps = [];
  for (let n = chance.whole(0, 2); n > 0; n--) {
    steps.push({ do: 'crash', point: chance.pick(BRIDGE_POINTS), when: { send: chance.whole(1, messages / 4) } });
  }
  for (let n = chance.whole(0, 2); n > 0; n--) {
    steps.push({ do: 'stop', point: chance.pick(BRIDGE_POINTS), when: { send: chance.whole(1, messages / 8) } });
  }
  // A bridge is given two sessions at first, and more as the others fail.
  for (let n = chance.whole(0, 2); n > 0; n--) {
    steps.push({ do: chance.pick(['crash', 'stop']), point: chance.pick(ASSIGN_POINTS), when: { assign: chance.whole(2, 8) } });
  }
  for (let n = chance.whole(0, 3); n > 0; n--) {
    const reason = chance.pick(['ENGINE_ERROR', 'SESSION_NOT_CONNECTED', 'OUTCOME_UNKNOWN']);
    steps.push({ do: 'error', reason, after_network: chance.is(0.5), when: { send: chance.whole(1, messages / 4) } });
  }
  if (chance.is(0.3)) steps.push({ do: 'ack_error', when: { send: chance.whole(1, messages / 4) } });
  for (let n = chance.whole(0, 2); n > 0; n--) {
    steps.push({ do: 'disconnect', for_ms: chance.whole(50, 400), when: { send: chance.whole(1, messages / 4) } });
  }
  return {
    qr: { scan_after_ms: 5 }, link: { authenticated_ms: 0 }, connect_ms: [0, 10],
    latency_ms: [0, chance.pick([2, 15, 60])],
    acks: { server_ms: [0, 10], delivered_ms: [5, 40], lose: { delivered: 0.02 } }, steps,
  };
}

/** Carries out what is due; one thing of a kind of target at a time. */
export class Faults {
  happened;
  /** What could not be done to the end, as it must: a session that does not come to where it has to. */
  failed = [];
  #plan;
  #world;
  #tails = new Map();

  /** @param {string[]} happened Takes a line for each. */
  constructor(planned, world, happened = []) {
    this.#plan = [...planned];
    this.happened = happened;
    this.#world = world;
  }

  /** So many messages were accepted. */
  progress(accepted) {
    while (this.#plan.length > 0 && this.#plan[0].at <= accepted) this.#begin(this.#plan.shift());
  }

  /** Begins what is left, and resolves when all of it is over. */
  async finish() {
    this.progress(Infinity);
    await Promise.all(this.#tails.values());
  }

  #begin({ kind, bridge: wanted, given }) {
    const { on, run } = KINDS[kind];
    const { bridges, lines, busiest, ...rest } = this.#world;
    const bridge = wanted ?? busiest();
    const target = on ?? `bridge ${bridge}`;
    const world = { ...rest, bridge: bridges[bridge], line: lines[bridge] };
    const before = this.#tails.get(target) ?? Promise.resolve();
    this.#tails.set(target, before.then(async () => {
      this.happened.push(`${kind}${on ? '' : ` (${world.bridge.name})`} ${JSON.stringify(given)}`);
      await run(world, given);
    }).catch((error) => this.failed.push(`${kind}: ${error.message}`)));
  }
}
