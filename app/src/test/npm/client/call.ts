// Registers a user and reads it, with the types that were generated; what does not fit them does not compile.
import createClient from 'openapi-fetch';
import type { components, paths } from './openapi.js';

declare const process: { env: Record<string, string | undefined> };

const client = createClient<paths>({
  baseUrl: process.env.AURA ?? '',
  headers: { Authorization: `APIKEY ${process.env.APIKEY}` },
});

const registered = await client.GET('/users/aura-id/{auraId}', {
  params: {
    path: { auraId: 'typescript' },
    header: {
      'x-4p-channel-id': process.env.CHANNEL ?? '',
      'x-4p-user-id': 'user-1',
      'x-4p-authorization-id': 'session-typescript',
      'x-4p-authentication-type': 'email',
      'x-4p-authentication-identifier': 'typescript@example.org',
      'x-4p-expires-at': '2099-01-01T00:00:00Z',
    },
  },
});
const user: components['schemas']['User'] | undefined = registered.data;
console.log('registered', user?.auraId, user?.authenticationIdentifier, user?.expiresAt);

const read = await client.GET('/users/{auraId}', { params: { path: { auraId: 'typescript' } } });
console.log('read', read.data?.auraId, read.data?.anonymous);

const anonymous = await client.GET('/users/{auraId}', {
  params: {
    path: { auraId: 'nobody' },
    header: { 'return-anonymous': 'true', 'x-4p-channel-id': process.env.CHANNEL ?? '' },
  },
});
console.log('anonymous', anonymous.data?.auraId, anonymous.data?.anonymous);

const missing = await client.GET('/users/{auraId}', { params: { path: { auraId: 'nobody' } } });
const error: components['schemas']['ApiError'] | undefined = missing.error;
console.log('missing', missing.response.status, error?.code);
