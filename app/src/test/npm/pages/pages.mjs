// Looks at pages in a real Chromium: at desktop and phone width, in light and dark mode, at 200 % text, by keyboard.
//
//   node pages.mjs OUTPUT-FOLDER URL...       (CHROMIUM names another browser than /usr/bin/chromium)
//
// Takes a screenshot of each, and ends with 1 and a line for each finding: what axe finds, a message on the console, a
// violation of the page's policy, a request to another host, a script, text that must be scrolled sideways to be read,
// a missing language or title, something to press that the keyboard does not reach or whose focus does not show.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const VIEWS = [
  { name: 'desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 375, height: 812 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 375, height: 812 }, colorScheme: 'dark' },
  { name: 'narrow', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const [output, ...urls] = process.argv.slice(2);
if (!output || urls.length === 0) {
  console.error('usage: node pages.mjs OUTPUT-FOLDER URL...');
  process.exit(2);
}
mkdirSync(output, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'aura-pages-'));
const findings = [];

try {
  for (const view of VIEWS) {
    const browser = await chromium.launchPersistentContext(join(profile, view.name), {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      args: FLAGS,
      viewport: view.viewport,
      colorScheme: view.colorScheme,
    });
    for (const [number, url] of urls.entries()) {
      await look(browser, view, url, `${String(number + 1).padStart(2, '0')}-${view.name}.png`);
    }
    await browser.close();
  }
} finally {
  rmSync(profile, { recursive: true, force: true });
}
findings.forEach((finding) => console.error(finding));
console.log(`${urls.length} pages in ${VIEWS.length} views: ${findings.length} findings, screenshots in ${output}`);
process.exit(findings.length === 0 ? 0 : 1);

async function look(browser, view, url, picture) {
  const found = (what) => findings.push(`${view.name} ${url}: ${what}`);
  const page = await browser.newPage();
  page.on('console', (message) => {
    // A page that is refused is sent with its status, which the browser notes as if something had not loaded.
    // The icon that a browser asks every host for is none of the page's.
    const ownStatus = [url, new URL('/favicon.ico', url).href].includes(message.location().url)
      && message.text().startsWith('Failed to load resource');
    if (!ownStatus) {
      found(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => found(`error: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) {
      found(`asks another host: ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  try {
    await page.goto(url, { waitUntil: 'load' });
    await judge(page, found);
    await page.screenshot({ path: join(output, picture), fullPage: true });
  } catch (error) {
    found(`not seen: ${error.message}`);
  }
  await page.close();
}

async function judge(page, found) {
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    scripts: document.scripts.length,
    style: getComputedStyle(document.querySelector('main') ?? document.body).borderTopStyle,
    text: document.body.innerText.trim().length,
  }));
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(seen.language)) found(`language: ${seen.language}`);
  if (seen.title === '') found('no title');
  if (seen.scripts > 0) found('has a script');
  if (seen.style !== 'solid') found('the style sheet does not apply');
  if (seen.text === 0) found('is empty');
  await sideways(page, 'as it is', found);
  await keyboard(page, found);
  await page.evaluate(axe.source);
  const report = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
  report.violations.forEach((violation) =>
    found(`axe ${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`));
  const size = await page.evaluate(() => document.documentElement.style.fontSize);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await sideways(page, 'at 200 % text', found);
  await page.evaluate((old) => document.documentElement.style.setProperty('font-size', old), size);
}

async function sideways(page, when, found) {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  if (widths[0] > widths[1]) found(`must be scrolled sideways ${when}: ${widths[0]} > ${widths[1]}`);
}

async function keyboard(page, found) {
  const controls = await page.locator('a[href], button, input:not([type=hidden]), select, textarea').count();
  for (let i = 0; i < controls; i++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { name: document.activeElement.tagName, outline: style.outlineStyle, width: parseFloat(style.outlineWidth) };
    });
    if (focus.name === 'BODY') found(`the keyboard reaches ${i} of ${controls} controls`);
    if (focus.outline === 'none' || focus.width < 2) found(`the focus of ${focus.name} does not show`);
  }
}
