// The models, the incidents and the mails.

import {read} from './api.js';
import {byId, changed, element, exists, moment} from './words.js';

export function showModels(models, choice) {
  const place = byId('models');
  if (!changed(place, [models, choice.model])) return;
  place.replaceChildren(...models.map(model => {
    const open = model.open_incidents || 0;
    return element('a', {
      href: '#' + new URLSearchParams({model: model.model}), 'aria-current': model.model === choice.model && 'true'},
      element('strong', {}, model.model),
      open ? element('span', {class: 'pill critical'}, `${open} open`) : element('span', {class: 'pill good'}, 'quiet'),
      element('small', {}, `${model.task || 'task not known yet'} · last seen ${moment(model.last_seen)}`));
  }));
}

export function showIncidents(incidents) {
  const newest = [...incidents].sort((a, b) => b.opened.localeCompare(a.opened));
  list('incidents', 'Nothing has happened.', newest, incident => ({
    key: incident.id,
    pill: incident.state === 'resolved' ? 'resolved' : incident.state === 'flapping' ? `${incident.level}, flapping` : incident.level,
    style: incident.state === 'resolved' ? 'good' : incident.level,
    title: incident.title,
    small: `${moment(incident.opened)}${exists(incident.resolved) ? ' to ' + moment(incident.resolved) : ', still open'}`
      + ` · ${incident.version === '*' ? 'all versions' : 'version ' + incident.version} · rule ${incident.rule}`
      + cared(incident) + (exists(incident.silenced_until) ? ` · silent until ${moment(incident.silenced_until)}` : ''),
    text: async () => incident.text,
  }));
}

function cared(incident) {
  if (!exists(incident.acknowledged_by)) return '';
  const note = incident.acknowledged_note ? ` (${incident.acknowledged_note})` : '';
  return ` · acknowledged by ${incident.acknowledged_by}${note} until ${moment(incident.acknowledged_until)}`;
}

export function showMails(mails) {
  const newest = [...mails].sort((a, b) => b.date.localeCompare(a.date));
  list('mails', 'No mail was needed.', newest, mail => ({
    key: mail.id,
    pill: mail.state,
    style: mail.state === 'sent' ? 'good' : '',
    title: mail.subject,
    small: `${moment(mail.date)} · to ${mail.to}`,
    text: () => read('/v1/mails/' + encodeURIComponent(mail.id)),
  }));
}

/** Folded entries, newest first; an entry that was opened stays open when the list is drawn again. */
function list(id, nothing, values, describe) {
  const place = byId(id);
  if (!changed(place, values)) return;
  const entries = values.map(describe);
  const open = new Set([...place.querySelectorAll('details[open]')].map(node => node.dataset.key));
  place.replaceChildren(...entries.length ? entries.map(entry => folded(entry, open.has(entry.key)))
    : [element('p', {class: 'empty'}, nothing)]);
}

function folded(entry, open) {
  const text = element('pre', {}, 'One moment.');
  const node = element('details', {'data-key': entry.key, toggle: () => node.open && entry.text().then(
    body => { text.textContent = body; },
    problem => { text.textContent = problem.message; })},
    element('summary', {},
      element('span', {class: 'pill ' + entry.style}, entry.pill),
      element('span', {class: 'what'}, entry.title),
      element('small', {}, entry.small)),
    text);
  node.open = open;
  return node;
}
