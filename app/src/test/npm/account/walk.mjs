// What somebody does with their account, in a real Chromium, at desktop and phone width, in light and dark mode, and once by
// keyboard alone.
//
//   SITE       the service, as http://localhost:…
//   PASSWORD   of the accounts walker-0 to walker-4
//   CLIENT     of OpenID, which asks people and lives at LANDING
//   node walk.mjs OUTPUT-FOLDER [NUMBER]     (of one of them alone, who goes by keyboard if it is 4)
//
// Ends with 0 findings, or with 1 and a line for each.
import { VIEWS, check, end, look, person, tabTo } from './look.mjs';
import { code } from './totp.mjs';

const { SITE: site, PASSWORD: password, CLIENT: client, LANDING: landing } = process.env;
const ODD = '"><script>alert(1)</script>{{7*7}}';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const alone = process.argv[3];
for (const [number, view] of VIEWS.entries()) {
  if (alone && alone !== String(number)) continue;
  const name = `walker-${number}`;
  await person(view, async (page) => {
    page.watched = new URL(site).origin;
    const see = (what) => look(page, view, what);
    await firstLogin(page, name, see);
    await profile(page, see);
    await tokens(page, see);
    await consent(page, see);
    await otherBrowser(page, view, name);
    if (process.env.FACTORS !== 'no') await factors(page, name, see);
    await newPassword(page, name, see);
  });
}
if (!alone || alone === '4') await person({ ...VIEWS[0], name: 'keyboard' }, byKeyboard);
await end();

async function firstLogin(page, name, see) {
  await page.goto(`${site}/`);
  await page.getByRole('heading', { name: 'What runs here' }).waitFor();
  await see('00-start');
  await page.goto(`${site}/account`);
  check(new URL(page.url()).pathname === '/login', 'led to the login');
  await see('01-login');
  await typed(page, name, 'not it at all');
  await page.getByRole('alert').waitFor();
  await see('02-login-refused');
  await typed(page, name, password);
  await page.waitForURL(`${site}/account`);
  await see('03-access');
  await page.goto(`${site}/`);
  check(page.url() === `${site}/account`, 'the root leads who is logged in to their account');
}

async function profile(page, see) {
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByLabel('E-mail address').fill('no address');
  await page.locator('form[action$="/profile"]').evaluate((form) => { form.noValidate = true; });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('This is not an e-mail address').waitFor();
  await see('04-profile-fault');
  await page.getByLabel('E-mail address').fill('walker@example.org');
  await page.getByLabel('First name').fill(ODD);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your profile is saved').waitFor();
  check(await page.getByLabel('First name').inputValue() === ODD, 'a name is a name, whatever it looks like');
  await see('05-profile');
}

async function tokens(page, see) {
  await page.getByRole('link', { name: 'Tokens' }).click();
  await see('06-tokens-none');
  await page.getByRole('link', { name: 'Make a token' }).click();
  await see('07-token-new');
  await page.getByLabel('Name').fill(ODD);
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByText('Please tick at least one').waitFor();
  await see('08-token-fault');
  await page.getByLabel('view_account').check();
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'The token is made' }).waitFor();
  await see('09-token-made');
  const secret = await page.locator('.once .code').innerText();
  check(await called(secret) === 200, 'a token calls');
  await page.reload();
  await page.getByText('has been made already').waitFor();
  await see('10-token-made-before');
  check(await called(secret) === 200, 'sent twice, made once');
  await page.getByRole('main').getByRole('link', { name: 'Tokens' }).click();
  check(await page.getByRole('row').count() === 2, 'one token');
  await see('11-tokens');
  await page.getByRole('link', { name: 'Revoke' }).click();
  await see('12-token-revoke');
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await page.getByText('The token is revoked').waitFor();
  check(await called(secret) === 401, 'a token that is revoked does not call');
  await page.goBack();
  await page.goBack();
  await page.reload();
  check(await called(secret) === 401, 'back and reload make nothing good');
}

async function consent(page, see) {
  page.watched = undefined;
  await page.goto(`${site}/oidc/authorize?` + new URLSearchParams({
    client_id: client, redirect_uri: landing, response_type: 'code', scope: 'openid profile', state: 's',
    code_challenge: CHALLENGE, code_challenge_method: 'S256',
  }));
  await see('13-consent');
  await page.getByRole('button', { name: 'Yes, I agree' }).click();
  await page.waitForURL(`${landing}?*`);
  await page.goto(`${site}/account`);
  page.watched = new URL(site).origin;
  await page.getByRole('cell', { name: 'A client' }).waitFor();
  await see('14-access-service');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('may not ask for you any more').waitFor();
  check(await page.getByText('No service may ask for you').isVisible(), 'no service is left');
}

async function otherBrowser(page, view, name) {
  await person(view, async (other) => {
    await other.goto(`${site}/account`);
    await typed(other, name, password);
    await other.waitForURL(`${site}/account`);
    await page.goto(`${site}/account`);
    check(await page.getByRole('cell', { name: 'Another browser' }).count() === 1, 'two sessions');
    await look(page, view, '15-access-two');
    await page.getByRole('button', { name: 'Log out there' }).click();
    await page.getByText('The other browser is logged out').waitFor();
    await other.goto(`${site}/account/profile`);
    check(new URL(other.url()).pathname === '/login', 'the other one is logged out');
  });
}

async function factors(page, name, see) {
  await page.getByRole('link', { name: 'Security' }).first().click();
  await see('16-security-none');
  await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
  await see('17-app');
  const secret = await page.locator('.facts .code').innerText();
  await page.getByLabel('Six digits').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('This code is not good now').waitFor();
  await see('18-app-fault');
  await page.getByLabel('Six digits').fill(await code(secret));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  const recovery = await page.locator('.once .code').allInnerTexts();
  check(recovery.length === 10, 'ten recovery codes');
  await see('19-recovery-codes');
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await see('20-security-app');

  await logOut(page);
  await typed(page, name, password);
  await page.waitForURL(`${site}/login/second-factor*`);
  await see('21-second-factor-code');
  await page.getByLabel('Six digits').fill('000000');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('alert').waitFor();
  await see('22-second-factor-refused');
  await page.getByLabel('Six digits').fill(await code(secret));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL(`${site}/account`);

  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  } });
  await page.goto(`${site}/account/security/passkeys/new`);
  await see('23-passkey-new');
  await page.getByLabel('Name').fill(ODD.slice(0, 40));
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey is added').waitFor();
  await see('24-security-both');

  await logOut(page);
  await typed(page, name, password);
  await page.waitForURL(`${site}/login/second-factor*`);
  await see('25-second-factor-passkey');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${site}/account`);

  await logOut(page);
  await page.getByRole('link', { name: 'Log in with a passkey' }).click();
  await see('26-passkey-login');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${site}/account`);

  await logOut(page);
  await typed(page, name, password);
  await page.getByRole('link', { name: 'I have lost it' }).click();
  await see('27-second-factor-recovery');
  await page.getByLabel('Recovery code').fill(recovery[3].toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL(`${site}/account`);
  await page.getByRole('link', { name: 'Security' }).first().click();
  check(await page.getByText('9 of ten are left').isVisible(), 'one code is used');

  await page.getByRole('row', { name: 'Authenticator app' }).getByRole('link', { name: 'Remove' }).click();
  await see('28-app-remove');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('The app is removed').waitFor();
  await page.getByRole('link', { name: 'Make new recovery codes' }).click();
  await see('29-recovery-new');
  await page.getByRole('button', { name: 'Make new codes' }).click();
  check((await page.locator('.once .code').allInnerTexts()).length === 10, 'ten new codes');
}

async function newPassword(page, name, see) {
  const next = `${password} and another`;
  await page.goto(`${site}/account/password`);
  await see('30-password');
  await page.getByLabel('Present password').fill('not it');
  await page.getByLabel('New password').fill(next);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('That is not your present password').waitFor();
  await see('31-password-fault');
  await page.getByLabel('Present password').fill(password);
  await page.getByLabel('New password').fill(next);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('Your password is changed').waitFor();
  await see('32-password-changed');
  await typed(page, name, next);
  if (process.env.FACTORS !== 'no') await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${site}/account`);
  await page.getByRole('link', { name: 'Activity' }).click();
  await see('33-activity');
  await page.getByRole('link', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Log out everywhere' }).click();
  await page.getByText('You are logged out everywhere').waitFor();
  await see('34-logged-out');
  await page.goto(`${site}/account/activity`);
  check(new URL(page.url()).pathname === '/login', 'logged out here too');
}

/** Everything by Tab, Space, Enter and letters. */
async function byKeyboard(page) {
  const name = 'walker-4';
  const press = (key) => page.keyboard.press(key);
  await page.goto(`${site}/account`);
  await tabTo(page, '#username');
  await page.keyboard.type(name);
  await tabTo(page, '#password');
  await page.keyboard.type(password);
  await Promise.all([page.waitForURL(`${site}/account`), press('Enter')]);
  await press('Tab');
  check(await page.evaluate(() => document.activeElement.className) === 'skip', 'the first stop skips to the content');
  await press('Enter');
  check(await page.evaluate(() => document.activeElement.id) === 'main', 'and goes there');
  await page.goto(`${site}/account`);
  await tabTo(page, 'nav a[href$="/account/tokens"]');
  await Promise.all([page.waitForURL(`${site}/account/tokens`), press('Enter')]);
  await tabTo(page, 'main a[href$="/tokens/new"]');
  await Promise.all([page.waitForURL(`${site}/account/tokens/new`), press('Enter')]);
  await tabTo(page, '#name');
  await page.keyboard.type('by keyboard');
  await tabTo(page, 'input[value=view_account]');
  await press('Space');
  await tabTo(page, 'main button');
  await press('Enter');
  await page.locator('.once .code').waitFor();
  const secret = await page.locator('.once .code').innerText();
  check(await called(secret) === 200, 'a token made by keyboard calls');
  await tabTo(page, 'main a[href$="/account/tokens"]');
  await press('Enter');
  await page.getByRole('link', { name: 'Revoke' }).waitFor();
  await tabTo(page, 'main a[href$="/revoke"]');
  await press('Enter');
  await page.getByRole('button', { name: 'Revoke it' }).waitFor();
  await tabTo(page, 'main button');
  await press('Enter');
  await page.getByText('The token is revoked').waitFor();
  check(await called(secret) === 401, 'and is revoked by keyboard');
  if (process.env.FACTORS !== 'no') await setUpByKeyboard(page, name);
  await tabTo(page, 'header button');
  await Promise.all([page.waitForURL(`${site}/login`), press('Enter')]);
}

async function setUpByKeyboard(page, name) {
  const press = (key) => page.keyboard.press(key);
  await tabTo(page, 'nav a[href$="/account/security"]');
  await Promise.all([page.waitForURL(`${site}/account/security`), press('Enter')]);
  await tabTo(page, 'main a[href$="/security/app"]');
  await Promise.all([page.waitForURL(`${site}/account/security/app`), press('Enter')]);
  const secret = await page.locator('.facts .code').innerText();
  await tabTo(page, '#code');
  await page.keyboard.type(await code(secret));
  await press('Enter');
  await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  await tabTo(page, 'header button');
  await Promise.all([page.waitForURL(`${site}/login`), press('Enter')]);
  await tabTo(page, '#username');
  await page.keyboard.type(name);
  await tabTo(page, '#password');
  await page.keyboard.type(password);
  await Promise.all([page.waitForURL(`${site}/login/second-factor*`), press('Enter')]);
  await tabTo(page, '#code');
  await page.keyboard.type(await code(secret));
  await Promise.all([page.waitForURL(`${site}/account`), press('Enter')]);
}

async function typed(page, name, secret) {
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Log in' }).click();
}

async function logOut(page) {
  await page.getByRole('button', { name: 'Log out', exact: true }).click();
  await page.waitForURL(`${site}/login`);
}

async function called(secret) {
  return (await fetch(`${site}/api/v1/me`, { headers: { authorization: `Token ${secret}` } })).status;
}
