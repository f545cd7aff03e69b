// How long a page of 20 takes of a list of a million rows, at its beginning, in its middle and near its end: pages of 200
// are walked by token to get there, and what is timed is one call with the token found, over a Unix socket.
//
//   node Benchmarks/accounts/lists.js --endpoint unix:PATH --pid PID
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { createClient } from '../../bridge/client/index.js';

const { values: options } = parseArgs({ options: {
  endpoint: { type: 'string' }, pid: { type: 'string' }, rows: { type: 'string', default: '1000000' },
} });
const client = createClient({ endpoint: options.endpoint });
const lists = {
  ListUsers: (page) => client.users.listUsers(page),
  ListApiLogs: (page) => client.analytics.listApiLogs(page),
  ListUsage: (page) => client.analytics.listUsage(page),
};
const items = (answer) => Object.values(answer).find(Array.isArray);

/** Milliseconds of CPU that the server has used. */
const cpu = () => {
  const fields = fs.readFileSync(`/proc/${options.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** The tokens of the pages that begin so many rows down; one walk. */
async function tokensAt(list, depths) {
  const found = new Map();
  let token = '';
  for (let at = 0; ; at += 200) {
    if (depths.includes(at)) found.set(at, token);
    if (found.size === depths.length) return found;
    const page = await list({ pageSize: 200, pageToken: token });
    if (items(page).length !== 200) throw new Error(`only ${at + items(page).length} rows`);
    token = page.nextPageToken;
  }
}

console.log('| 20 rows of 1,000,000 by token | depth | p50 µs | p99 µs | server CPU µs each |');
console.log('| --- | --- | --- | --- | --- |');
for (const [name, list] of Object.entries(lists)) {
  const depths = [0, 0.5, 0.99].map((share) => Math.floor(Number(options.rows) * share / 200) * 200);
  for (const [depth, pageToken] of await tokensAt(list, depths)) {
    const once = async () => {
      const begin = process.hrtime.bigint();
      const page = await list({ pageSize: 20, pageToken });
      const took = Number(process.hrtime.bigint() - begin) / 1000;
      if (items(page).length !== 20) throw new Error(`${items(page).length} rows`);
      return took;
    };
    for (let i = 0; i < 100; i++) await once();
    const before = cpu();
    const times = [];
    for (let i = 0; i < 1000; i++) times.push(await once());
    const each = (cpu() - before) * 1000 / times.length;
    times.sort((a, b) => a - b);
    console.log(`| ${name} | ${depth} | ${Math.round(times[500])} | ${Math.round(times[990])} | ${Math.round(each)} |`);
  }
}
client.close();
