// The library of a real engine: an optional peer dependency, looked for beside the bridge when its driver is chosen. Which
// version belongs here is data, in engines.json. Another one is taken with a warning where its like is known to work, and
// refused where it is not.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const pins = JSON.parse(fs.readFileSync(new URL('../engines.json', import.meta.url), 'utf8'));
const BRIDGE = fileURLToPath(new URL('../..', import.meta.url));

/** The library is not there, or none that this driver can work with. */
export class LibraryError extends Error {
  constructor(message, cause) {
    super(message, { cause });
    this.name = 'LibraryError';
  }
}

const loaded = new Set();

/** Whether an exception was thrown by a library that was loaded, or by what it brought, and not by us. */
export function isLibrarys(error) {
  // We throw nothing but errors.
  if (!(error instanceof Error)) return loaded.size > 0;
  const thrower = String(error.stack).split('\n').find((line) => /^\s+at /.test(line) && !/[( ]node:/.test(line)) ?? '';
  return [...loaded].some((folder) => thrower.includes(folder)) || (loaded.size > 0 && thrower.includes('/node_modules/'));
}

/** What is pinned for an engine: `{packages, version, accepts, webVersion}`. */
export function pinOf(engine) {
  return pins[engine];
}

/**
 * Loads the library of an engine.
 * @param {string} engine
 * @param {{folder?: string, log?: object}} [options] `folder`: the package's own folder, where it is not beside the bridge.
 * @returns {Promise<{library: object, version: string, folder: string}>} `library`: what it exports.
 */
export async function loadLibrary(engine, { folder, log } = {}) {
  const pin = pins[engine];
  const found = folder === undefined ? installed(pin) : at(folder);
  if (!found) throw new LibraryError(`${pin.packages[0]} is not installed. ${install(pin)}`);
  const { version } = found;
  if (!pin.accepts.some((start) => version.startsWith(start))) {
    throw new LibraryError(`${found.folder} is ${pin.packages[0]} ${version}, which this driver is not made for. ${install(pin)}`);
  }
  if (version !== pin.version) log?.warn('library.other_version', { engine, version, pinned: pin.version });
  try {
    const library = await import(found.entry);
    loaded.add(found.folder);
    return { library, version, folder: found.folder };
  } catch (error) {
    throw new LibraryError(`${found.folder} cannot be loaded: ${error.message}. ${install(pin)}`, error);
  }
}

function install({ packages, version }) {
  return `Install it with: npm install --prefix ${BRIDGE.replace(/\/$/, '')} --no-save ${packages[0]}@${version}`;
}

function installed({ packages }) {
  for (const name of packages) {
    let entry;
    try {
      entry = import.meta.resolve(name);
    } catch {
      continue;
    }
    const folder = folderOf(fileURLToPath(entry), name);
    if (folder) return { entry, folder, version: read(folder).version };
  }
  return null;
}

function at(folder) {
  const own = path.resolve(folder);
  let described;
  try {
    described = read(own);
  } catch (error) {
    throw new LibraryError(`${own} is no package: ${error.message}`);
  }
  const main = described.exports?.['.'] ?? described.exports ?? described.main ?? 'index.js';
  const file = typeof main === 'string' ? main : main.import ?? main.default ?? main.require ?? described.main;
  return { entry: pathToFileURL(path.join(own, file)).href, folder: own, version: String(described.version) };
}

function folderOf(file, name) {
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (!fs.existsSync(path.join(folder, 'package.json'))) continue;
    if (read(folder).name === name) return folder;
  }
  return null;
}

function read(folder) {
  return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
}
