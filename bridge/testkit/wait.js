// Waiting in tests: for a condition, never for a time and hope.
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves with the first truthy value of `condition`; rejects with `what` after `timeoutMs`. */
export async function until(condition, what, timeoutMs = 5000) {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await sleep(5);
  }
}

export { sleep };
