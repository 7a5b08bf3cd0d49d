// A whole life of a login with openid-client: discovery, code with PKCE, userinfo, introspection, refresh, revocation,
// logout. relying-party.mjs and person.mjs say what it needs. Ends with OK, or fails with what was not seen.
import * as client from 'openid-client';
import { check, Person, refused } from './person.mjs';
import { party, privateKey } from './relying-party.mjs';

const authentication = {
  client_secret_basic: () => client.ClientSecretBasic(party.secret),
  client_secret_post: () => client.ClientSecretPost(party.secret),
  private_key_jwt: async () => client.PrivateKeyJwt(await privateKey()),
  none: () => client.None(),
};
const config = await client.discovery(
  party.issuer, party.id, { id_token_signed_response_alg: party.algorithm }, await authentication[party.method](),
  { execute: [client.allowInsecureRequests] });
// The id_tokens' signatures are verified too, though they come from the token endpoint itself.
client.enableNonRepudiationChecks(config);
const server = config.serverMetadata();
check(server.issuer === party.issuer.href && server.supportsPKCE(), 'discovery, with PKCE');

const person = new Person();
const login = await begin();
const arrived = await person.follow(login.address, party.redirectUri);
check((arrived instanceof Request) === (party.responseMode === 'form_post'), `an answer by ${party.responseMode}`);
await refused('an answer of another issuer is refused', async () =>
  client.authorizationCodeGrant(config, await changed(arrived, 'iss', 'https://other.example'), login.checks),
  (error) => /iss/.test(error.message) || /iss/.test(error.cause?.message ?? ''));
await refused('an answer without an issuer is refused', async () =>
  client.authorizationCodeGrant(config, await changed(arrived, 'iss'), login.checks),
  (error) => /iss/.test(error.message) || /iss/.test(error.cause?.message ?? ''));
const tokens = await client.authorizationCodeGrant(config, arrived, login.checks);
const claims = tokens.claims();
check(claims.nonce === login.checks.expectedNonce && claims.amr.includes('pwd'), 'an id_token that answers the request');

const told = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
check(told.preferred_username === process.env.PERSON_NAME, 'userinfo');
const confidential = party.method !== 'none';
if (confidential) {
  const active = await client.tokenIntrospection(config, tokens.access_token);
  check(active.active && active.client_id === party.id && active.sub === claims.sub, 'introspection');
}
const renewed = await client.refreshTokenGrant(config, tokens.refresh_token);
check(renewed.refresh_token !== tokens.refresh_token && renewed.claims().sub === claims.sub, 'refresh, rotated');
check((await client.fetchUserInfo(config, renewed.access_token, claims.sub)).sub === claims.sub, 'userinfo, refreshed');

await client.tokenRevocation(config, renewed.refresh_token);
await refused('a revoked refresh token is good for nothing', () =>
  client.refreshTokenGrant(config, renewed.refresh_token), (error) => error.error === 'invalid_grant');
await refused('its access token neither', () =>
  client.fetchUserInfo(config, renewed.access_token, claims.sub), (error) => error.status === 401);
if (confidential) {
  check((await client.tokenIntrospection(config, renewed.access_token)).active === false, 'introspection, revoked');
}

const silent = await begin({ prompt: 'none' });
const again = await client.authorizationCodeGrant(
  config, await person.follow(silent.address, party.redirectUri), silent.checks);
check(again.claims().sub === claims.sub, 'a second login without a page');
const bye = client.buildEndSessionUrl(
  config, { id_token_hint: again.id_token, post_logout_redirect_uri: party.logoutUri, state: 'bye & bye' });
const out = await person.follow(bye, party.logoutUri);
check(out.searchParams.get('state') === 'bye & bye', 'logout');
const late = await begin({ prompt: 'none' });
await refused('no session after the logout', async () =>
  client.authorizationCodeGrant(config, await person.follow(late.address, party.redirectUri), late.checks),
  (error) => error.error === 'login_required');
console.log('OK');

/** An authorization request, and what its answer must fit. */
async function begin(more = {}) {
  const checks = {
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce(),
    maxAge: 300,
    idTokenExpected: true,
  };
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: party.redirectUri,
    scope: 'openid profile email offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    max_age: '300',
    response_mode: party.responseMode,
    ...more,
  });
  return { address, checks };
}

/** The same answer with one parameter replaced or, without a value, taken away. */
async function changed(answer, name, value) {
  const of = (values) => {
    if (value) values.set(name, value);
    else values.delete(name);
    return values;
  };
  if (answer instanceof Request) {
    return new Request(answer.url, { method: 'POST', body: of(new URLSearchParams(await answer.clone().text())) });
  }
  const url = new URL(answer);
  of(url.searchParams);
  return url;
}
