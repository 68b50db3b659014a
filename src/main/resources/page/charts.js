// Pictures that share the columns of the board: a metric with its interval, and bars.

import {drawing, element, exists, figure, label} from './words.js';
import {hideTip, performanceTip, showTip} from './tip.js';

/** Below this share of labels a point is drawn hollow: too early to be believed. */
const FEW_LABELS = 0.6;

/** A row of the board that holds one picture, with the scale of the picture beside its name. */
export function chartRow(name, {picture, scale = []}) {
  return element('tr', {class: 'tight'},
    element('th', {scope: 'row'}, name, scale.map(tick => {
      const text = element('span', {class: 'scale'}, tick.text);
      text.style.top = tick.y + 'px';
      return text;
    })),
    element('td', {colspan: picture.dataset.columns}, picture));
}

/** A metric as a line with its interval; hollow points stand on few labels. */
export function chart(all, metric, width) {
  const height = 150;
  const points = all.map((one, i) => pointOf(one, metric, (i + 0.5) * width)).filter(point => exists(point.value));
  const ticks = niceTicks(points.flatMap(point => [point.value, point.low, point.high, point.baseline]).filter(exists));
  const y = value => height - 10 - (value - ticks[0]) / (ticks[ticks.length - 1] - ticks[0]) * (height - 20);
  const picture = canvas(all, width, height, `${label(metric)} by window`,
    ticks.map(tick => drawing('line', {class: 'rule', x1: 0, x2: all.length * width, y1: y(tick), y2: y(tick)})),
    runs(points, width).map(run => [baseline(run, y, width), ribbon(run, y), drawing('polyline', {
      class: 'line', points: run.map(point => `${point.x},${y(point.value)}`).join(' ')})]),
    points.map(point => drawing('circle', {
      class: point.one.labels.coverage < FEW_LABELS || point.one.state === 'open' ? 'point early' : 'point',
      cx: point.x, cy: y(point.value), r: width < 26 ? 2.5 : 4})),
    columns(all, width, height, one => performanceTip(one, metric)));
  return {picture, scale: ticks.map(tick => ({y: y(tick), text: figure(tick)}))};
}

function pointOf(one, metric, x) {
  const {performance = {}, baseline = {}} = one;
  return {one, x, value: performance[metric], low: performance[metric + '_low'], high: performance[metric + '_high'],
    baseline: baseline && baseline.performance && baseline.performance[metric]};
}

/** The same metric on the baseline, as a dashed step line. */
function baseline(run, y, width) {
  const known = run.filter(point => exists(point.baseline));
  return drawing('path', {class: 'baseline', d: known.map(point =>
    `M${point.x - width / 2},${y(point.baseline)}h${width}`).join('')});
}

/** Points of neighbouring windows; a window without the metric parts the line. */
function runs(points, width) {
  const parts = [];
  points.forEach((point, i) => {
    if (i === 0 || point.x - points[i - 1].x > 1.5 * width) parts.push([]);
    parts[parts.length - 1].push(point);
  });
  return parts;
}

function ribbon(run, y) {
  const known = run.filter(point => exists(point.low) && exists(point.high));
  const above = known.map(point => `${point.x},${y(point.high)}`);
  const below = known.map(point => `${point.x},${y(point.low)}`).reverse();
  return drawing('polygon', {class: 'band', points: [...above, ...below].join(' ')});
}

/** A bar for every window, from 0 to the most there can be. */
export function bars(all, width, value, most, name) {
  const height = 30;
  const high = one => most > 0 ? Math.max(value(one) > 0 ? 1 : 0, value(one) / most * height) : 0;
  return {picture: canvas(all, width, height, `${name} by window`,
    drawing('line', {class: 'rule', x1: 0, x2: all.length * width, y1: height, y2: height}),
    all.map((one, i) => drawing('rect', {
      class: 'bar', x: i * width + 1, width: width - 2, y: height - high(one), height: high(one)})),
    columns(all, width, height, one => performanceTip(one)))};
}

function canvas(all, width, height, name, ...parts) {
  return drawing('svg', {
    width: all.length * width, height, role: 'img', 'aria-label': name, 'data-columns': all.length}, parts.flat(3));
}

function columns(all, width, height, tip) {
  return all.map((one, i) => drawing('rect', {
    class: 'column', x: i * width, width, y: 0, height,
    pointerenter: event => showTip(event.currentTarget, tip(one)), pointerleave: hideTip}));
}

/** Three to six round numbers that hold all values. */
function niceTicks(values) {
  const least = Math.min(...values);
  const spread = Math.max(...values) - least || Math.abs(least) || 1;
  const power = 10 ** Math.floor(Math.log10(spread / 3));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(size => spread / size <= 4);
  const ticks = [];
  for (let i = Math.floor(least / step); ; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
    if (ticks.length > 1 && i * step >= Math.max(...values)) return ticks;
  }
}
