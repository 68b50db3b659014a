// Who is there: a token is shown once and then stands for a session, in a cookie that no script can read.

import {forget, read, Unknown} from './api.js';
import {byId, clear} from './words.js';

/** Asks for a token; what was shown to somebody else goes. */
export function ask() {
  forget();
  for (const id of ['models', 'model-name', 'summary', 'board', 'incidents', 'silences', 'mails']) clear(byId(id));
  for (const id of ['models', 'model', 'nothing', 'news', 'who']) byId(id).hidden = true;
  if (!byId('login').hidden) return;
  byId('login').hidden = false;
  byId('token').focus();
}

export const isAsking = () => !byId('login').hidden;

/** Shows whose token is in use, if anybody was asked. */
export async function greet() {
  const {name} = await read('/v1/session');
  byId('name').textContent = name || '';
  byId('who').hidden = !name;
}

/** Opens a session when a token is given, and closes it when somebody leaves; then does what is to be done. */
export function listen(then) {
  byId('login').addEventListener('submit', event => {
    event.preventDefault();
    open().then(() => { welcome(); then(); }, problem => { byId('refused').textContent = refusal(problem); });
  });
  byId('leave').addEventListener('click', () => read('/v1/session', {method: 'DELETE'}).then(then, then));
}

async function open() {
  const token = byId('token').value.trim();
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Unknown('A token has no blanks: it begins with lw_.');
  return read('/v1/session', {method: 'POST', headers: {Authorization: `Bearer ${token}`}});
}

const refusal = problem => problem instanceof Unknown ? problem.message : `Not opened: ${problem.message}`;

function welcome() {
  byId('token').value = '';
  byId('refused').textContent = '';
  byId('login').hidden = true;
  for (const id of ['models', 'news']) byId(id).hidden = false;
}
