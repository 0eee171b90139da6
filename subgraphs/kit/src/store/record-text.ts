import { type SeriesColumn, seriesColumns, type SeriesRecord } from './series-columns.ts';

/**
 * A row `s` of `series` as the text of a JSON object without what is null, as SQL: it is put together from texts, since PostgreSQL's own way
 * takes twice as long, and most columns are null.
 */
function recordTextOf(columns: readonly SeriesColumn[]): string {
  const parts = columns.map(({ key, ...column }) => `',"${key}":' || ${jsonTextOf(column)}`);
  return `'{' || substr(concat(${parts.join(', ')}), 2) || '}'`;
}

function jsonTextOf({ name, sqlType }: Pick<SeriesColumn, 'name' | 'sqlType'>): string {
  const isJson = sqlType === 'json' || sqlType === 'integer';
  return isJson ? `s."${name}"::text` : `to_json(s."${name}")::text`;
}

/** A record without anything that may be null. */
type NamedRecord = Pick<SeriesRecord, 'releaseNumber' | 'indicatorId' | 'place' | 'dimensionKey' | 'values'>;

/** A row that was selected as `recordText` says. The database made it from the columns of the table, which is why it is trusted to have their types. */
export function parseRecord(text: string): SeriesRecord {
  return { ...nothing, ...(JSON.parse(text) as NamedRecord & Partial<SeriesRecord>) };
}

const nothing: Omit<SeriesRecord, keyof NamedRecord> = {
  statuses: null,
  flags: null,
  numerators: null,
  denominators: null,
  lowers: null,
  uppers: null,
  denominatorPeriodIds: null,
  denominatorSource: null,
  coverages: null,
};

/** Every column of a row: see `recordTextOf`. */
export const recordText = recordTextOf(seriesColumns);
