// Breaks everything on purpose and holds Switchboard to its word: what was accepted is never lost, is sent once in effect,
// in order, and is always explained; whatever of rpcd and its bridges is killed, stopped or cut off, at whatever step.
// Exit status 1 where one promise was broken in one round; each such round names the seed that repeats its plan.
//
//   node Tests/Chaos/chaos.js --rpcd .build/release/rpcd [--seed 1] [--seeds 20 | --seconds 600] [--messages 500]
//       [--side-by-side 3] [--faults 8] [--fault-points]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { round } from './round.js';

const { values: options } = parseArgs({ options: {
  rpcd: { type: 'string', default: '.build/release/rpcd' }, seed: { type: 'string', default: '1' },
  seeds: { type: 'string', default: '20' }, seconds: { type: 'string', default: '0' },
  messages: { type: 'string', default: '500' }, 'side-by-side': { type: 'string', default: '3' },
  faults: { type: 'string', default: '8' }, 'fault-points': { type: 'boolean', default: false },
  rate: { type: 'string', default: '250' }, verbose: { type: 'boolean', default: false },
} });

const seconds = Number(options.seconds);
const began = performance.now();
let next = Number(options.seed);
const last = seconds > 0 ? Infinity : next + Number(options.seeds) - 1;
const total = { rounds: 0, messages: 0, broken: [] };

async function lane() {
  while (next <= last && (seconds === 0 || performance.now() - began < seconds * 1000)) {
    const seed = next++;
    const { faults, said } = await round({ program: path.resolve(options.rpcd), seed, messages: Number(options.messages),
      faultCount: Number(options.faults), debug: options['fault-points'], rate: Number(options.rate) });
    const { happened = [], folder, ...figures } = said;
    total.rounds++;
    total.messages += Number(options.messages);
    console.log(`${faults.length === 0 ? 'kept' : 'BROKEN'} ${JSON.stringify(figures)}`);
    if (options.verbose) console.log(`  what happened: ${happened.join('; ')}`);
    if (faults.length === 0) continue;
    total.broken.push(seed);
    for (const fault of faults.slice(0, 15)) console.log(`  ${fault}`);
    if (faults.length > 15) console.log(`  and ${faults.length - 15} more`);
    console.log(`  what happened: ${happened.join('; ')}`);
    console.log(`  kept for reading: ${folder}; again: --seed ${seed} --seeds 1`);
  }
}

await Promise.all(Array.from({ length: Number(options['side-by-side']) }, lane));
console.log(`${total.rounds} rounds, ${total.messages} messages, ${((performance.now() - began) / 1000).toFixed(1)} s, ${
  total.broken.length === 0 ? 'every promise kept' : `promises broken with seeds ${total.broken.join(', ')}`}`);
process.exitCode = total.broken.length > 0 ? 1 : 0;
