// Servers of a client, at an origin of its own and at another one.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const library = join(dirname(createRequire(import.meta.url).resolve('oidc-client-ts/package.json')),
  'dist', 'browser', 'oidc-client-ts.min.js');
const PAGE = '<!doctype html><html lang="en"><title>client</title><link rel="icon" href="data:,">'
  + '<script src="/oidc-client-ts.js"></script><body>a client';

// What oidc-client-ts wants of the page that a frame of its own ends at.
const SILENT = '<script>new oidc.UserManager({ authority: "x", client_id: "x", redirect_uri: "x" })'
  + '.signinSilentCallback()</script>';

/**
 * Serves a page at every path, and leads from /hop and /posted on to another address.
 *
 * @param elsewhere where the client itself sends people on to
 */
export async function serve(port, elsewhere) {
  const site = { port, posted: [], origin: `http://localhost:${port}` };
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, site.origin);
    if (pathname === '/oidc-client-ts.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(library));
    } else if (pathname === '/hop') {
      response.writeHead(303, { location: elsewhere + search }).end();
    } else if (pathname === '/posted' && request.method === 'POST') {
      let body = '';
      request.on('data', (part) => { body += part; });
      request.on('end', () => {
        site.posted.push(new URLSearchParams(body));
        response.writeHead(303, { location: elsewhere }).end();
      });
    } else {
      response.writeHead(200, { 'content-type': 'text/html' }).end(pathname === '/silent' ? PAGE + SILENT : PAGE);
    }
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  site.close = () => server.close();
  return site;
}
