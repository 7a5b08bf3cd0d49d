// What both clients are told of themselves.
//
// OPENID_ISSUER          the provider
// OPENID_CLIENT          the client's id
// OPENID_METHOD          client_secret_basic, client_secret_post, private_key_jwt, or none
// OPENID_SECRET          its secret, or
// OPENID_KEY             the file of its private key
// OPENID_REDIRECT_URI, OPENID_LOGOUT_URI    where people are sent; nobody listens there
// OPENID_ALGORITHM       of its id_tokens
// OPENID_RESPONSE_MODE   query or form_post
import { readFileSync } from 'node:fs';

export const party = {
  issuer: new URL(needed('OPENID_ISSUER')),
  id: needed('OPENID_CLIENT'),
  method: needed('OPENID_METHOD'),
  secret: process.env.OPENID_SECRET,
  redirectUri: needed('OPENID_REDIRECT_URI'),
  logoutUri: needed('OPENID_LOGOUT_URI'),
  algorithm: process.env.OPENID_ALGORITHM ?? 'RS256',
  responseMode: process.env.OPENID_RESPONSE_MODE ?? 'query',
};

/** Its private key, as the Web Crypto API has it. */
export async function privateKey() {
  const jwk = JSON.parse(readFileSync(needed('OPENID_KEY'), 'utf8'));
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return { key, kid: 'of-the-client' };
}

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
