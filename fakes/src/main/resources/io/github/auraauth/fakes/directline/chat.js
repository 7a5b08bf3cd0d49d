'use strict';

const root = location.origin + '/v3/directline';
const element = id => document.getElementById(id);
const user = { id: 'visitor-' + Math.random().toString(36).slice(2), name: 'You' };
let open = null;

const show = text => { element('status').textContent = text; };

async function post(address, token, body) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = 'Bearer ' + token;
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.error ? content.error.message : 'Status ' + answer.status);
  return content;
}

async function conversation(given) {
  const own = given === '' ? await post('/fake/token') : given.startsWith('{') ? JSON.parse(given) : { token: given };
  return own.streamUrl ? own : post(root + '/conversations', own.token);
}

function add(activity) {
  if (activity.type !== 'message') return;
  const line = document.createElement('li');
  const mine = activity.from.id === user.id;
  line.className = mine ? 'user' : 'bot';
  line.textContent = (mine ? 'You: ' : 'Bot: ') + activity.text;
  element('said').append(line);
}

function ready(now) {
  for (const each of element('say').elements) each.disabled = !now;
  if (now) element('text').focus();
}

element('connect').addEventListener('submit', async event => {
  event.preventDefault();
  try {
    if (open) open.stream.close();
    element('said').replaceChildren();
    const begun = await conversation(element('token').value.trim());
    const stream = new WebSocket(begun.streamUrl);
    open = { ...begun, stream };
    stream.onopen = () => { show('Connected, conversation ' + begun.conversationId + '.'); ready(true); };
    stream.onmessage = message => { if (message.data) JSON.parse(message.data).activities.forEach(add); };
    stream.onclose = () => { if (open && open.stream === stream) { show('The conversation has ended.'); ready(false); } };
  } catch (failure) {
    show('It did not work: ' + failure.message);
    ready(false);
  }
});

element('say').addEventListener('submit', async event => {
  event.preventDefault();
  const text = element('text').value;
  element('text').value = '';
  try {
    const address = root + '/conversations/' + encodeURIComponent(open.conversationId) + '/activities';
    await post(address, open.token, { type: 'message', from: user, text });
  } catch (failure) {
    show('It did not work: ' + failure.message);
  }
});
