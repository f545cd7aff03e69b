// Which step of a script is due. A step happens `times` times in the life of a network, whichever process it happens
// in: each is written into the journal before it takes effect, so that a crash is not repeated after the restart.
import crypto from 'node:crypto';

export class Steps {
  #script;
  #network;
  #sends = new Numbers();
  #assigns = new Numbers();

  constructor(script, network) {
    this.#script = script;
    this.#network = network;
  }

  /** Whether the script has something happen at a point. */
  get points() {
    return this.#script.steps.some(isAtPoint);
  }

  /** The step that the script has for this send, other than at a point; counted as happened. */
  async forSend(message, assign) {
    const number = this.#sends.of(message.commandId);
    for (const step of this.#script.steps) {
      if (isAtPoint(step) || !due(step, number, message.recipient, assign)) continue;
      if (await this.fire(step, assign.sessionId)) return step;
    }
    return null;
  }

  /** The steps that happen some time after the account was connected. */
  timed({ sessionId, name }) {
    return this.#script.steps.filter((step) => !step.onSend && ofSession(step, { sessionId, name }));
  }

  /** Whether a step may happen once more; counts it. */
  fire(step, session) {
    const id = idOf(step, session);
    return this.#network.transact((state) => {
      if (step.times !== 0 && state.fired(id) >= step.times) return { value: false };
      return { value: true, events: [{ event: 'fault', session, step: id, do: step.do }] };
    });
  }

  /**
   * Ends or stops the process where the script says so: as a crash does, with no chance to tidy up, or as SIGSTOP does.
   * @param {object} of The send, or the Assign, that has come there.
   */
  reached(point, of, assign) {
    const { sessionId, epoch, commandId, recipient } = of;
    const number = commandId === undefined ? this.#assigns.of(`${sessionId}/${epoch}`) : this.#sends.of(commandId);
    for (const step of this.#script.steps) {
      if (!isAtPoint(step) || step.point !== point || !due(step, number, recipient, assign)) continue;
      const id = idOf(step, sessionId);
      if (step.times !== 0 && this.#network.state.fired(id) >= step.times) continue;
      this.#network.appendNow({ event: 'fault', session: sessionId, step: id, do: step.do, point });
      process.kill(process.pid, step.do === 'stop' ? 'SIGSTOP' : 'SIGKILL');
      // Whoever sends SIGCONT has it go on from here.
      if (step.do === 'crash') return new Promise(() => {});
    }
    return undefined;
  }
}

// Sends, and Assigns, are numbered from 1 as they are begun in this process.
class Numbers {
  #last = 0;
  #known = new Map();

  of(key) {
    let number = this.#known.get(key);
    if (number === undefined) {
      number = ++this.#last;
      this.#known.set(key, number);
      if (this.#known.size > 10_000) this.#known.delete(this.#known.keys().next().value);
    }
    return number;
  }
}

function isAtPoint(step) {
  return step.do === 'crash' || step.do === 'stop';
}

function due(step, number, recipient, assign) {
  const { when, onSend } = step;
  const wanted = when.send ?? when.assign;
  return onSend && (wanted === undefined || wanted === number)
    && (when.recipient === undefined || when.recipient === recipient) && ofSession(step, assign);
}

function ofSession({ when }, { sessionId, name }) {
  return when.session === undefined || when.session === sessionId || when.session === name;
}

// A step that was changed is another one.
function idOf(step, session) {
  const content = JSON.stringify({ ...step, index: undefined });
  const digest = crypto.createHash('sha256').update(content).digest('hex').slice(0, 8);
  return `${step.index}-${digest}${step.onSend ? '' : `-${session}`}`;
}
