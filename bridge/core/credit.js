// How many sends this bridge will take: the flow control of the stream from rpcd, which ttrpc has none of.
// What rpcd may still send plus what it has sent and is not finished is never more than the window. Credit belongs to
// a stream; what is unfinished outlives it and counts against the next one.
export class CreditWindow {
  #size;
  #granted = 0;
  #unfinished = 0;

  constructor(size) {
    this.#size = size;
  }

  /** A new stream: nothing is granted on it yet. */
  reset() {
    this.#granted = 0;
  }

  /** A send came in. False where it came without credit. */
  take() {
    this.#unfinished++;
    if (this.#granted === 0) return false;
    this.#granted--;
    return true;
  }

  /** A send was answered. */
  finish() {
    this.#unfinished--;
  }

  /** How much to grant now; counts it as granted. */
  grant() {
    const n = Math.max(0, this.#size - this.#granted - this.#unfinished);
    this.#granted += n;
    return n;
  }

  get unfinished() {
    return this.#unfinished;
  }
}
