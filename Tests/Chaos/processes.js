// rpcd and its bridges as processes that are killed, stopped and started again. Each comes back by itself when it dies,
// by whatever hand, a while later; so a scripted crash and a SIGKILL from outside are the same to a round.
// Only processes started here are ever signalled, by their own handle.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const bridgeProgram = new URL('../../bridge/bin/switchboard-bridge.js', import.meta.url).pathname;

export async function until(condition, what, timeoutMs = 30_000, everyMs = 15) {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await sleep(everyMs);
  }
}

/** A program that is kept running until `end`. */
class Kept {
  #wanted = false;
  #stopped = false;
  /** How long it stays away after it died. */
  awayMs = 0;
  deaths = [];
  starts = 0;

  constructor(name, log) {
    this.name = name;
    this.log = log;
  }

  begin() {
    this.#wanted = true;
    this.#spawn();
  }

  get running() {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(name) {
    if (!this.running) return false;
    if (name === 'SIGSTOP') this.#stopped = true;
    if (name === 'SIGCONT' || name === 'SIGKILL') this.#stopped = false;
    return this.child.kill(name);
  }

  get stopped() {
    return this.#stopped;
  }

  /** Dies now, and stays away for so long. */
  kill(awayMs = 0, signal = 'SIGKILL') {
    this.awayMs = awayMs;
    this.signal(signal);
  }

  /** Is not started again. Resolves when it is gone. */
  async end(signal = 'SIGKILL') {
    this.#wanted = false;
    if (this.running) {
      if (this.#stopped) this.signal('SIGCONT');
      this.child.kill(signal);
    }
    await this.exited;
  }

  #spawn() {
    this.starts++;
    const out = fs.openSync(this.log, 'a');
    const { program, args, env } = this.command();
    this.child = spawn(program, args, { stdio: ['ignore', out, out], env: { PATH: process.env.PATH, ...env } });
    fs.closeSync(out);
    this.startedAt = performance.now();
    this.#stopped = false;
    this.exited = new Promise((resolve) => {
      this.child.once('exit', async (code, signal) => {
        this.deaths.push(signal ?? code);
        resolve(signal ?? code);
        if (!this.#wanted) return;
        const away = this.awayMs;
        this.awayMs = 0;
        // What does not come up must not be started a thousand times.
        await sleep(Math.max(away, performance.now() - this.startedAt < 50 ? 100 : 0));
        if (this.#wanted) this.#spawn();
      });
    });
  }
}

export class Rpcd extends Kept {
  /** Where it shall die by itself after its next start, as `name:n`, or stop, as `name:n:stop`; only debug builds know. */
  faultPoint = null;
  /** What is done to it where it stops, for stops.js. */
  atStop = null;

  constructor({ program, folder, leaseSeconds, data = path.join(folder, 'data') }) {
    super('rpcd', path.join(folder, 'rpcd.log'));
    Object.assign(this, { program, data, leaseSeconds });
    // Short: the path of a Unix socket has 107 bytes.
    this.rpc = `unix:${path.join(folder, 'r')}`;
    this.bridgeSocket = path.join(folder, 'b');
  }

  command() {
    const env = { SWIFT_BACKTRACE: 'enable=no', SWITCHBOARD_BRIDGES_LEASE: `${this.leaseSeconds}s` };
    if (this.faultPoint) env.SWITCHBOARD_FAULT_POINT = this.faultPoint;
    this.faultPoint = null;
    const args = ['--data-dir', this.data, '--socket', this.rpc.slice(5), '--bridge-socket', this.bridgeSocket, '--http',
      'off', '--log-level', 'info'];
    return { program: this.program, args, env };
  }

  /** Resolves when it answers; in vain after 30 s. */
  async ready() {
    const read = () => {
      try {
        return JSON.parse(fs.readFileSync(path.join(this.data, 'endpoints.json'), 'utf8')).pid;
      } catch {
        return null;
      }
    };
    await until(() => this.running && read() === this.child.pid, 'rpcd to be ready');
  }
}

export class Bridge extends Kept {
  constructor({ name, folder, socket, script, seed }) {
    super(name, path.join(folder, `${name}.log`));
    this.state = path.join(folder, name);
    this.script = path.join(folder, `${name}.json`);
    fs.writeFileSync(this.script, JSON.stringify(script));
    this.args = [bridgeProgram, '--endpoint', `unix:${socket}`, '--driver', 'simulator', '--name', name, '--seed', `${seed}`,
      '--state-dir', this.state, '--network', path.join(folder, 'network'), '--script', this.script, '--log-level', 'info'];
  }

  command() {
    return { program: process.execPath, args: this.args, env: {} };
  }
}
