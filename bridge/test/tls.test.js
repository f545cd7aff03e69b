// The client over TLS: whom it believes, what it shows, what it says when that is not enough.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Connection } from '../client/connection.js';
import { parseEndpoint, reasonOf } from '../client/endpoint.js';
import { createClientFor } from '../client/client.js';
import { Codec } from '../client/codec.js';
import { OptionError, readOptions } from '../core/options.js';
import { makeCertificates } from '../testkit/certificates.js';
import { TestServer } from '../testkit/server.js';

const contract = {
  enums: {},
  messages: { 't.Text': [{ no: 1, name: 'text', kind: 'string' }] },
  services: { 't.TalkService': {
    Say: { request: 't.Text', response: 't.Text', clientStreaming: false, serverStreaming: false },
    Count: { request: 't.Text', response: 't.Text', clientStreaming: false, serverStreaming: true },
  } },
};
const codec = new Codec(contract);
const text = (value) => codec.encode('t.Text', { text: value });
const handlers = {
  't.TalkService/Say': (call) => call.respond(call.payload),
  't.TalkService/Count': (call) => {
    for (let n = 1; n <= 3; n++) call.send(text(`item ${n}`));
    call.end();
  },
};

async function secured(t, { mutual = false, ...issued } = {}) {
  const certificates = makeCertificates(t);
  certificates.issue('server', issued);
  const server = await TestServer.startSecure(t, handlers, {
    cert: certificates.read('server.pem'), key: certificates.read('server.key'),
    ...(mutual ? { ca: certificates.read('ca.pem'), requestCert: true, rejectUnauthorized: true } : {}),
  });
  return { certificates, server, ca: certificates.read('ca.pem') };
}

function client(t, endpoint, tls) {
  const made = createClientFor({ contract, endpoint, tls, timeoutMs: 5000 });
  t.after(() => made.close());
  return made;
}

test('calls and streams go over TLS, by address and by name', async (t) => {
  const { server, ca } = await secured(t);
  for (const host of ['127.0.0.1', 'localhost']) {
    const { talk } = client(t, `tls:${host}:${server.port}`, { ca });
    const large = 'x'.repeat(1 << 20);
    assert.equal((await talk.say({ text: large })).text, large);
    const items = [];
    for await (const item of talk.count({ text: '' })) items.push(item.text);
    assert.deepEqual(items, ['item 1', 'item 2', 'item 3']);
  }
});

test('a server of an unknown authority sees no call', async (t) => {
  const { certificates, server } = await secured(t);
  certificates.authority('other');
  for (const tls of [{ ca: certificates.read('other.pem') }, {}, undefined]) {
    await assert.rejects(client(t, server.endpoint, tls).talk.say({ text: 'a' }), (error) => {
      assert.equal(error.code, 'UNAVAILABLE');
      assert.match(error.message, /its certificate is not trusted/);
      return true;
    });
  }
  assert.equal(server.calls.length, 0);
});

test('a certificate for another name or address is not believed', async (t) => {
  const { server, ca } = await secured(t, { names: 'DNS:other.example,IP:127.0.0.1' });
  const { port } = server;
  const mismatch = /its certificate is not for this name/;
  await assert.rejects(client(t, `tls:localhost:${port}`, { ca }).talk.say({ text: 'a' }), mismatch);
  const named = { ca, serverName: 'other.example' };
  assert.equal((await client(t, `tls:localhost:${port}`, named).talk.say({ text: 'a' })).text, 'a');
  const wrong = { ca, serverName: 'wrong.example' };
  await assert.rejects(client(t, `tls:127.0.0.1:${port}`, wrong).talk.say({ text: 'a' }), mismatch);
  const byName = await secured(t, { names: 'DNS:localhost' });
  await assert.rejects(client(t, byName.server.endpoint, { ca: byName.ca }).talk.say({ text: 'a' }), mismatch);
});

test('an expired certificate is not believed', async (t) => {
  const { server, ca } = await secured(t, { days: -1 });
  await assert.rejects(client(t, server.endpoint, { ca }).talk.say({ text: 'a' }), /not trusted.*expired/);
});

test('a client shows its certificate, and is not let in without', async (t) => {
  const { certificates, server, ca } = await secured(t, { mutual: true });
  certificates.issue('one');
  const good = { ca, cert: certificates.read('one.pem'), key: certificates.read('one.key') };
  assert.equal((await client(t, server.endpoint, good).talk.say({ text: 'a' })).text, 'a');
  certificates.authority('other');
  certificates.issue('two', { by: 'other' });
  const stranger = { ca, cert: certificates.read('two.pem'), key: certificates.read('two.key') };
  for (const tls of [{ ca }, stranger]) {
    await assert.rejects(client(t, server.endpoint, tls).talk.say({ text: 'b' }), { code: 'UNAVAILABLE' });
  }
  assert.equal(server.calls.length, 1);
  // This server just hangs up; rpcd says why.
  for (const code of ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA']) {
    assert.match(reasonOf({ code }), /^the server wants another client certificate/);
  }
});

test('a server that does not answer the handshake is given up', async (t) => {
  const server = await TestServer.start(t, handlers);
  assert.ok(server.endpoint);
  const { createServer } = await import('node:net');
  const silent = createServer(() => {});
  await new Promise((resolve) => { silent.listen(0, '127.0.0.1', resolve); });
  t.after(() => silent.close());
  const endpoint = `tls:127.0.0.1:${silent.address().port}`;
  await assert.rejects(Connection.dial(endpoint, { timeoutMs: 200 }), /no answer in 200 ms/);
});

test('tls: endpoints are parsed like tcp: ones', () => {
  assert.deepEqual(parseEndpoint('tls:h:1'), { host: 'h', port: 1, secure: true });
  assert.deepEqual(parseEndpoint('tls:[::1]:65535'), { host: '::1', port: 65535, secure: true });
  for (const wrong of ['tls:h', 'tls:h:0', 'tls:::1:5', 'tls:', 'ssl:h:1']) {
    assert.throws(() => parseEndpoint(wrong), TypeError);
  }
});

test('the bridge takes files for TLS, and only where there is TLS', (t) => {
  const certificates = makeCertificates(t);
  certificates.issue('one');
  const given = ['--driver', 'simulator', '--name', 'b'];
  const file = (name) => certificates.file(name);
  const options = readOptions([...given, '--endpoint', 'tls:h:1', '--tls-ca', file('ca.pem'), '--tls-cert',
    file('one.pem'), '--tls-key', file('one.key')], {});
  assert.equal(options.tls.ca, certificates.read('ca.pem').toString());
  assert.equal(options.tls.cert, certificates.read('one.pem').toString());
  assert.equal(options.tls.key, certificates.read('one.key').toString());
  for (const wrong of [
    ['--endpoint', 'unix:/x', '--tls-ca', file('ca.pem')], ['--endpoint', 'tls:h:1', '--tls-cert', file('one.pem')],
    ['--endpoint', 'tls:h:1', '--tls-ca', file('none.pem')],
  ]) assert.throws(() => readOptions([...given, ...wrong], {}), OptionError);
  assert.equal(readOptions([...given, '--endpoint', 'unix:/x'], {}).tls, undefined);
});
