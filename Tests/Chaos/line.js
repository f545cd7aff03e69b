// The line between one bridge and rpcd: a socket of its own that hands on bytes, and can be cut, made deaf or stalled in
// either direction, in the middle of a frame or of a quiet time. A peer cannot tell it from a network that breaks.
import net from 'node:net';
import { rmSync } from 'node:fs';

export class Line {
  #pairs = new Set();
  #stalled = { up: false, down: false };
  #refusing = false;
  #cutAfter = null;

  /** @param {string} socket Where the bridge dials. @param {string} target rpcd's bridge socket. */
  constructor(socket, target) {
    this.socket = socket;
    this.target = target;
  }

  async open() {
    rmSync(this.socket, { force: true });
    this.server = net.createServer({ allowHalfOpen: true }, (near) => this.#take(near));
    await new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.socket, resolve);
    });
  }

  close() {
    this.server.close();
    this.cut();
  }

  /** Both ends see the connection end at once. */
  cut() {
    for (const pair of this.#pairs) pair.end();
  }

  /** rpcd sees the bridge go; the bridge goes on talking to nobody, until `cut`. */
  deafen() {
    for (const pair of this.#pairs) pair.deafen();
  }

  /** Nothing gets through, and nobody is told. `up` is towards rpcd. */
  stall({ up = true, down = true } = {}) {
    this.#stalled = { up, down };
    for (const pair of this.#pairs) pair.flow(this.#stalled);
  }

  /** New connections end at once, or not. */
  refuse(refusing) {
    this.#refusing = refusing;
  }

  /** Ends the connection after so many more bytes in one direction, wherever in a frame that is. */
  cutAfter(bytes, direction) {
    this.#cutAfter = { bytes, direction };
  }

  /** All well from here on. What was stalled flows again; half-dead connections end. */
  heal() {
    this.#refusing = false;
    this.#cutAfter = null;
    this.stall({ up: false, down: false });
    for (const pair of this.#pairs) if (pair.deaf) pair.end();
  }

  #take(near) {
    if (this.#refusing) {
      near.destroy();
      return;
    }
    const far = net.createConnection({ path: this.target, allowHalfOpen: true });
    const pair = new Pair(near, far, this);
    this.#pairs.add(pair);
    pair.flow(this.#stalled);
    near.once('close', () => this.#pairs.delete(pair));
  }

  /** How much of a chunk may pass. */
  allowance(direction, length) {
    if (this.#cutAfter?.direction !== direction) return length;
    const passes = Math.min(length, this.#cutAfter.bytes);
    this.#cutAfter.bytes -= passes;
    if (this.#cutAfter.bytes === 0) this.#cutAfter = null;
    return passes;
  }
}

class Pair {
  deaf = false;

  constructor(near, far, line) {
    this.near = near;
    this.far = far;
    near.on('error', () => this.end());
    far.on('error', () => { if (!this.deaf) this.end(); });
    this.#carry(near, far, 'up', line);
    this.#carry(far, near, 'down', line);
  }

  #carry(from, to, direction, line) {
    from.on('data', (chunk) => {
      if (this.deaf) return;
      const passes = line.allowance(direction, chunk.length);
      to.write(passes < chunk.length ? chunk.subarray(0, passes) : chunk, () => { if (passes < chunk.length) this.end(); });
    });
    from.on('end', () => { if (!this.deaf) to.end(); });
    from.on('close', () => { if (!this.deaf) this.end(); });
  }

  flow({ up, down }) {
    if (this.deaf) return;
    if (up) this.near.pause(); else this.near.resume();
    if (down) this.far.pause(); else this.far.resume();
  }

  deafen() {
    if (this.deaf) return;
    this.deaf = true;
    this.near.resume();
    this.far.destroy();
  }

  end() {
    this.deaf = true;
    this.near.destroy();
    this.far.destroy();
  }
}
