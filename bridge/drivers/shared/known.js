// Numbers that were found to have an account, so that WhatsApp is not asked before each message: who asks much is
// restricted. Who has none is asked for again, for that may change at any time.
const LIFE_MS = 24 * 60 * 60 * 1000;
const MOST = 10_000;

export class KnownNumbers {
  #found = new Map();

  /** What was found under this number, or undefined. */
  find(number) {
    const known = this.#found.get(number);
    return known && performance.now() - known.at < LIFE_MS ? known.value : undefined;
  }

  keep(number, value) {
    this.#found.delete(number);
    this.#found.set(number, { value, at: performance.now() });
    if (this.#found.size > MOST) this.#found.delete(this.#found.keys().next().value);
  }
}
