// The browser profile of a session: WhatsApp's keys and chats, in the bridge's state folder. It cannot move with the session
// (it is large, and an old copy of it would use keys twice), so rpcd keeps the name of the one that is the link: a bridge
// that has another, or none, says where it is and leaves it alone.
import crypto from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

const KEY = 'profile';
const MARK = 'switchboard.json';

export class Profile {
  #auth;
  #bridge;
  #id = null;

  /** @param {object} options folder (the state folder), sessionId, bridge (its name), auth (of the sink). */
  constructor({ folder, sessionId, bridge, auth }) {
    this.parent = path.join(folder, 'profiles');
    // What the library allows in a name.
    this.clientId = `s${sessionId}`;
    this.folder = path.join(this.parent, `session-${this.clientId}`);
    this.#auth = auth;
    this.#bridge = bridge;
  }

  /** A new one, for a new link: nothing of an older one stays. */
  async begin() {
    await this.remove();
    await fs.mkdir(this.folder, { recursive: true, mode: 0o700 });
    this.#id = crypto.randomUUID();
    await fs.writeFile(path.join(this.folder, MARK), JSON.stringify({ id: this.#id }), { mode: 0o600 });
  }

  /** It is linked: rpcd is told that this is the one. Resolves when that is kept. */
  async keep() {
    const value = Buffer.from(JSON.stringify({ id: this.#id, bridge: this.#bridge }));
    await this.#auth.set({ [KEY]: value }, { clear: true });
  }

  /**
   * Whether this bridge has the profile of the link: `here`, `missing` (there is none any more), or the name of the bridge
   * that has it.
   * @returns {Promise<{here: boolean, bridge: string | null}>}
   */
  async find() {
    let kept = null;
    try {
      kept = JSON.parse((await this.#auth.load([KEY])).get(KEY)?.toString() ?? 'null');
    } catch (error) {
      if (error.code !== 'DATA_LOSS' && !(error instanceof SyntaxError)) throw error;
    }
    if (!kept) return { here: false, bridge: null };
    this.#id = await this.#marked();
    return { here: this.#id === kept.id, bridge: kept.bridge };
  }

  async remove() {
    await fs.rm(this.folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  }

  async #marked() {
    try {
      return JSON.parse(await fs.readFile(path.join(this.folder, MARK), 'utf8')).id;
    } catch {
      return null;
    }
  }
}
