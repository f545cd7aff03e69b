// The bridge in Python (Tests/Interop/python/bridge.py) as a process, and the file that is its WhatsApp.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../Tests/Interop/python/bridge.py', import.meta.url));

/**
 * Starts it; it is killed at the test's end where it still runs.
 * @param {import('./daemon.js').Daemon} rpcd Where it attaches, in whose folder it works.
 */
export function startPython(rpcd, { name = 'py', state = name, args = [], env = {} } = {}) {
  const child = spawn('python3', ['-B', program, '--endpoint', rpcd.bridges, '--name', name, '--state',
    path.join(rpcd.folder, state), '--network', path.join(rpcd.folder, 'network.jsonl'), ...args],
  { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH, ...env } });
  const bridge = { child, log: '' };
  child.stderr.on('data', (data) => { bridge.log += data; });
  bridge.ended = new Promise((resolve) => { child.on('close', (status, signal) => resolve(signal ?? status)); });
  bridge.kill = (signal = 'SIGKILL') => { child.kill(signal); return bridge.ended; };
  rpcd.alsoEnds(() => bridge.kill());
  return bridge;
}

/** What happened on its network. */
export class PythonNetwork {
  constructor(folder) {
    this.file = path.join(folder, 'network.jsonl');
  }

  /** Something that the outside world does. */
  happens(event) {
    fs.appendFileSync(this.file, `${JSON.stringify(event)}\n`);
  }

  events(name) {
    if (!fs.existsSync(this.file)) return [];
    return fs.readFileSync(this.file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
      .filter(({ event }) => event === name);
  }
}
