// A lock between processes that the kernel lets go of when its holder dies, however it dies: a listening socket with a
// name in Linux's abstract namespace. (Node has no flock, and a lock file outlives a process that was killed.)
// Elsewhere than on Linux it only keeps order within the process.
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export class ProcessLock {
  #name;
  #server = null;

  /** @param {string} folder What is locked. It exists. */
  constructor(folder) {
    const digest = crypto.createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 32);
    this.#name = `\0switchboard-simulator-${digest}`;
  }

  /** Resolves when the lock is held. */
  async acquire() {
    if (process.platform !== 'linux') return;
    for (let wait = 0.5; ; wait = Math.min(wait * 1.5, 8)) {
      const server = net.createServer((socket) => socket.destroy());
      const taken = await new Promise((resolve, reject) => {
        server.once('listening', () => resolve(true));
        server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
        server.listen(this.#name);
      });
      if (taken) {
        this.#server = server;
        return;
      }
      await sleep(wait + Math.random() * wait);
    }
  }

  async release() {
    const server = this.#server;
    this.#server = null;
    if (server) await new Promise((resolve) => { server.close(resolve); });
  }
}
