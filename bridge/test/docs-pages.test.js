// The pages that show the OpenAPI document, in a real browser: Swagger UI, ReDoc, and the plain one in their place. None of them
// complains, breaks its policy or asks for anything elsewhere.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { Browser, skipWithoutBrowser } from '../testkit/browser.js';
import { Daemon, skipWithoutRpcd } from '../testkit/daemon.js';

const docs = fileURLToPath(new URL('../../.tools/docs', import.meta.url));
const absent = fs.existsSync(path.join(docs, 'requirements.txt')) ? false : 'no .tools/docs; scripts/docs-pages.sh makes it';
const skip = skipWithoutRpcd || skipWithoutBrowser || absent;
const options = { skip, timeout: 120_000 };

async function setUp(t, folder) {
  const rpcd = await Daemon.start(t, ['--http', 'http://127.0.0.1:0'], { SWITCHBOARD_HTTP_DOCS: folder });
  const [url] = JSON.parse(fs.readFileSync(path.join(rpcd.folder, 'data', 'endpoints.json'), 'utf8')).http;
  return { url, browser: await Browser.start(t) };
}

function isQuiet(page, url) {
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.asked.filter((one) => !one.startsWith(`${url}/`) && !/^(data|blob|about):/.test(one)), []);
}

test('Swagger UI shows the operations', options, async (t) => {
  const { url, browser } = await setUp(t, docs);
  const page = await browser.open({ url: `${url}/api/docs/` });
  await page.until("document.querySelectorAll('.opblock').length > 80", 'the operations');
  await page.value("document.querySelector('#operations-Messages-SendText .opblock-summary-control').click()");
  await page.until("document.querySelector('#operations-Messages-SendText .opblock-section-request-body') !== null", 'what a text takes');
  isQuiet(page, url);
});

test('ReDoc shows the operations', options, async (t) => {
  const { url, browser } = await setUp(t, docs);
  const page = await browser.open({ url: `${url}/api/redoc/`, width: 390, dark: true });
  await page.until("document.body.innerText.includes('Sends a text') || document.querySelectorAll('[id^=\"tag/\"]').length > 5", 'the operations');
  isQuiet(page, url);
});

test('without their files a plain page lists the paths', options, async (t) => {
  const { url, browser } = await setUp(t, '/nonexistent');
  for (const at of ['docs', 'redoc']) {
    const page = await browser.open({ url: `${url}/api/${at}` });
    await page.until("document.querySelectorAll('#paths dt').length > 80", 'the paths');
    isQuiet(page, url);
  }
  assert.equal((await fetch(`${url}/api/docs/swagger-ui-bundle.js`)).status, 404);
  const script = await fetch(`${url}/api/docs/plain.js`);
  const again = await fetch(`${url}/api/docs/plain.js`, { headers: { 'If-None-Match': script.headers.get('etag') } });
  assert.deepEqual([script.status, script.headers.get('content-type'), again.status], [200, 'text/javascript; charset=utf-8', 304]);
  for (const path of ['..%2f..%2fetc%2fpasswd', '%2e%2e/x', 'requirements.txt']) {
    assert.ok([400, 404].includes((await fetch(`${url}/api/docs/${path}`)).status), path);
  }
});
