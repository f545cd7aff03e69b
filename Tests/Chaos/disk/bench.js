// What the tests of the disk work with: servers on data folders, disks of their own, and what is left of all of them at the end.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Disk } from '../disk.js';
import { account } from '../load.js';
import { Bridge, until } from '../processes.js';

let servers = 0;

export class Bench {
  running = new Set();
  disks = new Set();

  /** @param {object} options folder, program, chance, rounds, seconds, noSync: the WAL is not synced. */
  constructor(options) {
    Object.assign(this, options);
  }

  /** @param {string[]} wrapper A program that runs rpcd, and its arguments. */
  start(data, wrapper = []) {
    return new Server(this, data, wrapper);
  }

  disk(name, megabytes, options) {
    const made = Disk.make(path.join(this.folder, name), megabytes, options);
    this.disks.add(made);
    return made;
  }

  mount(image, options) {
    const mounted = Disk.mount(image, options);
    this.disks.add(mounted);
    return mounted;
  }

  /** The file system is let go, its image stays. */
  unmount(disk) {
    disk.unmount();
    this.disks.delete(disk);
  }

  drop(disk) {
    this.unmount(disk);
    fs.rmSync(disk.image);
  }

  /** Ends and lets go what is still there. */
  async close() {
    await Promise.all([...this.running].map((server) => server.kill()));
    for (const disk of this.disks) {
      try {
        disk.unmount();
      } catch { /* it is not mounted */ }
    }
  }
}

/** rpcd on a data folder; its sockets lie elsewhere. */
class Server {
  constructor(bench, data, wrapper) {
    const { folder, program, running } = bench;
    const name = `s${++servers}`;
    this.folder = folder;
    this.bridge = path.join(folder, `${name}-b`);
    this.rpc = `unix:${path.join(folder, name)}`;
    this.data = data;
    this.log = path.join(folder, `${name}.log`);
    const out = fs.openSync(this.log, 'a');
    const [first, ...rest] = [...wrapper, program, '--data-dir', data, '--socket', this.rpc.slice(5), '--bridge-socket',
      this.bridge, '--http', 'off', '--log-level', 'warning'];
    const env = { PATH: process.env.PATH, SWIFT_BACKTRACE: 'enable=no' };
    if (bench.noSync && wrapper.length === 0) env.LD_PRELOAD = withoutSync(folder);
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
    const home = path.join(this.folder, `${name}-home`);
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
    }), 'every thread to stop', 30_000, 1);
  }

  async kill(signal = 'SIGKILL') {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.exited;
  }
}

let library;
function withoutSync(folder) {
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
