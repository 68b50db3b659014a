// The board: one column a window; performance, labels and traffic above, one row a feature below.

import {bars, chart, chartRow} from './charts.js';
import {featureTip, hideTip, performanceTip, showTip} from './tip.js';
import {byId, changed, CLOCK, DAY, element, exists, label, span} from './words.js';

export function showBoard(all, metric) {
  const place = byId('board');
  const drawn = all.map(one => [one.model, one.version, one.window, one.revision, one.state]);
  if (!changed(place, [metric, place.clientWidth, drawn])) return;
  const atEnd = place.scrollLeft + place.clientWidth >= place.scrollWidth - 2;
  hideTip();
  if (!all.length) {
    place.replaceChildren(element('p', {class: 'empty'}, 'No window has a row yet.'));
    return;
  }
  const names = place.clientWidth < 600 ? 118 : 190;
  const narrowest = all[0].window.size === '7d' ? 34 : 13;
  const width = Math.max(narrowest, Math.min(64, Math.floor((place.clientWidth - names) / all.length)));
  place.replaceChildren(board(all, metric, names, width));
  if (atEnd) place.scrollLeft = place.scrollWidth;
}

function board(all, metric, names, width) {
  const columns = [names, ...all.map(() => width)].map(wide => {
    const column = element('col');
    column.style.width = wide + 'px';
    return column;
  });
  const table = element('table', {
    class: width < 26 ? 'board narrow' : 'board', keydown: walk,
    'aria-label': 'Performance, traffic and drift of every feature, window by window'},
    element('colgroup', {}, columns),
    element('thead', {}, element('tr', {}, element('th', {scope: 'col'}, ''), dates(all, width))),
    element('tbody', {class: 'charts'},
      metric ? chartRow(label(metric), chart(all, metric, width)) : '',
      chartRow('labels known', bars(all, width, one => one.labels.coverage || 0, 1, 'labels known')),
      chartRow('predictions', bars(all, width, one => one.n, Math.max(...all.map(one => one.n)), 'predictions'))),
    element('tbody', {}, featureRows(all, width)));
  table.style.width = names + width * all.length + 'px';
  return table;
}

/** A date wherever there is room for one. */
function dates(all, width) {
  const every = Math.ceil(54 / width);
  return all.map((one, i) => element('th', {scope: 'col', title: span(one.window)},
    i % every === 0 ? shortDate(new Date(one.window.start)) : ''));
}

function shortDate(start) {
  return start.getUTCHours() || start.getUTCMinutes() ? CLOCK.format(start) : DAY.format(start);
}

/** One row a feature: those that drifted most often come first. */
function featureRows(all, width) {
  const rows = new Map();
  all.forEach((one, i) => (one.features || []).forEach(feature => {
    const row = rows.get(feature.name) || {name: feature.name, role: feature.role, kind: feature.kind, cells: [], drifted: 0};
    row.cells[i] = feature;
    row.drifted += feature.verdict === 'drifted' ? 1 : 0;
    rows.set(feature.name, row);
  }));
  return [...rows.values()].sort((a, b) => b.drifted - a.drifted).map((row, r) => element('tr', {},
    element('th', {scope: 'row', title: `${row.name}, ${row.kind} ${row.role}`}, row.name, ' ',
      element('small', {}, row.role === 'feature' ? '' : 'output')),
    all.map((one, i) => cell(one, row.cells[i], width, r === 0 && i === 0))));
}

function cell(one, feature, width, first) {
  const tip = () => feature ? featureTip(one, feature) : performanceTip(one);
  const mark = feature && feature.verdict === 'drifted' ? (width < 26 ? '●' : driftScore(feature.drift_score)) : '';
  return element('td', {
    class: 'cell', tabindex: first ? 0 : -1, 'aria-label': spoken(one, feature),
    pointerenter: event => showTip(event.currentTarget, tip()), pointerleave: hideTip,
    focus: event => showTip(event.currentTarget, tip()), blur: hideTip},
    element('span', {class: shade(feature)}, mark));
}

const driftScore = score => !exists(score) ? '●' : score >= 10 ? String(Math.round(score)) : score.toFixed(1);

function shade(feature) {
  if (!feature || !feature.n) return 'none';
  if (feature.verdict === 'undecided' || !exists(feature.drift_score)) return 'undecided';
  const score = feature.drift_score;
  if (feature.verdict !== 'drifted') return 'calm-' + Math.max(0, Math.min(3, Math.floor(score * 4)));
  return 'warm-' + [1.5, 3, 6].filter(limit => score >= limit).length;
}

function spoken(one, feature) {
  if (!feature) return `${span(one.window)}: no rows`;
  return `${feature.name}, ${span(one.window)}: ${feature.verdict}. ${feature.reason || ''}`;
}

/** Arrow keys walk from cell to cell. */
function walk(event) {
  const [down, right] = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[event.key] || [0, 0];
  const at = event.target.closest('.cell');
  if (!at || (!down && !right)) return;
  const row = at.parentNode.parentNode.rows[at.parentNode.sectionRowIndex + down];
  const next = row && row.cells[at.cellIndex + right];
  if (!next || !next.matches('.cell')) return;
  event.preventDefault();
  at.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
