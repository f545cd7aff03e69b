// What a process needs of memory while something is done, by what the kernel counts.
import fs from 'node:fs';

/**
 * @param {number} pid Of a process of ours.
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>} Bytes: how much more was resident at most than before.
 */
export async function grown(pid, work) {
  const read = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
  // The most that was ever resident is counted anew from here.
  fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = read('VmRSS');
  await work();
  return read('VmHWM') - before;
}
