import type { PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';

/** What a number is of. */
export interface NumberKey {
  /** Id of the agency: criminal-justice. */
  readonly agency: string;
  readonly indicator: string;
  /** The code of the area that is measured, or the id of the site. */
  readonly place: string;
  readonly isSite: boolean;
  /** Empty for the total. */
  readonly dimensions: readonly { readonly dimension: string; readonly value: string }[];
  /** Id of the period: 2024-11. */
  readonly period: string;
  /** Id of the release; null for the one that answers now. */
  readonly release: string | null;
}

/** Where numbers are. */
export const numbersPath = '/n/';

const siteMark = 'site:';
const total = 'total';

/**
 * What an address is of: `/n/<agency>/<indicator>/<area>/<dimensions>/<period>/<release>`. A site has `site:` before its id; dimensions
 * are `total` or `offence-group=robbery`, several with `;` between. Null for what is no such address.
 */
export function readNumberAddress(path: string): NumberKey | null {
  const parts = path.slice(numbersPath.length).split('/').map(decodePart);
  const [agency, indicator, place, dimensions, period, release = null, ...more] = parts;
  if (more.length > 0 || !agency || !indicator || !place || !dimensions || !period || release === '') return null;
  const isSite = place.startsWith(siteMark);
  const read = readDimensions(dimensions);
  if (read === null || parts.includes(null)) return null;
  return {
    agency,
    indicator,
    place: isSite ? place.slice(siteMark.length) : place,
    isSite,
    dimensions: read,
    period,
    release,
  };
}

/** The address of a number, without host and form. */
export function writeNumberAddress({
  agency,
  indicator,
  place,
  isSite,
  dimensions,
  period,
  release,
}: NumberKey): string {
  const pairs = dimensions.map(({ dimension, value }) => `${dimension}=${value}`).toSorted();
  const parts = [agency, indicator, (isSite ? siteMark : '') + place, pairs.join(';') || total, period];
  return numbersPath + [...parts, ...(release === null ? [] : [release])].map(encode).join('/');
}

/** Dimension values as an address has them, `total` for none; null for what is no such text. */
export function readDimensions(text: string): NumberKey['dimensions'] | null {
  if (text === total) return [];
  const pairs = text.split(';').map((pair) => /^([^=]+)=([^=]+)$/.exec(pair));
  return pairs.some((pair) => pair === null)
    ? null
    : pairs.map((pair) => ({ dimension: pair?.[1] ?? '', value: pair?.[2] ?? '' }));
}

/** A part of a path; null for what is not well formed. */
export function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** What may stand in a part of a path stays readable. */
function encode(part: string): string {
  return encodeURIComponent(part).replaceAll(/%(3A|3D|3B|40)/g, (escaped) => decodeURIComponent(escaped));
}

const kinds: readonly (readonly [RegExp, PeriodType])[] = [
  [/^\d{4}-(?:0[1-9]|1[0-2])$/, 'MONTH'],
  [/^\d{4}-Q[1-4]$/, 'QUARTER'],
  [/^CY\d{4}$/, 'CALENDAR_YEAR'],
  [/^FY\d{4}-\d\d$/, 'FINANCIAL_YEAR'],
  [/^AY\d{4}-\d\d$/, 'ACADEMIC_YEAR'],
  [/^R12-\d{4}-(?:0[1-9]|1[0-2])$/, 'ROLLING_12_MONTHS'],
  [/^P3-\d{4}-\d\d$/, 'POOLED_3_YEARS'],
  [/^S\d{4}-\d\d-\d\d$/, 'SNAPSHOT'],
];

/** The kind of a period by its id, and days between which it surely lies; null for what is no id of a period. */
export function readPeriodId(id: string) {
  const type = kinds.find(([form]) => form.test(id))?.[1];
  const year = Number(/\d{4}/.exec(id)?.[0]);
  // Twelve months to a month may begin in the year before; three years together may end in the fourth.
  const during = {
    from: `${String(year - 1).padStart(4, '0')}-01-01`,
    to: `${String(year + 3).padStart(4, '0')}-12-31`,
  };
  return type === undefined || year < 1 ? null : { type, during };
}
