// Who wants to hear nothing of what, why and until when; and how that is ended.

import {read} from './api.js';
import {byId, changed, element, moment} from './words.js';

export function showSilences(silences, then) {
  const lasting = silences.filter(one => one.state !== 'expired').sort((a, b) => a.end.localeCompare(b.end));
  byId('silenced').hidden = !lasting.length;
  const place = byId('silences');
  if (changed(place, lasting)) place.replaceChildren(...lasting.map(one => described(one, then)));
}

function described(silence, then) {
  const place = element('div', {class: 'silence'},
    element('span', {class: 'pill'}, silence.state === 'pending' ? 'to come' : 'silent'),
    element('span', {class: 'what'}, about(silence.matchers)),
    element('button', {type: 'button', 'aria-label': `End the silence of ${about(silence.matchers)}`,
      click: () => end(silence, place, then)}, 'End'),
    element('small', {}, `${silence.author}, ${until(silence)}: ${silence.reason}`));
  return place;
}

const about = matchers => Object.entries(matchers).map(([label, any]) => `${label} ${any.join(' or ')}`).join(', ');

const until = silence => (silence.state === 'pending' ? `from ${moment(silence.start)} ` : '')
  + (silence.until_resolved ? `until it is over, ${moment(silence.end)} at the latest` : `until ${moment(silence.end)}`);

/** Where the session does not do, a token that may is asked for: it is used once and not kept. */
async function end(silence, place, then, token) {
  const headers = token ? {Authorization: `Bearer ${token}`} : {};
  await read('/v1/silences/' + encodeURIComponent(silence.id), {method: 'DELETE', headers})
    .then(then, problem => ask(silence, place, then, problem.message));
}

function ask(silence, place, then, why) {
  const token = element('input', {type: 'password', autocomplete: 'off', spellcheck: 'false', required: true,
    'aria-label': 'A token that may operate'});
  const form = element('form', {submit: event => {
    event.preventDefault();
    end(silence, place, then, token.value.trim());
  }}, element('p', {role: 'alert'}, why), token, element('button', {type: 'submit'}, 'End with this token'));
  (place.querySelector('form') || place.appendChild(element('form', {}))).replaceWith(form);
  token.focus();
}
