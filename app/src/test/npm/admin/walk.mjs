// An operator at night: goes through all pages of administration, does what can be done there, and sees that it is done.
//
//   ADMIN_ROOT                      address of the service, without a slash at its end
//   ADMIN_NAME, ADMIN_PASSWORD      a superuser; COLLEAGUE_NAME, COLLEAGUE_PASSWORD somebody without any permission
//   ADMIN_PHONE                     of a person with two rows
//   ADMIN_KEY, ADMIN_KEY_NAME       a registered APIKey of the consumer kernel; ADMIN_BOT_KEY one of aura-bot
//   node walk.mjs OUTPUT-FOLDER     (CHROMIUM names another browser than /usr/bin/chromium)
//
// Ends with 0 findings, or with 1 and a line for each.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { check, end, keyboard, look, person } from './look.mjs';

const env = process.env;
const root = env.ADMIN_ROOT;
const output = process.argv[2];
const digits = env.ADMIN_PHONE.slice(-7);
const ODD = '"><img src=x onerror=alert(1)>{{7*7}}';

const boss = await person(root, [digits]);
const see = (name) => look(boss, output, name);
const go = (path) => boss.goto(root + path);
const press = (name) => boss.getByRole('main').getByRole('button', { name, exact: true }).click();
const follow = (name) => boss.getByRole('main').getByRole('link', { name, exact: true }).first().click();
const fill = (label, text) => boss.getByLabel(label, { exact: true }).fill(text);
const notice = async (text) => check(await boss.getByRole('status').innerText().then((told) => told.includes(text),
  () => false), `the notice ${text}`);
const asked = (key) => fetch(`${root}/aura-services/v1/users/nobody-${randomBytes(4).toString('hex')}`,
  { headers: { authorization: `APIKEY ${key}` } }).then((answer) => answer.status);

async function logIn(page, name, password) {
  await page.locator('input[name=username]').fill(name);
  await page.locator('input[name=password]').fill(password);
  await page.locator('main button[type=submit]').first().click();
}

async function within(seconds, what, holds) {
  const until = Date.now() + seconds * 1000;
  let held = await holds();
  while (!held && Date.now() < until) {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    held = await holds();
  }
  check(held, `${what} within ${seconds} s`);
}

try {
  await go('/admin/');
  check(boss.url().startsWith(`${root}/login?next=`), 'the login first');
  await logIn(boss, env.ADMIN_NAME, env.ADMIN_PASSWORD);
  await boss.waitForURL(`${root}/admin`);
  await see('overview');
  await keyboard(boss, 'overview');

  await accounts();
  await colleague();
  await groupsAndPermissions();
  await tokens();
  await clients();
  await keys();
  await apiKeys();
  await users();
  await terms();
  await activity();
  await refusals();
} catch (error) {
  check(false, `the end: ${error.stack} at ${boss.url()}`);
}
await end();

async function accounts() {
  await go('/admin/accounts');
  await see('accounts');
  await boss.getByRole('link', { name: 'Next' }).click();
  await see('accounts-second-page');
  await boss.getByRole('link', { name: 'Previous' }).click();
  await boss.getByLabel('Staff').selectOption('true');
  await press('Filter');
  check(await boss.getByRole('row').count() < 5, 'fewer accounts with a filter');
  await fill('Group', 'no such group');
  await press('Filter');
  await see('accounts-none');
  await go('/admin/new-account');
  await see('new-account');
  await fill('User name', 'two words');
  await fill('E-mail address', '');
  await press('Make the account');
  await see('new-account-faults');
  await fill('User name', 'nightwatch');
  await fill('First name', ODD);
  await fill('Last name', 'javascript:alert(1)');
  await press('Make the account');
  await see('invitation');
  check((await boss.locator('.once code').innerText()).includes('/invitation?secret='), 'an invitation, once');
  await boss.reload();
  check(await boss.locator('#username-fault').isVisible(), 'sent once more, it says that the name is taken');
  await go('/admin/accounts');
  await fill('Go to a user name', 'nightwatch');
  await press('Go');
  await see('odd-account');
  await fill('First name', 'Nina');
  await fill('Last name', 'Night');
  await press('Save');
  await notice('is changed');
  await press('Deactivate');
  await notice('deactivated');
  await see('account-deactivated');
  await press('Activate');
  await follow('Delete the account');
  await see('account-deletion');
  await boss.locator('#confirmed_username').fill('somebody');
  await press('Delete the account');
  check(await boss.locator('#confirmed_username-fault').isVisible(), 'another name deletes nothing');
  await boss.locator('#confirmed_username').fill('nightwatch');
  await press('Delete the account');
  await notice('is deleted');
}

async function colleague() {
  const other = await person(root, [digits]);
  await other.goto(`${root}/admin`);
  await logIn(other, env.COLLEAGUE_NAME, env.COLLEAGUE_PASSWORD);
  await look(other, output, 'no-staff');
  check((await other.innerText('main')).includes('is_staff'), 'no staff, no administration');
  await go(`/admin/accounts/${env.COLLEAGUE_NAME}`);
  await see('account');
  await follow('Change what it may do');
  await see('account-rights');
  await boss.locator('#is_staff').check();
  await boss.locator('input[name=permissions][value=list_group]').check();
  await press('Save');
  await notice('what the account may do'.replace('w', 'W'));
  const groups = async () => (await other.goto(`${root}/admin/groups`)).status();
  await within(3, 'the colleague sees groups', async () => await groups() === 200);
  check(await other.getByRole('link', { name: 'Groups' }).isVisible(), 'and the way to them');
  check(await other.getByRole('link', { name: 'OpenID clients' }).count() === 0, 'and no more');
  await follow('Change what it may do');
  await boss.locator('input[name=permissions][value=list_group]').uncheck();
  await press('Save');
  await within(3, 'the colleague sees no groups', async () => await groups() === 403);
  await look(other, output, 'permission-missing');
  await other.goto(`${root}/admin`);
  await look(other, output, 'overview-of-a-colleague');
  check(await other.getByRole('link', { name: 'Groups' }).count() === 0, 'nor the way to them');
  await other.context().close();
}

async function groupsAndPermissions() {
  await go('/admin/groups');
  await see('groups');
  await follow('New group');
  await see('new-group');
  await fill('Name of the group', ODD);
  await boss.locator('input[name=permissions]').first().check();
  await press('Make the group');
  await notice('is made');
  await see('odd-group');
  await follow('Delete the group');
  await see('group-deletion');
  await press('Delete the group');
  await notice('is deleted');
  await go('/admin/permissions');
  await see('permissions');
  await fill('Code name', 'Wrong Name');
  await fill('What it allows', ODD);
  await press('Make it known');
  await see('permissions-faults');
  await fill('Code name', 'update_mediasource');
  await press('Make it known');
  await notice('is known now');
  await follow('Delete');
  await see('permission-deletion');
  await press('Delete the permission');
  await notice('is deleted');
}

async function tokens() {
  await go('/admin/tokens');
  await see('tokens-empty');
  await follow('New token');
  await see('new-token');
  await fill('Account', env.COLLEAGUE_NAME);
  await fill('Name', ODD);
  await boss.locator('#all_permissions').check();
  await press('Make the token');
  await see('token');
  const secret = await boss.locator('.once code').innerText();
  const me = () => fetch(`${root}/api/v1/me`, { headers: { authorization: `Token ${secret}` } })
    .then((answer) => answer.status);
  check(await me() === 200, 'the token is good');
  await go('/admin/tokens');
  await see('odd-tokens');
  check(!(await boss.content()).includes(secret), 'its secret is shown once');
  await follow('End');
  await see('token-revocation');
  await press('End the token');
  await notice('has ended');
  check(await me() === 401, 'the token is good no more');
}

async function clients() {
  const requests = [];
  const site = createServer((request, response) => {
    requests.push(request.url);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Client</title>back');
  });
  await new Promise((resolve) => { site.listen(0, '127.0.0.1', resolve); });
  const callback = `http://127.0.0.1:${site.address().port}/callback`;
  await go('/admin/clients');
  await see('clients-empty');
  await follow('New client');
  await see('new-client');
  await fill('Client id', 'playlist');
  await fill('Name', ODD);
  await fill('Addresses after a login', 'javascript:alert(1)');
  await press('Register the client');
  await see('new-client-faults');
  await fill('Addresses after a login', callback);
  await press('Register the client');
  await see('client-secret');
  const secret = await boss.locator('.once code').innerText();
  await follow('To the client');
  await see('odd-client');
  await fill('Name', 'Playlist');
  await press('Save');
  await notice('is changed');
  await press('Make a secret');
  check(await boss.locator('.once code').innerText() !== secret, 'another secret');
  await go('/admin/clients');
  await see('clients');

  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'playlist', redirect_uri: callback, response_type: 'code', scope: 'openid profile', state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
  });
  await go(`/oidc/authorize?${query}`);
  await boss.locator('button[value=agree]').click();
  await boss.waitForURL(`${callback}?*`);
  const code = new URL(boss.url()).searchParams.get('code');
  const answer = await fetch(`${root}/oidc/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`playlist:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier }),
  });
  const got = await answer.json();
  check(answer.status === 200 && got.id_token !== undefined, 'a login at the client, with the secret before the last');
  site.close();

  await go('/admin/client?id=playlist');
  await follow('Delete the client');
  await see('client-deletion');
  await press('Delete the client');
  await notice('is deleted');
}

async function keys() {
  await go('/admin/signing-keys');
  await see('signing-keys');
  const before = await boss.getByRole('row').count();
  await follow('Rotate the keys');
  await see('signing-key-rotation');
  await press('Rotate the keys');
  await notice('next keys are made');
  check(await boss.getByRole('row').count() > before, 'more keys than before');
  await see('signing-keys-rotated');
  const published = await fetch(`${root}/oidc/jwks`).then((answer) => answer.json());
  check(published.keys.length >= 2, 'the keys are published');
}

async function apiKeys() {
  check(await asked(env.ADMIN_KEY) === 403 && await asked(env.ADMIN_BOT_KEY) === 404, 'both keys are good');
  await go('/admin/apikeys');
  await see('odd-apikeys');
  await follow(env.ADMIN_KEY_NAME);
  await see('odd-apikey');
  await follow('Revoke this key');
  await see('apikey-revocation');
  await press('Revoke the key');
  await notice('is revoked');
  await see('apikey-revoked');
  await within(3, 'the key is refused', async () => await asked(env.ADMIN_KEY) === 401);
  check(await asked(env.ADMIN_BOT_KEY) === 404, 'the other is not');
  await go('/admin/consumer-revocation');
  await see('consumer-revocation');
  await fill('Consumer', 'Not A Consumer');
  await press('Revoke all its keys');
  await see('consumer-revocation-faults');
  await fill('Consumer', 'aura-bot');
  await press('Revoke all its keys');
  await notice('revoked');
  await within(3, 'the keys of the consumer are refused', async () => await asked(env.ADMIN_BOT_KEY) === 401);
}

async function users() {
  await go('/admin/users');
  await see('users');
  await fill('Find a person', env.ADMIN_PHONE);
  await press('Find');
  await see('users-found');
  check((await boss.innerText('main')).includes('Rows of this person: 2'), 'both rows of the person');
  await boss.getByRole('button', { name: 'Remove' }).first().click();
  await see('user-removal');
  await follow('No, go back');
  await fill('Find a person', env.ADMIN_PHONE);
  await press('Find');
  await press('Erase the person');
  await see('person-erasure');
  await press('Erase the person');
  await notice('is erased');
  await fill('Find a person', env.ADMIN_PHONE);
  await press('Find');
  await see('users-none');
  check((await boss.innerText('main')).includes('Nothing is stored'), 'nothing is left of the person');
  await fill('Find a person', '#?');
  await press('Find');
  await see('users-faults');
}

async function terms() {
  await go('/admin/terms');
  await see('terms');
  await fill('Service', 'aura');
  await fill('Version that is needed', '2');
  await press('Show');
  await see('terms-report');
  check(await boss.getByRole('cell', { name: 'not accepted' }).count() === 1, 'who has not accepted');
}

async function activity() {
  await go('/admin/activity');
  await see('activity');
  const told = await boss.innerText('main');
  for (const event of ['person erased', "consumer's APIKeys revoked", 'APIKey revoked', 'client deleted',
    'signing key made', 'rights changed']) {
    check(told.includes(event), `the activity ${event}`);
  }
  check(!told.includes(digits), 'and no phone number');
  await fill('User name of an account', env.COLLEAGUE_NAME);
  await press('Filter');
  await see('activity-of-one');
}

async function refusals() {
  await go('/admin/accounts/nobody');
  await see('absent');
  for (const path of ['/admin/accounts', '/admin/tokens', '/admin/activity', '/admin/terms', '/admin/group']) {
    await boss.goto(`${root}${path}?${new URLSearchParams({
      account: '"><script>alert(2)</script>', group: '"><script>alert(2)</script>', service: '"><script>alert(2)</script>',
      version: '"><script>alert(2)</script>', name: '"><script>alert(2)</script>', cursor: '"><script>alert(2)</script>',
    })}`);
  }
  await go('/admin');
  await boss.getByRole('button', { name: 'Log out' }).click();
  await go('/admin');
  check(boss.url().startsWith(`${root}/login?next=`), 'logged out');
}
