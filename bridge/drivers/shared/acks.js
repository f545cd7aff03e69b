// What WhatsApp says of messages, told in rpcd's words and after the answer to the send: an error ack that came before its
// Result would be lost on a message that nobody knows yet. So what is said of a send under way waits for its answer.
const MOST_KEPT = 1000;

export class Acks {
  #tell;
  #sendOf;
  #underWay = new Set();
  #kept = [];

  /**
   * @param {object} options
   * @param {(ack: object) => unknown} options.tell Passes one on: `{providerMessageId, state, at, engineCode}`.
   * @param {(providerMessageId: string) => string | undefined} options.sendOf By which id of ours a message was sent;
   *   undefined where that is not known, or not yet: then it may be any that is under way.
   */
  constructor({ tell, sendOf }) {
    this.#tell = tell;
    this.#sendOf = sendOf;
  }

  /** A send begins; `id` is ours. */
  begin(id) {
    this.#underWay.add(id);
  }

  /** The answer to it is written down. */
  answered(id) {
    if (!this.#underWay.delete(id)) return;
    const kept = this.#kept;
    this.#kept = [];
    for (const ack of kept) this.heard(ack);
  }

  heard(ack) {
    const send = this.#sendOf(ack.providerMessageId);
    const waits = send === undefined ? this.#underWay.size > 0 : this.#underWay.has(send);
    if (!waits) {
      this.#tell(ack);
      return;
    }
    this.#kept.push(ack);
    if (this.#kept.length > MOST_KEPT) this.#tell(this.#kept.shift());
  }
}
