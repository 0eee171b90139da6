import type { PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import { decodePart, readDimensions } from '../numbers/number-address.ts';

/** What an address of an embedded series says. */
export interface EmbedKey {
  readonly indicator: string;
  /** The code of the area. */
  readonly area: string;
  /** Empty for the total. */
  readonly dimensions: readonly { readonly dimension: string; readonly value: string }[];
  /** Id of the release as of which it is shown; null for the newest figures. */
  readonly release: string | null;
  /** Null for the indicator's own. */
  readonly periodType: PeriodType | null;
  /** How many of the newest periods. */
  readonly last: number;
  readonly form: 'page' | 'picture';
}

/** Where series are that other pages embed. */
export const embedPath = '/embed/';

const pictureEnding = '.svg';

/** How many periods are shown where an address does not say, and how many it may ask for: the longest series that are published. */
const periods = { usual: 48, most: 240 };

const periodTypes: readonly PeriodType[] = [
  'MONTH',
  'QUARTER',
  'CALENDAR_YEAR',
  'FINANCIAL_YEAR',
  'ACADEMIC_YEAR',
  'ROLLING_12_MONTHS',
  'POOLED_3_YEARS',
  'SNAPSHOT',
];

/**
 * What an address is of: `/embed/<indicator>/<area>/<dimensions>/<release>?by=month&last=48`, with `.svg` before the question mark for a
 * picture; without a release, the newest figures. Dimensions are as in the addresses of numbers. Null for what is no such address.
 */
export function readEmbedAddress(path: string, query: URLSearchParams): EmbedKey | null {
  const isPicture = path.endsWith(pictureEnding);
  const named = path.slice(embedPath.length, isPicture ? -pictureEnding.length : undefined);
  const parts = named.split('/').map(decodePart);
  const [indicator, area, written, release = null, ...more] = parts;
  const dimensions = readDimensions(written ?? '');
  const by = query.get('by');
  const periodType = periodTypes.find((each) => each.toLowerCase() === by) ?? null;
  const last = Number(query.get('last') ?? periods.usual);
  const isPlace = indicator && area && dimensions !== null && release !== '' && more.length === 0;
  const isKnown = (by === null || periodType !== null) && Number.isInteger(last) && last >= 1 && last <= periods.most;
  if (!isPlace || !isKnown || parts.includes(null)) return null;
  return { indicator, area, dimensions, release, periodType, last, form: isPicture ? 'picture' : 'page' };
}

/** The way from an address to the top. */
export function wayToTop(path: string): string {
  return '../'.repeat(path.split('/').length - 2) || './';
}

/** The pictures of a comparison. */
const views = ['map', 'chart', 'multiples'] as const;

/** What an address of an embedded comparison says. */
export interface ComparisonKey extends Pick<EmbedKey, 'indicator' | 'dimensions' | 'release' | 'form'> {
  readonly view: (typeof views)[number];
}

const comparisonPath = `${embedPath}compare/`;

/** Whether an address is one of a comparison: no indicator is called so. */
export function isOfComparison(path: string): boolean {
  return path.startsWith(comparisonPath);
}

/**
 * What an address of a comparison is of: `/embed/compare/<indicator>/<dimensions>/<release>?show=map`, as those of series; `show` is `map`
 * (the default), `chart` or `multiples`. Null for what is no such address.
 */
export function readComparisonAddress(path: string, query: URLSearchParams): ComparisonKey | null {
  const isPicture = path.endsWith(pictureEnding);
  const named = path.slice(comparisonPath.length, isPicture ? -pictureEnding.length : undefined);
  const parts = named.split('/').map(decodePart);
  const [indicator, written, release = null, ...more] = parts;
  const dimensions = readDimensions(written ?? '');
  const view = views.find((each) => each === (query.get('show') ?? 'map'));
  if (!indicator || dimensions === null || release === '' || more.length > 0 || parts.includes(null)) return null;
  return view === undefined ? null : { indicator, dimensions, release, view, form: isPicture ? 'picture' : 'page' };
}
