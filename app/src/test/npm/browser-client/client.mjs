// oidc-client-ts in a page of another site: a login, its tokens by CORS, their renewal and revocation, and a logout; what
// pages of unknown origins cannot do; and the way from our forms on through clients that lead elsewhere themselves.
//
//   CLIENT_ISSUER    the provider
//   CLIENT_PORT      of the clients' origin, http://localhost:…; CLIENT_OTHER_PORT of an origin that nobody registered
//   node client.mjs                  (CHROMIUM names another browser than /usr/bin/chromium)
//
// Registered are the public clients "page" (/callback, /out, and /silent, this also at 127.0.0.1), "hop" (/hop, also after
// logouts), "posted" (/posted) and "app" (com.example.app:/cb). person.mjs says what else is needed. Ends with 0 findings, or with 1 and a line for each.
import { check, end, logIn, person } from './person.mjs';
import { serve } from './site.mjs';

const { CLIENT_ISSUER: issuer, CLIENT_PORT: port, CLIENT_OTHER_PORT: otherPort } = process.env;
const other = await serve(Number(otherPort), 'about:blank');
const landed = `${other.origin}/landed`;
const site = await serve(Number(port), landed);
// Of RFC 7636, appendix B.
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

await person('oidc-client-ts', async (page) => {
  await page.goto(site.origin);
  await manage(page);
  await Promise.all([page.waitForURL(`${issuer.replace('/oidc', '')}/login*`),
    page.evaluate(() => { globalThis.manager.signinRedirect({ state: { back: 'to where I was' } }); })]);
  await logIn(page);
  await page.waitForURL(`${site.origin}/callback?*`);
  await manage(page);
  const user = await page.evaluate(async () => {
    const got = await globalThis.manager.signinCallback();
    return { profile: got.profile, state: got.state, token: got.access_token, refresh: got.refresh_token };
  });
  check(user.profile.preferred_username === process.env.PERSON_NAME, 'login, token and userinfo by CORS');
  check(user.state.back === 'to where I was', 'the state of the page');
  check((await page.evaluate(() => globalThis.manager.metadataService.getSigningKeys())).length >= 1, 'keys by CORS');

  const renewed = await page.evaluate(async () => {
    const got = await globalThis.manager.signinSilent();
    return { token: got.access_token, refresh: got.refresh_token, subject: got.profile.sub };
  });
  check(renewed.token !== user.token && renewed.refresh !== user.refresh, 'renewed by the refresh token');
  check(renewed.subject === user.profile.sub, 'for the same person');
  check(await told(page, renewed.token) === 200, 'userinfo');
  await page.evaluate(() => globalThis.manager.revokeTokens(['access_token', 'refresh_token']));
  check(await told(page, renewed.token) === 401, 'revoked, and the page reads that');

  const withCookies = await page.evaluate((address) => fetch(address, { method: 'POST', credentials: 'include' })
    .then(() => 'read', (error) => error.name), `${issuer}/token`);
  check(withCookies === 'TypeError', 'with credentials no page reads anything');
  const hidden = await page.evaluate((address) => fetch(address).then(() => 'read', (error) => error.name),
    `${issuer}/authorize`);
  check(hidden === 'TypeError', 'pages of ours are read by no other');

  await Promise.all([page.waitForURL(`${site.origin}/out?*`),
    page.evaluate(() => { globalThis.manager.signoutRedirect({ state: 'bye' }); })]);
  await manage(page);
  const out = await page.evaluate(async () => (await globalThis.manager.signoutCallback()).userState);
  check(out === 'bye', 'logout');
  await page.goto(authorize('page', `${site.origin}/callback`, { prompt: 'none' }));
  check(new URL(page.url()).searchParams.get('error') === 'login_required', 'no session after it');
});

await person('unknown origin', async (page) => {
  await page.goto(other.origin);
  const post = { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'page' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const read = (address, options) => page.evaluate(([to, how]) => fetch(to, how)
    .then((answer) => `read ${answer.status}`, (error) => error.name), [address, options]);
  for (const path of ['/token', '/revoke']) {
    check(await read(issuer + path, post) === 'TypeError', `an unknown origin does not read ${path}`);
  }
  check(await read(`${issuer}/userinfo`, { headers: { authorization: 'Bearer x' } }) === 'TypeError', 'nor /userinfo');
  await page.goto(site.origin);
  check(await read(`${issuer}/token`, post) === 'read 400', 'the origin of a client does');
});

await person('a client that leads elsewhere', async (page) => {
  await page.goto(authorize('hop', `${site.origin}/hop`));
  await logIn(page);
  await page.waitForURL(`${landed}?*`);
  const answer = new URL(page.url()).searchParams;
  check(answer.get('code') && answer.get('iss') === issuer, 'login, consent, client, and elsewhere');
  await page.goto(authorize('hop', `${site.origin}/hop`, { state: 'again' }));
  check(page.url().startsWith(landed) && page.url().includes('state=again'), 'the same without a page between');
});

await person('somebody who has agreed before', async (page) => {
  await page.goto(authorize('hop', `${site.origin}/hop`));
  await logIn(page, false);
  await page.waitForURL(`${landed}?*`);
  check(true, 'login and elsewhere');
});

await person('forms of another site', async (page) => {
  await page.goto(authorize('hop', `${site.origin}/hop`));
  await logIn(page, false);
  await page.waitForURL(`${landed}?*`);
  await page.goto(site.origin);
  const asked = new URL(authorize('hop', `${site.origin}/hop`, { state: 'by a form' }));
  await send(page, `${issuer}/authorize`, Object.fromEntries(asked.searchParams));
  await page.waitForURL(`${landed}?*state=by+a+form*`);
  check(true, 'a form of another site finds who is logged in');
  await page.goto(site.origin);
  await send(page, `${issuer}/end-session`,
    { client_id: 'hop', post_logout_redirect_uri: `${site.origin}/hop`, state: 'out' });
  await page.locator('main button[type=submit]').click();
  await page.waitForURL(`${landed}?state=out`);
  check(true, 'a logout without a hint asks, and leads to the client and elsewhere');
  await page.goto(authorize('hop', `${site.origin}/hop`, { prompt: 'none' }));
  check(new URL(page.url()).searchParams.get('error') === 'login_required', 'and the session has ended');
});

await person('a frame', async (page) => {
  await page.goto(authorize('hop', `${site.origin}/hop`));
  await logIn(page, false);
  await page.waitForURL(`${landed}?*`);
  const sameSite = site.origin.replace('localhost', '127.0.0.1');
  const silently = async (origin) => {
    await page.goto(origin);
    await manage(page, { scope: 'openid profile', silent_redirect_uri: `${origin}/silent` }, origin);
    return page.evaluate(() => globalThis.manager.signinSilent().then(
      (user) => user.profile.preferred_username, (error) => error.error ?? error.message));
  };
  const here = await silently(sameSite);
  check(here === process.env.PERSON_NAME, `a page of this site logs in silently in a frame: ${here}`);
  const elsewhere = await silently(site.origin);
  check(elsewhere === 'login_required', `in a page of another site the browser keeps the cookie back: ${elsewhere}`);
});

await person('form_post', async (page) => {
  await page.goto(authorize('posted', `${site.origin}/posted`, { response_mode: 'form_post', state: '"><&' }));
  await logIn(page);
  await page.waitForURL(landed);
  check(site.posted.length === 1 && site.posted[0].get('state') === '"><&' && site.posted[0].get('code'),
    'login, consent, form, client, and elsewhere');
});

await person('an app', async (page) => {
  const asked = [];
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Page.enable');
  devTools.on('Page.frameRequestedNavigation', (event) => asked.push(event.url));
  await page.goto(authorize('app', 'com.example.app:/cb'));
  await logIn(page);
  const link = page.locator('a[href^="com.example.app:/cb?code="]');
  await link.waitFor();
  await until(() => asked.some((address) => address.startsWith('com.example.app:/cb?code=')));
  check(true, 'login, consent, and the app asked for');
  await link.click();
  await until(() => asked.filter((address) => address.startsWith('com.example.app:/cb?code=')).length > 1);
  check(true, 'and once more by the link');
});

site.close();
other.close();
await end();

/** Makes the page's manager of logins. */
async function manage(page, more = {}, from = site.origin) {
  await page.evaluate(([authority, origin, options]) => {
    globalThis.manager = new globalThis.oidc.UserManager({
      authority,
      client_id: 'page',
      redirect_uri: `${origin}/callback`,
      post_logout_redirect_uri: `${origin}/out`,
      scope: 'openid profile email offline_access',
      loadUserInfo: true,
      automaticSilentRenew: false,
      silentRequestTimeoutInSeconds: 30,
      ...options,
    });
  }, [issuer, from, more]);
}

/** Sends a form from the page that is open. */
async function send(page, address, fields) {
  await page.evaluate(([to, values]) => {
    const form = document.body.appendChild(document.createElement('form'));
    form.method = 'post';
    form.action = to;
    for (const [name, value] of Object.entries(values)) {
      const field = form.appendChild(document.createElement('input'));
      field.name = name;
      field.value = value;
    }
    form.submit();
  }, [address, fields]);
}

async function told(page, token) {
  return page.evaluate(async ([address, bearer]) =>
    (await fetch(address, { headers: { authorization: `Bearer ${bearer}` } })).status, [`${issuer}/userinfo`, token]);
}

function authorize(client, redirectUri, more = {}) {
  return `${issuer}/authorize?` + new URLSearchParams({
    client_id: client, redirect_uri: redirectUri, response_type: 'code', scope: 'openid profile', state: 's',
    code_challenge: CHALLENGE, code_challenge_method: 'S256', ...more,
  });
}

async function until(holds) {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 300) throw new Error(`not within thirty seconds: ${holds}`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
}
