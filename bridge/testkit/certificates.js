// Certificates for tests, made by the openssl command and thrown away with them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './server.js';

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Certificates for one test. */
export const makeCertificates = (t) => certificatesIn(temporaryFolder(t));

/** An authority, and what it signs. `file(name)` is a path, `read(name)` what stands in it. */
export function certificatesIn(folder) {
  const file = (name) => path.join(folder, name);
  const openssl = (...args) => execFileSync('openssl', args, { stdio: 'pipe' });
  const authority = (name) => {
    openssl('req', '-x509', ...CURVE, '-days', '2', '-subj', `/CN=${name}`, '-keyout', file(`${name}.key`),
      '-out', file(`${name}.pem`));
  };
  const issue = (name, { by = 'ca', names = 'DNS:localhost,IP:127.0.0.1', days = 2 } = {}) => {
    openssl('req', ...CURVE, '-subj', `/CN=${name}`, '-keyout', file(`${name}.key`), '-out', file(`${name}.csr`));
    fs.writeFileSync(file(`${name}.ext`), `subjectAltName=${names}\n`);
    openssl('x509', '-req', '-in', file(`${name}.csr`), '-CA', file(`${by}.pem`), '-CAkey', file(`${by}.key`),
      '-CAcreateserial', '-days', String(days), '-extfile', file(`${name}.ext`), '-out', file(`${name}.pem`));
  };
  authority('ca');
  return { file, authority, issue, read: (name) => fs.readFileSync(file(name)) };
}
