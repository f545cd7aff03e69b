// Debian's Chromium without a window, for tests of pages: driven over its debugging pipe (JSON ended by NUL on descriptors 3
// and 4), so that no port and no package is needed. What the page complains of, and everything that it asks for, is kept.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from './wait.js';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** For `test`'s option: why what needs a browser cannot run, or false. */
export const skipWithoutBrowser = fs.existsSync(PROGRAM) ? false : `${PROGRAM} is absent`;

export class Browser {
  #child;
  #ended;
  #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'switchboard-browser-'));
  #rest = Buffer.alloc(0);
  #last = 0;
  #waiting = new Map();
  #pages = new Map();

  /** Starts one; it ends with the test. */
  static async start(t) {
    const browser = new Browser();
    t.after(() => browser.#end());
    browser.#begin();
    await browser.send('Browser.getVersion');
    return browser;
  }

  #begin() {
    this.#child = spawn(PROGRAM, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
      `--user-data-dir=${this.#folder}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true });
    this.#ended = new Promise((resolve) => {
      const over = (how) => {
        for (const { reject } of this.#waiting.values()) reject(new Error(`the browser ended: ${how}`));
        this.#waiting.clear();
        resolve();
      };
      this.#child.once('exit', (code, signal) => over(signal ?? code)).once('error', (error) => over(error.message));
    });
    this.#child.stdio[3]?.on('error', () => {});
    this.#child.stdio[4]?.on('error', () => {}).on('data', (data) => this.#take(data));
  }

  async #end() {
    const killer = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    this.send('Browser.close').catch(() => {});
    await this.#ended;
    clearTimeout(killer);
    try {
      // Its children are of its group, and may write a moment longer than it.
      if (this.#child.pid) process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // None is left.
    }
    await until(() => {
      try {
        fs.rmSync(this.#folder, { recursive: true, force: true });
        return true;
      } catch {
        return false;
      }
    }, 'the folder of the browser to be free', 10_000);
  }

  #take(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (let end = this.#rest.indexOf(0); end >= 0; end = this.#rest.indexOf(0)) {
      const { id, error, result, method, params, sessionId } = JSON.parse(this.#rest.subarray(0, end).toString());
      this.#rest = this.#rest.subarray(end + 1);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
      if (method) this.#pages.get(sessionId)?.heard(method, params);
    }
  }

  /** One command of the DevTools protocol. */
  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** @param {object} options url, width, height, dark. @returns {Promise<Page>} When it was loaded. */
  async open({ url, width = 1280, height = 800, dark = false }) {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page((method, params) => this.send(method, params, sessionId));
    this.#pages.set(sessionId, page);
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await page.send(`${domain}.enable`);
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 600 });
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }] });
    await page.send('Page.navigate', { url });
    await until(() => page.isLoaded, url, 30_000);
    return page;
  }
}

class Page {
  isLoaded = false;
  /** What the console, the policy or a script complained of. */
  complaints = [];
  /** Every address that was asked for. */
  asked = [];

  constructor(send) {
    this.send = send;
  }

  heard(method, params) {
    if (method === 'Page.loadEventFired') this.isLoaded = true;
    else if (method === 'Network.requestWillBeSent') this.asked.push(params.request.url);
    else if (method === 'Network.loadingFailed' && !params.canceled) this.complaints.push(`not loaded: ${params.errorText}`);
    else if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    else if (method === 'Runtime.consoleAPICalled' && ['error', 'warning', 'assert'].includes(params.type)) {
      this.complaints.push(params.args.map(({ value, description }) => value ?? description).join(' '));
    } else if (method === 'Log.entryAdded' && ['error', 'warning'].includes(params.entry.level)) {
      this.complaints.push(`${params.entry.text} ${params.entry.url ?? ''}`);
    }
  }

  /** The value of an expression in the page. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits for an expression to be true in the page. */
  until(expression, what = expression) {
    return until(() => this.value(expression), what, 30_000);
  }

  /** @returns {Promise<Buffer>} A PNG of what is seen. */
  async screenshot() {
    return Buffer.from((await this.send('Page.captureScreenshot', { format: 'png' })).data, 'base64');
  }
}
