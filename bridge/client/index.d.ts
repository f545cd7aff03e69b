// The types of the Node client. Messages and services are generated beside it; what is here is the runtime's.
import type { Input, Services } from './generated/contract.js';

export type { Input, Services } from './generated/contract.js';

export interface ClientOptions {
  /** `unix:PATH`, `tcp:HOST:PORT` or `tls:HOST:PORT` (an IPv6 host in brackets). */
  endpoint: string;
  /** For `tls:` endpoints. The server's certificate and its name are always verified. */
  tls?: TlsOptions;
  /** Sent as `authorization: ApiKey …`. Not together with `token`. */
  apiKey?: string;
  /** Sent as `authorization: Bearer …`; a function is asked before each call. */
  token?: string | (() => string | Promise<string>);
  /** Sent with every call. */
  metadata?: MetadataInput;
  /** For unary calls that name none. 30,000 by default. Streams have none unless they name one. */
  timeoutMs?: number;
  /** For making a connection. 5,000 by default. */
  dialTimeoutMs?: number;
}

/** In PEM form, text or Buffer. */
export interface TlsOptions {
  /** The authorities to trust, in place of those of Node. */
  ca?: string | Uint8Array | Array<string | Uint8Array>;
  /** The client's certificate, followed by those between it and its authority. */
  cert?: string | Uint8Array;
  key?: string | Uint8Array;
  /** The name that the server's certificate must be for; else the host that is dialled. */
  serverName?: string;
}

export type MetadataInput = Record<string, string | string[]> | Iterable<[string, string]>;

export interface CallOptions {
  /** From now. The server is told, and it is kept here too. */
  timeoutMs?: number;
  /** The latest time for it, a Date or milliseconds since 1970: pass on the one that you were given. The sooner counts. */
  deadline?: Date | number;
  /** Ends the call with CANCELLED. A unary call may be carried out all the same: ttrpc has no cancel. */
  signal?: AbortSignal;
  metadata?: MetadataInput;
  /** Unary calls: wait for a server that is not there, as long as the deadline allows, instead of failing at once. */
  waitForReady?: boolean;
  /** Called with the metadata of the answer (`x-request-id`, `ratelimit-…`). Asking for it costs a few bytes. */
  onMetadata?: (metadata: Metadata) => void;
}

/** A call whose answers are a stream. Leaving the loop, or `cancel`, ends it on the server too. */
export interface ServerStream<Response> extends AsyncIterable<Response> {
  /** The next item, or undefined after the last. */
  read(): Promise<Response | undefined>;
  cancel(): void;
}

/** A call whose requests are a stream, with one answer. */
export interface ClientStream<Request, Response> {
  /** Resolves when more can be sent. */
  send(item: Input<Request>): Promise<void>;
  /** Says that no more follow; resolves to the answer. */
  finish(): Promise<Response>;
  cancel(): void;
}

/** A call with a stream both ways. */
export interface BidirectionalStream<Request, Response> extends ServerStream<Response> {
  send(item: Input<Request>): Promise<void>;
  closeSend(): Promise<void>;
}

interface MethodShape {
  request: any;
  response: any;
  clientStreaming: boolean;
  serverStreaming: boolean;
}

type Call<M extends MethodShape> =
  M['clientStreaming'] extends true
    ? M['serverStreaming'] extends true
      ? (options?: CallOptions) => BidirectionalStream<M['request'], M['response']>
      : (options?: CallOptions) => ClientStream<M['request'], M['response']>
    : M['serverStreaming'] extends true
      ? (request?: Input<M['request']>, options?: CallOptions) => ServerStream<M['response']>
      : (request?: Input<M['request']>, options?: CallOptions) => Promise<M['response']>;

type Bound<Methods> = {
  [Name in keyof Methods as Uncapitalize<Name & string>]:
    Methods[Name] extends MethodShape ? Call<Methods[Name]> : never;
};

type PropertyOf<Name extends string> =
  Name extends `${string}.${infer Rest}` ? PropertyOf<Rest>
  : Name extends `${infer Base}Service` ? Uncapitalize<Base>
  : Uncapitalize<Name>;

/** `switchboard.v1.MessagesService` is `messages`, `grpc.health.v1.Health` is `health`, and so on. */
export type Client = {
  [Name in keyof Services as PropertyOf<Name & string>]: Bound<Services[Name]>;
} & {
  /** Ends what is open and takes nothing new. */
  close(): void;
};

export function createClient(options: ClientOptions): Client;

/** What every call fails with. */
export class RpcError extends Error {
  /** The kind of failure, such as `NOT_FOUND`. */
  code: keyof typeof codes;
  /** The same as a number. */
  number: number;
  /** Which failure exactly, such as `IDEMPOTENCY_KEY_REUSED`; the code where the server gave none. */
  reason: string;
  /** What was wrong with which field. */
  violations: { field: string; description: string }[];
  metadata: Record<string, string>;
  hint?: string;
  retryAfterMs?: number;
  requestId?: string;
  /** All details of the status as they came. */
  details: { typeUrl: string; value: Uint8Array }[];
  /** The request went out and no answer came: it may have been carried out. */
  mayHaveRun: boolean;
  /** The server said so; false where this client found out by itself. */
  fromPeer: boolean;
}

export const codes: {
  OK: 0; CANCELLED: 1; UNKNOWN: 2; INVALID_ARGUMENT: 3; DEADLINE_EXCEEDED: 4; NOT_FOUND: 5; ALREADY_EXISTS: 6;
  PERMISSION_DENIED: 7; RESOURCE_EXHAUSTED: 8; FAILED_PRECONDITION: 9; ABORTED: 10; OUT_OF_RANGE: 11;
  UNIMPLEMENTED: 12; INTERNAL: 13; UNAVAILABLE: 14; DATA_LOSS: 15; UNAUTHENTICATED: 16;
};

/** Metadata that came with an answer; keys are compared without case. */
export class Metadata implements Iterable<[string, string]> {
  get(key: string): string | undefined;
  getAll(key: string): string[];
  [Symbol.iterator](): Iterator<[string, string]>;
}

/** A request that cannot be encoded. `path` names the field. */
export class CodecError extends Error {
  path: string;
}

/** Finer digits than milliseconds are cut off. */
export function toDate(timestamp: { seconds: number; nanos: number }): Date;
export function toDate(timestamp: { seconds: number; nanos: number } | undefined): Date | undefined;
export function fromDate(date: Date | number): { seconds: number; nanos: number };
export function durationToMillis(duration: { seconds: number; nanos: number } | undefined): number | undefined;
