// The command line of switchboard-bridge: what is given, checked before anything is begun.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseEndpoint } from '../client/endpoint.js';
import { names } from '../drivers/index.js';
import { levels } from './log.js';

export const HELP = `Usage: switchboard-bridge --endpoint ENDPOINT --driver DRIVER --name NAME [options]

Carries WhatsApp sessions for rpcd: dials it, stays attached, sends and receives.

  --endpoint ENDPOINT    where rpcd listens for bridges: unix:PATH, tcp:HOST:PORT or tls:HOST:PORT
  --tls-ca FILE          the authorities to trust at a tls: endpoint, in PEM form (default: those of Node)
  --tls-cert FILE --tls-key FILE   the certificate to show there, and its key
  --driver DRIVER        simulator (a make-believe network, no WhatsApp), baileys or whatsapp-web.js
  --name NAME            this bridge's name, the same over its restarts: a letter, then up to 63 letters, digits, _ - .
  --capacity N           how many sessions it will carry, 1 to 3000 (default 50)
  --state-dir DIR        its journals, and whatsapp-web.js's browser profiles (default ./data/bridges/NAME)
  --api-key-file FILE    the API key to attach with; else SWITCHBOARD_API_KEY; rpcd's own bridge socket needs none
  --log-level LEVEL      debug, info (default), warn or error
  --help, --version

Simulator only:
  --network DIR          where the make-believe network lives; bridges may share it (default STATE-DIR/network)
  --seed N               chance, for a network that is new and for delays (default 1)
  --script FILE          what happens, as JSON (see bridge/README.md); without it everything goes well

baileys and whatsapp-web.js only:
  --library DIR          the folder of the library's package, where it is not installed beside the bridge

whatsapp-web.js only:
  --browser FILE         the Chromium to start (default: the one that the library brings)
  --browser-args ARGS    what to start it with, separated by spaces

SIGTERM and SIGINT finish what was begun and detach; a second one ends at once.
`;

const STRINGS = ['endpoint', 'driver', 'name', 'capacity', 'state-dir', 'api-key-file', 'log-level', 'network', 'seed',
  'script', 'tls-ca', 'tls-cert', 'tls-key', 'library', 'browser', 'browser-args'];
// Options of some drivers alone.
const ONLY = { network: ['simulator'], seed: ['simulator'], script: ['simulator'], library: ['baileys', 'whatsapp-web.js'],
  browser: ['whatsapp-web.js'], 'browser-args': ['whatsapp-web.js'] };

/** Wrong usage or an unusable file; `status` is the exit code that says so. */
export class OptionError extends Error {
  constructor(message, status = 64) {
    super(message);
    this.name = 'OptionError';
    this.status = status;
  }
}

/**
 * @param {string[]} argv Without node and the script.
 * @param {object} env
 * @returns {{help: true} | {version: true} | object}
 */
export function readOptions(argv, env) {
  const values = parse(argv);
  if (values.help) return { help: true };
  if (values.version) return { version: true };
  const missing = ['endpoint', 'driver', 'name'].find((name) => values[name] === undefined);
  if (missing) throw new OptionError(`--${missing} is needed`);
  const { driver, name } = values;
  if (!names.includes(driver)) {
    throw new OptionError(`no driver is called ${JSON.stringify(driver)}; there are ${names.join(', ')}`);
  }
  for (const [option, drivers] of Object.entries(ONLY)) {
    if (values[option] !== undefined && !drivers.includes(driver)) {
      throw new OptionError(`--${option} is for --driver ${drivers.join(' or ')}`);
    }
  }
  if (!/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(name)) {
    throw new OptionError('--name must be a letter, then up to 63 letters, digits, _, - or .');
  }
  endpointIsOne(values.endpoint);
  const level = values['log-level'] ?? 'info';
  if (!levels.includes(level)) throw new OptionError(`--log-level must be one of ${levels.join(', ')}`);
  const stateDir = path.resolve(values['state-dir'] ?? path.join('data', 'bridges', name));
  return {
    endpoint: values.endpoint, tls: security(values), driver, name, level, stateDir,
    capacity: integer('capacity', values.capacity ?? '50', 1, 3000),
    seed: integer('seed', values.seed ?? '1', 0, 2 ** 32 - 1),
    networkDir: path.resolve(values.network ?? path.join(stateDir, 'network')),
    script: values.script === undefined ? undefined : file('script', values.script),
    library: values.library, browser: values.browser,
    browserArgs: values['browser-args']?.split(' ').filter(Boolean),
    apiKey: values['api-key-file'] === undefined ? env.SWITCHBOARD_API_KEY || undefined : key(values['api-key-file']),
  };
}

function parse(argv) {
  const options = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } };
  for (const name of STRINGS) options[name] = { type: 'string', multiple: true };
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options, allowPositionals: false }));
  } catch (error) {
    throw new OptionError(error.message.split('. To specify')[0]);
  }
  for (const name of STRINGS) {
    if (values[name]?.length > 1) throw new OptionError(`--${name} is given twice`);
    if (values[name]) [values[name]] = values[name];
    if (values[name] === '') throw new OptionError(`--${name} is empty`);
  }
  return values;
}

function endpointIsOne(endpoint) {
  try {
    parseEndpoint(endpoint);
  } catch (error) {
    throw new OptionError(`--endpoint: ${error.message}`);
  }
}

function security(values) {
  const [ca, cert, key] = ['tls-ca', 'tls-cert', 'tls-key'].map((name) => values[name]);
  if (!values.endpoint.startsWith('tls:')) {
    if (ca ?? cert ?? key) throw new OptionError('--tls-ca, --tls-cert and --tls-key are for tls: endpoints');
    return undefined;
  }
  if ((cert === undefined) !== (key === undefined)) throw new OptionError('--tls-cert and --tls-key go together');
  return {
    ca: ca && file('tls-ca', ca), cert: cert && file('tls-cert', cert), key: key && file('tls-key', key),
  };
}

function integer(name, text, low, high) {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high) {
    throw new OptionError(`--${name} must be a whole number from ${low} to ${high}`);
  }
  return value;
}

function file(name, location) {
  try {
    return fs.readFileSync(location, 'utf8');
  } catch (error) {
    throw new OptionError(`--${name}: cannot read ${location}: ${error.code}`, 66);
  }
}

function key(location) {
  const text = file('api-key-file', location).trim();
  if (!/^[\x21-\x7e]+$/.test(text)) throw new OptionError(`--api-key-file: ${location} holds no key`, 66);
  return text;
}
