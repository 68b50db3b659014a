/*
 * The page of a Leeway: everything on it is read from the service's own API. Names and texts that come from outside only
 * ever become text nodes. The choice of model, window size, version and metric lives in the address (#model=...).
 */

import {read, Unknown, windows} from './api.js';
import {showBoard} from './board.js';
import {showIncidents, showMails, showModels} from './lists.js';
import {ask, greet, isAsking, listen} from './login.js';
import {showSilences} from './silences.js';
import {hideTip} from './tip.js';
import {byId, element, exists, figure, interval, label, percent, plural, span} from './words.js';

const REFRESH_MS = 5000;
const SIZE_NAMES = {'5m': '5 minutes', '15m': '15 minutes', '1h': 'hours', '6h': '6 hours', '1d': 'days', '7d': 'weeks'};
/** The metrics that are shown unless another is chosen: the first of them that the model has. */
const FIRST_METRICS = ['accuracy', 'mae', 'ndcg_10', 'roc_auc'];
const COUNTS = ['tp', 'fp', 'tn', 'fn', 'n', 'n_labelled', 'label_coverage'];

// ---- what is chosen

function chosen(models) {
  const wish = new URLSearchParams(location.hash.slice(1));
  const model = models.find(one => one.model === wish.get('model')) || models[0];
  const sizes = model.windows;
  const size = [wish.get('size'), '7d', '1d'].find(one => sizes.includes(one)) || sizes[sizes.length - 1];
  const version = (model.versions || []).includes(wish.get('version')) ? wish.get('version') : '*';
  return {model: model.model, size, version, metric: wish.get('metric')};
}

function offer(select, values, current, name = value => value) {
  const same = select.options.length === values.length && values.every((value, i) => select.options[i].value === value);
  if (!same) select.replaceChildren(...values.map(value => element('option', {value}, name(value))));
  select.value = current;
}

// ---- the summary of a model in a sentence

function showSummary(model, reports, metric) {
  const closed = reports.filter(one => one.state === 'closed' && one.n);
  const newest = closed[closed.length - 1];
  byId('model-name').textContent = model.model;
  byId('summary').replaceChildren(...newest ? sentence(newest, metric) : ['No window has closed yet.']);
}

function sentence(newest, metric) {
  const parts = ['Newest closed window, ', span(newest.window), ': ', element('b', {}, plural(newest.n, 'prediction')), ', ',
    element('b', {}, drifted(newest.features.filter(one => one.verdict === 'drifted').map(one => one.name)))];
  if (!exists((newest.performance || {})[metric])) return [...parts, ', no labels yet.'];
  return [...parts, `, ${label(metric)} `, element('b', {}, figure(newest.performance[metric])),
    interval(newest.performance, metric), ` with ${percent(newest.labels.coverage)} of the labels.`];
}

/** The first three by name. */
function drifted(names) {
  if (!names.length) return 'nothing drifted';
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `drifted: ${names.slice(0, 3).join(', ')}${more}`;
}

// ---- putting it together

function metricsOf(reports) {
  const names = new Set(reports.flatMap(one => Object.keys(one.performance || {})));
  const plain = [...names].filter(name => !/_(low|high)$/.test(name) && !COUNTS.includes(name));
  return plain.sort((a, b) => (FIRST_METRICS.includes(b) - FIRST_METRICS.includes(a)) || a.localeCompare(b));
}

function showModel(model, choice, reports) {
  const metrics = metricsOf(reports);
  const metric = metrics.includes(choice.metric) ? choice.metric : metrics[0];
  offer(byId('metric'), metrics, metric, label);
  byId('metric').parentNode.hidden = !metrics.length;
  offer(byId('version'), ['*', ...model.versions || []], choice.version, name => name === '*' ? 'all' : name);
  offer(byId('size'), [...model.windows].reverse(), choice.size, size => SIZE_NAMES[size] || size);
  showSummary(model, reports, metric);
  showBoard(reports, metric);
}

async function show() {
  if (isAsking()) return;
  await greet();
  const {models} = await read('/v1/models');
  const choice = models.length ? chosen(models) : {};
  byId('nothing').hidden = models.length > 0;
  showModels(models, choice);
  byId('model').hidden = !models.length;
  await all([
    async () => showIncidents((await read('/v1/incidents')).incidents.filter(one => one.model === choice.model)),
    async () => showSilences((await read('/v1/silences')).silences, refresh),
    async () => showMails((await read('/v1/mails')).mails),
    async () => showTroubles((await read('/readyz')).probes),
    async () => models.length && showModel(models.find(one => one.model === choice.model), choice, await windows(choice)),
  ]);
}

/** Does everything, and fails with the first problem after everything else is done. */
async function all(parts) {
  const results = await Promise.allSettled(parts.map(part => part()));
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** What the service says is not as it should be: it goes on, by what it had before or with what it is owed remembered. */
function showTroubles(probes) {
  const degraded = probes.filter(one => one.state !== 'up');
  byId('troubles').hidden = !degraded.length;
  byId('troubles').replaceChildren(...degraded.map(one =>
    element('p', {}, element('b', {}, `${one.name}: `), one.detail || 'something stands in the way')));
}

let busy = Promise.resolve();

function refresh() {
  busy = busy.then(show).then(() => say(''), trouble);
}

/** Somebody whom the service does not know, or not any more, is asked; nothing is read until they answer. */
function trouble(problem) {
  if (!(problem instanceof Unknown)) return say(problem.message);
  say('');
  ask();
}

function say(trouble) {
  const status = byId('status');
  status.className = trouble ? 'trouble' : '';
  status.textContent = trouble;
}

function choose() {
  const wish = new URLSearchParams(location.hash.slice(1));
  for (const key of ['metric', 'version', 'size']) wish.set(key, byId(key).value);
  wish.set('model', byId('model-name').textContent);
  location.hash = wish.toString();
}

byId('address').textContent = location.origin;
byId('choices').addEventListener('change', choose);
byId('choices').addEventListener('submit', event => event.preventDefault());
listen(refresh);
addEventListener('hashchange', refresh);
addEventListener('resize', refresh);
addEventListener('keydown', event => event.key === 'Escape' && hideTip());
addEventListener('scroll', hideTip, {capture: true, passive: true});
setInterval(() => document.hidden || refresh(), REFRESH_MS);
refresh();
