// The client for people who write programs: services by name, credentials, default deadlines, reconnecting.
// A call is tried once. Where the connection is lost under it, the error says whether it may have been carried out
// (`mayHaveRun`); repeating it is for the caller, with an idempotency key where the method takes one. Only a unary call
// that a server which is shutting down has refused to run, saying so, goes out once more, over a new connection.
import { Codec } from './codec.js';
import { Dialer } from './dialer.js';
import { bindService } from './calls.js';
import { toPairs } from './metadata.js';
import { RpcError } from './errors.js';
import { parseEndpoint } from './endpoint.js';

/**
 * @param {object} options
 * @param {object} options.contract The generated tables: messages, enums, services.
 * @param {string} options.endpoint `unix:PATH`, `tcp:HOST:PORT` or `tls:HOST:PORT`.
 * @param {import('./endpoint.js').TlsOptions} [options.tls] For `tls:` endpoints.
 * @param {string} [options.apiKey] Sent as `authorization: ApiKey …`.
 * @param {string | (() => string | Promise<string>)} [options.token] Sent as `authorization: Bearer …`; a function is
 *   asked before each call.
 * @param {object} [options.metadata] Sent with every call.
 * @param {number} [options.timeoutMs] For unary calls that name none; 30 s. Streams have none unless they name one.
 * @returns {object} One property a service (`messages`, `sessions`, `health`, …), and `close()`.
 */
export function createClientFor(options) {
  const { contract, endpoint, apiKey, token, metadata, timeoutMs = 30_000 } = options;
  const { dialTimeoutMs, backoff, firstId, tls } = options;
  parseEndpoint(endpoint);
  if (apiKey && token) throw new TypeError('an API key or a token, not both');
  const codec = new Codec(contract);
  const dialer = new Dialer(endpoint, { dialTimeoutMs, backoff, firstId, tls });

  const pairs = async (call) => {
    const all = [...toPairs(metadata), ...toPairs(call.metadata)];
    if (apiKey) all.push({ key: 'authorization', value: `ApiKey ${apiKey}` });
    const bearer = typeof token === 'function' ? await token() : token;
    if (bearer) all.push({ key: 'authorization', value: `Bearer ${bearer}` });
    if (call.onMetadata) all.push({ key: 'x-response-metadata', value: '1' });
    return all.map(({ key, value }) => [key, value]);
  };

  const transport = {
    async unary(service, method, payload, call) {
      const { signal, waitForReady } = call;
      const deadline = endOf(call, timeoutMs);
      const sent = await pairs(call);
      for (let refusal = null; ;) {
        try {
          const connection = await dialer.shared({ deadline, signal, waitForReady });
          return await connection.call(service, method, payload, {
            timeoutMs: deadline - performance.now(), signal, metadata: sent,
          });
        } catch (error) {
          if (refusal) throw error.code === 'UNAVAILABLE' && !error.mayHaveRun && !error.fromPeer ? refusal : error;
          if (!wasNotRun(error)) throw error;
          refusal = error;
        }
      }
    },
    async open(service, method, kind, call) {
      const { signal } = call;
      const deadline = endOf(call, Infinity);
      const sent = await pairs(call);
      const connection = await dialer.dedicated({ deadline, signal });
      try {
        const left = deadline === Infinity ? undefined : deadline - performance.now();
        const stream = await connection.open(service, method, {
          ...kind, timeoutMs: left, signal, metadata: sent,
        });
        stream.whenDone(() => connection.close());
        return stream;
      } catch (error) {
        connection.close();
        throw error;
      }
    },
  };

  const client = { close: () => dialer.close() };
  for (const [service, methods] of Object.entries(contract.services)) {
    client[propertyOf(service)] ??= bindService(codec, service, methods, transport);
  }
  return client;
}

/** When a call must be over, on the clock that never goes back: the sooner of its timeout and its deadline. */
function endOf({ timeoutMs, deadline }, defaultMs) {
  const left = deadline === undefined ? Infinity : Number(deadline) - Date.now();
  if (Number.isNaN(left)) throw new TypeError('deadline: a Date, or milliseconds since 1970');
  return performance.now() + Math.min(timeoutMs ?? defaultMs, left);
}

function wasNotRun(error) {
  return error instanceof RpcError && error.fromPeer && error.reason === 'SHUTTING_DOWN'
    && error.metadata?.executed === 'no';
}

/** `switchboard.v1.MessagesService` is `messages`, `grpc.health.v1.Health` is `health`. */
function propertyOf(service) {
  const name = service.slice(service.lastIndexOf('.') + 1).replace(/(.)Service$/, '$1');
  return name[0].toLowerCase() + name.slice(1);
}
