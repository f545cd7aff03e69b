// What a disk can do to rpcd: the power is cut, syncs fail, it is full, it is gone, it cannot be written. Each is done to
// a real process on a file system of its own, and what callers were told OK is held against what is there afterwards.
// Exit status 1 where something was lost or a failure was acknowledged; a part that this machine cannot do says so.
//
//   node Tests/Chaos/powercut.js --rpcd .build/release/rpcd [--rounds 10] [--seconds S] [--seed 1] [--no-sync]
//
// --no-sync takes the syncs of the WAL away from rpcd: then this has to fail, or it shows nothing.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Chance } from './chance.js';
import { Bench } from './disk/bench.js';
import { cuts, firstMoments } from './disk/cuts.js';
import { gone, syncFails, turnsReadOnly } from './disk/failures.js';
import { full, readOnly } from './disk/full.js';
import { obstacle } from './disk.js';

const { values: options } = parseArgs({ options: {
  rpcd: { type: 'string', default: '.build/release/rpcd' }, rounds: { type: 'string', default: '10' },
  seconds: { type: 'string', default: '0' }, seed: { type: 'string', default: '1' },
  'no-sync': { type: 'boolean', default: false },
} });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sb-disk-'));
const bench = new Bench({ folder, program: path.resolve(options.rpcd), chance: new Chance(Number(options.seed)),
  rounds: Number(options.rounds), seconds: Number(options.seconds), noSync: options['no-sync'] });
let broken = 0;

async function part(name, work, why) {
  const began = performance.now();
  let result;
  try {
    result = why ? { skipped: why } : await work(bench);
  } catch (error) {
    result = { faults: [error.stack] };
  }
  const { faults = [], figures, skipped } = result;
  if (skipped) {
    console.log(`skipped ${name}: ${skipped}`);
    return;
  }
  const ms = Math.round(performance.now() - began);
  console.log(`${faults.length === 0 ? 'kept' : 'BROKEN'} ${name} ${JSON.stringify(figures ?? {})} ${ms} ms`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) broken++;
}

const why = obstacle();
try {
  await part('power cuts', cuts, why);
  await part('power cuts at the first moments', firstMoments, why);
  if (!bench.noSync) {
    await part('full disk', full, why);
    await part('disk gone', gone, why);
    await part('disk that turns read-only', turnsReadOnly, why);
    await part('read-only disk', readOnly, why);
    await part('failing syncs', syncFails);
  }
} finally {
  await bench.close();
  if (broken === 0) fs.rmSync(folder, { recursive: true, force: true });
  else console.log(`kept for reading: ${folder}; again: --seed ${options.seed}`);
}
process.exitCode = broken > 0 ? 1 : 0;
