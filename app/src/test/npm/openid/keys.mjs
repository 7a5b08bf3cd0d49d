// Makes a key pair for private_key_jwt: keys.mjs FOLDER writes public.json, a JSON Web Key Set to register, and
// private.json, the private half, which openid-client.mjs and oauth4webapi.mjs read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
const known = { kid: 'of-the-client', alg: 'ES256', use: 'sig', kty, crv, x, y };
writeFileSync(join(folder, 'public.json'), JSON.stringify({ keys: [known] }));
writeFileSync(join(folder, 'private.json'), JSON.stringify({ kty, crv, x, y, d }));
