// What is said of a window or a cell that is pointed at.

import {byId, element, exists, figure, interval, label, percent, span, whole} from './words.js';

export function featureTip(one, feature) {
  return [
    element('b', {}, feature.name), `, ${span(one.window)}`,
    element('p', {}, feature.reason || feature.verdict),
    ...(feature.moved || []).map(bin => element('p', {}, `${bin.bin}: ${percent(bin.now)} of values, ${percent(bin.before)} before`)),
    pairs([['verdict', feature.verdict], ['drift score', exists(feature.drift_score) && figure(feature.drift_score)],
      ['rank', exists(feature.rank) && whole(feature.rank)],
      ['importance', exists(feature.importance) && percent(feature.importance)],
      ['psi', exists(feature.psi) && figure(feature.psi)], ['missing', exists(feature.missing_rate) && percent(feature.missing_rate)],
      ['rows', whole(feature.n)]])];
}

export function performanceTip(one, metric) {
  const value = metric && one.performance && one.performance[metric];
  return [
    element('b', {}, span(one.window)), one.state === 'open' ? ', still open' : '',
    pairs([[label(metric || ''), exists(value) && figure(value) + interval(one.performance, metric)],
      ['predictions', whole(one.n)], ['labels known', percent(one.labels.coverage)],
      ['drifted', exists(one.drifted_features) && String(one.drifted_features)]]),
    ...(one.likely_causes || []).map(cause => element('p', {}, cause))];
}

function pairs(rows) {
  return element('dl', {}, rows.filter(([name, value]) => name && value)
    .map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]).flat());
}

export function showTip(target, content) {
  const tip = byId('tip');
  tip.replaceChildren(...content.filter(part => part !== ''));
  tip.hidden = false;
  const box = target.getBoundingClientRect();
  const left = Math.min(box.left + box.width / 2 + 10, innerWidth - tip.offsetWidth - 12);
  const below = box.height > 60 ? box.top + 24 : box.bottom + 8;
  tip.style.left = Math.max(12, left) + 'px';
  tip.style.top = (below + tip.offsetHeight > innerHeight ? box.top - tip.offsetHeight - 8 : below) + 'px';
}

export function hideTip() {
  byId('tip').hidden = true;
}
