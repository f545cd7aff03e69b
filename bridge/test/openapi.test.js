// The OpenAPI document by other people's eyes: openapi-spec-validator reads it, and schemathesis makes requests of it, right
// ones and wrong ones, and holds a real rpcd to what it promises. SCHEMATHESIS_EXAMPLES and SCHEMATHESIS_SEED for more.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Daemon, skipWithoutRpcd } from '../testkit/daemon.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const tools = path.join(root, '.tools/openapi/bin');
const absent = fs.existsSync(path.join(root, '.tools/openapi/requirements.txt')) ? false : 'no .tools/openapi; scripts/test-tools.sh makes it';
const skip = skipWithoutRpcd || (process.env.SWITCHBOARD_TEST_TOOLS === 'demanded' ? false : absent);

// Whoever asks must not be among those that a small number names: what is asked may delete them.
const DECOYS = 30;
const password = 'correct horse battery';

async function setUp(t) {
  const rpcd = await Daemon.start(t, ['--http', 'http://127.0.0.1:0']);
  const [url] = JSON.parse(fs.readFileSync(path.join(rpcd.folder, 'data', 'endpoints.json'), 'utf8')).http;
  const file = path.join(rpcd.folder, 'openapi.json');
  fs.writeFileSync(file, await (await fetch(`${url}/api/schema/`)).text());
  return { rpcd, url, file };
}

async function signIn(url) {
  const answer = await fetch(`${url}/api/v1/auth/login/`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'root', password }),
  });
  return (await answer.json()).data.access;
}

test('the document is OpenAPI', { skip, timeout: 60_000 }, async (t) => {
  const { file } = await setUp(t);
  const { stdout } = await run(path.join(tools, 'python'), ['-m', 'openapi_spec_validator', file]);
  assert.match(stdout, /: OK/);
});

test('what it promises holds for whatever is asked', { skip, timeout: 900_000 }, async (t) => {
  const { rpcd, url, file } = await setUp(t);
  const { users, keys } = rpcd.operator;
  for (let n = 0; n < DECOYS; n++) {
    const { id: userId } = await users.createUser({ username: `decoy${n}` });
    await keys.createKey({ userId, name: 'decoy' });
  }
  const unlimited = { value: 0 };
  const admin = await users.createUser({ username: 'root', password, role: 'ROLE_ADMIN', maxMessagesPerMinute: unlimited, maxMessagesPerDay: unlimited });
  const log = path.join(rpcd.folder, 'rpcd.log');
  const { SCHEMATHESIS_EXAMPLES: examples = '8', SCHEMATHESIS_SEED: seed = '1' } = process.env;
  const ask = async (credential, ...which) => {
    const asked = run(path.join(tools, 'schemathesis'), [
      '--config-file', path.join(root, 'Tests/Interop/openapi/schemathesis.toml'), 'run', file, '--url', url, '-H', credential, ...which,
      '--phases', 'examples,coverage,fuzzing', '--max-examples', examples, '--workers', '2', '--seed', seed, '--no-color',
    ], { cwd: rpcd.folder, maxBuffer: 64 << 20 });
    const { stdout } = await asked.catch((error) => assert.fail(`${error.message}\n${error.stdout?.slice(-20_000)}`));
    t.diagnostic(/\d+ generated[^\n]*/.exec(stdout)[0]);
  };
  // That everything is refused would be no proof.
  const answered = (status) => fs.readFileSync(log, 'latin1').split(`http_status=${status}`).length - 1;
  // Keys make no keys: of those, somebody asks who has signed in. First, while there is nobody who may be deactivated.
  await ask(`Authorization: Bearer ${await signIn(url)}`, '--include-tag', 'Keys');
  assert.ok(answered(200) > 20 && answered(201) > 3, `of keys, ${answered(200)} and ${answered(201)} went well`);
  // Made now, for those that were there may be revoked.
  const { secret } = await keys.createKey({ userId: admin.id, name: 'asker' });
  await ask(`X-API-Key: ${secret}`);
  assert.ok(answered(200) > 100 && answered(201) > 6, `${answered(200)} and ${answered(201)} went well`);
});

// A text or its template, a file or its address; and a password that is not the example's.
const ONE_OF_TWO = new Set(['message', 'media_id', 'current_password']);

test('its examples are valid requests', { skip: skipWithoutRpcd, timeout: 60_000 }, async (t) => {
  const { rpcd, url, file } = await setUp(t);
  await rpcd.operator.users.createUser({ username: 'root', password, role: 'ROLE_ADMIN' });
  const authorization = `Bearer ${await signIn(url)}`;
  const { paths, components } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const answered = await fetch(`${url}/api/v1/media/?file_name=invoice.txt`, { method: 'POST', headers: { authorization, 'content-type': 'text/plain' }, body: 'Paid.' });
  const uploaded = (await answered.json()).data.id;
  let tried = 0;
  for (const [path, { post }] of Object.entries(paths)) {
    const reference = post?.requestBody?.content['application/json']?.schema.$ref;
    if (!reference) continue;
    const { properties, required = [] } = components.schemas[reference.split('/').at(-1)];
    const body = {};
    for (const [name, { examples }] of Object.entries(properties)) if (examples) [body[name]] = examples;
    // No document has a token that is good, nor the number of a file that is there.
    if ('refresh' in properties) body.refresh = 'spent';
    if ('media_id' in properties) body.media_id = uploaded;
    assert.deepEqual(required.filter((name) => !(name in body)), [], `${path}: no example of what is required`);
    if (Object.keys(body).length === 0) continue;
    tried += 1;
    const send = async (body) => {
      const answer = await fetch(url + path.replace(/\{\w+\}/g, '999999'), {
        method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body),
      });
      return { status: answer.status, ...await answer.json() };
    };
    const answer = await send(body);
    assert.ok(![400, 413, 415, 500].includes(answer.status), `${path}: ${JSON.stringify(body)}: ${JSON.stringify(answer)}`);
    // What is required is enough, but where it is one of two.
    const least = await send(Object.fromEntries(required.map((name) => [name, body[name]])));
    const missing = Object.keys(least.status === 400 ? least.errors : {}).filter((name) => !ONE_OF_TWO.has(name));
    assert.deepEqual(missing, [], `${path} with what it says is required alone: ${JSON.stringify(least)}`);
    for (const name of required) {
      const refused = await send({ ...body, [name]: undefined });
      assert.ok(refused.status === 400 && name in refused.errors, `${path} without ${name}: ${JSON.stringify(refused)}`);
    }
  }
  assert.ok(tried > 15, `${tried} operations have examples`);
});
