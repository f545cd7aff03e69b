// What 200 sign-ins at once do to everybody else: Health.Check is asked every 5 ms meanwhile over a connection of its own.
// Each sign-in hashes a password with 600,000 rounds; what is more than the server takes at a time is refused and tried
// again after what it says.
//
//   node Benchmarks/accounts/sign-ins.js --endpoint unix:PATH [--count 200]
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../bridge/client/index.js';

const { values: options } = parseArgs({ options: {
  endpoint: { type: 'string' }, count: { type: 'string', default: '200' },
} });
const count = Number(options.count);
const operator = createClient({ endpoint: options.endpoint });
const password = 'correct horse battery staple';
// Not all as one user: what is under way for an account counts against its failures until it has turned out well.
const users = Array.from({ length: 25 }, (_, i) => `sign-in-${i}`);
await Promise.all(users.map((username) => operator.users.createUser({ username, password })));

const quantile = (times, share) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

/** Pings until `over` is settled. */
async function pings(over) {
  const times = [];
  let isOver = false;
  over.then(() => { isOver = true; });
  while (!isOver) {
    const begin = performance.now();
    await operator.health.check({});
    times.push(performance.now() - begin);
    await sleep(5);
  }
  return times;
}

let refused = 0;
async function signIn(number) {
  const client = createClient({ endpoint: options.endpoint });
  for (;;) {
    try {
      await client.auth.login({ username: users[number % users.length], password });
      break;
    } catch (error) {
      if (error.reason !== 'OVERLOADED') throw error;
      refused += 1;
      await sleep(200 + Math.random() * 800);
    }
  }
  client.close();
}

const quiet = await pings(sleep(2000));
const begin = performance.now();
const all = Promise.all(Array.from({ length: count }, (_, i) => signIn(i)));
const busy = await pings(all);
await all;
const seconds = (performance.now() - begin) / 1000;
console.log(`| a ping | p50 ms | p99 ms | max ms |`);
console.log(`| --- | --- | --- | --- |`);
for (const [name, times] of [['alone', quiet], [`among ${count} sign-ins`, busy]]) {
  console.log(`| ${name} | ${[0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(2)).join(' | ')} |`);
}
console.log(`${count} sign-ins in ${seconds.toFixed(1)} s, ${refused} refused as OVERLOADED and tried again, ${busy.length} pings.`);
operator.close();
