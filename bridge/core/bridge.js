// The bridge: stays attached to rpcd, carries the sessions it is given, answers each send once, and reports facts until
// they are confirmed. It owns no policy: rpcd decides who carries what, what is sent when, and what is tried again.
// While it is detached its sessions stay connected and their facts gather in the journal; sends not yet begun are
// handed back, because by then another bridge may have been given the session.
import { Backoff } from '../client/backoff.js';
import { Attachment } from './attachment.js';
import { AuthCalls } from './auth-calls.js';
import { CarriedSession } from './session.js';
import { CommandMemory } from './commands.js';
import { CreditWindow } from './credit.js';
import * as facts from './facts.js';
import { Lease } from './lease.js';
import { MediaFiles } from './media.js';

export const PROTOCOL_VERSION = 1;
const TIMES = { drainMs: 10_000, confirmMs: 5_000, detachMs: 2_000 };
// Refusals of the first attach that no waiting mends.
const FINAL = new Set(['UNAUTHENTICATED', 'PERMISSION_DENIED', 'INVALID_ARGUMENT', 'UNIMPLEMENTED']);

/** Another process attached as this bridge. It holds the sessions now; coming back would only throw it out in turn. */
export class SupersededError extends Error {
  constructor(message) {
    super(`another process is attached under this name: ${message}`);
    this.name = 'SupersededError';
  }
}

export class Bridge {
  #options;
  #journal;
  #driver;
  #log;
  #sessions = new Map();
  #memory = new CommandMemory();
  #joined = new Map();
  // Sessions that came to their end by themselves, until they are stopped.
  #ending = new Map();
  #auth;
  #files;
  #credit;
  #lease = new Lease();
  #attachment = null;
  #attached = false;
  #draining = false;
  #stopped = new AbortController();
  #times;

  /**
   * @param {object} options endpoint, tls, name, instanceId, capacity, credit, metadata, driver, journal, codec, log, mediaFolder.
   */
  constructor({ times = {}, credit = 256, ...options }) {
    this.#options = options;
    this.#journal = options.journal;
    this.#driver = options.driver;
    this.#log = options.log;
    this.#auth = new AuthCalls(options);
    this.#files = new MediaFiles(options);
    this.#credit = new CreditWindow(credit);
    this.#times = { ...TIMES, ...times };
    for (const { result, ack } of this.#journal.unconfirmed()) {
      if (result) this.#memory.restore(result);
      if (ack) this.#heed(ack);
    }
    this.#memory.restored();
  }

  /**
   * Attaches, and again whenever the stream is lost, until `stop`. Rejects where rpcd refuses this bridge for good at
   * its first attempt, another process takes its place, or the journal cannot be written.
   */
  async run() {
    try {
      await this.#files.clear();
      await this.#stayAttached();
    } finally {
      this.#auth.close();
      this.#files.close();
    }
  }

  async #stayAttached() {
    const backoff = this.#options.backoff ?? new Backoff({ baseMs: 100, capMs: 5000 });
    while (!this.#stopped.signal.aborted) {
      const began = performance.now();
      try {
        await this.#attach();
      } catch (error) {
        if (this.#journal.error) throw this.#journal.error;
        if (this.#stopped.signal.aborted) break;
        if (error instanceof SupersededError) throw error;
        this.#log.warn('bridge.attach_failed', { error, endpoint: this.#options.endpoint });
        if (error.fromPeer && FINAL.has(error.code) && !this.#attached) throw error;
      }
      if (this.#journal.error) throw this.#journal.error;
      if (performance.now() - began > 10_000) backoff.reset();
      if (!this.#stopped.signal.aborted) await pause(backoff.next(), this.#stopped.signal);
    }
  }

  /**
   * Takes nothing new, finishes what was begun, lets every session go, waits for the last Confirm, detaches. `run`
   * returns then. Bounded: after about 30 s at the latest.
   */
  async stop(reason = 'bridge_stopped') {
    if (this.#draining) return;
    this.#beginDrain();
    this.#log.info('bridge.stopping', { reason, sessions: this.#sessions.size });
    await this.#finishRunning();
    await Promise.all([...this.#sessions.values()].map((session) => this.#letGo(session, reason)));
    if (this.#attachment) await this.#confirmed();
    const attachment = this.#attachment;
    this.#stopped.abort();
    await attachment?.detach(this.#times.detachMs);
  }

  /** For tests and the log: what it carries. */
  get sessions() {
    return this.#sessions;
  }

  get attached() {
    return this.#attachment !== null;
  }

  async #attach() {
    const { endpoint, tls, codec, metadata, pingMs, stoppedMs } = this.#options;
    let held = [];
    const hello = () => {
      held = [...this.#sessions.values()].filter((session) => !session.stopping)
        .map(({ sessionId, epoch }) => ({ sessionId, epoch }));
      return this.#hello(held);
    };
    const attachment = await Attachment.open({
      endpoint, tls, codec, journal: this.#journal, lease: this.#lease, metadata, hello, pingMs, stoppedMs,
      signal: this.#stopped.signal,
    });
    try {
      await this.#welcome(attachment.welcome, held);
      // Not before what it has lost is let go.
      this.#lease.begin(attachment.heartbeatMs, attachment.askedAt);
      this.#attached = true;
      this.#attachment = attachment;
      for (const calls of [this.#auth, this.#files]) calls.use(attachment.welcome.token);
      this.#credit.reset();
      this.#grant();
      const ending = await attachment.run((frame) => this.#onFrame(frame), () => ({ sessions: this.#sessions.size,
        rss: process.memoryUsage.rss() + (this.#driver.memory?.() ?? 0) }));
      this.#log.info('bridge.detached', { error: ending ?? undefined });
      if (ending?.fromPeer && ending.reason === 'SESSION_CONFLICT' && !this.#draining) {
        await Promise.all([...this.#sessions.values()].map((session) => this.#letGo(session, 'dropped')));
        throw new SupersededError(ending.message);
      }
    } finally {
      attachment.close();
      this.#attachment = null;
      for (const calls of [this.#auth, this.#files]) calls.use(null);
      for (const session of this.#sessions.values()) session.refuseWaiting('BRIDGE_UNAVAILABLE');
    }
  }

  #hello(held) {
    const { name, instanceId, capacity } = this.#options;
    const { engine, version, kinds, commands = [], repeatsAreSafe = false } = this.#driver;
    return {
      protocolVersion: PROTOCOL_VERSION, bridgeName: name, instanceId, engine, engineVersion: String(version).slice(0, 64), kinds, capacity,
      held, nextSeq: this.#journal.nextSeq, commands, repeatsAreSafe,
    };
  }

  async #welcome({ serverVersion, kept, drop, confirmedSeq }, held) {
    if (confirmedSeq >= this.#journal.nextSeq) {
      this.#log.warn('journal.behind', { next_seq: this.#journal.nextSeq, confirmed_seq: confirmedSeq });
      await this.#journal.renumber(confirmedSeq + 1);
    } else this.#journal.confirm(confirmedSeq);
    const same = (list, { sessionId, epoch }) => list.some((one) => one.sessionId === sessionId && one.epoch === epoch);
    this.#log.info('bridge.attached', { server: serverVersion, held: held.length, kept: kept.length, drop: drop.length,
      unconfirmed: this.#journal.length });
    for (const claim of held) {
      const session = this.#sessions.get(claim.sessionId);
      if (session?.epoch !== claim.epoch || same(kept, claim)) continue;
      this.#log.info('session.dropped', { session: claim.sessionId, epoch: claim.epoch });
      this.#letGo(session, 'dropped');
    }
  }

  #onFrame(frame) {
    if (frame.send) this.#onSend(frame.send);
    else if (frame.assign) this.#onAssign(frame.assign);
    else if (frame.release) this.#onRelease(frame.release);
    else if (frame.drain) this.#onDrain(frame.drain);
    else if (frame.requestPairingCode) this.#onCommand('pairing_code', frame.requestPairingCode);
    else if (frame.checkNumber) this.#onCommand('check_number', frame.checkNumber);
    else if (frame.requestHistory) this.#onCommand('history', frame.requestHistory);
    else if (frame.markRead) this.#onCommand('mark_read', frame.markRead);
    else if (frame.presence) this.#onCommand('presence', frame.presence);
    else if (frame.fetchMedia) this.#onCommand('fetch_media', frame.fetchMedia);
    else this.#log.debug('frame.unknown');
  }

  #onAssign(assign) {
    const { sessionId, epoch } = assign;
    const before = this.#sessions.get(sessionId);
    if (before && epoch <= before.epoch) {
      if (epoch < before.epoch) this.#log.warn('assign.stale', { session: sessionId, epoch, carried: before.epoch });
      return;
    }
    const reason = this.#cannotCarry(before);
    if (reason) {
      this.#report(facts.sessionState(assign, 'disconnected', { reason }));
      return;
    }
    const log = this.#log.with({ session: sessionId, epoch });
    log.info('session.assigned', { name: assign.name, linked: assign.linked });
    this.#driver.reached?.('after_assign', assign);
    let states = 0;
    const session = new CarriedSession({ assign, driver: this.#driver, auth: this.#auth, log,
      limits: this.#options.limits, hooks: {
      report: (fact) => {
        if (fact.ack) this.#heed(fact.ack);
        return this.#report(fact, fact.sessionState && states++ === 0 ? this.#stateMarks(assign) : undefined);
      },
      answer: (send, outcome) => this.#answer(send, outcome),
      holds: () => !this.#lease.mayBeOver,
      file: (of, signal) => this.#files.fetch(of, signal),
      bring: (of, file, signal) => this.#files.bring(of, file, signal),
      reached: (point, send) => this.#driver.reached?.(point, send),
      ended: (ended) => {
        this.#forget(ended);
        const gone = ended.stop();
        this.#ending.set(sessionId, gone);
        gone.then(() => { if (this.#ending.get(sessionId) === gone) this.#ending.delete(sessionId); });
      },
    } });
    this.#sessions.set(sessionId, session);
    // An engine does not like two of one account: the old carrier is gone before the new one starts.
    const older = before ? before.stop('superseded') : this.#ending.get(sessionId) ?? Promise.resolve();
    older.then(() => session.stopping || session.start());
  }

  #cannotCarry(before) {
    if (this.#draining) return 'draining';
    if (this.#journal.full) return 'journal_full';
    if (before) return null;
    // Those on their way out are not rpcd's to count any more.
    let carried = 0;
    for (const session of this.#sessions.values()) if (!session.stopping) carried++;
    return carried >= this.#options.capacity ? 'no_capacity' : null;
  }

  #onRelease({ sessionId, epoch, reason }) {
    const session = this.#sessions.get(sessionId);
    if (!session || epoch < session.epoch) return;
    this.#log.info('session.released', { session: sessionId, epoch, reason });
    this.#letGo(session, reason || 'released');
  }

  #onDrain({ reason }) {
    this.#log.info('bridge.drain', { reason });
    if (reason !== 'shutdown') {
      this.stop('drained').catch((error) => this.#log.error('bridge.stop_failed', { error }));
      return;
    }
    // rpcd will be back, and finds the sessions where they are: finish, detach, attach again.
    const attachment = this.#attachment;
    for (const session of this.#sessions.values()) session.refuseWaiting('BRIDGE_UNAVAILABLE');
    this.#finishRunning().then(() => this.#confirmed(1000)).then(() => attachment?.detach(this.#times.detachMs));
  }

  #onSend(send) {
    // Its time to begin counts from here, on a clock that nobody sets.
    send.receivedAt = performance.now();
    const expected = this.#credit.take();
    const known = this.#memory.find(send);
    if (known?.outcome) {
      this.#log.info('send.repeated', { command: send.commandId, session: send.sessionId });
      this.#answer(send, known.outcome);
      return;
    }
    if (known?.running) {
      this.#join(known.running, send);
      return;
    }
    const session = this.#sessions.get(send.sessionId);
    const reason = !expected ? 'OVERLOADED' : this.#draining ? 'BRIDGE_UNAVAILABLE'
      : session?.epoch !== send.epoch || session.stopping ? 'SESSION_NOT_CONNECTED' : null;
    if (reason) {
      this.#log.info('send.refused', { command: send.commandId, session: send.sessionId, epoch: send.epoch, reason });
      this.#answer(send, { error: { reason, notBegun: true } });
      return;
    }
    this.#memory.begin(send);
    session.send(send);
  }

  // No send: somebody waits for the answer, so it is asked once and remembered by nobody.
  async #onCommand(name, command) {
    const session = this.#sessions.get(command.sessionId);
    const carried = session?.epoch === command.epoch && !session.stopping && !this.#draining;
    const outcome = carried ? await session.command(name, command)
      : { error: { reason: 'SESSION_NOT_CONNECTED', notBegun: true } };
    this.#log.debug('command.answered', { command: command.commandId, session: command.sessionId, what: name,
      reason: outcome.error?.reason });
    await this.#report(facts.result(command, outcome));
  }

  // The same message once more while it is under way: one run, and an answer for each command.
  #join(running, send) {
    if (running.commandId === send.commandId) {
      this.#credit.finish();
      this.#grant();
    } else this.#joined.set(running, [...(this.#joined.get(running) ?? []), send]);
  }

  // Resolves when the answer is on disk.
  #answer(send, outcome) {
    this.#memory.finish(send, outcome);
    this.#log.debug('send.answered', { command: send.commandId, session: send.sessionId, recipient: send.recipient,
      reason: outcome.error?.reason });
    const durable = this.#report(facts.result(send, outcome), this.#marks(send, outcome));
    if (send.answered) return durable;
    send.answered = true;
    this.#credit.finish();
    this.#grant();
    const joined = this.#joined.get(send) ?? [];
    this.#joined.delete(send);
    for (const other of joined) this.#answer(other, outcome);
    return durable;
  }

  #heed(ack) {
    if (ack.state === 'ACK_STATE_ERROR') this.#memory.gaveUp(ack);
    else this.#memory.acked(ack);
  }

  // Of the first thing that it says of a session that it was given.
  #stateMarks(assign) {
    if (!this.#driver.reached) return undefined;
    return {
      beforeSend: () => this.#driver.reached('after_state_before_sent', assign),
      afterSend: () => this.#driver.reached('after_state_before_confirm', assign),
    };
  }

  // Where a scripted driver may want to stop the world.
  #marks(send, { submitted }) {
    if (!this.#driver.reached || !submitted) return undefined;
    return {
      beforeSend: () => this.#driver.reached('after_result_before_sent', send),
      afterSend: () => this.#driver.reached('after_result_before_confirm', send),
    };
  }

  #grant() {
    const attachment = this.#attachment;
    if (!attachment || this.#draining || this.granting) return;
    // One Credit for all that ends in the same turn of the event loop.
    this.granting = true;
    setImmediate(() => {
      this.granting = false;
      if (attachment === this.#attachment && !this.#draining) attachment.grant(this.#credit.grant());
    });
  }

  // Facts that cannot be written down are not sent either. The bridge ends then: `run` throws.
  #report(fact, marks) {
    let durable;
    try {
      durable = this.#journal.append(fact, marks, facts.onDisk(fact));
    } catch (error) {
      this.#log.error('fact.refused', { error });
      return Promise.resolve();
    }
    if (this.#journal.full && !this.#draining) {
      for (const session of this.#sessions.values()) if (!session.stopping) this.#letGo(session, 'journal_full');
    }
    return durable.catch((error) => {
      this.#stopped.abort();
      this.#attachment?.close(error);
    });
  }

  async #letGo(session, reason) {
    await session.stop(reason);
    // It may have ended by itself in the meantime, and have said so.
    if (this.#forget(session) && reason !== 'dropped') {
      await this.#report(facts.sessionState(session, reason === 'logout' ? 'logged_out' : 'disconnected', { reason }));
    }
  }

  #forget(session) {
    if (this.#sessions.get(session.sessionId) !== session) return false;
    return this.#sessions.delete(session.sessionId);
  }

  #beginDrain() {
    this.#draining = true;
    for (const session of this.#sessions.values()) session.refuseWaiting('BRIDGE_UNAVAILABLE');
  }

  #finishRunning() {
    return Promise.all([...this.#sessions.values()].map((session) => session.settled(this.#times.drainMs)));
  }

  // Waits until rpcd has confirmed everything, for as long as the stream lives.
  async #confirmed(ms = this.#times.confirmMs) {
    const over = performance.now() + ms;
    while (this.#attachment && this.#journal.length > 0 && performance.now() < over) {
      await Promise.race([this.#journal.changed(), pause(Math.min(50, over - performance.now()))]);
    }
  }
}

function pause(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.max(0, ms));
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });
}
