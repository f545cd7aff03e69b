// A bridge that costs next to nothing: it carries every session that it is given, takes every send at once and says so,
// and keeps no journal. What rpcd spends meanwhile is what its dispatch costs.
//
//   node Benchmarks/messages/carrier.js --endpoint unix:PATH --pid PID --messages N [--sessions N]
//
// Prints a line of JSON: messages a second from the first send to the last confirmed result, the server's CPU for each in
// microseconds, and its longest silence between two sends in milliseconds.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { createClient } from '../../bridge/client/index.js';

const { values: options } = parseArgs({ options: {
  endpoint: { type: 'string' }, pid: { type: 'string' }, messages: { type: 'string' },
  sessions: { type: 'string', default: '1000' },
} });
const total = Number(options.messages);
const sessions = Number(options.sessions);
// As many facts as a bridge may have under way: rpcd buffers 64 frames of a stream.
const UNDER_WAY = 48;
const WINDOW = 256;

/** Microseconds of CPU that the server has used. */
const cpu = () => {
  const fields = fs.readFileSync(`/proc/${options.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
};

const client = createClient({ endpoint: options.endpoint });
const link = client.bridge.attach();
const facts = [];
let seq = 0;
let confirmed = 0;
let carried = 0;
let isOpen = false;
let taken = 0;
let begin = null;
let lastSend = 0;
let silence = 0;

await link.send({ hello: {
  protocolVersion: 1, bridgeName: 'carrier', instanceId: String(process.pid), engine: 'simulator', engineVersion: '1',
  kinds: ['text'], capacity: sessions, held: [], nextSeq: 1,
} });

let writing = false;
async function write() {
  if (writing) return;
  writing = true;
  while (facts.length > 0 && seq - confirmed < UNDER_WAY) {
    seq += 1;
    await link.send({ seq, ...facts.shift() });
  }
  writing = false;
}

const beat = setInterval(() => link.send({ heartbeat: { sessions: carried } }), 5000);
for await (const frame of link) {
  if (frame.assign) {
    const { sessionId, epoch, phoneNumber } = frame.assign;
    facts.push({ sessionState: { sessionId, epoch, state: 'SESSION_STATUS_CONNECTED', phoneNumber } });
    carried += 1;
  } else if (frame.send) {
    const now = performance.now();
    if (begin === null) begin = { at: now, cpu: cpu() };
    else silence = Math.max(silence, now - lastSend);
    lastSend = now;
    const { commandId, sessionId, epoch, clientMessageId } = frame.send;
    facts.push({ result: { commandId, sessionId, epoch, submitted: { providerMessageId: clientMessageId } } });
    taken += 1;
    if (taken % (WINDOW / 2) === 0) await link.send({ credit: { n: WINDOW / 2 } });
  } else if (frame.confirm) {
    confirmed = frame.confirm.upToSeq;
    if (taken === total && confirmed === seq && facts.length === 0) break;
  }
  // All sessions first: what is measured is dispatch.
  if (carried === sessions && !isOpen && confirmed >= carried) {
    await link.send({ credit: { n: WINDOW } });
    isOpen = true;
  }
  write();
}
clearInterval(beat);
const seconds = (performance.now() - begin.at) / 1000;
console.log(JSON.stringify({
  messages: taken, per_s: taken / seconds, cpu_us: (cpu() - begin.cpu) / taken, longest_silence_ms: silence,
}));
client.close();
process.exit(0);
