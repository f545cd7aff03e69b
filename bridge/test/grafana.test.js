// The dashboard for Grafana: every figure that it asks for is one that a real rpcd gives, with the labels that it goes by.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Daemon, skipWithoutRpcd as skip } from '../testkit/daemon.js';
import { startBridge } from '../testkit/processes.js';
import { until } from '../testkit/wait.js';

const dashboard = JSON.parse(fs.readFileSync(new URL('../../packaging/grafana/switchboard.json', import.meta.url), 'utf8'));
const panels = dashboard.panels.filter(({ type }) => type !== 'row');

test('the dashboard is one that Grafana can place', () => {
  assert.equal(new Set(dashboard.panels.map(({ id }) => id)).size, dashboard.panels.length);
  for (const { title, gridPos: { x, w }, targets, datasource } of panels) {
    assert.ok(x + w <= 24 && targets.length > 0 && datasource.uid === '${datasource}', title);
    for (const { expr } of targets) assert.equal(expr.split('(').length, expr.split(')').length, expr);
  }
});

test('rpcd gives every figure of the dashboard', { skip, timeout: 120_000 }, async (t) => {
  const rpcd = await Daemon.start(t, ['--http', 'http://127.0.0.1:0']);
  const { folder, operator } = rpcd;
  const [url] = JSON.parse(fs.readFileSync(path.join(folder, 'data', 'endpoints.json'), 'utf8')).http;
  const bridge = startBridge(t, { endpoint: rpcd.bridges, name: 'b1', networkDir: path.join(folder, 'network'), stateDir: path.join(folder, 'b1'),
    script: { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1 } });
  rpcd.alsoEnds(() => { bridge.kill('SIGKILL'); return bridge.ended; });
  const { id: userId } = await operator.users.createUser({ username: 'ada' });
  const { id: sessionId } = await operator.sessions.initSession({ userId });
  await until(async () => (await operator.sessions.getSession({ id: sessionId })).status === 'SESSION_STATUS_CONNECTED', 'the session', 60_000);
  await operator.messages.sendText({ userId, sessionId, recipient: '+491701234567', message: 'hello' });
  const text = await (await fetch(`${url}/metrics`)).text();
  // By name: the labels that it has anywhere.
  const given = new Map();
  for (const [, name, labels = ''] of text.matchAll(/^([a-z_]+)(?:\{([^}]*)\})? /gm)) {
    const known = given.get(name) ?? new Set();
    for (const [, label] of labels.matchAll(/([a-z_]+)="/g)) known.add(label);
    given.set(name, known);
  }
  for (const { title, targets } of panels) {
    for (const { expr } of targets) {
      const [name] = /(?:switchboard|process)_[a-z_]+/.exec(expr);
      assert.ok(given.has(name), `${title}: ${name}`);
      const own = [...expr.matchAll(/by \(([a-z_]+)\)|[{,]([a-z_]+)[!=]=?~?"/g)].map(([, by, where]) => by ?? where);
      for (const label of own.filter((one) => !['job', 'instance'].includes(one))) {
        assert.ok(given.get(name).has(label), `${title}: ${name} has no ${label}`);
      }
    }
  }
});
