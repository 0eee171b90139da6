import { isJsonObject } from '../agencies/json.ts';
import { attributedDataset } from './complete-operation.ts';
import type { TableColumn } from './table-column.ts';
import type { TablePlan } from './table-plan.ts';

/** A dataset of which an answer has figures, and what must be shown beside them. */
export interface Attribution {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
}

/** The datasets that an answer has figures of, each once, in the order of the answer; and after them `others` of which it may have more. */
export function findAttributions(data: unknown, others: readonly Attribution[] = []): readonly Attribution[] {
  const found = new Map<string, Attribution>();
  collect(data, found);
  for (const { id, title, publisher, licence, attribution } of others) {
    const key = JSON.stringify([id, publisher]);
    if (!found.has(key)) found.set(key, { id, title, publisher, licence, attribution });
  }
  return [...found.values()];
}

function collect(value: unknown, found: Map<string, Attribution>): void {
  if (Array.isArray(value)) for (const each of value as unknown[]) collect(each, found);
  if (!isJsonObject(value)) return;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (key === attributedDataset && isJsonObject(member)) {
      const text = (name: string) => (typeof member[name] === 'string' ? member[name] : '');
      const [id, title, publisher, licence, attribution] = (
        ['id', 'title', 'publisher', 'licence', 'attribution'] as const
      ).map(text);
      found.set(JSON.stringify([id, publisher]), { id, title, publisher, licence, attribution } as Attribution);
    } else if (typeof member === 'object') {
      collect(member, found);
    }
  }
}

/** What the dictionary is of. */
export interface DictionaryOf {
  readonly plan: TablePlan;
  /** Where the table is, from where the dictionary is. */
  readonly url: string;
  readonly attributions: readonly Attribution[];
  /** The ids of the datasets of which the answer has made-up figures. */
  readonly synthetic: readonly string[];
}

/**
 * The data dictionary of a table in CSV on the Web: of each column its name, type and description, and the datasets that its figures
 * come from with what must be shown beside them. Source: W3C, Metadata Vocabulary for Tabular Data, 17 December 2015.
 */
export function describeTable({ plan, url, attributions, synthetic }: DictionaryOf): Readonly<Record<string, unknown>> {
  const isOf = attributions.map(({ id, title, publisher, licence, attribution }) => ({
    'dc:identifier': id,
    'dc:title': title,
    'dc:publisher': publisher,
    'dc:license': licence,
    'dc:rights': attribution,
  }));
  const rows = plan.lists.map(({ path }) => path);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:description': `${synthetic.length > 0 ? `SYNTHETIC: made-up figures of ${synthetic.join(', ')}. ` : ''}One row for each of ${rows.at(-1) ?? ''}.`,
    'dc:source': isOf,
    dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n', '\n'] },
    tableSchema: { columns: plan.columns.map(describeColumn) },
  };
}

const ofText =
  'A text that begins as a formula would (=, +, -, @, a tab) or with an apostrophe has an apostrophe before it in CSV.';

function describeColumn({ name, type, isJoined, description, level }: TableColumn): Readonly<Record<string, unknown>> {
  const parts = [
    description,
    ...(isJoined ? ['Several values have | between, and a \\ before a | or \\ of their own.'] : []),
    ...(type === 'string' ? [ofText] : []),
  ];
  return {
    name,
    titles: name,
    datatype: type,
    ...(isJoined && { separator: '|' }),
    null: [''],
    'dc:description': parts.filter((part) => part !== '').join(' '),
    ...(level === 0 && { 'schema:comment': 'The same in each row.' }),
  };
}
