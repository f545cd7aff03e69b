// What a disk can do to rpcd: the power is cut, syncs fail, it is full, it is gone, it cannot be written. Each is done to
// a real process on a file system of its own, and what callers were told OK is held against what is there afterwards.
// Exit status 1 where something was lost or a failure was acknowledged; a part that this machine cannot do says so.
//
//   node Tests/Chaos/powercut.js --rpcd .build/release/rpcd [--rounds 10] [--seconds S] [--seed 1] [--no-sync]
//
// --no-sync takes the syncs of the WAL away from rpcd: then this has to fail, or it shows nothing.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../bridge/client/index.js';
import { Chance } from './chance.js';
import { Disk, obstacle } from './disk.js';
import { Load, account, missing } from './load.js';
import { Bridge, until } from './processes.js';
import { Witness, unkept } from './witness.js';

const { values: options } = parseArgs({ options: {
  rpcd: { type: 'string', default: '.build/release/rpcd' }, rounds: { type: 'string', default: '10' },
  seconds: { type: 'string', default: '0' }, seed: { type: 'string', default: '1' },
  'no-sync': { type: 'boolean', default: false },
} });
const program = path.resolve(options.rpcd);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sb-disk-'));
const chance = new Chance(Number(options.seed));
const running = new Set();
const disks = new Set();
let broken = 0;
let servers = 0;

/** rpcd on a data folder; its sockets lie elsewhere. */
class Server {
  constructor(data, wrapper = []) {
    const name = `s${++servers}`;
    this.bridge = path.join(folder, `${name}-b`);
    this.rpc = `unix:${path.join(folder, name)}`;
    this.data = data;
    this.log = path.join(folder, `${name}.log`);
    const out = fs.openSync(this.log, 'a');
    const [first, ...rest] = [...wrapper, program, '--data-dir', data, '--socket', this.rpc.slice(5), '--bridge-socket',
      this.bridge, '--http', 'off', '--log-level', 'warning'];
    const env = { PATH: process.env.PATH, SWIFT_BACKTRACE: 'enable=no' };
    if (options['no-sync'] && wrapper.length === 0) env.LD_PRELOAD = withoutSync();
    this.child = spawn(first, rest, { stdio: ['ignore', out, out], env });
    fs.closeSync(out);
    running.add(this);
    this.exited = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => {
        running.delete(this);
        resolve(signal ?? code);
      });
    });
  }

  async ready() {
    await until(() => {
      if (this.child.exitCode !== null) throw new Error(`rpcd ended with ${this.child.exitCode}: ${this.tail()}`);
      return fs.existsSync(path.join(this.data, 'endpoints.json')) && fs.existsSync(this.rpc.slice(5));
    }, 'rpcd to be ready');
    return this;
  }

  /** Somebody who can send. */
  account() {
    const name = path.basename(this.bridge);
    const script = { qr: { scan_after_ms: 0 }, link: { authenticated_ms: 0 }, connect_ms: 0 };
    const home = path.join(folder, `${name}-home`);
    fs.mkdirSync(home);
    return account(this.rpc, new Bridge({ name, folder: home, socket: this.bridge, script, seed: 1 }));
  }

  tail() {
    return fs.readFileSync(this.log, 'utf8').trim().split('\n').slice(-3).join(' | ');
  }

  /** Stops it, and waits until what each thread had asked of the kernel is done. */
  async stop() {
    this.child.kill('SIGSTOP');
    const tasks = `/proc/${this.child.pid}/task`;
    await until(() => fs.readdirSync(tasks).every((id) => {
      const stat = fs.readFileSync(path.join(tasks, id, 'stat'), 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2)[0] === 'T';
    }), 'every thread to stop', 10_000, 1);
  }

  async kill(signal = 'SIGKILL') {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.exited;
  }
}

let library;
function withoutSync() {
  if (library) return library;
  const source = path.join(folder, 'nosync.c');
  fs.writeFileSync(source, `
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <stdio.h>
    #include <string.h>
    #include <unistd.h>
    int fdatasync(int file) {
      char link[64], name[4096];
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      ssize_t length = readlink(link, name, sizeof name);
      if (length > 4 && memcmp(name + length - 4, "-wal", 4) == 0) return 0;
      return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
    }`);
  library = path.join(folder, 'nosync.so');
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, source]);
  return library;
}

function disk(name, megabytes) {
  const made = Disk.make(path.join(folder, name), megabytes);
  disks.add(made);
  return made;
}

function drop(made) {
  made.unmount();
  disks.delete(made);
  fs.rmSync(made.image);
}

/** Holds what was told OK, callers and a bridge, against a copy of the disk as it was at that moment. */
async function afterTheCut(image, key, kept, promised) {
  const copy = Disk.mount(image);
  disks.add(copy);
  const server = new Server(path.join(copy.folder, 'data'));
  let verdict;
  try {
    await server.ready();
    verdict = await missing(server.rpc, key, kept);
    verdict.broken = promised ? await unkept(server.bridge, promised, verdict.incoming) : [];
  } catch (error) {
    verdict = { lost: [...kept.keys()], there: 0, broken: [], why: `${error.code ?? ''} ${error.reason ?? ''} ${error.message}` };
  }
  await server.kill();
  drop(copy);
  return verdict;
}

/** The power is cut again and again under a server that sends, and takes in what a bridge says; and each cut is looked at. */
async function cuts() {
  const place = disk('cut', 192);
  const server = await new Server(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const owner = createClient({ endpoint: server.rpc, apiKey: key });
  const witness = await Witness.begin(server.bridge, owner);
  owner.close();
  const load = new Load({ endpoint: server.rpc, key, sessionId });
  const unkeptFacts = [];
  let told = 0;
  let lost = 0;
  let unsaid = 0;
  const end = performance.now() + Number(options.seconds) * 1000;
  let rounds = 0;
  const others = [];
  while (rounds < Number(options.rounds) || performance.now() < end) {
    rounds++;
    await sleep(chance.whole(20, 400));
    await server.stop();
    // What it said before is on its way to us.
    await sleep(30);
    const kept = new Map(load.kept);
    const { promised } = witness;
    place.cut(path.join(folder, 'after'));
    server.child.kill('SIGCONT');
    const verdict = await afterTheCut(path.join(folder, 'after'), key, kept, promised);
    unkeptFacts.push(...verdict.broken);
    told += kept.size;
    lost += verdict.lost.length;
    unsaid += Math.max(0, verdict.there - kept.size);
    if (verdict.why) others.push(verdict.why);
    // The journal of a disk this small is soon all that there is of it.
    if (kept.size + promised.confirmed > 20_000) break;
  }
  await load.stop();
  const { promised } = witness;
  await witness.stop();
  await server.kill();
  drop(place);
  if (load.kept.size === 0) others.push('nothing was acknowledged');
  const faults = lost > 0 || load.kept.size === 0
    ? [`${lost} of ${told} acknowledged messages were lost in ${rounds} cuts: ${others.slice(0, 3).join('; ')}`] : [];
  faults.push(...witness.faults, ...unkeptFacts.slice(0, 5));
  if (unkeptFacts.length > 5) faults.push(`and ${unkeptFacts.length - 5} more that a bridge was told`);
  if (promised.confirmed < 2 || promised.answered === 0) faults.push(`nothing was confirmed to the bridge: ${JSON.stringify(promised)}`);
  return { faults, figures: { rounds, acknowledged: load.kept.size, looked_at: told, lost, kept_and_not_said: unsaid,
    confirmed: promised.confirmed, credentials: promised.answered } };
}

/** The power is cut just after the very first things were answered: the files themselves are new. */
async function firstMoments() {
  const faults = [];
  const count = Math.ceil(Number(options.rounds) / 2);
  for (let n = 0; n < count; n++) {
    const place = disk(`first${n}`, 64);
    const server = await new Server(path.join(place.folder, 'data')).ready();
    const { key, sessionId } = await server.account();
    const load = new Load({ endpoint: server.rpc, key, sessionId, atOnce: 1 });
    await until(() => load.kept.size > 0, 'the first answer', 10_000, 1);
    await server.stop();
    await sleep(30);
    const kept = new Map(load.kept);
    place.cut(path.join(folder, 'after'));
    server.child.kill('SIGCONT');
    await load.stop();
    await server.kill();
    drop(place);
    const { lost, why } = await afterTheCut(path.join(folder, 'after'), key, kept);
    if (lost.length > 0) faults.push(`cut ${n + 1}: ${lost.length} of the first ${kept.size} were lost: ${why ?? ''}`);
  }
  return { faults, figures: { cuts: count } };
}

/** No room: writes are refused by that name, reads go on, and it passes without a restart. */
async function full() {
  const faults = [];
  const place = disk('full', 48);
  const server = await new Server(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId, bytes: 2000 });
  await until(() => load.kept.size > 100, 'the first hundred');
  place.fill();
  const orSay = (error) => faults.push(error.message);
  await until(() => load.refused.STORAGE_FULL > 50, 'STORAGE_FULL', 30_000).catch(orSay);
  const whileFull = await missing(server.rpc, key, new Map(load.kept));
  if (whileFull.lost.length > 0) faults.push(`${whileFull.lost.length} cannot be read while the disk is full`);
  place.makeRoom();
  const before = load.kept.size;
  await until(() => load.kept.size > before + 100, 'sends after there was room', 30_000).catch(orSay);
  await load.stop();
  const strange = Object.keys(load.refused).filter((reason) => reason !== 'STORAGE_FULL');
  if (strange.length > 0) faults.push(`other answers than STORAGE_FULL: ${JSON.stringify(load.refused)}`);
  await server.kill();
  const again = await new Server(path.join(place.folder, 'data')).ready();
  const { lost } = await missing(again.rpc, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost`);
  await again.kill();
  drop(place);
  return { faults, figures: { acknowledged: load.kept.size, refused: load.refused.STORAGE_FULL } };
}

/** The disk fails under it: nothing more is acknowledged, it says so and ends; what was acknowledged is there. */
async function gone() {
  const faults = [];
  const place = disk('gone', 64);
  const server = await new Server(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId });
  await until(() => load.kept.size > 300, 'the first hundreds');
  // Not under a sync: ext4 says yes to one that its shutdown overtakes, and its bytes are gone (seen in 3 of 60 rounds of a
  // program that does nothing else; in none of 150 where it was stopped).
  await server.stop();
  place.takeAway();
  server.child.kill('SIGCONT');
  const how = await Promise.race([server.exited, sleep(20_000, 'not at all', { ref: false })]);
  if (how === 0 || how === 'not at all') faults.push(`rpcd ended with ${how} when its disk was gone`);
  await load.stop();
  if (!/database|disk|storage|write/i.test(server.tail())) faults.push(`rpcd did not say why it ended: ${server.tail()}`);
  await server.kill();
  const { image } = place;
  place.unmount();
  disks.delete(place);
  const { lost, why } = await afterTheCut(image, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost: ${why ?? ''}`);
  return { faults, figures: { acknowledged: load.kept.size, ended_with: how, said: server.tail().slice(0, 200) } };
}

/** A sync fails: no OK for what it was to keep, nothing written after it, and an end that says so. */
async function syncFails() {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
  } catch {
    return { skipped: 'there is no strace' };
  }
  const faults = [];
  const data = path.join(folder, 'sync');
  const trace = path.join(folder, 'strace.log');
  const nth = chance.whole(40, 120);
  const server = await new Server(data, ['strace', '-f', '--seccomp-bpf', '-o', trace, '-e', 'trace=fdatasync', '-e',
    `inject=fdatasync:error=EIO:when=${nth}+`]).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId, atOnce: 8 });
  const how = await Promise.race([server.exited, sleep(30_000, 'not at all', { ref: false })]);
  await load.stop();
  if (how === 0 || how === 'not at all') faults.push(`rpcd ended with ${how} when its syncs failed`);
  const failed = fs.readFileSync(trace, 'utf8').split('\n').filter((line) => line.includes('EIO')).length;
  if (failed === 0) faults.push('no sync failed: this has shown nothing');
  // Those of the last group were written and not synced: they may be there, and nobody was told so.
  await server.kill();
  const again = await new Server(data).ready();
  const { lost, there } = await missing(again.rpc, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost`);
  await again.kill();
  return { faults, figures: { acknowledged: load.kept.size, there, syncs_failed: failed, ended_with: how,
    said: server.tail().slice(0, 200) } };
}

/** A disk that cannot be written: refused at the start, with the reason, and nothing is harmed. */
async function readOnly() {
  const faults = [];
  const place = disk('ro', 64);
  const server = await new Server(path.join(place.folder, 'data')).ready();
  const { key, sessionId } = await server.account();
  const load = new Load({ endpoint: server.rpc, key, sessionId });
  await until(() => load.kept.size > 100, 'the first hundred');
  await load.stop();
  await server.kill();
  const { image } = place;
  place.unmount();
  const locked = Disk.mount(image, 'ro');
  disks.delete(place);
  disks.add(locked);
  const refused = new Server(path.join(locked.folder, 'data'));
  const how = await Promise.race([refused.exited, sleep(20_000, 'not at all', { ref: false })]);
  if (typeof how !== 'number' || how === 0) faults.push(`rpcd ended with ${how} on a disk that cannot be written`);
  const said = refused.tail();
  if (!/read-only|read only|cannot/i.test(said)) faults.push(`it did not say why: ${said}`);
  await refused.kill();
  locked.unmount();
  disks.delete(locked);
  const { lost } = await afterTheCut(image, key, load.kept);
  if (lost.length > 0) faults.push(`${lost.length} of ${load.kept.size} acknowledged messages were lost`);
  return { faults, figures: { acknowledged: load.kept.size, ended_with: how, said: said.slice(0, 200) } };
}

async function part(name, work, why) {
  const began = performance.now();
  let result;
  try {
    result = why ? { skipped: why } : await work();
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
  if (!options['no-sync']) {
    await part('full disk', full, why);
    await part('disk gone', gone, why);
    await part('read-only disk', readOnly, why);
    await part('failing syncs', syncFails);
  }
} finally {
  await Promise.all([...running].map((server) => server.kill()));
  for (const made of disks) {
    try {
      made.unmount();
    } catch { /* it is not mounted */ }
  }
  if (broken === 0) fs.rmSync(folder, { recursive: true, force: true });
  else console.log(`kept for reading: ${folder}; again: --seed ${options.seed}`);
}
process.exitCode = broken > 0 ? 1 : 0;
