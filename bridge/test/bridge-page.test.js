// docs/BRIDGE.md against the contract and against a real rpcd: every field and every state is told of, and the first frames
// that it takes apart are what is really said.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import test from 'node:test';
import { envelope } from '../client/envelope.js';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { until } from '../testkit/wait.js';

const read = (name) => fs.readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const page = read('docs/BRIDGE.md');
const proto = read('proto/switchboard/v1/bridges.proto');

/** Message → its fields, as `type name = number`, sorted. */
function messages(text) {
  const plain = text.replace(/\/\/.*$/gm, '').replaceAll('google.protobuf.', '');
  const found = {};
  for (const [, name, body] of plain.matchAll(/message (\w+) \{((?:[^{}]|\{[^{}]*\})*)\}/g)) {
    found[name] = [...body.matchAll(/([\w.<>, ]+?) (\w+) = (\d+);/g)]
      .map(([, type, field, number]) => `${type.trim()} ${field} = ${number}`).sort();
  }
  return found;
}

test('the page has every message of the stream as the contract has it', () => {
  // What callers ask about bridges is another page's.
  const contract = messages(proto.slice(proto.indexOf('message BridgeFrame'), proto.indexOf('message ListBridgesRequest')));
  assert.equal(Object.keys(contract).length, 33);
  assert.ok(Object.values(contract).flat().length > 80);
  assert.deepEqual(messages(page.split('```proto')[1].split('```')[0]), contract);
  // And tells in words what each field means.
  const words = new Set(page.replace(/```proto[^]*?```/, '').match(/\w+/g));
  const fields = Object.values(contract).flat().map((field) => field.split(' ').at(-3));
  assert.deepEqual(fields.filter((field) => !words.has(field)), []);
});

test('the page numbers frames, acks and states as the contract does', () => {
  const frames = [...proto.matchAll(/^ {4}(?!option)(\w+) (\w+) = (\d+);/gm)]
    .filter(([, type]) => /^[A-Z]/.test(type) && !/Content$/.test(type) && !['Submitted', 'Done', 'CommandError'].includes(type));
  assert.equal(frames.length, 22);
  for (const [, , name, number] of frames) {
    if (['welcome', 'confirm'].includes(name)) continue;
    assert.ok(page.includes(`**${name}** (${number})`), name);
  }
  for (const [, name, number] of proto.matchAll(/ACK_STATE_(\w+) = ([1-9]);/g)) {
    assert.ok(page.includes(` ${number} ${name.toLowerCase()}`), name);
  }
  const reported = [...page.matchAll(/^\| (\d+) `(\w+)`/gm)];
  assert.equal(reported.length, 9);
  const states = read('proto/switchboard/v1/sessions.proto');
  for (const [, number, name] of reported) {
    assert.ok(states.includes(`SESSION_STATUS_${name.toUpperCase()} = ${number};`), name);
  }
});

/** The frames of section 2: those that the bridge says, and rpcd's first. */
function firstFrames() {
  const block = page.slice(page.indexOf('## 2.')).split('```')[1];
  const [, ...said] = block.split(/^(?:bridge → rpcd, \d+ bytes|rpcd → bridge)$/m);
  const bytes = said.map((part) => Buffer.from(part.split('\n')
    .map((line) => /^ *((?:[0-9a-f]{2} )*[0-9a-f]{2})(?: |$)/.exec(line)?.[1] ?? '').join('').replaceAll(' ', ''), 'hex'));
  return { block, bytes };
}

/** Says the bridge's frames on a connection of its own, until Welcome comes. */
async function attach(t, rpcd, bytes) {
  const socket = net.connect(rpcd.bridges.slice('unix:'.length));
  t.after(() => socket.destroy());
  let answer = Buffer.alloc(0);
  socket.on('data', (data) => { answer = Buffer.concat([answer, data]); });
  for (const part of bytes.slice(0, 3)) socket.write(part);
  await until(() => answer.length >= 10 && answer.length >= 10 + answer.readUInt32BE(0), 'Welcome', 30_000);
  const { welcome } = envelope.decode('switchboard.v1.ServerFrame', answer.subarray(10, 10 + answer.readUInt32BE(0)));
  return { answer, welcome };
}

test('a lease is never shorter than three heartbeats', { skip }, async (t) => {
  for (const [lease, heartbeat] of [['6s', 2_000], ['45s', 10_000]]) {
    const rpcd = await Daemon.start(t, [], { SWITCHBOARD_BRIDGES_LEASE: lease });
    assert.equal((await attach(t, rpcd, firstFrames().bytes)).welcome.heartbeatIntervalMs, heartbeat);
  }
});

test('the first frames are those of the page', { skip }, async (t) => {
  const { block, bytes } = firstFrames();
  assert.deepEqual(bytes.slice(0, 3).map(({ length }) => length),
    [...block.matchAll(/^bridge → rpcd, (\d+) bytes$/gm)].map(([, length]) => Number(length)));

  const rpcd = await Daemon.start(t);
  const { answer, welcome } = await attach(t, rpcd, bytes);
  assert.deepEqual([welcome.protocolVersion, welcome.heartbeatIntervalMs, welcome.token.length, welcome.confirmedSeq],
    [1, 10_000, 64, 0]);
  // The token is another each time; a later version has another name.
  const alike = welcome.serverVersion === '0.1.0' ? bytes[3].length - 3 : 0;
  assert.equal(answer.subarray(0, alike).toString('hex'), bytes[3].subarray(0, alike).toString('hex'));
  assert.equal(answer.readUInt32BE(4), 1);
  const { bridges: [bridge] } = await rpcd.operator.bridge.listBridges({});
  assert.deepEqual([bridge.name, bridge.instanceId, bridge.engine, bridge.capacity, bridge.credit],
    ['b1', 'i-1', 'simulator', 1, 16]);
});
