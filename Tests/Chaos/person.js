// The person who is asked where nobody else can know: a message that was under way when WhatsApp logged its session out, and
// of which nothing was heard before it was linked anew. They look on the phone (the network's journal), and say what they see.
import { journalOf } from '../../bridge/testkit/processes.js';
import { handedAt, linkedSince } from './links.js';

export class Person {
  /** Id → `sent`, `failed` or `resend`. */
  resolved = new Map();
  #client;
  #network;

  constructor(client, network) {
    this.#client = client;
    this.#network = network;
  }

  /** @param {object[]} open Rows under way. @returns {Promise<object[]>} Those that something is still to be waited for. */
  async look(open) {
    const journal = journalOf(this.#network);
    const left = [];
    for (const row of open) {
      const { id, status } = row;
      const isLost = ['MESSAGE_STATUS_UNKNOWN', 'MESSAGE_STATUS_SUBMITTED'].includes(status) && linkedSince(journal, row.sessionId,
        handedAt((await this.#client.messages.getMessage({ id })).timeline));
      if (!isLost || status !== 'MESSAGE_STATUS_SUBMITTED') left.push(row);
      if (isLost && status === 'MESSAGE_STATUS_UNKNOWN') await this.#resolve(row, journal);
    }
    return left;
  }

  async #resolve({ id, clientMessageId }, journal) {
    const went = journal.some((line) => line.event === 'message' && line.id === clientMessageId);
    const resolution = went ? 'sent' : id % 2 === 0 ? 'resend' : 'failed';
    await this.#client.messages.resolveMessage({ id, resolution: `RESOLUTION_${resolution.toUpperCase()}` });
    this.resolved.set(id, resolution);
  }
}
