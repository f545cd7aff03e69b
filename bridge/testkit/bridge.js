// A bridge in this process, with a driver whose every answer the test decides.
import path from 'node:path';
import { Backoff } from '../client/backoff.js';
import { envelope } from '../client/envelope.js';
import { Bridge } from '../core/bridge.js';
import { Journal } from '../core/journal.js';
import { createLog } from '../core/log.js';
import { FakeRpcd } from './rpcd.js';
import { temporaryFolder } from './server.js';
import { until } from './wait.js';

/** A driver whose carriers connect at once and whose sends wait until the test settles them. */
export class TestDriver {
  engine = 'test';
  version = '1';
  kinds = ['text'];
  sendConcurrency = 8;
  carriers = [];
  /** Sends that wait: {message, submit(), fail(error), carrier}. */
  sends = [];
  /** Whether sends are answered at once. */
  automatic = false;

  carry(assign, sink) {
    const carrier = {
      assign, sink, stopped: null,
      start: async () => {
        if (this.startFails) throw this.startFails;
        sink.state('connected', { phoneNumber: '+999000000001' });
      },
      stop: async (reason) => { carrier.stopped = reason; await this.stopping?.(carrier); },
      send: (message) => new Promise((resolve, reject) => {
        const submit = () => resolve({ providerMessageId: message.clientMessageId });
        this.sends.push({ message, carrier, submit, fail: reject });
        if (this.automatic) submit();
      }),
    };
    this.carriers.push(carrier);
    return carrier;
  }
}

/** Starts a Bridge; it is stopped at the test's end. */
export async function runBridge(t, { endpoint, driver = new TestDriver(), folder = temporaryFolder(t), ...options }) {
  const journal = await Journal.open(path.join(folder, 'facts'), envelope);
  const lines = [];
  const bridge = new Bridge({
    endpoint, mediaFolder: path.join(folder, 'media'), name: 'b1', instanceId: 'i1', capacity: 10, driver, journal, codec: envelope, metadata: {},
    log: createLog({ level: 'debug', write: (line) => lines.push(line) }),
    backoff: new Backoff({ baseMs: 5, capMs: 20 }),
    times: { drainMs: 300, confirmMs: 300, detachMs: 300 },
    limits: { graceMs: 100, stopMs: 200, startMs: 500, mediaMs: 500, sendMs: 500 }, ...options,
  });
  const ended = bridge.run();
  ended.catch(() => {});
  t.after(async () => {
    await bridge.stop();
    await ended.catch(() => {});
    await journal.close().catch(() => {});
  });
  return { bridge, driver, journal, ended, lines, folder };
}

/** A bridge that is attached to an rpcd of the test's. */
export async function setUp(t, options = {}) {
  const rpcd = await FakeRpcd.start(t);
  const running = await runBridge(t, { endpoint: rpcd.endpoint, ...options });
  await rpcd.attached();
  return { rpcd, ...running };
}

/** The sends at the driver, once there are so many. */
export function given(driver, count) {
  return until(() => driver.sends.length >= count && driver.sends, `${count} sends at the driver`);
}
