// An rpcd, a simulated network and bridges beside it as processes of their own, all in one folder that goes with the test.
import path from 'node:path';
import { FakeRpcd } from './rpcd.js';
import { startBridge } from './processes.js';
import { temporaryFolder } from './server.js';

export const FAST = { qr: { scan_after_ms: 10 }, link: { authenticated_ms: 1 }, connect_ms: 1,
  acks: { server_ms: 1, delivered_ms: 5 } };

export async function setUp(t) {
  const folder = temporaryFolder(t);
  const rpcd = await FakeRpcd.start(t, path.join(folder, 'bridge.sock'));
  const networkDir = path.join(folder, 'network');
  const start = (options = {}) => {
    const name = options.name ?? 'b1';
    return startBridge(t, { endpoint: rpcd.endpoint, name, networkDir, stateDir: path.join(folder, name),
      script: FAST, ...options });
  };
  return { folder, rpcd, networkDir, start };
}
