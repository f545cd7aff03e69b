// What is there when the power comes back, held against what was promised before it went.
import path from 'node:path';
import { undone } from '../carrier.js';
import { missing } from '../load.js';
import { unkept } from '../witness.js';

/**
 * Holds what was told OK against a copy of the disk as it was at that moment.
 * @param {Map} kept What callers sent, by id.
 * @param {object} [promised] What the witness was told. @param {Map} [changed] What callers and the carrier were told.
 */
export async function afterTheCut(bench, image, key, kept, promised, changed = new Map()) {
  const copy = bench.mount(image);
  const server = bench.start(path.join(copy.folder, 'data'));
  let verdict;
  try {
    await server.ready();
    verdict = await missing(server.rpc, key, kept);
    verdict.broken = promised ? await unkept(server.bridge, promised, verdict.incoming) : [];
    verdict.undone = undone(changed, verdict.rows);
  } catch (error) {
    verdict = { lost: [...kept.keys()], there: 0, broken: [], undone: [], why: `${error.code ?? ''} ${error.reason ?? ''} ${error.message}` };
  }
  await server.kill();
  bench.drop(copy);
  return verdict;
}
