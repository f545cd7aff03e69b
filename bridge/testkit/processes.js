// Real bridge processes for tests, and the journal of the network that judges them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../bin/switchboard-bridge.js', import.meta.url));

/** Runs the program to its end. */
export function runToEnd(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args],
      { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = collect(child);
    child.on('close', (status, signal) => resolve({ status, signal, ...output }));
  });
}

/** Starts a bridge; it is killed at the test's end where it still runs. */
export function startBridge(t, { endpoint, driver = 'simulator', name = 'b1', stateDir, networkDir, args = [], script, env = {} }) {
  const all = ['--endpoint', endpoint, '--driver', driver, '--name', name, '--state-dir', stateDir,
    ...(networkDir ? ['--network', networkDir] : []), ...args];
  if (script) {
    const file = path.join(path.dirname(stateDir), `${name}-script.json`);
    fs.writeFileSync(file, JSON.stringify(script));
    all.push('--script', file);
  }
  const child = spawn(process.execPath, [PROGRAM, ...all],
    { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(child);
  const ended = new Promise((resolve) => { child.on('close', (status, signal) => resolve({ status, signal })); });
  t.after(() => { if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL'); return ended; });
  return { child, output, ended, kill: (signal) => child.kill(signal) };
}

function collect(child) {
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => { output.stdout += data; });
  child.stderr.on('data', (data) => { output.stderr += data; });
  return output;
}

/** Whether a process stands still by SIGSTOP, whoever sent it; Linux. */
export function isStopped(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] === 'T';
  } catch {
    return false;
  }
}

/** The network's journal, as it is now. */
export function journalOf(networkDir) {
  const file = path.join(networkDir, 'network.jsonl');
  if (!fs.existsSync(file)) return [];
  return fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap((line) => {
    try {
      return [JSON.parse(line)].filter((event) => event?.event);
    } catch {
      return [];
    }
  });
}

/** How often each id was sent in effect. */
export function sentOnce(networkDir) {
  const counts = new Map();
  for (const { event, id } of journalOf(networkDir)) if (event === 'message') counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
