// How long an accepted message takes to be handed to its bridge when nothing holds it: a bridge that costs nothing and a
// sender in one process, so that one clock sees both. Timed is from the answer to SendText to the Send at the bridge, of
// messages that come evenly, each to a recipient of its own.
//
//   node Benchmarks/messages/handout.js --endpoint unix:PATH --bridge unix:PATH [--sessions N] [--rate N] [--seconds N]
//
// Prints a line of JSON, in microseconds. A Send that comes before the answer counts as 0.
import { parseArgs } from 'node:util';
import { createClient } from '../../bridge/client/index.js';

const { values: options } = parseArgs({ options: {
  endpoint: { type: 'string' }, bridge: { type: 'string' }, sessions: { type: 'string', default: '100' },
  rate: { type: 'string', default: '500' }, seconds: { type: 'string', default: '10' },
} });
const sessions = Number(options.sessions);
const total = Number(options.rate) * Number(options.seconds);

const bridge = createClient({ endpoint: options.bridge });
const link = bridge.bridge.attach();
let seq = 0;
const tell = (fact) => link.send({ seq: ++seq, ...fact });
await link.send({ hello: {
  protocolVersion: 1, bridgeName: 'handout', instanceId: String(process.pid), engine: 'simulator', engineVersion: '1',
  kinds: ['text'], capacity: sessions, held: [], nextSeq: 1,
} });

/** When each message was handed out, by its text. */
const handed = new Map();
let carried = 0;
let ready;
const isReady = new Promise((resolve) => { ready = resolve; });
const beat = setInterval(() => link.send({ heartbeat: { sessions: carried } }), 5000);
const carrying = (async () => {
  for await (const frame of link) {
    if (frame.assign) {
      const { sessionId, epoch, phoneNumber } = frame.assign;
      await tell({ sessionState: { sessionId, epoch, state: 'SESSION_STATUS_CONNECTED', phoneNumber } });
      carried += 1;
    } else if (frame.send) {
      const { commandId, sessionId, epoch, clientMessageId, text } = frame.send;
      handed.set(text.body, performance.now());
      tell({ result: { commandId, sessionId, epoch, submitted: { providerMessageId: clientMessageId } } });
      await link.send({ credit: { n: 1 } });
      if (handed.size === total) return;
    } else if (frame.confirm && carried === sessions && frame.confirm.upToSeq === carried) {
      await link.send({ credit: { n: 512 } });
      ready();
    }
  }
})();
await isReady;

const sender = createClient({ endpoint: options.endpoint });
const answered = new Map();
const took = [];
const begin = performance.now();
const calls = [];
for (let sent = 0; sent < total;) {
  const due = Math.min(total, Math.floor((performance.now() - begin) / 1000 * Number(options.rate)));
  for (; sent < due; sent++) {
    const text = `message ${sent}`;
    const session = 1 + sent % sessions;
    const asked = performance.now();
    const recipient = `+4917${String(sent).padStart(8, '0')}`;
    calls.push(sender.messages.sendText({ userId: session, sessionId: session, recipient, message: text }).then(() => {
      answered.set(text, performance.now());
      took.push(answered.get(text) - asked);
    }));
  }
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await Promise.all(calls);
await carrying;
clearInterval(beat);

const percentiles = (times) => {
  const sorted = times.map((time) => Math.round(Math.max(0, time) * 1000)).sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)], p99: sorted[Math.floor(sorted.length * 0.99)], max: sorted.at(-1) };
};
console.log(JSON.stringify({
  messages: total, answer_us: percentiles(took),
  handed_out_us: percentiles([...handed].map(([text, at]) => at - answered.get(text))),
}));
process.exit(0);
