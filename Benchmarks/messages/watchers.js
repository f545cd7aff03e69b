// Many who watch events: each the events of one user, over a few connections, while messages are accepted for all of them.
//
//   node Benchmarks/messages/watchers.js --endpoint unix:PATH --pid PID [--watchers N] [--users N] [--rate N] [--seconds N]
//     [--messages]
//
// Watchers are spread over the users evenly; `--rate` messages a second in all, for the users in turn, each of which is
// one event for everybody who watches its user. Prints a line of JSON: events that came a second, microseconds of server
// CPU for each message and for each event that was delivered, and how long after SendText's answer it came. With
// `--messages` they watch messages instead (WatchMessages).
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { createClient } from '../../bridge/client/index.js';

const { values: options } = parseArgs({ options: {
  endpoint: { type: 'string' }, pid: { type: 'string' }, watchers: { type: 'string', default: '1000' },
  users: { type: 'string', default: '1000' }, rate: { type: 'string', default: '1000' },
  seconds: { type: 'string', default: '10' }, connections: { type: 'string', default: '20' },
  messages: { type: 'boolean', default: false },
} });
const [watchers, users, rate] = [Number(options.watchers), Number(options.users), Number(options.rate)];
const total = rate * Number(options.seconds);

/** Microseconds of CPU that the server has used. */
const cpu = () => {
  const fields = fs.readFileSync(`/proc/${options.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
};
const rss = () => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${options.pid}/status`, 'utf8'))[1]);

const clients = Array.from({ length: Number(options.connections) }, () => createClient({ endpoint: options.endpoint }));
const sent = new Map();
const late = [];
let delivered = 0;
let watching = 0;
const before = rss();
const streams = Array.from({ length: watchers }, async (_, index) => {
  const client = clients[index % clients.length];
  const request = { userId: 1 + index % users };
  const watch = options.messages ? client.messages.watchMessages(request) : client.events.watch(request);
  let isFirst = true;
  for await (const event of watch) {
    if (isFirst) {
      isFirst = false;
      watching += 1;
    } else if (options.messages ? event.entry?.cause === 'accepted' : event.type === 'message.accepted') {
      delivered += 1;
      const at = sent.get(options.messages ? event.message.id : event.messageId);
      // What comes before its answer has come at once.
      late.push(at === undefined ? 0 : performance.now() - at);
    }
  }
});
for (const stream of streams) stream.catch((error) => { if (error.reason) { console.error(error); process.exit(1); } });
while (watching < watchers) await new Promise((resolve) => setTimeout(resolve, 20));
const held = rss() - before;

const sender = createClient({ endpoint: options.endpoint });
const begin = performance.now();
const start = cpu();
const calls = [];
for (let made = 0; made < total;) {
  const due = Math.min(total, Math.floor((performance.now() - begin) / 1000 * rate));
  for (; made < due; made++) {
    const user = 1 + made % users;
    const recipient = `+4917${String(made).padStart(8, '0')}`;
    calls.push(sender.messages.sendText({ userId: user, sessionId: user, recipient, message: 'hello' })
      .then((message) => sent.set(message.id, performance.now())));
  }
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await Promise.all(calls);
const expected = total * watchers / users;
for (let i = 0; i < 500 && delivered < expected; i++) await new Promise((resolve) => setTimeout(resolve, 10));
const seconds = (performance.now() - begin) / 1000;
const used = cpu() - start;
late.sort((a, b) => a - b);
const at = (share) => Math.round(late[Math.floor(late.length * share)] * 1000);
console.log(JSON.stringify({
  watchers, messages: total, delivered, missed: expected - delivered, events_per_s: Math.round(delivered / seconds),
  cpu_us_per_message: Math.round(used / total), cpu_us_per_event: Math.round(used / delivered * 10) / 10,
  p50_us: at(0.5), p99_us: at(0.99), kib_per_watcher: Math.round(held / watchers * 10) / 10,
}));
process.exit(0);
