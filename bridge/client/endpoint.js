// Where to dial: `unix:PATH`, `tcp:HOST:PORT` or `tls:HOST:PORT` (an IPv6 host in brackets). Of a server behind TLS the
// certificate and its name are always verified; there is no switch for that.
import net from 'node:net';
import tls from 'node:tls';
import { RpcError } from './errors.js';

const FORMS = 'unix:PATH, tcp:HOST:PORT or tls:HOST:PORT';

/**
 * @param {string} text
 * @returns {{path: string} | {host: string, port: number, secure?: true}} As node:net takes it.
 */
export function parseEndpoint(text) {
  if (typeof text !== 'string') throw new TypeError(`an endpoint is a string: ${FORMS}`);
  if (text.startsWith('unix:') && text.length > 5) return { path: text.slice(5) };
  const parts = /^(tcp|tls):(?:\[([0-9A-Fa-f:.]+)\]|([^:[\]/]+)):([0-9]{1,5})$/.exec(text);
  const port = Number(parts?.[4]);
  if (port >= 1 && port <= 65535) return { host: parts[2] ?? parts[3], port, ...(parts[1] === 'tls' && { secure: true }) };
  throw new TypeError(`${JSON.stringify(text)} is no endpoint: ${FORMS}`);
}

/**
 * @typedef {object} TlsOptions In PEM form, text or Buffer.
 * @property {string | Buffer | Array<string | Buffer>} [ca] The authorities to trust, in place of those of Node.
 * @property {string | Buffer} [cert] The client's certificate, followed by those between it and its authority.
 * @property {string | Buffer} [key] Its key.
 * @property {string} [serverName] The name that the server's certificate must be for; else the host that is dialled.
 */

/**
 * Opens a socket.
 * @param {string} endpoint
 * @param {{timeoutMs?: number, signal?: AbortSignal, tls?: TlsOptions}} [options] 5 s by default, the TLS handshake
 *   included.
 * @returns {Promise<net.Socket>}
 */
export function dialSocket(endpoint, { timeoutMs = 5000, signal, tls: security } = {}) {
  const target = parseEndpoint(endpoint);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new RpcError('CANCELLED', 'cancelled before the connection was made'));
    const socket = connect(target, security);
    const ready = target.secure ? 'secureConnect' : 'connect';
    const settle = (error) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.removeListener(ready, settle);
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
    const onError = (cause) => cannot(reasonOf(cause), cause);
    const onAbort = () => settle(new RpcError('CANCELLED', 'cancelled while connecting'));
    const timer = setTimeout(() => cannot(`no answer in ${timeoutMs} ms`), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.once(ready, () => settle());
    socket.once('error', onError);
    return undefined;
  });
}

function connect({ secure, ...target }, { ca, cert, key, serverName } = {}) {
  const options = { ...target, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 };
  if (!secure) return net.connect(options);
  const name = serverName ?? target.host;
  return tls.connect({
    ...options, ca, cert, key, minVersion: 'TLSv1.2', rejectUnauthorized: true,
    // An address is no name to ask for, but the certificate must be for it all the same.
    servername: net.isIP(name) ? '' : name, checkServerIdentity: (_, shown) => tls.checkServerIdentity(name, shown),
  });
}

const UNTRUSTED = /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_)/;
const CERTIFICATE_ALERT = /ALERT_(CERTIFICATE_REQUIRED|UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_)/;

/** What a socket's error means, in words where a person can do something about it. */
export function reasonOf(error) {
  const code = error.code ?? '';
  if (CERTIFICATE_ALERT.test(code)) return `the server wants another client certificate (${code})`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `its certificate is not for this name: ${error.reason}`;
  if (UNTRUSTED.test(code)) return `its certificate is not trusted: ${error.message}`;
  return error.code ?? error.message;
}
