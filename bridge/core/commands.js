// What became of the commands that this bridge was given, so that one that comes again is answered and not carried out
// again. Matched by command and message together: a server that lost its memory may use a command's number once more.
// Bounded: the oldest answers are forgotten first. What is older, the engine recognises by the message's own id.
// That the engine took a message is remembered for as long as WhatsApp's ack may take. Where none came by then, rpcd may
// give it once more so that it goes out once more, and not to hear the same answer.
const ACK_MS = 240_000;

export class CommandMemory {
  #limit;
  #outcomes = new Map();
  #submitted = new Map();
  #running = new Map();
  // What the engine gave up before it had answered for it: only while an answer may still come.
  #early = new Map();
  #restoring = true;

  #now;

  /** @param {Function} [now] Milliseconds, of a clock that nobody sets. */
  constructor(limit = 10_000, now = () => performance.now()) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Takes over an answer from the journal, after a restart. It has our id only where the engine took that as its own. */
  restore({ commandId, sessionId, submitted }) {
    if (submitted) this.#took(key(sessionId, submitted.providerMessageId), sessionId, submitted);
  }

  /**
   * The journal is told. It forgets from its beginning, so an answer that does not follow there on its error ack came before
   * it, or never will: the next one is of another attempt.
   */
  restored() {
    this.#restoring = false;
    this.#early.clear();
  }

  /**
   * What is known of a send.
   * @returns {{outcome: object} | {running: object} | null} The outcome that was given, or the send that is under way.
   */
  find(send) {
    const outcome = this.#outcomes.get(commandKey(send));
    if (outcome) return { outcome };
    const message = key(send.sessionId, send.clientMessageId);
    const known = this.#submitted.get(message);
    if (known && (known.acked || this.#now() - known.at < ACK_MS)) return { outcome: { submitted: known.submitted } };
    const running = this.#running.get(message);
    return running ? { running } : null;
  }

  /**
   * An error ack: the engine gave a message up that it had taken. Given once more, it is to be carried out again; the
   * command that it was given with keeps its answer.
   */
  gaveUp({ sessionId, providerMessageId }) {
    const taken = this.#taken(sessionId, providerMessageId);
    for (const [message] of taken) this.#submitted.delete(message);
    if (taken.length > 0 || !(this.#restoring || this.#isRunning(sessionId))) return;
    this.#remember(this.#early, key(sessionId, providerMessageId), true);
  }

  /** Any other ack: WhatsApp has it. */
  acked({ sessionId, providerMessageId }) {
    for (const [, known] of this.#taken(sessionId, providerMessageId)) known.acked = true;
  }

  #taken(sessionId, providerMessageId) {
    const own = this.#submitted.get(key(sessionId, providerMessageId));
    if (own?.submitted.providerMessageId === providerMessageId) return [[key(sessionId, providerMessageId), own]];
    return [...this.#submitted].filter(([message, { submitted }]) =>
      submitted.providerMessageId === providerMessageId && message.startsWith(key(sessionId, '')));
  }

  begin(send) {
    this.#running.set(key(send.sessionId, send.clientMessageId), send);
  }

  finish(send, outcome) {
    const message = key(send.sessionId, send.clientMessageId);
    if (this.#running.get(message) === send) this.#running.delete(message);
    this.#remember(this.#outcomes, commandKey(send), outcome);
    if (outcome.submitted) this.#took(message, send.sessionId, outcome.submitted);
    if (this.#early.size === 0 || this.#isRunning(send.sessionId)) return;
    for (const early of this.#early.keys()) if (early.startsWith(key(send.sessionId, ''))) this.#early.delete(early);
  }

  #isRunning(sessionId) {
    for (const message of this.#running.keys()) if (message.startsWith(key(sessionId, ''))) return true;
    return false;
  }

  // Its error ack may have come, and stand in the journal, before the engine's own answer.
  #took(message, sessionId, submitted) {
    if (this.#early.delete(key(sessionId, submitted.providerMessageId))) return;
    this.#remember(this.#submitted, message, { submitted, at: this.#now(), acked: false });
  }

  #remember(map, name, value) {
    map.delete(name);
    map.set(name, value);
    if (map.size > this.#limit) map.delete(map.keys().next().value);
  }
}

function key(sessionId, messageId) {
  return `${sessionId}/${messageId}`;
}

function commandKey(send) {
  return `${send.commandId}/${key(send.sessionId, send.clientMessageId)}`;
}
