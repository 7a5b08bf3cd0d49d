// Opens the page of a definition in a real Chromium, goes to an operation by its tag, and tries it with a pasted key.
//
//   DOCS_URL          the page
//   DOCS_TAG          the tag that the operation is listed under
//   DOCS_OPERATION    its operationId
//   DOCS_KEY          what is pasted
//   DOCS_SENT         what must then be sent as Authorization
//   DOCS_ANSWER       what must be seen of its answer, which is a 200
//   node try.mjs OUTPUT-FOLDER        (CHROMIUM names another browser than /usr/bin/chromium)
//
// Takes screenshots, and ends with 1 and a line for each finding: a message on the console, a violation of the page's
// policy, a request to another host, an operation that cannot be reached, or is answered otherwise.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const TIMEOUT = 20_000;
const output = process.argv[2];
const { DOCS_URL: url, DOCS_TAG: tag, DOCS_OPERATION: operation, DOCS_KEY: key, DOCS_SENT: sent, DOCS_ANSWER: answer }
  = process.env;
if (!output || !url || !tag || !operation || !key || !sent || !answer) {
  console.error('usage: DOCS_URL=… DOCS_TAG=… DOCS_OPERATION=… DOCS_KEY=… DOCS_SENT=… DOCS_ANSWER=… node try.mjs FOLDER');
  process.exit(2);
}
mkdirSync(output, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'aura-docs-'));
const findings = [];
const authorizations = [];
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
  viewport: { width: 1280, height: 900 },
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT);
  page.on('console', (message) => findings.push(`console: ${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => findings.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (address.protocol !== 'data:' && !request.url().startsWith(new URL('.', url).href)) {
      findings.push(`asks elsewhere: ${request.url()}`);
    }
    const { authorization } = request.headers();
    if (authorization) authorizations.push(authorization);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  await page.goto(url);
  await isSeen(page);
  await navigate(page);
  await tryIt(page);
  // What a browser has of the page by now is only confirmed.
  await page.reload();
  await isSeen(page);
} catch (error) {
  findings.push(error.message);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
findings.forEach((finding) => console.error(finding));
console.log(`${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);

async function isSeen(page) {
  await page.locator(`#operations-${tag}-${operation}`).waitFor();
  if (await page.locator('.info .title').count() !== 1) findings.push('no title');
  if ((await page.title()) === 'API') findings.push('the title is not that of the definition');
  const text = await page.locator('.info .description').first().innerText();
  if (text.includes('`')) findings.push('raw back-ticks in the description');
  await page.screenshot({ path: join(output, 'page.png') });
}

// The tags fold, the filter narrows, and an opened operation has an address of its own.
async function navigate(page) {
  const operations = page.locator('.opblock');
  const all = await operations.count();
  await page.locator('input.operation-filter-input').fill(tag);
  await page.locator('.opblock-tag').nth(1).waitFor({ state: 'detached' });
  const ofTag = await operations.count();
  if (ofTag === 0 || ofTag >= all) findings.push(`the filter shows ${ofTag} of ${all} operations`);
  await page.locator('input.operation-filter-input').fill('');
  await page.locator('.opblock-tag').nth(1).waitFor();
  const header = page.locator(`#operations-tag-${tag}`);
  await header.click();
  await page.locator(`#operations-${tag}-${operation}`).waitFor({ state: 'detached' });
  await header.click();
  await page.locator(`#operations-${tag}-${operation} .opblock-summary-control`).click();
  await page.waitForURL(`**#/${tag}/${operation}`);
}

async function tryIt(page) {
  const block = page.locator(`#operations-${tag}-${operation}`);
  await page.locator('.auth-wrapper .authorize').first().click();
  await page.locator('.modal-ux input').fill(key);
  await page.locator('.modal-ux button.authorize').click();
  await page.screenshot({ path: join(output, 'key.png') });
  await page.locator('.modal-ux .btn-done').click();
  await block.locator('.try-out__btn').click();
  await block.locator('button.execute').click();
  const row = block.locator('.live-responses-table tbody tr').first();
  await row.waitFor();
  await page.screenshot({ path: join(output, 'answer.png'), fullPage: true });
  const status = (await row.locator('.response-col_status').innerText()).trim();
  const seen = await row.innerText();
  if (!status.startsWith('200')) findings.push(`answered ${status}`);
  if (!seen.includes(answer)) findings.push(`not seen in the answer: ${answer}, but ${seen}`);
  if (authorizations.some((each) => each !== sent) || authorizations.length !== 1) {
    findings.push(`sent as Authorization: ${authorizations.length} times`);
  }
}
