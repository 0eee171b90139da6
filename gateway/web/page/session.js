import { stepsHeader } from './steps.js';

/*
 * Who somebody says he is for as long as the window is open, and what for: kept as the front page keeps it, so that whoever has
 * signed in there is signed in here.
 */
const key = 'boroughgraph:session';

export const purposes = [
  'STRATEGIC_ASSESSMENT',
  'PERFORMANCE',
  'SERVICE_PLANNING',
  'SERIOUS_VIOLENCE_DUTY',
  'RESEARCH',
  'PUBLIC_INFORMATION',
];

export function readSession() {
  try {
    const { token = '', purpose = '' } = JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {};
    return { token, purpose };
  } catch {
    return { token: '', purpose: '' };
  }
}

export function keepSession({ token, purpose }) {
  if (token === '') sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify({ token, purpose }));
}

/** The headers by which the graph knows who asks; none for nobody. */
export function sessionHeaders() {
  const { token, purpose } = readSession();
  if (token === '') return {};
  return { authorization: `Bearer ${token}`, ...(purpose !== '' && { 'x-purpose': purpose }) };
}

/** Sends what the page asks of the graph as whoever is signed in; headers that somebody has typed come first. */
export function sendAsSignedIn(endpoint) {
  const fetchAnswer = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (asked, init = {}) => {
    const address = new URL(typeof asked === 'string' || asked instanceof URL ? asked : asked.url, location.href);
    if (address.href.split('?')[0] !== endpoint) return fetchAnswer(asked, init);
    const headers = new Headers(init.headers ?? asked.headers);
    for (const [name, value] of Object.entries(sessionHeaders())) if (!headers.has(name)) headers.set(name, value);
    headers.set(stepsHeader, '1');
    return fetchAnswer(asked, { ...init, headers });
  };
}
