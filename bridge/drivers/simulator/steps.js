// Which step of a script is due. A step happens `times` times in the life of a network, whichever process it happens
// in: each is written into the journal before it takes effect, so that a crash is not repeated after the restart.
import crypto from 'node:crypto';

export class Steps {
  #script;
  #network;
  #begun = 0;
  #numbers = new Map();

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
    const number = this.#number(message.commandId);
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

  /** Ends or stops the process where the script says so: as a crash does, with no chance to tidy up, or as SIGSTOP does. */
  reached(point, send, assign) {
    const number = this.#number(send.commandId);
    for (const step of this.#script.steps) {
      if (!isAtPoint(step) || step.point !== point || !due(step, number, send.recipient, assign)) continue;
      const id = idOf(step, send.sessionId);
      if (step.times !== 0 && this.#network.state.fired(id) >= step.times) continue;
      this.#network.appendNow({ event: 'fault', session: send.sessionId, step: id, do: step.do, point });
      process.kill(process.pid, step.do === 'stop' ? 'SIGSTOP' : 'SIGKILL');
      // Whoever sends SIGCONT has it go on from here.
      if (step.do === 'crash') return new Promise(() => {});
    }
    return undefined;
  }

  // Sends are numbered from 1 as they are begun in this process.
  #number(commandId) {
    let number = this.#numbers.get(commandId);
    if (number === undefined) {
      number = ++this.#begun;
      this.#numbers.set(commandId, number);
      if (this.#numbers.size > 10_000) this.#numbers.delete(this.#numbers.keys().next().value);
    }
    return number;
  }
}

function isAtPoint(step) {
  return step.do === 'crash' || step.do === 'stop';
}

function due(step, number, recipient, assign) {
  const { when, onSend } = step;
  return onSend && (when.send === undefined || when.send === number)
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
