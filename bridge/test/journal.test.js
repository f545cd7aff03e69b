// The journal of facts: durable before it is sent, numbered without gaps over restarts, torn ends cut, compacted.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { envelope as codec } from '../client/envelope.js';
import * as facts from '../core/facts.js';
import { Journal, JournalError } from '../core/journal.js';
import { temporaryFolder } from '../testkit/server.js';
import { until } from '../testkit/wait.js';

const fact = (n) => ({ sessionState: { sessionId: n, epoch: 1, state: 'SESSION_STATUS_CONNECTED' } });
const sessions = (journal) => journal.unconfirmed().map((frame) => [frame.seq, frame.sessionState.sessionId]);

test('facts are numbered from 1, durable when the promise says so, and there after a restart', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  const journal = await Journal.open(file, codec);
  const first = journal.append(fact(1));
  assert.equal(journal.after(0), undefined, 'not before it is durable');
  await first;
  assert.equal(journal.after(0).seq, 1);
  const size = fs.statSync(file).size;
  await Promise.all([2, 3, 4].map((n) => journal.append(fact(n))));
  assert.ok(fs.statSync(file).size > size);
  journal.confirm(2);
  // Not closed: the process is gone.
  const again = await Journal.open(file, codec);
  assert.deepEqual(sessions(again), [[1, 1], [2, 2], [3, 3], [4, 4]]);
  assert.equal(again.nextSeq, 5);
  await again.close();
  await journal.close();
});

test('a journal that was cut anywhere opens with what was whole, and goes on from there', async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'facts');
  const journal = await Journal.open(file, codec);
  const sizes = [fs.statSync(file).size];
  for (const n of [1, 2, 3]) {
    await journal.append(fact(n));
    sizes.push(fs.statSync(file).size);
  }
  await journal.close();
  const whole = fs.readFileSync(file);
  for (let length = 0; length <= whole.length; length++) {
    const cut = path.join(folder, `cut${length}`);
    fs.writeFileSync(cut, whole.subarray(0, length));
    const opened = await Journal.open(cut, codec);
    const expected = Math.max(0, sizes.filter((size) => size <= length).length - 1);
    assert.equal(opened.length, expected, `cut at ${length}`);
    assert.equal(opened.nextSeq, expected + 1);
    await opened.append(fact(9));
    await opened.close();
    const reopened = await Journal.open(cut, codec);
    assert.equal(reopened.unconfirmed().at(-1).sessionState.sessionId, 9);
    assert.equal(reopened.tornBytes, 0);
    await reopened.close();
  }
});

test('a flipped bit ends the journal before the record that has it', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  const journal = await Journal.open(file, codec);
  await journal.append(fact(1));
  const size = fs.statSync(file).size;
  await journal.append(fact(2));
  await journal.close();
  const bytes = fs.readFileSync(file);
  bytes[size + 10] ^= 1;
  fs.writeFileSync(file, bytes);
  const opened = await Journal.open(file, codec);
  assert.deepEqual(sessions(opened), [[1, 1]]);
  assert.equal(opened.tornBytes, bytes.length - size);
  await opened.close();
});

test('what is confirmed is compacted away, numbering goes on, and nothing unconfirmed is lost', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  const journal = await Journal.open(file, codec, { compactAt: 2000 });
  for (let n = 1; n <= 1000; n++) {
    const durable = journal.append(fact(n));
    if (n % 7 === 0) {
      await durable;
      journal.confirm(n - 3);
    }
  }
  await journal.settled();
  const { size } = fs.statSync(file);
  assert.ok(size < 4000, `${size} bytes`);
  const left = sessions(journal);
  await journal.close();
  const opened = await Journal.open(file, codec);
  assert.equal(opened.nextSeq, 1001);
  assert.deepEqual(sessions(opened).slice(-left.length), left);
  opened.confirm(1000);
  await opened.close();
});

test('numbering goes on where everything was confirmed and compacted', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  const journal = await Journal.open(file, codec, { compactAt: 100 });
  for (let n = 1; n <= 20; n++) await journal.append(fact(n));
  journal.confirm(20);
  await journal.settled();
  await journal.close();
  const opened = await Journal.open(file, codec);
  assert.deepEqual([opened.length, opened.nextSeq], [0, 21]);
  await opened.close();
});

test('renumbered facts keep their order and content', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  const journal = await Journal.open(file, codec);
  await journal.append(fact(1));
  await journal.append(fact(2));
  await journal.renumber(101);
  await journal.append(fact(3));
  assert.deepEqual(sessions(journal), [[101, 1], [102, 2], [103, 3]]);
  assert.equal(journal.after(101).seq, 102);
  await journal.close();
  const opened = await Journal.open(file, codec);
  assert.deepEqual(sessions(opened), [[101, 1], [102, 2], [103, 3]]);
  await opened.close();
});

test('a write that fails ends the journal: nothing is acknowledged, nothing is tried again', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  const journal = await Journal.open(file, codec);
  await journal.append(fact(1));
  await journal.close();
  await assert.rejects(journal.append(fact(2)), JournalError);
  await assert.rejects(journal.append(fact(3)), JournalError);
  assert.equal(journal.after(1), undefined);
});

test('a file that is something else is left alone', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  fs.writeFileSync(file, 'dear diary, today');
  await assert.rejects(Journal.open(file, codec), JournalError);
  assert.equal(fs.readFileSync(file, 'utf8'), 'dear diary, today');
});

test('a fact can be sent only after its sync has ended', async (t) => {
  const file = path.join(temporaryFolder(t), 'facts');
  const journal = await Journal.open(file, codec);
  const probe = await fs.promises.open(file, 'r');
  const prototype = Object.getPrototypeOf(probe);
  await probe.close();
  const real = prototype.datasync;
  t.after(() => { prototype.datasync = real; });
  let release;
  const syncs = [];
  prototype.datasync = async function held() {
    syncs.push(this.fd);
    await new Promise((resolve) => { release = resolve; });
    return real.call(this);
  };
  let durable = false;
  const first = journal.append(fact(1)).then(() => { durable = true; });
  await until(() => release, 'the sync');
  const others = [2, 3, 4].map((n) => journal.append(fact(n)));
  assert.deepEqual([durable, journal.after(0)], [false, undefined]);
  release();
  await first;
  assert.equal(journal.after(0).seq, 1);
  await until(() => syncs.length === 2, 'the next sync');
  assert.equal(journal.after(1), undefined);
  release();
  await Promise.all(others);
  assert.equal(syncs.length, 2, 'what came meanwhile shares a sync');
  await journal.close();
});

test('what is for nobody to find later is sent and not written down, whatever rewrites the journal', async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'facts');
  const journal = await Journal.open(file, codec, { compactAt: 100 });
  const secret = { pairingCode: { sessionId: 1, epoch: 2, commandId: 3, code: 'SECR-ETXX' } };
  const onDisk = () => fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'latin1')).join();
  const sent = () => codec.decode('switchboard.v1.BridgeFrame', journal.after(9).bytes);
  for (let n = 0; n < 9; n++) await journal.append(fact(n));
  await journal.append(secret, undefined, facts.onDisk(secret));
  const size = fs.statSync(file).size;
  journal.confirm(9);
  await until(() => fs.statSync(file).size < size, 'the journal to be compacted');
  await journal.settled();
  assert.deepEqual(sent(), { ...secret, seq: 10 });
  assert.doesNotMatch(onDisk(), /SECR/);
  await journal.renumber(20);
  assert.deepEqual(codec.decode('switchboard.v1.BridgeFrame', journal.after(19).bytes), { ...secret, seq: 20 });
  assert.doesNotMatch(onDisk(), /SECR/);
  await journal.close();
  const again = await Journal.open(file, codec);
  const kept = { sessionId: 1, epoch: 2, commandId: 3, code: '' };
  assert.deepEqual(again.unconfirmed().map(({ seq, pairingCode }) => ({ seq, ...kept, ...pairingCode })), [{ seq: 20, ...kept }]);
  assert.equal(again.nextSeq, 21);
  await again.close();
});
