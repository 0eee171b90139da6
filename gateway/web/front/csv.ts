import { type WholeSeries } from './answer.ts';
import { namePlace } from './words.ts';

const columns = [
  'indicator',
  'place',
  'period',
  'period_start',
  'period_end',
  'value',
  'status',
  'flags',
  'lower_95',
  'upper_95',
  'release',
  'published_on',
  'dataset',
  'publisher',
];

/**
 * A series as CSV (RFC 4180), a line for each period, oldest first, with a line of headings.
 *
 * A value is empty unless the status is PUBLISHED. What a spreadsheet would take for a formula begins with an apostrophe.
 */
export function writeCsv(series: WholeSeries): string {
  const { indicator, dataset } = series;
  const lines = series.observations.map(({ period, value, status, flags, lower, upper, release }) => [
    indicator.id,
    namePlace(series),
    period.id,
    period.start,
    period.end,
    value,
    status,
    flags.join(' '),
    lower,
    upper,
    release?.id,
    release?.publishedAt,
    dataset.id,
    dataset.publisher,
  ]);
  return writeLines([columns, ...lines]);
}

/** Lines of CSV (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe; null is empty. */
export function writeLines(lines: readonly (readonly (string | number | null | undefined)[])[]): string {
  return lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: string | number | null | undefined): string {
  if (cell == null) return '';
  const text = typeof cell === 'string' && /^[=+@\t\r-]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
