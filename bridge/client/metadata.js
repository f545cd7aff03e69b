// Metadata of a call: pairs of strings in order, several values to a key allowed, keys compared without case.

/**
 * @param {undefined | Record<string, string | string[]> | Iterable<[string, string]>} given
 * @returns {{key: string, value: string}[]} Keys as they were given.
 */
export function toPairs(given) {
  if (!given) return [];
  const entries = typeof given[Symbol.iterator] === 'function' ? given : Object.entries(given);
  const pairs = [];
  for (const [key, values] of entries) {
    for (const value of Array.isArray(values) ? values : [values]) {
      if (value !== undefined && value !== null) pairs.push({ key: String(key), value: String(value) });
    }
  }
  return pairs;
}

/** Metadata that came with an answer. */
export class Metadata {
  #pairs;

  constructor(pairs = []) {
    this.#pairs = pairs.map(({ key, value }) => [key.toLowerCase(), value]);
  }

  /** The first value of a key, or undefined. */
  get(key) {
    return this.#pairs.find(([name]) => name === key.toLowerCase())?.[1];
  }

  getAll(key) {
    return this.#pairs.filter(([name]) => name === key.toLowerCase()).map(([, value]) => value);
  }

  [Symbol.iterator]() {
    return this.#pairs[Symbol.iterator]();
  }
}
