// How long to wait before the next try: it doubles from `baseMs` to `capMs`, and is drawn at random below that ("full
// jitter"), so that those who failed together do not come back together.
export class Backoff {
  #baseMs;
  #capMs;
  #random;
  #failures = 0;

  constructor({ baseMs = 100, capMs = 5000, random = Math.random } = {}) {
    this.#baseMs = baseMs;
    this.#capMs = capMs;
    this.#random = random;
  }

  /** Counts a failure; returns the milliseconds to wait. Never less than a tenth of the base. */
  next() {
    const ceiling = Math.min(this.#capMs, this.#baseMs * 2 ** Math.min(this.#failures++, 30));
    return Math.max(this.#baseMs / 10, this.#random() * ceiling);
  }

  reset() {
    this.#failures = 0;
  }
}
