// Somebody who logs in with a password at the pages of the provider and agrees to whatever they are asked.
//
// PERSON_NAME, PERSON_PASSWORD   what they type
const MOST_PAGES = 10;

export class Person {
  #cookies = new Map();

  /**
   * Follows an authorization request to the client's address. Gives what the client's server would be sent there: an
   * address for the response mode query, a Request for form_post.
   */
  async follow(address, redirectUri) {
    let response = await this.open(address);
    for (let page = 0; page < MOST_PAGES; page++) {
      if (response.status === 303) {
        const location = new URL(response.headers.get('location'), response.url);
        if (location.href.startsWith(redirectUri)) return location;
        response = await this.open(location);
        continue;
      }
      if (response.status !== 200) throw new Error(`answered ${response.status} ${await response.text()}`);
      const html = await response.text();
      const onwards = /<meta http-equiv="refresh" content="0;url=([^"]+)">/.exec(html);
      if (onwards) return new URL(plain(onwards[1]));
      const action = new URL(plain(/<form method="post" action="([^"]*)"[^>]*>/.exec(html)[1]), response.url);
      const fields = new URLSearchParams();
      for (const [, name, value] of html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)) {
        fields.append(name, plain(value));
      }
      if (action.href.startsWith(redirectUri)) return new Request(action, { method: 'POST', body: fields });
      if (html.includes('type="password"')) {
        fields.append('username', process.env.PERSON_NAME);
        fields.append('password', process.env.PERSON_PASSWORD);
      }
      if (html.includes('name="answer"')) fields.append('answer', 'agree');
      response = await this.open(action, fields);
    }
    throw new Error('the pages come to no end');
  }

  /** Opens an address, or sends a form to it, with the cookies that the pages have set. */
  async open(address, form) {
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

function plain(html) {
  return html.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function check(holds, what) {
  if (!holds) throw new Error(`not seen: ${what}`);
  console.log(`seen: ${what}`);
}

/** Expects a refusal and gives it. */
export async function refused(what, attempt, is) {
  let refusal;
  try {
    await attempt();
  } catch (error) {
    refusal = error;
  }
  if (refusal && !is(refusal)) console.error(refusal);
  check(refusal && is(refusal), what);
}
