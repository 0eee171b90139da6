import { readVariables } from './current-operation.js';
import { sessionHeaders } from '../front/signing-in/session.ts';

/** What an answer can be taken away as: what it is called, and what the graph is asked for. */
export const forms = [
  { name: 'JSON', ending: 'json', accept: 'application/json' },
  { name: 'CSV', ending: 'csv', accept: 'text/csv' },
  { name: 'NDJSON', ending: 'ndjson', accept: 'application/x-ndjson' },
  { name: 'Excel', ending: 'xlsx', accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { name: 'Parquet', ending: 'parquet', accept: 'application/vnd.apache.parquet' },
  { name: 'Arrow', ending: 'arrow', accept: 'application/vnd.apache.arrow.stream' },
];

/** Asks the operation in the editor once more, as a file, and saves it. Gives a sentence that says what came of it. */
export async function download({ name, ending, accept }, { query, variables }, { endpoint, fetchAnswer }) {
  const response = await fetchAnswer(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...sessionHeaders() },
    body: JSON.stringify({ query, variables: readVariables(variables) ?? {} }),
  }).catch(() => null);
  if (response === null) return 'The graph does not answer';
  if (!response.ok) {
    const answer = await response.json().catch(() => null);
    return answer?.errors?.[0]?.message ?? `There is no ${name} of this`;
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `figures.${ending}`;
  link.click();
  URL.revokeObjectURL(address);
  return 'Saved';
}
