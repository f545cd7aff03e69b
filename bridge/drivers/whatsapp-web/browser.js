// The browser as processes of the system: Chromium is started as the leader of a process group of its own, so one signal
// ends it with all its helpers, whatever state it is in; and one that a killed bridge left behind is found by its profile.
import fs from 'node:fs';
import path from 'node:path';

/** Ends a process group at once. */
export function killGroup(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return;
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It is gone, or was no leader of a group.
    }
  }
}

/**
 * The browser that has a profile open, by the mark that it leaves there; null where there is none, or where the number is
 * another program's by now.
 */
export function holderOf(profile) {
  let mark;
  try {
    mark = fs.readlinkSync(path.join(profile, 'SingletonLock'));
  } catch {
    return null;
  }
  const pid = Number(/-(\d+)$/.exec(mark)?.[1]);
  try {
    return pid > 1 && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile) ? pid : null;
  } catch {
    return null;
  }
}

/** What the processes of these groups have in memory for themselves, in bytes; 0 where the system does not tell. */
export function groupMemory(groups) {
  if (groups.length === 0) return 0;
  const wanted = new Set(groups);
  let pages = 0;
  let names = [];
  try {
    names = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const name of names) {
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      // After the name in parentheses: state, parent, group.
      const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
      if (!wanted.has(group)) continue;
      const [, resident, shared] = fs.readFileSync(`/proc/${name}/statm`, 'utf8').split(' ').map(Number);
      pages += resident - shared;
    } catch {
      // It ended meanwhile.
    }
  }
  return pages * 4096;
}
