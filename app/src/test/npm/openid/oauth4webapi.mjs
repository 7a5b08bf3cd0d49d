// The same life of a login with oauth4webapi, whose functions each make one request or check one answer.
// relying-party.mjs and person.mjs say what it needs. Ends with OK, or fails with what was not seen.
import * as oauth from 'oauth4webapi';
import { check, Person, refused } from './person.mjs';
import { party, privateKey } from './relying-party.mjs';

const insecure = { [oauth.allowInsecureRequests]: true };
const authentication = await {
  client_secret_basic: () => oauth.ClientSecretBasic(party.secret),
  client_secret_post: () => oauth.ClientSecretPost(party.secret),
  private_key_jwt: async () => oauth.PrivateKeyJwt(await privateKey()),
  none: () => oauth.None(),
}[party.method]();
const client = { client_id: party.id, id_token_signed_response_alg: party.algorithm };

const byOpenId = await oauth.processDiscoveryResponse(
  party.issuer, await oauth.discoveryRequest(party.issuer, { ...insecure, algorithm: 'oidc' }));
const server = await oauth.processDiscoveryResponse(
  party.issuer, await oauth.discoveryRequest(party.issuer, { ...insecure, algorithm: 'oauth2' }));
check(JSON.stringify(byOpenId) === JSON.stringify(server), 'discovery as OpenID and as RFC 8414 have it, the same');

const person = new Person();
const login = await begin();
const answer = await parameters(await person.follow(login.address, party.redirectUri));
const tampered = new URLSearchParams(answer);
tampered.set('iss', `${party.issuer.href}/`);
await refused('an answer of another issuer is refused', () =>
  oauth.validateAuthResponse(server, client, tampered, login.state), (error) => /iss/.test(error.message));
const nameless = new URLSearchParams(answer);
nameless.delete('iss');
await refused('an answer without an issuer is refused', () =>
  oauth.validateAuthResponse(server, client, nameless, login.state), (error) => /iss/.test(error.message));
const valid = oauth.validateAuthResponse(server, client, answer, login.state);
await refused('another verifier gets nothing', () =>
  exchange(valid, oauth.generateRandomCodeVerifier(), login.nonce), (error) => error.error === 'invalid_grant');
const tokens = await exchange(valid, login.verifier, login.nonce);
const claims = oauth.getValidatedIdTokenClaims(tokens);
check(claims.nonce === login.nonce && claims.acr === 'aal1', 'an id_token that answers the request');

check((await told(tokens.access_token, claims.sub)).email === process.env.PERSON_EMAIL, 'userinfo');
if (party.method !== 'none') {
  const active = await introspection(tokens.access_token);
  check(active.active && active.client_id === party.id && active.scope.includes('openid'), 'introspection');
  const secretless = await oauth.introspectionRequest(server, client, oauth.None(), tokens.access_token, insecure);
  await refused('who does not prove who they are introspects nothing', () =>
    oauth.processIntrospectionResponse(server, client, secretless), (error) => error.status === 401);
}
const renewed = await refresh(tokens.refresh_token);
check(renewed.refresh_token !== tokens.refresh_token, 'refresh, rotated');
check((await refresh(tokens.refresh_token)).refresh_token === renewed.refresh_token, 'two tabs get the same successor');

await oauth.processRevocationResponse(
  await oauth.revocationRequest(server, client, authentication, renewed.access_token, insecure));
await refused('a revoked access token is good for nothing', () => told(renewed.access_token, claims.sub),
  (error) => error.cause?.some?.((challenge) => challenge.parameters.error === 'invalid_token'));
const last = await refresh(renewed.refresh_token);
await oauth.processRevocationResponse(
  await oauth.revocationRequest(server, client, authentication, last.refresh_token, insecure));
await refused('a revoked refresh token neither', () => refresh(last.refresh_token),
  (error) => error.error === 'invalid_grant');
if (party.method !== 'none') {
  check((await introspection(last.access_token)).active === false, 'introspection, revoked');
}

const second = await begin();
const twice = oauth.validateAuthResponse(
  server, client, await parameters(await person.follow(second.address, party.redirectUri)), second.state);
const first = await exchange(twice, second.verifier, second.nonce);
await refused('a code is good for one use', () => exchange(twice, second.verifier, second.nonce),
  (error) => error.error === 'invalid_grant');
await refused('whose second ends what the first gave', () => told(first.access_token, claims.sub),
  (error) => error.cause?.some?.((challenge) => challenge.parameters.error === 'invalid_token'));

const bye = new URL(server.end_session_endpoint);
bye.search = new URLSearchParams({
  id_token_hint: first.id_token, post_logout_redirect_uri: party.logoutUri, state: 'bye & bye',
});
check((await person.follow(bye, party.logoutUri)).searchParams.get('state') === 'bye & bye', 'logout');
const late = await begin({ prompt: 'none' });
const ended = await parameters(await person.follow(late.address, party.redirectUri));
await refused('no session after the logout', () => oauth.validateAuthResponse(server, client, ended, late.state),
  (error) => error.error === 'login_required');
console.log('OK');

/** An authorization request, and what its answer must fit. */
async function begin(more = {}) {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const address = new URL(server.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: party.id,
    response_type: 'code',
    redirect_uri: party.redirectUri,
    scope: 'openid profile email offline_access',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    response_mode: party.responseMode,
    ...more,
  });
  return { address, verifier, state, nonce };
}

/** What an answer says, however it comes. */
async function parameters(arrived) {
  const byForm = arrived instanceof Request;
  check(byForm === (party.responseMode === 'form_post'), `an answer by ${party.responseMode}`);
  return byForm ? new URLSearchParams(await arrived.text()) : arrived.searchParams;
}

async function exchange(valid, verifier, nonce) {
  const response = await oauth.authorizationCodeGrantRequest(
    server, client, authentication, valid, party.redirectUri, verifier, insecure);
  return signed(response, await oauth.processAuthorizationCodeResponse(
    server, client, response, { expectedNonce: nonce, requireIdToken: true }));
}

async function refresh(token) {
  const response = await oauth.refreshTokenGrantRequest(server, client, authentication, token, insecure);
  return signed(response, await oauth.processRefreshTokenResponse(server, client, response));
}

/** The id_token's signature is verified too, though it comes from the token endpoint itself. */
async function signed(response, tokens) {
  await oauth.validateApplicationLevelSignature(server, response, insecure);
  return tokens;
}

async function told(token, subject) {
  return oauth.processUserInfoResponse(
    server, client, subject, await oauth.userInfoRequest(server, client, token, insecure));
}

async function introspection(token) {
  return oauth.processIntrospectionResponse(
    server, client, await oauth.introspectionRequest(server, client, authentication, token, insecure));
}
