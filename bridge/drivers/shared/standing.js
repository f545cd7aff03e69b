// The last moment before something is done to an account that only the session's holder may do.
import { setTimeout as sleep } from 'node:timers/promises';

const UNPROVEN_MS = 20;

/**
 * Waits until nobody else can have been given the session. Rejects where it is lost, or the carrier is stopped.
 * @param {object} sink
 * @param {AbortSignal} signal
 */
export async function standing(sink, signal) {
  while (!sink.holds()) await sleep(UNPROVEN_MS, undefined, { signal });
  signal.throwIfAborted();
}
