// Files of sends: part by part to the disk, gone on with after whatever passes, and nothing left of what did not come whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import test from 'node:test';
import { fetchMedia } from '../core/media.js';
import { CommandFailure } from '../core/failure.js';
import { temporaryFolder } from '../testkit/server.js';

const bytes = Buffer.from(Array.from({ length: 500_000 }, (_, n) => (n * 7) % 251));
const media = {
  mimeType: 'image/png', fileName: '../../a.png', size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
};
const of = { sessionId: 1, epoch: 2, mediaId: 42 };
const lost = (code = 'UNAVAILABLE') => Object.assign(new Error('the stream is gone'), { code });
const NONE = new Uint8Array(0);

// A server that gives the file, and does at each stream what the next of `streams` says: `at`: ends there with an error.
function server(streams = [], { said = media, content = bytes } = {}) {
  const asked = [];
  return {
    asked,
    async *downloadMedia(request, options) {
      asked.push({ ...request, token: options.metadata['x-bridge-token'] });
      const { at = Infinity, error = lost() } = streams.shift() ?? {};
      yield { media: said, offset: request.offset, data: NONE };
      for (let offset = request.offset; offset < content.length; offset += 100_000) {
        if (offset >= at) throw error;
        yield { media: null, offset, data: content.subarray(offset, offset + 100_000) };
      }
    },
  };
}

function fetch(t, bridge, more = {}) {
  const folder = `${temporaryFolder(t)}/media`;
  const names = () => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  const done = fetchMedia({ bridge, token: () => 'secret', of, folder, signal: new AbortController().signal, ...more });
  return { done, names, folder };
}

test('a file comes to the disk under a name of ours, for nobody else', async (t) => {
  const bridge = server();
  const { done, names, folder } = fetch(t, bridge);
  const file = await done;
  assert.deepEqual([file.mimeType, file.fileName, file.size], ['image/png', '../../a.png', bytes.length]);
  assert.ok(file.path.startsWith(`${folder}/media-42-`));
  assert.ok(fs.readFileSync(file.path).equals(bytes));
  assert.equal(fs.statSync(file.path).mode & 0o777, 0o600);
  assert.equal(fs.statSync(folder).mode & 0o777, 0o700);
  assert.deepEqual(bridge.asked, [{ ...of, offset: 0, token: 'secret' }]);
  await file.remove();
  assert.deepEqual(names(), []);
});

test('what was lost on the way is gone on with from there', async (t) => {
  const bridge = server([{ at: 200_000 }, { at: 200_000, error: lost('RESOURCE_EXHAUSTED') }, { at: 400_000 }]);
  const { done } = fetch(t, bridge);
  assert.ok(fs.readFileSync((await done).path).equals(bytes));
  assert.deepEqual(bridge.asked.map(({ offset }) => offset), [0, 200_000, 200_000, 400_000]);
});

test('it waits for a stream to be open', async (t) => {
  let token = null;
  setTimeout(() => { token = 'new'; }, 50);
  const bridge = server();
  const { done } = fetch(t, bridge, { token: () => token });
  await done;
  assert.deepEqual(bridge.asked.map((call) => call.token), ['new']);
});

for (const [what, options, reason] of [
  ['another content', { content: Buffer.alloc(bytes.length) }, 'MEDIA_FETCH_FAILED'],
  ['too little', { content: bytes.subarray(1) }, 'MEDIA_FETCH_FAILED'],
]) {
  test(`${what} is not taken`, async (t) => {
    const { done, names } = fetch(t, server([], options));
    await assert.rejects(done, (error) => error instanceof CommandFailure && error.reason === reason && error.notBegun);
    assert.deepEqual(names(), []);
  });
}

test('what is final is said at once', async (t) => {
  for (const [code, reason] of [['NOT_FOUND', 'SESSION_CONFLICT'], ['DATA_LOSS', 'MEDIA_EXPIRED'], ['ENOSPC', 'MEDIA_FETCH_FAILED']]) {
    const bridge = server([{ at: 0, error: lost(code) }]);
    const { done, names } = fetch(t, bridge);
    await assert.rejects(done, (error) => error.reason === reason && error.notBegun);
    assert.equal(bridge.asked.length, 1);
    assert.deepEqual(names(), []);
  }
});

test('what is not wanted any more leaves nothing behind', async (t) => {
  const stop = new AbortController();
  const bridge = server(Array.from({ length: 9 }, () => ({ at: 100_000 })));
  const { done, names } = fetch(t, bridge, { signal: stop.signal });
  setTimeout(() => stop.abort(), 60);
  await assert.rejects(done, { name: 'AbortError' });
  assert.deepEqual(names(), []);
});
