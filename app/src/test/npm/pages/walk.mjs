// Walks logins in a real Chromium, as a person would who only wanted to log in.
//
//   WALK_START    a link that begins a login here, which asks first; its state leads back to WALK_CHAT
//   WALK_PLAIN    a link to the provider that was begun elsewhere; its state leads back to WALK_CHAT too
//   WALK_PERSON   what is typed at the provider
//   WALK_CHAT     where both must end
//   node walk.mjs OUTPUT-FOLDER
//
// Takes screenshots, and ends with 1 where the way ends elsewhere, a question is missing or asked in vain, or the
// browser says that the page's policy was violated.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const output = process.argv[2];
const { WALK_START: begun, WALK_PLAIN: plain, WALK_PERSON: person, WALK_CHAT: chat } = process.env;
if (!output || !begun || !plain || !person || !chat) {
  console.error('usage: WALK_START=… WALK_PLAIN=… WALK_PERSON=… WALK_CHAT=… node walk.mjs OUTPUT-FOLDER');
  process.exit(2);
}
mkdirSync(output, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'aura-walk-'));
const findings = [];
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
});
try {
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) findings.push(message.text());
  });
  await page.goto(begun);
  await page.screenshot({ path: join(output, 'start.png'), fullPage: true });
  if (await page.getByRole('textbox').count() > 0) findings.push('begun here: went to the provider without a question');
  await page.getByRole('button').press('Enter');
  await atProvider(page);
  await arrived(page, 'begun here');
  await page.goto(plain);
  await atProvider(page);
  await page.screenshot({ path: join(output, 'question.png'), fullPage: true });
  if (page.url().startsWith(chat)) findings.push('begun elsewhere: went on without a question');
  await page.getByRole('button').press('Enter');
  await arrived(page, 'begun elsewhere');
} catch (error) {
  findings.push(error.message);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
findings.forEach((finding) => console.error(finding));
console.log(`${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);

async function atProvider(page) {
  await page.getByRole('textbox').waitFor({ timeout: 10_000 });
  await page.getByRole('textbox').fill(person);
  await page.getByRole('textbox').press('Enter');
  await page.waitForLoadState();
}

async function arrived(page, how) {
  await page.waitForURL(`${chat}**`, { timeout: 10_000 });
  await page.screenshot({ path: join(output, `${how.replace(' ', '-')}.png`), fullPage: true });
  if (/code=|state=/.test(page.url())) findings.push(`${how}: the address still tells the code or the state`);
}
