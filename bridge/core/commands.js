// What became of the commands that this bridge was given, so that one that comes again is answered and not carried out
// again. Matched by command and message together: a server that lost its memory may use a command's number once more.
// Bounded: the oldest answers are forgotten first. What is older, the engine recognises by the message's own id.
export class CommandMemory {
  #limit;
  #outcomes = new Map();
  #submitted = new Map();
  #running = new Map();
  // What the engine gave up before it had answered for it.
  #early = new Map();

  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  /** Takes over an answer from the journal, after a restart. It has our id only where the engine took that as its own. */
  restore({ commandId, sessionId, submitted }) {
    if (submitted) this.#remember(this.#submitted, key(sessionId, submitted.providerMessageId), submitted);
  }

  /**
   * What is known of a send.
   * @returns {{outcome: object} | {running: object} | null} The outcome that was given, or the send that is under way.
   */
  find(send) {
    const outcome = this.#outcomes.get(commandKey(send));
    if (outcome) return { outcome };
    const message = key(send.sessionId, send.clientMessageId);
    const submitted = this.#submitted.get(message);
    if (submitted) return { outcome: { submitted } };
    const running = this.#running.get(message);
    return running ? { running } : null;
  }

  /**
   * An error ack: the engine gave a message up that it had taken. Given once more, it is to be carried out again; the
   * command that it was given with keeps its answer.
   */
  gaveUp({ sessionId, providerMessageId }) {
    let known = false;
    for (const [message, submitted] of this.#submitted) {
      if (submitted.providerMessageId !== providerMessageId || !message.startsWith(key(sessionId, ''))) continue;
      this.#submitted.delete(message);
      known = true;
    }
    if (!known) this.#remember(this.#early, key(sessionId, providerMessageId), true);
  }

  begin(send) {
    this.#running.set(key(send.sessionId, send.clientMessageId), send);
  }

  finish(send, outcome) {
    const message = key(send.sessionId, send.clientMessageId);
    if (this.#running.get(message) === send) this.#running.delete(message);
    this.#remember(this.#outcomes, commandKey(send), outcome);
    if (!outcome.submitted || this.#early.delete(key(send.sessionId, outcome.submitted.providerMessageId))) return;
    this.#remember(this.#submitted, message, outcome.submitted);
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
