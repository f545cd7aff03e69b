// How a driver says that a command was not carried out. The reason is one of the error table's (docs of the API).
import { text } from './facts.js';

export class CommandFailure extends Error {
  /**
   * @param {string} reason Such as ENGINE_ERROR or RECIPIENT_NOT_ON_WHATSAPP.
   * @param {{text?: string, engineCode?: string, notBegun?: boolean}} [more] `engineCode` is what the engine said, word
   *   for word; `notBegun` promises that nothing went out, so that it may be given again whatever the reason.
   */
  constructor(reason, { text = '', engineCode = '', notBegun = false } = {}) {
    super(text || reason);
    this.name = 'CommandFailure';
    this.reason = reason;
    this.text = text;
    this.engineCode = engineCode;
    this.notBegun = notBegun;
  }
}

/** The outcome of a command, as the stream has it, for whatever a driver threw. */
export function outcomeOf(error) {
  const known = error instanceof CommandFailure;
  return { error: {
    reason: known ? error.reason : 'ENGINE_ERROR',
    engineCode: plain(known ? error.engineCode : error?.code ?? error?.name),
    text: plain(known ? error.text : error?.message ?? error),
    notBegun: known && error.notBegun,
  } };
}

// An engine's words as the stream can carry them.
function plain(words) {
  return text(words, 1000);
}

/** Resolves as `promise` does, or rejects with `error()` after `ms`. The promise goes on. */
export function withDeadline(promise, ms, error) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(error()), ms);
    Promise.resolve(promise).then(
      (value) => { clearTimeout(timer); resolve(value); },
      (reason) => { clearTimeout(timer); reject(reason); },
    );
  });
}
