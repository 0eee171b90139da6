import { make } from './make.js';

/** The header by which the graph is asked for the steps of an answer. */
export const stepsHeader = 'x-boroughgraph-steps';

/** An answer as somebody asked for it, without the steps that the page has asked for besides; the same where it has none. */
export async function withoutSteps(response) {
  const answer = await response
    .clone()
    .json()
    .catch(() => null);
  if (answer?.extensions?.steps === undefined) return response;
  const others = Object.entries(answer.extensions).filter(([name]) => name !== 'steps');
  const rest = { ...answer, ...(others.length > 0 ? { extensions: Object.fromEntries(others) } : {}) };
  if (others.length === 0) delete rest.extensions;
  const { status, statusText, headers } = response;
  return new Response(JSON.stringify(rest), { status, statusText, headers: withoutLength(headers) });
}

/** What is sent on is not as long as what came, and not compressed any more. */
function withoutLength(headers) {
  const kept = new Headers(headers);
  for (const name of ['content-length', 'content-encoding']) kept.delete(name);
  return kept;
}

/** Which agency was asked for what, and how long each took: a bar for each, on one scale of time, with the same in words. */
export function showSteps(steps) {
  if (steps === undefined || steps.length === 0)
    return make('p', {}, 'Run an operation: which agency is asked for what, and how long each takes, is shown here.');
  const end = Math.max(1, ...steps.map(({ startMs, ms }) => startMs + ms));
  const agencies = [...new Set(steps.map(({ agency }) => agency))];
  const row = (step) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, step.agency),
      make('td', {}, step.place === '' ? 'the root' : step.place),
      make('td', { class: 'figure' }, `${step.ms.toLocaleString('en-GB')} ms`),
      make('td', { class: 'lane', 'aria-hidden': 'true' }, drawBar(step, end, agencies.indexOf(step.agency))),
    );
  return make(
    'div',
    {},
    make('p', {}, describe(steps, agencies, end)),
    make(
      'table',
      { class: 'steps' },
      make(
        'thead',
        {},
        make(
          'tr',
          {},
          ...['Agency', 'Asked for', 'Took'].map((name) => make('th', { scope: 'col' }, name)),
          make('td'),
        ),
      ),
      make('tbody', {}, ...steps.map(row)),
    ),
  );
}

function describe(steps, agencies, end) {
  const times = steps.length === 1 ? 'once' : `${steps.length} times`;
  const who = agencies.length === 1 ? 'One agency was' : `${agencies.length} agencies were`;
  return `${who} asked, ${times} in all, within ${end.toLocaleString('en-GB')} ms. Bars beside each other in time were asked at once; what was remembered was asked of nobody.`;
}

function drawBar({ startMs, ms }, end, colour) {
  const style = `inset-inline-start: ${(100 * startMs) / end}%; inline-size: ${Math.max(1, (100 * ms) / end)}%`;
  return make('span', { class: `step step-${colour % 4}`, style });
}
