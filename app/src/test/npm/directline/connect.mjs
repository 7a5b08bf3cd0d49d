// Connects with Microsoft's own client, over a WebSocket and by polling, says something and hears the echo.
//
//   DIRECTLINE_DOMAIN        http://127.0.0.1:<port>/v3/directline
//   DIRECTLINE_TOKEN         the token that /token gave, or
//   DIRECTLINE_CONVERSATION  the whole answer of /token/wss, a JSON object
//
// Prints OK and ends with 0, or says what failed and ends with 1, within half a minute in any case.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { ConnectionStatus, DirectLine } = require('botframework-directlinejs');

const LONGEST_MILLIS = 30_000;

function fail(why) {
  console.error(`FAILED: ${why}`);
  process.exit(1);
}

function needed(name) {
  return process.env[name] || fail(`${name} is not set`);
}

/** Says one thing, and returns when the echo has come and every status up to online has been seen. */
function speak(how, options) {
  return new Promise((done, failed) => {
    const text = `hello by ${how}`;
    const line = new DirectLine({ domain: needed('DIRECTLINE_DOMAIN'), pollingInterval: 200, ...options });
    const seen = { online: false, own: false, posted: false };
    line.connectionStatus$.subscribe(status => {
      if (status === ConnectionStatus.Online) seen.online = true;
      if (status === ConnectionStatus.ExpiredToken) failed(new Error(`${how}: token expired`));
      if (status === ConnectionStatus.FailedToConnect) failed(new Error(`${how}: failed to connect`));
    });
    line.activity$.subscribe(activity => {
      if (activity.from.id === 'checker' && activity.text === text) seen.own = true;
      if (activity.from.id !== 'checker' && activity.text === `You said: ${text}`) {
        line.end();
        const missing = Object.entries(seen).filter(([, had]) => !had).map(([what]) => what);
        if (missing.length > 0) failed(new Error(`${how}: heard the echo, but ${missing.join(', ')} not`));
        else done();
      }
    }, error => failed(new Error(`${how}: ${error.message}`)));
    line.postActivity({ type: 'message', from: { id: 'checker', name: 'Checker' }, text }).subscribe(id => {
      if (id === 'retry') failed(new Error(`${how}: was not posted`));
      seen.posted = true;
    }, error => failed(new Error(`${how}: ${error.message}`)));
  });
}

const bound = setTimeout(() => fail(`no echo within ${LONGEST_MILLIS} ms`), LONGEST_MILLIS);

try {
  if (process.env.DIRECTLINE_CONVERSATION) {
    const begun = JSON.parse(process.env.DIRECTLINE_CONVERSATION);
    await speak('begun stream', {
      token: begun.token, conversationId: begun.conversationId, streamUrl: begun.streamUrl, webSocket: true,
    });
  } else {
    const token = needed('DIRECTLINE_TOKEN');
    await speak('WebSocket', { token, webSocket: true });
    await speak('polling', { token, webSocket: false });
  }
} catch (failure) {
  fail(failure.message);
}
clearTimeout(bound);
console.log('OK');
process.exit(0);
