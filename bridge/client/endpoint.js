// Where to dial: `unix:PATH` or `tcp:HOST:PORT` (an IPv6 host in brackets).
import net from 'node:net';
import { RpcError } from './errors.js';

/**
 * @param {string} text
 * @returns {{path: string} | {host: string, port: number}} As node:net takes it.
 */
export function parseEndpoint(text) {
  if (typeof text !== 'string') throw new TypeError('an endpoint is a string: unix:PATH or tcp:HOST:PORT');
  if (text.startsWith('unix:') && text.length > 5) return { path: text.slice(5) };
  const tcp = /^tcp:(?:\[([0-9A-Fa-f:.]+)\]|([^:[\]/]+)):([0-9]{1,5})$/.exec(text);
  if (tcp && Number(tcp[3]) >= 1 && Number(tcp[3]) <= 65535) return { host: tcp[1] ?? tcp[2], port: Number(tcp[3]) };
  if (text.startsWith('tls:')) throw new TypeError('tls: endpoints are not supported yet');
  throw new TypeError(`${JSON.stringify(text)} is no endpoint: unix:PATH or tcp:HOST:PORT`);
}

/**
 * Opens a socket.
 * @param {string} endpoint
 * @param {{timeoutMs?: number, signal?: AbortSignal}} [options] 5 s by default.
 * @returns {Promise<net.Socket>}
 */
export function dialSocket(endpoint, { timeoutMs = 5000, signal } = {}) {
  const target = parseEndpoint(endpoint);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new RpcError('CANCELLED', 'cancelled before the connection was made'));
    const socket = net.connect({ ...target, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
    const settle = (error) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.removeListener('connect', settle);
      socket.removeListener('error', onError);
      if (!error) return resolve(socket);
      // A socket that is given up may still fail once more.
      socket.on('error', () => {});
      socket.destroy();
      return reject(error);
    };
    const cannot = (why, cause) => {
      settle(new RpcError('UNAVAILABLE', `cannot connect to ${endpoint}: ${why}`, { cause }));
    };
    const onError = (cause) => cannot(cause.code ?? cause.message, cause);
    const onAbort = () => settle(new RpcError('CANCELLED', 'cancelled while connecting'));
    const timer = setTimeout(() => cannot(`no answer in ${timeoutMs} ms`), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.once('connect', () => settle());
    socket.once('error', onError);
    return undefined;
  });
}
