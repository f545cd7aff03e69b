// What is there when the power comes back, held against what was promised before it went.
import path from 'node:path';
import { missing } from '../load.js';
import { unkept } from '../witness.js';

/** Holds what was told OK, callers and a bridge, against a copy of the disk as it was at that moment. */
export async function afterTheCut(bench, image, key, kept, promised) {
  const copy = bench.mount(image);
  const server = bench.start(path.join(copy.folder, 'data'));
  let verdict;
  try {
    await server.ready();
    verdict = await missing(server.rpc, key, kept);
    verdict.broken = promised ? await unkept(server.bridge, promised, verdict.incoming) : [];
  } catch (error) {
    verdict = { lost: [...kept.keys()], there: 0, broken: [], why: `${error.code ?? ''} ${error.reason ?? ''} ${error.message}` };
  }
  await server.kill();
  bench.drop(copy);
  return verdict;
}
