// A file system of one's own in an image file: it can be filled, taken away under whoever writes to it, and copied as it
// lies on its "disk" at one moment, which is what a power cut leaves of it. Needs root and loop devices.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

function run(program, ...args) {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Why this machine cannot do it; null where it can. */
export function obstacle() {
  if (process.getuid() !== 0) return 'it needs root, to mount a file system';
  if (!fs.existsSync('/dev/loop-control')) return 'there are no loop devices';
  try {
    run('mkfs.ext4', '-V');
  } catch (error) {
    if (error.code === 'ENOENT') return 'there is no mkfs.ext4';
  }
  const folder = fs.mkdtempSync('/tmp/sb-loop-');
  try {
    const disk = Disk.make(path.join(folder, 'try'), 8);
    disk.unmount();
    return null;
  } catch (error) {
    return `an image cannot be mounted: ${String(error.stderr ?? error.message).trim().split('\n').at(-1)}`;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

export class Disk {
  /** Makes and mounts one. Nothing is written back before it is asked for, or half a minute has passed. */
  static make(image, megabytes, options) {
    fs.closeSync(fs.openSync(image, 'w'));
    fs.truncateSync(image, megabytes * 1024 * 1024);
    run('mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image);
    return Disk.mount(image, options);
  }

  static mount(image, options = 'commit=300') {
    const disk = new Disk();
    disk.image = image;
    disk.folder = `${image}.d`;
    fs.mkdirSync(disk.folder, { recursive: true });
    run('mount', '-o', `loop,${options}`, image, disk.folder);
    disk.device = path.basename(run('findmnt', '-n', '-o', 'SOURCE', disk.folder));
    return disk;
  }

  unmount() {
    run('umount', this.folder);
    fs.rmdirSync(this.folder);
  }

  /**
   * Copies what is on the disk, and nothing of what the kernel still keeps from it. Who writes has to be stopped; where
   * the kernel wrote in the meantime the copy is of no one moment, and is made anew.
   */
  cut(image) {
    for (let tries = 0; tries < 20; tries++) {
      const before = this.#writes();
      run('cp', '--sparse=always', this.image, image);
      if (this.#writes() === before) return;
    }
    throw new Error('the disk does not come to rest');
  }

  /** Leaves no room. */
  fill() {
    const file = fs.openSync(path.join(this.folder, 'filler'), 'w');
    try {
      for (const size of [1 << 20, 1 << 12, 1]) {
        const bytes = Buffer.alloc(size);
        try {
          for (;;) if (fs.writeSync(file, bytes) < size) break;
        } catch (error) {
          if (error.code !== 'ENOSPC') throw error;
        }
      }
    } finally {
      fs.closeSync(file);
    }
  }

  makeRoom() {
    fs.rmSync(path.join(this.folder, 'filler'));
  }

  /** Ends it under whoever uses it, and writes nothing of what was not written: everything fails from now on. */
  takeAway() {
    // EXT4_IOC_SHUTDOWN, without flushing the journal. Node has no ioctl; Perl is in every Debian.
    const program = 'open(F, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl(F, 0x8004587d, $how) or die $!';
    run('perl', '-e', program, this.folder);
  }

  /**
   * Has the kernel find its metadata broken: it aborts the journal and writes nothing more, and whoever writes is told
   * that the file system is read-only. To be mounted with `errors=remount-ro`; only a new mount is writable again.
   */
  breakDown() {
    fs.writeFileSync(`/sys/fs/ext4/${this.device}/trigger_fs_error`, '1');
  }

  /** Asks for a mount that cannot be written. @returns {string | null} Why not; null where it is one now. */
  remountReadOnly() {
    try {
      run('mount', '-o', 'remount,ro', this.folder);
      return null;
    } catch (error) {
      return String(error.stderr ?? error.message).trim().split('\n')[0];
    }
  }

  // Requests that were written, and are being.
  #writes() {
    const stat = fs.readFileSync(`/sys/block/${this.device}/stat`, 'utf8').trim().split(/\s+/);
    return `${stat[4]} ${stat[8]}`;
  }
}
