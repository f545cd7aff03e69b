// The folder that makes a bridge the same bridge over its restarts: the journal of facts, and a lock that keeps two
// processes from writing it. The lock names its holder by pid and start time, so that one left by a process that was
// killed, or whose pid is in use again, holds nobody up.
import fs from 'node:fs';
import path from 'node:path';

/** The folder cannot be used: `busy` where another process has it. */
export class StateDirError extends Error {
  constructor(message, busy = false) {
    super(message);
    this.name = 'StateDirError';
    this.busy = busy;
  }
}

/**
 * Makes the folder where it does not exist (0700) and locks it.
 * @param {string} folder
 * @returns {{file: (name: string) => string, release: () => void}}
 */
export function openStateDir(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StateDirError(`cannot make ${folder}: ${error.code}`);
  }
  const lock = path.join(folder, 'lock');
  const mine = holder(process.pid);
  for (let tries = 0; ; tries++) {
    if (claim(lock, mine)) break;
    const theirs = read(lock);
    if (theirs !== null && holder(Number.parseInt(theirs, 10)) === theirs) {
      throw new StateDirError(`${folder} is in use by process ${Number.parseInt(theirs, 10)}`, true);
    }
    if (tries >= 5) throw new StateDirError(`cannot lock ${folder}`, true);
    takeAway(lock, theirs);
  }
  return {
    file: (name) => path.join(folder, name),
    release: () => { if (read(lock) === mine) fs.rmSync(lock, { force: true }); },
  };
}

// A link appears with its content, where a new file is empty for a moment.
function claim(lock, mine) {
  const draft = `${lock}.${process.pid}.new`;
  try {
    fs.writeFileSync(draft, mine, { mode: 0o600 });
    fs.linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw new StateDirError(`cannot lock ${path.dirname(lock)}: ${error.code}`);
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

// Removes a stale lock, and only that: if somebody else was faster, what was moved away is theirs and goes back.
function takeAway(lock, stale) {
  const aside = `${lock}.${process.pid}`;
  try {
    fs.renameSync(lock, aside);
    if (read(aside) !== stale) fs.linkSync(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw new StateDirError(`cannot lock: ${error.code}`);
  }
  fs.rmSync(aside, { force: true });
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

// `pid start-time`, where the system tells; a process that is not there has neither.
function holder(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; after it come the state, and as 20th field the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${pid} ${fields[19]}\n`;
  } catch {
    if (fs.existsSync('/proc/self/stat')) return null;
  }
  try {
    process.kill(pid, 0);
    return `${pid} -\n`;
  } catch {
    return null;
  }
}
