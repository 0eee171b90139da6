import { readVariables } from './current-operation.js';
import { sessionHeaders } from '../front/signing-in/session.ts';

/** How long nothing is typed before the cost is asked for, in milliseconds. */
const stillMs = 600;

/**
 * Says beside the editor what the operation in it would cost, before it runs: the graph estimates and executes nothing.
 *
 * @param fetchAnswer - Fetches without telling anybody of the page.
 */
export function sayCost({ watch, current }, { endpoint, output, fetchAnswer }) {
  let timer;
  const ask = async () => {
    const variables = readVariables(current.variables);
    if (variables === null || current.query.trim() === '') return void (output.textContent = '');
    const response = await fetchAnswer(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-boroughgraph-cost': 'only', ...sessionHeaders() },
      body: JSON.stringify({ query: current.query, variables }),
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    const { text, isTooMuch } = describeCost(answer);
    output.textContent = text;
    output.classList.toggle('too-much', isTooMuch);
  };
  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), stillMs);
  };
  watch(askSoon);
  askSoon();
}

/** What is said of a cost; nothing of an operation that is not valid, which the editor marks. */
export function describeCost(answer) {
  const cost = answer?.extensions?.cost;
  if (cost?.estimate == null) return { text: '', isTooMuch: false };
  const share = (100 * cost.estimate) / cost.limit;
  const isTooMuch = cost.estimate > cost.limit;
  const percent = share < 1 ? 'less than 1%' : `${Math.round(share)}%`;
  const text = `Costs ${Math.round(cost.estimate).toLocaleString('en-GB')} at most, ${percent} of the limit`;
  return { text: isTooMuch ? `${text}. It will be refused` : text, isTooMuch };
}
