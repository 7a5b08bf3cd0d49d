// Looks at a page as it stands in a real Chromium: at desktop and phone width, in light and dark mode.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const VIEWS = [
  { name: 'desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 375, height: 812 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 375, height: 812 }, colorScheme: 'dark' },
];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LARGEST = 50 * 1024;
const TIMEOUT = 30_000;

const findings = [];
const sizes = new Map();
let browser;
let number = 0;

export function check(holds, what) {
  if (holds) console.log(`seen: ${what}`);
  else findings.push(`not seen: ${what}`);
}

/**
 * A browser without a past.
 *
 * @param forbidden what must stand in no address
 */
export async function person(root, forbidden) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
  });
  const context = await browser.newContext({ locale: 'en-GB', viewport: VIEWS[0].viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  page.on('dialog', (dialog) => {
    findings.push(`a script ran: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('pageerror', (error) => findings.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().startsWith('policy:')) findings.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (request.resourceType() !== 'document' && url.origin !== root) findings.push(`asks another host: ${url}`);
    if (forbidden.some((text) => decodeURIComponent(request.url()).includes(text))) {
      findings.push(`stands in an address: ${url.pathname}`);
    }
  });
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'document' || response.status() === 303) return;
    const size = await response.body().then((body) => body.length, () => 0);
    const path = new URL(response.url()).pathname;
    sizes.set(path, Math.max(size, sizes.get(path) ?? 0));
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  return page;
}

/** Judges the page as it stands, and takes its picture in every view. */
export async function look(page, output, name) {
  number += 1;
  mkdirSync(output, { recursive: true });
  const found = (view, what) => findings.push(`${name} (${view}): ${what}`);
  for (const view of VIEWS) {
    await page.setViewportSize(view.viewport);
    await page.emulateMedia({ colorScheme: view.colorScheme });
    const widths = await page.evaluate(() =>
      [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if (widths[0] > widths[1]) found(view.name, `must be scrolled sideways: ${widths[0]} > ${widths[1]}`);
    await page.evaluate(axe.source);
    const report = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
    report.violations.forEach((violation) =>
      found(view.name, `axe ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(' | ')}`));
    await page.screenshot({
      path: join(output, `${String(number).padStart(2, '0')}-${name}-${view.name}.png`), fullPage: true,
    });
  }
  const text = await page.evaluate(() => document.body.innerText);
  if (name.startsWith('odd') && !text.includes('{{7*7}}')) found('any', 'what was typed is shown otherwise');
  await page.setViewportSize(VIEWS[0].viewport);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Whether the keyboard reaches everything that can be pressed, and shows where it is. */
export async function keyboard(page, name) {
  const controls = await page.locator('a[href], button, input:not([type=hidden]), select, textarea').count();
  for (let i = 0; i < controls; i++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { name: document.activeElement.tagName, outline: style.outlineStyle, width: parseFloat(style.outlineWidth) };
    });
    if (focus.name === 'BODY') findings.push(`${name}: the keyboard reaches ${i} of ${controls} controls`);
    if (focus.outline === 'none' || focus.width < 2) findings.push(`${name}: the focus of ${focus.name} does not show`);
  }
}

export async function end() {
  await browser.close();
  sizes.forEach((size, path) => {
    if (size > LARGEST) findings.push(`${path} has ${size} bytes`);
  });
  console.log(`largest page: ${Math.max(...sizes.values())} bytes of ${sizes.size} paths`);
  findings.forEach((finding) => console.error(finding));
  console.log(`${findings.length} findings`);
  process.exit(findings.length === 0 ? 0 : 1);
}
