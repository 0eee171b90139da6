import { sessionHeaders } from '../front/signing-in/session.ts';
import { stepsHeader } from './steps.js';

/** Sends what the page asks of the graph as whoever is signed in, here or on the front page; headers that somebody has typed come first. */
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
