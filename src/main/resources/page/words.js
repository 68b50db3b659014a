// Elements, numbers and times: what the other parts of the page are written with.

export const byId = id => document.getElementById(id);

/** An element with attributes (or event listeners, as functions) and children; texts become text nodes. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter(child => child !== undefined && child !== ''));
  return node;
}

/** Whether a place was last drawn from other values; it counts as drawn from these from now on. */
export function changed(place, values) {
  const print = JSON.stringify(values);
  const other = place.dataset.print !== print;
  place.dataset.print = print;
  return other;
}

/** Empties a place, so that whatever comes next is drawn. */
export function clear(place) {
  place.replaceChildren();
  delete place.dataset.print;
}

export const exists = value => value !== undefined && value !== null;
export const percent = share => exists(share) ? (100 * share).toFixed(share > 0 && share < 0.0995 ? 1 : 0) + ' %' : 'none';
export const whole = number => number.toLocaleString('en');
export const plural = (n, what) => `${whole(n)} ${what}${n === 1 ? '' : 's'}`;
export const label = metric => metric.replaceAll('_', ' ');

export function figure(number) {
  if (!exists(number)) return 'none';
  if (number !== 0 && Math.abs(number) < 0.001) return number.toExponential(1);
  return Math.abs(number) >= 1000 ? whole(Math.round(number)) : String(Number(number.toPrecision(3)));
}

const format = options => new Intl.DateTimeFormat('en-GB', {timeZone: 'UTC', ...options});
export const DAY = format({day: 'numeric', month: 'short'});
const FULL_DAY = format({day: 'numeric', month: 'short', year: 'numeric'});
const MOMENT = format({day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'});
export const CLOCK = format({hour: '2-digit', minute: '2-digit'});
export const moment = text => exists(text) ? MOMENT.format(new Date(text)) : 'never';

/** A window in words: 21 to 27 May 2001. */
export function span(window) {
  const start = new Date(window.start);
  if (window.size === '7d') return days(start, new Date(new Date(window.end) - 1));
  return window.size === '1d' ? FULL_DAY.format(start) : MOMENT.format(start);
}

function days(first, last) {
  const sameMonth = first.getUTCMonth() === last.getUTCMonth();
  return `${sameMonth ? first.getUTCDate() : DAY.format(first)} to ${FULL_DAY.format(last)}`;
}

/** The 95 % interval of a metric, where it has one. */
export function interval(performance, metric) {
  const low = performance[metric + '_low'];
  return exists(low) ? ` (95 %: ${figure(low)} to ${figure(performance[metric + '_high'])})` : '';
}
