import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { preferredTypes } from './preferred-types.ts';

/** In which form an answer is taken away. */
export type TableFormat = (typeof formatNames)[number];

/** The names of them all. */
export const formatNames = ['csv', 'ndjson', 'csvw', 'parquet', 'arrow', 'xlsx', 'geojson'] as const;

/** What is to be known of a form. */
export interface FormatDescription {
  readonly mediaType: string;
  /** What the name of a file ends with, without a dot. */
  readonly ending: string;
  /** Whether a file of it says in itself what must be shown beside its figures. */
  readonly isAttributed: boolean;
}

/** Each form. Source of the media types: the registry of IANA. */
export const tableFormats: Readonly<Record<TableFormat, FormatDescription>> = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', ending: 'csv', isAttributed: false },
  ndjson: { mediaType: 'application/x-ndjson; charset=utf-8', ending: 'ndjson', isAttributed: false },
  csvw: { mediaType: 'application/csvm+json; charset=utf-8', ending: 'csv-metadata.json', isAttributed: true },
  parquet: { mediaType: 'application/vnd.apache.parquet', ending: 'parquet', isAttributed: true },
  arrow: { mediaType: 'application/vnd.apache.arrow.stream', ending: 'arrows', isAttributed: true },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    isAttributed: true,
  },
  geojson: { mediaType: 'application/geo+json', ending: 'geojson', isAttributed: false },
};

/** Several tables, each a file in one of these forms. */
export const zipFormat: Omit<FormatDescription, 'isAttributed'> = { mediaType: 'application/zip', ending: 'zip' };

/** What an `accept` header may say, and what it means; null is the usual answer. */
const accepted: ReadonlyMap<string, TableFormat | null> = new Map([
  ['text/csv', 'csv'],
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['application/csvm+json', 'csvw'],
  [tableFormats.parquet.mediaType, 'parquet'],
  [tableFormats.arrow.mediaType, 'arrow'],
  [tableFormats.xlsx.mediaType, 'xlsx'],
  [tableFormats.geojson.mediaType, 'geojson'],
  ['application/json', null],
  ['application/graphql-response+json', null],
  ['*/*', null],
]);

const named: ReadonlyMap<string, TableFormat | null> = new Map<string, TableFormat | null>([
  ...formatNames.map((name) => [name, name] as const),
  ['json', null],
]);

/**
 * The form that a request asks for by `format` in its address or else by its header `accept`, where the one of the highest `q`
 * counts, and of several the first; null for the usual answer, JSON.
 *
 * @throws {HttpError} BAD_REQUEST for a `format` that there is not.
 */
export function chooseFormat(format: string | null, accept: string | undefined): TableFormat | null {
  if (format === null) return readAccept(accept ?? '');
  const chosen = named.get(format.toLowerCase());
  if (chosen !== undefined) return chosen;
  const message = `There is no format "${format.slice(0, 50)}". Expected one of ${[...named.keys()].join(', ')}.`;
  throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}

function readAccept(accept: string): TableFormat | null {
  const known = preferredTypes(accept).find((type) => accepted.has(type));
  return known === undefined ? null : (accepted.get(known) ?? null);
}
