// Whether rpcd may have given this bridge's sessions to others. It does so once the stream is gone for the time of a lease,
// which is never shorter than three heartbeats or a second; so until that long after something was asked that rpcd has
// answered, it has not. A process that was stopped, or cut off, finds here that it slept too long, before it does anything
// with what it was told long ago. What was read from the stream proves nothing: it may have lain in the socket.
const SHORTEST_MS = 1000;

export class Lease {
  #provenAt = -Infinity;
  #lengthMs = SHORTEST_MS;

  /** @param {number} askedAt When that was asked to which an answer has come, as performance.now() had it. */
  prove(askedAt) {
    this.#provenAt = Math.max(this.#provenAt, askedAt);
  }

  /** @param {number} heartbeatMs As Welcome says. */
  begin(heartbeatMs, askedAt) {
    this.#lengthMs = Math.max(SHORTEST_MS, 3 * heartbeatMs);
    this.prove(askedAt);
  }

  get mayBeOver() {
    return performance.now() - this.#provenAt >= this.#lengthMs;
  }
}
