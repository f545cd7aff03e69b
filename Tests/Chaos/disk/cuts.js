// The power is cut: rpcd stands still, the disk is copied as it lies, and the copy is looked at.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../../bridge/client/index.js';
import { Carrier } from '../carrier.js';
import { Load } from '../load.js';
import { until } from '../processes.js';
import { Witness } from '../witness.js';
import { afterTheCut } from './after.js';

/** The power is cut again and again under a server that sends, and takes in what a bridge says; and each cut is looked at. */
export async function cuts(bench) {
  const place = bench.disk('cut', 192);
  const server = await bench.start(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const owner = createClient({ endpoint: server.rpc, apiKey: key });
  const witness = await Witness.begin(server.bridge, owner);
  owner.close();
  const carrier = await Carrier.begin(server.bridge, { endpoint: server.rpc, key });
  const load = new Load({ endpoint: server.rpc, key, sessionId });
  const unkeptFacts = [];
  let told = 0;
  let lost = 0;
  let unsaid = 0;
  const end = performance.now() + bench.seconds * 1000;
  let rounds = 0;
  const others = [];
  while (rounds < bench.rounds || performance.now() < end) {
    rounds++;
    await sleep(bench.chance.whole(20, 400));
    await server.stop();
    // What it said before is on its way to us.
    await sleep(30);
    const kept = new Map(load.kept);
    const { promised } = witness;
    const changed = carrier.promised;
    place.cut(path.join(bench.folder, 'after'));
    server.child.kill('SIGCONT');
    const verdict = await afterTheCut(bench, path.join(bench.folder, 'after'), key, kept, promised, changed);
    unkeptFacts.push(...verdict.broken, ...verdict.undone);
    told += kept.size;
    lost += verdict.lost.length;
    unsaid += Math.max(0, verdict.there - kept.size - changed.size);
    if (verdict.why) others.push(verdict.why);
    // The journal of a disk this small is soon all that there is of it.
    if (kept.size + promised.confirmed > 20_000) break;
  }
  await load.stop();
  const { promised } = witness;
  await witness.stop();
  await carrier.stop();
  await server.kill();
  bench.drop(place);
  if (load.kept.size === 0) others.push('nothing was acknowledged');
  const faults = lost > 0 || load.kept.size === 0
    ? [`${lost} of ${told} acknowledged messages were lost in ${rounds} cuts: ${others.slice(0, 3).join('; ')}`] : [];
  faults.push(...witness.faults, ...carrier.faults, ...unkeptFacts.slice(0, 5));
  if (unkeptFacts.length > 5) faults.push(`and ${unkeptFacts.length - 5} more that callers or a bridge were told`);
  if (promised.confirmed < 2 || promised.answered === 0) faults.push(`nothing was confirmed to the bridge: ${JSON.stringify(promised)}`);
  const { figures } = carrier;
  if (Math.min(...Object.values(figures)) === 0) faults.push(`not all was tried: ${JSON.stringify(figures)}`);
  return { faults, figures: { rounds, acknowledged: load.kept.size, looked_at: told, lost, kept_and_not_said: unsaid,
    confirmed: promised.confirmed, credentials: promised.answered, ...figures } };
}

/** The power is cut just after the very first things were answered: the files themselves are new. */
export async function firstMoments(bench) {
  const faults = [];
  const count = Math.ceil(bench.rounds / 2);
  for (let n = 0; n < count; n++) {
    const place = bench.disk(`first${n}`, 64);
    const server = await bench.start(path.join(place.folder, 'data')).ready();
    const { key, sessionId } = await server.account();
    const load = new Load({ endpoint: server.rpc, key, sessionId, atOnce: 1 });
    await until(() => load.kept.size > 0, 'the first answer', 30_000, 1);
    await server.stop();
    await sleep(30);
    const kept = new Map(load.kept);
    place.cut(path.join(bench.folder, 'after'));
    server.child.kill('SIGCONT');
    await load.stop();
    await server.kill();
    bench.drop(place);
    const { lost, why } = await afterTheCut(bench, path.join(bench.folder, 'after'), key, kept);
    if (lost.length > 0) faults.push(`cut ${n + 1}: ${lost.length} of the first ${kept.size} were lost: ${why ?? ''}`);
  }
  return { faults, figures: { cuts: count } };
}
