// The door of the Node client: createClient, its error, and what one needs beside it.
import * as contract from './generated/contract.js';
import { createClientFor } from './client.js';

export { RpcError, codes } from './errors.js';
export { Metadata } from './metadata.js';
export { CodecError } from './wire.js';
export { toDate, fromDate, durationToMillis } from './time.js';

/** See index.d.ts and the README. */
export function createClient(options) {
  return createClientFor({ contract, ...options });
}
