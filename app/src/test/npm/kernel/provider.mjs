// A certified OpenID provider in Kernel's place, on loopback. Whoever logs in is who he says he is, whatever the password.
//
//   KERNEL_PORT            where it listens; its issuer is http://127.0.0.1:<port>
//   KERNEL_REDIRECT_URI    where browsers are sent back to
//   KERNEL_CLIENT_ID, KERNEL_CLIENT_SECRET          a client that authenticates by HTTP Basic
//   KERNEL_SIGNED_CLIENT_ID, KERNEL_SIGNED_CLIENT_JWK   one that signs (private_key_jwt), and its public key
//
// Prints one line when it listens, and runs until it is ended.
import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { Provider } from 'oidc-provider';

const env = (name) => process.env[name] ?? (() => { throw new Error(`${name} is missing`); })();
const port = Number(env('KERNEL_PORT'));
const issuer = `http://127.0.0.1:${port}`;

const signingKey = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: randomUUID(),
  use: 'sig',
  alg: 'RS256',
};

const common = {
  redirect_uris: [env('KERNEL_REDIRECT_URI')],
  grant_types: ['authorization_code'],
  response_types: ['code'],
};
const clients = [{
  ...common,
  client_id: env('KERNEL_CLIENT_ID'),
  client_secret: env('KERNEL_CLIENT_SECRET'),
  token_endpoint_auth_method: 'client_secret_basic',
}];
if (process.env.KERNEL_SIGNED_CLIENT_ID) {
  clients.push({
    ...common,
    client_id: env('KERNEL_SIGNED_CLIENT_ID'),
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    jwks: { keys: [JSON.parse(env('KERNEL_SIGNED_CLIENT_JWK'))] },
  });
}

/** What Kernel says of a person beside his sub; the introspection shows it. */
const personal = (identifier) => ({
  authorization_id: createHash('sha256').update(`authorization:${identifier}`).digest('hex').slice(0, 32),
  authentication_context: [
    { type: identifier.includes('@') ? 'email' : 'phone_number', identifier },
  ],
});

const provider = new Provider(issuer, {
  clients,
  jwks: { keys: [signingKey] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: true },
    introspection: {
      enabled: true,
      allowedPolicy: (ctx, client, token) => token.clientId === client.clientId,
    },
  },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  extraTokenClaims: (ctx, token) => personal(token.accountId),
});

provider.listen(port, '127.0.0.1', () => console.log(`listening at ${issuer}/`));
