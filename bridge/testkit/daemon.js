// A real rpcd as a process, which a test starts, ends, kills and starts again on the same data; and the operator's client.
// RPCD names the program; else the debug build's. The folder is removed when every process that writes into it has ended:
// a test's hooks run in the order in which they were given, so there is one for all.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient } from '../client/index.js';
import { until } from './wait.js';

const program = process.env.RPCD ?? new URL('../../.build/debug/rpcd', import.meta.url).pathname;

/** For `test`'s option: why what needs an rpcd cannot run, or false. */
export const skipWithoutRpcd = fs.existsSync(program) ? false : `${program} is absent`;

export class Daemon {
  #child;
  #flags;
  #env;
  #exited;
  #others = [];
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'switchboard-test-'));
  operator = createClient({ endpoint: `unix:${path.join(this.folder, 'data', 'rpcd.sock')}` });

  /** Starts it in a folder of its own; it is killed at the test's end. */
  static async start(t, flags = [], env = {}) {
    const daemon = new Daemon();
    daemon.#flags = flags;
    daemon.#env = env;
    t.after(() => daemon.#end());
    await daemon.start();
    return daemon;
  }

  /**
   * Something that works in the folder, and is to end before that is removed.
   * @param {() => Promise<unknown>} end Resolves when it has.
   */
  alsoEnds(end) {
    this.#others.push(end);
  }

  async #end() {
    this.operator.close();
    await Promise.all(this.#others.map((end) => end()));
    await this.kill();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  async start() {
    const data = path.join(this.folder, 'data');
    const log = path.join(this.folder, 'rpcd.log');
    const out = fs.openSync(log, 'a');
    const http = this.#flags.includes('--http') ? [] : ['--http', 'off'];
    const child = spawn(program, ['--data-dir', data, ...http, ...this.#flags],
      { stdio: ['ignore', out, out], env: { ...process.env, SWIFT_BACKTRACE: 'enable=no', ...this.#env } });
    fs.closeSync(out);
    this.#child = child;
    this.#exited = new Promise((resolve) => { child.once('exit', (code, signal) => resolve(signal ?? code)); });
    await until(() => {
      if (child.exitCode !== null) throw new Error(`rpcd ended: ${fs.readFileSync(log, 'utf8').slice(-2000)}`);
      try {
        return JSON.parse(fs.readFileSync(path.join(data, 'endpoints.json'), 'utf8')).pid === child.pid;
      } catch {
        return false;
      }
    }, 'rpcd', 60_000);
    this.bridges = `unix:${path.join(data, 'bridge.sock')}`;
  }

  get pid() {
    return this.#child.pid;
  }

  /** SIGTERM. @returns {Promise<number | string>} The exit status. */
  terminate() {
    this.#child.kill('SIGTERM');
    return this.#exited;
  }

  kill() {
    this.#child?.kill('SIGKILL');
    return this.#exited;
  }
}
