import { writeCsvRow } from '../csv.ts';
import { preferredTypes } from '../preferred-types.ts';
import type { NumberRecord } from './describe-number.ts';
import type { NoNumber } from './find-number.ts';
import { writeNoNumberPage, writeNumberPage } from './number-page.ts';

/** In which form a number is given. */
export type NumberForm = 'html' | 'json' | 'csv' | 'bib';

const types: Readonly<Record<NumberForm, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  bib: 'application/x-bibtex; charset=utf-8',
};

/**
 * The form of a number by the ending of its address, which is cut off, or else by `accept`, by its `q`: a page for browsers, JSON for others.
 * Ids of releases have dots of their own: only these endings count.
 */
export function chooseForm(path: string, accept = ''): { readonly path: string; readonly form: NumberForm } {
  const ending = /\.(html|json|csv|bib)$/.exec(path)?.[1];
  if (ending === 'html' || ending === 'json' || ending === 'csv' || ending === 'bib')
    return { path: path.slice(0, -ending.length - 1), form: ending };
  const known = preferredTypes(accept).find(
    (type) => type === 'text/html' || type === 'application/json' || type === 'text/csv',
  );
  return { path, form: known === 'text/html' ? 'html' : known === 'text/csv' ? 'csv' : 'json' };
}

/** A text and what it is. */
export interface WrittenNumber {
  readonly text: string;
  readonly type: string;
}

/** A number in a form. */
export function writeNumber(record: NumberRecord, form: NumberForm): WrittenNumber {
  return { text: textOf(record, form), type: types[form] };
}

function textOf(record: NumberRecord, form: NumberForm): string {
  switch (form) {
    case 'html':
      return writeNumberPage(record);
    case 'json':
      return `${JSON.stringify(record, null, 2)}\n`;
    case 'csv': {
      const facts = { address: record.address, ...record.facts, citation: record.citation.text };
      return writeCsvRow(Object.keys(facts)) + writeCsvRow(Object.values(facts));
    }
    case 'bib':
      return record.citation.bibtex;
  }
}

/** What is said in the place of a number: a page for browsers, an error as GraphQL has it for all others. Never a figure. */
export function writeNoNumber(none: NoNumber, form: NumberForm): WrittenNumber {
  if (form === 'html') return { text: writeNoNumberPage(none), type: types.html };
  const code = none.kind === 'gone' ? 'NUMBER_GONE' : 'NO_SUCH_NUMBER';
  const extensions = { code, ...(none.instead !== null && { instead: none.instead }) };
  return { text: `${JSON.stringify({ errors: [{ message: `${none.reason}.`, extensions }] })}\n`, type: types.json };
}
