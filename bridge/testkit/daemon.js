// A real rpcd as a process, which a test starts, ends, kills and starts again on the same data; and the operator's client.
// RPCD names the program; else the debug build's.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createClient } from '../client/index.js';
import { until } from './wait.js';

const program = process.env.RPCD ?? new URL('../../.build/debug/rpcd', import.meta.url).pathname;

/** For `test`'s option: why what needs an rpcd cannot run, or false. */
export const skipWithoutRpcd = fs.existsSync(program) ? false : `${program} is absent`;

export class Daemon {
  #child;
  #folder;
  #flags;
  #exited;

  /** Starts it in a folder of the test's; it is killed at the test's end. */
  static async start(t, folder, flags = []) {
    const daemon = new Daemon();
    daemon.#folder = folder;
    daemon.#flags = flags;
    t.after(() => daemon.kill());
    await daemon.start();
    daemon.operator = createClient({ endpoint: `unix:${path.join(folder, 'data', 'rpcd.sock')}` });
    t.after(() => daemon.operator.close());
    return daemon;
  }

  async start() {
    const data = path.join(this.#folder, 'data');
    const log = path.join(this.#folder, 'rpcd.log');
    const out = fs.openSync(log, 'a');
    const child = spawn(program, ['--data-dir', data, '--http', 'off', ...this.#flags],
      { stdio: ['ignore', out, out], env: { ...process.env, SWIFT_BACKTRACE: 'enable=no' } });
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
