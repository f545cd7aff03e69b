// Everything that a round leaves to chance comes from here, in streams of their own: what the faults draw does not change
// what the senders draw, so that a seed stands for one plan, however the machine interleaves the rest.
import { seeded } from '../../bridge/drivers/simulator/random.js';

export class Chance {
  #random;

  constructor(seed) {
    this.#seed = seed;
    this.#random = seeded(`chaos:${seed}`);
  }

  #seed;

  /** A stream of its own, the same for the same name. */
  of(name) {
    return new Chance(`${this.#seed}/${name}`);
  }

  /** From 0 up to, not including, 1. */
  next() {
    return this.#random();
  }

  /** A whole number, both ends included. */
  whole(low, high) {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  is(share) {
    return this.#random() < share;
  }

  pick(list) {
    return list[Math.floor(this.#random() * list.length)];
  }
}
