// Somebody in front of a real Chromium.
//
// PERSON_NAME, PERSON_PASSWORD   what they type
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const TIMEOUT = 30_000;
const findings = [];
let browser;

/** Lets somebody with a browser without a past do something, and ends the script when something was not as it must be. */
export async function person(name, does) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT);
    page.on('console', (message) => {
      if (message.text().startsWith('policy:')) findings.push(`${name}: ${message.text()}`);
    });
    page.on('pageerror', (error) => findings.push(`${name}: ${error.message}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
    await does(page);
  } catch (error) {
    findings.push(`${name}: ${error.stack}`);
  } finally {
    await context.close();
  }
}

/** Types name and password, and agrees where the provider asks. */
export async function logIn(page, asked = true) {
  await page.locator('input[name=username]').fill(process.env.PERSON_NAME);
  await page.locator('input[name=password]').fill(process.env.PERSON_PASSWORD);
  await page.locator('main button[type=submit]').click();
  if (asked) await page.locator('button[value=agree]').click();
}

export function check(holds, what) {
  if (holds) console.log(`seen: ${what}`);
  else findings.push(`not seen: ${what}`);
}

export async function end() {
  await browser.close();
  findings.forEach((finding) => console.error(finding));
  console.log(`${findings.length} findings`);
  process.exit(findings.length === 0 ? 0 : 1);
}
