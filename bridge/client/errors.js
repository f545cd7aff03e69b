// The one error that a call can end with, made from a google.rpc.Status or by this client itself.
// `code` is what kind of failure it is, `reason` which one exactly (the error table of the API).
import { envelope } from './envelope.js';
import { durationToMillis } from './time.js';

export const codes = {
  OK: 0, CANCELLED: 1, UNKNOWN: 2, INVALID_ARGUMENT: 3, DEADLINE_EXCEEDED: 4, NOT_FOUND: 5, ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7, RESOURCE_EXHAUSTED: 8, FAILED_PRECONDITION: 9, ABORTED: 10, OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12, INTERNAL: 13, UNAVAILABLE: 14, DATA_LOSS: 15, UNAUTHENTICATED: 16,
};

const names = Object.fromEntries(Object.entries(codes).map(([name, number]) => [number, name]));

export class RpcError extends Error {
  /**
   * @param {string} code A name from `codes`.
   * @param {string} message For people.
   * @param {object} [more] reason, violations, metadata, hint, retryAfterMs, requestId, details, mayHaveRun, cause.
   */
  constructor(code, message, more = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'RpcError';
    this.code = code;
    this.number = codes[code] ?? codes.UNKNOWN;
    this.reason = more.reason ?? code;
    this.violations = more.violations ?? [];
    this.metadata = more.metadata ?? {};
    this.hint = more.hint;
    this.retryAfterMs = more.retryAfterMs;
    this.requestId = more.requestId;
    this.details = more.details ?? [];
    // True where the request went out and no answer came: the call may have been carried out.
    this.mayHaveRun = more.mayHaveRun ?? false;
    // True where the peer said so, false where this client found out by itself.
    this.fromPeer = more.fromPeer ?? false;
  }
}

/** @param {{code: number, message: string, details: {typeUrl: string, value: Uint8Array}[]}} status Not OK. */
export function errorFromStatus(status) {
  const code = names[status.code] ?? 'UNKNOWN';
  const more = { details: status.details, fromPeer: true };
  for (const detail of status.details) readDetail(detail, more);
  return new RpcError(code, status.message || code, more);
}

// A detail that does not decode is left to `details`: an error is no place to fail in.
function readDetail({ typeUrl, value }, more) {
  const type = typeUrl.slice(typeUrl.lastIndexOf('/') + 1);
  if (!type.startsWith('google.rpc.') || !envelope.knows(type)) return;
  let detail;
  try {
    detail = envelope.decode(type, value);
  } catch {
    return;
  }
  if (type === 'google.rpc.ErrorInfo') {
    more.reason = detail.reason || undefined;
    more.metadata = detail.metadata;
  } else if (type === 'google.rpc.BadRequest') {
    more.violations = detail.fieldViolations.map(({ field, description }) => ({ field, description }));
  } else if (type === 'google.rpc.RetryInfo') {
    more.retryAfterMs = durationToMillis(detail.retryDelay);
  } else if (type === 'google.rpc.RequestInfo') {
    more.requestId = detail.requestId;
  } else if (type === 'google.rpc.Help') {
    more.hint = detail.links[0]?.description;
  }
}
