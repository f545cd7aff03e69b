// One client of the library's, in one browser: it says what happens there until it is over, every call of it has a
// deadline, and whatever hangs ends with the browser's process group.
import fs from 'node:fs/promises';
import path from 'node:path';
import { withDeadline } from '../../core/failure.js';
import { holderOf, killGroup } from './browser.js';

// Six codes are shown, and with the seventh the library gives up.
const QR_RETRIES = 6;

/** The library gave no answer in time: what it was asked may still happen. */
export class Hung extends Error {
  constructor(what) {
    super(`${what}: no answer in time`);
    this.name = 'Hung';
  }
}

export class Page {
  #client;
  #profile;
  #folder;
  #over = false;
  /** Whether anything happened there yet. */
  heard = false;
  #watched = false;
  #times;
  #on;
  #log;

  /**
   * @param {object} options
   * @param {object} options.library
   * @param {import('./profile.js').Profile} options.profile
   * @param {object} options.on Listeners by the library's names of events, and `gone`: the browser ended.
   * @param {object} options.times callMs, openMs, logoutMs, destroyMs.
   */
  constructor({ library, profile, folder, browser, browserArgs, webVersion, on, times, log }) {
    this.#profile = profile;
    this.#folder = folder;
    this.#times = times;
    this.#on = on;
    this.#log = log;
    const { Client, LocalAuth } = library;
    this.#client = new Client({
      authStrategy: new LocalAuth({ clientId: profile.clientId, dataPath: profile.parent }),
      // What it fetched of WhatsApp Web goes to the state folder, not to wherever the bridge was started.
      webVersionCache: { type: 'local', path: path.join(folder, 'web'), strict: false },
      ...(webVersion ? { webVersion } : {}),
      qrMaxRetries: QR_RETRIES, takeoverOnConflict: false,
      puppeteer: {
        headless: true, args: browserArgs, ...(browser ? { executablePath: browser } : {}),
        // The bridge decides when a browser ends: a signal to it is no reason.
        handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
      },
    });
    for (const [event, listener] of Object.entries(on)) {
      if (event !== 'gone') this.#client.on(event, this.#guarded(listener));
    }
    // An event of this name that nobody hears would end the process.
    this.#client.on('error', () => {});
  }

  get over() {
    return this.#over;
  }

  /** Of whom the account is, once it is ready. */
  get info() {
    return this.#client.info;
  }

  get pid() {
    return this.#client.pupBrowser?.process?.()?.pid ?? holderOf(this.#profile.folder);
  }

  /** Starts the browser and WhatsApp Web in it. One that a killed bridge left with this profile is ended first. */
  async open() {
    killGroup(holderOf(this.#profile.folder));
    await fs.rm(path.join(this.#profile.folder, 'SingletonLock'), { force: true });
    await fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const started = this.begun('initialize');
    // One that comes when nobody waits for it any more is not to stay.
    const late = () => { if (this.#over) killGroup(this.#client.pupBrowser?.process?.()?.pid); };
    started.then(late, late);
    await withDeadline(started, this.#times.openMs, () => new Hung('initialize'));
    this.#watch();
  }

  /** A call of the library's client, with a deadline. */
  call(name, ...args) {
    return this.bounded(this.begun(name, ...args), name);
  }

  /** The same for a call of something that the client gave. */
  bounded(answer, name) {
    return withDeadline(answer, this.#times.callMs, () => new Hung(name));
  }

  /** A call that may take as long as it takes. */
  async begun(name, ...args) {
    return this.#client[name](...args);
  }

  /** Nothing that happens from here on is said. */
  finish() {
    this.#over = true;
  }

  /** Ends the link with the account. */
  async logout() {
    this.finish();
    try {
      await withDeadline(this.begun('logout'), this.#times.logoutMs, () => new Hung('logout'));
    } catch (error) {
      this.#log.warn('engine.logout_failed', { error });
    }
  }

  /** Ends the browser: as it should be ended, and where that takes too long, or leaves something, by force. */
  async close() {
    this.finish();
    const { pid } = this;
    try {
      await withDeadline(this.begun('destroy'), this.#times.destroyMs, () => new Hung('destroy'));
    } catch (error) {
      this.#log.warn('engine.destroy_failed', { error });
    }
    // Where it was only starting, its number may be known by now.
    for (const left of new Set([pid, this.pid])) killGroup(left);
  }

  #watch() {
    const browser = this.#client.pupBrowser;
    if (this.#watched || !browser?.once) return;
    this.#watched = true;
    browser.once('disconnected', this.#guarded(() => this.#on.gone()));
  }

  #guarded(listener) {
    return async (...args) => {
      if (this.#over) return;
      this.heard = true;
      this.#watch();
      try {
        await listener(...args);
      } catch (error) {
        this.#log.warn('engine.listener_failed', { error });
      }
    };
  }
}
