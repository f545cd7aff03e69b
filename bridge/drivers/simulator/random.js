// Random numbers that are the same for the same seed (mulberry32), and things made of them.
import crypto from 'node:crypto';

/** @param {string} seed Any text. @returns {() => number} From 0 up to, not including, 1. */
export function seeded(seed) {
  let state = crypto.createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A draw from `[low, high]`, or the number itself. */
export function draw(range, random) {
  return Array.isArray(range) ? range[0] + random() * (range[1] - range[0]) : range;
}

/** The account that a session of this network is linked as. +999 is no country's: nobody is ever called. */
export function identityOf(seed, session) {
  const digest = crypto.createHash('sha256').update(`${seed}:${session}`).digest();
  const digits = (at, count) => String(digest.readUIntBE(at, 6) % 10 ** count).padStart(count, '0');
  return { phone: `+999${digits(0, 9)}`, lid: `${digits(6, 14)}@lid` };
}

/** What a QR code of the simulator says: shaped as WhatsApp's, and no phone can take it for one. */
export function qrText(random) {
  const part = () => Buffer.from(Array.from({ length: 32 }, () => Math.floor(random() * 256))).toString('base64');
  return `simulator,2@${part()},${part()},${part()},${part()}`;
}
