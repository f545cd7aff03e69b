// Drain under load: 500 texts a second over every transport, slow calls, streams; SIGTERM in the middle; then the data
// is held against what the callers were told. Exit status 1 where anything was otherwise than docs/PROTOCOL.md 7 says.
//
//   node Tests/Interop/drain/drain.js --rpcd .build/release/rpcd [--rounds 20] [--rate 500] [--seconds 1]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../../bridge/client/index.js';
import { Daemon, account, until } from './daemon.js';
import { Traffic } from './traffic.js';

const { values: options } = parseArgs({ options: {
  rpcd: { type: 'string', default: '.build/release/rpcd' }, rounds: { type: 'string', default: '20' },
  rate: { type: 'string', default: '500' }, seconds: { type: 'string', default: '1' },
} });

/** The rows of this round: contents of texts and names of users, with how often each is there. */
async function rows(daemon, key, prefix, slow) {
  const operator = createClient({ endpoint: daemon.rpc('unix') });
  const user = createClient({ endpoint: daemon.rpc('unix'), apiKey: key });
  const found = new Map();
  const count = (name) => found.set(name, (found.get(name) ?? 0) + 1);
  for (let token = ''; ;) {
    const page = await user.messages.listMessages({ pageSize: 200, pageToken: token });
    for (const message of page.messages) if (message.content.startsWith(`${prefix} `)) count(message.content);
    token = page.nextPageToken;
    // Newest first: what is older than this round need not be read.
    if (!token || !page.messages.some((message) => message.content.startsWith(`${prefix} `))) break;
  }
  for (let token = ''; ;) {
    const page = await operator.users.listUsers({ pageSize: 200, pageToken: token });
    for (const each of page.users) if (each.username.startsWith(slow)) count(each.username);
    token = page.nextPageToken;
    if (!token) break;
  }
  user.close();
  operator.close();
  return found;
}

function tally(list) {
  const counts = {};
  for (const { kind, end } of list) {
    counts[kind] ??= {};
    counts[kind][end] = (counts[kind][end] ?? 0) + 1;
  }
  return counts;
}

async function round(daemon, who, number) {
  const traffic = new Traffic(daemon, { ...who, round: number, rate: Number(options.rate) });
  await until(() => traffic.isUnderWay, 'everything to be under way', 60_000).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify([tally(traffic.calls), tally(traffic.streams)])}`);
  });
  await sleep(Number(options.seconds) * 1000);
  traffic.told();
  const status = await daemon.terminate();
  await traffic.stop();
  await daemon.start();
  const found = await rows(daemon, who.key, traffic.prefix, `slow${number}-`);

  const faults = [];
  if (status !== 0) faults.push(`rpcd ended with ${status}`);
  for (const call of traffic.calls) {
    const times = found.get(call.name) ?? 0;
    const said = `${call.name} (${call.begun ? 'before' : 'after'} SIGTERM): ${call.end} ${call.detail ?? ''}`;
    if (call.end === 'wrong') faults.push(`a wrong answer: ${said}`);
    if (call.end === 'ok' && times !== 1) faults.push(`answered, but there ${times} times: ${said}`);
    if (call.end !== 'ok' && times !== 0) faults.push(`not answered, but it ran: ${said}`);
    if (call.begun && call.end !== 'ok' && call.end !== 'refused') faults.push(`begun and not answered: ${said}`);
  }
  for (const stream of traffic.streams) {
    if (stream.end !== 'ok' && stream.end !== 'refused') faults.push(`a stream over ${stream.kind} was cut: ${stream.detail}`);
    if (stream.items === 0) faults.push(`a stream over ${stream.kind} had nothing: ${stream.end} ${stream.detail}`);
  }
  return { faults, calls: tally(traffic.calls), streams: tally(traffic.streams) };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sb-drain-'));
const daemon = new Daemon(path.resolve(options.rpcd), folder);
const faults = [];
const all = { calls: {}, streams: {} };
try {
  await daemon.start();
  const who = await account(daemon, 'drain');
  for (let number = 1; number <= Number(options.rounds); number++) {
    const result = await round(daemon, who, number);
    console.log(`round ${number}: ${JSON.stringify(result.calls)}, streams ${JSON.stringify(result.streams)}`);
    for (const fault of result.faults.slice(0, 10)) console.log(`  ${fault}`);
    if (result.faults.length > 10) console.log(`  and ${result.faults.length - 10} more`);
    faults.push(...result.faults);
    for (const part of ['calls', 'streams']) {
      for (const [kind, ends] of Object.entries(result[part])) {
        all[part][kind] ??= {};
        for (const [end, count] of Object.entries(ends)) all[part][kind][end] = (all[part][kind][end] ?? 0) + count;
      }
    }
  }
  const ended = Object.values(all.calls);
  const sum = (end) => ended.reduce((total, ends) => total + (ends[end] ?? 0), 0);
  // A run in which nothing was refused, or nothing slow was under way, has shown nothing.
  if (sum('refused') === 0) faults.push('no call was refused: the load ended too early');
  if (!all.calls.slow?.ok) faults.push('no slow call ended well');
  console.log(`all: ${JSON.stringify(all.calls)}, streams ${JSON.stringify(all.streams)}, faults ${faults.length}`);
} finally {
  daemon.kill();
  if (faults.length > 0) console.log(`the log of rpcd ends: ${fs.readFileSync(daemon.log, 'utf8').slice(-1500)}`);
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults.length > 0 ? 1 : 0;
