// rpcd as a process that is started, told to end, and started again on the same data; and what a round needs to be there
// before: a user without limits, a key, a session.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../../bridge/client/index.js';
import { certificatesIn } from '../../../bridge/testkit/certificates.js';

const bridgeProgram = new URL('../../../bridge/bin/switchboard-bridge.js', import.meta.url).pathname;

export async function until(condition, what, timeoutMs = 30_000) {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await sleep(20);
  }
}

export class Daemon {
  constructor(program, folder, flags = []) {
    this.program = program;
    this.folder = folder;
    this.flags = flags;
    this.log = path.join(folder, 'rpcd.log');
    this.certificates = certificatesIn(folder);
    this.certificates.issue('server');
  }

  async start() {
    const data = path.join(this.folder, 'data');
    const out = fs.openSync(this.log, 'a');
    this.child = spawn(this.program,
      ['--data-dir', data, '--http', 'http://127.0.0.1:0', '--listen', 'tcp:127.0.0.1:0', '--listen', 'tls:127.0.0.1:0',
        '--tls-cert', this.certificates.file('server.pem'), '--tls-key', this.certificates.file('server.key'),
        '--log-level', 'warning', ...this.flags],
      { stdio: ['ignore', out, out], env: { ...process.env, SWIFT_BACKTRACE: 'enable=no' } });
    fs.closeSync(out);
    this.exited = new Promise((resolve) => { this.child.once('exit', (code, signal) => resolve(signal ?? code)); });
    this.endpoints = await until(() => {
      if (this.child.exitCode !== null) throw new Error(`rpcd ended: ${fs.readFileSync(this.log, 'utf8').slice(-2000)}`);
      try {
        const read = JSON.parse(fs.readFileSync(path.join(data, 'endpoints.json'), 'utf8'));
        return read.pid === this.child.pid && read;
      } catch {
        return false;
      }
    }, 'rpcd');
  }

  rpc(kind) {
    return this.endpoints.rpc.find((endpoint) => endpoint.startsWith(`${kind}:`));
  }

  /** What a client on `tls:` must trust. */
  get tls() {
    return { ca: this.certificates.read('ca.pem') };
  }

  get http() {
    return this.endpoints.http[0];
  }

  /** SIGTERM now; the promise is of the exit status. */
  terminate() {
    this.child.kill('SIGTERM');
    return Promise.race([this.exited, sleep(60_000, 'no exit in 60 s', { ref: false })]);
  }

  kill() {
    this.child?.kill('SIGKILL');
  }
}

/** A user of this name with a key and a session that is linked, whose bridge is gone again: texts are kept, not sent. */
export async function account(daemon, name) {
  const operator = createClient({ endpoint: daemon.rpc('unix') });
  const state = path.join(daemon.folder, 'bridge');
  const log = fs.openSync(path.join(daemon.folder, 'bridge.log'), 'w');
  const bridge = spawn(process.execPath, [bridgeProgram, '--endpoint', daemon.endpoints.bridge[0], '--driver', 'simulator',
    '--name', 'drain', '--seed', '1', '--state-dir', state], { stdio: ['ignore', log, log] });
  fs.closeSync(log);
  let client;
  try {
    const unlimited = { value: 0 };
    const user = await operator.users.createUser(
      { username: name, maxMessagesPerDay: unlimited, maxMessagesPerMinute: unlimited });
    const { secret } = await operator.keys.createKey({ userId: user.id, name: 'drain' });
    client = createClient({ endpoint: daemon.rpc('unix'), apiKey: secret });
    const { id } = await client.sessions.initSession({});
    await until(async () => (await client.sessions.getSession({ id })).status === 'SESSION_STATUS_CONNECTED', 'the session');
    return { userId: user.id, key: secret };
  } finally {
    client?.close();
    operator.close();
    bridge.kill('SIGKILL');
  }
}
