// What the page asks the service.

const MOST_WINDOWS = 60;
const REQUESTS_AT_ONCE = 6;
const MOST_REPORTS = 1000;

/** What the service says to somebody whom it does not know. */
export class Unknown extends Error {}

export async function read(path, options = {}) {
  const response = await fetch(path, {...options, headers: {Accept: 'application/json, text/plain;q=0.9', ...options.headers}})
    .catch(() => { throw new Error('The service does not answer.'); });
  const json = (response.headers.get('Content-Type') || '').includes('json');
  if (response.ok) return json ? response.json() : response.text();
  const problem = await response.json().catch(() => ({}));
  const sentence = problem.detail || problem.title || `${path} was answered with ${response.status}`;
  throw response.status === 401 ? new Unknown(sentence) : new Error(sentence);
}

const modelPath = name => '/v1/models/' + encodeURIComponent(name);

/** Whole reports by window, so that only windows whose revision has changed are read again. */
const reports = new Map();

async function report(choice, summary) {
  const query = `?size=${summary.window.size}&version=${encodeURIComponent(choice.version)}`;
  const path = `${modelPath(choice.model)}/windows/${encodeURIComponent(summary.window.start)}${query}`;
  const held = reports.get(path);
  if (held && held.revision === summary.revision && held.state === summary.state) return held;
  if (reports.size > MOST_REPORTS) reports.clear();
  const fresh = await read(path);
  reports.set(path, fresh);
  return fresh;
}

/** Forgets what was read for somebody who has left. */
export function forget() {
  reports.clear();
}

/** The newest windows of a model, each with its features, oldest first. */
export async function windows(choice) {
  const query = `?size=${choice.size}&version=${encodeURIComponent(choice.version)}`;
  const listed = (await read(modelPath(choice.model) + '/windows' + query)).windows.slice(-MOST_WINDOWS);
  const whole = [];
  for (let i = 0; i < listed.length; i += REQUESTS_AT_ONCE) {
    const some = listed.slice(i, i + REQUESTS_AT_ONCE).map(one => one.n ? report(choice, one) : one);
    whole.push(...await Promise.all(some));
  }
  return whole;
}
