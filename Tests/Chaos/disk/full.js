// A disk without room, and one that cannot be written.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Load, missing } from '../load.js';
import { until } from '../processes.js';
import { afterTheCut } from './after.js';

/** No room: writes are refused by that name, reads go on, and it passes without a restart. */
export async function full(bench) {
  const faults = [];
  const place = bench.disk('full', 48);
  const server = await bench.start(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId, bytes: 2000 });
  await until(() => load.kept.size > 100, 'the first hundred');
  place.fill();
  const orSay = (error) => faults.push(error.message);
  await until(() => load.refused.STORAGE_FULL > 50, 'STORAGE_FULL', 30_000).catch(orSay);
  const whileFull = await missing(server.rpc, key, new Map(load.kept));
  if (whileFull.lost.length > 0) faults.push(`${whileFull.lost.length} cannot be read while the disk is full`);
  place.makeRoom();
  const before = load.kept.size;
  await until(() => load.kept.size > before + 100, 'sends after there was room', 30_000).catch(orSay);
  await load.stop();
  const strange = Object.keys(load.refused).filter((reason) => reason !== 'STORAGE_FULL');
  if (strange.length > 0) faults.push(`other answers than STORAGE_FULL: ${JSON.stringify(load.refused)}`);
  await server.kill();
  const again = await bench.start(path.join(place.folder, 'data')).ready();
  const { lost } = await missing(again.rpc, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost`);
  await again.kill();
  bench.drop(place);
  return { faults, figures: { acknowledged: load.kept.size, refused: load.refused.STORAGE_FULL } };
}

/** A disk that cannot be written: refused at the start, with the reason, and nothing is harmed. */
export async function readOnly(bench) {
  const faults = [];
  const place = bench.disk('ro', 64);
  const server = await bench.start(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId });
  await until(() => load.kept.size > 100, 'the first hundred');
  await load.stop();
  await server.kill();
  const { image } = place;
  bench.unmount(place);
  const locked = bench.mount(image, 'ro');
  const refused = bench.start(path.join(locked.folder, 'data'));
  const how = await Promise.race([refused.exited, sleep(60_000, 'not at all', { ref: false })]);
  if (typeof how !== 'number' || how === 0) faults.push(`rpcd ended with ${how} on a disk that cannot be written`);
  const said = refused.tail();
  if (!/read-only|read only|cannot/i.test(said)) faults.push(`it did not say why: ${said}`);
  await refused.kill();
  bench.unmount(locked);
  const { lost } = await afterTheCut(bench, image, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost`);
  return { faults, figures: { acknowledged: load.kept.size, ended_with: how, said: said.slice(0, 200) } };
}
