import { make } from './make.js';
import { findWords, listWords, mostFound, schemaQuery } from './schema-words.js';
import { sessionHeaders } from '../front/signing-in/session.ts';

/** A search in what the schema says: GraphiQL's own finds names of types and fields alone. The schema is asked for when it is first wanted. */
export function searchSchema({ endpoint, fetchAnswer }) {
  const said = make('p', { role: 'status' });
  const found = make('dl', { class: 'found' });
  let words = null;
  const input = async () => {
    words ??= askSchema(endpoint, fetchAnswer);
    const known = await words;
    if (known === null) words = null;
    const matches = findWords(known ?? [], wanted.value);
    said.textContent =
      known === null ? 'This graph does not tell its schema now.' : describeCount(wanted.value, matches);
    found.replaceChildren(...matches.flatMap(showWord));
  };
  const wanted = make('input', { id: 'wanted', type: 'search', autocomplete: 'off', spellcheck: 'false', input });
  return make(
    'div',
    { class: 'schema-search' },
    make('label', { for: 'wanted' }, 'Words in names, descriptions and values'),
    wanted,
    said,
    found,
  );
}

/** Null where the graph says nothing of it, or not now. */
async function askSchema(endpoint, fetchAnswer) {
  const response = await fetchAnswer(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sessionHeaders() },
    body: JSON.stringify({ query: schemaQuery }),
  }).catch(() => null);
  const answer = await response?.json().catch(() => null);
  return answer?.data?.__schema == null ? null : listWords(answer.data.__schema);
}

function describeCount(text, { length }) {
  if (text.trim() === '') return '';
  if (length === 0) return 'Nothing has all of these words.';
  return length === mostFound ? `The first ${mostFound}` : `${length} found`;
}

const kinds = { type: 'type', field: 'field', argument: 'argument', value: 'value', input: 'field of an input' };

function showWord({ way, is, description, more }) {
  const others = more === 0 ? '' : `, and ${more} more alike`;
  return [
    make('dt', {}, make('code', {}, way), ` ${kinds[is]}${others}`),
    make('dd', {}, description === '' ? 'Nothing is said of it.' : description),
  ];
}
