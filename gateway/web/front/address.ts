import { type Borough, boroughs } from './boroughs.ts';

/** What an address leads to, with all that is chosen there. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'borough'; readonly borough: Borough; readonly months: Months }
  | { readonly kind: 'wards'; readonly borough: Borough }
  | { readonly kind: 'series'; readonly borough: Borough; readonly chosen: Comparison }
  | { readonly kind: 'catalogue'; readonly text: string; readonly shown: Shown }
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'dataset'; readonly id: string }
  | { readonly kind: 'compare'; readonly chosen: Comparison | null }
  | { readonly kind: 'framework'; readonly borough: Borough | null; readonly framework: string }
  | { readonly kind: 'status' }
  | { readonly kind: 'oversight'; readonly agency: string; readonly shown: Oversight; readonly before: string | null }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'unknown'; readonly name: string; readonly isBorough: boolean };

/** No indicator is called so. */
const wards = 'wards';

/** How many of the newest periods of a monthly series are shown. */
export type Months = 24 | 48 | 120;

/** How far back a chart of months may reach, the default in the middle. */
export const monthChoices: readonly Months[] = [24, 48, 120];
const defaultMonths: Months = 48;

/** What the catalogue lists: all that is defined, what is held of it, or what is not. */
export type Shown = 'all' | 'held' | 'missing';

/** What an agency's own people look at: who asked for its data, who has looked at that, or what was loaded. */
export type Oversight = 'accesses' | 'readings' | 'loads';

/** One indicator over all boroughs, narrowed by dimension and value. */
export interface Comparison {
  readonly indicator: string;
  readonly narrowing: readonly { readonly dimension: string; readonly value: string }[];
}

/** The plan that is in force or was last, by which a framework page begins. */
export const defaultFramework = 'police-and-crime-plan-2022-25';

/**
 * The place that an address names. Never throws.
 *
 * @param path - The path below the page's own root: `borough/hackney`, with or without a slash at its end.
 * @param query - The query string, with or without `?`.
 */
export function readPlace(path: string, query: string): Place {
  const [folder = '', written = '', more = ''] = path.split('/');
  const name = decode(written);
  const asked = new URLSearchParams(query);
  switch (folder) {
    case '':
      return written === '' ? { kind: 'start' } : { kind: 'unknown', name: path, isBorough: false };
    case 'borough':
      return readBorough(name, decode(more), asked);
    case 'catalogue':
      return readCatalogue(name, decode(more), asked);
    case 'compare':
      return { kind: 'compare', chosen: name === '' ? null : { indicator: name, narrowing: readNarrowing(asked) } };
    case 'framework':
      return readFramework(name, asked);
    case 'status':
      return name === '' ? { kind: folder } : readOversight(name, asked);
    case 'sign-in':
      return { kind: folder };
    default:
      return { kind: 'unknown', name: path, isBorough: false };
  }
}

function readBorough(name: string, more: string, asked: URLSearchParams): Place {
  const borough = findBorough(name);
  if (borough === undefined) return { kind: 'unknown', name, isBorough: true };
  if (more === wards) return { kind: 'wards', borough };
  if (more !== '') return { kind: 'series', borough, chosen: { indicator: more, narrowing: readNarrowing(asked) } };
  const months = Number(asked.get('months'));
  return { kind: 'borough', borough, months: monthChoices.find((each) => each === months) ?? defaultMonths };
}

function readCatalogue(name: string, more: string, asked: URLSearchParams): Place {
  if (name === 'dataset' && more !== '') return { kind: 'dataset', id: more };
  if (name !== '') return { kind: 'indicator', id: name };
  const shown = asked.get('show');
  return {
    kind: 'catalogue',
    text: asked.get('q') ?? '',
    shown: shown === 'all' || shown === 'missing' ? shown : 'held',
  };
}

function readFramework(name: string, asked: URLSearchParams): Place {
  const borough = name === '' ? null : findBorough(name);
  if (borough === undefined) return { kind: 'unknown', name, isBorough: true };
  return { kind: 'framework', borough, framework: asked.get('plan') ?? defaultFramework };
}

function readOversight(agency: string, asked: URLSearchParams): Place {
  const shown = asked.get('show');
  return {
    kind: 'oversight',
    agency,
    shown: shown === 'readings' || shown === 'loads' ? shown : 'accesses',
    before: asked.get('before'),
  };
}

/** What a comparison is narrowed to: each parameter is a dimension, but for those that say how something is shown. */
function readNarrowing(asked: URLSearchParams): Comparison['narrowing'] {
  return [...asked].map(([dimension, value]) => ({ dimension, value }));
}

/** The path and query, below the page's root, of a borough's page: `borough/hackney?months=24`; nothing that is the default. */
export function writeBoroughAddress(borough: Borough, months: Months = defaultMonths): string {
  const path = `borough/${slugOf(borough.name)}`;
  return months === defaultMonths ? path : `${path}?months=${months}`;
}

/** Those of one series of a borough: `borough/camden/recorded-crime?offence-group=burglary`. */
export function writeSeriesAddress(borough: Borough, { indicator, narrowing }: Comparison): string {
  return `borough/${slugOf(borough.name)}/${encodeURIComponent(indicator)}${writeNarrowing(narrowing)}`;
}

/** Those of the wards of a borough. */
export function writeWardsAddress(borough: Borough): string {
  return `borough/${slugOf(borough.name)}/${wards}`;
}

/** Those of a comparison: `compare/recorded-crime?offence-group=burglary`. */
export function writeCompareAddress({ indicator, narrowing }: Comparison): string {
  return `compare/${encodeURIComponent(indicator)}${writeNarrowing(narrowing)}`;
}

function writeNarrowing(narrowing: Comparison['narrowing']): string {
  const asked = new URLSearchParams(narrowing.map(({ dimension, value }) => [dimension, value]));
  return asked.size > 0 ? `?${asked.toString()}` : '';
}

/** Those of a framework for a borough. */
export function writeFrameworkAddress(borough: Borough, framework: string): string {
  const path = `framework/${slugOf(borough.name)}`;
  return framework === defaultFramework ? path : `${path}?plan=${encodeURIComponent(framework)}`;
}

/** Those of what an agency's own people look at; of its newest where `before` is null. */
export function writeOversightAddress(agency: string, shown: Oversight, before: string | null = null): string {
  const asked = new URLSearchParams({
    ...(shown !== 'accesses' && { show: shown }),
    ...(before !== null && { before }),
  });
  return `status/${encodeURIComponent(agency)}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
}

/** The borough that somebody means by a code, a name, or a name as addresses have it; in any case, with "&" for "and". */
export function findBorough(text: string): Borough | undefined {
  const slug = slugOf(text);
  return (
    boroughs.find(({ code, name }) => code.toLowerCase() === slug || slugOf(name) === slug) ??
    boroughs.find(({ aliases }) => aliases.some((alias) => slugOf(alias) === slug))
  );
}

/** A name as addresses have it: `kensington-and-chelsea`. */
export function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** What somebody has typed into an address need not be well formed. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
