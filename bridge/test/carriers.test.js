// What the bridge does for carriers of engines that choose their own ids: late successes, the moment at which an answer is
// on disk, the words of a refusal, the memory of other processes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { given, setUp, TestDriver } from '../testkit/bridge.js';
import { sleep, until } from '../testkit/wait.js';

test('what went out in a former life is told with the command and epoch it had, and is not sent again', async (t) => {
  const { rpcd, driver } = await setUp(t);
  await rpcd.connected(1, 5);
  const [{ sink }] = driver.carriers;
  await sink.submitted({ commandId: 9000, epoch: 3, clientMessageId: '3EB0OLD', providerMessageId: 'W1' });
  assert.deepEqual((await rpcd.result(9000)).result, { commandId: 9000, sessionId: 1, epoch: 3, submitted: { providerMessageId: 'W1',
    state: 'ACK_STATE_UNSPECIFIED' } });
  const credit = rpcd.current.credit;
  const again = rpcd.give(1, 5, { clientMessageId: '3EB0OLD', attempt: 2 });
  assert.equal((await rpcd.result(again.commandId)).result.submitted.providerMessageId, 'W1');
  assert.equal(driver.sends.length, 0);
  await until(() => rpcd.current.credit === credit, 'the credit of one send, and no more');
});

test('a carrier hears when the answer to its send is in the journal, also when the answer came late', async (t) => {
  const { rpcd, driver, journal } = await setUp(t, { limits: { sendMs: 40, graceMs: 100, stopMs: 200, startMs: 500 } });
  await rpcd.connected(1, 1);
  await until(() => journal.length === 0, 'the Confirm');
  const heard = [];
  const onDisk = () => {
    let count = 0;
    for (let fact = journal.after(0); fact; fact = journal.after(fact.seq)) count++;
    return count;
  };
  driver.carriers[0].answered = async ({ commandId }, outcome) => {
    heard.push([commandId, outcome.submitted?.providerMessageId ?? outcome.error.reason, onDisk()]);
    throw new Error('this is the carrier\'s trouble');
  };
  rpcd.confirming = false;
  const first = rpcd.give(1, 1);
  const [one] = await given(driver, 1);
  await until(() => heard.length === 1, 'the answer that it is not known');
  one.submit();
  await until(() => heard.length === 2, 'the late answer');
  // On disk by then: each answer.
  assert.deepEqual(heard, [[first.commandId, 'OUTCOME_UNKNOWN', 1], [first.commandId, first.clientMessageId, 2]]);
});

test('what waits when a session ends is refused with the word that its carrier gives', async (t) => {
  const driver = new TestDriver();
  driver.sendConcurrency = 1;
  const { rpcd } = await setUp(t, { driver });
  await rpcd.connected(1, 1);
  rpcd.give(1, 1, { recipient: '+4911111111' });
  const waits = rpcd.give(1, 1, { recipient: '+4922222222' });
  await given(driver, 1);
  driver.carriers[0].sink.state('failed', { reason: 'account_banned', refusal: 'ACCOUNT_BANNED' });
  const { error } = (await rpcd.result(waits.commandId)).result;
  assert.deepEqual([error.reason, error.notBegun], ['ACCOUNT_BANNED', true]);
});

test('a heartbeat counts the memory of other processes, and Hello has the version as it is by then', async (t) => {
  const driver = new TestDriver();
  driver.memory = () => 1e12;
  const { rpcd } = await setUp(t, { driver });
  const beat = await until(() => rpcd.heartbeats.at(-1), 'a heartbeat');
  assert.ok(beat.rss > 1e12);
  driver.version = `2 web ${'3'.repeat(100)}`;
  const count = rpcd.attachments.length;
  await rpcd.restart();
  await until(() => rpcd.attachments.length > count, 'another stream');
  assert.equal(rpcd.attachments.at(-1).hello.engineVersion, `2 web ${'3'.repeat(58)}`);
});

test('a command that comes in one breath with the Assign finds its carrier', async (t) => {
  const driver = new TestDriver();
  const { rpcd } = await setUp(t, { driver });
  const carry = driver.carry.bind(driver);
  driver.carry = (...args) => Object.assign(carry(...args), { checkNumber: async () => ({ exists: true, lid: '' }) });
  await rpcd.connected(1, 1);
  // The older carrier goes first.
  driver.stopping = () => sleep(50);
  rpcd.assign(1, 2);
  rpcd.current.send({ checkNumber: { commandId: 256, sessionId: 1, epoch: 2, timeoutMs: 1000, phoneNumber: '+491' } });
  assert.equal((await rpcd.result(256)).result.done?.data.exists, 'true');
  // One whose carrier never comes is answered all the same.
  driver.carry = () => { throw new Error('no carrier'); };
  rpcd.assign(2, 1);
  rpcd.current.send({ checkNumber: { commandId: 512, sessionId: 2, epoch: 1, timeoutMs: 1000, phoneNumber: '+491' } });
  assert.equal((await rpcd.result(512)).result.error.reason, 'SESSION_NOT_CONNECTED');
});
