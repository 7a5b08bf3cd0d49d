// Somebody in front of a real Chromium, and what every page that they see must keep.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LARGEST = 50 * 1024;
const TIMEOUT = 20_000;
const findings = [];
const output = process.argv[2];
mkdirSync(output, { recursive: true });

export const VIEWS = [
  { name: 'desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 375, height: 812 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 375, height: 812 }, colorScheme: 'dark' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
});

export function check(holds, what) {
  if (!holds) findings.push(`not seen: ${what}`);
}

/** Lets somebody with a browser without a past do something; what goes wrong is a finding. */
export async function person(view, does) {
  const context = await browser.newContext({ viewport: view.viewport, colorScheme: view.colorScheme, locale: 'en-GB' });
  const found = (what) => findings.push(`${view.name}: ${what}`);
  try {
    await does(await opened(context, found));
  } catch (error) {
    found(error.stack);
    const page = context.pages()[0];
    if (page) await page.screenshot({ path: join(output, `stopped-${view.name}.png`), fullPage: true }).catch(() => {});
  } finally {
    await context.close();
  }
}

async function opened(context, found) {
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  page.on('pageerror', (error) => found(`${page.url()}: ${error.message}`));
  page.on('dialog', (dialog) => { found(`${page.url()}: a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('console', (message) => {
    if (message.text().startsWith('policy:')) found(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (page.watched && new URL(request.url()).origin !== page.watched) found(`asks another host: ${request.url()}`);
  });
  page.on('response', async (response) => {
    if (!response.headers()['content-type']?.startsWith('text/html')) return;
    const size = await response.body().then((body) => body.length, () => 0);
    if (size > LARGEST) found(`${response.url()}: ${size} bytes`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return page;
}

/** Judges the page that is open, and takes a picture of it. */
export async function look(page, view, name) {
  const found = (what) => findings.push(`${view.name} ${name}: ${what}`);
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    mains: document.querySelectorAll('main').length,
  }));
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(seen.language)) found(`language: ${seen.language}`);
  if (!seen.title) found('no title');
  if (seen.wide > 0) found(`must be scrolled sideways by ${seen.wide}`);
  if (seen.mains !== 1) found(`${seen.mains} main elements`);
  await page.screenshot({ path: join(output, `${name}-${view.name}.png`), fullPage: true });
  await page.evaluate(axe.source);
  const report = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
  report.violations.forEach((violation) =>
    found(`axe ${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`));
}

/** Goes on with Tab until what has the focus fits, and says whether it came there. */
export async function tabTo(page, selector, most = 120) {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector} on ${page.url()}`);
}

/** Ends with 0 findings, or with 1 and a line for each. */
export async function end() {
  await browser.close();
  findings.forEach((finding) => console.error(finding));
  console.log(`${findings.length} findings, screenshots in ${output}`);
  process.exit(findings.length === 0 ? 0 : 1);
}
