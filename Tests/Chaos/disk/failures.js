// A disk that fails under rpcd: it goes away, it turns read-only, its syncs fail. No OK, a word why, and an end.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Load, missing } from '../load.js';
import { until } from '../processes.js';
import { afterTheCut } from './after.js';

/** The disk fails under it: nothing more is acknowledged, it says so and ends; what was acknowledged is there. */
export async function gone(bench) {
  const faults = [];
  const place = bench.disk('gone', 64);
  const server = await bench.start(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId });
  await until(() => load.kept.size > 300, 'the first hundreds');
  // Not under a sync: ext4 says yes to one that its shutdown overtakes, and its bytes are gone (seen in 3 of 60 rounds of a
  // program that does nothing else; in none of 150 where it was stopped).
  await server.stop();
  place.takeAway();
  server.child.kill('SIGCONT');
  const how = await Promise.race([server.exited, sleep(60_000, 'not at all', { ref: false })]);
  if (how === 0 || how === 'not at all') faults.push(`rpcd ended with ${how} when its disk was gone`);
  await load.stop();
  if (!/database|disk|storage|write/i.test(server.tail())) faults.push(`rpcd did not say why it ended: ${server.tail()}`);
  await server.kill();
  const { image } = place;
  bench.unmount(place);
  const { lost, why } = await afterTheCut(bench, image, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost: ${why ?? ''}`);
  return { faults, figures: { acknowledged: load.kept.size, ended_with: how, said: server.tail().slice(0, 200) } };
}

/**
 * It turns read-only under it. The kernel does not do so by a person's hand as long as rpcd has its files open; it does
 * when it finds the file system broken. Then a write has failed, and none is tried again (SAFETY.md 1): nothing more is
 * answered OK, rpcd says why and ends, is refused until the disk can be written, and then has all that was answered.
 */
export async function turnsReadOnly(bench) {
  const faults = [];
  const place = bench.disk('turned', 64, 'commit=300,errors=remount-ro');
  const data = path.join(place.folder, 'data');
  const server = await bench.start(data).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId });
  await until(() => load.kept.size > 300, 'the first hundreds');
  const orSay = (error) => faults.push(error.message);
  const whyNot = place.remountReadOnly();
  if (!whyNot) faults.push('the kernel turned a disk read-only that rpcd writes: this is another test than it was');
  const before = load.kept.size;
  await until(() => load.kept.size > before + 100, 'sends after it was not remounted').catch(orSay);
  // Not under a sync, as above.
  await server.stop();
  place.breakDown();
  server.child.kill('SIGCONT');
  const how = await Promise.race([server.exited, sleep(60_000, 'not at all', { ref: false })]);
  if (how === 0 || how === 'not at all') faults.push(`rpcd ended with ${how} when its disk turned read-only`);
  await load.stop();
  const said = server.tail();
  if (!/database|disk|storage|write/i.test(said)) faults.push(`rpcd did not say why it ended: ${said}`);
  await server.kill();
  const refused = bench.start(data);
  const refusal = await Promise.race([refused.exited, sleep(60_000, 'not at all', { ref: false })]);
  if (typeof refusal !== 'number' || refusal === 0) faults.push(`rpcd ended with ${refusal} where it could not write`);
  if (!/read-only/i.test(refused.tail())) faults.push(`it did not say why: ${refused.tail()}`);
  await refused.kill();
  const { image } = place;
  bench.unmount(place);
  const { lost, why } = await afterTheCut(bench, image, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost: ${why ?? ''}`);
  return { faults, figures: { acknowledged: load.kept.size, ended_with: how, said: said.slice(0, 200), then: refusal } };
}

/** A sync fails: no OK for what it was to keep, nothing written after it, and an end that says so. */
export async function syncFails(bench) {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
  } catch {
    return { skipped: 'there is no strace' };
  }
  const faults = [];
  const data = path.join(bench.folder, 'sync');
  const trace = path.join(bench.folder, 'strace.log');
  const nth = bench.chance.whole(40, 120);
  const server = await bench.start(data, ['strace', '-f', '--seccomp-bpf', '-o', trace, '-e', 'trace=fdatasync', '-e',
    `inject=fdatasync:error=EIO:when=${nth}+`]).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId, atOnce: 8 });
  const how = await Promise.race([server.exited, sleep(60_000, 'not at all', { ref: false })]);
  await load.stop();
  if (how === 0 || how === 'not at all') faults.push(`rpcd ended with ${how} when its syncs failed`);
  const failed = fs.readFileSync(trace, 'utf8').split('\n').filter((line) => line.includes('EIO')).length;
  if (failed === 0) faults.push('no sync failed: this has shown nothing');
  // Those of the last group were written and not synced: they may be there, and nobody was told so.
  await server.kill();
  const again = await bench.start(data).ready();
  const { lost, there } = await missing(again.rpc, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost`);
  await again.kill();
  return { faults, figures: { acknowledged: load.kept.size, there, syncs_failed: failed, ended_with: how,
    said: server.tail().slice(0, 200) } };
}
